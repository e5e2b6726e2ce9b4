import Timing
import Diplomacy
import Testing

@testable import Reading

/// Pages that are longer, deeper or stranger than pages are.
@Suite("Limits of pages")
struct PageLimitTests {
    private static let article = SampleArticle.english

    private static var page: String {
        SamplePage.around(article, "<article><h1>\(article.title)</h1>\(SamplePage.paragraphs(article))</article>")
    }

    @Test("a page over the limit is read so far, and that is told")
    func cut() {
        let page = Array(Self.page.utf8)
        let filler = Array("<!-- ".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: Page.longest - page.count - 8)
        let within = page + filler + Array("-->".utf8)
        #expect(within.count == Page.longest)
        let whole = Page.intake(within, id: "p")
        #expect(whole.diagnostics == [])
        #expect(whole.document.text == Self.article.text)
        let beyond = Page.intake(within + Array("<p>\(Self.article.paragraphs[0])</p>".utf8), id: "p")
        #expect(beyond.diagnostics.map(\.code) == ["page-cut"])
        #expect(beyond.diagnostics.map(\.severity) == [.warning])
        #expect(beyond.diagnostics[0].message.contains("\(Page.longest)"))
        #expect(beyond.document.text == Self.article.text)
    }

    @Test("a page that is cut within a character is not said to be broken too")
    func cutWithinCharacter() {
        let page = Array(Self.page.utf8)
        let filler = Array("<!--".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: Page.longest - page.count - 5)
        let intake = Page.intake(page + filler + Array("\u{4E2D}\u{4E2D}-->".utf8), id: "p")
        #expect(intake.diagnostics.map(\.code) == ["page-cut"])
    }

    @Test("what is read twice is read alike, in any order")
    func determinism() {
        for article in SampleArticle.all {
            for layout in SamplePage.plain.prefix(4) + SamplePage.besides.prefix(4) {
                let page = SamplePage.around(article, layout.main(article))
                let (a, b) = (SamplePage.read(page), SamplePage.read(page))
                #expect(a.document.text == b.document.text)
                #expect(a.document.title == b.document.title)
                #expect(a.document.sha256 == b.document.sha256)
                #expect(a.document.sha256 == Document.sha256(of: a.document.text))
                #expect(a.document.extra == b.document.extra)
                #expect(a.diagnostics == b.diagnostics)
            }
        }
    }

