import Diplomacy
import Language

/// One end of a range, or a whole date: what its words give before the rest is filled in.
struct DatePoint {
    var end: Int
    var year: Int?
    var month: Int?
    var day: Int?
    var weekday: Int?
    /// A date that needs nothing more ("today", "next month", "early 2024").
    var fixed: DateReading?

    init(end: Int, year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil) {
        self.end = end
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
    }

    init(_ reading: DateReading) {
        end = reading.end
        fixed = reading
    }
}

extension DateGrammar {
    /// The days that a point stands for; `nil` where there is no such day or the reference is not known.
    func resolve(_ point: DatePoint) -> DateReading? {
        if let fixed = point.fixed { return fixed }
        func reading(_ value: PartialDate?, _ kind: DateExpression.Kind) -> DateReading? {
            value.map { DateReading(end: point.end, value: $0, kind: kind) }
        }
        switch (point.year, point.month, point.day) {
        case (let year?, let month?, let day?):
            return reading(Day(year: year, month: month, day: day).map { PartialDate(day: $0) }, .absolute)
        case (let year?, let month?, nil): return reading(DateCalendar.month(year, month), .absolute)
        case (let year?, nil, nil): return reading(DateCalendar.year(year), .bareYear)
        case (nil, let month?, let day?):
            let value = calendar.choose { year in
                Day(year: year, month: month, day: day).map { PartialDate(day: $0) }
            }
            return reading(value, .monthDay)
        case (nil, let month?, nil): return reading(calendar.choose { DateCalendar.month($0, month) }, .bareMonth)
        case (nil, nil, let day?):
            guard let weekday = point.weekday else { return reading(calendar.dayOfMonth(day), .bareDay) }
            return reading(dayNamed(weekday, day), .monthDay)
        default:
            guard let weekday = point.weekday else { return nil }
            return reading(calendar.weekday(weekday).map { PartialDate(day: $0) }, .weekday)
        }
    }

    /// "Monday the 26th": in this month where it fits, else in the nearest month in which that day is a Monday.
    private func dayNamed(_ weekday: Int, _ day: Int) -> PartialDate? {
        guard let reference else { return nil }
        let (year, month, _) = reference.civil
        let candidates = (-14...14).compactMap { step -> PartialDate? in
            let count = year * 12 + month - 1 + step
            guard let found = Day(year: count / 12, month: count % 12 + 1, day: day), found.weekday == weekday else {
                return nil
            }
            return PartialDate(day: found)
        }
        if let here = candidates.first(where: { $0.start.civil.month == month && $0.start.civil.year == year }) {
            return here
        }
        return calendar.choose(candidates)
    }

    /// A calendar date at a token: numeric, month and day in either order, month and year, weekday. `inRange` where it
    /// is the second end of a range, whose first end vouches for it.
    func point(_ i: Int, inRange: Bool = false) -> DatePoint? {
        if has(i, .number) { return numericDate(i) ?? dayFirst(i) ?? yearFirst(i, inRange: inRange) }
        switch word(i) {
        case .weekday?: return weekdayDate(i, inRange: inRange)
        case .month?: return monthFirst(i) ?? bareMonth(i, inRange: inRange)
        case .ordinal?, .cardinal?: return dayFirst(i)
        case .the?: return dayFirst(i) ?? (month(i + 1) != nil ? point(i + 1, inRange: inRange) : nil)
        default: return nil
        }
    }

