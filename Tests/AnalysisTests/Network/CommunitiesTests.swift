import Testing

@testable import Analysis

@Suite("Communities")
struct CommunitiesTests {
    /// Two groups of four, each complete, with one tie between.
    let barbell: ContactNetwork = {
        let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
        return NetworkGraphs.numbered(pairs + pairs.map { ($0.0 + 4, $0.1 + 4) } + [(3, 4)])
    }()

    @Test("two groups with one tie between are two communities")
    func twoGroups() throws {
        let found = try #require(barbell.communities())
        #expect(found.labels == [0, 0, 0, 0, 1, 1, 1, 1])
        #expect(found.count == 2)
        // 12 of 13 ties within, half of the strength in each
        #expect(isClose(found.modularity, 12.0 / 13 - 0.5))
    }

    @Test("all in one has modularity 0, each alone has less")
    func trivialDivisions() {
        let network = NetworkGraphs.club
        #expect(isClose(network.modularity(of: Array(repeating: 7, count: 34)), 0))
        #expect((network.modularity(of: Array(0..<34)) ?? 0) < 0)
        // the two sides of a network that has ties between them alone: the least there is
        let sides = NetworkGraphs.network([("A", "X"), ("A", "Y"), ("B", "X"), ("B", "Y")])
        #expect(isClose(sides.modularity(of: [1, 1, 2, 2]), -0.5))
    }

    @Test("modularity is its definition over pairs of parties, within its bounds", arguments: 1...10)
    func definition(_ seed: UInt64) throws {
        let network = ContactNetwork(
            NetworkGraphs.random(10, share: 0.4, weights: [0.5, 1, 4], seed: seed), projection: .bilateral)
        var matrix = [[Double]](repeating: Array(repeating: 0, count: 10), count: 10)
        for tie in network.ties {
            matrix[tie.first][tie.second] = tie.weight
            matrix[tie.second][tie.first] = tie.weight
        }
        let strengths = matrix.map { $0.reduce(0, +) }
        let total = strengths.reduce(0, +)
        var chance = SeededChance(seed: seed)
        for resolution in [0.5, 1, 2] {
            let labels = (0..<10).map { _ in Int.random(in: -2...2, using: &chance) }
            var sum = 0.0
            for i in 0..<10 {
                for j in 0..<10 where labels[i] == labels[j] {
                    sum += matrix[i][j] - resolution * strengths[i] * strengths[j] / total
                }
            }
            let found = try #require(network.modularity(of: labels, resolution: resolution))
            #expect(isClose(found, sum / total))
            if resolution == 1 { #expect((-0.5..<1).contains(found)) }
        }
    }

    @Test("of small networks, most have the best division of all, the others one nearly as good")
    func optimum() throws {
        let divisions = Self.divisions(of: 7)
        var exact = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            let network = ContactNetwork(
                NetworkGraphs.random(7, share: 0.45, weights: [1, 2], seed: seed), projection: .bilateral)
            let best = try #require(divisions.compactMap { network.modularity(of: $0) }.max())
            let found = try #require(network.communities())
            #expect(found.modularity < best + 1e-9)
            #expect(found.modularity > 0.9 * best)
            #expect(isClose(network.modularity(of: found.labels), found.modularity))
            if isClose(found.modularity, best) { exact += 1 }
        }
        #expect(exact >= 18)
    }

    @Test("refining raises the modularity of any division, or leaves it", arguments: 1...8)
    func refining(_ seed: UInt64) throws {
        let network = ContactNetwork(
            NetworkGraphs.random(20, share: 0.25, weights: [1, 3], seed: seed), projection: .bilateral)
        let louvain = Louvain(network.adjacency, resolution: 1)
        var chance = SeededChance(seed: seed)
        let order = Array(0..<20)
        for labels in [order, order.map { _ in Int.random(in: 0..<4, using: &chance) }, order.map { _ in 0 }] {
            let before = try #require(network.modularity(of: labels))
            let after = try #require(network.modularity(of: louvain.refined(labels, trying: order)))
            #expect(after >= before - 1e-12)
            if Set(labels).count > 1 { #expect(after > 0.1) }
        }
    }

    /// Every division of some things into groups, each once.
    private static func divisions(of count: Int) -> [[Int]] {
        var all: [[Int]] = [[]]
        for _ in 0..<count {
            all = all.flatMap { labels in (0...((labels.max() ?? -1) + 1)).map { labels + [$0] } }
        }
        return all
    }

    @Test("there are 877 divisions of seven")
    func bellNumber() { #expect(Set(Self.divisions(of: 7)).count == 877) }

    @Test("the same network has the same communities in every run, and more restarts none that are worse")
    func determinism() throws {
        let network = ContactNetwork(NetworkGraphs.gatherings(400, parties: 80, seed: 11), projection: .shared)
        let found = try #require(network.communities())
        for _ in 0..<3 { #expect(network.communities() == found) }
        var last = -1.0
        for restarts in [1, 2, 5, 10, 20] {
            let modularity = try #require(network.communities(restarts: restarts)).modularity
            #expect(modularity >= last)
            last = modularity
        }
        #expect(network.communities(restarts: -5) == network.communities(restarts: 1))
    }

    @Test("labels are numbered by size, then by first party, and every group is connected")
    func numbering() throws {
        let network = ContactNetwork(NetworkGraphs.random(60, share: 0.04, seed: 12), projection: .bilateral)
        let found = try #require(network.communities())
        let groups = Dictionary(grouping: network.parties.indices) { found.labels[$0] }
        #expect(groups.keys.sorted() == Array(0..<found.count))
        for label in 1..<found.count {
            let (one, next) = (try #require(groups[label - 1]), try #require(groups[label]))
            #expect((-one.count, one[0]) < (-next.count, next[0]))
        }
        let within = network.ties.filter { found.labels[$0.first] == found.labels[$0.second] }
        #expect(Adjacency(parties: 60, ties: within).components().count == found.count)
    }

    @Test("a party without ties is a community of its own, and changes nothing for the others")
    func alone() throws {
        let edges = NetworkGraphs.marriages
        let found = try #require(NetworkGraphs.network(edges).communities())
        let network = NetworkGraphs.network(edges, alone: ["Zeno"])
        let with = try #require(network.communities(restarts: 1))
        #expect(with.labels.last == with.count - 1)
        #expect(with.labels.filter { $0 == with.count - 1 }.count == 1)
        #expect(with.modularity <= found.modularity + 1e-9)
    }

    @Test("a higher resolution makes smaller groups, a low one the components")
    func resolution() throws {
        let network = NetworkGraphs.club
        #expect(try #require(network.communities(resolution: 1e-6)).count == 1)
        #expect(try #require(network.communities(resolution: 1e6)).count == 34)
        let two = try #require(network.communities(resolution: 0.5))
        let many = try #require(network.communities(resolution: 2))
        #expect(two.count < 4)
        #expect(many.count > 4)
    }

    @Test("resolutions and labels that mean nothing")
    func malformed() {
        for resolution in [0, -1, 1e7, Double.nan, .infinity] {
            #expect(barbell.communities(resolution: resolution) == nil)
            #expect(barbell.modularity(of: Array(0..<8), resolution: resolution) == nil)
        }
        #expect(barbell.modularity(of: []) == nil)
        #expect(barbell.modularity(of: Array(0..<9)) == nil)
    }
}
