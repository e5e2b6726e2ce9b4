/// What a token looks like, without knowledge of any word.
@frozen public struct TokenShape: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Letters, with or without digits.
    @inlinable public static var word: TokenShape { TokenShape(rawValue: 1 << 0) }
    /// Begins with a digit.
    @inlinable public static var number: TokenShape { TokenShape(rawValue: 1 << 1) }
    @inlinable public static var punctuation: TokenShape { TokenShape(rawValue: 1 << 2) }
    /// Begins with an upper-case letter.
    @inlinable public static var capital: TokenShape { TokenShape(rawValue: 1 << 3) }
    /// At least two letters, all upper case.
    @inlinable public static var allCapitals: TokenShape { TokenShape(rawValue: 1 << 4) }
    /// White space stands before it.
    @inlinable public static var spaceBefore: TokenShape { TokenShape(rawValue: 1 << 5) }
    /// A line feed stands before it.
    @inlinable public static var lineBefore: TokenShape { TokenShape(rawValue: 1 << 6) }
    /// A blank line stands before it.
    @inlinable public static var paragraphBefore: TokenShape { TokenShape(rawValue: 1 << 7) }
    /// The clitic `'s` or a plural's bare apostrophe.
    @inlinable public static var possessive: TokenShape { TokenShape(rawValue: 1 << 8) }
    @inlinable public static var hyphen: TokenShape { TokenShape(rawValue: 1 << 9) }
    @inlinable public static var openQuote: TokenShape { TokenShape(rawValue: 1 << 10) }
    @inlinable public static var closeQuote: TokenShape { TokenShape(rawValue: 1 << 11) }
    /// One capital letter, or capital letters with full stops ("J.", "U.S.").
    @inlinable public static var initials: TokenShape { TokenShape(rawValue: 1 << 12) }
    /// Ends in a full stop that belongs to it ("Mr.", "U.S.").
    @inlinable public static var abbreviation: TokenShape { TokenShape(rawValue: 1 << 13) }
}

/// A word, number or mark: a range of UTF-8 bytes of its text.
@frozen public struct Token: Sendable {
    /// First byte.
    public var start: Int32
    /// One past the last byte.
    public var end: Int32
    /// The folded word's hash (``Folding/key(_:)``); for a punctuation mark, the hash of the mark.
    public var key: UInt64
    public var shape: TokenShape

    @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
    @inlinable public func has(_ shape: TokenShape) -> Bool { !self.shape.isDisjoint(with: shape) }
}
