import Diplomacy
import Testing

@testable import Analysis

@Suite("Contacts as they are counted")
struct ContactTests {
    private func contact(
        _ id: String, _ day: Int, to end: Int? = nil, _ kind: EncounterKind = .meeting, _ medium: Medium = .inPerson,
        level: Level? = nil, issues: [String] = [], carrier: String? = nil, precision: DatePrecision = .day
    ) -> Contact {
        Contact(
            encounter: id,
            date: PartialDate(start: Day(number: day), end: Day(number: end ?? day), precision: precision),
            kind: kind, medium: medium, level: level, issues: issues,
            carriers: carrier.map { [Contact.Carrier(person: $0, party: "USA")] } ?? [])
    }

    @Test func aVisitAndWhatIsInItsCourseAreOne() {
        let counted = [
            contact("talks", 12, .talks, level: .leader, issues: ["energy"], carrier: "Ann"),
            contact("visit", 10, to: 14, .visit, level: .minister, issues: ["cyber"], carrier: "Bob"),
            contact("call", 13, .call, .phone), contact("after", 15),
        ].counted()
        #expect(counted.map(\.encounters) == [["visit", "talks"], ["call"], ["after"]])
        #expect(counted[0].level == .leader && counted[0].issues == ["cyber", "energy"])
        #expect(counted[0].carriers.map(\.person) == ["Bob", "Ann"])
    }

    @Test func oneADayOfTheHighestLevel() {
        let counted = [
            contact("b", 5, level: .minister), contact("a", 5, .call, .phone, level: .leader), contact("c", 6),
        ].counted()
        #expect(counted.map(\.encounters) == [["a", "b"], ["c"]])
        #expect(counted[0].level == .leader && counted[0].kind == .call)
    }

    @Test func whatIsLessPreciseStandsForItself() {
        let counted = [
            contact("month", 1, to: 31, precision: .month), contact("day", 1),
            contact("year", 1, to: 365, precision: .year),
        ].counted()
        #expect(counted.count == 3)
        #expect([Contact]().counted().isEmpty)
    }

    @Test func overlappingVisitsEachTakeWhatIsTheirs() {
        let counted = [
            contact("v1", 1, to: 3, .visit), contact("v2", 2, to: 9, .visit), contact("m3", 3), contact("m8", 8),
            contact("m20", 20),
        ].counted()
        #expect(counted.map(\.encounters) == [["v1"], ["v2", "m3", "m8"], ["m20"]])
    }

    @Test func theOrderInWhichTheyComeChangesNothing() {
        var all = (0..<40).map { i in
            contact("e\(i)", i * 7 % 30, to: i * 7 % 30 + (i % 5 == 0 ? 4 : 0), i % 5 == 0 ? .visit : .meeting)
        }
        let expected = all.counted()
        #expect(expected.flatMap(\.encounters).sorted() == all.map(\.encounter).sorted())
        var chance = SeededChance(seed: 3)
        for _ in 0..<20 {
            all.shuffle(using: &chance)
            #expect(all.counted() == expected)
        }
    }
}
