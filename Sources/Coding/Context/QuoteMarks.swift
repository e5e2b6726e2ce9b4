import Language

/// Pairs the quotation marks of a text: straight, curly, guillemets and low ones, nested, over several paragraphs.
///
/// One pass with a stack of open marks; at the end of a paragraph unpaired marks are dropped, except that a paragraph which
/// opens with a mark goes on with the one left open before it. Only the outermost pairs are kept. Linear in the tokens.
struct QuoteMarks {
    let text: Text
    let paragraphs: Paragraphs

    /// The tokens between the marks of each outermost pair, left to right.
    func pairs() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: [Int] = []
        for (i, sentence) in text.sentences.enumerated() {
            let tokens = sentence.tokens
            if i > 0, paragraphs.starts(i) {
                let goesOn =
                    !open.isEmpty && (tokens.first.map { isDouble($0) && text.tokens[$0].has(.openQuote) } ?? false)
                open = goesOn ? Array(open.suffix(1)) : []
                for token in tokens.dropFirst(goesOn ? 1 : 0) { take(token, &open, &found) }
            } else {
                for token in tokens { take(token, &open, &found) }
            }
        }
        return found
    }

    private func take(_ token: Int, _ open: inout [Int], _ found: inout [Range<Int>]) {
        let shape = text.tokens[token].shape
        guard shape.contains(.openQuote) || shape.contains(.closeQuote) else { return }
        if opens(token, isInside: !open.isEmpty) {
            open.append(token)
        } else if let start = open.last(where: { matches($0, token) }) {
            while let last = open.popLast(), last != start {}
            while let inner = found.last, inner.lowerBound > start { found.removeLast() }
            if start + 1 < token { found.append((start + 1)..<token) }
        }
    }

    /// A straight mark that its surroundings make neither is opened outside quotations and closed inside.
    private func opens(_ token: Int, isInside: Bool) -> Bool {
        let shape = text.tokens[token].shape
        guard isStraight(token) else { return shape.contains(.openQuote) && !isLowClose(token, isInside) }
        let spaceAfter = token + 1 >= text.tokens.count || text.tokens[token + 1].has(.spaceBefore)
        if shape.contains(.openQuote) { return !(isInside && spaceAfter) }
        return !isInside && !spaceAfter && text.tokens[token - 1].has(.punctuation)
    }

    private func isStraight(_ token: Int) -> Bool { text.bytes[Int(text.tokens[token].start)] == 0x22 }

    /// The mark that opens in English closes a German pair: „so“.
    private func isLowClose(_ token: Int, _ isInside: Bool) -> Bool {
        guard isInside, text.tokens[token].key == Self.curlyOpen else { return false }
        return !text.tokens[token].has(.spaceBefore)
    }

    static let curlyOpen = Folding.key("“")
    static let low = Folding.key("„")
    static let curlyClose = Folding.key("”")
    static let guillemetOpen = Folding.key("«")
    static let guillemetClose = Folding.key("»")

    private func isDouble(_ token: Int) -> Bool { family(token) < 3 }

    /// 0 straight, 1 curly, 2 guillemets, 3 single.
    private func family(_ token: Int) -> Int {
        if isStraight(token) { return 0 }
        switch text.tokens[token].key {
        case Self.curlyOpen, Self.low, Self.curlyClose: return 1
        case Self.guillemetOpen, Self.guillemetClose: return 2
        default: return 3
        }
    }

    /// Whether a mark can close what another opened. Single marks pair within few words: the rest are apostrophes.
    private func matches(_ open: Int, _ close: Int) -> Bool {
        let kind = family(open)
        return kind == family(close) && (kind != 3 || close - open < 120)
    }
}
