import Diplomacy
import Language

/// Weeks, parts of months, quarters, seasons, years and decades.
extension DateGrammar {
    /// The longest period at a token that is neither a plain date nor counted from today.
    func period(_ i: Int) -> DateReading? {
        switch word(i) {
        case .part?, .beginning?: return part(i)
        case .the?: return longest(part(i), numbered(i + 1), period(i + 1), decade(i + 1))
        case .ordinal?, .cardinal?, .step(-1)?: return numbered(i)
        case .season?: return season(i)
        case .unit(.week)?: return longest(weekOf(i), weekNumber(i))
        case .unit(.weekend)?: return weekendOf(i)
        case .unit(.month)?: return word(i + 1) == .of ? month(i + 2).flatMap { _ in monthAt(i + 2) } : nil
        case .unit(.year)?: return yearNamed(i)
        case .weekday?, .month?: return ofWeek(i)
        default:
            if has(i, .number) { return longest(quarterCode(i), decade(i), numbered(i), bareYear(i)) }
            return quarterCode(i)
        }
    }

    private func monthAt(_ i: Int) -> DateReading? {
        (monthFirst(i) ?? month(i).map { DatePoint(end: i + 1, month: $0.month) }).flatMap(resolve)
    }

    /// "early December", "the end of March", "mid-May", "late 2024", "beginning of next week", "late on Monday".
    private func part(_ i: Int) -> DateReading? {
        var at = skip(.the, at: i)
        let part: DatePart
        switch word(at) {
        case .part(let named)?: part = named
        case .beginning? where word(at + 1) == .of: part = .early
        default: return nil
        }
        at += 1
        if word(at) == .to || word(at) == .dash, case .part? = word(at + 1), touches(at) { at += 2 }  // "mid-to-late"
        if word(at) == .dash { at += 1 }
        let bound = DateContext.boundaries.contains(key(at - 1))
        at = bound ? skip(.of, at: at) : skip(.of, .on, .in, at: at)
        let of = word(at - 1) == .of
        if bound, !of, month(at) == nil { return nil }
        if word(at) == .the || word(at) == .that, case .unit(let unit)? = word(at + 1),
            unit != .day || word(at) == .that, let reference
        {
            guard of, let whole = yearOrUnit(unit, at, reference) else { return nil }
            return DateCalendar.part(part, of: whole.value).map {
                DateReading(end: whole.end, value: $0, kind: whole.kind, direction: whole.direction)
            }
        }
        guard let whole = whole(at) else { return nil }
        guard let value = DateCalendar.part(part, of: whole.value) else { return nil }
        return DateReading(
            end: whole.end, value: value, kind: whole.kind == .bareYear ? .absolute : whole.kind,
            direction: whole.direction)
    }

    /// "the year", "the quarter" of which a part is meant.
    private func yearOrUnit(_ unit: DateUnit, _ at: Int, _ reference: Day) -> DateReading? {
        if unit == .year, let named = yearNamed(at + 1) { return named }
        return DateCalendar.interval(unit, of: reference).map { DateReading(end: at + 2, value: $0, kind: .relative) }
    }

    /// Something that has parts or weeks: a month, a year, a season, a quarter, "next month".
    private func whole(_ i: Int) -> DateReading? {
        if let year = year(i), (1900...2100).contains(year) {
            return longest(
                quarterCode(i), decade(i),
                DateCalendar.year(year).map { DateReading(end: i + 1, value: $0, kind: .bareYear) })
        }
        if let decade = decade(skip(.the, at: i)) { return decade }
        let at = skip(.the, at: i)
        if let date = longest(
            monthAt(at), relative(at), at > i || word(at) != .ordinal(1) ? season(at) : nil, numbered(at))
        {
            return date.kind == .monthDay ? nil : date
        }
        return point(at).flatMap(resolve)
    }

