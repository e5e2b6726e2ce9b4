/// Draws a matrix: names of rows on the left, of columns on top, sums on the right and, as bars, below.
struct MatrixDrawing {
    let figure: MatrixFigure
    let table: Table
    var sheet: Sheet

    private static let font = Font.label
    private static let bars = 34.0
    /// Classes of shade, from pale to dark.
    static let shades = ["#c3d9ec", "#94bfdf", "#5b9dcb", "#2874b2", "#0d4a86"]

    mutating func draw() {
        sheet.legend(keys)
        let sums = table.rows.indices.map { table.row($0) }
        let sumWidth = max((sums + [table.all]).map { Self.font.width($0.text) }.max() ?? 0, Self.font.width("sum"))
        let widest = table.rows.map { Self.font.width(Sheet.short($0)) }.max() ?? 0
        let names = min(max(widest, Self.font.width("sum")) + 2, sheet.inner * 0.34)
        let room = sheet.inner - names - 10 - sumWidth - 12
        let cell = min(room / Double(max(1, table.columns.count)), 34)
        let height = min(max(cell, 15), 26)
        let left = sheet.left + names + 10
        let right = left + cell * Double(table.columns.count)
        heads(left, cell, sumAt: right + 8 + sumWidth)
        let top = sheet.top
        for row in table.rows.indices {
            let y = top + (Double(row) + 0.5) * height
            sheet.drawing.text(
                Wrapping.cut(Sheet.short(table.rows[row]), Self.font, names), left - 10, y + 3.8, Self.font, .end)
            sheet.drawing.line(left, y, right, y, .grid)
            for column in table.columns.indices {
                mark(row, column, left + (Double(column) + 0.5) * cell, y, min(cell, height) * 0.47)
            }
            sheet.drawing.text(sums[row].text, right + 8 + sumWidth, y + 3.8, Self.font.bold, .end)
        }
        sheet.top = top + Double(table.rows.count) * height + 6
        totals(left, cell, sumAt: right + 8 + sumWidth)
    }

    private var keys: [Sheet.Key] {
        let most = table.most
        var keys = [
            Sheet.Key(
                sign: figure.shape == .circle ? .dot(style(most)) : .area(style(most)),
                label: "\(figure.counts.text), the most \(Numeral.brief(most) ?? "?")")
        ]
        if table.hasUnknown { keys.append(Sheet.Key(sign: .unknown, label: "not known (blank: none)")) }
        return keys
    }

    private func style(_ value: Double) -> Style {
        let share = table.most > 0 ? value / table.most : 0
        let shade = min(max(Int((share * 5).rounded(.up)), 1), 5)
        return Style(names: "fig-cell fig-q\(shade)", fill: Self.shades[shade - 1])
    }

    private mutating func mark(_ row: Int, _ column: Int, _ x: Double, _ y: Double, _ largest: Double) {
        guard let value = table.cells[row][column] else {
            return sheet.unknown(x, y, min(2.5, largest * 0.6))
        }
        guard value > 0 else { return }
        let title =
            "\(Sheet.short(table.rows[row])), \(Sheet.short(table.columns[column])): \(Numeral.brief(value) ?? "?")"
        let radius = max(largest * (value / table.most).squareRoot(), 0.9)
        switch figure.shape {
        case .circle: sheet.drawing.circle(x, y, radius, style(value), title: title)
        case .square:
            sheet.drawing.rectangle(
                Box(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius), style(value), title: title)
        }
    }

    // MARK: - Columns

    /// Places of the columns that have room for a text each: all, or every so manieth, at round years where they are years.
    private func labelled(_ widest: Double, _ cell: Double) -> [Int] {
        let fit = max(1, Int(min(10_000, ((widest + 5) / max(cell, 0.1)).rounded(.up))))
        var step = 1
        for candidate in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] where step < fit {
            step = candidate
        }
        let years = table.columns.map { Int($0) }
        let start = years.firstIndex { ($0 ?? 1) % step == 0 } ?? 0
        return Array(stride(from: start, to: table.columns.count, by: step))
    }

    private mutating func heads(_ left: Double, _ cell: Double, sumAt: Double) {
        sheet.top += 16
        let texts = table.columns.map { Sheet.short($0) }
        let widest = min(texts.map { Font.tick.width($0) }.max() ?? 0, 120)
        for column in labelled(widest, cell) {
            let text = Wrapping.cut(texts[column], .tick, widest + 1)
            let middle = left + (Double(column) + 0.5) * cell
            let half = Font.tick.width(text) / 2
            guard middle + half < sumAt - Font.tick.width("sum") - 4 else { continue }
            sheet.drawing.text(text, max(middle, left - 8 + half), sheet.top, .tick, .middle)
        }
        sheet.drawing.text("sum", sumAt, sheet.top, .tick, .end)
        sheet.top += 6
    }

    /// The sums of columns as bars with their numbers, as far as these have room.
    private mutating func totals(_ left: Double, _ cell: Double, sumAt: Double) {
        let sums = table.columns.indices.map { table.column($0) }
        let most = max(sums.map(\.value).max() ?? 0, 1e-9)
        let base = sheet.top + 14 + Self.bars
        let right = left + cell * Double(table.columns.count)
        sheet.drawing.line(left, base, right, base, .axis)
        let widest = sums.map { Font.small.width($0.text) }.max() ?? 0
        let numbered = widest + 3 <= cell
        for (column, sum) in sums.enumerated() {
            let x = left + Double(column) * cell
            let middle = x + cell / 2
            guard sum.isKnown else {
                sheet.unknown(middle, base - 6, min(2.5, cell * 0.3))
                continue
            }
            let height = Self.bars * sum.value / most
            sheet.drawing.rectangle(
                Box(x: x + cell * 0.15, y: base - height, width: cell * 0.7, height: height), .covered,
                title: "\(Sheet.short(table.columns[column])): \(sum.text)")
            if numbered { sheet.drawing.text(sum.text, middle, base - height - 3, .small, .middle) }
        }
        if !numbered, let top = sums.indices.max(by: { (sums[$0].value, $1) < (sums[$1].value, $0) }) {
            let text = sums[top].text
            let half = Font.small.width(text) / 2
            let middle = min(max(left + (Double(top) + 0.5) * cell, left + half), right - half)
            sheet.drawing.text(text, middle, base - Self.bars - 3, .small, .middle)
        }
        sheet.drawing.text("sum", left - 10, base - 2, Self.font, .end)
        sheet.drawing.text(table.all.text, sumAt, base - 2, Self.font.bold, .end)
        sheet.top = base + 2
    }
}
