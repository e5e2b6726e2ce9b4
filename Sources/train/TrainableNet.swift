import Glibc
import Language

/// A source of chance that gives the same numbers for the same seed (Steele, Lea and Flood, "Fast Splittable Pseudorandom
/// Number Generators", OOPSLA 2014: SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// A number from 0 to 1.
    mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }
}

/// Memory for training that is freed with its owner.
final class Floats {
    let p: UnsafeMutablePointer<Float>
    let count: Int
    init(_ count: Int, _ value: Float = 0) {
        self.count = count
        p = UnsafeMutableRawPointer.allocate(byteCount: max(64, count * 4), alignment: 64)
            .bindMemory(to: Float.self, capacity: count)
        p.initialize(repeating: value, count: count)
    }
    deinit { p.deallocate() }
}

/// A ``FeatureNet`` while it learns: rows and bias in 32 bits, a step size for each row and each number of the bias (Duchi,
/// Hazan and Singer, "Adaptive Subgradient Methods", JMLR 2011; one sum of squares for a whole row).
final class TrainableNet {
    let width: Int
    let rowCount: Int
    private let rows: Floats
    private let rowSquares: Floats
    private let bias: Floats
    private let biasSquares: Floats
    /// The hidden layer of the last forward pass, and the gradient that the heads add up for it.
    let hidden: Floats
    let gradient: Floats
    private let kept: Floats
    var rate: Float = 0.05
    var dropout: Float = 0
    /// The share of the features that hold which each step of training sees; rows are written smaller by it.
    var share: Float = 1
    private var chance: Chance

    /// What a row may reach at most.
    static let reach: Float = 2

    init(rowCount: Int, width: Int, seed: UInt64) {
        self.width = width
        self.rowCount = rowCount
        rows = Floats(rowCount * width)
        rowSquares = Floats(rowCount)
        bias = Floats(width, 0.1)
        biasSquares = Floats(width)
        hidden = Floats(width)
        gradient = Floats(width)
        kept = Floats(width, 1)
        chance = Chance(seed: seed)
        for i in 0..<rows.count { rows.p[i] = (chance.unit() - 0.5) * 0.1 }
    }

    func forward(_ features: UnsafePointer<Int32>, _ count: Int, learning: Bool) {
        let h = hidden.p
        let width = self.width
        for k in 0..<width { h[k] = bias.p[k] }
        for f in 0..<count {
            let row = rows.p + Int(features[f]) * width
            for k in 0..<width { h[k] += row[k] }
        }
        for k in 0..<width {
            h[k] = max(h[k], 0)
            gradient.p[k] = 0
        }
        guard learning, dropout > 0 else { return }
        let scale = 1 / (1 - dropout)
        for k in 0..<width {
            kept.p[k] = chance.unit() < dropout ? 0 : scale
            h[k] *= kept.p[k]
        }
    }

    /// Learns from the gradient that the heads have added up for the hidden layer of the last forward pass.
    func backward(_ features: UnsafePointer<Int32>, _ count: Int) {
        let g = gradient.p
        let width = self.width
        var square: Float = 0
        for k in 0..<width {
            g[k] = hidden.p[k] > 0 ? g[k] * (dropout > 0 ? kept.p[k] : 1) : 0
            square += g[k] * g[k]
        }
        guard square > 1e-12 else { return }
        for k in 0..<width {
            biasSquares.p[k] += g[k] * g[k]
            bias.p[k] -= rate * g[k] / (biasSquares.p[k].squareRoot() + 1e-3)
        }
        let mean = square / Float(width)
        for f in 0..<count {
            let r = Int(features[f])
            rowSquares.p[r] += mean
            let step = rate / (rowSquares.p[r].squareRoot() + 1e-3)
            let row = rows.p + r * width
            for k in 0..<width { row[k] = min(max(row[k] - step * g[k], -Self.reach), Self.reach) }
        }
    }

