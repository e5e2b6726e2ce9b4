import Testing

@testable import Analysis

@Suite("A network of contacts")
struct ContactNetworkTests {
    @Test(
        "the order of gatherings and of parties in them changes nothing, not the last bit",
        arguments: Projection.allCases)
    func order(_ projection: Projection) {
        let gatherings = NetworkGraphs.gatherings(500, parties: 30, seed: 2)
        let network = ContactNetwork(gatherings, projection: projection)
        var chance = SeededChance(seed: 3)
        for _ in 0..<5 {
            let shuffled = gatherings.shuffled(using: &chance).map {
                Gathering(key: $0.key, parties: $0.parties.shuffled(using: &chance), weight: $0.weight)
            }
            let again = ContactNetwork(shuffled, projection: projection)
            #expect(again.parties == network.parties)
            #expect(again.ties == network.ties)
            #expect(again.omissions == network.omissions)
            #expect(again.summary() == network.summary())
            #expect(again.layout() == network.layout())
            for tie in network.ties { #expect(again.keys(of: tie) == network.keys(of: tie)) }
        }
    }

    @Test("other names of the parties change no measure")
    func relabelling() throws {
        let gatherings = NetworkGraphs.gatherings(120, parties: 30, seed: 4)
        var chance = SeededChance(seed: 5)
        let names = (0..<30).shuffled(using: &chance)
        let renamed = gatherings.map { gathering in
            Gathering(
                key: gathering.key, parties: gathering.parties.map { NetworkGraphs.code(names[Int($0) ?? 0]) },
                weight: gathering.weight)
        }
        let network = ContactNetwork(gatherings, projection: .shared)
        let other = ContactNetwork(renamed, projection: .shared)
        let measures: [(ContactNetwork) -> [Double?]?] = [
            { $0.strengths }, { $0.betweenness() }, { $0.betweenness(.inverseWeight) }, { $0.closeness() },
            { $0.closeness(.inverseWeight) }, { $0.eigenvectorCentrality() }, { $0.pageRank() },
            { $0.degrees.map(Double.init) },
        ]
        for measure in measures {
            let (one, two) = (try #require(measure(network)), try #require(measure(other)))
            for party in 0..<30 {
                #expect(
                    isClose(
                        network.of(NetworkGraphs.code(party), one) ?? nil,
                        other.of(NetworkGraphs.code(names[party]), two) ?? nil))
            }
        }
    }

    @Test("ties are sorted, of two parties, one for each pair")
    func ties() {
        let network = ContactNetwork(NetworkGraphs.gatherings(800, parties: 60, seed: 6), projection: .allPairs)
        for (one, next) in zip(network.ties, network.ties.dropFirst()) {
            #expect((one.first, one.second) < (next.first, next.second))
        }
        for tie in network.ties {
            #expect(tie.first < tie.second)
            #expect(tie.weight > 0)
        }
        #expect(network.parties == network.parties.sorted())
        #expect(network.degrees.reduce(0, +) == 2 * network.ties.count)
        #expect(isClose(network.strengths.reduce(0, +), 2 * network.ties.reduce(0) { $0 + $1.weight }, 1e-6))
    }

    @Test("places of parties, and of none")
    func places() {
        let network = NetworkGraphs.network([("B", "D")], alone: ["F"])
        #expect(network.parties == ["B", "D", "F"])
        #expect(["A", "B", "C", "D", "E", "F", "G"].map(network.place) == [nil, 0, nil, 1, nil, 2, nil])
    }

    @Test("components, the largest first, then by their first party")
    func components() {
        let network = NetworkGraphs.network(
            [("G", "H"), ("A", "B"), ("C", "D"), ("D", "E")], alone: ["F", "I"])
        let named = network.components.map { $0.map { network.parties[$0] } }
        #expect(named == [["C", "D", "E"], ["A", "B"], ["G", "H"], ["F"], ["I"]])
    }

    @Test("density of complete, star and path")
    func density() {
        #expect(NetworkGraphs.complete(7).density == 1)
        #expect(NetworkGraphs.star(leaves: 9).density == 0.2)
        #expect(NetworkGraphs.path(5).density == 0.4)
    }

    @Test("nothing is defined of nothing, of one party, and but density of parties without ties")
    func undefined() {
        let none = ContactNetwork([], projection: .shared)
        let one = NetworkGraphs.network([], alone: ["A"])
        let apart = NetworkGraphs.network([], alone: ["A", "B", "C", "D"])
        for network in [none, one, apart] {
            #expect(network.betweenness() == nil)
            #expect(network.betweenness(.inverseWeight) == nil)
            #expect(network.closeness() == network.parties.map { _ in nil })
            #expect(network.eigenvectorCentrality() == nil)
            #expect(network.pageRank() == nil)
            #expect(network.communities() == nil)
            #expect(network.modularity(of: network.parties.map { _ in 0 }) == nil)
            #expect(network.degrees == network.parties.map { _ in 0 })
            #expect(network.strengths == network.parties.map { _ in 0 })
            #expect(network.components.count == network.parties.count)
        }
        #expect(none.density == nil)
        #expect(one.density == nil)
        #expect(apart.density == 0)
        // two parties have no third that could be between them
        #expect(NetworkGraphs.path(2).betweenness() == nil)
        #expect(NetworkGraphs.path(2).eigenvectorCentrality() != nil)
    }

    @Test("a summary has every party once, the strongest first, equals by name")
    func summary() throws {
        let network = ContactNetwork(
            [
                Gathering(key: "1", parties: ["B", "C"]), Gathering(key: "2", parties: ["A", "C"]),
                Gathering(key: "3", parties: ["D", "E", "F"], weight: 0.5), Gathering(key: "4", parties: ["G"]),
                Gathering(key: "5", parties: ["C", "A"], weight: 2),
            ], projection: .shared)
        let summary = network.summary()
        #expect(summary.rows.map(\.party) == ["C", "A", "B", "D", "E", "F", "G"])
        #expect(summary.rows.map(\.degree) == [2, 1, 1, 2, 2, 2, 0])
        #expect(summary.rows.map(\.strength) == [4, 3, 1, 0.5, 0.5, 0.5, 0])
        #expect(summary.projection == .shared)
        #expect(summary.gatherings == 4)
        #expect(summary.omissions == ContactNetwork.Omissions(lone: 1))
        #expect(summary.ties == 5)
        #expect(summary.components == 3)
        #expect(summary.communities == 3)
        #expect(summary.density == 5.0 / 21)
        #expect(summary.rows[0].betweenness == 1.0 / 15)
        #expect(summary.rows[6].closeness == nil)
        // A, B and C are as many as D, E and F, and weigh more
        #expect(summary.rows[3].eigenvector == 0)
        #expect((summary.rows[0].eigenvector ?? 0) > 0)
        for row in summary.rows {
            let place = try #require(network.place(of: row.party))
            #expect(row.pageRank == network.pageRank()?[place])
            #expect(row.community == network.communities()?.labels[place])
        }
    }

    @Test("a summary of nothing has no rows, of parties without ties no values")
    func emptySummary() {
        #expect(ContactNetwork([], projection: .bilateral).summary().rows.isEmpty)
        let summary = NetworkGraphs.network([], alone: ["A", "B"]).summary()
        #expect(summary.rows.map(\.party) == ["A", "B"])
        #expect(summary.modularity == nil)
        for row in summary.rows {
            let values: [Double?] = [row.betweenness, row.closeness, row.eigenvector, row.pageRank]
            #expect(values == [nil, nil, nil, nil])
            #expect(row.community == nil)
        }
    }

    @Test("all values of a large network are numbers")
    func large() throws {
        let network = ContactNetwork(NetworkGraphs.gatherings(800, parties: 100, seed: 7), projection: .shared)
        #expect(network.ties.count > 3_000)
        let summary = network.summary(length: .inverseWeight)
        #expect(summary.rows.count == 100)
        for row in summary.rows {
            for value in [row.betweenness, row.closeness, row.eigenvector, row.pageRank] {
                #expect(try #require(value).isFinite)
            }
        }
    }
}
