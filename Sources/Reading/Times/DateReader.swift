import Diplomacy

/// Reads the calendar date that tokens are, the clock taken out.
struct DateReader {
    typealias Reading = (day: Day, precision: DatePrecision)

    private let tokens: [TimeToken]
    private let order: PublicationTime.Order?
    /// Places of the tokens that are numbers.
    private let numbers: [Int]

    init(_ tokens: [TimeToken], order: PublicationTime.Order?) {
        self.tokens = tokens
        self.order = order
        numbers = tokens.indices.filter { tokens[$0].number != nil }
    }

    /// The date; `nil` where the tokens are more or less than one.
    mutating func read() -> Reading? {
        guard (1...4).contains(numbers.count) else { return nil }
        if let reading = withUnits() { return reading }
        if let reading = week() { return reading }
        let months = tokens.indices.filter { tokens[$0].word.flatMap(MonthNames.month) != nil }
        if let place = month(among: months) {
            guard isRestNoise(except: Set(months)) else { return nil }
            return worded(month: tokens[place].word.flatMap(MonthNames.month) ?? 0, at: place)
        }
        return isRestNoise(except: []) ? numeric() : nil
    }

    /// Of several names the one that is no day of the week ("mar 3 fév"), or the first of one month's ("ديسمبر/كانون الأول").
    private func month(among places: [Int]) -> Int? {
        guard let first = places.first else { return nil }
        let months = Set(places.compactMap { tokens[$0].word.flatMap(MonthNames.month) })
        if months.count == 1 { return first }
        let sure = places.filter { place in !(tokens[place].word.map(TimeWords.isWeekday) ?? false) }
        return sure.count == 1 ? sure[0] : nil
    }

    /// Whether all words but some are of those that say nothing, and no mark is out of place.
    private func isRestNoise(except places: Set<Int>) -> Bool {
        var isInBrackets = false
        for (i, token) in tokens.enumerated() where !places.contains(i) {
            switch token.kind {
            case .number: continue
            case .word(let word):
                guard isInBrackets || TimeWords.isNoise(word) || ZoneNames.named(word) != nil else { return false }
            case .mark(let mark):
                if mark == "(" || mark == "（" || mark == "[" { isInBrackets = true }
                if mark == ")" || mark == "）" || mark == "]" { isInBrackets = false }
                guard Self.marks.contains(mark) else { return false }
            }
        }
        return true
    }

    private static let marks = Set(",.-/()|·–—;:'’\"•[]\u{2212}+،、。º°（）".unicodeScalars)

    private func value(_ i: Int) -> (value: Int, digits: Int) { tokens[numbers[i]].number ?? (0, 0) }

    private func isMarkBetween(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
        tokens[(numbers[i] + 1)..<numbers[i + 1]].contains { $0.isMark(mark) }
    }

    // MARK: - Months in words

    private func worded(month: Int, at place: Int) -> Reading? {
        switch numbers.count {
        case 1:
            let (year, digits) = value(0)
            guard digits == 4 else { return nil }
            return Self.day(year, month, 1).map { ($0, .month) }
        case 2:
            let (first, second) = (value(0), value(1))
            let isYearFirst = first.digits >= 3 || first.value > 31
            let (year, day) = isYearFirst ? (first, second) : (second, first)
            guard day.digits <= 2, let whole = Self.year(year) else { return nil }
            return Self.day(whole, month, day.value).map { ($0, .day) }
        default: return nil
        }
    }

    // MARK: - Years, months and days with their units

    /// "2012年12月8日", "2012년 12월 8일".
    private func withUnits() -> Reading? {
        func unit(_ i: Int) -> Unicode.Scalar? {
            guard i < numbers.count, numbers[i] + 1 < tokens.count else { return nil }
            return tokens[numbers[i] + 1].word?.unicodeScalars.first
        }
        guard let first = unit(0), first == "年" || first == "년", let second = unit(1), second == "月" || second == "월"
        else {
            return nil
        }
        let (year, month) = (value(0), value(1).value)
        guard let whole = Self.year(year) else { return nil }
        if numbers.count == 2 { return Self.day(whole, month, 1).map { ($0, .month) } }
        guard numbers.count == 3, let third = unit(2), third == "日" || third == "일" || third == "号" else { return nil }
        return Self.day(whole, month, value(2).value).map { ($0, .day) }
    }

    // MARK: - Week dates

