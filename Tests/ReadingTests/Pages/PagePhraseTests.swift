import Diplomacy
import Testing

@testable import Reading

@Suite("Lines that belong to the house, and lines that only begin like them")
struct PagePhraseTests {
    private static let article = SampleArticle.english

    /// The text of an article with a line after its second paragraph.
    private func text(_ line: String, of article: SampleArticle = Self.article) -> String {
        var lines = article.paragraphs
        lines.insert(line, at: 2)
        let body = lines.map { "<p>\($0)</p>" }.joined()
        return SamplePage.read(SamplePage.around(article, "<article><h1>\(article.title)</h1>\(body)</article>"))
            .document.text
    }

    private func with(_ line: String, in article: SampleArticle = Self.article) -> String {
        var lines = article.paragraphs
        lines.insert(line, at: 2)
        return lines.joined(separator: "\n")
    }

    @Test(
        "invitations, credits and notes of the house are left out",
        arguments: [
            "Read more: Harbour workers end strike", "READ ALSO: What the treaty says", "Photo: M. Lund",
            "Photo by M. Lund",
            "Follow us on other networks.", "Sign up for our letter.", "Click here to see the map.", "Advertisement",
            "Article continues below", "Share this article", "\u{A9} Coastal Courier", "Copyright Coastal Courier",
            "All rights reserved.", "Related: What the treaty says", "[Read more]", "* * *",
            "Lesen Sie auch: Streik im Hafen", "Foto: M. Lund", "Lire aussi : La carte",
            "Читайте также: Карта недели", "Фото: М. Лунина", "责任编辑：马丽", "相关阅读：本周地图",
        ])
    func left(line: String) {
        #expect(text(line) == Self.article.text)
    }

    @Test(
        "such lines in other clothes",
        arguments: ["\u{2192} Read more", "\u{C0} lire aussi : La carte", "\u{25B6} Read also"])
    func clothed(line: String) {
        #expect(text(line) == Self.article.text)
    }

    @Test(
        "sentences of the article stay",
        arguments: [
            "The photo: that is what they all remember.",
            "He read more than he said, his colleague told us later that day.",
            "Reading is one thing, agreeing another, as both of them said.",
            "\u{201C}Read it,\u{201D} she said, and put the paper on the table.",
            "No comments were made on the two trawlers by either delegation.", "\u{201C}1,200 ships,\u{201D} he said.",
            "In 2019, both had tried the same, and both had failed.",
        ])
    func kept(line: String) {
        #expect(text(line) == with(line))
    }

    @Test(
        "sentences that begin with such words stay too",
        arguments: [
            "Comments by the minister on the two trawlers were met with silence in the hall.",
            "Subscribe to the view that peace is possible, the minister told the assembly on Monday.",
            "Join us in this effort, he said, and the sea will be safer for all who live by it.",
            "Support our fishermen, the president had asked both ministers in his letter of Sunday.",
            "You need to trust each other's numbers, the Norwegian minister said to her colleague.",
            "Recommended by both committees, the accord now goes to the two parliaments for approval.",
            "More from the two sides is expected in spring, when the committee meets in Valdivia.",
        ])
    func sentences(line: String) {
        #expect(text(line) == with(line))
    }

    @Test("a complaint in German is no advertisement")
    func german() {
        let line = "Anzeige gegen den Minister erstatteten am Mittwoch zwei Abgeordnete aus Graz, wie sie mitteilten."
        #expect(text(line, of: .german) == with(line, in: .german))
    }

    @Test("a line of figures among the paragraphs stays")
    func figures() {
        withKnownIssue("a line without letters is taken for a notice") {
            #expect(text("1.200 : 900.") == with("1.200 : 900."))
        }
    }
}
