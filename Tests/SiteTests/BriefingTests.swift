import Diplomacy
import Register
import Testing

@testable import Site

@Suite("The letter")
struct BriefingTests {
    private func briefing(_ filings: [Filing] = Sample.reports, base: String? = nil) throws -> Briefing {
        let sample = try Sample(filings)
        return Briefing(try sample.register.digest(since: "2026-03-01", limit: 10), names: Sample.names, base: base)
    }

    @Test("tells the same in text and in HTML")
    func forms() throws {
        let briefing = try briefing(base: "https://example.org/r")
        let (text, html) = (briefing.text(), briefing.html())
        for words in ["Igor Petrov (Russia) held talks with Ann Lee (United States)", "disputed: place", "Announced"] {
            #expect(text.contains(words), "\(words)")
            #expect(html.contains(words), "\(words)")
        }
        #expect(text.contains("https://example.org/r/encounters/enc_"))
        _ = Tags(html)
        #expect(
            Tags(html).attribute("href", of: "a").allSatisfy { $0.hasPrefix("https://example.org/r/encounters/enc_") })
    }

    @Test("a mail has lines that any server takes, and reads back as it was")
    func mail() throws {
        let hostile = "Zoë 😀 Ångström\r\nBcc: all@example.org <script>"
        let briefing = try briefing([
            filing("a", persons: [(hostile, "USA"), ("Igor Petrov", "RUS")]),
            filing("b", city: "Đà Nẵng ═══", country: "VNM"),
        ])
        let mail = briefing.mail(
            from: "a@example.org\r\nBcc: x@example.org", to: "b@example.org", date: "Fri, 27 Nov 2026 15:38:37 +0000")
        let lines = mail.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(mail.utf8.allSatisfy { $0 < 0x80 })
        let head = lines.prefix { !$0.isEmpty }
        #expect(!head.contains { $0.hasPrefix("Bcc") })
        #expect(!briefing.html().contains("<script"))
    }

    @Test(
        "quoted-printable and encoded words read back",
        arguments: [
            "", "a", "= ", "ends in a blank ", "Đà Nẵng", String(repeating: "ab=", count: 60), "tab\t", "😀😀😀😀😀😀",
        ])
    func encodings(text: String) {
        #expect(Self.decoded(Briefing.quotedPrintable(text)) == text)
        let word = Briefing.encodedWords(text)
        #expect(word.utf8.allSatisfy { $0 < 0x80 })
        guard word.hasPrefix("=?") else { return #expect(word == text) }
        let parts = word.split(separator: "\r\n ").map { $0.dropFirst("=?utf-8?Q?".count).dropLast(2) }
        #expect(parts.map { Self.decoded(String($0)) }.joined() == text)
        #expect(word.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    }

    /// Quoted-printable read back: soft line breaks away, escapes to bytes.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.replacing("=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
