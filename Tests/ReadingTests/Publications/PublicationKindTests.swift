import Testing

@testable import Reading

@Suite("What a publication is")
struct PublicationKindTests {
    private func kind(_ bytes: [UInt8], name: String = "x", type: String? = nil) -> PublicationKind {
        PublicationKind(Publication(id: "x", name: name, mediaType: type, bytes: bytes))
    }

    private func kind(_ text: String, name: String = "x", type: String? = nil) -> PublicationKind {
        kind(Array(text.utf8), name: name, type: type)
    }

    private static func utf16(_ text: String, mark: [UInt8] = []) -> [UInt8] {
        mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test(
        "Pages, by their bytes whatever their name",
        arguments: [
            "<!DOCTYPE html><p>x", "<html><body>x", "\n  <!-- made by hand -->\n<p>x</p>", "<HTML>", "\u{FEFF}<html>x",
            "<table><tr><td>x", "<title>x</title>y", "<article>x</article>",
        ])
    func pages(_ text: String) {
        for name in ["x", "x.txt", "x.json", "x.html"] { #expect(kind(text, name: name) == .page) }
    }

    @Test("Pages by name or type where the bytes do not tell")
    func pagesByName() {
        #expect(kind("Ministers met.", name: "a.HTM") == .page)
        #expect(kind("Ministers met.", type: "text/html; charset=utf-8") == .page)
        #expect(kind("Ministers met.", type: "application/xhtml+xml") == .page)
        #expect(kind(Self.utf16("<html>x", mark: [0xFF, 0xFE])) == .page)
        #expect(kind(Self.utf16("<html><body>A page without a mark of its order.")) == .page)
    }

    @Test(
        "Feeds and lists",
        arguments: [
            ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel></channel></rss>", PublicationKind.feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", .feed),
            (#"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}"#, .feed),
            ("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>", .feed),
            ("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></sitemapindex>", .addresses),
            ("<opml version=\"2.0\"><body></body></opml>", .addresses),
        ])
    func feeds(_ text: String, _ expected: PublicationKind) {
        for name in ["x", "x.xml", "x.html"] { #expect(kind(text, name: name) == expected, "\(text)") }
    }

    @Test("Documents of the contract")
    func documents() {
        #expect(kind(#"{"text":"a"}"#) == .documents)
        #expect(kind(" \n\t{\"text\":\"a\"}\n{\"text\":\"b\"}", name: "a.txt") == .documents)
        #expect(kind("\u{FEFF}{\"text\":\"a\"}") == .documents)
        #expect(kind("broken", name: "a.jsonl") == .documents)
        #expect(kind("[]", name: "a.json") == .documents)
        #expect(kind("[]", type: "application/json") == .documents)
    }

    @Test("Text is what is nothing else")
    func texts() {
        #expect(kind("") == .text)
        #expect(kind("Ministers met in Oslo.", name: "a.txt") == .text)
        #expect(kind("< 5 per cent of them came.") == .text)
        #expect(kind("[1] A note.") == .text)
        #expect(kind("PDF is a format. %PDF- is its mark.") == .text)
        #expect(kind([0xD0, 0x9C, 0xD0, 0xB8, 0xD0, 0xB4]) == .text)
        #expect(kind([0xCC, 0xE8, 0xED, 0xE8, 0xF1, 0xF2, 0xF0], name: "windows-1251.txt") == .text)
        #expect(kind(Self.utf16("Ministers met.", mark: [0xFF, 0xFE])) == .text)
        #expect(kind(Self.utf16("Ministers met.")) == .text)
    }

    @Test(
        "Other files, whatever they are called",
        arguments: [
            Array("%PDF-1.7".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D], [0xFF, 0xD8, 0xFF, 0xE0], Array("GIF89a".utf8),
            [0x50, 0x4B, 0x03, 0x04, 0x14], [0x7F, 0x45, 0x4C, 0x46], [0, 0, 0, 0x18, 0x66], Array("OggS".utf8),
            Array("text".utf8) + [0, 0, 0, 1, 2, 3],
        ])
    func others(_ bytes: [UInt8]) {
        for name in ["x", "x.html", "x.txt", "x.json"] { #expect(kind(bytes, name: name) == .other) }
        #expect(kind(bytes, type: "text/html") == .other)
    }

    @Test("Bytes of any kind are of some kind")
    func anyBytes() {
        var state: UInt64 = 7
        var kinds: Set<PublicationKind> = []
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            while true {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte = UInt8(truncatingIfNeeded: state >> 33)
                if byte < 8, bytes.count > Int(byte) { break }
                bytes.append(byte % 5 == 0 ? UInt8(ascii: "<") : byte)
            }
            let publication = Publication(id: "x", name: "x", bytes: bytes)
            kinds.insert(PublicationKind(publication))
            #expect(!PublicationReader().parts(of: publication).isEmpty)
        }
        #expect(kinds.count > 1)
    }
}
