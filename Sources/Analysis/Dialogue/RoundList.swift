import Diplomacy

/// Contacts of a series put together into rounds and numbered.
struct RoundList {
    /// A number that is told by two contacts so many days apart is one round; farther apart it is told wrongly of one of them.
    static let longestRound = 31
    /// A step of numbers greater than this is taken for a wrong number and not for missing rounds.
    static let mostMissing = 100
    /// A number is compared with so many before it.
    static let lookBack = 500

    private(set) var rounds: [StandingDialogue.Round] = []
    private(set) var missing: [StandingDialogue.Missing] = []

    /// - Parameter contacts: in the order of time.
    init(of contacts: [Contact], hosts: [String: String]) {
        for contact in contacts {
            let number = contact.round.flatMap { (1...100_000).contains($0) ? $0 : nil }
            if let i = place(of: contact, number) {
                rounds[i].encounters.append(contact.encounter)
                rounds[i].number = rounds[i].number ?? number
                rounds[i].host = rounds[i].host ?? hosts[contact.encounter]
                if rounds[i].day == contact.day, contact.date.isExact { rounds[i].isExact = true }
            } else {
                rounds.append(
                    .init(
                        number: number, day: contact.day, isExact: contact.date.isExact,
                        host: hosts[contact.encounter], encounters: [contact.encounter]))
            }
        }
        for i in rounds.indices where rounds[i].number != nil { rounds[i].basis = .told }
    }

    /// The round that a contact belongs to: one of the same day, or of the same number within a month. Two numbers on one day are kept in
    /// one round under the first, because a dialogue does not meet twice a day.
    private func place(of contact: Contact, _ number: Int?) -> Int? {
        var i = rounds.count - 1
        while i >= 0, contact.day - rounds[i].day <= Self.longestRound {
            if rounds[i].day == contact.day || (number != nil && rounds[i].number == number) { return i }
            i -= 1
        }
        return nil
    }

    /// Marks numbers that do not rise with time, gives numbers where only one fits, and finds what is missing.
    mutating func number() {
        let told = rounds.indices.filter { rounds[$0].number != nil }
        let rising = Set(Self.rising(told.map { rounds[$0].number ?? 0 }).map { told[$0] })
        for i in told where !rising.contains(i) { rounds[i].basis = .outOfOrder }
        var before: Int?
        for i in told where rising.contains(i) {
            guard let number = rounds[i].number else { continue }
            if let before, let earlier = rounds[before].number {
                between(before, i, numbers: earlier + 1..<number)
            } else if number - 1 > i {
                missing.append(
                    .init(
                        count: number - 1 - i, numbers: i == 0 ? 1...number - 1 : nil, after: nil,
                        before: rounds[0].day))
            } else if number - 1 == i {
                infer(0, numbers: 1..<number)
            }
            before = i
        }
    }

    /// What two numbers that follow each other say of the rounds between them.
    private mutating func between(_ first: Int, _ second: Int, numbers: Range<Int>) {
        let known = second - first - 1
        if known == numbers.count {
            infer(first + 1, numbers: numbers)
        } else if known < numbers.count {
            let count = numbers.count - known
            // with unnumbered rounds between them nobody can tell where the missing ones fall: they are laid before the later number
            missing.append(
                .init(
                    count: count, numbers: known == 0 ? numbers.lowerBound...numbers.upperBound - 1 : nil,
                    after: rounds[second - 1].day, before: rounds[second].day))
        }
    }

    private mutating func infer(_ start: Int, numbers: Range<Int>) {
        for (i, number) in zip(start..., numbers) where i < rounds.count && rounds[i].number == nil {
            rounds[i].number = number
            rounds[i].basis = .inferred
        }
    }

    /// The places of a longest strictly rising part of some numbers whose steps leave room for at most ``mostMissing`` rounds: the numbers
    /// that most reports agree on. Of two as long, the one that ends in the lower number. O(500 n).
    static func rising(_ numbers: [Int]) -> [Int] {
        var best = [(length: Int, from: Int)](repeating: (1, -1), count: numbers.count)
        for i in numbers.indices {
            for j in max(0, i - lookBack)..<i
            where numbers[j] < numbers[i] && numbers[i] - numbers[j] <= mostMissing + 1 {
                if best[j].length + 1 > best[i].length { best[i] = (best[j].length + 1, j) }
            }
        }
        var end = -1
        for i in numbers.indices
        where end < 0 || (best[i].length, -numbers[i]) > (best[end].length, -numbers[end]) { end = i }
        var places: [Int] = []
        while end >= 0 {
            places.append(end)
            end = best[end].from
        }
        return places.reversed()
    }
}
