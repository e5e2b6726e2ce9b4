package import Diplomacy

/// A date as a desk writes it in a cell: a day, a month, a year, or a range of days.
package struct TableDate: Hashable, Sendable {
    /// How dates are written.
    package enum Format: String, Sendable, CaseIterable {
        /// `2026-02-01`, `2026-02`, `2026`, also with a time behind.
        case iso
        /// `1.2.2026`, `01/02/26`, `02.2026`: the day first.
        case dayFirst = "d.m.y"
        /// `2/1/2026`: the month first.
        case monthFirst = "m/d/y"
        /// `2026/2/1`, `2026.2.1`, `2026年2月1日`.
        case yearFirst = "y/m/d"
        /// `1 February 2026`, `February 1, 2026`, `Feb 2026`, in any of the languages whose months are known.
        case worded = "1 February 2026"
        /// Days as Excel counts them from 1900: `46054`.
        case excel
    }

    /// Why a text is no date.
    package enum Fault: Error, Hashable, Sendable {
        /// It is none in the format that was given, or in any.
        case unreadable
        /// Day and month could stand either way, and no format was given.
        case needsFormat
    }

    package var start: Day
    package var end: Day
    package var precision: DatePrecision
    /// `HH:MM`, where a time stands with the first day.
    package var time: String?

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - format: `nil` where only what can be read in one way is taken: years first, and months by name.
    ///   - isDate: whether the file itself says that the text is a date of ISO 8601.
    package init(_ text: String, format: Format?, isDate: Bool = false) throws(Fault) {
        if let iso = Self.iso(text) {
            self = iso
            return
        }
        guard !isDate else { throw .unreadable }
        if format == .excel {
            self = try Self.excel(text)
            return
        }
        var scan = TableDateScan(text)
        self = try scan.date(format)
    }

    init(_ start: Day, _ end: Day, _ precision: DatePrecision, time: String? = nil) {
        self.start = start
        self.end = end
        self.precision = precision
        self.time = time
    }

    /// `2026-02-01`, with a time behind it or not: the same whatever the format.
    private static func iso(_ text: String) -> TableDate? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let day = Day(iso: text) else { return nil }
        if bytes.count == 10 { return TableDate(day, day, .day) }
        // a time, perhaps with seconds and a zone
        guard bytes.count >= 16, bytes.count <= 35, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20,
            bytes[13] == 0x3A
        else {
            return nil
        }
        let digits = [11, 12, 14, 15]
        guard digits.allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
            bytes[11...12].lexicographicallyPrecedes("24".utf8),
            bytes[14] < 0x36,
            bytes[16...].allSatisfy({ (0x30...0x39).contains($0) || [0x3A, 0x2E, 0x2B, 0x2D, 0x5A].contains($0) })
        else { return nil }
        let time = String(decoding: bytes[11...15], as: UTF8.self)
        let isMidnight = bytes[11...].prefix(8).allSatisfy { [0x30, 0x3A].contains($0) }
        return TableDate(day, day, .day, time: isMidnight ? nil : time)
    }

    /// Days since 1899-12-30, from 1 March 1900 on, where that is right.
    private static func excel(_ text: String) throws(Fault) -> TableDate {
        let whole = text.prefix { $0 != "." && $0 != "," }
        guard whole.utf8.count <= 7, let number = Int(whole), (61...2_958_465).contains(number), Double(text) != nil
        else {
            throw .unreadable
        }
        let day = Day(number: number - 25_569)
        return TableDate(day, day, .day)
    }
}
