package import Diplomacy
package import Register

/// What the two sides' own readouts and other reports tell of one encounter.
package struct Comparison {
    /// One side's officials, or everybody else.
    package struct Voice {
        /// `nil` for those who speak for no party of the encounter.
        package var party: String?
        package var claims: [Encounter]
        package var texts: [StoredText]

        /// The values of a field, each once, in the order in which they are told.
        package func values(_ field: Field) -> [String] {
            claims.flatMap(field.values).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// A side's standing formulas, against its last readout of an encounter of the same two parties.
    package struct Formulas {
        package var party: String
        package var other: String
        /// `nil` where there is no earlier readout.
        package var last: Readout?
        package var kept: [String]
        /// In this readout and in other readouts of the side, not in the last.
        package var new: [String]
        /// In the last readout and in others of the side, not in this one.
        package var gone: [String]
    }

    /// What can be compared field by field.
    package enum Field: String, CaseIterable {
        case status, date, place, kind, participants, issues, outcome

        package func values(_ claim: Encounter) -> [String] {
            switch self {
            case .status: [claim.status.rawValue]
            case .date: [claim.date?.iso].compactMap { $0 }
            case .place: [claim.place.flatMap { $0.name ?? $0.country }].compactMap { $0 }
            case .kind: [claim.kind.rawValue]
            case .participants: claim.participants.compactMap(\.person)
            case .issues: claim.issues.map { Issue.words($0.code) }
            case .outcome:
                [.notStated, .notApplicable].contains(claim.outcome.kind) ? [] : [Phrases.outcome(claim.outcome.kind)]
            }
        }
    }

    /// Readouts by a side in which a formula is looked for.
    package static let mostReadouts = 60

    package let encounter: RegisteredEncounter
    /// Sides with a readout of their own in the order of their parties, then the others.
    package let voices: [Voice]
    package let formulas: [Formulas]

    package init(_ encounter: RegisteredEncounter, in register: Register) throws {
        self.encounter = encounter
        let texts = try register.texts(of: encounter.reports.map(\.document))
        let parties = Set(encounter.participants.compactMap(\.party)).sorted()
        func voice(_ party: String?) -> Voice {
            let members = encounter.reports.compactMap { report -> (Encounter, StoredText)? in
                guard let text = texts.first(where: { $0.document == report.document }) else { return nil }
                let speaker = parties.first { text.source?.speaks(for: $0) == true }
                return speaker == party ? (report.claim, text) : nil
            }
            return Voice(party: party, claims: members.map(\.0), texts: members.map(\.1))
        }
        voices = (parties.map { voice($0) } + [voice(nil)]).filter { !$0.claims.isEmpty }
        formulas = try voices.compactMap { voice in
            guard let party = voice.party, let other = parties.first(where: { $0 != party }) else { return nil }
            return try Self.formulas(of: voice, party, with: other, encounter.id, register)
        }
    }

    /// The sides with a readout of their own.
    package var sides: [Voice] { voices.filter { $0.party != nil } }

    private static func formulas(
        of voice: Voice, _ party: String, with other: String, _ id: String, _ register: Register
    ) throws -> Formulas {
        let last = try register.readouts(by: party, with: other, before: id, limit: 1).first
        guard let last else { return Formulas(party: party, other: other, last: nil, kept: [], new: [], gone: []) }
        let corpus = try register.readouts(by: party, with: nil, before: id, limit: mostReadouts)
        let standing = corpus.filter { $0.encounter != last.encounter }.map { ComparedText($0.text) }
        let own = voice.texts.map { ComparedText($0) }
        let before = ComparedText(last.text)
        return Formulas(
            party: party, other: other, last: last, kept: before.stretches(sharedWith: own),
            new: own.flatMap { $0.stretches(sharedWith: standing, butNot: [before]) },
            gone: before.stretches(sharedWith: standing, butNot: own))
    }
}

extension ComparedText {
    package init(_ stored: StoredText) { self.init(title: nil, text: stored.text) }
}

/// A sentence that one version of a report has and the other has not.
package struct SentenceChange: Equatable {
    package var text: String
    package var isAdded: Bool

    package init(text: String, isAdded: Bool) {
        self.text = text
        self.isAdded = isAdded
    }
}

extension ReportVersion {
    /// The sentences, of title and text, that were dropped since an older version, then those that were taken up, in the order of
    /// the texts.
    package func changes(since old: ReportVersion) -> [SentenceChange] {
        let before = ComparedText(title: old.title, text: old.text).sentences
        let after = ComparedText(title: title, text: text).sentences
        let difference = after.difference(from: before)
        let removals = difference.removals.map { change in
            if case .remove(let offset, let text, _) = change { (offset, text) } else { (0, "") }
        }
        let insertions = difference.insertions.map { change in
            if case .insert(let offset, let text, _) = change { (offset, text) } else { (0, "") }
        }
        return removals.map { SentenceChange(text: $0.1, isAdded: false) }
            + insertions.map { SentenceChange(text: $0.1, isAdded: true) }
    }
}
