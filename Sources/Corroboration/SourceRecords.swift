public import Diplomacy

/// How far reports are believed: by kind of publisher, and by how often each publisher was borne out.
public struct SourceRecords: Sendable {
    /// What a publisher's single values came to, where other origins told the same field.
    public struct Tally: Hashable, Sendable {
        public var agreed = 0
        public var disagreed = 0

        public init(agreed: Int = 0, disagreed: Int = 0) {
            self.agreed = agreed
            self.disagreed = disagreed
        }

        /// The publisher's record as a factor of its weight, in twelve steps from .5 to 1.05: the share of values borne out,
        /// drawn to .9 as by forty values, so that a few do not make or break a name.
        public var factor: Double {
            let share = (Double(agreed) + 36) / (Double(agreed + disagreed) + 40)
            return max(0.5, min(1.05, ((share / 0.9) * 20).rounded() / 20))
        }
    }

    /// By the publisher's name.
    public var tallies: [String: Tally]

    public init(tallies: [String: Tally] = [:]) { self.tallies = tallies }

    /// The weight of a kind of publisher, 0 to 1.
    public static func weight(of kind: SourceKind?) -> Double {
        switch kind {
        case .official: 1
        case .agency: 0.9
        case .broadcaster, .newspaper: 0.8
        case .magazine: 0.7
        case .aggregator: 0.5
        case .blog: 0.4
        case nil: 0.5
        }
    }

    /// The weight of how a source is named, 0 to 1.
    static func weight(of grade: Grade?) -> Double {
        switch grade {
        case .named, .spokesperson: 1
        case .unnamedOfficial: 0.85
        case .mediaOnly: 0.8
        case .briefedSource: 0.6
        case nil: 0.9
        }
    }

    /// The weight of what a report claims of an encounter.
    func weight(_ claim: Encounter, of source: Source?) -> Double {
        var weight = Self.weight(of: source?.kind) * Self.weight(of: claim.attributedTo?.grade)
        if source?.kind == .official, let country = source?.country,
            claim.participants.contains(where: { $0.party == country })
        {
            // officials of a side, speaking of their own acts
            weight *= 1.2
        }
        if let name = source?.name, let tally = tallies[name] { weight *= tally.factor }
        weight *= claim.principal ? 1 : claim.reported ? 0.8 : 0.5
        return weight * (0.6 + 0.4 * claim.confidence)
    }
}
