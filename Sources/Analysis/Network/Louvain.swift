/// Louvain's method: parties move to the neighbouring group that raises modularity most, until none moves; the groups become the
/// parties of a smaller network; and so on until nothing moves.
struct Louvain {
    /// Rounds of moves over one network. Every move raises modularity, so that they end by themselves; this bounds their time.
    private static let mostRounds = 1000
    /// The least rise that is worth a move, as a part of all weight: less is the rounding of sums.
    private static let leastGain = 1e-12

    private let network: Level
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
    func labels(trying order: [Int]) -> [Int] {
        var grouping = Grouping(labels: Array(0..<network.count), count: network.count)
        _ = move(network, &grouping, order, mayLeave: false)
        return merge(grouping).labels
    }

    /// The groups after single parties have moved once more, out of the groups too, and groups have merged again, until nothing
    /// moves (R. Rotta and A. Noack, "Multilevel local search algorithms for modularity clustering", ACM Journal of
    /// Experimental Algorithmics 16, 2011): what a party's first company has become may no longer suit it.
    func refined(_ labels: [Int], trying order: [Int]) -> [Int] {
        var grouping = Grouping(labels: labels, count: (labels.max() ?? -1) + 1)
        for _ in 0..<Self.mostRounds {
            guard move(network, &grouping, order, mayLeave: true) else { break }
            grouping = merge(grouping)
        }
        return grouping.labels
    }

    /// Groups of nodes; labels are `0..<count`.
    private struct Grouping {
        var labels: [Int]
        var count: Int
    }

    /// Takes groups for the nodes of a smaller network, whose nodes move, and so on.
    private func merge(_ found: Grouping) -> Grouping {
        var grouping = found
        var level = network.merged(grouping.labels, count: grouping.count)
        while true {
            var groups = Grouping(labels: Array(0..<level.count), count: level.count)
            // As many groups as nodes are the same groups: what moved was the rounding of sums.
            guard move(level, &groups, Array(0..<level.count), mayLeave: false), groups.count < level.count else {
                return grouping
            }
            grouping = Grouping(labels: grouping.labels.map { groups.labels[$0] }, count: groups.count)
            level = level.merged(groups.labels, count: groups.count)
        }
    }

    /// Moves nodes between groups until none moves, numbers the groups in the order in which they are first tried, and says
    /// whether any moved.
    private func move(_ level: Level, _ grouping: inout Grouping, _ order: [Int], mayLeave: Bool) -> Bool {
        var groups = grouping.labels
        var strengths = [Double](repeating: 0, count: level.count)
        var sizes = [Int](repeating: 0, count: level.count)
        for (node, group) in groups.enumerated() {
            strengths[group] += level.strengths[node]
            sizes[group] += 1
        }
        var vacant = mayLeave ? sizes.indices.filter { sizes[$0] == 0 } : []
        var ties = GroupSums(count: level.count)
        var hasMoved = false
        for _ in 0..<Self.mostRounds {
            var isSettled = true
            for node in order {
                let own = groups[node]
                let strength = level.strengths[node]
                for place in level.places(of: node) {
                    ties.add(level.weights[place], to: groups[level.neighbours[place]])
                }
                strengths[own] -= strength
                sizes[own] -= 1
                let share = resolution * strength / total
                var best = own
                var gain = ties.sums[own] - share * strengths[own] + Self.leastGain * total
                for group in ties.touched where group != own {
                    let other = ties.sums[group] - share * strengths[group]
                    if other > gain { (best, gain) = (group, other) }
                }
                if gain < 0, sizes[own] > 0, let empty = vacant.popLast() {
                    best = empty
                    strengths[empty] = 0
                }
                strengths[best] += strength
                sizes[best] += 1
                ties.clear()
                if best != own {
                    if mayLeave, sizes[own] == 0 { vacant.append(own) }
                    groups[node] = best
                    isSettled = false
                    hasMoved = true
                }
            }
            if isSettled { break }
        }
        var numbers = [Int](repeating: -1, count: level.count)
        var count = 0
        for node in order where numbers[groups[node]] < 0 {
            numbers[groups[node]] = count
            count += 1
        }
        grouping = Grouping(labels: groups.map { numbers[$0] }, count: count)
        return hasMoved
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
