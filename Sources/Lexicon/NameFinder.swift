public import Language

/// Finds the lexicon's wordings in raw text, as fast as tokens are made: no sentences, no readings.
///
/// Leftmost-longest over the roots given, hyphens between words passed over, conditions on case kept. Linear in the text's
/// length but for the longest wording. What limits the speed is memory, not arithmetic, so a finder makes small tables of
/// its own out of the lexicon's (some 8 MB and 30 ms): two filters of bits that most tokens do not pass, the first words, the
/// steps after them keyed by node and word at once, and what each node asks of the case.
public struct NameFinder: Sendable {
    public struct Match: Sendable {
        /// Tokens of the wording.
        public var tokens: Range<Int>
        /// The node of the trie that it ends at, for ``Lexicon/entries(_:)``.
        public var node: UInt32
    }

    public let lexicon: Lexicon
    /// Bits by the low bits of a word's key, for words that begin a wording with a capital and without.
    private let capitals: [UInt64]
    private let others: [UInt64]
    private let steps: StepTable
    private let nodes: [UInt32]
    private let roots: [UInt32]
    private static let filterBits = 20

    /// What a node asks, in one word: from bit 0 the words that must be capitalised.
    private enum Node {
        static let hasEntries: UInt32 = 1 << 16
        static let hasSteps: UInt32 = 1 << 17
        /// The mask of bit 0 on does not say all: an entry must stand as written, or entries differ.
        static let isParticular: UInt32 = 1 << 18
    }

    public init(_ lexicon: Lexicon, roots: [LexiconRoot] = [.names]) {
        self.lexicon = lexicon
        self.roots = roots.map(\.rawValue)
        let mask: UInt32 = roots.reduce(0) { $0 | 1 << $1.rawValue }
        var capitals = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        var others = capitals
        var keys: [UInt64] = []
        lexicon.forEachWord { key, word, roots in
            if keys.count <= Int(word) { keys += Array(repeating: 0, count: Int(word) + 1 - keys.count) }
            keys[Int(word)] = key
            let (slot, bit) = Self.place(key)
            if roots & mask != 0 { capitals[slot] |= bit }
            if roots >> 16 & mask != 0 { others[slot] |= bit }
        }
        var nodes = (0..<lexicon.nodeCount).map { Self.demands(of: UInt32($0), lexicon) }
        var steps = StepTable(count: lexicon.edgeCount)
        lexicon.forEachEdge { node, word, child in
            steps.insert(node, keys[Int(word)], child)
            nodes[Int(node)] |= Node.hasSteps
        }
        self.capitals = capitals
        self.others = others
        self.steps = steps
        self.nodes = nodes
    }

    /// A key's word and bit in a filter.
    @inline(__always)
    private static func place(_ key: UInt64) -> (slot: Int, bit: UInt64) {
        let hash = Int(truncatingIfNeeded: key) & (1 << filterBits - 1)
        return (hash >> 6, 1 << UInt64(hash & 63))
    }

    /// What the entries of a node ask of the case.
    private static func demands(of node: UInt32, _ lexicon: Lexicon) -> UInt32 {
        let entries = lexicon.entries(node)
        guard !entries.isEmpty else { return 0 }
        let conditions = entries.map { lexicon.conditions(ofEntry: $0) }
        // an entry that asks for the fewest capitals speaks for all, where the others ask for those and more
        let least = conditions.filter { !$0.isExact }.map(\.capitals).min { $0.nonzeroBitCount < $1.nonzeroBitCount }
        guard let least, conditions.allSatisfy({ $0.isExact || $0.capitals & least == least }),
            least == 0 || !conditions.contains(where: \.isExact)
        else { return Node.hasEntries | Node.isParticular }
        return Node.hasEntries | least
    }

    // MARK: - Finding

