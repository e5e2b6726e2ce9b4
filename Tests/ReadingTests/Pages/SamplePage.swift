import Hypertext
import Testing

@testable import Reading

/// Pages around articles, in the ways in which sites lay them out.
enum SamplePage {
    /// Reads a page.
    static func read(_ page: String) -> Intake { Page.intake(Array(page.utf8), id: "p") }

    /// Paragraphs in elements of a tag.
    static func paragraphs(_ article: SampleArticle, _ tag: String = "p") -> String {
        article.paragraphs.map { "<\(tag)>\($0)</\(tag)>\n" }.joined()
    }

    /// Links to other pages, a list.
    static func links(_ article: SampleArticle) -> String {
        "<ul>" + article.links.map { "<li><a href='/\($0.utf8.count)'>\($0)</a></li>" }.joined() + "</ul>"
    }

    /// A whole page: menu, title, what is given, and a foot.
    static func around(_ article: SampleArticle, _ main: String, head: String = "") -> String {
        """
        <!DOCTYPE html><html lang="\(article.language)"><head><meta charset="utf-8"><title>\(article.title)</title>\
        \(head)<script>var a = "<p>no text, none at all, never.</p>";</script><style>p { color: red }</style></head>
        <body class="page no-ads">
        <header class="site-header"><a href="/">Coastal Courier</a>
        <nav class="main-nav">\(links(article))</nav></header>
        \(main)
        <footer class="site-footer">\(links(article))<p>\u{A9} 2024 Coastal Courier, 12 Harbour Road, Bergen. All rights reserved.</p></footer>
        <script src="/a.js"></script>
        </body></html>
        """
    }

    /// A way to lay out a page, of which a reader takes the paragraphs.
    struct Layout: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var main: @Sendable (SampleArticle) -> String