    /// Writes the sections that ``FeatureNet`` opens; to each row of `folds` its parts are added. A row that never learned is
    /// nought.
    func write(_ name: String, folds: [(row: Int, parts: [Int])], to writer: inout WeightsWriter) {
        let sums = Floats(rowCount * width)
        func add(_ part: Int, to row: Int) {
            guard rowSquares.p[part] > 0 else { return }
            for k in 0..<width { sums.p[row * width + k] += rows.p[part * width + k] * share }
        }
        for row in 0..<rowCount { add(row, to: row) }
        for (row, parts) in folds { for part in parts { add(part, to: row) } }
        let scale = 127 / Self.reach(of: sums)
        let bytes = (0..<sums.count).map { UInt8(128 + min(max((sums.p[$0] * scale).rounded(), -128), 127)) }
        writer.add(name + ".rows", bytes)
        writer.add(name + ".bias", (0..<width).map { bias.p[Columns.column(at: $0)] })
        writer.add(name + ".scale", [scale])
    }

    /// What all but one in two thousand of the numbers that are not nought stay below, so that a byte is not wasted on the few.
    private static func reach(of values: Floats) -> Float {
        var counts = [Int](repeating: 0, count: 400)
        var all = 0
        for i in 0..<values.count where values.p[i] != 0 {
            counts[min(399, Int(abs(values.p[i]) * 20))] += 1
            all += 1
        }
        var above = 0
        for step in counts.indices.reversed() {
            above += counts[step]
            if above * 2000 > all { return Float(step + 1) / 20 }
        }
        return reach
    }
}

/// A ``LinearHead`` while it learns.
final class TrainableHead {
    let classes: Int
    let width: Int
    private let weights: Floats
    private let squares: Floats
    private let bias: Floats
    private let biasSquares: Floats
    let scores: Floats
    var rate: Float = 0.05

    init(classes: Int, width: Int, seed: UInt64) {
        self.classes = classes
        self.width = width
        weights = Floats(classes * width)
        squares = Floats(classes * width)
        bias = Floats(classes)
        biasSquares = Floats(classes)
        scores = Floats(classes)
        var chance = Chance(seed: seed)
        for i in 0..<weights.count { weights.p[i] = (chance.unit() - 0.5) * 0.1 }
    }

    func score(_ c: Int, _ hidden: UnsafePointer<Float>) -> Float {
        typealias V = SIMD8<Float>
        let row = UnsafeRawPointer(weights.p + c * width)
        let input = UnsafeRawPointer(hidden)
        var sum = V(repeating: 0)
        for i in stride(from: 0, to: width * 4, by: 32) {
            sum += row.load(fromByteOffset: i, as: V.self) * input.load(fromByteOffset: i, as: V.self)
        }
        return sum.sum() + bias.p[c]
    }

    /// Scores the classes of a list and makes probabilities of them, which it leaves in `scores`.
    func probabilities(_ list: [UInt8], _ hidden: UnsafePointer<Float>) {
        var high = -Float.infinity
        for c in list {
            scores.p[Int(c)] = score(Int(c), hidden)
            high = max(high, scores.p[Int(c)])
        }
        var sum: Float = 0
        for c in list {
            scores.p[Int(c)] = exp(scores.p[Int(c)] - high)
            sum += scores.p[Int(c)]
        }
        for c in list { scores.p[Int(c)] /= sum }
    }

    /// Learns one class's error (probability less what it should be), and adds to the hidden layer's gradient.
    func learn(_ c: Int, _ error: Float, _ net: TrainableNet) {
        guard abs(error) > 1e-5 else { return }
        let h = net.hidden.p
        let g = net.gradient.p
        let w = weights.p + c * width
        let s = squares.p + c * width
        for k in 0..<width {
            g[k] += error * w[k]
            let d = error * h[k]
            s[k] += d * d
            w[k] -= rate * d / (s[k].squareRoot() + 1e-3)
        }
        biasSquares.p[c] += error * error
        bias.p[c] -= rate * error / (biasSquares.p[c].squareRoot() + 1e-3)
    }

    /// Learns the right class among those of a list whose probabilities have just been made.
    func learn(_ right: UInt8, among list: [UInt8], _ net: TrainableNet) {
        for c in list { learn(Int(c), scores.p[Int(c)] - (c == right ? 1 : 0), net) }
    }

    /// Writes the sections that ``LinearHead`` opens.
    func write(_ name: String, to writer: inout WeightsWriter) {
        var values: [Float] = []
        values.reserveCapacity(classes * width)
        for c in 0..<classes { for k in 0..<width { values.append(weights.p[c * width + Columns.column(at: k)]) } }
        writer.add(name + ".w", values)
        writer.add(name + ".b", (0..<classes).map { bias.p[$0] })
    }
}
