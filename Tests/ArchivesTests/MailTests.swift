import Compressing
import Testing

@testable import Archives

@Suite("Mails")
struct MailTests {
    private func mail(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    private func only(_ lines: String..., name: String = "x.eml") throws -> ArchiveEntry {
        let reading = Reading(Array(lines.joined(separator: "\r\n").utf8), name: name)
        #expect(reading.faults == [])
        return try #require(reading.entries.first)
    }

    @Test("a plain mail is its text with what its head says")
    func plain() throws {
        let entry = try only(
            "Return-Path: <a@example.org>", "From: =?utf-8?Q?Minist=C3=A8re?= <press@example.org>",
            "Subject: =?utf-8?B?UmVhZG91dA==?= of the\r\n call", "Date: Thu, 12 Mar 2026 10:20:30 +0100",
            "Message-ID: <1@example.org>", "List-Id: Press list <press.example.org>",
            "Content-Type: text/plain; charset=ISO-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
            "The ministers talked over caf=E9.")
        #expect(entry.name == "x.eml")
        #expect(entry.kind == .mail)
        #expect(entry.mail?.subject == "Readout of the call")
        #expect(entry.mail?.from == "Ministère <press@example.org>")
        #expect(entry.mail?.messageID == "1@example.org")
        #expect(entry.mail?.listID == "press.example.org")
        #expect(entry.mail?.plain == nil)
        #expect(entry.date == "Thu, 12 Mar 2026 10:20:30 +0100")
        #expect(entry.mediaType == "text/plain")
        #expect(entry.charset == "iso-8859-1")
        #expect(entry.bytes == Array("The ministers talked over caf".utf8) + [0xE9, 0x2E])
        #expect(entry.notes == [])
    }

    @Test("of two forms HTML is the body, and plain text stays beside it")
    func alternative() throws {
        let entry = try only(
            "From: a@example.org", "Date: x", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"b 1\"", "", "preamble", "--b 1",
            "Content-Type: text/plain; charset=utf-8", "", "plain", "--b 1", "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64", "", "PHA+aHRtbDwvcD4=", "--b 1--", "epilogue")
        #expect(String(decoding: entry.bytes, as: UTF8.self) == "<p>html</p>")
        #expect(entry.mediaType == "text/html")
        #expect(entry.mail?.plain?.bytes == Array("plain".utf8))
        #expect(entry.mail?.plain?.mediaType == "text/plain")
        #expect(entry.mail?.plain?.charset == "utf-8")
        #expect(entry.notes == [])
    }

    @Test("attachments and what a list adds are entries of their own; pictures of the HTML too")
    func mixed() {
        let bytes = mail(
            "From: a@example.org", "Date: Thu, 12 Mar 2026", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=outer", "", "--outer",
            "Content-Type: multipart/related; boundary=outer-inner", "", "--outer-inner",
            "Content-Type: multipart/alternative; boundary=choice", "", "--choice", "", "plain", "--choice",
            "Content-Type: text/html", "", "<p>html</p>", "--choice--", "--outer-inner", "Content-Type: image/png", "",
            "png", "--outer-inner--", "--outer", "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; filename=\"=?utf-8?Q?d=C3=A9claration.txt?=\"",
            "Content-Transfer-Encoding: base64", "", "YXR0YWNoZWQ=", "--outer", "Content-Type: text/plain", "",
            "footer",
            "--outer--")
        let reading = Reading(bytes, name: "x.eml")
        #expect(reading.names == ["x.eml", "x.eml!/1.2", "x.eml!/2", "x.eml!/3"])
        #expect(reading.texts == ["<p>html</p>", "png", "attached", "footer"])
        #expect(reading.entries.map(\.kind) == [.mail, .file, .file, .file])
        #expect(reading.entries.map(\.fileName) == ["x.eml", "", "déclaration.txt", ""])
        #expect(
            reading.entries.map(\.mediaType) == ["text/html", "image/png", "application/octet-stream", "text/plain"])
        #expect(reading.entries.allSatisfy { $0.date == "Thu, 12 Mar 2026" })
        #expect(reading.entries.first?.mail?.plain?.bytes == Array("plain".utf8))
    }

    @Test("a plain body before an HTML attachment stays the body")
    func plainFirst() {
        let bytes = mail(
            "From: a@example.org", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "body", "--b",
            "Content-Type: text/html", "", "<p>leaflet</p>", "--b--")
        #expect(Reading(bytes, name: "x.eml").texts == ["body", "<p>leaflet</p>"])
    }

