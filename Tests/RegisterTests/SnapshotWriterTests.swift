import Diplomacy
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Register

@Suite("Writing a snapshot")
struct SnapshotWriterTests {
    private let folder: Folder
    private var path: String { folder.path + "/s.sqlite" }

    init() throws { folder = try Folder() }

    private let tables = [
        SnapshotTable(
            "town",
            [
                .init("name", .text, isRequired: true, meaning: "The town.\n); DROP TABLE town; --"),
                .init("size", .integer), .init("share", .real),
            ], key: ["name"], indexes: [["size", "share"]]),
        SnapshotTable(
            "house \"x\"", [.init("town", .text), .init("number", .integer)],
            references: [.init(["town"], to: "town", ["name"])]),
    ]

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func read<Result>(_ step: (Database) throws -> Result) throws -> Result {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read(step)
    }

    @Test("rows come in any order, and the file takes its name when it is whole")
    func whole() throws {
        let views = [SnapshotView("large", meaning: "Large towns.", "SELECT name FROM town WHERE size > 10")]
        let writer = try SnapshotWriter(path: path, tables: tables, views: views)
        try writer.add([.text("Bern"), .integer(7)], to: "house \"x\"")
        try writer.add([.text("Bern"), .integer(140), .real(0.5)], to: "town")
        try writer.add([.text("Ålesund\0!"), .null, .real(.nan)], to: "town")
        #expect(try files() == ["s.sqlite.new"])
        try writer.finish()
        #expect(try files() == ["s.sqlite"])
        try read { (db: Database) throws in
            #expect(try Int32.fetchOne(db, sql: "PRAGMA application_id") == 0x5241_5053)
            #expect(try Int32.fetchOne(db, sql: "PRAGMA user_version") == 1)
            #expect(try String.fetchAll(db, sql: "SELECT name FROM large") == ["Bern"])
            #expect(try String.fetchAll(db, sql: "SELECT name FROM town ORDER BY 1") == ["Bern", "Ålesund\u{FFFD}!"])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM town WHERE size IS NULL AND share IS NULL") == 1)
            #expect(
                try String.fetchAll(db, sql: "SELECT name FROM pragma_index_info('town_size_share')") == [
                    "size", "share",
                ])
            let sql = try #require(try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'town'"))
            #expect(sql.contains("-- The town. ); DROP TABLE town; --\n"))
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }

    @Test("a writer that is let go leaves nothing, and what was there stays")
    func dropped() throws {
        try Data("old".utf8).write(to: URL(filePath: path))
        do {
            let writer = try SnapshotWriter(path: path, tables: tables)
            try writer.add([.text("Bern"), .null, .null], to: "town")
        }
        #expect(try files() == ["s.sqlite"])
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
    }

    @Test("a row that does not fit ends it: nothing is left")
    func wrong() throws {
        let rows: [(String, [SnapshotValue])] = [
            ("town", [.text("Bern")]), ("town", [.null, .null, .null]),
            ("town", [.text("Oslo"), .null, .null]), ("town", [.text("a"), .null, .null, .null]),
        ]
        for (table, row) in rows {
            let writer = try SnapshotWriter(path: path, tables: tables)
            try writer.add([.text("Oslo"), .null, .null], to: "town")
            #expect(throws: RegisterError.self) { try writer.add(row, to: table) }
            #expect(try files() == [])
            #expect(throws: RegisterError.self) { try writer.add([.text("Bern"), .null, .null], to: "town") }
            #expect(throws: RegisterError.self) { try writer.finish() }
            #expect(try files() == [])
        }
    }

    @Test("an unknown table is refused, and the writer goes on")
    func unknown() throws {
        let writer = try SnapshotWriter(path: path, tables: tables)
        #expect(throws: RegisterError.self) { try writer.add([], to: "village") }
        try writer.finish()
        #expect(throws: RegisterError.self) { try writer.finish() }
        #expect(try files() == ["s.sqlite"])
    }

    @Test("a row that refers to none is found at the end")
    func loose() throws {
        let writer = try SnapshotWriter(path: path, tables: tables)
        try writer.add([.text("Nowhere"), .integer(1)], to: "house \"x\"")
        let error = #expect(throws: RegisterError.self) { try writer.finish() }
        #expect(error?.code == .broken && error?.message.contains("town") == true)
        #expect(try files() == [])
    }

    @Test("a register is never written over")
    func register() throws {
        let register = try Register(path: folder.register, access: .write)
        #expect(throws: RegisterError.self) { try SnapshotWriter(path: folder.register, tables: tables) }
        try register.close()
        let error = #expect(throws: RegisterError.self) { try SnapshotWriter(path: folder.register, tables: tables) }
        #expect(error?.code == .locked)
        #expect(try Register(path: folder.register, access: .read).state().encounters == 0)
    }

    @Test("a snapshot is written over by the next, and a folder that is not there is told")
    func again() throws {
        for count in 1...2 {
            let writer = try SnapshotWriter(path: path, tables: tables)
            for number in 0..<count { try writer.add([.text("T\(number)"), .null, .null], to: "town") }
            try writer.finish()
            #expect(try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM town") } == count)
        }
        #expect(throws: RegisterError.self) { try SnapshotWriter(path: folder.path + "/no/s.sqlite", tables: tables) }
    }

    @Test("the time of the last change")
    func lastChange() throws {
        let register = try Register(path: folder.register, access: .write)
        #expect(try register.lastChange() == nil)
        _ = try register.file([filing("a")], at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
        #expect(try register.lastChange() == "2026-06-01T00:00:00Z")
        _ = try register.file([filing("z", day: "2026-09-01")], at: "2026-09-02T00:00:00Z")
        try register.reconcile(at: "2026-09-02T00:00:00Z")
        #expect(try register.lastChange() == "2026-09-02T00:00:00Z")
    }
}
