import Testing

@testable import Hypertext

@Suite("Named character references")
struct HTMLEntitiesTests {
    private func text(_ name: String) -> String? {
        HTMLEntities.entity(named: name.utf8).map { String(decoding: $0.utf8, as: UTF8.self) }
    }

    /// Values of the standard's table (HTML, 13.5).
    @Test(arguments: [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"), ("shy", "\u{AD}"),
        ("eacute", "\u{E9}"), ("Eacute", "\u{C9}"), ("szlig", "\u{DF}"), ("hellip", "\u{2026}"), ("euro", "\u{20AC}"),
        ("mdash", "\u{2014}"), ("ldquo", "\u{201C}"), ("bdquo", "\u{201E}"), ("Afr", "\u{1D504}"),
        ("ngE", "\u{2267}\u{338}"), ("NotEqualTilde", "\u{2242}\u{338}"), ("fjlig", "fj"),
        ("ThickSpace", "\u{205F}\u{200A}"),
        ("CounterClockwiseContourIntegral", "\u{2233}"), ("zwnj", "\u{200C}"), ("Tab", "\t"), ("NewLine", "\n"),
        ("gg", "\u{226B}"), ("Gg", "\u{22D9}"), ("Ll", "\u{22D8}"), ("yacy", "\u{44F}"), ("YAcy", "\u{42F}"),
    ])
    func values(name: String, expected: String) {
        #expect(
            text(name)?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true, "\(name): \(text(name) ?? "nil")"
        )
    }

    @Test(
        "no name, no value",
        arguments: ["", "EACUTE", "Amp", "amp;", "&amp", "eacut", "nosuchname", "CounterClockwiseContourIntegralX"])
    func none(name: String) {
        #expect(text(name) == nil)
    }

    /// The names that the standard lists without a semicolon too.
    private static let open = """
        AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave
        Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc
        acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth
        euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde
        oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig
        thorn times uacute ucirc ugrave uml uuml yacute yen yuml
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test("the 106 old names may stand without a semicolon, and are read so in text")
    func withoutSemicolon() throws {
        #expect(Set(Self.open).count == 106)
        for name in Self.open {
            let entity = try #require(HTMLEntities.entity(named: name.utf8), "\(name)")
            #expect(entity.needsNoSemicolon, "\(name)")
            let resolved = Array("(&\(name) &\(name);)".utf8).withUnsafeBufferPointer {
                HTMLText.resolved(attribute: $0)
            }
            let value = String(decoding: entity.utf8, as: UTF8.self)
            #expect(resolved == "(\(value) \(value))", "\(name)")
        }
    }

    @Test(
        "newer names need theirs",
        arguments: ["apos", "euro", "hellip", "mdash", "ldquo", "Afr", "zwnj", "star", "lang"])
    func withSemicolon(name: String) throws {
        #expect(try #require(HTMLEntities.entity(named: name.utf8)).needsNoSemicolon == false)
        #expect(HTMLText.line(Array("a &\(name) b".utf8)[...]) == "a &\(name) b")
    }

    @Test("all values are UTF-8 of one or two characters")
    func wellFormed() {
        #expect(HTMLEntities.longestName == "CounterClockwiseContourIntegral".utf8.count)
        for name in Self.open + ["ngE", "Afr", "bne", "acE", "vnsub", "caps"] {
            guard let entity = HTMLEntities.entity(named: name.utf8) else {
                Issue.record("\(name) is missing")
                continue
            }
            let scalars = String(decoding: entity.utf8, as: UTF8.self).unicodeScalars
            #expect((1...2).contains(scalars.count), "\(name)")
            #expect(!scalars.contains("\u{FFFD}"), "\(name)")
        }
    }
}
