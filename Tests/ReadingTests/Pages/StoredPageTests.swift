import Diplomacy
import Testing

@testable import Reading

@Suite("Hostile strings in pages", .enabled(if: StoredPages.hostileIsThere, "needs ../shared/data/hostile"))
struct HostilePageTests {
    @Test("a string is read as text as a title and in every other place, and ends in a document")
    func strings() throws {
        let strings = try StoredPages.hostile()
        #expect(strings.count > 1_000)
        for string in strings {
            let escaped = string.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                "\"", with: "&quot;")
            for text in [string, escaped] {
                let page = """
                    <html lang="\(text)"><head><title>\(text)</title><meta name="author" content="\(text)">\
                    <meta name="date" content="\(text)"><link rel="canonical" href="\(text)">\
                    <script type="application/ld+json">{"@type":"Article","headline":"\(text)"}</script></head>
                    <body><h1>\(text)</h1><article><p>\(text)</p><p class="\(text)" style="\(text)">\(text)</p></article></body></html>
                    """
                let intake = Page.intake(Array(page.utf8), id: "p", charset: text, address: text)
                #expect(intake.document.sha256 == Document.sha256(of: intake.document.text))
                #expect(!intake.diagnostics.contains { $0.severity == .error })
            }
        }
    }
}

@Suite("Pages as they were published", .enabled(if: StoredPages.webIsThere, "needs ../shared/data/web"))
struct StoredPageTests {
    @Test("every page is read without an error, and nearly all have a text")
    func all() throws {
        let paths = try StoredPages.paths()
        #expect(paths.count > 250)
        var empty: [String] = []
        for path in paths {
            let bytes = try StoredPages.bytes(path)
            #expect(!bytes.isEmpty, "\(path)")
            let intake = Page.intake(bytes, id: path)
            let document = intake.document
            #expect(!intake.diagnostics.contains { $0.severity == .error }, "\(path)")
            #expect(document.sha256 == Document.sha256(of: document.text))
            #expect(document.published.map { $0.iso >= "1990" && $0.iso < "2100" } ?? true, "\(path)")
            if document.text.isEmpty { empty.append(path) }
        }
        #expect(Double(empty.count) <= 0.02 * Double(paths.count), "\(empty)")
    }

    @Test("the Kremlin's pages have title, day, place or none, and their publisher")
    func kremlin() throws {
        let paths = try StoredPages.paths().filter { $0.contains("kremlin-html") }
        #expect(paths.count == 120)
        for path in paths {
            let document = Page.intake(try StoredPages.bytes(path), id: path).document
            #expect(document.title?.isEmpty == false, "\(path)")
            #expect(
                document.title?.contains("President of Russia") == false || document.title?.count ?? 0 > 20, "\(path)")
            #expect(document.published != nil, "\(path)")
            #expect(document.source?.kind == .official, "\(path)")
            #expect(document.text.utf8.count > 100, "\(path)")
        }
    }
}
