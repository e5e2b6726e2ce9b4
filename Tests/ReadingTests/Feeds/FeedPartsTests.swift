import Testing

@testable import Hypertext
@testable import Reading

@Suite("Parts of feeds")
struct FeedPartsTests {
    private func tag(_ local: String, _ namespace: String = "", prefix: String = "", root: String? = nil) -> FeedTag {
        FeedTag(XMLName(prefix: prefix, local: local, namespace: namespace), root: root)
    }

    @Test func tags() {
        #expect(tag("pubDate") == .published(rank: 0))
        #expect(tag("PUBDATE") == .published(rank: 0))
        #expect(tag("creator", "http://purl.org/dc/elements/1.1/") == .person(rank: 2))
        #expect(tag("creator", prefix: "dc") == .person(rank: 2))
        #expect(tag("creator", prefix: "zz") == .other)
        #expect(tag("creator") == .other)
        #expect(tag("title", "urn:any", root: "urn:any") == .title(rank: 0))
        #expect(tag("title", "urn:any", root: "urn:other") == .other)
        #expect(tag("title", "http://www.w3.org/2005/Atom", root: "urn:other") == .title(rank: 0))
        #expect(tag("title", "https://www.w3.org/2005/Atom/", root: "urn:other") == .title(rank: 0))
        #expect(tag("encoded", "http://purl.org/rss/1.0/modules/content/") == .content(rank: 0))
        #expect(tag("title", "http://search.yahoo.com/mrss") == .title(rank: 2))
        #expect(tag("body", "http://www.w3.org/1999/xhtml", root: "") == .inlineBody)
        #expect(tag("html", "http://www.w3.org/1999/xhtml") == .other)
        #expect(tag("RDF", "http://www.w3.org/1999/02/22-rdf-syntax-ns#") == .rdf)
    }

    @Test func theBestOfSeveral() {
        var best = Best<String>()
        best.offer("second", rank: 2)
        best.offer("third", rank: 3)
        best.offer("again", rank: 2)
        #expect(best.value == "second")
        best.offer(nil, rank: 0)
        best.offer("first", rank: 1)
        #expect(best.value == "first")
    }

    @Test func authorsOfTheBestRank() {
        var draft = FeedDraft()
        draft.offer(FeedPerson(name: "C"), rank: 3)
        draft.offer(FeedPerson(name: "A"), rank: 1)
        draft.offer(FeedPerson(name: "B"), rank: 1)
        draft.offer(FeedPerson(), rank: 0)
        draft.offer(FeedPerson(name: "D"), rank: 2)
        #expect(draft.item.authors.map(\.name) == ["A", "B"])
    }

    @Test(arguments: [
        ("", ""), (" ", ""), ("a", "a"), (" a  b\n\tc ", "a b c"), ("a b", "a b"), ("a\u{A0}b", "a\u{A0}b"),
        ("a\nb", "a b"), ("a ", "a"),
    ])
    func whiteSpace(text: String, collapsed: String) {
        #expect(FeedText.collapsed(text) == collapsed)
        #expect(FeedText.trimmed("\r\n\(collapsed) ") == collapsed)
    }

    @Test func languageTags() {
        #expect(FeedText.languageTag(" en_GB\n") == "en-GB")
        #expect(FeedText.languageTag(" ") == nil)
    }

    /// Text constructs of Atom 1.0 (RFC 4287, section 3.1) and Atom 0.3 (type and mode).
    @Test(arguments: [
        ("<content>a &lt;b></content>", "text/plain", "a <b>"),
        ("<content type='text'>a &amp;amp; b</content>", "text/plain", "a &amp; b"),
        ("<content type='html'>&lt;p>a&lt;/p></content>", "text/html", "<p>a</p>"),
        ("<content type='text/html'><![CDATA[<p>a</p>]]></content>", "text/html", "<p>a</p>"),
        (
            "<content type='xhtml'> <div xmlns='http://www.w3.org/1999/xhtml'>a<b>c</b></div></content>",
            "application/xhtml+xml", "a<b>c</b>"
        ),
        (
            "<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a</h:p></h:div></content>",
            "application/xhtml+xml", "<p>a</p>"
        ),
        ("<content type='application/octet-stream'>RXhhbXBsZQ==</content>", "application/octet-stream", "Example"),
        ("<content type='image/png'>iVBORw0KGgo=</content>", "image/png", "iVBORw0KGgo="),
        ("<content mode='base64' type='text/html'>PGI+eDwvYj4=</content>", "text/html", "<b>x</b>"),
        ("<content mode='escaped' type='text/html'>&lt;b>x&lt;/b></content>", "text/html", "<b>x</b>"),
        (
            "<content mode='xml' type='application/xhtml+xml'><b>x &lt; y</b></content>", "application/xhtml+xml",
            "<b>x &lt; y</b>"
        ),
    ])
    func constructsOfAtom(content: String, type: String, value: String) throws {
        let document = "<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(content)</entry></feed>"
        let found = try FeedSamples.reader.feed(Array(document.utf8))
        #expect(found.items.first?.content == FeedContent(value: value, type: type))
    }

    /// What titles of the two families mean: RSS has markup in them, Atom says so.
    @Test(arguments: [
        ("<rss><channel><item><title>A &amp;amp; B</title></item></channel></rss>", "A & B"),
        ("<rss><channel><item><title>5 &lt; 6 &amp; 7</title></item></channel></rss>", "5 < 6 & 7"),
        ("<rss><channel><item><title><![CDATA[<i>A</i> B]]></title></item></channel></rss>", "A B"),
        ("<feed><entry><title>A &amp;amp; B</title></entry></feed>", "A &amp; B"),
        ("<feed><entry><title type='html'>A &amp;amp; &lt;i>B&lt;/i></title></entry></feed>", "A & B"),
        ("<feed><entry><title type='xhtml'><div>A &lt; <i>B</i></div></title></entry></feed>", "A < B"),
    ])
    func titles(document: String, title: String) throws {
        #expect(try FeedSamples.reader.feed(Array(document.utf8)).items.first?.title == title)
    }

    @Test func withoutABaseAddressesStay() throws {
        let document = "<rss><channel><item><link>/a</link></item></channel></rss>"
        #expect(try FeedSamples.reader.feed(Array(document.utf8)).items.first?.link == "/a")
        var reader = FeedSamples.reader
        reader.resolve = { _, _ in nil }
        #expect(try reader.feed(Array(document.utf8), address: "urn:x").items.first?.link == "/a")
    }

    @Test func guidsThatAreNoLinks() throws {
        let guids = [
            "<guid>https://a.example/1</guid>", "<guid isPermaLink='true'>x</guid>",
            "<guid isPermaLink='false'>https://a.example/2</guid>", "<guid>17</guid>",
        ]
        let items = guids.map { "<item>\($0)</item>" }.joined()
        let found = try FeedSamples.reader.feed(
            Array("<rss><channel>\(items)</channel></rss>".utf8), address: "https://b.example/")
        #expect(found.items.map(\.link) == ["https://a.example/1", "https://b.example/x", nil, nil])
        #expect(found.items.map(\.id) == ["https://a.example/1", "x", "https://a.example/2", "17"])
    }
}
