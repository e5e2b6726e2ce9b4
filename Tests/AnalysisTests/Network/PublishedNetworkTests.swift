import Testing

@testable import Analysis

@Suite("Networks whose measures are published")
struct PublishedNetworkTests {
    @Test("Krackhardt's kite: the fewest ties, the most between")
    func kite() throws {
        let network = NetworkGraphs.kite
        let betweenness = try #require(network.betweenness())
        for (party, value) in [("007", 0.389), ("005", 0.231), ("006", 0.231), ("008", 0.222), ("003", 0.102)] {
            #expect(isClose(network.of(party, betweenness), value, 0.0005))
        }
        #expect(network.of("003", network.degrees) == 6)
        #expect(network.degrees.max() == 6)
        // Krackhardt 1990, table 1: the two in the middle are nearest to all
        for (party, value) in [("005", 0.643), ("006", 0.643), ("003", 0.600), ("007", 0.600), ("009", 0.310)] {
            #expect(isClose(network.of(party, network.closeness()) ?? nil, value, 0.0005))
        }
    }

    @Test("marriages of Florence without the Pucci, as the published values have them")
    func marriages() throws {
        let network = NetworkGraphs.network(NetworkGraphs.marriages)
        #expect(network.parties.count == 15)
        #expect(network.ties.count == 20)
        let betweenness = try #require(network.betweenness())
        for (party, value) in [("Medici", 0.522), ("Guadagni", 0.255), ("Albizzi", 0.212)] {
            #expect(isClose(network.of(party, betweenness), value, 0.0005))
        }
        let eigenvector = try #require(network.eigenvectorCentrality())
        #expect(isClose(network.of("Medici", eigenvector), 0.4303, 0.00005))
        #expect(isClose(network.of("Strozzi", eigenvector), 0.3560, 0.00005))
        let pageRank = try #require(network.pageRank())
        #expect(isClose(network.of("Medici", pageRank), 0.14582, 0.000005))
        #expect(isClose(network.of("Medici", network.closeness()) ?? nil, 0.56))
    }

    @Test("the Pucci, alone, lower what counts pairs, and leave the eigenvector as it is")
    func pucci() throws {
        let network = NetworkGraphs.network(NetworkGraphs.marriages, alone: ["Pucci"])
        #expect(network.parties.count == 16)
        #expect(network.components.map(\.count) == [15, 1])
        let betweenness = try #require(network.betweenness())
        // 47.5 pairs of 91 become 47.5 of 105
        #expect(isClose(network.of("Medici", betweenness), 47.5 / 105))
        #expect(network.of("Pucci", betweenness) == 0)
        #expect(network.of("Pucci", network.closeness()) == .some(nil))
        #expect(isClose(network.of("Medici", network.closeness()) ?? nil, 14.0 / 15 * 0.56))
        let eigenvector = try #require(network.eigenvectorCentrality())
        #expect(isClose(network.of("Medici", eigenvector), 0.4303, 0.00005))
        #expect(network.of("Pucci", eigenvector) == 0)
        // by networkx 3.6.1, which spreads dangling rank evenly too
        let pageRank = try #require(network.pageRank())
        #expect(isClose(network.of("Medici", pageRank), 0.144373, 0.000001))
        #expect(isClose(pageRank.reduce(0, +), 1, 1e-12))
    }

    @Test("Zachary's club: the split that came, and the communities that Louvain finds")
    func club() throws {
        let network = NetworkGraphs.club
        #expect(network.parties.count == 34)
        #expect(network.ties.count == 78)
        let split = network.parties.map { NetworkGraphs.teachersSide.contains(Int($0) ?? 0) ? 1 : 2 }
        #expect(isClose(network.modularity(of: split), 0.3582, 0.00005))
        let labels = Louvain(network.adjacency, resolution: 1).labels(trying: Array(0..<34))
        #expect(Set(labels) == [0, 1, 2, 3])
        #expect(isClose(network.modularity(of: labels), 0.4188, 0.00005))
        // the optimum over all divisions: integer programming (U. Brandes et al., IEEE TKDE 20:2, 2008) as igraph runs it
        let best = try #require(network.communities())
        #expect(best.count == 4)
        #expect(isClose(best.modularity, 0.4198, 0.00005))
    }

    @Test("the two heads of Zachary's club lead by every measure")
    func heads() throws {
        let network = NetworkGraphs.club
        #expect(network.of("034", network.degrees) == 17)
        #expect(network.of("001", network.degrees) == 16)
        // by networkx 3.6.1
        #expect(isClose(network.of("001", try #require(network.betweenness())), 0.437635, 0.000001))
        #expect(isClose(network.of("034", try #require(network.eigenvectorCentrality())), 0.373363, 0.000001))
        #expect(isClose(network.of("034", try #require(network.pageRank())), 0.100919, 0.000001))
    }
}
