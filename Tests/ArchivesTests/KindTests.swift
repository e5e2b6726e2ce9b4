import Testing

@testable import Archives

@Suite("What a file is")
struct KindTests {
    private func kind(_ bytes: [UInt8], _ fileName: String, mediaType: String? = nil) -> ArchiveKind {
        var about = ArchiveEntry(name: fileName, fileName: fileName, kind: .file)
        about.mediaType = mediaType
        return bytes.withUnsafeBytes { ArchiveKind($0, about: about) }
    }

    private func kind(_ text: String, _ fileName: String, mediaType: String? = nil) -> ArchiveKind {
        kind(Array(text.utf8), fileName, mediaType: mediaType)
    }

    @Test("marks at the start tell it, whatever the name")
    func marks() {
        #expect(kind([0x1F, 0x8B, 8, 0], "x.zip") == .compressed(.gzip))
        #expect(kind([0x28, 0xB5, 0x2F, 0xFD], "x.warc") == .compressed(.zstd))
        #expect(kind([0x5F, 0x2A, 0x4D, 0x18], "x") == .compressed(.zstd))
        #expect(kind([0x50, 0x4B, 5, 6], "x.txt") == .zip)
        #expect(kind([0x50, 0x4B, 3, 4], "x.txt") == .zip)
        #expect(kind("WARC/1.0\r\n", "x.eml") == .warc)
        #expect(kind("filedesc://x", "x.gz") == .arc)
        #expect(kind("From a Thu Mar 12 10:20:30 2026\n", "x") == .mbox)
        #expect(kind("Received: x\r\nFrom: a\r\nDate: y\r\n\r\n", "x.txt") == .mail)
        #expect(kind("x", "part", mediaType: "message/rfc822") == .mail)
    }

    @Test("names tell it where bytes do not")
    func names() {
        #expect(kind("anything", "x.br") == .compressed(.brotli))
        #expect(kind("MZ program", "X.ZIP") == .zip)
        #expect(kind("MZ program", "x.wacz") == .zip)
        #expect(kind("junk\nWARC/1.0\r\n", "x.warc") == .warc)
        #expect(kind("junk\nWARC/1.0\r\n", "x.txt") == .plain)
        #expect(kind("From somebody\n", "x.mbox") == .mbox)
        #expect(kind("From somebody\n", "x.txt") == .plain)
        #expect(kind("Subject: x\n\ntext", "x.eml") == .mail)
        #expect(kind("Subject: x\n\ntext", "x.txt") == .plain)
        #expect(kind("no field\n", "x.eml") == .plain)
    }

    @Test("short and empty files are plain")
    func short() {
        for bytes in [[], [0x1F], [0x1F, 0x8B], [0x50, 0x4B, 3], [0x57, 0x41, 0x52, 0x43]] as [[UInt8]] {
            #expect(kind(bytes, "x") == .plain)
        }
    }

    @Test("the parts of a name")
    func fileNames() {
        for (path, last) in [("a/b.txt", "b.txt"), ("b.txt", "b.txt"), ("a\\b", "b"), ("a/", ""), ("", "")] {
            #expect(FileName.last(of: path) == last)
        }
        for (name, suffix) in [("a.TXT", "txt"), ("a.tar.gz", "gz"), ("a", ""), (".gz", "gz"), ("a.", "")] {
            #expect(FileName.suffix(of: name) == suffix)
        }
        let suffixes: Set = ["gz", "zst"]
        for (name, without) in [
            ("a.jsonl.gz", "a.jsonl"), ("a.GZ", "a"), ("a.txt", "a.txt"), (".gz", ".gz"), ("a", "a"), ("é.gz", "é"),
        ] {
            #expect(FileName.without(suffixes, name) == without)
        }
    }
}

