public import Diplomacy
import Glibc

/// A rate of counts with its scatter, from months of which the counts and the covered shares are known.
///
/// The size of the negative binomial is its maximum-likelihood estimate at the rate Σ counts / Σ exposures, which is exact where all months
/// are covered alike. It is used where a likelihood ratio against Poisson counts, whose parameter lies on the boundary of its range (half
/// a χ² of one degree: Self and Liang 1987, JASA 82:605), is significant at 5 %.
public struct CountModel: Hashable, Sendable {
    /// From this on there is over-dispersion.
    public static let significance = 0.05
    /// A greater size scatters like Poisson counts.
    static let greatestSize = 1e4
    static let leastSize = 1e-3

    /// Counts a month.
    public let rate: Double
    /// The size r of the negative binomial (variance μ + μ²/r); `nil` for Poisson counts.
    public let size: Double?
    /// The chance that Poisson counts scatter as much, 0 to 1.
    public let dispersionP: Double
    /// Covered months.
    public let n: Int
    /// What they counted together.
    public let total: Int
    /// Sum of their covered shares.
    public let exposure: Double
    /// From the first of them to the last.
    public let window: ClosedRange<Day>
    /// Months of the record between them that no source covers.
    public let leftOut: Int

    /// - Parameters:
    ///   - counts: at least one, none negative.
    ///   - exposures: one for each count, each above 0.
    init(counts: [Int], exposures: [Double], window: ClosedRange<Day>, leftOut: Int) {
        n = counts.count
        total = counts.reduce(0, +)
        exposure = exposures.reduce(0, +)
        self.window = window
        self.leftOut = leftOut
        rate = Double(total) / exposure
        let likelihood = SizeLikelihood(counts: counts, exposures: exposures, rate: rate)
        if let best = likelihood.best {
            let ratio = max(0, 2 * likelihood.gain(best))
            dispersionP = Special.normalShare(-ratio.squareRoot())
            size = dispersionP < Self.significance ? best : nil
        } else {
            dispersionP = 1
            size = nil
        }
    }

    /// The distribution of what so many covered months count.
    ///
    /// The rate is itself known from few counts: it is taken for a gamma variable about (Σ counts + 1/2) / Σ exposures (Jeffreys'
    /// prior), so that a dyad without a contact so far is not certain to stay without. Months are independent of each other.
    func prediction(exposure months: Double) -> CountDistribution {
        let counted = Double(total) + 0.5
        let mean = counted / exposure * months
        // squared coefficients of variation add: that of the rate, and that of the months to come
        var scatter = 1 / counted
        if let size { scatter += 1 / (size * Double(n)) + 1 / (size * max(1, months)) }
        return CountDistribution(mean: mean, size: 1 / scatter)
    }
}

/// The likelihood of the size of a negative binomial whose means are known.
struct SizeLikelihood {
    /// How many counts are above 0, above 1 and so on, as long as that many are kept apart.
    private var above: [Int] = []
    /// Counts above the last of `above`.
    private var great: [Int] = []
    /// Means that occur, with the sums of the counts and how often they occur.
    private var means: [(mean: Double, count: Double, n: Double)] = []
    /// Σ (y − μ)² − y: at most 0 where the counts scatter no more than Poisson counts.
    private var excess = 0.0

    private static let mostKeptApart = 256

    init(counts: [Int], exposures: [Double], rate: Double) {
        above = [Int](repeating: 0, count: min(counts.max() ?? 0, Self.mostKeptApart))
        for (count, exposure) in zip(counts, exposures) {
            let mean = rate * exposure
            excess += (Double(count) - mean) * (Double(count) - mean) - Double(count)
            if let i = means.firstIndex(where: { $0.mean == mean }) {
                means[i].count += Double(count)
                means[i].n += 1
            } else {
                means.append((mean, Double(count), 1))
            }
            if count > Self.mostKeptApart { great.append(count) }
            for j in 0..<min(count, Self.mostKeptApart) { above[j] += 1 }
        }
    }

    /// The size of greatest likelihood; `nil` where the counts scatter no more than Poisson counts.
    var best: Double? {
        guard excess > 0 else { return nil }
        var low = log(CountModel.leastSize)
        var high = log(CountModel.greatestSize)
        if slope(exp(high)) > 0 { return nil }
        if slope(exp(low)) < 0 { return CountModel.leastSize }
        while high - low > 0.01 {
            let middle = (low + high) / 2
            if slope(exp(middle)) > 0 { low = middle } else { high = middle }
        }
        // within so narrow a range the slope is all but a straight line
        var (below, above) = (slope(exp(low)), slope(exp(high)))
        for _ in 0..<5 where below > 0 && above < 0 {
            let middle = low + (high - low) * below / (below - above)
            let value = slope(exp(middle))
            if value > 0 { (low, below) = (middle, value) } else { (high, above) = (middle, value) }
        }
        return exp(below < -above ? low : high)
    }

    /// The derivative of the log likelihood by the size.
    private func slope(_ size: Double) -> Double {
        var sum = 0.0
        for (j, n) in above.enumerated() { sum += Double(n) / (size + Double(j)) }
        for count in great {
            sum += Special.digamma(Double(count) + size) - Special.digamma(Double(Self.mostKeptApart) + size)
        }
        for (mean, count, n) in means {
            sum += n * (log1p(-mean / (size + mean)) + 1) - (count + n * size) / (size + mean)
        }
        return sum
    }

    /// By how much the log likelihood of a size is above that of Poisson counts of the same means.
    func gain(_ size: Double) -> Double {
        var sum = 0.0
        for (j, n) in above.enumerated() { sum += Double(n) * log(size + Double(j)) }
        for count in great {
            sum += Special.logGamma(Double(count) + size) - Special.logGamma(Double(Self.mostKeptApart) + size)
        }
        for (mean, count, n) in means {
            sum += n * (size * log1p(-mean / (size + mean)) + mean) - count * log(size + mean)
        }
        return sum
    }
}
