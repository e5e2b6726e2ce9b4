import Diplomacy

/// Groups claims to encounters. What comes out depends on the claims alone, not on their order.
///
/// Claims that can be dated found encounters: pairs with enough points are joined, the best first, as long as the two
/// groups fit on average and nothing forbids it (average-link agglomeration with constraints). What cannot be dated
/// joins the one encounter that it fits clearly best, or none.
struct Clustering {
    /// The least mean of the points between two groups that are joined.
    static let mean = 1.5
    /// By how much the best encounter must fit an undated claim better than the next.
    static let margin = 1.0

    private let claims: [ClaimFacts]
    private var points = PairTable()
    private let decisions: PairDecisions
    /// The claims with which a curator has joined a claim.
    private var joined: [Int: [Int]] = [:]

    /// - Parameter claims: in the order of their keys.
    init(_ claims: [ClaimFacts], decisions: PairDecisions = PairDecisions()) {
        self.claims = claims
        self.decisions = decisions
        guard !decisions.same.isEmpty else { return }
        let places = Dictionary(claims.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        for pair in decisions.same {
            guard let a = places[pair.first], let b = places[pair.second] else { continue }
            joined[a, default: []].append(b)
            joined[b, default: []].append(a)
        }
    }

    /// What becomes of the claims: groups of indices, each in order, sorted by their first, and the claims that join a group
    /// which stood already. Claims that found nothing and fit nothing are in none.
    ///
    /// - Parameter standing: groups of founders that stay as they are.
    mutating func groups(beside standing: [[Int]] = []) -> (groups: [[Int]], joined: [Int: [Int]]) {
        let settled = Set(standing.joined())
        let moving = claims.indices.filter { !settled.contains($0) }
        let founded = agglomerate(moving.filter { claims[$0].role == .founder })
        let homes = homes(of: moving.filter { claims[$0].role != .founder }, among: founded + standing)
        var groups = founded
        var joined: [Int: [Int]] = [:]
        for (claim, home) in homes {
            guard let home else { continue }
            if home < founded.count {
                groups[home].append(claim)
            } else {
                joined[home - founded.count, default: []].append(claim)
            }
        }
        groups += agglomerate(homes.filter { $0.home == nil && claims[$0.claim].role == .undated }.map(\.claim))
        return (groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }, joined.mapValues { $0.sorted() })
    }

    private mutating func homes(of rest: [Int], among groups: [[Int]]) -> [(claim: Int, home: Int?)] {
        var byDyad: [Dyad: [Int]] = [:]
        for (i, group) in groups.enumerated() {
            for dyad in Set(group.flatMap { claims[$0].dyads }) { byDyad[dyad, default: []].append(i) }
        }
        let spans = groups.map { group in
            (group.map { claims[$0].window.first }.min() ?? 0)...(group.map { claims[$0].window.last }.max() ?? 0)
        }
        return rest.map { claim in
            let range = claims[claim].range
            var near = claims[claim].dyads.reduce(into: Set<Int>()) { near, dyad in
                for i in byDyad[dyad] ?? [] where isNear(range, spans[i]) { near.insert(i) }
            }
            if let partners = joined[claim] {
                near.formUnion(groups.indices.filter { i in partners.contains { groups[i].contains($0) } })
            }
            return (claim, home(of: claim, among: near.sorted(), of: groups))
        }
    }

