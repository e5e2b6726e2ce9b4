import Diplomacy
@testable import Corroboration

/// Corroboration in shares, as many machines do it, with nothing known in one share of the others.
struct Shares {
    let reports: [Report]
    private var claims: [Int64: PlacedClaim] = [:]
    private(set) var groups: [Int64: [Int64]] = [:]
    /// How often two claims were tied by different blocks.
    private(set) var ties = 0

    init(_ reports: [Report]) {
        self.reports = reports
        for (i, report) in reports.enumerated() {
            for (ordinal, facts) in report.facts.enumerated() {
                guard let facts, let packed = ClaimFacts(packed: facts.packed, key: facts.key) else { continue }
                let number = Int64(i) << 20 + Int64(ordinal)
                claims[number] = PlacedClaim(number: number, facts: packed)
            }
        }
        group(claims.values.filter { $0.facts.role == .founder })
        let homes = homes()
        group(claims.values.filter { $0.facts.role == .undated && homes[$0.number] == nil })
        for (claim, group) in homes { groups[group, default: []].append(claim) }
    }

    /// The claims of each block.
    private func blocks(_ claims: [PlacedClaim], _ blocks: (PlacedClaim) -> [Block]) -> [String: [PlacedClaim]] {
        var found: [String: [PlacedClaim]] = [:]
        for claim in claims.sorted(by: { $0.number < $1.number }) {
            for block in blocks(claim) { found[block.label, default: []].append(claim) }
        }
        return found
    }

    private mutating func group(_ members: [PlacedClaim]) {
        var components = Dictionary(uniqueKeysWithValues: members.map { ($0.number, $0.number) })
        for (label, block) in blocks(members, \.facts.tieBlocks) {
            for tie in Corroborator().ties(in: label, of: block) {
                ties += 1
                let (a, b) = (components[tie.0] ?? -1, components[tie.1] ?? -1)
                for (claim, component) in components where component == max(a, b) { components[claim] = min(a, b) }
            }
        }
        for component in Dictionary(grouping: members, by: { components[$0.number] ?? -1 }).values {
            for group in Corroborator().groups(of: component.shuffled()) {
                groups[group[0].number] = group.map(\.number)
            }
        }
    }

    private func homes() -> [Int64: Int64] {
        var placed: [PlacedClaim] = []
        var founded: [Int64: [Block]] = [:]
        for (number, members) in groups {
            let facts = members.compactMap { claims[$0]?.facts }
            founded[number] = ClaimFacts.homeBlocks(of: facts)
            for member in members {
                if var claim = claims[member] {
                    claim.group = number
                    placed.append(claim)
                }
            }
        }
        placed += claims.values.filter { $0.facts.role != .founder }
        var candidates: [Int64: [Candidate]] = [:]
        for (label, block) in blocks(placed, { $0.group.map { founded[$0] ?? [] } ?? $0.facts.homeBlocks }) {
            for fit in Corroborator().candidates(in: label, of: block) {
                candidates[fit.claim, default: []].append(fit)
            }
        }
        return candidates.compactMapValues { Corroborator.home(among: $0) }
    }

    /// The encounters of all shares, seen in the light of the whole.
    func encounters() -> [RegisteredEncounter] {
        let tellings = groups.values.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }.map { members in
            members.compactMap { claims[$0] }.sorted { ($0.facts.key, $0.number) < ($1.facts.key, $1.number) }.map {
                let ordinal = Int($0.number % (1 << 20))
                let report = reports[Int($0.number >> 20)]
                return Telling(report, report.claims[ordinal], ordinal)
            }
        }
        var tallies: [String: SourceRecords.Tally] = [:]
        for group in tellings {
            for (name, tally) in Corroborator.group(of: group).bearings { tallies[name, default: .init()] += tally }
        }
        var latest: [String: Day] = [:]
        for report in reports {
            guard let day = report.published else { continue }
            latest[report.source?.name ?? ""] = max(latest[report.source?.name ?? ""] ?? day, day)
        }
        let perspective = Perspective(tallies: tallies, latest: latest)
        let encounters = tellings.map { group in
            let first = Corroborator.group(of: group)
            return first.dependsOnPerspective
                ? Corroborator.group(of: group, in: perspective).encounter : first.encounter
        }
        let visits = Visits(encounters.compactMap { Stay($0) })
        return encounters.map { encounter in
            var encounter = encounter
            encounter.relations = Stay(encounter).flatMap { Stay(packed: $0.packed) }.map(visits.relations) ?? []
            return encounter
        }.enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }.map(\.element)
    }
}