    /// "1 February 2026", "1st of February", "the 3rd of May".
    func dayFirst(_ i: Int) -> DatePoint? {
        guard let day = dayNumber(skip(.the, at: i)) else { return nil }
        var at = day.end
        var joined = false
        if word(at) == .unit(.day), word(at + 1) == .of { at += 1 }
        if word(at) == .of || word(at) == .dash || word(at) == .slash {
            guard word(at) == .of || touches(at), word(at) == .of || touches(at + 1) else { return nil }
            joined = true
            at = word(at + 1) == .the ? at + 2 : at + 1
        }
        guard let month = month(at) else {
            guard !joined || word(day.end) == .of, !day.isSpelled || word(i) == .the else { return nil }
            return dayOfStep(day, at) ?? bareDay(i, day)
        }
        if day.isSpelled, !joined { return nil }
        if joined, word(at - 1) == .dash || word(at - 1) == .slash {
            guard touches(at + 1), touches(at + 2), let year = fullYear(at + 2) else { return nil }
            return DatePoint(end: at + 3, year: year, month: month.month, day: day.value)
        }
        let year = yearSuffix(at + 1)
        if isCommonWord(at), year == nil, !day.isOrdinal { return nil }
        return DatePoint(end: year?.end ?? at + 1, year: year?.year, month: month.month, day: day.value)
    }

    /// "the 20th of next month".
    private func dayOfStep(_ day: DayNumber, _ at: Int) -> DatePoint? {
        guard let reference, word(at - 1) == .of || day.isOrdinal, case .step(let step)? = word(at),
            word(at + 1) == .unit(.month),
            let month = DateCalendar.adding(months: step, to: reference)?.civil
        else { return nil }
        return DatePoint(end: at + 2, year: month.year, month: month.month, day: day.value)
    }

    /// "on the 27th": a day by its number, where no noun follows that it could count.
    private func bareDay(_ i: Int, _ day: DayNumber) -> DatePoint? {
        guard word(i) == .the, day.isOrdinal, !day.isSpelled else { return nil }
        switch word(i - 1) {
        case .on?, .until?, .from?, .by?, .for?, .since?: break
        case .of? where word(i - 2) == .unit(.week): break
        default: return nil
        }
        switch word(day.end) {
        case nil: guard !has(day.end, .word) else { return nil }
        case .comma?, .and?, .to?, .in?, .at?, .for?, .from?, .after?, .before?, .close?, .until?: break
        default: return nil
        }
        return DatePoint(end: day.end, day: day.value)
    }

    /// A year of four digits, or of two in a numeric date (1940 to 2039).
    func fullYear(_ i: Int) -> Int? {
        if let year = year(i) { return year }
        guard let short = number(i, digits: 2...2) else { return nil }
        return short < 40 ? 2000 + short : 1900 + short
    }

    /// "February 1, 2026", "Feb. 1", "May 2025", "February the 1st".
    func monthFirst(_ i: Int) -> DatePoint? {
        guard let month = month(i) else { return nil }
        var at = skip(.comma, at: i + 1)
        let comma = at > i + 1
        if (word(at) == .dash || word(at) == .slash), touches(at), touches(at + 1), has(at + 1, .number) { at += 1 }
        let the = skip(.the, at: at)
        if let day = dayNumber(the), !(comma && day.value > 31), !isClock(the),
            !day.isSpelled || day.isOrdinal || !isCommonWord(i) && !has(day.end, .word)
        {
            if comma, !day.isOrdinal { return nil }
            if isCommonWord(i), !day.isOrdinal, has(day.end, .word), word(day.end) == nil { return nil }
            if case .unit? = word(day.end), !day.isOrdinal { return nil }
            var end = day.end
            if case .weekday? = word(end + 1), word(end) == .open || word(end) == .comma {
                end += word(end) == .open && word(end + 2) == .close ? 3 : 2
            }
            if touches(end), word(end) == .dash || word(end) == .slash, touches(end + 1), let year = year(end + 1) {
                return DatePoint(end: end + 2, year: year, month: month.month, day: day.value)
            }
            let year = yearSuffix(end)
            return DatePoint(end: year?.end ?? end, year: year?.year, month: month.month, day: day.value)
        }
        if at > i + 1, !comma, let year = year(at) { return DatePoint(end: at + 1, year: year, month: month.month) }
        guard let year = yearSuffix(i + 1) else { return nil }
        if isCommonWord(i), !has(year.end - 1, .number) { return nil }
        return DatePoint(end: year.end, year: year.year, month: month.month)
    }

