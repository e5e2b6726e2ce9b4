import Compressing
import Testing

@testable import Archives

@Suite("Zip files")
struct ZipTests {
    private typealias Entry = ZipBuilder.Entry

    @Test("stored and deflated entries are files with their names, times and bytes")
    func plain() {
        let text = String(repeating: "The envoys met. ", count: 500)
        let zip = ZipBuilder(Entry("a/one.txt", "one"), Entry("a/", ""), Entry("two.html", text, packed: true))
        for asStream in [false, true] {
            let reading = Reading(zip.bytes, name: "x.zip", asStream: asStream)
            #expect(reading.names == ["x.zip!/a/one.txt", "x.zip!/two.html"])
            #expect(reading.entries.map(\.fileName) == ["one.txt", "two.html"])
            #expect(reading.texts == ["one", text])
            #expect(reading.entries.map(\.date) == ["2026-03-12T10:20:30", "2026-03-12T10:20:30"])
            #expect(reading.entries.map(\.ordinal) == [0, 1])
            #expect(reading.tally.skipped == ["directory": 1])
            #expect(reading.faults == [])
            #expect(reading.notes == [])
        }
    }

    @Test("an empty zip file holds nothing")
    func empty() {
        let reading = Reading(ZipBuilder().bytes, name: "x.zip")
        #expect(reading.entries == [])
        #expect(reading.faults == [])
    }

    @Test("sizes after the bytes, zip64, a comment and a program before the archive change nothing")
    func forms() {
        var descriptor = Entry("one", "one", packed: true)
        descriptor.hasDescriptor = true
        var large = Entry("two", "two")
        large.isLarge = true
        for isLarge in [false, true] {
            for prefix in [[], Array("#!/bin/sh\n".utf8)] {
                var zip = ZipBuilder(descriptor, large)
                zip.isLarge = isLarge
                zip.prefix = prefix
                zip.comment = Array("a comment with PK\u{5}\u{6} in it".utf8)
                let reading = Reading(zip.bytes, name: "x.zip")
                #expect(reading.texts == ["one", "two"])
                #expect(reading.faults == [])
            }
        }
    }