    /// "second week of March", "first quarter of 2025", "the first half of next year", "the last week of July",
    /// "first Friday of next month", "third quarter".
    private func numbered(_ i: Int) -> DateReading? {
        var index = 0
        var at = i + 1
        switch word(i) {
        case .ordinal(let value)?: index = value
        case .step(-1)? where key(i) == DateContext.last: index = -1
        default:
            guard let day = dayNumber(i), day.isOrdinal else { return nil }
            index = day.value
            at = day.end
        }
        if abs(index) == 1, let several = several(index, at) { return several }
        let unit = word(at)
        at += 1
        var joined = word(at) == .of || word(at) == .in
        if joined { at += 1 }
        if word(at) == .comma, year(at + 1) != nil { at += 1 }
        switch unit {
        case .unit(.quarter)?:
            return ofYear(at, joined, index > 0 ? index : 4) { DateCalendar.quarter($0, $1) }
        case .unit(.half)?:
            if index == 2 || index == 1, joined, let month = wholeMonth(at) {
                return DateCalendar.part(index == 1 ? .early : .late, of: month.value).map {
                    DateReading(end: month.end, value: $0, kind: month.kind, direction: month.direction)
                }
            }
            return ofYear(at, joined, index) { DateCalendar.half($0, $1) }
        case .unit(.month)? where joined:
            return ofYear(at, joined, index > 0 ? index : 12) { DateCalendar.month($0, $1) }
        case .unit(.week)?:
            if case .step? = word(at) { joined = true }
            guard joined, let whole = wholeMonth(at) ?? wholeYear(at) else { return nil }
            return DateReading(
                end: whole.end, value: DateCalendar.week(index, of: whole.value), kind: whole.kind,
                direction: whole.direction)
        case .unit(.weekend)?, .weekday?:
            guard joined, let whole = wholeMonth(at) else { return nil }
            let wanted = if case .weekday(let day, _)? = unit { day } else { 6 }
            let first = whole.value.start + (wanted - whole.value.start.weekday + 7) % 7
            let day = index > 0 ? first + (index - 1) * 7 : first + (whole.value.end - first) / 7 * 7
            guard day <= whole.value.end else { return nil }
            let value = unit == .unit(.weekend) ? DateCalendar.weekend(of: day) : PartialDate(day: day)
            return DateReading(end: whole.end, value: value, kind: whole.kind, direction: whole.direction)
        default: return nil
        }
    }

    /// "the first two weeks of May", "the last three months of 2025".
    private func several(_ index: Int, _ i: Int) -> DateReading? {
        guard let span = span(i), span.count > 1, word(span.end) == .of, span.unit != .half,
            let whole = wholeMonth(span.end + 1) ?? wholeYear(span.end + 1)
        else { return nil }
        var start = whole.value.start
        var end = whole.value.end
        if span.unit == .week {
            start = DateCalendar.week(1, of: whole.value).start
            end = DateCalendar.week(-1, of: whole.value).end
        }
        if index > 0 {
            guard let next = DateCalendar.adding(span.count, span.unit, to: start) else { return nil }
            end = next - 1
        } else {
            guard let first = DateCalendar.adding(-span.count, span.unit, to: end + 1) else { return nil }
            start = first
        }
        let precision: DatePrecision = span.unit == .day ? .day : span.unit == .week ? .partOfMonth : .season
        return DateReading(
            end: whole.end, value: PartialDate(start: start, end: end, precision: precision), kind: whole.kind,
            direction: whole.direction)
    }

    private func wholeMonth(_ i: Int) -> DateReading? {
        if word(i) == .the, word(i + 1) == .unit(.month), let reference {
            return DateCalendar.interval(.month, of: reference).map {
                DateReading(end: i + 2, value: $0, kind: .relative)
            }
        }
        guard let date = longest(monthAt(i), relative(i)), date.value.precision == .month else { return nil }
        return date
    }

