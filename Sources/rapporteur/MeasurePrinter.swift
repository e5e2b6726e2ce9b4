import Charts
import Diplomacy
import Wording

/// Measures for a person to read: headings, facts beside their labels, charts of characters, notes.
struct MeasurePrinter {
    let width: Int
    let color: Bool
    /// Whether the terminal may be sent more than ASCII.
    let unicode: Bool
    private(set) var lines: [Line] = []

    /// Columns of the labels.
    static let indent = 16

    init(_ options: PrintOptions) {
        width = options.columns
        color = options.isColored
        unicode = options.isUnicode
    }

    func text() -> String { lines.map { $0.rendered(color: color) + "\n" }.joined() }

    mutating func heading(_ words: String, _ remark: String = "") {
        if !lines.isEmpty { lines.append([]) }
        let pieces = [Piece(words, .strong)] + (remark.isEmpty ? [] : [Piece(" · \(remark)", .quiet)])
        lines += Wrapper.block(pieces, indent: 0, width: width)
    }

    /// A fact with its label.
    mutating func fact(_ label: String, _ text: String, _ style: Style = .plain) {
        let name = "  " + label + String(repeating: " ", count: max(1, Self.indent - 2 - Columns.width(of: label)))
        lines += Wrapper.block(
            [Piece(text, style)], first: [Piece(name, .quiet)], indent: Self.indent, width: width)
    }

    mutating func note(_ text: String) {
        lines += Wrapper.block([Piece(text, .quiet)], first: [Piece("  ")], indent: 2, width: width)
    }

    mutating func chart(_ chart: (_ width: Int, _ unicode: Bool) -> [String]) {
        lines += chart(width - 2, unicode).map { [Piece("  " + $0)] }
    }

    /// A table: the first column to the left, the others to the right. The first gives way where all have no room.
    mutating func table(_ head: [String], _ rows: [[String]]) {
        let all = [head] + rows
        var columns = head.indices.map { column in
            all.map { Columns.width(of: column < $0.count ? $0[column] : "") }.max() ?? 0
        }
        let others = columns.dropFirst().reduce(2) { $0 + $1 + 2 }
        columns[0] = min(columns[0], max(12, width - others))
        for (number, row) in all.enumerated() {
            var text = "  "
            for (column, room) in columns.enumerated() {
                let cell = Self.cut(column < row.count ? row[column] : "", room)
                let blank = String(repeating: " ", count: max(0, room - Columns.width(of: cell)))
                text += column == 0 ? cell + blank : "  " + blank + cell
            }
            lines.append([Piece(Self.cut(text, width), number == 0 ? .quiet : .plain)])
        }
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        guard Columns.width(of: text) > width else { return text }
        var room = width - 1
        let start = text.prefix { character in
            room -= Columns.width(of: character)
            return room >= 0
        }
        return start + "…"
    }
}

extension Double {
    /// With so many decimals.
    func fixed(_ decimals: Int) -> String { Phrases.number(self, decimals) }

    /// As a share of a hundred.
    var percent: String { Phrases.percent(self) }
}
