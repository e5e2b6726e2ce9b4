import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB

/// A publisher's record in a register.
public struct SourceRecord: Sendable {
    public var source: Source
    public var reports = 0
    /// Encounters of which it has a report.
    public var encounters = 0
    /// Of days, countries and courses that at least two other origins tell and most of them alike: how often its first word was
    /// theirs, and how often another.
    public var agreed = 0
    public var disagreed = 0
    /// By that record, the hundredths of its weight that it keeps, 50 to 105; 100 for one that nothing is known of.
    public var weight = 100
    /// Values of its reports that were in dispute and kept.
    public var upheld = 0
    /// Values of its reports that were in dispute and not kept.
    public var overruled = 0
    /// Values of its reports in disputes that nothing settles.
    public var open = 0
}

extension Register {
    /// The publishers of a register, those with most reports first; equal ones by name.
    public func sources() throws -> [SourceRecord] {
        try read { db in
            var records: [Int64: SourceRecord] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT source, present.name, kind, country, count(DISTINCT present.report),
                        count(DISTINCT claim.encounter), coalesce(agreed, 0), coalesce(disagreed, 0), coalesce(step, ?)
                    FROM present LEFT JOIN publisher ON publisher.name = present.name
                    LEFT JOIN claim ON claim.report = present.report WHERE source IS NOT NULL GROUP BY source
                    """, arguments: [SourceRecords.full])
            while let row = try rows.next() {
                func text(_ index: Int) -> String? { (row[index] as String).isEmpty ? nil : row[index] }
                let source = Source(name: text(1), kind: text(2).flatMap { SourceKind(rawValue: $0) }, country: text(3))
                records[row[0]] = SourceRecord(
                    source: source, reports: row[4], encounters: row[5], agreed: row[6], disagreed: row[7],
                    weight: row[8] * 100 / SourceRecords.full)
            }
            try tellDisputes(&records, "facets : \(SearchQuery.Facet.disputed.token("yes"))", db)
            return records.values.sorted {
                ($1.reports, $0.source.name ?? "", $0.source.country ?? "")
                    < ($0.reports, $1.source.name ?? "", $1.source.country ?? "")
            }
        }
    }

    /// A publisher's record; `nil` for one of which nothing was filed. Of a name with several kinds or countries the first in their
    /// order stands for all.
    public func source(_ name: String) throws -> SourceRecord? {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, name, kind, country FROM source WHERE name = ? ORDER BY kind, country",
                arguments: [name])
            guard let first = rows.first, let source = Source(row: first) else { return nil }
            let word = name.replacing("\"", with: "\"\"")
            var record = SourceRecord(
                source: source,
                reports: try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM report WHERE day IS NOT NULL AND publisher = ?", arguments: [name])
                    ?? 0,
                encounters: try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM search WHERE search MATCH ?", arguments: ["source : \"\(word)\""])
                    ?? 0)
            if let row = try Row.fetchOne(
                db, sql: "SELECT agreed, disagreed, step FROM publisher WHERE name = ?", arguments: [name])
            {
                record.agreed = row[0]
                record.disagreed = row[1]
                record.weight = row[2] * 100 / SourceRecords.full
            }
            var records = Dictionary(
                uniqueKeysWithValues: rows.map { ($0["id"] as Int64, SourceRecord(source: source)) })
            let disputed = "facets : \(SearchQuery.Facet.disputed.token("yes")) AND source : \"\(word)\""
            try tellDisputes(&records, disputed, db)
            for part in records.values {
                record.upheld += part.upheld
                record.overruled += part.overruled
                record.open += part.open
            }
            return record
        }
    }

    /// What is read of an encounter in dispute.
    private struct Contest: Decodable {
        struct Dispute: Decodable {
            struct Value: Decodable {
                var value: String
                var documents: [String]
            }
            var resolved: String?
            var values: [Value]
        }
        var disputes: [Dispute]
    }

    /// - Parameter match: the encounters in dispute, as the index has them.
    private func tellDisputes(_ records: inout [Int64: SourceRecord], _ match: String, _ db: Database) throws {
        let decoder = JSONDecoder()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT json FROM search JOIN facet ON facet.id = search.rowid
                JOIN encounter ON encounter.id = facet.encounter WHERE search MATCH ?
                """, arguments: [match])
        while let row = try rows.next() {
            for dispute in try decoder.decode(Contest.self, from: row[0]).disputes {
                for value in dispute.values {
                    for document in value.documents {
                        let source = try Int64.fetchOne(
                            db.cachedStatement(
                                sql: "SELECT source FROM present WHERE document = ?"), arguments: [document])
                        guard let source else { continue }
                        if dispute.resolved == nil {
                            records[source]?.open += 1
                        } else if dispute.resolved == value.value {
                            records[source]?.upheld += 1
                        } else {
                            records[source]?.overruled += 1
                        }
                    }
                }
            }
        }
    }
}
