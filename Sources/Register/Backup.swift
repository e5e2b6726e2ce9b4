import FoundationEssentials
import GRDB
import Glibc

extension Register {
    /// Copies the register as it stands to another file, while others read or write. The copy is one file, checked
    /// before it takes its name, and on the disk when this returns.
    ///
    /// - Throws: ``RegisterError`` where the other file is a register in use: its log would be taken for the copy's.
    public func backup(to path: String) throws {
        if WriterLock.real(path) == WriterLock.real(database.path) || access(path + "-wal", F_OK) == 0 {
            throw RegisterError(
                .locked,
                "expected a file that nobody uses in \"\(path)\", found a register with its log; name another file")
        }
        let temporary = "\(path).part-\(getpid())"
        defer { unlink(temporary) }
        do {
            let copy = try DatabaseQueue(path: temporary)
            try database.backup(to: copy)
            // a file of its own, with no log beside it
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try Self.verify(copy, temporary)
            try copy.close()
        } catch let error as DatabaseError {
            throw RegisterError(error, path, .write)
        }
        try Self.sync(temporary)
        Boundary.backupBeforeRename.pass()
        guard rename(temporary, path) == 0 else { throw Self.notWritten(path) }
        try Self.syncFolder(of: path)
    }

    /// Puts a copy that ``backup(to:)`` made in the place of a register. The file that was there stays beside it as
    /// `PATH.before-restore`; no log of it does.
    ///
    /// - Throws: ``RegisterError`` where the copy is no sound register, or another process uses the register.
    public static func restore(from copy: String, to path: String) throws {
        let path = WriterLock.real(path)
        let lock = try WriterLock(path)
        defer { withExtendedLifetime(lock) {} }
        let temporary = "\(path).part-\(getpid())"
        defer { unlink(temporary) }
        do {
            // read through SQLite, so that a register with a log beside it is taken whole
            let source = try Register(path: copy, access: .read)
            try source.backup(to: temporary)
            try emptyLog(of: path)
        } catch let error as DatabaseError {
            throw RegisterError(error, path, .write)
        }
        if access(path, F_OK) == 0 {
            let kept = path + ".before-restore"
            unlink(kept)
            guard link(path, kept) == 0 else { throw notWritten(kept) }
        }
        unlink(path + "-wal")
        unlink(path + "-shm")
        Boundary.restoreBeforeRename.pass()
        guard rename(temporary, path) == 0 else { throw notWritten(path) }
        try syncFolder(of: path)
    }

    /// Moves what stands in a register's log into its file, so that the file is whole without it. A file that is no
    /// register has no log that counts.
    private static func emptyLog(of path: String) throws {
        guard access(path, F_OK) == 0, access(path + "-wal", F_OK) == 0 else { return }
        var isBusy = false
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(2)
            let old = try DatabaseQueue(path: path, configuration: configuration)
            try old.writeWithoutTransaction { db in
                isBusy = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
            }
            try old.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            isBusy = true
        } catch is DatabaseError {
            return
        }
        if isBusy {
            throw RegisterError(
                .locked,
                "expected nobody to read \"\(path)\" while it is replaced, found a reader; end it and run again")
        }
    }

    private static func verify(_ copy: DatabaseQueue, _ path: String) throws {
        try admit(copy, path, .read)
        let words = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
        guard words == ["ok"] else {
            throw RegisterError(
                .broken,
                "expected a sound copy, found \"\(words.joined(separator: "; "))\"; `rapporteur check` says more")
        }
    }

    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw notWritten(path) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw notWritten(path) }
    }

    static func syncFolder(of path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        try sync(folder)
    }

    static func notWritten(_ path: String) -> RegisterError {
        let reason = String(cString: strerror(errno))
        return RegisterError(
            .readOnly, "expected to write \"\(path)\", found \"\(reason)\"; make room, or name another file")
    }
}
