import Contract
public import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB

/// One report as it is filed: the document and its record.
public struct Filing: Sendable {
    public var document: Document
    /// The record, as JSON of the contract.
    public var json: [UInt8]
    public var report: Report
    /// `read`, or `not-read` where a reader for it has still to come.
    public var state: State

    public enum State: String, Sendable {
        case read
        case notRead = "not-read"
    }

    /// What makes a text another one: itself, its title, its date.
    var fingerprint: String { "\(document.sha256) \(document.title ?? "") \(document.publishedText ?? "")" }

    public init(document: Document, record: Diplomacy.Record) {
        var document = document
        if document.id == document.sha256, let url = document.url {
            // without an id of its own a report is its address, so that a changed text is a new version
            document.id = url
        }
        self.document = document
        var record = record
        record.id = document.id
        var out = JSONOutput()
        record.write(to: &out)
        json = out.bytes
        report = Report(record)
        let unread: Set<String> = ["language-not-read", "no-text"]
        state = record.diagnostics.contains { unread.contains($0.code) } ? .notRead : .read
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

extension Register {
    /// Stores a batch in one transaction: new reports, new versions of changed ones, problems. What is stored is marked for
    /// ``reconcile(at:)``.
    ///
    /// - Parameter time: the time of the register's clock, RFC 3339.
    public func file(_ filings: [Filing], problems: [Problem] = [], at time: String) throws -> FilingTally {
        try write { db in
            var tally = FilingTally()
            for filing in filings { try file(filing, at: time, db, &tally) }
            for problem in problems {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO problem (input, line, code, message, time) VALUES (?, ?, ?, ?, ?)",
                    arguments: [problem.input, problem.line, problem.code, problem.message, time])
                tally.failed += 1
            }
            return tally
        }
    }

    private func file(_ filing: Filing, at time: String, _ db: Database, _ tally: inout FilingTally) throws {
        let document = filing.document
        let fingerprint = filing.fingerprint
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT report.id, report.version, version.fingerprint FROM report
                    JOIN version ON version.report = report.id AND version.number = report.version WHERE document = ?
                    """), arguments: [document.id])
        let report: Int64
        var number = 1
        if let known {
            report = known[0]
            if known[2] == fingerprint {
                tally.unchanged += 1
                return
            }
            number = known[1] + 1
            try db.execute(sql: "UPDATE report SET version = ? WHERE id = ?", arguments: [number, report])
            tally.changed += 1
        } else {
            try db.cachedStatement(sql: "INSERT INTO report (document, version) VALUES (?, 1)")
                .execute(arguments: [document.id])
            report = db.lastInsertedRowID
            tally.new += 1
        }
        if filing.state == .notRead { tally.notRead += 1 }
        try db.cachedStatement(
            sql: """
                INSERT INTO version (report, number, fingerprint, title, text, published, language, url, source, record, state,
                    added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            report, number, fingerprint, document.title, document.text, document.publishedText, document.language,
            document.url, try source(document.source, db), Data(filing.json), filing.state.rawValue, time,
        ])
        try putClaims(of: filing.report, report, db)
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
    private func putClaims(of filed: Report, _ report: Int64, _ db: Database) throws {
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
        let keys = filed.claimKeys
        try db.cachedStatement(sql: "DELETE FROM claim WHERE report = ? AND ordinal >= ?")
            .execute(arguments: [report, filed.claims.count])
        for (ordinal, key) in keys.enumerated() {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO claim (report, ordinal) VALUES (?, ?)")
                .execute(arguments: [report, ordinal])
            guard let key,
                let claim = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT id FROM claim WHERE report = ? AND ordinal = ?"),
                    arguments: [report, ordinal])
            else { continue }
            for dyad in key.dyads {
                try db.cachedStatement(sql: "INSERT INTO claim_key (dyad, first, last, claim) VALUES (?, ?, ?, ?)")
                    .execute(arguments: [dyad.code, key.first, key.last, claim])
            }
        }
    }
}
