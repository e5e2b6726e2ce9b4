public import Corroboration
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

/// An encounter that a report told of before its day.
public struct ForetoldEncounter: Sendable {
    public var brief: EncounterBrief
    /// The day of the first report.
    public var told: Day
}

extension Register {
    /// Encounters that match a query and were told of before their first day, in the order of days, whatever became of them.
    public func foretold(_ query: SearchQuery, limit: Int = 100_000) throws -> [ForetoldEncounter] {
        try read { db in
            let (sql, arguments) = try statement(for: query, db).source
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT facet.encounter, facet.brief, first_published \(sql) AND first_published < facet.first
                        ORDER BY facet.id DESC LIMIT ?
                        """), arguments: arguments + [limit]
            ).compactMap { row in
                Self.brief(row, 0).map { ForetoldEncounter(brief: $0, told: Day(number: row[2])) }
            }.reversed()
        }
    }

    /// The days that each dyad is covered: from the first on which one of the sources that tell of it has a report or a row to the last,
    /// reports by whole months.
    public func coveredSpans() throws -> [Dyad: ClosedRange<Day>] {
        try read { db in
            var spans: [String: ClosedRange<Day>] = [:]
            func take(_ publisher: String, _ first: Day, _ last: Day) {
                let known = spans[publisher]
                let start = min(first, known?.lowerBound ?? first)
                spans[publisher] = start...max(start, last, known?.upperBound ?? last)
            }
            for row in try Row.fetchAll(
                db, sql: "SELECT publisher, first, last FROM dataset WHERE first IS NOT NULL AND last IS NOT NULL")
            {
                take(row[0], Day(number: row[1]), Day(number: row[2]))
            }
            for row in try Row.fetchAll(
                db, sql: "SELECT publisher, min(month), max(month) FROM covered WHERE reports > 0 GROUP BY 1")
            {
                let (first, end) = (row[1] as Int, row[2] as Int + 1)
                guard let start = Day(year: first / 12, month: first % 12 + 1, day: 1),
                    let next = Day(year: end / 12, month: end % 12 + 1, day: 1)
                else { continue }
                take(row[0], start, next - 1)
            }
            var dyads: [Dyad: ClosedRange<Day>] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT dyad, publisher FROM teller WHERE claims > 0 ORDER BY dyad")
            while let row = try rows.next() {
                let parts = (row[0] as String).split(separator: "-", maxSplits: 1).map(String.init)
                guard parts.count == 2, let span = spans[row[1]] else { continue }
                let dyad = Dyad(parts[0], parts[1])
                let known = dyads[dyad] ?? span
                let start = min(known.lowerBound, span.lowerBound)
                dyads[dyad] = start...max(known.upperBound, span.upperBound)
            }
            return dyads
        }
    }
}
