/// An encoding by its name in the Encoding Standard (WHATWG), with what it takes to read it.
struct KnownEncoding: Hashable, Sendable {
    /// The standard's name in lower case; UTF-32 and EBCDIC, which it lacks, have names of their own.
    var name: String
    /// The C library's name of the encoding or of the one that the standard reads it by.
    var iconv: String
    /// Whether bytes below 128 are ASCII.
    var holdsASCII = true
    /// Whether characters take one byte or several.
    var isMultibyte = false
    /// Bytes of a code unit: 1, 2 or 4.
    var unit = 1

    static let utf8 = KnownEncoding(name: "utf-8", iconv: "UTF-8", isMultibyte: true)
    static let utf16le = KnownEncoding(
        name: "utf-16le", iconv: "UTF-16LE", holdsASCII: false, isMultibyte: true, unit: 2)
    static let utf16be = KnownEncoding(
        name: "utf-16be", iconv: "UTF-16BE", holdsASCII: false, isMultibyte: true, unit: 2)
    static let utf32le = KnownEncoding(
        name: "utf-32le", iconv: "UTF-32LE", holdsASCII: false, isMultibyte: true, unit: 4)
    static let utf32be = KnownEncoding(
        name: "utf-32be", iconv: "UTF-32BE", holdsASCII: false, isMultibyte: true, unit: 4)
    static let windows1252 = KnownEncoding(name: "windows-1252", iconv: "CP1252")
    static let gb18030 = KnownEncoding(name: "gb18030", iconv: "GB18030", isMultibyte: true)
    static let big5 = KnownEncoding(name: "big5", iconv: "BIG5-HKSCS", isMultibyte: true)
    static let shiftJIS = KnownEncoding(name: "shift_jis", iconv: "CP932", isMultibyte: true)
    static let eucJP = KnownEncoding(name: "euc-jp", iconv: "EUC-JP-MS", isMultibyte: true)
    static let eucKR = KnownEncoding(name: "euc-kr", iconv: "UHC", isMultibyte: true)
    static let iso2022JP = KnownEncoding(
        name: "iso-2022-jp", iconv: "ISO-2022-JP", holdsASCII: false, isMultibyte: true)

    /// The encoding of a label, space and case aside; `nil` for none, and for those that the standard replaces for safety.
    static func named(_ label: String) -> KnownEncoding? {
        let bytes = label.utf8.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
        guard bytes.count <= 40 else { return nil }
        let key = String(decoding: bytes, as: UTF8.self).lowercased()
        return EncodingLabels.table[key] ?? EncodingLabels.table[key.replacing("_", with: "-")]
    }
}
