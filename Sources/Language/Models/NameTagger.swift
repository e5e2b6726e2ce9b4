/// Finds names of persons, organisations and places by their words and neighbours, whether a lexicon has them or not.
///
/// Labels from left to right over the words' tags; words that no name is made of are passed over.
package struct NameTagger: Sendable {
    /// Owns the memory that the others point into.
    private let weights: Weights
    let net: FeatureNet
    let head: LinearHead
    let features: WindowFeatures
    /// Whether a word of each tag may be in a name, by number.
    private let nameTags: [Bool]

    /// Opens the sections `name.*`. Tags are numbered from 1 in the order given.
    package init?(_ weights: Weights, words: Int, tags: [String]) {
        features = WindowFeatures(.init(words: words, labels: NameLabel.count, tags: tags.count))
        guard let net = FeatureNet(weights, "name", rowCount: features.rowCount),
            let head = LinearHead(weights, "name", width: net.width), head.classes == NameLabel.count
        else { return nil }
        self.weights = weights
        self.net = net
        self.head = head
        nameTags = Self.nameTags(tags)
    }

    /// Which tags the words of names have: proper nouns, and what stands inside of names.
    package static func nameTags(_ tags: [String]) -> [Bool] {
        [false] + tags.map { $0.hasPrefix("PROPN") || $0.hasSuffix("|NNP") || $0.hasSuffix("|NNPS") }
    }

    private static let all = (0..<UInt8(NameLabel.count)).map { $0 }

    /// Whether a word could be in a name: by its tag or its capital, or because the one before it is.
    @inline(__always)
    package static func mayName(_ i: Int, last: UInt8, _ buffer: SentenceBuffer, _ nameTags: [Bool]) -> Bool {
        if nameTags[Int(buffer.tags[i])] || last > NameLabel.outside { return true }
        let shape = buffer.forms[i].shape
        return shape == WordShape.title || shape == WordShape.capitals || shape == WordShape.mixed
            || shape == WordShape.titleFirst || shape == WordShape.dotted || nameTags[Int(buffer.tags[i + 1])]
    }

    /// Labels the tagged words of a buffer (``NameLabel``).
    package func label(_ buffer: SentenceBuffer) {
        let names = buffer.names
        names[0] = 0
        Self.all.withUnsafeBufferPointer { all in
            for i in 0..<buffer.count {
                let i = i + 1
                let last = names[i - 1]
                guard Self.mayName(i, last: last, buffer, nameTags) else {
                    names[i] = NameLabel.outside
                    continue
                }
                let count = features.rows(
                    i, forms: buffer.forms, last: Int32(last), beforeLast: i > 1 ? Int32(names[i - 2]) : 0,
                    tags: buffer.tags, folded: true, into: buffer.features)
                net.forward(buffer, count)
                names[i] = Self.following(last, UInt8(head.best(buffer.hidden, among: all) + 1))
            }
        }
    }

    /// A label as it may follow another: a name that goes on without having begun begins.
    @inline(__always)
    package static func following(_ last: UInt8, _ label: UInt8) -> UInt8 {
        label >= 2 && label & 1 == 1 && last != label && last != label &- 1 ? label &- 1 : label
    }
}
