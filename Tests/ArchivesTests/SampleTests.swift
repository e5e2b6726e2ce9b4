import Compressing
import FoundationEssentials
import Testing

@testable import Archives

/// The archives of `../shared/data/warc`: webrecorder's, pywb's and jwarc's test data.
private enum Samples {
    /// The nearest folder of that name above this file's repository.
    static let root: String? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let path = folder.appending(path: "shared/data/warc").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        let root = try #require(root)
        return [UInt8](try #require(FileManager.default.contents(atPath: "\(root)/\(path)")))
    }

    static func read(_ path: String) throws -> Reading {
        Reading(try bytes(path), name: FileName.last(of: path))
    }
}

/// What stands in an archive. Counts, addresses, times, statuses, lengths and CRC-32 of the bodies are as Python's warcio
/// 1.7 reads them, out of the decompressed file where it refuses the compressed one.
private struct Sample: CustomTestStringConvertible, Sendable {
    var path: String
    /// Each an address, a time, a status (`-` for none), a length and a checksum.
    var documents: [String]
    var skipped: [String: Int] = [:]
    /// Revisits, and how many of them lead to a record of the same file.
    var revisits = 0
    var resolved = 0
    var faults: [ArchiveFault.Code] = []
    var notes: [ArchiveFault.Code] = []

    var testDescription: String { path }
}

private let page = "1270 8baa9508"

@Suite("The sample archives", .enabled(if: Samples.root != nil, "needs ../shared/data/warc"))
struct SampleTests {
    private static let captures = [
        "http://example.com?example=1 2014-01-03T03:03:21Z 200 \(page)",
        "http://www.iana.org/domains/example 2014-01-28T05:15:39Z 302 201 919ad33f",
    ]
    private static let posts = [
        "http://httpbin.org/post 2014-06-10T00:08:59Z 200 545 6088b15d",
        "http://httpbin.org/post 2014-06-10T00:11:51Z 200 552 36217d48",
        "http://httpbin.org/post?foo=bar 2014-06-10T00:12:55Z 200 551 975d5ed9",
    ]
    private static let recording = ["http://example.com/ 2017-03-06T04:02:06Z 200 \(page)"]
    private static let arc = ["http://example.com/ 20140216050221 200 \(page)"]

