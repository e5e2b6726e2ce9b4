import Testing

@testable import Hypertext

/// The events of a document in short: "+name", "-name", quoted text, "c:" comments, "p:" instructions, "d" for DOCTYPE.
func xmlEvents(_ document: String, limits: XMLLimits = XMLLimits()) throws -> (
    events: [String], faults: [XMLFault.Kind]
) {
    var reader = XMLReader(Array(document.utf8), limits: limits)
    var found: [String] = []
    func text(_ range: Range<Int>) -> String { String(decoding: reader.bytes[range], as: UTF8.self) }
    while let event = try reader.next() {
        switch event {
        case .start(let number):
            let attributes = reader.attributes.map { " \($0.name.local)=\($0.value)" }.joined()
            found.append("+" + reader.name(number).local + attributes)
        case .end(let number): found.append("-" + reader.name(number).local)
        case .text, .cdata:
            var piece: [UInt8] = []
            reader.appendText(to: &piece)
            found.append("'" + String(decoding: piece, as: UTF8.self) + "'")
        case .comment(let range): found.append("c:" + text(range))
        case .instruction(let range): found.append("p:" + text(range))
        case .doctype: found.append("d")
        }
    }
    return (found, reader.faults.map(\.kind))
}

@Suite("XML")
struct XMLReaderTests {
    @Test func wholeDocuments() throws {
        let document = """
            <?xml version="1.0"?><!DOCTYPE a><!-- c --><a x='1' y = "&lt;2&#x33;"><b/>t &amp; u<![CDATA[<&amp;>]]></a>
            """
        let (found, faults) = try xmlEvents(document)
        #expect(
            found == [
                "p:xml version=\"1.0\"", "d", "c: c ", "+a x=1 y=<23", "+b", "-b", "'t & u'", "'<&amp;>'", "-a",
            ])
        #expect(faults.isEmpty)
    }

    @Test func lineEndsAndSpaceInAttributes() throws {
        #expect(try xmlEvents("<a b='x\r\ny\tz'>1\r\n2\r3</a>").events == ["+a b=x y z", "'1\n2\n3'", "-a"])
    }

    @Test func namespaces() throws {
        let document = """
            <f xmlns="urn:a" xmlns:p="urn:p"><p:x y="1" p:y="2"/><g xmlns="urn:b" xmlns:p="urn:q"><p:x/></g><h xmlns=""/>
            <p:x xml:base="u"/><q:x/></f>
            """
        var reader = XMLReader(Array(document.utf8))
        var names: [String] = []
        while let event = try reader.next() {
            guard case .start(let number) = event else { continue }
            let name = reader.name(number)
            let attributes = reader.attributes.map { "@\($0.name.namespace)|\($0.name.local)" }.joined()
            names.append("\(name.namespace)|\(name.local)" + attributes)
        }
        #expect(
            names == [
                "urn:a|f", "urn:p|x@|y@urn:p|y", "urn:b|g", "urn:q|x", "|h",
                "urn:p|x@http://www.w3.org/XML/1998/namespace|base", "|x",
            ])
        #expect(reader.faults.map(\.kind) == [.undeclaredPrefix])
    }

    @Test func longNamesAreToldApart() throws {
        let document = "<a:abcdefghijklmnop xmlns:a='u'><a:abcdefghijklmnoq/></a:abcdefghijklmnop>"
        #expect(
            try xmlEvents(document).events == [
                "+abcdefghijklmnop", "+abcdefghijklmnoq", "-abcdefghijklmnoq", "-abcdefghijklmnop",
            ])
    }

    @Test(
        arguments: [
            ("<a><b>x</a>", "+a +b 'x' -b -a", [.unclosedElement]), ("<a>x</b></a>", "+a 'x' -a", [.strayEndTag]),
            ("<a>x", "+a 'x' -a", [.unclosedElement]), ("<a><b x='1", "+a -a", nil),
            ("<a>AT&T & b&x; &amp</a>", "+a 'AT&T & b&x; &amp' -a", nil),
            ("<a>&nbsp;&eacute;</a>", "+a '\u{A0}é' -a", nil),
            ("<a>1 < 2 <3</a>", "+a '1 < 2 <3' -a", nil), ("<a b=1 c d='x'e=\"y\"/>", "+a b=1 c= d=x e=y -a", nil),
            ("<a b=c/>", "+a b=c -a", [.badAttribute]), ("<a b='1' b='2'/>", "+a b=1 -a", [.badAttribute]),
            ("<a <b/></a>", "+a +b -b -a", [.earlyEnd]), ("<a>x</a", "+a 'x' -a", [.earlyEnd]),
            ("<a><!-- x <b/></a>", nil, nil), ("<a><![CDATA[x</a>", "+a 'x</a>' -a", [.earlyEnd, .unclosedElement]),
            ("<a/>x<b/>", "+a -a 'x' +b -b", [.besideRoot, .besideRoot]), ("", "", []), ("<", "'<'", nil),
            ("</", "'</'", nil),
            ("<!", nil, nil), ("<?", nil, nil), ("<![CDATA[", nil, nil), ("<a", "", [.earlyEnd]), ("&", "'&'", nil),
            ("<!DOCTYPE", nil, nil), ("<!DOCTYPE a [<!ENTITY", nil, nil),
            (
                "<a>&#0;&#xD800;&#x110000;&#99999999999;&#150;&#X41;</a>", "+a '\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}–A' -a",
                nil
            ),
            ("<a>&#;&#x;&#12</a>", "+a '&#;&#x;&#12' -a", nil),
        ] as [(String, String?, [XMLFault.Kind]?)])
    func brokenDocuments(document: String, expected: String?, faults: [XMLFault.Kind]?) throws {
        let found = try xmlEvents(document)
        if let expected { #expect(found.events.joined(separator: " ") == expected) }
        if let faults { #expect(found.faults == faults) } else { #expect(!found.faults.isEmpty) }
    }

    @Test func entitiesOfTheDocument() throws {
        let document = """
            <!DOCTYPE a [<!-- " --><!ELEMENT a (#PCDATA)><!ENTITY x "1&y;&#38;#60;"><!ENTITY y '2"'><!ENTITY y "3">
            <!ENTITY amp "&#38;#38;"><!ENTITY % p "<!ENTITY z 'no'>">%p;<!ENTITY out SYSTEM "file:///etc/passwd">]>
            <a b="&x;">&x;&amp;&z;&out;</a>
            """
        let (found, faults) = try xmlEvents(document)
        #expect(found == ["d", "+a b=12\"<", "'12\"<&&z;&out;'", "-a"])
        #expect(faults.contains(.externalEntity))
        #expect(faults.contains(.entityNotFollowed))
        #expect(faults.contains(.unknownEntity))
    }

    @Test func entitiesWithoutEndAreRefused() throws {
        let loop = "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>"
        let deep = try #require(throws: XMLError.self) { try xmlEvents(loop) }
        #expect(deep.code == .entityDepth)
        #expect(deep.message.contains("16"))
        var limits = XMLLimits()
        limits.expansion = 100
        let wide = "<!DOCTYPE a [<!ENTITY x '0123456789'>]><a b='" + String(repeating: "&x;", count: 10) + "'/>"
        let error = try #require(throws: XMLError.self) { try xmlEvents(wide, limits: limits) }
        #expect(error.code == .entityExpansion)
        #expect(error.message.contains("100"))
        // empty entities take time, if no space
        let empty =
            "<!DOCTYPE a [<!ENTITY x ''><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'>]><a>"
            + String(repeating: "&y;", count: 4)
        #expect(throws: XMLError.self) { try xmlEvents(empty, limits: limits) }
    }

    @Test func depthIsLimited() throws {
        let count = 100_000
        let deep = String(repeating: "<a>", count: count) + "x" + String(repeating: "</a>", count: count)
        let (found, faults) = try xmlEvents(deep)
        #expect(found.count == 513)
        #expect(found[256] == "'x'")
        #expect(faults == [.tooDeep])
    }

    @Test func faultsAreCountedBeyondThoseKept() throws {
        var reader = XMLReader(Array(("<a>" + String(repeating: "</b>", count: 1000)).utf8))
        while try reader.next() != nil {}
        #expect(reader.faults.count == 64)
        #expect(reader.faultCount == 1001)
        #expect(reader.faults[1] == XMLFault(kind: .strayEndTag, offset: 7))
    }

    @Test func innerMarkup() throws {
        func inner(_ document: String, keepsText: Bool) throws -> String {
            var reader = XMLReader(Array(document.utf8))
            guard case .start = try reader.next() else { return "no element" }
            let markup = try reader.innerMarkup(keepsText: keepsText)
            #expect(try reader.next() == nil)
            return String(decoding: markup.utf8, as: UTF8.self)
        }
        let document = "<d>a &lt;b&gt; <i title='\"&amp;'>x &lt; y<br/><p/></i><!-- c --> z</d>"
        #expect(
            try inner(document, keepsText: true) == "a <b> <i title=\"&quot;&amp;\">x &lt; y<br /><p></p></i> z")
        #expect(
            try inner(document, keepsText: false) == "a &lt;b&gt; <i title=\"&quot;&amp;\">x &lt; y<br /><p></p></i> z")
        let prefixed = "<d xmlns:h='http://www.w3.org/1999/xhtml' xmlns:s='urn:s'><h:p s:k='v'>x</h:p><s:t/></d>"
        #expect(try inner(prefixed, keepsText: false) == "<p s:k=\"v\">x</p><s:t></s:t>")
        #expect(try inner("<d>a<p>b<br>c</d>", keepsText: true) == "a<p>b<br />c</p>")
    }

    @Test func attributesByName() throws {
        var reader = XMLReader(Array("<a href='1' xml:base='2' RDF:About='3'/>".utf8))
        _ = try reader.next()
        #expect(reader.attribute("href") == "1")
        #expect(reader.attribute("xml:base") == "2")
        #expect(reader.attribute("base") == nil)
        #expect(reader.attribute(local: "about") == "3")
        #expect(reader.attribute(local: "se") == nil)
    }

    /// Starts and ends pair up whatever the bytes are.
    @Test func anyBytesAreReadInPairs() throws {
        let pieces = [
            "<", ">", "</", "a", "b:", " x=", "'", "\"", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
            "<!DOCTYPE ", "[",
            "]", "<!ENTITY e \"", "&e;", "&", "&#", "x41;", " ", "xmlns", "=", "é", "<a>", "</a>",
        ]
        var random = SplitMix(state: 3)
        for _ in 0..<4000 {
            let document = (0..<Int(random.next() % 24)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined()
            var reader = XMLReader(Array(document.utf8))
            var open: [Int] = []
            do {
                while let event = try reader.next() {
                    if case .start(let number) = event { open.append(number) }
                    if case .end(let number) = event { #expect(open.popLast() == number, "\(document)") }
                    if event == .text {
                        var out: [UInt8] = []
                        reader.appendText(to: &out)
                    }
                    _ = reader.attributes
                }
                #expect(open.isEmpty, "\(document)")
            } catch {
                #expect(error.code == .entityDepth, "\(document)")
            }
        }
    }

    /// Twice the bytes may take about twice the time, whatever mark is left open.
    @Test(arguments: [
        "<!--", "<![CDATA[", "<?", "<a b='", "&", "<", "<a", "</a", "&a", "<a xmlns:a='b'>", "<!DOCTYPE [",
        "<!ENTITY \"",
    ])
    func openMarksCostNoMoreThanTheirBytes(mark: String) throws {
        func seconds(_ count: Int) throws -> Double {
            let clock = ContinuousClock()
            let document = "<r>" + String(repeating: mark, count: count)
            let time = try clock.measure { _ = try xmlEvents(document) }
            return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
        }
        _ = try seconds(1000)
        let (short, long) = (try seconds(4000), try seconds(32_000))
        #expect(long < short * 40 + 0.5, "\(mark): \(short) s, \(long) s")
    }
}
