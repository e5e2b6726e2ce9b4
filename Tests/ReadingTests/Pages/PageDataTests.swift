import Diplomacy
import Testing

@testable import Reading

@Suite("Structured data of pages")
struct PageDataTests {
    private func data(_ scripts: String...) -> PageData { PageData(scripts.map { Array($0.utf8)[...] }) }

    @Test("what it says")
    func members() {
        let read = data(
            """
            {"@context": "https://schema.org", "@type": "ReportageNewsArticle", "headline": "A &amp; <b>B</b>",
             "datePublished": "2024-05-02", "dateModified": "2024-05-03", "author": {"name": "Ann"},
             "publisher": {"@type": "Organization", "name": "Courier"}, "articleBody": "Text.", "inLanguage": "en",
             "description": "In short."}
            """)
        #expect(read.headline == "A & B")
        #expect(read.published == "2024-05-02")
        #expect(read.modified == "2024-05-03")
        #expect(read.authors == ["Ann"])
        #expect(read.publisher == "Courier")
        #expect(read.text == "Text.")
        #expect(read.language == "en")
        #expect(read.description == "In short.")
    }

    @Test(
        "where it may stand",
        arguments: [
            "{\"@type\":\"Article\",\"headline\":\"A\"}", "[{\"@type\":\"Article\",\"headline\":\"A\"}]",
            "{\"@graph\":[{\"@type\":\"Person\",\"headline\":\"B\"},{\"@type\":\"Article\",\"headline\":\"A\"}]}",
            "{\"@type\":[\"NewsArticle\",\"Thing\"],\"headline\":\"A\"}",
            "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"A\"}}",
            "{\"@type\":\"WebPage\",\"headline\":\"B\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"A\"}}",
            "<!-- {\"@type\":\"Article\",\"headline\":\"A\"} -->",

            "var x = {\"@type\":\"Article\",\"headline\":\"A\"};", "{\"@type\":\"Article\",\"headline\":[\"A\",\"B\"]}",
            "{\"@type\":\"Article\",\"headline\":\"A\n\"}", "{\"@type\":\"newsarticle\",\"headline\":\"\tA\"}",
        ])
    func places(script: String) {
        #expect(data(script).headline == "A")
    }

    @Test(
        "what is broken says nothing, and hides nothing",
        arguments: [
            "", " ", "{", "}", "{}", "[]", "null", "{\"@type\":\"Article\",\"headline\":\"B\"",
            "{\"@type\":\"Article\",}", "}{", "][",
            "{\"@type\":\"Person\",\"headline\":\"B\"}", "{\"headline\":\"B\"}", "{\"@type\":7,\"headline\":\"B\"}",
            "\u{0}\u{1}",
            "{\"@type\":\"Article\",\"headline\":7}", "{\"@type\":\"Article\",\"headline\":\" \"}",
            "{\"@type\":\"Article\",\"headline\":{\"a\":1}}",
            "{\"@type\":\"Article\"} {\"@type\":\"Article\",\"headline\":\"B\"}",
        ])
    func broken(script: String) {
        #expect(data(script).headline == nil)
        #expect(data(script, "{\"@type\":\"Article\",\"headline\":\"A\"}").headline == "A")
    }

    @Test("marks of character data around it are forgiven")
    func characterData() {
        #expect(data("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A\"}\n//]]>").headline == "A")
    }

    @Test("an article before a page, the first of several before the next")
    func order() {
        #expect(
            data("{\"@type\":\"WebPage\",\"headline\":\"P\"}", "{\"@type\":\"Article\",\"headline\":\"A\"}").headline
                == "A")
        #expect(
            data("{\"@type\":\"Article\",\"headline\":\"A\"}", "{\"@type\":\"Article\",\"headline\":\"B\"}").headline
                == "A")
        #expect(data("{\"@type\":\"Article\"}", "{\"@type\":\"Article\",\"headline\":\"B\"}").headline == "B")
    }

    @Test(
        "depth does not end the program",
        arguments: ["[", "{\"@graph\":", "{\"@type\":\"Article\",\"author\":[", "{\"@type\":[["])
    func deep(piece: String) {
        for count in [100, 600, 20_000] {
            let open = String(repeating: piece, count: count)
            _ = data(open)
            let ends = String(piece.reversed().compactMap { $0 == "[" ? "]" : $0 == "{" ? "}" : nil })
            _ = data(open + "1" + String(repeating: ends, count: count))
        }
    }

    @Test("a script of another type is none")
    func types() {
        let body = "{\"@type\":\"Article\",\"headline\":\"A\"}"
        #expect(SamplePage.read("<script type='text/javascript'>\(body)</script>").document.title == nil)
        #expect(
            SamplePage.read("<script type='application/ld+json; charset=utf-8'>\(body)</script>").document.title == "A")
        #expect(SamplePage.read("<SCRIPT TYPE='Application/LD+JSON'>\(body)</SCRIPT>").document.title == "A")
        #expect(
            SamplePage.read("<body><p>x</p><script type='application/ld+json'>\(body)</script>").document.title == "A")
    }
}
