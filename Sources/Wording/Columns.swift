/// Columns that text takes on a terminal, and text that is safe to send there.
package enum Columns {
    /// Combining marks that one character may carry; more would draw over the lines around it.
    package static let mostMarks = 8

    /// Columns of a character: 2 for wide ones (CJK, emoji), 0 for marks that stand alone.
    package static func width(of character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars.prefix(mostMarks + 1) {
            if scalar.value == 0xFE0F { return 2 }
            widest = max(widest, width(of: scalar))
        }
        return widest
    }

    package static func width(of text: some StringProtocol) -> Int { text.reduce(0) { $0 + width(of: $1) } }

    /// Columns of a scalar that stands alone (Unicode Standard Annex 11, classes W and F, and emoji presentation).
    package static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF:
            return 2
        case 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F:
            return 2
        case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18AFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF: return 2
        case 0x20000...0x3FFFD: return 2
        case 0x1160...0x11FF: return 0
        default: return 1
        }
    }

    /// Text from a document as it may reach a terminal, on one line: white space becomes a space, and what would move
    /// the cursor, change colours or turn the direction of writing is shown instead of sent.
    package static func safe(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            let isMark = width(of: scalar) == 0
            marks = isMark ? marks + 1 : 0
            if isMark, marks > mostMarks { continue }
            append(scalar, to: &out)
        }
        return String(out)
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029, 0xA0, 0x202F: out.append(" ")
        case 0x00...0x1F: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
        case 0x7F: out.append("\u{2421}")
        case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            out.append(contentsOf: "<U+\(hexadecimal(scalar.value))>".unicodeScalars)
        case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF: break
        default: out.append(scalar)
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
