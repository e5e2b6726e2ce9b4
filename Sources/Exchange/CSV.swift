/// Comma-separated values as RFC 4180 has them: lines end with CR LF, a cell with a comma, a quotation mark or a line's end stands
/// between quotation marks.
package enum CSV {
    /// One value of a row.
    package enum Cell: Equatable {
        /// Words of a document or of ours. Where a spreadsheet would take them for a formula, an apostrophe is put before them.
        case text(String?)
        /// A number, a date, an id of ours, a value of a vocabulary: written as it is.
        case plain(String?)
        /// Several values of a document or of ours.
        case list([String])

        package static func number(_ value: Int?) -> Cell { .plain(value.map { String($0) }) }

        /// The shortest form that reads back as the same number, without ".0".
        package static func number(_ value: Double?) -> Cell {
            .plain(value.map { $0.description.hasSuffix(".0") ? String($0.description.dropLast(2)) : $0.description })
        }

        /// The value itself, `nil` for none: what other formats than CSV write.
        package var raw: String? {
            switch self {
            case .plain(let value), .text(let value): value
            case .list(let values): values.joined(separator: "; ")
            }
        }

        /// The cell's value as it stands in the file, before quoting.
        package var value: String {
            switch self {
            case .plain(let value): value ?? ""
            case .text(let text): CSV.guarded(text ?? "")
            case .list(let values): CSV.guarded(values.joined(separator: "; "))
            }
        }
    }

    /// A column of a table: its name, what is to be known of it, and what a row has in it.
    package struct Column<Row>: Sendable {
        package var field: TableField
        package var cell: @Sendable (Row) -> Cell

        package var name: String { field.name }

        /// A column that nothing more is told of.
        package init(_ name: String, _ cell: @escaping @Sendable (Row) -> Cell) {
            self.init(name, .text, "", cell)
        }

        /// A column of a table of ``ExportTables``.
        ///
        /// - Parameters:
        ///   - description: one sentence or two: what a value means, its unit and range, when it is empty.
        ///   - isRequired: whether every row has a value.
        package init(
            _ name: String, _ type: TableField.Kind, _ description: String, isRequired: Bool = false,
            _ cell: @escaping @Sendable (Row) -> Cell
        ) {
            field = TableField(name: name, type: type, description: description, isRequired: isRequired)
            self.cell = cell
        }
    }

    /// A line of cells, with its end.
    package static func line(_ cells: [Cell]) -> String {
        cells.map { quoted($0.value) }.joined(separator: ",") + "\r\n"
    }

    /// A whole table of words, the row of names first.
    package static func table(_ head: [String], _ rows: [[String?]]) -> String {
        line(head.map { .plain($0) }) + rows.map { line($0.map { .text($0) }) }.joined()
    }

    package static func head<Row>(_ columns: [Column<Row>]) -> String { line(columns.map { .plain($0.name) }) }

    package static func line<Row>(_ row: Row, _ columns: [Column<Row>]) -> String { line(columns.map { $0.cell(row) }) }

    /// Text that no spreadsheet takes for a formula (OWASP, "CSV Injection").
    package static func guarded(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r": "'" + text
        default: text
        }
    }

    package static func quoted(_ value: String) -> String {
        let scalars = value.unicodeScalars
        guard scalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return value }
        // by scalars: a quotation mark with a combining mark is another character
        var doubled = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar == "\"" { doubled.append(scalar) }
            doubled.append(scalar)
        }
        return "\"" + String(doubled) + "\""
    }
}
