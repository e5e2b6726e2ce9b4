import Glibc

/// What a part of a series costs at a level: twice its minus log likelihood, but for what is the same for every partition. Convex
/// in the level.
protocol SegmentCost {
    /// How many elements there are.
    var count: Int { get }
    /// All that a part's level can be.
    var levels: ClosedRange<Double> { get }
    /// The cost of the elements `start..<end`, at least one, at their best level.
    func cost(_ start: Int, _ end: Int) -> Double
    /// Their least cost at a level within a range.
    func least(from start: Int, to end: Int, within range: ClosedRange<Double>) -> Double
    /// The levels within a range at which they cost at most so much; `nil` where there is none.
    func levels(from start: Int, to end: Int, costing most: Double, within range: ClosedRange<Double>)
        -> ClosedRange<Double>?
}

/// The squared error about the mean.
struct SquaredErrorCost: SegmentCost {
    private let sums: [Double]
    private let squares: [Double]
    let count: Int
    let levels: ClosedRange<Double>

    /// The mean of all is taken off first, so that large values with small differences keep their digits.
    init(_ values: [Double]) {
        let mean = values.isEmpty ? 0 : values.reduce(0) { $0 + $1 / Double(values.count) }
        var (sum, square) = (0.0, 0.0)
        var sums = [0.0]
        var squares = [0.0]
        for value in values {
            sum += value - mean
            square += (value - mean) * (value - mean)
            sums.append(sum)
            squares.append(square)
        }
        self.sums = sums
        self.squares = squares
        count = values.count
        let least = (values.min() ?? 0) - mean
        levels = least...max(least, (values.max() ?? 0) - mean)
    }

    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return max(0, squares[end] - squares[start] - sum * sum / Double(end - start))
    }

    func least(from start: Int, to end: Int, within range: ClosedRange<Double>) -> Double {
        let n = Double(end - start)
        let mean = (sums[end] - sums[start]) / n
        let away = min(max(mean, range.lowerBound), range.upperBound) - mean
        return cost(start, end) + n * away * away
    }

    func levels(from start: Int, to end: Int, costing most: Double, within range: ClosedRange<Double>)
        -> ClosedRange<Double>?
    {
        let n = Double(end - start)
        let mean = (sums[end] - sums[start]) / n
        let spare = most - cost(start, end)
        guard spare >= 0 else { return nil }
        let reach = (spare / n).squareRoot()
        let low = max(range.lowerBound, mean - reach)
        let high = min(range.upperBound, mean + reach)
        return low <= high ? low...high : nil
    }
}

/// Poisson counts at a rate λ: 2 (E λ − S ln λ) for S counts in E days, and 2 (S − S ln(S / E)) at the best.
struct PoissonCost: SegmentCost {
    private let counts: [Double]
    private let exposures: [Double]
    let count: Int
    let levels: ClosedRange<Double>

    /// A rate of 0 is taken for this share of the greatest, so that its logarithm is a number.
    private static let least = 1e-15

    /// - Parameters:
    ///   - counts: none negative.
    ///   - exposures: in days, each above 0.
    init(counts: [Int], exposures: [Int]) {
        var sums = [0.0]
        var days = [0.0]
        var greatest = 0.0
        var least = Double.infinity
        for (count, exposure) in zip(counts, exposures) {
            sums.append((sums.last ?? 0) + Double(count))
            days.append((days.last ?? 0) + Double(exposure))
            greatest = max(greatest, Double(count) / Double(exposure))
            least = min(least, Double(count) / Double(exposure))
        }
        self.counts = sums
        self.exposures = days
        count = sums.count - 1
        if greatest == 0 { greatest = 1 }
        levels = max(min(least, greatest), greatest * Self.least)...greatest
    }

    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = counts[end] - counts[start]
        guard sum > 0 else { return 0 }
        return 2 * sum * (1 - log(sum / (exposures[end] - exposures[start])))
    }

    func least(from start: Int, to end: Int, within range: ClosedRange<Double>) -> Double {
        let sum = counts[end] - counts[start]
        let days = exposures[end] - exposures[start]
        // no count: free at a rate of 0, which stands at the end of the range
        if sum == 0 { return range.lowerBound == levels.lowerBound ? 0 : 2 * days * range.lowerBound }
        let rate = min(max(sum / days, range.lowerBound), range.upperBound)
        return 2 * (days * rate - sum * log(rate))
    }

    func levels(from start: Int, to end: Int, costing most: Double, within range: ClosedRange<Double>)
        -> ClosedRange<Double>?
    {
        let sum = counts[end] - counts[start]
        let days = exposures[end] - exposures[start]
        guard least(from: start, to: end, within: range) <= most else { return nil }
        func cost(_ rate: Double) -> Double { 2 * (days * rate - (sum == 0 ? 0 : sum * log(rate))) }
        let best = min(max(sum / days, range.lowerBound), range.upperBound)
        var (low, high) = (range.lowerBound, range.upperBound)
        // Newton's steps on a convex function from where it is above `most` never pass the root
        if low < best {
            var x = log(low)
            for _ in 0..<40 {
                let rate = exp(x)
                let over = 2 * (days * rate - sum * x) - most
                let slope = 2 * (days * rate - sum)
                guard over > 0, slope < 0 else { break }
                let step = -over / slope
                x += step
                if step < 1e-13 * max(1, abs(x)) { break }
            }
            low = min(max(low, exp(x)), best)
        }
        if high > best {
            for _ in 0..<40 {
                let over = cost(high) - most
                let slope = 2 * (days - sum / high)
                guard over > 0, slope > 0 else { break }
                let step = over / slope
                high -= step
                if step < 1e-13 * high { break }
            }
            high = max(high, best)
        }
        return low...high
    }
}
