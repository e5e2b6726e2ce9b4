import Testing

@testable import Exchange

@Suite("Notes of exports")
struct ExportNoteTests {
    @Test("a note states licence, query, register, program and how to cite")
    func statements() {
        let note = Sample.note
        #expect(
            note.statements.map(\.name) == [
                "title", "licence", "rights", "query", "register_changed", "register_encounters", "version", "program",
                "made", "cite_as",
            ])
        #expect(note.version == "2026.3.14+7")
        #expect(
            note.sentence
                == "The Desk; Encounters of diplomats, version 2026.3.14+7; made by rapporteur 0.1.0; query: party:NOR; 2026-03-15T10:00:00Z."
        )
        #expect(note.text.contains("\nquery: party:NOR\n") && note.text.contains("publishers' rights"))
    }

    @Test("all of an empty register has a version and says what it is")
    func empty() {
        let note = ExportNote(changed: nil, encounters: 0, program: "p", made: "2026-01-01T00:00:00Z")
        #expect(note.version == "0.0.0+0")
        #expect(note.statements.contains { $0 == ("query", "all encounters of the register") })
        #expect(!note.statements.contains { $0.name == "register_changed" || $0.name == "licence_url" })
    }

    @Test("a licence of the owner takes the place of ours")
    func licence() {
        var note = Sample.note
        note.licence = .init(name: "CC BY 4.0", id: "CC-BY-4.0", url: "https://l.example/by", text: "Name the Desk.")
        #expect(note.text.contains("licence: CC BY 4.0\nlicence_url: https://l.example/by\nrights: Name the Desk.\n"))
        #expect(!note.text.contains("publishers"))
    }

    @Test("each statement stands on one line, whatever the words are", arguments: hostile)
    func lines(text: String) {
        let note = ExportNote(
            title: text, licence: .init(name: text, url: text, text: text), query: text, changed: text, encounters: 1,
            program: text, made: text, owner: text, url: text)
        #expect(note.text.split(whereSeparator: \.isNewline).count == note.statements.count)
        #expect(note.statements.allSatisfy { !$0.value.isEmpty })
    }

    @Test("an export is cited as a data set")
    func citation() {
        let citation = Sample.note.citation
        #expect(citation.bibtex().hasPrefix("@misc{rapporteur-2026.3.14-7-"))
        #expect(citation.bibtex().contains("  author = {{The Desk}},\n"))
        #expect(citation.bibtex().contains("  date = {2026-03-14},\n"))
        #expect(citation.ris().hasPrefix("TY  - DATA\r\n"))
        #expect(String(decoding: citation.cslJSON(), as: UTF8.self).contains(#""type":"dataset""#))
    }
}

@Suite("Ids of exports")
struct ExportKeyTests {
    /// FollowTheMoney's rule for ids (followthemoney 4.11, `EntityType`), a name token of XML (XML 1.0, 2.3) as well.
    private func isSafe(_ id: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard let first = id.utf8.first, let last = id.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && id.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
    }

    @Test("a safe id stays, another keeps what it can and ends with its hash")
    func kept() {
        #expect(ExportKey.encounter("enc_00112233445566ff") == "rapporteur-encounter-00112233445566ff")
        #expect(ExportKey.report("d1") == "rapporteur-report-d1")
        #expect(ExportKey.party("ABU-SAYYAF") == "rapporteur-party-abu-sayyaf")
        // FNV-1a of "a" (Fowler, Noll, Vo: test vectors)
        #expect(ExportKey.fnv("a") == 0xAF63_DC4C_8601_EC8C)
        #expect(ExportKey.safe("-a").hasPrefix("a-"))
        #expect(ExportKey.safe("").hasPrefix("x"))
    }

    @Test("ids are safe, and others for other texts", arguments: hostile + ["a.", ".a", "a_b", "--", "встреча"])
    func safe(text: String) {
        for id in [ExportKey.encounter(text), ExportKey.report(text), ExportKey.party(text)] {
            #expect(isSafe(id), "\(id)")
            #expect(id.utf8.count <= 100)
        }
        let person = ExportKey.person(text, party: "NOR", Sample.names)
        #expect(isSafe(person), "\(person)")
        #expect(person != ExportKey.person(text, party: "CHE", Sample.names))
        #expect(ExportKey.safe(text) != ExportKey.safe(text + "x"))
    }

    @Test("a person whom the lexicon knows has the id of its export")
    func person() {
        #expect(ExportKey.person("Ann Lee", party: "NOR", Sample.names) == "rapporteur-person-ann-lee")
        #expect(ExportKey.person("Urs Frei", party: "CHE", Sample.names).hasPrefix("rapporteur-named-urs-frei-che-"))
    }

    @Test("titles become words with hyphens, as the lexicon's export has them")
    func slug() {
        #expect(ExportKey.slug("Minister of Foreign Affairs (acting)") == "minister-of-foreign-affairs-acting")
        #expect(ExportKey.slug("Élysée & Co") == "lys-e-co")
        #expect(ExportKey.slug("峰会") == "")
    }
}
