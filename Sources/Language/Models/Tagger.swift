/// Gives every word its part of speech: one class for each pair of a universal tag and a Penn Treebank tag, from left to
/// right, each looking at the two before it.
package struct Tagger: Sendable {
    /// Owns the memory that the others point into.
    private let weights: Weights
    let net: FeatureNet
    let head: LinearHead
    let features: WindowFeatures
    let choices: Choices

    /// Opens the sections `tag.*`.
    package init?(_ weights: Weights, words: Int, tags: Int) {
        features = WindowFeatures(.init(words: words, labels: tags, tags: 0))
        guard let net = FeatureNet(weights, "tag", rowCount: features.rowCount),
            let head = LinearHead(weights, "tag", width: net.width), head.classes == tags,
            let choices = Choices(weights, "tag", lists: words + 2 + WordForm.shapes, classes: tags)
        else { return nil }
        self.weights = weights
        self.net = net
        self.head = head
        self.choices = choices
    }

    /// Tags the words of a buffer; a tag is its class and 1.
    package func tag(_ buffer: SentenceBuffer) {
        let forms = UnsafePointer(buffer.forms)
        let tags = buffer.tags
        for i in 0..<buffer.count {
            let i = i + 1
            let allowed = choices.of(forms[i], words: features.words)
            if allowed.count == 1 {
                tags[i] = allowed[0] + 1
                continue
            }
            let count = features.rows(
                i, forms: forms, last: Int32(tags[i - 1]), beforeLast: Int32(tags[i - 2]), tags: nil, folded: true,
                into: buffer.features)
            net.forward(buffer, count)
            tags[i] = UInt8(truncatingIfNeeded: head.best(buffer.hidden, among: allowed) + 1)
        }
    }
}

/// Lists of the classes that may be chosen, one list for each case: for the tags of a word, the labels of an arc.
package struct Choices: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    private let starts: UnsafePointer<UInt32>
    private let pool: UnsafePointer<UInt8>

    /// Opens the sections `NAME.starts` (one number more than lists) and `NAME.pool`; `nil` where they do not fit.
    package init?(_ weights: Weights, _ name: String, lists: Int, classes: Int) {
        let starts = weights.section(name + ".starts", of: UInt32.self)
        let pool = weights.section(name + ".pool", of: UInt8.self)
        guard starts.count == lists + 1, let startBase = starts.baseAddress, let poolBase = pool.baseAddress,
            starts.last == UInt32(pool.count), zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            pool.allSatisfy({ $0 < classes })
        else { return nil }
        self.starts = startBase
        self.pool = poolBase
    }

    @inline(__always)
    package subscript(list: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[list])
        return UnsafeBufferPointer(start: pool + start, count: Int(starts[list &+ 1]) &- start)
    }

    /// The tags of a word: its own where it is known well, else those of unknown words of its shape.
    @inline(__always)
    func of(_ form: WordForm, words: Int) -> UnsafeBufferPointer<UInt8> {
        let own = self[Int(form.word)]
        return own.isEmpty ? self[words &+ 2 &+ Int(form.shape)] : own
    }

    /// The two sections of lists of classes.
    package static func sections(_ lists: [[UInt8]]) -> (starts: [UInt32], pool: [UInt8]) {
        var starts: [UInt32] = [0]
        for list in lists { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
        return (starts, Array(lists.joined()))
    }
}
