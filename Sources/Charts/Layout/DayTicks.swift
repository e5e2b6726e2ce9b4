/// Where an axis of days is marked: at the beginnings of years, quarters, months, weeks or days, whatever there is room for.
struct DayTicks: Equatable, Sendable {
    struct Tick: Equatable, Sendable {
        var day: Int
        var label: String
        /// Whether a year begins here, or the axis counts in years.
        var isYear: Bool
    }

    let ticks: [Tick]

    /// - Parameters:
    ///   - first: days since 1970-01-01.
    ///   - last: the last day shown; at least `first`.
    ///   - count: the most marks there is room for.
    init(_ first: Int, _ last: Int, count: Int) {
        let first = min(max(first, CivilDay.range.lowerBound), CivilDay.range.upperBound)
        let last = min(max(last, first), CivilDay.range.upperBound)
        let count = min(max(count, 2), Ticks.most)
        let days = last - first + 1
        if days <= count {
            ticks = Self.days(first, last, every: 1)
        } else if days <= count * 7, days < 100 {
            ticks = Self.days(first, last, every: 7)
        } else if let months = [1, 3, 6].first(where: { days / ($0 * 30) <= count }) {
            ticks = Self.months(first, last, every: months)
        } else {
            let years = CivilDay(last).year - CivilDay(first).year + 1
            ticks = Self.months(first, last, every: 12 * Self.yearStep(years, count))
        }
    }

    /// Every so manieth year is labelled, so that at most `count` are.
    static func yearStep(_ years: Int, _ count: Int) -> Int {
        var power = 1
        while power < 1_000_000 {
            for step in [1, 2, 5] where (years + step * power - 1) / (step * power) <= max(1, count) {
                return step * power
            }
            power *= 10
        }
        return power
    }

    private static func days(_ first: Int, _ last: Int, every step: Int) -> [Tick] {
        stride(from: first, through: last, by: step).map { day in
            let civil = CivilDay(day)
            let isYear = civil.month == 1 && civil.day == 1
            let label = isYear ? CivilDay.text(year: civil.year) : "\(civil.day) \(CivilDay.months[civil.month - 1])"
            return Tick(day: day, label: label, isYear: isYear)
        }
    }

    private static func months(_ first: Int, _ last: Int, every step: Int) -> [Tick] {
        let start = CivilDay(first)
        // the last multiple of the step that is not after the first day
        let sum = start.year * 12 + start.month - 1
        let past = ((sum % step) + step) % step
        var at = CivilDay(year: start.year, month: start.month, day: 1).month(after: -past)
        var ticks: [Tick] = []
        while at.number <= last, ticks.count <= Ticks.most * 2 {
            if at.number >= first {
                let isYear = at.month == 1
                let label = isYear ? CivilDay.text(year: at.year) : CivilDay.months[at.month - 1]
                ticks.append(Tick(day: at.number, label: label, isYear: isYear))
            }
            at = at.month(after: step)
        }
        return ticks
    }
}
