import Diplomacy
import Testing

@testable import Reading

@Suite("What pages say of themselves")
struct PageFactsTests {
    private func read(_ head: String, _ body: String = "", lang: String? = nil, address: String? = nil) -> Document {
        let page = "<html\(lang.map { " lang='\($0)'" } ?? "")><head>\(head)</head><body>\(body)</body></html>"
        return Page.intake(Array(page.utf8), id: "p", address: address).document
    }

    private func authors(_ head: String, _ body: String = "") -> [String] {
        guard case .array(let items)? = read(head, body).extra["authors"] else { return [] }
        return items.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }

    private static func data(_ members: String) -> String {
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\(members)}</script>"
    }

    @Test(
        "authors in data",
        arguments: [
            ("\"author\":\"Ann Lee\"", ["Ann Lee"]), ("\"author\":[\"Ann Lee\",\"Bo Ek\"]", ["Ann Lee", "Bo Ek"]),
            ("\"author\":{\"@type\":\"Person\",\"name\":\"Ann Lee\"}", ["Ann Lee"]),
            ("\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo Ek\"},{\"name\":\"Ann Lee\"}]", ["Ann Lee", "Bo Ek"]),
            ("\"author\":{\"name\":[\"Ann Lee\",\"Bo Ek\"]}", ["Ann Lee", "Bo Ek"]),
            ("\"creator\":\"Ann Lee\"", ["Ann Lee"]),
            ("\"author\":\"By Ann Lee and Bo Ek\"", ["Ann Lee", "Bo Ek"]),
            ("\"author\":\"Ann Lee, Bo Ek\"", ["Ann Lee", "Bo Ek"]),
            ("\"author\":\"Ann &amp; Bo\"", ["Ann", "Bo"]), ("\"author\":\"\"", []), ("\"author\":null", []),
            ("\"author\":7", []),
            ("\"author\":{}", []), ("\"author\":\"a@b.example\"", []), ("\"author\":[[\"Ann Lee\"]]", ["Ann Lee"]),
        ] as [(String, [String])])
    func authorsInData(members: String, expected: [String]) {
        #expect(authors(Self.data(members)) == expected)
    }

    @Test(
        "authors in other places",
        arguments: [
            ("<meta name=author content='Ann Lee'>", "", ["Ann Lee"]),
            (
                "<meta property='article:author' content='https://courier.example/ann'>",
                "<p class=byline>By Ann Lee</p>", ["Ann Lee"]
            ),
            ("<meta name='parsely-author' content='Ann Lee; Bo Ek'>", "", ["Ann Lee", "Bo Ek"]),
            ("", "<a rel=author href=/a>Ann Lee</a>", ["Ann Lee"]),
            ("", "<span itemprop=author>Von Ann Lee und Bo Ek</span>", ["Ann Lee", "Bo Ek"]),
            ("", "<div class='author-name x'>Ann Lee</div><div class=author-name>Bo Ek</div>", ["Ann Lee", "Bo Ek"]),
            ("", "<div class=byline>By <a>Ann Lee</a> and <a>Bo Ek</a></div>", ["Ann Lee", "Bo Ek"]),
            ("", "<div class=byline>Par Ann Lee et Bo Ek</div>", ["Ann Lee", "Bo Ek"]),
            ("", "<div class=byline>Por Ann Lee y Bo Ek</div>", ["Ann Lee", "Bo Ek"]),
            ("", "<div class=byline>Ann Lee | 2 May 2024</div>", ["Ann Lee"]), ("", "<p>By the sea</p>", []),
        ] as [(String, String, [String])])
    func authorsElsewhere(head: String, body: String, expected: [String]) {
        #expect(authors(head, body) == expected)
    }

    @Test(
        "an agency that is among the authors, or signs the first line",
        arguments: [
            ("Reuters", "", "Reuters"), ("Ann Lee, Reuters", "", "Reuters"), ("AFP", "", "AFP"),
            ("Associated Press", "", "AP"),
            ("The Associated Press", "", "AP"), ("dpa", "", "dpa"), ("Ann Lee", "", nil), ("Ann Reuterson", "", nil),
            ("Xinhua News Agency", "", "Xinhua"), ("Ann Lee", "OSLO, May 2 (Reuters) - ", "Reuters"),
            ("Ann Lee", "OSLO (AP) \u{2014} ", "AP"), ("Ann Lee", "Oslo (dpa) - ", "dpa"),
            ("Ann Lee", "The port (in Oslo) ", nil),
            ("Interfax-Ukraine", "", nil),
        ] as [(String, String, String?)])
    func agencies(author: String, lead: String, expected: String?) {
        let text = SampleArticle.english.paragraphs
        let body = "<article><h1>Talks</h1><p>\(lead)\(text[0])</p><p>\(text[1])</p></article>"
        let found = read("<meta name=author content='\(author)'>", body).extra["agency"]
        #expect(found == expected.map { .string($0) })
    }

    @Test(
        "persons whose first name is an agency's are no agency",
        arguments: ["Petra Schneider", "Ani Sargsyan", "Ria Novak"])
    func persons(name: String) {
        #expect(NewsAgencies.name(of: name) == nil)
    }

    @Test("the language, as its primary code")
    func language() {
        #expect(read("", lang: "en").language == "en")
        #expect(read("", lang: "EN-gb").language == "en")
        #expect(read("", lang: "zh_Hans_CN").language == "zh")
        #expect(read("", lang: "").language == nil)
        #expect(read("", lang: "english").language == nil)
        #expect(read("", lang: "x1").language == nil)
        #expect(read("<meta http-equiv=Content-Language content='de-AT, en'>").language == "de")
        #expect(read("<meta property=og:locale content=pt_BR>").language == "pt")
        #expect(read(Self.data("\"inLanguage\":\"ru-RU\"")).language == "ru")
        #expect(read("<meta property=og:locale content=pt_BR>", lang: "fr").language == "fr")
        #expect(read("").language == nil)
    }

    @Test("the language of a page that begins with a line of its own")
    func languageAfterSpace() {
        let page = "<!DOCTYPE html>\n<html lang=en><body><p>Text.</body></html>"
        #expect(SamplePage.read(page).document.language == "en")
    }

    @Test("the address that a page calls its own, where it is whole")
    func addresses() {
        let canonical = "<link rel=canonical href='@'>"
        let found = "https://courier.example/found"
        #expect(
            read(canonical.replacing("@", with: "https://a.example/x"), address: found).url == "https://a.example/x")
        #expect(read(canonical.replacing("@", with: "/x"), address: found).url == found)
        #expect(read(canonical.replacing("@", with: "javascript:x"), address: found).url == found)
        #expect(read("<meta property=og:url content='http://a.example/y'>", address: found).url == "http://a.example/y")
        #expect(read("<LINK REL='alternate CANONICAL' HREF=https://a.example/z>").url == "https://a.example/z")
        #expect(read("").url == nil)
        #expect(read("", address: found).url == found)
        #expect(
            read(canonical.replacing("@", with: "https://a.example/?a=1&amp;b=2")).url == "https://a.example/?a=1&b=2")
        #expect(
            read(canonical.replacing("@", with: "https://a.example/?id=1&section=2")).url
                == "https://a.example/?id=1&section=2")
    }

    @Test(
        "hosts of authorities",
        arguments: [
            ("https://www.state.gov/x", true), ("https://www.gov.uk/government/news", true),
            ("https://mofa.go.jp/x", true),
            ("https://www.auswaertiges-amt.de/de", true), ("http://en.kremlin.ru/x", true),
            ("https://www.mfa.gov.cn", true),
            ("https://press.un.org/en", true), ("https://WWW.ELYSEE.FR/x", true),
            ("https://www.diplomatie.gouv.fr:443/x", true),
            ("https://courier.example/www.state.gov", false), ("https://notun.org/x", false),
            ("https://governor.example", false),
            ("https://elysee.fr.example/x", false), ("state.gov", false), ("", false), ("https://", false),
        ])
    func official(address: String, isOfficial: Bool) {
        #expect(PublisherKind.kind(ofAddress: address) == (isOfficial ? .official : nil))
        let document = read("<link rel=canonical href='\(address)'><meta property=og:site_name content=Courier>")
        #expect(document.source == Source(name: "Courier", kind: isOfficial ? .official : nil))
    }

    @Test(
        "hosts that only look like those of authorities",
        arguments: [
            "https://abcnews.go.com/x", "https://www.espn.go.com/x", "https://president.example/x",
            "https://gov.courier.example/x",
        ])
    func notOfficial(address: String) {
        #expect(PublisherKind.kind(ofAddress: address) == nil)
    }

    @Test("the address at which a page was found tells the publisher's kind too")
    func officialWhereFound() {
        #expect(read("", address: "https://www.state.gov/x").source?.kind == .official)
        let claim = "<link rel=canonical href='https://www.state.gov/x'>"
        #expect(read(claim, address: "https://blog.example/x").source?.kind != .official)
    }

    @Test("the publisher's name")
    func publisher() {
        #expect(read("<meta property=og:site_name content=' The\n Courier '>").source?.name == "The Courier")
        #expect(read(Self.data("\"publisher\":{\"name\":\"Courier\"}")).source?.name == "Courier")
        #expect(read("<meta name=application-name content=Courier>").source?.name == "Courier")
        #expect(
            read("<meta property=og:site_name content=''><meta name=application-name content=B>").source?.name == "B")
        #expect(read("<meta property=og:site_name content='A &amp;amp; B'>").source?.name == "A & B")
        #expect(read("").source == nil)
    }

    @Test(
        "the place that a page marks",
        arguments: [
            ("<span class='p-location'>Moscow</span>", "Moscow"),
            ("<div class='read__place p-location'>The Kremlin, Moscow</div>", "The Kremlin, Moscow"),
            ("<span itemprop=contentLocation>Oslo</span>", "Oslo"),
            ("<span itemprop='locationCreated'>Oslo</span>", "Oslo"),
            ("<span class=dateline>OSLO</span>", "OSLO"),
            ("<span class=p-location> </span><span class=p-location>Oslo</span>", "Oslo"),
            ("<div class=p-location><p>a</p><p>b</p></div>", nil), ("<span class=location>Oslo</span>", nil), ("", nil),
        ] as [(String, String?)])
    func place(body: String, expected: String?) {
        #expect(read("", body).place == expected)
    }

    @Test("a dateline that is a date is no place")
    func datelines() {
        #expect(read("", "<p class=dateline>2 May 2024</p>").place == nil)
    }
}
