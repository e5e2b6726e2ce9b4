/// The sets of bytes that the parts of an address write as `%XX` (URL Standard, section 1.3).
///
/// Every set holds the controls and all bytes above U+007E, so that encoding UTF-8 byte by byte encodes its scalars.
struct PercentEncodeSet: Sendable {
    /// Which of the bytes 0x20 to 0x7E are encoded: bit `n` stands for the byte 0x20 + n (two words of 64).
    private let printable: (UInt64, UInt64)

    private init(_ bytes: String, and other: PercentEncodeSet? = nil) {
        var words = other?.printable ?? (0, 0)
        for byte in bytes.utf8 {
            let bit = Int(byte) - 0x20
            if bit < 64 { words.0 |= 1 << UInt64(bit) } else { words.1 |= 1 << UInt64(bit - 64) }
        }
        printable = words
    }

    func contains(_ byte: UInt8) -> Bool {
        guard (0x20...0x7E).contains(byte) else { return true }
        let bit = UInt64(byte &- 0x20)
        return bit < 64 ? printable.0 >> bit & 1 == 1 : printable.1 >> (bit &- 64) & 1 == 1
    }

    static let control = PercentEncodeSet("")
    static let fragment = PercentEncodeSet(" \"<>`")
    static let query = PercentEncodeSet(" \"#<>")
    static let specialQuery = PercentEncodeSet("'", and: query)
    static let path = PercentEncodeSet("?^`{}", and: query)
    static let userinfo = PercentEncodeSet("/:;=@[\\]|", and: path)
}

/// Percent-encoding of bytes (URL Standard, section 1.3).
enum PercentEncoding {
    /// Appends bytes, those of a set as `%XX`.
    static func append(_ bytes: some Sequence<UInt8>, _ set: PercentEncodeSet, to out: inout [UInt8]) {
        for byte in bytes {
            if set.contains(byte) { append(byte, to: &out) } else { out.append(byte) }
        }
    }

    /// The bytes as text, those of a set as `%XX`.
    static func encoded(_ bytes: some Sequence<UInt8>, _ set: PercentEncodeSet) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.underestimatedCount)
        append(bytes, set, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends one byte as `%XX`.
    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "%"))
        out.append((byte >> 4).hexDigit)
        out.append(byte.hexDigit)
    }

    /// The byte that the three bytes from `i` encode; `nil` where they do not.
    static func byte(in bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt8? {
        guard bytes.count - offset >= 3 else { return nil }
        let i = bytes.index(bytes.startIndex, offsetBy: offset)
        guard bytes[i] == UInt8(ascii: "%"), let high = bytes[bytes.index(after: i)].hexValue,
            let low = bytes[bytes.index(i, offsetBy: 2)].hexValue
        else { return nil }
        return high << 4 | low
    }

    /// The bytes with each `%XX` decoded; a `%` that begins no such stays as it is.
    static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let first = rest.first {
            if first == UInt8(ascii: "%"), let byte = byte(in: rest, at: 0) {
                out.append(byte)
                rest = rest.dropFirst(3)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }
}
