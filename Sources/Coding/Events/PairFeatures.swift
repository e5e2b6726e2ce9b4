import Diplomacy
import Language

/// What the classifier sees of a sentence with its source and its target: the words before, between and behind them, what they
/// hang on in the tree, the way from one to the other, and what the codebook's patterns found. Every feature is one 64-bit key.
///
/// The two actors count as one mark each, so that nothing is learned of who does what.
struct PairFeatures {
    private let tree: SentenceTree
    private let source: Range<Int>
    private let target: Range<Int>
    /// Where the words between the actors begin and end.
    private let between: Range<Int>
    private let order: UInt64
    private var keys: [UInt64] = []
    private var symbols: [UInt64] = []

    /// Places of the words of an actor in the tree; empty for none.
    init(tree: SentenceTree, source: Range<Int>, target: Range<Int>) {
        self.tree = tree
        self.source = source
        self.target = target
        switch (source.isEmpty, target.isEmpty) {
        case (true, true): between = 0..<tree.count
        case (true, false): between = target
        case (false, true): between = source
        case (false, false):
            between =
                min(source.lowerBound, target.lowerBound)..<max(source.upperBound, target.upperBound)
        }
        order = source.isEmpty || target.isEmpty ? 0 : source.lowerBound <= target.lowerBound ? 1 : 2
    }

    /// The keys of all features that hold; one that holds of several words stands there several times.
    mutating func all(found drafts: [EventDraft], best: EventDraft?, fit: Int) -> [UInt64] {
        keys.reserveCapacity(tree.count * 9 + 80)
        symbols = (0..<tree.count).map { symbol($0) }
        words()
        sequences()
        trees()
        rules(drafts, best, fit)
        return keys
    }

    private enum Kind: UInt64 {
        case word = 1, cluster, zoneWord, zoneCluster, form, actor, actorCluster, pair, triple, skip, near
        case headWord, headRelation, headCase, governor, governorRelation, governorCase, governorCluster, governorChild
        case governorPair, top, topCase, topRelations, topWay, wayWord, wayPair, wayRelations, sourceWay, targetWay
        case topChild, topPair, topChildCluster, root, order, rule, ruleFit, frame, anyRule, wayChild
    }

    private mutating func add(_ kind: Kind, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
        var h = kind.rawValue &* 0x9E37_79B9_7F4A_7C15 ^ a
        h = (h ^ h >> 32) &* 0xD6E8_FEB8_6659_FD93 ^ b
        h = (h ^ h >> 32) &* 0xD6E8_FEB8_6659_FD93 ^ c
        h = (h ^ h >> 32) &* 0xD6E8_FEB8_6659_FD93
        keys.append((h ^ h >> 32) | 1)
    }

    private static let sourceMark: UInt64 = 1 << 40
    private static let targetMark: UInt64 = 2 << 40
    private static let number: UInt64 = 3 << 40

    private func inSource(_ i: Int) -> Bool { source.contains(i) }
    private func inTarget(_ i: Int) -> Bool { target.contains(i) }
    private func isActor(_ i: Int) -> Bool { source.contains(i) || target.contains(i) }

    /// A word's lemma where it is a verb or noun, else its form; the actors' marks for theirs.
    private func symbol(_ i: Int) -> UInt64 {
        if inSource(i) { return Self.sourceMark }
        if inTarget(i) { return Self.targetMark }
        switch tree.tagClass(i) {
        case .number: return Self.number
        case .verb, .noun: return tree.lemma(i)
        default: return tree.key(i)
        }
    }

    private func zone(_ i: Int) -> UInt64 { i < between.lowerBound ? 1 : i >= between.upperBound ? 3 : 2 }

    // MARK: - Words

    private mutating func words() {
        add(.order, order, source.isEmpty ? 1 : 0, target.isEmpty ? 1 : 0)
        for i in 0..<tree.count {
            let kind = tree.tagClass(i)
            if kind == .mark { continue }
            let cluster = tree.cluster(i)
            if isActor(i) {
                let side: UInt64 = inSource(i) ? 1 : 2
                add(.actor, kind == .number ? Self.number : tree.key(i), side)
                add(.actorCluster, cluster, side)
                continue
            }
            let zone = zone(i) << 2 | order
            add(.word, symbols[i])
            add(.cluster, cluster)
            add(.zoneWord, symbols[i], zone)
            add(.zoneCluster, cluster, zone)
            if kind == .verb || kind == .noun { add(.form, tree.key(i)) }
        }
    }

    private mutating func sequences() {
        var line: [UInt64] = [1]
        line.reserveCapacity(tree.count + 2)
        var i = 0
        while i < tree.count {
            if isActor(i) {
                line.append(symbols[i])
                let range = inSource(i) ? source : target
                i = max(range.upperBound, i + 1)
                continue
            }
            if tree.tagClass(i) != .mark {
                line.append(symbols[i])
            } else if tree.key(i) == Word.comma {
                line.append(2)
            }
            i += 1
        }
        line.append(3)
        for i in 1..<line.count {
            add(.pair, line[i - 1], line[i])
            guard i > 1 else { continue }
            add(.triple, line[i - 2], line[i - 1], line[i])
            add(.skip, line[i - 2], line[i])
        }
        for mark in [Self.sourceMark, Self.targetMark] {
            guard let at = line.firstIndex(of: mark) else { continue }
            for distance in -3...3 where distance != 0 && line.indices.contains(at + distance) {
                add(.near, line[at + distance], mark, UInt64(distance + 8))
            }
        }
    }

    // MARK: - Tree

    private func label(_ i: Int) -> UInt64 { UInt64(tree.labelNumber(i)) }

