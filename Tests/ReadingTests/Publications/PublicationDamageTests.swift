import Compressing
import Diplomacy
import Testing

@testable import Reading

/// Inputs of every kind with bytes changed, taken out and doubled: whatever comes, reading ends, and in order.
@Suite("Damaged publications")
struct PublicationDamageTests {
    private static let page = Made.page(
        "One", "The two ministers met in Oslo on Tuesday and agreed to meet again in May.")

    private static let seeds: [(name: String, bytes: [UInt8])] = [
        ("p.html", Array(page.utf8)),
        (
            "c.warc",
            Array(
                (Made.record("response", "https://example.org/a", Made.answer(page))
                    + Made.record("revisit", "https://example.org/a", "x")).utf8)
        ),
        ("c.warc.gz", Packing.gzip(Array(Made.record("response", "https://example.org/a", Made.answer(page)).utf8))),
        ("l.jsonl", Array("{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\"text\":\"B.\"}\n".utf8)),
        (
            "f.xml",
            Array(
                "<rss version=\"2.0\"><channel><title>W</title><item><title>A</title><link>/a</link><description>&lt;p>x</description></item></channel></rss>"
                    .utf8)
        ),
        (
            "f.json",
            Array(
                #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","content_html":"<p>y"}]}"#
                    .utf8)
        ),
        (
            "m.eml",
            Array(
                "From: a@example.org\r\nDate: Thu, 12 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b--\r\n"
                    .utf8)
        ),
        ("t.txt", Array("Ministers meet\n\nThey met in Oslo.".utf8)),
    ]

    @Test("Damage of any kind is read to an end", arguments: seeds.indices)
    func damage(_ index: Int) throws {
        let (name, seed) = Self.seeds[index]
        var state = UInt64(index) &+ 11
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var (read, told) = (0, 0)
        for _ in 0..<150 {
            var bytes = seed
            for _ in 0...random(4) {
                let place = random(max(1, bytes.count))
                switch random(4) {
                case 0: if place < bytes.count { bytes[place] = UInt8(random(256)) }
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + random(9)))
                case 2: bytes.insert(contentsOf: bytes.prefix(random(40)), at: min(place, bytes.count))
                default: bytes = Array(bytes.prefix(bytes.count - random(1 + bytes.count / 4)))
                }
            }
            let whole = try Self.ids(PublicationSource(bytes: bytes, name: name))
            (read, told) = (read + whole.documents.count, told + whole.told)
            // the same input gives the same documents
            #expect(try Self.ids(PublicationSource(bytes: bytes, name: name)).documents == whole.documents)
        }
        #expect(read + told > 0)
    }

    /// The ids of the documents of an input and its lines, and how much of it was told to be wrong.
    private static func ids(_ source: PublicationSource) throws -> (documents: [String], told: Int) {
        let handed = try Handed(source)
        let parts = handed.documents
        let lines = handed.parts.flatMap { part -> [String] in if case .lines(_, let lines) = part { lines } else { [] }
        }
        return (
            parts.compactMap { $0.intake?.document.id } + lines, parts.count { $0.code != nil } + handed.faults.count
        )
    }
}
