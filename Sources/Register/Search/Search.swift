import Contract
public import Diplomacy
import FoundationEssentials
import GRDB

/// In which order hits come.
public enum SearchOrder: String, Sendable, CaseIterable {
    /// The newest encounter first.
    case date
    /// What came into the register last first.
    case added
    /// The most independent origins first.
    case origins
}

/// What a search found.
public struct SearchResult: Sendable {
    public var hits: [SearchHit]
    /// How many match in all, counted up to ``mostCounted``.
    public var count: Int
    /// There are more than were counted.
    public var isMore: Bool
    public static let mostCounted = 2000
}

/// An encounter that matches.
public struct SearchHit: Sendable {
    /// Without its reports.
    public var encounter: RegisteredEncounter
    /// The best passage of its reports, in which matching words stand between U+0001 and U+0002; `nil` where the query has no
    /// words or they match its names alone.
    public var passage: String?
}

extension Register {
    /// The encounters that match a query.
    ///
    /// - Parameter limit: the most that are given.
    public func search(_ query: SearchQuery, order: SearchOrder = .date, limit: Int = 20) throws -> SearchResult {
        try search(query, order, limit, mostCounted: SearchResult.mostCounted)
    }

    func search(_ query: SearchQuery, _ order: SearchOrder, _ limit: Int, mostCounted: Int) throws -> SearchResult {
        try read { db in
            let statement = try statement(for: query, db)
            let count = try count(statement, upTo: mostCounted, db)
            var found: [(row: Int64, id: String, passage: String?)] = []
            if order == .date {
                found = try newest(statement, query.hasWords, limit, db)
            } else {
                if count > mostCounted, !query.hasPrefix, statement.isProbed {
                    found = try walk(statement, order, limit, db)
                }
                if found.count < limit { found = try sorted(statement, order, limit, db) }
                if query.hasWords { try addPassages(statement, atOnce: query.hasPrefix, to: &found, db) }
            }
            let decoder = JSONDecoder()
            let hits = try found.compactMap { hit -> SearchHit? in
                guard
                    let json = try Data.fetchOne(
                        db.cachedStatement(sql: "SELECT json FROM encounter WHERE id = ?"), arguments: [hit.id])
                else { return nil }
                return SearchHit(encounter: try decoder.head(json), passage: hit.passage)
            }
            return SearchResult(
                hits: hits, count: min(count, mostCounted), isMore: count > mostCounted)
        }
    }

    /// How many match; counting stops one beyond the most that are told.
    func count(_ statement: SearchStatement, upTo most: Int, _ db: Database) throws -> Int {
        let (sql, arguments) = statement.isMatchAlone ? statement.matchAlone : statement.source
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 \(sql) LIMIT \(most + 1))",
            arguments: arguments) ?? 0
    }

    // MARK: - In order

    /// The newest: rows come in their order, and no more are read than are given.
    private func newest(
        _ statement: SearchStatement, _ hasWords: Bool, _ limit: Int, _ db: Database
    ) throws -> [(row: Int64, id: String, passage: String?)] {
        let (sql, arguments) = statement.source
        let passage = hasWords && statement.match != nil ? Self.passage : "NULL"
        return try Row.fetchAll(
            db, sql: "SELECT facet.id, facet.encounter, \(passage) \(sql) ORDER BY \(statement.row) DESC LIMIT ?",
            arguments: arguments + [limit]
        ).map { ($0[0], $0[1], Self.readable($0[2])) }
    }

    /// Of a query that much matches: the first rows by the order's own index that match. Fewer than the limit where the first
    /// hundred rows of the register have no more.
    private func walk(
        _ statement: SearchStatement, _ order: SearchOrder, _ limit: Int, _ db: Database
    ) throws -> [(row: Int64, id: String, passage: String?)] {
        let (sql, arguments) = statement.source
        let matches = try db.makeStatement(sql: "SELECT EXISTS (SELECT 1 \(sql) AND \(statement.row) = ?)")
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, encounter FROM facet ORDER BY \(order.rawValue) DESC, id DESC LIMIT 100")
        var found: [(row: Int64, id: String, passage: String?)] = []
        while found.count < limit, let row = try rows.next() {
            let id: Int64 = row[0]
            if try Bool.fetchOne(matches, arguments: arguments + [id]) == true { found.append((id, row[1], nil)) }
        }
        return found
    }

    private func sorted(
        _ statement: SearchStatement, _ order: SearchOrder, _ limit: Int, _ db: Database
    ) throws -> [(row: Int64, id: String, passage: String?)] {
        let (sql, arguments) = statement.source
        return try Row.fetchAll(
            db,
            sql: """
                SELECT facet.id, facet.encounter \(sql)
                ORDER BY facet.\(order.rawValue) DESC, facet.id DESC LIMIT ?
                """, arguments: arguments + [limit]
        ).map { ($0[0], $0[1], nil) }
    }

    // MARK: - Passages

    static let passage =
        "snippet(search, \(SearchIndex.Column.allCases.firstIndex(of: .text) ?? 0), char(1), char(2), '…', 24)"

    /// - Parameter atOnce: read all that matches once, and not once for each row: where a beginning stands for many words,
    ///   asking is what takes the time.
    private func addPassages(
        _ statement: SearchStatement, atOnce: Bool, to found: inout [(row: Int64, id: String, passage: String?)],
        _ db: Database
    ) throws {
        guard let match = statement.match else { return }
        let rows = found.map { String($0.row) }
        // the plus keeps SQLite from asking for each row
        let filters = atOnce ? ["+rowid IN (\(rows.joined(separator: ",")))"] : rows.map { "rowid = \($0)" }
        var passages: [Int64: String] = [:]
        for filter in filters {
            let sql = "SELECT rowid, \(Self.passage) FROM search WHERE search MATCH ? AND \(filter)"
            for row in try Row.fetchAll(db, sql: sql, arguments: [match]) { passages[row[0]] = Self.readable(row[1]) }
        }
        for i in found.indices { found[i].passage = passages[found[i].row] }
    }

    /// A passage without the index's own marks; `nil` where nothing in it matched.
    static func readable(_ passage: String?) -> String? {
        guard let passage, passage.contains("\u{1}") else { return nil }
        return passage.replacing(" \(SearchIndex.separator) ", with: " … ").replacing(
            "\(SearchIndex.separator) ", with: ""
        )
        .replacing(" \(SearchIndex.separator)", with: "")
    }

    /// The ids of all encounters that match a query, sorted.
    public func ids(matching query: SearchQuery) throws -> [String] {
        try read { db in
            let (sql, arguments) = try statement(for: query, db).source
            return try String.fetchAll(db, sql: "SELECT facet.encounter \(sql) ORDER BY 1", arguments: arguments)
        }
    }

    func statement(for query: SearchQuery, _ db: Database) throws -> SearchStatement {
        SearchStatement(query, longest: try Int.fetchOne(db, sql: "SELECT max(last - first) FROM facet") ?? 0)
    }
}

extension JSONDecoder {
    /// Reads an encounter as it is stored, without its reports.
    func head(_ json: Data) throws -> RegisteredEncounter {
        do {
            return try decode(EncounterHead.self, from: json).encounter
        } catch {
            throw RegisterError(
                .broken,
                "expected an encounter as this program stores it, found \"\(error)\"; restore a backup or rebuild")
        }
    }
}
