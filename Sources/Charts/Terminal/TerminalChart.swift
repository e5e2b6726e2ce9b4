/// Small charts of characters. Every function returns lines of which none is wider than `width` columns of a terminal, and which, where
/// `unicode` is false, are ASCII alone. "Nothing known" never looks like "nothing happened". Linear in what is given.
public enum TerminalChart {
    /// Columns that a chart has at most, whatever is asked for.
    public static let mostWidth = 1_000
    /// Lines of a plot at most.
    public static let mostHeight = 200

    /// A name and a count; `nil` where nothing is known.
    public struct Bar: Sendable, Hashable {
        public var label: String
        public var value: Double?

        public init(label: String, value: Double?) {
            self.label = label
            self.value = value
        }
    }

    /// One line: a letter for each value, higher for more. The scale is from 0, or from the least value where that is below 0, to the
    /// greatest. Where there are more values than columns, a column is the mean of what is known in it. `nil` and what is no number
    /// are not known.
    public static func sparkline(_ values: [Double?], width: Int, unicode: Bool) -> [String] {
        let width = min(max(width, 0), mostWidth)
        guard width > 0, !values.isEmpty else { return [] }
        let signs = Signs(unicode: unicode)
        let columns = means(values, width)
        let known = columns.compactMap(\.self)
        let low = min(0, known.min() ?? 0)
        let high = max(known.max() ?? 0, low)
        let line = columns.map { value -> String in
            guard let value else { return signs.unknown }
            if value == low { return signs.zero }
            return signs.level((value - low) / (high - low))
        }
        return [line.joined()]
    }

    /// The values in at most so many columns of as equal a length as can be.
    static func means(_ values: [Double?], _ width: Int) -> [Double?] {
        let count = min(values.count, width)
        return (0..<count).map { column in
            let part = values[column * values.count / count..<(column + 1) * values.count / count]
            let known = part.compactMap { $0 }.filter(Numeral.isDrawable)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
    }

    /// A line for each bar: its name, the bar from 0, and the number.
    public static func bars(_ bars: [Bar], width: Int, unicode: Bool) -> [String] {
        let width = min(max(width, 0), mostWidth)
        guard width > 0 else { return [] }
        let signs = Signs(unicode: unicode)
        let values = bars.map { bar in bar.value.flatMap { Numeral.isDrawable($0) && $0 >= 0 ? $0 : nil } }
        let most = values.compactMap(\.self).max() ?? 0
        let numbers = zip(bars, values).map { bar, value in
            value.map { number($0, unicode) } ?? (bar.value == nil ? "not known" : "no count")
        }
        let layout = Layout(labels: bars.map(\.label), numbers: numbers, width: width, unicode: unicode)
        return bars.indices.map { index in
            let bar = values[index].map { signs.bar($0, most, layout.room) } ?? signs.gap
            return layout.line(bars[index].label, bar, numbers[index])
        }
    }

    static func number(_ value: Double, _ unicode: Bool) -> String {
        Columns.plain(Numeral.brief(value) ?? "", unicode: unicode)
    }

    /// Names, bars and numbers beside one another.
    struct Layout {
        let width: Int
        let unicode: Bool
        let names: Int
        /// Columns for the bars.
        let room: Int

        init(labels: [String], numbers: [String], width: Int, unicode: Bool) {
            let widest = labels.map { Columns.width(Columns.plain($0, unicode: unicode)) }.max() ?? 0
            let number = numbers.map { Columns.width($0) }.max() ?? 0
            self.width = width
            self.unicode = unicode
            names = min(widest, max(4, width * 2 / 5))
            room = max(1, width - names - 1 - 1 - number)
        }

        func line(_ label: String, _ bar: String, _ number: String) -> String {
            let name = Columns.fit(label, names, unicode: unicode)
            let text = bar.isEmpty ? "\(name) \(number)" : "\(name) \(bar) \(number)"
            return Columns.clip(text, width)
        }
    }
}

/// The letters that charts are made of.
struct Signs {
    let unicode: Bool

    private static let eighths = [
        "\u{2581}", "\u{2582}", "\u{2583}", "\u{2584}", "\u{2585}", "\u{2586}", "\u{2587}", "\u{2588}",
    ]
    private static let lefts = ["", "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}"]
    private static let plain = [".", ":", "-", "=", "+", "*", "#", "@"]
    private static let shades = ["\u{2588}", "\u{2593}", "\u{2592}", "\u{2591}", "\u{259A}", "\u{25A4}"]
    private static let letters = ["#", "=", "o", "-", "x", ":"]

    /// One column of which nothing is known.
    var unknown: String { "?" }
    /// One column of which it is known that there was nothing.
    var zero: String { "_" }
    /// A bar of which nothing is known.
    var gap: String { unicode ? "\u{2504}\u{2504}\u{2504}" : "~~~" }

    /// - Parameter share: above 0, at most 1.
    func level(_ share: Double) -> String {
        let level = min(max(Int((share * 8).rounded(.up)), 1), 8)
        return unicode ? Self.eighths[level - 1] : Self.plain[level - 1]
    }

    /// What fills the bar of a series.
    func fill(_ series: Int) -> String {
        let fills = unicode ? Self.shades : Self.letters
        return fills[Palette.index(series)]
    }

    /// A bar from the left, in eighths of a column; whatever is above 0 shows.
    func bar(_ value: Double, _ most: Double, _ room: Int) -> String {
        guard value > 0, most > 0, room > 0 else { return "" }
        let eighths = min(max(Int((value / most * Double(room) * 8).rounded()), 1), room * 8)
        guard unicode else { return String(repeating: "#", count: max(1, (eighths + 4) / 8)) }
        return String(repeating: "\u{2588}", count: eighths / 8) + Self.lefts[eighths % 8]
    }
}
