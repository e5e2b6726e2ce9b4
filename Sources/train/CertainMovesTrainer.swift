import Language

/// Counts which moves follow which four tags on the way to the right trees (``CertainMoves``).
struct CertainMovesTrainer {
    /// Occurrences from which four tags are trusted, and the share of them that must have one move and one label.
    static let fewest = 60
    static let share = 0.995

    private var counts: [UInt64: [UInt16: Int]] = [:]
    private let kinds: [UInt8]

    init(labels: [String]) { kinds = Parser.kinds(labels) }

    /// Follows the way to an example's tree, as far as there is one without a loss.
    mutating func add(_ example: Example, tags: [UInt8], _ buffer: SentenceBuffer) {
        example.fill(buffer, tags: tags)
        let oracle = Oracle(heads: [-1] + example.heads)
        kinds.withUnsafeBufferPointer { kinds in
            guard let kinds = kinds.baseAddress else { return }
            var state = ParserState(
                count: buffer.count, nodes: buffer.nodes, heads: buffer.heads, labels: buffer.labels,
                stack: buffer.stack, kinds: kinds)
            while !state.isFinal {
                let top = state.top
                let costs = oracle.costs(state)
                // what can be attached is attached
                let order: [ParserState.Move] = [.left, .right, .shift]
                guard let move = order.first(where: { state.allows($0) && costs[$0.rawValue] == 0 }) else { return }
                let label = move == .shift ? 0 : example.labels[top - 1]
                if top > 0, state.front >= 0, move == .shift || label > 0 {
                    let key = CertainMoves.key(
                        buffer.tags[max(state.second, 0)], buffer.tags[top], buffer.tags[state.front],
                        buffer.tags[state.front + 1])
                    counts[key, default: [:]][UInt16(move.rawValue) << 8 | UInt16(label), default: 0] += 1
                }
                state.make(move, label: label)
            }
        }
    }

    /// The moves that are certain, by their tags.
    var table: [UInt64: UInt16] {
        counts.compactMapValues { seen in
            let total = seen.values.reduce(0, +)
            guard total >= Self.fewest, let most = seen.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
                Double(most.value) >= Self.share * Double(total)
            else { return nil }
            return most.key
        }
    }
}
