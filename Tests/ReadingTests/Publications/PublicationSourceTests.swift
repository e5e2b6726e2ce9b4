import Compressing
import Archives
import Diplomacy
import FoundationEssentials
import Synchronization
import Testing

@testable import Reading

@Suite("Publications of inputs")
struct PublicationSourceTests {
    private static let one = Made.page(
        "One", "The two ministers met in Oslo on Tuesday and agreed to meet again in May.")
    private static let two = Made.page("Two", "The two envoys met in Vienna on Friday and parted without a statement.")

    // MARK: - Web archives

    @Test("Answers of a web archive are called by their addresses; failures, pictures and revisits are left out")
    func warc() throws {
        let archive =
            Made.record("warcinfo", "", "software: x")
            + Made.record("response", "https://example.org/one?utm_source=x#top", Made.answer(Self.one))
            + Made.record("response", "https://example.org/gone", Made.answer(Self.two, status: "404 Not Found"))
            + Made.record("response", "https://example.org/logo.gif", Made.answer("GIF89a", type: "image/gif"))
            + Made.record("response", "https://example.org/x.pdf", Made.answer("%PDF-1.4", type: "application/pdf"))
            + Made.record(
                "revisit", "https://example.org/one", "HTTP/1.1 200 OK\r\n\r\n",
                fields: ["WARC-Refers-To-Target-URI: https://example.org/one"])
            + Made.record("response", "http://example.org/two", Made.answer(Self.two))
        let plain = try Handed(archive, name: "crawl.warc")
        let documents = plain.documents.compactMap { $0.intake?.document }
        #expect(documents.map(\.id) == ["https://example.org/one", "http://example.org/two"])
        #expect(documents.map(\.title) == ["One", "Two"])
        #expect(documents.last?.url == "http://example.org/two")
        #expect(plain.documents.allSatisfy { $0.code != .noDocument } && plain.faults.isEmpty)
        // record by record in gzip, as crawlers write
        let packed = try Handed(
            PublicationSource(bytes: Packing.gzip(Array(archive.utf8)), name: "crawl.warc.gz"))
        #expect(packed.documents.compactMap { $0.intake?.document.id } == documents.map(\.id))
    }

    @Test(
        "What pages are made with is no report",
        arguments: [
            ("text/css", "body { color: black }"), ("application/javascript", "var a = 1;"),
            ("text/javascript; charset=utf-8", "\"use strict\";"),
            ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Oslo</text></svg>"),
        ])
    func parts(_ type: String, _ body: String) throws {
        let archive = Made.record("response", "https://example.org/x", Made.answer(body, type: type))
        let handed = try Handed(archive, name: "c.warc")
        #expect(handed.documents.isEmpty)
    }

    @Test(
        "Other data of programs is no report either",
        arguments: [("application/json", "[1, 2]"), ("application/xml", "<a><b>c</b></a>")])
    func data(_ type: String, _ body: String) throws {
        let archive = Made.record("response", "https://example.org/x", Made.answer(body, type: type))
        let handed = try Handed(archive, name: "c.warc")
        #expect(handed.documents.isEmpty)
    }

    @Test("A feed and documents in a web archive are read as what they are")
    func warcFeeds() throws {
        let feed =
            "<rss version=\"2.0\"><channel><title>W</title><item><title>A</title><description>They met.</description></item></channel></rss>"
        let lines = "{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\"text\":\"B.\"}\n"
        let archive =
            Made.record("response", "https://example.org/feed", Made.answer(feed, type: "application/rss+xml"))
            + Made.record("response", "https://example.org/l", Made.answer(lines, type: "application/json"))
        let ids = try Handed(archive, name: "c.warc").documents.compactMap { $0.intake?.document.id }
        #expect(ids == ["https://example.org/feed#1", "1", "2"])
    }

    // MARK: - Lines

    @Test("JSON Lines are handed out as lines: as they are, in gzip, in pieces and whole")
    func lines() throws {
        let lines = (0..<3000).map { "{\"id\":\"\($0)\",\"text\":\"They met.\"}" }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        var small = ArchiveLimits()
        small.inlineSize = 4096
        for limits in [ArchiveLimits(), small] {
            let plain = try Handed(PublicationSource(bytes: bytes, name: "r.jsonl", limits: limits))
            #expect(plain.parts == [.lines("r.jsonl", lines)])
            let packed = try Handed(PublicationSource(bytes: Packing.gzip(bytes), name: "r.jsonl.gz", limits: limits))
            #expect(packed.parts == [.lines("r.jsonl.gz", lines)])
        }
    }

    @Test("One document over several lines is one document")
    func pretty() throws {
        let text = "{\n  \"id\": \"p\",\n  \"text\": \"They met.\"\n}\n"
        let handed = try Handed(text, name: "p.json")
        #expect(handed.documents.compactMap { $0.intake?.document.id } == ["p"])
    }

    @Test("A large plain file is held whole")
    func largeText() throws {
        var small = ArchiveLimits()
        small.inlineSize = 4096
        let text = String(repeating: "The two ministers met in Oslo on Tuesday.\n", count: 5000)
        let handed = try Handed(text, name: "t.txt", limits: small)
        #expect(handed.parts == [.publication(id: "t.txt")])
        #expect(handed.publications.first?.bytes == Array(text.utf8))
    }

