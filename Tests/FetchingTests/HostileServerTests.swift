import Hypertext
import Loopback
import Testing

@testable import Fetching

/// Servers that are slow, endless or wrong. Each fetch ends, with the right error, and long before its total time.
@Suite("Servers that mean no good", .serialized)
struct HostileServerTests {
    private static let head = "HTTP/1.1 200 OK\r\n"

    /// The error of a fetch of what a server answers, and how long it took.
    private func error(
        _ steps: [LoopbackServer.Step], within time: Duration = .seconds(20),
        _ change: (inout FetchLimits) -> Void = { _ in }
    ) async throws -> FetchError? {
        let web = try await Web { _ in steps }
        let clock = ContinuousClock()
        let began = clock.now
        let error = try await web.fetch("/", change).error
        #expect(clock.now - began < time)
        #expect(web.staysHere)
        return error
    }

    private func expectReached(_ error: FetchError?, _ limit: FetchLimits.Name) {
        #expect(error?.code == .limitReached)
        #expect(error?.limit == limit)
        #expect(error?.message.contains("'\(limit.rawValue)'") == true)
    }

    // MARK: - Time

    @Test("A server that says nothing")
    func silent() async throws {
        let error = try await error([]) { $0.firstByteTime = .milliseconds(200) }
        expectReached(error, .firstByteTime)
        #expect(error?.isTransient == true)
    }

    @Test("A head that comes byte by byte")
    func slowHead() async throws {
        let steps: [LoopbackServer.Step] = [.text(Self.head + "X: "), .forever([0x61], every: 20)]
        expectReached(try await error(steps) { $0.firstByteTime = .milliseconds(300) }, .firstByteTime)
    }

    @Test("Interim responses without end")
    func interim() async throws {
        let steps: [LoopbackServer.Step] = [.forever(Array("HTTP/1.1 103 Early Hints\r\n\r\n".utf8), every: 20)]
        expectReached(try await error(steps) { $0.firstByteTime = .milliseconds(300) }, .firstByteTime)
    }

    @Test("A body that stops")
    func stoppedBody() async throws {
        let steps: [LoopbackServer.Step] = [.text(Self.head + "Content-Length: 9\r\n\r\nhalf")]
        expectReached(try await error(steps) { $0.idleTime = .milliseconds(200) }, .idleTime)
    }

    @Test("A body that drips for ever, never slow enough to be idle")
    func drippingBody() async throws {
        let steps: [LoopbackServer.Step] = [.text(Self.head + "\r\n"), .forever([0x2E], every: 20)]
        let error = try await error(steps) {
            $0.idleTime = .seconds(5)
            $0.totalTime = .milliseconds(600)
        }
        expectReached(error, .totalTime)
    }

    @Test("A pause shorter than the limit is none")
    func shortPause() async throws {
        let web = try await Web { _ in
            [.text(Self.head + "Content-Length: 2\r\n\r\na"), .wait(150), .text("b")]
        }
        #expect(try await web.fetch("/") { $0.idleTime = .milliseconds(2000) }.get().text == "ab")
    }

    @Test("Redirects together have no more time than one fetch")
    func slowRedirects() async throws {
        let web = try await Web { [.wait(100)] + .redirect(to: "/\($0.place)") }
        let error = try await web.fetch("/x") {
            $0.totalTime = .milliseconds(800)
            $0.redirects = 1000
        }.error
        expectReached(error, .totalTime)
        #expect((error?.hops.count ?? 100) <= 8)
    }

    @Test("A handshake that is not answered")
    func handshake() async throws {
        let web = try await Web { _ in [] }
        let request = FetchRequest(try web.address(scheme: "https"))
        let result = try await web.fetcher { $0.connectTime = .milliseconds(300) }.fetch(request)
        expectReached(result.error, .connectTime)
        await web.server.stop()
    }

    @Test("A resolver that never answers")
    func resolver() async throws {
        var limits = FetchLimits()
        limits.totalTime = .milliseconds(200)
        let fetcher = try Fetcher(
            agent: UserAgent(version: "1", contact: "x"), limits: limits,
            resolver: Resolver { _ in
                try? await Task.sleep(for: .seconds(2))
                return [Web.loopback]
            }, dialer: Dialer { _ in Web.loopback })
        expectReached(await fetcher.fetch(FetchRequest(try WebAddress.parse("http://x.example/"))).error, .totalTime)
    }

