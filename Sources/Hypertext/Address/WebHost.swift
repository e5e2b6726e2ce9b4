/// The host of an address (URL Standard, section 3.1).
package enum WebHost: Hashable, Sendable {
    /// A domain in its ASCII form, small letters, with a full stop at its end where it was written.
    case domain(String)
    case address(IPAddress)
    /// The host of a scheme that is not special, percent-encoded.
    case opaque(String)
    /// None, as in `file:///`.
    case empty

    /// The host as an address shows it: version 6 in brackets.
    package var text: String {
        switch self {
        case .domain(let name), .opaque(let name): name
        case .address(let address):
            if case .v6 = address { "[\(address)]" } else { address.description }
        case .empty: ""
        }
    }

    /// The host that bytes of UTF-8 write; `nil` where they write none.
    static func parse(_ bytes: ArraySlice<UInt8>, isSpecial: Bool) -> WebHost? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.count > 1, bytes.last == UInt8(ascii: "]") else { return nil }
            return IPv6Notation.parse(bytes.dropFirst().dropLast()).map(WebHost.address)
        }
        guard isSpecial else {
            if bytes.contains(where: isForbidden) { return nil }
            return .opaque(PercentEncoding.encoded(bytes, .control))
        }
        guard let domain = DomainToASCII.domain(PercentEncoding.decoded(bytes)) else { return nil }
        if IPv4Notation.endsInNumber(domain[...]) {
            return IPv4Notation.parse(domain[...]).map { .address(.v4($0)) }
        }
        return .domain(String(decoding: domain, as: UTF8.self))
    }

    /// Bytes that no host holds, of whatever scheme.
    static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0D, 0x20: true
        case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"),
            UInt8(ascii: "^"), UInt8(ascii: "|"):
            true
        default: false
        }
    }
}
