import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension FetchError {
    /// The error of a fetch that the libraries beneath it made fail.
    init(_ cause: any Error, _ limits: FetchLimits) {
        switch cause {
        case let cause as FetchError: self = cause
        case is CancellationError: self.init(.cancelled, "the fetch was cancelled")
        case let cause as HTTPClientError: self = Self.ofClient(cause, limits)
        case HTTPParserError.headerOverflow:
            self = .reached(.headSize, "expected a head of at most \(limits.headSize) bytes, found a longer one")
        case HTTPParserError.invalidEOFState:
            self = Self.endedEarly
        case let cause as HTTPParserError:
            self.init(.badResponse, "expected a response of HTTP, found what is none (\(cause))")
        case NIOHTTPDecompression.DecompressionError.limit:
            self = .reached(
                .ratio, "expected a body of at most \(limits.ratio) times its compressed size, found a larger one")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            self.init(.damagedBody, "expected a compressed body, found one that does not decompress (\(cause))")
        case NIOSSLError.uncleanShutdown: self = Self.endedEarly
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            self.init(.untrusted, "expected a server that proves to be the host asked for (\(cause))")
        case ChannelError.connectTimeout: self = Self.connectTime(limits)
        case let cause as IOError where [ECONNRESET, EPIPE].contains(cause.errnoCode): self = Self.endedEarly
        case is IOError, is NIOConnectionError, is ChannelError:
            self.init(.cannotConnect, "expected a connection (\(cause))")
        default: self.init(.badResponse, "expected a response (\(cause))")
        }
    }

    private static func ofClient(_ cause: HTTPClientError, _ limits: FetchLimits) -> FetchError {
        switch cause {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: connectTime(limits)
        case .deadlineExceeded:
            .reached(.totalTime, "expected the whole within \(limits.totalTime), found it unfinished")
        case .remoteConnectionClosed, .uncleanShutdown: endedEarly
        case .cancelled: FetchError(.cancelled, "the fetch was cancelled")
        default: FetchError(.badResponse, "expected a response (\(cause.shortDescription))")
        }
    }

    private static func connectTime(_ limits: FetchLimits) -> FetchError {
        .reached(.connectTime, "expected a connection within \(limits.connectTime), found none")
    }

    private static let endedEarly = FetchError(
        .endedEarly, "expected the whole response, found that its connection ended before")
}
