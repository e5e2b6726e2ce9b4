import Diplomacy
import Language

/// Dates with two ends: "27-29 August", "December 1 and 2", "30 April–2 May", "from May to September", "2014-2018".
extension DateGrammar {
    /// A date or a range of dates at a token.
    func dateOrRange(_ i: Int) -> DateReading? {
        var longest = dayRange(i) ?? monthRange(i)
        let first = anyPoint(i, inRange: opensMonths(i)) ?? rangeYear(i)
        if let first, let range = pointRange(i, first), range.end > longest?.end ?? 0 { longest = range }
        if longest == nil, let first, !opensMonths(i), word(i) != .now,
            first.month != nil || first.fixed != nil || first.year == nil
        {
            return resolve(first)
        }
        return longest
    }

    /// A calendar date or a date counted from today.
    private func anyPoint(_ i: Int, inRange: Bool = false) -> DatePoint? {
        let point = point(i, inRange: inRange)
        guard let wider = longest(relative(i), period(i), now(i)), wider.end > point?.end ?? 0 else { return point }
        return DatePoint(wider)
    }

    /// "now", as one end of a range.
    private func now(_ i: Int) -> DateReading? {
        guard word(i) == .now, let reference else { return nil }
        return DateReading(end: i + 1, value: PartialDate(day: reference), kind: .relative)
    }

    /// Whether a month opens a range of months: "May to September", "Jan-Feb".
    private func opensMonths(_ i: Int) -> Bool {
        guard let first = month(i), first.plain, has(i, .capital) || word(i - 1) == .from || word(i - 1) == .between
        else { return false }
        return joiner(i + 1, after: i).map { month($0) != nil } ?? false
    }

    /// A year that opens a range.
    private func rangeYear(_ i: Int) -> DatePoint? {
        guard let year = year(i), (1900...2100).contains(year), joiner(i + 1, after: i) != nil else { return nil }
        return DatePoint(end: i + 1, year: year)
    }

    /// The token after a word that joins the ends of a range which began at `start`.
    private func joiner(_ i: Int, after start: Int, lists: Bool = false) -> Int? {
        var before = word(start - 1)
        if before == .the { before = word(start - 2) }
        switch word(i) {
        case .to?, .dash?: break
        case .until? where before == .from: break
        case .and? where before == .between || lists: break
        default: return nil
        }
        return i + 1
    }

    /// Two days of one month, the month after them: "3 to 5 May 2024", "1 and 2 December", "4-23 next month".
    private func dayRange(_ i: Int) -> DateReading? {
        guard let first = dayNumber(skip(.the, at: i)) else { return nil }
        guard let next = joiner(first.end, after: i, lists: true), let last = dayNumber(skip(.the, at: next)) else {
            return nil
        }
        let listed = word(first.end) == .and && word(i - 1) != .between
        guard first.value < last.value || !listed else { return nil }
        var year: (year: Int, end: Int)?
        var month = 0
        var end = skip(.of, .in, at: last.end)
        if let named = self.month(end), has(end, .capital) || !named.plain || first.isOrdinal {
            guard dayNumber(end + 1)?.isSpelled ?? true else { return nil }
            month = named.month
            year = yearSuffix(end + 1)
            end = year?.end ?? end + 1
        } else if case .step(let step)? = word(end), word(end + 1) == .unit(.month), let reference,
            let civil = DateCalendar.adding(months: step, to: reference)?.civil
        {
            month = civil.month
            year = (civil.year, end + 2)
            end += 2
        } else {
            return nil
        }
        if listed, last.value - first.value > 1 {  // "3 and 17 May" are two dates; the second is read next
            return resolve(DatePoint(end: first.end, year: year?.year, month: month, day: first.value))
        }
        return span(first.value, last.value, month: month, year: year?.year, end: end)
    }

