public import Diplomacy
public import Language

/// Finds the dates in a text and resolves them against the day of publication.
///
/// One pass from left to right; at each word that can begin a date the longest wording wins. A word that cannot costs
/// one look-up of its key. Wordings are of bounded length, so the whole is linear in the number of tokens.
public struct DateReader: Sendable {
    /// The day of publication. Where it is `nil`, only dates that carry their year are read.
    public let reference: Day?

    public init(reference: Day?) { self.reference = reference }

    /// The dates within a range of tokens, left to right, without overlaps.
    ///
    /// - Parameter prefer: where to look for a date that names no year or week, from the sentence's tense. By default
    ///   (`nearest`) a weekday is the most recent one, today included, and a month or day the nearest on either side.
    public func expressions(
        in text: Text, tokens: Range<Int>, prefer: DateExpression.Direction = .nearest
    ) -> [DateExpression] {
        let range = tokens.clamped(to: 0..<text.tokens.count)
        let grammar = DateGrammar(
            text: text, range: range, calendar: DateCalendar(reference: reference, prefer: prefer))
        var found: [DateExpression] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if let expression = grammar.expression(i) {
                found.append(expression)
                i = expression.tokens.upperBound
            } else {
                i += 1
            }
        }
        return found
    }
}

extension DateGrammar {
    /// The date expression that begins at a token, with the clock time beside it.
    func expression(_ i: Int) -> DateExpression? {
        guard isKnown(i), has(i, .number) ? !isInsidePath(i) : canBegin(i) else { return nil }
        if let clock = clock(i) {
            var at = clock.end
            // "from 9 a.m. to 11 a.m.": the second time is passed over.
            if word(at) == .to || word(at) == .dash, let last = self.clock(at + 1) { at = last.end }
            at = dayPart(at)
            at = skip(.comma, .of, at: at)
            at = skip(.on, at: at)
            if !has(at, .number) || clock.zone != nil || at > clock.end, var date = date(at) {
                date.value.time = clock.time
                date.value.zone = clock.zone
                return expression(i, date)
            }
        }
        guard var date = date(i) else { return nil }
        if date.value.precision == .day, date.value.start == date.value.end { addTime(to: &date) }
        return expression(i, date)
    }

    private func expression(_ i: Int, _ found: DateReading) -> DateExpression {
        // The article is left out where the date is read as well without it.
        let first = word(i) == .the && date(i + 1).map { $0.end == found.end } == true ? i + 1 : i
        return DateExpression(
            tokens: first..<found.end, value: found.value, kind: found.kind, direction: found.direction,
            offset: found.offset)
    }

    /// Whether a number goes on from a slash without a space, as in the address of a page.
    private func isInsidePath(_ i: Int) -> Bool {
        i > range.lowerBound && touches(i) && touches(i - 1) && word(i - 1) == .slash
    }

    private func canBegin(_ i: Int) -> Bool {
        switch word(i) {
        case .the?, .a?, .in?, .within?, .cardinal?, .that?, .same?, .couple?, .rest?: isKnown(i + 1)
        case .month?, .weekday?, .ordinal?, .unit?, .season?, .quarterCode?, .halfCode?, .today?, .step?, .part?,
            .earlier?,
            .beginning?, .now?, .noon?, .midnight?:
            true
        default: false
        }
    }

    private func date(_ i: Int) -> DateReading? {
        guard range.contains(i) else { return nil }
        return longest(dateOrRange(i), relative(i), period(i))
    }

    /// Takes in a part of the day and a clock time after a date: "Monday morning at 10:30 Moscow time".
    private func addTime(to date: inout DateReading) {
        date.end = dayPart(date.end)
        var at = date.end
        if word(at) == .comma || word(at) == .dash { at += 1 }
        if word(at) == .at || word(at) == .around { at += 1 }
        if word(at) == .around { at += 1 }
        guard let clock = clock(at) else { return }
        if let year = number(at, digits: 4...4), (1900...2100).contains(year), clock.zone == nil { return }
        date.value.time = clock.time
        date.value.zone = clock.zone
        date.end = dayPart(clock.end)
    }
}