    @Test("names are UTF-8 where an entry or its system says so, else code page 437")
    func names() {
        var old = Entry("", "1")
        old.name = [0x8E, 0x72, 0x7A, 0x74, 0x65]  // Ärzte
        var marked = Entry("Çavuşoğlu.txt", "2")
        marked.flags = 0x800
        var unix = Entry("Čaputová.txt", "3")
        unix.host = 3
        var named = Entry("plain.txt", "4")
        let name = Array("Лавров.txt".utf8)
        named.extra =
            Packing.little(0x7075, 2) + Packing.little(name.count + 5, 2) + [1]
            + Packing.little(Int(Packing.crc(named.name)), 4) + name
        var dos = Entry("", "5")
        dos.name = [0xC3, 0xA9]  // é in UTF-8, but nothing says so
        let control = Entry("a\nb\u{7F}", "6")
        var last = Entry("", "7")
        last.name = [0x80, 0xE0, 0xFE, 0xFF]
        let reading = Reading(ZipBuilder(old, marked, unix, named, dos, control, last).bytes, name: "x.zip")
        #expect(
            reading.entries.map(\.fileName) == [
                "Ärzte", "Çavuşoğlu.txt", "Čaputová.txt", "Лавров.txt", "├⌐", "a\u{FFFD}b\u{FFFD}", "Çα■\u{A0}",
            ])
    }

    @Test("names that lead out of the folder are names like others")
    func traversal() {
        let zip = ZipBuilder(Entry("../../etc/passwd", "1"), Entry("/etc/passwd", "2"), Entry("C:\\x\\y.txt", "3"))
        let reading = Reading(zip.bytes, name: "x.zip")
        #expect(reading.names == ["x.zip!/../../etc/passwd", "x.zip!//etc/passwd", "x.zip!/C:\\x\\y.txt"])
        #expect(reading.entries.map(\.fileName) == ["passwd", "passwd", "y.txt"])
    }

    @Test("entries that cannot be read are refused with a reason; the others are read")
    func refused() {
        var encrypted = Entry("a", "1")
        encrypted.flags = 1
        var strange = Entry("b", "2")
        strange.method = 14
        var wrongSize = Entry("c", "3")
        wrongSize.size = 5
        var nowhere = Entry("d", "4")
        nowhere.offset = 1_000_000
        var farAway = Entry("e", "5")
        farAway.isLarge = true
        farAway.offset = .max
        let zip = ZipBuilder(encrypted, strange, wrongSize, nowhere, farAway, Entry("f", "6"))
        let reading = Reading(zip.bytes, name: "x.zip")
        #expect(reading.names == ["x.zip!/f"])
        #expect(reading.codes == [.encrypted, .methodUnknown, .sizeMismatch, .zipEntry, .zipEntry])
        #expect(reading.faults.map(\.name) == ["a", "b", "c", "d", "e"].map { "x.zip!/\($0)" })
    }

    @Test("bytes that are not as the directory says are told")
    func mismatches() {
        let text = String(repeating: "The envoys met. ", count: 50)
        var checksum = Entry("a", text, packed: true)
        checksum.crc = 1
        var short = Entry("b", text, packed: true)
        short.size = text.utf8.count + 1
        var long = Entry("c", text, packed: true)
        long.size = 10
        let reading = Reading(ZipBuilder(checksum, short, long).bytes, name: "x.zip")
        #expect(reading.texts == [text, text])
        #expect(reading.notes == [.checksumMismatch, .sizeMismatch])
        #expect(reading.codes == [.sizeMismatch])
    }

    @Test("a file without its directory is one fault")
    func noDirectory() {
        let bytes = ZipBuilder(Entry("a", "1"), Entry("b", "2")).bytes
        #expect(Reading(Array(bytes.dropLast(30)), name: "x.zip").codes == [.zipDirectory])
        #expect(Reading("no zip file", name: "x.zip").codes == [.zipDirectory])
        var wrong = bytes
        wrong[wrong.count - 10] = 0xFF  // the directory's size
        #expect(Reading(wrong, name: "x.zip").codes == [.zipDirectory])
        var broken = bytes
        let second = 46 + 1 + bytes.count - 22 - 2 * 47
        broken[second] = 0
        let reading = Reading(broken, name: "x.zip")
        #expect(reading.texts == ["1"])
        #expect(reading.codes == [.zipDirectory])
    }

    @Test("entries that share their bytes are refused")
    func overlapping() {
        var zip = ZipBuilder(Entry("a", String(repeating: "x", count: 2000)))
        for i in 0..<20 {
            var entry = Entry("b\(i)", String(repeating: "x", count: 2000))
            entry.offset = 0
            zip.entries.append(entry)
        }
        let reading = Reading(zip.bytes, name: "x.zip")
        #expect(reading.codes.contains(.zipEntry))
        #expect(reading.entries.count < 5)
    }

    @Test("a bomb is one fault, the entries after it are read")
    func bomb() {
        let zip = ZipBuilder(
            Entry("a", "1"), Entry("bomb", [UInt8](repeating: 0, count: 30 << 20), packed: true), Entry("b", "2"))
        let reading = Reading(zip.bytes, name: "x.zip")
        #expect(reading.texts == ["1", "2"])
        #expect(reading.codes == [.expansionRatio])
        #expect(reading.faults.first?.name == "x.zip!/bomb")
    }

    @Test("of a WACZ only the archives are read")
    func wacz() {
        let archive = Records.response("one").flatMap { [$0] }
        let zip = ZipBuilder(
            Entry("archive/data.warc.gz", Packing.gzip(archive)), Entry("indexes/index.cdx.gz", Packing.gzip("x")),
            Entry("pages/pages.jsonl", "{}"), Entry("datapackage.json", "{}"))
        let reading = Reading(zip.bytes, name: "x.wacz")
        #expect(reading.texts == ["one"])
        #expect(reading.names == ["x.wacz!/archive/data.warc.gz!/0"])
        #expect(reading.tally.skipped == ["wacz-index": 3])
    }

    @Test("documents that are zip files themselves are not opened")
    func documents() {
        for first in ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"] {
            let bytes = ZipBuilder(Entry(first, "x"), Entry("word/document.xml", "<x/>")).bytes
            let reading = Reading(bytes, name: "x.docx")
            #expect(reading.names == ["x.docx"])
            #expect(reading.entries.first?.bytes == bytes)
        }
    }
}
