/// Where a claim is looked for: the pairs of its parties, and the days in which it can lie.
public struct BlockKey: Sendable, Hashable {
    /// Days beyond a claim's own in which another may speak of the same encounter.
    public static let reach = Matching.reach
    /// The most days that the claim of a founder spans.
    public static let longest = ClaimWindow.longest

    public let dyads: [Dyad]
    /// Days since 1970-01-01. A claim without a time, in a report without a date, has the least and the greatest day there is.
    public let first: Int
    public let last: Int

    public static let earliest = -1_000_000
    public static let latest = 10_000_000
    /// Every day that a claim can name.
    static let days = earliest...latest
}

extension ClaimFacts {
    public var block: BlockKey { BlockKey(dyads: dyads, first: range.lowerBound, last: range.upperBound) }
}

extension Report {
    /// The facts of each claim; `nil` for one that can be of no encounter.
    public var facts: [ClaimFacts?] {
        claims.enumerated().map { ordinal, claim in
            Corroborator.counts(claim) ? ClaimFacts(claim, ordinal: ordinal, of: self) : nil
        }
    }
}
