import Testing

@testable import Analysis

@Suite("Layouts of networks")
struct NetworkLayoutTests {
    func distance(_ one: ContactNetwork.Position, _ other: ContactNetwork.Position) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }

    @Test("a path is drawn as a line, from left to right or from right to left")
    func path() throws {
        let places = try #require(NetworkGraphs.path(8).layout())
        for place in places { #expect(isClose(place.y, 0.5, 0.01)) }
        let step = distance(places[0], places[7]) / 7
        #expect(step > 0.1)
        for (one, next) in zip(places, places.dropFirst()) { #expect(isClose(distance(one, next), step, step * 0.02)) }
    }

    @Test("three that all meet are an equal triangle")
    func triangle() throws {
        let places = try #require(NetworkGraphs.complete(3).layout())
        let side = distance(places[0], places[1])
        #expect(side > 0.5)
        #expect(isClose(distance(places[1], places[2]), side, side * 0.02))
        #expect(isClose(distance(places[2], places[0]), side, side * 0.02))
    }

    @Test("every party has a place of its own in the unit square", arguments: 1...6)
    func unitSquare(_ seed: UInt64) throws {
        let network = ContactNetwork(NetworkGraphs.random(40, share: 0.05, seed: seed), projection: .bilateral)
        let places = try #require(network.layout())
        #expect(places.count == 40)
        for place in places {
            #expect((0...1).contains(place.x))
            #expect((0...1).contains(place.y))
        }
        #expect(Set(places).count == 40)
        #expect(places.map(\.x).max() ?? 0 > 0.9 || places.map(\.y).max() ?? 0 > 0.9)
    }

    @Test("components lie side by side, parties without ties in a row below")
    func packing() throws {
        let network = NetworkGraphs.network(
            [("A", "B"), ("B", "C"), ("C", "A"), ("D", "E"), ("E", "F"), ("F", "D"), ("G", "H")],
            alone: ["X", "Y", "Z"])
        let places = try #require(network.layout())
        let boxes = network.components.prefix(3).map { group in
            let (xs, ys) = (group.map { places[$0].x }, group.map { places[$0].y })
            return (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0)
        }
        for i in 0..<3 {
            for j in (i + 1)..<3 {
                let (one, other) = (boxes[i], boxes[j])
                #expect(one.1 < other.0 || other.1 < one.0 || one.3 < other.2 || other.3 < one.2)
            }
        }
        let row = places.suffix(3)
        #expect(Set(row.map(\.y)).count == 1)
        #expect(row.map(\.x) == row.map(\.x).sorted())
        for place in places.dropLast(3) { #expect(place.y < row[row.startIndex].y) }
    }

    @Test("parties without ties alone, one and none")
    func alone() throws {
        #expect(ContactNetwork([], projection: .shared).layout() == [])
        let one = try #require(NetworkGraphs.network([], alone: ["A"]).layout())
        #expect(one == [ContactNetwork.Position(x: 0.5, y: 0.5)])
        let three = try #require(NetworkGraphs.network([], alone: ["A", "B", "C"]).layout())
        #expect(three.map(\.y) == [0.5, 0.5, 0.5])
        #expect(isClose(three[1].x, 0.5))
        #expect(isClose(three[1].x - three[0].x, three[2].x - three[1].x))
        #expect(three[0].x < three[1].x)
    }

    @Test("no party of the kite has a better place nearby")
    func stress() {
        let network = NetworkGraphs.kite
        let layout = StressLayout(network.adjacency, members: Array(0..<10))
        // the definition, over the distances that enumerating finds
        func stress(_ xs: [Double], _ ys: [Double]) -> Double {
            var search = ShortestPaths(network.adjacency, .hops)
            var sum = 0.0
            for i in 0..<10 {
                search.search(from: i)
                for j in (i + 1)..<10 {
                    let length = ((xs[i] - xs[j]) * (xs[i] - xs[j]) + (ys[i] - ys[j]) * (ys[i] - ys[j])).squareRoot()
                    let hops = search.distances[j]
                    sum += (length - hops) * (length - hops) / (hops * hops)
                }
            }
            return sum
        }
        let found = layout.stress
        #expect(isClose(stress(layout.xs, layout.ys), found))
        #expect(found < 2.5)
        for party in 0..<10 {
            for (dx, dy) in [(0.1, 0.0), (-0.1, 0), (0, 0.1), (0, -0.1)] {
                var (xs, ys) = (layout.xs, layout.ys)
                xs[party] += dx
                ys[party] += dy
                #expect(stress(xs, ys) > found * 0.9995)
            }
        }
    }

    @Test("a ring is drawn round: no two of it cross")
    func ring() {
        let network = NetworkGraphs.numbered((0..<12).map { ($0, ($0 + 1) % 12) })
        let layout = StressLayout(network.adjacency, members: Array(0..<12))
        let radii = zip(layout.xs, layout.ys).map { ($0 * $0 + $1 * $1).squareRoot() }
        for radius in radii { #expect(isClose(radius, radii[0], radii[0] * 0.1)) }
        for i in 0..<12 {
            let (x, y) = (layout.xs[i] - layout.xs[(i + 1) % 12], layout.ys[i] - layout.ys[(i + 1) % 12])
            #expect((x * x + y * y).squareRoot() < radii[0])
        }
    }

    @Test("more than can be read are not drawn; those without ties do not count")
    func tooMany() {
        let edges = (1...ContactNetwork.largestDrawing).map { (0, $0) }
        let network = NetworkGraphs.network(edges.map { ("\($0.0)", "\($0.1)") })
        #expect(network.layout() == nil)
        let alone = NetworkGraphs.network([("A", "B")], alone: (0..<2000).map { "\($0)" })
        #expect(alone.layout()?.count == 2002)
    }
}
