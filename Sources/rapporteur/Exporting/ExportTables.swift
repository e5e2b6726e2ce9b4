import Contract
import Diplomacy
import Exchange
import FoundationEssentials
import Reading
import Register

/// What of a register goes out: all of it, or what belongs to some encounters.
struct ExportedPart {
    let register: Register
    /// The encounters that were asked for; `nil` for all.
    let ids: [String]?
    /// What the desk has written on encounters, by their ids, where that is to go out too.
    var annotations: [String: Annotations]?

    func encounters(_ take: (ExportedEncounter) throws -> Void) throws {
        let decoder = JSONDecoder()
        try lines { try take(try decoder.decode(ExportedEncounter.self, from: $0)) }
    }

    /// Encounters without their reports, which is many times faster.
    private func heads(_ take: (EncounterRow) throws -> Void) throws {
        let decoder = JSONDecoder()
        try lines { line in
            let head = try decoder.decode(EncounterHead.self, from: line)
            var row = EncounterRow(
                encounter: head.encounter, reportCount: head.reportCount,
                stamp: try decoder.decode(EncounterStamp.self, from: line))
            if let written = annotations?[row.encounter.id] {
                row.tags = written.tags
                row.notes = written.notes.map { "\($0.time) \($0.author): \($0.text)" }
            }
            try take(row)
        }
    }

    /// The rows that each encounter has in a table.
    func rows<Row>(_ rows: (EncounterRow) -> [Row], _ take: (Row) throws -> Void) throws {
        try heads { for row in rows($0) { try take(row) } }
    }

    /// Encounters as lines of JSON.
    func lines(_ take: (Data) throws -> Void) throws {
        if let ids { try register.exportEncounters(ids, take) } else { try register.exportEncounters(take) }
    }

    func reports(_ take: (ExportedReport) throws -> Void) throws { try register.exportReports(of: ids, take) }

    func records(_ take: (ExportedRecord) throws -> Void) throws { try register.exportRecords(of: ids, take) }

    func claims(_ take: (ClaimRow) throws -> Void) throws {
        let wanted = ids.map { Set($0) }
        try records { exported in
            for (claim, encounter) in zip(exported.record.encounters, exported.encounters) {
                if let wanted, encounter.map(wanted.contains) != true { continue }
                try take(
                    ClaimRow(
                        document: exported.record.id, summary: exported.record.document, claim: claim,
                        encounter: encounter))
            }
        }
    }

    func events(_ take: (EventRow) throws -> Void) throws {
        try records { exported in
            let record = exported.record
            let homes = exported.homes
            for event in record.events {
                try take(
                    EventRow(
                        document: record.id, summary: record.document, event: event,
                        encounter: event.encounter.flatMap { homes[$0] }))
            }
        }
    }

    /// Every text that reports have had, in the order in which they came in: filed again in that order, they make the same register.
    func documents(_ take: (Document) throws -> Void) throws {
        var wanted: Set<String>?
        if ids != nil {
            wanted = []
            try reports { wanted?.insert($0.document) }
        }
        var last: Int64 = 0
        while true {
            let versions = try register.versions(after: last, limit: 256, day: Document.day(ofPublication:))
            guard let end = versions.last else { return }
            last = end.id
            for version in versions where wanted?.contains(version.document.id) ?? true { try take(version.document) }
        }
    }
}

/// A table that can be taken out.
enum ExportedTable: String, CaseIterable {
    case encounters, participants, issues, disputes, reports, claims, events, sources

    var shape: TableShape {
        switch self {
        case .encounters: EncounterRow.table.shape
        case .participants: ParticipantRow.table.shape
        case .issues: IssueRow.table.shape
        case .disputes: DisputeRow.table.shape
        case .reports: ReportRow.table.shape
        case .claims: ClaimRow.table.shape
        case .events: EventRow.table.shape
        case .sources: SourceRow.table.shape
        }
    }

    /// Gives each row of the table.
    ///
    /// - Returns: how many there were.
    @discardableResult
    func rows(of part: ExportedPart, _ take: ([CSV.Cell]) throws -> Void) throws -> Int {
        var count = 0
        func give<Row>(_ row: Row, _ columns: [CSV.Column<Row>]) throws {
            try take(columns.map { $0.cell(row) })
            count += 1
        }
        switch self {
        case .encounters:
            let columns = part.annotations == nil ? EncounterRow.columns : EncounterRow.annotatedColumns
            try part.rows({ [$0] }) { try give($0, columns) }
        case .participants:
            try part.rows({ ParticipantRow.rows(of: $0.encounter) }) { try give($0, ParticipantRow.columns) }
        case .issues: try part.rows({ IssueRow.rows(of: $0.encounter) }) { try give($0, IssueRow.columns) }
        case .disputes: try part.rows({ DisputeRow.rows(of: $0.encounter) }) { try give($0, DisputeRow.columns) }
        case .reports:
            try part.reports { report in
                for version in report.versions {
                    try give(ReportRow(report: report, version: version), ReportRow.columns)
                }
            }
        case .claims: try part.claims { try give($0, ClaimRow.columns) }
        case .events: try part.events { try give($0, EventRow.columns) }
        case .sources: for record in try part.register.sources() { try give(SourceRow(record), SourceRow.columns) }
        }
        return count
    }
}
