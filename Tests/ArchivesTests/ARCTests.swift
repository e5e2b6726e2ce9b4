import Compressing
import Testing

@testable import Archives

@Suite("ARC")
struct ARCTests {
    private func file(_ records: [String], version: String = "1 0 Test") -> String {
        let fields =
            version.hasPrefix("1")
            ? "URL IP-address Archive-date Content-type Archive-length"
            : "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length"
        let description = "\(version)\n\(fields)\n"
        let middle = version.hasPrefix("1") ? "text/plain" : "text/plain 200 - - 0 x.arc"
        return "filedesc://x.arc 0.0.0.0 20260312100000 \(middle) \(description.utf8.count)\n\(description)\n"
            + records.joined()
    }

    private func record(_ url: String, _ block: String, type: String = "text/html", rest: String = "") -> String {
        "\(url) 192.0.2.1 20260312100000 \(type) \(rest)\(block.utf8.count)\n\(block)\n"
    }

    @Test("records of version 1 are documents, descriptions and names of hosts are not")
    func versionOne() {
        let answer = "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain; charset=latin1\r\n\r\nnothing here"
        let reading = Reading(
            file([
                record("http://example.org/a", answer), record("dns:example.org", "x", type: "text/dns"),
                record("http://example.org/b", "plain text", type: "text/plain"),
            ]), name: "x.arc")
        #expect(reading.texts == ["nothing here", "plain text"])
        #expect(reading.entries.map(\.url) == ["http://example.org/a", "http://example.org/b"])
        #expect(reading.entries.map { $0.web?.status } == [404, nil])
        #expect(reading.entries.map(\.charset) == ["latin1", nil])
        #expect(reading.entries.map(\.date) == ["20260312100000", "20260312100000"])
        #expect(reading.tally.skipped == ["filedesc": 1, "dns": 1])
        #expect(reading.faults == [])
    }

    @Test("version 2 has ten words to a line")
    func versionTwo() {
        let line = record("http://example.org/a b", "text", type: "text/plain", rest: "200 AAAA - 512 x.arc ")
        let reading = Reading(file([line], version: "2 0 Test"), name: "x.arc")
        #expect(reading.texts == ["text"])
        #expect(reading.entries.map(\.url) == ["http://example.org/a%20b"])
        #expect(reading.faults == [])
    }

    @Test("compressed by record or as a whole, it is the same")
    func packed() {
        let records = (1...5).map { record("http://example.org/\($0)", "text \($0)") }
        let head = file([])
        let expected = (1...5).map { "text \($0)" }
        #expect(Reading(file(records), name: "x.arc").texts == expected)
        #expect(Reading(Packing.gzip(file(records)), name: "x.arc.gz").texts == expected)
        #expect(Reading(([head] + records).flatMap { Packing.gzip($0) }, name: "x.arc.gz").texts == expected)
    }

    @Test("what is no record is passed over")
    func junk() {
        let reading = Reading(
            file([
                "no record\n", record("http://example.org/1", "one"), "x\ny\n", record("http://example.org/2", "two"),
            ]),
            name: "x.arc")
        #expect(reading.texts == ["one", "two"])
        #expect(reading.codes == [.junkBetweenRecords, .junkBetweenRecords])
    }

    @Test("a length that is none, or too large, is one fault")
    func lengths() {
        var limits = ArchiveLimits()
        limits.entrySize = 100
        let bad = "http://example.org/ 192.0.2.1 20260312100000 text/html none\nlost\n"
        let huge = "http://example.org/ 192.0.2.1 20260312100000 text/html 99999999999999999999\nlost\n"
        let large = record("http://example.org/", String(repeating: "x", count: 101))
        let reading = Reading(
            file([bad, huge, large, record("http://example.org/1", "one")]), name: "x.arc", limits: limits)
        #expect(reading.texts == ["one"])
        #expect(reading.codes == [.lengthMissing, .lengthMissing, .entryTooLarge])
    }

    @Test("a record that is cut short is read as far as it goes")
    func truncated() {
        let reading = Reading(String(file([record("http://example.org/", "0123456789")]).dropLast(6)), name: "x.arc")
        #expect(reading.texts == ["01234"])
        #expect(reading.notes == [.truncated])
    }
}
