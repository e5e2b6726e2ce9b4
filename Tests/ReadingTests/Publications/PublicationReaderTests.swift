import Diplomacy
import Testing

@testable import Reading

@Suite("Documents of publications")
struct PublicationReaderTests {
    private func parts(_ text: String, name: String = "in/x", type: String? = nil, address: String? = nil)
        -> [PublishedPart]
    {
        PublicationReader().parts(
            of: Publication(id: name, name: name, address: address, mediaType: type, bytes: Array(text.utf8)))
    }

    @Test("A page is one document under its name, with its address")
    func page() throws {
        let html = Made.page(
            "Ministers meet", "The two ministers met in Oslo on Tuesday and agreed to meet again in May.")
        let all = parts(html, name: "p.html", address: "https://example.org/p")
        let document = try #require(all.first?.intake?.document)
        #expect(all.count == 1 && all[0].line == 1)
        #expect(document.id == "p.html" && document.url == "https://example.org/p")
        #expect(document.title == "Ministers meet" && document.language == "en")
        #expect(document.text.contains("agreed to meet again in May."))
    }

    @Test("A text has its title where it stands alone, and its encoding is mended with a word of it")
    func text() throws {
        let one = try #require(parts("Ministers meet\n\nThey met in Oslo.\n").first?.intake)
        #expect(one.document.title == "Ministers meet" && one.document.id == "in/x")
        #expect(one.document.text.hasPrefix("They met in Oslo.") && one.diagnostics.isEmpty)
        let bytes: [UInt8] = Array("They met in \u{C9}vian, ".utf8) + [0xFF] + Array(" and left.".utf8)
        let broken = PublicationReader().parts(
            of: Publication(id: "x", name: "x.txt", mediaType: "text/plain; charset=utf-8", bytes: bytes))
        let repaired = try #require(broken.first?.intake)
        #expect(repaired.document.text == "They met in \u{C9}vian, \u{FFFD} and left.")
        #expect(repaired.diagnostics.contains { $0.code == "encoding-repaired" })
        let latin = PublicationReader().parts(
            of: Publication(
                id: "x", name: "x.txt", mediaType: "text/plain; charset=iso-8859-1",
                bytes: Array("caf".utf8) + [0xE9]))
        #expect(latin.first?.intake?.document.text == "caf\u{E9}")
    }

    @Test("Documents keep their ids; one without is called as its file")
    func documents() {
        #expect(parts(#"{"id":"r1","text":"A."}"#).map { $0.intake?.document.id } == ["r1"])
        #expect(parts(#"{"text":"A."}"#).map { $0.intake?.document.id } == ["in/x"])
        let many = parts("{\"id\":\"1\",\"text\":\"A.\"}\n\n{\"no\":1}\nnonsense\n{\"id\":\"2\",\"text\":\"B.\"}\n")
        #expect(many.map(\.line) == [1, 3, 4, 5])
        #expect(many.map { $0.intake?.document.id } == ["1", nil, nil, "2"])
        #expect(many.compactMap(\.code).count == 2)
        // one object over several lines
        let pretty = parts("\n{\n  \"id\": \"p\",\n  \"text\": \"A.\"\n}\n")
        #expect(pretty.map { $0.intake?.document.id } == ["p"])
        // two without ids are two reports
        let bare = parts("{\"text\":\"A.\"}\n{\"text\":\"B.\"}").compactMap { $0.intake?.document.id }
        #expect(Set(bare).count == 2)
    }

    @Test("JSON that is no document is one problem, however many lines it has")
    func otherJSON() {
        let all = parts("{\n  \"a\": 1,\n  \"b\": 2\n}\n", name: "x.json")
        withKnownIssue("each of its lines is one") { #expect(all.map(\.code) == [.missingText]) }
        #expect(all.allSatisfy { $0.intake == nil } && !all.isEmpty)
    }

    @Test("What is no report is a problem that says what to do, and silent among others of an archive")
    func others() {
        for text in ["%PDF-1.7 x", "<opml version=\"2.0\"><body></body></opml>"] {
            #expect(parts(text).map(\.code) == [.noDocument])
            var publication = Publication(id: "x", name: "x", bytes: Array(text.utf8))
            publication.isIncidental = true
            #expect(PublicationReader().parts(of: publication).isEmpty)
        }
    }

    @Test("A feed is a document an item, named by its place, with the feed's name as the publisher's")
    func feed() throws {
        let feed = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><language>en</language>
            <item><title>One &amp; two</title><link>/one</link><pubDate>Thu, 12 Mar 2026 10:20:30 GMT</pubDate>
            <description>&lt;p&gt;They &lt;b&gt;met&lt;/b&gt;.&lt;/p&gt;</description></item>
            <item><title>Three</title><guid>https://example.org/three</guid></item></channel></rss>
            """
        let all = parts(feed, name: "feed.xml", address: "https://example.org/feed.xml")
        let documents = all.compactMap { $0.intake?.document }
        #expect(documents.map(\.id) == ["feed.xml#1", "feed.xml#2"] && all.map(\.line) == [1, 2])
        let one = try #require(documents.first)
        #expect(one.title == "One & two" && one.text == "They met." && one.url == "https://example.org/one")
        #expect(one.published == Day(iso: "2026-03-12") && one.publishedText == "2026-03-12T10:20:30Z")
        #expect(one.source?.name == "Example Wire" && one.language == "en")
        #expect(documents.last?.url == "https://example.org/three" && documents.last?.text == "")
    }

    @Test("A sitemap of news names its articles")
    func sitemap() throws {
        let map = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://example.org/a</loc><news:news><news:publication><news:name>Example</news:name>
            <news:language>en</news:language></news:publication><news:publication_date>2026-03-12</news:publication_date>
            <news:title>Ministers meet</news:title></news:news></url></urlset>
            """
        let document = try #require(parts(map).first?.intake?.document)
        #expect(document.title == "Ministers meet" && document.url == "https://example.org/a")
        #expect(document.published == Day(iso: "2026-03-12") && document.publishedText == "2026-03-12")
        #expect(document.source?.name == "Example" && document.language == "en")
    }

    @Test("An item without a zone is dated by its day alone")
    func zoneless() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>y</title><id>1</id>
            <published>2026-03-12T10:20:30</published><author><name>A. Writer</name></author>
            <content type="text">They met &amp; left.</content></entry></feed>
            """
        let document = try #require(parts(feed).first?.intake?.document)
        #expect(document.publishedText == "2026-03-12" && document.text == "They met & left.")
        #expect(document.extra["authors"] == .array([.string("A. Writer")]))
    }
}