    // MARK: - Size

    @Test("A body without end")
    func endlessBody() async throws {
        let steps: [LoopbackServer.Step] = [
            .text(Self.head + "\r\n"), .forever(Array(repeating: 0x2E, count: 4096), every: 0),
        ]
        let error = try await error(steps) { $0.bodySize = 100_000 }
        expectReached(error, .bodySize)
        #expect(error?.isTransient == false)
    }

    @Test("A body of exactly the limit is whole, of one byte more is not")
    func limit() async throws {
        let web = try await Web { .answer(body: Array(repeating: 0x2E, count: $0.target == "/more" ? 1001 : 1000)) }
        let fetcher = try web.fetcher { $0.bodySize = 1000 }
        #expect(try await fetcher.fetch(FetchRequest(try web.address("/"))).get().body.count == 1000)
        #expect(await fetcher.fetch(FetchRequest(try web.address("/more"))).error?.limit == .bodySize)
        var request = FetchRequest(try web.address("/more"))
        request.keepsBeginning = true
        let cut = try await fetcher.fetch(request).get()
        #expect(cut.body.count == 1000 && cut.isCut)
        await web.server.stop()
    }

    @Test("A body that decompresses to more than its ratio")
    func bombByRatio() async throws {
        let bomb = Gzip.zeros(40_000)
        #expect(bomb.count < 70_000)
        expectReached(
            try await error(.answer("200 OK", ["Content-Encoding: gzip"], body: bomb)) { $0.ratio = 50 }, .ratio)
    }

    @Test("A body that decompresses to more than the limit of bodies")
    func bombBySize() async throws {
        let error = try await error(.answer("200 OK", ["Content-Encoding: gzip"], body: Gzip.zeros(40_000))) {
            $0.bodySize = 1 << 20
        }
        expectReached(error, .bodySize)
    }

    @Test("A head of many bytes in one field")
    func hugeField() async throws {
        let field = "X: " + String(repeating: "a", count: 40_000)
        expectReached(try await error(.answer("200 OK", [field])) { $0.headSize = 20_000 }, .headSize)
    }

    @Test("A head of many fields")
    func manyFields() async throws {
        let fields = (0..<200).map { "X-\($0): y" }
        expectReached(try await error(.answer("200 OK", fields)) { $0.headSize = 1000 }, .headSize)
        expectReached(try await error(.answer("200 OK", (0..<3000).map { "X-\($0): y" })), .headSize)
    }

    @Test("A head without end", arguments: ["HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n"])
    func endlessHead(_ beginning: String) async throws {
        let rest = beginning.hasSuffix("OK\r\n") ? "a: b\r\n" : "aaaaaa"
        let steps: [LoopbackServer.Step] = [
            .text(beginning), .forever(Array(String(repeating: rest, count: 500).utf8), every: 0),
        ]
        expectReached(try await error(steps), .headSize)
    }

    // MARK: - Form

    @Test("A Content-Length of more bytes than come")
    func tooLong() async throws {
        #expect(try await error([.text(Self.head + "Content-Length: 90\r\n\r\nshort"), .close])?.code == .endedEarly)
    }

    @Test("A Content-Length of fewer bytes than come: the rest is not of the response")
    func tooShort() async throws {
        let web = try await Web { _ in
            [.text(Self.head + "Content-Length: 5\r\n\r\nwhole, and HTTP/1.1 200 OK\r\n\r\nmore"), .close]
        }
        #expect(try await web.fetch().get().text == "whole")
    }

    @Test(
        "Lengths that contradict each other or are none",
        arguments: [
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nwhole!", "Content-Length: -1\r\n\r\n",
            "Content-Length: 99999999999999999999999\r\n\r\n", "Content-Length: x\r\n\r\n",
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ])
    func lengths(_ rest: String) async throws {
        let error = try await error([.text(Self.head + rest), .close])
        #expect(error?.code == .badResponse)
        #expect(error?.isTransient == true)
    }

