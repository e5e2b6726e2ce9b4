import Diplomacy
import Testing

@testable import Analysis

@Suite struct AgendaTests {
    private func agenda(_ contacts: [Contact], _ asOf: String = "2025-12-31") -> Agenda {
        Rhythm(of: contacts, asOf: DialogueSamples.day(asOf)).agenda
    }

    private func contact(_ iso: String, _ issues: String...) -> Contact {
        DialogueSamples.contact("e\(iso)", iso, issues: issues)
    }

    @Test func countsAndConcentration() {
        let agenda = agenda([
            contact("2025-01-10", "energy", "sanctions"), contact("2025-02-10", "energy", "energy"),
            contact("2025-03-10"), contact("2025-04-10", "energy"),
        ])
        let year = agenda.years[0]
        #expect(year.n == 4 && year.told == 3 && agenda.n == 3 && year.isWhole)
        #expect(year.issues.map(\.code) == ["energy", "sanctions"] && year.issues.map(\.count) == [3, 1])
        #expect(year.issues[1].encounters == ["e2025-01-10"])
        // (3/4)² + (1/4)²
        #expect(year.concentration == 0.625 && year.effectiveIssues == 1.6)
    }

    @Test func likenessIsACosine() {
        let agenda = agenda([
            contact("2023-01-01", "a", "b"), contact("2023-02-01", "a"), contact("2024-01-01", "a", "c"),
        ])
        // (2, 1, 0) and (1, 0, 1): 2 / √(5 · 2)
        #expect(DialogueSamples.near(agenda.years[1].likeness, 2 / 10.0.squareRoot()))
        #expect(agenda.years[0].likeness == nil && agenda.years[2].likeness == nil)
        #expect(agenda.years[2].concentration == nil && agenda.years[2].issues.isEmpty)
    }

    @Test func newAfterFiveYears() {
        let agenda = agenda([
            contact("2015-01-01", "a"), contact("2016-01-01", "b"), contact("2020-06-01", "a", "d"),
            contact("2021-06-01", "a", "b", "d", "c"),
        ])
        func raised(_ year: Int) -> [String]? { agenda.years.first { $0.year == year }?.newlyRaised ?? nil }
        // the record begins in 2015: before 2020 nobody knows what was said five years ago
        #expect(raised(2015) == nil && raised(2019) == nil)
        // 2015 is within the five years before 2020
        #expect(raised(2020) == ["d"])
        #expect(raised(2021) == ["c"])
        #expect(raised(2022) == [])
    }

    @Test func droppedAfterThreeWholeYears() {
        let contacts = [
            contact("2019-01-01", "a", "b"), contact("2020-01-01", "b"), contact("2021-01-01", "b"),
            contact("2022-03-01", "b"),
        ]
        func dropped(_ agenda: Agenda, _ year: Int) -> [String] {
            agenda.years.first { $0.year == year }?.dropped ?? ["?"]
        }
        let whole = agenda(contacts)
        #expect(dropped(whole, 2021) == [] && dropped(whole, 2022) == ["a"] && dropped(whole, 2023) == [])
        // 2023 to 2025 tell no issue at all: silence of the record is not the end of an issue
        #expect(dropped(whole, 2025) == [])
        // the third year is not over
        #expect(dropped(agenda(contacts, "2022-12-30"), 2022) == [])
    }
}

@Suite struct LevelMixTests {
    private func levels(_ contacts: [Contact], _ asOf: String) -> LevelMix {
        Rhythm(of: contacts, asOf: DialogueSamples.day(asOf)).levels
    }

    private let contacts = [
        DialogueSamples.contact("a", "2021-06-16", level: .leader),
        DialogueSamples.contact("b", "2023-03-02", level: .minister),
        DialogueSamples.contact("c", "2024-05-01", level: .working),
        DialogueSamples.contact("d", "2024-06-01"),
    ]

    @Test func workingLevelGoesOnWhileLeadersAreSilent() {
        let mix = levels(contacts, "2024-07-01")
        #expect(mix.highest?.level == .leader && mix.highest?.encounters == ["a"])
        #expect(mix.recent?.level == .working && mix.recent?.encounters == ["c"] && mix.recentCount == 2)
        #expect(mix.recentTold == 1 && mix.told == 3 && mix.n == 4 && (mix.stepsBelow ?? 0) > 0)
        #expect(mix.words == "highest level in the last 365 days: working; ever: leader, last on 2021-06-16")
    }

    @Test func aYearHas365Days() {
        #expect(levels(contacts, "2025-04-30").recent?.level == .working)
        #expect(levels(contacts, "2025-05-01").recent == nil)
        #expect(levels(contacts, "2025-05-01").words == "contacts in the last 365 days: 1; their level is not told")
        #expect(
            levels(contacts, "2026-01-01").words
                == "no contact in the last 365 days; the highest level before was leader")
    }

    @Test func asHighAsEver() {
        #expect(levels(contacts, "2021-12-31").words == "highest level in the last 365 days: leader, as high as ever")
        #expect(
            levels([DialogueSamples.contact("d", "2024-06-01")], "2024-07-01").words
                == "undefined: no report tells a level")
    }
}

@Suite struct PartyCarriersTests {
    @Test func whoCarriedHowMuch() {
        let contacts = [
            DialogueSamples.contact("a", "2020-01-01", carriers: [("Lavrov", "RUS"), ("Pompeo", "USA")]),
            DialogueSamples.contact(
                "b", "2021-01-01", carriers: [("Lavrov", "RUS"), ("Blinken", "USA"), ("Lavrov", "RUS")]),
            DialogueSamples.contact("c", "2022-01-01", carriers: [("Patrushev", "RUS")]),
            DialogueSamples.contact("d", "2023-01-01"),
        ]
        let parties = Rhythm(of: contacts.reversed(), asOf: DialogueSamples.day("2024-01-01")).carriers
        #expect(
            parties.map(\.party) == ["RUS", "USA"] && parties.map(\.named) == [3, 2] && parties.map(\.n) == [4, 4])
        #expect(parties[0].people.map(\.name) == ["Lavrov", "Patrushev"] && parties[0].people.map(\.count) == [2, 1])
        let first = parties[0].people[0]
        #expect(first.first == DialogueSamples.day("2020-01-01") && first.last == DialogueSamples.day("2021-01-01"))
        #expect(first.encounters == ["a", "b"])
        // of equal numbers the one who was there last
        #expect(parties[1].people.map(\.name) == ["Blinken", "Pompeo"])
        #expect(parties[1].window == DialogueSamples.day("2020-01-01")...DialogueSamples.day("2021-01-01"))
    }
}
