import Crypto
public import Diplomacy

/// A document, and what was noticed while it was read.
public struct Intake: Sendable {
    public var document: Document
    /// What a reader of the record should know: repaired bytes, a date that is none, and so on.
    public var diagnostics: [Diagnostic]

    public init(document: Document, diagnostics: [Diagnostic] = []) {
        self.document = document
        self.diagnostics = diagnostics
    }
}

extension Document {
    /// SHA-256 of a text's UTF-8, in lower-case hexadecimal.
    public static func sha256(of text: String) -> String {
        var text = text
        return text.withUTF8 { sha256(of: UnsafeRawBufferPointer($0)) }
    }

    /// SHA-256 of bytes, in lower-case hexadecimal.
    package static func sha256(of bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        let digest = hash.finalize()
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { out in
            var i = 0
            for byte in digest {
                out[i] = digits[Int(byte >> 4)]
                out[i + 1] = digits[Int(byte & 15)]
                i += 2
            }
            return i
        }
    }

    /// Reads a day of publication as the contract allows it: a date or an RFC 3339 time, in the publisher's calendar.
    /// `nil` where the text is neither.
    public static func day(ofPublication text: String) -> Day? {
        let bytes = text.utf8
        if bytes.count > 10 {
            guard let mark = bytes.dropFirst(10).first, mark == 0x54 || mark == 0x74 || mark == 0x20 else { return nil }
            guard isClock(Array(bytes.dropFirst(11))) else { return nil }
        }
        return Day(iso: text)
    }

    /// Whether bytes begin as a clock time, `HH:MM`, within a day; what follows it is not looked at.
    private static func isClock(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 5, bytes[2] == 0x3A else { return false }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return false }
        return digits[0] * 10 + digits[1] < 25 && digits[2] < 6
    }
}
