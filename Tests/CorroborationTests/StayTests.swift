import Diplomacy
import Testing

@testable import Corroboration

@Suite("Visits and what takes place in their course")
struct StayTests {
    /// The encounters of reports that share nothing.
    private func encounters(_ seed: UInt64) -> [RegisteredEncounter] {
        Corroborator().encounters(of: DistributionTests.anyReports(300, days: 120, seed: seed))
    }

    @Test("the visits found by parties and days are those that a look at every pair finds")
    func everyPair() {
        var related = 0
        for seed: UInt64 in 11...14 {
            let all = encounters(seed)
            let visits = all.filter { $0.kind == .visit }
            for encounter in all {
                let expected = visits.filter { encounter.isPart(of: $0) }.map(\.id).sorted()
                #expect(encounter.relations.map(\.encounter) == expected)
                related += expected.count
            }
        }
        #expect(related > 20)
    }

    @Test("a stay reads back from its line")
    func packing() throws {
        for stay in encounters(15).compactMap(Stay.init) {
            #expect(Stay(packed: stay.packed) == stay)
            #expect(!stay.packed.contains("\t"))
        }
    }

    @Test(
        "what is no stay is none",
        arguments: [
            "", "a", "a\u{1F}110\u{1F}1\u{1F}2", "a\u{1F}11\u{1F}1\u{1F}2\u{1F}", "a\u{1F}110\u{1F}x\u{1F}2\u{1F}",
            "a\u{1F}110\u{1F}1\u{1F}9223372036854775807\u{1F}", "a\u{1F}110\u{1F}1\u{1F}2\u{1F}\u{1F}RUS",
        ])
    func wrong(text: String) { #expect(Stay(packed: text) == nil) }

    @Test("a visit of a month and a day has nothing in its course")
    func longest() throws {
        func visit(_ days: Int) -> RegisteredEncounter {
            var told = claim([("Ann Lee", "USA"), ("Igor Petrov", "RUS")], kind: .visit)
            told.date = told.date.map { PartialDate(start: $0.start, end: $0.start + days, precision: .day) }
            return Corroborator.group(of: [Telling(report("v\(days)", [told]), told, 0)]).encounter
        }
        let talks = claim([("Jon Smith", "USA"), ("Oleg Orlov", "RUS")], day: "2026-03-12")
        let encounter = Corroborator.group(of: [Telling(report("t", [talks]), talks, 0)]).encounter
        #expect(encounter.isPart(of: visit(31)))
        #expect(!encounter.isPart(of: visit(32)))
        let stay = try #require(Stay(encounter))
        let visits = Visits([31, 32].compactMap { Stay(visit($0)) })
        #expect(visits.relations(of: stay).map(\.encounter) == [visit(31).id])
    }
}
