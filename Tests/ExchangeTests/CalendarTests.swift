import Diplomacy
import FoundationEssentials
import Testing

@testable import Exchange

private func event(_ text: String = "Talks", time: String? = nil, location: String? = nil) throws -> CalendarEvent {
    let day = try #require(Day(year: 2026, month: 2, day: 27))
    return CalendarEvent(
        uid: "enc_1@rapporteur", first: day, last: day + 1, time: time, summary: text, description: text,
        location: location, status: .confirmed, stamp: "2026-02-01T09:00:00Z", sequence: 3)
}

/// The lines of a calendar as they were before folding.
private func unfolded(_ text: String) throws -> [String] {
    var lines: [String] = []
    for line in try #require(text.crlfLines) {
        if line.unicodeScalars.first == " ", let last = lines.popLast() {
            lines.append(last + String(line.unicodeScalars.dropFirst()))
        } else {
            lines.append(line)
        }
    }
    return lines
}

private func lines(_ events: CalendarEvent..., name: String = "Register") throws -> [String] {
    try unfolded(CalendarEvent.calendar(events, name: name))
}

/// The value of a line of a name.
private func value(_ name: String, _ lines: [String]) -> String? {
    lines.first { $0.hasPrefix(name + ":") }.map { String($0.unicodeScalars.dropFirst(name.unicodeScalars.count + 1)) }
}

