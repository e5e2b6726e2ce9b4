import Diplomacy
import Testing

@testable import Analysis

@Suite struct CoverageTests {
    private func day(_ number: Int) -> Day { Day(number: number) }
    private func span(_ source: String, _ first: Int, _ last: Int) -> Coverage.Stretch {
        .init(source: source, days: day(first)...day(last))
    }

    @Test func stretchesBreakAtLongGaps() {
        let days = [0, 10, 55, 101, 140].map { day($0) }
        let coverage = Coverage(reports: ["A": days.reversed()], asOf: day(300))
        // 45 days are no break, 46 are
        #expect(coverage.stretches.map(\.days) == [day(0)...day(55), day(101)...day(140)])
        #expect(coverage.stretches.map(\.reports) == [3, 2])
        #expect(coverage.changes.map(\.day) == [0, 56, 101, 141].map { day($0) })
        #expect(coverage.changes.map(\.sources) == [1, 0, 1, 0])
        #expect(coverage.changes[1].ended == ["A"] && coverage.changes[2].began == ["A"])
    }

    @Test func whatReportedOfLateReportsStill() {
        let coverage = Coverage(reports: ["A": [day(0), day(30)]], asOf: day(75))
        #expect(coverage.stretches.map(\.days) == [day(0)...day(75)] && coverage.changes.count == 1)
        let over = Coverage(reports: ["A": [day(0), day(30)]], asOf: day(76))
        #expect(over.stretches.map(\.days) == [day(0)...day(30)] && over.changes.map(\.day) == [day(0), day(31)])
        // what is reported after the day is not known on it
        #expect(Coverage(reports: ["A": [day(0), day(90)]], asOf: day(50)).stretches.map(\.reports) == [1])
    }

    @Test func sourcesThatReplaceEachOther() {
        let coverage = Coverage(spans: [span("B", 50, 99), span("A", 0, 49), span("C", 80, 120)], asOf: day(200))
        #expect(coverage.sources == ["A", "B", "C"] && coverage.covered == [day(0)...day(120)])
        #expect(coverage.changes[1] == .init(day: day(50), began: ["B"], ended: ["A"], sources: 1))
        #expect(coverage.changes.map(\.sources) == [1, 1, 2, 1, 0])
        #expect(coverage.window == day(0)...day(120))
    }

    @Test func spansOfOneSourceThatTouchAreOne() {
        let coverage = Coverage(spans: [span("A", 10, 19), span("A", 0, 9), span("A", 5, 12)], asOf: day(15))
        #expect(coverage.stretches == [span("A", 0, 15)] && coverage.changes.count == 1)
    }

    /// The exposure of any span, counted day by day.
    @Test func exposureCountsCoveredDays() {
        let spans = [span("A", 0, 30), span("B", 20, 40), span("A", 60, 60), span("C", 100, 130)]
        let coverage = Coverage(spans: spans, asOf: day(120))
        func isCovered(_ number: Int) -> Bool { number <= 120 && spans.contains { $0.days.contains(day(number)) } }
        for first in stride(from: -5, through: 125, by: 5) {
            for last in stride(from: first - 1, through: 140, by: 3) {
                let counted = first <= last ? (first...last).count { isCovered($0) } : 0
                #expect(coverage.exposure(from: day(first), through: day(last)) == counted)
            }
        }
        let january = CalendarPeriod(.month, containing: day(0))
        #expect(coverage.exposure(of: january) == 31 && coverage.exposure(of: january.advanced(by: 1)) == 10)
        #expect(coverage.exposure(from: day(.min), through: day(.max)) == 41 + 1 + 21)
    }

    @Test func monthsForABaseline() {
        let coverage = Coverage(spans: [span("A", 0, 44)], asOf: day(80))
        let months = coverage.months(
            from: day(0), through: day(80),
            of: [(day(40), "b"), (day(3), "a"), (day(35), "a2"), (day(81), "late"), (day(-1), "early")])
        #expect(months.map(\.period.label) == ["1970-01", "1970-02", "1970-03"])
        #expect(months.map(\.keys) == [["a"], ["b", "a2"], []])
        #expect(months.map(\.exposure) == [1, 0.5, 0])
    }

    @Test func emptyAndWild() {
        let empty = Coverage(reports: [:], asOf: day(0))
        #expect(empty.window == nil && empty.changes.isEmpty && empty.exposure(from: day(0), through: day(9)) == 0)
        let wild = Coverage(reports: ["A": [day(.min), day(.max), day(0)]], asOf: day(.max), longestGap: .max)
        #expect(wild.stretches.count == 3 && wild.asOf == DialogueSamples.day("9999-12-31"))
        #expect(Coverage(spans: [span("A", .min, .max)], asOf: day(0)).covered.first?.upperBound == day(0))
    }

    @Test func orderAndShiftChangeNothing() {
        let reports = ["B": [3, 90, 200, 9].map { day($0) }, "A": [0, 40, 81, 300].map { day($0) }]
        let first = Coverage(reports: reports, asOf: day(400))
        let moved = Coverage(reports: reports.mapValues { $0.map { $0 + 77 }.reversed() }, asOf: day(477))
        #expect(moved.changes.map { $0.day - 77 } == first.changes.map(\.day))
        #expect(moved.changes.map(\.sources) == first.changes.map(\.sources))
        #expect(moved.stretches.map(\.source) == first.stretches.map(\.source))
    }
}
