/// Turns the bytes of a document, whatever their encoding, into UTF-8.
///
/// What says the encoding, the first that is there: a byte-order mark; the guise of UTF-16, UTF-32 or EBCDIC (XML 1.0,
/// appendix F); the charset of the transport; the declaration inside the document; a guess by the bytes; windows-1252.
/// Labels mean what the Encoding Standard of the WHATWG says ("iso-8859-1" is windows-1252).
///
/// A declared legacy encoding gives way to UTF-8 where the bytes are UTF-8 throughout and that cannot be chance: see
/// ``UTF8Evidence``. A declared UTF-8 gives way to a guess where more sequences are broken than whole.
package enum CharacterEncoding {
    /// How a document may declare its encoding itself.
    package enum Syntax: Sendable {
        /// `<meta charset>` and `<meta http-equiv>` within the first 4,096 bytes; an XML declaration counts too.
        case html
        /// `<?xml encoding="…"?>`.
        case xml
        /// Not at all.
        case text
    }

    /// What an encoding was known by.
    package enum Source: String, Sendable {
        case bom, transport, declaration, guess, fallback
    }

    /// Text in UTF-8 and how it came about.
    package struct Decoded: Sendable {
        /// Valid UTF-8 without a byte-order mark and without control characters other than tab, line feed and return.
        package var utf8: [UInt8]
        /// The encoding's name in lower case ("utf-8", "windows-1252", "gbk").
        package var encoding: String
        package var source: Source
        /// Whether bytes that stood for no character became U+FFFD.
        package var isRepaired: Bool
    }

    /// The text of a document. Linear; nothing is copied where the bytes are clean UTF-8 without a mark.
    ///
    /// - Parameter transport: the value of a `Content-Type` header, or a bare label ("koi8-r").
    package static func decode(_ bytes: [UInt8], transport: String? = nil, syntax: Syntax) -> Decoded {
        var decoded = marked(bytes, transport: transport, syntax: syntax)
        // Programs that join files leave marks behind the first one.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var start = 0
        while decoded.utf8[start...].starts(with: mark) { start += mark.count }
        if start > 0 { decoded.utf8.removeFirst(start) }
        return decoded
    }

    /// The text of a document without the mark that names its encoding.
    private static func marked(_ bytes: [UInt8], transport: String?, syntax: Syntax) -> Decoded {
        if let (encoding, length) = ByteOrderMark.found(in: bytes) {
            return decoded(bytes, from: length, as: encoding, .bom)
        }
        if let encoding = Guise.encoding(of: bytes, syntax: syntax) {
            return decoded(bytes, from: 0, as: encoding, .declaration)
        }
        let told = EncodingDeclaration.encoding(inTransport: transport).map { ($0, Source.transport) }
        let declared = told ?? EncodingDeclaration.encoding(in: bytes, syntax: syntax).map { ($0, Source.declaration) }
        return decode(bytes, declared: declared)
    }

    private static func decode(_ bytes: [UInt8], declared: (KnownEncoding, Source)?) -> Decoded {
        let scan = UTF8Scan.scan(bytes)
        guard let (encoding, source) = declared else { return guessed(bytes, scan) }
        if encoding.name == KnownEncoding.utf8.name {
            if scan.broken > scan.whole { return guessed(bytes, scan) }
            return decoded(bytes, scan, source)
        }
        if scan.isASCII, encoding.holdsASCII {
            return Decoded(
                utf8: scan.isClean ? bytes : UTF8Scan.repaired(bytes), encoding: encoding.name, source: source,
                isRepaired: !scan.isClean)
        }
        if !encoding.holdsASCII, encoding.unit > 1, scan.isClean {
            return decoded(bytes, scan, .guess)
        }
        if scan.broken == 0, scan.whole > 0, UTF8Evidence.outweighs(encoding, bytes, scan) {
            return decoded(bytes, scan, .guess)
        }
        return decoded(bytes, from: 0, as: encoding, source)
    }

    private static func guessed(_ bytes: [UInt8], _ scan: UTF8Scan) -> Decoded {
        if scan.hasEscape, let encoding = EncodingGuess.escaped(bytes) {
            return decoded(bytes, from: 0, as: encoding, .guess)
        }
        if scan.broken <= scan.whole / 10 { return decoded(bytes, scan, .guess) }
        if let encoding = EncodingGuess.encoding(of: bytes) { return decoded(bytes, from: 0, as: encoding, .guess) }
        if scan.broken <= scan.whole { return decoded(bytes, scan, .guess) }
        return decoded(bytes, from: 0, as: .windows1252, .fallback)
    }

    /// Bytes that are taken as UTF-8.
    private static func decoded(_ bytes: [UInt8], _ scan: UTF8Scan, _ source: Source) -> Decoded {
        Decoded(
            utf8: scan.isClean ? bytes : UTF8Scan.repaired(bytes), encoding: KnownEncoding.utf8.name, source: source,
            isRepaired: !scan.isClean)
    }

    private static func decoded(
        _ bytes: [UInt8], from start: Int, as encoding: KnownEncoding, _ source: Source
    ) -> Decoded {
        if encoding.name == KnownEncoding.utf8.name {
            let rest = start == 0 ? bytes : Array(bytes[start...])
            return decoded(rest, UTF8Scan.scan(rest), source)
        }
        guard var (utf8, isRepaired) = Conversion.utf8(of: bytes, from: start, in: encoding) else {
            return decoded(bytes, UTF8Scan.scan(bytes), .fallback)
        }
        if !UTF8Scan.scan(utf8).isClean {
            utf8 = UTF8Scan.repaired(utf8)
            isRepaired = true
        }
        return Decoded(utf8: utf8, encoding: encoding.name, source: source, isRepaired: isRepaired)
    }
}

/// Whether bytes that are valid UTF-8 are UTF-8 although another encoding was declared.
///
/// The rule: every byte above 127 belongs to a whole sequence (the caller has seen to that), and
/// - a sequence of three or four bytes is there, or two of two bytes, and the declared encoding has one byte a
///   character: a letter there would have to stand before symbols each time, and nowhere else; or
/// - one sequence of two bytes begins with C2 or C3 ("Ã©" for "é") and the encoding is windows-1252 or a kin; or
/// - the declared encoding has several bytes a character, and eight sequences are there (two characters of GBK are
///   valid UTF-8 by chance, eight are not); or
/// - the declared encoding has no character for one of the bytes, and UTF-8 does.
enum UTF8Evidence {
    static func outweighs(_ encoding: KnownEncoding, _ bytes: [UInt8], _ scan: UTF8Scan) -> Bool {
        if encoding.isMultibyte {
            if scan.whole >= 8 { return true }
        } else {
            if scan.whole >= 2 || scan.long > 0 { return true }
            let lead = bytes.first { $0 >= 0x80 }
            if lead == 0xC2 || lead == 0xC3 { return true }
        }
        return Conversion.utf8(of: bytes, from: 0, in: encoding)?.isRepaired ?? true
    }
}
