import Diplomacy
import Language

/// Dates counted from the day of publication or from another date of the story.
extension DateGrammar {
    /// The longest relative wording at a token.
    func relative(_ i: Int) -> DateReading? {
        switch word(i) {
        case .today(let days)?: return today(i, days)
        case .step?: return stepped(i)
        case .the?: return longest(aroundToday(i), storyDay(i), stepped(i + 1), the(i), counted(i))
        case .that?, .same?: return storyDay(i)
        case .a?, .cardinal?, .couple?: return counted(i)
        case .in?, .within?: return ahead(i)
        case .earlier?: return earlier(i)
        case .rest?: return rest(i)
        case .unit(.day)?: return aroundToday(i)
        case .unit(.weekend)? where word(i - 1) == .the || word(i - 1) == .at || word(i - 1) == .over: return weekend(i)
        default: return has(i, .number) ? counted(i) : nil
        }
    }

    func longest(_ readings: DateReading?...) -> DateReading? {
        var best: DateReading?
        for case let reading? in readings where reading.end > best?.end ?? 0 { best = reading }
        return best
    }

    private func dayReading(_ days: Int, end: Int) -> DateReading? {
        guard let reference else { return nil }
        return DateReading(
            end: end, value: PartialDate(day: reference + days), kind: .relative,
            direction: days < 0 ? .past : days > 0 ? .future : nil)
    }

    private func story(_ days: Int, end: Int) -> DateReading? {
        guard let reference else { return nil }
        return DateReading(
            end: end, value: PartialDate(day: reference + days), kind: .anaphoric,
            direction: days < 0 ? .past : days > 0 ? .future : nil, offset: days)
    }

    private func today(_ i: Int, _ days: Int) -> DateReading? { dayReading(days, end: dayPart(i + 1)) }

    /// Past a part of the day: "morning", "in the evening".
    func dayPart(_ i: Int) -> Int {
        if word(i) == .dayPart { return i + 1 }
        if case .part? = word(i), word(i + 1) == .dayPart { return i + 2 }
        if word(i) == .in, word(i + 1) == .the, word(i + 2) == .dayPart { return i + 3 }
        return i
    }

    /// "the day before yesterday", "the day after tomorrow", "the week after next".
    private func aroundToday(_ i: Int) -> DateReading? {
        let at = skip(.the, at: i)
        guard case .unit(let unit)? = word(at), let reference else { return nil }
        let before = word(at + 1) == .before
        guard before || word(at + 1) == .after else { return nil }
        switch word(at + 2) {
        case .today(let days)? where unit == .day: return dayReading(days + (before ? -1 : 1), end: at + 3)
        case .step(let step)? where step == (before ? -1 : 1):
            return unitReading(unit, 2 * step, reference, end: at + 3)
        case .the? where word(at + 3) == .step(1) && !before: return unitReading(unit, 2, reference, end: at + 4)
        default: return nil
        }
    }

    private func unitReading(_ unit: DateUnit, _ step: Int, _ reference: Day, end: Int) -> DateReading? {
        guard let day = DateCalendar.adding(step, unit, to: reference), let value = DateCalendar.interval(unit, of: day)
        else {
            return nil
        }
        return DateReading(
            end: end, value: value, kind: .relative, direction: step < 0 ? .past : step > 0 ? .future : nil)
    }

    // MARK: last, this, next

    /// "last week", "this morning", "next Monday", "last summer", "the past three days", "last week on Friday".
    private func stepped(_ i: Int) -> DateReading? {
        guard let reference, case .step(let step)? = word(i) else { return nil }
        // "following Monday's talks" is after them.
        if key(i) == DateContext.following, word(i - 1) != .the { return nil }
        var at = i + 1
        if step == 0, case .step(let second)? = word(at), second != 0 {  // "this past Wednesday", "this coming week"
            return steppedTail(at + 1, second, reference, near: true, past: key(at) == DateContext.past)
        }
        let past = key(i) == DateContext.past
        if let span = span(at), word(at) != .a, step != 0 { return window(span, step, reference) }
        if step == 0 || step == 1, case .step? = word(at) { at += 1 }
        return steppedTail(
            at, step, reference, near: past || key(i) == DateContext.coming || key(i) == DateContext.upcoming,
            past: past)
    }

