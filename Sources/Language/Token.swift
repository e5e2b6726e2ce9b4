/// What a token looks like, without knowledge of any word.
public struct TokenShape: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Letters, with or without digits.
    public static let word = TokenShape(rawValue: 1 << 0)
    /// Begins with a digit.
    public static let number = TokenShape(rawValue: 1 << 1)
    public static let punctuation = TokenShape(rawValue: 1 << 2)
    /// Begins with an upper-case letter.
    public static let capital = TokenShape(rawValue: 1 << 3)
    /// At least two letters, all upper case.
    public static let allCapitals = TokenShape(rawValue: 1 << 4)
    /// White space stands before it.
    public static let spaceBefore = TokenShape(rawValue: 1 << 5)
    /// A line feed stands before it.
    public static let lineBefore = TokenShape(rawValue: 1 << 6)
    /// A blank line stands before it.
    public static let paragraphBefore = TokenShape(rawValue: 1 << 7)
    /// The clitic `'s` or a plural's bare apostrophe.
    public static let possessive = TokenShape(rawValue: 1 << 8)
    public static let hyphen = TokenShape(rawValue: 1 << 9)
    public static let openQuote = TokenShape(rawValue: 1 << 10)
    public static let closeQuote = TokenShape(rawValue: 1 << 11)
    /// One capital letter, or capital letters with full stops ("J.", "U.S.").
    public static let initials = TokenShape(rawValue: 1 << 12)
    /// Ends in a full stop that belongs to it ("Mr.", "U.S.").
    public static let abbreviation = TokenShape(rawValue: 1 << 13)
}

/// A word, number or mark: a range of UTF-8 bytes of its text.
public struct Token: Sendable {
    /// First byte.
    public var start: Int32
    /// One past the last byte.
    public var end: Int32
    /// The folded word's hash (``Folding/key(_:)``); for a punctuation mark, the hash of the mark.
    public var key: UInt64
    public var shape: TokenShape

    public var bytes: Range<Int> { Int(start)..<Int(end) }
    public func has(_ shape: TokenShape) -> Bool { !self.shape.isDisjoint(with: shape) }
}