    fileprivate static let samples = [
        Sample(
            path: "jwarc/org/netpreserve/jwarc/cc.warc.gz",
            documents: ["http://commoncrawl.org/ 2019-12-10T10:00:01Z 200 20289 d0bd0185"]),
        Sample(path: "jwarc/org/netpreserve/jwarc/gzip_extra_sl.warc.gz", documents: [], skipped: ["warcinfo": 1]),
        Sample(
            path: "pywb/warcs/dupes.warc.gz",
            documents: [
                "http://example.com 2014-01-27T17:12:00Z 200 \(page)",
                "http://iana.org 2014-01-27T17:12:38Z 302 0 00000000",
                "http://www.iana.org/_js/2013.1/iana.js 2014-01-27T17:12:39Z 200 0 00000000",
            ], skipped: ["warcinfo": 1, "request": 12], revisits: 9, resolved: 1),
        Sample(
            path: "pywb/warcs/example-bad.warc.gz.bad", documents: captures, skipped: ["warcinfo": 1, "request": 2],
            revisits: 1, resolved: 1),
        Sample(
            path: "pywb/warcs/example-extra.warc",
            documents: [
                "http://example.com?example=2 2014-01-03T03:03:21Z 200 \(page)",
                "http://example.com?example=2 2014-01-03T03:03:21Z 200 1269 1b479276",
            ], skipped: ["request": 2], revisits: 2, resolved: 2),
        Sample(
            path: "pywb/warcs/example-url-agnostic-orig.warc.gz",
            documents: ["http://example.iana.org/ 2013-07-02T19:54:02Z 200 \(page)"], skipped: ["warcinfo": 1]),
        Sample(
            path: "pywb/warcs/example-url-agnostic-revisit.warc.gz", documents: [], skipped: ["warcinfo": 1],
            revisits: 1),
        Sample(
            path: "pywb/warcs/example-wget-1-14.warc.gz",
            documents: [
                "http://example.com/ 2014-02-16T01:29:08Z 200 \(page)",
                "metadata://gnu.org/software/wget/warc/MANIFEST.txt 2014-02-16T01:29:08Z - 48 ef243578",
                "metadata://gnu.org/software/wget/warc/wget_arguments.txt 2014-02-16T01:29:08Z - 44 83abe4d4",
                "metadata://gnu.org/software/wget/warc/wget.log 2014-02-16T01:29:08Z - 478 2b03df50",
            ], skipped: ["warcinfo": 1, "request": 1]),
        Sample(
            path: "pywb/warcs/example-wpull.warc.gz",
            documents: [
                "http://example.com/ 2015-03-30T23:50:46Z 200 \(page)",
                "urn:X-wpull:log 2015-03-30T23:50:46Z - 720 e4827da2",
            ], skipped: ["warcinfo": 1, "request": 1]),
        Sample(path: "pywb/warcs/example.arc", documents: arc, skipped: ["filedesc": 1]),
        Sample(path: "pywb/warcs/example.arc.gz", documents: arc, skipped: ["filedesc": 1]),
        // a record that is three bytes longer than it says
        Sample(
            path: "pywb/warcs/example.warc", documents: captures, skipped: ["warcinfo": 1, "request": 2], revisits: 1,
            resolved: 1, faults: [.lengthWrong]),
        Sample(
            path: "pywb/warcs/example.warc.gz", documents: captures, skipped: ["warcinfo": 1, "request": 2],
            revisits: 1, resolved: 1),
        Sample(
            path: "pywb/warcs/example2.warc.gz", documents: ["http://example.com/ 2016-02-25T04:23:29Z 200 \(page)"],
            skipped: ["warcinfo": 1, "request": 1]),
        Sample(
            path: "pywb/warcs/httpbin-resource.warc.gz",
            documents: ["http://httpbin.org/anything/resource.json 2017-11-30T22:09:04Z - 367 894c2187"]),
        // lines that end in two carriage returns and a line feed
        Sample(
            path: "pywb/warcs/missing-status-text.warc",
            documents: ["http://iana.org/bads 2014-01-27T17:12:38Z 302 0 00000000"]),
        Sample(path: "pywb/warcs/post-test.warc.gz", documents: posts, skipped: ["request": 3]),
        // compressed as a whole
        Sample(
            path: "warcio/data/example-bad-non-chunked.warc.gz", documents: recording,
            skipped: ["warcinfo": 2, "request": 2], revisits: 1, resolved: 1),
        Sample(
            path: "warcio/data/example-bad.warc.gz.bad", documents: captures, skipped: ["warcinfo": 1, "request": 2],
            revisits: 1, resolved: 1),
        Sample(path: "warcio/data/example-digest.warc", documents: [], skipped: ["request": 4]),
        Sample(
            path: "warcio/data/example-iana.org-chunked.warc",
            documents: ["http://www.iana.org/ 2017-03-06T16:54:09Z 200 7223 214b0684"],
            skipped: ["warcinfo": 1, "request": 1]),
        Sample(
            path: "warcio/data/example-resource.warc.gz",
            documents: ["http://example.com/ 2017-04-29T01:30:30Z - 1303 3223119d"], skipped: ["warcinfo": 2]),
        Sample(
            path: "warcio/data/example-space-in-target-uri.warc.gz",
            documents: ["file:///example%20with%20spaces.png 2019-06-19T16:16:43Z - 70 14e32b9a"],
            skipped: ["warcinfo": 1]),
        // the last record is twelve bytes short; warcio reads it without a word
        Sample(
            path: "warcio/data/example-space-in-url.arc",
            documents: [
                "http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples%20From%20The%20Live%20Web"
                    + "&IsPopUp=False 20140216050221 200 1271 3c872434"
            ], skipped: ["filedesc": 1], notes: [.truncated]),
        // the body lacks the last two bytes of its gzip; they stand before the next record
        Sample(
            path: "warcio/data/example-trunc.warc", documents: recording, skipped: ["warcinfo": 2, "request": 1],
            faults: [.lengthWrong], notes: [.truncated]),
        Sample(
            path: "warcio/data/example-wget-bad-target-uri.warc.gz",
            documents: [
                "http://example.com/ 2018-02-09T15:12:11Z 200 \(page)",
                "metadata://gnu.org/software/wget/warc/wget_arguments.txt 2018-02-09T15:12:11Z - 49 6afa4a2a",
                "metadata://gnu.org/software/wget/warc/wget.log 2018-02-09T15:12:11Z - 471 3838fa39",
            ], skipped: ["warcinfo": 1, "request": 1, "metadata": 1]),
        // one record over several members
        Sample(
            path: "warcio/data/example-wrong-chunks.warc.gz",
            documents: ["http://example.com/ 2018-11-02T18:55:11Z 200 \(page)"], skipped: ["request": 1]),
        Sample(path: "warcio/data/example.arc", documents: arc, skipped: ["filedesc": 1]),
        Sample(path: "warcio/data/example.arc.gz", documents: arc, skipped: ["filedesc": 1]),
        Sample(
            path: "warcio/data/example.warc", documents: recording, skipped: ["warcinfo": 2, "request": 2],
            revisits: 1, resolved: 1),
        Sample(
            path: "warcio/data/example.warc.gz", documents: recording, skipped: ["warcinfo": 2, "request": 2],
            revisits: 1, resolved: 1),
        Sample(path: "warcio/data/post-test.warc.gz", documents: posts, skipped: ["request": 3]),
        // lengths of -1, 1 and "abc": warcio takes all bodies for empty
        Sample(
            path: "pywb/warcs/bad.arc", documents: ["http://example.com/ 20140102000000 - 1 32d70693"],
            faults: [.lengthMissing, .lengthMissing, .lengthMissing]),
        Sample(
            path: "warcio/data/bad.arc", documents: ["http://example.com/ 20140102000000 - 1 32d70693"],
            faults: [.lengthMissing, .lengthMissing, .lengthMissing]),
    ]

