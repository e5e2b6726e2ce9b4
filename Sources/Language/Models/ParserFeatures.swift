/// The features of a parser's state: of the two words on top of the stack and the one in front of the buffer, with their
/// neighbours in the sentence (which never change, so that they are added up once a word), and of what has been built.
///
/// The choice follows Zhang and Nivre ("Transition-based Dependency Parsing with Rich Non-local Features", ACL 2011):
/// words and tags, children at the edges with their labels, valencies, sets of labels, distances.
package struct ParserFeatures: Sendable {
    package struct Sizes: Sendable {
        /// Words that have rows at the three main places; the vocabulary's first.
        package var words: Int
        /// Words that have rows at the other places.
        package var fewWords: Int
        package var tags: Int
        package var labels: Int
        package init(words: Int, fewWords: Int, tags: Int, labels: Int) {
            self.words = words
            self.fewWords = fewWords
            self.tags = tags
            self.labels = labels
        }
    }

    /// Which word of the state a block of rows is about.
    package enum Place: Int {
        case top = 0
        case second = 1
        case front = 2
    }

    package let rowCount: Int
    private let sizes: Sizes
    private let word: Int32
    private let cluster: Int32
    private let groupLeft: Int32
    private let groupRight: Int32
    private let suffix: Int32
    private let tag: Int32
    private let tagLeft: Int32
    private let tagRight: Int32
    private let tagRight2: Int32
    private let wordLeft: Int32
    private let wordRight: Int32
    private let tagPair: Int32
    private let third: Int32
    private let thirdWord: Int32
    private let child: Int32
    private let childLabel: Int32
    private let childWord: Int32
    private let inner: Int32
    private let valency: Int32
    private let labelSet: Int32
    private let distance: Int32
    private let secondTop: Int32
    private let topFront: Int32
    private let childGroup: Int32
    private let thirdGroup: Int32
    private let groupPair: Int32

    static let suffixes = 2048
    static let groupPairs = 4096
    package static let mostStill = 12
    /// The most features of one state that are not static.
    package static let most = 64

    package init(_ sizes: Sizes) {
        self.sizes = sizes
        let tags = sizes.tags + 2
        let labels = sizes.labels + 1
        var layout = RowLayout()
        word = layout.block(3 * (sizes.words + 3))
        cluster = layout.block(3 * WordForm.clusters)
        groupLeft = layout.block(3 * WordForm.groups)
        groupRight = layout.block(3 * WordForm.groups)
        suffix = layout.block(3 * Self.suffixes)
        tag = layout.block(3 * tags)
        tagLeft = layout.block(3 * tags)
        tagRight = layout.block(3 * tags)
        tagRight2 = layout.block(3 * tags)
        wordLeft = layout.block(3 * (sizes.fewWords + 3))
        wordRight = layout.block(3 * (sizes.fewWords + 3))
        tagPair = layout.block(tags * tags)
        third = layout.block(tags)
        thirdWord = layout.block(sizes.fewWords + 3)
        child = layout.block(5 * tags)
        childLabel = layout.block(5 * labels)
        childWord = layout.block(5 * (sizes.fewWords + 3))
        inner = layout.block(5 * labels)
        valency = layout.block(3 * 16)
        labelSet = layout.block(3 * 128)
        distance = layout.block(3 * 16)
        secondTop = layout.block(tags * tags)
        topFront = layout.block(tags * tags)
        childGroup = layout.block(5 * WordForm.groups)
        thirdGroup = layout.block(WordForm.groups)
        groupPair = layout.block(2 * Self.groupPairs)
        rowCount = layout.count
    }

    /// The row of a word at one of the lesser places, and after it, unless it is folded, its group's.
    @inline(__always)
    private func lesser(
        _ form: WordForm, _ words: Int32, _ groups: Int32, _ slot: Int32, folded: Bool,
        into out: UnsafeMutablePointer<Int32>
    ) -> Int {
        let fewWords = Int32(sizes.fewWords + 3)
        let word = form.word < fewWords ? form.word : WordForm.unknown
        out[0] = words &+ slot &* fewWords &+ word
        if folded, word != WordForm.unknown { return 1 }
        out[1] = groups &+ slot &* Int32(WordForm.groups) &+ form.group
        return 2
    }

    /// The rows of word `i` at a place, which depend on the sentence alone; at most ``mostStill``.
    ///
    /// The row of a known word stands for those of its ends and cluster as well where they are folded into it
    /// (``folds(_:)``), as they are in the weights that are shipped.
    @inline(__always)
    package func still(
        _ i: Int, _ place: Place, forms: UnsafePointer<WordForm>, tags: UnsafePointer<UInt8>, folded: Bool,
        into out: UnsafeMutablePointer<Int32>
    ) -> Int {
        let slot = Int32(place.rawValue)
        let kinds = Int32(sizes.tags + 2)
        let words = Int32(sizes.words + 3)
        let form = forms[i]
        let here = Int32(tags[i])
        let next = Int32(tags[i + 1])
        let known = form.word < words ? form.word : WordForm.unknown
        out[0] = word &+ slot &* words &+ known
        out[1] = tag &+ slot &* kinds &+ here
        out[2] = tagLeft &+ slot &* kinds &+ Int32(tags[i - 1])
        out[3] = tagRight &+ slot &* kinds &+ next
        out[4] = tagRight2 &+ slot &* kinds &+ Int32(tags[i + 2])
        var count = 5
        if !folded || known == WordForm.unknown {
            out[5] = suffix &+ slot &* Int32(Self.suffixes) &+ form.suffix3 & Int32(Self.suffixes &- 1)
            out[6] = cluster &+ slot &* Int32(WordForm.clusters) &+ form.cluster
            count = 7
        }
        count &+= lesser(forms[i - 1], wordLeft, groupLeft, slot, folded: folded, into: out + count)
        count &+= lesser(forms[i + 1], wordRight, groupRight, slot, folded: folded, into: out + count)
        guard place == .front else { return count }
        out[count] = tagPair &+ here &* kinds &+ next
        return count &+ 1
    }

    /// Which rows are to be added to the row of a known word, so that it stands for them. `known` has the vocabulary's words by
    /// their numbers, from 0; number 1, the unknown word, is folded into nothing.
    package func folds(_ known: [WordForm]) -> [(row: Int, parts: [Int])] {
        var out: [(row: Int, parts: [Int])] = []
        for (number, form) in known.enumerated() where number != Int(WordForm.unknown) {
            let number = Int32(number)
            for slot in 0..<Int32(3) where number < Int32(sizes.words + 3) {
                out.append(
                    (
                        Int(word &+ slot &* Int32(sizes.words + 3) &+ number),
                        [
                            Int(suffix &+ slot &* Int32(Self.suffixes) &+ form.suffix3 & Int32(Self.suffixes &- 1)),
                            Int(cluster &+ slot &* Int32(WordForm.clusters) &+ form.cluster),
                        ]
                    ))
            }
            guard number < Int32(sizes.fewWords + 3) else { continue }
            let places: [(Int32, Int32, Int32)] = [
                (wordLeft, groupLeft, 3), (wordRight, groupRight, 3), (childWord, childGroup, 5),
                (thirdWord, thirdGroup, 1),
            ]
            for (words, groups, slots) in places {
                for slot in 0..<slots {
                    out.append(
                        (
                            Int(words &+ slot &* Int32(sizes.fewWords + 3) &+ number),
                            [Int(groups &+ slot &* Int32(WordForm.groups) &+ form.group)]
                        ))
                }
            }
        }
        return out
    }

    /// The rows of what has been built and of how the three words stand to each other; at most ``most``.
    @inline(__always)
    package func moving(
        _ state: borrowing ParserState, forms: UnsafePointer<WordForm>, tags: UnsafePointer<UInt8>,
        folded: Bool, into out: UnsafeMutablePointer<Int32>
    ) -> Int {
        var count = 0
        @inline(__always) func put(_ row: Int32) {
            out[count] = row
            count &+= 1
        }
        let kinds = Int32(sizes.tags + 2)
        let labels = Int32(sizes.labels + 1)
        @inline(__always) func children(_ slot: Int32, _ at: Int32, _ next: Int32) {
            guard at > 0 else { return }
            let i = Int(at)
            put(child &+ slot &* kinds &+ Int32(tags[i]))
            put(childLabel &+ slot &* labels &+ Int32(state.labels[i]))
            count &+= lesser(forms[i], childWord, childGroup, slot, folded: folded, into: out + count)
            if next > 0 { put(inner &+ slot &* labels &+ Int32(state.labels[Int(next)])) }
        }
        let top = state.top
        let second = state.second
        let front = state.front
        if top >= 0 {
            let node = state.nodes[top]
            children(0, node.left, node.left2)
            children(1, node.right, node.right2)
            put(valency &+ Int32(min(node.leftCount, 3)) &* 4 &+ Int32(min(node.rightCount, 3)))
            put(labelSet &+ Int32(node.labelSet))
        }
        if second >= 0 {
            let node = state.nodes[second]
            children(2, node.left, node.left2)
            children(3, node.right, node.right2)
            put(valency &+ 16 &+ Int32(min(node.leftCount, 3)) &* 4 &+ Int32(min(node.rightCount, 3)))
            put(labelSet &+ 128 &+ Int32(node.labelSet))
            put(secondTop &+ Int32(tags[second]) &* kinds &+ Int32(tags[top]))
            put(distance &+ Self.bucket(top - second))
            put(groupPair &+ Self.mix(forms[second].group, forms[top].group))
        }
        if front >= 0 {
            let node = state.nodes[front]
            children(4, node.left, node.left2)
            put(valency &+ 32 &+ Int32(min(node.leftCount, 3)) &* 4)
            put(labelSet &+ 256 &+ Int32(node.labelSet))
            if top >= 0 {
                put(topFront &+ Int32(tags[top]) &* kinds &+ Int32(tags[front]))
                put(distance &+ 16 &+ Self.bucket(front - top))
                put(groupPair &+ Int32(Self.groupPairs) &+ Self.mix(forms[top].group, forms[front].group))
            }
        }
        let third = state.third
        if third >= 0 {
            put(self.third &+ Int32(tags[third]))
            count &+= lesser(forms[third], thirdWord, thirdGroup, 0, folded: folded, into: out + count)
        }
        put(distance &+ 32 &+ Int32(min(state.depth, 15)))
        return count
    }

    @inline(__always)
    private static func bucket(_ distance: Int) -> Int32 {
        distance <= 8 ? Int32(distance) : distance <= 12 ? 9 : distance <= 18 ? 10 : distance <= 30 ? 11 : 12
    }

    /// A bucket for two groups.
    @inline(__always)
    private static func mix(_ a: Int32, _ b: Int32) -> Int32 {
        var hash = UInt32(bitPattern: a &* 131 &+ b) &* 0x9E37_79B1
        hash ^= hash >> 15
        return Int32(hash & UInt32(groupPairs &- 1))
    }
}
