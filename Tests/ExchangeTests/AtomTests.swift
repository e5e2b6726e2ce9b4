import FoundationEssentials
import Testing

@testable import Exchange

private func feed(_ entries: [AtomFeed.Entry]) -> AtomFeed {
    AtomFeed(
        id: "urn:x:feed", title: "Register", selfLink: "https://a.example/feed?a=1&b=2",
        alternate: "https://a.example/", updated: "2026-02-01T09:00:00Z", entries: entries)
}

@Suite("Atom")
struct AtomTests {
    @Test("a feed as it is written")
    func written() {
        let entry = AtomFeed.Entry(
            id: "urn:x:1", title: "A met B", link: "https://a.example/1", updated: "2026-02-01T08:00:00Z",
            published: "2026-01-31T00:00:00Z", summary: "In <Geneva> & Bern", author: "ann")
        #expect(
            feed([entry]).xml() == """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <id>urn:x:feed</id>
                <title>Register</title>
                <updated>2026-02-01T09:00:00Z</updated>
                <author>
                <name>Rapporteur</name>
                </author>
                <link rel="self" type="application/atom+xml" href="https://a.example/feed?a=1&amp;b=2"/>
                <link rel="alternate" type="text/html" href="https://a.example/"/>
                <entry>
                <id>urn:x:1</id>
                <title>A met B</title>
                <updated>2026-02-01T08:00:00Z</updated>
                <published>2026-01-31T00:00:00Z</published>
                <author>
                <name>ann</name>
                </author>
                <link rel="alternate" type="text/html" href="https://a.example/1"/>
                <summary>In &lt;Geneva&gt; &amp; Bern</summary>
                </entry>
                </feed>

                """)
    }

    @Test("an entry without an author or a day of publication has no element for it; the feed has an author")
    func absent() throws {
        let entry = AtomFeed.Entry(id: "i", title: "t", link: "l", updated: "u", summary: "s")
        let paths = try XMLReader.read(feed([entry, entry]).xml()).map(\.path)
        #expect(!paths.contains("feed/entry/author"))
        #expect(!paths.contains("feed/entry/published"))
        #expect(paths.filter { $0 == "feed/entry" }.count == 2)
        #expect(paths.contains("feed/author/name"))
        #expect(try XMLReader.read(feed([]).xml()).count == 8)
    }

    @Test("all words read back as they were, and add no element", arguments: hostile)
    func hostileWords(text: String) throws {
        let entry = AtomFeed.Entry(
            id: text, title: text, link: text, updated: text, published: text, summary: text, author: text)
        var feed = feed([entry])
        feed.author = text
        feed.title = text
        feed.selfLink = text
        let found = try XMLReader.read(feed.xml())
        let expected = clean(text)
        #expect(found.count == 17)
        for path in ["id", "title", "updated", "published", "summary", "author/name"] {
            let element = try #require(found.first { $0.path == "feed/entry/" + path })
            #expect(Array(element.text.unicodeScalars) == Array(expected.unicodeScalars))
        }
        for path in ["feed/link", "feed/entry/link"] {
            let address = try #require(found.first { $0.path == path }?.attributes["href"])
            #expect(Array(address.unicodeScalars) == Array(expected.unicodeScalars))
        }
    }

    @Test("each control character is written so that XML 1.0 takes it", arguments: 0...0x1F)
    func controls(code: UInt8) {
        let isSpace = [9, 10, 13].contains(code)
        #expect(AtomFeed.escaped(String(Unicode.Scalar(code))) == (isSpace ? "&#\(code);" : "\u{FFFD}"))
    }

    @Test(
        "escapes",
        arguments: [
            ("]]>", "]]&gt;"), ("&amp;", "&amp;amp;"), ("\"'", "&quot;&#39;"), ("<\u{338}", "&lt;\u{338}"),
            ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{1FFFE}😀\u{200F}", "\u{1FFFE}😀\u{200F}"),
        ])
    func escapes(text: String, written: String) {
        #expect(Array(AtomFeed.escaped(text).unicodeScalars) == Array(written.unicodeScalars))
    }
}
