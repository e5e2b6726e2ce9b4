import Glibc
import Hypertext
import NIOPosix

extension Resolver {
    /// Addresses of one host that are looked at.
    package static let mostAddresses = 32

    /// The system's own resolution of names, on a thread that may wait.
    package static let system = Resolver { host in
        try await NIOThreadPool.singleton.runIfActive { try lookUp(host) }
    }

    /// What the system's resolver said.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private static func lookUp(_ host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_protocol = Int32(IPPROTO_TCP)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else {
            throw Fault(description: gai_strerror(code).map { String(cString: $0) } ?? "code \(code)")
        }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var next = list
        while let entry = next?.pointee, addresses.count < mostAddresses {
            if let address = address(entry), !addresses.contains(address) { addresses.append(address) }
            next = entry.ai_next
        }
        return addresses
    }

    /// The address that stands in a sockaddr_in at byte 4, in a sockaddr_in6 at byte 8. Read by place: which C module
    /// brings the names of its fields depends on what else is imported.
    private static func address(_ entry: addrinfo) -> IPAddress? {
        guard let raw = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET where entry.ai_addrlen >= 8:
            return .v4(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        case AF_INET6 where entry.ai_addrlen >= 24:
            return .v6(
                high: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                low: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
        default: return nil
        }
    }
}
