/// Finds the first place at which bytes are no JSON value (RFC 8259), to tell it; the decoder itself names none.
///
/// Runs only after the decoder has refused. Linear, and without recursion.
struct JSONChecker {
    /// Where bytes stop being JSON.
    struct Fault: Equatable {
        /// Bytes before the place.
        var offset: Int
        var expected: String
    }

    /// Levels of arrays and objects that the decoder follows.
    static let deepest = 512

    private let bytes: [UInt8]
    private var i = 0
    /// The open arrays (`[`) and objects (`{`).
    private var open: [UInt8] = []
    private(set) var depth = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    private var next: UInt8? { i < bytes.count ? bytes[i] : nil }

    /// The first fault; `nil` where the bytes are one JSON value.
    mutating func fault() -> Fault? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
        repeat {
            if let fault = value() ?? closings() { return fault }
        } while !open.isEmpty
        skipSpace()
        return next == nil ? nil : Fault(offset: i, expected: "nothing after the first value")
    }

    /// What stands at a place: a character in quotation marks, or the end.
    func words(at offset: Int) -> String {
        guard offset < bytes.count else { return "the end" }
        let byte = bytes[offset]
        if (0x21...0x7E).contains(byte) { return "'\(Character(UnicodeScalar(byte)))'" }
        return "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { i += 1 }
    }

    /// Reads a scalar, an empty container, or the beginning of a container up to where its first value stands.
    private mutating func value() -> Fault? {
        while true {
            skipSpace()
            switch next {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                let opener = bytes[i]
                i += 1
                open.append(opener)
                depth = max(depth, open.count)
                skipSpace()
                if next == opener + 2 { return nil }
                if opener == UInt8(ascii: "{"), let fault = key() { return fault }
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "t"): return word("true")
            case UInt8(ascii: "f"): return word("false")
            case UInt8(ascii: "n"): return word("null")
            default: return number()
            }
        }
    }

    /// Reads what may follow a value: closing brackets, or a comma and the next key.
    private mutating func closings() -> Fault? {
        while let opener = open.last {
            skipSpace()
            if next == opener + 2 {
                i += 1
                open.removeLast()
            } else if next == UInt8(ascii: ",") {
                i += 1
                return opener == UInt8(ascii: "{") ? key() : nil
            } else {
                return Fault(offset: i, expected: opener == UInt8(ascii: "{") ? "',' or '}'" : "',' or ']'")
            }
        }
        return nil
    }

    private mutating func key() -> Fault? {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { return Fault(offset: i, expected: "a key in quotation marks") }
        if let fault = string() { return fault }
        skipSpace()
        guard next == UInt8(ascii: ":") else { return Fault(offset: i, expected: "':' after the key") }
        i += 1
        return nil
    }

    private mutating func string() -> Fault? {
        i += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                i += 1
                return nil
            case UInt8(ascii: "\\"):
                guard let width = escapeWidth() else {
                    return Fault(offset: i, expected: "an escape of JSON after '\\'")
                }
                i += width
            case 0..<0x20: return Fault(offset: i, expected: "control characters only as escapes")
            default: i += 1
            }
        }
        return Fault(offset: i, expected: "a closing quotation mark")
    }

    /// Bytes of the escape that begins here; `nil` where it is none.
    private func escapeWidth() -> Int? {
        guard i + 1 < bytes.count else { return nil }
        if "\"\\/bfnrt".utf8.contains(bytes[i + 1]) { return 2 }
        guard bytes[i + 1] == UInt8(ascii: "u"), i + 6 <= bytes.count else { return nil }
        return bytes[(i + 2)..<(i + 6)].allSatisfy { Character(UnicodeScalar($0)).isHexDigit } ? 6 : nil
    }

    private mutating func word(_ word: String) -> Fault? {
        guard bytes[i...].starts(with: word.utf8) else { return Fault(offset: i, expected: "a value") }
        i += word.utf8.count
        return nil
    }

    private mutating func number() -> Fault? {
        let start = i
        if next == UInt8(ascii: "-") { i += 1 }
        let whole = digits()
        guard whole > 0 else { return Fault(offset: i, expected: i == start ? "a value" : "a digit") }
        if whole > 1, bytes[i - whole] == UInt8(ascii: "0") {
            return Fault(offset: i - whole, expected: "no leading zero")
        }
        if next == UInt8(ascii: ".") {
            i += 1
            if digits() == 0 { return Fault(offset: i, expected: "a digit") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            i += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { i += 1 }
            if digits() == 0 { return Fault(offset: i, expected: "a digit") }
        }
        return nil
    }

    /// Skips digits and counts them.
    private mutating func digits() -> Int {
        let start = i
        while let byte = next, (0x30...0x39).contains(byte) { i += 1 }
        return i - start
    }
}
