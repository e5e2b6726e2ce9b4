package import Spreadsheet

/// A table as a sheet of a workbook (XLSX), with the note of the export as a second sheet: numbers, truths and days as such, addresses as links.
package final class WorkbookTableWriter: TableRowWriter {
    private let fields: [TableField]
    private let note: ExportNote
    private var writer: XLSXWriter
    /// What was written, and how much of it was cut to what a cell holds.
    package private(set) var tally: SpreadsheetTally?

    /// - Parameter sink: is given the bytes of the file in their order.
    /// - Throws: `SpreadsheetError` where a table has more rows or columns than a sheet.
    package init(_ shape: TableShape, note: ExportNote, sink: @escaping ([UInt8]) throws -> Void) throws {
        fields = shape.fields
        self.note = note
        writer = try XLSXWriter(sink)
        try writer.begin(
            sheet: shape.name, columns: shape.fields.map { SheetColumn($0.name, isLink: $0.name == "url") })
    }

    package func row(_ cells: [CSV.Cell]) throws { try writer.append(zip(fields, cells).map { $0.sheet($1) }) }

    package func finish() throws {
        try writer.begin(sheet: "note", columns: [SheetColumn("statement"), SheetColumn("value")])
        for (name, value) in note.statements { try writer.append([.text(name), .text(value)]) }
        tally = try writer.finish()
    }
}

extension TableField {
    /// A cell as a value of a sheet; what is no number stays text, so that nothing is lost.
    fileprivate func sheet(_ cell: CSV.Cell) -> SheetValue {
        guard let raw = cell.raw, !raw.isEmpty else { return .empty }
        return switch type {
        case .integer, .number: Double(raw).map { .number($0) } ?? .text(raw)
        case .boolean: .boolean(raw == "true")
        case .day: .date(raw)
        case .text, .vocabulary, .list, .timestamp: .text(raw)
        }
    }
}