    private func wholeYear(_ i: Int) -> DateReading? {
        if word(i) == .the, let date = yearNamed(i + 1) ?? relative(i) { return date }
        if let year = year(i).map({ ($0, i + 1) }) ?? spelledYear(i) {
            return DateCalendar.year(year.0).map { DateReading(end: year.1, value: $0, kind: .absolute) }
        }
        guard let date = relative(i), date.value.precision == .year else { return nil }
        return date
    }

    /// A part of a year by its number, with the year named or to be found.
    private func ofYear(_ at: Int, _ joined: Bool, _ index: Int, _ make: (Int, Int) -> PartialDate?) -> DateReading? {
        var year: Int?
        var end = at
        var kind = DateExpression.Kind.absolute
        if let named = self.year(at), (1900...2100).contains(named) {
            (year, end) = (named, at + 1)
        } else if let named = spelledYear(at) {
            (year, end) = named
        } else if case .step(let step)? = word(at), word(at + 1) == .unit(.year), let reference {
            (year, end, kind) = (reference.civil.year + step, at + 2, .relative)
        } else if joined, word(at) == .the, word(at + 1) == .unit(.year), let reference {
            if let named = self.year(at + 2) {
                (year, end) = (named, at + 3)
            } else {
                (year, end, kind) = (reference.civil.year, at + 2, .relative)
            }
        }
        if let year { return make(year, index).map { DateReading(end: end, value: $0, kind: kind) } }
        let bare = at - (joined ? 1 : 0)
        guard !joined || word(at) != .the else { return nil }
        return calendar.choose { make($0, index) }.map { DateReading(end: bare, value: $0, kind: .bareMonth) }
    }

    /// "Q1 2025", "2025 Q1", "2025-Q1", "H2 2025", "Q3".
    private func quarterCode(_ i: Int) -> DateReading? {
        var codeAt = i
        var named: Int?
        if let year = year(i) {
            codeAt = word(i + 1) == .dash && touches(i + 1) ? i + 2 : i + 1
            named = year
        }
        let index: Int
        let isQuarter: Bool
        switch word(codeAt) {
        case .quarterCode(let number)?: (index, isQuarter) = (number, true)
        case .halfCode(let number)?: (index, isQuarter) = (number, false)
        default: return nil
        }
        func make(_ year: Int) -> PartialDate? {
            isQuarter ? DateCalendar.quarter(year, index) : DateCalendar.half(year, index)
        }
        var end = codeAt + 1
        if named == nil {
            let at = word(end) == .dash || word(end) == .of ? end + 1 : end
            if let year = year(at) { (named, end) = (year, at + 1) }
        }
        if let named { return make(named).map { DateReading(end: end, value: $0, kind: .absolute) } }
        return !isQuarter ? nil : calendar.choose(make).map { DateReading(end: end, value: $0, kind: .bareMonth) }
    }

    /// "spring 2025", "the summer of last year", "in the spring".
    private func season(_ i: Int) -> DateReading? {
        guard case .season(let month)? = word(i) else { return nil }
        if let year = yearSuffix(i + 1), word(i + 1) != .in {
            let kind: DateExpression.Kind = has(year.end - 1, .number) ? .absolute : .relative
            return DateCalendar.season(year.year, from: month).map { DateReading(end: year.end, value: $0, kind: kind) }
        }
        let before = word(i - 1) == .the ? i - 2 : i - 1
        guard isDatePreposition(before), word(before) != .of, word(before) != .on, month != 9 || before < i - 1 else {
            return nil
        }
        guard !has(i + 1, .word) || word(i + 1) != nil || !touches(i) else { return nil }
        return calendar.choose { DateCalendar.season($0, from: month) }.map {
            DateReading(end: i + 1, value: $0, kind: .bareMonth)
        }
    }

    /// "the week of April 10", "week beginning 4 February".
    private func weekOf(_ i: Int) -> DateReading? {
        var at = i + 1
        guard key(i) == DateContext.week, !has(i - 1, .number),
            word(at) == .of || word(at) == .beginning || word(at) == .part(.early)
        else { return nil }
        at = skip(.on, at: at + 1)
        guard let date = point(at).flatMap(resolve), date.value.precision == .day else { return nil }
        return DateReading(end: date.end, value: DateCalendar.week(of: date.value.start), kind: date.kind)
    }

