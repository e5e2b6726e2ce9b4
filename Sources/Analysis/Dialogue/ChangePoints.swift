/// Where a series changes its level: the partition whose costs, with a penalty for each change, are least.
///
/// Optimal partition (Jackson et al. 2005, IEEE Signal Processing Letters 12:105) with the pruning of Killick, Fearnhead and Eckley (2012,
/// JASA 107:1590): time O(n) where changes are many, O(n²) at worst. Of two partitions of one cost the one whose last part is longest is taken.
public struct ChangePoints: Hashable, Sendable {
    /// After how many elements there is a change, rising: 28 for a change between the 28th and the 29th.
    public let changes: [Int]
    /// The parts' costs and the penalties.
    public let cost: Double
    /// The parts' costs alone.
    public let fit: Double
    /// How many elements there were.
    public let n: Int

    /// The ranges of the parts, in order; none where there is no element.
    public var parts: [Range<Int>] {
        n == 0 ? [] : zip([0] + changes, changes + [n]).map { $0..<$1 }
    }

    /// At most so many elements can be partitioned by ``init(values:mostChanges:)``, which takes O(k n²).
    public static let mostForFewChanges = 2000
    /// At most so many changes.
    public static let mostChanges = 50

    /// Changes of the mean, by squared error.
    ///
    /// - Parameters:
    ///   - values: finite, in units of their standard deviation within a part where the penalty is to mean anything; else `nil`.
    ///   - penalty: at least 0.
    public init?(values: [Double], penalty: Double) {
        guard values.allSatisfy({ $0.magnitude < 1e150 }), penalty >= 0, penalty.isFinite else { return nil }
        self.init(SquaredErrorCost(values), penalty: penalty)
    }

    /// The changes of the mean that leave the least squared error, at most so many; `nil` above 2,000 values.
    public init?(values: [Double], mostChanges: Int) {
        guard values.allSatisfy({ $0.magnitude < 1e150 }), values.count <= Self.mostForFewChanges else { return nil }
        self.init(SquaredErrorCost(values), mostChanges: mostChanges)
    }

    init(_ costs: some SegmentCost, penalty: Double) {
        n = costs.count
        var least = [Double](repeating: 0, count: n + 1)
        var from = [Int](repeating: 0, count: n + 1)
        least[0] = -penalty
        var candidates: [Int] = [0]
        candidates.reserveCapacity(n + 1)
        var values = [Double](repeating: 0, count: n + 1)
        for end in stride(from: 1, through: n, by: 1) {
            costs.add(candidates, least, to: end, into: &values)
            var (best, place) = (Double.infinity, 0)
            for i in candidates.indices where values[i] < best { (best, place) = (values[i], i) }
            least[end] = best + penalty
            from[end] = candidates[place]
            // what is no better without a penalty than the best with one will not become better
            var kept = 0
            for i in candidates.indices where values[i] <= best + penalty {
                candidates[kept] = candidates[i]
                kept += 1
            }
            candidates.removeLast(candidates.count - kept)
            candidates.append(end)
        }
        var changes: [Int] = []
        var place = from[n]
        while place > 0 {
            changes.append(place)
            place = from[place]
        }
        self.changes = changes.reversed()
        cost = n == 0 ? 0 : least[n]
        fit = n == 0 ? 0 : least[n] - penalty * Double(changes.count)
    }

    /// Segment neighbourhood (Auger and Lawrence 1989, Bulletin of Mathematical Biology 51:39).
    init(_ costs: some SegmentCost, mostChanges: Int) {
        n = costs.count
        let most = min(max(0, mostChanges), Self.mostChanges, max(0, n - 1))
        // least[end]: of the first `end` elements in as many parts as there were rounds
        var least = [Double](repeating: .infinity, count: n + 1)
        least[0] = 0
        var from: [[Int]] = []
        var best = (cost: Double.infinity, parts: 0)
        for parts in 0..<(n == 0 ? 0 : most + 1) {
            var next = [Double](repeating: .infinity, count: n + 1)
            var origin = [Int](repeating: 0, count: n + 1)
            for end in (parts + 1)...n {
                for start in parts..<end where least[start] < .infinity {
                    let cost = least[start] + costs.cost(start, end)
                    if cost < next[end] { (next[end], origin[end]) = (cost, start) }
                }
            }
            from.append(origin)
            least = next
            if least[n] < best.cost { best = (least[n], parts) }
        }
        var changes: [Int] = []
        var place = n
        for parts in stride(from: best.parts, to: 0, by: -1) {
            place = from[parts][place]
            changes.append(place)
        }
        self.changes = changes.reversed()
        cost = n == 0 ? 0 : best.cost
        fit = cost
    }
}
