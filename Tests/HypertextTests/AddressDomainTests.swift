import Testing

@testable import Hypertext

@Suite("Domains")
struct AddressDomainTests {
    private func domain(_ text: String) -> String? {
        DomainToASCII.domain(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Samples of RFC 3492, section 7.1, without their capitals.
    @Test(
        "Punycode as its standard shows it",
        arguments: [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("-> $1.00 <-", "-> $1.00 <--"),
        ])
    func punycode(_ text: String, _ digits: String) {
        #expect(Punycode.encode(Array(text.unicodeScalars)) == Array(digits.utf8))
        #expect(Punycode.decode(Array(digits.utf8)[...]) == Array(text.unicodeScalars))
    }

    @Test("Digits that write no label", arguments: ["99999999", "a-é", "zzzzzzzzzzzz", "ab-9", "é"])
    func badPunycode(_ digits: String) {
        #expect(Punycode.decode(Array(digits.utf8)[...]) == nil)
    }

    @Test("Long labels are refused, not waited for")
    func longLabels() {
        let label = Array(repeating: UInt8(ascii: "a"), count: Punycode.longest + 1)
        #expect(Punycode.decode(label[...]) == nil)
        #expect(Punycode.encode(Array(repeating: "ж", count: Punycode.longest + 1)) == nil)
        #expect(domain(String(repeating: "ж", count: 60_000)) == nil)
    }

    @Test(
        "Domains of other scripts",
        arguments: [
            ("Bücher.example", "xn--bcher-kva.example"), ("bu\u{308}cher.example", "xn--bcher-kva.example"),
            ("кремль.рф", "xn--e1ajeds9e.xn--p1ai"), ("КРЕМЛЬ.РФ", "xn--e1ajeds9e.xn--p1ai"),
            ("faß.de", "xn--fa-hia.de"), ("ΒΌΛΟΣ.com", "xn--nxasmq6b.com"), ("βόλος.com", "xn--nxasmm1c.com"),
            ("例え。テスト", "xn--r8jz45g.xn--zckzah"), ("ｅｘ\u{AD}ａｍｐｌｅ．ｏｒｇ", "example.org"),
            ("𝐞𝕩𝓪mple.org", "example.org"), ("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
            ("☃.net", "xn--n3h.net"), ("Việt.vn", "xn--vit-5kz.vn"), ("Vie\u{323}\u{302}t.vn", "xn--vit-5kz.vn"),
        ])
    func scripts(_ text: String, _ ascii: String) {
        #expect(domain(text) == ascii)
    }

    @Test(
        "What has no place in a domain, or none known, is refused",
        arguments: [
            "a b", "a\u{A0}b", "a%b", "a^b", "\u{FFFD}", "\u{E000}", "\u{308}a", "a.\u{301}", "ﬁn.com", "℀.com",
            "\u{202E}x", "xn--", "xn--a", "xn--bcher-kva-", "\u{AD}", "xn--example-", "℡.com",
        ])
    func refused(_ text: String) {
        #expect(domain(text) == nil)
    }
}

@Suite("The identity of a page")
struct AddressIdentityTests {
    private func identity(_ text: String) throws -> AddressIdentity { try WebAddress.parse(text).identity }

    @Test(
        "Addresses of one page",
        arguments: [
            "https://www.example.org/a?id=7", "HTTPS://WWW.EXAMPLE.ORG:443/a?id=7#comments",
            "https://www.example.org./a?id=7&utm_source=feed&utm_medium=rss",
            "https://www.example.org/%61?fbclid=x&id=7",
            "https://www.example.org/b/../a?UTM_Campaign=q&id=7&at_campaign=64&gclid=",
            "https://me@www.example.org/a?id=%37&",
        ])
    func same(_ text: String) throws {
        #expect(try identity(text).description == "https://www.example.org/a?id=7")
    }

    @Test(
        "Addresses of other pages",
        arguments: [
            "https://example.org/a?id=7", "https://www.example.org/A?id=7", "https://www.example.org/a?id=8",
            "https://www.example.org/a/?id=7", "https://www.example.org/a", "https://www.example.org:8443/a?id=7",
            "https://www.example.org/a?id=7&page=2", "https://www.example.org/a?id%3D7",
        ])
    func other(_ text: String) throws {
        #expect(try !identity(text).isSamePage(as: identity("https://www.example.org/a?id=7")))
    }

    @Test("The order of a query stays, and a query of nothing goes")
    func query() throws {
        #expect(try identity("https://example.org/?b=1&a=2") != identity("https://example.org/?a=2&b=1"))
        #expect(try identity("https://example.org/?utm_source=x") == identity("https://example.org/"))
        #expect(try identity("https://example.org/?") == identity("https://example.org"))
    }

    @Test("http and https are told apart, and known as one page")
    func transport() throws {
        let (plain, secure) = (try identity("http://example.org/a"), try identity("https://example.org/a"))
        #expect(plain != secure)
        #expect(plain.isSamePage(as: secure))
        #expect(plain < secure)
        #expect(try secure < identity("http://example.org/b"))
        #expect(try !identity("ftp://example.org/a").isSamePage(as: secure))
    }
}