@Suite("Calendar")
struct CalendarTests {
    @Test("an event takes whole days, of which the end is the day after the last")
    func whole() throws {
        var event = try event(location: "Geneva, Switzerland")
        event.url = "https://a.example/e/1?a,b;c"
        #expect(
            try lines(event) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapporteur//Register of encounters//EN",
                "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Register", "BEGIN:VEVENT",
                "UID:enc_1@rapporteur", "DTSTAMP:20260201T090000Z", "SEQUENCE:3", "DTSTART;VALUE=DATE:20260227",
                "DTEND;VALUE=DATE:20260301", "SUMMARY:Talks", "DESCRIPTION:Talks", #"LOCATION:Geneva\, Switzerland"#,
                "URL:https://a.example/e/1?a,b;c", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT",
                "END:VCALENDAR",
            ])
    }

    @Test("a last day before the first is the first")
    func reversed() throws {
        var event = try event()
        event.last = event.first - 9
        #expect(try lines(event).contains("DTEND;VALUE=DATE:20260228"))
    }

    @Test("a clock time stands in the description and moves no start")
    func time() throws {
        var timed = try event(time: "09:30")
        let written = try lines(timed)
        #expect(value("DESCRIPTION", written) == #"Talks\n\nTime as reported: 09:30"#)
        #expect(written.contains("DTSTART;VALUE=DATE:20260227"))
        timed.description = ""
        #expect(try value("DESCRIPTION", lines(timed)) == "Time as reported: 09:30")
    }

    @Test("what is absent or empty is left out")
    func absent() throws {
        var event = try event("", location: "")
        event.url = " \r\n"
        let written = try lines(event)
        #expect(!written.contains { $0.hasPrefix("DESCRIPTION") || $0.hasPrefix("LOCATION") || $0.hasPrefix("URL") })
    }

    @Test(
        "status and version",
        arguments: [
            (CalendarEvent.Status.tentative, "TENTATIVE"), (.confirmed, "CONFIRMED"), (.cancelled, "CANCELLED"),
        ])
    func status(status: CalendarEvent.Status, word: String) throws {
        var event = try event()
        event.status = status
        event.sequence = -4
        let written = try lines(event)
        #expect(value("STATUS", written) == word)
        #expect(value("SEQUENCE", written) == "0")
    }

    @Test(
        "a stamp is written as UTC, and what is none as the start of the first day",
        arguments: [
            ("2026-02-01T09:08:07Z", "20260201T090807Z"), ("2026-02-01T09:08:07.123Z", "20260201T090807Z"),
            ("2026-02-01", "20260227T000000Z"), ("", "20260227T000000Z"), ("2026-02-30T09:00:00Z", "20260227T000000Z"),
            ("2026-02-01T9:00:000Z", "20260227T000000Z"), ("2026-02-01T\r\nX:00:00Z", "20260227T000000Z"),
        ])
    func stamp(stamp: String, written: String) throws {
        var event = try event()
        event.stamp = stamp
        #expect(try value("DTSTAMP", lines(event)) == written)
    }

    @Test(
        "text is escaped",
        arguments: [
            (#"a\b;c,d:e"#, #"a\\b\;c\,d:e"#), ("a\nb\r\nc\rd", #"a\nb\nc\nd"#), ("a\n\nb\n\rc", #"a\n\nb\n\nc"#),
            ("a\u{85}b\u{2028}c\u{2029}d", #"a\nb\nc\nd"#), ("a\0\u{7}\u{1B}\u{7F}\u{9B}b\tc", "ab\tc"),
            ("\u{200F}שלום\u{202E}", "\u{200F}שלום\u{202E}"), (";\u{301}", "\\;\u{301}"), (#"\n"#, #"\\n"#),
        ])
    func escapes(text: String, written: String) throws {
        let found = try #require(try value("SUMMARY", lines(event(text))))
        #expect(Array(found.unicodeScalars) == Array(written.unicodeScalars))
    }

    @Test("no words add a line or an event, whatever they are", arguments: hostile)
    func hostileWords(text: String) throws {
        var event = try event(text, time: text, location: text)
        event.uid = text
        event.url = text
        event.stamp = text
        let calendar = CalendarEvent.calendar([event, event], name: text)
        #expect(try #require(calendar.crlfLines).allSatisfy { $0.utf8.count <= 75 })
        #expect(!calendar.hasScalar("\0"))
        let names = try unfolded(calendar).map { $0.prefix { $0 != ":" } }
        #expect(names.filter { $0 == "BEGIN" }.count == 3)
        #expect(names.filter { $0 == "END" }.count == 3)
        #expect(names.filter { $0 == "UID" }.count == 2)
        #expect(
            Set(names.map(String.init)).isSubset(of: [
                "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "UID", "DTSTAMP", "SEQUENCE",
                "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS",
                "TRANSP",
            ]))
    }

    @Test("a calendar without events has its head and its end")
    func empty() throws {
        let written = try unfolded(CalendarEvent.calendar([], name: "A, B\n"))
        #expect(written.count == 7)
        #expect(written[5] == #"X-WR-CALNAME:A\, B\n"#)
    }
}

@Suite("Folding")
struct FoldingTests {
    /// The lines that the summary takes.
    private func pieces(_ text: String) throws -> [String] {
        let all = try #require(CalendarEvent.calendar([event(text)], name: "n").crlfLines)
        let start = try #require(all.firstIndex { $0.hasPrefix("SUMMARY:") })
        return [all[start]] + all[(start + 1)...].prefix { $0.unicodeScalars.first == " " }
    }

    @Test("a line of 75 octets is whole, one of 76 is not")
    func edge() throws {
        let room = 75 - "SUMMARY:".utf8.count
        #expect(try pieces(String(repeating: "x", count: room)).map(\.utf8.count) == [75])
        #expect(try pieces(String(repeating: "x", count: room + 1)).map(\.utf8.count) == [75, 2])
        #expect(try pieces(String(repeating: "x", count: room + 74)).map(\.utf8.count) == [75, 75])
        #expect(try pieces(String(repeating: "x", count: room + 75)).map(\.utf8.count) == [75, 75, 2])
    }

    @Test(
        "no scalar is cut, at any place of the fold",
        arguments: ["é", "€", "👨‍👩‍👧‍👦", "🇺🇳", "e\u{301}", "\u{200F}א"], 55...75)
    func scalars(sign: String, before: Int) throws {
        let text = String(repeating: "x", count: before) + String(repeating: sign, count: 40)
        let pieces = try pieces(text)
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 && !$0.hasScalar("\u{FFFD}") })
        // as full as scalars of at most four octets let it be
        #expect(pieces.dropLast().allSatisfy { $0.utf8.count >= 72 })
        let whole = pieces[0] + pieces.dropFirst().map { String($0.unicodeScalars.dropFirst()) }.joined()
        #expect(Array(whole.utf8) == Array("SUMMARY:\(text)".utf8))
    }

    @Test("spaces at the fold are kept")
    func spaces() throws {
        let text = String(repeating: " ", count: 200)
        #expect(try value("SUMMARY", lines(event(text))) == text)
    }
}
