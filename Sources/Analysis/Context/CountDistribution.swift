import Glibc

/// A negative binomial distribution of counts with mean μ and size r: variance μ + μ²/r.
struct CountDistribution {
    /// At least 0.
    var mean: Double
    /// Above 0.
    var size: Double

    /// Up to this mean counts are walked through one by one, above it they are searched.
    private static let walked = 200.0
    /// No quantile is greater.
    private static let greatest = 1 << 40

    /// ln P(Y = count).
    func logProbability(_ count: Int) -> Double {
        guard count >= 0 else { return -.infinity }
        guard mean > 0 else { return count == 0 ? 0 : -.infinity }
        let y = Double(count)
        return Special.logGamma(y + size) - Special.logGamma(size) - Special.logFactorial(count)
            - size * log1p(mean / size) + y * log(mean / (size + mean))
    }

    /// P(Y ≤ count).
    func share(upTo count: Int) -> Double {
        guard count >= 0 else { return 0 }
        guard mean > 0 else { return 1 }
        return Special.betaShare(size / (size + mean), size, Double(count) + 1)
    }

    /// The least counts up to which at least the shares lie; both between 0 and 1, `low` ≤ `high`.
    func quantiles(_ low: Double, _ high: Double) -> ClosedRange<Int> {
        guard mean > 0 else { return 0...0 }
        guard mean <= Self.walked else {
            let first = searched(low)
            return first...max(first, searched(high))
        }
        var count = 0
        var probability = exp(-size * log1p(mean / size))
        var sum = probability
        let odds = mean / (size + mean)
        var first: Int?
        while true {
            if first == nil, sum >= low { first = count }
            // what is lost to rounding is less than this
            if sum >= high - 1e-13 { break }
            probability *= odds * (size + Double(count)) / Double(count + 1)
            count += 1
            sum += probability
            if probability == 0, Double(count) > mean { break }
        }
        return (first ?? count)...count
    }

    private func searched(_ share: Double) -> Int {
        var low = 0
        var high = max(1, Int(min(mean * 2, Double(Self.greatest))))
        while high < Self.greatest, self.share(upTo: high) < share { high *= 2 }
        while low < high {
            let middle = low + (high - low) / 2
            if self.share(upTo: middle) >= share { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// How unusual a count is, on both sides: twice the smaller of the tails that begin in its middle, 0 to 1.
    func midP(_ count: Int) -> Double {
        let here = exp(logProbability(count)) / 2
        let below = share(upTo: count - 1) + here
        return min(1, 2 * min(below, max(0, 1 - below)))
    }
}
