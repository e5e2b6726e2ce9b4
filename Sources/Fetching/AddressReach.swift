package import Hypertext

/// What an address is for, by the registries of IANA for special purposes (RFC 6890 and its successors).
package enum AddressReach: String, Hashable, Sendable, CaseIterable {
    /// Routed everywhere.
    case global
    /// The machine itself.
    case loopback
    /// A network of its owner: private, unique local, behind a carrier's translation, or local translation.
    case `private`
    /// A link of a machine, on which clouds answer about themselves.
    case linkLocal = "link-local"
    /// None, or any.
    case unspecified
    case multicast
    case documentation
    case benchmark
    /// Kept for later or for protocols.
    case reserved

    /// What an address is for. Where it carries one of version 4, by mapping, translation or a tunnel, what that is for.
    package static func of(_ address: IPAddress) -> AddressReach {
        switch address {
        case .v4(let number): of(number)
        case .v6(let high, let low): of(high, low)
        }
    }

    private static func of(_ number: UInt32) -> AddressReach {
        for (first, bits, reach) in version4 where (number ^ first) >> (32 - bits) == 0 { return reach }
        return .global
    }

    private static func of(_ high: UInt64, _ low: UInt64) -> AddressReach {
        for address in carried(high, low) {
            let reach = of(address)
            if reach != .global { return reach }
        }
        // Loopback and "any" look like addresses of version 4 in the oldest form, which is told apart here.
        if high == 0, low <= 1 { return low == 1 ? .loopback : .unspecified }
        if carriesAll(high, low) { return .global }
        let address = IPAddress.v6(high: high, low: low)
        for (first, bits, reach) in version6
        where Network(.v6(high: first, low: 0), bits: bits).contains(address) {
            return reach
        }
        // Only 2000::/3 was ever given out.
        return high >> 61 == 1 ? .global : .reserved
    }

    /// The addresses of version 4 that one of version 6 leads to.
    private static func carried(_ high: UInt64, _ low: UInt64) -> [UInt32] {
        let (last, third) = (UInt32(low & 0xFFFF_FFFF), UInt32(low >> 32))
        if high == 0, third == 0 { return low <= 1 ? [] : [last] }
        if high == 0, third == 0xFFFF { return [last] }
        if high == 0x0064_FF9B_0000_0000, third == 0 { return [last] }
        if high >> 48 == 0x2002 { return [UInt32(high >> 16 & 0xFFFF_FFFF)] }
        // Teredo: the server, and the client with all bits turned (RFC 4380).
        if high >> 32 == 0x2001_0000 { return [UInt32(high & 0xFFFF_FFFF), ~last] }
        // ISATAP (RFC 5214), with and without the bit for addresses unique to one interface.
        if third & 0xFDFF_FFFF == 0x0000_5EFE { return [last] }
        return []
    }

    /// Whether an address is nothing but the carrier of one of version 4.
    private static func carriesAll(_ high: UInt64, _ low: UInt64) -> Bool {
        if high == 0 { return low >> 32 == 0 || low >> 32 == 0xFFFF }
        return high == 0x0064_FF9B_0000_0000 && low >> 32 == 0 || high >> 48 == 0x2002 || high >> 32 == 0x2001_0000
    }

    private static let version4: [(first: UInt32, bits: UInt32, reach: AddressReach)] = [
        (0x0000_0000, 8, .unspecified), (0x0A00_0000, 8, .private), (0x6440_0000, 10, .private),
        (0x7F00_0000, 8, .loopback), (0xA9FE_0000, 16, .linkLocal), (0xAC10_0000, 12, .private),
        (0xC000_0000, 24, .reserved), (0xC000_0200, 24, .documentation), (0xC058_6300, 24, .reserved),
        (0xC0A8_0000, 16, .private), (0xC612_0000, 15, .benchmark), (0xC633_6400, 24, .documentation),
        (0xCB00_7100, 24, .documentation), (0xE000_0000, 4, .multicast), (0xF000_0000, 4, .reserved),
    ]

    /// The first 64 bits of each block.
    private static let version6: [(first: UInt64, bits: Int, reach: AddressReach)] = [
        (0x0064_FF9B_0001_0000, 48, .private), (0x0100_0000_0000_0000, 64, .reserved),
        (0x2001_0002_0000_0000, 48, .benchmark), (0x2001_0000_0000_0000, 23, .reserved),
        (0x2001_0DB8_0000_0000, 32, .documentation), (0x3FFF_0000_0000_0000, 20, .documentation),
        (0x5F00_0000_0000_0000, 16, .reserved), (0xFC00_0000_0000_0000, 7, .private),
        (0xFE80_0000_0000_0000, 10, .linkLocal), (0xFEC0_0000_0000_0000, 10, .private),
        (0xFF00_0000_0000_0000, 8, .multicast),
    ]
}
