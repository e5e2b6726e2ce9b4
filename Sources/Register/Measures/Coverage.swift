public import Corroboration
public import Diplomacy
import GRDB

/// The months in which a publisher has reports in the register.
public struct PublisherCoverage: Equatable, Sendable {
    public struct Month: Equatable, Sendable {
        /// Months since the year 0.
        public var month: Int
        public var reports: Int

        public init(month: Int, reports: Int) {
            self.month = month
            self.reports = reports
        }
    }

    public var publisher: String
    /// Those with reports, in order.
    public var months: [Month]

    public init(publisher: String, months: [Month]) {
        self.publisher = publisher
        self.months = months
    }
}

/// A table that was imported: what it is, whose, under which licence, and the days that it covers.
public struct DataSet: Hashable, Sendable {
    /// Its name in the register ("visits/us-travels").
    public var name: String
    public var title: String
    public var publisher: String
    public var licence: String
    /// SHA-256 of the file, in hexadecimal digits.
    public var digest: String
    public var first: Day?
    public var last: Day?
    public var rows: Int
    /// RFC 3339.
    public var imported: String

    public init(
        name: String, title: String, publisher: String, licence: String, digest: String, first: Day?, last: Day?,
        rows: Int, imported: String
    ) {
        self.name = name
        self.title = title
        self.publisher = publisher
        self.licence = licence
        self.digest = digest
        self.first = first
        self.last = last
        self.rows = rows
        self.imported = imported
    }
}

extension Register {
    /// Publishers with claims of a dyad, those with the most first.
    public func publishers(of dyad: Dyad, limit: Int) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT publisher FROM teller WHERE dyad = ? AND claims > 0 ORDER BY claims DESC, publisher LIMIT ?
                        """), arguments: [dyad.code, limit])
        }
    }

    /// The months in which publishers have reports, by publisher.
    ///
    /// - Parameter publishers: whose; `nil` for all.
    public func coverage(of publishers: [String]? = nil) throws -> [PublisherCoverage] {
        try read { db in
            let columns = "SELECT publisher, month, reports FROM covered WHERE reports > 0"
            guard let publishers else {
                return try Self.coverage(try Row.fetchCursor(db, sql: "\(columns) ORDER BY publisher, month"))
            }
            let statement = try db.cachedStatement(sql: "\(columns) AND publisher = ? ORDER BY month")
            return try Set(publishers).sorted().flatMap { publisher in
                try Self.coverage(try Row.fetchCursor(statement, arguments: [publisher]))
            }
        }
    }

    private static func coverage(_ rows: RowCursor) throws -> [PublisherCoverage] {
        var found: [PublisherCoverage] = []
        while let row = try rows.next() {
            let publisher: String = row[0]
            if found.last?.publisher != publisher { found.append(PublisherCoverage(publisher: publisher, months: [])) }
            found[found.count - 1].months.append(PublisherCoverage.Month(month: row[1], reports: row[2]))
        }
        return found
    }

    /// How many encounters the register has of each month, by months since the year 0, in order.
    public func abundance() throws -> [(month: Int, encounters: Int)] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT month, encounters FROM abundance WHERE encounters > 0 ORDER BY month")
            ).map { ($0[0], $0[1]) }
        }
    }

    // MARK: - Data sets

    /// The tables that were imported, by name.
    public func dataSets() throws -> [DataSet] {
        try read { db in
            try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM dataset ORDER BY name")).map { row in
                DataSet(
                    name: row["name"], title: row["title"], publisher: row["publisher"], licence: row["licence"],
                    digest: row["digest"], first: (row["first"] as Int?).map { Day(number: $0) },
                    last: (row["last"] as Int?).map { Day(number: $0) }, rows: row["rows"], imported: row["imported"])
            }
        }
    }

    /// Records that a table was imported, in place of what was recorded of it; one that is as it was keeps its time.
    public func put(_ dataSet: DataSet) throws { try write { try Self.put(dataSet, $0) } }

    static func put(_ dataSet: DataSet, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO dataset (name, title, publisher, licence, digest, first, last, rows, imported)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET title = excluded.title, publisher = excluded.publisher,
                    licence = excluded.licence, digest = excluded.digest, first = excluded.first, last = excluded.last,
                    rows = excluded.rows,
                    imported = CASE digest WHEN excluded.digest THEN imported ELSE excluded.imported END
                """,
            arguments: [
                dataSet.name, dataSet.title, dataSet.publisher, dataSet.licence, dataSet.digest, dataSet.first?.number,
                dataSet.last?.number, dataSet.rows, dataSet.imported,
            ])
    }
}