    @Test("an empty part before the text is not the text, nor an entry")
    func blankParts() {
        let bytes = mail(
            "From: a@example.org", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "  ", "--b",
            "Content-Type: text/html", "", "<p>body</p>", "--b", "", "", "--b--")
        let reading = Reading(bytes, name: "x.eml")
        #expect(reading.texts == ["<p>body</p>"])
        let empty = Reading(mail("From: a@example.org", "To: b", "Subject: s", "", ""), name: "x.eml")
        #expect(empty.texts == [""])
        #expect(empty.entries.first?.mediaType == "text/plain")
    }

    @Test("mails within mails are mails, in a digest without being told")
    func nested() {
        let inner = mail("From: b@example.org", "Subject: inner", "", "inner text")
        let bytes =
            mail(
                "From: a@example.org", "Subject: outer", "Content-Type: multipart/mixed; boundary=b", "", "--b", "",
                "outer text", "--b", "Content-Type: message/rfc822", "", "") + inner
            + mail(
                "", "--b", "Content-Type: multipart/digest; boundary=d", "", "--d", "", "Subject: in digest", "", "x")
        let reading = Reading(bytes, name: "x.eml")
        #expect(reading.entries.map(\.kind) == [.mail, .mail, .mail])
        #expect(reading.entries.map { $0.mail?.subject } == ["outer", "inner", "in digest"])
        #expect(reading.texts == ["outer text", "inner text", "x"])
        #expect(reading.names == ["x.eml", "x.eml!/2", "x.eml!/3.1"])
    }

    @Test("an attached archive is opened")
    func attachedZip() {
        let zip = ZipBuilder(ZipBuilder.Entry("a.txt", "in the zip")).bytes
        let bytes =
            mail(
                "From: a@example.org", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "body", "--b",
                "Content-Type: application/zip; name=a.zip", "", "") + zip + mail("", "--b--")
        let reading = Reading(bytes, name: "x.eml")
        #expect(reading.texts == ["body", "in the zip"])
        #expect(reading.names == ["x.eml", "x.eml!/2!/a.txt"])
    }

    @Test("mails that break the rules are read as far as they go")
    func broken() {
        // no empty line after the head
        var reading = Reading(mail("From: a@example.org", "Subject: s", "text at once", "more: text"), name: "x.eml")
        #expect(reading.texts == ["text at once\r\nmore: text"])
        #expect(reading.entries.first?.mail?.subject == "s")
        // no border at all
        reading = Reading(mail("From: a", "Content-Type: multipart/mixed; boundary=b", "", "text"), name: "x.eml")
        #expect(reading.texts == ["text"])
        #expect(reading.entries.first?.mediaType == "text/plain")
        #expect(reading.notes == [.mailBroken])
        // no last border, and an inner one that is never closed
        reading = Reading(
            mail(
                "From: a", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: multipart/alternative; boundary=c", "", "--c", "", "text", "--b", "", "second"),
            name: "x.eml")
        #expect(reading.texts == ["text", "second"])
        // strays in base64
        reading = Reading(
            mail("From: a", "Content-Transfer-Encoding: base64", "", "dGV4dA==", "*mailing list*"), name: "x.eml")
        #expect(reading.texts.first?.hasPrefix("text") == true)
        #expect(reading.notes == [.mailBroken])
        // a head and nothing else
        reading = Reading(mail("From: a", "Subject: only this"), name: "x.eml")
        #expect(reading.texts == [""])
        #expect(reading.entries.first?.mail?.subject == "only this")
    }

    @Test("too many parts, and parts too deep, are left out with a note")
    func partLimits() {
        var limits = ArchiveLimits()
        limits.mailParts = 5
        limits.mailDepth = 3
        let many = mail("From: a", "Content-Type: multipart/mixed; boundary=b", "")
        let parts = (0..<50).flatMap { mail("", "--b", "", "part \($0)") }
        let reading = Reading(many + parts, name: "x.eml", limits: limits)
        #expect(reading.entries.count == 4)
        #expect(reading.notes == [.mailBroken])
        #expect(reading.entries.first?.notes.first?.message.contains("mail-parts") == true)
        var deep: [UInt8] = mail("From: a", "")
        for i in 0..<20 { deep += mail("Content-Type: multipart/mixed; boundary=b\(i)", "", "--b\(i)", "") }
        let nested = Reading(deep + mail("", "text"), name: "x.eml", limits: limits)
        #expect(nested.entries.count == 1)
        #expect(nested.entries.first?.notes.first?.message.contains("mail-depth") == true)
    }

    @Test("a page that a browser saved is a mail with an address")
    func savedPage() throws {
        let entry = try only(
            "From: <Saved by Blink>", "Snapshot-Content-Location: http://example.org/readout",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"", "", "--b", "Content-Type: text/html",
            "Content-Transfer-Encoding: quoted-printable", "", "<p class=3D\"x\">text</p>", "--b--", name: "x.mhtml")
        #expect(entry.url == "http://example.org/readout")
        #expect(entry.mediaType == "text/html")
        #expect(String(decoding: entry.bytes, as: UTF8.self) == "<p class=\"x\">text</p>")
    }
}

@Suite("Mailboxes")
struct MboxTests {
    private func envelope(_ text: String) -> String { "From a@example.org Thu Mar 12 10:20:30 2026\n\(text)" }

