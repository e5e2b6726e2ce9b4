public import Diplomacy

/// How the time since the last contact stands among the gaps that there were before.
///
/// The empirical share is taken, with Clopper and Pearson's interval, and no distribution is fitted: the contacts of a dyad mix
/// yearly rounds with calls that follow each other within days, and a gamma or Weibull fit gives a tail that the long gaps, which
/// alone matter here, do not have. The present silence is itself no gap yet: it is only compared, never counted among them.
public struct Silence: Hashable, Sendable {
    /// Below this share of gaps as long, a silence is unusual.
    public static let unusualShare = 0.05
    /// Below this number of gaps nothing is called unusual.
    public static let fewestGaps = 10

    /// Days since the last contact; `nil` where there was none.
    public let days: Int?
    /// The past gaps that it is compared with.
    public let n: Int
    /// How many of them were as long or longer.
    public let asLong: Int
    /// The encounters of the last day with contacts.
    public let encounters: [String]
    /// From the first contact to the last.
    public let window: ClosedRange<Day>?

    init(gaps: Gaps, last: Rhythm.Last?) {
        days = last?.days
        n = gaps.n
        asLong = last.map { last in gaps.all.count { $0.days >= last.days } } ?? 0
        encounters = last?.encounters ?? []
        window = gaps.window
    }

    /// The share of past gaps that were as long or longer, 0 to 1; `nil` where there is no gap.
    public var share: Double? { n == 0 ? nil : Double(asLong) / Double(n) }

    /// 95 % interval of the share; `nil` where there is no gap.
    public var interval: ClosedRange<Double>? { n == 0 ? nil : CountInterval.clopperPearson(asLong, of: n) }

    /// Whether fewer than one past gap in twenty was as long; `nil` below ten gaps.
    public var isUnusual: Bool? { Self.isUnusual(share: share, of: n) }

    private static func isUnusual(share: Double?, of n: Int) -> Bool? {
        guard n >= fewestGaps, let share else { return nil }
        return share < unusualShare
    }

    /// Whether a silence of so many days would be unusual among gaps; `nil` below ten gaps.
    public static func isUnusual(_ days: Int, among gaps: Gaps) -> Bool? {
        let asLong = gaps.all.count { $0.days >= days }
        return isUnusual(share: gaps.n == 0 ? nil : Double(asLong) / Double(gaps.n), of: gaps.n)
    }

    /// What it says, in words.
    public var words: String {
        guard let days else { return "undefined: no contacts" }
        let since = days == 1 ? "1 day since the last contact" : "\(days) days since the last contact"
        guard n > 0 else { return "\(since); undefined: no earlier gap to compare it with" }
        let told = "\(since); \(asLong) of \(n) earlier \(n == 1 ? "gap was" : "gaps were") as long"
        switch isUnusual {
        case nil: return "\(told); too few gaps to call it usual or unusual"
        case true?: return "\(told); unusual"
        case false?: return "\(told); not unusual"
        }
    }
}
