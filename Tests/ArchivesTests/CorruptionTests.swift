import Compressing
import Testing

@testable import Archives

/// Inputs of every kind, cut and changed at random places: a reader must end without a trap, whatever comes, and stay
/// within its limits.
@Suite("Damage at random")
struct CorruptionTests {
    private static let limits: ArchiveLimits = {
        var limits = ArchiveLimits()
        limits.entrySize = 1 << 20
        limits.inlineSize = 64 << 10
        limits.headerSize = 16 << 10
        limits.totalExpanded = 32 << 20
        limits.windowSize = 8 << 20
        limits.entries = 10_000
        return limits
    }()

    private static let seeds: [(name: String, bytes: [UInt8])] = {
        let page = Array(Packing.brotliText.utf8)
        let answers =
            Records.response("4\r\nTwo \r\n0\r\n\r\n", fields: ["Transfer-Encoding: chunked"])
            + Records.response(Packing.gzip(page), fields: ["Content-Encoding: gzip"])
            + Records.response(Packing.brotli, fields: ["Content-Encoding: br"])
            + Records.response(Packing.zstd(page), fields: ["Content-Encoding: zstd"])
            + Records.response(Packing.bare(page), fields: ["Content-Encoding: deflate"])
            + Records.record("revisit", "", fields: ["WARC-Payload-Digest: sha1:A"])
            + Records.record("warcinfo", "x: y")
        let arc =
            "filedesc://x.arc 0.0.0.0 20260312100000 text/plain 65\n1 0 Test\n"
            + "URL IP-address Archive-date Content-type Archive-length\n\n"
            + "http://example.org/ 192.0.2.1 20260312100000 text/html 10\n0123456789\n"
        let mail =
            "From: =?utf-8?B?0JvQsNCy?= <a@b>\nDate: x\nSubject: =?koi8-r?Q?=EC?=\nContent-Type: multipart/mixed;\n"
            + " boundary=\"b\"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nplain\n--c\n"
            + "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--c--\n--b\n"
            + "Content-Type: message/rfc822\n\nFrom: x\n\n=E2=82\n--b--\n"
        let mbox = (1...3).map { "From a@b Thu Mar 12 10:20:3\($0) 2026\n\(mail)\n\n" }.joined()
        var descriptor = ZipBuilder.Entry("b.warc.gz", Packing.gzip(answers), packed: true)
        descriptor.hasDescriptor = true
        var large = ZipBuilder.Entry("c.eml", mail)
        large.isLarge = true
        var zip = ZipBuilder(ZipBuilder.Entry("a.txt", page, packed: true), descriptor, large)
        let small = zip.bytes
        zip.isLarge = true
        return [
            ("x.warc", answers), ("x.warc.gz", Packing.gzip(answers) + Packing.gzip(answers)),
            ("x.warc.zst", Packing.skippable(page, kind: 0x5D) + Packing.zstd(answers, dictionary: page)),
            ("x.arc", Array(arc.utf8)), ("x.arc.gz", Packing.gzip(arc)), ("x.eml", Array(mail.utf8)),
            ("x.mbox", Array(mbox.utf8)), ("x.zip", small), ("y.zip", zip.bytes), ("x.br", Packing.brotli),
            ("x.zip.gz", Packing.gzip(small)),
        ]
    }()

    /// One to eight changes: a bit, a byte, a stretch that is lost, doubled, moved or overwritten.
    private func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...8, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...64, using: &dice))
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 1: bytes[place] = [0, 0xFF, 0x0A, 0x7F, 0x80].randomElement(using: &dice) ?? 0
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 4: bytes.replaceSubrange(place..<end, with: dice.bytes(end - place))
            case 5: bytes.replaceSubrange(place..<end, with: [UInt8](repeating: 0xFF, count: end - place))
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    @Test("whatever is changed, the reader ends, within its limits, and the same way each time", arguments: 0..<11)
    func damage(kind: Int) {
        let (name, bytes) = Self.seeds[kind]
        var dice = Dice(state: UInt64(kind) + 2026)
        for round in 0..<250 {
            let input = damaged(bytes, &dice)
            let reading = Reading(input, name: name, limits: Self.limits)
            #expect(reading.entries.allSatisfy { $0.bytes.count <= Self.limits.entrySize || !reading.streams.isEmpty })
            #expect(reading.tally.expanded <= Self.limits.totalExpanded + (1 << 20))
            if round % 10 == 0 {
                let again = Reading(input, name: name, limits: Self.limits)
                #expect(again.entries == reading.entries)
                #expect(again.faults == reading.faults)
            }
        }
    }

    @Test("every beginning of every kind of input is read to its end", arguments: 0..<11)
    func cut(kind: Int) {
        let (name, bytes) = Self.seeds[kind]
        let whole = Reading(bytes, name: name, limits: Self.limits)
        #expect(whole.faults == [], "\(name) should be sound")
        #expect(!whole.entries.isEmpty)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
            let reading = Reading(Array(bytes[..<length]), name: name, limits: Self.limits)
            #expect(reading.entries.count <= whole.entries.count + 1)
        }
    }

    @Test("noise under every name is read to its end")
    func noise() {
        var dice = Dice(state: 7)
        let marks: [[UInt8]] = [
            [], [0x1F, 0x8B, 8, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x5D, 0x2A, 0x4D, 0x18], [0x50, 0x4B, 3, 4],
            [0x50, 0x4B, 5, 6], Array("WARC/1.0\r\n".utf8), Array("filedesc://".utf8),
            Array("From a Thu Mar 12 10:20:30 2026\n".utf8), Array("From: a\nSubject: b\nDate: c\n".utf8),
        ]
        for round in 0..<400 {
            let mark = marks[round % marks.count]
            let input = mark + dice.bytes(Int.random(in: 0...3000, using: &dice))
            let name = ["x", "x.gz", "x.zst", "x.br", "x.zip", "x.warc", "x.arc", "x.mbox", "x.eml"][round % 9]
            let reading = Reading(input, name: name, limits: Self.limits)
            #expect(reading.entries.count + reading.faults.count > 0, "\(name): nothing may be lost silently")
        }
    }

    @Test("bytes that pass for the end of a zip file a thousand times are looked at once each")
    func manyMarks() {
        let marks = (0..<3000).flatMap { _ in Packing.little(0x0605_4B50, 4) + [UInt8](repeating: 0xFF, count: 18) }
        #expect(Reading(ZipBuilder().bytes + marks, name: "x.zip").codes == [.zipDirectory])
    }
}
