import Glibc

/// Places for the parties of one connected component: as far from each other as they are apart in ties, as well as a plane allows.
///
/// Stress majorisation (E. R. Gansner, Y. Koren and S. North, "Graph drawing by stress majorization", Graph Drawing 2004),
/// one party at a time (their section 2.3), each step of which lowers
/// stress = Σ over pairs (|p_i − p_j| − d_ij)² / d_ij², d in hops.
/// O(n·m) for the distances, O(n²) a sweep for n parties, at most ``mostSweeps``; O(n²) memory.
struct StressLayout {
    static let mostSweeps = 250
    /// Sweeps end where one lowers the stress by less than this part.
    private static let leastFall = 1e-4

    private let count: Int
    /// Hops from i to j at `i * count + j`.
    private var hops: [Double]
    private(set) var xs: [Double]
    private(set) var ys: [Double]

    /// - Parameter members: the parties of a connected component, two or more, sorted.
    init(_ adjacency: Adjacency, members: [Int]) {
        count = members.count
        hops = []
        hops.reserveCapacity(count * count)
        xs = []
        ys = []
        var search = ShortestPaths(adjacency, .hops)
        for member in members {
            search.search(from: member)
            for other in members { hops.append(search.distances[other]) }
        }
        start()
        sweep()
        turn()
    }

    /// The sum that the layout makes small, in no unit.
    var stress: Double {
        var sum = 0.0
        for i in 0..<count {
            for j in (i + 1)..<count {
                let (dx, dy) = (xs[i] - xs[j], ys[i] - ys[j])
                let hops = hops[i * count + j]
                let error = (dx * dx + dy * dy).squareRoot() / hops - 1
                sum += error * error
            }
        }
        return sum
    }

    /// Each party by its distances from two pairs of parties that are far apart, one pair an axis; a little chance with a
    /// fixed seed parts those that would fall together.
    private mutating func start() {
        let west = farthest { hops[$0] }
        let east = farthest { hops[west * count + $0] }
        let north = farthest { min(hops[west * count + $0], hops[east * count + $0]) }
        let south = farthest { hops[north * count + $0] }
        var chance = SeededChance(seed: 2004)
        for i in 0..<count {
            xs.append((hops[west * count + i] - hops[east * count + i]) / 2 + chance.unit() - 0.5)
            ys.append((hops[north * count + i] - hops[south * count + i]) / 2 + chance.unit() - 0.5)
        }
    }

    /// The first party with the greatest value.
    private func farthest(_ value: (Int) -> Double) -> Int {
        var best = 0
        for i in 0..<count where value(i) > value(best) { best = i }
        return best
    }

    private mutating func sweep() {
        var last = stress
        for _ in 0..<Self.mostSweeps {
            for i in 0..<count { move(i) }
            let now = stress
            guard last - now > Self.leastFall * last else { break }
            last = now
        }
    }

    /// Puts a party where the others, each weighted by 1/d², would have it on average: on the line to where it is, d away.
    private mutating func move(_ i: Int) {
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for j in 0..<count where j != i {
            let hops = hops[i * count + j]
            let weight = 1 / (hops * hops)
            let (dx, dy) = (xs[i] - xs[j], ys[i] - ys[j])
            let distance = (dx * dx + dy * dy).squareRoot()
            let scale = distance > 0 ? hops / distance : 0
            x += weight * (xs[j] + dx * scale)
            y += weight * (ys[j] + dy * scale)
            sum += weight
        }
        xs[i] = x / sum
        ys[i] = y / sum
    }

    /// Turns the whole so that it is widest from left to right, its middle at 0.
    private mutating func turn() {
        let (x, y) = (xs.reduce(0, +) / Double(count), ys.reduce(0, +) / Double(count))
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for i in 0..<count {
            xs[i] -= x
            ys[i] -= y
            xx += xs[i] * xs[i]
            xy += xs[i] * ys[i]
            yy += ys[i] * ys[i]
        }
        let angle = atan2(2 * xy, xx - yy) / 2
        let (cosine, sine) = (cos(angle), sin(angle))
        for i in 0..<count {
            (xs[i], ys[i]) = (xs[i] * cosine + ys[i] * sine, ys[i] * cosine - xs[i] * sine)
        }
    }
}
