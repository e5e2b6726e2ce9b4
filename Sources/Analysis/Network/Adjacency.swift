/// The ties of a network by party: who is next to whom, in one array of neighbours, each party's sorted. Every tie stands in it
/// twice.
struct Adjacency: Sendable {
    /// The neighbours of party i are at `starts[i]..<starts[i + 1]`.
    let starts: [Int]
    let neighbours: [Int]
    let weights: [Double]

    /// - Parameter ties: sorted by their first and second party.
    init(parties: Int, ties: [ContactNetwork.Tie]) {
        var starts = [Int](repeating: 0, count: parties + 1)
        for tie in ties {
            starts[tie.first + 1] += 1
            starts[tie.second + 1] += 1
        }
        for i in 0..<parties { starts[i + 1] += starts[i] }
        var next = starts
        var neighbours = [Int](repeating: 0, count: 2 * ties.count)
        var weights = [Double](repeating: 0, count: 2 * ties.count)
        // Of a party, the ties in which it comes second are given before those in which it comes first.
        for tie in ties {
            for (one, other) in [(tie.first, tie.second), (tie.second, tie.first)] {
                neighbours[next[one]] = other
                weights[next[one]] = tie.weight
                next[one] += 1
            }
        }
        (self.starts, self.neighbours, self.weights) = (starts, neighbours, weights)
    }

    var count: Int { starts.count - 1 }

    func places(of party: Int) -> Range<Int> { starts[party]..<starts[party + 1] }

    /// Groups of parties that are connected, each sorted, those with the most parties first, then those whose first party
    /// comes first. Linear.
    func components() -> [[Int]] {
        var seen = [Bool](repeating: false, count: count)
        var groups: [[Int]] = []
        for start in 0..<count where !seen[start] {
            seen[start] = true
            var group = [start]
            var i = 0
            while i < group.count {
                for place in places(of: group[i]) where !seen[neighbours[place]] {
                    seen[neighbours[place]] = true
                    group.append(neighbours[place])
                }
                i += 1
            }
            groups.append(group.sorted())
        }
        return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}
