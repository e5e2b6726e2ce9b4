import Contract
import Diplomacy
import Testing

@testable import Exchange
@testable import Register

@Suite("Tables of an export")
struct ExportTableTests {
    private let tables = Dictionary(uniqueKeysWithValues: ExportTables.package.map { ($0.name, $0) })

    @Test("each column of each table is described once, in whole sentences")
    func described() {
        #expect(
            ExportTables.package.map(\.name) == [
                "encounters", "participants", "issues", "disputes", "reports", "claims", "events", "sources",
            ])
        for table in ExportTables.package {
            #expect(table.description.hasSuffix("."), "\(table.name)")
            #expect(Set(table.fields.map(\.name)).count == table.fields.count, "\(table.name)")
            for field in table.fields {
                #expect(field.description.count > 10 && field.description.hasSuffix("."), "\(table.name).\(field.name)")
                #expect(field.name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }, "\(field.name)")
            }
        }
    }

    @Test("a column of a key is there in each row, and a link leads to a column")
    func keys() throws {
        for table in ExportTables.package {
            for name in table.key {
                let field = try #require(table.fields.first { $0.name == name }, "\(table.name).\(name)")
                #expect(field.isRequired, "\(table.name).\(name)")
            }
            for link in table.links {
                let target = try #require(tables[link.table], "\(table.name) to \(link.table)")
                #expect(Set(link.columns).isSubset(of: table.fields.map(\.name)), "\(table.name)")
                #expect(Set(link.targets).isSubset(of: target.fields.map(\.name)), "\(table.name) to \(link.table)")
            }
        }
    }

    /// Whether a cell is of its column's kind.
    private func fits(_ raw: String?, _ field: TableField) -> Bool {
        guard let raw, !raw.isEmpty else { return !field.isRequired }
        switch field.type {
        case .text, .list: return true
        case .integer: return Int(raw) != nil
        case .number: return Double(raw) != nil
        case .boolean: return raw == "true" || raw == "false"
        case .day: return raw.utf8.count == 10 && Day(iso: raw) != nil
        case .timestamp: return raw.hasSuffix("Z") && Day(iso: raw) != nil
        case .vocabulary(let words): return words.contains(raw)
        }
    }

    private func check<Row>(_ rows: [Row], _ table: ExportTable<Row>) {
        #expect(!rows.isEmpty, "\(table.shape.name)")
        for row in rows {
            for column in table.columns {
                let raw = column.cell(row).raw
                #expect(fits(raw, column.field), "\(table.shape.name).\(column.name): \(raw ?? "nothing")")
            }
        }
    }

    @Test("each cell is of its column's kind")
    func kinds() {
        let encounter = Sample.encounter()
        let row = EncounterRow(encounter: encounter, reportCount: 4, stamp: Sample.item().stamp)
        check([row], EncounterRow.table)
        check(ParticipantRow.rows(of: encounter), ParticipantRow.table)
        check(IssueRow.rows(of: encounter), IssueRow.table)
        check(DisputeRow.rows(of: encounter), DisputeRow.table)
        let report = Sample.report()
        check(report.versions.map { ReportRow(report: report, version: $0) }, ReportRow.table)
        let record = Sample.record
        check(
            [
                ClaimRow(
                    document: "d1", summary: record.document, claim: record.encounters[0], encounter: encounter.id),
                ClaimRow(document: "d1", summary: record.document, claim: record.encounters[0], encounter: nil),
            ], ClaimRow.table)
        check(
            record.events.map {
                EventRow(document: "d1", summary: record.document, event: $0, encounter: encounter.id)
            }, EventRow.table)
        check([SourceRow(SourceRecord(source: Source()))], SourceRow.table)
    }

    private func cells<Row>(_ row: Row, _ table: ExportTable<Row>) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: table.columns.compactMap { column in
                column.cell(row).raw.map { (column.name, $0) }
            })
    }

    @Test("a row for each participant, in their order")
    func participants() {
        let rows = ParticipantRow.rows(of: Sample.encounter()).map { cells($0, ParticipantRow.table) }
        #expect(rows.map { $0["number"] } == ["1", "2", "3"])
        #expect(rows.map { $0["person"] } == ["Ann Lee", "Urs Frei", "Old Envoy"])
        #expect(rows.map { $0["lead"] } == ["true", "true", "false"])
        #expect(rows[1]["role"] == "host" && rows[1]["encounter"] == Sample.id && rows[1]["basis"] == nil)
        #expect(rows[2]["standing"] == "former")
    }

    @Test("a row for each value in dispute, of which one may be kept")
    func disputes() {
        var encounter = Sample.encounter()
        let rows = DisputeRow.rows(of: encounter).map { cells($0, DisputeRow.table) }
        #expect(rows.map { $0["value"] } == ["2026-03-10", "2026-03-11"])
        #expect(rows.map { $0["kept"] } == ["true", "false"])
        #expect(rows.map { $0["settled"] } == ["true", "true"])
        #expect(rows.map { $0["rank"] } == ["1", "2"])
        #expect(rows[0]["documents"] == "d1; d 2" && rows[1]["weight"] == "0.2")
        encounter.disputes[0].resolved = nil
        encounter.disputes.append(encounter.disputes[0])
        let open = DisputeRow.rows(of: encounter).map { cells($0, DisputeRow.table) }
        #expect(open.map { $0["settled"] } == ["false", "false", "false", "false"])
        #expect(open.map { $0["kept"] } == ["false", "false", "false", "false"])
        #expect(open.map { $0["dispute"] } == ["1", "1", "2", "2"])
    }

    @Test("a cell has its value as it is, beside that of the file")
    func raw() {
        #expect(CSV.Cell.text("=1").raw == "=1" && CSV.Cell.text("=1").value == "'=1")
        #expect(CSV.Cell.plain(nil).raw == nil && CSV.Cell.plain(nil).value == "")
    }
}

extension Sample {
    /// What was read from report `d1`: the talks, and two events.
    static var record: Record {
        let span = Span(0, 5)
        var document = Document(id: "d1", title: "Talks in Geneva", text: "Late words.")
        document.source = report().source
        var record = Record(id: "d1", document: DocumentSummary(document, characters: 27))
        var claim = Encounter(
            id: "e1", principal: true, reported: true, kind: .talks, medium: .inPerson, status: .held,
            date: dates("2026-03-01", "2026-03-31", .month), participants: encounter().participants, confidence: 0.5,
            evidence: [Evidence(sentence: 0, span: span, text: "They met.", rule: "verb.meet")])
        claim.attributedTo = Attribution(name: "an aide", grade: .unnamedOfficial)
        record.encounters = [claim]
        var event = Event(
            type: .consult, cameo: "040", goldstein: 1, source: EventActor(party: "NOR", text: "Oslo", span: span),
            sentence: 1, span: span, rule: "frame.meet", confidence: 0.9)
        event.encounter = "e1"
        record.events = [event, Event(type: .reject, sentence: 2, span: span, rule: "classifier", confidence: 0.4)]
        return record
    }
}
