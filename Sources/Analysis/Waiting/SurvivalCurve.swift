import Glibc

/// The share of waits that last longer than each time: Kaplan and Meier's estimate with delayed entry, and Nelson and Aalen's
/// cumulative hazard beside it.
///
/// Kaplan and Meier 1958 (JASA 53:457); Greenwood's variance; intervals on the scale of log(−log S), which stay within 0 and 1
/// (Kalbfleisch and Prentice 2002, section 1.4).
public struct SurvivalCurve: Hashable, Sendable {
    /// A time at which waits ended.
    public struct Step: Hashable, Sendable {
        /// Days since the last contact.
        public let time: Double
        /// Waits that were watched just before that time and had not ended.
        public let atRisk: Int
        /// Waits that ended then.
        public let ends: Int
        /// The share that lasts longer, 0 to 1.
        public let survival: Double
        /// Nelson and Aalen's cumulative hazard.
        public let hazard: Double
        /// Of `survival`; `nil` where it is 0, of which the data tell no variance.
        public let interval: ClosedRange<Double>?
    }

    /// In order of time.
    public let steps: [Step]
    /// The longest time that was watched, in days.
    public let watched: Double
    /// How many waits it rests on, and how many of them ended.
    public let waits: Int
    public let ends: Int

    /// - Parameters:
    ///   - intervals: at least one.
    ///   - share: of the intervals, between 0 and 1.
    /// - Returns: `nil` where there are no intervals, or `share` is none. O(n log n).
    public init?(_ intervals: [Interval], share: Double = 0.9) {
        guard let longest = intervals.map(\.time).max(), share > 0, share < 1 else { return nil }
        let entries = intervals.map(\.entry).sorted()
        let times = intervals.sorted { $0.time < $1.time }
        let z = Special.normalQuantile((1 + share) / 2)
        var steps: [Step] = []
        var (entered, left) = (0, 0)
        var (survival, hazard, greenwood) = (1.0, 0.0, 0.0)
        var i = 0
        while i < times.count {
            let time = times[i].time
            var ends = 0
            var next = i
            while next < times.count, times[next].time == time {
                ends += times[next].ended ? 1 : 0
                next += 1
            }
            while entered < entries.count, entries[entered] < time { entered += 1 }
            let atRisk = entered - left
            if ends > 0 {
                let risk = Double(atRisk)
                survival *= 1 - Double(ends) / risk
                if ends == atRisk { survival = 0 }
                hazard += Double(ends) / risk
                greenwood += Double(ends) / (risk * (risk - Double(ends)))
                steps.append(
                    Step(
                        time: time, atRisk: atRisk, ends: ends, survival: survival, hazard: hazard,
                        interval: Self.interval(survival, greenwood, z)))
            }
            left += next - i
            i = next
        }
        self.steps = steps
        watched = longest
        waits = intervals.count
        self.ends = intervals.count { $0.ended }
    }

    /// S^exp(±z·√(Greenwood's sum) / ln S).
    private static func interval(_ survival: Double, _ greenwood: Double, _ z: Double) -> ClosedRange<Double>? {
        guard survival > 0, survival < 1 else { return nil }
        let width = z * greenwood.squareRoot() / log(survival)
        let ends = [pow(survival, exp(width)), pow(survival, exp(-width))].sorted()
        return ends[0]...ends[1]
    }

    /// The last step up to a time; `nil` before the first. O(log n).
    public func step(at time: Double) -> Step? {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : steps[low - 1]
    }

    /// The share that lasts longer than `time`; `nil` where no wait was watched so long and some were still under way.
    public func survival(at time: Double) -> Double? {
        let survival = step(at: time)?.survival ?? 1
        return time <= watched || survival == 0 ? survival : nil
    }

    /// The probability that a wait that has lasted `silence` days ends within `horizon` more; `nil` where the curve does not reach.
    public func chance(within horizon: Double, silentFor silence: Double) -> Double? {
        guard horizon >= 0, silence >= 0, let now = survival(at: silence), now > 0,
            let then = survival(at: silence + horizon)
        else { return nil }
        return 1 - then / now
    }

    /// The shortest time by which the share `p` of waits has ended; `nil` where so many have not.
    public func quantile(_ p: Double) -> Double? {
        guard p > 0, p <= 1 else { return nil }
        return steps.first { 1 - $0.survival >= p - 1e-12 }?.time
    }
}
