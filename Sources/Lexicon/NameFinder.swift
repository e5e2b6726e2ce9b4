public import Language

/// Finds the lexicon's wordings in raw text, as fast as tokens are made: no sentences, no readings.
///
/// Leftmost-longest over the roots given, hyphens between words passed over, conditions on case kept. Linear in the text's
/// length but for the longest wording.
public struct NameFinder: Sendable {
    public struct Match: Sendable {
        /// Tokens of the wording.
        public var tokens: Range<Int>
        /// Indices of its entries, of which at least one fits.
        public var entries: Range<Int>
    }

    public let lexicon: Lexicon
    private let roots: [UInt32]
    private let mask: UInt32
    /// Bits by the low bits of a word's key, for words that begin a wording with a capital and without: small enough to stay
    /// near the core, so that most tokens never reach the table of words.
    private let capitals: [UInt64]
    private let others: [UInt64]
    private static let filterBits = 21

    public init(_ lexicon: Lexicon, roots: [LexiconRoot] = [.names]) {
        self.lexicon = lexicon
        self.roots = roots.map(\.rawValue)
        let mask: UInt32 = roots.reduce(0) { $0 | 1 << $1.rawValue }
        var capitals = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
        var others = capitals
        lexicon.forEachWord { key, roots in
            let (slot, bit) = Self.place(key)
            if roots & mask != 0 { capitals[slot] |= bit }
            if roots >> 16 & mask != 0 { others[slot] |= bit }
        }
        self.mask = mask
        self.capitals = capitals
        self.others = others
    }

    /// A key's word and bit in a filter.
    @inline(__always)
    private static func place(_ key: UInt64) -> (slot: Int, bit: UInt64) {
        let hash = Int(truncatingIfNeeded: key ^ key >> 32) & (1 << filterBits - 1)
        return (hash >> 6, 1 << UInt64(hash & 63))
    }

    /// A token at which a wording may begin.
    private struct Candidate {
        var token = 0
        var word: UInt32 = 0
        /// The roots at which it may.
        var open: UInt32 = 0
        var child: UInt32 = 0
    }

    /// Calls `found` for every wording among the tokens of a text.
    ///
    /// Three passes, since the tables are larger than the caches: the filters pick out tokens without a branch, the words
    /// of those are looked up one after the other with nothing between that waits for them, and only then come the walks.
    public func matches(in tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>, _ found: (Match) -> Void) {
        guard !tokens.isEmpty else { return }
        withUnsafeTemporaryAllocation(of: Candidate.self, capacity: tokens.count) { candidates in
            candidates.initialize(repeating: Candidate())
            tokens.withUnsafeBufferPointer { tokens in
                let count = filter(tokens, into: candidates)
                for i in 0..<count {
                    let token = tokens[candidates[i].token]
                    let (word, roots, child) = lexicon.beginning(token.key)
                    candidates[i].word = word
                    candidates[i].open = (token.has(.capital) ? roots : roots >> 16) & mask
                    candidates[i].child = child
                }
                var next = 0
                for i in 0..<count where candidates[i].open != 0 && candidates[i].token >= next {
                    if let match = longest(candidates[i], tokens, bytes) {
                        found(match)
                        next = match.tokens.upperBound
                    }
                }
            }
        }
    }

    /// The tokens that pass the filters, from the first place on; their number.
    private func filter(
        _ tokens: UnsafeBufferPointer<Token>, into candidates: UnsafeMutableBufferPointer<Candidate>
    ) -> Int {
        var count = 0
        capitals.withUnsafeBufferPointer { capitals in
            others.withUnsafeBufferPointer { others in
                for i in 0..<tokens.count {
                    let (slot, bit) = Self.place(tokens[i].key)
                    let word = tokens[i].has(.capital) ? capitals[slot] : others[slot]
                    candidates[count].token = i
                    count &+= word & bit != 0 ? 1 : 0
                }
            }
        }
        return count
    }

    private func longest(
        _ first: Candidate, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Match? {
        let start = first.token
        var best: Match?
        for root in roots where first.open >> root & 1 == 1 {
            var node = first.child != 0 ? first.child : lexicon.step(root, first.word)
            var end = start + 1
            while node != 0 {
                let entries = lexicon.entries(node)
                if !entries.isEmpty, end > best?.tokens.upperBound ?? start,
                    lexicon.hasPlainEntry(node) || entries.contains(where: { fits($0, tokens, start..<end, bytes) })
                {
                    best = Match(tokens: start..<end, entries: entries)
                }
                guard lexicon.hasChildren(node) else { break }
                var next = end
                while next < tokens.count, tokens[next].has(.hyphen) { next += 1 }
                guard next < tokens.count else { break }
                let word = lexicon.beginning(tokens[next].key).word
                guard word != 0 else { break }
                node = lexicon.step(node, word)
                end = next + 1
            }
        }
        return best
    }

    /// Whether the case of the text is what an entry demands.
    private func fits(
        _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (capitals, isExact) = lexicon.conditions(ofEntry: index)
        if isExact {
            let wanted = lexicon.exactWording(lexicon.entry(index)).utf8.filter { $0 != 0x2E }
            let written = bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)]
            return wanted.elementsEqual(written.filter { $0 != 0x2E })
        }
        guard capitals != 0 else { return true }
        var bit: UInt32 = 0
        for token in range where !tokens[token].has(.hyphen) {
            if bit < 16, capitals >> bit & 1 == 1, !tokens[token].has(.capital) { return false }
            bit += 1
        }
        return true
    }
}

extension Lexicon {
    /// Every word's key with its roots, as ``beginning(_:)`` has them.
    func forEachWord(_ body: (_ key: UInt64, _ roots: UInt32) -> Void) {
        for slot in 0...wordMask {
            let at = wordsAt + slot * 24
            guard word(at: at + 8) != 0 else { continue }
            body(UInt64(word(at: at)) | UInt64(word(at: at + 4)) << 32, word(at: at + 12))
        }
    }

    /// What an entry asks of case, without the rest of it.
    @inline(__always)
    func conditions(ofEntry index: Int) -> (capitals: UInt32, isExact: Bool) {
        (word(at: entriesAt + index * 24 + 8), word(at: entriesAt + index * 24 + 12) != 0)
    }
}