    /// "2012-W49-6", "2012W496", "2012-W49".
    private func week() -> Reading? {
        guard let mark = tokens.firstIndex(where: { $0.word == "w" }), numbers.count >= 2, numbers[0] < mark,
            numbers[1] == mark + 1, tokens[mark].isAttached, tokens[mark + 1].isAttached, value(0).digits == 4,
            isRestNoise(except: [mark])
        else { return nil }
        var (week, weekday) = (value(1).value, 1)
        if value(1).digits == 3 {
            (week, weekday) = (week / 10, week % 10)
        } else if numbers.count == 3 {
            weekday = value(2).value
        }
        // the fourth of January is in the first week
        guard let fourth = Day(year: value(0).value, month: 1, day: 4), (1...53).contains(week),
            (1...7).contains(weekday)
        else { return nil }
        let day = fourth - (fourth.weekday - 1) + ((week - 1) * 7 + weekday - 1)
        guard day.civil.year >= 1000 else { return nil }
        return (day, numbers.count == 3 || value(1).digits == 3 ? .day : .week)
    }

    // MARK: - Numbers alone

    private func numeric() -> Reading? {
        switch numbers.count {
        case 1: return value(0).digits == 8 ? Self.basic(value(0).value).map { ($0, .day) } : basicOrdinal()
        case 2: return two()
        case 3: return three()
        default: return nil
        }
    }

    private func basicOrdinal() -> Reading? {
        let (number, digits) = value(0)
        return digits == 7 ? Self.ordinal(year: number / 1000, day: number % 1000).map { ($0, .day) } : nil
    }

    /// "2012-343", "2012-12", "12/2012".
    private func two() -> Reading? {
        let (first, second) = (value(0), value(1))
        if first.digits == 4, second.digits == 3, isMarkBetween(0, "-") {
            return Self.ordinal(year: first.value, day: second.value).map { ($0, .day) }
        }
        guard isMarkBetween(0, "-") || isMarkBetween(0, "/") || isMarkBetween(0, ".") else { return nil }
        if first.digits == 4, second.digits <= 2 { return Self.day(first.value, second.value, 1).map { ($0, .month) } }
        if second.digits == 4, first.digits <= 2 { return Self.day(second.value, first.value, 1).map { ($0, .month) } }
        return nil
    }

    private func three() -> Reading? {
        let (first, second, third) = (value(0), value(1), value(2))
        if first.digits == 4 {
            guard second.digits <= 2, third.digits <= 2 else { return nil }
            return Self.day(first.value, second.value, third.value).map { ($0, .day) }
        }
        guard first.digits <= 2, second.digits <= 2, let year = Self.year(third) else { return nil }
        let dayFirst = Self.day(year, second.value, first.value)
        let monthFirst = Self.day(year, first.value, second.value)
        // with full stops the day comes first everywhere
        if isMarkBetween(0, "."), isMarkBetween(1, ".") { return dayFirst.map { ($0, .day) } }
        guard isMarkBetween(0, "/") || isMarkBetween(0, "-") else { return nil }
        // 25/12/09 may begin with the day, 09/12/25 with the year: two digits need an order that rules that out
        if third.digits == 2, order == nil, Self.year(first).flatMap({ Self.day($0, second.value, third.value) }) != nil
        {
            return nil
        }
        switch (dayFirst, monthFirst, order) {
        case (let day?, nil, _), (nil, let day?, _): return (day, .day)
        case (let day?, _?, .dayMonth): return (day, .day)
        case (_?, let day?, .monthDay): return (day, .day)
        case (let day?, let other?, nil): return day == other ? (day, .day) : nil
        default: return nil
        }
    }

    // MARK: - Days

    /// The year of four digits, or of two (RFC 5322, section 4.3: 00 to 49 are of this century) or three.
    private static func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch number.digits {
        case 4: number.value
        case 3: number.value + 1900
        case 2: number.value + (number.value < 50 ? 2000 : 1900)
        default: nil
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        year >= 1000 ? Day(year: year, month: month, day: day) : nil
    }

    /// A day of eight digits.
    static func basic(_ value: Int) -> Day? { day(value / 10_000, value / 100 % 100, value % 100) }

    /// A day of the year, 1 to 366.
    static func ordinal(year: Int, day: Int) -> Day? {
        guard let first = Self.day(year, 1, 1), day >= 1 else { return nil }
        let found = first + (day - 1)
        return found.civil.year == year ? found : nil
    }
}
