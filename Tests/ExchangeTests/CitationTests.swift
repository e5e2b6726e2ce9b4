import Contract
import Diplomacy
import FoundationEssentials
import Testing

@testable import Exchange

private func report(_ text: String = "Ministers meet in Geneva") -> Citation {
    Citation(
        kind: .report, key: "r-1", title: text, container: "The Daily", authors: ["Reuters", "Ministry of X, Y and Z"],
        issued: Day(year: 2026, month: 2, day: 1), accessed: Day(year: 2026, month: 12, day: 30),
        url: "https://a.example/x?a=1&b=%20_c#d", language: "en", abstract: "They met.")
}

private func encounter() -> Citation {
    Citation(
        kind: .encounter, key: "enc_1f", title: "Meeting of A and B", container: "Rapporteur",
        issued: Day(year: 987, month: 6, day: 5))
}

/// A report all of whose words are the same.
private func filled(_ text: String, kind: Citation.Kind = .report) -> Citation {
    Citation(
        kind: kind, key: text, title: text, container: text, authors: [text, text], url: text, language: text,
        abstract: text)
}

@Suite("Cite keys")
struct CiteKeyTests {
    private func key(_ id: String, _ kind: Citation.Kind = .report) -> String {
        Citation(kind: kind, key: id, title: "").citeKey
    }

    @Test("a safe id is its own key", arguments: ["enc_0a1b2c", "r-1", "A.b", String(repeating: "x", count: 64)])
    func safe(id: String) {
        #expect(key(id) == id)
    }

    @Test("another keeps what it can and ends with its hash")
    func unsafe() {
        #expect(key("https://a.example/x").hasPrefix("https-a.example-x-"))
        #expect(key("").hasPrefix("report-"))
        #expect(key("встреча", .encounter).hasPrefix("encounter-"))
        // FNV-1a of nothing is its offset (Fowler, Noll, Vo)
        #expect(key("") == "report-cbf29ce484222325")
        #expect(key("a b") == "a-b-" + fnv("a b"))
    }

    private func fnv(_ text: String) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 {
            hash ^= UInt64(byte)
            hash = hash.multipliedReportingOverflow(by: 1_099_511_628_211).partialValue
        }
        return String(hash, radix: 16)
    }

    @Test("ids that look alike have keys of their own")
    func distinct() {
        let long = String(repeating: "x", count: 64)
        let ids = ["a/b", "a-b", "a b", "a//b", "/a/b", "a/b\n", "мир", "дом", "", "-", long, long + "y", long + "z"]
        #expect(Set(ids.map { key($0) }).count == ids.count)
    }

    @Test("a key has safe characters only", arguments: hostile + [String(repeating: "é/", count: 500)])
    func characters(id: String) {
        let safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8
        #expect(key(id).utf8.allSatisfy(safe.contains))
        #expect((1...66).contains(key(id).utf8.count))
    }
}

