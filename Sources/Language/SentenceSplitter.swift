/// Finds sentence ends over tokens: full stops and their kin, blank lines, and line ends where the text is not
/// hard-wrapped.
struct SentenceSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    let titleBytes: Int

    /// Tokens after which a run without an end is cut, so that every rule over a sentence takes bounded time.
    static let longest = 400

    static let marks: Set<UInt64> = Set([".", "!", "?", "...", "..", "…", "。", "!", "?"].map { Folding.key($0) })
    static let closers: Set<UInt64> = Set([")", "]", "\"", "”", "'", "’", "»"].map { Folding.key($0) })
    static let monthsAndSuffixes: Set<UInt64> = Set(
        "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr gen sen rep lt col maj capt st mt prof gov no adm hon rev amb"
            .split(separator: " ").map { Folding.key($0) })

    func sentences() -> [Sentence] {
        var sentences: [Sentence] = []
        let wrapped = isHardWrapped()
        var start = 0
        func end(_ i: Int, title: Bool) {
            if start < i { sentences.append(Sentence(tokens: start..<i, isTitle: title)) }
            start = i
        }
        var i = 0
        while i < tokens.count {
            let token = tokens[i]
            let inTitle = Int(token.start) < titleBytes
            if i > start {
                let previousInTitle = Int(tokens[i - 1].start) < titleBytes
                if previousInTitle && !inTitle {
                    end(i, title: true)
                } else if token.has(.paragraphBefore) || (token.has(.lineBefore) && (!wrapped || isBullet(i))) {
                    end(i, title: inTitle)
                } else if i - start >= Self.longest {
                    end(i, title: inTitle)
                }
            }
            if endsSentence(i) {
                var last = i + 1
                while last < tokens.count, !tokens[last].has(.spaceBefore),
                    isCloser(last) || Self.marks.contains(tokens[last].key)
                {
                    last += 1
                }
                if last >= tokens.count || startsSentence(last) { end(last, title: inTitle) }
                i = last
                continue
            }
            i += 1
        }
        end(tokens.count, title: start < tokens.count && Int(tokens[start].start) < titleBytes)
        return sentences
    }

    private func isCloser(_ i: Int) -> Bool { tokens[i].has(.closeQuote) || Self.closers.contains(tokens[i].key) }

    private func endsSentence(_ i: Int) -> Bool {
        let token = tokens[i]
        if token.has(.abbreviation) {
            // "U.S." or "p.m." may end a sentence; a title or a month never does.
            return !Self.monthsAndSuffixes.contains(token.key) && token.end - token.start > 2
                && i + 1 < tokens.count && opensAfterAcronym(i + 1)
        }
        return token.has(.punctuation) && Self.marks.contains(token.key)
    }

    /// After an acronym only a word that cannot go on with its phrase opens a sentence.
    private func opensAfterAcronym(_ i: Int) -> Bool {
        Self.openers.contains(tokens[i].key) && tokens[i].has(.capital)
    }

    static let openers: Set<UInt64> = Set(
        "the he she they it we i in on at this that these those his her their its but and as after before mr mrs ms dr while when if for both"
            .split(separator: " ").map { Folding.key($0) })

    private func startsSentence(_ i: Int) -> Bool {
        let token = tokens[i]
        if token.has([.openQuote, .closeQuote]) || token.has(.lineBefore) { return true }
        guard token.has(.spaceBefore) || tokens[i - 1].has(.closeQuote) else {
            // "Republic.The": a missing space after a full stop
            return token.has(.capital) && i >= 2 && tokens[i - 2].has(.word) && !tokens[i - 2].has(.capital)
        }
        if token.has(.punctuation) { return tokens[i].key != Folding.key(",") && tokens[i].key != Folding.key("/") }
        return token.has(.capital) || token.has(.number)
            || !(0x61...0x7A).contains(bytes[Int(token.start)])
    }

    private func isBullet(_ i: Int) -> Bool {
        let token = tokens[i]
        guard token.has(.punctuation) else { return false }
        return token.has(.hyphen) || ["*", "•", "–", "#", "·"].contains { Folding.key($0) == token.key }
    }

    /// A text is hard-wrapped where most line ends within paragraphs stand after 40 to 100 bytes and in mid-sentence.
    private func isHardWrapped() -> Bool {
        var lines = 0
        var middles = 0
        var lineStart = 0
        for i in tokens.indices.dropFirst() where Int(tokens[i].start) >= titleBytes {
            guard tokens[i].has(.lineBefore) else { continue }
            defer { lineStart = Int(tokens[i].start) }
            guard !tokens[i].has(.paragraphBefore) else { continue }
            lines += 1
            let width = Int(tokens[i - 1].end) - lineStart
            let closed =
                tokens[i - 1].has(.punctuation) && !tokens[i - 1].has(.hyphen)
                && tokens[i - 1].key != Folding.key(",")
            if (40...100).contains(width) && !closed { middles += 1 }
        }
        return lines > 0 && middles * 2 > lines
    }
}
