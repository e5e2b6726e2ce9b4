/// Rows by columns, such as issues by years: a mark as large and as dark as its count, and the sums of rows and columns.
public struct MatrixFigure: Figure {
    public enum Shape: Sendable, Hashable {
        case circle, square
    }

    /// The most rows and columns that are drawn: the first so many.
    public static let mostRows = 80
    public static let mostColumns = 240

    public var caption: Caption
    public var rows: [String]
    public var columns: [String]
    /// A line for each row, a value for each column: 0 or more; `nil`, or missing at the end, where nothing is known.
    public var values: [[Double?]]
    /// What is counted.
    public var counts: Axis
    public var shape = Shape.circle

    public init(caption: Caption, rows: [String], columns: [String], values: [[Double?]], counts: Axis) {
        self.caption = caption
        self.rows = rows
        self.columns = columns
        self.values = values
        self.counts = counts
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let table = Table(self)
        sheet.remark(table.refused, "value", "left out: negative or no number")
        sheet.remark(rows.count - table.rows.count, "row", "beyond \(Self.mostRows) not shown")
        sheet.remark(columns.count - table.columns.count, "column", "beyond \(Self.mostColumns) not shown")
        guard table.hasValues else {
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        var drawing = MatrixDrawing(figure: self, table: table, sheet: sheet)
        drawing.draw()
        var summary = "Table of \(counted(table.rows.count, "row")) by \(counted(table.columns.count, "column")): "
        summary += "\(counts.text)."
        for (row, name) in table.rows.enumerated() { summary += " \(Sheet.short(name)): \(table.row(row).text)." }
        return drawing.sheet.finish(summary)
    }
}

/// The counts of a matrix that can be drawn.
struct Table {
    /// A sum, and whether something that belongs to it is not known.
    struct Sum: Equatable {
        var value = 0.0
        var isWhole = true
        /// Whether anything was added.
        var isKnown = false

        mutating func add(_ value: Double?) {
            guard let value else {
                isWhole = false
                return
            }
            self.value += value
            isKnown = true
        }

        /// "12", "≥ 12" where a part is not known, "–" where nothing is.
        var text: String {
            isKnown ? (isWhole ? "" : "\u{2265}\u{A0}") + (Numeral.brief(value) ?? "?") : "\u{2013}"
        }
    }

    let rows: [String]
    let columns: [String]
    private(set) var cells: [[Double?]]
    private(set) var refused = 0
    /// The greatest value.
    private(set) var most = 0.0

    init(_ figure: MatrixFigure) {
        rows = Array(figure.rows.prefix(MatrixFigure.mostRows))
        columns = Array(figure.columns.prefix(MatrixFigure.mostColumns))
        cells = []
        for row in rows.indices {
            let given = row < figure.values.count ? figure.values[row] : []
            cells.append(
                columns.indices.map { column in
                    guard column < given.count, let value = given[column] else { return nil }
                    if Numeral.isDrawable(value), value >= 0 { return value }
                    refused += 1
                    return nil
                })
        }
        most = cells.flatMap { $0.compactMap(\.self) }.max() ?? 0
    }

    var hasValues: Bool { cells.contains { $0.contains { $0 != nil } } }
    var hasUnknown: Bool { cells.contains { $0.contains { $0 == nil } } }
    var hasZero: Bool { cells.contains { $0.contains { $0 == 0 } } }

    func row(_ row: Int) -> Sum { cells[row].reduce(into: Sum()) { $0.add($1) } }
    func column(_ column: Int) -> Sum { cells.reduce(into: Sum()) { $0.add($1[column]) } }
    var all: Sum { cells.reduce(into: Sum()) { sum, row in row.forEach { sum.add($0) } } }
}