    /// "the weekend of February 7".
    private func weekendOf(_ i: Int) -> DateReading? {
        guard word(i + 1) == .of, let date = point(i + 2).flatMap(resolve), date.value.precision == .day else {
            return nil
        }
        return DateReading(end: date.end, value: DateCalendar.weekend(of: date.value.start), kind: date.kind)
    }

    /// "week 31", "week 10 of 2025": by the ISO number.
    private func weekNumber(_ i: Int) -> DateReading? {
        guard let number = number(i + 1, digits: 1...2), (1...53).contains(number) else { return nil }
        let at = skip(.of, at: i + 2)
        let year = yearSuffix(at)
        guard let wanted = year?.year ?? reference?.civil.year, let whole = DateCalendar.year(wanted) else {
            return nil
        }
        return DateReading(
            end: year?.end ?? i + 2, value: DateCalendar.week(number, of: whole),
            kind: year == nil ? .relative : .absolute)
    }

    /// "the year 2008", "year of 2008".
    private func yearNamed(_ i: Int) -> DateReading? {
        guard word(i) == .unit(.year) else { return nil }
        let at = skip(.of, at: i + 1)
        guard key(i) == DateContext.year, let year = year(at) else { return nil }
        return DateCalendar.year(year).map { DateReading(end: at + 1, value: $0, kind: .bareYear) }
    }

    /// "the 1990s", "1970's".
    private func decade(_ i: Int) -> DateReading? {
        guard let figure = figure(i), figure.digits == 4, figure.value % 10 == 0, (1800...2100).contains(figure.value)
        else { return nil }
        let clitic =
            figure.suffix.isEmpty && has(i + 1, .possessive) && (word(i - 1) == .the || isDatePreposition(i - 1))
        guard figure.suffix == "s" || clitic else { return nil }
        return DateCalendar.decade(figure.value).map {
            DateReading(end: clitic ? i + 2 : i + 1, value: $0, kind: .absolute)
        }
    }

    /// "Monday of last week", "Friday next week", "May next year" is read with its month.
    private func ofWeek(_ i: Int) -> DateReading? {
        guard case .weekday(let weekday, _)? = word(i), let reference else { return nil }
        let at = skip(.of, at: i + 1)
        guard case .step(let step)? = word(at), word(at + 1) == .unit(.week) else { return nil }
        let day = DateCalendar.monday(of: reference) + (step * 7 + weekday - 1)
        return DateReading(
            end: at + 2, value: PartialDate(day: day), kind: .relative,
            direction: step < 0 ? .past : step > 0 ? .future : nil)
    }

    /// "in 2024", "the 2026 meeting": four digits in a place where a year stands.
    private func bareYear(_ i: Int) -> DateReading? {
        guard let year = year(i), (1900...2100).contains(year) else { return nil }
        let next = word(i + 1)
        if touches(i), case .dash? = word(i - 1) { return nil }
        if next == .dash || next == .slash, touches(i + 1) { return nil }
        let wordNext = has(i + 1, .word)
        let plural =
            wordNext && next == nil && !has(i + 1, .capital)
            && text.bytes[text.tokens[i + 1].bytes].last == UInt8(ascii: "s")
        switch word(i - 1) {
        case .in?, .since?, .during?, .until?, .part?: break
        case .of?, .by?, .from?, .before?, .after?, .between?, .for?, .and?, .to?:
            if plural || next == .hours || next == .zone { return nil }
            if word(i - 1) == .and || word(i - 1) == .to || word(i - 1) == .for, wordNext, next == nil { return nil }
        default:
            guard DateContext.determiners.contains(key(i - 1)), wordNext, !plural || year % 100 > 0, next == nil else {
                return nil
            }
        }
        return DateCalendar.year(year).map { DateReading(end: i + 1, value: $0, kind: .bareYear) }
    }
}