@Suite("BibTeX")
struct BibTeXTests {
    @Test("a report of a named publisher is an article")
    func article() {
        #expect(
            report().bibtex() == #"""
                @article{r-1,
                  author = {{Reuters} and {Ministry of X, Y and Z}},
                  title = {{Ministers meet in Geneva}},
                  journal = {The Daily},
                  date = {2026-02-01},
                  year = {2026},
                  url = {https://a.example/x?a=1&b=%20_c#d},
                  urldate = {2026-12-30},
                  language = {en},
                  abstract = {They met.},
                }

                """#)
    }

    @Test("an encounter is a thing of its own, and what is absent is left out")
    func misc() {
        #expect(
            encounter().bibtex() == #"""
                @misc{enc_1f,
                  title = {{Meeting of A and B}},
                  howpublished = {Rapporteur},
                  date = {0987-06-05},
                  year = {987},
                }

                """#)
        #expect(Citation(kind: .encounter, key: "e", title: " \n ").bibtex() == "@misc{e,\n}\n")
    }

    @Test("a report without a publisher is online where it has an address")
    func online() {
        var item = report()
        item.container = "\n"
        #expect(item.bibtex().hasPrefix("@online{r-1,\n"))
        item.url = " "
        #expect(item.bibtex().hasPrefix("@misc{r-1,\n"))
        item.url = nil
        #expect(item.bibtex().hasPrefix("@misc{r-1,\n"))
    }

    @Test(
        "what TeX would read is escaped",
        arguments: [
            (#"a\b"#, #"a\textbackslash{}b"#), ("a{b}c", #"a\textbraceleft{}b\textbraceright{}c"#),
            ("5% of $6 & #7", ##"5\% of \$6 \& \#7"##), ("a_b^c~d", #"a\_b\textasciicircum{}c\textasciitilde{}d"#),
            // not an accented letter to BibTeX
            ("$5 Deal", #"{}\$5 Deal"#), (#"\{"#, #"{}\textbackslash{}\textbraceleft{}"#),
            ("Élysée – “قمة” 峰会", "Élysée – “قمة” 峰会"), (" a\r\n\tb\u{2028}c\0 ", "a b c"),
            // a combining mark does not hide what it stands on
            ("&\u{301}", "{}\\&\u{301}"), ("{\u{301}", "{}\\textbraceleft{}\u{301}"),
        ])
    func escapes(text: String, written: String) throws {
        let lines = report(text).bibtex().split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("  title") })
        #expect(Array(line.unicodeScalars) == Array("  title = {{\(written)}},".unicodeScalars))
    }

    @Test("an address is not escaped as text is, and cannot end its braces")
    func link() {
        var item = report()
        item.url = " https://a.example/{x}\\}|\"<^`>\n b/ä_%41 "
        #expect(item.bibtex().contains("url = {https://a.example/%7Bx%7D%5C%7D%7C%22%3C%5E%60%3E%20b/ä_%41},\n"))
    }

    @Test("braces are balanced and lines are those of the entry, whatever the words", arguments: hostile)
    func balanced(text: String) {
        for kind in [Citation.Kind.report, .encounter] {
            let entry = filled(text, kind: kind).bibtex()
            var depth = 0
            var closed = 0
            // BibTeX counts braces without regard to backslashes
            for scalar in entry.unicodeScalars {
                if scalar == "{" { depth += 1 }
                if scalar == "}" { depth -= 1 }
                #expect(depth >= 0)
                if scalar == "}", depth == 0 { closed += 1 }
            }
            #expect(depth == 0)
            #expect(closed == 1)
            let inner = entry.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast(2)
            #expect(inner.allSatisfy { $0.hasPrefix("  ") && $0.hasSuffix("},") && $0.contains(" = {") })
            #expect(entry.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        }
    }
}

@Suite("RIS")
struct RISTests {
    @Test("a report is news")
    func news() {
        let lines = [
            "TY  - NEWS", "ID  - r-1", "TI  - Ministers meet in Geneva", "AU  - Reuters",
            "AU  - Ministry of X, Y and Z", "T2  - The Daily", "PY  - 2026", "DA  - 2026/02/01/", "Y2  - 2026/12/30/",
            "UR  - https://a.example/x?a=1&b=%20_c#d", "LA  - en", "N1  - They met.", "ER  - ",
        ]
        #expect(report().ris().crlfLines == lines)
    }

    @Test("an encounter is generic, its publisher no journal")
    func generic() {
        #expect(
            encounter().ris().crlfLines == [
                "TY  - GEN", "ID  - enc_1f", "TI  - Meeting of A and B", "PB  - Rapporteur", "PY  - 0987",
                "DA  - 0987/06/05/", "ER  - ",
            ])
    }

    @Test("every line is a tag and a value, whatever the words", arguments: hostile)
    func lines(text: String) throws {
        let lines = try #require(filled(text).ris().crlfLines)
        let tags = lines.map { String($0.prefix(6)) }
        #expect(tags.first == "TY  - ")
        #expect(lines.last == "ER  - ")
        #expect(tags.filter { $0 == "TY  - " }.count == 1)
        #expect(tags.filter { $0 == "ER  - " }.count == 1)
        #expect(Set(tags).isSubset(of: ["TY", "ID", "TI", "AU", "T2", "UR", "LA", "N1", "ER"].map { $0 + "  - " }))
        for scalar in lines.joined().unicodeScalars {
            #expect(scalar.properties.generalCategory != .control)
            #expect(scalar != "\u{2028}" && scalar != "\u{2029}")
        }
        #expect(lines.dropLast().allSatisfy { $0.utf8.count > 6 })
    }

    @Test("marks of direction and emoji are kept")
    func marks() {
        let text = "\u{200F}שלום\u{202C} 👨‍👩‍👧‍👦"
        #expect(report(text).ris().contains("TI  - \(text)\r\n"))
    }
}

/// What CSL JSON says of an item, read back.
private struct Item: Decodable, Equatable {
    struct Name: Decodable, Equatable { var literal: String }
    struct Parts: Decodable, Equatable {
        var parts: [[Int]]
        enum CodingKeys: String, CodingKey { case parts = "date-parts" }
    }

    var id: String
    var type: String
    var title: String?
    var container: String?
    var author: [Name]?
    var issued: Parts?
    var accessed: Parts?
    var url: String?
    var language: String?
    var abstract: String?

    enum CodingKeys: String, CodingKey {
        case id, type, title, author, issued, accessed, language, abstract
        case container = "container-title"
        case url = "URL"
    }
}

@Suite("CSL JSON")
struct CSLTests {
    private func read(_ citation: Citation) throws -> Item {
        let items = try JSONDecoder().decode([Item].self, from: Data(citation.cslJSON()))
        #expect(items.count == 1)
        return try #require(items.first)
    }

    @Test("a report reads back")
    func article() throws {
        let item = Item(
            id: "r-1", type: "article-newspaper", title: "Ministers meet in Geneva", container: "The Daily",
            author: [.init(literal: "Reuters"), .init(literal: "Ministry of X, Y and Z")],
            issued: .init(parts: [[2026, 2, 1]]), accessed: .init(parts: [[2026, 12, 30]]),
            url: "https://a.example/x?a=1&b=%20_c#d", language: "en", abstract: "They met.")
        #expect(try read(report()) == item)
    }

    @Test("an encounter is an event; keys are sorted, and what is absent is left out")
    func event() {
        let written = String(decoding: encounter().cslJSON(), as: UTF8.self)
        #expect(
            written == #"[{"container-title":"Rapporteur","id":"enc_1f","issued":{"date-parts":[[987,6,5]]},"#
                + #""title":"Meeting of A and B","type":"event"}]"#)
    }

    @Test("all keys of a report are sorted by their bytes")
    func sorted() {
        let all = [
            "URL", "abstract", "accessed", "author", "container-title", "id", "issued", "language", "title", "type",
        ]
        let written = String(decoding: report().cslJSON(), as: UTF8.self)
        let places = all.compactMap { written.firstRange(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == all.count)
        #expect(places == places.sorted())
    }

    @Test("hostile words read back on one line", arguments: hostile)
    func words(text: String) throws {
        let item = try read(filled(text))
        let line = text.oneLine
        #expect(item.title == (line.isEmpty ? nil : line))
        #expect(item.abstract == item.title)
        #expect(item.author?.map(\.literal) == item.title.map { [$0, $0] })
        #expect(item.id == filled(text).citeKey)
        #expect(!(item.title ?? "").unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    @Test("several items are one array of theirs")
    func several() throws {
        var out = JSONOutput()
        out.array([report(), encounter()])
        let items = try JSONDecoder().decode([Item].self, from: Data(out.bytes))
        #expect(items.map(\.id) == ["r-1", "enc_1f"])
    }
}