    /// "2025 April", "2014" as one end of a range.
    private func yearFirst(_ i: Int, inRange: Bool) -> DatePoint? {
        guard let year = year(i) else { return nil }
        let at = skip(.comma, at: i + 1)
        if let month = month(at), !isCommonWord(at), dayNumber(at + 1) == nil, !has(at + 1, .number) {
            return DatePoint(end: at + 1, year: year, month: month.month)
        }
        return inRange && (1900...2100).contains(year) ? DatePoint(end: i + 1, year: year) : nil
    }

    /// "Monday", "Monday, 2 February 2026", "Monday the 26th", "Tue. (Feb. 3)".
    private func weekdayDate(_ i: Int, inRange: Bool) -> DatePoint? {
        guard case .weekday(let weekday, let plain)? = word(i) else { return nil }
        var at = i + 1
        while word(at) == .comma || word(at) == .the || (word(at) == .dash && touches(at)) { at += 1 }
        let open = word(at) == .open
        if open { at += 1 }
        if !has(at, .number) || dayNumber(at) != nil || year(at) != nil, var date = datedPoint(at) {
            date.weekday = weekday
            if open {
                guard word(date.end) == .close else { return DatePoint(end: i + 1, weekday: weekday) }
                date.end += 1
            }
            return date
        }
        if !open, at == i + 1 || word(at - 1) == .the, let day = dayNumber(at), !isClock(at),
            day.isOrdinal || !has(day.end, .word), word(day.end) != .dash
        {
            if word(at - 1) == .the || !day.isSpelled {
                return DatePoint(end: day.end, day: day.value, weekday: weekday)
            }
        }
        guard !DateContext.weekdayNames.contains(key(i - 1)),
            !DateContext.newspapers.contains(key(i + 1)) || !has(i + 1, .capital)
        else { return nil }
        if plain, !inRange {
            guard has(i, .capital), isDatePreposition(i - 1) || isStep(i - 1) else { return nil }
        }
        return DatePoint(end: i + 1, weekday: weekday)
    }

    /// A date that has a month or is all digits, after a weekday.
    private func datedPoint(_ i: Int) -> DatePoint? {
        if has(i, .number) { return numericDate(i) ?? dayFirst(i) }
        if case .month? = word(i) { return monthFirst(i) }
        return dayFirst(i)
    }

    private func isStep(_ i: Int) -> Bool { if case .step? = word(i) { true } else { false } }

    /// A month by itself. Words that mean other things need a preposition, and most a capital.
    private func bareMonth(_ i: Int, inRange: Bool) -> DatePoint? {
        guard let month = month(i) else { return nil }
        let point = DatePoint(end: i + 1, month: month.month)
        guard month.plain, !inRange else { return point }
        switch word(i - 1) {
        case .in?, .since?, .during?, .until?, .part?, .between?:
            return has(i, .capital) || word(i - 1) != .part(.late) ? point : nil
        case .step?: return point
        case .of?, .by?, .from?, .before?, .after?, .for?, .to?, .the?, .dash?:
            return !isCommonWord(i) && month.month != 5 && !has(i + 1, .capital) ? point : nil
        default: return nil
        }
    }

    /// "may", "march" and "mar" in lower case.
    private func isCommonWord(_ i: Int) -> Bool {
        guard let month = month(i), month.plain, !has(i, .capital) else { return false }
        return month.month == 3 || month.month == 5
    }

    /// Whether a word puts what follows it into time.
    func isDatePreposition(_ i: Int) -> Bool {
        switch word(i) {
        case .on?, .in?, .of?, .since?, .during?, .by?, .until?, .from?, .before?, .after?, .between?, .part?: true
        default: false
        }
    }
}
