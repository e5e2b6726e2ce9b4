import Diplomacy
import Testing

@testable import Reading

@Suite("Times on pages")
struct PageTimesTests {
    private static let article = SampleArticle.english

    private func read(head: String = "", above: String = "", below: String = "", address: String? = nil) -> Document {
        let article = Self.article
        let page = SamplePage.around(
            article, "<article><h1>\(article.title)</h1>\(above)\(SamplePage.paragraphs(article))\(below)</article>",
            head: head)
        return Page.intake(Array(page.utf8), id: "p", address: address).document
    }

    private static func data(_ members: String, type: String = "NewsArticle") -> String {
        "<script type=\"application/ld+json\">{\"@type\":\"\(type)\",\(members)}</script>"
    }

    @Test("none where none is told")
    func none() {
        #expect(read().published == nil)
        #expect(read().publishedText == nil)
        #expect(read().extra["modified"] == nil)
    }

    @Test(
        "with a zone a time is kept as it was written, without one its day is",
        arguments: [
            ("2024-05-02T14:30:00Z", "2024-05-02T14:30:00Z"),
            ("2024-05-02T23:30:00-05:00", "2024-05-02T23:30:00-05:00"),
            ("2024-05-02T00:30:00+09:00", "2024-05-02T00:30:00+09:00"), ("2024-05-02T14:30:00", "2024-05-02"),
            ("2024-05-02 14:30", "2024-05-02"), ("2024-05-02", "2024-05-02"), ("20240502", "2024-05-02"),
            ("Thu, 02 May 2024 14:30:00 GMT", "2024-05-02T14:30:00Z"), ("May 2, 2024", "2024-05-02"),
            ("2024-05-02T14:30:00.123Z", "2024-05-02T14:30:00.123Z"),
        ])
    func zones(written: String, expected: String) {
        let document = read(head: "<meta property='article:published_time' content='\(written)'>")
        #expect(document.publishedText == expected)
        #expect(document.published == Day(iso: "2024-05-02"))
    }

    @Test(
        "each place in a head",
        arguments: [
            "<meta property='article:published_time' content='%'>", "<meta name='article:published_time' content='%'>",
            "<meta itemprop=datePublished content='%'>", "<meta name=date content='%'>",
            "<meta name=DC.date.issued content='%'>",
            "<meta name='dcterms.created' content='%'>", "<meta name=pubdate content='%'>",
            "<meta NAME=PubDate CONTENT='%'>",
            "<meta name='parsely-pub-date' content='%'>", "<meta name='sailthru.date' content='%'>",
            "<meta name='publish-date' content='%'>", "<meta name=citation_date content='%'>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"%\"}</script>",
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"BlogPosting\"],\"datePublished\":\"%\"}]}</script>",
            "<script type='application/ld+json'>[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"Report\",\"datePublished\":\"%\"}]</script>",
            "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"datePublished\":\"%\"}}</script>",
            "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"%\"}</script>",
        ])
    func head(place: String) {
        #expect(read(head: place.replacing("%", with: "2024-05-02T14:30:00Z")).publishedText == "2024-05-02T14:30:00Z")
    }

    @Test(
        "each place in a body",
        arguments: [
            "<time datetime='@'>yesterday</time>", "<time>@</time>", "<time datetime='@' pubdate>x</time>",
            "<span itemprop=datePublished content='@'>x</span>", "<span itemprop='datePublished'>@</span>",
            "<time itemprop='dateCreated datePublished' datetime='@'>x</time>", "<div class=when>@</div>",
            "<p>Published: @</p>",
            "<p>By Ann Lee | @</p>", "<p>@ \u{2022} Bergen</p>",
        ])
    func body(place: String) {
        #expect(read(above: place.replacing("@", with: "2024-05-02")).publishedText == "2024-05-02")
    }

