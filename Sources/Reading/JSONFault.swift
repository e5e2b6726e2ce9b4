import Diplomacy
import FoundationEssentials

/// Why bytes are no JSON document, in the words of ``ReadingError``.
enum JSONFault {
    /// Puts the decoder's failure into a code and a message.
    static func error(for failure: any Error, in bytes: Data) -> ReadingError {
        if let offset = UTF8Fault.offset(in: bytes) {
            return ReadingError(
                .notUTF8, "expected UTF-8, found a byte that is none at offset \(offset); convert the input to UTF-8")
        }
        var checker = JSONChecker(bytes)
        if let fault = checker.fault() {
            return ReadingError(
                .malformedJSON,
                "expected one JSON object, found broken JSON: at byte \(fault.offset) \(checker.words(at: fault.offset)) "
                    + "stands where \(fault.expected) was expected; one line is one whole document")
        }
        if checker.depth > JSONChecker.deepest {
            return ReadingError(
                .nestedTooDeep,
                "expected JSON of at most \(JSONChecker.deepest) levels, found \(checker.depth); flatten the document")
        }
        if case DecodingError.typeMismatch = failure { return notAnObject(bytes) }
        if case DecodingError.valueNotFound = failure { return notAnObject(bytes) }
        return ReadingError(.malformedJSON, "expected one JSON object, found what the decoder refuses: \(failure)")
    }

    private static func notAnObject(_ bytes: Data) -> ReadingError {
        ReadingError(
            .notAnObject, "expected one JSON object with a key \"text\", found \(topLevel(bytes)); wrap it in an object"
        )
    }

    /// What sort of JSON value stands at the top.
    private static func topLevel(_ bytes: Data) -> String {
        switch bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
        case UInt8(ascii: "["): "an array"
        case UInt8(ascii: "\""): "a string"
        case UInt8(ascii: "n"): "null"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): "a boolean"
        default: "a number"
        }
    }

    /// The kind of a value: "a number".
    static func words(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// Finds the first byte that is no UTF-8.
enum UTF8Fault {
    /// Offset from the first byte; `nil` where all is well. Linear.
    static func offset(in bytes: Data) -> Int? {
        bytes.withUnsafeBytes { raw in
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: raw.bindMemory(to: UInt8.self).span)
                return nil
            } catch {
                return error.byteOffsets.lowerBound
            }
        }
    }
}

/// Escapes of half a surrogate pair (`\ud83d` alone): JSON's grammar allows them, Unicode text does not.
enum LoneSurrogates {
    static let diagnostic = Diagnostic(
        code: "surrogates-repaired", severity: .warning,
        message: "The text held escapes of half a character (such as \\ud83d alone); each was replaced by U+FFFD.")

    /// The bytes with each lone surrogate's escape replaced by `\ufffd`; `nil` where there is none. Linear.
    static func replaced(in bytes: Data) -> Data? {
        var out = Data()
        var copied = bytes.startIndex
        var i = bytes.startIndex
        while i < bytes.endIndex {
            guard bytes[i] == UInt8(ascii: "\\") else {
                i += 1
                continue
            }
            guard let unit = unit(in: bytes, at: i), (0xD800...0xDFFF).contains(unit) else {
                i += 2
                continue
            }
            if unit < 0xDC00, let low = self.unit(in: bytes, at: i + 6), (0xDC00...0xDFFF).contains(low) {
                i += 12
                continue
            }
            out.append(bytes[copied..<i])
            out.append(contentsOf: "\\ufffd".utf8)
            i += 6
            copied = i
        }
        guard copied > bytes.startIndex else { return nil }
        if copied < bytes.endIndex { out.append(bytes[copied..<bytes.endIndex]) }
        return out
    }

    /// The code unit of a `\uXXXX` that begins at `i`.
    private static func unit(in bytes: Data, at i: Int) -> UInt16? {
        guard i + 6 <= bytes.endIndex, bytes[i] == UInt8(ascii: "\\"), bytes[i + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt16(String(decoding: bytes[(i + 2)..<(i + 6)], as: UTF8.self), radix: 16)
    }
}
