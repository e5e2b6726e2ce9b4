import Contract
public import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB
import Synchronization

/// A version of a report as it can be coded anew.
public struct StoredVersion: Sendable {
    /// The row's number.
    public var id: Int64
    public var document: Document
    /// Diagnostics that came before coding.
    public var noticed: [Diagnostic]
    public var isPresent: Bool
    var record: Data
    var state: String
}

/// A version that was coded anew.
public struct RebuiltVersion: Sendable {
    let id: Int64
    let coded: Filing.Coded
    /// Whether the register holds another record.
    public let isOther: Bool
    /// `nil` for a version that is not the present one.
    public let report: Report?

    public init(_ version: StoredVersion, record: Diplomacy.Record) {
        let filing = Filing(document: version.document, record: record)
        coded = filing.coded()
        id = version.id
        isOther = Data(coded.json) != version.record || coded.state.rawValue != version.state
        report = version.isPresent ? coded.report : nil
    }
}

extension Register {
    /// The number of versions of all reports.
    public func versionCount() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM version") ?? 0 }
    }

    /// Some versions in the order of their rows, from the one after `last` on.
    ///
    /// - Parameter day: reads a day of publication as ``Document`` holds it.
    public func versions(
        after last: Int64, limit: Int, day: (String) -> Day?
    ) throws -> [StoredVersion] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT version.id, document, number = report.version, fingerprint, title, text, published,
                            language, url, source.name, source.kind, source.country, beside, record, state
                        FROM version JOIN report ON report.id = version.report
                        LEFT JOIN source ON source.id = version.source
                        WHERE version.id > ? ORDER BY version.id LIMIT ?
                        """), arguments: [last, limit]
            ).map { try Self.version($0, day) }
        }
    }

    private static func version(_ row: Row, _ day: (String) -> Day?) throws -> StoredVersion {
        func text(_ index: Int) -> String? { (row[index] as String?).flatMap { $0.isEmpty ? nil : $0 } }
        let beside = try (row[12] as Data?).map { try JSONDecoder().decode(Beside.self, from: $0) }
        var document = Document(
            id: row[1], title: beside?.title ?? row[4], text: beside?.text ?? row[5], language: row[7], url: row[8],
            place: beside?.place, sha256: String((row[3] as String).prefix { $0 != " " }), extra: beside?.extra ?? [:])
        document.publishedText = row[6]
        document.published = document.publishedText.flatMap(day)
        document.actors = beside?.actors ?? []
        let source = Source(name: text(9), kind: text(10).flatMap { SourceKind(rawValue: $0) }, country: text(11))
        document.source = source == Source() ? nil : source
        return StoredVersion(
            id: row[0], document: document, noticed: beside?.noticed ?? [], isPresent: row[2], record: row[13],
            state: row[14])
    }

    /// Begins a rebuild: forgets what one that was stopped had laid by.
    public func beginRebuild() throws { try write { try $0.execute(sql: "DELETE FROM rebuilt") } }

    /// Lays by versions whose records are other than those in the register, until ``finishRebuild(at:)``.
    public func stage(_ versions: [RebuiltVersion]) throws {
        try write { db in
            for version in versions where version.isOther {
                try db.cachedStatement(
                    sql: "INSERT OR REPLACE INTO rebuilt (version, record, state) VALUES (?, ?, ?)"
                ).execute(arguments: [version.id, Data(version.coded.json), version.coded.state.rawValue])
            }
        }
        Boundary.rebuildStaged.pass()
    }

    /// Puts what was laid by in its place and makes claims and encounters anew, in one transaction. An encounter that
    /// comes out as it was keeps its stamp; the history gets the others.
    ///
    /// - Returns: how many records were other ones, and what became of encounters.
    public func finishRebuild(at time: String) throws -> (records: Int, changes: [EncounterChange]) {
        recent.withLock { $0 = RecentReports() }
        return try write { db in
            let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM history") ?? 0
            let records = try Int.fetchOne(db, sql: "SELECT count(*) FROM rebuilt") ?? 0
            try db.execute(
                sql: """
                    UPDATE version SET record = rebuilt.record, state = rebuilt.state FROM rebuilt
                    WHERE rebuilt.version = version.id;
                    DELETE FROM rebuilt;
                    INSERT OR IGNORE INTO stale (encounter) SELECT id FROM encounter;
                    INSERT OR IGNORE INTO pending (report) SELECT id FROM report;
                    """)
            // no JSON at all is other than what comes out, so that columns that do not fit are written anew
            for id in try String.fetchAll(db, sql: Self.strayColumns) {
                try db.execute(sql: "UPDATE encounter SET json = x'' WHERE id = ?", arguments: [id])
            }
            for report in try Int64.fetchAll(db, sql: "SELECT id FROM report ORDER BY id") {
                try renewClaims(of: report, db)
            }
            try reconcile(at: time, db)
            try db.execute(
                sql: """
                    DELETE FROM alias WHERE present NOT IN (SELECT id FROM encounter)
                    OR old IN (SELECT id FROM encounter)
                    """)
            Boundary.rebuildBeforeCommit.pass()
            return (records, try changes(after: last, db))
        }
    }
}
