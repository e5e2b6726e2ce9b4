public import Diplomacy

/// An encounter and the claims that it is made of.
public struct EncounterGroup: Sendable {
    public var encounter: RegisteredEncounter
    /// In the order of their keys.
    public var claims: [ClaimKey]
    /// By publisher, how its word stands to that of the others, whatever the publishers' records are. Each publisher is there
    /// where the group is contested.
    public let bearings: [String: SourceRecords.Tally]
    /// Whether its reports contradict one another, so that the records of publishers bear on it.
    public let isContested: Bool
    /// Of one that is announced and that nobody has reported, the last day on which somebody might.
    public private(set) var due: Day?
    fileprivate let resolution: Resolution
    /// Whether what all reports together tell can change it.
    public var dependsOnPerspective: Bool { isContested || due != nil }

    /// Sees the group in the light of all reports: weighs its claims by the records of their publishers where they contradict
    /// one another, and says whether it lapsed.
    mutating func see(in perspective: Perspective) {
        if isContested, !perspective.sources.steps.isEmpty {
            encounter = resolution.weighed(by: perspective.sources).encounter(id: encounter.id)
        }
        due = encounter.status == .announced ? encounter.date.map { $0.end + RegisteredEncounter.grace } : nil
        if let due, let clock = perspective.clock, due < clock { encounter.lapse(on: due) }
    }
}

/// Many reports in, one record of each real encounter out. A pure function: the order of the reports changes nothing.
public struct Corroborator: Sendable {
    public var decisions: PairDecisions

    public init(decisions: PairDecisions = PairDecisions()) { self.decisions = decisions }

    /// The encounters that the reports tell of, in the order of their ids.
    public func encounters(of reports: [Report]) -> [RegisteredEncounter] {
        var encounters = groups(of: reports, where: { _ in true }).map(\.encounter)
        encounters.relateVisits()
        return encounters
    }

    /// The encounters that some claims of the reports tell of, each with its claims, in the order of their ids. What bears on
    /// each of all reports together is what these reports tell.
    ///
    /// Time grows with the pairs of claims that share two parties within a week.
    public func groups(of reports: [Report], where isWanted: (ClaimKey) -> Bool) -> [EncounterGroup] {
        var tellings: [Telling] = []
        for report in reports {
            for (ordinal, claim) in report.claims.enumerated() where Self.counts(claim) {
                guard isWanted(ClaimKey(document: report.document, ordinal: ordinal)) else { continue }
                tellings.append(Telling(report, claim, ordinal))
            }
        }
        return groups(of: tellings, latest: Perspective.latest(of: reports))
    }

    /// The encounters that claims tell of which were taken from their reports, in the order of their ids: those of
    /// ``encounters(of:)``.
    ///
    /// - Parameters:
    ///   - tellings: all claims that can be of an encounter, in the order of the reports and of the claims in each.
    ///   - latest: the last day of publication of each publisher, reports without a claim included.
    public func encounters(of tellings: [Telling], latest: [String: Day]) -> [RegisteredEncounter] {
        var encounters = groups(of: tellings, latest: latest).map(\.encounter)
        encounters.relateVisits()
        return encounters
    }

    private func groups(of tellings: [Telling], latest: [String: Day]) -> [EncounterGroup] {
        let claims = tellings.enumerated().map { (facts: $1.facts, telling: $0) }
            .sorted { ($0.facts.key, $0.telling) < ($1.facts.key, $1.telling) }
        var clustering = Clustering(claims.map(\.facts), decisions: decisions)
        let found = clustering.groups().groups.map { members in
            let members = members.map { claims[$0].telling }
            return (group: Self.group(of: members.map { tellings[$0] }), first: members.min() ?? 0)
        }
        // two have one id only where two reports have one: first comes the one of which a claim came first
        var groups = found.sorted { ($0.group.encounter.id, $0.first) < ($1.group.encounter.id, $1.first) }
            .map(\.group)
        let perspective = Perspective(of: groups, latest: latest)
        for i in groups.indices { groups[i].see(in: perspective) }
        return groups
    }

    /// Groups claims of which only the facts are known.
    ///
    /// - Parameters:
    ///   - claims: the claims that may move, those that can found an encounter together with all founders within
    ///     ``BlockKey/reach`` days of them.
    ///   - standing: the founders of groups that stay as they are, which other claims may join.
    /// - Returns: the groups of the claims, and those that join a standing group, by its place.
    public func clusters(
        of claims: [ClaimFacts], beside standing: [[ClaimFacts]]
    ) -> (groups: [[ClaimKey]], joined: [Int: [ClaimKey]]) {
        let all = (claims + standing.joined()).sorted { $0.key < $1.key }
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.key, $0) })
        var clustering = Clustering(all, decisions: decisions)
        let found = clustering.groups(beside: standing.map { $0.compactMap { places[$0.key] }.sorted() })
        return (
            found.groups.map { $0.map { all[$0].key } }, found.joined.mapValues { $0.map { all[$0].key } }
        )
    }

    /// Whether a claim can be part of the register: two parties, and no mere letter of greeting.
    static func counts(_ claim: Encounter) -> Bool { Set(claim.participants.compactMap(\.party)).count >= 2 }

    /// The record of one group of claims: of a report that makes several, the one that is its news.
    ///
    /// - Parameter perspective: what all reports together tell that bears on it.
    public static func group(
        of members: [(report: Report, ordinal: Int)], in perspective: Perspective = Perspective()
    ) -> EncounterGroup {
        group(of: members.map { Telling($0.report, $0.report.claims[$0.ordinal], $0.ordinal) }, in: perspective)
    }

    /// The record of one group of claims that were taken from their reports.
    ///
    /// - Parameter members: in the order of their keys.
    public static func group(of members: [Telling], in perspective: Perspective = Perspective()) -> EncounterGroup {
        let byDocument = Dictionary(grouping: members, by: \.report.document)
        let witnesses = byDocument.values.compactMap { claims -> Witness? in
            claims.min { ($0.rank, $0.ordinal) < ($1.rank, $1.ordinal) }.map { Witness($0.report, $0.claim) }
        }
        let resolution = Resolution(witnesses)
        let encounter = resolution.encounter(id: id(resolution.witnesses[0]))
        let isContested = !encounter.disputes.isEmpty
        var bearings = resolution.bearings(start: encounter.date?.start)
        if isContested {
            for name in witnesses.compactMap(\.report.source?.name) { bearings[name, default: .init()] += .init() }
        }
        var group = EncounterGroup(
            encounter: encounter,
            claims: members.map { ClaimKey(document: $0.report.document, ordinal: $0.ordinal) }.sorted(),
            bearings: bearings, isContested: isContested, due: nil, resolution: resolution)
        group.see(in: perspective)
        return group
    }

    /// The id of an encounter: `enc_` and 16 digits of a hash of its first report's document and the claim in it.
    static func id(_ first: Witness) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(first.report.document)\u{0}\(first.claim.id)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return "enc_" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// A claim apart from the others of its report.
public struct Telling: Sendable {
    /// Its claims are not looked at.
    public var report: Report
    public var claim: Encounter
    /// The place of the claim among those of the report, from 0.
    public var ordinal: Int

    public init(_ report: Report, _ claim: Encounter, _ ordinal: Int) {
        self.report = report
        self.claim = claim
        self.ordinal = ordinal
    }

    var facts: ClaimFacts { ClaimFacts(claim, ordinal: ordinal, of: report) }

    /// 0 for the main news of its report, 1 for other news, 2 for what is only mentioned.
    fileprivate var rank: Int { claim.principal ? 0 : claim.reported ? 1 : 2 }
}
