/// The continuous ranked probability score ∫ (F(x) − 1{x ≥ y})² dx, in units of what is forecast; 0 is best.
///
/// Gneiting and Raftery 2007 (JASA 102:359), section 4.2; for laws of counts see ``CountLaw/crps(_:)``.
public enum RankedScore {
    /// Of the empirical distribution of an ensemble: Σ wᵢ|xᵢ − y| − ½ ΣΣ wᵢwⱼ|xᵢ − xⱼ|.
    ///
    /// - Parameter weights: one a member, none negative, divided by their sum; equal where `nil`.
    /// - Returns: `nil` for an ensemble without members, values that are not finite, or weights that are none. O(n log n).
    public static func ensemble(_ members: [Double], weights: [Double]? = nil, came: Double) -> Double? {
        let weights = weights ?? members.map { _ in 1 }
        let sum = weights.reduce(0, +)
        guard !members.isEmpty, weights.count == members.count, weights.allSatisfy({ $0 >= 0 }), sum > 0, sum.isFinite,
            came.isFinite, members.allSatisfy(\.isFinite)
        else { return nil }
        let order = members.indices.sorted { members[$0] < members[$1] }
        var (error, pairs, before, moment) = (0.0, 0.0, 0.0, 0.0)
        for i in order {
            let weight = weights[i] / sum
            error += weight * abs(members[i] - came)
            pairs += weight * (members[i] * before - moment)
            before += weight
            moment += weight * members[i]
        }
        return error - pairs
    }

    /// The fair score of an ensemble, which estimates the score of the law that the members are drawn from:
    /// mean |xᵢ − y| − ΣΣ|xᵢ − xⱼ| / (2n(n − 1)) (Ferro 2014, QJRMS 140:1917).
    ///
    /// - Returns: `nil` for fewer than two members or values that are not finite. O(n log n).
    public static func fairEnsemble(_ members: [Double], came: Double) -> Double? {
        guard members.count > 1, came.isFinite, members.allSatisfy(\.isFinite) else { return nil }
        let count = Double(members.count)
        var (error, pairs) = (0.0, 0.0)
        for (i, member) in members.sorted().enumerated() {
            error += abs(member - came)
            pairs += member * (2 * Double(i) - count + 1)
        }
        return error / count - pairs / (count * (count - 1))
    }

    /// Of a distribution function that is linear between the points of a grid, 0 before and constant after; over the grid's range,
    /// which is the forecast's: what lies beyond its last point counts as that point.
    ///
    /// - Parameters:
    ///   - grid: ascending, at least one point.
    ///   - shares: the distribution function at each point, 0 to 1, never falling.
    /// - Returns: `nil` where they are not so. O(n).
    public static func piecewise(_ grid: [Double], _ shares: [Double], came: Double) -> Double? {
        guard isDistribution(grid, shares), !came.isNaN, let first = grid.first, let last = grid.last else {
            return nil
        }
        let came = min(came, last)
        var sum = max(0, first - came)
        for i in grid.indices.dropLast() {
            let (a, b, low, high) = (grid[i], grid[i + 1], shares[i], shares[i + 1])
            if came <= a {
                sum += squared(1 - low, 1 - high, b - a)
            } else if came >= b {
                sum += squared(low, high, b - a)
            } else {
                let middle = low + (high - low) * (came - a) / (b - a)
                sum += squared(low, middle, came - a) + squared(1 - middle, 1 - high, b - came)
            }
        }
        return sum
    }

    /// Of a distribution function that steps to `shares[i]` at `grid[i]` and is constant up to the next point; over the grid's range.
    public static func steps(_ grid: [Double], _ shares: [Double], came: Double) -> Double? {
        guard isDistribution(grid, shares), !came.isNaN, let first = grid.first, let last = grid.last else {
            return nil
        }
        let came = min(came, last)
        var sum = max(0, first - came)
        for i in grid.indices.dropLast() {
            let (a, b, share) = (grid[i], grid[i + 1], shares[i])
            let before = min(max(came, a), b) - a
            sum += before * share * share + (b - a - before) * (1 - share) * (1 - share)
        }
        return sum
    }

    private static func isDistribution(_ grid: [Double], _ shares: [Double]) -> Bool {
        !grid.isEmpty && grid.count == shares.count && grid.allSatisfy(\.isFinite)
            && zip(grid, grid.dropFirst()).allSatisfy { $0 < $1 } && shares.allSatisfy { $0 >= 0 && $0 <= 1 }
            && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }
    }

    /// ∫ of the square of a line from `a` to `b` over a length.
    private static func squared(_ a: Double, _ b: Double, _ length: Double) -> Double {
        length * (a * a + a * b + b * b) / 3
    }
}
