import Diplomacy
import Testing

@testable import Reading

@Suite("Feeds")
struct FeedReaderTests {
    private func feed(
        _ document: String, address: String? = "https://example.org/feeds/all.xml"
    ) throws -> Feed {
        try FeedSamples.reader.feed(Array(document.utf8), address: address)
    }

    @Test func rss() throws {
        let found = try feed(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
            <title>Press &amp;amp; News</title><link>/press/</link><description>&lt;b&gt;All&lt;/b&gt; that is new</description>
            <language>en_GB</language><lastBuildDate>Sat, 08 Dec 2012 15:00:00 +0100</lastBuildDate>
            <atom:link rel="self" href="https://example.org/feeds/all.xml"/><atom:link rel="hub" href="https://hub.example"/>
            <atom:link rel="next" href="?page=2"/>
            <item><title>
              One   &lt;i&gt;two&lt;/i&gt;</title><guid isPermaLink="false">17</guid><link> ../a?b=1&amp;c=2 </link>
            <pubDate>Sat, 08 Dec 2012 14:30:00 +0100</pubDate><author>me@example.org (Me Myself)</author><dc:creator>No</dc:creator>
            <description><![CDATA[<p>Short</p>]]></description><content:encoded><![CDATA[<p>Long &amp; wide</p>]]></content:encoded>
            <category domain="d">One</category><category>Two</category><category>Two</category>
            <enclosure url="a.mp3" type="audio/mpeg" length="12"/><source url="https://other.example/feed">Other</source></item>
            <item><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator><dc:date>2012-12-07</dc:date>
            <guid>https://example.org/b</guid></item></channel></rss>
            """)
        #expect(found.format == .rss20)
        #expect(found.title == "Press & News")
        #expect(found.link == "https://example.org/press/")
        #expect(found.description == "All that is new")
        #expect(found.language == "en-GB")
        #expect(found.updated?.rfc3339 == "2012-12-08T15:00:00+01:00")
        #expect(found.hub == "https://hub.example")
        #expect(found.nextPage == "https://example.org/feeds/all.xml?page=2")
        #expect(found.address == "https://example.org/feeds/all.xml")
        #expect(found.faults.isEmpty)
        let first = try #require(found.items.first)
        #expect(found.items.count == 2)
        #expect(first.id == "17")
        #expect(first.title == "One two")
        #expect(first.link == "https://example.org/a?b=1&c=2")
        #expect(first.published?.rfc3339 == "2012-12-08T14:30:00+01:00")
        #expect(first.publishedText == "Sat, 08 Dec 2012 14:30:00 +0100")
        #expect(first.authors == [FeedPerson(name: "Me Myself", email: "me@example.org")])
        #expect(first.summary?.value == "<p>Short</p>")
        #expect(first.content?.value == "<p>Long &amp; wide</p>")
        #expect(first.content?.type == "text/html")
        #expect(first.content?.base == "https://example.org/feeds/all.xml")
        #expect(first.language == "en-GB")
        #expect(first.categories.map(\.term) == ["One", "Two"])
        #expect(first.categories.first?.scheme == "d")
        #expect(
            first.enclosures == [
                FeedEnclosure(address: "https://example.org/feeds/a.mp3", type: "audio/mpeg", length: 12)
            ])
        #expect(first.source == FeedSource(title: "Other", link: "https://other.example/feed"))
        #expect(found.items[1].authors.map(\.name) == ["A. Writer", "B. Writer"])
        #expect(found.items[1].published?.day == Day(year: 2012, month: 12, day: 7))
        #expect(found.items[1].link == "https://example.org/b")
    }

    @Test func atom() throws {
        let found = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://example.org/x/"><title>Presse</title>
            <subtitle type="html">&lt;b&gt;Neu&lt;/b&gt;</subtitle><id>urn:f</id><updated>2012-12-08T14:30:00Z</updated>
            <link href="."/><author><name>Amt</name><uri>amt</uri><email>a@b.de</email></author>
            <entry xml:base="y/"><title type="text">1 &lt; 2 &amp;amp; 3</title><link rel="alternate" type="application/json" href="j"/>
            <link href="a.html" title="A"/><link rel="enclosure" href="f.pdf" type="application/pdf" length="9"/>
            <id>urn:1</id><published>2012-12-01T00:00:00+01:00</published><updated>2012-12-02T00:00:00Z</updated>
            <content type="xhtml" xml:lang="fr"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &amp; <br/>deux</p></div></content>
            <summary>Kurz &lt;b&gt;</summary><category term="t" label="T" scheme="s"/>
            <source><id>urn:o</id><title>Ursprung</title><link href="https://o.example/"/></source></entry>
            <entry><content src="https://c.example/x" type="text/html"/></entry></feed>
            """)
        #expect(found.format == .atom10)
        #expect(found.title == "Presse")
        #expect(found.description == "Neu")
        #expect(found.link == "https://example.org/x/")
        #expect(found.authors == [FeedPerson(name: "Amt", email: "a@b.de", address: "https://example.org/x/amt")])
        let entry = try #require(found.items.first)
        #expect(entry.title == "1 < 2 &amp; 3")
        #expect(entry.link == "https://example.org/x/y/a.html")
        #expect(entry.enclosures.map(\.address) == ["https://example.org/x/y/f.pdf"])
        #expect(entry.published?.rfc3339 == "2012-12-01T00:00:00+01:00")
        #expect(entry.updated?.day == Day(year: 2012, month: 12, day: 2))
        #expect(
            entry.content
                == FeedContent(
                    value: "<p>Un &amp; <br />deux</p>", type: "application/xhtml+xml",
                    base: "https://example.org/x/y/",
                    language: "fr"))
        #expect(entry.summary?.value == "Kurz <b>")
        #expect(entry.summary?.type == "text/plain")
        #expect(entry.language == "de")
        #expect(entry.categories == [FeedCategory(term: "t", scheme: "s", label: "T")])
        #expect(entry.source == FeedSource(id: "urn:o", title: "Ursprung", link: "https://o.example/"))
        #expect(entry.links.count == 3)
        #expect(found.items.count == 2)
    }

    @Test func sitemaps() throws {
        let pages = try feed(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
             xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/a</loc>
            <lastmod>2012-12-08</lastmod><news:news><news:publication><news:name>The Paper</news:name>
            <news:language>fr</news:language></news:publication><news:title>A &amp;amp; B</news:title>
            <news:publication_date>2012-12-08T14:30:00+01:00</news:publication_date><news:keywords>x, y z</news:keywords>
            </news:news></url><url><loc>/b</loc></url></urlset>
            """)
        #expect(pages.format == .sitemap)
        #expect(pages.items.map(\.link) == ["https://example.org/a", "https://example.org/b"])
        #expect(pages.items[0].title == "A & B")
        #expect(pages.items[0].published?.rfc3339 == "2012-12-08T14:30:00+01:00")
        #expect(pages.items[0].updated?.rfc3339 == "2012-12-08")
        #expect(pages.items[0].source?.title == "The Paper")
        #expect(pages.items[0].language == "fr")
        #expect(pages.items[0].categories.map(\.term) == ["x", "y z"])
        let index = try feed(
            "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://example.org/1.xml</loc>"
                + "<lastmod>2012-12-08T14:30:00Z</lastmod></sitemap></sitemapindex>")
        #expect(index.format == .sitemapIndex)
        #expect(index.items.map(\.link) == ["https://example.org/1.xml"])
        #expect(index.items[0].updated?.rfc3339 == "2012-12-08T14:30:00Z")
    }

    @Test func jsonFeeds() throws {
        let found = try feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"/","next_url":"?p=2","language":"en",
            "hubs":[{"type":"WebSub","url":"https://hub.example"}],"authors":[{"name":"N","url":"/n"}],
            "items":[{"id":7,"url":"a","title":"1 < 2","content_html":"<p>x</p>","date_published":"2012-12-08T14:30:00Z",
            "tags":["u","v"],"attachments":[{"url":"f","mime_type":"audio/mpeg","size_in_bytes":5}]},
            {"id":"8","content_text":"plain","date_published":"soon"},null]}
            """)
        #expect(found.format == .json11)
        #expect(found.link == "https://example.org/")
        #expect(found.nextPage == "https://example.org/feeds/all.xml?p=2")
        #expect(found.hub == "https://hub.example")
        #expect(found.authors == [FeedPerson(name: "N", address: "https://example.org/n")])
        #expect(found.items.count == 2)
        #expect(found.items[0].id == "7")
        #expect(found.items[0].title == "1 < 2")
        #expect(found.items[0].link == "https://example.org/feeds/a")
        #expect(found.items[0].content?.value == "<p>x</p>")
        #expect(found.items[0].enclosures.first?.length == 5)
        #expect(found.items[0].categories.map(\.term) == ["u", "v"])
        #expect(found.items[1].content?.type == "text/plain")
        #expect(found.items[1].published == nil)
        #expect(found.items[1].publishedText == "soon")
        #expect(found.faults.map(\.code) == ["date-not-read"])
        #expect(throws: FeedError.self) { try feed("{\"items\":[}") }
        #expect(throws: FeedError.self) { try feed("{\"title\":\"x\"}") }
    }

    @Test func lists() throws {
        let list = try FeedSamples.reader.list(
            Array(
                """
                <opml version="2.0"><head><title>Ministries &amp; offices</title></head><body>
                <outline text="Europe"><outline text="France"><outline type="rss" text="Quai" title="Quai d&apos;Orsay"
                 xmlUrl="https://fr.example/rss" htmlUrl="https://fr.example/" language="fr"/></outline>
                <outline text="Here" xmlurl="../rel"/></outline><outline text="empty"/></body></opml>
                """.utf8), address: "https://example.org/lists/a.opml")
        #expect(list.title == "Ministries & offices")
        #expect(
            list.entries == [
                FeedList.Entry(
                    title: "Quai d'Orsay", address: "https://fr.example/rss", site: "https://fr.example/",
                    language: "fr",
                    folders: ["Europe", "France"]),
                FeedList.Entry(title: "Here", address: "https://example.org/rel", folders: ["Europe"]),
            ])
        #expect(throws: FeedError.self) { try FeedSamples.reader.list(Array("<rss/>".utf8)) }
    }

    @Test(arguments: [
        ("<rss version='0.91'/>", Feed.Format.rss091), ("<rss version=\"2.0.1\"/>", .rss20), ("<rss/>", .rss),
        (
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>",
            .rss10
        ),
        (
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'/>",
            .rss090
        ),
        ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", .atom03), ("<feed/>", .atom),
        ("<CHANNEL HREF='/'/>", .cdf), ("\n\n  <rss version='0.94'/>", .rss094),
        ("junk <rss version='0.92'/>", .rss092),
    ])
    func formats(document: String, format: Feed.Format) throws {
        #expect(try feed(document).format == format)
    }

    @Test(
        arguments: [
            ("", nil), ("<html><body><rss/></body></html>", nil), ("<!DOCTYPE html><html></html>", nil),
            ("<opml/>", .opml),
            ("<rss/>", .rss), ("<urlset/>", .sitemap), ("<sitemapindex/>", .sitemapIndex), ("{\"a\":1}", nil),
            ("[1]", nil),
            ("{\"version\": \"https://jsonfeed.org/version/1\"}", .json), ("plain text", nil), ("<a><b/></a>", nil),
            ("<CHANNEL HREF='/'/>", .cdf), ("<?php echo 1; ?><feed xmlns='http://www.w3.org/2005/Atom'/>", .atom),
            ("\u{FEFF}<rss/>", .rss),
        ] as [(String, Feed.Kind?)])
    func kinds(document: String, kind: Feed.Kind?) {
        #expect(Feed.kind(of: Array(document.utf8)) == kind)
    }

    @Test func kindsInOtherEncodings() {
        let wide = "<rss version='2.0'/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(Feed.kind(of: wide) == .rss)
    }

    @Test func brokenFeedsGiveWhatTheyHave() throws {
        let cut = try feed(
            "<rss version='2.0'><channel><title>T</title><item><title>A</title></item><item><title>B &amp C</title><desc"
        )
        #expect(cut.title == "T")
        #expect(cut.items.map(\.title) == ["A", "B &amp C"])
        #expect(!cut.faults.isEmpty)
        let unclosed = try feed("<rss><channel><item><title>A<item><title>B</title></item></channel></rss>")
        #expect(unclosed.items.compactMap(\.title).joined().contains("A"))
        let naked = try feed(
            "<rss><channel><item><description>a <p>b<br>c & d</p></description><title>T</title></item></channel></rss>")
        #expect(naked.items.first?.summary?.value == "a <p>b<br />c &amp; d</p>")
        #expect(naked.items.first?.title == "T")
        let bomb = try feed(
            "<!DOCTYPE rss [<!ENTITY a '&b;&b;'><!ENTITY b '&a;'>]><rss><channel><item><title>A</title></item>"
                + "<item><title>&a;</title></item></channel></rss>")
        #expect(bomb.items.first?.title == "A")
        #expect(bomb.faults.last?.code == "cut-off")
        #expect(throws: FeedError.self) { try feed("<html><body>no feed</body></html>") }
        #expect(throws: FeedError.self) { try feed("") }
    }

    @Test func foreignElementsDoNotCount() throws {
        let found = try feed(
            """
            <rss version="2.0" xmlns:x="urn:x"><channel><image><title>Logo</title><link>/logo</link></image><title>T</title>
            <textInput><title>Search</title></textInput><item><x:title>no</x:title><x:y><title>no</title></x:y>
            <media:group><media:title>M</media:title><media:content url="v.mp4" type="video/mp4" fileSize="3"/></media:group>
            <title>yes</title></item></channel></rss>
            """)
        #expect(found.title == "T")
        #expect(found.link == nil)
        #expect(found.items.first?.title == "yes")
        #expect(found.items.first?.enclosures.first?.length == 3)
    }

    @Test func originalLinksAndFallbacks() throws {
        let found = try feed(
            """
            <rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
             xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"><channel><item><link>https://feeds.example/~r/1</link>
            <feedburner:origLink>https://example.org/1</feedburner:origLink><itunes:author>I</itunes:author>
            <itunes:summary>S</itunes:summary></item></channel></rss>
            """)
        #expect(found.items.first?.link == "https://example.org/1")
        #expect(found.items.first?.authors == [FeedPerson(name: "I")])
        #expect(found.items.first?.summary?.value == "S")
    }

    @Test(
        arguments: [
            ("me@example.org (Me Myself)", "Me Myself", "me@example.org"),
            ("Me (me@example.org)", "Me", "me@example.org"),
            ("Me <me@example.org>", "Me", "me@example.org"), ("me@example.org", nil, "me@example.org"),
            ("Me", "Me", nil),
            ("@handle", "@handle", nil), ("Jo (Press) jo@a.org", "Jo (Press)", "jo@a.org"),
        ] as [(String, String?, String?)])
    func people(text: String, name: String?, email: String?) {
        #expect(FeedPerson(text) == FeedPerson(name: name, email: email))
    }

    @Test func ambiguousDatesNeedAnOrder() throws {
        let document = Array("<rss><channel><item><pubDate>03/04/2012</pubDate></item></channel></rss>".utf8)
        let found = try FeedSamples.reader.feed(document)
        #expect(found.items.first?.published == nil)
        #expect(found.items.first?.publishedText == "03/04/2012")
        #expect(found.faults == [FeedFault(code: "date-not-read", detail: "03/04/2012")])
        var reader = FeedSamples.reader
        reader.order = .dayMonth
        #expect(try reader.feed(document).items.first?.published?.rfc3339 == "2012-04-03")
    }

    @Test func basesDoNotGrowWithoutEnd() throws {
        let long = String(repeating: "a", count: 2000)
        let found = try feed(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='\(long)/'><entry><link href='b'/></entry></feed>")
        #expect(found.items.first?.link == "https://example.org/feeds/b")
        #expect(found.faults.map(\.code) == ["base-not-followed"])
    }

    @Test func categoriesWithinCategories() throws {
        let found = try feed(
            "<rss><channel xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><item><itunes:category text='A'>"
                + "<itunes:category text='B'/></itunes:category><category> C </category></item></channel></rss>")
        #expect(found.items.first?.categories.map(\.term) == ["A", "B", "C"])
    }

    @Test func itemsAreLimited() throws {
        var reader = FeedSamples.reader
        reader.mostItems = 2
        let items = String(repeating: "<item><title>x</title></item>", count: 5)
        let found = try reader.feed(Array("<rss><channel>\(items)</channel></rss>".utf8))
        #expect(found.items.count == 2)
        #expect(found.faults == [FeedFault(code: "too-many-items", detail: "3 left out")])
    }

    @Test func encodings() throws {
        let bytes =
            Array("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>".utf8) + [0xC4, 0xE0]
            + Array("</title></channel></rss>".utf8)
        let found = try FeedSamples.reader.feed(bytes)
        #expect(found.title == "Да")
        #expect(found.encoding == "windows-1251")
        let told = try FeedSamples.reader.feed(bytes, transport: "text/xml; charset=koi8-r")
        #expect(told.title == "дЮ")
    }

    /// Eight times the bytes may not take much more than eight times the time, whatever is repeated.
    @Test(arguments: [
        "<item>", "<category>", "<category>x</category>", "<link href='a'/>", "<author>(((@", "<author>))))</author>",
        "<title>&#", "&amp;",
        "<description><p>", "<content:encoded><![CDATA[", "<enclosure url='a'/>", "<media:group>", "<source>",
        "<x xml:base='a/'>",
        "<pubDate>1</pubDate>", "<guid>", " ", "<item xml:lang='a'/>", "<keywords>a,b,c,</keywords>",
    ])
    func hostileShapesCostNoMoreThanTheirBytes(shape: String) throws {
        func seconds(_ count: Int) throws -> Double {
            let document = Array(("<rss><channel><item>" + String(repeating: shape, count: count)).utf8)
            var reader = FeedSamples.reader
            reader.plainText = { $0 }
            let time = try ContinuousClock().measure { _ = try reader.feed(document, address: "https://example.org/") }
            return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
        }
        let (short, long) = (try seconds(2000), try seconds(16_000))
        #expect(long < short * 40 + 0.5, "\(shape): \(short) s, \(long) s")
    }
}
