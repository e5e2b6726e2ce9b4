import Testing

@testable import Hypertext

/// What `make fuzz` found in this module.
@Suite("Addresses and encodings, found by fuzzing")
struct HypertextFoundByFuzzingTests {
    /// Of several full stops after a host the last one went, and the identity was that of another page, or of none.
    @Test(arguments: [
        "http://a../", "ws://s%2E%2e/", "http://300.0.0../", "file://+../a/b", "http://a..b../", "file://localhost./a",
    ])
    func identityWithFullStops(text: String) throws {
        let address = try WebAddress.parse(text)
        let again = try WebAddress.parse(address.identity.description)
        #expect(again.identity == address.identity)
        #expect(again.host == address.host)
    }

    @Test("One full stop goes as before")
    func identityWithFullStop() throws {
        #expect(try WebAddress.parse("http://example.org./a").identity.description == "http://example.org/a")
    }

    /// An encoded letter after a bare percent sign made a new encoding with it, and two pages one.
    @Test(arguments: ["http://a/%%650", "http://a/%3%65", "http://a/?%%34%31", "x:/%%e0", "http://a/%e0%41%"])
    func identityWithBarePercentSigns(text: String) throws {
        let identity = try WebAddress.parse(text).identity
        #expect(try WebAddress.parse(identity.description).identity == identity)
        #expect(try identity != WebAddress.parse("http://a/%e0").identity)
        #expect(try identity != WebAddress.parse("http://a/?A").identity)
    }

    /// A decoded letter made a drive of a name.
    @Test func identityOfFiles() throws {
        let identity = try WebAddress.parse("file:///%43|").identity
        #expect(try WebAddress.parse(identity.description).identity == identity)
        #expect(try identity != WebAddress.parse("file:///C:").identity)
    }

    /// Names of parameters were looked at before they were decoded.
    @Test(arguments: [
        "http://a/?utm%5Fsource=x", "http://a/?%66bclid=1&b=2", "http://a/?utm_source=%&b=%41", "x:a #b", "x:a ?#",
    ])
    func identityOfQueries(text: String) throws {
        let identity = try WebAddress.parse(text).identity
        #expect(try WebAddress.parse(identity.description).identity == identity)
        #expect(!identity.description.contains("utm") && !identity.description.contains("bclid"))
    }

    /// Files that were joined begin with several marks; the second one stayed in the text.
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x7B], "{"),
            ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], ""),
            ([0xFF, 0xFE, 0xFF, 0xFE, 0x7B, 0x00], "{"),
            ([0xFE, 0xFF, 0xFE, 0xFF, 0x00, 0x7B], "{"),
            ([0xFF, 0xFE, 0, 0, 0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "{"),
        ] as [([UInt8], String)])
    func severalMarks(bytes: [UInt8], expected: String) {
        for syntax in [CharacterEncoding.Syntax.html, .xml, .text] {
            let decoded = CharacterEncoding.decode(bytes, syntax: syntax)
            #expect(decoded.utf8 == Array(expected.utf8))
            #expect(!decoded.isRepaired)
        }
    }

    @Test("A mark inside a text stays, as it is a character there")
    func markInside() {
        let text = Array("a\u{FEFF}b".utf8)
        #expect(CharacterEncoding.decode(text, syntax: .text).utf8 == text)
    }
}
