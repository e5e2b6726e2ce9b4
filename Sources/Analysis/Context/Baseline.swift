import Diplomacy

/// What is usual for a dyad: a model of its contacts or events a month, from the months before.
///
/// The months before a day give a rate; the counts scatter about it as a negative binomial where they scatter more than chance, else as
/// Poisson counts. Months that no source covers are left out and are never zeros; half-covered ones count by their share.
/// ``reading(of:)`` takes O(window + greatest count).
public struct Baseline: Sendable {
    /// How many covered months before are looked at.
    public static let window = 60
    /// Fewer covered months than this give no baseline.
    public static let fewestMonths = 12
    /// A month counts as covered where sources cover this share of its days at least.
    public static let leastExposure = 0.1
    /// A greater count of one month is taken for this many.
    public static let greatestCount = 100_000

    /// One month of the record.
    public struct Month: Hashable, Sendable {
        public var period: CalendarPeriod
        /// The encounters or events of the month.
        public var keys: [String]
        /// The share of its days that sources cover, 0 to 1.
        public var exposure: Double

        public init(period: CalendarPeriod, keys: [String], exposure: Double) {
            self.period = period
            self.keys = keys
            self.exposure = exposure.isFinite ? min(1, max(0, exposure)) : 0
        }
    }

    /// The months in order, one for each calendar month that was given.
    public let months: [Month]
    private let counts: [Int]
    private let exposures: [Double]
    /// Places of the months that sources cover.
    private let covered: [Int]

    /// - Parameter months: in any order; periods of another unit are not looked at; of a month that is given twice the first counts.
    public init(_ months: [Month]) {
        var seen: Set<CalendarPeriod> = []
        let kept = months.filter { $0.period.unit == .month && seen.insert($0.period).inserted }
            .sorted { $0.period < $1.period }
        self.months = kept
        counts = kept.map { min($0.keys.count, Self.greatestCount) }
        exposures = kept.map(\.exposure)
        covered = kept.indices.filter { kept[$0].exposure >= Self.leastExposure }
    }

    /// The baseline of what starts in a given month, from the months before it.
    public func model(before period: CalendarPeriod) -> CountModel? {
        guard period.unit == .month else { return nil }
        let end = covered.partition { months[$0].period >= period }
        let used = covered[max(0, end - Self.window)..<end]
        guard used.count >= Self.fewestMonths, let first = used.first, let last = used.last else { return nil }
        return CountModel(
            counts: used.map { counts[$0] }, exposures: used.map { exposures[$0] },
            window: months[first].period.start...months[last].period.end,
            leftOut: last - first + 1 - used.count)
    }

    /// How usual the count of a month is; `nil` where no source covers it, or fewer than twelve months before it are covered.
    public func reading(of period: CalendarPeriod) -> BaselineReading? {
        let place = months.partition { $0.period >= period }
        guard place < months.count, months[place].period == period, exposures[place] >= Self.leastExposure,
            let model = model(before: period)
        else { return nil }
        return BaselineReading(
            days: period.start...period.end, keys: months[place].keys, exposure: exposures[place], model: model)
    }

    /// Why there is no reading of a month; `nil` where there is one.
    public func undefined(_ period: CalendarPeriod) -> String? {
        let place = months.partition { $0.period >= period }
        guard place < months.count, months[place].period == period, exposures[place] >= Self.leastExposure else {
            return "undefined: no source covers \(period.label)"
        }
        guard model(before: period) == nil else { return nil }
        return "undefined: fewer than \(Self.fewestMonths) covered months before \(period.label)"
    }

    /// The readings of all months that have one, in order.
    public var readings: [BaselineReading] { months.compactMap { reading(of: $0.period) } }

    /// The keys of the months that a model rests on.
    public func keys(of model: CountModel) -> [String] {
        covered.map { months[$0] }.filter { model.window.contains($0.period.start) }.flatMap(\.keys)
    }
}

extension Array {
    /// The place of the first element for which a condition holds that holds for all after it; the count where there is none.
    fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
