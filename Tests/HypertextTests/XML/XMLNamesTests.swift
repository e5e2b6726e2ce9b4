import Testing

@testable import Hypertext

@Suite("Names of XML")
struct XMLNamesTests {
    private func number(_ names: inout XMLNames, _ name: String, _ scope: Int) -> Int {
        Array(name.utf8).withUnsafeBufferPointer { names.number($0, scope: scope) }
    }

    @Test func aNameHasOneNumberInAScope() {
        var names = XMLNames()
        let inner = names.scope(in: 0, declaring: [("a", "urn:a"), ("", "urn:d")])
        let first = number(&names, "a:x", inner)
        #expect(number(&names, "a:x", inner) == first)
        #expect(number(&names, "a:y", inner) != first)
        #expect(number(&names, "a:x", 0) != first)
        #expect(names.all[first] == XMLName(prefix: "a", local: "x", namespace: "urn:a"))
        let (plain, outside) = (number(&names, "x", inner), number(&names, "x", 0))
        #expect(names.all[plain].namespace == "urn:d")
        #expect(names.all[outside].namespace == "")
    }

    /// Names whose keys fall on one place are told apart all the same.
    @Test func thousandsOfNames() {
        var names = XMLNames()
        for round in 0..<2 {
            for i in 0..<3000 {
                #expect(number(&names, "n\(i)", 0) == i, "round \(round)")
            }
        }
        #expect(names.all.count == 3000)
        #expect(names.all[1234].local == "n1234")
    }

    @Test func theSameDeclarationsAreOneScope() {
        var names = XMLNames()
        let first = names.scope(in: 0, declaring: [("a", "urn:a")])
        #expect(names.scope(in: 0, declaring: [("a", "urn:a")]) == first)
        #expect(names.scope(in: first, declaring: [("a", "urn:a")]) != first)
        #expect(names.scope(in: 0, declaring: [("a", "urn:b")]) != first)
    }

    @Test func declarationsInForceAreLimited() {
        var names = XMLNames()
        let many = (0..<XMLNames.mostInForce).map { (prefix: "p\($0)", namespace: "urn") }
        #expect(names.scope(in: 0, declaring: many) == 0)
        var scope = 0
        for declaration in many { scope = names.scope(in: scope, declaring: [declaration]) }
        #expect(names.all.isEmpty)
        #expect(names.scope(in: scope, declaring: [("q", "urn")]) == scope)
    }

    @Test func reservedPrefixesStay() {
        var names = XMLNames()
        let scope = names.scope(in: 0, declaring: [("xml", "urn:not")])
        let language = number(&names, "xml:lang", scope)
        #expect(names.all[language].namespace == XMLNames.xml)
    }

    @Test(arguments: [(":", "", ":"), ("a:", "", "a:"), (":a", "", ":a"), ("a:b:c", "a", "b:c"), ("a", "", "a")])
    func colons(name: String, prefix: String, local: String) {
        var names = XMLNames()
        let found = number(&names, name, 0)
        #expect(names.all[found].prefix == prefix)
        #expect(names.all[found].local == local)
    }
}

@Suite("References to characters")
struct CharacterReferenceTests {
    private func read(_ text: String) -> (scalar: Unicode.Scalar, end: Int, isFault: Bool)? {
        let bytes = Array(text.utf8)
        return CharacterReference.read(bytes, at: 0, end: bytes.count)
    }

    @Test(
        arguments: [
            ("&#65;", "A", false), ("&#x41;", "A", false), ("&#X1F44D;", "👍", false), ("&#9;", "\t", false),
            ("&#0000065;", "A", false), ("&#128;", "€", true), ("&#x9f;", "Ÿ", true), ("&#129;", "\u{FFFD}", true),
            ("&#0;", "\u{FFFD}", true), ("&#x1F;", "\u{FFFD}", true), ("&#127;", "\u{FFFD}", true),
            ("&#xD800;", "\u{FFFD}", true),
            ("&#xDFFF;", "\u{FFFD}", true), ("&#x10FFFF;", "\u{10FFFF}", false), ("&#x110000;", "\u{FFFD}", true),
            ("&#xFFFFFFFFFFFFFFFFFFFF;", "\u{FFFD}", true), ("&#99999999999999999999;", "\u{FFFD}", true),
        ] as [(String, Unicode.Scalar, Bool)])
    func numbers(text: String, scalar: Unicode.Scalar, isFault: Bool) {
        let found = read(text)
        #expect(found?.scalar == scalar)
        #expect(found?.isFault == isFault)
        #expect(found?.end == text.utf8.count)
    }

    @Test(arguments: ["&#", "&#;", "&#x;", "&#65", "&#6a;", "&#xG;", "&#-1;", "&# 65;"])
    func none(text: String) {
        #expect(read(text) == nil)
    }
}
