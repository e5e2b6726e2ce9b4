package import Hypertext

/// What is known of a host's robots.txt, and until when (RFC 9309, sections 2.3 and 2.4).
package struct RobotsRecord: Hashable, Sendable {
    /// Seconds for which an answer is used.
    package static let lifetime = 86_400.0
    /// Seconds after which a host that did not answer is asked again.
    package static let retryTime = 3600.0
    /// Seconds for which the rules of a host that no longer answers go on.
    package static let longestMemory = 30 * 86_400.0

    package enum State: Hashable, Sendable {
        /// The host's rules.
        case rules(RobotsRules)
        /// The host has none: everything may be fetched.
        case none
        /// The host did not say, for the reason given: nothing may be fetched for now.
        case unreachable(String)
        /// The host may not be asked at all, for the reason given.
        case refused(String)
    }

    package private(set) var state: State
    /// Seconds since 1970 at which the host is asked again.
    package private(set) var expires: Double
    /// Seconds since 1970 at which the host last answered; `nil` where it never did.
    private var answered: Double?

    /// What a fetch of robots.txt comes to.
    ///
    /// A success gives rules, a status of the client's fault none. A fault of the server, a time that ran out or an
    /// address that may not be asked disallow everything, but for what an earlier record of a month at most allows.
    ///
    /// - Parameters:
    ///   - previous: what was known before.
    ///   - now: seconds since 1970.
    package init(_ result: Result<Fetched, FetchError>, previous: RobotsRecord? = nil, at now: Double) {
        state = Self.state(result)
        expires = now + Self.lifetime
        answered = now
        guard case .unreachable = state else { return }
        expires = now + Self.retryTime
        answered = previous?.answered
        if let previous, let answered, now - answered < Self.longestMemory {
            if case .unreachable = previous.state { return }
            state = previous.state
        }
    }

    private static func state(_ result: Result<Fetched, FetchError>) -> State {
        switch result {
        case .success(let fetched):
            switch fetched.status {
            case 200...299: .rules(RobotsRules(fetched.body))
            case 400...499: .none
            default: .unreachable("its host answered \(fetched.status)")
            }
        case .failure(let error):
            // Redirects that go on and on count as a file that is not there.
            if error.limit == .redirects || error.code == .redirectLoop {
                .none
            } else if error.hops.isEmpty, Self.refusals.contains(error.code) {
                .refused(error.message)
            } else {
                .unreachable(error.message)
            }
        }
    }

    /// What the policy does not allow stays so.
    private static let refusals: Set<FetchError.Code> = [
        .schemeRefused, .credentialsRefused, .portRefused, .hostRefused, .addressRefused,
    ]

    package func isFresh(at now: Double) -> Bool { now < expires }

    /// Whether an address of the host may be fetched.
    package func allows(_ address: WebAddress) -> Bool {
        switch state {
        case .rules(let rules): rules.allows(address.requestTarget)
        case .none: true
        case .unreachable, .refused: false
        }
    }

    /// Seconds that the host asks to be left between two requests; `nil` where it does not.
    package var crawlDelay: Double? {
        if case .rules(let rules) = state { rules.crawlDelay } else { nil }
    }
}

extension Fetcher {
    /// Redirects of robots.txt that are followed, as the standard asks.
    package static let robotsRedirects = 5

    /// Asks the host of an address for its robots.txt, in as few bytes as are read of it.
    ///
    /// - Parameters:
    ///   - previous: what was known before.
    ///   - now: seconds since 1970, which the record's times count from.
    package func robots(
        of address: WebAddress, previous: RobotsRecord? = nil, at now: Double
    ) async -> RobotsRecord {
        var place = address
        (place.path, place.query, place.fragment) = ("/robots.txt", nil, nil)
        var request = FetchRequest(place)
        request.keepsBeginning = true
        var fetcher = self
        fetcher.limits.redirects = min(limits.redirects, Self.robotsRedirects)
        // One byte more than is read, so that a line which the limit cuts is known as such.
        fetcher.limits.bodySize = min(limits.bodySize, RobotsRules.mostBytes + 1)
        return RobotsRecord(await fetcher.fetch(request), previous: previous, at: now)
    }
}