    @Test(
        "Chunks that are none",
        arguments: ["zz\r\nabc\r\n", "ffffffffffffffffff\r\nabc", "3\r\nabcd\r\n0\r\n\r\n", "-1\r\n\r\n"])
    func chunks(_ body: String) async throws {
        let steps: [LoopbackServer.Step] = [.text(Self.head + "Transfer-Encoding: chunked\r\n\r\n" + body), .close]
        #expect(try await error(steps)?.code == .badResponse)
    }

    @Test("Chunks that are some")
    func goodChunks() async throws {
        let web = try await Web { _ in
            [
                .text(Self.head + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n"), .wait(20),
                .text("2\r\nde\r\n0\r\n\r\n"),
            ]
        }
        #expect(try await web.fetch().get().text == "abcde")
    }

    @Test(
        "A connection that ends before its response does",
        arguments: [
            "", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nX: y",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nab",
        ])
    func suddenEnd(_ part: String) async throws {
        let error = try await error([.text(part), .close])
        #expect(error?.code == .endedEarly)
        #expect(error?.isTransient == true)
    }

    @Test(
        "What is no HTTP",
        arguments: [
            "220 mail.example ESMTP\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{1}\u{2}\u{3}", "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nNo colon here\r\n\r\n", "HTTP/1.1 200 OK\r\nA\u{0}: b\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\u{0}c\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\rSet-Cookie: c\r\n\r\n",
        ])
    func noHTTP(_ text: String) async throws {
        #expect(try await error([.text(text), .close])?.code == .badResponse)
    }

    // MARK: - Compression

    @Test("A compressed body, and one that says so and is not", arguments: ["gzip", "GZIP", "deflate"])
    func compressed(_ coding: String) async throws {
        let fields = ["Content-Encoding: \(coding)"]
        let text = [UInt8]("Guten Tag".utf8)
        let body = coding == "deflate" ? Gzip.zlib(text) : Gzip.stored(text)
        let web = try await Web { .answer("200 OK", fields, body: $0.target == "/good" ? body : text) }
        let fetcher = try web.fetcher()
        #expect(try await fetcher.fetch(FetchRequest(try web.address("/good"))).get().body == text)
        #expect(await fetcher.fetch(FetchRequest(try web.address("/bad"))).error?.code == .damagedBody)
        await web.server.stop()
    }

    @Test("Compressed bodies cut short, changed or followed by others")
    func damaged() async throws {
        let whole = Gzip.stored(Array("Guten Tag".utf8))
        var changed = whole
        changed[16] ^= 1
        for body in [Array(whole.dropLast(9)), changed, whole + Array("more".utf8)] {
            #expect(try await error(.answer("200 OK", ["Content-Encoding: gzip"], body: body))?.code == .damagedBody)
        }
    }

    @Test("Encodings that were not offered", arguments: ["br", "zstd", "gzip, gzip", "x-unknown"])
    func notOffered(_ coding: String) async throws {
        let error = try await error(.answer("200 OK", ["Content-Encoding: \(coding)"], text: "x"))
        #expect(error?.code == .unsupportedEncoding && error?.isTransient == false)
    }

    // MARK: - Fields

    @Test("A validator that would break out of its line is not sent", arguments: ["\"a\"\r\nX-Evil: 1", "a\u{0}", ""])
    func validators(_ etag: String) async throws {
        let web = try await Web { _ in .answer(text: "x") }
        var request = FetchRequest(try web.address())
        request.etag = etag
        #expect(await (try web.fetcher()).fetch(request).error?.code == .badRequest)
        #expect(web.server.asked.isEmpty)
        await web.server.stop()
    }

    // MARK: - Anything

    @Test("Answers with bytes changed at random are read or refused, and nothing breaks")
    func changed() async throws {
        var random = SeededGenerator(seed: 9)
        let whole = [UInt8](
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
                .utf8)
        let compressed = [UInt8]("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8) + Gzip.zeros(3)
        for round in 0..<80 {
            var answer = round % 2 == 0 ? whole : compressed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                answer[Int.random(in: 0..<answer.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let script: [LoopbackServer.Step] = [.bytes(answer), .close]
            let web = try await Web { $0.place > 3 ? [.close] : script }
            switch try await web.fetch("/", { $0.idleTime = .seconds(3) }) {
            case .success(let fetched): #expect(fetched.body.count < 1000)
            case .failure(let error): #expect(!error.message.isEmpty)
            }
        }
    }
}
