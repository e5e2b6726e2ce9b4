/// Builds the tree of a tagged sentence from left to right, in two moves a word, without going back.
///
/// The moves are those of ``ParserState``; a ``FeatureNet`` scores them. The trainer follows Goldberg and Nivre ("Training
/// Deterministic Parsers with Non-Deterministic Oracles", TACL 2013). The label of an arc is chosen when the arc is made,
/// among the labels that the trainer has seen between two words of such tags.
package struct Parser: Sendable {
    /// Owns the memory that the others point into.
    private let weights: Weights
    let net: FeatureNet
    let moves: LinearHead
    let leftLabels: LinearHead
    let rightLabels: LinearHead
    let features: ParserFeatures
    let choices: Choices
    let certain: CertainMoves
    let kinds: [UInt8]
    let root: UInt8
    let tags: Int

    /// Opens the sections `parse.*`. Labels are numbered from 1 in the order given.
    package init?(_ weights: Weights, sizes: ParserFeatures.Sizes, labels: [String]) {
        features = ParserFeatures(sizes)
        tags = sizes.tags + 1
        guard let net = FeatureNet(weights, "parse", rowCount: features.rowCount),
            let moves = LinearHead(weights, "parse.move", width: net.width), moves.classes == 3,
            let left = LinearHead(weights, "parse.left", width: net.width), left.classes == labels.count,
            let right = LinearHead(weights, "parse.right", width: net.width), right.classes == labels.count,
            let choices = Choices(weights, "parse", lists: 2 * tags * tags, classes: labels.count),
            let certain = CertainMoves(weights, labels: labels.count),
            let root = labels.firstIndex(of: "root")
        else { return nil }
        self.weights = weights
        self.net = net
        self.moves = moves
        leftLabels = left
        rightLabels = right
        self.choices = choices
        self.certain = certain
        kinds = Self.kinds(labels)
        self.root = UInt8(root + 1)
    }

    /// The bit of each label (``LabelKinds``), from number 0, which is no label.
    package static func kinds(_ labels: [String]) -> [UInt8] { [0] + labels.map { LabelKinds.bit($0) } }

    /// The list of labels for an arc between two tags (``Choices``).
    @inline(__always)
    package static func list(child: UInt8, head: UInt8, right: Bool, tags: Int) -> Int {
        ((right ? tags : 0) &+ Int(head)) &* tags &+ Int(child)
    }

    /// Parses the tagged words of a buffer into its `heads` and `labels`.
    package func parse(_ buffer: SentenceBuffer) {
        kinds.withUnsafeBufferPointer { kinds in
            guard let kinds = kinds.baseAddress, buffer.count > 0 else { return }
            var state = ParserState(
                count: buffer.count, nodes: buffer.nodes, heads: buffer.heads, labels: buffer.labels,
                stack: buffer.stack, kinds: kinds)
            let work = Work(buffer)
            work.summed.update(repeating: false, count: (buffer.count + 1) * 3)
            addAhead(.front, buffer.count, work)
            addAhead(.top, buffer.count, work)
            while !state.isFinal { step(&state, work) }
        }
    }

    /// The memory of a buffer, by pointers that need no check on each use.
    private struct Work {
        let forms: UnsafePointer<WordForm>
        let tags: UnsafePointer<UInt8>
        let sums: UnsafeMutablePointer<UInt16>
        let summed: UnsafeMutablePointer<Bool>
        let features: UnsafeMutablePointer<Int32>
        let total: UnsafeMutablePointer<UInt16>
        let hidden: UnsafeMutablePointer<Float>

        init(_ buffer: SentenceBuffer) {
            forms = UnsafePointer(buffer.forms)
            tags = UnsafePointer(buffer.tags)
            sums = buffer.sums
            summed = buffer.summed
            features = buffer.features
            total = buffer.total
            hidden = buffer.hidden
        }
    }

    /// The sum of a word's static rows at a place, added up when it is first asked for.
    @inline(__always)
    private func still(_ i: Int, _ place: ParserFeatures.Place, _ work: Work) -> UnsafeMutablePointer<UInt16> {
        let at = i &* 3 &+ place.rawValue
        if !work.summed[at] { addStill(i, place, work) }
        return work.sums + at &* net.width
    }

    /// Makes the sum of a word at a place of its static rows.
    @inline(__always)
    private func add(_ rows: UnsafePointer<Int32>, _ count: Int, at: Int, _ work: Work) {
        let sum = work.sums + at &* net.width
        work.summed[at] = true
        sum.update(repeating: UInt16(truncatingIfNeeded: count &* -128), count: net.width)
        net.add(rows, count, to: sum)
    }

    /// Adds up every word's sum at a place, the rows of one word being on their way while those of the word before are added.
    private func addAhead(_ place: ParserFeatures.Place, _ words: Int, _ work: Work) {
        var rows = work.features
        var next = work.features + ParserFeatures.mostStill
        var count = features.still(1, place, forms: work.forms, tags: work.tags, folded: true, into: rows)
        net.prefetch(rows, count)
        for i in 1...words {
            var nextCount = 0
            if i < words {
                nextCount = features.still(i + 1, place, forms: work.forms, tags: work.tags, folded: true, into: next)
                net.prefetch(next, nextCount)
            }
            add(rows, count, at: i &* 3 &+ place.rawValue, work)
            (rows, next) = (next, rows)
            count = nextCount
        }
    }

    @inline(never)
    private func addStill(_ i: Int, _ place: ParserFeatures.Place, _ work: Work) {
        let rows = work.features + ParserFeatures.most
        let count = features.still(i, place, forms: work.forms, tags: work.tags, folded: true, into: rows)
        net.prefetch(rows, count)
        add(rows, count, at: i &* 3 &+ place.rawValue, work)
    }

    @inline(__always)
    private func step(_ state: inout ParserState, _ work: Work) {
        let top = state.top
        let second = state.second
        let front = state.front
        if top == 0 {
            state.make(.shift, label: 0)
            return
        }
        if front < 0, second == 0 {
            state.make(.right, label: root)
            return
        }
        if front >= 0 {
            let key = CertainMoves.key(work.tags[second], work.tags[top], work.tags[front], work.tags[front + 1])
            if let (move, label) = certain[key], state.allows(move) {
                state.make(move, label: label)
                return
            }
        }
        let moving = features.moving(state, forms: work.forms, tags: work.tags, folded: true, into: work.features)
        net.prefetch(work.features, moving)
        let total = work.total
        let width = net.width
        let topSum = still(top, .top, work)
        let secondSum = still(second, .second, work)
        var i = 0
        if front >= 0 {
            let frontSum = still(front, .front, work)
            while i < width {
                let sum = vector(topSum + i) &+ vector(secondSum + i) &+ vector(frontSum + i)
                UnsafeMutableRawPointer(total + i).storeBytes(of: sum, as: SIMD8<UInt16>.self)
                i &+= 8
            }
        } else {
            while i < width {
                let sum = vector(topSum + i) &+ vector(secondSum + i)
                UnsafeMutableRawPointer(total + i).storeBytes(of: sum, as: SIMD8<UInt16>.self)
                i &+= 8
            }
        }
        net.add(work.features, moving, to: total)
        net.activate(total, rows: moving, into: work.hidden)
        let hidden = UnsafePointer(work.hidden)
        var move = ParserState.Move.right
        if front >= 0 {
            let (shift, left, right) = moves.firstThree(hidden)
            move = shift >= left ? .shift : .left
            if second > 0, right > max(shift, left) { move = .right }
        }
        switch move {
        case .shift: state.make(.shift, label: 0)
        case .left:
            let list = choices[Self.list(child: work.tags[top], head: work.tags[front], right: false, tags: tags)]
            state.make(.left, label: label(hidden, leftLabels, list))
        case .right:
            let list = choices[Self.list(child: work.tags[top], head: work.tags[second], right: true, tags: tags)]
            state.make(.right, label: label(hidden, rightLabels, list))
        }
    }

    @inline(__always)
    private func vector(_ sum: UnsafePointer<UInt16>) -> SIMD8<UInt16> {
        UnsafeRawPointer(sum).load(as: SIMD8<UInt16>.self)
    }

    @inline(__always)
    private func label(
        _ hidden: UnsafePointer<Float>, _ head: LinearHead, _ list: UnsafeBufferPointer<UInt8>
    ) -> UInt8 { UInt8(truncatingIfNeeded: head.best(hidden, among: list) &+ 1) }
}
