/// How often what was given a probability came: a line for each range of forecasts.
public struct Reliability: Hashable, Sendable {
    /// How forecasts are put together.
    public enum Bins: Hashable, Sendable {
        /// Ranges of equal width between 0 and 1.
        case fixed(Int)
        /// Ranges with about equally many forecasts; equal forecasts are never parted.
        case equalCounts(Int)
    }

    public struct Line: Hashable, Sendable {
        /// The least and the greatest forecast.
        public let forecasts: ClosedRange<Double>
        public let count: Int
        public let meanForecast: Double
        /// The share of which it came.
        public let share: Double
        /// Wilson's interval of the share, as if the forecasts were independent.
        public let interval: ClosedRange<Double>
    }

    /// In order of the forecasts; ranges without any are left out.
    public let lines: [Line]

    /// Σ n |mean forecast − share| / Σ n: the mean distance from the diagonal, 0 to 1.
    public var meanError: Double {
        let total = lines.reduce(0) { $0 + $1.count }
        guard total > 0 else { return 0 }
        return lines.reduce(0) { $0 + Double($1.count) * abs($1.meanForecast - $1.share) } / Double(total)
    }

    /// - Returns: `nil` where there are no forecasts, lengths differ, a value is no probability or bins are fewer than one. O(n log n).
    public init?(_ forecasts: [Double], _ outcomes: [Bool], bins: Bins = .fixed(10), share: Double = 0.9) {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count, share > 0, share < 1,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let order = forecasts.indices.sorted { forecasts[$0] < forecasts[$1] }
        guard let groups = Self.groups(order, forecasts, bins) else { return nil }
        let z = Special.normalQuantile((1 + share) / 2)
        lines = groups.compactMap { group in
            guard let first = group.first, let last = group.last else { return nil }
            let came = group.count { outcomes[$0] }
            return Line(
                forecasts: forecasts[first]...forecasts[last], count: group.count,
                meanForecast: group.reduce(0) { $0 + forecasts[$1] } / Double(group.count),
                share: Double(came) / Double(group.count), interval: Self.wilson(came, group.count, z))
        }
    }

    private static func groups(_ order: [Int], _ forecasts: [Double], _ bins: Bins) -> [ArraySlice<Int>]? {
        var result: [ArraySlice<Int>] = []
        var start = 0
        switch bins {
        case .fixed(let count):
            guard (1...10_000).contains(count) else { return nil }
            for bin in 1...count {
                let edge = Double(bin) / Double(count)
                var end = start
                while end < order.count, forecasts[order[end]] < edge || bin == count { end += 1 }
                if end > start { result.append(order[start..<end]) }
                start = end
            }
        case .equalCounts(let count):
            guard (1...10_000).contains(count) else { return nil }
            for bin in 1...count {
                // What equal forecasts took from the next ranges those are without.
                var end = order.count * bin / count
                guard end > start else { continue }
                while end < order.count, forecasts[order[end]] == forecasts[order[end - 1]] { end += 1 }
                result.append(order[start..<end])
                start = end
            }
        }
        return result
    }

    /// Wilson's interval of a share (1927, JASA 22:209); `count` > 0.
    static func wilson(_ came: Int, _ count: Int, _ z: Double) -> ClosedRange<Double> {
        let (n, p) = (Double(count), Double(came) / Double(count))
        let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
        return (came == 0 ? 0 : max(0, middle - half))...(came == count ? 1 : min(1, middle + half))
    }
}
