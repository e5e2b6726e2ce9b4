import AsyncHTTPClient
import Glibc
import Hypertext
import Loopback
import NIOCore
import NIOSSL
import Testing

@testable import Fetching

@Suite("Fields of requests and responses")
struct FieldTests {
    @Test("The name by which servers know who asks")
    func userAgent() {
        #expect(
            UserAgent(version: "1.2-b", contact: "mailto:me@example.org").description
                == "Rapporteur/1.2-b (+mailto:me@example.org)")
        #expect(UserAgent(version: "", contact: "").description == "Rapporteur")
        #expect(
            UserAgent(version: "1 (x)\r\n", contact: "a)\r\nX-Evil: (1\u{E9}").description
                == "Rapporteur/1x (+aX-Evil:1)")
        #expect(UserAgent(version: "1", contact: String(repeating: "a", count: 999)).description.utf8.count == 216)
    }

    @Test("Fields that could not be sent back count as absent")
    func fields() {
        let values = [
            "etag": ["\"a\u{1}\""], "last-modified": [""], "cache-control": ["max-age=1", "a\u{0}", "public"],
            "expires": ["x\ty"],
            "retry-after": [String(repeating: "1", count: 5000)], "content-type": ["text/html", "text/plain"],
            "link": Array(repeating: "<a>", count: 50),
        ]
        let fields = ResponseFields { values[$0] ?? [] }
        #expect(fields.etag == nil && fields.lastModified == nil && fields.retryAfter == nil && fields.date == nil)
        #expect(
            fields.cacheControl == "max-age=1, public" && fields.expires == "x\ty" && fields.contentType == "text/html")
        #expect(fields.links.count == ResponseFields.mostLinks)
    }

    @Test("Durations become nanoseconds within bounds")
    func durations() {
        #expect(TimeAmount(limit: .milliseconds(1500)) == .nanoseconds(1_500_000_000))
        #expect(TimeAmount(limit: .seconds(-5)) == .nanoseconds(0))
        #expect(TimeAmount(limit: .seconds(Int64.max)) == .seconds(1 << 32))
    }

    @Test("Errors name their limit, their place, and whether they may pass")
    func errors() throws {
        for name in FetchLimits.Name.allCases {
            let error = FetchError.reached(name, "expected less")
            #expect(error.code == .limitReached && error.limit == name && error.message.contains("'\(name.rawValue)'"))
            #expect(error.isTransient == name.rawValue.hasSuffix("-time"))
        }
        var error = FetchError(.untrusted, "expected trust")
        error.address = try WebAddress.parse("https://x.example/a")
        #expect(error.description == "untrusted: expected trust (https://x.example/a)")
        #expect(Set(FetchError.Code.allCases.map(\.rawValue)).count == FetchError.Code.allCases.count)
    }

    @Test("What the libraries beneath throw, by its meaning")
    func causes() {
        struct Other: Error {}
        let limits = FetchLimits()
        for (cause, code) in [
            (HTTPClientError.remoteConnectionClosed, .endedEarly), (HTTPClientError.cancelled, .cancelled),
            (HTTPClientError.invalidURL, .badResponse), (NIOSSLError.uncleanShutdown, .endedEarly),
            (NIOSSLError.cannotFindPeerIP, .untrusted), (CancellationError(), .cancelled), (Other(), .badResponse),
            (IOError(errnoCode: ECONNRESET, reason: "x"), .endedEarly),
            (IOError(errnoCode: ECONNREFUSED, reason: "x"), .cannotConnect), (ChannelError.eof, .cannotConnect),
            (FetchError(.untrusted, "x"), .untrusted),
        ] as [(any Error, FetchError.Code)] {
            #expect(FetchError(cause, limits).code == code, "\(cause)")
        }
        for (cause, limit) in [
            (HTTPClientError.connectTimeout, .connectTime), (HTTPClientError.tlsHandshakeTimeout, .connectTime),
            (HTTPClientError.deadlineExceeded, .totalTime), (ChannelError.connectTimeout(.seconds(1)), .connectTime),
        ] as [(any Error, FetchLimits.Name)] {
            #expect(FetchError(cause, limits).limit == limit, "\(cause)")
        }
    }

    @Test("Limits of nothing let nothing through, and break nothing")
    func noLimits() async throws {
        let web = try await Web { _ in .answer("200 OK", ["X: y"], text: "x") }
        let error = try await web.fetch {
            ($0.bodySize, $0.ratio, $0.redirects, $0.attempts) = (-1, -1, -1, -1)
        }.error
        #expect(error?.limit == .bodySize)
    }
}
