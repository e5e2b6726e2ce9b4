public import Diplomacy
import Glibc

/// Stretches in which a dyad has a greater share of all that the register knows than it has on the whole (Kleinberg 2003, section 4).
///
/// A rise of coverage raises both counts and is no burst. Batches of which the register knows nothing tell nothing and are left out. Time
/// and memory O(n k) for n batches and k states.
public struct BatchBursts: Sendable {
    /// What one period holds.
    public struct Batch: Hashable, Sendable {
        public var period: CalendarPeriod
        /// The dyad's.
        public var keys: [String]
        /// How many there are of all dyads, these included.
        public var all: Int

        public init(period: CalendarPeriod, keys: [String], all: Int) {
            self.period = period
            self.keys = keys
            self.all = all
        }
    }

    /// A stretch of a level.
    public struct Burst: Hashable, Sendable {
        /// 1 for the whole, 2 and more for bursts within it.
        public var level: Int
        public var start: CalendarPeriod
        public var end: CalendarPeriod
        /// The places in ``BatchBursts/batches``.
        public var places: ClosedRange<Int>
        /// Kleinberg's weight: how much cheaper its batches are at its level than at the level below; 0 for level 1.
        public var weight: Double
        public var parent: Int?
    }

    /// In the order of time, those without anything left out.
    public let batches: [Batch]
    public let scale: BurstScale
    /// The dyad's share of everything, 0 to 1; `nil` where there is nothing.
    public let share: Double?
    /// The state of each batch, from 0.
    public let states: [Int]
    /// `nil` where the bursts are undefined.
    public let cost: Double?
    public let bursts: [Burst]
    /// Why there are no bursts to tell; `nil` where there are.
    public let undefined: String?

    public init(of batches: [Batch], scale: BurstScale = .standard) {
        let kept = batches.filter { $0.all > 0 }.sorted { $0.period < $1.period }
        self.batches = kept
        self.scale = scale
        let own = kept.reduce(0.0) { $0 + Double($1.keys.count) }
        let all = kept.reduce(0.0) { $0 + Double($1.all) }
        share = all > 0 ? min(1, own / all) : nil
        undefined = Self.reason(kept, own)
        guard undefined == nil, let share else {
            (states, cost, bursts) = ([], nil, [])
            return
        }
        var shares = [share]
        while let last = shares.last, last * scale.base < 1, shares.count < BurstAutomaton.mostStates {
            shares.append(last * scale.base)
        }
        let logs = shares.map { log($0) }
        let others = shares.map { log1p(-$0) }
        let ways = kept.map {
            Special.logFactorial($0.all) - Special.logFactorial($0.keys.count)
                - Special.logFactorial($0.all - $0.keys.count)
        }
        func price(_ batch: Int, _ state: Int) -> Double {
            let r = Double(kept[batch].keys.count)
            let rest = Double(kept[batch].all) - r
            return -ways[batch] - r * logs[state] - (rest == 0 ? 0 : rest * others[state])
        }
        let automaton = BurstAutomaton(
            elements: kept.count, states: shares.count, rise: scale.step * log(Double(kept.count)), cost: price)
        states = automaton.states
        self.cost = automaton.cost
        bursts = automaton.runs.map { run in
            let weight =
                run.state == 0 ? 0 : run.elements.reduce(0) { $0 + price($1, run.state - 1) - price($1, run.state) }
            return Burst(
                level: run.state + 1, start: kept[run.elements.lowerBound].period,
                end: kept[run.elements.upperBound].period, places: run.elements, weight: weight, parent: run.parent)
        }
    }

    /// Batches with anything in them.
    public var n: Int { batches.count }
    public var window: ClosedRange<Day>? {
        guard let first = batches.first, let last = batches.last else { return nil }
        return first.period.start...max(first.period.start, last.period.end)
    }

    /// The dyad's keys in a burst.
    public func keys(of burst: Burst) -> [String] { batches[burst.places].flatMap(\.keys) }

    private static func reason(_ batches: [Batch], _ own: Double) -> String? {
        if batches.count < 2 { return "undefined: fewer than two periods of which the register knows anything" }
        if own == 0 { return "undefined: nothing of the dyad" }
        return batches.contains { $0.keys.count > $0.all }
            ? "undefined: a period holds more of the dyad than of all" : nil
    }
}
