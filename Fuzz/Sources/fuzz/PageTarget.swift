import Diplomacy
import Hypertext
import Reading

/// Reads a page twice and holds the document against the page.
func checkPage(_ bytes: [UInt8]) {
    let address = "https://example.org/news/1"
    let intake = Page.intake(bytes, id: "page", address: address)
    let document = intake.document
    expect(intake.isSame(as: Page.intake(bytes, id: "page", address: address)), "a page reads the same twice")
    expect(document.id == "page", "the document's id is the one given")
    expect(document.sha256 == Document.sha256(of: document.text), "the digest is that of the text")
    expect(document.text.utf8.count <= 8 * bytes.count, "a text is no longer than its page by much")
    expect(
        document.published == nil || document.publishedText.map { !$0.isEmpty } ?? false,
        "a day of publication comes with its text")
    for text in [document.title, document.text, document.place].compactMap({ $0 }) {
        expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }, "texts hold no control characters")
    }
    let decoded = CharacterEncoding.decode(bytes, syntax: .html)
    if !decoded.isRepaired, decoded.utf8.holdsNoReplacement {
        expect(Array(document.text.utf8).isWithoutReplacement, "no character of a page is cut in two")
        expect(document.title.map { Array($0.utf8).isWithoutReplacement } ?? true, "no character of a title is cut")
    }
}

extension Intake {
    /// Whether two intakes agree in all that they hold.
    func isSame(as other: Intake) -> Bool {
        let (one, two) = (document, other.document)
        return one.id == two.id && one.title == two.title && one.text == two.text && one.published == two.published
            && one.publishedText == two.publishedText && one.language == two.language && one.source == two.source
            && one.url == two.url && one.place == two.place && one.actors == two.actors && one.sha256 == two.sha256
            && one.extra == two.extra && diagnostics == other.diagnostics
    }
}

extension [UInt8] {
    /// Whether no U+FFFD is in them.
    var isWithoutReplacement: Bool {
        var i = 0
        while i + 2 < count {
            if self[i] == 0xEF, self[i + 1] == 0xBF, self[i + 2] == 0xBD { return false }
            i += 1
        }
        return true
    }

    /// Whether no U+FFFD is in them, nor anything that a page may write one by: a reference, an escape, a percent sign.
    fileprivate var holdsNoReplacement: Bool {
        isWithoutReplacement && !contains { "&\\%".utf8.contains($0) }
    }
}
