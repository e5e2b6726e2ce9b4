/// How long a tie is on a path.
public enum PathLength: Sendable {
    /// Each tie is 1.
    case hops
    /// A tie of weight w is 1/w: parties that meet often are near.
    case inverseWeight
}

/// The shortest paths from one party to all others, and how many there are. The arrays are made once for all sources.
///
/// Breadth first for hops, O(m); by a heap for weights (Dijkstra), O(m log m), for m ties.
struct ShortestPaths {
    /// Lengths that differ by less than this part are the same: sums of reciprocals in another order are.
    private static let tolerance = 1e-10

    private let adjacency: Adjacency
    private let length: PathLength
    /// Parties that the source reaches, itself first, by rising distance.
    private(set) var order: [Int] = []
    /// Of the parties in ``order`` alone; infinite for the others.
    private(set) var distances: [Double]
    /// Numbers of shortest paths, as doubles: they grow as a power of the parties.
    private(set) var paths: [Double]
    /// The parties before party w on its shortest paths: `before[adjacency.starts[w]...]`, so many as `beforeCounts[w]`.
    private(set) var before: [Int]
    private(set) var beforeCounts: [Int]
    private var settled: [Bool]
    private var heap = PathHeap()

    init(_ adjacency: Adjacency, _ length: PathLength) {
        self.adjacency = adjacency
        self.length = length
        distances = Array(repeating: .infinity, count: adjacency.count)
        paths = Array(repeating: 0, count: adjacency.count)
        before = Array(repeating: 0, count: adjacency.neighbours.count)
        beforeCounts = Array(repeating: 0, count: adjacency.count)
        settled = Array(repeating: false, count: adjacency.count)
    }

    mutating func search(from source: Int) {
        for party in order {
            distances[party] = .infinity
            paths[party] = 0
            beforeCounts[party] = 0
            settled[party] = false
        }
        order.removeAll(keepingCapacity: true)
        distances[source] = 0
        paths[source] = 1
        switch length {
        case .hops: searchByHops(from: source)
        case .inverseWeight: searchByWeight(from: source)
        }
    }

    private mutating func searchByHops(from source: Int) {
        order.append(source)
        var i = 0
        while i < order.count {
            let party = order[i]
            let distance = distances[party] + 1
            for place in adjacency.places(of: party) {
                let next = adjacency.neighbours[place]
                if distances[next] == .infinity {
                    distances[next] = distance
                    order.append(next)
                }
                if distances[next] == distance { addPaths(to: next, through: party) }
            }
            i += 1
        }
    }

    private mutating func searchByWeight(from source: Int) {
        heap.push(0, source)
        while let (distance, party) = heap.pop() {
            // An entry is stale where a shorter way was found after it.
            if settled[party] || distance > distances[party] { continue }
            settled[party] = true
            order.append(party)
            for place in adjacency.places(of: party) where !settled[adjacency.neighbours[place]] {
                let next = adjacency.neighbours[place]
                let distance = distances[party] + 1 / adjacency.weights[place]
                if distance < distances[next] * (1 - Self.tolerance) {
                    distances[next] = distance
                    paths[next] = 0
                    beforeCounts[next] = 0
                    addPaths(to: next, through: party)
                    heap.push(distance, next)
                } else if distance <= distances[next] * (1 + Self.tolerance) {
                    addPaths(to: next, through: party)
                }
            }
        }
    }

    private mutating func addPaths(to next: Int, through party: Int) {
        paths[next] += paths[party]
        before[adjacency.starts[next] + beforeCounts[next]] = party
        beforeCounts[next] += 1
    }
}

/// Parties by their distance, the nearest first: a binary heap. Equal distances come in the order of the parties.
struct PathHeap {
    private var entries: [(distance: Double, party: Int)] = []

    mutating func push(_ distance: Double, _ party: Int) {
        entries.append((distance, party))
        var i = entries.count - 1
        while i > 0, entries[i] < entries[(i - 1) / 2] {
            entries.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }

    mutating func pop() -> (distance: Double, party: Int)? {
        guard let last = entries.popLast() else { return nil }
        guard let top = entries.first else { return last }
        entries[0] = last
        var i = 0
        while true {
            var least = i
            for child in [2 * i + 1, 2 * i + 2] where child < entries.count && entries[child] < entries[least] {
                least = child
            }
            if least == i { return top }
            entries.swapAt(i, least)
            i = least
        }
    }
}
