import Diplomacy
import Testing

@testable import Analysis

@Suite struct CalendarPeriodTests {
    private func day(_ iso: String) -> Day { DialogueSamples.day(iso) }

    @Test func boundsAndLabels() throws {
        let month = try #require(CalendarPeriod(.month, year: 2024, part: 2))
        #expect(month.start == day("2024-02-01") && month.end == day("2024-02-29") && month.days == 29)
        #expect(month.label == "2024-02")
        let quarter = try #require(CalendarPeriod(.quarter, year: 2025, part: 3))
        #expect(quarter.start == day("2025-07-01") && quarter.end == day("2025-09-30") && quarter.label == "2025-Q3")
        let year = try #require(CalendarPeriod(.year, year: 812))
        #expect(year.start == day("0812-01-01") && year.end == day("0812-12-31") && year.label == "0812")
        #expect(
            CalendarPeriod(.month, year: 2024, part: 13) == nil && CalendarPeriod(.year, year: 2024, part: 2) == nil)
        #expect(CalendarPeriod(.year, year: 0) == nil && CalendarPeriod(.year, year: 10_000) == nil)
    }

    /// Every day of a leap year and of the year after lies in the period that its date says, and periods follow each other without a gap.
    @Test func everyDayLiesInItsPeriod() {
        for number in day("2024-01-01").number...day("2025-12-31").number {
            let day = Day(number: number)
            let civil = day.civil
            let month = CalendarPeriod(.month, containing: day)
            let quarter = CalendarPeriod(.quarter, containing: day)
            #expect(month.year == civil.year && month.part == civil.month && month.contains(day))
            #expect(quarter.part == (civil.month + 2) / 3 && quarter.contains(day))
            #expect(CalendarPeriod(.year, containing: day).year == civil.year)
        }
        for unit in CalendarPeriod.Unit.allCases {
            let periods = CalendarPeriod.all(unit, from: day("2019-11-30"), through: day("2025-01-01"))
            for (first, second) in zip(periods, periods.dropFirst()) {
                #expect(first.end + 1 == second.start && first < second && first.advanced(by: 1) == second)
                #expect(first.distance(to: second) == 1)
            }
        }
    }

    @Test func spans() {
        #expect(
            CalendarPeriod.all(.month, from: day("2024-12-31"), through: day("2025-01-01")).map(\.label) == [
                "2024-12", "2025-01",
            ])
        #expect(CalendarPeriod.all(.quarter, from: day("2025-01-01"), through: day("2025-12-31")).count == 4)
        #expect(CalendarPeriod.all(.year, from: day("2025-01-02"), through: day("2025-01-01")).isEmpty)
        let march = CalendarPeriod(.month, containing: day("2024-03-15"))
        #expect(march.advanced(by: -3).label == "2023-12" && march.advanced(by: 10).label == "2025-01")
        #expect(march.distance(to: CalendarPeriod(.year, containing: march.start)) == nil)
    }

    @Test func endsOfTheCalendarAreNotPassed() {
        for unit in CalendarPeriod.Unit.allCases {
            let first = CalendarPeriod(unit, containing: Day(number: .min))
            let last = CalendarPeriod(unit, containing: Day(number: .max))
            #expect(first.start == day("0001-01-01") && last.end == day("9999-12-31"))
            #expect(
                first.advanced(by: .min) == first && last.advanced(by: .max) == last && last.advanced(by: 1) == last)
        }
        #expect(CalendarPeriod.all(.month, from: Day(number: .min), through: Day(number: .max)).count == 119_988)
    }
}
