import Diplomacy

/// Counts days, weeks, months and seasons from a reference day.
///
/// Weeks begin on Monday; a week belongs to the month and year of its Thursday (ISO 8601). Seasons are those of the
/// northern half of the earth, by whole months.
struct DateCalendar: Sendable {
    let reference: Day?
    let prefer: DateExpression.Direction

    // MARK: Intervals

    static func month(_ year: Int, _ month: Int) -> PartialDate? {
        guard (1...12).contains(month), let first = Day(year: year, month: month, day: 1) else { return nil }
        return PartialDate(start: first, end: first + (Day.length(year: year, month: month) - 1), precision: .month)
    }

    /// The months `first` to `first + count - 1` of a year, counted on into the next year.
    static func months(_ year: Int, _ first: Int, count: Int, _ precision: DatePrecision) -> PartialDate? {
        let last = first + count - 2
        guard let start = month(year, first), let end = month(year + last / 12, last % 12 + 1) else { return nil }
        return PartialDate(start: start.start, end: end.end, precision: precision)
    }

    static func year(_ year: Int) -> PartialDate? { months(year, 1, count: 12, .year) }
    static func quarter(_ year: Int, _ quarter: Int) -> PartialDate? {
        (1...4).contains(quarter) ? months(year, quarter * 3 - 2, count: 3, .quarter) : nil
    }
    static func half(_ year: Int, _ half: Int) -> PartialDate? {
        (1...2).contains(half) ? months(year, half * 6 - 5, count: 6, .season) : nil
    }
    static func season(_ year: Int, from month: Int) -> PartialDate? { months(year, month, count: 3, .season) }
    static func decade(_ year: Int) -> PartialDate? { months(year / 10 * 10, 1, count: 120, .year) }

    static func monday(of day: Day) -> Day { day - (day.weekday - 1) }
    static func week(of day: Day) -> PartialDate {
        PartialDate(start: monday(of: day), end: monday(of: day) + 6, precision: .week)
    }
    /// Saturday and Sunday of the week of a day.
    static func weekend(of day: Day) -> PartialDate {
        PartialDate(start: monday(of: day) + 5, end: monday(of: day) + 6, precision: .day)
    }

    /// The same day of the month some months on, or the month's last day where it is shorter.
    static func adding(months: Int, to day: Day) -> Day? {
        let (year, month, dayOfMonth) = day.civil
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        guard count >= 12 else { return nil }
        return Day(year: newYear, month: newMonth, day: min(dayOfMonth, Day.length(year: newYear, month: newMonth)))
    }

    static func adding(_ count: Int, _ unit: DateUnit, to day: Day) -> Day? {
        switch unit {
        case .day: day + count
        case .week, .weekend: day + count * 7
        case .fortnight: day + count * 14
        case .month: adding(months: count, to: day)
        case .quarter: adding(months: count * 3, to: day)
        case .half: adding(months: count * 6, to: day)
        case .year: adding(months: count * 12, to: day)
        case .decade: adding(months: count * 120, to: day)
        }
    }

    /// The interval of a unit that holds a day.
    static func interval(_ unit: DateUnit, of day: Day) -> PartialDate? {
        let (year, month, _) = day.civil
        switch unit {
        case .day: return PartialDate(day: day)
        case .weekend: return weekend(of: day)
        case .week: return week(of: day)
        case .fortnight: return PartialDate(start: day, end: day + 13, precision: .week)
        case .month: return Self.month(year, month)
        case .quarter: return quarter(year, (month + 2) / 3)
        case .half: return half(year, (month + 5) / 6)
        case .year: return Self.year(year)
        case .decade: return decade(year)
        }
    }

    /// Early, middle or late: of a month its first half, the days 10 to 20 or its second half, as the wordings overlap;
    /// of a week Monday to Wednesday, Tuesday to Thursday or Thursday to Sunday; of longer units a third.
    static func part(_ part: DatePart, of whole: PartialDate) -> PartialDate? {
        let days = whole.end - whole.start + 1
        var cut: (Int, Int)
        var precision = DatePrecision.season
        switch (whole.precision, days) {
        case (.day, 1): return whole
        case (.month, ...31):
            cut = part == .early ? (0, 14) : part == .middle ? (9, 19) : (15, days - 1)
            precision = .partOfMonth
        case (.week, 7):
            cut = part == .early ? (0, 2) : part == .middle ? (1, 3) : (3, 6)
            precision = .week
        case (.year, _):
            let years = days / 365
            let first = part == .early ? 0 : part == .middle ? years * 4 : years * 8
            guard let start = adding(months: first, to: whole.start),
                let end = adding(months: first + years * 4, to: whole.start)
            else { return nil }
            return PartialDate(start: start, end: end - 1, precision: years == 1 ? .season : .year)
        case (.day, _), (.partOfMonth, _), (.unknown, _): return nil
        default:
            let third = days / 3
            cut = part == .early ? (0, third - 1) : part == .middle ? (third, third * 2 - 1) : (third * 2, days - 1)
        }
        return PartialDate(start: whole.start + cut.0, end: whole.start + cut.1, precision: precision)
    }

    /// The `index`th week (from 1; -1 the last) of a month or year.
    static func week(_ index: Int, of whole: PartialDate) -> PartialDate {
        var first = monday(of: whole.start)
        if whole.start.weekday > 4 { first = first + 7 }
        var last = monday(of: whole.end)
        if whole.end.weekday < 4 { last = last - 7 }
        return week(of: index < 0 ? last : first + (index - 1) * 7)
    }

    // MARK: Choosing a year, month or week

    /// The best of the intervals by the preferred side of the reference; a day's grace covers time zones.
    func choose(_ candidates: [PartialDate]) -> PartialDate? {
        guard let reference else { return nil }
        let past = candidates.filter { $0.start <= reference + 1 }.max { $0.start < $1.start }
        let future = candidates.filter { $0.end >= reference - 1 }.min { $0.start < $1.start }
        switch prefer {
        case .past: if let past { return past }
        case .future: if let future { return future }
        case .nearest: break
        }
        func gap(_ date: PartialDate) -> Int { max(0, date.start - reference, reference - date.end) }
        return candidates.min { (gap($0), $0.start) < (gap($1), $1.start) }
    }

    /// The yearless date that `make` gives for each year around the reference.
    func choose(_ make: (Int) -> PartialDate?) -> PartialDate? {
        guard let reference else { return nil }
        let year = reference.civil.year
        let near = (year - 1...year + 1).compactMap(make)
        return choose(near.isEmpty ? (year - 4...year + 4).compactMap(make) : near)
    }

    /// The most recent such weekday, today included; the next one, today included, where the future is preferred.
    func weekday(_ weekday: Int) -> Day? {
        guard let reference else { return nil }
        let back = (reference.weekday - weekday + 7) % 7
        return prefer == .future && back > 0 ? reference + (7 - back) : reference - back
    }

    /// The nearest day with this number in its month, or the last or next one by preference.
    func dayOfMonth(_ day: Int) -> PartialDate? {
        guard let reference else { return nil }
        let (year, month, _) = reference.civil
        let candidates = (-2...2).compactMap { step -> PartialDate? in
            let count = year * 12 + month - 1 + step
            return Day(year: count / 12, month: count % 12 + 1, day: day).map { PartialDate(day: $0) }
        }
        return choose(candidates)
    }
}
