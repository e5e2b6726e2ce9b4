import Diplomacy
import Language

/// What the grammar read at a token: the value of a date expression and where it ends.
struct DateReading {
    var end: Int
    var value: PartialDate
    var kind: DateExpression.Kind
    var direction: DateExpression.Direction?
    var offset: Int?
}

/// Reads numbers, days, months, years and counts at a token. Wider rules are in the extensions, one file a family.
struct DateGrammar {
    let text: Text
    /// Tokens that may be read.
    let range: Range<Int>
    var calendar: DateCalendar

    var reference: Day? { calendar.reference }

    /// What each token of the range can do in a date, as a place in ``words``.
    private let places: [UInt16]
    private let words: [DateWord?]

    init(text: Text, range: Range<Int>, calendar: DateCalendar) {
        self.text = text
        self.range = range
        self.calendar = calendar
        let index = DateWord.index
        words = index.words
        places = text.tokens[range].map { index.place($0.key) }
    }

    @inline(__always)
    func word(_ i: Int) -> DateWord? { range.contains(i) ? words[Int(places[i - range.lowerBound])] : nil }

    /// Whether a token may take part in a date at all: a known word or a number.
    @inline(__always)
    func isKnown(_ i: Int) -> Bool {
        range.contains(i) && (places[i - range.lowerBound] != 0 || text.tokens[i].has(.number))
    }

    func key(_ i: Int) -> UInt64 { range.contains(i) ? text.tokens[i].key : 0 }

    func has(_ i: Int, _ shape: TokenShape) -> Bool { range.contains(i) && text.tokens[i].has(shape) }

    /// Whether a token follows the one before it without a space.
    func touches(_ i: Int) -> Bool { range.contains(i) && !text.tokens[i].has(.spaceBefore) }

    /// Whether a unit stands in the plural.
    func isPlural(_ i: Int) -> Bool { range.contains(i) && text.bytes[text.tokens[i].bytes].last == UInt8(ascii: "s") }

    func skip(_ words: DateWord..., at i: Int) -> Int {
        if let word = word(i), words.contains(word) { return i + 1 }
        return i
    }

    // MARK: Numbers

    /// A token that begins with digits: "27", "27th", "1990s", "8pm".
    struct Figure {
        var value: Int
        var digits: Int
        /// What follows the digits in the token, in lower case.
        var suffix: String
    }

