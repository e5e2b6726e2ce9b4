/// An address of the internet protocol, of version 4 or 6.
package enum IPAddress: Hashable, Sendable {
    /// Four bytes, the first in the highest place.
    case v4(UInt32)
    /// Sixteen bytes in two halves, the first in the highest place.
    case v6(high: UInt64, low: UInt64)

    /// The address that a text writes in the usual notation: four decimal numbers, or RFC 4291 without a zone.
    ///
    /// Shorter, octal and hexadecimal notations of version 4 are left to ``WebAddress``.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: ":")) {
            guard let address = IPv6Notation.parse(bytes[...]) else { return nil }
            self = address
        } else {
            let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count == 4, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }),
                !parts.contains(where: { $0.count > 1 && $0.first == UInt8(ascii: "0") }),
                let number = IPv4Notation.parse(bytes[...])
            else { return nil }
            self = .v4(number)
        }
    }

    /// The eight groups of sixteen bits; of version 4, its mapped address (`::ffff:0:0/96`).
    package var groups: [UInt16] {
        switch self {
        case .v4(let number): [0, 0, 0, 0, 0, 0xFFFF, UInt16(number >> 16), UInt16(number & 0xFFFF)]
        case .v6(let high, let low):
            [high, low].flatMap { half in
                stride(from: UInt64(48), through: 0, by: -16).map { UInt16(half >> $0 & 0xFFFF) }
            }
        }
    }

    /// The address of eight groups; missing groups are 0.
    init(groups: [UInt16]) {
        var halves: (UInt64, UInt64) = (0, 0)
        for (place, group) in groups.prefix(8).enumerated() {
            let shift = UInt64(48 - place % 4 * 16)
            if place < 4 { halves.0 |= UInt64(group) << shift } else { halves.1 |= UInt64(group) << shift }
        }
        self = .v6(high: halves.0, low: halves.1)
    }
}

extension IPAddress: CustomStringConvertible {
    /// The notation of RFC 5952, but for mapped addresses, which stay hexadecimal as in the URL Standard.
    package var description: String {
        switch self {
        case .v4(let number):
            return [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
        case .v6:
            return IPv6Notation.text(groups)
        }
    }
}
