import AsyncHTTPClient
import Hypertext
package import NIOCore
import NIOPosix
import NIOSSL

/// Fetches addresses of the web, from servers and by rules that nobody has to trust.
///
/// Every hop of a redirect is asked over a connection of its own. Its host's name is resolved once, every address that
/// comes of it is checked against the policy, and the connection goes to one of those checked, whatever the name leads
/// to a moment later. Cookies and credentials are never sent, a page's own redirects are not followed, and there is no
/// proxy.
package struct Fetcher: Sendable {
    package var policy: FetchPolicy
    package var limits: FetchLimits
    private let agent: UserAgent
    private let resolver: Resolver
    private let dialer: Dialer
    private let group: any EventLoopGroup
    private let tls: TLSConfiguration

    /// - Parameters:
    ///   - authorities: certificates of authorities to trust besides the system's, in PEM; those that cannot be read are
    ///     an error.
    ///   - group: the event loops of all connections; they stay the caller's.
    /// - Throws: what is wrong with the certificates.
    package init(
        agent: UserAgent, policy: FetchPolicy = FetchPolicy(), limits: FetchLimits = FetchLimits(),
        resolver: Resolver = .system, dialer: Dialer = .direct, authorities: [UInt8] = [],
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) throws {
        self.agent = agent
        self.policy = policy
        self.limits = limits
        self.resolver = resolver
        self.dialer = dialer
        self.group = group
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if !authorities.isEmpty {
            tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMBytes(authorities))]
        }
        self.tls = tls
    }

    /// Asks for an address, and for those that it redirects to.
    ///
    /// A status that is no success is no error: ``Fetched/status`` tells it, and the body is left unread. Ends within
    /// ``FetchLimits/totalTime``, and when its task is cancelled.
    package func fetch(_ request: FetchRequest) async -> Result<Fetched, FetchError> {
        let began = NIODeadline.now()
        let deadline = began + TimeAmount(limit: limits.totalTime)
        var hops: [Hop] = []
        var address = request.address
        var seen: Set<String> = []
        while true {
            do {
                guard seen.insert(address.text(withFragment: false)).inserted else {
                    throw FetchError(
                        .redirectLoop, "expected redirects that lead on, found one back to \(address.href)")
                }
                if let refusal = policy.refusal(of: address) { throw refusal }
                let servers = try await checkedServers(of: address, deadline)
                let (server, answer) = try await ask(address, servers, request, deadline)
                hops.append(Hop(address: address, server: server, status: answer.status))
                guard [301, 302, 303, 307, 308].contains(answer.status) else {
                    return .success(fetched(hops, address, answer, since: began))
                }
                if hops.count > limits.redirects {
                    throw FetchError.reached(.redirects, "expected at most \(limits.redirects) redirects, found more")
                }
                address = try Self.next(after: address, answer.location)
            } catch {
                var error = FetchError(error, limits)
                error.address = address
                error.hops = hops
                return .failure(error)
            }
        }
    }

    private func fetched(
        _ hops: [Hop], _ address: WebAddress, _ answer: Exchange.Answer, since began: NIODeadline
    ) -> Fetched {
        Fetched(
            hops: hops, address: address, status: answer.status, fields: answer.fields, body: answer.body,
            isCut: answer.isCut, elapsed: .nanoseconds((NIODeadline.now() - began).nanoseconds))
    }

    /// Where a redirect leads. A fragment is handed on where the new address has none.
    private static func next(after address: WebAddress, _ location: String?) throws -> WebAddress {
        guard let location else {
            throw FetchError(.badRedirect, "expected a Location with the redirect, found none")
        }
        do {
            var next = try WebAddress.parse(location, base: address)
            if next.fragment == nil { next.fragment = address.fragment }
            return next
        } catch {
            throw FetchError(.badRedirect, "expected an address as the redirect's Location: \(error)")
        }
    }

    /// Asks one server after the other until a connection stands.
    private func ask(
        _ address: WebAddress, _ servers: [IPAddress], _ request: FetchRequest, _ deadline: NIODeadline
    ) async throws -> (IPAddress, Exchange.Answer) {
        var last = FetchError(.cannotConnect, "expected a server, found none")
        for server in servers.prefix(max(1, limits.attempts)) {
            let exchange = Exchange(
                address: address, server: server, dialled: dialer.address(server), request: request, agent: agent,
                limits: limits, deadline: deadline, tls: tls, group: group)
            do {
                return (server, try await exchange.run())
            } catch {
                last = FetchError(error, limits)
                guard last.code == .cannotConnect || last.limit == .connectTime else { throw last }
            }
        }
        throw last
    }

    // MARK: - Names

    /// The addresses of a host, of which none is refused.
    private func checkedServers(of address: WebAddress, _ deadline: NIODeadline) async throws -> [IPAddress] {
        let servers: [IPAddress]
        switch address.host {
        case .address(let literal): servers = [literal]
        case .domain(let name): servers = try await resolved(name, deadline)
        default: throw FetchError(.hostRefused, "expected a host, found none")
        }
        for server in servers {
            if let refusal = policy.refusal(of: server, host: address.host?.text ?? "") { throw refusal }
        }
        return servers
    }

    /// What the resolver says by the deadline. A resolver that does not heed its cancellation is left behind.
    private func resolved(_ name: String, _ deadline: NIODeadline) async throws -> [IPAddress] {
        let loop = group.any()
        let promise = loop.makePromise(of: [IPAddress].self)
        let timer = loop.scheduleTask(deadline: deadline) {
            promise.fail(
                FetchError.reached(.totalTime, "expected the addresses of \(name) within the whole time, found none"))
        }
        let search = Task {
            do {
                promise.succeed(try await resolver.addresses(name))
            } catch {
                promise.fail(FetchError(.cannotResolve, "expected the addresses of \(name): \(error)"))
            }
        }
        defer {
            timer.cancel()
            search.cancel()
        }
        let servers = try await withTaskCancellationHandler {
            try await promise.futureResult.get()
        } onCancel: {
            promise.fail(CancellationError())
        }
        if servers.isEmpty {
            throw FetchError(.cannotResolve, "expected the addresses of \(name), found none")
        }
        return servers
    }
}
