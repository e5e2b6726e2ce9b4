import Contract
import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB
import Synchronization

/// One report as it is filed: the document and what was read from it.
public struct Filing: Sendable {
    public let document: Document
    /// What was noticed while the document was read, before it was coded.
    let noticed: [Diagnostic]
    /// What was read; made when it is asked for where the register had the text when it was looked up.
    let coded: @Sendable () -> Coded

    /// A record as it is stored.
    struct Coded: Sendable {
        /// JSON of the contract.
        var json: [UInt8]
        var report: Report
        var doings: Doings
        var state: State

        init(_ record: Diplomacy.Record) {
            var out = JSONOutput()
            record.write(to: &out)
            json = out.bytes
            report = Report(record)
            doings = Doings(of: record)
            let unread: Set<String> = ["language-not-read", "no-text"]
            state = record.diagnostics.contains { unread.contains($0.code) } ? .notRead : .read
        }
    }

    public enum State: String, Sendable {
        case read
        /// A reader for it has still to come.
        case notRead = "not-read"
    }

    /// - Parameter noticed: the diagnostics of the record that came from reading, not from coding.
    public init(document: Document, record: Diplomacy.Record, noticed: [Diagnostic] = []) {
        self.document = Self.named(document)
        self.noticed = noticed
        var record = record
        record.id = self.document.id
        let coded = Coded(record)
        self.coded = { coded }
    }

    /// A report that the register is believed to hold: it is coded only where that is not so when it is filed.
    public init(document: Document, noticed: [Diagnostic], later record: @escaping @Sendable () -> Diplomacy.Record) {
        let document = Self.named(document)
        self.document = document
        self.noticed = noticed
        coded = {
            var record = record()
            record.id = document.id
            return Coded(record)
        }
    }

    public var state: State { coded().state }

    /// The document under the name by which the register knows it.
    static func named(_ document: Document) -> Document {
        var document = document
        if document.id == document.sha256, let url = document.url {
            // without an id of its own a report is its address, so that a changed text is a new version
            document.id = url
        }
        // SQLite's text ends at a zero
        if document.id.utf8.contains(0) { document.id = document.id.replacing("\u{0}", with: "\u{FFFD}") }
        return document
    }
}

/// A piece of input that could not be filed.
public struct Problem: Sendable, Hashable {
    public var input: String
    /// From 1.
    public var line: Int
    public var code: String
    public var message: String

    public init(input: String, line: Int, code: String, message: String) {
        self.input = input
        self.line = line
        self.code = code
        self.message = message
    }
}

/// What came of a batch.
public struct FilingTally: Sendable, Hashable {
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    public var failed = 0
    /// Of the new and changed ones, those that wait for a reader of their language.
    public var notRead = 0

    public init() {}

    public static func += (a: inout FilingTally, b: FilingTally) {
        a.new += b.new
        a.changed += b.changed
        a.unchanged += b.unchanged
        a.failed += b.failed
        a.notRead += b.notRead
    }

    public var reports: Int { new + changed + unchanged }
}

extension Document {
    /// Tells one version of a report from another.
    var fingerprint: String { "\(sha256) \(title ?? "") \(publishedText ?? "")" }
}

extension Register {
    /// Stores a batch in one transaction: new reports, new versions of changed ones, problems. What is stored is marked for
    /// ``reconcile(at:)``.
    ///
    /// - Parameter time: the time of the register's clock, RFC 3339.
    public func file(_ filings: [Filing], problems: [Problem] = [], at time: String) throws -> FilingTally {
        defer { Boundary.batchAfterCommit.pass() }
        return try write { db in
            var tally = FilingTally()
            for filing in filings { try file(filing, at: time, db, &tally) }
            for problem in problems { try note(problem, at: time, db, &tally) }
            Boundary.batchBeforeCommit.pass()
            return tally
        }
    }

