import Glibc

/// Scores of a probability of something that came or did not; less is better.
public enum ProbabilityScore {
    /// (p − outcome)², 0 to 1 (Brier 1950).
    public static func brier(_ probability: Double, _ came: Bool) -> Double {
        let difference = probability - (came ? 1 : 0)
        return difference * difference
    }

    /// −ln of the probability given to what came, in nats; infinite where it was held impossible.
    public static func log(_ probability: Double, _ came: Bool) -> Double {
        came ? -Glibc.log(probability) : -log1p(-probability)
    }

    /// The ignorance in bits of an ensemble of which one bin came: −log₂ of the bin's share, each bin counted once more than it holds
    /// so that an empty one is not impossible (Laplace's rule; Roulston and Smith 2002, MWR 130:1653).
    ///
    /// - Parameters:
    ///   - edges: of the bins, ascending, at least two; a bin holds its lower edge and not its upper one, save the last.
    ///   - members: of the ensemble; those outside the edges belong to the first or the last bin.
    /// - Returns: `nil` where `edges` make no bins, or a value is no number.
    public static func ignorance(_ members: [Double], edges: [Double], came: Double) -> Double? {
        let bins = edges.count - 1
        guard bins >= 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }), !came.isNaN,
            !members.contains(where: \.isNaN)
        else { return nil }
        func bin(_ value: Double) -> Int { min(bins - 1, max(0, (edges.firstIndex { $0 > value } ?? bins) - 1)) }
        let place = bin(came)
        let count = members.count { bin($0) == place }
        return -log2(Double(count + 1) / Double(members.count + bins))
    }
}

/// Murphy's parts of the mean Brier score over groups of forecasts (Murphy 1973, JAM 12:595), with what is within the groups
/// (Stephenson, Coelho and Jolliffe 2008, Weather and Forecasting 23:752), so that they always sum to it:
/// brier = reliability − resolution + uncertainty + spread − covariance.
public struct BrierParts: Hashable, Sendable {
    public let count: Int
    public let brier: Double
    /// How far the groups' shares are from their mean forecasts, squared; 0 is best.
    public let reliability: Double
    /// How far the groups' shares are from the share of all, squared; more is better.
    public let resolution: Double
    /// The variance of the outcome, share · (1 − share): the score of the share itself.
    public let uncertainty: Double
    /// The variance of forecasts within groups; 0 where a group has one forecast value.
    public let spread: Double
    /// Twice the covariance of forecast and outcome within groups.
    public let covariance: Double

    /// - Parameters:
    ///   - forecasts: of equal length with `outcomes`, at least one; each 0 to 1.
    ///   - groups: the group of each forecast; `nil` groups equal values.
    /// - Returns: `nil` where there are none, lengths differ or a value is no probability. O(n log n).
    public init?(_ forecasts: [Double], _ outcomes: [Bool], groups: [Int]? = nil) {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count,
            groups?.count ?? forecasts.count == forecasts.count,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let keys: [Double] = groups.map { $0.map(Double.init) } ?? forecasts
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        let total = Double(forecasts.count)
        let share = Double(outcomes.count { $0 }) / total
        var (reliability, resolution, spread, covariance) = (0.0, 0.0, 0.0, 0.0)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, keys[order[end]] == keys[order[start]] { end += 1 }
            let group = order[start..<end]
            let size = Double(group.count)
            let mean = group.reduce(0) { $0 + forecasts[$1] } / size
            let came = Double(group.count { outcomes[$0] }) / size
            reliability += size * (mean - came) * (mean - came)
            resolution += size * (came - share) * (came - share)
            for i in group {
                let off = forecasts[i] - mean
                spread += off * off
                covariance += 2 * off * ((outcomes[i] ? 1 : 0) - came)
            }
            start = end
        }
        count = forecasts.count
        brier = zip(forecasts, outcomes).reduce(0) { $0 + ProbabilityScore.brier($1.0, $1.1) } / total
        self.reliability = reliability / total
        self.resolution = resolution / total
        uncertainty = share * (1 - share)
        self.spread = spread / total
        self.covariance = covariance / total
    }
}
