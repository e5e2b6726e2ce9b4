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
    public static let mostCounted = 10_000
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
        try read { db in
            let statement = try statement(for: query, db)
            let (sql, arguments) = statement.source
            let row = statement.match == nil ? "facet.id" : "search.rowid"
            let isMatchAlone = statement.isMatchAlone
            let counted = isMatchAlone ? sql.replacing(" CROSS JOIN facet ON facet.id = search.rowid", with: "") : sql
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM (SELECT 1 \(counted) LIMIT \(SearchResult.mostCounted + 1))",
                    arguments: arguments) ?? 0
            let ordering =
                switch order {
                case .date: "\(row) DESC"
                case .added: "facet.added DESC, facet.id DESC"
                case .origins: "facet.origins DESC, facet.id DESC"
                }
            let found = try Row.fetchAll(
                db, sql: "SELECT facet.id, facet.encounter \(sql) ORDER BY \(ordering) LIMIT ?",
                arguments: arguments + [limit])
            let decoder = JSONDecoder()
            let hits = try found.compactMap { row -> SearchHit? in
                guard
                    let json = try Data.fetchOne(
                        db.cachedStatement(sql: "SELECT json FROM encounter WHERE id = ?"), arguments: [row[1]])
                else { return nil }
                let passage = query.hasWords ? try passage(statement.match, row[0], db) : nil
                return SearchHit(encounter: try decoder.head(json), passage: passage)
            }
            return SearchResult(
                hits: hits, count: min(count, SearchResult.mostCounted), isMore: count > SearchResult.mostCounted)
        }
    }

    /// The ids of all encounters that match a query, sorted.
    public func ids(matching query: SearchQuery) throws -> [String] {
        try read { db in
            let (sql, arguments) = try statement(for: query, db).source
            return try String.fetchAll(db, sql: "SELECT facet.encounter \(sql) ORDER BY 1", arguments: arguments)
        }
    }

    private func statement(for query: SearchQuery, _ db: Database) throws -> SearchStatement {
        SearchStatement(query, longest: try Int.fetchOne(db, sql: "SELECT max(last - first) FROM facet") ?? 0)
    }

    private func passage(_ match: String?, _ row: Int64, _ db: Database) throws -> String? {
        guard let match else { return nil }
        let column = SearchIndex.Column.allCases.firstIndex(of: .text) ?? 0
        let text = try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT snippet(search, \(column), char(1), char(2), '…', 24) FROM search
                    WHERE search MATCH ? AND rowid = ?
                    """), arguments: [match, row])
        guard let text, text.contains("\u{1}") else { return nil }
        return text.replacing(" \(SearchIndex.separator) ", with: " … ")
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
