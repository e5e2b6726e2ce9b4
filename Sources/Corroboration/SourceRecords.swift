public import Diplomacy

/// How far reports are believed: by kind of publisher, and by how often each publisher was borne out.
public struct SourceRecords: Sendable {
    /// The factor of a publisher's weight in twentieths, by the publisher's name; ``full`` for one that is not here.
    public var steps: [String: Int]
    /// The step of a publisher of which nothing is known.
    public static let full = 20

    public init(steps: [String: Int] = [:]) { self.steps = steps }

    /// How often the first word of a publisher on the day, the country or the course of an encounter was what most of the other
    /// origins say.
    public struct Tally: Hashable, Sendable {
        public var agreed: Int
        public var disagreed: Int

        public init(agreed: Int = 0, disagreed: Int = 0) {
            self.agreed = agreed
            self.disagreed = disagreed
        }

        public static func += (a: inout Tally, b: Tally) {
            a.agreed += b.agreed
            a.disagreed += b.disagreed
        }

        /// The publisher's record as a factor of its weight in twentieths, 10 to 21: the share of values borne out, drawn to .9
        /// as by forty values, so that a few do not make or break a name.
        public var step: Int {
            let share = (Double(agreed) + 36) / (Double(agreed + disagreed) + 40)
            return max(10, min(21, Int((share / 0.9 * Double(SourceRecords.full)).rounded())))
        }
    }

    /// The factor of a publisher's weight, .5 to 1.05.
    func factor(of source: Source?) -> Double {
        guard let name = source?.name, let step = steps[name] else { return 1 }
        return Double(step) / Double(Self.full)
    }

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

    /// The weight of what a report claims of an encounter, whoever publishes it.
    static func weight(_ claim: Encounter, of source: Source?) -> Double {
        var weight = weight(of: source?.kind) * weight(of: claim.attributedTo?.grade)
        if source?.kind == .official, let country = source?.country,
            claim.participants.contains(where: { $0.party == country })
        {
            // officials of a side, speaking of their own acts
            weight *= 1.2
        }
        weight *= claim.principal ? 1 : claim.reported ? 0.8 : 0.5
        return weight * (0.6 + 0.4 * claim.confidence)
    }
}
