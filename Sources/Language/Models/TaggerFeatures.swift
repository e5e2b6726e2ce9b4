/// Blocks of rows of a ``FeatureNet``, one after another.
struct RowLayout {
    private(set) var count = 0

    mutating func block(_ size: Int) -> Int32 {
        defer { count += size }
        return Int32(count)
    }
}

/// The features of one word among its neighbours, for tags and for names.
///
/// The words from two before to two behind, the ends of the word and of its neighbours, how they are written, and the two
/// labels given last. Without the parts for names, this is the tagger of Ratnaparkhi ("A Maximum Entropy Model for
/// Part-of-Speech Tagging", EMNLP 1996) with a hidden layer in place of products of features.
package struct WindowFeatures: Sendable {
    /// Sizes that the features depend on; written into the weights.
    package struct Sizes: Sendable {
        package var words: Int
        /// Words that have rows as the second to the left or right; the vocabulary's first.
        package var fewWords: Int
        package var labels: Int
        /// Part-of-speech tags beside the words; 0 where the labels are the tags.
        package var tags: Int
        package init(words: Int, labels: Int, tags: Int) {
            self.words = words
            fewWords = min(words, 4000)
            self.labels = labels
            self.tags = tags
        }
    }

    package let rowCount: Int
    private let sizes: Sizes
    private let word: Int32
    private let cluster: Int32
    private let group: Int32
    private let suffix3: Int32
    private let suffix2: Int32
    private let prefix3: Int32
    private let shape: Int32
    private let previous: Int32
    private let beforePrevious: Int32
    private let pair: Int32
    private let tag: Int32

    var words: Int { sizes.words }

    /// The most features that one word has.
    package static let most = 32

    package init(_ sizes: Sizes) {
        self.sizes = sizes
        var layout = RowLayout()
        word = layout.block(3 * (sizes.words + 2) + 2 * (sizes.fewWords + 2))
        cluster = layout.block(3 * WordForm.clusters)
        group = layout.block(2 * WordForm.groups)
        suffix3 = layout.block(3 * WordForm.suffix3Buckets)
        suffix2 = layout.block(2 * WordForm.suffix2Buckets)
        prefix3 = layout.block(WordForm.prefix3Buckets)
        shape = layout.block(5 * WordForm.shapes)
        previous = layout.block(sizes.labels + 1)
        beforePrevious = layout.block(sizes.labels + 1)
        pair = layout.block((sizes.labels + 1) * (sizes.labels + 1))
        tag = layout.block(3 * (sizes.tags + 1))
        rowCount = layout.count
    }

    /// The rows of the word at place `i` of the sentence, and how many there are, at most ``most``.
    ///
    /// `forms` and `tags` point at the first word and may be read from two before it to two behind the last; labels and tags
    /// count from 1, 0 being the edge. The row of a known word stands for those of its ends and cluster as well where they are
    /// folded into it (``folds(_:)``), as they are in the weights that are shipped.
    @inline(__always)
    package func rows(
        _ i: Int, forms: UnsafePointer<WordForm>, last: Int32, beforeLast: Int32, tags: UnsafePointer<UInt8>?,
        folded: Bool, into out: UnsafeMutablePointer<Int32>
    ) -> Int {
        let words = Int32(sizes.words + 2)
        let few = Int32(sizes.fewWords + 2)
        let shapes = Int32(WordForm.shapes)
        out[0] = shape &+ forms[i].shape
        out[1] = shape &+ shapes &+ forms[i - 1].shape
        out[2] = shape &+ 2 &* shapes &+ forms[i + 1].shape
        out[3] = shape &+ 3 &* shapes &+ forms[i - 2].shape
        out[4] = shape &+ 4 &* shapes &+ forms[i + 2].shape
        out[5] = previous &+ last
        out[6] = beforePrevious &+ beforeLast
        out[7] = pair &+ beforeLast &* Int32(sizes.labels + 1) &+ last
        var count = 8
        for slot in 0..<3 {
            let form = forms[slot == 0 ? i : slot == 1 ? i &- 1 : i &+ 1]
            out[count] = word &+ Int32(slot) &* words &+ form.word
            count &+= 1
            if !folded || form.word == WordForm.unknown { count &+= parts(of: form, slot, into: out + count) }
        }
        for slot in 0..<2 {
            let form = forms[slot == 0 ? i &- 2 : i &+ 2]
            let known = form.word < few ? form.word : WordForm.unknown
            out[count] = word &+ 3 &* words &+ Int32(slot) &* few &+ known
            count &+= 1
            if !folded || known == WordForm.unknown {
                out[count] = group &+ Int32(slot) &* Int32(WordForm.groups) &+ form.group
                count &+= 1
            }
        }
        guard let tags else { return count }
        let kinds = Int32(sizes.tags + 1)
        out[count] = tag &+ Int32(tags[i])
        out[count &+ 1] = tag &+ kinds &+ Int32(tags[i - 1])
        out[count &+ 2] = tag &+ 2 &* kinds &+ Int32(tags[i + 1])
        return count &+ 3
    }

    /// The rows of a word's cluster and ends: 0 the word itself, 1 the one to the left, 2 the one to the right.
    @inline(__always)
    private func parts(of form: WordForm, _ slot: Int, into out: UnsafeMutablePointer<Int32>) -> Int {
        out[0] = cluster &+ Int32(slot &* WordForm.clusters) &+ form.cluster
        out[1] = suffix3 &+ Int32(slot &* WordForm.suffix3Buckets) &+ form.suffix3
        if slot == 1 { return 2 }
        out[2] = suffix2 &+ Int32((slot >> 1) &* WordForm.suffix2Buckets) &+ form.suffix2
        if slot == 2 { return 3 }
        out[3] = prefix3 &+ form.prefix3
        return 4
    }

    /// Which rows are to be added to the row of a known word, so that it stands for them. `known` has the vocabulary's words by
    /// their numbers, from 0; number 1, the unknown word, is folded into nothing.
    package func folds(_ known: [WordForm]) -> [(row: Int, parts: [Int])] {
        var out: [(row: Int, parts: [Int])] = []
        var rows = [Int32](repeating: 0, count: 4)
        for (number, form) in known.enumerated() where number != Int(WordForm.unknown) {
            for slot in 0..<3 {
                let count = rows.withUnsafeMutableBufferPointer { rows in
                    rows.baseAddress.map { parts(of: form, slot, into: $0) } ?? 0
                }
                out.append((Int(word) + slot * (sizes.words + 2) + number, rows.prefix(count).map { Int($0) }))
            }
            guard number < sizes.fewWords + 2 else { continue }
            for slot in 0..<2 {
                let row = Int(word) + 3 * (sizes.words + 2) + slot * (sizes.fewWords + 2) + number
                out.append((row, [Int(group) + slot * WordForm.groups + Int(form.group)]))
            }
        }
        return out
    }
}
