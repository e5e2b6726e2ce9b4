import Glibc

/// Exact intervals of counts and shares.
enum CountInterval {
    /// 95 %: what lies outside on either side.
    static let tail = 0.025

    /// Garwood's interval of a Poisson mean of which `count` was seen (F. Garwood 1936, Biometrika 28:437).
    static func garwood(_ count: Int, tail: Double = tail) -> ClosedRange<Double> {
        let count = Double(max(0, count))
        let low = count == 0 ? 0 : gammaQuantile(tail, shape: count)
        let high = gammaQuantile(1 - tail, shape: count + 1)
        return low...max(low, high)
    }

    /// Clopper and Pearson's interval of a share of which `count` in `of` were seen (1934, Biometrika 26:404); 0 to 1 where `of` is 0.
    static func clopperPearson(_ count: Int, of: Int, tail: Double = tail) -> ClosedRange<Double> {
        guard of > 0 else { return 0...1 }
        let k = Double(min(max(0, count), of))
        let n = Double(of)
        let low = k == 0 ? 0 : bisect(in: 0...1) { Special.betaShare($0, k, n - k + 1) < tail }
        let high = k == n ? 1 : bisect(in: 0...1) { Special.betaShare($0, k + 1, n - k) < 1 - tail }
        return low...max(low, high)
    }

    /// The quantile of a gamma distribution of scale 1; 0 < p < 1, shape > 0. From Wilson and Hilferty's cube on.
    static func gammaQuantile(_ p: Double, shape: Double) -> Double {
        let z = Special.normalQuantile(p)
        let ninth = 1 / (9 * shape)
        let cube = 1 - ninth + z * ninth.squareRoot()
        var high = max(shape * cube * cube * cube, 1e-3) * 2
        while Special.gammaShare(shape, high) < p, high.isFinite { high *= 2 }
        return bisect(in: 0...high) { Special.gammaShare(shape, $0) < p }
    }

    /// Where a condition that holds at first ceases to hold, to the last bit that matters.
    private static func bisect(in range: ClosedRange<Double>, _ isBelow: (Double) -> Bool) -> Double {
        var low = range.lowerBound
        var high = range.upperBound
        for _ in 0..<200 where high - low > 1e-14 * high {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