    @Test("a page may end anywhere")
    func truncated() {
        let page = Array(Self.page.utf8)
        for length in stride(from: 0, through: page.count, by: 17) {
            let intake = Page.intake(Array(page[..<length]), id: "p")
            #expect(!intake.diagnostics.contains { $0.severity == .error }, "\(length)")
            for line in intake.document.text.split(separator: "\n") where length > 1_500 {
                #expect(
                    Self.article.paragraphs.contains { $0.hasPrefix(line) } || line.utf8.count < 60,
                    "\(length): \(line)")
            }
        }
    }

    @Test("random bytes, and random bytes of markup, end in some document", arguments: 0..<24)
    func random(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 7
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let markup = Array("<<</>>=\"' pdivatblrxh1&#;!-".utf8)
        let bytes = (0..<3_000).map { _ in seed % 2 == 0 ? next() : markup[Int(next()) % markup.count] }
        let intake = Page.intake(bytes, id: "p", charset: seed % 3 == 0 ? "gb18030" : nil)
        #expect(intake.document.id == "p")
        #expect(intake.document.sha256 == Document.sha256(of: intake.document.text))
        // a whole page with such bytes in its middle
        var page = Array(Self.page.utf8)
        page.insert(contentsOf: bytes, at: page.count / 2)
        _ = Page.intake(page, id: "p")
    }

    @Test("one byte changed, anywhere, is no crash")
    func changed() {
        let page = Array(Self.page.utf8)
        for place in stride(from: 0, to: page.count, by: 101) {
            for byte in [0x00, 0x22, 0x26, 0x3C, 0x3E, 0xFF] as [UInt8] {
                var page = page
                page[place] = byte
                #expect(Page.intake(page, id: "p").document.id == "p")
            }
        }
    }

    /// Shapes that are long; `%` stands for the pieces.
    static let shapes: [(String, String, String)] = [
        ("paragraphs", "%", "<p>They met in Oslo, and they agreed on a date for the next round of talks.</p>"),
        ("short lines", "%", "<p>Oslo</p>"),
        ("line breaks", "<div>%</div>", "They met in Oslo, and then in Bergen.<br>"),
        ("items", "<ul>%</ul>", "<li>They met in Oslo, and then in Bergen, for the talks of spring.</li>"),
        ("cells", "<table><tr>%</table>", "<td>They met in Oslo, and then in Bergen.</td>"),
        ("links", "%", "<a href=/x>They met in Oslo</a> "),
        ("headings", "%", "<h2><a href=/x>They met in Oslo again</a></h2>"),
        ("figures", "%", "<figure><img><figcaption>They met in Oslo.</figcaption></figure>"),
        ("nested", "%", "<div>They met in Oslo.<p>"),
        ("times", "%", "<time>no date</time>"), ("metas", "<head>%</head>", "<meta name=a content=b>"),
        ("scripts", "%", "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>"),
        ("empty headings", "%", "<h1></h1>"),
        ("classes", "<p class='%'>x</p>", "related nav "), ("places", "%", "<i class=p-location>a\n<br>b</i>"),
        ("asides", "%", "<aside><p>They met in Oslo, and then in Bergen.</p></aside>"),
        ("images", "%", "<img><b>They met</b>"),
        ("styles", "<p style='%'>x</p>", "display:block;"),
        ("sections", "%", "<section><h3>Oslo</h3><p>They met there, for long.</p></section>"),
    ]

    @Test("four times the page takes about four times the time", arguments: shapes)
    func linear(name: String, frame: String, piece: String) {
        let growth = Self.growth(frame, piece)
        #expect(growth < ThreadTime.mostGrowth, "\(name)")
    }

    private static func growth(_ frame: String, _ piece: String, from size: Int = 500) -> Double {
        ThreadTime.growth(from: size) {
            Array(frame.replacing("%", with: String(repeating: piece, count: $0)).utf8)
        } _: {
            _ = Page.intake($0, id: "p")
        }
    }

    @Test(
        "shapes whose blocks look at each other",
        arguments: [
            ("lines of one paragraph", "<p>%</p>", "They met in Oslo and then in Bergen for talks<br>"),
            ("terms", "<dl>%</dl>", "<dd>They met in Oslo and then in Bergen for talks"),
            ("lines of a list without items", "<ul>%</ul>", "They met in Oslo and then in Bergen for talks<br>"),
        ])
    func blocks(name: String, frame: String, piece: String) {
        #expect(Self.growth(frame, piece, from: 800) < ThreadTime.mostGrowth, "\(name)")
    }

    @Test(
        "marks within marks cost no more than marks beside marks",
        arguments: ["time", "i class=author", "i class=p-location"])
    func nestedMarks(mark: String) {
        let text = String(repeating: "word <b>x</b> ", count: 300)
        func seconds(_ count: Int) -> Double {
            let page = Array((String(repeating: "<\(mark)>", count: count) + text).utf8)
            return ThreadTime.seconds { _ = Page.intake(page, id: "p") }
        }
        #expect(seconds(200) < 8 * seconds(2))
    }

    @Test("many authors cost no more than one who is named as often")
    func authors() {
        func seconds(_ name: (Int) -> String) -> Double {
            let names = (0..<8_000).map { "\"\(name($0))\"" }.joined(separator: ",")
            let data = "{\"@type\":\"Article\",\"author\":[\(names)]}"
            let page = Array("<script type='application/ld+json'>\(data)</script>".utf8)
            return ThreadTime.seconds { _ = Page.intake(page, id: "p") }
        }
        let letters = Array("abcdefghijklmnopqrst")
        let many = seconds { number in
            "Ann " + String([8_000, 400, 20, 1].map { letters[number / $0 % 20] })
        }
        #expect(many < 4 * seconds { _ in "Ann aaaa" })
    }

    @Test("an address of numbers is read in linear time")
    func address() {
        let growth = ThreadTime.growth(from: 2_000) { count in
            let numbers = (0..<count).map { "2\(100 + $0 % 900)/13/\(10 + $0 / 900 % 90)/" }
            return Array("<link rel=canonical href='https://a.example/\(numbers.joined())'>".utf8)
        } _: {
            _ = Page.intake($0, id: "p")
        }
        #expect(growth < ThreadTime.mostGrowth)
    }
}
