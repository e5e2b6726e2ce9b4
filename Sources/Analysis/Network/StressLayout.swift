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
    private static let leastFall = 1e-5

    private static let startSteps = 50
    /// In hops, of the start.
    private static let jitter = 0.01

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

    /// Classical scaling (W. S. Torgerson, Psychometrika 17:4, 1952): the two leading eigenvectors of the centred squares of the
    /// distances, by iteration from chance with a fixed seed, so far as ``startSteps`` bring them. A little more chance parts
    /// those that would fall together.
    private mutating func start() {
        let centred = centredSquares()
        var chance = SeededChance(seed: 2004)
        var axes = (0..<2).map { _ in (0..<count).map { _ in chance.unit() - 0.5 } }
        var scales = [0.0, 0.0]
        for _ in 0..<Self.startSteps {
            for axis in 0..<2 {
                var image = (0..<count).map { i in
                    var sum = 0.0
                    for j in 0..<count { sum += centred[i * count + j] * axes[axis][j] }
                    return sum
                }
                if axis == 1 {
                    let overlap = zip(image, axes[0]).reduce(0) { $0 + $1.0 * $1.1 }
                    for i in 0..<count { image[i] -= overlap * axes[0][i] }
                }
                let norm = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
                scales[axis] = norm.squareRoot()
                // nothing is left where all lie on a line
                axes[axis] = norm > 1e-9 ? image.map { $0 / norm } : Array(repeating: 0, count: count)
            }
        }
        for i in 0..<count {
            xs.append(axes[0][i] * scales[0] + (chance.unit() - 0.5) * Self.jitter)
            ys.append(axes[1][i] * scales[1] + (chance.unit() - 0.5) * Self.jitter)
        }
    }

    /// −½ of the squared distances, rows and columns made to add up to 0.
    private func centredSquares() -> [Double] {
        let means = (0..<count).map { i in
            (0..<count).reduce(0) { $0 + hops[i * count + $1] * hops[i * count + $1] } / Double(count)
        }
        let mean = means.reduce(0, +) / Double(count)
        return hops.indices.map { place in
            (means[place / count] + means[place % count] - mean - hops[place] * hops[place]) / 2
        }
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
