import Diplomacy

/// Reads one JSON value (RFC 8259), strictly, and says at which byte it breaks.
///
/// Foundation's decoder was measured and left: it traps on a line of 513 opening brackets, takes trailing commas,
/// names no place, and throws once per type that a value is not. Linear in the bytes; recursion ends at ``deepest``.
struct JSONReader {
    /// Levels of arrays and objects that are followed.
    static let deepest = 128

    private let bytes: UnsafeRawBufferPointer
    private var i = 0
    private var depth = 0
    /// Whether escapes of half a surrogate pair were replaced by U+FFFD: JSON's grammar allows them, text does not.
    private(set) var hasRepaired = false

    /// A reader of bytes that are UTF-8.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The value that the bytes are.
    mutating func value() throws(ReadingError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
        let value = try next()
        skipSpace()
        if i < bytes.count { throw fault("nothing after the first value") }
        return value
    }

    private var byte: UInt8? { i < bytes.count ? bytes[i] : nil }

    /// The error that something else was expected here.
    private func fault(_ expected: String) -> ReadingError {
        let found: String
        if let byte {
            found = (0x21...0x7E).contains(byte) ? "'\(Character(UnicodeScalar(byte)))'" : "byte \(byte)"
        } else {
            found = "the end"
        }
        return ReadingError(
            .malformedJSON,
            "expected \(expected) at byte \(i), found \(found); a document is one whole JSON object on one line")
    }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { i += 1 }
    }

    private mutating func skip(_ wanted: UInt8) -> Bool {
        skipSpace()
        guard byte == wanted else { return false }
        i += 1
        return true
    }

    private mutating func next() throws(ReadingError) -> JSONValue {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"): return try deeper { reader throws(ReadingError) in .object(try reader.object()) }
        case UInt8(ascii: "["): return try deeper { reader throws(ReadingError) in .array(try reader.array()) }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return JSONReader.number(try numeral())
        }
    }

    private mutating func deeper(
        _ step: (inout JSONReader) throws(ReadingError) -> JSONValue
    ) throws(ReadingError) -> JSONValue {
        i += 1
        depth += 1
        guard depth <= JSONReader.deepest else {
            throw ReadingError(
                .nestedTooDeep,
                "expected JSON of at most \(JSONReader.deepest) levels, found more at byte \(i - 1); flatten the document"
            )
        }
        defer { depth -= 1 }
        return try step(&self)
    }

    private mutating func object() throws(ReadingError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        if skip(UInt8(ascii: "}")) { return members }
        repeat {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw fault("a key in quotation marks") }
            let key = try string()
            guard skip(UInt8(ascii: ":")) else { throw fault("':' after the key") }
            skipSpace()
            // A document's id may be a number; it is kept as it is written.
            let isNumeral = byte == UInt8(ascii: "-") || byte.map { (0x30...0x39).contains($0) } == true
            members[key] = depth == 1 && key == "id" && isNumeral ? .string(try numeral()) : try next()
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw fault("',' or '}'") }
        return members
    }

    private mutating func array() throws(ReadingError) -> [JSONValue] {
        var items: [JSONValue] = []
        if skip(UInt8(ascii: "]")) { return items }
        repeat { items.append(try next()) } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw fault("',' or ']'") }
        return items
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(ReadingError) -> JSONValue {
        guard bytes[i...].starts(with: word.utf8) else { throw fault("a value") }
        i += word.utf8.count
        return value
    }

    // MARK: - Numbers

    /// A number, or its text where a double cannot hold it.
    private static func number(_ text: String) -> JSONValue {
        if let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { return .string(text) }
        return .number(number)
    }

    private mutating func numeral() throws(ReadingError) -> String {
        let start = i
        if byte == UInt8(ascii: "-") { i += 1 }
        let isZero = byte == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0 else { throw fault(i == start ? "a value" : "a digit") }
        if isZero, whole > 1 {
            i -= whole
            throw fault("no leading zero")
        }
        if byte == UInt8(ascii: ".") {
            i += 1
            if digits() == 0 { throw fault("a digit") }
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            i += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { i += 1 }
            if digits() == 0 { throw fault("a digit") }
        }
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }

    /// Skips digits and counts them.
    private mutating func digits() -> Int {
        let start = i
        while let byte, (0x30...0x39).contains(byte) { i += 1 }
        return i - start
    }

    // MARK: - Strings

    private mutating func string() throws(ReadingError) -> String {
        i += 1
        let start = i
        skipPlain()
        if byte == UInt8(ascii: "\"") {
            defer { i += 1 }
            return String(decoding: bytes[start..<i], as: UTF8.self)
        }
        var out: [UInt8] = []
        out.reserveCapacity((i - start) * 2)
        out.append(contentsOf: bytes[start..<i])
        while byte != UInt8(ascii: "\"") {
            guard let byte else { throw fault("a closing quotation mark") }
            guard byte == UInt8(ascii: "\\") else { throw fault("control characters only as escapes") }
            try escape(into: &out)
            let run = i
            skipPlain()
            out.append(contentsOf: bytes[run..<i])
        }
        i += 1
        return String(decoding: out, as: UTF8.self)
    }

    /// Skips to the next quotation mark, backslash or control character.
    private mutating func skipPlain() {
        while i < bytes.count, bytes[i] >= 0x20, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\\") {
            i += 1
        }
    }

    private mutating func escape(into out: inout [UInt8]) throws(ReadingError) {
        let mark = i + 1 < bytes.count ? bytes[i + 1] : 0
        let plain: UInt8
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = mark
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "t"): plain = 0x09
        default:
            guard let first = unit(at: i) else { throw fault("an escape of JSON") }
            i += 6
            out.append(contentsOf: String(scalar(first)).utf8)
            return
        }
        i += 2
        out.append(plain)
    }

    /// The scalar that begins with a code unit just read; reads the second half of a pair.
    private mutating func scalar(_ first: UInt32) -> Unicode.Scalar {
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, let second = unit(at: i), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
            i += 6
            return scalar
        }
        hasRepaired = true
        return "\u{FFFD}"
    }

    /// The code unit of a `\uXXXX` that begins at a byte.
    private func unit(at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
