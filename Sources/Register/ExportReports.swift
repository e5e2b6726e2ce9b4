public import Diplomacy
import FoundationEssentials
import GRDB

/// A report with every text it has had.
public struct ExportedReport: Sendable {
    public var document: String
    public var language: String?
    public var url: String?
    public var source: Source?
    /// `read` or `not-read`.
    public var state: String
    /// The ids of the encounters that it is part of, sorted.
    public var encounters: [String]
    /// The first first; the last is the present one.
    public var versions: [ReportVersion]
}

/// What was read from a report's present text, with the encounters of the register that it became part of.
public struct ExportedRecord: Sendable {
    public var record: Diplomacy.Record
    /// By the place of the claim in the record; `nil` for one that is part of none.
    public var encounters: [String?]

    /// The encounters of the register by the ids of the record's claims.
    public var homes: [String: String] {
        Dictionary(zip(record.encounters, encounters).compactMap { claim, home in home.map { (claim.id, $0) } }) {
            first, _ in first
        }
    }
}

extension Register {
    /// Gives every report, sorted by document.
    ///
    /// - Parameter encounters: the ids of encounters to whose reports it keeps; `nil` for all reports.
    public func exportReports(of encounters: [String]?, _ take: (ExportedReport) throws -> Void) throws {
        try eachReport(of: encounters) { id, homes, db in
            let versions = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT number, title, text, published, added, language, url, state, name, kind, country FROM version
                        LEFT JOIN source ON source.id = version.source WHERE report = ? ORDER BY number
                        """), arguments: [id])
            let document = try String.fetchOne(
                db.cachedStatement(sql: "SELECT document FROM report WHERE id = ?"), arguments: [id])
            guard let last = versions.last, let document else { return }
            try take(
                ExportedReport(
                    document: document, language: last[5], url: last[6], source: Source(row: last), state: last[7],
                    encounters: Set(homes.compactMap { $0 }).sorted(),
                    versions: versions.map {
                        ReportVersion(number: $0[0], title: $0[1], text: $0[2], published: $0[3], added: $0[4])
                    }))
        }
    }

    /// Gives what was read from every report, sorted by document.
    ///
    /// - Parameter encounters: the ids of encounters to whose reports it keeps; `nil` for all reports.
    public func exportRecords(of encounters: [String]?, _ take: (ExportedRecord) throws -> Void) throws {
        try eachReport(of: encounters) { id, homes, db in
            try take(ExportedRecord(record: try record(id, db), encounters: homes))
        }
    }

    /// Goes through the reports in the order of their documents, each with the encounter of each of its claims.
    private func eachReport(
        of encounters: [String]?, _ step: (Int64, [String?], Database) throws -> Void
    ) throws {
        let wanted = encounters.map { Set($0) }
        try read { db in
            let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM report ORDER BY document")
            while let id = try ids.next() {
                let homes = try Optional<String>.fetchAll(
                    db.cachedStatement(sql: "SELECT encounter FROM claim WHERE report = ? ORDER BY ordinal"),
                    arguments: [id])
                if let wanted, !homes.contains(where: { $0.map(wanted.contains) == true }) { continue }
                try step(id, homes, db)
            }
        }
    }
}
