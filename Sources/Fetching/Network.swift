package import Hypertext

/// A block of addresses, as `10.0.0.0/8` or `fc00::/7` write it.
package struct Network: Hashable, Sendable {
    private let first: IPAddress
    /// Bits that the addresses of the block share: up to 32 in version 4, up to 128 in version 6.
    private let bits: Int

    /// The block that a text writes; a lone address is a block of itself. Bits beyond the prefix may be set.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress($0) }) else { return nil }
        let most = if case .v4 = address { 32 } else { 128 }
        if parts.count == 1 {
            bits = most
        } else {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(parts[1]), bits <= most
            else {
                return nil
            }
            self.bits = bits
        }
        first = address
    }

    init(_ first: IPAddress, bits: Int) {
        self.first = first
        self.bits = bits
    }

    /// Whether the block holds an address; one of version 4 is in no block of version 6, nor the other way round.
    package func contains(_ address: IPAddress) -> Bool {
        switch (first, address) {
        case (.v4(let x), .v4(let y)): bits == 0 || (x ^ y) >> UInt32(32 - bits) == 0
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
            if bits <= 64 {
                bits == 0 || (high ^ otherHigh) >> UInt64(64 - bits) == 0
            } else {
                high == otherHigh && (low ^ otherLow) >> UInt64(128 - bits) == 0
            }
        default: false
        }
    }
}
