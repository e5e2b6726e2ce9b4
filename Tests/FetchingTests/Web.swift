import Hypertext
import Loopback
import Synchronization

@testable import Fetching

/// A web of one loopback server that names of the world lead to.
///
/// Names resolve to addresses that are routed everywhere, so that the checks see what they would in earnest; the dialer
/// then leads every connection to this machine, and writes down both.
struct Web {
    /// Addresses of a test are checked as these, and never dialled.
    static let known: [String: [String]] = [
        "public.example": ["93.184.215.14"], "other.example": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
        "two.example": ["93.184.215.15", "93.184.215.14"], "private.example": ["10.1.2.3"],
        "mixed.example": ["93.184.215.14", "169.254.169.254"], "mapped.example": ["::ffff:127.0.0.1"],
        "empty.example": [],
    ]

    /// What was resolved, checked and dialled.
    final class Log: Sendable {
        let resolved = Mutex<[String]>([])
        let dialled = Mutex<[(checked: IPAddress, dialled: IPAddress)]>([])
    }

    let server: LoopbackServer
    let log = Log()

    init(_ script: @escaping LoopbackServer.Script) async throws { server = try await LoopbackServer(script) }

    init(_ server: LoopbackServer) { self.server = server }

    static let loopback = IPAddress.v4(0x7F00_0001)

    /// Whether all that was dialled is this machine.
    var staysHere: Bool {
        log.dialled.withLock { all in all.allSatisfy { AddressReach.of($0.dialled) == .loopback } }
    }

    var resolved: [String] { log.resolved.withLock { $0 } }

    /// The checked addresses for which connections were made, as text.
    var checked: [String] { log.dialled.withLock { all in all.map { $0.checked.description } } }

    func fetcher(
        policy: FetchPolicy = FetchPolicy(), authorities: [UInt8] = [], _ change: (inout FetchLimits) -> Void = { _ in }
    ) throws -> Fetcher {
        var limits = FetchLimits()
        // Long enough for a machine that does much else; no test waits for it.
        limits.totalTime = .seconds(50)
        limits.connectTime = .seconds(40)
        limits.firstByteTime = .seconds(40)
        limits.idleTime = .seconds(40)
        change(&limits)
        let log = log
        let resolver = Resolver { host in
            log.resolved.withLock { $0.append(host) }
            return (Self.known[host.hasSuffix(".") ? String(host.dropLast()) : host] ?? []).compactMap { IPAddress($0) }
        }
        // The first address of two.example has no server behind it.
        let dialer = Dialer { checked in
            let here: IPAddress = checked == IPAddress("93.184.215.15") ? .v4(0x7F00_0002) : Self.loopback
            log.dialled.withLock { $0.append((checked, here)) }
            return here
        }
        return try Fetcher(
            agent: UserAgent(version: "1.0", contact: "https://reader.example/"), policy: policy, limits: limits,
            resolver: resolver, dialer: dialer, authorities: authorities)
    }

    /// An address of the server, under the name of a host.
    func address(_ path: String = "/", host: String = "public.example", scheme: String = "http") throws -> WebAddress {
        try WebAddress.parse("\(scheme)://\(host):\(server.port)\(path)")
    }

    /// What a fetch of a path comes to.
    func fetch(
        _ path: String = "/", host: String = "public.example", policy: FetchPolicy = FetchPolicy(),
        _ change: (inout FetchLimits) -> Void = { _ in }
    ) async throws -> Result<Fetched, FetchError> {
        let result = try await fetcher(policy: policy, change).fetch(FetchRequest(try address(path, host: host)))
        await server.stop()
        return result
    }
}

extension Result where Success == Fetched, Failure == FetchError {
    /// The error, where there is one.
    var error: FetchError? {
        if case .failure(let error) = self { error } else { nil }
    }
}

extension Fetched {
    var text: String { String(decoding: body, as: UTF8.self) }
}
