/// An address of the web: a URL as the URL Standard (url.spec.whatwg.org) reads and writes it.
///
/// Every part is ASCII, percent-encoded as the standard asks.
package struct WebAddress: Hashable, Sendable {
    /// Addresses that are longer, in bytes, are refused. The standard sets no limit; no browser takes more than this.
    package static let longest = 1 << 16

    /// Small letters, without the colon.
    package var scheme: String
    package var username = ""
    package var password = ""
    /// `nil` where the address has no authority.
    package var host: WebHost?
    /// `nil` for the scheme's own port.
    package var port: UInt16?
    /// Of an opaque address all that follows the scheme; of others empty, or segments that each follow a `/`.
    package var path = ""
    /// Whether the path is no list of segments, as in `mailto:x@example.org`.
    package var isOpaque = false
    /// What follows the `?`; `nil` where there is none.
    package var query: String?
    /// What follows the `#`; `nil` where there is none.
    package var fragment: String?

    init(scheme: String) { self.scheme = scheme }

    /// The address that a text writes, seen from a base; linear in its length.
    ///
    /// - Throws: ``WebAddressFault``.
    package static func parse(
        _ text: String, base: WebAddress? = nil
    ) throws(WebAddressFault) -> WebAddress {
        try parse(bytes: Array(text.utf8), base: base)
    }

    /// The address that bytes of UTF-8 write, seen from a base; linear in their length.
    ///
    /// - Throws: ``WebAddressFault``.
    package static func parse(
        bytes: [UInt8], base: WebAddress? = nil
    ) throws(WebAddressFault) -> WebAddress {
        guard bytes.count <= longest else { throw .tooLong(bytes.count) }
        return try WebAddressParser.parse(bytes, base: base)
    }

    // MARK: - Serialisation

    /// The whole address.
    package var href: String { text(withFragment: true) }

    /// The whole address, with or without its fragment.
    package func text(withFragment: Bool) -> String {
        var out = scheme + ":"
        if let host {
            out += "//"
            if hasCredentials {
                out += username
                if !password.isEmpty { out += ":" + password }
                out += "@"
            }
            out += host.text
            if let port { out += ":\(port)" }
        } else if !isOpaque, path.utf8.starts(with: "//".utf8) {
            out += "/."
        }
        out += path
        if let query { out += "?" + query }
        if withFragment, let fragment { out += "#" + fragment }
        return out
    }

    /// Scheme, host and port of a network scheme, as `https://example.org:8443`; `nil` where the origin is opaque.
    package var origin: String? {
        guard let host, scheme != "file", Scheme.isSpecial(scheme) else { return nil }
        return "\(scheme)://\(host.text)" + (port.map { ":\($0)" } ?? "")
    }

    /// The port to connect to; `nil` for schemes without one.
    package var effectivePort: UInt16? { port ?? Scheme.defaultPort(scheme) }

    package var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }

    /// What a request asks a host for: the path and the query.
    package var requestTarget: String { (path.isEmpty ? "/" : path) + (query.map { "?" + $0 } ?? "") }

    /// The schemes that the standard calls special.
    enum Scheme {
        static func isSpecial(_ scheme: String) -> Bool { scheme == "file" || defaultPort(scheme) != nil }

        static func defaultPort(_ scheme: String) -> UInt16? {
            switch scheme {
            case "http", "ws": 80
            case "https", "wss": 443
            case "ftp": 21
            default: nil
            }
        }
    }
}

extension WebAddress: CustomStringConvertible {
    package var description: String { href }
}

/// Why bytes are no address.
package enum WebAddressFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes over ``WebAddress/longest``.
    case tooLong(Int)
    /// No scheme, and no base that could give one.
    case relativeWithoutBase
    /// No host where the scheme needs one, or credentials without one.
    case noHost
    /// The host is no domain and no address.
    case badHost(String)
    /// No number up to 65535.
    case badPort(String)

    package var description: String {
        switch self {
        case .tooLong(let count):
            "expected an address of at most \(WebAddress.longest) bytes, found \(count)"
        case .relativeWithoutBase:
            "expected an address with its scheme, found a relative one; write it out, as in https://example.org/"
        case .noHost: "expected a host after the scheme, found none"
        case .badHost(let text): "expected a domain or an address as the host, found '\(text)'"
        case .badPort(let text): "expected a port from 0 to 65535, found '\(text)'"
        }
    }
}