    private func isNear(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Bool {
        a.lowerBound - Matching.reach <= b.upperBound && b.lowerBound <= a.upperBound + Matching.reach
    }

    private mutating func points(_ a: Int, _ b: Int) -> Matching.Points? {
        let (claims, decisions) = (claims, decisions)
        return points.value(ClaimPair(a, b)) {
            let (one, two) = (claims[min(a, b)], claims[max(a, b)])
            return decisions.adjusted(Self.undecidedPoints(one, two), one.key, two.key)
        }
    }

    /// The points of two claims without what a curator says of them.
    static func undecidedPoints(_ one: ClaimFacts, _ two: ClaimFacts) -> Matching.Points? {
        if one.key.document == two.key.document, !Matching.mayShareReport(one, two) { return nil }
        return Matching.points(one, two)
    }

    private mutating func agglomerate(_ members: [Int]) -> [[Int]] {
        var links: [(points: Double, pair: ClaimPair)] = []
        for pair in neighbours(members) {
            if let value = points(pair.a, pair.b)?.sum, value >= Matching.link { links.append((value, pair)) }
        }
        links.sort { ($1.points, $0.pair) < ($0.points, $1.pair) }
        var group = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
        var groups = Dictionary(uniqueKeysWithValues: members.map { ($0, [$0]) })
        for link in links {
            guard let a = group[link.pair.a], let b = group[link.pair.b], a != b, let ours = groups[a],
                let theirs = groups[b], fits(ours, theirs)
            else { continue }
            groups[a] = ours + theirs
            groups[b] = nil
            for member in theirs { group[member] = a }
        }
        return groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Pairs that share two parties and can be of the same days, found by the parties' dyads in the order of days; each once.
    private func neighbours(_ members: [Int]) -> [ClaimPair] {
        var byDyad: [Dyad: [Int]] = [:]
        for i in members {
            for dyad in claims[i].dyads { byDyad[dyad, default: []].append(i) }
        }
        var pairs: [ClaimPair] = []
        for group in byDyad.values {
            let open = group.filter { claims[$0].window.basis == .open }
            let dated = group.filter { claims[$0].window.basis != .open }
                .sorted { (claims[$0].window.first, $0) < (claims[$1].window.first, $1) }
            for (place, i) in dated.enumerated() {
                let last = claims[i].window.last + Matching.reach
                for j in dated[(place + 1)...] {
                    if claims[j].window.first > last { break }
                    pairs.append(ClaimPair(i, j))
                }
                for j in open where isNear(claims[i].range, claims[j].range) {
                    pairs.append(ClaimPair(i, j))
                }
            }
            for (place, i) in open.enumerated() {
                for j in open[(place + 1)...] where isNear(claims[i].range, claims[j].range) {
                    pairs.append(ClaimPair(i, j))
                }
            }
        }
        let own = Set(members)
        for i in members {
            for j in joined[i] ?? [] where own.contains(j) { pairs.append(ClaimPair(i, j)) }
        }
        pairs.sort()
        return pairs.enumerated().filter { $0.offset == 0 || pairs[$0.offset - 1] != $0.element }.map(\.element)
    }

    /// Whether an outsider may join a group although it cannot be one with a member: a curator has joined the member
    /// with others that are as unlike it, and the outsider fits one of those.
    private mutating func isExcused(_ outsider: Int, from member: Int, of group: [Int]) -> Bool {
        guard !joined.isEmpty,
            !decisions.different.contains(PairDecisions.Pair(claims[outsider].key, claims[member].key))
        else { return false }
        return group.contains { Self.undecidedPoints(claims[member], claims[$0]) == nil && points(outsider, $0) != nil }
    }

    private mutating func fits(_ ours: [Int], _ theirs: [Int]) -> Bool {
        var sum = 0.0
        var count = 0
        for a in ours {
            for b in theirs {
                guard let value = points(a, b) else {
                    if isExcused(b, from: a, of: ours) || isExcused(a, from: b, of: theirs) { continue }
                    return false
                }
                sum += value.sum
                count += 1
            }
        }
        return count > 0 && sum / Double(count) >= Self.mean
    }

    /// The group that an undated claim fits clearly best.
    private mutating func home(of claim: Int, among near: [Int], of groups: [[Int]]) -> Int? {
        var best: (points: Double, group: Int)?
        var second = -Double.infinity
        for i in near {
            guard let value = fit(of: claim, to: groups[i]), value > second else { continue }
            if value > best?.points ?? -.infinity {
                second = best?.points ?? -.infinity
                best = (value, i)
            } else {
                second = value
            }
        }
        guard let best, best.points >= Matching.link, best.points - second >= Self.margin else { return nil }
        return best.group
    }

    /// How well a claim fits a group as a whole: the persons and the round that any member names, the place and the
    /// means that they name on average; `nil` where a member forbids it.
    mutating func fit(of claim: Int, to group: [Int]) -> Double? {
        var most = Matching.Points(persons: -.infinity, dates: -.infinity, series: -.infinity, standing: -.infinity)
        var places: [Double] = []
        var media: [Double] = []
        for member in group {
            guard let value = points(claim, member) else {
                if isExcused(claim, from: member, of: group) { continue }
                return nil
            }
            guard Matching.shareTwoParties(claims[claim], claims[member]) || joined[claim]?.contains(member) == true
            else { continue }
            most.persons = max(most.persons, value.persons)
            most.dates = max(most.dates, value.dates)
            most.series = max(most.series, value.series)
            most.standing = max(most.standing, value.standing)
            if value.place != 0 { places.append(value.place) }
            if value.medium != 0 { media.append(value.medium) }
        }
        most.place = places.isEmpty ? 0 : places.reduce(0, +) / Double(places.count)
        most.medium = media.isEmpty ? 0 : media.reduce(0, +) / Double(media.count)
        return most.sum
    }
}

/// What a curator has said of pairs of claims: that they are of one encounter, or that they are not.
public struct PairDecisions: Sendable {
    public struct Pair: Hashable, Sendable {
        let first: ClaimKey
        let second: ClaimKey

        public init(_ a: ClaimKey, _ b: ClaimKey) {
            first = min(a, b)
            second = max(a, b)
        }
    }

    public var same: Set<Pair>
    public var different: Set<Pair>

    public init(same: Set<Pair> = [], different: Set<Pair> = []) {
        self.same = same
        self.different = different
    }

    func adjusted(_ points: Matching.Points?, _ a: ClaimKey, _ b: ClaimKey) -> Matching.Points? {
        if same.isEmpty, different.isEmpty { return points }
        let pair = Pair(a, b)
        if different.contains(pair) { return nil }
        return same.contains(pair) ? Matching.Points(standing: 1000) : points
    }
}
