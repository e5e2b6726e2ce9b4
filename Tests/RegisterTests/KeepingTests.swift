import Diplomacy
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Register

@Suite("Checking, copying and rebuilding a register")
struct KeepingTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        let register = try Register(path: folder.register, access: .write)
        let filings = [
            filing("a"), filing("b"), filing("c", city: "Oslo", country: "NOR"), filing("d", day: "2026-05-01"),
        ]
        _ = try register.file(filings, at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
        _ = try register.file([filing("b", text: "Another text.")], at: "2026-06-02T00:00:00Z")
        try register.reconcile(at: "2026-06-02T00:00:00Z")
        try register.close()
    }

    /// Runs SQL on the file behind the register's back.
    private func breakBy(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.register, configuration: configuration)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func faults(isDeep: Bool = false) throws -> [String] {
        try Register(path: folder.register, access: .read).check(isDeep: isDeep).faults
    }

    @Test("a sound register has no faults")
    func sound() throws {
        #expect(try faults(isDeep: true) == [])
    }

    @Test(
        "what was broken on purpose is found, and a rebuild mends what is derived",
        arguments: [
            (
                "DELETE FROM encounter WHERE id = (SELECT min(id) FROM encounter)", "an encounter that is not there",
                true
            ),
            ("UPDATE claim SET encounter = NULL", "an encounter without a claim", true),
            ("INSERT INTO alias VALUES ('enc_old', 'enc_gone')", "an alias that leads to no encounter", true),
            ("INSERT INTO alias SELECT id, id FROM encounter", "an alias of an encounter that is there", true),
            ("UPDATE encounter SET json = CAST('{\"id\":' AS BLOB)", "an encounter that is no JSON", true),
            ("UPDATE encounter SET status = 'denied'", "columns are not those of its JSON", true),
            ("UPDATE encounter SET day = '1999-01-01'", "columns are not those of its JSON", true),
            ("DELETE FROM claim_key", "a claim whose keys are missing", true),
            ("DELETE FROM version WHERE number = 1 AND report = 2", "versions that do not run", false),
            ("UPDATE report SET version = 3 WHERE id = 1", "versions that do not run", false),
            ("UPDATE version SET record = CAST('no' AS BLOB) WHERE id = 1", "a record that is no JSON", false),
            ("UPDATE version SET source = 999 WHERE id = 1", "foreign_key_check", false),
            (
                """
                INSERT INTO decision (name, time, serial, author, reason, act, active)
                VALUES ('dec_1', 't', 0, 'a', 'r', CAST('no' AS BLOB), 0)
                """, "a decision that is no JSON", false
            ),
        ])
    func broken(_ sql: String, _ expected: String, isMended: Bool) throws {
        let before = try lines()
        try breakBy(sql)
        let found = try faults()
        #expect(found.contains { $0.contains(expected) })
        guard isMended else { return }
        let register = try Register(path: folder.register, access: .write)
        try register.beginRebuild()
        _ = try register.finishRebuild(at: "2026-07-01T00:00:00Z")
        #expect(try register.check(isDeep: true).faults == [])
        #expect(try export(register) == before)
    }

    private func lines() throws -> [String] { try export(Register(path: folder.register, access: .read)) }

    @Test("a deep check finds encounters that are other than their reports")
    func deep() throws {
        let sound = "UPDATE encounter SET json = CAST(replace(CAST(json AS TEXT), 'Geneva', 'Genova') AS BLOB)"
        try breakBy(sound)
        #expect(try faults() == [])
        #expect(try faults(isDeep: true).contains { $0.contains("other than the reports give") })
    }

    @Test("a torn page is found")
    func torn() throws {
        let size = try FileManager.default.attributesOfItem(atPath: folder.register)[.size] as? Int ?? 0
        let descriptor = open(folder.register, O_WRONLY)
        let noise = [UInt8](repeating: 0xA5, count: 4096 * 4)
        #expect(pwrite(descriptor, noise, noise.count, off_t(size / 2 / 4096 * 4096)) == noise.count)
        close(descriptor)
        #expect(throws: (any Error).self) {
            let found = try faults()
            if !found.isEmpty { throw RegisterError(.broken, found[0]) }
        }
    }

    @Test("an index of full text that is not that of its table is found")
    func search() throws {
        try breakBy(
            """
            CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT);
            CREATE VIRTUAL TABLE word_index USING fts5 (text, content = 'words', content_rowid = 'id');
            INSERT INTO words VALUES (1, 'talks in Geneva');
            INSERT INTO word_index (word_index) VALUES ('rebuild');
            """)
        #expect(try faults() == [])
        try breakBy("UPDATE words SET text = 'talks in Oslo'")
        #expect(try faults().contains { $0.contains("word_index") })
    }

    @Test("reports that wait are told of and are no fault")
    func pending() throws {
        try breakBy("INSERT INTO pending SELECT id FROM report")
        let findings = try Register(path: folder.register, access: .read).check(isDeep: true)
        #expect(findings.faults == [])
        #expect(findings.notes.count == 1)
    }

    // MARK: - Copies

    @Test("a backup holds what the register holds, while it is being written")
    func backup() throws {
        let register = try Register(path: folder.register, access: .write)
        let copy = folder.path + "/copy.sqlite"
        let expected = try export(register)
        try Register(path: folder.register, access: .read).backup(to: copy)
        #expect(try export(Register(path: copy, access: .read)) == expected)
        _ = try register.file([filing("z", day: "2026-09-01")], at: "2026-09-02T00:00:00Z")
        try register.reconcile(at: "2026-09-02T00:00:00Z")
        #expect(try export(Register(path: copy, access: .read)) == expected)
        #expect(try export(register).count == expected.count + 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains(".part-") })
    }

    @Test("a copy is never put over a register in use")
    func noBackup() throws {
        let register = try Register(path: folder.register, access: .write)
        let itself = #expect(throws: RegisterError.self) { try register.backup(to: folder.register) }
        #expect(itself?.code == .locked)
        let other = try Register(path: folder.path + "/other.sqlite", access: .write)
        #expect(throws: RegisterError.self) { try register.backup(to: folder.path + "/other.sqlite") }
        try other.close()
        #expect(throws: Never.self) { try register.backup(to: folder.path + "/other.sqlite") }
    }

    @Test("a register is restored by a link to it, and to a new place")
    func restorePlaces() throws {
        let copy = folder.path + "/copy.sqlite"
        try Register(path: folder.register, access: .read).backup(to: copy)
        let link = folder.path + "/link.sqlite"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.register)
        try Register.restore(from: copy, to: link)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.register)
        let fresh = folder.path + "/fresh.sqlite"
        try Register.restore(from: copy, to: fresh)
        #expect(try export(Register(path: fresh, access: .read)) == lines())
        #expect(!FileManager.default.fileExists(atPath: fresh + ".before-restore"))
    }

    @Test("a register is not taken from under a reader of its log")
    func restoreUnderReader() throws {
        let copy = folder.path + "/copy.sqlite"
        let reader = try Register(path: folder.register, access: .read)
        try reader.backup(to: copy)
        let error = try reader.read { db -> RegisterError? in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM report")
            let writer = try Register(path: folder.register, access: .write)
            _ = try writer.file([filing("z", day: "2026-09-01")], at: "2026-09-02T00:00:00Z")
            try writer.reconcile(at: "2026-09-02T00:00:00Z")
            try writer.close()
            return #expect(throws: RegisterError.self) { try Register.restore(from: copy, to: folder.register) }
        }
        #expect(error?.code == .locked)
        #expect(try lines().contains { $0.contains("\"document\":\"z\"") })
    }

    @Test("a restored register is the copy, and what was there stays beside it")
    func restore() throws {
        let copy = folder.path + "/copy.sqlite"
        let expected = try lines()
        try Register(path: folder.register, access: .read).backup(to: copy)
        do {
            let register = try Register(path: folder.register, access: .write)
            _ = try register.file([filing("z", day: "2026-09-01")], at: "2026-09-02T00:00:00Z")
            try register.reconcile(at: "2026-09-02T00:00:00Z")
        }
        let newer = try lines()
        try Register.restore(from: copy, to: folder.register)
        #expect(try lines() == expected)
        #expect(try export(Register(path: folder.register + ".before-restore", access: .read)) == newer)
        #expect(try faults(isDeep: true) == [])
    }

    @Test("nothing is restored from what is no sound register, nor over one that is written")
    func noRestore() throws {
        let copy = folder.path + "/copy.sqlite"
        let expected = try lines()
        try Data(String(repeating: "no database ", count: 500).utf8).write(to: URL(filePath: copy))
        let text = #expect(throws: RegisterError.self) { try Register.restore(from: copy, to: folder.register) }
        #expect(text?.code == .notARegister)
        let none = #expect(throws: RegisterError.self) {
            try Register.restore(from: folder.path + "/none", to: folder.register)
        }
        #expect(none?.code == .notFound)
        let good = folder.path + "/good.sqlite"
        try Register(path: folder.register, access: .read).backup(to: good)
        let writer = try Register(path: folder.register, access: .write)
        let busy = #expect(throws: RegisterError.self) { try Register.restore(from: good, to: folder.register) }
        #expect(busy?.code == .locked)
        try writer.close()
        #expect(try lines() == expected)
    }

    // MARK: - One writer, many readers

    @Test("a second writer is told at once who writes; readers never wait")
    func writers() throws {
        let writer = try Register(path: folder.register, access: .write)
        let started = Date()
        let error = #expect(throws: RegisterError.self) { try Register(path: folder.register, access: .write) }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("process \(getpid())") == true)
        let expected = try export(writer)
        try writer.write { db in
            try db.execute(sql: "DELETE FROM claim_key")
            #expect(try lines() == expected)
            try db.execute(sql: "INSERT INTO pending SELECT id FROM report")
        }
        #expect(Date().timeIntervalSince(started) < 4)
    }

    @Test("a link to a register has the register's own lock")
    func link() throws {
        let link = folder.path + "/link.sqlite"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.register)
        let writer = try Register(path: folder.register, access: .write)
        let error = #expect(throws: RegisterError.self) { try Register(path: link, access: .write) }
        #expect(error?.code == .locked)
        try writer.close()
    }

    @Test("a folder, a missing folder and a missing file are refused in words, and make no file")
    func paths() throws {
        let folderError = #expect(throws: RegisterError.self) { try Register(path: folder.path, access: .write) }
        #expect(folderError?.code == .notARegister)
        let missing = #expect(throws: RegisterError.self) {
            try Register(path: folder.path + "/none/r.sqlite", access: .write)
        }
        #expect(missing?.code == .notFound)
        let none = #expect(throws: RegisterError.self) {
            try Register(path: folder.path + "/none.sqlite", access: .write, makes: false)
        }
        #expect(none?.code == .notFound)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.hasPrefix("none") })
    }

    @Test("a file whose making was stopped is made")
    func begun() throws {
        let path = folder.path + "/begun.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
        try queue.close()
        let read = #expect(throws: RegisterError.self) { try Register(path: path, access: .read) }
        #expect(read?.code == .notARegister)
        let register = try Register(path: path, access: .write)
        #expect(try register.file([filing("a")], at: "2026-09-01T00:00:00Z").new == 1)
    }

    @Test("where there is no room the batch is not stored and all before it is")
    func full() throws {
        let register = try Register(path: folder.register, access: .write)
        let expected = try export(register)
        let pages = try register.write { try Int.fetchOne($0, sql: "PRAGMA page_count") } ?? 0
        try register.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)") }
        let long = String(repeating: "A long text. ", count: 10_000)
        let error = #expect(throws: RegisterError.self) {
            try register.file([filing("long", text: long)], at: "2026-09-01T00:00:00Z")
        }
        #expect(error?.code == .full)
        try register.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try export(register) == expected)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("a folder that cannot be written is told of", .enabled(if: geteuid() != 0, "root may write everywhere"))
    func readOnly() throws {
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let error = #expect(throws: RegisterError.self) { try Register(path: folder.register, access: .write) }
        #expect(error?.code == .readOnly)
    }
}

