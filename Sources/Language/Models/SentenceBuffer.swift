/// Memory in which one sentence is tagged and parsed, used again for the next: words count from 1, and there are edges of
/// two words before the first and behind the last.
package final class SentenceBuffer {
    package private(set) var count = 0
    private var capacity = 0
    private let width: Int
    private var formMemory: UnsafeMutablePointer<WordForm>
    private var tagMemory: UnsafeMutablePointer<UInt8>
    private var nameMemory: UnsafeMutablePointer<UInt8>
    package private(set) var nodes: UnsafeMutablePointer<ParserNode>
    package private(set) var heads: UnsafeMutablePointer<Int32>
    package private(set) var labels: UnsafeMutablePointer<UInt8>
    package private(set) var stack: UnsafeMutablePointer<Int32>
    /// Sums of the static rows of each word at the three places.
    private(set) var sums: UnsafeMutablePointer<UInt16>
    /// Whether each of those sums has been added up.
    private(set) var summed: UnsafeMutablePointer<Bool>
    package let features: UnsafeMutablePointer<Int32>
    let total: UnsafeMutablePointer<UInt16>
    let hidden: UnsafeMutablePointer<Float>
    private var capitalised = 0
    private var longer = 0

    static let edge = 3

    /// A buffer for networks of at most `width` columns.
    package init(width: Int) {
        self.width = width
        formMemory = .allocate(capacity: 0)
        tagMemory = .allocate(capacity: 0)
        nameMemory = .allocate(capacity: 0)
        nodes = .allocate(capacity: 0)
        heads = .allocate(capacity: 0)
        labels = .allocate(capacity: 0)
        stack = .allocate(capacity: 0)
        sums = Self.vectors(0)
        summed = .allocate(capacity: 0)
        features = .allocate(capacity: 128)
        total = Self.vectors(width)
        hidden = Self.vectors(width)
    }

    /// Memory that vectors can be loaded from.
    private static func vectors<T: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<T> {
        UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * MemoryLayout<T>.stride, alignment: 64)
            .bindMemory(to: T.self, capacity: count)
    }

    deinit {
        free()
        features.deallocate()
        total.deallocate()
        hidden.deallocate()
    }

    private func free() {
        formMemory.deallocate()
        tagMemory.deallocate()
        nameMemory.deallocate()
        nodes.deallocate()
        heads.deallocate()
        labels.deallocate()
        stack.deallocate()
        sums.deallocate()
        summed.deallocate()
    }

    package var forms: UnsafeMutablePointer<WordForm> { formMemory + Self.edge }
    package var tags: UnsafeMutablePointer<UInt8> { tagMemory + Self.edge }
    package var names: UnsafeMutablePointer<UInt8> { nameMemory + Self.edge }

    /// Makes room for a sentence of `count` words and clears its edges.
    package func begin(_ count: Int) {
        if count > capacity || capacity == 0 {
            free()
            capacity = max(64, count * 2)
            let size = capacity + 2 * Self.edge + 2
            formMemory = .allocate(capacity: size)
            tagMemory = .allocate(capacity: size)
            nameMemory = .allocate(capacity: size)
            nodes = .allocate(capacity: size)
            heads = .allocate(capacity: size)
            labels = .allocate(capacity: size)
            stack = .allocate(capacity: size)
            sums = Self.vectors(3 * size * width)
            summed = .allocate(capacity: 3 * size)
        }
        self.count = count
        capitalised = 0
        longer = 0
        for i in 0..<Self.edge {
            formMemory[i] = .edge
            formMemory[count + 1 + Self.edge + i] = .edge
            tagMemory[i] = 0
            tagMemory[count + 1 + Self.edge + i] = 0
        }
        forms[0] = .edge
        tags[0] = 0
        names[0] = 0
    }

    /// Looks a word up and puts it at place `i`, from 1.
    package func put(_ word: UnsafeBufferPointer<UInt8>, at i: Int, _ vocabulary: Vocabulary) {
        let folded = FoldedWord(word)
        var shape = WordShape.of(word)
        if word.count >= 4 {
            longer += 1
            if shape == WordShape.title || shape == WordShape.capitals { capitalised += 1 }
        }
        if i == 1, shape == WordShape.title { shape = WordShape.titleFirst }
        let found = vocabulary.find(folded.key)
        forms[i] = WordForm(
            word: found.word, cluster: found.cluster, group: found.group,
            suffix3: folded.suffix(3, buckets: WordForm.suffix3Buckets),
            suffix2: folded.suffix(2, buckets: WordForm.suffix2Buckets),
            prefix3: folded.prefix(3, buckets: WordForm.prefix3Buckets), shape: shape)
    }

    /// To be called when the last word is in: marks a sentence in which most longer words begin with a capital.
    package func finish() {
        guard longer >= 3, capitalised * 4 > longer * 3 else { return }
        for i in 1...max(count, 1) where i <= count {
            if forms[i].shape == WordShape.titleFirst { forms[i].shape = WordShape.title }
            forms[i].shape += WordShape.shouted
        }
    }
}
