/// Finds the time of day and its zone among the tokens of a date, and takes them out.
struct ClockReader {
    /// What was found; hour 24 is midnight at the day's end.
    struct Found {
        var hour: Int
        var minute: Int
        var second = 0
        var fraction = ""
        var zone: PublicationTime.Zone?
    }

    /// The tokens that are left.
    private(set) var tokens: [TimeToken]

    init(_ tokens: [TimeToken]) { self.tokens = tokens }

    /// The clock; `nil` where there is none. One pass.
    mutating func read() -> Found? {
        for i in tokens.indices {
            guard let (hour, digits) = tokens[i].number else { continue }
            if var (found, end) = withColons(hour, digits, at: i) ?? basic(hour, digits, at: i)
                ?? withUnits(hour, digits, at: i) ?? bare(hour, digits, at: i)
            {
                var start = i
                var isAfternoon = half(at: &end)
                if isAfternoon == nil, start > 0, let word = tokens[start - 1].word,
                    let told = TimeWords.isAfternoon(word)
                {
                    isAfternoon = told
                    if word.unicodeScalars.count <= 2 { start -= 1 }
                }
                if let isAfternoon, found.hour <= 12 { found.hour = found.hour % 12 + (isAfternoon ? 12 : 0) }
                found.zone = zone(at: &end)
                tokens.removeSubrange(start..<end)
                return found
            }
        }
        return nil
    }

