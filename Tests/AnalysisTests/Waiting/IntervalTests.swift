import Diplomacy
import Testing

@testable import Analysis

@Suite struct IntervalTests {
    private func days(_ numbers: [Int]) -> [Day] { numbers.map { Day(number: $0) } }

    @Test func onlyWaitsThatHaveLengthAreWaits() {
        #expect(Interval(time: 0, ended: true) == nil && Interval(entry: 3, time: 3, ended: true) == nil)
        #expect(Interval(entry: -1, time: 3, ended: true) == nil && Interval(time: .infinity, ended: false) == nil)
        #expect(Interval(time: .nan, ended: false) == nil && Interval(entry: 2, time: 3, ended: false) != nil)
    }

    @Test func theLastWaitIsCensoredAtToday() {
        let waits = Interval.waits(of: days([30, 10, 10, 5, 900]), began: Day(number: 0), today: Day(number: 50))
        #expect(waits.map(\.time) == [5, 20, 20] && waits.map(\.ended) == [true, true, false])
        #expect(waits.allSatisfy { $0.entry == 0 })
    }

    @Test func theFirstWaitIsTruncatedWhereItsStartIsKnown() {
        let waits = Interval.waits(
            of: days([10]), began: Day(number: 0), today: Day(number: 10), previous: Day(number: -20))
        #expect(waits == [Interval(entry: 19, time: 30, ended: true)].compactMap { $0 })
        // a contact on the first day that is watched ends a wait that was at risk then
        let atOnce = Interval.waits(
            of: days([0]), began: Day(number: 0), today: Day(number: 0), previous: Day(number: -1))
        #expect(atOnce == [Interval(entry: 0, time: 1, ended: true)].compactMap { $0 })
        let silent = Interval.waits(of: [], began: Day(number: 0), today: Day(number: 4), previous: Day(number: -3))
        #expect(silent == [Interval(entry: 2, time: 7, ended: false)].compactMap { $0 })
    }

    @Test func nothingKnownGivesNoWaits() {
        #expect(Interval.waits(of: [], began: Day(number: 0), today: Day(number: 9)).isEmpty)
        #expect(Interval.waits(of: days([3]), began: Day(number: 9), today: Day(number: 0)).isEmpty)
        #expect(Interval.waits(of: days([9]), began: Day(number: 0), today: Day(number: 9)).isEmpty)
        // what is called previous must be before the sources began
        let late = Interval.waits(of: days([5]), began: Day(number: 0), today: Day(number: 5), previous: Day(number: 2))
        #expect(late.isEmpty)
    }
}
