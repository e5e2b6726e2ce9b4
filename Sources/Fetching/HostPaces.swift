/// When each host may be asked next. Requests to one host are given places one after the other.
package struct HostPaces: Hashable, Sendable {
    private struct Pace: Hashable {
        /// When the next request may go.
        var next: Double
        var crawlDelay: Double?
    }

    private let politeness: Politeness
    /// By origin, as ``Hypertext/WebAddress`` writes it, or by any other name that the caller gives hosts.
    private var paces: [String: Pace] = [:]

    package init(_ politeness: Politeness = Politeness()) { self.politeness = politeness }

    /// How many hosts are remembered.
    package var count: Int { paces.count }

    /// When a request to a host may go, from now on, and from then on that place is taken.
    ///
    /// - Returns: seconds since 1970.
    package mutating func reserve(_ host: String, at now: Double) -> Double {
        let start = max(now, paces[host]?.next ?? now)
        paces[host, default: Pace(next: start)].next = start + pace(of: host)
        return start
    }

    /// When a request to a host could go.
    package func next(_ host: String, at now: Double) -> Double { max(now, paces[host]?.next ?? now) }

    /// Seconds between two requests to a host.
    package func pace(of host: String) -> Double {
        max(politeness.hostPace, min(paces[host]?.crawlDelay ?? 0, politeness.longestCrawlDelay))
    }

    /// Takes over what a host's robots.txt asks for; `nil` takes it back.
    package mutating func setCrawlDelay(_ delay: Double?, of host: String, at now: Double) {
        let before = pace(of: host)
        paces[host, default: Pace(next: now)].crawlDelay = delay
        // the request that has just gone counts from now on with the longer pace
        let longer = pace(of: host) - before
        if longer > 0, let next = paces[host]?.next, next > now { paces[host]?.next = next + longer }
    }

    /// Leaves a host alone for as long as it asks, within what the politeness allows.
    package mutating func leave(_ host: String, for wait: Double, at now: Double) {
        let end = now + min(max(0, wait), politeness.longestRetryAfter)
        paces[host, default: Pace(next: end)].next = max(end, paces[host]?.next ?? end)
    }

    /// Forgets the hosts that could be asked for a day, so that memory does not grow with the hosts ever met.
    package mutating func forget(at now: Double) { paces = paces.filter { $0.value.next > now - 86_400 } }
}
