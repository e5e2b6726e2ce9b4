import GRDB
import Glibc

/// Writes a plain SQLite file for readers: tables of values, their keys and indexes, and views.
///
/// The file is made as `FILE.new` and takes its name when it is whole: every key is checked, and the file is on the disk. A writer that is
/// let go before ``finish()`` leaves nothing. Rows may come in any order, in one transaction without a journal: what a row needs in
/// memory is the row, whatever their number.
package final class SnapshotWriter {
    /// "RAPS" in ASCII: tells a snapshot from a register and from any other SQLite file.
    package static let application: Int32 = 0x5241_5053
    /// The version of the layout, in `user_version`.
    package static let layout: Int32 = 1

    private let path: String
    private let fresh: String
    private let tables: [SnapshotTable]
    private let insertions: [String: String]
    private var queue: DatabaseQueue?

    /// - Throws: ``RegisterError`` where the file cannot be made, or a register stands in its place.
    package init(path: String, tables: [SnapshotTable], views: [SnapshotView] = []) throws {
        self.path = path
        fresh = path + ".new"
        self.tables = tables
        insertions = Dictionary(tables.map { ($0.name, $0.insertion) }) { first, _ in first }
        try Self.refuseRegister(path)
        Self.remove(fresh)
        do {
            var configuration = Configuration()
            // keys are checked at the end, once: a row may come before what it refers to
            configuration.foreignKeysEnabled = false
            // one transaction from the first row to the last
            configuration.allowsUnsafeTransactions = true
            configuration.label = "snapshot"
            let queue = try DatabaseQueue(path: fresh, configuration: configuration)
            self.queue = queue
            try queue.writeWithoutTransaction { db in
                // nothing is to be undone: a file that is not finished is thrown away
                try db.execute(
                    sql: """
                        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;
                        PRAGMA application_id = \(Self.application); PRAGMA user_version = \(Self.layout)
                        """)
                try db.execute(sql: "BEGIN")
                for table in tables { try db.execute(sql: table.creation) }
                for view in views {
                    try db.execute(sql: "CREATE VIEW \(SnapshotTable.quoted(view.name)) AS\n\(view.sql)")
                }
            }
        } catch let error as DatabaseError {
            try? queue?.close()
            Self.remove(fresh)
            throw RegisterError(error, fresh, .write)
        }
    }

    deinit { discard() }

    /// Stores a row, a value for each column of the table.
    ///
    /// - Throws: ``RegisterError`` where there is no such table, the row has another number of values, a required one is missing, or
    ///   the key is there already. The file is thrown away then: without a journal nothing of it can be relied on.
    package func add(_ values: [SnapshotValue], to table: String) throws {
        guard let queue, let sql = insertions[table] else {
            throw RegisterError(
                .broken, "expected a table of the snapshot, found \"\(table)\"; name one of \(tables.map(\.name))")
        }
        do {
            try queue.writeWithoutTransaction { db in
                try db.cachedStatement(sql: sql).execute(
                    arguments: StatementArguments(values.map { $0.databaseValue }))
            }
        } catch let error as DatabaseError {
            discard()
            throw RegisterError(error, fresh, .write)
        }
    }

    private func discard() {
        guard let queue else { return }
        try? queue.close()
        self.queue = nil
        Self.remove(fresh)
    }

    /// Makes the indexes, checks the keys, and puts the file in its place.
    ///
    /// - Throws: ``RegisterError`` where a row refers to what is not there, or the file cannot be put in its place.
    package func finish() throws {
        guard let queue else { throw RegisterError(.broken, "expected a snapshot that is being written, found none") }
        defer { discard() }
        do {
            try queue.writeWithoutTransaction { db in
                for table in tables {
                    for columns in table.indexes {
                        let name = ([table.name] + columns).joined(separator: "_")
                        let list = columns.map(SnapshotTable.quoted).joined(separator: ", ")
                        try db.execute(
                            sql: """
                                CREATE INDEX \(SnapshotTable.quoted(name)) ON \(SnapshotTable.quoted(table.name)) (\(list))
                                """)
                    }
                }
                if let loose = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
                    let (table, parent) = (loose[0] as String? ?? "", loose[2] as String? ?? "")
                    throw RegisterError(
                        .broken,
                        "expected every row of \(table) to refer to a row of \(parent), found one that does not; run "
                            + "`rapporteur check`")
                }
                try db.execute(sql: "COMMIT; PRAGMA optimize")
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw RegisterError(error, fresh, .write)
        }
        // closed: what is discarded now is only a file that did not take its place
        try Register.sync(fresh)
        guard rename(fresh, path) == 0 else { throw Register.notWritten(path) }
        self.queue = nil
        try Register.syncFolder(of: path)
    }

    private static func remove(_ path: String) {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
    }

    /// A register in the snapshot's place would be lost, and its log be taken for the snapshot's.
    private static func refuseRegister(_ path: String) throws {
        let isInUse = access(path + "-wal", F_OK) == 0
        guard isInUse || application(of: path) == Schema.application else { return }
        throw RegisterError(
            .locked, "expected no register in the snapshot's place, found one in \"\(path)\"; name another file")
    }

    /// The application id in an SQLite file's header: four bytes, the highest first, at 68 (sqlite.org/fileformat2.html, 1.3).
    private static func application(of path: String) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &bytes, 4, 68) == 4 else { return nil }
        return Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })
    }
}

extension String {
    /// SQLite's functions end a text at U+0000, and so would the rest of it be lost: U+FFFD stands for it.
    fileprivate var withoutNull: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}

extension SnapshotValue {
    /// What is no number is no value.
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.withoutNull.databaseValue
        case .integer(let number): number.databaseValue
        case .real(let number): number.isFinite ? number.databaseValue : .null
        }
    }
}
