import Diplomacy

/// A claim as one block sees it.
public struct PlacedClaim: Sendable {
    /// Its number among the claims of all blocks: in the order of the reports, and of the claims in each.
    public var number: Int64
    /// The group that it is part of: the number of its first claim. `nil` while it is in none.
    public var group: Int64?
    public var facts: ClaimFacts

    public init(number: Int64, group: Int64? = nil, facts: ClaimFacts) {
        self.number = number
        self.group = group
        self.facts = facts
    }
}

/// How well a claim without a time fits a group.
public struct Candidate: Hashable, Sendable {
    public var claim: Int64
    public var group: Int64
    public var points: Double

    public init(claim: Int64, group: Int64, points: Double) {
        self.claim = claim
        self.group = group
        self.points = points
    }
}

// Grouping in shares, of which each can be done on another machine: the same groups come out as from ``Clustering`` in one.
//
// 1. `ties`, block by block: which claims are linked. A group never holds claims that no chain of links joins, so what chains
//    join (the components of the graph of all ties) can be grouped apart from the rest.
// 2. `groups`, component by component.
// 3. `candidates`, block by block: which groups claims without a time fit best; and `home`, claim by claim.
// 4. `ties` and `groups` again for news without a time that found no home.
//
// A curator's decisions have no part in it: they belong to a register.
extension Corroborator {
    /// Pairs of claims that chain together all claims of a block that are linked: fewer than there are claims.
    ///
    /// - Parameters:
    ///   - label: the block's.
    ///   - claims: all claims of one role that have the block among their ``ClaimFacts/tieBlocks``.
    /// - Complexity: pairs of claims whose days are near, at most; those already chained cost little.
    public func ties(in label: String, of claims: [PlacedClaim]) -> [(Int64, Int64)] {
        guard let block = claims.first?.facts.tieBlocks.first(where: { $0.label == label }) else { return [] }
        let claims = claims.filter { $0.facts.role != .remembered }.sorted {
            ($0.facts.range.lowerBound, $0.number) < ($1.facts.range.lowerBound, $1.number)
        }
        let dyads = claims.map { $0.facts.dyads.sorted() }
        var chains = Chains(count: claims.count)
        var ties: [(Int64, Int64)] = []
        for (i, one) in claims.enumerated() {
            let last = one.facts.range.upperBound + Matching.reach
            for j in claims.indices.dropFirst(i + 1) {
                let (other, first) = (claims[j], claims[j].facts.range.lowerBound)
                if first > last { break }
                if let stretch = block.stretch, Block.stretch(of: first, for: .ties) != stretch { continue }
                guard one.facts.role == other.facts.role, chains.root(i) != chains.root(j),
                    Self.leastShared(dyads[i], dyads[j]) == block.dyad, Self.areLinked(one, other)
                else { continue }
                chains.join(i, j)
                ties.append((min(one.number, other.number), max(one.number, other.number)))
            }
        }
        return ties
    }

    /// Whether two claims have the points of a link. The one whose key is less speaks first; of one key, that of the earlier
    /// report.
    private static func areLinked(_ a: PlacedClaim, _ b: PlacedClaim) -> Bool {
        let isInOrder = (a.facts.key, a.number) < (b.facts.key, b.number)
        let points = Clustering.undecidedPoints(isInOrder ? a.facts : b.facts, isInOrder ? b.facts : a.facts)
        return points.map { $0.sum >= Matching.link } ?? false
    }

    /// The least dyad of two sorted lists.
    static func leastShared(_ a: [Dyad], _ b: [Dyad]) -> Dyad? {
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] { return a[i] }
            if a[i] < b[j] { i += 1 } else { j += 1 }
        }
        return nil
    }

    /// Groups the claims of one component, all of one role: the members of each in the order of their keys, the groups in the
    /// order of their first.
    public func groups(of claims: [PlacedClaim]) -> [[PlacedClaim]] {
        let claims = Self.sorted(claims)
        var clustering = Clustering(claims.map(\.facts))
        return clustering.groups().groups.map { group in group.map { claims[$0] } }
    }

    /// The groups that the claims without a time in a block fit best, two of each claim at most: what a third adds to the choice
    /// of a home is nothing.
    ///
    /// - Parameters:
    ///   - label: the block's.
    ///   - claims: claims without a group that have the block among their ``ClaimFacts/homeBlocks``, and all members of each
    ///     group that has it among its own.
    public func candidates(in label: String, of claims: [PlacedClaim]) -> [Candidate] {
        let claims = Self.sorted(claims)
        let guests = claims.indices.filter { claims[$0].group == nil }
        guard let block = guests.first.flatMap({ guest in claims[guest].facts.homeBlocks.first { $0.label == label } })
        else { return [] }
        let groups = Dictionary(grouping: claims.indices.filter { claims[$0].group != nil }) { claims[$0].group ?? 0 }
            .sorted { $0.key < $1.key }.compactMap { number, members in
                Host(number, members, members.map { claims[$0].facts })
            }
        let all = claims.map(\.facts)
        return guests.flatMap { guest in
            // one for each guest, so that no points are kept that nobody asks for again
            var clustering = Clustering(all)
            let facts = all[guest]
            let (range, dyads) = (facts.range, facts.dyads.sorted())
            var found: [Candidate] = []
            for group in groups where range.overlaps(group.days) {
                let first = max(range.lowerBound, group.days.lowerBound)
                if let stretch = block.stretch, Block.stretch(of: first, for: .homes) != stretch { continue }
                guard Self.leastShared(dyads, group.dyads) == block.dyad,
                    let points = clustering.fit(of: guest, to: group.members), points > -.infinity
                else { continue }
                found.append(Candidate(claim: claims[guest].number, group: group.number, points: points))
            }
            return found.sorted { ($1.points, $0.group) < ($0.points, $1.group) }.prefix(2)
        }
    }

    /// The group that a claim joins: the one that it fits clearly best.
    ///
    /// - Parameter candidates: all candidates of one claim, of every block.
    public static func home(among candidates: [Candidate]) -> Int64? {
        let fits = Dictionary(candidates.map { ($0.group, $0.points) }, uniquingKeysWith: max)
        let ranked = fits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first, best.value >= Matching.link else { return nil }
        guard ranked.count > 1 else { return best.key }
        return best.value - ranked[1].value >= Clustering.margin ? best.key : nil
    }

    /// In the order of keys, and of claims of one key in that of their reports.
    private static func sorted(_ claims: [PlacedClaim]) -> [PlacedClaim] {
        claims.sorted { ($0.facts.key, $0.number) < ($1.facts.key, $1.number) }
    }

    /// A group that claims without a time may join.
    private struct Host {
        let number: Int64
        let members: [Int]
        let days: ClosedRange<Int>
        let dyads: [Dyad]

        init?(_ number: Int64, _ members: [Int], _ facts: [ClaimFacts]) {
            guard let days = ClaimFacts.days(of: facts) else { return nil }
            self.number = number
            self.members = members
            self.days = days
            dyads = Set(facts.flatMap(\.dyads)).sorted()
        }
    }
}

/// Which of some things are chained together (union and find, with halved paths: R. E. Tarjan and J. van Leeuwen, "Worst-case
/// Analysis of Set Union Algorithms", 1984).
struct Chains {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ i: Int) -> Int {
        var i = i
        while parents[i] != i {
            parents[i] = parents[parents[i]]
            i = parents[i]
        }
        return i
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        if x != y { parents[max(x, y)] = min(x, y) }
    }
}
