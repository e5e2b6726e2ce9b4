import FoundationEssentials
import GRDB

extension Schema {
    /// How the columns of desks' own tables are read, as they were told once.
    static let tableMaps = """
        CREATE TABLE table_map (
            head TEXT PRIMARY KEY,
            json BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}

extension Register {
    /// The map that was kept for tables with this head; `nil` where there is none.
    ///
    /// - Parameter head: the names of the columns, in their order.
    public func tableMap(head: [String]) throws -> [UInt8]? {
        try read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT json FROM table_map WHERE head = ?"),
                arguments: [head.joined(separator: "\u{1F}")]
            ).map { Array($0[0] as Data) }
        }
    }

    /// Keeps a map for tables with this head, in place of the one that is there.
    public func keep(tableMap json: [UInt8], head: [String]) throws {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO table_map (head, json) VALUES (?, ?)",
                arguments: [head.joined(separator: "\u{1F}"), Data(json)])
        }
    }
}