    /// Calls `found` for every wording among the tokens of a text.
    ///
    /// First the filters pick out tokens, without a branch; only then come the walks.
    public func matches(in tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>, _ found: (Match) -> Void) {
        guard !tokens.isEmpty else { return }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count) { candidates in
            tokens.withUnsafeBufferPointer { tokens in
                let count = filter(tokens, into: candidates)
                steps.withSlots { steps in
                    nodes.withUnsafeBufferPointer { nodes in
                        let walk = Walk(finder: self, tokens: tokens, bytes: bytes, steps: steps, nodes: nodes)
                        var next = 0
                        for i in 0..<count where Int(candidates[i]) >= next {
                            if let match = walk.longest(at: Int(candidates[i])) {
                                found(match)
                                next = match.tokens.upperBound
                            }
                        }
                    }
                }
            }
        }
    }

    /// The tokens that pass the filters, from the first place on; their number.
    private func filter(_ tokens: UnsafeBufferPointer<Token>, into candidates: UnsafeMutableBufferPointer<Int32>) -> Int
    {
        var count = 0
        capitals.withUnsafeBufferPointer { capitals in
            others.withUnsafeBufferPointer { others in
                for i in 0..<tokens.count {
                    let (slot, bit) = Self.place(tokens[i].key)
                    let word = tokens[i].has(.capital) ? capitals[slot] : others[slot]
                    candidates[count] = Int32(truncatingIfNeeded: i)
                    count &+= word & bit != 0 ? 1 : 0
                }
            }
        }
        return count
    }

    /// One text's walks along the trie.
    private struct Walk {
        let finder: NameFinder
        let tokens: UnsafeBufferPointer<Token>
        let bytes: UnsafeBufferPointer<UInt8>
        let steps: StepTable.Slots
        let nodes: UnsafeBufferPointer<UInt32>

        func longest(at start: Int) -> Match? {
            var best: Match?
            for root in finder.roots {
                var node = steps.child(of: root, tokens[start].key)
                var end = start + 1
                while node != 0 {
                    let asks = nodes[Int(node)]
                    if asks & Node.hasEntries != 0, end > best?.tokens.upperBound ?? start,
                        fits(node, asks, start..<end)
                    {
                        best = Match(tokens: start..<end, node: node)
                    }
                    guard asks & Node.hasSteps != 0 else { break }
                    var next = end
                    while next < tokens.count, tokens[next].has(.hyphen) { next += 1 }
                    guard next < tokens.count else { break }
                    node = steps.child(of: node, tokens[next].key)
                    end = next + 1
                }
            }
            return best
        }

        /// Whether the case of the text is what one of a node's entries demands.
        @inline(__always)
        private func fits(_ node: UInt32, _ asks: UInt32, _ range: Range<Int>) -> Bool {
            if asks & Node.isParticular == 0 { return hasCapitals(asks & 0xFFFF, range) }
            return finder.lexicon.entries(node).contains { entry in
                let (capitals, isExact) = finder.lexicon.conditions(ofEntry: entry)
                return isExact ? isWritten(entry, range) : hasCapitals(capitals, range)
            }
        }

        @inline(__always)
        private func hasCapitals(_ mask: UInt32, _ range: Range<Int>) -> Bool {
            var rest = mask
            var token = range.lowerBound
            while rest != 0, token < range.upperBound {
                if tokens[token].has(.hyphen) {
                    token &+= 1
                    continue
                }
                if rest & 1 == 1, !tokens[token].has(.capital) { return false }
                rest >>= 1
                token &+= 1
            }
            return true
        }

        private func isWritten(_ entry: Int, _ range: Range<Int>) -> Bool {
            let wanted = finder.lexicon.exactWording(finder.lexicon.entry(entry)).utf8.filter { $0 != 0x2E }
            let written = bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)]
            return wanted.elementsEqual(written.filter { $0 != 0x2E })
        }
    }
}

/// Steps of a trie by node and word's key: an open table of 8 bytes a slot, a mark of 32 bits and the child. A mark and a
/// place that agree by chance are as likely as one in some 2^50.
struct StepTable: Sendable {
    private var slots: [UInt64]

    init(count: Int) {
        var size = 16
        while size * 2 < count * 3 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    mutating func insert(_ node: UInt32, _ key: UInt64, _ child: UInt32) {
        let mixed = Self.mix(node, key)
        var slot = Int(truncatingIfNeeded: mixed) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = mixed & 0xFFFF_FFFF_0000_0000 | UInt64(child)
    }

    func withSlots<Result>(_ body: (Slots) -> Result) -> Result {
        slots.withUnsafeBufferPointer { body(Slots(slots: $0, mask: $0.count - 1)) }
    }

    @inline(__always)
    fileprivate static func mix(_ node: UInt32, _ key: UInt64) -> UInt64 {
        let (high, low) = (key ^ UInt64(node) &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }

    struct Slots {
        let slots: UnsafeBufferPointer<UInt64>
        let mask: Int

        /// The child of a node by a word's key; 0 where there is none.
        @inline(__always)
        func child(of node: UInt32, _ key: UInt64) -> UInt32 {
            let mixed = StepTable.mix(node, key)
            var slot = Int(truncatingIfNeeded: mixed) & mask
            while true {
                let found = slots[slot]
                if found == 0 { return 0 }
                if (found ^ mixed) >> 32 == 0 { return UInt32(truncatingIfNeeded: found) }
                slot = (slot &+ 1) & mask
            }
        }
    }
}

extension Lexicon {
    var nodeCount: Int { size(.nodeStarts) / 4 - 1 }

    /// Edges of the trie, at most: the slots of their table are half filled at the most.
    var edgeCount: Int { (edgeMask + 1) / 2 }

    /// Every word's key and id, and the roots that it begins a wording at: from bit 0 with a capital, from bit 16 without.
    func forEachWord(_ body: (_ key: UInt64, _ word: UInt32, _ roots: UInt32) -> Void) {
        for slot in 0...wordMask {
            let at = wordsAt + slot * 16
            let id = word(at: at + 8)
            if id != 0 { body(UInt64(word(at: at)) | UInt64(word(at: at + 4)) << 32, id, word(at: at + 12)) }
        }
    }

    func forEachEdge(_ body: (_ node: UInt32, _ word: UInt32, _ child: UInt32) -> Void) {
        for slot in 0...edgeMask {
            let at = edgesAt + slot * 12
            let child = word(at: at + 8)
            if child != 0 { body(word(at: at), word(at: at + 4), child) }
        }
    }

    /// What an entry asks of case, without the rest of it.
    @inline(__always)
    func conditions(ofEntry index: Int) -> (capitals: UInt32, isExact: Bool) {
        (word(at: entriesAt + index * 24 + 8), word(at: entriesAt + index * 24 + 12) != 0)
    }
}
