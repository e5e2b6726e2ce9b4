package import Contract
public import Diplomacy
import FoundationEssentials
import GRDB

/// Words that a report of an encounter gives as somebody's.
public struct ReportedQuotation: Sendable {
    public var document: String
    public var quotation: Quotation
}

/// An event that a report tells with an encounter.
public struct ReportedEvent: Sendable {
    public var document: String
    public var event: Event
}

/// What a party said on an issue, as a report has it.
public struct Position: Sendable, Hashable {
    public var document: String
    public var party: String
    /// A code.
    public var issue: String
    public var stance: String
    /// The words that name who acts on whom, or the act.
    public var words: String
    public var span: Span
}

/// Of a source's newest reports, how many go back to an earlier report of another or to one statement.
public struct CopyCount: Sendable, Hashable {
    public var reports: Int
    public var copies: Int
}

extension Register {
    /// What reports give as somebody's words on an encounter, and the events that they tell with it, each once, in the order of
    /// the reports.
    ///
    /// - Parameter limit: the most reports that are looked at; of one origin the first.
    public func told(of encounter: RegisteredEncounter, limit: Int) throws -> (
        quotations: [ReportedQuotation], events: [ReportedEvent]
    ) {
        var origins: Set<Int> = []
        let reports = encounter.reports.filter { origins.insert($0.origin).inserted }.prefix(limit)
        return try read { db in
            let decoder = JSONDecoder()
            var (quotations, events): ([ReportedQuotation], [ReportedEvent]) = ([], [])
            var seen: Set<String> = []
            for report in reports {
                for json in try Data.fetchAll(
                    db.cachedStatement(sql: "SELECT json FROM quotation WHERE document = ? AND claim = ?"),
                    arguments: [report.document, report.claim.id])
                {
                    let quotation = try decoder.decode(Quotation.self, from: json)
                    if seen.insert(quotation.text).inserted {
                        quotations.append(ReportedQuotation(document: report.document, quotation: quotation))
                    }
                }
                for json in try Data.fetchAll(
                    db.cachedStatement(sql: "SELECT json FROM event WHERE document = ? AND claim = ?"),
                    arguments: [report.document, report.claim.id])
                {
                    let event = try decoder.decode(Event.self, from: json)
                    let key = [
                        event.type.rawValue, event.source?.text, event.target?.text, event.polarity.rawValue,
                        event.modality.rawValue,
                    ]
                    if seen.insert(key.map { $0 ?? "" }.joined(separator: "\t")).inserted {
                        events.append(ReportedEvent(document: report.document, event: event))
                    }
                }
            }
            return (quotations, events)
        }
    }

    /// Reports of one encounter that are looked at for positions: each is read whole.
    private static let mostReports = 4

    /// Positions of parties on issues in the reports of encounters that came in first, the first first.
    public func positions(of parties: [String], in encounters: [String]) throws -> [Position] {
        try read { db in
            var found: [Position] = []
            var seen: Set<String> = []
            for id in encounters {
                let rows = try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT event.document, event.source, issue, stance, event.json
                            FROM (SELECT report FROM claim WHERE encounter = ? ORDER BY report LIMIT \(Self.mostReports)) AS told
                            JOIN report ON report.id = told.report JOIN event ON event.document = report.document
                            WHERE issue IS NOT NULL AND stance IS NOT NULL
                            """), arguments: [id])
                for row in rows {
                    guard let party: String = row[1], parties.contains(party) else { continue }
                    let json: Data = row[4]
                    let event = try JSONDecoder().decode(Event.self, from: json)
                    let words = [event.source?.text, event.target?.text].compactMap { $0 }.joined(separator: " → ")
                    let position = Position(
                        document: row[0], party: party, issue: row[2], stance: row[3],
                        words: "\(event.type.rawValue.lowercased()): \(words)", span: event.span)
                    if seen.insert("\(party)\t\(position.issue)\t\(position.stance)\t\(words)").inserted {
                        found.append(position)
                    }
                }
            }
            return found
        }
    }

    /// How many of a source's reports of its newest encounters are copies.
    public func copies(by publisher: String, limit: Int) throws -> CopyCount {
        try read { db in
            let statement = try self.statement(for: .facet(.source, publisher, isPrefix: false), db)
            let ids = try briefs(statement, order: "DESC", limit: limit, db).map(\.brief.id)
            var count = CopyCount(reports: 0, copies: 0)
            for id in ids {
                // reports stand in the order of publication: the first of an origin is its own
                let rows = try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT name, value ->> '$.origin' FROM encounter,
                                json_each(CAST(encounter.json AS TEXT), '$.reports') JOIN present ON document = value ->> '$.document'
                            WHERE encounter.id = ? ORDER BY key
                            """), arguments: [id])
                var origins: Set<Int> = []
                for row in rows {
                    let isFirst = origins.insert(row[1]).inserted
                    guard row[0] == publisher else { continue }
                    count.reports += 1
                    if !isFirst { count.copies += 1 }
                }
            }
            return count
        }
    }

    /// The register's own times of encounters, by their ids.
    package func stamps(of ids: [String]) throws -> [String: EncounterStamp] {
        try read { db in
            var stamps: [String: EncounterStamp] = [:]
            for id in ids {
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT first_seen, changed, version FROM encounter WHERE id = ?"),
                    arguments: [id])
                if let row { stamps[id] = EncounterStamp(firstSeen: row[0], changed: row[1], version: row[2]) }
            }
            return stamps
        }
    }

    /// An encounter in brief; `nil` for none.
    public func brief(_ id: String) throws -> EncounterBrief? { try read { try briefs(of: [id], $0).first } }
}
