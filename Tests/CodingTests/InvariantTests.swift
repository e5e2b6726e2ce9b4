import Coding
import Diplomacy
import Testing

/// What holds of every record, whatever the text: read over all the sentences of the suite.
@Suite struct InvariantTests {
    static let sentences: [Document] =
        [VerbRuleTests.all, NounRuleTests.all, ActorPhraseTests.all, StatusRuleTests.all].joined().joined()
        .map { document(Annotation.bare($0)) }
    static let readings: [Document] =
        [
            MannerTests.all, PlaceTests.all, EncounterDateTests.all, WhoTests.all, CourseTests.all, PrincipalTests.all,
            SeveralTests.all, PublisherTests.all,
        ].joined().joined().map(\.document)
    static let documents = sentences + readings + ContractExampleTests.documents
    static let records = documents.map { ($0, Embedded.coder.record(for: $0)) }

    @Test func theSuiteIsWide() {
        #expect(Self.documents.count > 250)
        #expect(Self.records.filter { !$0.1.encounters.isEmpty }.count > 180)
    }

    @Test func everySpanLiesInsideTheText() {
        for (document, record) in Self.records {
            let length = document.spanned.unicodeScalars.count
            for span in record.spans {
                #expect(span.start >= 0 && span.start <= span.end && span.end <= length, "\(document.spanned)")
            }
        }
    }

    /// A person's span holds the surname as the text has it, unless the text names the office and the lexicon its holder,
    /// or the name stands elsewhere in the text and a pronoun here.
    @Test func aPersonsSpanNamesThePerson() {
        for (document, record) in Self.records {
            for participant in record.encounters.flatMap(\.participants) where participant.basis == nil {
                guard let span = participant.span, let person = participant.person,
                    let surname = person.split(separator: " ").last.map({ Self.plain(String($0)) }),
                    Self.plain(document.spanned).contains(surname)
                else { continue }
                let covered = Self.plain(words(span, of: document.spanned) ?? "")
                let isElsewhere = !record.isNamedOnce(person)
                #expect(covered.contains(surname) || isElsewhere, "\(person) in \"\(covered)\"")
            }
        }
    }

    @Test func evidenceIsTheTextAtItsSpan() {
        for (document, record) in Self.records {
            for evidence in record.encounters.flatMap(\.evidence) {
                #expect(words(evidence.span, of: document.spanned) == evidence.text)
                #expect(!evidence.rule.isEmpty && evidence.rule.contains("."))
            }
        }
    }

    @Test func everyEncounterRestsOnEvidenceAndTwoParties() {
        for (document, record) in Self.records {
            for encounter in record.encounters {
                #expect(!encounter.evidence.isEmpty, "\(document.spanned)")
                #expect(Set(encounter.participants.compactMap(\.party)).count >= 2, "\(document.spanned)")
                #expect(encounter.confidence > 0 && encounter.confidence < 1)
            }
        }
    }

    @Test func atMostOnePrincipalAndItIsNews() {
        for (document, record) in Self.records {
            let principals = record.encounters.filter(\.principal)
            #expect(principals.count <= 1, "\(document.spanned)")
            #expect(principals.allSatisfy { $0.reported }, "\(document.spanned)")
        }
    }

    @Test func identifiersCountUp() {
        for (_, record) in Self.records {
            #expect(record.encounters.map(\.id) == record.encounters.indices.map { "e\($0 + 1)" })
            let known = Set(record.encounters.map(\.id))
            #expect(record.encounters.flatMap(\.relations).allSatisfy { known.contains($0.encounter) })
        }
    }

    @Test func eachPartyHasOneLead() {
        for (_, record) in Self.records {
            for encounter in record.encounters {
                for party in Set(encounter.participants.compactMap(\.party)) {
                    #expect(encounter.participants.filter { $0.party == party && $0.lead }.count == 1)
                }
            }
        }
    }

    /// A call has no venue; what did not happen has no outcome.
    @Test func fieldsAgree() {
        for (document, record) in Self.records {
            for encounter in record.encounters {
                if encounter.medium == .phone || encounter.medium == .video { #expect(encounter.place == nil) }
                if !encounter.status.happened {
                    #expect(encounter.outcome.kind == .notApplicable, "\(document.spanned)")
                }
                if let date = encounter.date { #expect(date.start <= date.end) }
            }
        }
    }

    @Test func noEncounterHasAReason() {
        for (document, record) in Self.records where record.encounters.isEmpty {
            #expect(!record.diagnostics.isEmpty, "\(document.spanned)")
        }
    }

    @Test func theSameTwice() {
        for (document, record) in Self.records {
            #expect(Embedded.coder.record(for: document).lines == record.lines)
        }
    }

    @Test func theSameOnManyThreads() async {
        let documents = Self.documents
        let alone = Self.records.map(\.1.lines)
        let together = await withTaskGroup(of: (Int, [String]).self) { group in
            for (i, document) in documents.enumerated() {
                group.addTask { (i, Embedded.coder.record(for: document).lines) }
            }
            var found = Array(repeating: [String](), count: documents.count)
            for await (i, lines) in group { found[i] = lines }
            return found
        }
        #expect(together == alone)
    }

    /// Spans count scalars: what stands before a sentence moves them by its own length and changes nothing else.
    @Test func spansCountScalars() throws {
        let sentence = "Emmanuel Macron met Friedrich Merz in Paris on Wednesday."
        let before = "Prix du café: 3 €. Ça va 😀. "
        let plain = try #require(read(sentence).principal)
        let moved = try #require(read(before + sentence).principal)
        let shift = before.unicodeScalars.count
        #expect(moved.line == plain.line)
        #expect(
            moved.participants.map(\.span)
                == plain.participants.map { $0.span.map { Span($0.start + shift, $0.end + shift) } })
    }

    private static let accents: [Character: Character] = ["ğ": "g", "ć": "c", "č": "c", "á": "a", "é": "e"]

    private static func plain(_ text: String) -> String { String(text.lowercased().map { accents[$0] ?? $0 }) }
}

extension Record {
    /// Every span of the record.
    fileprivate var spans: [Span] {
        var found = diagnostics.compactMap(\.span)
        found += quotations.map(\.span)
        for encounter in encounters {
            found += encounter.participants.compactMap(\.span)
            found += encounter.evidence.map(\.span)
            found += encounter.issues.map(\.span)
            found += encounter.about.map(\.span)
            if let place = encounter.place?.span { found.append(place) }
            if let outcome = encounter.outcome.span { found.append(outcome) }
        }
        return found
    }

    /// Whether only one encounter has a person: of several, the later ones may point back by a pronoun.
    fileprivate func isNamedOnce(_ person: String) -> Bool {
        encounters.filter { $0.participants.contains { $0.person == person } }.count == 1
    }
}
