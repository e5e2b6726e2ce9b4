import Coding
import Diplomacy
import Glibc
import Language

/// Trains the classifier of events: rows for the features that occur often enough, a rectifier, a head over the types.
struct EventTrainer {
    struct Settings {
        var width = 64
        var passes = 20
        var rate: Float = 0.05
        /// Share of an example's features that are kept at random in training.
        var share: Float = 0.6
        var dropout: Float = 0.3
        /// Examples in which a feature must occur.
        var least = 2
        var seed: UInt64 = 1
    }

    let settings: Settings
    private var rows: [UInt64: UInt32] = [:]
    private let net: TrainableNet
    private let head: TrainableHead
    private let all = (0..<UInt8(EventClassifier.types.count)).map { $0 }

    init(_ examples: [EventExample], _ settings: Settings) {
        self.settings = settings
        var counts: [UInt64: Int] = [:]
        for example in examples { for key in example.keys { counts[key, default: 0] += 1 } }
        for key in counts.filter({ $0.value >= settings.least }).keys.sorted() { rows[key] = UInt32(rows.count) }
        net = TrainableNet(rowCount: max(rows.count, 1), width: settings.width, seed: settings.seed)
        net.dropout = settings.dropout
        net.share = settings.share
        head = TrainableHead(classes: EventClassifier.types.count, width: settings.width, seed: settings.seed + 1)
    }

    var rowCount: Int { rows.count }

    /// Learns from examples, each with a weight; the step size falls to nought.
    func train(_ examples: [(example: EventExample, weight: Float)]) {
        var chance = Chance(seed: settings.seed + 2)
        let features = examples.map { one in one.example.keys.compactMap { rows[$0].map { Int32($0) } } }
        let steps = Float(settings.passes * examples.count)
        var step: Float = 0
        var kept: [Int32] = []
        for _ in 0..<settings.passes {
            for i in examples.indices.shuffled(using: &chance) {
                net.rate = settings.rate * (1 - step / steps)
                head.rate = net.rate
                step += 1
                kept.removeAll(keepingCapacity: true)
                for row in features[i] where chance.unit() < settings.share { kept.append(row) }
                learn(kept, examples[i].example.right, examples[i].weight)
            }
        }
    }

    private func learn(_ features: [Int32], _ right: [Int], _ weight: Float) {
        features.withUnsafeBufferPointer { features in
            guard let base = features.baseAddress else { return }
            net.forward(base, features.count, learning: true)
            head.probabilities(all, net.hidden.p)
            let sum = right.reduce(Float(1e-9)) { $0 + head.scores.p[$1] }
            let given = right.map { head.scores.p[$0] / sum }
            for type in all {
                let place = right.firstIndex(of: Int(type))
                let wanted = place.map { given[$0] } ?? 0
                head.learn(Int(type), (head.scores.p[Int(type)] - wanted) * weight, net)
            }
            net.backward(base, features.count)
        }
    }

    /// Writes the sections that ``EventClassifier`` opens.
    func write(sharpness: Float, to writer: inout WeightsWriter) {
        writer.add("events.count", [UInt32(net.rowCount)])
        KeyTable<UInt32>.write(rows, free: 0, "events", to: &writer)
        net.write("events", folds: [], to: &writer)
        head.write("events", to: &writer)
        writer.add("events.sharp", [sharpness])
    }

    /// The classifier as it stands, in the bytes that are shipped.
    func classifier(sharpness: Float = 1) -> EventClassifier? {
        var writer = WeightsWriter()
        write(sharpness: sharpness, to: &writer)
        return Weights(writer.bytes()).flatMap { EventClassifier($0) }
    }
}

/// How good a classifier is on labelled sentences.
struct EventMeasures {
    /// For each example the probabilities and the types that are right.
    private(set) var judged: [(probabilities: [Float], right: [Int])] = []

    mutating func add(_ classifier: EventClassifier, _ examples: [EventExample]) {
        judged += examples.map { (classifier.probabilities($0.keys), $0.right) }
    }

    private func best(_ p: [Float]) -> Int { p.indices.max { p[$0] < p[$1] } ?? 0 }

    /// Root types as the PLV set has them: a concession and a retreat are one.
    private static func root(_ type: Int) -> Int {
        EventClassifier.types[type] == .retreat ? EventClassifier.types.firstIndex(of: .concede) ?? 0 : type
    }

    private static func share(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }

    /// Accuracy, macro F1, accuracy of quad classes and of cooperation against conflict.
    var summary: String {
        let pairs = judged.map { (Self.root(best($0.probabilities)), Self.root($0.right[0])) }
        let right = pairs.count { $0.0 == $0.1 }
        var sum = 0.0
        let labels = Set(pairs.map(\.1))
        for label in labels {
            let hits = pairs.count { $0.0 == label && $0.1 == label }
            let p = Self.share(hits, pairs.count { $0.0 == label })
            let r = Self.share(hits, pairs.count { $0.1 == label })
            sum += p + r > 0 ? 2 * p * r / (p + r) : 0
        }
        func quad(_ root: Int) -> Int {
            EventClassifier.types[root] == .concede ? 2 : EventClassifier.types[root].quad.rawValue
        }
        let quads = pairs.count { quad($0.0) == quad($0.1) }
        let sides = pairs.count { (quad($0.0) + 1) / 2 == (quad($0.1) + 1) / 2 }
        let figures = [
            ("macro F1", sum / Double(max(labels.count, 1))), ("accuracy", Self.share(right, pairs.count)),
            ("quad", Self.share(quads, pairs.count)), ("binary", Self.share(sides, pairs.count)),
        ]
        return figures.map { "\($0.0) \(Self.rounded($0.1))" }.joined(separator: ", ")
    }

    private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

    /// The sharpness of scores for which the right types are likeliest, from a fifth to two.
    func sharpness() -> Float {
        let candidates = (4...40).map { Float($0) / 20 }
        func loss(_ sharpness: Float) -> Double {
            judged.reduce(0) { sum, one in
                let powers = one.probabilities.map { pow(Double(max($0, 1e-9)), Double(sharpness)) }
                let all = powers.reduce(0, +)
                return sum - log(one.right.reduce(1e-12) { $0 + powers[$1] } / all)
            }
        }
        return candidates.min { loss($0) < loss($1) } ?? 1
    }

    /// How often the likeliest type is right, by its probability in tenths.
    var reliability: [String] {
        (0..<10).compactMap { tenth in
            let inside = judged.filter { min(9, Int(($0.probabilities.max() ?? 0) * 10)) == tenth }
            guard !inside.isEmpty else { return nil }
            let right = inside.count { one in
                one.right.map { Self.root($0) }.contains(Self.root(best(one.probabilities)))
            }
            let mean = inside.reduce(0) { $0 + Double($1.probabilities.max() ?? 0) } / Double(inside.count)
            return
                "\(tenth)/10: \(inside.count) sentences, mean \(Self.rounded(mean)), right \(Self.rounded(Self.share(right, inside.count)))"
        }
    }
}