    @Test("in words, in the language of the page")
    func words() {
        #expect(read(above: "<p>2 May 2024</p>").publishedText == "2024-05-02")
        #expect(read(above: "<p>Published on Thursday, May 2nd, 2024</p>").publishedText == "2024-05-02")
        // day and month of an English page may be either
        #expect(read(above: "<p>03/04/2024</p>").publishedText == nil)
        #expect(read(above: "<p>13/04/2024</p>").publishedText == "2024-04-13")
        let german = SampleArticle.german
        let page = SamplePage.around(
            german,
            "<article><h1>\(german.title)</h1><p>Ver\u{F6}ffentlicht: 03.04.2024</p>\(SamplePage.paragraphs(german))</article>"
        )
        #expect(SamplePage.read(page).document.publishedText == "2024-04-03")
    }

    @Test(
        "in the address, where nothing else tells",
        arguments: [
            ("https://courier.example/2024/05/02/talks", "2024-05-02"),
            ("https://courier.example/talks-2024-05-02.html", "2024-05-02"),
            ("https://courier.example/a/2024/05/02", "2024-05-02"), ("https://courier.example/2024/13/02/talks", nil),
            ("https://courier.example/2024/05/talks", nil), ("https://courier.example/1/2/3", nil),
            ("https://courier.example/1024/05/02/talks", nil), ("", nil), ("2024", nil),
        ] as [(String, String?)])
    func address(address: String, expected: String?) {
        #expect(read(address: address).publishedText == expected)
    }

    @Test("data before meta, meta before elements, elements before words, words before the address")
    func order() {
        let data = Self.data("\"datePublished\":\"2024-05-01\"")
        let meta = "<meta property='article:published_time' content='2024-05-02'>"
        let element = "<time datetime=2024-05-03>x</time>"
        let words = "<p>4 May 2024</p>"
        let address = "https://courier.example/2024/05/05/talks"
        #expect(read(head: data + meta, above: element + words, address: address).publishedText == "2024-05-01")
        #expect(read(head: meta, above: element + words, address: address).publishedText == "2024-05-02")
        #expect(read(above: element + words, address: address).publishedText == "2024-05-03")
        #expect(read(above: words, address: address).publishedText == "2024-05-04")
        #expect(read(address: address).publishedText == "2024-05-05")
        #expect(
            read(above: "<time datetime=2024-05-03>x</time><time pubdate datetime=2024-05-06>x</time>").publishedText
                == "2024-05-06")
    }

    @Test(
        "what is no date, or not of this web, is passed over",
        arguments: [
            "soon", "", "2024-13-45", "1024-05-02", "2150-01-01", "0000-00-00", "99999999999999999999", "2024",
            "2024-05",
        ])
    func unsound(written: String) {
        let head = "<meta property='article:published_time' content='\(written)'><meta name=date content='2024-05-02'>"
        #expect(read(head: head).publishedText == "2024-05-02")
    }

    @Test(
        "the times of pictures, films and comments are not the article's",
        arguments: ["ImageObject", "VideoObject", "Comment"])
    func others(type: String) {
        let other =
            "<div itemscope itemtype='https://schema.org/\(type)'><time itemprop=datePublished datetime=2024-05-09>x</time></div>"
        #expect(read(above: other + "<time datetime=2024-05-02>x</time>").publishedText == "2024-05-02")
    }

    @Test("when it was changed")
    func modified() {
        func modified(_ head: String, above: String = "") -> JSONValue? {
            read(head: head, above: above).extra["modified"]
        }
        let published = "<meta property='article:published_time' content='2024-05-02T08:00:00Z'>"
        let tag = "<meta property='article:modified_time' content='@'>"
        #expect(
            modified(published + tag.replacing("@", with: "2024-05-03T08:00:00Z")) == .string("2024-05-03T08:00:00Z"))
        #expect(modified(published + tag.replacing("@", with: "2024-05-03 08:00")) == .string("2024-05-03"))
        // before it was published nothing is changed
        #expect(modified(published + tag.replacing("@", with: "2024-05-01T08:00:00Z")) == nil)
        #expect(
            modified(Self.data("\"datePublished\":\"2024-05-02\",\"dateModified\":\"2024-05-04\""))
                == .string("2024-05-04"))
        #expect(
            modified(
                "", above: "<time datetime=2024-05-02>x</time><time itemprop=dateModified datetime=2024-05-05>x</time>")
                == .string("2024-05-05"))
        // the only time there is
        #expect(read(head: tag.replacing("@", with: "2024-05-03")).publishedText == "2024-05-03")
    }
}
