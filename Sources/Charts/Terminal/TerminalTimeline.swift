extension TerminalChart {
    /// How much of a period the sources cover.
    public enum Knowledge: Sendable, Hashable {
        case whole, part, nothing
    }

    /// A line of a timeline.
    public struct Period: Sendable, Hashable {
        public var label: String
        /// One a series, 0 or more.
        public var values: [Double]
        public var knowledge: Knowledge

        public init(label: String, values: [Double], knowledge: Knowledge = .whole) {
            self.label = label
            self.values = values
            self.knowledge = knowledge
        }
    }

    /// A line for each period with its values beside one another, then what the signs mean. A period of which nothing is known has a
    /// broken line and these words, one without events an empty place and a 0.
    /// - Parameter series: names, up to six; the values of those beyond are summed with the sixth's.
    public static func timeline(_ periods: [Period], series: [String], width: Int, unicode: Bool) -> [String] {
        let width = min(max(width, 0), mostWidth)
        guard width > 0, !periods.isEmpty else { return [] }
        let signs = Signs(unicode: unicode)
        let stacks = periods.map { stack($0.values) }
        let sums = stacks.map { $0.reduce(0, +) }
        // a period of which nothing is known does not set the scale
        let most = zip(periods, sums).filter { $0.0.knowledge != .nothing }.map(\.1).max() ?? 0
        let numbers = zip(periods, sums).map { period, sum in
            switch period.knowledge {
            case .whole: number(sum, unicode)
            case .part: number(sum, unicode) + "+"
            case .nothing: "nothing known" + (sum > 0 ? " (\(number(sum, unicode)) told)" : "")
            }
        }
        let plain = zip(periods, numbers).filter { $0.0.knowledge != .nothing }.map(\.1)
        let layout = Layout(labels: periods.map(\.label), numbers: plain, width: width, unicode: unicode)
        var lines = periods.indices.map { index in
            let bar =
                periods[index].knowledge == .nothing ? signs.gap : stacked(stacks[index], most, layout.room, signs)
            return layout.line(periods[index].label, bar, numbers[index])
        }
        lines += keys(periods, series, width, signs)
        return lines
    }

    private static func stack(_ values: [Double]) -> [Double] {
        var stack: [Double] = []
        for (place, value) in values.enumerated() {
            let value = Numeral.isDrawable(value) && value >= 0 ? value : 0
            if place < Palette.most { stack.append(value) } else { stack[Palette.most - 1] += value }
        }
        return stack
    }

    /// The ends of the parts are rounded to columns, so that the parts together are as long as their sum. A single series is drawn in
    /// eighths.
    private static func stacked(_ values: [Double], _ most: Double, _ room: Int, _ signs: Signs) -> String {
        let sum = values.reduce(0, +)
        guard sum > 0, most > 0 else { return "" }
        if values.count == 1 { return signs.bar(sum, most, room) }
        var bar = ""
        var (reached, drawn) = (0.0, 0)
        for (place, value) in values.enumerated() {
            reached += value
            let end = min(Int((reached / most * Double(room)).rounded()), room)
            bar += String(repeating: signs.fill(place), count: max(0, end - drawn))
            drawn = max(end, drawn)
        }
        if drawn == 0, let place = values.firstIndex(where: { $0 > 0 }) { bar = signs.fill(place) }
        return bar
    }

    private static func keys(_ periods: [Period], _ series: [String], _ width: Int, _ signs: Signs) -> [String] {
        var keys: [String] = []
        if series.count > 1 {
            keys = series.prefix(Palette.most).enumerated().map { "\(signs.fill($0)) \($1)" }
            if series.count > Palette.most { keys[Palette.most - 1] += " and \(series.count - Palette.most) more" }
        }
        if periods.contains(where: { $0.knowledge == .nothing }) {
            keys.append("\(signs.gap) nothing known: no source reports")
        }
        if periods.contains(where: { $0.knowledge == .part }) { keys.append("+ known in part") }
        return flow(keys, width, signs.unicode)
    }

    /// Texts beside one another, on as many lines as they need.
    static func flow(_ texts: [String], _ width: Int, _ unicode: Bool) -> [String] {
        var lines: [String] = []
        for text in texts {
            let text = Columns.cut(text, width, unicode: unicode)
            if let last = lines.last, Columns.width(last) + 2 + Columns.width(text) <= width {
                lines[lines.count - 1] = last + "  " + text
            } else {
                lines.append(text)
            }
        }
        return lines
    }
}
