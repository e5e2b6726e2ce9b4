import Compressing
import FoundationEssentials
import Testing

@testable import Archives

@Suite("Opening whatever it is")
struct ReaderTests {
    private typealias Entry = ZipBuilder.Entry

    @Test("a file that is no container is one entry", arguments: [false, true])
    func plain(asStream: Bool) {
        let reading = Reading("{\"text\":\"x\"}\n", name: "folder/reports.jsonl", asStream: asStream)
        #expect(reading.names == ["folder/reports.jsonl"])
        #expect(reading.entries.first?.fileName == "reports.jsonl")
        #expect(reading.entries.first?.kind == .file)
        #expect(reading.texts == ["{\"text\":\"x\"}\n"])
        #expect(Reading("", name: "x").texts == [""])
    }

    @Test("what a file is stands in its bytes, whatever its name")
    func bytesFirst() {
        let record = Records.response("one")
        #expect(Reading(Packing.gzip(record), name: "x.html").texts == ["one"])
        #expect(Reading(Packing.zstd(record), name: "x").texts == ["one"])
        #expect(Reading(ZipBuilder(Entry("a", record)).bytes, name: "x.txt").texts == ["one"])
        #expect(Reading(Packing.brotli, name: "x.br").texts == [Packing.brotliText])
    }

    @Test("a name that promises what the bytes are not is told, and the bytes are taken")
    func misnamed() {
        for name in ["x.gz", "x.zst", "x.warc", "x.arc", "x.mbox", "x.txt.gz"] {
            let reading = Reading("plain text", name: name)
            #expect(reading.texts == ["plain text"])
            #expect(reading.notes == [.nameMismatch])
        }
        #expect(Reading("plain text", name: "x.txt.gz").entries.first?.fileName == "x.txt")
        #expect(Reading("plain text", name: "x.txt").notes == [])
    }

    @Test("texts that look like the head of a mail in part are no mails")
    func noMails() {
        for text in [
            "Note: the ministers met.\nPlace: Vienna\n\ntext", "From Vienna with love\n", "Subject: talks\n\ntext",
            "https://example.org\nmore", "{\"From\": 1}\n",
        ] {
            let reading = Reading(text, name: "x.txt")
            #expect(reading.entries.map(\.kind) == [.file], "\(text)")
            #expect(reading.texts == [text])
        }
    }

    @Test("a large file is a stream, under the name of what it is once uncompressed")
    func streams() throws {
        var limits = ArchiveLimits()
        limits.inlineSize = 10_000
        let line = "{\"text\":\"The ministers met.\"}\n"
        let text = String(repeating: line, count: 1000)
        for (name, bytes) in [
            ("reports.jsonl", Array(text.utf8)), ("reports.jsonl.gz", Packing.gzip(text)),
            ("reports.jsonl.zst", Packing.zstd(Array(text.utf8))),
        ] {
            let reading = Reading(bytes, name: name, limits: limits)
            #expect(reading.streams == [name])
            #expect(reading.entries.map(\.fileName) == ["reports.jsonl"])
            #expect(reading.texts == [text])
        }
        let zip = ZipBuilder(Entry("a.jsonl", text, packed: true), Entry("b.jsonl.gz", Packing.gzip(text))).bytes
        let reading = Reading(zip, name: "x.zip", limits: limits)
        #expect(reading.streams == ["x.zip!/a.jsonl", "x.zip!/b.jsonl.gz"])
        #expect(reading.texts == [text, text])
        #expect(reading.faults == [])
    }

    @Test("a fault amid a stream is thrown to whom reads it, after the bytes before it")
    func brokenStream() {
        var limits = ArchiveLimits()
        limits.inlineSize = 1000
        var dice = Dice(state: 4)
        let noise = dice.bytes(100_000)
        let reading = Reading(Array(Packing.gzip(noise)[..<60_000]), name: "x.gz", limits: limits)
        #expect(reading.streams == ["x.gz"])
        #expect(reading.codes == [.truncated])
        #expect((reading.entries.first?.bytes.count ?? 0) > 50_000)
        var wrong = Entry("a", noise)
        wrong.crc = 1
        let zipped = Reading(ZipBuilder(wrong, Entry("b", "next")).bytes, name: "x.zip", limits: limits)
        #expect(zipped.codes == [.checksumMismatch])
        #expect(zipped.names == ["x.zip!/a", "x.zip!/b"])
    }

    @Test("a stream that is not read to its end does not disturb what follows")
    func abandonedStream() {
        var limits = ArchiveLimits()
        limits.inlineSize = 100
        let zip = ZipBuilder(Entry("a", String(repeating: "x", count: 5000), packed: true), Entry("b", "next")).bytes
        let reader = ArchiveReader(MemoryBytes(zip), name: "x.zip", limits: limits)
        guard case .stream(let entry, _)? = reader.next(), case .entry(let next)? = reader.next() else {
            Issue.record("expected a stream and an entry")
            return
        }
        #expect(entry.name == "x.zip!/a")
        #expect(next.name == "x.zip!/b")
    }

