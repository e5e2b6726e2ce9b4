import Diplomacy

/// A share of the work of grouping that knows nothing of the others: the claims of one pair of parties in a stretch of days.
///
/// Two claims that are compared are together in at least one block, and exactly one of these is the block that compares them:
/// that of the least dyad they share, and of the stretch in which the days begin that they share.
public struct Block: Hashable, Sendable {
    /// Whether claims are compared with one another, or with the groups that others have founded.
    public enum Purpose: Sendable {
        /// Claims that found encounters, or that are left over, with one another: ``Corroborator/ties(in:of:)``.
        case ties
        /// Claims without a time of their own with groups: ``Corroborator/candidates(in:of:)``.
        case homes

        /// A stretch has two to the power of so many days.
        fileprivate var scale: Int {
            switch self {
            case .ties: 5
            case .homes: 6
            }
        }
    }

    public let dyad: Dyad
    /// Its place among the stretches of days, from that of 1970-01-01; `nil` for all days at once.
    public let stretch: Int?

    /// One line of text without tabs: "CHN-RUS 640", or "CHN-RUS *" for all days at once.
    public var label: String { "\(dyad.code) \(stretch.map { "\($0)" } ?? "*")" }

    /// The stretch in which a day lies.
    static func stretch(of day: Int, for purpose: Purpose) -> Int { day >> purpose.scale }

    /// The blocks of some dyads in some days.
    fileprivate static func blocks(_ dyads: [Dyad], _ days: ClosedRange<Int>, for purpose: Purpose) -> [Block] {
        let stretches = stretch(of: days.lowerBound, for: purpose)...stretch(of: days.upperBound, for: purpose)
        return dyads.flatMap { dyad in stretches.map { Block(dyad: dyad, stretch: $0) } }
    }
}

extension ClaimFacts {
    /// The blocks in which it may be tied to others of its role: a founder's by its days, those of a claim that is news without
    /// a time by its dyads alone. None for one that is only remembered, which is tied to nothing.
    public var tieBlocks: [Block] {
        switch role {
        case .founder: Block.blocks(dyads, window.first...(window.last + Matching.reach), for: .ties)
        case .undated: dyads.map { Block(dyad: $0, stretch: nil) }
        case .remembered: []
        }
    }

    /// The blocks in which it looks for an encounter to join; none for a founder.
    public var homeBlocks: [Block] {
        if role == .founder { return [] }
        if isBoundless { return dyads.map { Block(dyad: $0, stretch: nil) } }
        return Block.blocks(dyads, range, for: .homes)
    }

    /// It may be of any day.
    var isBoundless: Bool { window.basis == .open && published == nil }

    /// The blocks in which claims without a time look for a group: those of its days, and those of all days.
    ///
    /// - Parameter group: all claims of one group of founders, one at least.
    public static func homeBlocks(of group: [ClaimFacts]) -> [Block] {
        guard let days = days(of: group) else { return [] }
        let dyads = Set(group.flatMap(\.dyads)).sorted()
        return Block.blocks(dyads, days, for: .homes) + dyads.map { Block(dyad: $0, stretch: nil) }
    }

    /// The days in which a claim is near a group of founders; `nil` for no group.
    static func days(of group: [ClaimFacts]) -> ClosedRange<Int>? {
        guard let first = group.map(\.window.first).min(), let last = group.map(\.window.last).max() else { return nil }
        return (first - Matching.reach)...(last + Matching.reach)
    }
}