    private func steppedTail(_ at: Int, _ step: Int, _ reference: Day, near: Bool, past: Bool) -> DateReading? {
        let direction: DateExpression.Direction? = step < 0 ? .past : step > 0 ? .future : nil
        func reading(_ value: PartialDate?, end: Int = at + 1) -> DateReading? {
            value.map { DateReading(end: end, value: $0, kind: .relative, direction: direction) }
        }
        switch word(at) {
        case .dayPart?:  // "last night", "this morning"; "next morning" counts from another day
            return step == 1 ? story(1, end: at + 1) : dayReading(step, end: at + 1)
        case .weekday(let weekday, _)?:
            let ahead = (weekday - reference.weekday + 6) % 7 + 1
            let back = (reference.weekday - weekday + 6) % 7 + 1
            let day =
                near
                ? reference + (step < 0 ? -back : ahead)
                : DateCalendar.monday(of: reference) + (7 * step + weekday - 1)
            if let date = monthDayAfter(at + 1) { return reading(date.value, end: date.end) }
            return reading(PartialDate(day: day), end: dayPart(at + 1))
        case .month(let month, let plain)?:
            guard dayNumber(at + 1) == nil || isClock(at + 1), !plain || has(at, .capital) || step != 0 else {
                return nil
            }
            return reading(nearYear(step, reference) { DateCalendar.month($0, month) })
        case .season(let month)?: return reading(nearYear(step, reference) { DateCalendar.season($0, from: month) })
        case .unit? where isPlural(at): return nil  // "the coming months" are no interval
        case .unit(.day)?:
            return step == 0 || word(at - 2) != .the ? nil : story(step, end: at + 1)
        case .unit(let unit)?:
            if past, word(at + 1) != .of, unit == .week || unit == .month || unit == .year {
                return window((1, unit, at + 1), -1, reference)
            }
            if unit == .weekend, step == 0, calendar.prefer == .past, reference.weekday < 3 {
                return reading(DateCalendar.weekend(of: reference - 7))
            }
            let whole = unitReading(unit, step, reference, end: at + 1)
            return unit == .week ? weekdayOf(whole) ?? whole : whole
        default: return nil
        }
    }

    /// "this Friday (June 5)".
    private func monthDayAfter(_ i: Int) -> DateReading? {
        var at = i
        if word(at) == .comma || word(at) == .open || (word(at) == .dash && touches(at)) { at += 1 }
        guard at == i || word(at - 1) != .comma || month(at) != nil else { return nil }
        guard let point = (month(at) != nil ? monthFirst(at) : at > i ? nil : dayFirst(at)), point.day != nil,
            var date = resolve(point)
        else { return nil }
        if word(at - 1) == .open {
            guard word(date.end) == .close else { return nil }
            date.end += 1
        }
        return date
    }

    /// "last week on Friday", "next week Sunday": a day of the week just read.
    private func weekdayOf(_ week: DateReading?) -> DateReading? {
        guard var week, week.value.precision == .week else { return nil }
        var at = skip(.on, at: week.end)
        if word(at) == .dash { at += 1 }
        guard case .weekday(let weekday, _)? = word(at) else { return nil }
        week.value = PartialDate(day: week.value.start + (weekday - 1))
        week.end = dayPart(at + 1)
        return week
    }

    /// The last such month or season that is over, this year's, or the next to begin.
    private func nearYear(_ step: Int, _ reference: Day, _ make: (Int) -> PartialDate?) -> PartialDate? {
        let year = reference.civil.year
        let candidates = (year - 2...year + 2).compactMap(make)
        if step < 0 { return candidates.last { $0.end < reference } }
        if step > 0 { return candidates.first { $0.start > reference } }
        return candidates.first { $0.start <= reference && reference <= $0.end } ?? make(year)
    }

    /// "the last three days", "next two weeks": up to the reference, or from the day after it.
    private func window(_ span: (count: Int, unit: DateUnit, end: Int), _ step: Int, _ reference: Day) -> DateReading? {
        let first = step < 0 ? reference : reference + 1
        if word(span.end) == .of { return nil }  // "the last two days of the visit"
        if span.unit == .decade || span.unit == .quarter { return alignedWindow(span, step, reference) }
        guard let other = DateCalendar.adding(step * span.count, span.unit, to: first)
        else { return nil }
        let (start, end) = step < 0 ? (other, reference - 1) : (first, other - 1)
        let precision: DatePrecision =
            span.unit == .year ? .year : span.unit == .month ? .season : span.unit == .day ? .day : .week
        return DateReading(
            end: span.end, value: PartialDate(start: start, end: end, precision: precision), kind: .relative,
            direction: step < 0 ? .past : .future)
    }

