public import Diplomacy
import GRDB

/// A page of the encounters that match a query.
public struct BriefPage: Sendable {
    public struct Hit: Sendable {
        public var brief: EncounterBrief
        /// As ``SearchHit/passage``.
        public var passage: String?

        public init(brief: EncounterBrief, passage: String? = nil) {
            self.brief = brief
            self.passage = passage
        }
    }

    public var hits: [Hit]
    /// How many match in all, counted up to ``SearchResult/mostCounted``.
    public var count: Int
    public var isMore: Bool
    /// Where the next page begins; `nil` on the last one.
    public var next: Int64?
}

/// How far the register has come.
public struct RegisterState: Sendable, Hashable {
    public var encounters: Int
    public var reports: Int
    public var problems: Int
    /// The day up to which the reports go.
    public var clock: Day?
    /// The first and the last day of an encounter.
    public var first: Day?
    public var last: Day?
}

extension Register {
    /// Another one after every change of the register; quick.
    public func revision() throws -> String {
        try read { db in
            try ["history", "version", "problem", "decision"].map { table in
                try String(Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM \(table)")) ?? 0)
            }.joined(separator: ".")
        }
    }

    public func state() throws -> RegisterState {
        try read { db in
            func number(_ sql: String) throws -> Int? { try Int.fetchOne(db, sql: sql) }
            return RegisterState(
                encounters: try number("SELECT count(*) FROM facet") ?? 0,
                reports: try number("SELECT max(id) FROM report") ?? 0,
                problems: try number("SELECT count(*) FROM problem") ?? 0,
                clock: try Self.clock(db),
                first: try number("SELECT first FROM facet WHERE first IS NOT NULL ORDER BY id LIMIT 1").map {
                    Day(number: $0)
                },
                last: try number("SELECT first FROM facet WHERE first IS NOT NULL ORDER BY id DESC LIMIT 1").map {
                    Day(number: $0)
                })
        }
    }

    /// The day up to which the reports go; `nil` for an empty register.
    public func clock() throws -> Day? { try read { try Self.clock($0) } }

    /// The day up to which the reports go: that of the clock, or of the newest report where there are too few for one.
    static func clock(_ db: Database) throws -> Day? {
        let day =
            try Int.fetchOne(db, sql: "SELECT day FROM clock")
            ?? Int.fetchOne(db, sql: "SELECT max(day) FROM report WHERE day IS NOT NULL")
        return day.map { Day(number: $0) }
    }

    // MARK: - Lists

    /// A page of the encounters that match a query, the newest first.
    ///
    /// - Parameters:
    ///   - after: where the page begins, as the page before it tells.
    ///   - isCounted: whether all that match are counted.
    public func page(of query: SearchQuery, after: Int64? = nil, limit: Int, isCounted: Bool = true) throws -> BriefPage
    {
        try read { db in
            let statement = try self.statement(for: query, db)
            let count = isCounted ? try self.count(statement, upTo: SearchResult.mostCounted, db) : 0
            let rows = try briefs(
                statement, order: "DESC", before: after, hasPassages: query.hasWords, limit: limit + 1, db)
            return BriefPage(
                hits: rows.prefix(limit).map { BriefPage.Hit(brief: $0.brief, passage: $0.passage) },
                count: min(count, SearchResult.mostCounted), isMore: count > SearchResult.mostCounted,
                next: rows.count > limit ? rows[limit - 1].row : nil)
        }
    }

    /// Rows that match in the order of their days.
    ///
    /// - Parameters:
    ///   - before: only rows with smaller numbers; in rising order, with greater ones.
    func briefs(
        _ statement: SearchStatement, order: String, before: Int64? = nil, hasPassages: Bool = false, limit: Int,
        _ db: Database
    ) throws -> [(row: Int64, brief: EncounterBrief, passage: String?)] {
        let (sql, arguments) = statement.source
        let passage = hasPassages && statement.match != nil ? Self.passage : "NULL"
        let bound = before == nil ? "" : "AND \(statement.row) \(order == "DESC" ? "<" : ">") ?"
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT facet.id, facet.encounter, facet.brief, \(passage) \(sql) \(bound)
                    ORDER BY \(statement.row) \(order) LIMIT ?
                    """), arguments: arguments + (before.map { [$0] } ?? []) + [limit]
        ).compactMap { row in
            Self.brief(row, 1).map { (row[0], $0, Self.readable(row[3])) }
        }
    }

    /// The id and the line of a brief in two columns.
    static func brief(_ row: Row, _ column: Int) -> EncounterBrief? {
        (row[column + 1] as String?).flatMap { EncounterBrief(id: row[column], line: $0) }
    }

    func briefs(of ids: [String], _ db: Database) throws -> [EncounterBrief] {
        try ids.compactMap { id in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT encounter, brief FROM facet WHERE encounter = ?"), arguments: [id]
            ).flatMap { Self.brief($0, 0) }
        }
    }

    // MARK: - Around an encounter

    /// Encounters that match a query on both sides of another one's day: those before it, the newest first, and those after it.
    public func neighbours(of id: String, matching query: SearchQuery, limit: Int) throws -> (
        before: [EncounterBrief], after: [EncounterBrief]
    ) {
        try read { db in
            let row = try Int64.fetchOne(db, sql: "SELECT id FROM facet WHERE encounter = ?", arguments: [id])
            guard let row else { return ([], []) }
            let statement = try self.statement(for: query, db)
            return (
                try briefs(statement, order: "DESC", before: row, limit: limit, db).map(\.brief),
                try briefs(statement, order: "ASC", before: row, limit: limit, db).map(\.brief)
            )
        }
    }

    // MARK: - What is ahead

    /// Encounters that are proposed or announced for the register's day or later, the nearest first.
    ///
    /// - Parameter query: which of them; `nil` for all.
    public func ahead(of query: SearchQuery? = nil, limit: Int) throws -> [EncounterBrief] {
        try read { db in
            let clock = try Self.clock(db) ?? Day(number: 0)
            return try ahead(of: query, from: clock, to: nil, limit: limit, db)
        }
    }

    func ahead(
        of query: SearchQuery?, from clock: Day, to end: Day?, limit: Int, _ db: Database
    ) throws -> [EncounterBrief] {
        let parts = [.planned, .days(.date, first: clock, last: end)] + (query.map { [$0] } ?? [])
        return try briefs(try statement(for: .all(parts), db), order: "ASC", limit: limit, db).map(\.brief)
    }
}