@Suite("A version that is coded again")
struct StoredVersionTests {
    @Test("is the document that was filed, with all it came with")
    func document() throws {
        let folder = try Folder()
        let register = try Register(path: folder.register, access: .write)
        var document = Document(
            id: "a\u{0}b", title: "T\u{0}itle", text: "Te\u{0}xt", publishedText: "2026-03-10T09:00:00Z",
            language: "en", source: Source(name: "Paper", kind: nil, country: "NOR"), url: "https://example.org",
            place: "OSLO", sha256: "digest", extra: ["x": .array([.integer(1), .null, .string("y")])])
        document.published = Day(iso: "2026-03-10")
        document.actors = [ActorMark(role: "source", start: 0, end: 2)]
        let noticed = [Diagnostic(code: "utf8-repaired", severity: .warning, message: "m")]
        let record = Diplomacy.Record(id: document.id, document: DocumentSummary(document, characters: 4))
        _ = try register.file(
            [Filing(document: document, record: record, noticed: noticed)], at: "2026-03-12T00:00:00Z")
        let versions = try register.versions(after: 0, limit: 10, day: { Day(iso: $0) })
        let version = try #require(versions.first)
        #expect(versions.count == 1 && version.isPresent)
        #expect(version.noticed == noticed)
        document.id = "a\u{FFFD}b"
        #expect("\(version.document)" == "\(document)")
        #expect(try register.versions(after: version.id, limit: 10, day: { Day(iso: $0) }).isEmpty)
        #expect(!RebuiltVersion(version, record: record).isOther)
        var other = record
        other.diagnostics = [Diagnostic(code: "no-text", message: "m")]
        #expect(RebuiltVersion(version, record: other).isOther)
    }

