public import Diplomacy
import GRDB

extension Register {
    /// Encounters that match a query and took place, in the order of days; without those of which no day is known.
    ///
    /// - Parameter limit: the newest of them.
    public func held(_ query: SearchQuery, limit: Int = 100_000) throws -> [EncounterBrief] {
        try read { db in
            let held = SearchQuery.facet(.status, Status.held.rawValue, isPrefix: false)
            let underWay = SearchQuery.facet(.status, Status.underWay.rawValue, isPrefix: false)
            let statement = try statement(for: .all([query, .any([held, underWay])]), db)
            return try briefs(statement, order: "DESC", limit: limit, db).map(\.brief).filter { $0.date != nil }
                .reversed()
        }
    }

    /// Goes through all encounters of a stretch of days, in the order of days; a million reports' worth takes about a second.
    ///
    /// - Parameter give: what each is given to.
    public func eachBrief(from first: Day? = nil, to last: Day? = nil, _ give: (EncounterBrief) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT encounter, brief FROM facet WHERE id >= ? AND id < ? AND first IS NOT NULL ORDER BY id
                        """),
                arguments: [
                    first.map { SearchIndex.firstID(of: $0.number) } ?? 0,
                    last.map { SearchIndex.firstID(of: $0.number + 1) } ?? .max,
                ])
            while let row = try rows.next() {
                if let brief = Self.brief(row, 0) { try give(brief) }
            }
        }
    }
}
