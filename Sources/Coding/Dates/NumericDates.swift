import Diplomacy
import Language

/// Dates in figures and the times of a clock.
extension DateGrammar {
    /// "2026-02-01", "2026/2/1", "2026-Feb-01", "01/02/2026", "23.04.2022", "20260201", "2026-02".
    func numericDate(_ i: Int) -> DatePoint? {
        guard let first = figure(i) else { return nil }
        if first.suffix.first == "." { return dotted(i) }
        guard first.suffix.isEmpty else { return nil }
        if first.digits == 8 {
            return ymd(first.value / 10_000, first.value / 100 % 100, first.value % 100, end: i + 1)
        }
        guard let mark = word(i + 1), mark == .dash || mark == .slash, touches(i + 1), touches(i + 2) else {
            return nil
        }
        if first.digits == 4 { return yearLed(i, year: first.value, mark: mark) }
        guard first.digits <= 2, let second = number(i + 2, digits: 1...4) else { return nil }
        if word(i + 3) == mark, touches(i + 3), touches(i + 4), let year = fullYear(i + 4) {
            return monthDay(first.value, second, year: year, end: i + 5)
        }
        if second > 1900, (1...12).contains(first.value), first.digits == 2 || mark == .slash {
            return DatePoint(end: i + 3, year: second, month: first.value)
        }
        // "on 22/04": two figures alone need a word that puts them into time.
        if mark == .dash, case .weekday? = word(i - 1), number(i + 2, digits: 1...2) != nil {
            return monthDay(first.value, second, year: nil, end: i + 3)
        }
        guard mark == .slash, number(i + 2, digits: 1...2) != nil, (first.value, second) != (9, 11),
            (first.value, second) != (24, 7)
        else { return nil }
        var before = i - 1
        if case .weekday? = word(before) { before = i }
        if case .dash? = word(i - 1) { before = i }
        guard
            before == i || word(before) == .on || word(before) == .from || word(before) == .until
                || word(before) == .between || word(before) == .to || word(before) == .since
        else { return nil }
        return monthDay(first.value, second, year: nil, end: i + 3)
    }

    private func ymd(_ year: Int, _ month: Int, _ day: Int, end: Int) -> DatePoint? {
        guard (1900...2100).contains(year), Day(year: year, month: month, day: day) != nil else { return nil }
        return DatePoint(end: end, year: year, month: month, day: day)
    }

    /// Month before day, as in the United States, unless that is impossible or, in a report's own days, the other way is.
    private func monthDay(_ a: Int, _ b: Int, year: Int?, end: Int) -> DatePoint? {
        let (month, day) = a > 12 || isDayFirst(a, b, year) ? (b, a) : (a, b)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        if let year, Day(year: year, month: month, day: day) == nil { return nil }
        return DatePoint(end: end, year: year, month: month, day: day)
    }

    /// "7/8/2025", in a report of 8 August 2025: within a week of it as a day and month, and far from it as month and day.
    private func isDayFirst(_ a: Int, _ b: Int, _ year: Int?) -> Bool {
        guard let reference, let year, let dayFirst = Day(year: year, month: b, day: a),
            let monthFirst = Day(year: year, month: a, day: b)
        else { return false }
        return abs(dayFirst - reference) <= 7 && abs(monthFirst - reference) > 7
    }

    private func yearLed(_ i: Int, year: Int, mark: DateWord) -> DatePoint? {
        guard (1900...2100).contains(year) else { return nil }
        let month = month(i + 2)?.month ?? number(i + 2, digits: 1...2)
        guard let month else { return nil }
        if word(i + 3) == mark, touches(i + 3), touches(i + 4), let figure = figure(i + 4), figure.digits <= 2,
            figure.suffix.isEmpty || figure.suffix.first == "t"
        {
            let day = figure.value
            return month > 12 ? ymd(year, day, month, end: i + 5) : ymd(year, month, day, end: i + 5)
        }
        // "2011-12" is two years, "2025-07" a month.
        guard (1...12).contains(month), figure(i + 2)?.digits != 2 || month != (year + 1) % 100 else { return nil }
        guard figure(i + 2)?.digits == 2 || figure(i + 2) == nil else { return nil }
        return DatePoint(end: i + 3, year: year, month: month)
    }

    /// "23.04.2022": the day comes first where the parts are joined by full stops.
    private func dotted(_ i: Int) -> DatePoint? {
        let parts = text.word(i).split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard parts.count == 3, parts[2] > 1900 || (1...99).contains(parts[2]) else { return nil }
        let year = parts[2] > 99 ? parts[2] : parts[2] < 40 ? 2000 + parts[2] : 1900 + parts[2]
        let (day, month) = parts[1] > 12 ? (parts[1], parts[0]) : (parts[0], parts[1])
        return ymd(year, month, day, end: i + 1)
    }

    // MARK: Clock times

    struct Clock {
        var time: String
        var zone: String?
        var end: Int
    }

    /// Whether a number is an hour rather than a day: "8 p.m.", "8 o'clock".
    func isClock(_ i: Int) -> Bool {
        guard number(i, digits: 1...2) != nil else { return false }
        switch word(i + 1) {
        case .meridiem?, .hours?: return true
        default: return false
        }
    }

    /// "10:30", "3 p.m.", "8.30pm", "1500 GMT", "noon", "10:00 Moscow time".
    func clock(_ i: Int) -> Clock? {
        if word(i) == .noon { return Clock(time: "12:00", end: i + 1) }
        if word(i) == .midnight { return Clock(time: "00:00", end: i + 1) }
        guard let figure = figure(i), figure.digits <= 4 else { return nil }
        var hour = figure.value
        var minute = 0
        var end = i + 1
        var rest = figure.suffix[...]
        var certain = false
        if let mark = rest.first, mark == ":" || mark == "." {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard digits.count == 2, let value = Int(digits) else { return nil }
            minute = value
            certain = mark == ":"
            rest = rest.dropFirst(3)
            if word(end) == nil, touches(end), touches(end + 1), number(end + 1, digits: 2...2) != nil, certain {
                end += 2
            }
        } else if figure.digits >= 3 {
            (hour, minute) = (hour / 100, hour % 100)
        }
        var afternoon: Bool?
        switch rest {
        case "am", "a": afternoon = false
        case "pm", "p": afternoon = true
        case "":
            if case .meridiem(let pm)? = word(end) {
                afternoon = pm
                end += 1
            } else if word(end) == .hours {
                certain = true
                end += 1
            }
        default: return nil
        }
        if let afternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (afternoon ? 12 : 0)
        }
        let zone = zone(end)
        guard certain || afternoon != nil || (zone != nil && figure.digits != 3), hour < 24, minute < 60 else {
            return nil
        }
        let time = (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
        return Clock(time: time, zone: zone.map { text.string($0) }, end: zone?.upperBound ?? end)
    }

    /// "GMT", "Moscow time", "local time".
    private func zone(_ i: Int) -> Range<Int>? {
        if word(i) == .zone, has(i, .allCapitals) || word(i + 1) == .time {
            return i..<(word(i + 1) == .time ? i + 2 : i + 1)
        }
        if has(i, .capital), word(i + 1) == .time { return i..<i + 2 }
        return nil
    }
}
