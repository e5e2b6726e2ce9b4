/// What the addresses of one page have in common, so that a page that is met twice is known again.
///
/// Without fragment, credentials, a full stop after the host, an empty query, and the parameters by which senders track
/// readers; percent-encodings in one form (RFC 3986, section 6.2.2). The order of the query stays: it may matter.
package struct AddressIdentity: Hashable, Sendable {
    /// `https`, or another scheme.
    package var scheme: String
    /// What follows the scheme and the colon. `http` and `https` of one page agree in it.
    package var rest: String

    package init(_ address: WebAddress) {
        var plain = address
        plain.fragment = nil
        (plain.username, plain.password) = ("", "")
        // "file:///%43|" is no drive C, and "file://localhost./" another host than this one
        if plain.scheme != "file" {
            if case .domain(let name) = plain.host, let bare = Self.withoutFullStop(name) { plain.host = .domain(bare) }
            if !plain.isOpaque { plain.path = Self.oneForm(plain.path) }
        }
        plain.query = plain.query.flatMap(Self.withoutTracking)
        scheme = plain.scheme
        rest = String(plain.href.dropFirst(scheme.utf8.count + 1))
    }

    /// Whether two addresses lead to one page, taking `http` and `https` for the same.
    package func isSamePage(as other: AddressIdentity) -> Bool {
        rest == other.rest && (scheme == other.scheme || isOfWeb && other.isOfWeb)
    }

    private var isOfWeb: Bool { scheme == "http" || scheme == "https" }

    /// A domain without the full stop after it; `nil` where it has none, or several, which are no way to write a domain.
    private static func withoutFullStop(_ name: String) -> String? {
        guard name.utf8.last == UInt8(ascii: ".") else { return nil }
        let bare = name.dropLast()
        return bare.isEmpty || bare.utf8.last == UInt8(ascii: ".") ? nil : String(bare)
    }

    // MARK: - Queries

    /// Names by which advertisers, mailers and broadcasters follow a reader; none changes the page.
    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "oly_anon_id", "oly_enc_id",
        "vero_id", "wt_mc", "wt_zmc", "xtor", "ref_src", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname",
        "ns_fee", "cmpid", "ocid", "_ga", "_gl", "s_cid", "smid", "rb_clickid", "__twitter_impression",
    ]

    /// Beginnings of such names.
    private static let trackingPrefixes = ["utm_", "at_", "pk_", "mtm_", "hsa_"]

    private static func isTracking(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        return tracking.contains(name) || trackingPrefixes.contains { name.utf8.starts(with: $0.utf8) }
    }

    /// The query without such parameters; `nil` where nothing is left.
    private static func withoutTracking(_ query: String) -> String? {
        let kept = query.split(separator: "&").map { oneForm(String($0)) }
            .filter { part in !isTracking(part.prefix { $0 != "=" }) }
        return kept.isEmpty ? nil : kept.joined(separator: "&")
    }

    // MARK: - Percent-encoding

    /// The text with capital hexadecimal digits, and unreserved characters as they are.
    ///
    /// Where a percent sign stands that begins no encoding, a decoded character could make one of it ("%%650" is not
    /// "%e0"): all characters stay encoded then.
    private static func oneForm(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var out: [UInt8] = []
        var rest = Array(text.utf8)[...]
        let isWhole = !rest.indices.contains { i in
            rest[i] == UInt8(ascii: "%") && PercentEncoding.byte(in: rest, at: i) == nil
        }
        while let first = rest.first {
            guard let byte = PercentEncoding.byte(in: rest, at: 0) else {
                out.append(first)
                rest = rest.dropFirst()
                continue
            }
            if isWhole, isUnreserved(byte) { out.append(byte) } else { PercentEncoding.append(byte, to: &out) }
            rest = rest.dropFirst(3)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
    }
}

extension AddressIdentity: Comparable, CustomStringConvertible {
    /// The order of what follows the scheme, so that the `http` and the `https` of one page are neighbours.
    package static func < (x: AddressIdentity, y: AddressIdentity) -> Bool {
        (x.rest, x.scheme) < (y.rest, y.scheme)
    }

    package var description: String { "\(scheme):\(rest)" }
}

extension WebAddress {
    /// What this address shares with others of the same page.
    package var identity: AddressIdentity { AddressIdentity(self) }
}