    func figure(_ i: Int) -> Figure? {
        guard has(i, .number) else { return nil }
        let bytes = text.bytes[text.tokens[i].bytes]
        guard bytes.count <= 12 else { return nil }
        let figures = bytes.prefix { (0x30...0x39).contains($0) }
        guard (1...8).contains(figures.count) else { return nil }
        let value = figures.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let rest = bytes.dropFirst(figures.count)
        let suffix =
            rest.isEmpty ? "" : String(decoding: rest.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        return Figure(value: value, digits: figures.count, suffix: suffix)
    }

    /// A plain number of some digits.
    func number(_ i: Int, digits: ClosedRange<Int>) -> Int? {
        guard let figure = figure(i), figure.suffix.isEmpty, digits.contains(figure.digits) else { return nil }
        return figure.value
    }

    /// A year beside a month: four digits.
    func year(_ i: Int) -> Int? {
        guard let year = number(i, digits: 4...4), (1000...2999).contains(year), !touchesDecimal(i + 1) else {
            return nil
        }
        return year
    }

    private func touchesDecimal(_ i: Int) -> Bool { touches(i) && has(i, .number) }

    /// A number in words, 1 to 99: "two", "twenty-one", "twenty one".
    func spelled(_ i: Int, ordinal: Bool) -> (value: Int, end: Int, isOrdinal: Bool)? {
        switch word(i) {
        case .ordinal(let value)? where ordinal: return (value, i + 1, true)
        case .cardinal(let tens)?:
            if tens >= 20, tens % 10 == 0 {
                var next = i + 1
                if word(next) == .dash, touches(next), touches(next + 1) { next += 1 }
                switch word(next) {
                case .ordinal(let units)? where ordinal && units < 10: return (tens + units, next + 1, true)
                case .cardinal(let units)? where units < 10: return (tens + units, next + 1, false)
                default: break
                }
            }
            return (tens, i + 1, false)
        default: return nil
        }
    }

    /// A day of a month. `isPlain` where it is a number without "th" and its kin.
    struct DayNumber {
        var value: Int
        var end: Int
        var isSpelled = false
        var isOrdinal = false
    }

    func dayNumber(_ i: Int) -> DayNumber? {
        if let figure = figure(i) {
            guard figure.digits <= 2, (1...31).contains(figure.value) else { return nil }
            let ordinal = ["st", "nd", "rd", "th"].contains(figure.suffix)
            guard ordinal || figure.suffix.isEmpty else { return nil }
            return DayNumber(value: figure.value, end: i + 1, isOrdinal: ordinal)
        }
        guard let spelled = spelled(i, ordinal: true), (1...31).contains(spelled.value) else { return nil }
        return DayNumber(value: spelled.value, end: spelled.end, isSpelled: true, isOrdinal: spelled.isOrdinal)
    }

    /// How many units: "3", "three", "a", "a few", "a couple of".
    func count(_ i: Int) -> (value: Int, end: Int)? {
        if let number = number(i, digits: 1...3) { return (number, i + 1) }
        if let spelled = spelled(i, ordinal: false) { return (spelled.value, spelled.end) }
        let next = word(i) == .a ? i + 1 : i
        if word(next) == .couple {
            return (key(next) == DateContext.few ? 3 : 2, skip(.of, at: next + 1))
        }
        return next > i ? (1, next) : nil
    }

    /// A count and its unit: "two weeks", "a month".
    func span(_ i: Int) -> (count: Int, unit: DateUnit, end: Int)? {
        guard let count = count(i) else { return nil }
        let at = word(count.end) == .dash ? count.end + 1 : count.end
        guard case .unit(let unit)? = word(at), unit != .half, unit != .weekend else { return nil }
        return (count.value, unit, at + 1)
    }

    /// A year in words: "two thousand and eight", "nineteen eighty-six", "nineteen hundred and five".
    func spelledYear(_ i: Int) -> (year: Int, end: Int)? {
        guard case .cardinal(let first)? = word(i) else { return nil }
        func rest(_ century: Int, _ at: Int, alone: Bool) -> (year: Int, end: Int)? {
            let next = skip(.and, at: at)
            if let units = spelled(next, ordinal: false), units.value < 100 {
                return (century + units.value, units.end)
            }
            return alone ? (century, at) : nil
        }
        if word(i + 1) == .thousand { return first == 2 ? rest(2000, i + 2, alone: true) : nil }
        guard (17...20).contains(first) else { return nil }
        if word(i + 1) == .hundred { return rest(first * 100, i + 2, alone: true) }
        guard let year = rest(first * 100, i + 1, alone: false), year.year % 100 >= 10, word(i + 1) != .and else {
            return nil
        }
        return year
    }

    // MARK: Names

    func month(_ i: Int) -> (month: Int, plain: Bool)? {
        if case .month(let month, let plain)? = word(i) { return (month, plain) }
        return nil
    }

    /// The year that follows a month or day: "2026", ", 2026", "of 2026", "last year".
    func yearSuffix(_ i: Int) -> (year: Int, end: Int)? {
        var at = i
        if word(at) == .comma || word(at) == .of || word(at) == .in { at += 1 }
        if word(at) == .comma { at += 1 }
        if let year = year(at), at == i || !has(at, .lineBefore) { return (year, at + 1) }
        if let spelled = spelledYear(at) { return spelled }
        guard case .step(let step)? = word(at), word(at + 1) == .unit(.year), let reference else { return nil }
        return (reference.civil.year + step, at + 2)
    }
}
