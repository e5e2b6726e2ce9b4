package import Hypertext

/// Why a fetch brought nothing, for programs (``code``) and for people (``message``).
package struct FetchError: Error, Hashable, Sendable {
    /// Stable names of what can go wrong.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// Another scheme than http and https.
        case schemeRefused = "scheme-refused"
        /// A user name or a password in the address.
        case credentialsRefused = "credentials-refused"
        /// A port that is not open to fetches.
        case portRefused = "port-refused"
        /// A host that the domain name system cannot hold.
        case hostRefused = "host-refused"
        /// A host one of whose addresses the policy does not allow.
        case addressRefused = "address-refused"
        /// A name without address.
        case cannotResolve = "cannot-resolve"
        /// No connection, by any address tried.
        case cannotConnect = "cannot-connect"
        /// A server that did not prove to be the host asked for.
        case untrusted
        /// One of ``FetchLimits`` was reached; ``FetchError/limit`` says which.
        case limitReached = "limit-reached"
        /// A redirect back to an address asked before.
        case redirectLoop = "redirect-loop"
        /// A redirect without a place, or to what is no address.
        case badRedirect = "bad-redirect"
        /// A body compressed in a way that was not offered.
        case unsupportedEncoding = "unsupported-encoding"
        /// A compressed body that does not decompress.
        case damagedBody = "damaged-body"
        /// A response that is no HTTP.
        case badResponse = "bad-response"
        /// A connection that ended before its response.
        case endedEarly = "ended-early"
        /// A request that cannot be sent: a validator that is no field value.
        case badRequest = "bad-request"
        case cancelled
    }

    package var code: Code
    /// What was expected, what was found, where, and what to do.
    package var message: String
    /// The limit that was reached.
    package var limit: FetchLimits.Name?
    /// The address of the hop at which it went wrong.
    package var address: WebAddress?
    /// The hops that went well before.
    package var hops: [Hop] = []

    init(_ code: Code, _ message: String, limit: FetchLimits.Name? = nil) {
        self.code = code
        self.message = message
        self.limit = limit
    }

    /// The error of a limit, with the name under which it is set.
    static func reached(_ limit: FetchLimits.Name, _ found: String) -> FetchError {
        FetchError(.limitReached, "\(found); the limit is '\(limit.rawValue)'", limit: limit)
    }

    /// Whether the same fetch may go well later, with nothing changed on this side.
    package var isTransient: Bool {
        switch code {
        case .cannotResolve, .cannotConnect, .endedEarly, .cancelled, .badResponse, .damagedBody: true
        case .limitReached:
            switch limit {
            case .connectTime, .firstByteTime, .idleTime, .totalTime: true
            default: false
            }
        default: false
        }
    }
}

extension FetchError: CustomStringConvertible {
    package var description: String {
        "\(code.rawValue): \(message)" + (address.map { " (\($0.href))" } ?? "")
    }
}
