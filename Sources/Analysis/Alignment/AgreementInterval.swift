import Glibc

extension VoteTable {
    /// The bounds of the agreement at 95 %; `nil` without common votes.
    ///
    /// The votes are held for draws from three outcomes: the same vote (1), a step apart (½), opposed (0). The bounds are the means that a
    /// likelihood-ratio test does not reject (chi-squared of one degree, 3.8415; S. S. Wilks 1938), the likelihood being that of the three
    /// shares. They lie within 0 to 1, hold the agreement, and are wider than a point where all votes are the same. Roll calls of one
    /// session are not independent draws, so the truth is wider rather than narrower. Constant time, a hundred quadratic equations.
    public var agreementInterval: ClosedRange<Double>? {
        guard let agreement else { return nil }
        let counts = SIMD4(Double(votes(apart: 2)), Double(votes(apart: 1)), Double(votes(apart: 0)), 0)
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
    private static func highest(_ counts: SIMD4<Double>, mean: Double) -> Double {
        // with a share t of 0, the shares of ½ and 1 are 2 (a − t) and b + t
        let (a, b) = (1 - mean, 2 * mean - 1)
        // the slope c0 / t − c1 / (a − t) + c2 / (b + t) is 0 at a root of −n t² + (c0 (a − b) − c1 b + c2 a) t + c0 a b; the likelihood
        // is concave in t, so its top is the greater root, kept within what shares can be
        let n = counts.sum()
        let linear = counts[0] * (a - b) - counts[1] * b + counts[2] * a
        let product = counts[0] * a * b
        let spread = max(0, linear * linear + 4 * n * product).squareRoot()
        // of the two forms of the root the one that takes no difference of like numbers
        let root = linear < 0 ? 2 * product / (spread - linear) : (linear + spread) / (2 * n)
        let t = min(max(root, 0, -b), a)
        return term(counts[0], t) + term(counts[1], 2 * (a - t)) + term(counts[2], b + t)
    }

    private static func term(_ count: Double, _ share: Double) -> Double {
        count == 0 ? 0 : share > 0 ? count * log(share) : -.infinity
    }
}