    @Test("every sample has the documents that warcio finds in it", arguments: samples)
    fileprivate func sample(_ sample: Sample) throws {
        let reading = try Samples.read(sample.path)
        let documents = reading.entries.map { entry in
            let status = entry.web?.status.map(String.init) ?? "-"
            let crc = String(Packing.crc(entry.bytes), radix: 16)
            return "\(entry.url ?? "") \(entry.date ?? "") \(status) \(entry.bytes.count) "
                + String(repeating: "0", count: 8 - crc.count) + crc
        }
        #expect(documents == sample.documents)
        #expect(reading.tally.skipped == sample.skipped)
        #expect(reading.revisits.count == sample.revisits)
        #expect(reading.revisits.filter { $0.original != nil }.count == sample.resolved)
        #expect(reading.codes == sample.faults)
        #expect(reading.notes == sample.notes)
    }

    @Test("the large sample has 48 answers, 123 revisits and the bytes that warcio finds")
    func iana() throws {
        let reading = try Samples.read("pywb/warcs/iana.warc.gz")
        #expect(reading.entries.count == 48)
        #expect(reading.revisits.count == 123)
        #expect(reading.revisits.allSatisfy { $0.original != nil })
        #expect(reading.tally.skipped == ["warcinfo": 1, "request": 171])
        let whole = reading.entries.flatMap(\.bytes)
        #expect(whole.count == 2_069_892)
        #expect(Packing.crc(whole) == 0x2982_8C6D)
        #expect(reading.faults == [])
        // the crawler joined the chunks and left the word in the heads
        #expect(reading.notes.allSatisfy { $0 == .chunksWrong })
    }

    @Test("there are 35 samples, and each is tested")
    func complete() throws {
        let root = try #require(Samples.root)
        let found = try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
            path.contains(".warc") || path.hasSuffix(".arc") || path.hasSuffix(".arc.gz")
        }
        #expect(found.count == 35)
        #expect(Set(found) == Set(Self.samples.map(\.path) + ["pywb/warcs/iana.warc.gz"]))
    }

    @Test("samples come out the same when they arrive a few bytes at a time", arguments: samples)
    fileprivate func dribbled(_ sample: Sample) throws {
        let bytes = try Samples.bytes(sample.path)
        let whole = Reading(bytes, name: sample.path)
        let parts = Reading(bytes, name: sample.path, asStream: true)
        #expect(parts.entries == whole.entries)
        #expect(parts.revisits == whole.revisits)
        #expect(parts.faults == whole.faults)
    }
}
