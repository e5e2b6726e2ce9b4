import Diplomacy
import Testing

@Suite struct DayTests {
    @Test func epochIsAThursday() {
        let epoch = Day(number: 0)
        #expect(epoch.iso == "1970-01-01")
        #expect(epoch.weekday == 4)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        var day = try #require(Day(year: 1800, month: 1, day: 1))
        var weekday = 3
        let last = try #require(Day(year: 2200, month: 1, day: 1))
        while day < last {
            let (year, month, dayOfMonth) = day.civil
            #expect(Day(year: year, month: month, day: dayOfMonth) == day)
            #expect(day.weekday == weekday)
            weekday = weekday % 7 + 1
            day = day + 1
        }
    }

    @Test func impossibleDatesAreNone() {
        #expect(Day(year: 2023, month: 2, day: 29) == nil)
        #expect(Day(year: 2024, month: 2, day: 29) != nil)
        #expect(Day(year: 1900, month: 2, day: 29) == nil)
        #expect(Day(year: 2024, month: 13, day: 1) == nil)
        #expect(Day(iso: "2024-1-01") == nil)
        #expect(Day(iso: "2024-02-30T10:00:00Z") == nil)
        #expect(Day(iso: "2024-02-29T10:00:00Z")?.iso == "2024-02-29")
    }
}
