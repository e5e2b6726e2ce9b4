import Glibc

/// Text of heads in the character sets that mails name. UTF-8, ASCII and Latin-1 are known here; the others are asked of
/// the C library.
enum Charset {
    /// - Parameter charset: as a mail names it; empty is ASCII or UTF-8.
    /// - Returns: `nil` where the character set is not known. Bytes that are none of it become U+FFFD.
    static func text(_ bytes: [UInt8], charset: String) -> String? {
        let name = charset.lowercased()
        switch name {
        case "", "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "unknown":
            return mixed(bytes)
        case "iso-8859-1", "latin1", "windows-1252", "cp1252", "iso8859-1": return western(bytes)
        default: return converted(bytes, aliases[name] ?? name)
        }
    }

    /// UTF-8, or Windows-1252 where it is none: what most old programs sent without a word.
    static func mixed(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? western(bytes)
    }

    /// What mails say and the C library does not know.
    private static let aliases = [
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
        "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "iso-8859-8-i": "iso-8859-8",
        "iso-8859-6-i": "iso-8859-6", "x-mac-cyrillic": "mac-cyrillic", "unicode-1-1-utf-7": "utf-7",
    ]

    /// Bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding).
    private static let middle = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func western(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(0x80...0x9F ~= byte ? middle[Int(byte) - 0x80] : Unicode.Scalar(byte)) }
        return String(scalars)
    }

    private static func converted(_ bytes: [UInt8], _ charset: String) -> String? {
        // a name with a slash would change what the C library does
        guard charset.utf8.count <= 40,
            charset.utf8.allSatisfy({
                0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A
            }), let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // no character set makes more than three times as many bytes of UTF-8, and U+FFFD stands for one
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBytes { target in
                convert(converter, source, target)
            }
        }
        return String(decoding: output[..<written], as: UTF8.self)
    }

    private static func convert(
        _ converter: iconv_t, _ source: UnsafeMutableBufferPointer<CChar>, _ target: UnsafeMutableRawBufferPointer
    ) -> Int {
        var next = source.baseAddress
        var left = source.count
        var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        while left > 0 {
            guard iconv(converter, &next, &left, &place, &room) == -1 else { break }
            guard errno != E2BIG, left > 0, room >= 3 else { break }
            for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                place?.pointee = CChar(bitPattern: byte)
                place = place?.advanced(by: 1)
            }
            room -= 3
            next = next?.advanced(by: 1)
            left -= 1
        }
        return target.count - room
    }
}
