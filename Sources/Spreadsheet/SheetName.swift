/// Names of sheets as Excel allows them: 1 to 31 units of UTF-16, without `[ ] : * ? / \`, not with an apostrophe at an end,
/// not "History", and each only once whatever the case.
enum SheetName {
    /// The name, mended, and with a number where it is taken.
    static func free(_ wanted: String, beside taken: [String]) -> String {
        let base = mended(wanted)
        let known = Set(taken.map { $0.lowercased() } + ["history"])
        guard known.contains(base.lowercased()) else { return base }
        // at most one more than there are sheets
        for number in 2...(taken.count + 3) {
            let mark = " (\(number))"
            let name = cut(base, SpreadsheetLimits.sheetName - mark.utf16.count) + mark
            if !known.contains(name.lowercased()) { return name }
        }
        return base
    }

    private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]

    private static func mended(_ wanted: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in wanted.unicodeScalars {
            let isBad =
                forbidden.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
                || [0xFFFE, 0xFFFF].contains(scalar.value)
            kept.append(isBad ? " " : scalar)
        }
        let ends: (Character) -> Bool = { $0 == " " || $0 == "'" }
        var name = String(String(kept).drop(while: ends))
        name = cut(name, SpreadsheetLimits.sheetName)
        while let last = name.last, ends(last) { name.removeLast() }
        return name.isEmpty ? "Sheet" : name
    }

    private static func cut(_ name: String, _ most: Int) -> String {
        var units = 0
        var kept = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            units += UTF16.width(scalar)
            guard units <= most else { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}

/// Addresses as a workbook holds them.
enum LinkTarget {
    /// The longest address that Excel follows, in bytes.
    private static let longest = 2_079

    /// An address of the web in plain characters; `nil` for what is none or cannot be held.
    static func target(_ text: String) -> String? {
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), text.utf8.count <= longest else { return nil }
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0...0x1F, 0x7F: return nil
            case 0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x80...0xFF:
                let digits = Array("0123456789ABCDEF".utf8)
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        return out.count <= longest ? String(decoding: out, as: UTF8.self) : nil
    }
}
