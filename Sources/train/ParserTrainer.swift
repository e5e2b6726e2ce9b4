import Glibc
import Language

/// Trains the parser with a dynamic oracle: it meets states that its own errors lead to, and learns what is best there
/// (Goldberg and Nivre, "Training Deterministic Parsers with Non-Deterministic Oracles", TACL 2013, section 4.2: arc-hybrid).
struct ParserTrainer {
    let inventory: Inventory
    let sizes: ParserFeatures.Sizes
    let features: ParserFeatures
    let net: TrainableNet
    let moves: TrainableHead
    let leftLabels: TrainableHead
    let rightLabels: TrainableHead
    let lists: [[UInt8]]
    /// Moves that the tags alone decide; the network learns from them all the same, and reads the better for it.
    let certain: [UInt64: UInt16]
    private let kinds: [UInt8]
    private let root: UInt8

    /// How often the parser follows its own choice in training.
    static let exploration: Float = 0.9

    init(
        _ inventory: Inventory, examples: [Example], tags: [[UInt8]], width: Int, words: Int, fewWords: Int,
        seed: UInt64, dropout: Float
    ) {
        self.inventory = inventory
        sizes = .init(
            words: min(words, inventory.words.count), fewWords: fewWords, tags: inventory.tags.count,
            labels: inventory.labels.count)
        features = ParserFeatures(sizes)
        net = TrainableNet(rowCount: features.rowCount, width: width, seed: seed)
        net.dropout = dropout
        moves = TrainableHead(classes: 3, width: width, seed: seed + 1)
        leftLabels = TrainableHead(classes: inventory.labels.count, width: width, seed: seed + 2)
        rightLabels = TrainableHead(classes: inventory.labels.count, width: width, seed: seed + 3)
        kinds = Parser.kinds(inventory.labels)
        root = UInt8((inventory.labels.firstIndex(of: "root") ?? 0) + 1)
        lists = Self.choices(inventory, examples)
        var counter = CertainMovesTrainer(labels: inventory.labels)
        let buffer = SentenceBuffer(width: 64)
        for (example, tags) in zip(examples, tags) { counter.add(example, tags: tags, buffer) }
        certain = counter.table
    }

    /// The labels between two tags that were seen often enough; all that a direction has where none was.
    private static func choices(_ inventory: Inventory, _ examples: [Example]) -> [[UInt8]] {
        let tags = inventory.tags.count + 1
        var counts = [[UInt8: Int]](repeating: [:], count: 2 * tags * tags)
        var sides: [[UInt8: Int]] = [[:], [:]]
        for example in examples {
            for (i, head) in example.heads.enumerated() where head > 0 && example.labels[i] > 0 {
                let right = Int(head) < i + 1
                let list = Parser.list(
                    child: example.tags[i], head: example.tags[Int(head) - 1], right: right, tags: tags)
                counts[list][example.labels[i] - 1, default: 0] += example.isGold ? 4 : 1
                sides[right ? 1 : 0][example.labels[i] - 1, default: 0] += 1
            }
        }
        let all = sides.map { $0.filter { $0.value >= 20 }.keys.sorted() }
        return counts.enumerated().map { list, seen in
            let total = seen.values.reduce(0, +)
            let kept = seen.filter { Double($0.value) >= max(4, 0.001 * Double(total)) }.keys.sorted()
            return total < 8 || kept.isEmpty ? all[list >= tags * tags ? 1 : 0] : kept
        }
    }

    /// One pass over the examples, tagged as `tags` says, in an order of chance.
    func pass(
        _ examples: [Example], tags: [[UInt8]], rate: Float, from: Float, to: Float, explore: Bool, seed: UInt64
    ) -> Double {
        var chance = Chance(seed: seed)
        let order = examples.indices.shuffled(using: &chance)
        let buffer = SentenceBuffer(width: 64)
        var right = 0
        var words = 0
        for (n, index) in order.enumerated() {
            let part = Float(n) / Float(order.count)
            net.rate = rate * (from + (to - from) * part)
            for head in [moves, leftLabels, rightLabels] { head.rate = net.rate }
            let example = examples[index]
            example.fill(buffer, tags: tags[index])
            Example.drop(buffer, inventory, share: { _ in 0.01 }, &chance)
            right += learn(example, buffer, explore: explore, &chance)
            words += example.forms.count
        }
        return Double(right) / Double(words)
    }

