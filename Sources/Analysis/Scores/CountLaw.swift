import Glibc

/// A law of a count: the probabilities of 0, 1, 2, ... up to a largest count.
public struct CountLaw: Hashable, Sendable {
    /// The probability of each count from 0 on; they sum to 1.
    public let masses: [Double]
    /// The probability of at most each count; the last is 1.
    public let cumulative: [Double]

    /// The most counts that a law may hold.
    public static let mostCounts = 1_000_000

    /// - Parameter weights: of the counts from 0 on, none negative; they are divided by their sum.
    /// - Returns: `nil` where there are none, more than ``mostCounts``, or one that is no weight, or where their sum is not positive.
    public init?(weights: [Double]) {
        let sum = weights.reduce(0, +)
        guard !weights.isEmpty, weights.count <= Self.mostCounts, sum > 0, sum.isFinite,
            weights.allSatisfy({ $0 >= 0 })
        else { return nil }
        masses = weights.map { $0 / sum }
        var total = 0.0
        var cumulative = masses.map { mass -> Double in
            total += mass
            return min(1, total)
        }
        cumulative[cumulative.count - 1] = 1
        self.cumulative = cumulative
    }

    /// Poisson's law, up to where less than 1e-16 is left. `nil` for a mean that is negative or above 200,000.
    public static func poisson(mean: Double) -> CountLaw? {
        guard mean >= 0, mean <= 200_000 else { return nil }
        guard mean > 0 else { return CountLaw(weights: [1]) }
        return law(mean: mean, variance: mean) { k in Double(k) * log(mean) - mean - Special.logFactorial(k) }
    }

    /// The negative binomial law: failures before the `size`-th success of probability `prob`; its mean is size · (1 − prob) / prob.
    ///
    /// - Returns: `nil` unless size > 0, 0 < prob ≤ 1 and the law fits in ``mostCounts``.
    public static func negativeBinomial(size: Double, prob: Double) -> CountLaw? {
        guard size > 0, size.isFinite, prob > 0, prob <= 1 else { return nil }
        let mean = size * (1 - prob) / prob
        guard mean <= 200_000 else { return nil }
        guard mean > 0 else { return CountLaw(weights: [1]) }
        return law(mean: mean, variance: mean / prob) { k in
            Special.logGamma(Double(k) + size) - Special.logGamma(size) - Special.logFactorial(k)
                + size * log(prob) + Double(k) * log1p(-prob)
        }
    }

    /// The masses from 0 to the first count beyond the mean where they are negligible.
    private static func law(mean: Double, variance: Double, logMass: (Int) -> Double) -> CountLaw? {
        var weights: [Double] = []
        var k = 0
        while k < mostCounts {
            let mass = exp(logMass(k))
            weights.append(mass)
            // Beyond the mean the masses fall at least as a geometric series of which this is a generous bound of the rest.
            if Double(k) > mean, mass * (1 + variance + Double(k)) < 1e-17 { return CountLaw(weights: weights) }
            k += 1
        }
        return nil
    }

    /// The mean count.
    public var mean: Double { masses.indices.reduce(0) { $0 + Double($1) * masses[$1] } }

    /// The probability of a count; 0 outside the law.
    public func mass(_ count: Int) -> Double { masses.indices.contains(count) ? masses[count] : 0 }

    /// The probability of at least `count`.
    public func chance(atLeast count: Int) -> Double {
        count <= 0 ? 1 : count > masses.count ? 0 : max(0, 1 - cumulative[count - 1])
    }

    /// The least count that is not exceeded with probability `p`; the largest for p ≥ 1. O(log n).
    public func quantile(_ p: Double) -> Int {
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] >= p { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The continuous ranked probability score of the law where `count` came: Σ (F(k) − 1{k ≥ count})². O(n).
    ///
    /// In units of the count; 0 is best. For one sure forecast it is the absolute error (Gneiting and Raftery 2007, JASA 102:359).
    public func crps(_ count: Int) -> Double {
        var sum = 0.0
        for (k, share) in cumulative.enumerated() {
            let difference = k >= count ? 1 - share : share
            sum += difference * difference
        }
        return sum + Double(max(0, count - cumulative.count)) + Double(max(0, -count))
    }

    /// −ln of the probability of what came, in nats; infinite where it was held impossible.
    public func logScore(_ count: Int) -> Double { -log(mass(count)) }
}
