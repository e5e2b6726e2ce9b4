import Diplomacy
import Testing

@testable import Reading

/// What `make fuzz` found in this module.
@Suite("Dates, found by fuzzing")
struct ReadingFoundByFuzzingTests {
    /// Whatever stood between and behind the parts of a week date was passed over.
    @Test(arguments: [
        "2026-W11 the talks went on", "2026-W1;1 talks-4", "2026-W11SetM-ä@z4", "2026 talks-W47-4",
        "2026\u{FFFD}\u{FFFD}-W47-4",
    ])
    func wordsAroundWeeks(text: String) {
        #expect(PublicationTime(text) == nil)
    }

    /// ISO 8601: the eleventh week of 2026 begins on Monday, 9 March.
    @Test(arguments: [
        ("2026-W11", 9, DatePrecision.week), ("2026-W11-4", 12, .day), ("2026W114", 12, .day),
        ("Published: 2026-W11-4", 12, .day), ("2026-W11-4T10:00Z", 12, .day),
    ])
    func weeks(text: String, day: Int, precision: DatePrecision) {
        let time = PublicationTime(text)
        #expect(time?.day == Day(year: 2026, month: 3, day: day))
        #expect(time?.precision == precision)
    }

    /// Midnight at the end of a day is the next day, unless there is none.
    @Test func theLastMidnight() {
        #expect(PublicationTime("9999-12-31 24:00") == nil)
        #expect(PublicationTime("31 December 9999, 24:00") == nil)
        #expect(PublicationTime("31 December 9998, 24:00")?.rfc3339 == "9999-01-01T00:00:00")
        #expect(PublicationTime("9999-12-31T23:59:59Z")?.rfc3339 == "9999-12-31T23:59:59Z")
    }
}
