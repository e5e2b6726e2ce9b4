import Contract
import Diplomacy
package import Register

/// The register as a plain SQLite file for readers: the tables of ``ExportTables`` under the names of their columns, the texts that reports
/// had before, the data dictionary, the note, and views that answer usual questions.
///
/// Encounters come first, then reports and what was read from them, then publishers; see ``finish(note:)``.
package struct Snapshot {
    private let writer: SnapshotWriter
    private let withoutTexts: Bool
    /// The encounters that are here. Of a query's reports other claims are read too: they refer to none.
    private var ids: Set<String> = []

    /// - Parameter withoutTexts: leaves the texts of reports out, as their publishers' rights may demand.
    /// - Throws: ``RegisterError``.
    package init(path: String, withoutTexts: Bool = false) throws {
        writer = try SnapshotWriter(path: path, tables: Self.tables, views: Self.views)
        self.withoutTexts = withoutTexts
    }

    package mutating func add(_ item: ExportedEncounter) throws {
        let encounter = item.encounter
        ids.insert(encounter.id)
        try add(
            EncounterRow(encounter: encounter, reportCount: encounter.reports.count, stamp: item.stamp),
            EncounterRow.table)
        for row in ParticipantRow.rows(of: encounter) { try add(row, ParticipantRow.table) }
        for row in IssueRow.rows(of: encounter) { try add(row, IssueRow.table) }
        for row in DisputeRow.rows(of: encounter) { try add(row, DisputeRow.table) }
    }

    /// Adds a report: its present text to `reports`, those before it to `earlier_reports`.
    package func add(_ report: ExportedReport) throws {
        for (i, version) in report.versions.enumerated() {
            var version = version
            if withoutTexts { version.text = "" }
            let row = ReportRow(report: report, version: version)
            let isPresent = i + 1 == report.versions.count
            try writer.add(Self.values(row, ReportRow.columns), to: isPresent ? "reports" : Self.earlier)
        }
    }

    /// Adds what was read from a report, after all encounters. Claims and events of encounters that are not here refer to none.
    package func add(_ exported: ExportedRecord) throws {
        let record = exported.record
        let homes = exported.homes.filter { ids.contains($0.value) }
        for claim in record.encounters {
            try add(
                ClaimRow(document: record.id, summary: record.document, claim: claim, encounter: homes[claim.id]),
                ClaimRow.table)
        }
        for event in record.events {
            try add(
                EventRow(
                    document: record.id, summary: record.document, event: event,
                    encounter: event.encounter.flatMap { homes[$0] }), EventRow.table)
        }
    }

    package func add(_ source: SourceRecord) throws { try add(SourceRow(source), SourceRow.table) }

    /// Adds dictionary and note, checks all keys, and puts the file in its place.
    package func finish(note: ExportNote) throws {
        for table in Self.tables {
            try writer.add([.text(table.name), .text(""), .text(table.meaning)], to: "dictionary")
            for column in table.columns {
                try writer.add([.text(table.name), .text(column.name), .text(column.meaning)], to: "dictionary")
            }
        }
        for view in Self.views { try writer.add([.text(view.name), .text(""), .text(view.meaning)], to: "dictionary") }
        for (name, value) in note.statements { try writer.add([.text(name), .text(value)], to: "note") }
        try writer.finish()
    }

    private func add<Row>(_ row: Row, _ table: ExportTable<Row>) throws {
        try writer.add(Self.values(row, table.columns), to: table.shape.name)
    }

    // MARK: - Values

    static func values<Row>(_ row: Row, _ columns: [CSV.Column<Row>]) -> [SnapshotValue] {
        columns.map { value($0.cell(row).raw, $0.field) }
    }

    /// A number that is none stays text, so that nothing is lost; what is empty is NULL where it may be.
    private static func value(_ raw: String?, _ field: TableField) -> SnapshotValue {
        guard let raw, !raw.isEmpty || field.isRequired else { return field.isRequired ? .text("") : .null }
        return switch field.type {
        case .integer: Int64(raw).map { .integer($0) } ?? .text(raw)
        case .number: Double(raw).map { .real($0) } ?? .text(raw)
        case .boolean: .integer(raw == "true" ? 1 : 0)
        default: .text(raw)
        }
    }
}
