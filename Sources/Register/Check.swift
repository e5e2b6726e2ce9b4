import Contract
public import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB

extension Register {
    /// What a check found, in words.
    public struct Findings: Sendable, Hashable {
        /// What is wrong; empty where all is well.
        public var faults: [String] = []
        /// What is well and worth knowing.
        public var notes: [String] = []
    }

    /// Looks for what must never be: a broken file, rows that lead nowhere, text that is no JSON; with `isDeep`,
    /// encounters that are other than what the stored records and the decisions give.
    public func check(isDeep: Bool) throws -> Findings {
        var findings = Findings()
        let isUnsettled = try read { db in
            let words = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            if words != ["ok"] { findings.faults += words.map { "integrity_check: \($0)" } }
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                let (table, parent) = (row[0] as String, row[2] as String)
                findings.faults.append(
                    "foreign_key_check: row \(row[1] as Int64? ?? 0) of \(table) leads to no row of \(parent)")
            }
            for rule in Self.rules {
                for name in try String.fetchAll(db, sql: rule.sql) { findings.faults.append("\(rule.fault): \(name)") }
            }
            try Self.checkAlleged(db, isDeep: isDeep, &findings)
            try Self.checkNotes(db, &findings)
            let pending = try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") ?? 0
            if pending > 0 {
                findings.notes.append(
                    "\(pending) reports wait to be reconciled; the next `rapporteur add` does it")
            }
            let isWaiting = try StoredPerspective.isWaiting(db)
            if isWaiting {
                findings.notes.append(
                    "the publishers' weights wait to be learned; the next `rapporteur add` does it")
            }
            return pending > 0 || isWaiting
        }
        try checkSearch(&findings)
        // with reports that wait, encounters are not what all reports give
        if isDeep, findings.faults.isEmpty, !isUnsettled {
            findings.faults += try differences(from: try presentReports())
        }
        return findings
    }

    private static let rules: [(fault: String, sql: String)] = [
        (
            "a claim of an encounter that is not there",
            """
            SELECT document || ' e' || (ordinal + 1) FROM claim JOIN report ON report.id = claim.report
            WHERE encounter IS NOT NULL AND encounter NOT IN (SELECT id FROM encounter)
            """
        ),
        (
            "an encounter without a claim",
            """
            SELECT id FROM encounter WHERE id NOT IN (SELECT encounter FROM claim WHERE encounter IS NOT NULL)
            AND id NOT IN (SELECT encounter FROM stale)
            """
        ),
        (
            "an alias that leads to no encounter",
            "SELECT old FROM alias WHERE present NOT IN (SELECT id FROM encounter)"
        ),
        ("an alias of an encounter that is there", "SELECT old FROM alias WHERE old IN (SELECT id FROM encounter)"),
        (
            "versions that do not run from 1 to the present one",
            """
            SELECT document FROM report LEFT JOIN version ON version.report = report.id GROUP BY report.id
            HAVING count(version.id) <> report.version OR coalesce(min(number), 0) <> 1 OR max(number) <> report.version
            """
        ),
        (
            "a record that is no JSON",
            """
            SELECT document || ' version ' || number FROM version JOIN report ON report.id = version.report
            WHERE NOT json_valid(CAST(record AS TEXT)) OR NOT json_valid(CAST(coalesce(beside, 'null') AS TEXT))
            """
        ),
        ("an encounter that is no JSON", "SELECT id FROM encounter WHERE NOT json_valid(CAST(json AS TEXT))"),
        ("an encounter whose columns are not those of its JSON", strayColumns),
        (
            "the bearings of an encounter that is not there",
            "SELECT DISTINCT encounter FROM bearing WHERE encounter NOT IN (SELECT id FROM encounter)"
        ),
        (
            "a publisher's record that is not what its bearings come to",
            """
            SELECT coalesce(name, source) FROM publisher FULL JOIN (
                SELECT publisher AS source, sum(agreed) AS yes, sum(disagreed) AS no FROM bearing GROUP BY publisher
            ) ON source = name WHERE coalesce(yes, 0) <> coalesce(agreed, 0) OR coalesce(no, 0) <> coalesce(disagreed, 0)
            """
        ),
        ("a decision that is no JSON", "SELECT name FROM decision WHERE NOT json_valid(CAST(act AS TEXT))"),
        (
            "a claim whose keys are missing",
            """
            SELECT document || ' e' || (ordinal + 1) FROM claim JOIN report ON report.id = claim.report
            WHERE encounter IS NOT NULL AND claim.id NOT IN (SELECT claim FROM claim_key)
            """
        ),
    ]

    static let strayColumns = """
        SELECT id FROM encounter WHERE CASE WHEN json_valid(CAST(json AS TEXT)) THEN
        json_extract(CAST(json AS TEXT), '$.id') <> id OR json_extract(CAST(json AS TEXT), '$.status') <> status
        OR json_extract(CAST(json AS TEXT), '$.date.start')
            IS NOT substr(day, 1, length(json_extract(CAST(json AS TEXT), '$.date.start'))) ELSE 0 END
        """

    /// Has every index of full text check itself, which SQLite does on a connection that may write only.
    private func checkSearch(_ findings: inout Findings) throws {
        let tables = try read {
            try String.fetchAll(
                $0, sql: "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%' ORDER BY name")
        }
        guard !tables.isEmpty else { return }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: database.path, configuration: configuration)
            for table in tables {
                do {
                    try queue.write {
                        try $0.execute(
                            sql: "INSERT INTO \"\(table)\" (\"\(table)\", rank) VALUES ('integrity-check', 1)")
                    }
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                    findings.faults.append("an index of full text that is not that of its table: \(table)")
                }
            }
        } catch let error as DatabaseError {
            findings.notes.append("the full text was not checked: \(error.message ?? "the file cannot be written")")
        }
    }

    /// The reports as the register's present records have them.
    private func presentReports() throws -> [Report] {
        try read { db in
            try Int64.fetchAll(db, sql: "SELECT id FROM report ORDER BY id").map { try report($0, db) }
        }
    }

    /// Where the register's encounters are other than what some reports and its decisions give, in words.
    public func differences(from reports: [Report]) throws -> [String] {
        try read { db in
            let curation = try Curation(touching: reports.map(\.document), db)
            var stored: [String: Data] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT id, json FROM encounter") { stored[row[0]] = row[1] }
            var found: [String] = []
            for group in curation.groups(of: reports, where: { _ in true }) {
                let id = group.encounter.id
                var out = JSONOutput()
                group.encounter.write(to: &out)
                guard let old = stored.removeValue(forKey: id) else {
                    found.append("an encounter that the reports give is not there: \(id)")
                    continue
                }
                if old != Data(out.bytes) { found.append("an encounter is other than the reports give: \(id)") }
                let claims = Set(group.claims.map { "\($0.document) \($0.ordinal)" })
                let held = try String.fetchSet(
                    db,
                    sql: """
                        SELECT document || ' ' || ordinal FROM claim JOIN report ON report.id = claim.report
                        WHERE encounter = ?
                        """, arguments: [id])
                if claims != held { found.append("an encounter has other claims than the reports give: \(id)") }
            }
            return found + stored.keys.sorted().map { "an encounter is there that no report gives: \($0)" }
        }
    }
}
