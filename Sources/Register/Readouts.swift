import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB

/// The present text of a report.
public struct StoredText: Sendable {
    public var document: String
    public var title: String?
    public var text: String
    /// As the report gives it.
    public var published: String?
    public var source: Source?
}

/// What a party's own officials told of an encounter.
public struct Readout: Sendable {
    /// The id of the encounter.
    public var encounter: String
    public var date: PartialDate?
    public var text: StoredText
}

extension Register {
    /// The present texts of reports, in the order of the documents; one that is not there is left out.
    public func texts(of documents: [String]) throws -> [StoredText] {
        try read { db in try documents.compactMap { try text(of: $0, db) } }
    }

    /// Readouts by a party's officials of encounters other than one, of its day or before, the newest first.
    ///
    /// - Parameters:
    ///   - other: the party with which they dealt; `nil` for any.
    ///   - limit: the most that are given.
    public func readouts(by party: String, with other: String?, before id: String, limit: Int) throws -> [Readout] {
        try read { db in
            let row = try Int64.fetchOne(db, sql: "SELECT id FROM facet WHERE encounter = ?", arguments: [id])
            guard let row else { return [] }
            let tokens = [SearchIndex.readout(of: party)] + (other.map { [Dyad(party, $0).token] } ?? [])
            let match = tokens.map { "facets : \"\($0)\"" }.joined(separator: " AND ")
            // of the same day some have greater numbers
            let last = row | 0xFFFFF
            let ids = try String.fetchAll(
                db,
                sql: """
                    SELECT facet.encounter FROM search CROSS JOIN facet ON facet.id = search.rowid
                    WHERE search MATCH ? AND search.rowid <= ? AND search.rowid <> ? ORDER BY search.rowid DESC LIMIT ?
                    """, arguments: [match, last, row, limit])
            let decoder = JSONDecoder()
            return try ids.flatMap { other -> [Readout] in
                let json = try Data.fetchOne(db, sql: "SELECT json FROM encounter WHERE id = ?", arguments: [other])
                guard let encounter = try json.map(decoder.encounter) else { return [] }
                return try encounter.reports.filter(\.claim.reported).compactMap { report in
                    guard let text = try text(of: report.document, db), text.source?.speaks(for: party) == true else {
                        return nil
                    }
                    return Readout(encounter: other, date: encounter.date, text: text)
                }
            }
        }
    }

    private func text(of document: String, _ db: Database) throws -> StoredText? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT title, text, published, name, kind, country FROM present WHERE document = ?"),
            arguments: [document]
        ).map {
            StoredText(document: document, title: $0[0], text: $0[1], published: $0[2], source: Source(row: $0))
        }
    }
}

extension Source {
    /// Whether the source is a party's own officials.
    public func speaks(for party: String) -> Bool { kind == .official && country == party }
}

/// One of the texts that a report has had.
public struct ReportVersion: Sendable {
    /// From 1.
    public var number: Int
    public var title: String?
    public var text: String
    public var published: String?
    /// When it came in, RFC 3339.
    public var added: String

    public init(number: Int, title: String? = nil, text: String, published: String? = nil, added: String) {
        self.number = number
        self.title = title
        self.text = text
        self.published = published
        self.added = added
    }
}

extension Register {
    /// Every text of a report, the first first; none where there is no such report.
    public func versions(of document: String) throws -> [ReportVersion] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, title, text, published, added FROM version JOIN report ON report.id = version.report
                    WHERE document = ? ORDER BY number
                    """, arguments: [document]
            ).map { ReportVersion(number: $0[0], title: $0[1], text: $0[2], published: $0[3], added: $0[4]) }
        }
    }
}
