package import Diplomacy

/// An encounter as an entry of a calendar (RFC 5545), and the calendar's writer.
///
/// Every event takes whole days. A clock time is told by a report in a zone that the report seldom names, and a
/// calendar would move it to the reader's own: it stands in the description, in the words "Time as reported", and not
/// in `DTSTART`.
package struct CalendarEvent: Sendable {
    package enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The same for all versions of an event, and no other event's.
    package var uid: String
    package var first: Day
    /// The last day, which belongs to the event. One before `first` is taken for `first`.
    package var last: Day
    /// Clock time `HH:MM`, where told.
    package var time: String?
    package var summary: String
    package var description: String
    package var location: String?
    package var url: String?
    package var status: Status
    /// When this version was made: RFC 3339 in UTC ("2026-02-01T09:00:00Z"). Fractions of a second are cut. What is no
    /// such time is written as the start of `first`, since a calendar without a stamp is refused.
    package var stamp: String
    /// The number of the version, from 0.
    package var sequence: Int

    package init(
        uid: String, first: Day, last: Day, time: String? = nil, summary: String, description: String,
        location: String? = nil, url: String? = nil, status: Status, stamp: String, sequence: Int = 0
    ) {
        self.uid = uid
        self.first = first
        self.last = last
        self.time = time
        self.summary = summary
        self.description = description
        self.location = location
        self.url = url
        self.status = status
        self.stamp = stamp
        self.sequence = sequence
    }

    /// A whole calendar in the order given, lines of at most 75 octets that end with CR LF.
    ///
    /// RFC 5545 wants at least one event; programs read a calendar without one as an empty one.
    package static func calendar(_ events: some Sequence<CalendarEvent>, name: String) -> String {
        head(name: name) + events.map(\.text).joined() + tail
    }

    /// What stands before the events.
    ///
    /// - Parameter description: what programs show of the calendar as a whole; empty for nothing.
    package static func head(name: String, description: String = "") -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapporteur//Register of encounters//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped(name),
        ]
        if !description.isEmpty { lines.append("X-WR-CALDESC:" + escaped(description)) }
        return written(lines)
    }

    /// What stands behind them.
    package static let tail = written(["END:VCALENDAR"])

    /// The event, from BEGIN to END.
    package var text: String { Self.written(lines) }

    private static func written(_ lines: [String]) -> String { lines.map { folded($0) + "\r\n" }.joined() }

    private var lines: [String] {
        var lines = [
            "BEGIN:VEVENT",
            "UID:" + Self.escaped(uid),
            "DTSTAMP:" + utcStamp,
            "SEQUENCE:\(max(0, sequence))",
            "DTSTART;VALUE=DATE:" + Self.date(first),
            "DTEND;VALUE=DATE:" + Self.date(max(first, last) + 1),
            "SUMMARY:" + Self.escaped(summary),
        ]
        let told = time.map { "Time as reported: " + $0 }
        let text = [description, told ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
        if !text.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(text)) }
        if let location, !location.isEmpty { lines.append("LOCATION:" + Self.escaped(location)) }
        // an address is no text: it has no escapes (RFC 5545, section 3.3.13)
        if let link = url?.bareLink, !link.isEmpty { lines.append("URL:" + link) }
        return lines + ["STATUS:" + status.rawValue, "TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    private static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    private var utcStamp: String {
        let time = Array(stamp.utf8.dropFirst(10).prefix(9))
        let digits = time.filter { (0x30...0x39).contains($0) }
        guard let day = Day(iso: stamp), digits.count == 6, time.count == 9, time[0] == UInt8(ascii: "T"),
            time[3] == UInt8(ascii: ":"), time[6] == UInt8(ascii: ":")
        else { return Self.date(first) + "T000000Z" }
        return Self.date(day) + "T" + String(decoding: digits, as: UTF8.self) + "Z"
    }

    /// A value of type TEXT (RFC 5545, section 3.3.11). A line break of any kind is `\n`; other control characters but
    /// the tab are dropped.
    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": out.append(contentsOf: ["\\", "n"])
            case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
            case "\t": out.append(scalar)
            default: if scalar.properties.generalCategory != .control { out.append(scalar) }
            }
            previous = scalar
        }
        return String(out)
    }

    /// A line cut so that no piece has more than 75 octets, its leading space counted, and no scalar is cut in two (RFC
    /// 5545, section 3.1).
    private static func folded(_ line: String) -> String {
        var out = String.UnicodeScalarView()
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                out.append(contentsOf: ["\r", "\n", " "])
                octets = 1
            }
            out.append(scalar)
            octets += width
        }
        return String(out)
    }
}
