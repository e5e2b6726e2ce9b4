import Contract
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Exchange
@testable import Register

@Suite("Snapshots")
final class SnapshotTests {
    private let folder = "/tmp/rapporteur-snapshot-\(UInt64.random(in: 0 ... .max))"
    private var path: String { folder + "/s.sqlite" }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var source: SourceRecord { SourceRecord(source: Source(name: "The Daily", kind: .newspaper), reports: 3) }

    private func make(withoutTexts: Bool = false) throws -> DatabaseQueue {
        var snapshot = try Snapshot(path: path, withoutTexts: withoutTexts)
        try snapshot.add(Sample.item())
        for document in ["d1", "d 2", "d3"] { try snapshot.add(Sample.report(document)) }
        try snapshot.add(ExportedRecord(record: Sample.record, encounters: [Sample.id]))
        try snapshot.add(source)
        try snapshot.finish(note: Sample.note)
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    @Test("tables have the columns of the exports, with their types")
    func columns() throws {
        try make().read { (db: Database) throws in
            for shape in ExportTables.package {
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [shape.name])
                #expect(names == shape.fields.map(\.name))
            }
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM encounters"))
            #expect(row["id"] == Sample.id && row["origins"] == 2 && row["latitude"] == 46.2)
            #expect(row["date_start"] == "2026-03-10" && row["issues"] == "energy; arms-control")
            let kinds = try #require(
                try Row.fetchOne(
                    db, sql: "SELECT typeof(origins), typeof(latitude), typeof(id), typeof(round) FROM encounters"))
            #expect(
                kinds == [
                    "typeof(origins)": "integer", "typeof(latitude)": "real", "typeof(id)": "text",
                    "typeof(round)": "integer",
                ])
            #expect(try Int.fetchOne(db, sql: "SELECT sum(lead) FROM participants") == 2)
            #expect(try String.fetchAll(db, sql: "SELECT issue FROM issues ORDER BY 1") == ["arms-control", "energy"])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM disputes WHERE kept") == 1)
            // a publisher without disputes: zeros, not nothing
            #expect(try Row.fetchOne(db, sql: "SELECT reports, open FROM sources") == ["reports": 3, "open": 0])
        }
    }

    @Test("a report's present text stands apart from its earlier ones, and texts may be left out")
    func texts() throws {
        try make().read { (db: Database) throws in
            #expect(
                try String.fetchAll(db, sql: "SELECT text FROM reports") == [
                    "Late words.", "Late words.", "Late words.",
                ])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM earlier_reports WHERE text = 'Early words.'") == 3)
        }
        try make(withoutTexts: true).read { (db: Database) throws in
            #expect(try String?.fetchAll(db, sql: "SELECT DISTINCT text FROM reports") == [nil])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM reports WHERE title = 'Talks in Geneva'") == 3)
        }
    }

    @Test("claims and events lead to encounters that are here, and to no other")
    func links() throws {
        try make().read { (db: Database) throws in
            #expect(try String?.fetchAll(db, sql: "SELECT encounter FROM claims") == [Sample.id])
            #expect(
                try String?.fetchAll(db, sql: "SELECT encounter FROM events ORDER BY sentence") == [Sample.id, nil])
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
        let other = try Snapshot(path: path)
        try other.add(Sample.report())
        try other.add(ExportedRecord(record: Sample.record, encounters: [Sample.id]))
        try other.finish(note: Sample.note)
        try DatabaseQueue(path: path).read { (db: Database) throws in
            #expect(try String?.fetchAll(db, sql: "SELECT encounter FROM claims") == [nil])
        }
    }

    @Test("a claim of a report that is not here is refused, and nothing is left")
    func loose() throws {
        let snapshot = try Snapshot(path: path)
        try snapshot.add(ExportedRecord(record: Sample.record, encounters: []))
        #expect(throws: RegisterError.self) { try snapshot.finish(note: Sample.note) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test("the views answer")
    func views() throws {
        try make().read { (db: Database) throws in
            let months = try Row.fetchAll(db, sql: "SELECT * FROM contacts_by_month")
            #expect(
                months == [
                    [
                        "party_a": "CHE", "party_b": "NOR", "month": "2026-03", "encounters": 1, "of_leaders": 0,
                        "disputed": 1,
                    ]
                ])
            #expect(
                try Row.fetchAll(db, sql: "SELECT issue, year, encounters FROM issues_by_year ORDER BY 1") == [
                    ["issue": "arms-control", "year": "2026", "encounters": 1],
                    ["issue": "energy", "year": "2026", "encounters": 1],
                ])
            #expect(try String.fetchAll(db, sql: "SELECT person FROM travels ORDER BY 1") == ["Ann Lee", "Old Envoy"])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM open_disputes") == 0)
            #expect(try String.fetchAll(db, sql: "SELECT document FROM reports_of_encounters") == ["d1"])
        }
    }

    @Test("the file states its note and explains each table, column and view")
    func stated() throws {
        try make().read { (db: Database) throws in
            let note = try Row.fetchAll(db, sql: "SELECT name, value FROM note")
            #expect(
                Dictionary(uniqueKeysWithValues: note.map { ($0[0] as String, $0[1] as String) })
                    == Dictionary(uniqueKeysWithValues: Sample.note.statements.map { ($0.name, $0.value) }))
            let silent = try String.fetchAll(
                db,
                sql: """
                    SELECT t.name FROM sqlite_schema AS t WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%'
                    AND NOT EXISTS (SELECT 1 FROM dictionary WHERE "table" = t.name AND "column" = '' AND meaning <> '')
                    """)
            #expect(silent == [])
            let unexplained = try String.fetchAll(
                db,
                sql: """
                    SELECT t.name || '.' || c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
                    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND NOT EXISTS
                        (SELECT 1 FROM dictionary WHERE "table" = t.name AND "column" = c.name AND meaning <> '')
                    """)
            #expect(unexplained == [])
        }
    }

    @Test("words are stored as they are, whatever they are, but for U+0000", arguments: hostile)
    func hostileWords(text: String) throws {
        var snapshot = try Snapshot(path: path)
        try snapshot.add(Sample.item(Sample.encounter(text)))
        try snapshot.add(Sample.report("d1", text))
        try snapshot.finish(note: Sample.note)
        let stored = try DatabaseQueue(path: path).read { (db: Database) throws in
            try Data.fetchOne(db, sql: "SELECT CAST(place AS BLOB) FROM encounters")
        }
        #expect(stored.map(Array.init) == (text.isEmpty ? nil : Array(text.replacing("\0", with: "\u{FFFD}").utf8)))
    }
}
