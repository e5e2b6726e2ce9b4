import Diplomacy
import Testing

@testable import Reading

/// Articles that are more than paragraphs, and pages that show none.
@Suite("Parts of articles")
struct PageStructureTests {
    private let article = SampleArticle.english

    private func text(_ main: String, head: String = "") -> String {
        SamplePage.read(SamplePage.around(article, main, head: head)).document.text
    }

    private var heading: String { "<h1>\(article.title)</h1>" }
    private var paragraphs: String { SamplePage.paragraphs(article) }

    @Test("subheadings, lists and quotations are lines of the text")
    func lines() {
        let main = """
            <article>\(heading)<p>\(article.paragraphs[0])</p><h2>What was agreed</h2><p>\(article.paragraphs[1])</p>
            <ul><li>Observers may board any vessel of either fleet, by day and by night.</li>
            <li>Catches are counted at sea, and counted again in port.</li></ul>
            <blockquote><p>\(article.paragraphs[2])</p></blockquote><p>\(article.paragraphs[3])</p>
            <p>\(article.paragraphs[4])</p></article>
            """
        #expect(
            text(main)
                == [
                    article.paragraphs[0], "What was agreed", article.paragraphs[1],
                    "Observers may board any vessel of either fleet, by day and by night.",
                    "Catches are counted at sea, and counted again in port.", article.paragraphs[2],
                    article.paragraphs[3], article.paragraphs[4],
                ].joined(separator: "\n"))
    }

    @Test(
        "the standfirst is the first line, where the page calls it so or describes itself by it",
        arguments: [
            ("<p class=standfirst>", "</p>", false), ("<div class='article__lead'><p>", "</p></div>", false),
            ("<h2 class=subtitle>", "</h2>", false), ("<p>", "</p>", true), ("<div>", "</div>", true),
        ])
    func standfirst(open: String, close: String, isDescribed: Bool) {
        let main =
            "<main><header>\(heading)\(open)\(article.standfirst)\(close)</header><div class=body>\(paragraphs)</div></main>"
        let head = isDescribed ? "<meta name=description content=\"\(article.standfirst)\">" : ""
        #expect(text(main, head: head) == article.standfirst + "\n" + article.text)
    }

    @Test("a title is no line of the text, wherever it stands again")
    func titleAgain() {
        #expect(text("<article>\(heading)<h1>\(article.title)</h1>\(paragraphs)</article>") == article.text)
        #expect(text("<div class=top>\(heading)</div><article>\(paragraphs)</article>") == article.text)
    }

    @Test("entries of a live report, one after another")
    func live() {
        let entries = article.paragraphs.enumerated().map { number, paragraph in
            "<div class=entry><time datetime='2024-05-02T1\(number):00:00Z'>1\(number):00</time><p>\(paragraph)</p></div>"
        }
        let found = text("<article>\(heading)<div class=live>\(entries.joined())</div></article>")
        let lines = found.split(separator: "\n").map(String.init)
        #expect(lines.filter { !$0.contains(":00") || $0.count > 20 } == article.paragraphs)
    }

    @Test("a short last line is a part of the text where it is a sentence")
    func shortLines() {
        let main = "<article>\(heading)\(paragraphs)<p>No date was set for that.</p></article>"
        #expect(text(main) == article.text + "\nNo date was set for that.")
    }

    @Test("two paragraphs are an article, and one is", arguments: [1, 2])
    func short(count: Int) {
        let main =
            "<article>\(heading)" + article.paragraphs.prefix(count).map { "<p>\($0)</p>" }.joined() + "</article>"
        #expect(text(main) == article.paragraphs.prefix(count).joined(separator: "\n"))
    }

    @Test("character references and odd spaces are text as it is shown")
    func characters() {
        let written =
            "The minister&nbsp;said:\n   &quot;We agree&quot; &mdash; and left for S&atilde;o Paulo, where he wants to meet with the gover\u{AD}nor &amp; the mayor."
        let shown =
            "The minister said: \"We agree\" \u{2014} and left for S\u{E3}o Paulo, where he wants to meet with the governor & the mayor."
        #expect(text("<article>\(heading)\(paragraphs)<p>\(written)</p></article>") == article.text + "\n" + shown)
    }

    @Test(
        "pages without any text have none, and are no error",
        arguments: [
            "", " ", "<", "<html>", "<!DOCTYPE html><html><body></body></html>",
            "<script>var a = 'The ministers met.'</script>",
            "<img src=a>", "<nav><a href=/>Home</a></nav>",
        ])
    func none(page: String) {
        let intake = SamplePage.read(page)
        #expect(intake.document.text == "")
        #expect(!intake.diagnostics.contains { $0.severity == .error })
        #expect(intake.document.id == "p")
        #expect(intake.document.sha256 == Document.sha256(of: ""))
    }

    @Test("text that is not marked up at all")
    func bare() {
        #expect(SamplePage.read(article.paragraphs[0]).document.text == article.paragraphs[0])
    }

    @Test("text that stands in the page's data alone is taken from there, and told")
    func dataAlone() {
        let body = article.paragraphs.joined(separator: " ").replacing("\"", with: "\\\"")
        let head = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "\(article.title)", "articleBody": "\(body)"}</script>
            """
        let intake = SamplePage.read(SamplePage.around(article, "<div id=app></div>", head: head))
        #expect(intake.document.text == article.paragraphs.joined(separator: " "))
        #expect(intake.diagnostics.map(\.code) == ["text-from-data"])
        #expect(intake.diagnostics.allSatisfy { $0.severity == .note })
        #expect(intake.document.sha256 == Document.sha256(of: intake.document.text))
        // where the page shows its article, that is the text
        #expect(text("<article>\(heading)\(paragraphs)</article>", head: head) == article.text)
    }

    @Test("paragraphs of the page's data are lines")
    func dataLines() {
        let body = article.paragraphs.joined(separator: "\\n\\n")
        let head =
            "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\"}</script>"
        #expect(text("<div id=app></div>", head: head) == article.text)
        let marked = article.paragraphs.map { "<p>\($0)</p>" }.joined()
        let other =
            "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"\(marked)\"}</script>"
        #expect(text("<div id=app></div>", head: other) == article.text)
    }

    @Test(
        "pictures and buttons within a line do not cut it",
        arguments: [
            "<svg viewBox='0 0 1 1'><path d=x /></svg>", "<button>Copy</button>", "<noscript><img src=a></noscript>",
            "<template>x</template>", "<iframe src=/a></iframe>", "<canvas></canvas>", "<select><option>a</select>",
            "<img src=a alt=x>", "<script>x</script>", "<input type=hidden>", "<math><mi>x</mi></math>",
        ])
    func within(piece: String) {
        let cut = article.paragraphs[1].index(article.paragraphs[1].startIndex, offsetBy: 48)
        let second = "\(article.paragraphs[1][..<cut])\(piece)\(article.paragraphs[1][cut...])"
        var parts = article.paragraphs.map { "<p>\($0)</p>" }
        parts[1] = "<p>\(second)</p>"
        let found = text("<article>\(heading)\(parts.joined())</article>")
        let isKnown = ["<svg", "<button", "<noscript", "<template", "<iframe", "<canvas", "<select"].contains {
            piece.hasPrefix($0)
        }
        if isKnown {
            #expect(found == article.text)
        } else {
            #expect(found == article.text)
        }
    }

    @Test("lines of preformatted text are lines")
    func preformatted() {
        let main = "<pre>\(article.title)\n\n\(article.paragraphs.joined(separator: "\n\n"))</pre>"
        withKnownIssue("the line feeds of <pre> become spaces") {
            let lines = text(main).split(separator: "\n").map(String.init)
            #expect(lines.suffix(article.paragraphs.count) == article.paragraphs[...])
        }
    }

    @Test("tables of figures among the paragraphs, terms, and what unfolds are lines of the text")
    func otherBlocks() {
        func between(_ block: String) -> [String] {
            let parts = article.paragraphs.map { "<p>\($0)</p>" }
            let found = text("<article>\(heading)\(parts[..<2].joined())\(block)\(parts[2...].joined())</article>")
            let lines = found.split(separator: "\n").map(String.init)
            #expect(lines.prefix(2) == article.paragraphs[..<2])
            #expect(lines.suffix(3) == article.paragraphs[2...])
            return Array(lines.dropFirst(2).dropLast(3))
        }
        #expect(between("") == [])
        #expect(
            between("<table><tr><td>Norway</td><td>40 ships</td></tr><tr><td>Chile</td><td>30 ships</td></tr></table>")
                == ["Norway", "40 ships", "Chile", "30 ships"])
        #expect(between("<ol><li>Norway</li><li>Chile</li></ol>") == ["Norway", "Chile"])
        #expect(
            between("<dl><dt>Minister<dd>Ingrid Halvorsen, who has been in office since 2021.</dl>")
                == ["Minister", "Ingrid Halvorsen, who has been in office since 2021."])
        #expect(
            between("<details><summary>Annex</summary><p>It lists forty ships by name, with their ports.</p></details>")
                == ["Annex", "It lists forty ships by name, with their ports."])
        #expect(
            between("<p>Q: Was it hard?</p><p>A: Yes.</p><p>Q: Will you return?</p><p>A: If I am asked to.</p>")
                == ["Q: Was it hard?", "A: Yes.", "Q: Will you return?", "A: If I am asked to."])
    }

    @Test("a right-to-left page, and one in Hangul")
    func otherScripts() {
        let arabic =
            "التقى وزير الخارجية النرويجي نظيره التشيلي في بيرغن يوم الثلاثاء، ووقعا اتفاقا بشأن مصايد الأسماك في الجنوب، حسبما ذكرت الوزارتان."
        let korean = "외교부 장관은 화요일 베르겐에서 칠레 외교장관과 회담하고 남부 수산 협정에 서명했다고 양국 외교부가 밝혔다."
        for text in [arabic, korean] {
            #expect(
                self.text("<article dir=auto>\(heading)<p>\(text)</p><p>\(text)</p></article>") == text + "\n" + text)
        }
    }

    @Test(
        "what is not shown or only asks for consent is no text, however long it is",
        arguments: [
            "<div style='display:none'>@</div>", "<div hidden>@</div>", "<div class=cookie-consent role=dialog>@</div>",
            "<div id=newsletter-modal>@</div>",
        ])
    func longNotices(box: String) {
        let notices = box.replacing("@", with: article.notices.map { "<p>\($0)</p>" }.joined())
        let main =
            "<article>\(heading)<p>\(article.paragraphs[0])</p><p>\(article.paragraphs[1])</p></article>\(notices)"
        withKnownIssue("beyond three tenths of the page's prose, the names of a box no longer count") {
            #expect(text(main) == article.paragraphs[..<2].joined(separator: "\n"))
        }
    }
}