    @Test("containers are followed into each other")
    func nested() {
        let warc = Records.response("one") + Records.response("two")
        let inner = ZipBuilder(Entry("a.warc.gz", Packing.gzip(warc)), Entry("b.txt", "three")).bytes
        let outer = ZipBuilder(Entry("inner.zip", inner, packed: true), Entry("stored.zip", inner)).bytes
        let reading = Reading(outer, name: "x.zip")
        #expect(reading.texts == ["one", "two", "three", "one", "two", "three"])
        #expect(
            reading.names.prefix(3) == [
                "x.zip!/inner.zip!/a.warc.gz!/0", "x.zip!/inner.zip!/a.warc.gz!/\(warc.count / 2)",
                "x.zip!/inner.zip!/b.txt",
            ])
        #expect(Set(reading.names).count == 6)
    }

    @Test("an answer that is a container itself is opened and keeps its address")
    func nestedAnswers() {
        let zip = ZipBuilder(Entry("a.txt", "in the zip")).bytes
        let bytes =
            Records.record("response", Records.answer(zip), url: "http://example.org/a.zip?x")
            + Records.record(
                "response", Records.answer(Packing.gzip("<urlset/>")), url: "http://example.org/map.xml.gz")
        let reading = Reading(bytes, name: "x.warc")
        #expect(reading.texts == ["in the zip", "<urlset/>"])
        #expect(reading.entries.last?.url == "http://example.org/map.xml.gz")
        #expect(reading.entries.last?.fileName == "map.xml")
        #expect(reading.entries.last?.kind == .webRecord)
    }

    @Test("an answer that is a container too deep is handed out as it is, with a note")
    func deepAnswer() {
        var limits = ArchiveLimits()
        limits.nestingDepth = 1
        let packed = Packing.gzip("<urlset/>")
        let reading = Reading(Records.record("response", Records.answer(packed)), name: "x.warc", limits: limits)
        #expect(reading.entries.map(\.bytes) == [packed])
        #expect(reading.notes == [.nestedTooDeep])
    }

    @Test("containers deeper than the limit are one fault")
    func depth() {
        var limits = ArchiveLimits()
        limits.nestingDepth = 3
        var bytes = Array("text".utf8)
        for _ in 0..<3 { bytes = Packing.gzip(bytes) }
        #expect(Reading(bytes, name: "x", limits: limits).texts == ["text"])
        let reading = Reading(Packing.gzip(bytes), name: "x", limits: limits)
        #expect(reading.entries == [])
        #expect(reading.codes == [.nestedTooDeep])
        #expect(reading.faults.first?.message.contains("nesting-depth") == true)
        let zips = ZipBuilder(Entry("deep", Packing.gzip(bytes)), Entry("b", "next")).bytes
        let batch = Reading(zips, name: "x.zip", limits: limits)
        #expect(batch.codes == [.nestedTooDeep])
        #expect(batch.texts == ["next"])
    }

    @Test("entries over the limit end the input")
    func entryLimit() {
        var limits = ArchiveLimits()
        limits.entries = 2
        let bytes = (1...5).flatMap { Records.response("document \($0)") }
        let reading = Reading(bytes, name: "x.warc", limits: limits)
        #expect(reading.texts == ["document 1", "document 2"])
        #expect(reading.codes == [.tooManyEntries])
        #expect(reading.faults.first?.message.contains("raise entries") == true)
    }

    @Test("what comes out of one input is bounded as a whole")
    func totalLimit() {
        var limits = ArchiveLimits()
        limits.totalExpanded = 2500
        let zip = ZipBuilder()
        var many = zip
        for i in 0..<10 { many.entries.append(Entry("\(i)", String(repeating: "x", count: 1000), packed: true)) }
        let reading = Reading(many.bytes, name: "x.zip", limits: limits)
        #expect(reading.entries.count == 2)
        #expect(reading.codes == [.totalExpanded])
        let members = (0..<10).flatMap { _ in
            Packing.gzip(Records.record("resource", [UInt8](repeating: 65, count: 1000)))
        }
        #expect(Reading(members, name: "x.warc.gz", limits: limits).faults.map(\.code) == [.totalExpanded])
    }

    @Test("a bomb of one file is one fault, and no entry")
    func bombs() {
        let zeros = [UInt8](repeating: 0, count: 50 << 20)
        for bytes in [Packing.gzip(zeros), Packing.zstd(zeros), Packing.gzip(Packing.gzip(zeros))] {
            let reading = Reading(bytes, name: "x.gz")
            #expect(reading.entries == [])
            #expect(reading.codes == [.expansionRatio])
            #expect(reading.tally.expanded < 4 << 20)
        }
    }

    @Test("a zip file out of a stream is held in memory up to a limit")
    func zipStream() {
        var limits = ArchiveLimits()
        limits.entrySize = 100
        let reading = Reading(ZipBuilder(Entry("a", "text")).bytes, name: "x.zip", limits: limits, asStream: true)
        #expect(reading.codes == [.entryTooLarge])
        #expect(Reading(ZipBuilder(Entry("a", "text")).bytes, name: "x.zip", limits: limits).texts == ["text"])
    }

    @Test("files are read from the disk, and what is none is a fault with a reason")
    func files() throws {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "archives-\(UInt64.random(in: 0 ... .max)).gz"
        )
        .path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(Packing.gzip("text"))))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let items = ArchiveReader(try FileBytes(path: path), name: "x.gz").map { $0 }
        guard case .entry(let entry)? = items.first, items.count == 1 else {
            Issue.record("expected one entry")
            return
        }
        #expect(entry.bytes == Array("text".utf8))
        for wrong in ["/nonexistent/x.gz", FileManager.default.temporaryDirectory.path] {
            let error = #expect(throws: ArchiveFault.self) { try FileBytes(path: wrong) }
            #expect(error?.code == .unreadable)
            #expect(error?.name == wrong)
        }
    }

    @Test("the codes of faults are stable words, each its own")
    func codes() {
        let words = ArchiveFault.Code.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0.hasPrefix("archive-") && $0.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D } })
        #expect("\(ArchiveFault(.truncated, "m", in: "n", at: 3))" == "archive-truncated: n, byte 3: m")
        #expect("\(ArchiveFault(.truncated, "m", in: "n"))" == "archive-truncated: n: m")
    }
}
