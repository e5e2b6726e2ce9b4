import Diplomacy
import Glibc

@testable import Analysis

/// Contacts for tests, in few words.
enum DialogueSamples {
    /// A day that the test writes out; the epoch where it is none, which the expectations then miss.
    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    static func contact(
        _ encounter: String, _ iso: String, kind: EncounterKind = .meeting, medium: Medium = .inPerson,
        level: Level? = nil, issues: [String] = [], carriers: [(String, String)] = [], series: String? = nil,
        round: Int? = nil
    ) -> Contact {
        Contact(
            encounter: encounter, date: PartialDate(day: day(iso)), kind: kind, medium: medium, level: level,
            issues: issues, carriers: carriers.map { Contact.Carrier(person: $0.0, party: $0.1) }, series: series,
            round: round)
    }

    static func contact(_ encounter: String, from: String, to: String, _ precision: DatePrecision) -> Contact {
        Contact(
            encounter: encounter, date: PartialDate(start: day(from), end: day(to), precision: precision),
            kind: .meeting, medium: .unknown)
    }

    /// Contacts that follow a first one after the given numbers of days.
    static func contacts(from iso: String, gaps: [Int]) -> [Contact] {
        var number = day(iso).number
        var result = [contact("e000", iso)]
        for (i, gap) in gaps.enumerated() {
            number += gap
            let name = String(i + 1)
            let padded = String(repeating: "0", count: max(0, 3 - name.count)) + name
            result.append(contact("e\(padded)", Day(number: number).iso))
        }
        return result
    }

    static func shifted(_ contact: Contact, by days: Int) -> Contact {
        var contact = contact
        contact.date.start = contact.date.start + days
        contact.date.end = contact.date.end + days
        return contact
    }

    static func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
        guard let a else { return false }
        return abs(a - b) <= tolerance * max(1, abs(b))
    }

    /// A Poisson count by the product of uniform numbers (Knuth); means below 30.
    static func poisson(_ mean: Double, _ chance: inout some RandomNumberGenerator) -> Int {
        var product = Double.random(in: 0..<1, using: &chance)
        var count = 0
        let least = exp(-mean)
        while product > least {
            product *= Double.random(in: 0..<1, using: &chance)
            count += 1
        }
        return count
    }
}

extension Double {
    /// ln.
    var logarithm: Double { Glibc.log(self) }
}
