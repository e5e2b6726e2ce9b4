public import Corroboration
public import Diplomacy
import GRDB

extension Register {
    /// Encounters that match a query, each with the day on which it was first told of, in the order of days; without those of which no day is
    /// known.
    ///
    /// - Parameter limit: the newest of them.
    public func followed(_ query: SearchQuery, limit: Int = 100_000) throws -> [FollowedEncounter] {
        try read { db in
            let (sql, arguments) = try statement(for: query, db).source
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT facet.encounter, facet.brief, first_published \(sql) AND facet.first IS NOT NULL
                        ORDER BY facet.id DESC LIMIT ?
                        """), arguments: arguments + [limit]
            ).compactMap { row in
                Self.brief(row, 0).map {
                    FollowedEncounter(brief: $0, told: (row[2] as Int?).map { Day(number: $0) })
                }
            }.reversed()
        }
    }

    /// Encounters that match a query and took place, in the order of days; without those of which no day is known.
    public func held(_ query: SearchQuery) throws -> [EncounterBrief] {
        try followed(query).map(\.brief).filter(\.status.happened)
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

/// An encounter and when it was first told of.
public struct FollowedEncounter: Sendable {
    public var brief: EncounterBrief
    /// The day of the first report; `nil` where no report has a date.
    public var told: Day?

    /// The day of the first report where that was before the encounter's own first day.
    public var foretold: Day? {
        guard let told, let date = brief.date, told < date.start else { return nil }
        return told
    }
}

extension Register {
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
