import Corroboration
import Diplomacy
import GRDB

/// A claim as it is stored, without the record that it is part of.
struct StoredClaim {
    var id: Int64
    var report: Int64
    /// The encounter that it was put into.
    var encounter: String?
    var facts: ClaimFacts

    var key: ClaimKey { facts.key }
}

/// The claims that have to be grouped again after some were filed, and the encounters beside them that stay.
///
/// Founders (claims with a time) group independently of all others: with those within a week of them, and so on. The others
/// join groups afterwards, so that those near a moving group move as well, among moving and standing groups.
struct Neighbourhood {
    private let db: Database
    private let hasDecisions: Bool
    private var loaded: [Int64: StoredClaim?] = [:]
    /// Claims that move or are about to.
    private var taken: Set<Int64> = []
    /// The days of each dyad for which founders were looked up.
    private var explored: [String: [ClosedRange<Int>]] = [:]
    /// The claims that may move.
    private(set) var moving: [Int64: StoredClaim] = [:]
    /// Encounters that stay, with their founders.
    private(set) var standing: [(id: String, founders: [StoredClaim])] = []
    /// Encounters whose claims all move.
    private(set) var dissolved: Set<String> = []

    init(_ db: Database) throws {
        self.db = db
        hasDecisions = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM decision WHERE active)") ?? false
    }

    /// Gathers what may move with some claims and with all claims of some encounters.
    ///
    /// - Parameter guests: claims that are not stored, and what may move with them.
    mutating func gather(from seeds: [Int64] = [], dissolving encounters: [String] = [], with guests: [ClaimFacts] = [])
        throws
    {
        var frontier: [StoredClaim] = []
        try take(seeds, &frontier)
        for id in encounters { try dissolve(id, &frontier) }
        for guest in guests where guest.role != .remembered { try take(near(guest), &frontier) }
        try spread(&frontier)
        try takeUndated(&frontier, guests.filter { $0.role == .founder })
        try findStanding(guests.filter { $0.role != .founder })
    }

    /// Leaves out the claims of a report, of which another text is looked at.
    mutating func leaveOut(report: Int64) {
        moving = moving.filter { $0.value.report != report }
        for i in standing.indices { standing[i].founders.removeAll { $0.report == report } }
    }

    /// The documents that name what may move and what stands.
    var documents: [String] {
        Set(moving.values.map(\.key.document) + standing.flatMap { $0.founders.map(\.key.document) }).sorted()
    }

    /// From founder to founder, from what is news without a time to its like, and along decisions.
    private mutating func spread(_ frontier: inout [StoredClaim]) throws {
        while let claim = frontier.popLast() {
            guard moving.updateValue(claim, forKey: claim.id) == nil else { continue }
            if hasDecisions { try take(partners(of: claim), &frontier) }
            if claim.facts.role == .founder, let id = claim.encounter { try dissolve(id, &frontier) }
            if claim.facts.role != .remembered { try take(near(claim.facts), &frontier) }
        }
    }

    private mutating func dissolve(_ id: String, _ frontier: inout [StoredClaim]) throws {
        guard dissolved.insert(id).inserted else { return }
        try take(members(of: id), &frontier)
    }

    private mutating func take(_ ids: [Int64], _ frontier: inout [StoredClaim]) throws {
        for id in ids where taken.insert(id).inserted {
            if let claim = try claim(id) { frontier.append(claim) }
        }
    }

    /// Claims without a time that are looked for where founders move.
    private mutating func takeUndated(_ frontier: inout [StoredClaim], _ guests: [ClaimFacts]) throws {
        let founders = moving.values.map(\.facts).filter { $0.role == .founder }
        for (dyad, days) in spans(of: founders + guests) {
            for role in [ClaimFacts.Role.undated, .remembered] {
                try take(
                    Int64.fetchAll(
                        db.cachedStatement(
                            sql: "SELECT claim FROM claim_key WHERE dyad = ? AND role = ? AND first <= ? AND last >= ?"),
                        arguments: [dyad, role.rawValue, days.upperBound, days.lowerBound]), &frontier)
            }
        }
        // they pull along their like, and founders only where a decision names them
        try spread(&frontier)
    }

    /// Encounters that a moving claim without a time may join or leave, and whose founders do not move.
    private mutating func findStanding(_ guests: [ClaimFacts]) throws {
        let rest = moving.values.filter { $0.facts.role != .founder }
        var found = Set(rest.compactMap(\.encounter))
        for (dyad, days) in spans(of: rest.map(\.facts) + guests) {
            found.formUnion(
                try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT DISTINCT encounter FROM claim_key JOIN claim ON claim.id = claim_key.claim
                            WHERE dyad = ? AND role = 0 AND first BETWEEN ? AND ? AND last >= ? AND encounter IS NOT NULL
                            """),
                    arguments: [dyad, days.lowerBound - BlockKey.longest, days.upperBound, days.lowerBound]))
        }
        for id in found.subtracting(dissolved).sorted() {
            let founders = try members(of: id).compactMap { try claim($0) }.filter { $0.facts.role == .founder }
            // a group of undated claims alone moves as a whole
            if !founders.isEmpty { standing.append((id, founders)) } else { dissolved.insert(id) }
        }
    }

    /// The first and last day of some claims, by dyad, with the days around them that may be of the same encounter.
    private func spans(of claims: [ClaimFacts]) -> [(String, ClosedRange<Int>)] {
        var spans: [String: ClosedRange<Int>] = [:]
        for claim in claims {
            let block = claim.block
            let days = (block.first - BlockKey.reach)...(block.last + BlockKey.reach)
            for dyad in block.dyads {
                let known = spans[dyad.code] ?? days
                spans[dyad.code] =
                    min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
            }
        }
        return spans.sorted { $0.key < $1.key }
    }

    /// Claims of the same role that can be of one encounter with a claim, by their parties and days; of founders only those that
    /// were not given before.
    private mutating func near(_ claim: ClaimFacts) throws -> [Int64] {
        let block = claim.block
        let days = (block.first - BlockKey.reach)...(block.last + BlockKey.reach)
        var first = BlockKey.earliest
        var found: [Int64] = []
        for dyad in block.dyads {
            if claim.role == .founder {
                if let known = explored[dyad.code], known.contains(where: { $0.contains(days) }) { continue }
                first = days.lowerBound - BlockKey.longest
                explore(days, dyad.code)
            }
            found += try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT claim FROM claim_key WHERE dyad = ? AND role = ? AND first BETWEEN ? AND ? AND last >= ?
                        """), arguments: [dyad.code, claim.role.rawValue, first, days.upperBound, days.lowerBound])
        }
        return found
    }

    private mutating func explore(_ days: ClosedRange<Int>, _ dyad: String) {
        var all = days
        var others: [ClosedRange<Int>] = []
        for known in explored[dyad] ?? [] {
            if known.upperBound + 1 >= all.lowerBound, known.lowerBound <= all.upperBound + 1 {
                all = min(all.lowerBound, known.lowerBound)...max(all.upperBound, known.upperBound)
            } else {
                others.append(known)
            }
        }
        explored[dyad] = others + [all]
    }

    /// Claims that a decision names together with one.
    private func partners(of claim: StoredClaim) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT other.id FROM anchor AS mine
                    JOIN decision ON decision.id = mine.decision AND decision.active
                    JOIN anchor ON anchor.decision = mine.decision
                    JOIN report AS home ON home.document = anchor.document
                    JOIN claim AS other ON other.report = home.id AND other.ordinal = anchor.ordinal
                    WHERE mine.document = ? AND mine.ordinal = ?
                    """), arguments: [claim.key.document, claim.key.ordinal])
    }

    // MARK: - Claims

    /// All claims of an encounter.
    func members(of encounter: String) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM claim WHERE encounter = ? ORDER BY id"), arguments: [encounter])
    }

    /// A claim; `nil` for one that can be of no encounter.
    mutating func claim(_ id: Int64) throws -> StoredClaim? {
        if let known = loaded[id] { return known }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT claim.report, claim.ordinal, claim.encounter, claim.facts, report.document FROM claim
                    JOIN report ON report.id = claim.report WHERE claim.id = ?
                    """), arguments: [id])
        var claim: StoredClaim?
        if let row, let packed: String = row[3] {
            let key = ClaimKey(document: row[4], ordinal: row[1])
            guard let facts = ClaimFacts(packed: packed, key: key) else {
                throw RegisterError(
                    .broken, "expected the facts of a claim of \"\(key.document)\", found \"\(packed)\"; rebuild")
            }
            claim = StoredClaim(id: id, report: row[0], encounter: row[2], facts: facts)
        }
        loaded[id] = .some(claim)
        return claim
    }
}
