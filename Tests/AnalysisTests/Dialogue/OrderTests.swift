import Diplomacy
import Testing

@testable import Analysis

@Suite struct DayOrderTests {
    @Test func byDayThenByKey() {
        let things = [(5, "b"), (-3, "z"), (5, "a"), (0, "m"), (5, "c"), (-3, "y")]
        let order = DayOrder(things.indices, day: { Day(number: things[$0].0) }) { things[$0].1 < things[$1].1 }
        #expect(order.places == [5, 1, 3, 2, 0, 4])
        let some = DayOrder([4, 0, 3], day: { Day(number: things[$0].0) }) { things[$0].1 < things[$1].1 }
        #expect(some.places == [3, 0, 4])
        #expect(DayOrder([], day: { _ in Day(number: 0) }, isBefore: { _, _ in false }).places.isEmpty)
    }
}

@Suite struct RoundListTests {
    /// The greatest number of numbers that rise, by trying every choice of them.
    private func longest(_ numbers: [Int]) -> Int {
        (0..<(1 << numbers.count)).filter { mask in
            let chosen = numbers.indices.filter { mask >> $0 & 1 == 1 }.map { numbers[$0] }
            return zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 <= RoundList.mostMissing + 1 }
        }.map(\.nonzeroBitCount).max() ?? 0
    }

    @Test func risingIsTheLongestThereIs() {
        var chance = SeededChance(seed: 31)
        for round in 0..<60 {
            let top = round % 2 == 0 ? 12 : 400
            let numbers = (0..<9).map { _ in Int.random(in: 1...top, using: &chance) }
            let places = RoundList.rising(numbers)
            let chosen = places.map { numbers[$0] }
            #expect(places == places.sorted() && chosen.count == longest(numbers))
            #expect(zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 <= RoundList.mostMissing + 1 })
        }
        #expect(RoundList.rising([]).isEmpty && RoundList.rising([7]) == [0])
        // of two as long the one that ends lower
        #expect(RoundList.rising([300, 4]) == [1])
    }

    @Test func manyRoundsTakeNoSquare() {
        let contacts = (0..<10_000).map { i in
            DialogueSamples.contact("r\(i)", Day(number: i).iso, series: "S", round: i + 1)
        }
        let dialogue = StandingDialogue("S", of: contacts, asOf: Day(number: 20_000))
        #expect(dialogue.n == 10_000 && dialogue.missing.isEmpty && dialogue.cadence?.n == 9_999)
        #expect(dialogue.rounds.allSatisfy { $0.basis == .told })
    }

    @Test func stepsThatAreTooGreatAreWrongNumbers() {
        func rounds(_ numbers: [Int]) -> StandingDialogue {
            let contacts = numbers.enumerated().map { i, number in
                DialogueSamples.contact("r\(i)", Day(number: i * 100).iso, series: "S", round: number)
            }
            return StandingDialogue("S", of: contacts, asOf: Day(number: 9000))
        }
        #expect(rounds([1, 2, 103]).missing.map(\.count) == [100])
        #expect(rounds([1, 2, 104]).missing.isEmpty && rounds([1, 2, 104]).rounds[2].basis == .outOfOrder)
    }
}

@Suite struct StandingDialogueWordsTests {
    private func words(_ days: [String], _ asOf: String) -> String {
        let contacts = days.map { DialogueSamples.contact("e\($0)", $0, series: "S") }
        return StandingDialogue("S", of: contacts, asOf: DialogueSamples.day(asOf)).words
    }

    @Test func whatItSays() {
        // gaps 365 and 365 days are 11.99 months
        let days = ["2021-03-01", "2022-03-01", "2023-03-01"]
        let said = "every 12.0 months by 3 rounds; next due about 2024-02-29, between 2024-02-29 and 2024-02-29"
        #expect(words(days, "2023-06-01") == said && words(days, "2024-02-29") == said)
        #expect(words(days, "2024-03-01") == "\(said); overdue, 1 days past the latest")
    }

    /// With nineteen gaps one is left out at either end, and the interval holds 18 of 20.
    @Test func longDialoguesLeaveOutTheirExtremes() throws {
        let gaps = [1] + (0..<17).map { 100 + $0 } + [900]
        let contacts = DialogueSamples.contacts(from: "1990-01-01", gaps: gaps).map { contact in
            var contact = contact
            contact.series = "S"
            return contact
        }
        let dialogue = StandingDialogue("S", of: contacts, asOf: DialogueSamples.day("2030-01-01"))
        let cadence = try #require(dialogue.cadence)
        #expect(cadence.n == 19 && DialogueSamples.near(cadence.coverage, 0.8))
        // the second least and the second greatest
        #expect(cadence.dueRange == cadence.last + 100...cadence.last + 116 && cadence.due == cadence.last + 108)
        #expect(DialogueSamples.near(cadence.spread.upperBound, 900 / Cadence.daysPerMonth))
    }
}