    @Test("Of a file beyond what is read of a page one byte more is held, so that its end is missed")
    func tooLarge() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: Page.longest + 4096)
        let handed = try Handed(PublicationSource(bytes: bytes, name: "t.txt"))
        #expect(handed.publications.map(\.bytes.count) == [Page.longest + 1])
    }

    // MARK: - Faults

    @Test("What is damaged is told, and what comes after it is read")
    func damaged() throws {
        var member = Packing.gzip(Array(Made.record("response", "https://example.org/a", Made.answer(Self.one)).utf8))
        let whole = Packing.gzip(Array(Made.record("response", "https://example.org/b", Made.answer(Self.two)).utf8))
        for i in member.count / 2..<member.count / 2 + 20 { member[i] ^= 0x5A }
        let handed = try Handed(PublicationSource(bytes: member + whole, name: "c.warc.gz"))
        #expect(!handed.faults.isEmpty && handed.faults.allSatisfy { $0.hasPrefix("archive-") })
        #expect(handed.documents.contains { $0.intake?.document.id == "https://example.org/b" })
    }

    @Test("A text in gzip that breaks off is told, small and large", arguments: [4 << 20, 4096])
    func cutText(_ inline: Int) throws {
        var limits = ArchiveLimits()
        limits.inlineSize = inline
        var dice: UInt64 = 3
        let text = (0..<20_000).map { _ in
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "word\(dice >> 40)"
        }.joined(separator: " ")
        let packed = Packing.gzip(Array(text.utf8))
        let source = PublicationSource(
            bytes: Array(packed[..<(packed.count * 3 / 4)]), name: "t.txt.gz", limits: limits)
        let handed = try Handed(source)
        #expect(handed.faults == ["archive-truncated"])
        #expect(handed.publications.allSatisfy { text.utf8.starts(with: $0.bytes) })
    }

    @Test("An input that cannot be had is one fault")
    func notHad() throws {
        #expect(try Handed(PublicationSource(faultCode: "not-fetched", "x")).parts == [.fault("not-fetched")])
        let nothing = "/tmp/no such file \(UInt64.random(in: 0...UInt64.max))"
        #expect(throws: ArchiveFault.self) { try PublicationSource(path: nothing) }
    }

    // MARK: - Answers of servers

    @Test("An answer is its page or the archive that it is")
    func answers() throws {
        let page = try Handed(
            PublicationSource(
                body: Array(Self.one.utf8), id: "https://example.org/one", name: "/one",
                address: "https://example.org/one?a",
                mediaType: "text/html"))
        #expect(page.parts == [.publication(id: "https://example.org/one")])
        #expect(page.documents.first?.intake?.document.url == "https://example.org/one?a")
        let record = Made.record("response", "https://example.org/two", Made.answer(Self.two))
        let archive = try Handed(
            PublicationSource(
                body: Packing.gzip(Array(record.utf8)), id: "https://example.org/c.warc.gz", name: "/c.warc.gz",
                address: "https://example.org/c.warc.gz", mediaType: "application/warc"))
        #expect(archive.documents.compactMap { $0.intake?.document.id } == ["https://example.org/two"])
    }

    // MARK: - Pipes

    @Test("A pipe with documents is lines", arguments: [1, 7, 1 << 16])
    func pipeOfLines(_ step: Int) throws {
        let text = "\u{FEFF} \n{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\"text\":\"B.\"}"
        let source = PublicationSource(pipe: Trickle(Array(text.utf8), step: step), name: "-", isReady: { true })
        guard
            case .lines(_, ["{\"id\":\"1\",\"text\":\"A.\"}", "{\"id\":\"2\",\"text\":\"B.\"}"])? = try Handed(source)
                .parts.first
        else {
            Issue.record("expected two lines")
            return
        }
    }

    @Test("A pipe that waits is served line by line")
    func slowPipe() throws {
        let line = "{\"id\":\"1\",\"text\":\"A.\"}\n"
        let stream = Trickle(Array((line + line + line).utf8), step: line.utf8.count)
        let source = PublicationSource(pipe: stream, name: "-", isReady: { false })
        guard case .lines(var reader, "-")? = source.next() else {
            Issue.record("expected lines")
            return
        }
        var counts: [Int] = []
        while let batch = try reader.next() { counts.append(batch.lines.count) }
        #expect(counts == [1, 1, 1] && source.next() == nil)
    }

    @Test("A pipe with a page, an archive or nothing", arguments: [1, 4096])
    func pipeOfPages(_ step: Int) throws {
        func handed(_ bytes: [UInt8]) throws -> Handed {
            try Handed(PublicationSource(pipe: Trickle(bytes, step: step), name: "-", isReady: { false }))
        }
        #expect(try handed(Array(Self.one.utf8)).documents.compactMap { $0.intake?.document.title } == ["One"])
        let record = Made.record("response", "https://example.org/two", Made.answer(Self.two))
        #expect(
            try handed(Packing.gzip(Array(record.utf8))).documents.compactMap { $0.intake?.document.title } == ["Two"])
        #expect(try handed([]).parts.count <= 1)
    }

    @Test("A pipe that breaks in its lines tells so behind them")
    func brokenPipe() throws {
        let fault = try #require(Self.fault())
        let stream = Trickle(Array("{\"id\":\"1\",\"text\":\"A.\"}\n".utf8), step: 5, fault: fault)
        guard case .lines(var reader, _)? = PublicationSource(pipe: stream, name: "-", isReady: { false }).next() else {
            Issue.record("expected lines")
            return
        }
        #expect(try reader.next()?.lines.count == 1)
        #expect(throws: ArchiveFault.self) { try reader.next() }
    }

    /// A fault as the reader of a file throws it.
    private static func fault() -> ArchiveFault? {
        do throws(ArchiveFault) {
            _ = try FileBytes(path: "/no such file")
            return nil
        } catch {
            return error
        }
    }
}
