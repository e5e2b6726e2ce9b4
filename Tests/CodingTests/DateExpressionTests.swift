import Coding
import Diplomacy
import Language
import Testing

/// Reads the dates of a sentence as "words = start..end precision", with the reference Wednesday 4 February 2026.
struct DateProbe {
    var reference: Day? = Day(iso: "2026-02-04")
    var prefer = DateExpression.Direction.nearest

    func read(_ sentence: String) -> [DateExpression] {
        let text = Text(sentence)
        return DateReader(reference: reference).expressions(in: text, tokens: 0..<text.tokens.count, prefer: prefer)
    }

    /// Start and end, one day as one date; the precision where it is not a day.
    func values(_ sentence: String) -> [String] { read(sentence).map { Self.describe($0.value) } }

    func words(_ sentence: String) -> [String] {
        let text = Text(sentence)
        return read(sentence).map { text.string($0.tokens) }
    }

    static func describe(_ date: PartialDate) -> String {
        let days = date.start == date.end ? date.start.iso : "\(date.start.iso)..\(date.end.iso)"
        return date.precision == .day ? days : "\(days) \(date.precision.rawValue)"
    }
}

@Suite struct DateExpressionTests {
    let probe = DateProbe()

    @Test(arguments: [
        ("They signed it on 1 February 2026.", "2026-02-01"),
        ("They signed it on February 1, 2026, in Doha.", "2026-02-01"),
        ("The envoys met on Feb. 1 in Doha.", "2026-02-01"),
        ("The envoys met on the 1st of February.", "2026-02-01"),
        ("The envoys met on the 3rd of May last year.", "2025-05-03"),
        ("The note is dated 2026-02-01.", "2026-02-01"),
        ("Updated 2026-02-01T09:30:00Z", "2026-02-01"),
        ("The note is dated 03/05/2026.", "2026-03-05"),
        ("The note is dated 23/02/2026.", "2026-02-23"),
        ("The note is dated 23.02.2026.", "2026-02-23"),
        ("The note is dated 03-Feb-2026.", "2026-02-03"),
        ("On Tuesday, 3 February 2026, they spoke.", "2026-02-03"),
        ("On Tuesday (Feb. 3) they spoke.", "2026-02-03"),
        ("They spoke on February 3 (Tuesday).", "2026-02-03"),
        ("They met on the twenty-second of June 2017.", "2017-06-22"),
        ("They met on 5 June nineteen ninety-one.", "1991-06-05"),
    ])
    func days(sentence: String, expected: String) { #expect(probe.values(sentence) == [expected]) }

    @Test(arguments: [
        ("Talks will run 27-29 August.", "2025-08-27..2025-08-29"),
        ("He visits from August 27 to 29, 2026.", "2026-08-27..2026-08-29"),
        ("He was there on December 1 and 2.", "2025-12-01..2025-12-02"),
        ("He was there on 1 and 2 December 2024.", "2024-12-01..2024-12-02"),
        ("He toured the region from 3 to 5 May 2024.", "2024-05-03..2024-05-05"),
        ("The visit of 30 April–2 May 2025 was short.", "2025-04-30..2025-05-02"),
        ("He was abroad from 30 December to 2 January.", "2025-12-30..2026-01-02"),
        ("They met between Jan. 20 and now.", "2026-01-20..2026-02-04"),
        ("They met between 4 and 6 June, 2025.", "2025-06-04..2025-06-06"),
        ("Talks lasted from Monday to Wednesday.", "2026-02-02..2026-02-04"),
        ("The truce held from May to September 2025.", "2025-05-01..2025-09-30 month"),
        ("He served there from 2014 to 2018.", "2014-01-01..2018-12-31 year"),
        ("The war of 2014-2018 ended.", "2014-01-01..2018-12-31 year"),
    ])
    func ranges(sentence: String, expected: String) { #expect(probe.values(sentence) == [expected]) }

    @Test(arguments: [
        ("The round is due in early December 2026.", "2026-12-01..2026-12-15 part-of-month"),
        ("They met in mid-May 2025.", "2025-05-10..2025-05-20 part-of-month"),
        ("It was agreed at the end of March.", "2026-03-16..2026-03-31 part-of-month"),
        ("They met in May 2025.", "2025-05-01..2025-05-31 month"),
        ("They meet in May.", "2026-05-01..2026-05-31 month"),
        ("They met last month.", "2026-01-01..2026-01-31 month"),
        ("They met earlier this month.", "2026-02-01..2026-02-03 part-of-month"),
        ("They met last week.", "2026-01-26..2026-02-01 week"),
        ("They meet later this week.", "2026-02-04..2026-02-08 week"),
        ("They meet the week after next.", "2026-02-16..2026-02-22 week"),
        ("The week of April 13 is free.", "2026-04-13..2026-04-19 week"),
        ("They met in the second week of January.", "2026-01-05..2026-01-11 week"),
        ("They met in spring 2025.", "2025-03-01..2025-05-31 season"),
        ("They met last summer.", "2025-06-01..2025-08-31 season"),
        ("They met in the winter of 2024.", "2024-12-01..2025-02-28 season"),
        ("They met in the first quarter of 2025.", "2025-01-01..2025-03-31 quarter"),
        ("Trade fell in Q3 2025.", "2025-07-01..2025-09-30 quarter"),
        ("They met in the second half of 2025.", "2025-07-01..2025-12-31 season"),
        ("They met in late 2024.", "2024-09-01..2024-12-31 season"),
        ("They met in 2024.", "2024-01-01..2024-12-31 year"),
        ("The 2027 meeting will be in Almaty.", "2027-01-01..2027-12-31 year"),
        ("They met last year.", "2025-01-01..2025-12-31 year"),
        ("They met in the 1990s.", "1990-01-01..1999-12-31 year"),
        // Weeks of a month are those whose Thursday lies in it.
        ("They met in the first two weeks of May 2025.", "2025-04-28..2025-05-11 part-of-month"),
    ])
    func periods(sentence: String, expected: String) { #expect(probe.values(sentence) == [expected]) }

    @Test(arguments: [
        ("They spoke today.", "2026-02-04"),
        ("They spoke this morning.", "2026-02-04"),
        ("They spoke earlier today.", "2026-02-04"),
        ("They spoke earlier in the day.", "2026-02-04"),
        ("They will speak tomorrow.", "2026-02-05"),
        ("They spoke yesterday evening.", "2026-02-03"),
        ("They spoke the day before yesterday.", "2026-02-02"),
        ("They speak the day after tomorrow.", "2026-02-06"),
        ("They spoke last night.", "2026-02-03"),
        ("They spoke two days ago.", "2026-02-02"),
        ("They spoke a day earlier.", "2026-02-03"),
        ("They spoke the previous day.", "2026-02-03"),
        ("They spoke the same day.", "2026-02-04"),
        ("They spoke late on Monday.", "2026-02-02"),
        ("They spoke at Monday's session.", "2026-02-02"),
        ("They spoke last Friday.", "2026-01-30"),
        ("They speak next Monday.", "2026-02-09"),
        ("They spoke on Friday last week.", "2026-01-30"),
        ("They speak on Thursday next week.", "2026-02-12"),
        ("They speak two days after 27 February.", "2026-03-01"),
        ("They spoke three weeks ago.", "2026-01-12..2026-01-18 week"),
        ("They meet in two weeks.", "2026-02-16..2026-02-22 week"),
        ("They spoke two months ago.", "2025-12-01..2025-12-31 month"),
        ("They met in the last three days.", "2026-02-01..2026-02-03"),
        ("They spoke after talks, following Monday's call.", "2026-02-02"),
        ("They met for three days from 9 March.", "2026-03-09..2026-03-11"),
        ("They meet on the weekend of February 20.", "2026-02-21..2026-02-22"),
        ("They met over the weekend.", "2026-01-31..2026-02-01"),
        ("They meet this weekend.", "2026-02-07..2026-02-08"),
    ])
    func relative(sentence: String, expected: String) { #expect(probe.values(sentence) == [expected]) }

    @Test func severalDatesInOrder() {
        let values = probe.values("After talks on 3 and 17 May 2025 and on Monday, they meet again on March 2.")
        #expect(values == ["2025-05-03", "2025-05-17", "2026-02-02", "2026-03-02"])
    }

    @Test func wordsLeaveOutPrepositions() {
        #expect(probe.words("On Monday they met in May 2025.") == ["Monday", "May 2025"])
        #expect(probe.words("From August 27 to 29 he toured.") == ["August 27 to 29"])
        #expect(probe.words("Before the Feb. 5 expiry they met.") == ["Feb. 5"])
        #expect(probe.words("They left the day before yesterday.") == ["day before yesterday"])
    }
}