    /// Keeps a problem.
    func note(_ problem: Problem, at time: String, _ db: Database, _ tally: inout FilingTally) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO problem (input, line, code, message, time) VALUES (?, ?, ?, ?, ?)",
            arguments: [problem.input, problem.line, problem.code, problem.message, time])
        tally.failed += 1
    }

    /// Whether the register holds each of some documents as its present version.
    public func holds(_ documents: [Document]) throws -> [Bool] {
        try read { db in
            try documents.map { document in
                let document = Filing.named(document)
                return try present(document.id, db)?.fingerprint == document.fingerprint
            }
        }
    }

    /// The present version of a report.
    func present(_ document: String, _ db: Database) throws -> (
        report: Int64, number: Int, fingerprint: String
    )? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT report, number, fingerprint FROM present WHERE document = ?"), arguments: [document])
        return row.map { ($0[0], $0[1], $0[2]) }
    }

    func file(_ filing: Filing, at time: String, _ db: Database, _ tally: inout FilingTally) throws {
        let document = filing.document
        let fingerprint = document.fingerprint
        let report: Int64
        var number = 1
        if let known = try present(document.id, db) {
            report = known.report
            if known.fingerprint == fingerprint {
                tally.unchanged += 1
                return
            }
            number = known.number + 1
            try db.execute(sql: "UPDATE report SET version = ? WHERE id = ?", arguments: [number, report])
            tally.changed += 1
        } else {
            try db.cachedStatement(sql: "INSERT INTO report (document, version) VALUES (?, 1)")
                .execute(arguments: [document.id])
            report = db.lastInsertedRowID
            tally.new += 1
        }
        let coded = filing.coded()
        if coded.state == .notRead { tally.notRead += 1 }
        try db.cachedStatement(
            sql: """
                INSERT INTO version (report, number, fingerprint, title, text, published, language, url, source, record, state,
                    added, beside)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            report, number, fingerprint, document.title, document.text, document.publishedText, document.language,
            document.url, try source(document.source, db), Data(coded.json), coded.state.rawValue, time,
            Beside(document, noticed: filing.noticed).json,
        ])
        try putClaims(of: coded.report, doings: coded.doings, report, db)
        recent.withLock { $0.put(coded.report, report) }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO pending (report) VALUES (?)").execute(arguments: [report])
    }

    private func source(_ source: Source?, _ db: Database) throws -> Int64? {
        guard let source else { return nil }
        let arguments: StatementArguments = [source.name ?? "", source.kind?.rawValue ?? "", source.country ?? ""]
        if let known = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM source WHERE name = ? AND kind = ? AND country = ?"),
            arguments: arguments)
        {
            return known
        }
        try db.cachedStatement(sql: "INSERT INTO source (name, kind, country) VALUES (?, ?, ?)")
            .execute(arguments: arguments)
        return db.lastInsertedRowID
    }

    /// The claims of a report's present version in place of those of the last one. What was their encounter is looked at again,
    /// with all reports of it.
    func putClaims(of filed: Report, doings: Doings, _ report: Int64, _ db: Database) throws {
        try MeasureIndex.count(-1, report, db)
        try StoredPerspective.note(filed, report, db)
        try db.cachedStatement(
            sql: "DELETE FROM claim_key WHERE claim IN (SELECT id FROM claim WHERE report = ?)"
        ).execute(arguments: [report])
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO pending (report) SELECT DISTINCT other.report FROM claim JOIN claim AS other
                ON other.encounter = claim.encounter WHERE claim.report = ? AND other.report <> claim.report
                """
        ).execute(arguments: [report])
        try db.cachedStatement(
            sql:
                "INSERT OR IGNORE INTO stale (encounter) SELECT encounter FROM claim WHERE report = ? AND encounter IS NOT NULL"
        ).execute(arguments: [report])
        try db.cachedStatement(sql: "DELETE FROM claim WHERE report = ? AND ordinal >= ?")
            .execute(arguments: [report, filed.claims.count])
        for (ordinal, facts) in filed.facts.enumerated() {
            let id = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        INSERT INTO claim (report, ordinal, facts) VALUES (?1, ?2, ?3)
                        ON CONFLICT (report, ordinal) DO UPDATE SET facts = ?3 RETURNING id
                        """), arguments: [report, ordinal, facts?.packed])
            guard let facts, let id else { continue }
            let block = facts.block
            for dyad in block.dyads {
                try db.cachedStatement(
                    sql: "INSERT INTO claim_key (dyad, role, first, claim, last) VALUES (?, ?, ?, ?, ?)"
                ).execute(arguments: [dyad.code, facts.role.rawValue, block.first, id, block.last])
            }
        }
        try MeasureIndex.count(1, report, db)
        try MeasureIndex.put(doings, report, db)
    }

    /// The claims of a stored report anew.
    func renewClaims(of report: Int64, _ db: Database) throws {
        let record = try record(report, db)
        try putClaims(of: Report(record), doings: Doings(of: record), report, db)
    }

    /// Goes up with each change of what stands beside claims; an older register's are made anew.
    private static let claimsVersion = 2

    static func claimsAreUpToDate(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT version FROM derived WHERE name = 'claims'") == claimsVersion
    }

    /// Makes the facts and keys of all claims anew.
    func bringClaimsUpToDate(_ db: Database) throws {
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM report ORDER BY id") {
            try renewClaims(of: id, db)
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO pending (report) VALUES (?)").execute(arguments: [id])
        }
        try db.execute(
            sql: "INSERT OR REPLACE INTO derived (name, version) VALUES ('claims', ?)", arguments: [Self.claimsVersion])
    }
}
