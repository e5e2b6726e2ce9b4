extension TerminalChart {
    /// A line over numbers, in dots of Braille (two by four a letter) or, in ASCII, stars; the numbers of the upright axis on its left,
    /// the names of the ends below. Below a column of which nothing is known the axis is broken.
    /// - Parameters:
    ///   - points: `nil` where nothing is known, which breaks the line. Those without a place are left out.
    ///   - first: the name of the least x.
    ///   - last: the name of the greatest x.
    ///   - height: lines of the plot, without the axis: 1 to ``mostHeight``.
    public static func plot(
        _ points: [(x: Double, y: Double?)], first: String, last: String, width: Int, height: Int, unicode: Bool
    ) -> [String] {
        let width = min(max(width, 0), mostWidth)
        let height = min(max(height, 1), mostHeight)
        guard width > 0 else { return [] }
        let sound = points.filter { Numeral.isDrawable($0.x) && ($0.y.map(Numeral.isDrawable) ?? true) }
        let ordered = sound.indices.sorted { (sound[$0].x, $0) < (sound[$1].x, $1) }.map { sound[$0] }
        let known = ordered.compactMap(\.y)
        guard let least = ordered.first?.x, let greatest = ordered.last?.x, let low = known.min(),
            let high = known.max()
        else { return [Columns.cut("no data", width, unicode: unicode)] }
        let ticks = Ticks(fitting: low, high, count: height / 3)
        let labels = ticks.labels.map { Columns.plain($0, unicode: unicode) }
        let margin = min(labels.map { Columns.width($0) }.max() ?? 0, width / 2)
        let room = max(1, width - margin - 1)
        var grid = DotGrid(columns: room, rows: height, unicode: unicode)
        let across = Scale(least, greatest, from: 0, to: Double(grid.width - 1))
        let up = Scale(ticks.low, ticks.high, from: Double(grid.height - 1), to: 0)
        var before: (Int, Int)?
        var knownColumns = Set<Int>()
        var unknownColumns = Set<Int>()
        for point in ordered {
            let x = Int(across(point.x).rounded())
            guard let value = point.y else {
                before = nil
                unknownColumns.insert(x / grid.across)
                continue
            }
            let at = (x, Int(up(value).rounded()))
            grid.line(before ?? at, at)
            before = at
            knownColumns.insert(x / grid.across)
        }
        var names = [Int: String]()
        for (value, label) in zip(ticks.values, labels) {
            names[min(max(Int(up(value).rounded()) / grid.down, 0), height - 1)] = label
        }
        let bar = unicode ? "\u{2502}" : "|"
        var lines = grid.lines.enumerated().map { row, text in
            Columns.fit(names[row] ?? "", margin, isRight: true, unicode: unicode) + bar + text
        }
        let axis = (0..<room).map { column in
            unknownColumns.contains(column) && !knownColumns.contains(column) ? "?" : unicode ? "\u{2500}" : "-"
        }
        lines.append(String(repeating: " ", count: margin) + (unicode ? "\u{2514}" : "+") + axis.joined())
        let start = Columns.cut(first, room, unicode: unicode)
        let rest = room - Columns.width(start)
        let end = rest > 1 ? Columns.fit(last, rest, isRight: true, unicode: unicode) : ""
        lines.append(String(repeating: " ", count: margin + 1) + start + end)
        return lines.map { Columns.clip($0, width) }
    }
}

/// Dots on a grid that becomes letters: eight to a letter in Braille, one in ASCII.
struct DotGrid {
    /// Dots of a letter.
    let across: Int
    let down: Int
    private let columns: Int
    private let rows: Int
    private var cells: [UInt8]

    init(columns: Int, rows: Int, unicode: Bool) {
        (across, down) = unicode ? (2, 4) : (1, 1)
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        cells = Array(repeating: 0, count: self.columns * self.rows)
    }

    /// In dots.
    var width: Int { columns * across }
    var height: Int { rows * down }

    /// The bits of Unicode's Braille patterns, by column and row of the dot.
    private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

    mutating func set(_ x: Int, _ y: Int) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        cells[y / down * columns + x / across] |= Self.bits[x % across][y % down]
    }

    /// A straight line of dots (Bresenham), both ends included.
    mutating func line(_ from: (Int, Int), _ to: (Int, Int)) {
        let steps = max(abs(to.0 - from.0), abs(to.1 - from.1))
        guard steps > 0 else { return set(from.0, from.1) }
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            set(
                from.0 + Int((Double(to.0 - from.0) * share).rounded()),
                from.1 + Int((Double(to.1 - from.1) * share).rounded()))
        }
    }

    var lines: [String] {
        (0..<rows).map { row in
            var line = String.UnicodeScalarView()
            for cell in cells[row * columns..<(row + 1) * columns] {
                if cell == 0 {
                    line.append(" ")
                } else if across == 1 {
                    line.append("*")
                } else if let braille = Unicode.Scalar(0x2800 + UInt32(cell)) {
                    line.append(braille)
                }
            }
            return String(line)
        }
    }
}
