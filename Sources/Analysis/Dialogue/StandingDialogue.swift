public import Diplomacy

/// A standing dialogue as of a day: its rounds in order, what is missing between them, how often it meets and when the next round is due.
///
/// A pure function of the contacts: their order changes nothing. Time O(n log n).
public struct StandingDialogue: Sendable {
    /// Fewer rounds than this have no cadence.
    public static let fewestRounds = 3

    /// One round that took place.
    public struct Round: Hashable, Sendable {
        /// How the number is known.
        public enum Basis: String, Sendable {
            /// Reports give it.
            case told
            /// It is the only one that fits between the numbers before and after.
            case inferred
            /// Reports give it, but it does not rise with time; it is shown and not reckoned with.
            case outOfOrder = "out of order"
        }

        public var number: Int?
        /// `nil` where there is no number.
        public var basis: Basis?
        /// The first day.
        public var day: Day
        /// Whether the day is known; else it is the first that it may have been.
        public var isExact: Bool
        /// The party that was host, where the caller knows it.
        public var host: String?
        public var encounters: [String]
    }

    /// Rounds that must have taken place, by the numbers, and of which the register has no contact.
    public struct Missing: Hashable, Sendable {
        /// How many; their numbers where every round around them is numbered.
        public var count: Int
        public var numbers: ClosedRange<Int>?
        /// The rounds between which they fall; `after` is `nil` for those before the first round known.
        public var after: Day?
        public var before: Day
    }

    public let series: String
    public let asOf: Day
    public let rounds: [Round]
    public let missing: [Missing]
    public let cadence: Cadence?
    public let leftOut: Rhythm.LeftOut

    /// - Parameters:
    ///   - series: contacts of another series are not looked at.
    ///   - hosts: the host party of an encounter, where known.
    public init(_ series: String, of contacts: [Contact], asOf: Day, hosts: [String: String] = [:]) {
        let asOf = CalendarPeriod.clamped(asOf)
        self.series = series
        self.asOf = asOf
        let (counted, leftOut) = Rhythm.counted(contacts.filter { $0.series == series }, asOf: asOf)
        self.leftOut = leftOut
        var rounds = RoundList(of: counted, hosts: hosts)
        rounds.number()
        self.rounds = rounds.rounds
        missing = rounds.missing
        cadence = Cadence(rounds: rounds.rounds, missing: rounds.missing, asOf: asOf)
    }

    /// The rounds that it rests on.
    public var n: Int { rounds.count }

    /// From the first round to the day of the account; `nil` where there is none.
    public var window: ClosedRange<Day>? { rounds.first.map { $0.day...asOf } }

    public var encounters: [String] { rounds.flatMap(\.encounters) }

    /// How many rounds are missing between those that are known.
    public var missingBetween: Int { missing.reduce(0) { $0 + ($1.after == nil ? 0 : $1.count) } }

    /// Of the successive rounds whose hosts are both known and that miss no round between them, how many changed host. `nil` where
    /// there is none.
    public var alternation: (changed: Int, of: Int)? {
        let gaps = Set(missing.compactMap(\.after))
        let pairs = zip(rounds, rounds.dropFirst()).compactMap { first, second -> Bool? in
            guard let a = first.host, let b = second.host, !gaps.contains(first.day) else { return nil }
            return a != b
        }
        return pairs.isEmpty ? nil : (pairs.count { $0 }, pairs.count)
    }

    /// What it says, in words.
    public var words: String {
        guard let cadence else {
            return n == 0 ? "undefined: no rounds" : "too few rounds (\(n) of at least \(Self.fewestRounds))"
        }
        let tail =
            "next due about \(cadence.due.iso), between \(cadence.dueRange.lowerBound.iso) and \(cadence.dueRange.upperBound.iso)"
        let months = (cadence.median * 10).rounded() / 10
        let state = cadence.overdue > 0 ? "; overdue, \(cadence.overdue) days past the latest" : ""
        return "every \(months) months by \(n) rounds; \(tail)\(state)"
    }
}