@Suite("Parts of archives")
struct PartTests {
    @Test("the head of an answer is read leniently")
    func httpHeads() {
        for (line, status) in [
            ("HTTP/1.1 200 OK", 200), ("HTTP/1.0 302 ", 302), ("HTTP/2 404", 404), ("HTTPX/1.1 200 OK", 200),
            ("HTTP/1.1", nil), ("HTTP/1.1 abc", nil), ("HTTP/1.1 2000 OK", nil), ("HTTP/1.1   503   x", 503),
        ] as [(String, Int?)] {
            let head = HTTPHead(Array("\(line)\r\nA: 1\r\n\r\n".utf8))
            #expect(head.status == status, "\(line)")
            #expect(head.fields.value("A") == "1")
        }
        #expect(HTTPHead([]).status == nil)
    }

    @Test("the first record of a key stays, and no more keys are kept than allowed")
    func revisitIndex() {
        func fields(_ lines: String...) -> HeaderFields { HeaderFields(Array(lines.joined(separator: "\n").utf8)) }
        var index = RevisitIndex(limit: 2)
        index.insert(fields("WARC-Record-ID: <a>", "WARC-Payload-Digest: x"), at: 1)
        index.insert(fields("WARC-Record-ID: <b>"), at: 2)
        index.insert(fields("WARC-Record-ID: <a>"), at: 3)
        #expect(index.original(of: fields("WARC-Refers-To: <a>")) == 1)
        #expect(index.original(of: fields("WARC-Payload-Digest: x")) == 1)
        #expect(index.original(of: fields("WARC-Refers-To: <b>")) == nil, "the index was full")
        #expect(index.original(of: fields("WARC-Payload-Digest: <a>")) == nil, "an id is no digest")
        #expect(index.original(of: HeaderFields()) == nil)
    }

    @Test("checksums are those of zip (the check value of CRC-32 is CBF43926)")
    func checksums() {
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        var parts = Checksum()
        for part in ["1234", "", "56789"] { Array(part.utf8).withUnsafeBytes { parts.add($0) } }
        #expect(parts.value == 0xCBF4_3926)
    }

    @Test("borders of mails are whole lines, and belong to no part")
    func borders() {
        let text =
            "Content-Type: multipart/mixed; boundary=b\n\npreamble\n--bb\nno border\n--b \t\n\none\n--b-\nstill one\n"
            + "--b\r\n\r\ntwo\r\n\r\n--b--x\nstill two\n--b--\nepilogue\n--b\n\nno part\n"
        let bytes = Array(text.utf8)
        let tree = MailTree(bytes, limits: ArchiveLimits())
        #expect(
            tree.leaves.map { String(decoding: bytes[$0.body], as: UTF8.self) } == [
                "one\n--b-\nstill one", "two\r\n\r\n--b--x\nstill two",
            ])
        #expect(tree.leaves.map(\.number) == ["1", "2"])
        #expect(tree.complaints == [])
    }

    @Test("millions of borders cost no memory")
    func manyBorders() {
        let bytes = Array("Content-Type: multipart/mixed; boundary=b\n\n".utf8)
        let borders = [UInt8](String(repeating: "--b\n", count: 500_000).utf8)
        let tree = MailTree(bytes + borders, limits: ArchiveLimits())
        #expect(tree.leaves.count < 1000)
        #expect(tree.complaints.count == 1)
    }

    @Test("a part starts where its head ends, or where no field stands")
    func partHeads() {
        for (text, body) in [
            ("A: 1\r\n\r\nbody", "body"), ("A: 1\n\nbody", "body"), ("\nbody", "body"), ("body only", "body only"),
            ("A: 1\n B\nbody", "body"), ("From x y\nA: 1\n\nbody", "body"), ("A: 1", ""), ("", ""),
            (" no field\n", " no field\n"),
        ] {
            let bytes = Array(text.utf8)
            let tree = MailTree(bytes, limits: ArchiveLimits())
            #expect(tree.leaves.map { String(decoding: bytes[$0.body], as: UTF8.self) } == [body], "\(text)")
        }
    }
}
