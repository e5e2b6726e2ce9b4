public import Diplomacy

/// How much of the time the lexicon knows who held an office, state by state.
public struct LexiconCoverage: Sendable {
    /// One state's share of days covered, by office code, from 0 to 1.
    public struct Row: Sendable {
        public var party: String
        public var name: String
        public var shares: [String: Double]
        /// Terms of office of the state, of all offices.
        public var terms: Int
    }

    public static let offices = ["head-of-state", "head-of-government", "foreign-minister", "defence-minister"]

    public var rows: [Row]

    /// Coverage of states over the days from `start` (or the state's own beginning) to `end`.
    ///
    /// A state whose head of state governs has no head of government of its own: there the share of the second is of no
    /// meaning where no term is known at all. Linear in the number of terms.
    public init(_ lexicon: Lexicon, from start: Day, to end: Day) {
        let wanted = Dictionary(
            Self.offices.compactMap { code in lexicon.office(code: code).map { ($0.index, code) } }
        ) { first, _ in first }
        var spans: [Int: [String: [Range<Int>]]] = [:]
        var counts: [Int: Int] = [:]
        for index in 0..<lexicon.termCount {
            let term = lexicon.term(index)
            counts[term.party, default: 0] += 1
            guard let office = wanted[term.office] else { continue }
            let first = max(start.number, term.from?.number ?? start.number)
            let last = min(end.number, term.to?.number ?? end.number)
            if first <= last { spans[term.party, default: [:]][office, default: []].append(first..<last + 1) }
        }
        rows = (0..<lexicon.partyCount).compactMap { index in
            let party = lexicon.party(index)
            guard party.kind == .state, let terms = counts[index] else { return nil }
            let begin = max(start, party.span.began?.start ?? start)
            let days = end - begin + 1
            guard days > 0 else { return nil }
            let shares = (spans[index] ?? [:]).mapValues { Double(Self.covered($0, from: begin.number)) / Double(days) }
            return Row(party: party.code, name: party.name, shares: shares, terms: terms)
        }.sorted { $0.name < $1.name }
    }

    /// Days in a union of ranges, from a day on.
    static func covered(_ ranges: [Range<Int>], from start: Int) -> Int {
        var days = 0
        var reached = start
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let first = max(reached, range.lowerBound)
            if first < range.upperBound {
                days += range.upperBound - first
                reached = range.upperBound
            }
        }
        return days
    }

    /// States of which at least a share of the days is covered for an office.
    public func states(office: String, atLeast share: Double) -> Int {
        rows.count { ($0.shares[office] ?? 0) >= share }
    }
}

/// What the lexicon holds, counted.
public struct LexiconCounts: Sendable {
    public var kinds: [(name: String, count: Int)]
    public var termsByOffice: [(office: String, count: Int)]
    /// Terms that began in a decade ("1990s").
    public var termsByDecade: [(decade: String, count: Int)]
    /// Terms by the source that their row names, the most first.
    public var termsBySource: [(source: String, count: Int)]

    public init(_ lexicon: Lexicon) {
        var offices: [String: Int] = [:]
        var decades: [String: Int] = [:]
        var sources: [String: Int] = [:]
        for index in 0..<lexicon.termCount {
            let term = lexicon.term(index)
            offices[lexicon.officeCode(term.office), default: 0] += 1
            sources[term.source, default: 0] += 1
            let decade = term.from.map { "\($0.civil.year / 10 * 10)s" } ?? "unknown"
            decades[decade, default: 0] += 1
        }
        func ranked(_ counts: [String: Int]) -> [(String, Int)] {
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        }
        termsByOffice = ranked(offices).map { (office: $0.0, count: $0.1) }
        termsBySource = ranked(sources).map { (source: $0.0, count: $0.1) }
        termsByDecade = decades.sorted { $0.key < $1.key }.map { (decade: $0.key, count: $0.value) }
        var parties: [PartyKind: Int] = [:]
        for index in 0..<lexicon.partyCount { parties[lexicon.partyKind(index), default: 0] += 1 }
        var kinds = PartyKind.allCases.map { (name: "parties: \($0.tableName)", count: parties[$0] ?? 0) }
        kinds += [
            ("persons", lexicon.personCount), ("terms of office", lexicon.termCount),
            ("kinds of office", lexicon.officeCount), ("memberships", lexicon.memberships.count),
            ("institutions", lexicon.bodyCount), ("nouns for actors", lexicon.agentCount),
            ("places", lexicon.placeCount), ("instruments", lexicon.instrumentCount),
            ("events of instruments", lexicon.instrumentEventCount), ("standing dialogues", lexicon.seriesCount),
            ("rounds of dialogues", lexicon.roundCount), ("regions", lexicon.regionCount),
        ]
        self.kinds = kinds
    }
}
