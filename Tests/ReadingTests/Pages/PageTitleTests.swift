import Timing
import Diplomacy
import Testing

@testable import Reading

@Suite("Titles of pages")
struct PageTitleTests {
    private func title(_ candidates: [String?], _ sites: [String?] = []) -> String? {
        PageTitle(candidates, sites: sites).title
    }

    @Test("the first candidate that says anything")
    func first() {
        #expect(title([]) == nil)
        #expect(title([nil, "", "  \n "]) == nil)
        #expect(title([nil, "", "Talks in Oslo", "Talks elsewhere"]) == "Talks in Oslo")
        #expect(title(["  Talks\n\t in\u{A0}Oslo "]) == "Talks in Oslo")
        #expect(title(["Talks in Os\u{AD}lo\u{200B}"]) == "Talks in Oslo")
    }

    @Test(
        "the publisher's name behind a separator is taken off",
        arguments: [
            ("Talks in Oslo | Courier", "Courier", "Talks in Oslo"),
            ("Talks in Oslo - Courier", "Courier", "Talks in Oslo"),
            ("Talks in Oslo \u{2013} The Courier", "Courier", "Talks in Oslo"),
            ("Talks in Oslo \u{2014} Courier", "Courier", "Talks in Oslo"),
            ("Talks in Oslo \u{2022} Courier", "The Courier", "Talks in Oslo"),
            ("Talks in Oslo | News | Courier", "News Courier", "Talks in Oslo"),
            ("Talks in Oslo | COURIER", "courier", "Talks in Oslo"),
            ("Talks in Oslo | courier.example", "Courier", "Talks in Oslo"),
            ("Talks in Oslo - a first step", "Courier", "Talks in Oslo - a first step"),
            ("Talks in Oslo-Courier", "Courier", "Talks in Oslo-Courier"), ("Courier", "Courier", "Courier"),
            ("Talks in Oslo", "Courier", "Talks in Oslo"), ("| Courier", "Courier", "| Courier"),
            ("Talks in Oslo | ", "Courier", "Talks in Oslo |"),
            ("Russia-Chile talks - Courier", "Courier", "Russia-Chile talks"),
            ("\u{4F1A}\u{8C08} | \u{65B0}\u{534E}\u{7F51}", "\u{65B0}\u{534E}\u{7F51}", "\u{4F1A}\u{8C08}"),
        ])
    func sites(written: String, site: String, expected: String) {
        #expect(title([written], [site]) == expected)
    }

    @Test("a candidate that is the beginning of another shows where the title ends")
    func beginnings() {
        #expect(title(["Talks in Oslo | Anything at all", "Talks in Oslo"]) == "Talks in Oslo")
        #expect(title(["Talks in Oslo go on", "Talks in Oslo"]) == "Talks in Oslo go on")
        #expect(title(["Talks | Anything", "Talks"]) == "Talks | Anything")
        #expect(
            PageTitle(["Talks in Oslo - A", nil, "Talks in Oslo"], sites: []).titles == [
                "Talks in Oslo", "Talks in Oslo",
            ])
    }

    @Test("where a page names its title")
    func places() {
        let data = "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"By data\"}</script>"
        let meta = "<meta property='og:title' content='By meta'>"
        let title = "<title>By title</title>"
        let heading = "<h1> <b>By</b> heading </h1>"
        func read(_ parts: String...) -> String? { SamplePage.read(parts.joined()).document.title }
        #expect(read(title, heading, meta, data) == "By data")
        #expect(read(title, meta, heading) == "By meta")
        #expect(read(title, heading) == "By heading")
        #expect(read(title) == "By title")
        #expect(read(title, "<h1> </h1>", "<h1>&nbsp;</h1>") == "By title")
        #expect(read("<svg><title>Icon</title></svg>", title) == "By title")
        #expect(read("<title>A &amp; B &lt;c&gt;</title>") == "A & B <c>")
        #expect(read("<title>One</title><title>Two</title>") == "One")
        #expect(read("<p>Text.</p>") == nil)
        #expect(
            read("<title>Talks in Oslo | Courier</title><meta property=og:site_name content=Courier>")
                == "Talks in Oslo")
    }

    @Test("a title of many separators is no burden")
    func separators() {
        func make(_ count: Int) -> [UInt8] { Array(("Talks" + String(repeating: " - Site", count: count)).utf8) }
        #expect(title([String(decoding: make(50), as: UTF8.self)], ["Site"]) == "Talks")
        let short = ThreadTime.seconds { _ = title([String(decoding: make(200), as: UTF8.self)], ["Site"]) }
        let long = ThreadTime.seconds { _ = title([String(decoding: make(800), as: UTF8.self)], ["Site"]) }
        #expect(long / short < ThreadTime.mostGrowth)
    }
}
