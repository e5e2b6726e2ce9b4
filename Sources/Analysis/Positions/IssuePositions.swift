public import Diplomacy

/// What a party said on an issue, as one report has it.
public struct Statement: Hashable, Sendable {
    public var party: String
    /// A code of the contract's list.
    public var issue: String
    public var stance: Stance
    public var day: Day
    /// Who reports it; empty where that is not told.
    public var publisher: String
    /// The document, by which it is traced.
    public var document: String

    public init(party: String, issue: String, stance: Stance, day: Day, publisher: String, document: String) {
        self.party = party
        self.issue = issue
        self.stance = stance
        self.day = day
        self.publisher = publisher
        self.document = document
    }
}

/// What two parties have said on an issue, side by side.
///
/// A stance is taken towards some proposal, and two stances on one issue need not be towards the same one: the relation says how the two
/// lean, not that they would sign one text. Statements are counted once a party, stance, day and publisher. O(n log n).
public struct IssuePositions: Hashable, Sendable {
    /// One party's statements.
    public struct Side: Hashable, Sendable {
        public var party: String
        /// The newest first.
        public var statements: [Statement]

        public var n: Int { statements.count }
        public func count(_ stance: Stance) -> Int { statements.count { $0.stance == stance } }
        /// Distinct publishers that report them.
        public var publishers: Int { Set(statements.map(\.publisher)).count }
        /// Statements for less statements against, of both together, -1 to 1; `nil` where it took neither side.
        public var lean: Double? {
            let (inFavour, against) = (statements.count { $0.stance.side > 0 }, statements.count { $0.stance.side < 0 })
            return inFavour + against == 0 ? nil : Double(inFavour - against) / Double(inFavour + against)
        }
    }

    /// How the two lean.
    public enum Relation: String, Sendable, CaseIterable {
        case agree, differ, mixed
        case oneSided = "one-sided"
        case tooFew = "too few to tell"
    }

    /// A side with fewer statements is not told to lean.
    public static let fewest = 2
    /// What leans by less leans to neither side.
    public static let leastLean = 1.0 / 3

    public let issue: String
    /// Of the first party and of the second.
    public let sides: [Side]

    public var n: Int { sides.reduce(0) { $0 + $1.n } }

    public var relation: Relation {
        if sides.contains(where: { $0.n == 0 }) { return .oneSided }
        if sides.contains(where: { $0.n < Self.fewest }) { return .tooFew }
        let leans = sides.map { $0.lean ?? 0 }
        guard leans.allSatisfy({ abs($0) >= Self.leastLean }) else { return .mixed }
        return (leans[0] > 0) == (leans[1] > 0) ? .agree : .differ
    }

    /// The issues on which at least one of two parties has spoken, those with the most statements first.
    public static func all(of first: String, and second: String, in statements: [Statement]) -> [IssuePositions] {
        var seen: Set<[String]> = []
        let order = statements.filter { $0.party == first || $0.party == second }
            .sorted { ($0.day, $0.document, $0.stance.rawValue) > ($1.day, $1.document, $1.stance.rawValue) }
            .filter { seen.insert([$0.party, $0.issue, $0.stance.rawValue, $0.day.iso, $0.publisher]).inserted }
        let byIssue = Dictionary(grouping: order, by: \.issue)
        return byIssue.map { issue, told in
            IssuePositions(
                issue: issue,
                sides: [first, second].map { party in
                    Side(party: party, statements: told.filter { $0.party == party })
                })
        }.sorted { $0.n != $1.n ? $0.n > $1.n : $0.issue < $1.issue }
    }
}

extension Stance {
    /// 1 for what is wanted, -1 for what is not, 0 for what depends.
    var side: Int {
        switch self {
        case .supports, .callsFor: 1
        case .opposes, .rejects, .condemns: -1
        case .conditional: 0
        }
    }
}
