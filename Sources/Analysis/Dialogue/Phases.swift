public import Diplomacy
import Glibc

/// Phases of a dyad's contacts: stretches of one rate each, and the days on which the rate changed.
///
/// Counts are taken for Poisson counts of the days that sources cover, so that half-covered years do not look quiet, and uncovered periods
/// are left out. A change costs 3 ln n for n covered periods, in units of twice the log likelihood: one ln n each for the new rate, the
/// place of the change and the choice of it, which comes near the modified criterion of Zhang and Siegmund (2007, Biometrics 63:22).
public struct Phases: Sendable {
    /// What one day, month or other stretch of days holds.
    public struct Cell: Hashable, Sendable {
        public var days: ClosedRange<Day>
        public var keys: [String]
        /// How many of the days sources cover.
        public var exposure: Int

        /// An exposure that is negative or greater than the days there are is cut to what is possible.
        public init(days: ClosedRange<Day>, keys: [String], exposure: Int) {
            self.days = days
            self.keys = keys
            let length = CalendarPeriod.clamped(days.upperBound) - CalendarPeriod.clamped(days.lowerBound) + 1
            self.exposure = min(max(0, exposure), length)
        }
    }

    /// A stretch of one rate.
    public struct Phase: Hashable, Sendable {
        /// From the first covered cell to the last.
        public var days: ClosedRange<Day>
        public var n: Int { keys.count }
        public var keys: [String]
        /// Days that sources cover.
        public var exposure: Int
        /// Contacts a year of 365.2425 covered days.
        public var rate: Double
        /// 95 % interval of the rate (Garwood), as if its ends had been known beforehand: the search for changes makes it too narrow.
        public var interval: ClosedRange<Double>
    }

    static let daysPerYear = 365.2425

    /// In the order of time; none where nothing is covered.
    public let phases: [Phase]
    /// What each change costs; `nil` where their number was given.
    public let penalty: Double?
    /// The cost of the partition, penalties included: twice the minus log likelihood, but for what is the same for every partition.
    public let cost: Double
    /// Covered cells that it rests on.
    public let n: Int
    /// Keys of cells that no source covers; they are in no phase.
    public let leftOut: [String]

    /// The usual penalty for so many covered cells.
    public static func penalty(cells n: Int) -> Double { 3 * log(Double(max(2, n))) }

    /// Phases with a penalty for each change.
    ///
    /// - Parameters:
    ///   - cells: in any order; they should not overlap.
    ///   - penalty: at least 0; `nil`, and what is no such number, gives ``penalty(cells:)``.
    public init(of cells: [Cell], penalty: Double? = nil) {
        let usable = Usable(cells)
        let usual = Self.penalty(cells: usable.cells.count)
        let penalty = penalty.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } ?? usual
        self.init(usable, ChangePoints(usable.costs, penalty: penalty), penalty: penalty)
    }

    /// The phases of the best partition with at most so many changes; `nil` where it would take too long, above 2,000 cells (neighbouring
    /// cells without contacts count as one).
    public init?(of cells: [Cell], mostChanges: Int) {
        let usable = Usable(cells)
        guard usable.costs.count <= ChangePoints.mostForFewChanges else { return nil }
        self.init(usable, ChangePoints(usable.costs, mostChanges: mostChanges), penalty: nil)
    }

    private init(_ usable: Usable, _ points: ChangePoints, penalty: Double?) {
        self.penalty = penalty
        cost = points.cost
        n = usable.cells.count
        leftOut = usable.leftOut
        phases = points.parts.compactMap { part in
            let cells = usable.cells[usable.starts[part.lowerBound]..<usable.starts[part.upperBound]]
            guard let first = cells.first, let last = cells.last else { return nil }
            let keys = cells.flatMap(\.keys)
            let exposure = cells.reduce(0) { $0 + $1.exposure }
            let years = Double(exposure) / Self.daysPerYear
            let interval = CountInterval.garwood(keys.count)
            return Phase(
                days: first.days.lowerBound...max(first.days.lowerBound, last.days.upperBound), keys: keys,
                exposure: exposure, rate: Double(keys.count) / years,
                interval: interval.lowerBound / years...interval.upperBound / years)
        }
    }

    public var window: ClosedRange<Day>? {
        guard let first = phases.first, let last = phases.last else { return nil }
        return first.days.lowerBound...max(first.days.lowerBound, last.days.upperBound)
    }

    /// The first day of every phase but the first.
    public var changes: [Day] { phases.dropFirst().map(\.days.lowerBound) }

    /// The covered cells in order, with neighbouring cells without contacts put together. That loses nothing: the cost of two neighbouring
    /// parts is concave in where an empty stretch is cut, so that the best cut is at one of its ends.
    private struct Usable {
        var cells: [Cell]
        var leftOut: [String]
        /// Where each element of `costs` begins in `cells`, and their end.
        var starts: [Int]
        var costs: PoissonCost

        init(_ given: [Cell]) {
            let sorted = given.sorted { $0.days.lowerBound < $1.days.lowerBound }
            let covered = sorted.filter { $0.exposure > 0 }
            let starts =
                covered.indices.filter { $0 == 0 || !covered[$0].keys.isEmpty || !covered[$0 - 1].keys.isEmpty }
                + [covered.count]
            cells = covered
            self.starts = starts
            leftOut = sorted.filter { $0.exposure == 0 }.flatMap(\.keys)
            var counts: [Int] = []
            var exposures: [Int] = []
            for (start, end) in zip(starts, starts.dropFirst()) {
                counts.append(covered[start..<end].reduce(0) { $0 + $1.keys.count })
                exposures.append(covered[start..<end].reduce(0) { $0 + $1.exposure })
            }
            costs = PoissonCost(counts: counts, exposures: exposures)
        }
    }
}
