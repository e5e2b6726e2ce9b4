import Diplomacy
import Glibc
import Testing

@testable import Reading

@Suite("Pages in encodings old and new")
struct PageEncodingTests {
    /// A text in an encoding of the C library.
    private static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
        if encoding == "UTF-8" { return Array(text.utf8) }
        let converter = iconv_open(encoding, "UTF-8")
        try #require(converter != iconv_t(bitPattern: -1))
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        let written = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, free) = (source.count, target.count)
                return iconv(converter, &from, &left, &to, &free) == 0 ? target.count - free : -1
            }
        }
        try #require(written >= 0, "\(encoding) has not all characters")
        return Array(output[..<written])
    }

    private static func page(_ article: SampleArticle, charset: String) -> String {
        SamplePage.around(article, "<article><h1>\(article.title)</h1>\(SamplePage.paragraphs(article))</article>")
            .replacing("<meta charset=\"utf-8\">", with: charset.isEmpty ? "" : "<meta charset=\"\(charset)\">")
            .replacing("\u{A9}", with: "(c)")
    }

    /// Language, encoding of the C library, what the page says, what its transport says.
    @Test(
        "the same text",
        arguments: [
            ("ru", "CP1251", "windows-1251", nil), ("ru", "CP1251", "", "text/html; charset=windows-1251"),
            ("ru", "UTF-8", "windows-1251", nil), ("ru", "UTF-8", "", nil),
            ("ru", "CP1251", "", nil), ("ru", "CP1251", "utf-8", nil),
            ("ru", "UTF-16LE", "", "utf-16le"),
            ("zh", "GB18030", "gb18030", nil), ("zh", "GB18030", "gb2312", nil), ("zh", "GB18030", "", nil),
            ("zh", "UTF-8", "gbk", nil), ("zh", "GB18030", "utf-8", nil),
            ("zh", "UTF-16BE", "", "text/html; charset=utf-16be"),
            ("de", "CP1252", "iso-8859-1", nil), ("de", "CP1252", "", nil), ("de", "UTF-8", "iso-8859-1", nil),
            ("de", "CP1252", "windows-1252", "text/html"), ("en", "CP1252", "", nil), ("en", "UTF-8", "ascii", nil),
            ("en", "UTF-8", "no-such-thing", nil), ("en", "UTF-8", "utf-16", nil), ("de", "UTF-16LE", "utf-16", nil),
        ] as [(String, String, String, String?)])
    func same(language: String, encoding: String, declared: String, transport: String?) throws {
        let article = try #require(SampleArticle.all.first { $0.language == language })
        let page = try Self.encoded(Self.page(article, charset: declared), encoding)
        let intake = Page.intake(page, id: "p", charset: transport)
        #expect(intake.document.text == article.text)
        #expect(intake.document.title == article.title)
        #expect(intake.diagnostics == [])
    }

    @Test(
        "a byte-order mark is believed before all else",
        arguments: [
            ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-8", [0xEF, 0xBB, 0xBF]),
        ] as [(String, [UInt8])])
    func marks(encoding: String, mark: [UInt8]) throws {
        for article in SampleArticle.all {
            let page = mark + (try Self.encoded(Self.page(article, charset: "windows-1251"), encoding))
            let intake = Page.intake(page, id: "p", charset: "text/html; charset=iso-8859-1")
            #expect(intake.document.text == article.text)
            #expect(intake.document.title == article.title)
        }
    }

    @Test("a broken byte is replaced, and told once")
    func repaired() throws {
        let article = SampleArticle.russian
        var page = Array(Self.page(article, charset: "utf-8").utf8)
        let place = try #require(page.firstRange(of: Array(article.paragraphs[2].utf8))).lowerBound
        page.insert(0xFF, at: place)
        let intake = Page.intake(page, id: "p")
        #expect(intake.diagnostics.map(\.code) == ["encoding-repaired"])
        #expect(intake.diagnostics.map(\.severity) == [.warning])
        var expected = article.paragraphs
        expected[2] = "\u{FFFD}" + expected[2]
        #expect(intake.document.text == expected.joined(separator: "\n"))
    }
}
