public import Diplomacy

/// Which sources the record rests on at what time, so that a change of sources is not taken for a change of the world.
///
/// Time O(n log n) for n reports.
public struct Coverage: Sendable {
    /// A source is taken to cover the days between two of its reports that are not farther apart than this.
    public static let longestGap = 45

    /// A time in which a source reports.
    public struct Stretch: Hashable, Sendable {
        public var source: String
        public var days: ClosedRange<Day>
        /// Reports that it rests on; `nil` where the span was given.
        public var reports: Int?

        public init(source: String, days: ClosedRange<Day>, reports: Int? = nil) {
            self.source = source
            self.days = days
            self.reports = reports
        }
    }

    /// A day on which the set of sources changes, for a mark on timelines.
    public struct Change: Hashable, Sendable {
        /// The first day of the new set.
        public var day: Day
        /// Sorted.
        public var began: [String]
        /// Those that covered the day before and do not cover this one, sorted.
        public var ended: [String]
        /// How many sources cover the day.
        public var sources: Int
    }

    /// By source, then in the order of time; stretches of one source neither overlap nor touch.
    public let stretches: [Stretch]
    /// The day up to which the record goes: no stretch ends after it, and none is said to end within the gap before it.
    public let asOf: Day
    /// In the order of time.
    public let changes: [Change]
    /// The days that at least one source covers.
    public let covered: [ClosedRange<Day>]
    /// Days covered up to and including each of `covered`.
    private let sums: [Int]

    /// Coverage from the days of each source's reports; days after `asOf` are left out.
    ///
    /// - Parameter longestGap: in days, at least 1.
    public init(reports: [String: [Day]], asOf: Day, longestGap: Int = longestGap) {
        let asOf = CalendarPeriod.clamped(asOf)
        let longestGap = min(max(1, longestGap), 366 * 100)
        var stretches: [Stretch] = []
        for (source, days) in reports {
            for day in days.map(CalendarPeriod.clamped).sorted() where day <= asOf {
                if let last = stretches.last, last.source == source, day - last.days.upperBound <= longestGap {
                    let open = stretches.count - 1
                    stretches[open].days = last.days.lowerBound...day
                    stretches[open].reports = (last.reports ?? 0) + 1
                } else {
                    stretches.append(Stretch(source: source, days: day...day, reports: 1))
                }
            }
            // what reported a short while ago is taken to report still
            if let last = stretches.last, last.source == source, asOf - last.days.upperBound <= longestGap {
                stretches[stretches.count - 1].days = last.days.lowerBound...asOf
            }
        }
        self.init(disjoint: stretches, asOf: asOf)
    }

    /// Coverage from spans that are known; those of one source may overlap.
    public init(spans: [Stretch], asOf: Day) {
        let asOf = CalendarPeriod.clamped(asOf)
        var stretches: [Stretch] = []
        for span in spans.sorted(by: { ($0.source, $0.days.lowerBound) < ($1.source, $1.days.lowerBound) }) {
            let start = CalendarPeriod.clamped(span.days.lowerBound)
            guard start <= asOf else { continue }
            let end = min(CalendarPeriod.clamped(span.days.upperBound), asOf)
            if let last = stretches.last, last.source == span.source, start <= last.days.upperBound + 1 {
                let open = stretches.count - 1
                stretches[open].days = last.days.lowerBound...max(last.days.upperBound, end)
                stretches[open].reports = last.reports.flatMap { sum in span.reports.map { sum + $0 } }
            } else {
                stretches.append(Stretch(source: span.source, days: start...end, reports: span.reports))
            }
        }
        self.init(disjoint: stretches, asOf: asOf)
    }

    private init(disjoint stretches: [Stretch], asOf: Day) {
        self.asOf = asOf
        self.stretches = stretches.sorted {
            ($0.source, $0.days.lowerBound) < ($1.source, $1.days.lowerBound)
        }
        changes = Self.changes(self.stretches, asOf: asOf)
        let covered = Self.union(self.stretches)
        self.covered = covered
        var sum = 0
        sums = covered.map {
            sum += $0.upperBound - $0.lowerBound + 1
            return sum
        }
    }

    /// The sources, sorted.
    public var sources: [String] {
        stretches.map(\.source).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// From the first day covered to the last; `nil` where nothing is.
    public var window: ClosedRange<Day>? {
        guard let first = covered.first, let last = covered.last else { return nil }
        return first.lowerBound...last.upperBound
    }

    /// How many days from one day to another, both included, at least one source covers. O(log n).
    public func exposure(from first: Day, through last: Day) -> Int {
        first <= last ? daysCovered(through: last) - daysCovered(through: CalendarPeriod.clamped(first) - 1) : 0
    }

    /// How many days of a period at least one source covers.
    public func exposure(of period: CalendarPeriod) -> Int { exposure(from: period.start, through: period.end) }

    /// The months from one day to another with what falls into them, for ``Baseline``.
    ///
    /// - Parameter items: keys with their days; in each month they keep their order. What lies in a month without coverage is kept
    ///   with it, and the baseline leaves it out.
    public func months(from first: Day, through last: Day, of items: [(day: Day, key: String)]) -> [Baseline.Month] {
        let periods = CalendarPeriod.all(.month, from: first, through: last)
        guard let start = periods.first else { return [] }
        var keys = [[String]](repeating: [], count: periods.count)
        for item in items where first <= item.day && item.day <= last {
            let place = CalendarPeriod(.month, containing: item.day).index - start.index
            if keys.indices.contains(place) { keys[place].append(item.key) }
        }
        return zip(periods, keys).map { period, keys in
            Baseline.Month(
                period: period, keys: keys, exposure: Double(exposure(of: period)) / Double(period.days))
        }
    }

    private func daysCovered(through day: Day) -> Int {
        var low = 0
        var high = covered.count
        while low < high {
            let middle = (low + high) / 2
            if covered[middle].lowerBound <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        return sums[low - 1] - max(0, covered[low - 1].upperBound - day)
    }

    private static func union(_ stretches: [Stretch]) -> [ClosedRange<Day>] {
        var result: [ClosedRange<Day>] = []
        for days in stretches.map(\.days).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, days.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, days.upperBound)
            } else {
                result.append(days)
            }
        }
        return result
    }

    private static func changes(_ stretches: [Stretch], asOf: Day) -> [Change] {
        var changes: [Day: Change] = [:]
        for stretch in stretches {
            let start = stretch.days.lowerBound
            changes[start, default: Change(day: start, began: [], ended: [], sources: 0)].began.append(stretch.source)
            let end = stretch.days.upperBound + 1
            if end <= asOf {
                changes[end, default: Change(day: end, began: [], ended: [], sources: 0)].ended.append(stretch.source)
            }
        }
        var result = changes.values.sorted { $0.day < $1.day }
        var sources = 0
        for i in result.indices {
            sources += result[i].began.count - result[i].ended.count
            result[i].sources = sources
        }
        return result
    }
}
