/// A day of the proleptic Gregorian calendar, as a count of days since 1970-01-01.
///
/// Conversions follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014).
public struct Day: Hashable, Comparable, Sendable {
    public var number: Int

    public init(number: Int) { self.number = number }

    /// The day of a calendar date; `nil` where there is no such date. Years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(year: year, month: month)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads the date at the start of an ISO 8601 date or RFC 3339 time ("2026-02-01T09:00:00Z").
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(10))
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days in a month of a year, 28 to 31.
    public static func length(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int { (((number + 3) % 7) + 7) % 7 + 1 }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    public static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
    public static func - (a: Day, days: Int) -> Day { Day(number: a.number - days) }
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }

    /// `YYYY-MM-DD`.
    public var iso: String {
        let (year, month, day) = civil
        return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// How much of a date a source tells.
public enum DatePrecision: String, Sendable, Codable, CaseIterable {
    case day, week, month, season, quarter, year, unknown
    case partOfMonth = "part-of-month"
}

/// A date as a source tells it: an interval of days with the precision of its wording.
///
/// Written to JSON as ISO 8601 text, cut to the precision where that is a month or a year ("2025-05").
public struct PartialDate: Hashable, Sendable {
    public var start: Day
    public var end: Day
    public var precision: DatePrecision
    /// Clock time `HH:MM` where told.
    public var time: String?
    /// The zone of `time`, as told.
    public var zone: String?
    public var durationMinutes: Int?

    public init(start: Day, end: Day, precision: DatePrecision) {
        self.start = start
        self.end = end
        self.precision = precision
    }

    public init(day: Day) { self.init(start: day, end: day, precision: .day) }

    /// Whether one real date could satisfy both.
    public func overlaps(_ other: PartialDate) -> Bool { start <= other.end && other.start <= end }
}

extension PartialDate: Codable {
    enum CodingKeys: String, CodingKey {
        case start, end, precision, time, zone
        case durationMinutes = "duration_minutes"
    }

    /// The first day, cut to the precision where that is a month or a year ("2004-03").
    public var iso: String { text(start) }

    /// A day, cut to the precision where that is a month or a year.
    public func text(_ day: Day) -> String {
        switch precision {
        case .month: String(day.iso.prefix(7))
        case .year: String(day.iso.prefix(4))
        default: day.iso
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(text(start), forKey: .start)
        try values.encode(text(end), forKey: .end)
        try values.encode(precision, forKey: .precision)
        try values.encodeIfPresent(time, forKey: .time)
        try values.encodeIfPresent(zone, forKey: .zone)
        try values.encodeIfPresent(durationMinutes, forKey: .durationMinutes)
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func day(_ key: CodingKeys, last: Bool) throws -> Day {
            let text = try values.decode(String.self, forKey: key)
            let parts = text.split(separator: "-").compactMap { Int($0) }
            let year = parts.first ?? 0
            let month = parts.count > 1 ? parts[1] : (last ? 12 : 1)
            let dayOfMonth = parts.count > 2 ? parts[2] : (last ? Day.length(year: year, month: month) : 1)
            guard let day = Day(year: year, month: month, day: dayOfMonth) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: values, debugDescription: "expected YYYY, YYYY-MM or YYYY-MM-DD, found \"\(text)\""
                )
            }
            return day
        }
        let first = try day(.start, last: false)
        let last = values.contains(.end) ? try day(.end, last: true) : first
        self.init(
            start: first, end: last,
            precision: try values.decodeIfPresent(DatePrecision.self, forKey: .precision) ?? .day)
        time = try values.decodeIfPresent(String.self, forKey: .time)
        zone = try values.decodeIfPresent(String.self, forKey: .zone)
        durationMinutes = try values.decodeIfPresent(Int.self, forKey: .durationMinutes)
    }
}
