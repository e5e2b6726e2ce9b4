import Datasets
import GRDB

extension Register {
    /// Counts rows of event data, and looks for what must never be among them; with `isDeep`, holds each dyad's lists against the rows.
    static func checkAlleged(_ db: Database, isDeep: Bool, _ findings: inout Findings) throws {
        try checkMentions(db, isDeep: isDeep, &findings)
        let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM alleged") ?? 0
        let files = try Int.fetchOne(db, sql: "SELECT count(*) FROM alleged_file") ?? 0
        guard rows > 0 || files > 0 else { return }
        findings.notes.append("\(rows) rows of event data from \(files) files, kept apart from what reports tell")
        let open = try String.fetchAll(
            db, sql: "SELECT name FROM alleged_file WHERE finished IS NULL ORDER BY id LIMIT 10")
        findings.notes += open.map { "an import that was stopped, and goes on where it is given again: \($0)" }
        let counted = try Int.fetchOne(db, sql: "SELECT coalesce(sum(rows), 0) FROM alleged_month") ?? 0
        if counted != rows {
            findings.faults.append("rows of event data that are not as many as their months count: \(rows), \(counted)")
        }
        let strays = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM alleged WHERE file NOT IN (SELECT id FROM alleged_file)")
        if let strays, strays > 0 {
            findings.faults.append("rows of event data of a file that is not there: \(strays)")
        }
        if isDeep { findings.faults += try listFaults(db) }
    }

    private static func listFaults(_ db: Database) throws -> [String] {
        let names = AllegedNames(db)
        var faults: [String] = []
        var listed = 0
        let pairs = try Int64.fetchCursor(db, sql: "SELECT DISTINCT pair FROM alleged_dyad ORDER BY pair")
        while let pair = try pairs.next() {
            do {
                for entry in try names.entries(of: pair)
                where try names.row(entry.key, pair: pair, day: Int(entry.day)) != nil { listed += 1 }
            } catch let error as RegisterError {
                faults.append("a list or a row of event data that cannot be read: \(error.message)")
                if faults.count >= 10 { return faults }
            }
        }
        let paired = try Int.fetchOne(db, sql: "SELECT count(*) FROM alleged WHERE pair IS NOT NULL") ?? 0
        if listed != paired, faults.isEmpty {
            faults.append("rows of event data that no list of their dyad has: \(paired - listed)")
        }
        return faults
    }
}
