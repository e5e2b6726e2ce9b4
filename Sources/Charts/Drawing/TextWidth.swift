/// How wide text is in a sans-serif such as Helvetica, Arial or Liberation Sans: estimated by classes of letters, a little on the
/// wide side, since the reader's font is not known.
enum TextWidth {
    /// A semibold letter against a regular one.
    static let bold = 1.07
    private static let allowance = 1.02

    /// In ems. Linear in the length of the text.
    static func ems(_ text: String) -> Double {
        var sum = 0.0
        for scalar in text.unicodeScalars { sum += width(scalar) }
        return sum * allowance
    }

    static func width(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0x20..<0x7F: return ascii(UInt8(truncatingIfNeeded: scalar.value))
        case 0xAD: return 0
        case 0xA0: return 0.28
        case 0x2010...0x2013: return 0.56
        case 0x2014, 0x2026: return 1
        case 0x2018, 0x2019: return 0.23
        case 0x201C, 0x201D: return 0.34
        case 0x2212: return 0.59
        default:
            switch Columns.width(scalar) {
            case 0: return 0
            case 2: return 1
            default: return scalar.properties.isUppercase ? 0.74 : 0.6
            }
        }
    }

    private static func ascii(_ byte: UInt8) -> Double {
        switch byte {
        case UInt8(ascii: "'"): 0.2
        case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "|"): 0.24
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "I"), UInt8(ascii: "f"),
            UInt8(ascii: "t"), UInt8(ascii: "["), UInt8(ascii: "]"):
            0.28
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "r"), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "*"):
            0.36
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "x"),
            UInt8(ascii: "y"), UInt8(ascii: "z"), UInt8(ascii: "J"):
            0.5
        case UInt8(ascii: "w"): 0.72
        case UInt8(ascii: "m"): 0.83
        case UInt8(ascii: "M"): 0.83
        case UInt8(ascii: "W"): 0.94
        case UInt8(ascii: "@"): 1.02
        case UInt8(ascii: "%"): 0.89
        case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "H"), UInt8(ascii: "N"), UInt8(ascii: "R"),
            UInt8(ascii: "U"), UInt8(ascii: "w"):
            0.72
        case UInt8(ascii: "G"), UInt8(ascii: "O"), UInt8(ascii: "Q"): 0.78
        case UInt8(ascii: "F"), UInt8(ascii: "T"), UInt8(ascii: "L"), UInt8(ascii: "Z"): 0.61
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"): 0.67
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "~"): 0.59
        default: 0.56
        }
    }
}

/// Text cut into lines of a width, and text cut off at one.
enum Wrapping {
    /// Lines that a paragraph has at most; what is beyond ends in an ellipsis.
    static let most = 40

    /// Lines broken at spaces, or within a word that is wider than a line or in a script without spaces. Linear in the length.
    static func lines(_ text: String, _ font: Font, _ width: Double, most: Int = most) -> [String] {
        let limit = max(width, font.size * 2) / (font.size * (font.isBold ? TextWidth.bold : 1) * 1.02)
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var word = String.UnicodeScalarView()
        var (lineWidth, wordWidth) = (0.0, 0.0)
        func space() -> Double { line.isEmpty ? 0 : TextWidth.width(" ") }
        func finishWord() {
            guard !word.isEmpty else { return }
            if lineWidth + space() + wordWidth > limit, !line.isEmpty {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                lineWidth = 0
            }
            lineWidth += space() + wordWidth
            if !line.isEmpty { line.append(" ") }
            line.append(contentsOf: word)
            word = String.UnicodeScalarView()
            wordWidth = 0
        }
        for scalar in Escape.plain(text).unicodeScalars {
            if lines.count > most { break }
            if scalar == " " {
                finishWord()
                continue
            }
            let width = TextWidth.width(scalar)
            if width > 0, wordWidth + width > limit, !word.isEmpty {
                // a word that no line holds is broken
                finishWord()
                lines.append(String(line))
                line = String.UnicodeScalarView()
                lineWidth = 0
            }
            word.append(scalar)
            wordWidth += width
        }
        finishWord()
        if !line.isEmpty { lines.append(String(line)) }
        if lines.count > most, most > 0 {
            lines.removeSubrange(most...)
            lines[most - 1] = cut(lines[most - 1] + " \u{2026}\u{2026}\u{2026}", font, width)
        }
        return lines
    }

    /// The text, or as much of its beginning as fits with an ellipsis after it.
    static func cut(_ text: String, _ font: Font, _ width: Double) -> String {
        let text = Escape.plain(text)
        let unit = font.size * (font.isBold ? TextWidth.bold : 1) * 1.02
        let limit = width / unit
        var sum = 0.0
        var kept = String.UnicodeScalarView()
        var end: String.UnicodeScalarView?
        for scalar in text.unicodeScalars {
            let width = TextWidth.width(scalar)
            if end == nil, sum + width > limit - TextWidth.width("\u{2026}") { end = kept }
            sum += width
            if sum > limit {
                var cut = end ?? kept
                while cut.last == " " { cut.removeLast() }
                return String(cut) + "\u{2026}"
            }
            kept.append(scalar)
        }
        return text
    }
}
