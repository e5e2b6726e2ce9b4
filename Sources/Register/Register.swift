import Corroboration
import Diplomacy
import GRDB
import Glibc
import Synchronization

/// The register: one SQLite file that holds every report with all its versions, what was read from them, and each real
/// encounter once.
///
/// One writer and many readers: a writer holds the register's ``WriterLock`` while it is open, a reader sees the last
/// state that was stored whole and waits for nobody.
public final class Register: Sendable {
    public enum Access: Sendable {
        case read
        /// Reads and writes; makes the file where there is none.
        case write
    }

    let database: DatabasePool
    private let lock: WriterLock?
    /// What was read of the reports that were filed last.
    let recent = Mutex(RecentReports())
    /// The texts with numbers of rows of event data, between two imports of one writer.
    let interned = Mutex<InternTables?>(nil)

    /// Opens a register.
    ///
    /// - Throws: ``RegisterError`` where there is no file to read, the file is no register, a newer program has made it, or
    ///   another process is writing.
    /// - Parameter makes: whether a writer makes the file where there is none.
    public init(path: String, access: Access, makes: Bool = true) throws {
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.busyMode = .timeout(5)
        configuration.label = "register"
        configuration.prepareDatabase { db in
            let cache = db.configuration.readonly ? 32_768 : 131_072
            try db.execute(
                sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(cache); PRAGMA temp_store = MEMORY")
            // a large step is written to the log once and to its place once, not page by page again and again
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
            // a reader's pages lie in the system's memory already: they are looked at there, not copied
            if db.configuration.readonly { try db.execute(sql: "PRAGMA mmap_size = \(1 << 40)") }
            Deadline.watch(db)
        }
        var info = stat()
        if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
            throw RegisterError(.notARegister, "expected a register in \"\(path)\", found a folder; name a file")
        }
        if access == .write, !makes, stat(path, &info) != 0 { throw RegisterError.none(path) }
        lock = access == .write ? try WriterLock(path) : nil
        do {
            if access == .write, stat(path, &info) != 0 || info.st_size == 0 { try Self.make(path, configuration) }
            database = try DatabasePool(path: path, configuration: configuration)
            try Self.admit(database, path, access)
            if access == .write {
                try Schema.migrator.migrate(database)
                // asked first: whoever writes waits for other writers
                if try !database.read({ try SearchIndex.isUpToDate($0) }) {
                    try database.write { try SearchIndex.fill($0) }
                }
                if try !database.read({ try SearchIndex.hasPresentBriefs($0) }) {
                    try database.write { try SearchIndex.renewBriefs($0) }
                }
                if try !database.read({ try Self.claimsAreUpToDate($0) }) {
                    try database.write { try bringClaimsUpToDate($0) }
                }
                if try !database.read({ try MeasureIndex.isUpToDate($0) }) {
                    try database.write { try MeasureIndex.fill($0) }
                }
            }
        } catch let error as DatabaseError {
            throw RegisterError(error, path, access)
        }
    }

    /// Makes an empty register beside its place and puts it there when it is whole: one that is stopped leaves no half-made one.
    private static func make(_ path: String, _ configuration: Configuration) throws {
        let fresh = path + ".new"
        for ending in ["", "-journal"] { unlink(fresh + ending) }
        let queue = try DatabaseQueue(path: fresh, configuration: configuration)
        try Schema.migrator.migrate(queue)
        try queue.close()
        guard rename(fresh, path) == 0 else {
            throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "it cannot be put in its place")
        }
    }

    /// Closes the file, and puts what stands in its log into it where nobody else reads. Nothing can be asked
    /// afterwards.
    public func close() throws {
        // only a writer that closes last clears the log away
        database.invalidateReadOnlyConnections()
        try database.close()
        lock?.release()
    }

    /// Checks that the file is a register of this program's time.
    static func admit(_ database: some DatabaseReader, _ path: String, _ access: Access) throws {
        try database.read { db in
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            // one whose making was stopped holds nothing but the list of migrations
            let isEmpty =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM sqlite_schema WHERE name <> 'grdb_migrations' AND name NOT LIKE 'sqlite_%'
                        """) == 0
            if isEmpty, access == .write { return }
            guard application == Schema.application else {
                throw RegisterError(
                    .notARegister, "expected a register in \"\(path)\", found another SQLite file; name another file")
            }
            let migrator = Schema.migrator
            if try migrator.hasBeenSuperseded(db) {
                throw RegisterError(
                    .newerSchema,
                    "expected a register of this version in \"\(path)\", found one of a newer program; update rapporteur"
                )
            }
            if access == .read, try !migrator.hasCompletedMigrations(db) {
                throw RegisterError(
                    .notARegister,
                    "expected a register of this version in \"\(path)\", found an older one; run `rapporteur add --register`"
                        + " on it once, which brings it up to date")
            }
        }
    }

    /// Runs a step in one transaction, with SQLite's errors put into words.
    func write<Result>(_ step: (Database) throws -> Result) throws -> Result {
        do {
            return try database.write(step)
        } catch let error as DatabaseError {
            recent.withLock { $0 = RecentReports() }
            throw RegisterError(error, database.path, .write)
        }
    }

    func read<Result>(_ step: (Database) throws -> Result) throws -> Result {
        let end = Self.readingEnd
        do {
            return try database.read { db in
                Deadline.end = end
                defer { Deadline.end = nil }
                return try step(db)
            }
        } catch let error as DatabaseError {
            throw RegisterError(error, database.path, .read)
        }
    }

    @TaskLocal private static var readingEnd: Int?

    /// Runs several readings that must end within a time together.
    ///
    /// - Parameter milliseconds: for all of them.
    /// - Throws: ``RegisterError`` with ``RegisterError/Code/tooSlow`` where they do not.
    public func reading<Result>(within milliseconds: Int, _ body: () throws -> Result) throws -> Result {
        try Self.$readingEnd.withValue(Deadline.now + milliseconds, operation: body)
    }
}

extension RegisterError {
    static func none(_ path: String) -> Self {
        Self(
            .notFound, "expected a register in \"\(path)\", found none that can be opened; make one by `rapporteur add`"
        )
    }

    init(_ error: DatabaseError, _ path: String, _ access: Register.Access) {
        switch error.resultCode {
        case .SQLITE_CANTOPEN:
            self =
                access == .read
                ? .none(path)
                : Self(
                    .readOnly,
                    "expected to make a register in \"\(path)\", found that it cannot be written there; name "
                        + "another file"
                )
        case .SQLITE_INTERRUPT:
            self.init(.tooSlow, "expected to read \"\(path)\" in the time that is allowed, found that it takes longer")
        case .SQLITE_NOTADB:
            self.init(.notARegister, "expected a register in \"\(path)\", found no SQLite file; name another file")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .locked,
                "expected to write \"\(path)\", found another process writing it; wait for it to end and run again"
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .readOnly, "expected to write \"\(path)\", found it read-only; make it and its folder writable")
        case .SQLITE_FULL, .SQLITE_IOERR:
            self.init(
                .full,
                "expected to store in \"\(path)\", found no room or a failing disk (\(error.resultCode)); make "
                    + "room and run again: what was stored is kept")
        default:
            self.init(
                .broken,
                "expected a sound register in \"\(path)\", found \"\(error.message ?? "an error of SQLite")\" "
                    + "(\(error.resultCode.rawValue)); restore a backup")
        }
    }
}
