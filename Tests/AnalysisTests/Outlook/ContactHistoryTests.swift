import Diplomacy
import Testing

@testable import Analysis

@Suite struct ContactHistoryTests {
    private func days(_ numbers: [Int]) -> [Day] { numbers.map { Day(number: $0) } }

    @Test func daysAreCountedOnceAndRunsTogether() {
        let history = ContactHistory(dyad: "a", days: days([12, 5, 6, 5, 7, 12, 2]), began: Day(number: 3))
        #expect(history.days.map(\.number) == [5, 6, 7, 12] && history.starts == [5, 12])
        #expect(history.count(from: Day(number: 6), through: Day(number: 12)) == 3)
        #expect(history.count(from: Day(number: 8), through: Day(number: 6)) == 0)
        #expect(history.next(after: Day(number: 7)) == Day(number: 12) && history.next(after: Day(number: 12)) == nil)
        #expect(history.runs(by: Day(number: 6)) == 1 && history.length(ofRun: 0, by: Day(number: 6)) == 2)
        #expect(
            history.length(ofRun: 0, by: Day(number: 40)) == 3 && history.length(ofRun: 1, by: Day(number: 40)) == 1)
    }

    @Test func selectionsChooseLevelAndKind() {
        func contact(_ day: Int, _ kind: EncounterKind, _ level: Level?, _ series: String? = nil) -> Contact {
            Contact(
                encounter: "e\(day)", date: PartialDate(day: Day(number: day)), kind: kind, medium: .inPerson,
                level: level,
                series: series)
        }
        let contacts = [
            contact(1, .visit, .leader), contact(3, .call, .leader), contact(5, .call, .minister, "dialogue"),
            contact(7, .visit, nil),
        ]
        func chosen(_ level: Level?, _ kind: EncounterKind?) -> [Int] {
            ContactHistory(
                dyad: "a", contacts: contacts, began: Day(number: 0),
                selection: ContactSelection(level: level, kind: kind)
            ).days.map(\.number)
        }
        #expect(chosen(nil, nil) == [1, 3, 5, 7] && chosen(.leader, nil) == [1, 3])
        #expect(chosen(nil, .call) == [3, 5] && chosen(.minister, .visit).isEmpty)
        let all = ContactHistory(dyad: "a", contacts: contacts, began: Day(number: 0))
        #expect(all.rounds == ["dialogue": days([5])])
    }
}
