import Compressing
import Testing

@testable import Archives

@Suite("WARC")
struct WARCTests {
    private let html = "<p>Two ministers met.</p>"

    @Test("a response is a document with what its heads say")
    func response() throws {
        let answer = Records.answer(
            Array(html.utf8), fields: ["content-type: Text/HTML; Charset=\"ISO-8859-1\"", "Server: x"])
        let bytes = Records.record("response", answer, fields: ["WARC-Record-ID: <urn:uuid:1>"])
        let entry = try #require(Reading(bytes, name: "a/b.warc").entries.first)
        #expect(entry.name == "a/b.warc!/0")
        #expect(entry.kind == .webRecord)
        #expect(entry.url == "http://example.org/")
        #expect(entry.date == "2026-03-12T10:00:00Z")
        #expect(entry.mediaType == "text/html")
        #expect(entry.charset == "iso-8859-1")
        #expect(entry.bytes == Array(html.utf8))
        #expect(entry.web?.recordID == "urn:uuid:1")
        #expect(entry.web?.status == 200)
        #expect(entry.web?.headers.value("SERVER") == "x")
        #expect(entry.notes == [])
    }

    @Test("documents are responses, resources and conversions; the rest is counted")
    func types() {
        let bytes =
            Records.record("warcinfo", "software: x") + Records.record("request", "GET / HTTP/1.1\r\n\r\n")
            + Records.record("resource", html, fields: ["Content-Type: text/html"])
            + Records.record("metadata", "x")
            + Records.record("conversion", "text", fields: ["Content-Type: text/plain"])
            + Records.record("response", "20260312", url: "dns:example.org", fields: ["Content-Type: text/dns"])
            + Records.record("continuation", "x") + Records.response(html)
        let reading = Reading(bytes, name: "x.warc")
        #expect(reading.texts == [html, "text", html])
        #expect(reading.entries.map { $0.web?.recordType } == ["resource", "conversion", "response"])
        #expect(reading.entries.map(\.mediaType) == ["text/html", "text/plain", "text/html"])
        #expect(
            reading.tally.skipped == ["warcinfo": 1, "request": 1, "metadata": 1, "dns": 1, "continuation": 1])
        #expect(reading.faults == [])
    }

    @Test("versions, bare line feeds and folded fields are read", arguments: ["WARC/0.18", "WARC/1.0", "WARC/1.1"])
    func lenientHeads(version: String) {
        let text =
            "\(version)\nwarc-type:response\nWARC-Target-URI:\n  <http://example.org/a b>\nno colon here\n"
            + "Content-Length:  31\n\nHTTP/1.0 404 \nA: 1\n B\n\nnot found\n\n\n"
        let reading = Reading(text, name: "x")
        #expect(reading.texts == ["not foun"])
        #expect(reading.entries.first?.url == "http://example.org/a%20b")
        #expect(reading.entries.first?.web?.status == 404)
        #expect(reading.entries.first?.web?.headers.value("a") == "1 B")
    }

    @Test("chunks are joined, their extensions and trailers dropped")
    func chunks() {
        let body = "4\r\nTwo \r\n00A;name=x\r\nministers \r\n4 \r\nmet.\r\n0\r\nTrailer: x\r\n\r\n"
        let reading = Reading(Records.response(body, fields: ["Transfer-Encoding: Chunked"]), name: "x.warc")
        #expect(reading.texts == ["Two ministers met."])
        #expect(reading.notes == [])
    }

    @Test(
        "chunks that are wrong leave what can be had",
        arguments: [
            // said to be in chunks, and not
            (body: "<p>no chunks</p>", found: "<p>no chunks</p>", note: ArchiveFault.Code.chunksWrong),
            // cut short in a chunk
            (body: "4\r\nTwo \r\nff\r\nminis", found: "Two minis", note: .truncated),
            // the last chunk is missing
            (body: "4\r\nTwo \r\n", found: "Two ", note: .truncated),
            // a size that is none
            (body: "4\r\nTwo \r\nzz\r\nrest", found: "Two zz\r\nrest", note: .chunksWrong),
            // a size that no number holds
            (body: "fffffffffffffffffff\r\nx", found: "fffffffffffffffffff\r\nx", note: .chunksWrong),
        ])
    func wrongChunks(body: String, found: String, note: ArchiveFault.Code) {
        let reading = Reading(Records.response(body, fields: ["Transfer-Encoding: chunked"]), name: "x.warc")
        #expect(reading.texts == [found])
        #expect(reading.notes == [note])
        #expect(reading.faults == [])
    }

    @Test("each compression of HTTP is undone, alone, in a row and within chunks")
    func encodings() {
        let text = Packing.brotliText
        let plain = Array(text.utf8)
        let packed = Packing.gzip(plain)
        let inChunks = Array("\(String(packed.count, radix: 16))\r\n".utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
        let cases: [([UInt8], [String])] = [
            (packed, ["Content-Encoding: gzip"]), (packed, ["Content-Encoding: X-GZIP"]),
            (Packing.zlib(plain), ["Content-Encoding: deflate"]), (Packing.bare(plain), ["Content-Encoding: deflate"]),
            (Packing.brotli, ["Content-Encoding: br"]), (Packing.zstd(plain), ["Content-Encoding: zstd"]),
            (Packing.gzip(Packing.zlib(plain)), ["Content-Encoding: deflate, gzip"]),
            (inChunks, ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
            (plain, ["Content-Encoding: identity"]),
        ]
        for (body, fields) in cases {
            let reading = Reading(Records.response(body, fields: fields), name: "x.warc")
            #expect(reading.texts == [text], "\(fields)")
            #expect(reading.notes == [], "\(fields)")
        }
    }

    @Test(
        "a body that is not compressed as its head says is left as it is", arguments: ["gzip", "deflate", "br", "zstd"])
    func lies(coding: String) {
        let reading = Reading(Records.response(html, fields: ["Content-Encoding: \(coding)"]), name: "x.warc")
        #expect(reading.texts == [html])
        #expect(reading.notes == [.encodingWrong])
        #expect(reading.faults == [])
    }

    @Test("an unknown compression is told, an empty body is not")
    func unknownEncoding() {
        #expect(
            Reading(Records.response(html, fields: ["Content-Encoding: sdch"]), name: "x").notes == [.encodingWrong])
        #expect(Reading(Records.response("", fields: ["Content-Encoding: gzip"]), name: "x").notes == [])
    }

    @Test("a compressed body that is cut short or damaged is read as far as it goes")
    func shortEncoding() throws {
        var dice = Dice(state: 2)
        let noise = dice.bytes(90_000)
        let packed = Packing.gzip(noise)
        var reading = Reading(
            Records.response(Array(packed[..<50_000]), fields: ["Content-Encoding: gzip"]), name: "x.warc")
        #expect(try noise.starts(with: #require(reading.entries.first).bytes))
        #expect(reading.notes == [.truncated])
        reading = Reading(
            Records.response(
                Array(packed.dropLast(8)) + [UInt8](repeating: 7, count: 8), fields: ["Content-Encoding: gzip"]),
            name: "x.warc")
        #expect(reading.entries.first?.bytes == noise)
        #expect(reading.notes == [.checksumMismatch])
    }

    @Test("a bomb in a body is one fault; the records around it are read")
    func bomb() {
        let bomb = Packing.gzip([UInt8](repeating: 0, count: 20 << 20))
        let bytes =
            Records.response("one") + Records.response(bomb, fields: ["Content-Encoding: gzip"])
            + Records.response("two")
        let reading = Reading(bytes, name: "x.warc")
        #expect(reading.texts == ["one", "two"])
        #expect(reading.codes == [.expansionRatio])
    }

    @Test("an answer without a head of HTTP is all body")
    func noHead() {
        let reading = Reading(Records.record("response", html), name: "x.warc")
        #expect(reading.texts == [html])
        #expect(reading.entries.first?.mediaType == nil)
        #expect(reading.notes == [.headMissing])
    }

    @Test("revisits lead to a record by its id, its address and time, or its digest")
    func revisits() {
        let original = Records.record(
            "response", Records.answer(Array(html.utf8)),
            fields: ["WARC-Record-ID: <urn:uuid:1>", "WARC-Payload-Digest: sha1:AAAA"])
        func revisit(_ field: String...) -> [UInt8] { Records.record("revisit", "", fields: field) }
        let before = revisit("WARC-Payload-Digest: sha1:AAAA")
        let bytes =
            before + original + revisit("WARC-Refers-To: <urn:uuid:1>")
            + revisit(
                "WARC-Refers-To-Target-URI: <http://example.org/>", "WARC-Refers-To-Date: 2026-03-12T10:00:00Z")
            + revisit("WARC-Payload-Digest: sha1:AAAA") + revisit("WARC-Payload-Digest: sha1:BBBB") + revisit()
        let reading = Reading(bytes, name: "x.warc")
        let name = "x.warc!/\(before.count)"
        #expect(reading.names == [name])
        #expect(reading.revisits.map(\.original) == [nil, name, name, name, nil, nil])
        #expect(reading.revisits.first?.url == "http://example.org/")
        #expect(reading.tally.revisits == 6)
    }

    @Test("a record that is cut short is read as far as it goes")
    func truncatedRecord() {
        let bytes = Records.response("one") + Records.response("Two ministers met.").dropLast(8)
        let reading = Reading(Array(bytes), name: "x.warc")
        #expect(reading.texts == ["one", "Two ministers "])
        #expect(reading.notes == [.truncated])
        let head = Reading(Array(bytes.prefix(60)), name: "x.warc")
        #expect(head.codes == [.truncated])
    }

    @Test("what the crawler cut short is told")
    func truncatedByCrawler() {
        let bytes = Records.record("resource", html, fields: ["WARC-Truncated: length"])
        #expect(Reading(bytes, name: "x.warc").notes == [.truncated])
    }

    @Test("a wrong or a missing length costs its own record at most")
    func wrongLengths() {
        let short = Records.record("resource", "0123456789", length: 4)
        let missing = Array("WARC/1.0\r\nWARC-Type: resource\r\n\r\nlost\r\n\r\n".utf8)
        let negative = Records.record("resource", "lost", length: -4)
        let huge = Array("WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nlost\r\n\r\n".utf8)
        let reading = Reading(
            short + missing + negative + huge + Records.record("resource", "end"), name: "x.warc")
        #expect(reading.texts == ["0123", "end"])
        #expect(reading.codes == [.lengthWrong, .lengthMissing, .lengthMissing, .lengthMissing])
        #expect(reading.faults.first?.offset == short.count - 10)
    }

    @Test("a head that another record cuts off costs its own record, and no time")
    func brokenHeads() {
        let heads = String(repeating: "WARC/1.0\nX\n", count: 20_000)
        let reading = Reading(Array(heads.utf8) + Records.record("resource", "x"), name: "x.warc")
        #expect(reading.texts == ["x"])
        #expect(reading.codes == Array(repeating: .truncated, count: 20_000))
        #expect(reading.faults.last?.offset == heads.utf8.count - 11)
    }

    @Test("junk before a record is passed over with its place")
    func junk() {
        let reading = Reading(Array("junk\r\nmore\r\n".utf8) + Records.record("resource", "x"), name: "x.warc")
        #expect(reading.texts == ["x"])
        #expect(reading.faults.map(\.offset) == [0])
        #expect(reading.codes == [.junkBetweenRecords])
    }

    @Test("a record or a head over the limit is one fault that names the limit")
    func limits() {
        var limits = ArchiveLimits()
        limits.entrySize = 1000
        limits.headerSize = 600
        let large = Records.record("resource", [UInt8](repeating: 65, count: 1001))
        let largeAnswer = Records.record("response", Records.answer([UInt8](repeating: 65, count: 1001)))
        let longHead = Records.record("resource", "x", fields: ["X: " + String(repeating: "y", count: 700)])
        let longAnswer = Records.response("x", fields: ["X: " + String(repeating: "y", count: 700)])
        let body = Packing.gzip([UInt8](repeating: 65, count: 1001))
        let largeBody = Records.response(body, fields: ["Content-Encoding: gzip"])
        let bytes =
            large + largeAnswer + longHead + longAnswer + largeBody
            + Records.record("resource", [UInt8](repeating: 66, count: 1000))
        let reading = Reading(bytes, name: "x.warc", limits: limits)
        #expect(reading.entries.map(\.bytes.count) == [1000])
        #expect(
            reading.codes == [.entryTooLarge, .entryTooLarge, .headerTooLarge, .headerTooLarge, .entryTooLarge])
        for (fault, limit) in zip(
            reading.faults, ["entry-size", "entry-size", "header-size", "header-size", "entry-size"])
        {
            #expect(fault.message.contains(limit))
        }
    }

    @Test("archives read the same plain, by record, as a whole and over several members")
    func packed() {
        let records = (1...20).map { Records.response("document \($0)") }
        let whole = records.flatMap(\.self)
        let expected = Reading(whole, name: "x.warc")
        let middle = whole.count / 2 + 7
        let forms: [(String, [UInt8])] = [
            ("x.warc.gz", records.flatMap { Packing.gzip($0) }), ("x.warc.gz", Packing.gzip(whole)),
            ("x.warc.gz", Packing.gzip(Array(whole[..<middle])) + Packing.gzip(Array(whole[middle...]))),
            ("x.warc.zst", records.flatMap { Packing.zstd($0) }), ("x", Packing.zstd(whole)),
        ]
        for (name, bytes) in forms {
            for asStream in [false, true] {
                let reading = Reading(bytes, name: name, asStream: asStream)
                #expect(reading.texts == expected.texts)
                #expect(reading.names == expected.names.map { $0.replacing("x.warc", with: name) })
                #expect(reading.faults == [])
            }
        }
    }

    @Test("damage to one record of a compressed archive costs that record")
    func damagedMember() {
        var members = (1...5).map { Packing.gzip(Records.response("document \($0)")) }
        for i in 30..<50 { members[2][i] = 0xFF }
        let reading = Reading(members.flatMap(\.self), name: "x.warc.gz")
        #expect(reading.texts.filter { $0.hasPrefix("document") } == [1, 2, 4, 5].map { "document \($0)" })
        #expect(reading.codes.contains(.damaged) || reading.codes.contains(.checksumMismatch))
        for i in 10..<30 { members[0][i] = 0xFF }
        let first = Reading(members.flatMap(\.self), name: "x.warc.gz")
        #expect(first.texts.filter { $0.hasPrefix("document") } == [2, 4, 5].map { "document \($0)" })
        #expect(first.codes.count >= 2)
    }

    @Test("a bomb in one record of a compressed archive costs that record, at the start too")
    func bombMember() {
        let members = (1...2).map { Packing.gzip(Records.response("document \($0)")) }
        let small = Packing.gzip(Records.record("resource", [UInt8](repeating: 0, count: 1_300_000)))
        #expect(
            Reading(small + members[0] + members[1], name: "x.warc.gz").texts.suffix(2) == ["document 1", "document 2"])
        let bomb = Packing.gzip(Records.record("warcinfo", [UInt8](repeating: 0, count: 20 << 20)))
        let after = Reading(members[0] + bomb + members[1], name: "x.warc.gz")
        #expect(after.texts == ["document 1", "document 2"])
        #expect(after.codes.contains(.expansionRatio))
    }
}
