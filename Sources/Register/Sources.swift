public import Diplomacy
import FoundationEssentials
import GRDB

/// A publisher's record in a register.
public struct SourceRecord: Sendable {
    public var source: Source
    public var reports: Int
    /// Encounters of which it has a report.
    public var encounters: Int
    /// Values of its reports that were in dispute and kept.
    public var upheld: Int
    /// Values of its reports that were in dispute and not kept.
    public var overruled: Int
    /// Values of its reports in disputes that nothing settles.
    public var open: Int
}

extension Register {
    /// The publishers of a register, those with most reports first; equal ones by name.
    public func sources() throws -> [SourceRecord] {
        try read { db in
            var records: [Int64: SourceRecord] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT source.id, name, kind, country, count(DISTINCT report.id), count(DISTINCT claim.encounter)
                    FROM source JOIN version ON version.source = source.id
                    JOIN report ON report.id = version.report AND report.version = version.number
                    LEFT JOIN claim ON claim.report = report.id GROUP BY source.id
                    """)
            while let row = try rows.next() {
                func text(_ index: Int) -> String? { (row[index] as String).isEmpty ? nil : row[index] }
                let source = Source(name: text(1), kind: text(2).flatMap { SourceKind(rawValue: $0) }, country: text(3))
                records[row[0]] = SourceRecord(
                    source: source, reports: row[4], encounters: row[5], upheld: 0, overruled: 0, open: 0)
            }
            try tellDisputes(&records, db)
            return records.values.sorted {
                ($1.reports, $0.source.name ?? "", $0.source.country ?? "")
                    < ($0.reports, $1.source.name ?? "", $1.source.country ?? "")
            }
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

    private func tellDisputes(_ records: inout [Int64: SourceRecord], _ db: Database) throws {
        let decoder = JSONDecoder()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT json FROM search JOIN facet ON facet.id = search.rowid
                JOIN encounter ON encounter.id = facet.encounter WHERE search MATCH ?
                """, arguments: ["facets : \(SearchQuery.Facet.disputed.token("yes"))"])
        while let row = try rows.next() {
            for dispute in try decoder.decode(Contest.self, from: row[0]).disputes {
                for value in dispute.values {
                    for document in value.documents {
                        let source = try Int64.fetchOne(
                            db.cachedStatement(
                                sql: """
                                    SELECT source FROM report JOIN version ON version.report = report.id
                                    AND version.number = report.version WHERE document = ?
                                    """), arguments: [document])
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
