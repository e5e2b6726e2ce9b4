import Language

/// Trains the tagger on sentences with their tags.
struct TaggerTrainer {
    let inventory: Inventory
    let net: TrainableNet
    let head: TrainableHead
    let features: WindowFeatures
    let lists: [[UInt8]]

    /// The share of a word's rarer tags below which they count as slips of annotators or of the teacher.
    static let rareShare = 0.002
    /// Occurrences from which a word's own tags are all that it may get.
    static let known = 12

    init(_ inventory: Inventory, examples: [Example], width: Int, seed: UInt64) {
        self.inventory = inventory
        features = WindowFeatures(.init(words: inventory.words.count, labels: inventory.tags.count, tags: 0))
        net = TrainableNet(rowCount: features.rowCount, width: width, seed: seed)
        head = TrainableHead(classes: inventory.tags.count, width: width, seed: seed + 1)
        lists = Self.choices(inventory, examples)
    }

    /// The classes that each word may have, and those of unknown words by their shape.
    private static func choices(_ inventory: Inventory, _ examples: [Example]) -> [[UInt8]] {
        let words = inventory.words.count + 2
        let tags = inventory.tags.count
        var counts = [[UInt8: Int]](repeating: [:], count: words)
        var shapes = [[UInt8: Int]](repeating: [:], count: WordForm.shapes)
        for example in examples {
            let weight = example.isGold ? 4 : 1
            for (form, tag) in zip(example.forms, example.tags) where tag > 0 {
                counts[Int(form.word)][tag - 1, default: 0] += weight
                if inventory.counts[Int(form.word)] < 60 { shapes[Int(form.shape)][tag - 1, default: 0] += weight }
            }
        }
        var lists: [[UInt8]] = []
        for (word, seen) in counts.enumerated() {
            let total = seen.values.reduce(0, +)
            guard word >= 2, total >= known else {
                lists.append([])
                continue
            }
            lists.append(seen.filter { Double($0.value) >= max(2, rareShare * Double(total)) }.keys.sorted())
        }
        let all = (0..<tags).map { UInt8($0) }
        for seen in shapes {
            let list = seen.filter { $0.value >= 4 }.keys.sorted()
            lists.append(list.count < 3 ? all : list)
        }
        return lists
    }

    private func list(_ form: WordForm) -> [UInt8] {
        let own = lists[Int(form.word)]
        return own.isEmpty ? lists[inventory.words.count + 2 + Int(form.shape)] : own
    }

    /// One pass over the examples in an order of chance; the step sizes fall from `from` to `to` of the rate.
    func pass(_ examples: [Example], rate: Float, from: Float, to: Float, seed: UInt64) {
        var chance = Chance(seed: seed)
        let order = examples.indices.shuffled(using: &chance)
        let buffer = SentenceBuffer(width: 64)
        let rows = UnsafeMutablePointer<Int32>.allocate(capacity: WindowFeatures.most)
        defer { rows.deallocate() }
        for (n, index) in order.enumerated() {
            let example = examples[index]
            let part = Float(n) / Float(order.count)
            net.rate = rate * (from + (to - from) * part)
            head.rate = net.rate
            example.fill(buffer, tags: nil)
            Example.drop(buffer, inventory, share: { _ in 0.01 }, &chance)
            var last: UInt8 = 0
            var beforeLast: UInt8 = 0
            for i in 1...example.forms.count {
                let gold = example.tags[i - 1]
                let list = list(example.forms[i - 1])
                var given = gold
                if list.count > 1 || gold == 0 {
                    let count = features.rows(
                        i, forms: buffer.forms, last: Int32(last), beforeLast: Int32(beforeLast), tags: nil,
                        folded: false, into: rows)
                    net.forward(rows, count, learning: true)
                    head.probabilities(list, net.hidden.p)
                    given = (list.max { head.scores.p[Int($0)] < head.scores.p[Int($1)] } ?? 0) + 1
                    if gold > 0, list.contains(gold - 1) {
                        head.learn(gold - 1, among: list, net)
                        net.backward(rows, count)
                    }
                } else {
                    given = list[0] + 1
                }
                beforeLast = last
                // half of the time the word's neighbours see what was given, not what was right
                last = gold > 0 && chance.unit() < 0.5 ? gold : given
            }
        }
    }

    func write(to writer: inout WeightsWriter) {
        net.write("tag", folds: features.folds(inventory.forms), to: &writer)
        head.write("tag", to: &writer)
        let (starts, pool) = Choices.sections(lists)
        writer.add("tag.starts", starts)
        writer.add("tag.pool", pool)
    }

    /// The tagger as it stands, in the bytes that are shipped.
    func tagger() -> Tagger? {
        var writer = WeightsWriter()
        write(to: &writer)
        return Weights(writer.bytes()).flatMap {
            Tagger($0, words: inventory.words.count, tags: inventory.tags.count)
        }
    }
}