    /// "the last two quarters": whole quarters or decades before or after the present one.
    private func alignedWindow(_ span: (count: Int, unit: DateUnit, end: Int), _ step: Int, _ reference: Day)
        -> DateReading?
    {
        guard let far = DateCalendar.adding(step * span.count, span.unit, to: reference),
            let near = DateCalendar.adding(step, span.unit, to: reference),
            let first = DateCalendar.interval(span.unit, of: min(near, far)),
            let last = DateCalendar.interval(span.unit, of: max(near, far))
        else { return nil }
        return DateReading(
            end: span.end, value: PartialDate(start: first.start, end: last.end, precision: first.precision),
            kind: .relative,
            direction: step < 0 ? .past : .future)
    }

    // MARK: Counts

    /// "two days ago", "a day earlier", "three weeks from tomorrow", "2 weeks before 13 May".
    private func counted(_ i: Int) -> DateReading? {
        guard let reference else { return nil }
        if let plural = steppedCount(i, reference) { return plural }
        guard let first = span(i) else { return nil }
        var spans = [first]
        while spans.count < 3, let more = span(skip(.and, .comma, at: spans[spans.count - 1].end)) {
            spans.append(more)
        }
        guard let last = spans.last else { return nil }
        func shifted(_ sign: Int, from day: Day) -> Day? {
            let months = spans.reduce(0) {
                $0 + ($1.unit == .year ? 12 : $1.unit == .month ? 1 : $1.unit == .decade ? 120 : 0) * $1.count
            }
            let days = spans.reduce(0) {
                $0 + ($1.unit == .day ? 1 : $1.unit == .week ? 7 : $1.unit == .fortnight ? 14 : 0) * $1.count
            }
            return DateCalendar.adding(months: sign * months, to: day).map { $0 + sign * days }
        }
        switch word(last.end) {
        case .ago?:
            return shifted(-1, from: reference).map {
                DateReading(end: last.end + 1, value: vague($0, spans), kind: .relative, direction: .past)
            }
        case .earlier(let back)?:
            guard let day = shifted(back ? -1 : 1, from: reference) else { return nil }
            return DateReading(
                end: last.end + 1, value: vague(day, spans), kind: .anaphoric, direction: back ? .past : .future,
                offset: day - reference)
        case .from? where word(last.end + 1) == .now:
            return shifted(1, from: reference).map {
                DateReading(end: last.end + 2, value: vague($0, spans), kind: .relative, direction: .future)
            }
        case .beginning?,
            .from? where word(last.end) == .beginning || word(i - 1) == .for:
            let at = skip(.from, .on, at: last.end + 1)
            guard var date = longest(point(at).flatMap(resolve), relative(at)), date.value.precision == .day,
                let end = shifted(1, from: date.value.start)
            else { return nil }
            date.value = PartialDate(start: date.value.start, end: max(date.value.start, end - 1), precision: .day)
            return date
        case .from?, .before?, .after?:
            let ahead = calendar.prefer == .past || word(last.end) == .before ? calendar.prefer : .future
            var grammar = self
            grammar.calendar = DateCalendar(reference: reference, prefer: ahead)
            guard let anchor = grammar.point(last.end + 1).flatMap(grammar.resolve) ?? relative(last.end + 1),
                anchor.value.precision == .day,
                let day = shifted(word(last.end) == .before ? -1 : 1, from: anchor.value.start)
            else { return nil }
            return DateReading(
                end: anchor.end, value: PartialDate(day: day), kind: anchor.kind, direction: anchor.direction)
        default: return nil
        }
    }

    /// A count of weeks, months or years ends somewhere in that week, month or year; with days it is exact.
    private func vague(_ day: Day, _ spans: [(count: Int, unit: DateUnit, end: Int)]) -> PartialDate {
        guard spans.count == 1, let unit = spans.first?.unit, unit != .fortnight,
            let interval = DateCalendar.interval(unit, of: day)
        else { return PartialDate(day: day) }
        return interval
    }

    /// "2 next days", "the 10 previous weeks".
    private func steppedCount(_ i: Int, _ reference: Day) -> DateReading? {
        let at = skip(.the, at: i)
        guard let count = count(at), word(at) != .a, case .step(let step)? = word(count.end), step != 0,
            case .unit(let unit)? = word(count.end + 1),
            isPlural(count.end + 1)
        else { return nil }
        return window((count.value, unit, count.end + 2), step, reference)
    }

