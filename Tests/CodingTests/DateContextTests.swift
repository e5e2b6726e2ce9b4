import Coding
import Diplomacy
import Language
import Testing

@Suite struct DateContextTests {
    @Test(arguments: [
        "The parties may meet again.",
        "Theresa May spoke to reporters.",
        "Protesters march to the embassy.",
        "They held a second meeting.",
        "The Sun reported the visit.",
        "The army had 2000 soldiers there.",
        "The first visit in ten years was short.",
        "The Good Friday Agreement holds.",
        "It was the 27th round of talks.",
        "They meet every Monday.",
        "Some 1,950 troops left.",
        "They agreed to 24/7 contact.",
        "April Glaspie was ambassador.",
        "The 9/11 attacks were named.",
        "They will start in earnest.",
        "The talks took two days.",
        "He spoke for three hours.",
        "The end of the war is near.",
        "The next round is open.",
        "The last meeting was useful.",
        "They stay in touch in the coming weeks.",
        "They stay in touch in the coming days.",
        "He told The Sunday Times so.",
        "It happened over the last two days of the visit.",
        "See www.example.org/news/2026/02/01/text for more.",
        "Ties grew in previous years.",
        "They are now allies.",
    ])
    func otherMeanings(sentence: String) { #expect(DateProbe().values(sentence).isEmpty) }

    @Test(arguments: [
        ("They meet in May.", "bare-month"), ("They meet on May 5.", "month-day"), ("They met on Monday.", "weekday"),
        ("They met in 2024.", "bare-year"), ("The 2024 summit failed.", "bare-year"),
        ("They met yesterday.", "relative"),
        ("They met on 5 May 2024.", "absolute"), ("They meet on the 27th.", "bare-day"),
        ("They met a day earlier.", "anaphoric"), ("They met that week.", "anaphoric"),
    ])
    func kinds(sentence: String, kind: String) { #expect(DateProbe().read(sentence).map(\.kind.rawValue) == [kind]) }

    @Test func wordingTellsDirection() {
        let probe = DateProbe()
        #expect(probe.read("They met last week.").map(\.past) == [true])
        #expect(probe.read("They met two days ago.").map(\.past) == [true])
        #expect(probe.read("They meet next month.").map(\.past) == [false])
        #expect(probe.read("They meet tomorrow.").map(\.past) == [false])
        #expect(probe.read("They meet on Monday.").map(\.past) == [nil])
        #expect(probe.read("They met a day earlier.").map(\.offset) == [-1])
    }

    /// 4 February 2026 is a Wednesday.
    @Test(arguments: [
        ("on Monday", "2026-02-02", "2026-02-09", "2026-02-02"),
        ("on Wednesday", "2026-02-04", "2026-02-04", "2026-02-04"),
        ("on 5 August", "2025-08-05", "2026-08-05", "2026-08-05"),
        ("on December 28", "2025-12-28", "2026-12-28", "2025-12-28"),
        ("on the 27th", "2026-01-27", "2026-02-27", "2026-01-27"),
    ])
    func tenseChoosesTheSide(words: String, past: String, future: String, nearest: String) {
        let sentence = "The ministers meet \(words)."
        #expect(DateProbe(prefer: .past).values(sentence) == [past])
        #expect(DateProbe(prefer: .future).values(sentence) == [future])
        #expect(DateProbe(prefer: .nearest).values(sentence) == [nearest])
    }

    /// A weekday is within the last seven days or the coming six, whatever the day of publication.
    @Test func weekdaysAreNearForEveryReference() throws {
        let first = try #require(Day(iso: "2024-02-26"))
        for step in 0..<14 {
            let reference = first + step
            for (number, name) in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
                .enumerated()
            {
                let past = try #require(DateProbe(reference: reference, prefer: .past).read("on \(name)").first).value
                    .start
                let future = try #require(DateProbe(reference: reference, prefer: .future).read("on \(name)").first)
                    .value.start
                #expect(past.weekday == number + 1 && (0...6).contains(reference - past))
                #expect(future.weekday == number + 1 && (0...6).contains(future - reference))
            }
        }
    }

    @Test func withoutReferenceOnlyDatesThatCarryTheirYear() {
        let probe = DateProbe(reference: nil)
        #expect(probe.values("Yesterday, on Monday, on 5 May and last week they met.").isEmpty)
        #expect(
            probe.values("They met on 5 May 2024 and in late 2023.") == ["2024-05-05", "2023-09-01..2023-12-31 season"])
    }

    @Test(arguments: [
        ("They met on Monday at 10:30 Moscow time.", "2026-02-02", "10:30", "Moscow time"),
        ("They spoke at 3 p.m. on Tuesday.", "2026-02-03", "15:00", nil),
        ("The call began at 0900 GMT on 3 February.", "2026-02-03", "09:00", "GMT"),
        ("They meet tomorrow at noon.", "2026-02-05", "12:00", nil),
        ("They met from 9 a.m. to 11 a.m. on Tuesday.", "2026-02-03", "09:00", nil),
        ("They meet on Feb. 6, 8.30pm.", "2026-02-06", "20:30", nil),
    ])
    func clockTimes(sentence: String, day: String, time: String, zone: String?) throws {
        let found = DateProbe().read(sentence)
        #expect(found.map(\.value.start.iso) == [day])
        #expect(found.first?.value.time == time)
        #expect(found.first?.value.zone == zone)
    }

    @Test func onlyTheGivenTokensAreRead() {
        let text = Text("Monday was calm. Tuesday was not.")
        let second = text.sentences[1].tokens
        let found = DateReader(reference: Day(iso: "2026-02-04")).expressions(in: text, tokens: second)
        #expect(found.map { text.string($0.tokens) } == ["Tuesday"])
        #expect(DateReader(reference: nil).expressions(in: text, tokens: 0..<0).isEmpty)
    }

    @Test func impossibleDaysAreNoDates() {
        #expect(DateProbe().values("It is dated 2025-02-30.").isEmpty)
        #expect(DateProbe().values("It is dated 31.04.2025.").isEmpty)
    }

    /// Time grows with length: dates do not look back over the text.
    @Test func expressionsNeverOverlap() {
        let sentence =
            "On Monday, 2 February 2026, and from 3 to 5 May 2024, late last week, in the first half of 2025 they met. "
        let text = Text(String(repeating: sentence, count: 50))
        let found = DateReader(reference: Day(iso: "2026-02-04")).expressions(in: text, tokens: 0..<text.tokens.count)
        #expect(found.count == 200)
        for (one, next) in zip(found, found.dropFirst()) { #expect(one.tokens.upperBound <= next.tokens.lowerBound) }
    }
}
