package import Diplomacy
public import Language

/// The learned classifier of events: what type of event a sentence tells between two actors.
///
/// One hidden layer over the features of ``PairFeatures``, of which each that was seen in training owns a row (see
/// Documentation/Weights.md).
public struct EventClassifier: Sendable {
    private let weights: Weights
    private let table: KeyTable<UInt32>
    private let net: FeatureNet
    private let head: LinearHead
    /// Sharpens or flattens the scores, so that a probability is how often it is right.
    private let sharpness: Float

    /// The types in the order of the head's classes.
    package static let types = EventType.allCases

    /// Opens the sections of `events`; `nil` where one is missing or they do not fit together.
    public init?(_ weights: Weights) {
        let count = weights.section("events.count", of: UInt32.self).first.map { Int($0) } ?? -1
        guard count > 0, let table = KeyTable<UInt32>(weights, "events", allows: { Int($0) < count }),
            let net = FeatureNet(weights, "events", rowCount: count),
            let head = LinearHead(weights, "events", width: net.width), head.classes == Self.types.count,
            let sharpness = weights.section("events.sharp", of: Float.self).first
        else { return nil }
        self.weights = weights
        self.table = table
        self.net = net
        self.head = head
        self.sharpness = sharpness
    }

    /// Most features of one pair that are looked at; a sum of so many rows stays within its bits.
    package static let most = 500

    /// The probability of each type, in the order of ``types``.
    package func probabilities(_ keys: [UInt64]) -> [Float] {
        let rows = table.rows(of: keys, most: Self.most)
        var scores = [Float](repeating: 0, count: head.classes)
        withUnsafeTemporaryAllocation(byteCount: net.width * 6, alignment: 64) { memory in
            guard let base = memory.baseAddress else { return }
            let hidden = base.bindMemory(to: Float.self, capacity: net.width)
            let sum = (base + net.width * 4).bindMemory(to: UInt16.self, capacity: net.width)
            sum.initialize(repeating: 0, count: net.width)
            rows.withUnsafeBufferPointer { rows in
                if let first = rows.baseAddress { net.add(first, rows.count, to: sum) }
            }
            net.activate(sum, rows: rows.count, into: hidden)
            for i in scores.indices { scores[i] = head.score(hidden, i) * sharpness }
        }
        return Self.softmax(scores)
    }

    private static func softmax(_ scores: [Float]) -> [Float] {
        let high = scores.max() ?? 0
        let powers = scores.map { Exponential.of($0 - high) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// e to a power of nought or less, without the C library: `2 ^ x` by a polynomial of its fraction (error below 1e-5).
enum Exponential {
    static func of(_ x: Float) -> Float {
        guard x > -80 else { return 0 }
        let y = x * 1.442_695
        let whole = y.rounded(.down)
        let f = y - whole
        let power = 1 + f * (0.693_147 + f * (0.240_227 + f * (0.055_504 + f * (0.009_618 + f * 0.001_333))))
        return Float(sign: .plus, exponent: Int(whole), significand: 1) * power
    }
}