    @Test("a record that came out otherwise takes its place, with its encounters")
    func rebuilt() throws {
        let folder = try Folder()
        let register = try Register(path: folder.register, access: .write)
        let (a, b) = (filing("a"), filing("b"))
        _ = try register.file([a, b], at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
        let versions = try register.versions(after: 0, limit: 10, day: { Day(iso: $0) })
        var record = try JSONDecoder().decode(Diplomacy.Record.self, from: Data(b.coded().json))
        record.encounters[0].date = PartialDate(day: Day(number: 25_000))
        let other = RebuiltVersion(versions[1], record: record)
        try register.beginRebuild()
        try register.stage([other])
        #expect(try export(register).count == 1)
        let done = try register.finishRebuild(at: "2026-04-01T00:00:00Z")
        #expect(done.records == 1)
        #expect(try export(register).count == 2)
        #expect(try register.check(isDeep: true).faults == [])
        let differences = try register.differences(from: [a.coded().report, b.coded().report])
        #expect(differences.contains { $0.contains("is other than the reports give") })
        #expect(differences.contains { $0.contains("that no report gives") })
    }
}

@Suite("The points at which a test may kill the program")
struct BoundaryTests {
    @Test("each is one of those that the crash test knows")
    func known() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let script = try String(
            contentsOf: root.appending(path: "Evaluation").appending(path: "crash.py"), encoding: .utf8)
        for boundary in Boundary.allCases { #expect(script.contains("\"\(boundary.rawValue)\"")) }
    }
}
