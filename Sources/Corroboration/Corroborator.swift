public import Diplomacy

/// An encounter and the claims that it is made of.
public struct EncounterGroup: Sendable {
    public var encounter: RegisteredEncounter
    /// In the order of their keys.
    public var claims: [ClaimKey]

    public init(encounter: RegisteredEncounter, claims: [ClaimKey]) {
        self.encounter = encounter
        self.claims = claims
    }
}

/// Many reports in, one record of each real encounter out. A pure function: the order of the reports changes nothing.
public struct Corroborator: Sendable {
    public var sources: SourceRecords
    public var decisions: PairDecisions

    public init(sources: SourceRecords = SourceRecords(), decisions: PairDecisions = PairDecisions()) {
        self.sources = sources
        self.decisions = decisions
    }

    /// The encounters that the reports tell of, in the order of their ids.
    public func encounters(of reports: [Report]) -> [RegisteredEncounter] {
        groups(of: reports, where: { _ in true }).map(\.encounter)
    }

    /// The encounters that some claims of the reports tell of, each with its claims, in the order of their ids.
    ///
    /// Time grows with the pairs of claims that share two parties within a week.
    public func groups(of reports: [Report], where isWanted: (ClaimKey) -> Bool) -> [EncounterGroup] {
        var claims: [(facts: ClaimFacts, report: Int)] = []
        for (i, report) in reports.enumerated() {
            for (ordinal, claim) in report.claims.enumerated() where Self.counts(claim) {
                guard isWanted(ClaimKey(document: report.document, ordinal: ordinal)) else { continue }
                claims.append((ClaimFacts(claim, ordinal: ordinal, of: report), i))
            }
        }
        claims.sort { $0.facts.key < $1.facts.key }
        var clustering = Clustering(claims.map(\.facts), decisions: decisions)
        return clustering.groups().groups.map { group in
            let members = group.map { claims[$0] }
            return EncounterGroup(
                encounter: encounter(of: members.map { (reports[$0.report], $0.facts.key.ordinal) }),
                claims: members.map(\.facts.key))
        }.sorted { $0.encounter.id < $1.encounter.id }
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
    public func encounter(of members: [(report: Report, ordinal: Int)]) -> RegisteredEncounter {
        let byDocument = Dictionary(grouping: members, by: \.report.document)
        let witnesses = byDocument.values.compactMap { claims -> Witness? in
            let first = claims.min { a, b in
                let (x, y) = (a.report.claims[a.ordinal], b.report.claims[b.ordinal])
                return (x.principal ? 0 : x.reported ? 1 : 2, a.ordinal) < (
                    y.principal ? 0 : y.reported ? 1 : 2, b.ordinal
                )
            }
            return first.map { Witness($0.report, $0.report.claims[$0.ordinal], sources) }
        }
        let resolution = Resolution(witnesses)
        return resolution.encounter(id: Self.id(resolution.witnesses[0]))
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
