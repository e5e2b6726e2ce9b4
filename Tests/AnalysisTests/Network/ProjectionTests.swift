import Testing

@testable import Analysis

@Suite("How gatherings become ties")
struct ProjectionTests {
    let gatherings = [
        Gathering(key: "talks", parties: ["USA", "RUS"], weight: 2),
        Gathering(key: "quad", parties: ["USA", "JPN", "IND", "AUS"]),
        Gathering(key: "call", parties: ["JPN", "USA"]),
    ]

    func weight(_ network: ContactNetwork, _ one: String, _ other: String) -> Double? {
        network.ties.first {
            Set([network.parties[$0.first], network.parties[$0.second]]) == Set([one, other])
        }?.weight
    }

    @Test("meetings of two alone; who came to others stays, alone")
    func bilateral() {
        let network = ContactNetwork(gatherings, projection: .bilateral)
        #expect(network.parties == ["AUS", "IND", "JPN", "RUS", "USA"])
        #expect(network.ties.count == 2)
        #expect(weight(network, "USA", "RUS") == 2)
        #expect(weight(network, "USA", "JPN") == 1)
        #expect(network.degrees == [0, 0, 1, 1, 2])
        #expect(network.strengths == [0, 0, 1, 2, 3])
        #expect(network.omissions == ContactNetwork.Omissions(multilateral: 1))
        #expect(network.tyingGatherings == 2)
    }

    @Test("every pair of a meeting, with all its weight")
    func allPairs() {
        let network = ContactNetwork(gatherings, projection: .allPairs)
        #expect(network.ties.count == 7)
        #expect(weight(network, "USA", "JPN") == 2)
        #expect(weight(network, "IND", "AUS") == 1)
        #expect(network.of("USA", network.strengths) == 6)
        #expect(network.omissions.total == 0)
        #expect(network.density == 0.7)
    }

    @Test("every pair of a meeting with its part: a party's ties add up to its meetings")
    func shared() throws {
        let network = ContactNetwork(gatherings, projection: .shared)
        #expect(isClose(weight(network, "USA", "JPN"), 1 + 1.0 / 3))
        #expect(isClose(weight(network, "IND", "AUS"), 1.0 / 3))
        for (party, meetings) in [("USA", 4.0), ("JPN", 2), ("IND", 1), ("RUS", 2)] {
            #expect(isClose(network.of(party, network.strengths), meetings))
        }
    }

    @Test("a tie names the gatherings that it rests on")
    func keys() throws {
        let network = ContactNetwork(gatherings, projection: .allPairs)
        #expect(network.keys(between: "USA", and: "JPN") == ["call", "quad"])
        #expect(network.keys(between: "RUS", and: "USA") == ["talks"])
        #expect(network.keys(between: "RUS", and: "JPN") == [])
        #expect(network.keys(between: "USA", and: "USA") == [])
        #expect(network.keys(between: "USA", and: "XXX") == [])
        #expect(network.keys(of: "USA") == ["call", "quad", "talks"])
        #expect(network.keys(of: "XXX") == [])
        for tie in network.ties { #expect(network.keys(of: tie).count == tie.gatherings) }
        let bilateral = ContactNetwork(gatherings, projection: .bilateral)
        #expect(bilateral.keys(between: "USA", and: "JPN") == ["call"])
        #expect(bilateral.keys(of: "JPN") == ["call", "quad"])
        // a tie of a larger network is none of a smaller
        let small = ContactNetwork([Gathering(key: "a", parties: ["A", "B"])], projection: .allPairs)
        #expect(small.keys(of: try #require(network.ties.last)) == [])
    }

    @Test("a party does not meet itself, and comes to a gathering once")
    func selfPairs() {
        let network = ContactNetwork(
            [Gathering(key: "a", parties: ["X", "Y", "X", "Y", "X"]), Gathering(key: "b", parties: ["X", "X"])],
            projection: .shared)
        #expect(network.ties.count == 1)
        #expect(weight(network, "X", "Y") == 1)
        #expect(network.omissions.lone == 1)
    }

    @Test("a gathering that is given twice counts once; a key that stands for two things counts for both")
    func repeated() {
        let network = ContactNetwork(
            [
                Gathering(key: "a", parties: ["X", "Y"]), Gathering(key: "a", parties: ["Y", "X"]),
                Gathering(key: "a", parties: ["X", "Y", "Z"]), Gathering(key: "a", parties: ["Z", "Y", "X"]),
                Gathering(key: "a", parties: ["X", "Y"], weight: 3), Gathering(key: "b", parties: ["X", "Y"]),
            ], projection: .allPairs)
        #expect(weight(network, "X", "Y") == 6)
        #expect(network.omissions.repeated == 2)
        #expect(network.keys(between: "X", and: "Y") == ["a", "b"])
    }

    @Test(
        "weights that are no number of contacts are left out, and counted",
        arguments: [0, -1, 1e10, 1e-10, Double.nan, .infinity, -.infinity])
    func unweighable(_ weight: Double) {
        let network = ContactNetwork(
            [Gathering(key: "a", parties: ["X", "Y"], weight: weight)], projection: .allPairs)
        #expect(network.parties.isEmpty)
        #expect(network.omissions == ContactNetwork.Omissions(unweighable: 1))
    }

    @Test("a hall of 200 ties them all, one of 201 nobody")
    func crowded() {
        let codes = (0...Projection.mostParties).map(NetworkGraphs.code)
        let full = ContactNetwork([Gathering(key: "a", parties: codes.dropLast())], projection: .allPairs)
        #expect(full.ties.count == 19_900)
        #expect(full.density == 1)
        for projection in Projection.allCases {
            let crowd = ContactNetwork([Gathering(key: "a", parties: codes)], projection: projection)
            #expect(crowd.ties.isEmpty)
            #expect(crowd.parties.count == 201)
            #expect(crowd.omissions == ContactNetwork.Omissions(crowded: 1))
            #expect(crowd.keys(between: codes[0], and: codes[1]) == [])
        }
    }

    @Test("shares of pairs")
    func shares() {
        for projection in Projection.allCases {
            for none in [Int.min, -1, 0, 1, 201, Int.max] { #expect(projection.share(of: none) == nil) }
            #expect(projection.share(of: 2) == 1)
        }
        #expect(Projection.bilateral.share(of: 3) == nil)
        #expect(Projection.allPairs.share(of: 20) == 1)
        #expect(Projection.shared.share(of: 5) == 0.25)
        #expect(Projection(rawValue: "all-pairs") == .allPairs)
        #expect(Set(Projection.allCases.map(\.statement)).count == 3)
        for projection in Projection.allCases { #expect(projection.statement.hasSuffix(".")) }
    }

    @Test("each tie is the sum over the gatherings of both", arguments: Projection.allCases)
    func againstEveryPair(_ projection: Projection) {
        let gatherings = NetworkGraphs.gatherings(300, parties: 25, seed: 1)
        let network = ContactNetwork(gatherings, projection: projection)
        var found = 0
        for (i, one) in network.parties.enumerated() {
            for other in network.parties[(i + 1)...] {
                let both = gatherings.filter {
                    projection.share(of: Set($0.parties).count) != nil && $0.parties.contains(one)
                        && $0.parties.contains(other)
                }
                let sum = both.reduce(0) { $0 + $1.weight * (projection.share(of: Set($1.parties).count) ?? 0) }
                #expect(isClose(weight(network, one, other) ?? 0, sum))
                #expect(network.keys(between: one, and: other) == both.map(\.key).sorted())
                if !both.isEmpty { found += 1 }
            }
        }
        #expect(network.ties.count == found)
    }
}
