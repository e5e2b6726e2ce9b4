extension TerminalChart {
    /// Rows by columns, a letter a cell and the sum of each row: `.` none, `?` not known, else higher (in ASCII a figure from 1 to 9)
    /// for more. Where the columns have no room, the last ones are shown, and a line says which are not.
    /// - Parameters:
    ///   - values: a line for each row; `nil`, or missing at the end, where nothing is known.
    public static func matrix(
        rows: [String], columns: [String], values: [[Double?]], width: Int, unicode: Bool
    ) -> [String] {
        let width = min(max(width, 0), mostWidth)
        guard width > 0, !rows.isEmpty, !columns.isEmpty else { return [] }
        let cells = rows.indices.map { row in
            columns.indices.map { column -> Double? in
                guard row < values.count, column < values[row].count, let value = values[row][column] else {
                    return nil
                }
                return Numeral.isDrawable(value) && value >= 0 ? value : nil
            }
        }
        let sums = cells.map { row -> String in
            let sum = row.reduce(into: Table.Sum()) { $0.add($1) }
            guard sum.isKnown else { return "?" }
            return number(sum.value, unicode) + (sum.isWhole ? "" : "+")
        }
        let sumWidth = sums.map { Columns.width($0) }.max() ?? 0
        let widest = rows.map { Columns.width(Columns.plain($0, unicode: unicode)) }.max() ?? 0
        let names = min(widest, max(4, width / 3))
        let room = max(1, width - names - 2 - sumWidth)
        // two columns a cell where there is room
        let step = columns.count * 2 - 1 <= room ? 2 : 1
        let shown = min(columns.count, step == 2 ? columns.count : room)
        let skipped = columns.count - shown
        let most = cells.flatMap { $0.compactMap(\.self) }.max() ?? 0
        let space = step == 2 ? " " : ""
        var lines = [heads(Array(columns.dropFirst(skipped)), names, step, width, unicode)]
        for row in rows.indices {
            let letters = cells[row].dropFirst(skipped).map { letter($0, most, unicode) }.joined(separator: space)
            let name = Columns.fit(rows[row], names, unicode: unicode)
            lines.append(Columns.clip("\(name) \(letters) \(sums[row])", width))
        }
        var keys = [". none", "? not known"]
        if most > 0 { keys.append("\(letter(most, most, unicode)) \(number(most, unicode)), the most") }
        if cells.contains(where: { $0.contains { $0 == nil } }) { keys.append("+ known in part") }
        if skipped > 0 { keys.append("not shown: \(columns[0]) to \(columns[skipped - 1])") }
        return lines + flow(keys, width, unicode)
    }

    private static func letter(_ value: Double?, _ most: Double, _ unicode: Bool) -> String {
        guard let value else { return "?" }
        guard value > 0, most > 0 else { return "." }
        if unicode { return Signs(unicode: true).level(value / most) }
        return String(min(max(Int((value / most * 9).rounded(.up)), 1), 9))
    }

    /// Names of columns above their cells, as many as have room.
    private static func heads(_ columns: [String], _ names: Int, _ step: Int, _ width: Int, _ unicode: Bool) -> String {
        var line = ""
        var at = 0
        for (column, text) in columns.enumerated() {
            let place = names + 1 + column * step
            let text = Columns.plain(text, unicode: unicode)
            let wide = Columns.width(text)
            guard place >= at, place + wide <= width else { continue }
            line += String(repeating: " ", count: place - Columns.width(line)) + text
            at = place + wide + 2
        }
        return line
    }
}