    /// Parses one sentence and learns at each step; returns the number of right heads.
    private func learn(_ example: Example, _ buffer: SentenceBuffer, explore: Bool, _ chance: inout Chance) -> Int {
        let oracle = Oracle(heads: [-1] + example.heads)
        let rows = buffer.features
        var right = 0
        kinds.withUnsafeBufferPointer { kinds in
            guard let kinds = kinds.baseAddress else { return }
            var state = ParserState(
                count: buffer.count, nodes: buffer.nodes, heads: buffer.heads, labels: buffer.labels,
                stack: buffer.stack, kinds: kinds)
            let forms = UnsafePointer(buffer.forms)
            let tags = UnsafePointer(buffer.tags)
            var allowed: [UInt8] = []
            while !state.isFinal {
                if state.top == 0 {
                    state.make(.shift, label: 0)
                    continue
                }
                if state.front < 0, state.second == 0 {
                    state.make(.right, label: root)
                    continue
                }
                allowed.removeAll(keepingCapacity: true)
                for move in ParserState.Move.allCases where state.allows(move) { allowed.append(UInt8(move.rawValue)) }
                let costs = oracle.costs(state)
                let least = allowed.map { costs[Int($0)] }.min() ?? 0
                var count = features.moving(state, forms: forms, tags: tags, folded: false, into: rows)
                count += features.still(state.top, .top, forms: forms, tags: tags, folded: false, into: rows + count)
                count += features.still(
                    state.second, .second, forms: forms, tags: tags, folded: false, into: rows + count)
                if state.front >= 0 {
                    count += features.still(
                        state.front, .front, forms: forms, tags: tags, folded: false, into: rows + count)
                }
                net.forward(rows, count, learning: true)
                moves.probabilities(allowed, net.hidden.p)
                let scores = moves.scores.p
                var good: Float = 0
                for move in allowed where costs[Int(move)] == least { good += scores[Int(move)] }
                let best = allowed.max { scores[Int($0)] < scores[Int($1)] } ?? 0
                let bestGood = allowed.filter { costs[Int($0)] == least }.max { scores[Int($0)] < scores[Int($1)] } ?? 0
                var chosen = bestGood
                if explore, chance.unit() < Self.exploration { chosen = best }
                if allowed.count > 1 {
                    for move in allowed {
                        let p = scores[Int(move)]
                        let wanted = costs[Int(move)] == least ? p / max(good, 1e-6) : 0
                        moves.learn(Int(move), p - wanted, net)
                    }
                }
                let move = ParserState.Move(rawValue: Int(chosen)) ?? .shift
                var label: UInt8 = 0
                if move != .shift {
                    let child = state.top
                    let head = move == .left ? state.front : state.second
                    let labels = move == .left ? leftLabels : rightLabels
                    let list = lists[
                        Parser.list(
                            child: tags[child], head: tags[head], right: move == .right, tags: inventory.tags.count + 1)
                    ]
                    let gold = example.labels[child - 1]
                    labels.probabilities(list, net.hidden.p)
                    if Int(example.heads[child - 1]) == head {
                        right += 1
                        if gold > 0, list.contains(gold - 1) { labels.learn(gold - 1, among: list, net) }
                    }
                    label = (list.max { labels.scores.p[Int($0)] < labels.scores.p[Int($1)] } ?? 0) + 1
                }
                net.backward(rows, count)
                state.make(move, label: label)
            }
        }
        return right
    }

    func write(to writer: inout WeightsWriter) {
        net.write("parse", folds: features.folds(inventory.forms), to: &writer)
        moves.write("parse.move", to: &writer)
        leftLabels.write("parse.left", to: &writer)
        rightLabels.write("parse.right", to: &writer)
        let (starts, pool) = Choices.sections(lists)
        writer.add("parse.starts", starts)
        writer.add("parse.pool", pool)
        CertainMoves.write(certain, to: &writer)
        writer.add("parse.sizes", [Int32(sizes.words), Int32(sizes.fewWords)])
    }

    /// The parser as it stands, in the bytes that are shipped.
    func parser() -> Parser? {
        var writer = WeightsWriter()
        write(to: &writer)
        return Weights(writer.bytes()).flatMap { Parser($0, sizes: sizes, labels: inventory.labels) }
    }
}

/// What each move costs: the arcs of the right tree that can no longer be made after it.
struct Oracle {
    let heads: [Int32]
    private let children: [[Int32]]

    /// The heads of the words, from place 1.
    init(heads: [Int32]) {
        self.heads = heads
        var children = [[Int32]](repeating: [], count: heads.count)
        for i in 1..<heads.count { children[Int(heads[i])].append(Int32(i)) }
        self.children = children
    }

    func costs(_ state: borrowing ParserState) -> [Int] {
        let top = state.top
        let second = state.second
        let front = state.front
        var costs = [0, 0, 0]
        if front >= 0 {
            // Shift: the front loses a head below the top, and its children in the stack.
            for place in 0..<state.depth {
                let word = state.inStack(at: place)
                if Int(heads[front]) == word, word != top { costs[0] += 1 }
                if word > 0, Int(heads[word]) == front { costs[0] += 1 }
            }
        }
        guard top > 0 else { return costs }
        let later = front >= 0 ? children[top].reduce(0) { $0 + (Int($1) >= front ? 1 : 0) } : 0
        let head = Int(heads[top])
        // Left: the top loses a head that is the word below it or further on, and its children in the buffer.
        costs[1] = later + (head == second || front >= 0 && head > front ? 1 : 0)
        // Right: the top loses a head in the buffer, and its children there.
        costs[2] = later + (front >= 0 && head >= front ? 1 : 0)
        return costs
    }
}
