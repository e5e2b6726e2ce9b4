import Testing

@testable import Hypertext

@Suite("Text as a page shows it")
struct HTMLTextTests {
    private func text(_ page: String) -> String { HTMLParser.tree(of: Array(page.utf8)).text(of: 0) }

    @Test(
        "white space",
        arguments: [
            ("a  b", "a b"), ("a\n\t b", "a b"), ("  a  ", "a"), ("a\r\nb", "a b"), ("a&nbsp;&nbsp;b", "a b"),
            ("a\u{A0}b", "a b"), ("a &#32; b", "a b"), ("a&Tab;b&NewLine;c", "a b c"), ("a\u{AD}b", "ab"),
            ("a&shy;b", "ab"), ("a&#xAD;b", "ab"), ("a\u{200B}b", "ab"), ("", ""), (" \n ", ""), ("&nbsp;", ""),
            ("a<b> b </b>c", "a b c"), ("a<b>b</b>c", "abc"), ("a<wbr>b", "ab"), ("a<!-- x -->b", "ab"),
            ("a\u{FEFF}b", "a\u{FEFF}b"), ("a \u{301}", "a \u{301}"),
        ])
    func whiteSpace(page: String, expected: String) {
        #expect(text(page) == expected)
    }

    @Test(
        "blocks and line breaks end lines, once",
        arguments: [
            ("a<br>b", "a\nb"), ("a<br><br>b", "a\nb"), ("a <br> b", "a\nb"), ("a</br>b", "a\nb"),
            ("<p>a<p>b", "a\nb"), ("<p>a</p><p>b</p>", "a\nb"), ("<p>a</p>b", "a\nb"), ("a<p>b", "a\nb"),
            ("<div>a<div>b</div>c</div>d", "a\nb\nc\nd"), ("<ul><li>a<li>b</ul>c", "a\nb\nc"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "a\nb\nc\nd"), ("a<hr>b", "a\nb"),
            ("<h1>a</h1>b", "a\nb"), ("<p></p>a<p></p>", "a"), ("<dl><dt>a<dd>b</dl>", "a\nb"),
            ("a<div></div>b", "a\nb"), ("<p>a</p> <p> </p> <p>b</p>", "a\nb"),
            ("<span>a</span><span>b</span>", "ab"), ("<article>a</article><section>b</section>", "a\nb"),
        ])
    func lines(page: String, expected: String) {
        #expect(text(page) == expected)
    }

    @Test(
        "what is no text is left out",
        arguments: [
            ("a<script>x</script>b", "ab"), ("a<style>x</style>b", "ab"), ("a<noscript>x</noscript>b", "ab"),
            ("a<template>x</template>b", "ab"), ("a<iframe>x</iframe>b", "ab"), ("a<svg><text>x</text></svg>b", "ab"),
            ("<head><title>x</title></head>b", "b"), ("a<textarea>x</textarea>b", "ab"), ("a<!x>b<?y?>c</%>d", "abcd"),
            ("a<script>'</b><p>'</script>b", "ab"),
        ])
    func leftOut(page: String, expected: String) {
        #expect(text(page).filter { $0 != "\n" } == expected)
    }

    @Test(
        "character references",
        arguments: [
            ("&amp;lt;", "&lt;"), ("&#65;&#x42;&#X43;", "ABC"), ("&#65&#x42", "AB"), ("&copy2026", "\u{A9}2026"),
            ("&notit;", "\u{AC}it;"), ("&notin;", "\u{2209}"), ("&", "&"), ("&&amp;", "&&"), ("&;", "&;"),
            ("&#;", "&#;"),
            ("&#x;", "&#x;"), ("&#xg;", "&#xg;"), ("&nosuch;", "&nosuch;"), ("&nosuch", "&nosuch"), ("AT&T", "AT&T"),
            ("R&D;", "R&D;"), ("&eacute;", "\u{E9}"), ("&Eacute;", "\u{C9}"), ("&EACUTE;", "&EACUTE;"),
            ("&ngE;", "\u{2267}\u{338}"), ("&#128;&#x99;", "\u{20AC}\u{2122}"), ("&#0;", "\u{FFFD}"),
            ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"),
            ("&#x1F600;", "\u{1F600}"), ("&CounterClockwiseContourIntegral;", "\u{2233}"), ("&am<b>p;</b>", "&amp;"),
            ("&lt;b&gt;a&lt;/b&gt;", "<b>a</b>"), ("&LT;&GT;&AMP;&QUOT;", "<>&\""),
        ])
    func references(page: String, expected: String) {
        #expect(text(page).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(text(page))")
    }

    @Test("a run of text is one, however it is asked for")
    func waysToAsk() {
        #expect(HTMLText.line(Array("  a &amp; b\n<c> ".utf8)[...]) == "a & b <c>")
        #expect(HTMLText.text(ofFragment: " a  b ") == "a b")
        #expect(HTMLText.text(ofFragment: "a<br>b &lt; c") == "a\nb < c")
        #expect(HTMLText.text(ofFragment: "") == "")
        let spaced = Array("a  &amp;\n b".utf8)
        #expect(spaced.withUnsafeBufferPointer { HTMLText.resolved(attribute: $0) } == "a  &\n b")
        #expect(HTMLText.line([]) == "")
    }

    @Test("the text of one element is that of its descendants alone")
    func ofOne() throws {
        let tree = HTMLParser.tree(of: Array("<div>a<p>b <i>c</i></p>d</div>e".utf8))
        #expect(tree.text(of: try #require(TreeOutline.first(.div, tree))) == "a\nb c\nd")
        #expect(tree.text(of: try #require(TreeOutline.first(.p, tree))) == "b c")
        #expect(tree.text(of: try #require(TreeOutline.first(.i, tree))) == "c")
    }

    @Test("the line feed of a line break is not doubled by what follows it")
    func writer() {
        let tree = HTMLParser.tree(of: Array("a<p>b".utf8))
        var text = HTMLText(tree)
        text.breakLine()
        text.append(textNode: 1)
        text.breakLine()
        text.breakLine()
        text.append(textNode: 3)
        text.breakLine()
        #expect(text.finish() == "a\nb")
    }

    @Test("a block that ends with a script ends its line too")
    func scriptAtEnd() {
        #expect(text("<div>a<script>x</script></div>b") == "a\nb")
    }

    @Test("what takes no room takes none, however it is written")
    func zeroWidth() {
        #expect(text("a&#8203;b") == "ab")
    }

    @Test("words on both sides of a line separator stay two")
    func lineSeparator() {
        #expect(text("a\u{2028}b") != "ab")
    }

    @Test("an end tag of a paragraph that is not open is an empty paragraph")
    func strayParagraphEnd() {
        #expect(text("<div>One.</p>Two.</div>") == "One.\nTwo.")
        #expect(text("<p>a<div>b</div>c</p>d") == "a\nb\nc\nd")
    }
}
