import Testing

@testable import Hypertext

@Suite("Attributes of elements")
struct HTMLAttributeTests {
    private func value(_ name: HTMLAttribute, _ page: String) -> String? {
        HTMLParser.tree(of: Array(page.utf8)).value(name, of: 1)
    }

    @Test(
        "every notation",
        arguments: [
            ("<p id=x>", "x"), ("<p id='x'>", "x"), ("<p id=\"x\">", "x"), ("<p id = x >", "x"),
            ("<p id\n=\n'x'>", "x"),
            ("<p ID=x>", "x"), ("<P Id=x>", "x"), ("<p/id=x>", "x"), ("<p id>", ""), ("<p id=>", ""), ("<p id=''>", ""),
            ("<p class=a id=x lang=b>", "x"), ("<p class='a'id='x'>", "x"), ("<p id='a>b'>", "a>b"),
            ("<p id='a\"b'>", "a\"b"), ("<p id=a'b>", "a'b"), ("<p id=a=b>", "a=b"), ("<p id='x' id='y'>", "x"),
            ("<p id id=y>", ""), ("<p id='a&amp;b'>", "a&b"), ("<p id=a&lt;b>", "a<b"), ("<p id='a  b\n'>", "a  b\n"),
            ("<p id='&eacute;&#233;'>", "\u{E9}\u{E9}"), ("<p data-x id=x>", "x"), ("<p data-id=y id=x>", "x"),
            ("<p =y id=x>", "x"), ("<p \"y\" id=x>", "x"), ("<p <b id=x>", "x"), ("<p // id=x>", "x"),
            ("<p id=x/>", "x/"), ("<p id=/a/b>", "/a/b"), ("<br id=x/>", "x/"), ("<p id='\u{0}'>", "\u{0}"),
            ("<p id='\u{4E2D}\u{6587}'>", "\u{4E2D}\u{6587}"), ("<p\u{0C}id=x>", "x"),
        ])
    func notations(page: String, expected: String) {
        #expect(value(.id, page) == expected)
    }

    @Test("every kept name is read, whatever its case", arguments: HTMLAttribute.allCases)
    func names(name: HTMLAttribute) {
        #expect(value(name, "<p \(name.spelling)='x'>") == "x")
        #expect(value(name, "<p \(name.spelling.uppercased())='x'>") == "x")
        #expect(value(name, "<p \(name.spelling)x='x'>") == nil)
        #expect(value(name, "<p x\(name.spelling)='x'>") == nil)
    }

    @Test("attributes of one element are not another's, nor of an end tag")
    func owners() {
        let tree = HTMLParser.tree(of: Array("<p id=a>x</p id=b><p>y<i class=c>z".utf8))
        #expect(tree.value(.id, of: 1) == "a")
        #expect(tree.value(.class, of: 1) == nil)
        #expect(TreeOutline.of(tree) == "p['x']p['y'i['z']]")
        #expect(tree.value(.id, of: 3) == nil)
        #expect(tree.value(.class, of: 5) == "c")
        #expect(tree.has(.class, 5))
        #expect(!tree.has(.id, 5))
        #expect(!tree.has(.id, 0))
    }

    @Test("what a second body says does not move the attributes that follow")
    func refused() throws {
        let tree = HTMLParser.tree(of: Array("<body id=a><body id=b class=c><p id=d>".utf8))
        #expect(TreeOutline.of(tree) == "body[p]")
        #expect(tree.value(.id, of: 1) == "a")
        #expect(tree.value(.id, of: 2) == "d")
        #expect(tree.value(.class, of: 2) == nil)
    }

    @Test(
        "words of a class",
        arguments: [
            ("a", true), (" a ", true), ("b a", true), ("b\ta\nc", true), ("ab", false), ("A", false), ("b-a", false),
            ("", false), ("ba ab", false),
        ])
    func words(value: String, isThere: Bool) {
        let tree = HTMLParser.tree(of: Array("<p class='\(value)'>".utf8))
        #expect(tree.has(word: "a", in: .class, of: 1) == isThere)
        #expect(!tree.has(word: "a", in: .id, of: 1))
    }

    @Test("three hundred attributes: the first 255 that are kept are there")
    func many() {
        let page = "<p " + String(repeating: "data-x=y ", count: 300) + "id=x>"
        #expect(value(.id, page) == "x")
        let kept = "<p id=x " + String(repeating: "class=y ", count: 300) + "><i id=z>"
        let tree = HTMLParser.tree(of: Array(kept.utf8))
        #expect(tree.nodes[1].attributeCount == 255)
        #expect(tree.value(.id, of: 1) == "x")
        #expect(tree.value(.id, of: 2) == "z")
    }

    @Test("a name without semicolon before \"=\" or a letter is a part of an address (13.2.5.73)")
    func addresses() {
        #expect(value(.href, "<a href='?a=1&b=2'>") == "?a=1&b=2")
        #expect(value(.href, "<a href='?a&amp;section=7'>") == "?a&section=7")
        #expect(value(.href, "<a href='?id=5&section=7'>") == "?id=5&section=7")
        #expect(value(.href, "<a href='?id=5&copy=2'>") == "?id=5&copy=2")
        #expect(value(.href, "<a href='?id=5&region=eu'>") == "?id=5&region=eu")
    }
}
