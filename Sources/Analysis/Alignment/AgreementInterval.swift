import Glibc

extension VoteTable {
    /// The bounds of the agreement at 95 %; `nil` without common votes.
    ///
    /// The votes are held for draws from three outcomes: the same vote (1), a step apart (½), opposed (0). The bounds are the means that a
    /// likelihood-ratio test does not reject (chi-squared of one degree, 3.8415; S. S. Wilks 1938), the likelihood being that of the three
    /// shares. They lie within 0 to 1, hold the agreement, and are wider than a point where all votes are the same. Roll calls of one
    /// session are not independent draws, so the truth is wider rather than narrower. Constant time, about a hundred thousand operations.
    public var agreementInterval: ClosedRange<Double>? {
        guard let agreement else { return nil }
        let counts = [votes(apart: 2), votes(apart: 1), votes(apart: 0)].map(Double.init)
        let least = Self.highest(counts, mean: agreement) - 3.841458820694124 / 2
        /// The mean between `inside`, which is not rejected, and `outside` at which the test begins to reject.
        func bound(_ inside: Double, _ outside: Double) -> Double {
            if Self.highest(counts, mean: outside) >= least { return outside }
            var (inside, outside) = (inside, outside)
            for _ in 0..<50 {
                let middle = (inside + outside) / 2
                if Self.highest(counts, mean: middle) >= least { inside = middle } else { outside = middle }
            }
            return inside
        }
        return bound(agreement, 0)...bound(agreement, 1)
    }

    /// The highest log-likelihood of three counts (for 0, ½ and 1) among shares of a given mean.
    private static func highest(_ counts: [Double], mean: Double) -> Double {
        // with a share t of 0, the shares of ½ and 1 are 2 (1 − mean − t) and 2 mean − 1 + t
        var low = max(0, 1 - 2 * mean)
        var high = 1 - mean
        func value(_ t: Double) -> Double {
            term(counts[0], t) + term(counts[1], 2 * (1 - mean - t)) + term(counts[2], 2 * mean - 1 + t)
        }
        // the likelihood is concave in t, so its slope tells on which side its top is
        for _ in 0..<60 {
            let t = (low + high) / 2
            let slope =
                ratio(counts[0], t) - ratio(counts[1], 1 - mean - t) + ratio(counts[2], 2 * mean - 1 + t)
            if slope > 0 { low = t } else { high = t }
        }
        return max(value(low), value(high))
    }

    private static func term(_ count: Double, _ share: Double) -> Double {
        count == 0 ? 0 : share > 0 ? count * log(share) : -.infinity
    }

    private static func ratio(_ count: Double, _ share: Double) -> Double {
        count == 0 ? 0 : share > 0 ? count / share : .infinity
    }
}
