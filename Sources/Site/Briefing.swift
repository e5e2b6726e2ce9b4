import Diplomacy
package import Register
import Wording

/// What became of a register since a time, as a letter to one who follows it: in text, in HTML, and as mail.
package struct Briefing {
    let digest: Digest
    let names: Names
    /// What encounters are linked under ("https://example.org/register"); `nil` for no links.
    let base: String?

    /// - Parameter base: the address of the site, without a slash at its end; `nil` where there is none.
    package init(_ digest: Digest, names: Names, base: String?) {
        self.digest = digest
        self.names = names
        self.base = base
    }

    // MARK: - What it tells

    private struct Item {
        var day: String
        var headline: String
        var remarks: String
        var id: String
    }

    private struct Part {
        var title: String
        var items: [Item]
        /// How many more there are than the items.
        var more: Int
    }

    private var parts: [Part] {
        let lists: [(String, Digest.List)] = [
            ("New", digest.new), ("Announced", digest.planned), ("Changed course", digest.moved),
            ("In dispute", digest.disputed), ("No longer in dispute", digest.settled),
        ]
        var parts = lists.map { title, list in
            Part(title: title, items: list.briefs.map { item($0) }, more: list.count - list.briefs.count)
        }
        parts.append(
            Part(
                title: "Told by one side alone",
                items: digest.oneSided.map { one in
                    item(
                        one.brief,
                        "told by \(names.party(one.told)); \(names.party(one.silent)) silent for \(Phrases.count(one.days, "day"))"
                    )
                }, more: 0))
        parts.append(Part(title: "Expected within a fortnight", items: digest.ahead.map { item($0) }, more: 0))
        return parts.filter { !$0.items.isEmpty }
    }

    private func item(_ brief: EncounterBrief, _ remark: String? = nil) -> Item {
        let headline = Headline(encounter: Encounter(brief), partyName: names.party).brief
        let place = [brief.place, brief.country.map(names.party)].compactMap { $0 }.joined(separator: ", ")
        let disputed = brief.disputes.isEmpty ? nil : "disputed: \(Phrases.list(brief.disputes.map(\.rawValue)))"
        let remarks = [
            Phrases.status(brief.status), place.isEmpty ? nil : place,
            "\(Phrases.count(brief.reports, "report")), \(Phrases.count(brief.origins, "origin"))", disputed, remark,
        ]
        return Item(
            day: brief.date?.iso ?? "no day", headline: headline,
            remarks: remarks.compactMap { $0 }.joined(separator: " · "),
            id: brief.id)
    }

    private var silent: [String] {
        digest.silent.map { source in
            "\(Columns.safe(source.publisher)): nothing for \(Phrases.count(source.days, "day")), never more than "
                + "\(Phrases.count(source.usual, "day")) before"
        }
    }

    /// "Since 10 March 2026: 3 new, 1 announced, 2 changed course"
    package var subject: String {
        let counts = [
            (digest.new.count, "new"), (digest.planned.count, "announced"), (digest.moved.count, "changed course"),
            (digest.disputed.count, "in dispute"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "Since \(since): " + (counts.isEmpty ? "nothing new" : counts.joined(separator: ", "))
    }

    private var since: String {
        let day = Day(iso: digest.since).map(Phrases.day) ?? digest.since
        return digest.since.utf8.count > 10 ? "\(day), \(digest.since.dropFirst(11).prefix(5)) UTC" : day
    }

    // MARK: - Text

    /// The letter in lines with line feeds.
    package func text() -> String {
        var lines = [
            subject, digest.clock.map { "The reports go up to \(Phrases.day($0))." } ?? "The register is empty.",
        ]
        for part in parts {
            lines += ["", part.title, String(repeating: "─", count: part.title.count)]
            for item in part.items {
                lines.append("\(item.day)  \(item.headline)")
                lines.append("            \(item.remarks)")
                lines.append("            " + (base.map { "\($0)/encounters/\(item.id)" } ?? item.id))
            }
            if part.more > 0 { lines.append("and \(part.more) more") }
        }
        if !silent.isEmpty { lines += ["", "Fell silent", "───────────"] + silent }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - HTML

    package func html() -> String {
        var out = Markup()
        out.doctype()
        out.element("html", ["lang": "en"]) { out in
            out.element("head") { out in
                out.void("meta", ["charset": "utf-8"])
                out.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                out.element("title", subject)
            }
            out.element("body") { out in
                out.heading(1, subject)
                out.paragraph(
                    digest.clock.map { "The reports go up to \(Phrases.day($0))." } ?? "The register is empty.")
                for part in parts { write(part, &out) }
                guard !silent.isEmpty else { return }
                out.heading(2, "Fell silent")
                out.element("ul") { out in for source in silent { out.element("li", source) } }
            }
        }
        return out.html
    }

    private func write(_ part: Part, _ out: inout Markup) {
        out.heading(2, part.title)
        out.element("ul") { out in
            for item in part.items {
                out.element("li") { out in
                    out.text("\(item.day) ")
                    if let base {
                        out.link("\(base)/encounters/\(item.id)", item.headline)
                    } else {
                        out.element("strong", item.headline)
                    }
                    out.void("br")
                    out.text(item.remarks)
                }
            }
        }
        if part.more > 0 { out.paragraph("and \(part.more) more") }
    }

    // MARK: - Mail

    /// A message (RFC 5322) with the letter in text and in HTML (RFC 2046, multipart/alternative), for a program such as
    /// `sendmail -t`.
    ///
    /// - Parameter date: as RFC 5322 has it: "Fri, 27 Nov 2026 15:38:37 +0000".
    package func mail(from: String?, to: String?, date: String) -> String {
        let boundary = "=_rapporteur_\(ContentTag.of(Array(text().utf8)))"
        var lines: [String] = []
        if let from { lines.append("From: \(Self.headerSafe(from))") }
        if let to { lines.append("To: \(Self.headerSafe(to))") }
        lines += [
            "Date: \(date)", "Subject: \(Self.encodedWords("\(Frame.name): \(subject)"))", "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
        ]
        for (type, body) in [("text/plain", text()), ("text/html", html())] {
            lines += [
                "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                "",
                Self.quotedPrintable(body),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return lines.joined(separator: "\r\n")
    }

    /// A header's value on one line, in ASCII.
    private static func headerSafe(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { (0x20...0x7E).contains($0.value) ? $0 : "?" }))
    }

    /// Text as encoded words (RFC 2047), where it is not plain ASCII; none is cut within a scalar.
    static func encodedWords(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > 15 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { word in
            "=?utf-8?Q?" + word.map { byte in isPlain(byte) ? String(UnicodeScalar(byte)) : escaped(byte) }.joined()
                + "?="
        }.joined(separator: "\r\n ")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.utf8.count == 1 ? "0" : "") + digits
    }

    /// Lines of at most 76 characters (RFC 2045, 6.7).
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var out: [String] = [""]
            let bytes = Array(line.utf8)
            for (i, byte) in bytes.enumerated() {
                let isSpaceAtEnd = (byte == 0x20 || byte == 0x09) && i + 1 == bytes.count
                let isLiteral = (0x20...0x7E).contains(byte) && byte != 0x3D && !isSpaceAtEnd
                let piece = isLiteral ? String(UnicodeScalar(byte)) : escaped(byte)
                if out[out.count - 1].utf8.count + piece.utf8.count > 75 {
                    out[out.count - 1] += "="
                    out.append("")
                }
                out[out.count - 1] += piece
            }
            return out.joined(separator: "\r\n")
        }.joined(separator: "\r\n")
    }
}
