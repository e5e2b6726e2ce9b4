/// The value of a field such as `Content-Type`: a word and its parameters (RFC 2045, section 5.1; RFC 2231).
struct MediaType {
    /// In lower case: `text/html`. Empty where the field has none.
    var essence: String
    /// By names in lower case.
    var parameters: [String: String] = [:]

    /// - Parameter text: unfolded.
    init(_ text: String) {
        var parts = Self.parts(Array(text.utf8))
        essence = Self.word(parts.removeFirst()).lowercased()
        var sections: [String: [(number: Int, isExtended: Bool, value: [UInt8])]] = [:]
        for part in parts {
            guard let equals = part.firstIndex(of: 0x3D) else { continue }
            var name = Self.word(Array(part[..<equals])).lowercased()
            let value = Self.unquoted(Array(part[(equals + 1)...]))
            let isExtended = name.hasSuffix("*")
            if isExtended { name.removeLast() }
            let pieces = name.split(separator: "*", maxSplits: 1)
            if pieces.count == 2, let number = Int(pieces[1]), number >= 0 {
                sections[String(pieces[0]), default: []].append((number, isExtended, value))
            } else if isExtended {
                sections[name, default: []].append((0, true, value))
            } else if parameters[name] == nil {
                parameters[name] = String(decoding: value, as: UTF8.self)
            }
        }
        for (name, values) in sections { parameters[name] = Self.joined(values) }
    }

    /// The parameter `charset` in lower case; `nil` where it is missing or empty.
    var charset: String? {
        guard let charset = parameters["charset"], !charset.isEmpty else { return nil }
        return charset.lowercased()
    }

    /// The sections of a parameter of RFC 2231, put together and decoded.
    private static func joined(_ sections: [(number: Int, isExtended: Bool, value: [UInt8])]) -> String {
        var charset: String?
        var bytes: [UInt8] = []
        for (i, section) in sections.sorted(by: { $0.number < $1.number }).enumerated() {
            var value = section.value
            guard section.isExtended else {
                bytes += value
                continue
            }
            if i == 0 {
                let pieces = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
                if pieces.count == 3 {
                    charset = String(decoding: pieces[0], as: UTF8.self)
                    value = Array(pieces[2])
                }
            }
            bytes += TransferEncoding.percentDecoded(value)
        }
        return EncodedWords.decoded(bytes, charset: charset)
    }

    /// The stretches between semicolons that stand in no quotes; one at least.
    private static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in bytes {
            if byte == 0x3B, !isQuoted {
                parts.append([])
                continue
            }
            if byte == 0x22, !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == 0x5C && !isEscaped
            parts[parts.count - 1].append(byte)
        }
        return parts
    }

    private static func word(_ bytes: [UInt8]) -> String {
        String(decoding: trimmed(bytes), as: UTF8.self)
    }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var slice = bytes[...]
        while let first = slice.first, first <= 0x20 { slice.removeFirst() }
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice
    }

    private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
        let slice = trimmed(bytes)
        guard slice.first == 0x22 else { return Array(slice) }
        var value: [UInt8] = []
        var isEscaped = false
        for byte in slice.dropFirst() {
            if isEscaped {
                value.append(byte)
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else if byte == 0x22 {
                break
            } else {
                value.append(byte)
            }
        }
        return value
    }
}
