import Diplomacy
import Testing

@testable import Analysis

@Suite("Positions of two parties")
struct IssuePositionsTests {
    private func told(
        _ party: String, _ stance: Stance, _ issue: String = "energy", day: Int = 1, by publisher: String = "P",
        in document: String = "d"
    ) -> Statement {
        Statement(
            party: party, issue: issue, stance: stance, day: Day(number: day), publisher: publisher, document: document)
    }

    private func relation(_ statements: [Statement]) -> IssuePositions.Relation? {
        IssuePositions.all(of: "A", and: "B", in: statements).first?.relation
    }

    @Test func sidesLeanOneWayOrTheOther() {
        let yes = [told("A", .supports, day: 1), told("A", .callsFor, day: 2)]
        #expect(relation(yes + [told("B", .supports, day: 1), told("B", .callsFor, day: 3)]) == .agree)
        #expect(relation(yes + [told("B", .rejects, day: 1), told("B", .condemns, day: 3)]) == .differ)
        #expect(relation(yes + [told("B", .rejects, day: 1), told("B", .supports, day: 3)]) == .mixed)
        #expect(relation(yes + [told("B", .conditional, day: 1), told("B", .conditional, day: 3)]) == .mixed)
        #expect(relation(yes + [told("B", .rejects)]) == .tooFew)
        #expect(relation(yes) == .oneSided)
        #expect(relation([]) == nil)
    }

    @Test func aStatementCountsOnceADayAndPublisher() throws {
        let all = IssuePositions.all(
            of: "A", and: "B",
            in: [
                told("A", .supports, in: "one"), told("A", .supports, in: "two"), told("A", .supports, by: "Q"),
                told("A", .supports, day: 2), told("A", .opposes), told("C", .opposes), told("B", .opposes, "cyber"),
            ])
        #expect(all.map(\.issue) == ["energy", "cyber"])
        let side = try #require(all.first?.sides.first)
        #expect(side.n == 4 && side.count(.supports) == 3 && side.count(.opposes) == 1 && side.publishers == 2)
        #expect(side.lean == 0.5)
        #expect(side.statements.first?.day.number == 2)
        #expect(all.first?.sides.last?.lean == nil && all.first?.n == 4)
    }

    @Test func theOrderInWhichTheyComeChangesNothing() {
        var statements = (0..<30).map { i in
            told(
                i % 2 == 0 ? "A" : "B", Stance.allCases[i % Stance.allCases.count], "issue\(i % 3)", day: i / 4,
                in: "d\(i)")
        }
        let expected = IssuePositions.all(of: "A", and: "B", in: statements)
        #expect(expected.reduce(0) { $0 + $1.n } == 30)
        var chance = SeededChance(seed: 1)
        for _ in 0..<10 {
            statements.shuffle(using: &chance)
            #expect(IssuePositions.all(of: "A", and: "B", in: statements) == expected)
        }
    }
}
