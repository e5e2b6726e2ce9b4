/// Louvain's method: parties move to the neighbouring group that raises modularity most, until none moves; the groups become the
/// parties of a smaller network; and so on until nothing moves.
struct Louvain {
    /// Rounds of moves over one network. Every move raises modularity, so that they end by themselves; this bounds their time.
    private static let mostRounds = 1000
    /// The least rise that is worth a move, as a part of all weight: less is the rounding of sums.
    private static let leastGain = 1e-12

    private var network: Level
    private let resolution: Double
    /// Twice the weight of all ties.
    private let total: Double

    init(_ adjacency: Adjacency, resolution: Double) {
        network = Level(adjacency)
        self.resolution = resolution
        total = network.strengths.reduce(0, +)
    }

    /// The group of each party, numbered from 0.
    ///
    /// - Parameter order: all parties, in the order in which they are tried; later levels try groups in the order in which
    ///   their first was.
    consuming func labels(trying order: [Int]) -> [Int] {
        var labels = Array(0..<network.count)
        var order = order
        while true {
            let (groups, count, hasMoved) = moves(trying: order)
            // As many groups as nodes are the same groups: what moved was the rounding of sums.
            guard hasMoved, count < network.count else { return labels }
            for party in labels.indices { labels[party] = groups[labels[party]] }
            network = network.merged(groups, count: count)
            order = Array(0..<count)
        }
    }

    /// The groups after local moves, numbered in the order in which they are first tried.
    private func moves(trying order: [Int]) -> (groups: [Int], count: Int, hasMoved: Bool) {
        var groups = Array(0..<network.count)
        var strengths = network.strengths
        var ties = GroupSums(count: network.count)
        var hasMoved = false
        for _ in 0..<Self.mostRounds {
            var isSettled = true
            for node in order {
                let own = groups[node]
                let strength = network.strengths[node]
                for place in network.places(of: node) {
                    ties.add(network.weights[place], to: groups[network.neighbours[place]])
                }
                strengths[own] -= strength
                let share = resolution * strength / total
                var best = own
                var gain = ties.sums[own] - share * strengths[own] + Self.leastGain * total
                for group in ties.touched where group != own {
                    let other = ties.sums[group] - share * strengths[group]
                    if other > gain { (best, gain) = (group, other) }
                }
                strengths[best] += strength
                ties.clear()
                if best != own {
                    groups[node] = best
                    isSettled = false
                    hasMoved = true
                }
            }
            if isSettled { break }
        }
        var numbers = [Int](repeating: -1, count: network.count)
        var count = 0
        for node in order where numbers[groups[node]] < 0 {
            numbers[groups[node]] = count
            count += 1
        }
        return (groups.map { numbers[$0] }, count, hasMoved)
    }
}

/// Sums by group, of which few are touched before they are cleared.
private struct GroupSums {
    private(set) var sums: [Double]
    private(set) var touched: [Int] = []
    private var isTouched: [Bool]

    init(count: Int) {
        sums = Array(repeating: 0, count: count)
        isTouched = Array(repeating: false, count: count)
    }

    mutating func add(_ value: Double, to group: Int) {
        if !isTouched[group] {
            isTouched[group] = true
            touched.append(group)
        }
        sums[group] += value
    }

    mutating func clear() {
        for group in touched {
            sums[group] = 0
            isTouched[group] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}

/// The network of one level: groups of the level below, with what is tied between them.
private struct Level {
    private var starts: [Int]
    private(set) var neighbours: [Int]
    private(set) var weights: [Double]
    /// All weight at a node, what lies within it twice.
    private(set) var strengths: [Double]

    init(_ adjacency: Adjacency) {
        starts = adjacency.starts
        neighbours = adjacency.neighbours
        weights = adjacency.weights
        strengths = (0..<adjacency.count).map { node in
            adjacency.places(of: node).reduce(0) { $0 + adjacency.weights[$1] }
        }
    }

    var count: Int { strengths.count }

    func places(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// The network whose nodes are groups of this one's. What lies within a group counts in its strength alone, for it is
    /// the same wherever the group moves.
    func merged(_ groups: [Int], count: Int) -> Level {
        var members = [[Int]](repeating: [], count: count)
        for (node, group) in groups.enumerated() { members[group].append(node) }
        var level = self
        level.starts = [0]
        level.neighbours = []
        level.weights = []
        level.strengths = members.map { $0.reduce(0) { $0 + strengths[$1] } }
        var ties = GroupSums(count: count)
        for (group, nodes) in members.enumerated() {
            for node in nodes {
                for place in places(of: node) where groups[neighbours[place]] != group {
                    ties.add(weights[place], to: groups[neighbours[place]])
                }
            }
            for other in ties.touched.sorted() {
                level.neighbours.append(other)
                level.weights.append(ties.sums[other])
            }
            ties.clear()
            level.starts.append(level.neighbours.count)
        }
        return level
    }
}
