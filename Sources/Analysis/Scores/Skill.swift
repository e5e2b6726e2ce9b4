/// How much less the scores of a forecaster are than those of a reference: 1 − Σ score / Σ reference. 0 is no gain, 1 is perfect,
/// below 0 is worse.
public struct Skill: Hashable, Sendable {
    public let value: Double
    /// From the block bootstrap; `nil` where there are fewer than ``leastBlocks`` blocks.
    public let interval: ClosedRange<Double>?
    /// Forecasts, and the blocks they lie in.
    public let count: Int
    public let blocks: Int

    /// The least number of blocks from which an interval is drawn.
    public static let leastBlocks = 5
    /// The most draws that are made.
    public static let mostDraws = 100_000

    /// The forecasts of one month depend on each other, and so do those of months next to it whose horizons overlap: so runs of
    /// `length` blocks that follow each other are drawn together, round from the last to the first (Politis and Romano 1992).
    ///
    /// - Parameters:
    ///   - scores: the forecaster's, less is better; of equal length with `reference` and `blocks`.
    ///   - blocks: the block of each forecast, a month's number; drawn in their order.
    ///   - length: how many blocks are drawn together, at least 1.
    ///   - share: of the interval, between 0 and 1.
    /// - Returns: `nil` where there are none, lengths differ, a score is not finite or the reference's sum is not positive.
    ///   O(n log n + draws · blocks); the same seed gives the same interval.
    public init?(
        _ scores: [Double], reference: [Double], blocks: [Int], length: Int = 1, draws: Int = 2000, share: Double = 0.9,
        seed: UInt64 = 1
    ) {
        let total = scores.reduce(0, +)
        let referenceTotal = reference.reduce(0, +)
        guard scores.count == reference.count, scores.count == blocks.count, referenceTotal > 0, total.isFinite,
            referenceTotal.isFinite, share > 0, share < 1, length >= 1
        else { return nil }
        var sums: [Int: (score: Double, reference: Double)] = [:]
        for i in scores.indices {
            sums[blocks[i], default: (0, 0)].score += scores[i]
            sums[blocks[i], default: (0, 0)].reference += reference[i]
        }
        let ordered = sums.sorted { $0.key < $1.key }.map(\.value)
        value = 1 - total / referenceTotal
        count = scores.count
        self.blocks = ordered.count
        interval = Self.interval(ordered, length, min(max(0, draws), Self.mostDraws), share, seed)
    }

    private static func interval(
        _ sums: [(score: Double, reference: Double)], _ length: Int, _ draws: Int, _ share: Double, _ seed: UInt64
    ) -> ClosedRange<Double>? {
        guard sums.count >= leastBlocks, draws >= 20 else { return nil }
        let length = min(length, sums.count)
        var chance = SeededChance(seed: seed)
        var values: [Double] = []
        for _ in 0..<draws {
            var (score, reference, drawn) = (0.0, 0.0, 0)
            while drawn < sums.count {
                let start = min(sums.count - 1, Int(chance.unit() * Double(sums.count)))
                for step in 0..<min(length, sums.count - drawn) {
                    let block = sums[(start + step) % sums.count]
                    score += block.score
                    reference += block.reference
                }
                drawn += length
            }
            if reference > 0 { values.append(1 - score / reference) }
        }
        guard values.count >= 20 else { return nil }
        values.sort()
        func quantile(_ p: Double) -> Double { values[min(values.count - 1, max(0, Int(p * Double(values.count))))] }
        return quantile((1 - share) / 2)...quantile((1 + share) / 2)
    }
}
