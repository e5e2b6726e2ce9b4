import Diplomacy
import Testing

@testable import Reading

/// A readout as the sites of presidents and ministries publish it, with fields for place and time.
@Suite("Readouts on the pages of authorities")
struct PageReadoutTests {
    private let paragraphs = [
        "The President met in the Kremlin with the Foreign Minister of Mongolia, Ganbold Dorj, who is in the country on a working visit.",
        "They discussed the building of a second line to the border, and the fairs that are to be held in both capitals in the summer.",
        "\u{201C}We see each other often, and that alone is a good sign,\u{201D} the President said as he opened the conversation.",
        "The Foreign Minister handed over a letter, of which nothing further was made known.",
    ]

    private var page: String {
        """
        <!doctype html> <html lang="en" class="no-js" itemscope="itemscope" itemtype="http://schema.org/ItemPage"> <head>
        <meta charset="utf-8"/> <title itemprop="name">Meeting with Foreign Minister of Mongolia \u{2022} President</title>
        <meta property="og:site_name" content="President"/>
        <meta property="og:title" content="Meeting with Foreign Minister of Mongolia"/>
        <meta name="description" content="The President met with the Foreign Minister of Mongolia, Ganbold Dorj."/>
        <meta property="og:url" content="http://en.kremlin.ru/events/president/news/99999"/>
        <link rel="canonical" href="99999.html" /></head>
        <body class=" is-reading"><div class="header" role="banner"><div class="topline"><a href="/">President</a></div>
        <nav><ul class="nav"><li><a href="/events">Events</a></li><li><a href="/structure">Structure</a></li></ul></nav></div>
        <div class="wrapsite"><div class="content-wrapper"><section id="content" class="content">
        <article class="read h-entry" itemscope itemtype="http://schema.org/NewsArticle" role="main">
        <div class="width_limiter"><div class="read__lid"><h1 class="entry-title p-name" itemprop="name">Meeting with Foreign Minister of Mongolia</h1>
        <div class="read__lead entry-summary p-summary" itemprop="description">The talks touched on railways and on fairs that are to be held next summer.</div>
        <div class="read__meta"><div class="read__published"><time class="read__published dt-published" datetime="2019-06-14" itemprop="datePublished">June 14, 2019</time></div>
        <div class="read__time">14:35</div><div class="read__place p-location">The Kremlin, Moscow</div></div></div>
        <div class="entry-content e-content read__internal_content" itemprop="articleBody">
        \(paragraphs.map { "<p>\($0)</p>" }.joined())
        </div></div></article>
        <div class="read__tags"><h2>Topics</h2><ul><li><a href="/t">Foreign policy</a></li></ul></div></section></div></div>
        <footer><p>All content on this site is licensed under Creative Commons.</p></footer></body></html>
        """
    }

    @Test("text, title, day, place, publisher and address")
    func readout() {
        let intake = SamplePage.read(page)
        let document = intake.document
        #expect(document.title == "Meeting with Foreign Minister of Mongolia")
        #expect(
            document.text
                == (["The talks touched on railways and on fairs that are to be held next summer."] + paragraphs)
                .joined(separator: "\n"))
        #expect(document.published == Day(iso: "2019-06-14"))
        #expect(document.publishedText == "2019-06-14")
        #expect(document.place == "The Kremlin, Moscow")
        #expect(document.language == "en")
        #expect(document.source == Source(name: "President", kind: .official))
        #expect(document.url == "http://en.kremlin.ru/events/president/news/99999")
        #expect(intake.diagnostics == [])
    }

    @Test("the time beside the day is not joined to it where no zone is told")
    func zone() {
        let zoned = page.replacing("datetime=\"2019-06-14\"", with: "datetime=\"2019-06-14T14:35:00+03:00\"")
        #expect(SamplePage.read(zoned).document.publishedText == "2019-06-14T14:35:00+03:00")
        let bare = page.replacing("datetime=\"2019-06-14\"", with: "datetime=\"2019-06-14T14:35:00\"")
        #expect(SamplePage.read(bare).document.publishedText == "2019-06-14")
    }

    @Test("a ministry's page of old, in tables")
    func ministry() {
        let page = """
            <HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"><TITLE>MFA: Press Release</TITLE></HEAD>
            <BODY BGCOLOR=#FFFFFF><TABLE><TR><TD><A HREF="/">Home</A><BR><A HREF="/press">Press</A></TD><TD>
            <H1>Meeting with the Foreign Minister of Mongolia</H1><P><I>12 March 2001</I>
            \(paragraphs.map { "<P>" + $0.replacing("\u{201C}", with: "&#147;").replacing("\u{201D}", with: "&#148;") }.joined(separator: "\n"))
            </TD></TR></TABLE></BODY></HTML>
            """
        let document = SamplePage.read(page).document
        #expect(document.title == "Meeting with the Foreign Minister of Mongolia")
        #expect(document.text == paragraphs.joined(separator: "\n"))
        #expect(document.published == Day(iso: "2001-03-12"))
    }
}
