import Testing

@testable import Analysis

@Suite("Measures of the place of a party")
struct CentralityTests {
    @Test("a star: all pairs of leaves through the middle, whatever it is called")
    func star() throws {
        let network = NetworkGraphs.star(leaves: 8)
        #expect(network.betweenness() == [1] + Array(repeating: 0, count: 8))
        // leaves are 1 from the middle and 2 from seven others
        for (party, value) in network.closeness().enumerated() { #expect(isClose(value, party == 0 ? 1 : 8.0 / 15)) }
        let eigenvector = try #require(network.eigenvectorCentrality())
        for (party, value) in eigenvector.enumerated() {
            #expect(isClose(value, party == 0 ? 0.5.squareRoot() : 1.0 / 16.0.squareRoot()))
        }
        // c = .15/9 + .85·8·l and l = .15/9 + .85·c/8
        let pageRank = try #require(network.pageRank())
        let middle = (0.15 / 9 + 0.85 * 8 * 0.15 / 9) / (1 - 0.85 * 0.85)
        for (party, value) in pageRank.enumerated() {
            #expect(isClose(value, party == 0 ? middle : (1 - middle) / 8, 1e-11))
        }
    }

    @Test("a path: products of what lies on both sides; its eigenvector is half a wave")
    func path() throws {
        let network = NetworkGraphs.path(9)
        let betweenness = try #require(network.betweenness())
        for party in 0..<9 { #expect(isClose(betweenness[party], Double(party * (8 - party)) / 28)) }
        #expect(isClose(network.closeness()[0], 8.0 / 36))
        #expect(isClose(network.closeness()[4], 8.0 / 20))
        // sines of 18, 36, 54, 72 and 90 degrees, the squares of all nine adding up to 5
        let sines = [0.309016994375, 0.587785252292, 0.809016994375, 0.951056516295, 1]
        let eigenvector = try #require(network.eigenvectorCentrality())
        for party in 0..<9 {
            #expect(isClose(eigenvector[party], sines[min(party, 8 - party)] / 5.0.squareRoot()))
        }
    }

    @Test("in a complete network nobody stands out")
    func complete() throws {
        let network = NetworkGraphs.complete(6)
        #expect(network.betweenness() == Array(repeating: 0, count: 6))
        #expect(network.closeness() == Array(repeating: 1, count: 6))
        for value in try #require(network.eigenvectorCentrality()) { #expect(isClose(value, 1 / 6.0.squareRoot())) }
        for value in try #require(network.pageRank()) { #expect(isClose(value, 1.0 / 6)) }
    }

    @Test("two components: the larger alone has an eigenvector, both have the rest")
    func twoComponents() throws {
        let network = NetworkGraphs.network([("A", "B"), ("B", "C"), ("X", "Y")])
        #expect(network.betweenness() == [0, 1.0 / 6, 0, 0, 0])
        // r/(n − 1) · r/Σd: 2/4 · 2/3, 2/4 · 2/2, 1/4 · 1/1
        for (value, expected) in zip(network.closeness(), [1.0 / 3, 0.5, 1.0 / 3, 0.25, 0.25]) {
            #expect(isClose(value, expected))
        }
        let eigenvector = try #require(network.eigenvectorCentrality())
        for (value, expected) in zip(eigenvector, [0.5, 0.5.squareRoot(), 0.5, 0, 0]) {
            #expect(isClose(value, expected))
        }
        let pageRank = try #require(network.pageRank())
        #expect(isClose(pageRank[3], 0.2))
        #expect(isClose(pageRank.reduce(0, +), 1, 1e-12))
    }

    @Test("of components of one size that of the greater weight has the eigenvector")
    func heavier() throws {
        let network = ContactNetwork(
            [Gathering(key: "1", parties: ["A", "B"]), Gathering(key: "2", parties: ["C", "D"], weight: 2)],
            projection: .bilateral)
        let eigenvector = try #require(network.eigenvectorCentrality())
        for (value, expected) in zip(eigenvector, [0, 0, 0.5.squareRoot(), 0.5.squareRoot()]) {
            #expect(isClose(value, expected))
        }
    }

    @Test("an eigenvector satisfies its equation, and does not depend on the unit of weights", arguments: 1...5)
    func equation(_ seed: UInt64) throws {
        let gatherings = NetworkGraphs.random(12, share: 0.5, weights: [0.2, 1, 7], seed: seed)
        let network = ContactNetwork(gatherings, projection: .bilateral)
        try #require(network.components.count == 1)
        let values = try #require(network.eigenvectorCentrality())
        let image = values.indices.map { party in
            network.adjacency.places(of: party).reduce(0) {
                $0 + network.adjacency.weights[$1] * values[network.adjacency.neighbours[$1]]
            }
        }
        let ratios = zip(image, values).map { $0 / $1 }
        for ratio in ratios { #expect(isClose(ratio, ratios[0], 1e-8)) }
        #expect(isClose(values.reduce(0) { $0 + $1 * $1 }, 1))
        let scaled = gatherings.map { Gathering(key: $0.key, parties: $0.parties, weight: $0.weight * 1e6) }
        let again = try #require(ContactNetwork(scaled, projection: .bilateral).eigenvectorCentrality())
        for (one, other) in zip(values, again) { #expect(isClose(one, other)) }
    }

    @Test("where two groups are hardly joined no vector leads")
    func undecided() {
        var gatherings = NetworkGraphs.gatherings([
            ("A", "B"), ("B", "C"), ("A", "C"), ("X", "Y"), ("Y", "Z"), ("X", "Z"),
        ])
        gatherings.append(Gathering(key: "faint", parties: ["C", "X"], weight: 1e-7))
        gatherings.append(Gathering(key: "faint too", parties: ["A", "W"], weight: 1e-4))
        #expect(ContactNetwork(gatherings, projection: .bilateral).eigenvectorCentrality() == nil)
    }

    @Test("PageRank satisfies its equation; without damping all are alike; no damping of 1 or more")
    func pageRank() throws {
        let network = ContactNetwork(
            NetworkGraphs.random(15, share: 0.2, weights: [1, 2, 5], seed: 9), projection: .bilateral)
        let (ranks, strengths) = (try #require(network.pageRank()), network.strengths)
        let dangling = zip(ranks, strengths).reduce(0) { $1.1 == 0 ? $0 + $1.0 : $0 }
        for party in ranks.indices {
            let sum = network.ties.reduce(0.0) { sum, tie in
                if tie.first == party { return sum + ranks[tie.second] * tie.weight / strengths[tie.second] }
                return tie.second == party ? sum + ranks[tie.first] * tie.weight / strengths[tie.first] : sum
            }
            #expect(isClose(ranks[party], 0.15 / 15 + 0.85 * (sum + dangling / 15), 1e-11))
        }
        for value in try #require(network.pageRank(damping: 0)) { #expect(isClose(value, 1.0 / 15)) }
        for damping in [1, 1.5, -0.1, Double.nan, .infinity] { #expect(network.pageRank(damping: damping) == nil) }
    }

    @Test("betweenness is what enumerating all paths finds", arguments: 1...12)
    func bruteForce(_ seed: UInt64) throws {
        // thirds and a whole: 1/3 + 1/3 + 1/3 is 1 but for its rounding
        let network = ContactNetwork(
            NetworkGraphs.random(7, share: 0.3 + Double(seed) / 30, weights: [1, 2, 3, 6], seed: seed),
            projection: .bilateral)
        for length in [PathLength.hops, .inverseWeight] {
            let expected = AllPaths(network, length).betweenness
            let found = try #require(network.betweenness(length))
            for (one, other) in zip(found, expected) { #expect(isClose(one, other)) }
        }
    }

    @Test("a strong detour is shorter by weights, longer by hops")
    func weights() throws {
        let network = ContactNetwork(
            [
                Gathering(key: "1", parties: ["A", "C"]), Gathering(key: "2", parties: ["A", "B"], weight: 4),
                Gathering(key: "3", parties: ["B", "C"], weight: 4),
            ], projection: .bilateral)
        #expect(network.betweenness() == [0, 0, 0])
        #expect(network.betweenness(.inverseWeight) == [0, 1, 0])
        // A is 1/4 from B and 1/2 from C
        #expect(isClose(network.closeness(.inverseWeight)[0], 2 / 0.75))
    }

    @Test("more shortest paths than a double counts are no number")
    func tooManyPaths() {
        // layers of ten, each tied to all of the next: 10^320 paths from end to end
        let layers = 322
        let edges = (1..<layers).flatMap { layer in
            (0..<100).map { ("\(layer + 1000)-\($0 / 10)", "\(layer + 999)-\($0 % 10)") }
        }
        let network = NetworkGraphs.network(edges)
        #expect(network.parties.count == 3220)
        #expect(network.betweenness() == nil)
    }

    @Test("what would take too long is not begun")
    func tooMuch() {
        let crowd = (0..<70_000).map { Gathering(key: "\($0)", parties: ["\($0)"]) }
        let network = ContactNetwork(crowd + [Gathering(key: "a", parties: ["A", "B"])], projection: .bilateral)
        #expect(network.betweenness() == nil)
        #expect(network.closeness().allSatisfy { $0 == nil })
        #expect(network.pageRank() != nil)
    }

    @Test("a heap gives its parties by distance")
    func heap() {
        var chance = SeededChance(seed: 8)
        var heap = PathHeap()
        let distances = (0..<200).map { _ in (chance.unit() * 20).rounded() }
        for (party, distance) in distances.enumerated() { heap.push(distance, party) }
        for (party, distance) in distances.enumerated().sorted(by: { ($0.element, $0.offset) < ($1.element, $1.offset) }
        ) {
            let next = heap.pop()
            #expect(next?.distance == distance)
            #expect(next?.party == party)
        }
        #expect(heap.pop() == nil)
    }
}

/// Betweenness as it is defined, by walking every path of a small network.
private struct AllPaths {
    private let network: ContactNetwork
    private let length: PathLength
    private(set) var betweenness: [Double]

    init(_ network: ContactNetwork, _ length: PathLength) {
        self.network = network
        self.length = length
        betweenness = Array(repeating: 0, count: network.parties.count)
        let count = network.parties.count
        for source in 0..<count {
            for target in (source + 1)..<count {
                var paths: [(length: Double, inner: [Int])] = []
                walk([source], 0, to: target, &paths)
                guard let least = paths.map(\.length).min() else { continue }
                let shortest = paths.filter { $0.length < least + 1e-6 }
                for path in shortest {
                    for party in path.inner { betweenness[party] += 1 / Double(shortest.count) }
                }
            }
        }
        let pairs = Double((count - 1) * (count - 2)) / 2
        betweenness = betweenness.map { $0 / pairs }
    }

    private func walk(_ path: [Int], _ sum: Double, to target: Int, _ paths: inout [(length: Double, inner: [Int])]) {
        guard let last = path.last else { return }
        if last == target {
            paths.append((sum, Array(path.dropFirst().dropLast())))
            return
        }
        for tie in network.ties where tie.first == last || tie.second == last {
            let next = tie.first == last ? tie.second : tie.first
            guard !path.contains(next) else { continue }
            walk(path + [next], sum + (length == .hops ? 1 : 1 / tie.weight), to: target, &paths)
        }
    }
}
