package import Diplomacy

/// What an export says of parties and persons beside the register: names and codes of the lexicon, and an encounter in words.
package struct ExportNames: Sendable {
    package struct Party: Sendable, Hashable {
        package var name: String
        /// ISO 3166-1 alpha-2 in lower case; `nil` for one that has none.
        package var alpha2: String?
        /// Whether it is a state or a territory with a government, not an organisation or a group.
        package var isState: Bool

        package init(name: String, alpha2: String? = nil, isState: Bool) {
            self.name = name
            self.alpha2 = alpha2
            self.isState = isState
        }
    }

    /// A party by the register's code.
    package var party: @Sendable (String) -> Party
    /// The lexicon's key of a person by name and party's code; `nil` for one that it does not know.
    package var personKey: @Sendable (String, String?) -> String?
    /// An encounter in one sentence, without its date.
    package var headline: @Sendable (RegisteredEncounter) -> String

    package init(
        party: @escaping @Sendable (String) -> Party,
        personKey: @escaping @Sendable (String, String?) -> String? = { _, _ in nil },
        headline: @escaping @Sendable (RegisteredEncounter) -> String
    ) {
        self.party = party
        self.personKey = personKey
        self.headline = headline
    }

    /// Codes for names: what an export does without a lexicon. A code of three capital letters is taken for a state's.
    package static let codes = ExportNames(
        party: { Party(name: $0, isState: $0.utf8.count == 3 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) }) },
        headline: { "\($0.kind.words) of \(CSV.parties($0.participants).joined(separator: ", "))" })
}

extension RawRepresentable<String> {
    /// A value of a vocabulary as words: "under way".
    var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}

extension ExportNames {
    /// "Villa Abamelek, Rome, Italy", each part once; `nil` for a place of which nothing is told.
    func location(_ place: Place?) -> String? {
        guard let place else { return nil }
        var parts: [String] = []
        for part in [place.venue, place.name, place.country.map { party($0).name }] {
            if let part, !part.isEmpty, !parts.contains(part) { parts.append(part) }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// "held; consultation; in person; outcome: understanding; 8 reports, 6 origins; disputed: date".
    func summary(_ encounter: RegisteredEncounter) -> String {
        var parts = [encounter.status.words, encounter.kind.words]
        if encounter.medium != .unknown { parts.append(encounter.medium.words) }
        if encounter.format != .direct { parts.append("\(encounter.format.words) contact") }
        switch encounter.outcome.kind {
        case .notStated, .notApplicable: break
        case let outcome: parts.append("outcome: \(outcome.words)")
        }
        let (reports, origins) = (encounter.reports.count, encounter.origins)
        parts.append("\(reports) report\(reports == 1 ? "" : "s"), \(origins) origin\(origins == 1 ? "" : "s")")
        if !encounter.disputes.isEmpty {
            parts.append("disputed: \(encounter.disputes.map(\.field.rawValue).joined(separator: ", "))")
        }
        return parts.joined(separator: "; ")
    }
}
