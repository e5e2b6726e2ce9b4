/// What a format of numbers makes of one: whether it shows a day, a time of day, or a number.
struct NumberFormat: Hashable, Sendable {
    /// Shows years, months or days.
    var hasDate: Bool
    /// Shows hours, minutes or seconds of a day.
    var hasTime: Bool

    static let number = NumberFormat(hasDate: false, hasTime: false)

    /// A format that every workbook has without saying so (ECMA-376, part 1, 18.8.30), with those of East Asian languages;
    /// `nil` for numbers that are free.
    init?(builtIn id: Int) {
        switch id {
        case 0...13, 37...44, 48, 49, 59...62: self = .number
        case 14...17: self.init(hasDate: true, hasTime: false)
        case 18...21, 32...33, 45, 47: self.init(hasDate: false, hasTime: true)
        // an elapsed time is a number of days
        case 46: self = .number
        case 22: self.init(hasDate: true, hasTime: true)
        case 27...31, 34...36, 50...58: self.init(hasDate: true, hasTime: false)
        default: return nil
        }
    }

    private init(hasDate: Bool, hasTime: Bool) {
        self.hasDate = hasDate
        self.hasTime = hasTime
    }

    /// Reads a format's code (ECMA-376, part 1, 18.8.31) as far as its first section that shows something. Linear.
    init(code: String) {
        self.init(hasDate: false, hasTime: false)
        var scan = CodeScan(bytes: Array(code.utf8.prefix(Self.longestCode)))
        while let section = scan.section() {
            if section.isElapsed { return }
            let hours = section.has("hs")
            // eras and their years: Japanese, Chinese and Thai calendars
            let days = section.has("yda") || section.has("egb") && !section.hasDigits
            hasTime = hours
            // "m" is the minute beside hours or seconds, unless it is spelt out
            hasDate = days || section.months && (!hours || section.spelt)
            if section.shows { return }
        }
    }

    /// Bytes of a code that are looked at: Excel's own are at most 255 characters.
    private static let longestCode = 1_024
}

/// The letters of a code that are neither in quotation marks nor behind a backslash nor in brackets.
private struct CodeScan {
    struct Section {
        var letters: Set<UInt8> = []
        var months = false
        /// A month of three letters and more.
        var spelt = false
        var isElapsed = false
        /// Places for digits.
        var hasDigits = false
        /// Whether it has anything that shows the value.
        var shows = false

        func has(_ any: StaticString) -> Bool {
            (0..<any.utf8CodeUnitCount).contains { letters.contains(any.utf8Start[$0]) }
        }
    }

    let bytes: [UInt8]
    private var i = 0
    private var hasEnded = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next section; `nil` after the last.
    mutating func section() -> Section? {
        guard !hasEnded else { return nil }
        var section = Section()
        while i < bytes.count {
            let byte = bytes[i]
            switch byte {
            case UInt8(ascii: ";"):
                i += 1
                return section
            case UInt8(ascii: "\""): i = (bytes[(i + 1)...].firstIndex(of: byte) ?? bytes.count - 1) + 1
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): i += 2
            case UInt8(ascii: "["): bracket(&section)
            case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "@"):
                section.hasDigits = section.hasDigits || byte != UInt8(ascii: "@")
                section.shows = true
                i += 1
            default: letter(byte | 0x20, &section)
            }
        }
        hasEnded = true
        return section
    }

    /// "[h]" counts hours beyond a day; "[Red]", "[$-409]", "[>=100]" say nothing of it.
    private mutating func bracket(_ section: inout Section) {
        let end = bytes[i...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
        let inside = bytes[(i + 1)..<max(i + 1, end)].map { $0 | 0x20 }
        if let first = inside.first, inside.allSatisfy({ $0 == first }), [0x68, 0x6D, 0x73].contains(first) {
            section.isElapsed = true
            section.shows = true
        }
        i = end + 1
    }

    private mutating func letter(_ byte: UInt8, _ section: inout Section) {
        if byte == UInt8(ascii: "g"), bytes[i...].prefix(7).map({ $0 | 0x20 }) == Array("general".utf8) {
            section.shows = true
            i += 7
            return
        }
        // "0.00E+00"
        if byte == UInt8(ascii: "e"), i + 1 < bytes.count, bytes[i + 1] == 0x2B || bytes[i + 1] == 0x2D {
            i += 2
            return
        }
        // "AM/PM", "A/P"; "aaa" is a day of the week
        if byte == UInt8(ascii: "a"), i + 1 < bytes.count, bytes[i + 1] | 0x20 == 0x6D || bytes[i + 1] == 0x2F {
            section.letters.insert(UInt8(ascii: "h"))
            i += 1
            while i < bytes.count, [0x61, 0x70, 0x6D, 0x2F].contains(bytes[i] == 0x2F ? 0x2F : bytes[i] | 0x20) {
                i += 1
            }
            return
        }
        guard (0x61...0x7A).contains(byte) else {
            i += 1
            return
        }
        let start = i
        while i < bytes.count, bytes[i] | 0x20 == byte { i += 1 }
        if byte == UInt8(ascii: "m") {
            section.months = true
            section.spelt = section.spelt || i - start >= 3
        } else {
            section.letters.insert(byte)
        }
        section.shows = true
    }
}
