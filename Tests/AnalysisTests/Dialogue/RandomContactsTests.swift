import Diplomacy
import Testing

@testable import Analysis

/// What must hold of any contacts.
@Suite struct RandomContactsTests {
    private static let codes = ["energy", "sanctions", "terrorism", "health", "climate"]

    private func contacts(_ n: Int, seed: UInt64) -> [Contact] {
        var chance = SeededChance(seed: seed)
        return (0..<n).map { i in
            let start = Day(number: Int.random(in: 0..<4000, using: &chance))
            let length = [0, 0, 0, 6, 30, 364].randomElement(using: &chance) ?? 0
            return Contact(
                encounter: "e\(i)",
                date: PartialDate(start: start, end: start + length, precision: length == 0 ? .day : .month),
                kind: EncounterKind.allCases.randomElement(using: &chance) ?? .call,
                medium: Medium.allCases.randomElement(using: &chance) ?? .phone,
                level: Level.allCases.randomElement(using: &chance).flatMap { $0.rank % 4 == 0 ? nil : $0 },
                issues: Self.codes.filter { _ in Bool.random(using: &chance) },
                carriers: [.init(person: "P\(Int.random(in: 0..<5, using: &chance))", party: "RUS")])
        }
    }

    @Test func everyContactIsCountedOnceInItsPeriod() {
        for seed in 1...4 as ClosedRange<UInt64> {
            let given = contacts(120, seed: seed)
            let rhythm = Rhythm(of: given, asOf: Day(number: 4400))
            let days = Dictionary(given.map { ($0.encounter, $0) }, uniquingKeysWith: { first, _ in first })
            for unit in CalendarPeriod.Unit.allCases {
                for split in PeriodCounts.Split.allCases {
                    let counts = rhythm.counts(by: unit, split: split)
                    #expect(counts.n == 120 && counts.rows.flatMap(\.encounters) == rhythm.encounters)
                    for row in counts.rows {
                        #expect(row.parts.reduce(0) { $0 + $1.count } == row.count && row.uncertain <= row.count)
                        let held = row.encounters.compactMap { days[$0] }
                        #expect(held.allSatisfy { row.period.contains($0.day) })
                        #expect(row.uncertain == held.count { !row.period.contains($0.date.end) })
                    }
                }
            }
        }
    }

    @Test func agendaAddsUp() {
        let given = contacts(150, seed: 8)
        let agenda = Rhythm(of: given, asOf: Day(number: 4400)).agenda
        #expect(agenda.n == given.count { !$0.issues.isEmpty } && agenda.years.reduce(0) { $0 + $1.n } == 150)
        for code in Self.codes {
            let counted = agenda.years.flatMap(\.issues).filter { $0.code == code }.reduce(0) { $0 + $1.count }
            #expect(counted == given.count { $0.issues.contains(code) })
        }
        for year in agenda.years where !year.issues.isEmpty {
            let kinds = Double(year.issues.count)
            #expect((year.concentration ?? 0) >= 1 / kinds - 1e-12 && (year.concentration ?? 2) <= 1)
            #expect((year.likeness ?? 0) >= 0 && (year.likeness ?? 1) <= 1)
        }
    }

    @Test func carriersAddUp() {
        let given = contacts(150, seed: 12)
        let parties = Rhythm(of: given, asOf: Day(number: 4400)).carriers
        #expect(parties.count == 1 && parties.first?.named == 150)
        #expect(parties.first?.people.reduce(0) { $0 + $1.count } == 150)
        for person in parties.first?.people ?? [] {
            let own = given.filter { $0.carriers.first?.person == person.name }
            #expect(person.first == own.map(\.day).min() && person.last == own.map(\.day).max())
            #expect(Set(person.encounters) == Set(own.map(\.encounter)))
        }
    }

    /// The automaton on real gaps against the plain path, which looks at every pair of states.
    @Test func burstsOnRandomDays() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let days = Set(contacts(70, seed: seed).map { $0.day.number / Int(seed) }).sorted()
            let found = Bursts(of: days.map { (Day(number: $0), "e\($0)") })
            let gaps = zip(days, days.dropFirst()).map { Double($1 - $0) }
            let mean = gaps.reduce(0, +) / Double(gaps.count)
            var costs = [0.0] + [Double](repeating: .infinity, count: found.stateCount - 1)
            for gap in gaps {
                costs = costs.indices.map { state in
                    let rate = (0..<state).reduce(1 / mean) { sum, _ in sum * 2 }
                    let least = costs.indices.map {
                        costs[$0] + Double(max(0, state - $0)) * Double(gaps.count).logarithm
                    }.min()
                    return (least ?? .nan) + rate * gap - rate.logarithm
                }
            }
            #expect(DialogueSamples.near(found.cost, costs.min() ?? .nan))
            // bursts lie within their parents, one level up
            for burst in found.bursts.dropFirst() {
                let parent = found.bursts[try #require(burst.parent)]
                #expect(parent.level == burst.level - 1 && parent.start <= burst.start && burst.end <= parent.end)
            }
        }
    }

    @Test func anEncounterWithTwoDatesCountsOnItsFirst() {
        let twice = [DialogueSamples.contact("a", "2024-05-02"), DialogueSamples.contact("a", "2024-05-01")]
        let rhythm = Rhythm(of: twice, asOf: DialogueSamples.day("2024-06-01"))
        #expect(rhythm.n == 1 && rhythm.last?.day == DialogueSamples.day("2024-05-01") && rhythm.leftOut.repeated == 1)
    }
}
