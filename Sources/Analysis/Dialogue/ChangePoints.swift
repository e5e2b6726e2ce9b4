/// Where a series changes its level: the partition whose costs, with a penalty for each change, are least.
///
/// Optimal partition (Jackson et al. 2005, IEEE Signal Processing Letters 12:105). Of the places where the last part may begin only
/// those are kept that are best for some level of that part (functional pruning: Maidstone, Hocking, Rigaill and Fearnhead 2017,
/// Statistics and Computing 27:519). It drops whatever the pruning of Killick, Fearnhead and Eckley (2012, JASA 107:1590) drops,
/// and a series without changes, of which that keeps every place, takes O(n log n) too, as a rule; at worst it is O(n²).
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
    ///   - values: below 1e100, in units of their standard deviation within a part where the penalty is to mean anything; else `nil`.
    ///   - penalty: at least 0.
    public init?(values: [Double], penalty: Double) {
        guard values.allSatisfy({ $0.magnitude < 1e100 }), penalty >= 0, penalty.isFinite else { return nil }
        self.init(SquaredErrorCost(values), penalty: penalty)
    }

    /// The changes of the mean that leave the least squared error, at most so many; `nil` above 2,000 values.
    public init?(values: [Double], mostChanges: Int) {
        guard values.allSatisfy({ $0.magnitude < 1e100 }), values.count <= Self.mostForFewChanges else { return nil }
        self.init(SquaredErrorCost(values), mostChanges: mostChanges)
    }

    init(_ costs: some SegmentCost, penalty: Double) {
        let n = costs.count
        var from = [Int](repeating: 0, count: n + 1)
        var least = -penalty
        var envelope = CostEnvelope(levels: costs.levels)
        for end in stride(from: 1, through: n, by: 1) {
            // of equal costs the earlier beginning stays
            envelope.add(start: end - 1, at: least + penalty, costs)
            (least, from[end]) = envelope.least(to: end, costs)
        }
        var changes: [Int] = []
        var place = from[n]
        while place > 0 {
            changes.append(place)
            place = from[place]
        }
        self.init(changes: changes.reversed(), costs, penalty: penalty)
    }

    /// Segment neighbourhood (Auger and Lawrence 1989, Bulletin of Mathematical Biology 51:39).
    init(_ costs: some SegmentCost, mostChanges: Int) {
        let n = costs.count
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
        self.init(changes: changes.reversed(), costs, penalty: 0)
    }

    private init(changes: [Int], _ costs: some SegmentCost, penalty: Double) {
        n = costs.count
        self.changes = changes
        fit = n == 0 ? 0 : zip([0] + changes, changes + [n]).reduce(0) { $0 + costs.cost($1.0, $1.1) }
        cost = fit + penalty * Double(changes.count)
    }
}
