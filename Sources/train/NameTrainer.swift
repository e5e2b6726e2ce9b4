import Language

/// Trains the name tagger on sentences with labels and tags.
struct NameTrainer {
    let inventory: Inventory
    let net: TrainableNet
    let head: TrainableHead
    let features: WindowFeatures
    private let nameTags: [Bool]

    init(_ inventory: Inventory, width: Int, seed: UInt64) {
        self.inventory = inventory
        features = WindowFeatures(
            .init(words: inventory.words.count, labels: NameLabel.count, tags: inventory.tags.count))
        net = TrainableNet(rowCount: features.rowCount, width: width, seed: seed)
        net.dropout = 0.2
        head = TrainableHead(classes: NameLabel.count, width: width, seed: seed + 1)
        nameTags = NameTagger.nameTags(inventory.tags)
    }

    /// One pass over the examples that have labels, tagged by `tagger`; the step sizes fall from `from` to `to` of the rate.
    func pass(_ examples: [Example], tagger: Tagger, rate: Float, from: Float, to: Float, seed: UInt64) {
        var chance = Chance(seed: seed)
        let order = examples.indices.shuffled(using: &chance)
        let buffer = SentenceBuffer(width: 64)
        let all = (0..<UInt8(NameLabel.count)).map { $0 }
        for (n, index) in order.enumerated() {
            let example = examples[index]
            net.rate = rate * (from + (to - from) * Float(n) / Float(order.count))
            head.rate = net.rate
            example.fill(buffer, tags: nil)
            tagger.tag(buffer)
            Example.drop(
                buffer, inventory, share: { nameTags[Int(buffer.tags[$0])] ? 0.1 : 0.01 }, &chance)
            var last: UInt8 = 0
            var beforeLast: UInt8 = 0
            for i in 1...buffer.count {
                let gold = example.names[i - 1]
                var given = NameLabel.outside
                if NameTagger.mayName(i, last: last, buffer, nameTags) {
                    let count = features.rows(
                        i, forms: buffer.forms, last: Int32(last), beforeLast: Int32(beforeLast), tags: buffer.tags,
                        folded: false, into: buffer.features)
                    net.forward(buffer.features, count, learning: true)
                    head.probabilities(all, net.hidden.p)
                    let best = (all.max { head.scores.p[Int($0)] < head.scores.p[Int($1)] } ?? 0) + 1
                    given = NameTagger.following(last, best)
                    if gold > 0 {
                        head.learn(gold - 1, among: all, net)
                        net.backward(buffer.features, count)
                    }
                }
                beforeLast = last
                last = gold > 0 && chance.unit() < 0.5 ? gold : given
            }
        }
    }

    func write(to writer: inout WeightsWriter) {
        net.write("name", folds: features.folds(inventory.forms), to: &writer)
        head.write("name", to: &writer)
    }

    /// The name tagger as it stands, in the bytes that are shipped.
    func nameTagger() -> NameTagger? {
        var writer = WeightsWriter()
        write(to: &writer)
        return Weights(writer.bytes()).flatMap {
            NameTagger($0, words: inventory.words.count, tags: inventory.tags)
        }
    }
}
