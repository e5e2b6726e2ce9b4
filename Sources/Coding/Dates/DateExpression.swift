public import Diplomacy

/// Words of a text that name a date, with the days they stand for.
public struct DateExpression: Sendable, Equatable {
    /// What an expression is anchored to.
    public enum Kind: String, Sendable, CaseIterable {
        /// Carries its year: "1 February 2026", "May 2025", "the first quarter of 2025".
        case absolute
        /// Counted from the day of publication: "yesterday", "last week", "two days ago", "later this month".
        case relative
        /// A day of the week: "on Monday".
        case weekday
        /// A day of a month without a year: "Feb. 1", "27-29 August".
        case monthDay = "month-day"
        /// A month, season or quarter without a year: "in May", "the summer", "Q1".
        case bareMonth = "bare-month"
        /// A year by itself: "in 2024", "the 2026 meeting".
        case bareYear = "bare-year"
        /// A day of some month, by its number only: "on the 27th".
        case bareDay = "bare-day"
        /// Counted from another date of the story: "the same day", "a day earlier". Its value counts from the day of
        /// publication; a caller that knows the other date can count again with ``DateExpression/offset``.
        case anaphoric
    }

    /// The side of the reference on which a date is looked for.
    public enum Direction: String, Sendable, CaseIterable {
        case past, future, nearest
    }

    /// Tokens of the text, prepositions left out.
    public var tokens: Range<Int>
    public var value: PartialDate
    public var kind: Kind
    /// The side that the wording itself names: `past` in "last week", `future` in "next month", else `nil`.
    public var direction: Direction?
    /// Days from the date it leans on, for ``Kind/anaphoric`` expressions: -1 in "a day earlier".
    public var offset: Int?

    public init(
        tokens: Range<Int>, value: PartialDate, kind: Kind, direction: Direction? = nil, offset: Int? = nil
    ) {
        self.tokens = tokens
        self.value = value
        self.kind = kind
        self.direction = direction
        self.offset = offset
    }

    /// Whether the wording says that the date lies before the reference (`true`) or after it (`false`).
    public var past: Bool? {
        switch direction {
        case .past: true
        case .future: false
        default: nil
        }
    }
}
