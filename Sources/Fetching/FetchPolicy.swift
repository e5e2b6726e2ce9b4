import Hypertext

/// Where fetches may go. By default to addresses that are routed everywhere, by the web's ports.
package struct FetchPolicy: Hashable, Sendable {
    package var allowsLoopback = false
    package var allowsPrivate = false
    /// Blocks that are allowed whatever they are for.
    package var allowedNetworks: [Network] = []
    /// Ports that are allowed besides 80, 443 and those above 1023.
    package var allowedPorts: Set<UInt16> = []

    package init() {}

    /// Why an address may not be asked for, before any name is resolved; `nil` where it may.
    func refusal(of address: WebAddress) -> FetchError? {
        guard address.scheme == "http" || address.scheme == "https", let port = address.effectivePort else {
            return FetchError(
                .schemeRefused, "expected an address that begins with http: or https:, found \(address.scheme):")
        }
        if address.hasCredentials {
            return FetchError(
                .credentialsRefused, "expected an address without user name and password; take them out of it")
        }
        if !isAllowed(port: port) {
            return FetchError(
                .portRefused, "expected port 80, 443 or one above 1023 that no other service has, found \(port)")
        }
        if case .domain(let name) = address.host, !Self.isName(name) {
            return FetchError(
                .hostRefused,
                "expected a name of letters, digits and hyphens, at most 63 in a label and 253 in all, "
                    + "found '\(name.prefix(100))'")
        }
        return nil
    }

    /// Why an address of a host may not be connected to; `nil` where it may.
    func refusal(of address: IPAddress, host: String) -> FetchError? {
        let reach = AddressReach.of(address)
        let isAllowed =
            switch reach {
            case .global: true
            case .loopback: allowsLoopback
            case .private: allowsPrivate
            default: false
            }
        if isAllowed || allowedNetworks.contains(where: { $0.contains(address) }) { return nil }
        return FetchError(
            .addressRefused,
            "expected addresses that are routed everywhere, found \(address) (\(reach.rawValue)) for \(host); "
                + "allow its network if this is meant")
    }

    func isAllowed(port: UInt16) -> Bool {
        if allowedPorts.contains(port) { return true }
        return port == 80 || port == 443 || port > 1023 && !Self.takenPorts.contains(port)
    }

    /// Ports above 1023 that browsers do not ask either (Fetch Standard, section 2.9), and those of databases and
    /// caches that would take the lines of a request for commands.
    private static let takenPorts: Set<UInt16> = [
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
        10080, 1433, 1521, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5900, 5984, 6379, 9042, 11211, 27017,
    ]

    /// Whether the domain name system could hold a name. The underscore occurs in hosts, against the standard.
    private static func isName(_ name: String) -> Bool {
        var labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        return name.utf8.count <= 254
            && labels.allSatisfy { label in
                (1...63).contains(label.count)
                    && label.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                            || byte == UInt8(ascii: "_")
                    }
            }
    }
}
