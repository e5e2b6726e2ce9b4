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
                } else if i - start >= Self.longest || followsTimeStamp(i) {
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
        // an apostrophe has the key of a full stop, since words are folded without either
        return token.has(.punctuation) && Self.marks.contains(token.key)
            && token.shape.isDisjoint(with: [.possessive, .openQuote, .closeQuote])
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
            || !(0x61...0x7A).contains(bytes[Int(token.start)]) || followsPlainWord(i)
    }

    /// Whether a mark of the end stands between a plain word in lower case and this token: then a sentence begins here even
    /// without a capital, as in letters and posts. A word that may be an abbreviation, a quotation and dots are no such end.
    private func followsPlainWord(_ i: Int) -> Bool {
        guard i >= 2 else { return false }
        let mark = tokens[i - 1]
        let word = tokens[i - 2]
        guard mark.end - mark.start == 1, Self.marks.contains(mark.key), !mark.has(.closeQuote),
            !mark.has(.spaceBefore),
            word.has(.word), !word.has(.capital), word.end - word.start >= 3, word.end == mark.start
        else { return false }
        return !Abbreviations.keys.contains(word.key) && !Self.shortened.contains(word.key)
    }

    /// Words that are shortened with a full stop in lower case.
    private static let shortened: Set<UInt64> = Set(
        "approx est incl resp govt gov cont fig figs avg max min temp dist intl natl rec ave blvd misc esp orig viz ibid ext tel"
            .split(separator: " ").map { Folding.key($0) })

    /// Whether a date in figures, a time and AM or PM end before this token, as they do in a mail's header.
    private func followsTimeStamp(_ i: Int) -> Bool {
        guard i >= 4, tokens[i].has(.capital), tokens[i - 1].has(.allCapitals), Self.halves.contains(tokens[i - 1].key),
            tokens[i - 2].has(.number), bytes[tokens[i - 2].bytes].contains(0x3A), tokens[i - 3].has(.number)
        else { return false }
        return bytes[Int(tokens[i - 4].start)] == 0x2F
    }

    private static let halves: Set<UInt64> = Set(["am", "pm"].map { Folding.key($0) })

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
