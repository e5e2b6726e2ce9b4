import Diplomacy

/// Where a claim is looked for: the pairs of its parties, and the days in which it can lie.
public struct BlockKey: Sendable, Hashable {
    /// Days beyond a claim's own in which another may speak of the same encounter.
    public static let reach = Matching.reach

    public let dyads: [Dyad]
    /// Days since 1970-01-01. A claim without a time has the least and the greatest day there is.
    public let first: Int
    public let last: Int

    public static let earliest = -1_000_000
    public static let latest = 10_000_000
}

extension Report {
    /// The key of each claim; `nil` for one that can be of no encounter.
    public var claimKeys: [BlockKey?] {
        claims.enumerated().map { ordinal, claim in
            guard Corroborator.counts(claim) else { return nil }
            let facts = ClaimFacts(claim, ordinal: ordinal, of: self)
            let isOpen = facts.window.basis == .open
            return BlockKey(
                dyads: facts.dyads, first: isOpen ? BlockKey.earliest : facts.window.first,
                last: isOpen ? BlockKey.latest : facts.window.last)
        }
    }
}
