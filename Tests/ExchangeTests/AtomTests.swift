import FoundationEssentials
import Testing

@testable import Exchange

private func feed(_ entries: [AtomFeed.Entry]) -> AtomFeed {
    AtomFeed(
        id: "urn:x:feed", title: "Register", selfLink: "https://a.example/feed?a=1&b=2",
        alternate: "https://a.example/", updated: "2026-02-01T09:00:00Z", entries: entries)
}

/// A reader of XML that knows what the feed's writer may write, and nothing else.
private struct Reader {
    struct Failure: Error {}
    struct Element: Equatable {
        /// The names of the elements that it stands in, and its own.
        var path: String
        var attributes: [String: String] = [:]
        var text = ""
    }

    static func read(_ xml: String) throws -> [Element] {
        var rest = Substring.UnicodeScalarView(xml.unicodeScalars[...])
        var open: [Int] = []
        var names: [String] = []
        var found: [Element] = []
        let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        guard xml.hasPrefix(head) else { throw Failure() }
        rest = rest.dropFirst(head.unicodeScalars.count)
        while let start = rest.firstIndex(of: "<") {
            let text = String(rest[rest.startIndex..<start])
            if let last = open.last { found[last].text += try unescaped(text) }
            guard let end = rest[start...].firstIndex(of: ">") else { throw Failure() }
            var tag = String(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard names.popLast() == String(tag.dropFirst()), open.popLast() != nil else { throw Failure() }
                continue
            }
            let isEmpty = tag.hasSuffix("/")
            if isEmpty { tag.removeLast() }
            let name = String(tag.prefix { $0 != " " })
            var element = Element(path: (names + [name]).joined(separator: "/"))
            let pieces = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
            guard pieces.count % 2 == 1 else { throw Failure() }
            for i in stride(from: 0, to: pieces.count - 1, by: 2) {
                guard pieces[i].hasPrefix(" "), pieces[i].hasSuffix("=") else { throw Failure() }
                element.attributes[String(pieces[i].dropFirst().dropLast())] = try unescaped(String(pieces[i + 1]))
            }
            found.append(element)
            if !isEmpty {
                names.append(name)
                open.append(found.count - 1)
            }
        }
        guard open.isEmpty else { throw Failure() }
        return found
    }

    static func unescaped(_ text: String) throws -> String {
        var out = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                guard scalar != "<", scalar != ">", scalar != "\r" else { throw Failure() }
                out.unicodeScalars.append(scalar)
                continue
            }
            guard let end = rest.firstIndex(of: ";") else { throw Failure() }
            let names: [String: Unicode.Scalar] = [
                "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#9": "\t", "#10": "\n", "#13": "\r",
            ]
            guard let named = names[String(rest[..<end])] else { throw Failure() }
            out.unicodeScalars.append(named)
            rest = rest[rest.index(after: end)...]
        }
        return out
    }
}

/// What a text is after it was written: scalars without a place in XML are replaced.
private func clean(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: out.append(scalar)
        default: out.append("\u{FFFD}")
        }
    }
    return String(out)
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
        let paths = try Reader.read(feed([entry, entry]).xml()).map(\.path)
        #expect(!paths.contains("feed/entry/author"))
        #expect(!paths.contains("feed/entry/published"))
        #expect(paths.filter { $0 == "feed/entry" }.count == 2)
        #expect(paths.contains("feed/author/name"))
        #expect(try Reader.read(feed([]).xml()).count == 8)
    }

    @Test("all words read back as they were, and add no element", arguments: hostile)
    func hostileWords(text: String) throws {
        let entry = AtomFeed.Entry(
            id: text, title: text, link: text, updated: text, published: text, summary: text, author: text)
        var feed = feed([entry])
        feed.author = text
        feed.title = text
        feed.selfLink = text
        let found = try Reader.read(feed.xml())
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
