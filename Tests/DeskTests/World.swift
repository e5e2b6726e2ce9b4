import Desk
import Fetching
import FoundationEssentials
import Hypertext
import Loopback
import Register
import Synchronization

/// Hosts of the world that all stand on this machine: their names resolve to addresses that are routed everywhere, and
/// every connection leads to one loopback server.
struct World {
    /// A request as its host sees it.
    struct Visit: Sendable {
        /// "a" of a.example.
        var host: String
        var target: String
        /// Virtual seconds since the beginning.
        var since: Double
        /// By names in small letters.
        var fields: [String: String]

        /// "http://a.example:40000"
        var base: String { "http://" + (fields["host"] ?? "") }
        /// "a/feed"
        var path: String { host + target }
    }

    /// What was asked and dialled.
    final class Log: Sendable {
        let visits = Mutex<[Visit]>([])
        let dialled = Mutex<[String]>([])
    }

    let server: LoopbackServer
    let clock: VirtualClock
    let log: Log

    /// - Parameter answer: what a host answers; `nil` for a page that is not there.
    init(_ clock: VirtualClock = VirtualClock(), _ answer: @escaping @Sendable (Visit) -> [LoopbackServer.Step]?)
        async throws
    {
        let log = Log()
        server = try await LoopbackServer { asked in
            let visit = Visit(
                host: String((asked.fields["host"] ?? "").prefix { $0 != "." }), target: asked.target,
                since: clock.since,
                fields: asked.fields)
            log.visits.withLock { $0.append(visit) }
            return answer(visit) ?? .answer("404 Not Found")
        }
        self.clock = clock
        self.log = log
    }

    var visits: [Visit] { log.visits.withLock { $0 } }

    /// The seconds at which a path was asked for, as "a/feed".
    func times(_ path: String) -> [Double] { visits.filter { $0.path == path }.map(\.since) }

    func address(_ host: String, _ target: String) -> String { "http://\(host).example:\(server.port)\(target)" }

    /// The public address of a host of one letter; others stand in a private network.
    static func resolved(_ host: String) -> String {
        let letter = host.utf8.first ?? 0
        return host.utf8.dropFirst().first == UInt8(ascii: ".") ? "93.184.215.\(letter)" : "10.1.2.3"
    }

    func fetcher() throws -> Fetcher {
        var limits = FetchLimits()
        // long enough for a machine that does much else; no test waits for it
        (limits.totalTime, limits.connectTime) = (.seconds(50), .seconds(40))
        (limits.firstByteTime, limits.idleTime) = (.seconds(40), .seconds(40))
        let log = log
        return try Fetcher(
            agent: UserAgent(version: "1.0", contact: "https://reader.example/"), limits: limits,
            resolver: Resolver { host in [IPAddress(Self.resolved(host))].compactMap { $0 } },
            dialer: Dialer { checked in
                log.dialled.withLock { $0.append(checked.description) }
                return .v4(0x7F00_0001)
            })
    }

    /// A desk over a register's file, as a new process would open it.
    func desk(_ path: String, tell: @escaping @Sendable (WatchEvent) -> Void = { _ in }) throws -> WatchDesk {
        try WatchDesk(
            register: path, coder: Embedded.coder, fetcher: try fetcher(), clock: clock.clock, tell: tell)
    }

    /// Adds sources to a register, due at once.
    func watch(_ sources: [(host: String, target: String)], in path: String) throws {
        let register = try Register(path: path, access: .write)
        defer { try? register.close() }
        _ = try register.watch(
            sources.map {
                WatchedSource(
                    address: address($0.host, $0.target), added: "2026-03-12T10:00:00Z", next: VirtualClock.start)
            })
    }
}

/// Watches until the clock's stop, or until the task is cancelled.
func watch(_ desk: WatchDesk) async throws {
    do { try await desk.run() } catch is VirtualClock.Stop {} catch is CancellationError {}
}
