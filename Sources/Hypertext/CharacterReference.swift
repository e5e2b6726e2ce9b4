/// References to characters by number, as HTML and XML write them: "&#233;", "&#xE9;".
enum CharacterReference {
    /// The number of the reference at an ampersand that is followed by "#", and where its digits end; `nil` where it has
    /// none. Numbers beyond Unicode are told as 0x110000.
    static func number<Bytes: RandomAccessCollection<UInt8>>(
        in bytes: Bytes, at i: Int, end: Int
    ) -> (value: UInt32, end: Int)? where Bytes.Index == Int {
        var k = i + 2
        guard k < end else { return nil }
        let isHex = bytes[k] | 0x20 == UInt8(ascii: "x")
        if isHex { k += 1 }
        let first = k
        var value: UInt32 = 0
        while k < end, let digit = bytes[k].hexValue, isHex || digit < 10 {
            value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
            k += 1
        }
        return k > first ? (value, k) : nil
    }

    /// What pages mean by the numbers 128 to 159: the characters of windows-1252 (WHATWG Encoding); `nil` for other numbers
    /// and those that it leaves open.
    static func windows1252(_ value: UInt32) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(value) else { return nil }
        let scalar = table[Int(value - 0x80)]
        return scalar == "\u{FFFD}" ? nil : scalar
    }

    private static let table = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

    /// The character of a reference of XML, where it ends, and whether XML forbids it; `nil` where it is none.
    ///
    /// Numbers 128 to 159 mean what windows-1252 has there, as in HTML; what no text may hold is U+FFFD.
    static func read(_ bytes: [UInt8], at i: Int, end: Int) -> (scalar: Unicode.Scalar, end: Int, isFault: Bool)? {
        guard let (value, k) = number(in: bytes, at: i, end: end), k < end, bytes[k] == UInt8(ascii: ";") else {
            return nil
        }
        if (0x80...0x9F).contains(value) { return (windows1252(value) ?? "\u{FFFD}", k + 1, true) }
        let isPlain = value >= 0x20 && value != 0x7F || value == 0x09 || value == 0x0A || value == 0x0D
        guard isPlain, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", k + 1, true) }
        return (scalar, k + 1, false)
    }
}