    @Test("mails are told apart by their envelopes, and quoted lines lose one sign")
    func mbox() {
        let text =
            envelope("Subject: one\n\nFirst.\n\n>From the ministry\n>>From here\n> From there\n\n")
            + envelope("Subject: two\n\nFrom now on, all is well.\nFrom a@example.org Thu Mar 12 10:20:30 2026\n\n")
            + envelope("Subject: three\n\nFrom there, at 10:30 of 2026\n")
        for asStream in [false, true] {
            let reading = Reading(text, name: "list.mbox", asStream: asStream)
            #expect(reading.names == ["list.mbox!/1", "list.mbox!/2", "list.mbox!/3"])
            #expect(reading.entries.map { $0.mail?.subject } == ["one", "two", "three"])
            #expect(
                reading.texts.first == "First.\n\nFrom the ministry\n>From here\n> From there\n\n")
            #expect(reading.texts[1].hasPrefix("From now on") && reading.texts[1].contains("From a@"))
            #expect(reading.faults == [])
        }
    }

    @Test("an envelope has an address and a date")
    func envelopes() {
        for (line, isEnvelope) in [
            ("From a@b Thu Mar 12 10:20:30 2026", true), ("From a at b  Thu Mar 12 10:20:30 2026", true),
            ("From - Thu Mar 12 10:20:30 2026 +0100", true), ("From MAILER-DAEMON Thu Mar 12 10:20 1998", true),
            ("From now on", false), ("From Vienna, 10:30", false), ("From 2026", false), ("from a 10:20 2026", false),
            ("From ", false), ("", false), ("From : 2026", false), ("From Mar 12 on 2026", false),
        ] {
            let found = Array(line.utf8).withUnsafeBytes(MailReader.isEnvelope)
            #expect(found == isEnvelope, "\(line)")
        }
    }

    @Test("a mail over the limit is one fault, the next is read")
    func large() {
        var limits = ArchiveLimits()
        limits.entrySize = 5000
        let text =
            envelope("Subject: one\n\n" + String(repeating: "x", count: 70_000) + "\n\n")
            + envelope("Subject: two\n\ny\n")
        let reading = Reading(text, name: "x.mbox", limits: limits)
        #expect(reading.entries.map { $0.mail?.subject } == ["two"])
        #expect(reading.codes == [.entryTooLarge])
        #expect(reading.faults.first?.name == "x.mbox!/1")
        #expect(reading.faults.first?.message.contains("entry-size") == true)
    }

    @Test("attachments of a mail stand before the next mail")
    func attachments() {
        let text =
            envelope(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/csv\n\na,b\n--b--\n\n"
            )
            + envelope("\n\ntwo\n")
        let reading = Reading(text, name: "x")
        #expect(reading.names == ["x!/1", "x!/1!/2", "x!/2"])
        #expect(reading.texts[1] == "a,b")
    }

    @Test("a mailbox that is compressed and cut short gives the mails before the cut")
    func truncated() {
        var dice = Dice(state: 3)
        let mails = (1...50).map { number in
            envelope("Subject: \(number)\n\n\((0..<50).map { _ in String(dice.next(), radix: 36) }.joined())\n\n")
        }
        let packed = Packing.gzip(mails.joined())
        let reading = Reading(Array(packed[..<(packed.count / 2)]), name: "x.mbox.gz")
        #expect(reading.entries.count > 15)
        #expect(reading.entries.first?.mail?.subject == "1")
        #expect(reading.notes == [.truncated])
    }
}
