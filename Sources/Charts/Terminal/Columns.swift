/// Columns of a terminal: 2 for wide letters of East Asia and pictures, 0 for marks that combine and for what is not shown, else 1.
/// A small table of ranges after Unicode Standard Annex 11 and the general category; joined pictures count each of their parts.
enum Columns {
    static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        if isCombining(value) { return 0 }
        switch value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
            0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
            0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF,
            0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    private static func isCombining(_ value: UInt32) -> Bool {
        switch value {
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7,
            0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06E8,
            0x06EA...0x06ED, 0x0900...0x0902, 0x093A, 0x093C, 0x0941...0x0948, 0x094D, 0x0951...0x0957, 0x0981, 0x09BC,
            0x09C1...0x09C4, 0x09CD, 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x1160...0x11FF, 0x1AB0...0x1AFF,
            0x1DC0...0x1DFF, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0x302A...0x302D,
            0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// The text without control characters, cut to a width with an ellipsis, and filled with spaces up to it.
    static func fit(_ text: String, _ width: Int, isRight: Bool = false, unicode: Bool) -> String {
        let text = cut(text, width, unicode: unicode)
        let fill = String(repeating: " ", count: max(0, width - Self.width(text)))
        return isRight ? fill + text : text + fill
    }

    /// Never wider than `width`; where `unicode` is false every letter beyond ASCII is `?`.
    static func cut(_ text: String, _ width: Int, unicode: Bool) -> String {
        guard width > 0 else { return "" }
        let text = plain(text, unicode: unicode)
        if Self.width(text) <= width { return text }
        let ellipsis = unicode ? "\u{2026}" : "."
        var kept = String.UnicodeScalarView()
        var sum = 0
        for scalar in text.unicodeScalars {
            let wide = Self.width(scalar)
            if sum + wide > width - 1 { break }
            sum += wide
            kept.append(scalar)
        }
        return String(kept) + ellipsis
    }

    /// As much of a finished line as fits, spaces kept; none at its end.
    static func clip(_ line: String, _ width: Int) -> String {
        var sum = 0
        var kept = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            sum += Self.width(scalar)
            if sum > width { break }
            kept.append(scalar)
        }
        while kept.last == " " { kept.removeLast() }
        return String(kept)
    }

    static func plain(_ text: String, unicode: Bool) -> String {
        let text = Escape.plain(text)
        guard !unicode else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where Self.width(scalar) > 0 {
            switch scalar.value {
            case 0..<0x80: out.append(scalar)
            case 0x2010...0x2015, 0x2212: out.append("-")
            case 0x2018, 0x2019: out.append("'")
            case 0x201C, 0x201D: out.append("\"")
            case 0xA0: out.append(" ")
            default: out.append("?")
            }
        }
        return String(out)
    }
}
