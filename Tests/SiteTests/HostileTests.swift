import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import Site

/// The strings of `../shared/data/hostile` with which pages are attacked.
enum Hostile {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/hostile")

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "blns.json").path)

    /// Payloads of markup, and the list of naughty strings.
    static func texts() throws -> [String] {
        let naughty = try JSONDecoder().decode([String].self, from: data("blns.json"))
        // the module's list is JSON but for the comma after its last item
        let module = try data("dompurify-expect.mjs")
        let first = try #require(module.firstIndex(of: UInt8(ascii: "[")))
        let last = try #require(module.lastIndex(of: UInt8(ascii: "}")))
        struct Attack: Decodable { var payload: String }
        let attacks = try JSONDecoder().decode([Attack].self, from: module[first...last] + Data("]".utf8))
        return naughty.filter { !$0.isEmpty } + attacks.map(\.payload)
    }

    private static func data(_ name: String) throws -> Data {
        try #require(FileManager.default.contents(atPath: folder.appending(path: name).path))
    }
}

@Suite("Hostile text", .enabled(if: Hostile.isThere, "needs ../shared/data/hostile"))
struct HostileTests {
    private static let elements: Set<String> = [
        "html", "head", "body", "meta", "title", "link", "script", "a", "header", "nav", "ul", "li", "ol", "form",
        "label", "input",
        "button", "main", "footer", "p", "span", "div", "h1", "h2", "h3", "section", "aside", "article", "time", "dl",
        "dt", "dd",
        "mark", "blockquote", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "caption", "figure",
        "figcaption", "svg", "g", "rect", "line", "circle", "path", "text", "details", "summary", "ins", "del",
    ]
    private static let attributes: Set<String> = [
        "href", "class", "id", "lang", "dir", "title", "datetime", "rel", "type", "src", "defer", "content", "name",
        "charset",
        "value", "placeholder", "autocomplete", "spellcheck", "action", "role", "for", "hidden", "tabindex", "scope",
        "viewBox",
        "x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx", "cy", "r", "d", "text-anchor",
    ]

    /// A page that holds nothing but the site's own elements and attributes, and leads nowhere else by a script.
    private func expectInert(_ answer: SiteResponse, _ what: String) {
        let tags = Tags(answer.text)
        for tag in tags.all {
            #expect(Self.elements.contains(tag.name), "\(what): <\(tag.name)>")
            for (name, value) in tag.attributes {
                #expect(
                    Self.attributes.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-"),
                    "\(what): \(name)")
                guard ["href", "src", "action"].contains(name) else { continue }
                let isOurs = value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#")
                let isWeb = value.hasPrefix("https://") || value.hasPrefix("http://")
                #expect(isOurs || isWeb && tag.name == "a", "\(what): \(value)")
            }
            if tag.name == "script" { #expect(tag.attributes["src"]?.hasPrefix("/assets/site.") == true) }
        }
    }

    @Test("is text on every page, in every form")
    func everywhere() throws {
        let texts = try Hostile.texts()
        #expect(texts.count > 600)
        let first = try #require(Day(iso: "2020-01-01"))
        let filings = texts.enumerated().map { i, text in
            filing(
                i % 3 == 0 ? text : "doc \(i)", day: (first + i * 3).iso, city: text,
                persons: [(text, "USA"), ("Igor Petrov \(i)", "RUS")], title: text, text: text, source: text, url: text)
        }
        let sample = try Sample(filings)
        expectInert(sample.get("/"), "today")
        var after: String?
        var briefs: [EncounterBrief] = []
        repeat {
            let target = "/search?limit=200" + (after.map { "&after=\($0)" } ?? "")
            let answer = sample.get(target)
            #expect(answer.status == 200)
            expectInert(answer, target)
            let page = try sample.register.page(of: .all([]), after: try Cursor.row(after), limit: 200)
            briefs += page.hits.map(\.brief)
            after = page.next.map { Cursor.text($0) }
        } while after != nil
        #expect(briefs.count > 500)
        for brief in briefs {
            for ending in ["", ".card"] {
                let answer = sample.get("/encounters/\(brief.id)\(ending)")
                #expect(answer.status == 200)
                expectInert(answer, brief.id + ending)
            }
            let json = sample.get("/encounters/\(brief.id).json")
            #expect(throws: Never.self) { try JSONDecoder().decode([String: JSONValue].self, from: Data(json.body)) }
        }
        for filing in filings {
            let answer = sample.get(Links(prefix: "").report(filing.document.id))
            #expect(answer.status == 200, "\(filing.document.id)")
            expectInert(answer, filing.document.id)
        }
        for text in texts.prefix(700) where text.utf8.count < 900 {
            for target in [
                "/search?q=\(Links.encoded(text))", Links(prefix: "").place(text), Links(prefix: "").source(text),
            ] {
                let answer = sample.get(target)
                #expect([200, 400, 404].contains(answer.status), "\(target)")
                if answer.header("Content-Type")?.hasPrefix("text/html") == true { expectInert(answer, target) }
            }
        }
        // no cell of a table begins a formula
        let table = sample.get("/search.csv").text
        #expect(!table.contains(/[\n,]"?[=@]/))
        #expect(!sample.get("/index.atom").text.contains("<script"))
    }
}
