/// Dates as a workbook counts them: days since a day of its own, the time of day as a fraction (ECMA-376, part 1, 18.17.4).
package struct SerialDate: Hashable, Sendable {
    /// The two ways to count.
    package enum System: Sendable {
        /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was.
        case from1900
        /// Day 0 is 1 January 1904.
        case from1904
    }

    /// Whole days.
    package var day: Int
    /// 0 to 86,399.
    package var second: Int

    /// Days from 1899-12-30, on which day 61 and all later ones of the first system rest, to 1970-01-01.
    private static let epoch1900 = 25_569
    private static let epoch1904 = 24_107
    private static let perDay = 86_400

    /// Rounded to the second; `nil` for what is no date: below zero, after the year 9999.
    package init?(_ value: Double, system: System) {
        let last = system == .from1900 ? 2_958_465 : 2_957_003
        guard value.isFinite, value >= 0, value < Double(last + 1) else { return nil }
        day = Int(value)
        second = Int(((value - Double(day)) * Double(Self.perDay)).rounded())
        if second >= Self.perDay {
            day += 1
            second -= Self.perDay
        }
        guard day <= last else { return nil }
    }

    /// The day in ISO 8601; of the first system "1900-02-29" for day 60, `nil` for day 0.
    package func isoDay(_ system: System) -> String? {
        switch system {
        case .from1904: return Self.iso(day - Self.epoch1904)
        case .from1900:
            if day == 0 { return nil }
            if day == 60 { return "1900-02-29" }
            return Self.iso(day - Self.epoch1900 + (day < 60 ? 1 : 0))
        }
    }

    /// `09:30:00`.
    package var isoTime: String {
        "\(Self.two(second / 3_600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A day, counted from 1970-01-01, of the Gregorian calendar (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2014).
    private static func iso(_ number: Int) -> String {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(year)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(padded)-\(two(month))-\(two(dayOfYear - (153 * shifted + 2) / 5 + 1))"
    }

    /// The serial number, in the first system, of `2026-02-01` or `2026-02-01T09:30:00` with nothing behind it but a zone `Z`;
    /// `nil` for what is no such date or lies before 1 January 1900.
    package static func serial(iso text: String) -> (value: Double, hasTime: Bool)? {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "Z"), bytes.count > 10 { bytes.removeLast() }
        guard bytes.count == 10 || bytes.count == 19 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
            let day = number(8..<10), year >= 1900, (1...12).contains(month), day >= 1, day <= length(year, month)
        else { return nil }
        var value = Double(days(year, month, day) + epoch1900)
        if value < 61 { value -= 1 }
        guard bytes.count == 19 else { return (value, false) }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19), hour < 24,
            minute < 60, second < 60
        else { return nil }
        return (value + Double(hour * 3_600 + minute * 60 + second) / Double(perDay), true)
    }

    private static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && year % 100 != 0 || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