    /// The word of an actor that hangs on one outside, the highest in the tree; a mark only where there is no other.
    private func head(of actor: Range<Int>) -> Int? {
        var best: (word: Int, depth: Int)?
        for i in actor {
            if let up = tree.head(of: i), actor.contains(up) { continue }
            let depth = depth(i)
            if best.map({ depth < $0.depth }) ?? true { best = (i, depth) }
        }
        return best?.word
    }

    private func depth(_ i: Int) -> Int {
        var depth = tree.tagClass(i) == .mark ? 51 : 1
        var at = i
        while let up = tree.head(of: at), depth < 110 {
            at = up
            depth += 1
        }
        return depth
    }

    private func chain(from i: Int) -> [Int] {
        var found = [i]
        while let up = tree.head(of: found[found.count - 1]), found.count < 60 { found.append(up) }
        return found
    }

    /// The word that stands for an actor: the head of what it is joined to or stands beside.
    private func climbed(_ i: Int) -> Int {
        var at = i
        for _ in 0..<5 {
            guard let up = tree.head(of: at), [.apposition, .conjunct, .compound].contains(tree.relation(at)) else {
                break
            }
            at = up
        }
        return at
    }

    private mutating func trees() {
        if let root = (0..<tree.count).first(where: { tree.head(of: $0) == nil }) { add(.root, symbols[root]) }
        let heads = [head(of: source), head(of: target)]
        for (side, head) in heads.enumerated() {
            guard let head else { continue }
            governors(of: head, UInt64(side))
        }
        if let from = heads[0], let to = heads[1] { way(from, to) }
    }

    private mutating func governors(of head: Int, _ side: UInt64) {
        let top = climbed(head)
        let chain = chain(from: top)
        let relation = label(top)
        let preposition = tree.preposition(of: top)
        add(.headWord, tree.lemma(head), side)
        add(.headRelation, relation, side)
        add(.headCase, preposition, side)
        for (distance, up) in chain.dropFirst().prefix(3).enumerated() {
            let place = UInt64(distance) << 1 | side
            add(.governor, symbols[up], place)
            if distance < 2 { add(.governorCluster, tree.cluster(up), place) }
            if distance == 0 {
                add(.governorRelation, symbols[up], relation, side)
                add(.governorCase, symbols[up], preposition ^ relation, side)
            }
        }
        guard chain.count > 1 else { return }
        for child in tree.children(of: chain[1]) where !isActor(child) && tree.tagClass(child) != .mark {
            add(.governorChild, symbols[child], label(child), side)
            switch tree.relation(child) {
            case .object, .openComplement, .clausalComplement, .oblique, .adverbialClause, .particle, .adverb,
                .auxiliary:
                add(.governorPair, symbols[chain[1]], symbols[child], label(child) << 1 | side)
            default: break
            }
        }
    }

    private mutating func way(_ from: Int, _ to: Int) {
        let up = chain(from: from)
        let down = chain(from: to)
        let meeting = up.first { down.contains($0) } ?? up[up.count - 1]
        let first = Array(up.prefix { $0 != meeting })
        let second = Array(down.prefix { $0 != meeting })
        var relations: UInt64 = 7
        for i in first { relations = relations &* 131 &+ label(i) }
        relations = relations &* 131
        for i in second.reversed() { relations = relations &* 131 &+ label(i) }
        add(.wayRelations, relations)
        add(.top, symbols[meeting])
        add(.top, tree.cluster(meeting), 1)
        add(.topCase, symbols[meeting], tree.preposition(of: to))
        add(.topRelations, symbols[meeting], first.last.map { label($0) } ?? 0, second.last.map { label($0) } ?? 0)
        add(.topWay, UInt64(first.count), UInt64(second.count))
        let inner =
            first.dropFirst().filter { !inSource($0) }.map { symbols[$0] } + [symbols[meeting]]
            + second.dropFirst().reversed().filter { !inTarget($0) }.map { symbols[$0] }
        add(.wayWord, inner.reduce(5) { $0 &* 0x0100_0000_01B3 ^ $1 })
        for i in 1..<max(inner.count, 1) { add(.wayPair, inner[i - 1], inner[i]) }
        for i in first.dropFirst() where !inSource(i) {
            add(.sourceWay, symbols[i])
            add(.sourceWay, tree.cluster(i), 1)
        }
        for i in second.dropFirst() where !inTarget(i) {
            add(.targetWay, symbols[i])
            add(.targetWay, tree.cluster(i), 1)
        }
        let on = [meeting] + (first.dropFirst() + second.dropFirst()).filter { !isActor($0) }
        for node in on {
            for child in tree.children(of: node)
            where !isActor(child) && !up.contains(child) && !down.contains(child) && tree.tagClass(child) != .mark {
                let isTop: UInt64 = node == meeting ? 1 : 0
                add(.topChild, symbols[child], label(child), isTop)
                add(.topPair, symbols[node], symbols[child], isTop)
                if tree.tagClass(child) != .function { add(.topChildCluster, tree.cluster(child), label(child), isTop) }
            }
        }
    }

    // MARK: - Patterns

    private mutating func rules(_ drafts: [EventDraft], _ best: EventDraft?, _ fit: Int) {
        func number(_ type: EventType) -> UInt64 { UInt64(EventType.allCases.firstIndex(of: type) ?? 0) }
        for draft in drafts { add(.anyRule, number(draft.type), draft.status.modality == .actual ? 1 : 0) }
        guard let best else {
            add(.rule, 99)
            return
        }
        add(.rule, number(best.type))
        add(.ruleFit, number(best.type), UInt64(min(fit / 8, 8)))
        add(.frame, Folding.key(best.rule))
    }
}
