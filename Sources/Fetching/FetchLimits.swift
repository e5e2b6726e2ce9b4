/// What one fetch may cost. Each limit is named in the error of the fetch that reaches it.
package struct FetchLimits: Hashable, Sendable {
    /// Redirects that are followed.
    package var redirects = 10
    /// Bytes of a body, counted after decompression.
    package var bodySize = 32 << 20
    /// How many times its compressed size a body may have. Feeds and pages come to 5 to 30.
    package var ratio = 200
    /// Bytes of a response before its body, of all its interim responses together.
    package var headSize = 64 << 10
    /// Until a connection stands, with its TLS handshake.
    package var connectTime = Duration.seconds(10)
    /// From the request to the end of the response's head.
    package var firstByteTime = Duration.seconds(20)
    /// Between two arrivals of bytes of a body.
    package var idleTime = Duration.seconds(15)
    /// For all, with the resolution of names and every redirect.
    package var totalTime = Duration.seconds(60)
    /// Addresses of one host that are tried one after the other where a connection fails.
    package var attempts = 3

    package init() {}

    /// The limits by the names under which errors tell them.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case redirects
        case bodySize = "body-size"
        case ratio
        case headSize = "head-size"
        case connectTime = "connect-time"
        case firstByteTime = "first-byte-time"
        case idleTime = "idle-time"
        case totalTime = "total-time"
    }
}

extension FetchLimits {
    /// The time that a limit sets; zero for a limit of something else.
    func time(_ name: Name) -> Duration {
        switch name {
        case .connectTime: connectTime
        case .firstByteTime: firstByteTime
        case .idleTime: idleTime
        case .totalTime: totalTime
        case .redirects, .bodySize, .ratio, .headSize: .zero
        }
    }
}
