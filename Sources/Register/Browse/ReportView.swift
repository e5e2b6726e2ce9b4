public import Diplomacy
import GRDB

/// A report with its text, what was read from it, and every text it has had.
public struct ReportView: Sendable {
    public var head: ReportHead
    public var record: Diplomacy.Record
    /// The encounter of the register that each of the record's became part of; `nil` for none.
    public var encounters: [EncounterBrief?]
    /// `read` or `not-read`.
    public var state: String
    public var language: String?
    /// The first first; the last is the present one.
    public var versions: [ReportVersion]
}

extension Register {
    /// A report by its document's id; `nil` for none.
    public func report(_ document: String) throws -> ReportView? {
        let versions = try versions(of: document)
        return try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT report, state, language FROM present WHERE document = ?", arguments: [document])
            guard let row, let head = try head(document, db) else { return nil }
            let id: Int64 = row[0]
            let record = try record(id, db)
            var homes: [Int: String] = [:]
            for row in try Row.fetchAll(
                db, sql: "SELECT ordinal, encounter FROM claim WHERE report = ?", arguments: [id])
            {
                homes[row[0]] = row[1]
            }
            let encounters = try record.encounters.indices.map { i in
                try homes[i].flatMap { try briefs(of: [$0], db).first }
            }
            return ReportView(
                head: head, record: record, encounters: encounters, state: row[1], language: row[2],
                versions: versions)
        }
    }
}
