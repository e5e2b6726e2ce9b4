import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB

/// Which encounters were part of which visits. That lies between encounters, so it is seen when they are read, by the index.
struct Relations {
    private let db: Database
    private let decoder = JSONDecoder()

    init(_ db: Database) { self.db = db }

    /// The visits that each encounter of the register was part of.
    func all() throws -> [String: [Relation]] {
        var visits: [String: [String]] = [:]
        for visit in try heads("facets : \(Self.visit)", days: nil) {
            for part in try parts(of: visit) { visits[part.id, default: []].append(visit.id) }
        }
        return visits.mapValues(RegisteredEncounter.relations)
    }

    /// The visits that an encounter was part of.
    func relations(of encounter: RegisteredEncounter) throws -> [Relation] {
        guard encounter.kind != .visit, let date = encounter.date, let dyads = Self.match(encounter) else { return [] }
        // a row stands at the first day
        let visits = try heads(
            "facets : (\(Self.visit) AND \(dyads))",
            days: (date.start.number - RegisteredEncounter.longestVisit)...date.start.number)
        return RegisteredEncounter.relations(toVisits: visits.filter(encounter.isPart).map(\.id))
    }

    /// What took place in the course of a visit, in the order of days.
    func parts(of visit: RegisteredEncounter) throws -> [RegisteredEncounter] {
        guard visit.kind == .visit, let date = visit.date, let dyads = Self.match(visit) else { return [] }
        return try heads(
            "facets : (\(dyads) NOT \(Self.visit))",
            days: date.start.number...min(date.end.number, date.start.number + RegisteredEncounter.longestVisit)
        ).filter { $0.isPart(of: visit) }
    }

    private static let visit = SearchQuery.Facet.kind.token(EncounterKind.visit.rawValue)

    private static func match(_ encounter: RegisteredEncounter) -> String? {
        let dyads = encounter.dyads
        return dyads.isEmpty ? nil : "(\(dyads.map(\.token).joined(separator: " OR ")))"
    }

    /// Encounters without their reports, in the order of days.
    private func heads(_ query: String, days: ClosedRange<Int>?) throws -> [RegisteredEncounter] {
        let first = days.map { SearchIndex.firstID(of: $0.lowerBound) } ?? 0
        let end = days.map { SearchIndex.firstID(of: $0.upperBound + 1) } ?? .max
        return try Data.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT json FROM search JOIN facet ON facet.id = search.rowid
                    JOIN encounter ON encounter.id = facet.encounter
                    WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ? ORDER BY search.rowid
                    """), arguments: [query, first, end]
        ).map(decoder.head)
    }
}
