package import Hypertext

/// Finds the addresses of a host.
package struct Resolver: Sendable {
    /// The addresses of a domain in its ASCII form, the best first. What it throws becomes ``FetchError/Code/cannotResolve``.
    package var addresses: @Sendable (_ host: String) async throws -> [IPAddress]

    package init(addresses: @escaping @Sendable (_ host: String) async throws -> [IPAddress]) {
        self.addresses = addresses
    }
}

/// Decides which address is connected to once one has been checked.
package struct Dialer: Sendable {
    /// The address to connect to in place of a checked one.
    package var address: @Sendable (_ checked: IPAddress) -> IPAddress

    package init(address: @escaping @Sendable (_ checked: IPAddress) -> IPAddress) { self.address = address }

    /// Connects to what was checked.
    package static let direct = Dialer { $0 }
}
