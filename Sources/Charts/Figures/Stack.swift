/// The bars of a timeline: periods in order, their values put upon one another, and what could not be drawn.
struct Stack {
    struct Bar {
        /// Days since 1970-01-01; the last is not part of it.
        var days: Range<Int>
        var label: String
        /// One a series, 0 where it is not known.
        var values: [Double]
        /// Whether any series gives a value.
        var isKnown: Bool

        var sum: Double { values.reduce(0, +) }
    }

    private(set) var bars: [Bar] = []
    private(set) var names: [String]
    /// Values that are negative, not finite, or beyond all bounds.
    private(set) var refused = 0
    /// Periods that begin on the day of another or outside the calendar, or are beyond the limit.
    private(set) var misplaced = 0
    /// Series that were summed with the last.
    let summed: Int

    init(_ figure: TimelineFigure) {
        let series = figure.series
        summed = series.count > Palette.most ? series.count - Palette.most + 1 : 0
        names = series.prefix(Palette.most).map { Sheet.short($0.name) }
        if summed > 0 { names[Palette.most - 1] = "others (\(counted(summed, "series", "series")))" }
        let order = figure.periods.indices.sorted {
            (figure.periods[$0].startDay, $0) < (figure.periods[$1].startDay, $1)
        }
        var last: Int?
        for index in order {
            let period = figure.periods[index]
            guard period.startDay != last, CivilDay.range.contains(period.startDay), bars.count < Limit.marks else {
                misplaced += 1
                continue
            }
            last = period.startDay
            let end = Self.end(period.startDay, figure.unit)
            var bar = Bar(
                days: period.startDay..<end, label: Sheet.short(period.label),
                values: Array(repeating: 0, count: names.count),
                isKnown: false)
            for (place, one) in series.enumerated() where index < one.values.count {
                let value = one.values[index]
                guard value >= 0, Numeral.isDrawable(bar.sum + value) else {
                    refused += 1
                    continue
                }
                bar.values[min(place, names.count - 1)] += value
                bar.isKnown = true
            }
            bars.append(bar)
        }
        // a period ends where the next begins
        for index in bars.indices.dropLast() where bars[index].days.upperBound > bars[index + 1].days.lowerBound {
            bars[index].days = bars[index].days.lowerBound..<bars[index + 1].days.lowerBound
        }
    }

    /// The first day after a period: the same day of the month a unit later.
    static func end(_ start: Int, _ unit: TimelineFigure.Unit) -> Int {
        let civil = CivilDay(start)
        var next = CivilDay(year: civil.year, month: civil.month, day: 1).month(after: unit.months)
        next.day = min(civil.day, 28)
        return max(next.number, start + 1)
    }

    var hasValues: Bool { bars.contains(where: \.isKnown) }

    var days: Range<Int> {
        guard let first = bars.first, let last = bars.last else { return 0..<1 }
        return first.days.lowerBound..<last.days.upperBound
    }

    var most: Double { bars.map(\.sum).max() ?? 0 }

    var isWhole: Bool { bars.allSatisfy { $0.values.allSatisfy { $0 == $0.rounded() } } }

    func summary(_ axis: Axis, _ unit: TimelineFigure.Unit) -> String {
        guard let first = bars.first, let last = bars.last else { return "No data." }
        let all = bars.reduce(0) { $0 + $1.sum }
        var text =
            "Bars by \(unit.word), \(first.label) to \(last.label): \(axis.text). Sum \(Numeral.brief(all) ?? "?")"
        // the first of several highest
        if let top = bars.first(where: { $0.sum == most }) {
            text += ", highest in \(top.label) (\(Numeral.brief(top.sum) ?? "?"))"
        }
        text += "."
        for (place, name) in names.enumerated() {
            let sum = bars.reduce(0) { $0 + $1.values[place] }
            text += " \(name): \(Numeral.brief(sum) ?? "?")."
        }
        return text
    }
}
