import Diplomacy
import Testing

@testable import Reading

@Suite("Mails as documents")
struct MailPublicationTests {
    private func handed(_ lines: [String], name: String = "box/a.eml") throws -> Handed {
        try Handed(lines.joined(separator: "\r\n"), name: name)
    }

    @Test("A mail is its text, with its head's subject, sender, time and ids")
    func plain() throws {
        let handed = try handed([
            "From: \"Press Office\" <press@example.org>", "Subject: =?utf-8?Q?Readout_of_caf=C3=A9_talks?=",
            "Date: Thu, 12 Mar 2026 23:20:30 -0500", "Message-ID: <1@example.org>",
            "List-Id: Press <press.example.org>",
            "Content-Type: text/plain; charset=utf-8", "", "The ministers talked.", "", "They left.",
        ])
        let document = try #require(handed.documents.first?.intake?.document)
        #expect(handed.documents.count == 1 && handed.faults.isEmpty)
        #expect(document.id == "box/a.eml" && document.title == "Readout of caf\u{E9} talks")
        #expect(document.source?.name == "Press Office")
        #expect(document.text.hasPrefix("The ministers talked.\n\nThey left."))
        // the day on which it was sent, where it was sent
        #expect(document.published == Day(iso: "2026-03-12"))
        #expect(document.publishedText?.hasPrefix("2026-03-12T23:20:30") == true)
        #expect(document.extra["message_id"] == .string("1@example.org"))
        #expect(document.extra["list_id"] == .string("press.example.org"))
        #expect(document.url == nil)
    }

    @Test("Of two forms the plain text is read, else the text of the markup, all of it")
    func forms() throws {
        let both = try handed([
            "From: a@example.org", "Date: Thu, 12 Mar 2026 10:00:00 +0000", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8", "",
            "Plain talks.", "--b", "Content-Type: text/html; charset=utf-8", "", "<p>Marked talks.</p>", "--b--",
        ])
        #expect(both.documents.compactMap { $0.intake?.document.text.hasPrefix("Plain talks.") } == [true])
        #expect(both.documents.first?.intake?.document.source?.name == "a@example.org")
        let markup = try handed([
            "From: a@example.org", "Date: Thu, 12 Mar 2026 10:00:00 +0000", "MIME-Version: 1.0",
            "Content-Type: text/html; charset=utf-8", "",
            "<html><head><style>p{}</style></head><body><div>First item.</div><p>Second &amp; last.</p></body></html>",
        ])
        let text = try #require(markup.documents.first?.intake?.document.text)
        #expect(text.contains("First item.") && text.contains("Second & last.") && !text.contains("p{}"))
    }

    @Test("Each mail of a mailbox is a document of its own, and a picture beside one is left out")
    func mailbox() throws {
        let mails = (1...2).flatMap { number in
            [
                "From a@example.org Thu Mar 12 10:00:0\(number) 2026", "From: a@example.org",
                "Date: Thu, 12 Mar 2026 10:00:0\(number) +0000", "Subject: Talks \(number)", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "",
                "They met \(number).", "--b", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "",
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwC", "--b--", "",
            ]
        }
        let handed = try Handed(mails.joined(separator: "\n"), name: "list.mbox")
        let documents = handed.documents.compactMap { $0.intake?.document }
        #expect(documents.map(\.title) == ["Talks 1", "Talks 2"])
        #expect(documents.map(\.id) == ["list.mbox!/1", "list.mbox!/2"])
        #expect(handed.documents.allSatisfy { $0.code == nil } && handed.publications.count == 4)
    }

    @Test("A mail whose head is broken is read as far as it goes")
    func broken() throws {
        let handed = try handed(["From: a@example.org", "Date: soon", "Subject: =?utf-8?Q?broken", "", "They met."])
        let document = try #require(handed.documents.first?.intake?.document)
        #expect(document.text.hasPrefix("They met.") && document.published == nil && document.publishedText == nil)
    }
}
