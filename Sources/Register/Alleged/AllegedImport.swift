public import Datasets
import Diplomacy
import FoundationEssentials
import GRDB
import Synchronization

/// A file of event data that is to be imported.
public struct AllegedFile: Sendable, Hashable {
    /// What it is known by when it comes again ("20150218230000.export.CSV").
    public var name: String
    /// Whose data it must be.
    public var dataSet: EventDataSet

    public init(name: String, dataSet: EventDataSet) {
        self.name = name
        self.dataSet = dataSet
    }
}

/// How far an import has come, and what became of the file's rows.
public struct AllegedTally: Sendable, Hashable {
    /// What stands in the file; `nil` before its first line.
    public var format: EventFormat?
    /// Bytes, uncompressed, and lines that are stored.
    public var bytes = 0
    public var lines = 0
    /// Rows that the register had not.
    public var rows = 0
    /// Rows that it had as they are.
    public var duplicates = 0
    /// Rows that took the place of others with the same id.
    public var replaced = 0
    /// Rows that could not be read.
    public var bad = 0
    /// Rows, of those taken, with a code of a party or a place that is not known.
    public var unknown = 0
    /// The bytes that an earlier import had stored.
    public var resumedAt = 0
    /// Whether all of the file is stored.
    public var isFinished = false
}

extension Register {
    /// Memory of SQLite's pages during an import, in kibibytes.
    private static let importCache = 49_152

    /// Stores the rows of a file of event data, in transactions of some 65,000 rows. A register that knows a part of the file, because
    /// an import was stopped, goes on behind the last one: its bytes are read and compared by a hash, not stored again. A file that it
    /// has whole is only read; one that has grown goes on where it ended; another one of the same name begins anew, and what is the
    /// same in it is a duplicate.
    ///
    /// Some 400,000 rows a second of GDELT 2.0 on one core; memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - time: now, RFC 3339.
    ///   - open: begins to read the file from its first byte: gives a function that fills a buffer, and returns how many bytes it wrote,
    ///     0 at the end. It is called again where a file turns out to be another one than that which is known.
    ///   - batch: lines of one transaction, about.
    ///   - goesOn: is told of each transaction; where it returns false the import ends there, and can be taken up again.
    /// - Throws: ``DatasetError`` where the file is of another data set; ``RegisterError``; what reading throws, with the transactions
    ///   before it stored.
    public func importAlleged(
        _ file: AllegedFile, at time: String, open: () throws -> (UnsafeMutableRawBufferPointer) throws -> Int,
        batch: Int = 65_536, goesOn: (AllegedTally) -> Bool = { _ in true }
    ) throws -> AllegedTally {
        try writingWithoutTransaction { db in
            let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -Self.importCache
            try db.execute(sql: "PRAGMA cache_size = -\(Self.importCache)")
            defer { try? db.execute(sql: "PRAGMA cache_size = \(usual)") }
            // only what a whole import leaves is kept: of one that fails the numbers are not stored
            let tables = interned.withLock { tables in
                defer { tables = nil }
                return tables
            }
            if let known = try KnownFile(named: file.name, db) {
                var importing = try AllegedImporting(db, file, known, time, try open())
                importing.tables = tables
                if try importing.passes(known) { return try run(&importing, batch, goesOn) }
            }
            var importing = AllegedImporting(db, file, time, try open())
            importing.tables = tables
            return try run(&importing, batch, goesOn)
        }
    }

    private func run(
        _ importing: inout AllegedImporting, _ batch: Int, _ goesOn: (AllegedTally) -> Bool
    ) throws -> AllegedTally {
        let tally = try importing.run(batch, goesOn)
        let tables = importing.tablesAfterwards
        interned.withLock { $0 = tables }
        return tally
    }

    private func writingWithoutTransaction<Result>(_ step: (Database) throws -> Result) throws -> Result {
        do {
            return try database.writeWithoutTransaction { db in
                do {
                    return try step(db)
                } catch {
                    if db.isInsideTransaction { try? db.rollback() }
                    throw error
                }
            }
        } catch let error as DatabaseError {
            throw RegisterError(error, database.path, .write)
        }
    }
}

/// What the register has of a file.
struct KnownFile {
    var id: Int64
    var firstLine: [UInt8]
    var digest: UInt64
    var endsWhole: Bool
    var tally: AllegedTally

    /// The newest of a name.
    init?(named name: String, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM alleged_file WHERE name = ? ORDER BY id DESC LIMIT 1", arguments: [name])
        else { return nil }
        self.init(row)
    }

    init(_ row: Row) {
        id = row["id"]
        firstLine = Array(row["first_line"] as Data)
        digest = UInt64(bitPattern: row["digest"])
        endsWhole = row["ends_whole"]
        tally = AllegedTally(
            format: EventFormat(rawValue: row["format"]), bytes: row["bytes"], lines: row["lines"], rows: row["rows"],
            duplicates: row["duplicates"], replaced: row["replaced"], bad: row["bad"], unknown: row["unknown"],
            isFinished: (row["finished"] as String?) != nil)
        tally.resumedAt = tally.bytes
    }
}
