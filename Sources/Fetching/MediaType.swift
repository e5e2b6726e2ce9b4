/// What a `Content-Type` says (RFC 9110, section 8.3): the type, and the encoding of characters where it is named.
package struct MediaType: Hashable, Sendable {
    /// In small letters, as `text/html`.
    package var essence: String
    /// In small letters, as `windows-1251`; `nil` where none is named.
    package var charset: String?

    /// The media type of a field value; `nil` where it holds none. Parameters that break the syntax are left out.
    package init?(_ value: some StringProtocol) {
        guard value.utf8.count <= 1024 else { return nil }
        var rest = Array(value.utf8)[...]
        let type = Self.trimmed(rest.prefix { $0 != UInt8(ascii: ";") })
        let halves = type.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isToken) else { return nil }
        essence = String(decoding: type, as: UTF8.self).lowercased()
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        while rest.popFirst() != nil {
            let name = Self.trimmed(rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") })
            rest = rest.drop { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
            let value = Self.value(&rest)
            if charset == nil, Self.isToken(value), String(decoding: name, as: UTF8.self).lowercased() == "charset" {
                charset = String(decoding: value, as: UTF8.self).lowercased()
            }
        }
    }

    /// A token or a quoted string, up to the next semicolon.
    private static func value(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard rest.first == UInt8(ascii: "\"") else {
            defer { rest = rest.drop { $0 != UInt8(ascii: ";") } }
            return trimmed(rest.prefix { $0 != UInt8(ascii: ";") })
        }
        rest = rest.dropFirst()
        var out: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            out.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
        }
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        return out[...]
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
        return rest
    }

    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
