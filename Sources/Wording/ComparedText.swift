import Language

/// The words of a text as they are compared with those of others: sentence by sentence, folded.
package struct ComparedText {
    /// Words of the shortest run that counts as common wording.
    package static let run = 6

    private let text: Text
    /// The words of each sentence, as tokens of the text.
    private let words: [[Int]]
    /// Every run of words of the text, by a hash.
    private let runs: Set<UInt64>

    package init(title: String?, text: String) {
        let text = Text(title: title, text: text)
        self.text = text
        words = text.sentences.map { sentence in
            sentence.tokens.filter { text.tokens[$0].has(.word) }
        }
        runs = Set(words.flatMap { words in Self.runs(words.map { text.tokens[$0].key }) })
    }

    /// Sentences as written, white space as one space.
    package var sentences: [String] { text.sentences.map { text.phrase($0.tokens) } }

    /// The longest stretches of six words or more within a sentence that one text shares with some others and with none of a
    /// third set, each once, in the order of the text; those with fewer than three words of four letters are left out.
    package func stretches(sharedWith some: [ComparedText], butNot others: [ComparedText] = []) -> [String] {
        var found: [String] = []
        for sentence in words {
            let hashes = Self.runs(sentence.map { text.tokens[$0].key })
            var covered = [Bool](repeating: false, count: sentence.count)
            for (i, hash) in hashes.enumerated()
            where some.contains(where: { $0.runs.contains(hash) })
                && !others.contains(where: { $0.runs.contains(hash) })
            {
                for j in i..<(i + Self.run) { covered[j] = true }
            }
            for stretch in covered.indices.split(whereSeparator: { !covered[$0] }) {
                guard let first = stretch.first, let last = stretch.last else { continue }
                let tokens = sentence[first...last]
                guard tokens.count(where: { text.tokens[$0].bytes.count >= 4 }) >= 3 else { continue }
                let words = text.phrase(sentence[first]..<(sentence[last] + 1))
                if !found.contains(words) { found.append(words) }
            }
        }
        return found
    }

    /// Sentences of which less than a third of the words of four letters and more stand in any one sentence of the others, in
    /// order; short ones are left out.
    package func sentences(without others: [ComparedText]) -> [String] {
        let theirs = others.flatMap { other in other.words.map { Set(other.long($0)) } }
        return words.indices.compactMap { i in
            let own = Set(long(words[i]))
            guard own.count >= 3, !text.sentences[i].isTitle else { return nil }
            let most = theirs.map { own.intersection($0).count }.max() ?? 0
            return most * 3 < own.count ? text.phrase(text.sentences[i].tokens) : nil
        }
    }

    private func long(_ words: [Int]) -> [UInt64] {
        words.filter { text.tokens[$0].bytes.count >= 4 }.map { text.tokens[$0].key }
    }

    /// A hash of each run of words, by its first word.
    private static func runs(_ keys: [UInt64]) -> [UInt64] {
        guard keys.count >= run else { return [] }
        return (0...(keys.count - run)).map { start in
            keys[start..<(start + run)].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
        }
    }
}
