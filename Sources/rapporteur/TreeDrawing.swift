import Language
import Wording

/// A dependency tree for people: one word a line in the order of the sentence, arcs on the left from heads to children.
struct TreeDrawing {
    struct Row {
        var form: String
        var tag: String
        var label: String
        /// Place of the head, from 0; `nil` for the root.
        var head: Int?
        var name: String?
    }

    let rows: [Row]
    /// The most columns that arcs may take; longer arcs beyond it share the outermost.
    static let widest = 24

    /// The lines of the drawing.
    func lines() -> [Line] {
        let (cells, width) = arcs()
        let forms = rows.map { Columns.width(of: Columns.safe($0.form)) }.max() ?? 0
        let tags = rows.map(\.tag.count).max() ?? 0
        return rows.indices.map { i in
            let row = rows[i]
            let arrow = row.head == nil ? "●" : "▸"
            let form = Columns.safe(row.form)
            let padding = String(repeating: " ", count: max(0, forms - Columns.width(of: form)))
            let tag = row.tag + String(repeating: " ", count: tags - row.tag.count)
            var line: Line = [
                Piece(String(cells[i].prefix(width).map { Self.glyphs[Int($0)] }) + arrow + " ", .quiet),
                Piece(form, row.head == nil ? .strong : .plain),
                Piece(padding + "  " + tag + "  ", .quiet), Piece(row.label),
            ]
            if let name = row.name { line.append(Piece("  " + name, .good)) }
            return line
        }
    }

    // Which sides of a cell a stroke leaves by.
    private static let up: UInt8 = 1
    private static let down: UInt8 = 2
    private static let leftwards: UInt8 = 4
    private static let rightwards: UInt8 = 8
    private static let glyphs: [Character] = [
        " ", "│", "│", "│", "─", "╯", "╮", "┤", "─", "╰", "╭", "├", "─", "┴", "┬", "┼",
    ]

    /// Strokes of the cells to the left of each word, and their number of columns.
    private func arcs() -> (cells: [[UInt8]], width: Int) {
        let arcs = rows.indices.compactMap { i in rows[i].head.map { (top: min(i, $0), bottom: max(i, $0)) } }
            .sorted { ($0.bottom - $0.top, $0.top) < ($1.bottom - $1.top, $1.top) }
        var heights = [Int](repeating: 0, count: max(1, rows.count))  // between row i and the next
        var levels: [Int] = []
        for arc in arcs {
            let level = min(Self.widest / 2, (heights[arc.top..<arc.bottom].max() ?? 0) + 1)
            for i in arc.top..<arc.bottom { heights[i] = level }
            levels.append(level)
        }
        let width = (levels.max() ?? 0) * 2
        var cells = [[UInt8]](repeating: [UInt8](repeating: 0, count: width), count: rows.count)
        for (arc, level) in zip(arcs, levels) {
            let column = width - level * 2
            cells[arc.top][column] |= Self.down | Self.rightwards
            cells[arc.bottom][column] |= Self.up | Self.rightwards
            for i in arc.top + 1..<arc.bottom { cells[i][column] |= Self.up | Self.down }
            for i in [arc.top, arc.bottom] {
                for k in column + 1..<width { cells[i][k] |= Self.leftwards | Self.rightwards }
            }
        }
        return (cells, width)
    }
}
