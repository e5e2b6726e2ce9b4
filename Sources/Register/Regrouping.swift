import Corroboration
import Diplomacy
import GRDB

/// What becomes of the claims of a ``Neighbourhood``.
struct Regrouping {
    /// Groups that have other claims than any encounter had, or reports that were filed anew; each group's claims in the order of
    /// their keys.
    private(set) var groups: [[StoredClaim]] = []
    /// Encounters whose claims are the same as before.
    private(set) var kept: Set<String> = []
    /// Claims that were part of an encounter and are part of none.
    private(set) var homeless: [Int64] = []
    /// The claims that each encounter had which may have gone.
    private(set) var former: [String: [Int64]] = [:]

    private let db: Database
    private let curation: Curation
    private let perspective: Perspective
    private var numbers: [ClaimKey: Int] = [:]

    /// - Parameter renewed: reports whose claims were filed since the last time.
    init(_ near: Neighbourhood, renewed: Set<Int64>, _ db: Database) throws {
        var near = near
        self.db = db
        curation = try Curation(touching: near.documents, db)
        perspective = try StoredPerspective.present(db)
        let found = curation.clusters(of: near.moving.values.map(\.facts), beside: near.standing.map(\.founders))
        let byKey = Dictionary(uniqueKeysWithValues: near.moving.values.map { ($0.key, $0) })
        for id in near.dissolved { former[id] = try near.members(of: id) }
        var placed: Set<ClaimKey> = []
        for keys in found.groups {
            placed.formUnion(keys)
            let claims = keys.compactMap { byKey[$0] }
            if curation.isEmpty, let id = claims[0].encounter, !claims.contains(where: { renewed.contains($0.report) }),
                former[id].map({ Set($0) == Set(claims.map(\.id)) }) == true
            {
                kept.insert(id)
            } else {
                groups.append(claims)
            }
        }
        let guests = near.moving.values.filter { $0.facts.role != .founder }
        let before = Dictionary(grouping: guests.filter { $0.encounter != nil }) { $0.encounter ?? "" }
        for (i, encounter) in near.standing.enumerated() {
            let joining = found.joined[i] ?? []
            placed.formUnion(joining)
            let leaving = Set((before[encounter.id] ?? []).map(\.key))
            let isRenewed = joining.contains { byKey[$0].map { renewed.contains($0.report) } ?? false }
            if curation.isEmpty, !isRenewed, leaving == Set(joining) {
                kept.insert(encounter.id)
                continue
            }
            let members = try near.members(of: encounter.id)
            former[encounter.id] = members
            let staying = try members.compactMap { try near.claim($0) }.filter { near.moving[$0.id] == nil }
            groups.append((staying + joining.compactMap { byKey[$0] }).sorted { $0.key < $1.key })
        }
        homeless = near.moving.values.filter { $0.encounter != nil && !placed.contains($0.key) }.map(\.id).sorted()
        order()
    }

    /// Of encounters that keep their claims.
    init(remaking encounters: [String], _ near: Neighbourhood, _ db: Database) throws {
        var near = near
        self.db = db
        groups = try encounters.map { id in
            try near.members(of: id).compactMap { try near.claim($0) }.sorted { $0.key < $1.key }
        }
        curation = try Curation(touching: Set(groups.joined().map(\.key.document)).sorted(), db)
        perspective = try StoredPerspective.present(db)
        order()
    }

    private mutating func order() {
        groups.sort { $0[0].key < $1[0].key }
        for (number, claims) in groups.enumerated() {
            for claim in claims { numbers[claim.key] = number }
        }
    }

    /// The record of a group, as the reports and the decisions have it.
    func encounter(_ number: Int, _ reports: inout ReportCache) throws -> EncounterGroup {
        let members = try groups[number].map { (try reports.report($0.report), $0.key.ordinal) }
        var group = Corroborator.group(of: members, in: perspective)
        try curation.apply(to: &group, number, of: numbers) { key in
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM claim JOIN report ON report.id = claim.report
                        WHERE document = ? AND ordinal = ? AND encounter IS NOT NULL)
                        """), arguments: [key.document, key.ordinal]) ?? false
        }
        return group
    }
}
