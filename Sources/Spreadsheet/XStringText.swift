/// Text as workbooks write it: characters that XML has no place for as `_x000D_`, and `_x005F_` for a line that would read
/// like one (ECMA-376, part 1, 22.9.2.19).
enum XStringText {
    /// The text that bytes stand for. Linear. A half of a surrogate pair becomes U+FFFD.
    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            guard let unit = escape(bytes, at: i) else {
                out.append(bytes[i])
                i += 1
                continue
            }
            i += length
            var value = UInt32(unit)
            if (0xD800...0xDBFF).contains(unit), let low = escape(bytes, at: i), (0xDC00...0xDFFF).contains(low) {
                value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
                i += length
            }
            out.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Adds text as the content of an element: marks of XML and characters without a place in it escaped.
    ///
    /// - Returns: whether it begins or ends with white space or has a line's end, which has to be kept.
    @discardableResult
    static func append(_ text: String, to out: inout [UInt8]) -> Bool {
        let bytes = Array(text.utf8)
        var keepsSpace = (bytes.first.map { $0 <= 0x20 } ?? false) || (bytes.last.map { $0 <= 0x20 } ?? false)
        for (i, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
            case 0x0A, 0x09:
                keepsSpace = true
                out.append(byte)
            case 0..<0x20, 0x7F: appendEscape(UInt16(byte), to: &out)
            case UInt8(ascii: "_") where escape(bytes, at: i) != nil: appendEscape(0x5F, to: &out)
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF
            case 0xEF where isNoncharacter(bytes, at: i): appendEscape(bytes[i + 2] == 0xBE ? 0xFFFE : 0xFFFF, to: &out)
            case 0xBF where i > 0 && isNoncharacter(bytes, at: i - 1): break
            case 0xBE, 0xBF: if i < 2 || !isNoncharacter(bytes, at: i - 2) { out.append(byte) }
            default: out.append(byte)
            }
        }
        return keepsSpace
    }

    private static func isNoncharacter(_ bytes: [UInt8], at i: Int) -> Bool {
        i + 2 < bytes.count && bytes[i] == 0xEF && bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE
    }

    /// Bytes of an escape.
    private static let length = 7

    /// The UTF-16 unit of the escape that begins at a byte; `nil` where none does.
    private static func escape(_ bytes: [UInt8], at i: Int) -> UInt16? {
        guard i + length <= bytes.count, bytes[i] == 0x5F, bytes[i + 1] == UInt8(ascii: "x"), bytes[i + 6] == 0x5F
        else {
            return nil
        }
        var value: UInt16 = 0
        for byte in bytes[(i + 2)..<(i + 6)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 0x30)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 0x37)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 0x57)
            default: return nil
            }
        }
        return value
    }

    private static func appendEscape(_ unit: UInt16, to out: inout [UInt8]) {
        out.append(contentsOf: "_x".utf8)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 15)
            out.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
        out.append(0x5F)
    }
}