        init(_ name: String, _ main: @escaping @Sendable (SampleArticle) -> String) {
            (testDescription, self.main) = (name, main)
        }
    }

    private static func heading(_ article: SampleArticle) -> String { "<h1>\(article.title)</h1>" }

    /// Where the text stands and how its paragraphs are parted.
    static let plain: [Layout] = [
        Layout("paragraphs in an article") { "<main><article>\(heading($0))\(paragraphs($0))</article></main>" },
        Layout("paragraphs in a body that is named") {
            "<div>\(heading($0))<div itemprop='articleBody'>\(paragraphs($0))</div></div>"
        },
        Layout("a soup of divs") {
            "<div class=x1><div class=x2>\(heading($0))</div><div class=x3><div class=x4>\(paragraphs($0, "div"))</div></div></div>"
        },
        Layout("a div around each paragraph") { article in
            "<div>\(heading(article))<div>" + article.paragraphs.map { "<div class=c><p>\($0)</p></div>" }.joined()
                + "</div></div>"
        },
        Layout("line breaks between paragraphs") {
            "<div id=wrap>\(heading($0))<div class=content>" + $0.paragraphs.joined(separator: "<br><br>\n")
                + "</div></div>"
        },
        Layout("line breaks in one paragraph") {
            "<div id=wrap>\(heading($0))<p>" + $0.paragraphs.joined(separator: "<br />\n<br />") + "</p></div>"
        },
        Layout("ends of paragraphs left out") { article in
            "<article>\(heading(article))" + article.paragraphs.map { "<p>\($0)\n" }.joined() + "</article>"
        },
        Layout("a table of layout, in capitals") { article in
            """
            <TABLE WIDTH="100%"><TR><TD VALIGN=top>\(links(article))<TD><FONT SIZE=2>\(heading(article))
            \(article.paragraphs.map { "<P>\($0)" }.joined(separator: "\n"))</FONT><TD>\(links(article))</TABLE>
            """
        },
        Layout("a section each, with advertisements between") { article in
            "<article>\(heading(article))"
                + article.paragraphs.map { "<section><p>\($0)</p></section>" }
                .joined(separator: "<div class='ad-slot'><span>Advertisement</span><a href=/x>Buy a boat</a></div>")
                + "</article>"
        },
        Layout("words that are marked up") { article in
            let marked = article.paragraphs.map { paragraph in
                let cut = paragraph.index(paragraph.startIndex, offsetBy: 12)
                return "<p><b>\(paragraph[..<cut])</b><i><span class=x>\(paragraph[cut...])</span></i><!-- end --></p>"
            }
            return "<article>\(heading(article))\(marked.joined())</article>"
        },
        Layout("links in the text") { article in
            let linked = article.paragraphs.map { paragraph in
                let (a, b) = (
                    paragraph.index(paragraph.startIndex, offsetBy: 8),
                    paragraph.index(paragraph.startIndex, offsetBy: 20)
                )
                return "<p>\(paragraph[..<a])<a href='/y'>\(paragraph[a..<b])</a>\(paragraph[b...])</p>"
            }
            return "<article>\(heading(article))\(linked.joined())</article>"
        },
        Layout("two columns of divs") { article in
            """
            <div class=row><div class=col-8>\(heading(article))\(paragraphs(article))</div>
            <div class=col-4>\(links(article))\(links(article))</div></div>
            """
        },
    ]

    /// What stands among or beside the paragraphs and is no part of them.
    static let besides: [Layout] = [
        Layout("related articles within") { article in
            let box = "<div class='related-articles'><h3>\(article.links[0])</h3>\(links(article))</div>"
            return within(article, box)
        },
        Layout("related articles without a name") { within($0, "<div>\(links($0))</div>") },
        Layout("a letter's box") {
            within(
                $0,
                "<div class=newsletter-signup><h3>News</h3><p>\($0.notices[1])</p><form><input><button>OK</button></form></div>"
            )
        },
        Layout("a bar to share") { article in
            "<article>\(heading(article))<div class='share-bar'><ul><li><a href=/f>Facebook</a><li><a href=/t>Twitter</a><li><button>Print</button></ul></div>\(paragraphs(article))</article>"
        },
        Layout("a figure with its caption") {
            within($0, "<figure><img src=a.jpg alt=x><figcaption>\($0.standfirst) Photo: M. Lund</figcaption></figure>")
        },
        Layout("an advertisement of frames and scripts") {
            within(
                $0,
                "<div class=advert><iframe src=/a>\($0.notices[0])</iframe><script>'\($0.notices[1])'</script></div>")
        },
        Layout("an aside") { within($0, "<aside><h4>\($0.links[0])</h4><p>\($0.standfirst)</p></aside>") },
        Layout("hidden elements") {
            within(
                $0,
                "<div style='display: none'><p>\($0.notices[0])</p></div><div hidden><p>\($0.notices[1])</p></div><div aria-hidden=true><p>\($0.notices[2])</p></div>"
            )
        },
        Layout("hidden words") { article in
            var article = article
            article.paragraphs[1] +=
                "<span class='sr-only'>(opens elsewhere)</span><span style='display:none'>xyz</span>"
            return "<article>\(heading(article))\(paragraphs(article))</article>"
        },
        Layout("an author's box below") { article in
            "<article>\(heading(article))\(paragraphs(article))<div class='author-bio'><img src=m.jpg><p>\(article.notices[2])</p></div></article>"
        },
        Layout("readers' comments below") { article in
            let comment = { (text: String) in "<div class='comment'><b>Reader</b><p>\(text)</p></div>" }
            return "<article>\(heading(article))\(paragraphs(article))</article><div id='comments'>"
                + (article.notices + article.notices).map(comment).joined() + "</div>"
        },
        Layout("a wall of consent above") { article in
            "<div id='cookie-banner' role=dialog><p>\(article.notices[0])</p><button>OK</button></div><article>\(heading(article))\(paragraphs(article))</article>"
        },
        Layout("a wall of consent below") { article in
            "<article>\(heading(article))\(paragraphs(article))</article><div class='cmp-consent'><h2>Cookies</h2><p>\(article.notices[0])</p></div>"
        },
        Layout("paragraphs behind a wall, hidden by style") { article in
            "<article>\(heading(article))"
                + article.paragraphs.enumerated().map { "<p\($0 > 1 ? " style=\"display:none\"" : "")>\($1)</p>" }
                .joined()
                + "</article>"
        },
        Layout("a menu of places and tags below") { article in
            "<article>\(heading(article))\(paragraphs(article))<ul class=tags>"
                + article.links.map { "<li><a href=/t>\($0)</a></li>" }.joined() + "</ul></article>"
        },
        Layout("teasers of other articles below") { article in
            "<article>\(heading(article))\(paragraphs(article))</article><div class=list>"
                + article.links.map { "<div><h3><a href=/z>\($0)</a></h3><p>\(article.standfirst)</p></div>" }.joined()
                + "</div>"
        },
    ]

    /// The article with something after its second paragraph.
    private static func within(_ article: SampleArticle, _ box: String) -> String {
        let texts = article.paragraphs.map { "<p>\($0)</p>\n" }
        return "<main><article>\(heading(article))\(texts[..<2].joined())\(box)\(texts[2...].joined())</article></main>"
    }
}
