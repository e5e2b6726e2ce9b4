import Diplomacy

/// Dates in words and numbers: all that is not the commonest form.
enum WordedTime {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence, order: PublicationTime.Order?) -> PublicationTime?
    {
        guard var tokens = TimeTokens.read(bytes) else { return nil }
        if tokens.count == 1, let (value, digits) = tokens[0].number { return digitsAlone(value, digits) }
        dropLabel(&tokens)
        joinNames(&tokens)
        var clocks = ClockReader(tokens)
        let found = clocks.read()
        var dates = DateReader(clocks.tokens, order: order)
        guard let (told, precision) = dates.read() else { return nil }
        guard let found else { return PublicationTime(day: told, precision: precision) }
        guard precision == .day else { return nil }
        var (day, hour) = (told, found.hour)
        if hour == 24, found.minute == 0, found.second == 0 {
            hour = 0
            day = day + 1
            // the calendar of RFC 3339 ends with the year 9999
            guard day.iso.utf8.count == 10 else { return nil }
        }
        guard
            let clock = PublicationTime.Clock(
                told: hour, minute: found.minute, second: found.second, fraction: found.fraction, zone: found.zone)
        else { return nil }
        return PublicationTime(day: day, clock: clock)
    }

    /// "Published:", "Szombat," before a date.
    private static func dropLabel(_ tokens: inout [TimeToken]) {
        guard tokens.count > 2, let word = tokens[0].word, MonthNames.month(word) == nil || TimeWords.isWeekday(word),
            tokens[1].isMark(",", ":")
        else { return }
        tokens.removeSubrange(0..<2)
    }

    /// Makes one word of a month's name of two.
    private static func joinNames(_ tokens: inout [TimeToken]) {
        var i = 0
        while i + 1 < tokens.count {
            if let first = tokens[i].word, MonthNames.beginsName(first), let second = tokens[i + 1].word {
                tokens[i].kind = .word(first + second)
                tokens.remove(at: i + 1)
            }
            i += 1
        }
    }

    /// Basic forms of ISO 8601 without separators: "20121208", "2012343", "201212081430", "20121208143000", "2012".
    private static func digitsAlone(_ value: Int, _ digits: Int) -> PublicationTime? {
        switch digits {
        case 4:
            guard (1900...2100).contains(value) else { return nil }
            return Day(year: value, month: 1, day: 1).map { PublicationTime(day: $0, precision: .year) }
        case 7: return DateReader.ordinal(year: value / 1000, day: value % 1000).map { PublicationTime(day: $0) }
        case 8: return DateReader.basic(value).map { PublicationTime(day: $0) }
        case 12, 14:
            let time = digits == 12 ? value % 10_000 * 100 : value % 1_000_000
            guard let day = DateReader.basic(value / (digits == 12 ? 10_000 : 1_000_000)),
                let clock = PublicationTime.Clock(told: time / 10_000, minute: time / 100 % 100, second: time % 100)
            else { return nil }
            return PublicationTime(day: day, clock: clock)
        default: return nil
        }
    }
}