    /// Two days of one month, the month before them: "August 27 to 29", "December 1 and 2, 2025", "Nov. between 4 and 6".
    private func monthRange(_ i: Int) -> DateReading? {
        guard let month = month(i) else { return nil }
        let inner = word(i + 1) == .between
        let start = skip(.the, .between, at: i + 1)
        guard let first = dayNumber(start), !isClock(start), !first.isSpelled || first.isOrdinal,
            let next = joiner(first.end, after: i, lists: true)
        else { return nil }
        let lastAt = skip(.the, at: next)
        guard let last = dayNumber(lastAt), !isClock(lastAt), self.month(last.end) == nil,
            self.month(last.end + 1) == nil || word(last.end) != .of
        else { return nil }
        if case .unit? = word(last.end) { return nil }
        if word(first.end) == .and, !inner, word(i - 1) != .between, last.value - first.value != 1 { return nil }
        let year = yearSuffix(last.end)
        return span(first.value, last.value, month: month.month, year: year?.year, end: year?.end ?? last.end)
    }

    /// The days `first` to `last` of a month, or of the month before and this one where they run backwards.
    private func span(_ first: Int, _ last: Int, month: Int, year: Int?, end: Int) -> DateReading? {
        func make(_ year: Int) -> PartialDate? {
            let (firstYear, firstMonth) =
                first <= last ? (year, month) : month == 1 ? (year - 1, 12) : (year, month - 1)
            guard let start = Day(year: firstYear, month: firstMonth, day: first),
                let end = Day(year: year, month: month, day: last)
            else { return nil }
            return PartialDate(start: start, end: end, precision: .day)
        }
        if let year { return make(year).map { DateReading(end: end, value: $0, kind: .absolute) } }
        return calendar.choose(make).map { DateReading(end: end, value: $0, kind: .monthDay) }
    }

    /// Two dates that stand by themselves, the first filled in from the second.
    private func pointRange(_ i: Int, _ first: DatePoint) -> DateReading? {
        guard let next = joiner(first.end, after: i) else { return nil }
        var first = first
        guard var last = anyPoint(next, inRange: true) ?? bareDay(next, after: first) else { return nil }
        if word(first.end) == .dash, !touches(first.end) || !touches(next), last.fixed != nil || last.weekday != nil {
            return nil
        }
        if first.fixed == nil, first.year == nil, let year = last.year, let month = first.month {
            let lastMonth = last.month ?? 12
            first.year = (month, first.day ?? 1) > (lastMonth, last.day ?? 31) ? year - 1 : year
        }
        guard let start = resolve(first) else { return nil }
        if last.fixed == nil, last.year == nil { fill(&last, after: start.value.start) }
        guard let end = resolve(last), end.value.start >= start.value.start else { return nil }
        let order: [DatePrecision] = [.day, .week, .partOfMonth, .month, .quarter, .season, .year]
        let precision = order.first { $0 == start.value.precision || $0 == end.value.precision } ?? .day
        var kind = start.kind
        if first.year != nil, first.month == nil { kind = .absolute }
        return DateReading(
            end: last.end, value: PartialDate(start: start.value.start, end: end.value.end, precision: precision),
            kind: kind,
            direction: start.direction == end.direction ? start.direction : nil)
    }

    /// "from April 27 to the third".
    private func bareDay(_ i: Int, after first: DatePoint) -> DatePoint? {
        guard word(i) == .the, first.day != nil, let day = dayNumber(i + 1), day.isOrdinal else { return nil }
        return DatePoint(end: day.end, day: day.value)
    }

    /// Completes the second end of a range as the first such date after its start.
    private func fill(_ point: inout DatePoint, after start: Day) {
        let (year, month, day) = start.civil
        if let wanted = point.month {
            point.year = (wanted, point.day ?? 31) < (month, day) ? year + 1 : year
        } else if let wanted = point.day {
            let later = wanted < day
            point.month = later ? month % 12 + 1 : month
            point.year = later && month == 12 ? year + 1 : year
        } else if let weekday = point.weekday {
            let found = start + (weekday - start.weekday + 7) % 7
            point.fixed = DateReading(end: point.end, value: PartialDate(day: found), kind: .weekday)
        }
    }
}