    private func number(_ i: Int) -> (value: Int, digits: Int)? { i < tokens.count ? tokens[i].number : nil }
    private func word(_ i: Int) -> String? { i < tokens.count ? tokens[i].word : nil }
    private func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
        i < tokens.count && tokens[i].isAttached && tokens[i].isMark(mark)
    }

    /// "14:30", "9:15:00.25".
    private func withColons(_ hour: Int, _ digits: Int, at i: Int) -> (Found, Int)? {
        guard digits <= 2, isMark(i + 1, ":"), let (minute, two) = number(i + 2), two <= 2, tokens[i + 2].isAttached
        else {
            return nil
        }
        var found = Found(hour: hour, minute: minute)
        var end = i + 3
        if isMark(end, ":"), let (second, digits) = number(end + 1), digits <= 2, tokens[end + 1].isAttached {
            found.second = second
            end += 2
            takeFraction(&found, &end)
        }
        return (found, end)
    }

    private func takeFraction(_ found: inout Found, _ end: inout Int) {
        guard isMark(end, ".") || isMark(end, ","), let (value, digits) = number(end + 1), tokens[end + 1].isAttached
        else {
            return
        }
        let text = String(value)
        found.fraction = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        end += 2
    }

    /// "T143000", "T1430", "T14" after a date of ISO 8601.
    private func basic(_ value: Int, _ digits: Int, at i: Int) -> (Found, Int)? {
        guard i > 0, tokens[i].isAttached, tokens[i - 1].isAttached, tokens[i - 1].word == "t" else { return nil }
        var end = i + 1
        switch digits {
        case 6:
            var found = Found(hour: value / 10_000, minute: value / 100 % 100, second: value % 100)
            takeFraction(&found, &end)
            return (found, end)
        case 4: return (Found(hour: value / 100, minute: value % 100), end)
        case 2 where !isMark(end, "."): return (Found(hour: value, minute: 0), end)
        default: return nil
        }
    }

    /// "14h30", "14 Uhr", "14.30 Uhr", "kl. 14.30", "14時30分", "오후 2시".
    private func withUnits(_ hour: Int, _ digits: Int, at i: Int) -> (Found, Int)? {
        guard digits <= 2, hour <= 24 else { return nil }
        if let mark = word(i + 1), TimeWords.hourMarks.contains(mark) {
            guard tokens[i + 1].isAttached || mark != "h" || number(i + 2) != nil else {
                return (Found(hour: hour, minute: 0), i + 2)
            }
            if let (minute, two) = number(i + 2), two == 2, minute < 60 {
                return (Found(hour: hour, minute: minute), i + 3)
            }
            return (Found(hour: hour, minute: 0), i + 2)
        }
        if let mark = word(i + 1), let first = mark.unicodeScalars.first, "時时点點시".unicodeScalars.contains(first) {
            guard let (minute, _) = number(i + 2), let unit = word(i + 3)?.unicodeScalars.first,
                unit == "分" || unit == "분"
            else { return (Found(hour: hour, minute: 0), i + 2) }
            guard let (second, _) = number(i + 4), let unit = word(i + 5)?.unicodeScalars.first,
                unit == "秒" || unit == "초"
            else { return (Found(hour: hour, minute: minute), i + 4) }
            return (Found(hour: hour, minute: minute, second: second), i + 6)
        }
        guard isMark(i + 1, "."), let (minute, two) = number(i + 2), two == 2, minute < 60, tokens[i + 2].isAttached,
            !isMark(i + 3, "."), i == 0 || !tokens[i - 1].isMark(".") || !tokens[i].isAttached
        else { return nil }
        let hasMark = word(i + 3).map(TimeWords.hourMarks.contains) ?? false
        var before = i - 1
        while before >= 0, tokens[before].isMark(".", ":", ",") { before -= 1 }
        let hasCue = before >= 0 && (tokens[before].word.map(TimeWords.hourCues.contains) ?? false)
        // "14.30 GMT"
        let hasZone = word(i + 3).map { $0.utf8.count > 1 && ZoneNames.named($0) != nil } ?? false
        guard !hasZone else { return (Found(hour: hour, minute: minute), i + 3) }
        return hasMark || hasCue ? (Found(hour: hour, minute: minute), i + 3) : nil
    }

    /// "2 pm".
    private func bare(_ hour: Int, _ digits: Int, at i: Int) -> (Found, Int)? {
        var end = i + 1
        guard digits <= 2, (1...12).contains(hour), half(at: &end) != nil else { return nil }
        return (Found(hour: hour, minute: 0), i + 1)
    }

    /// "pm" or "p.m." at a token; moves past it.
    private func half(at i: inout Int) -> Bool? {
        if let word = word(i), word == "am" || word == "pm" || word == "πμ" || word == "μμ" {
            i += 1
            return TimeWords.isAfternoon(word)
        }
        if let letter = word(i), letter == "a" || letter == "p", isMark(i + 1, "."), word(i + 2) == "m" {
            i += isMark(i + 3, ".") ? 4 : 3
            return letter == "p"
        }
        return nil
    }

    /// The zone at a token; moves past it.
    private func zone(at i: inout Int) -> PublicationTime.Zone? {
        var k = i
        while k < tokens.count, tokens[k].isMark("(", ",", "[") { k += 1 }
        if let name = word(k), let named = ZoneNames.named(name), MonthNames.month(name) == nil {
            // a single letter before a number begins something else, and "14:30 h" is an hour
            if name == "h" || (name.utf8.count == 1 && name != "z" && number(k + 1) != nil) { return nil }
            i = k + 1
            guard name == "gmt" || name == "utc" || name == "ut" || name == "z", let offset = offset(at: &i) else {
                if case .zone(let zone) = named { return zone }
                return nil
            }
            return offset
        }
        return offset(at: &i)
    }

    /// "+0100", "-05:00", "+3" at a token; moves past it.
    private func offset(at i: inout Int) -> PublicationTime.Zone? {
        guard i < tokens.count, tokens[i].isMark("+", "-", "\u{2212}"), let (value, digits) = number(i + 1),
            tokens[i + 1].isAttached
        else { return nil }
        let isWest = !tokens[i].isMark("+")
        let isNamed = i > 0 && tokens[i - 1].word != nil
        if digits == 4 || digits == 3 {
            i += 2
            return ZoneNames.zone(isWest: isWest, hours: value / 100, minutes: value % 100)
        }
        guard digits <= 2 else { return nil }
        if isMark(i + 2, ":"), let (minutes, two) = number(i + 3), two == 2 {
            i += 4
            return ZoneNames.zone(isWest: isWest, hours: value, minutes: minutes)
        }
        guard isNamed || i + 2 == tokens.count else { return nil }
        i += 2
        return ZoneNames.zone(isWest: isWest, hours: value, minutes: 0)
    }
}
