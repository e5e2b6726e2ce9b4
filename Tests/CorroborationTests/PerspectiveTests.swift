import Diplomacy
import Testing

@testable import Corroboration

@Suite("What all reports together tell")
struct PerspectiveTests {
    private func day(_ number: Int) -> String { Day(number: 20_089 + number).iso }

    /// Talks of other people each time, which four papers report: the Globe on another day than the rest.
    private func series(_ count: Int) -> [Report] {
        (0..<count).flatMap { i in
            ["Globe", "Post", "Times", "Courier"].map { paper in
                let told = claim(
                    [("Ann Lee", "USA"), ("Igor Petrov", "RUS")], day: day(20 * i + (paper == "Globe" ? 1 : 0)))
                return report("\(paper)-\(i)", [told], source: paper, published: day(20 * i + 2))
            }
        }
    }

    @Test("a publisher that others contradict counts less where it is contradicted")
    func records() throws {
        let tallies = Corroborator().groups(of: series(30)) { _ in true }.reduce(into: SourceRecords.Tally()) {
            $0 += $1.bearings["Globe"] ?? .init()
        }
        // the course agrees, the day does not, the country does
        #expect(tallies == SourceRecords.Tally(agreed: 60, disagreed: 30))
        let few = Corroborator().encounters(of: series(1))[0]
        let many = Corroborator().encounters(of: series(30))
        #expect(many.count == 30)
        let weight = { (encounter: RegisteredEncounter) in
            encounter.disputes[0].values.first { $0.documents[0].hasPrefix("Globe") }?.weight
        }
        #expect(weight(few) == 0.25)
        for encounter in many { #expect(try #require(weight(encounter)) < 0.21) }
        #expect(many[0].disputes[0].reason.contains("By its record Globe counts 80 of 100."))
    }

    @Test("records do not bear on what nobody disputes")
    func undisputed() {
        let calm = report("calm", [claim([("Jon Berg", "NOR"), ("Li Wen", "CHN")])], source: "Globe")
        let alone = Corroborator().encounters(of: [calm])
        let among = Corroborator().encounters(of: [calm] + series(30)).filter { $0.reports[0].document == "calm" }
        #expect("\(alone)" == "\(among)")
    }

    @Test(
        "the step of a publisher's weight",
        arguments: [(0, 0, 20), (400, 0, 21), (0, 400, 10), (60, 30, 16), (1, 1, 20)])
    func steps(agreed: Int, disagreed: Int, step: Int) {
        #expect(SourceRecords.Tally(agreed: agreed, disagreed: disagreed).step == step)
    }

    @Test("what was announced and never reported has lapsed when the reports go a month further")
    func lapsed() throws {
        let plan = report("plan", [claim(status: .announced, day: "2026-03-10")], published: "2026-03-01")
        let other = { (name: String, day: String) in
            report(name, [claim([("Jon Berg", "NOR"), ("Li Wen", "CHN")], day: day)], published: day)
        }
        func status(_ others: [Report]) -> Status? {
            Corroborator().encounters(of: [plan] + others).first { $0.reports[0].document == "plan" }?.status
        }
        #expect(status([other("a", "2026-04-20"), other("b", "2026-04-20")]) == .announced)
        #expect(status([other("a", "2026-04-20"), other("b", "2026-04-20"), other("c", "2026-04-09")]) == .announced)
        let late = [other("a", "2026-04-20"), other("b", "2026-04-20"), other("c", "2026-04-10")]
        #expect(status(late) == .lapsed)
        let lapsed = try #require(
            Corroborator().encounters(of: [plan] + late).first { $0.reports[0].document == "plan" })
        #expect(lapsed.progress.map(\.status) == [.announced, .lapsed])
        #expect(lapsed.reasons.filter { $0.field == "status" }.count == 1)
        let held = report("held", [claim(day: "2026-03-10")], published: "2026-03-11")
        #expect(status(late + [held]) == .held)
    }

    @Test("what takes place in the course of a visit is part of it and another encounter")
    func visits() throws {
        var visit = claim([("Ann Lee", "USA"), ("Igor Petrov", "RUS")], kind: .visit, day: "2026-03-10")
        visit.date = visit.date.map { PartialDate(start: $0.start, end: $0.start + 2, precision: .day) }
        func relations(_ other: Encounter) -> [RelationKind]? {
            Corroborator().encounters(of: [report("v", [visit]), report("t", [other], published: "2026-03-13")])
                .first { $0.reports.map(\.document) == ["t"] }?.relations.map(\.kind)
        }
        let others = [("Jon Smith", "USA"), ("Oleg Orlov", "RUS")]
        #expect(relations(claim(others, day: "2026-03-12")) == [.partOf])
        #expect(relations(claim(others, day: "2026-03-14")) == [])
        #expect(relations(claim(others, day: "2026-03-12", country: "NOR")) == [])
        #expect(relations(claim(others, medium: .phone, day: "2026-03-12")) == [])
        #expect(relations(claim([("Jon Smith", "USA"), ("Li Wen", "CHN")], day: "2026-03-12")) == [])
    }
}