    /// "in two weeks", "within five days". Where a visit is the first "in ten years", or the past is told, it is a span.
    private func ahead(_ i: Int) -> DateReading? {
        guard let reference, calendar.prefer != .past else { return nil }
        let within = word(i) == .within
        var at = i + 1
        if within { at = skip(.the, at: at) }
        if within, case .step(1)? = word(at) { at += 1 }
        guard let span = span(at), word(span.end) != .of, word(span.end) != .since else { return nil }
        for back in max(range.lowerBound, i - 6)..<i where DateContext.superlatives.contains(key(back)) { return nil }
        guard let day = DateCalendar.adding(span.count, span.unit, to: reference) else { return nil }
        if within {
            let value = PartialDate(
                start: reference, end: max(reference, day - 1), precision: span.unit == .day ? .day : .week)
            return DateReading(end: span.end, value: value, kind: .relative, direction: .future)
        }
        return DateReading(end: span.end, value: vague(day, [span]), kind: .relative, direction: .future)
    }

    // MARK: Other dates of the story

    /// "the same day", "that week", "the previous day", "the day before", "the weekend".
    private func storyDay(_ i: Int) -> DateReading? {
        guard let reference else { return nil }
        let at = skip(.the, at: i)
        let named = word(at) == .same || word(at) == .that
        if named, case .unit(let unit)? = word(at + 1), unit != .half,
            let value = DateCalendar.interval(unit, of: reference)
        {
            return DateReading(end: at + 2, value: value, kind: .anaphoric, offset: 0)
        }
        if named, word(at + 1) == .dayPart { return story(0, end: at + 2) }
        if at > i, case .step(let step)? = word(at), step != 0, word(at + 1) == .unit(.day), !isPlural(at + 1) {
            return story(step, end: at + 2)
        }
        guard at > i, word(at) == .unit(.day), !isPlural(at), !has(at, .capital),
            word(at + 1) == .before || word(at + 1) == .after,
            !has(at + 2, .word)
                || word(at + 2) != nil && !has(at + 2, .capital) && word(at + 2) != .the && word(at + 2) != .a
        else { return nil }
        return story(word(at + 1) == .before ? -1 : 1, end: at + 2)
    }

    private func weekend(_ i: Int) -> DateReading? {
        guard let reference else { return nil }
        let value = calendar.choose([-7, 0, 7].map { DateCalendar.weekend(of: reference + $0) })
        return value.map { DateReading(end: i + 1, value: $0, kind: .relative) }
    }

    /// "the weekend", "the week of April 10", "the month of May".
    private func the(_ i: Int) -> DateReading? {
        if word(i + 1) == .unit(.weekend) { return weekend(i + 1) }
        return nil
    }

    /// "earlier this week", "later in the year", "earlier today", "later on Monday", "later in the day".
    private func earlier(_ i: Int) -> DateReading? {
        guard case .earlier(let back)? = word(i), let reference else { return nil }
        var at = skip(.on, .in, at: i + 1)
        if word(at) == .the || word(at) == .that, case .unit(let unit)? = word(at + 1),
            let whole = DateCalendar.interval(unit, of: reference)
        {
            if unit == .day { return story(0, end: at + 2) }
            return cut(whole, back, reference, end: at + 2)
        }
        if word(at) == .the { at += 1 }
        guard let date = point(at).flatMap(resolve) ?? relative(at) else { return nil }
        guard date.value.start <= reference, reference <= date.value.end, date.value.start < date.value.end else {
            guard
                let part = date.value.precision == .day
                    ? date.value : DateCalendar.part(back ? .early : .late, of: date.value)
            else { return nil }
            return DateReading(end: date.end, value: part, kind: date.kind, direction: date.direction)
        }
        return cut(date.value, back, reference, end: date.end)
    }

    /// What of an interval lies before the reference, or from it on.
    private func cut(_ whole: PartialDate, _ back: Bool, _ reference: Day, end: Int) -> DateReading? {
        let precision: DatePrecision =
            switch whole.precision {
            case .month: .partOfMonth
            case .year: .season
            default: whole.precision
            }
        let value =
            back
            ? PartialDate(start: whole.start, end: max(whole.start, reference - 1), precision: precision)
            : PartialDate(start: reference, end: whole.end, precision: precision)
        return DateReading(end: end, value: value, kind: .relative, direction: back ? .past : .future)
    }

    /// "the rest of the week".
    private func rest(_ i: Int) -> DateReading? {
        var at = skip(.of, at: i + 1)
        guard at > i + 1, let reference else { return nil }
        if word(at) == .the || word(at) == .step(0) { at += 1 }
        guard case .unit(let unit)? = word(at), unit != .day, let whole = DateCalendar.interval(unit, of: reference)
        else { return nil }
        return cut(whole, false, reference, end: at + 1)
    }
}
