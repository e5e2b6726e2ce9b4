import Diplomacy
import Language
import Testing

@testable import Coding

@Suite struct DateCalendarTests {
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Every day from 2023 to 2025, in every full spelling, is read as itself whatever the reference.
    @Test func everyDayInEverySpelling() throws {
        let first = try #require(Day(iso: "2023-01-01"))
        let probe = DateProbe(reference: Day(iso: "2031-07-09"))
        for step in 0..<1096 {
            let day = first + step
            let (year, month, number) = day.civil
            let name = Self.monthNames[month - 1]
            for spelling in [
                "\(number) \(name) \(year)", "\(name) \(number), \(year)", "the \(number)th of \(name), \(year)",
                day.iso,
                "\(month)/\(number)/\(year)", "\(number) \(name.prefix(3)) \(year)",
                "\(name.prefix(3))\(month == 5 ? "" : ".") \(number), \(year)",
            ] {
                let found = probe.read("They met on \(spelling), they said.")
                #expect(found.map(\.value) == [PartialDate(day: day)], "\(spelling)")
                #expect(found.first?.kind == .absolute, "\(spelling)")
            }
        }
    }

    /// A day without its year is never more than half a year, or a leap day, from the reference.
    @Test func monthDaysAreNear() throws {
        let reference = try #require(Day(iso: "2026-02-04"))
        for step in 0..<365 {
            let wanted = reference + (step - 182)
            let (_, month, number) = wanted.civil
            let found = DateProbe().read("They met on \(Self.monthNames[month - 1]) \(number).")
            #expect(found.map(\.value.start) == [wanted])
        }
    }

    @Test func partsLieWithinTheirWhole() throws {
        for year in 2023...2025 {
            for month in 1...12 {
                let whole = try #require(DateCalendar.month(year, month))
                for part in [DatePart.early, .middle, .late] {
                    let cut = try #require(DateCalendar.part(part, of: whole))
                    #expect(whole.start <= cut.start && cut.start < cut.end && cut.end <= whole.end)
                    #expect(cut.precision == .partOfMonth)
                }
                let late = try #require(DateCalendar.part(.late, of: whole))
                #expect(late.end == whole.end)
            }
        }
    }

    /// The weeks of a month follow each other, and the last holds its last Thursday.
    @Test func weeksOfAMonth() throws {
        for month in 1...12 {
            let whole = try #require(DateCalendar.month(2026, month))
            let first = DateCalendar.week(1, of: whole)
            #expect(whole.overlaps(first) && first.start.weekday == 1 && first.end - first.start == 6)
            #expect((first.start + 3).civil.month == month)
            #expect(DateCalendar.week(2, of: whole).start == first.start + 7)
            let last = DateCalendar.week(-1, of: whole)
            #expect((last.start + 3).civil.month == month && (last.start + 10).civil.month != month)
        }
    }

    @Test func quartersAndHalvesCoverTheYear() throws {
        let year = try #require(DateCalendar.year(2024))
        let quarters = (1...4).compactMap { DateCalendar.quarter(2024, $0) }
        let halves = (1...2).compactMap { DateCalendar.half(2024, $0) }
        for parts in [quarters, halves] {
            #expect(parts.first?.start == year.start && parts.last?.end == year.end)
            for (one, next) in zip(parts, parts.dropFirst()) { #expect(next.start == one.end + 1) }
        }
        #expect(DateCalendar.quarter(2024, 5) == nil)
        #expect(DateCalendar.season(2024, from: 12)?.end.iso == "2025-02-28")
    }

    @Test func monthsOnKeepTheDayOrTakeTheLast() throws {
        let day = try #require(Day(iso: "2024-01-31"))
        #expect(DateCalendar.adding(months: 1, to: day)?.iso == "2024-02-29")
        #expect(DateCalendar.adding(months: 13, to: day)?.iso == "2025-02-28")
        #expect(DateCalendar.adding(months: -2, to: day)?.iso == "2023-11-30")
        #expect(DateCalendar.adding(1, .fortnight, to: day)?.iso == "2024-02-14")
    }

    @Test func theIndexKnowsItsWordsOnly() {
        let index = DateWord.index
        #expect(index.words[Int(index.place(Folding.key("Monday")))] == .weekday(1, plain: false))
        #expect(index.words[Int(index.place(Folding.key("SEPT.")))] == .month(9, plain: true))
        for word in ["minister", "mondays", "", "x", "maybe"] { #expect(index.place(Folding.key(word)) == 0) }
    }

    /// Clocks read what a clock shows and nothing else.
    @Test func everyMinuteOfTheDay() {
        for minute in stride(from: 0, to: 1440, by: 7) {
            let time = "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
            #expect(DateProbe().read("They met on Monday at \(time) GMT.").map(\.value.time) == [time])
        }
        #expect(DateProbe().read("They met on Monday at 25:10.").map(\.value.time) == [nil])
        #expect(DateProbe().read("They met on Monday at 12 a.m.").map(\.value.time) == ["00:00"])
        #expect(DateProbe().read("They met on Monday at 12 p.m.").map(\.value.time) == ["12:00"])
    }
}
