import Diplomacy
import Language
import Lexicon

/// Finds the publishers whose report a text passes on: "citing Xinhua", "(AFP)", "MOSCOW (TASS) --", "Interfax reported".
struct CreditReader {
    let coding: DocumentCoding
    private var text: Text { coding.text }

    /// The names of publishers that are credited, each once, in the order of the text; `nil` for none. The paper that the
    /// report stands in is not credited with itself.
    func credits() -> [Credit]? {
        let scan = ContextScan(coding.scan, classes: coding.contextClasses)
        let own = Folding.fold(coding.document.source?.name ?? "")
        var found: [Credit] = []
        var seen: Set<String> = []
        for sentence in text.sentences {
            for cue in scan.cues(in: sentence.tokens) where cue.has(.media) {
                guard text.tokens[cue.tokens.lowerBound].has(.capital), isCredited(cue.tokens, in: sentence.tokens)
                else { continue }
                let span = text.span(cue.tokens)
                let name = text.string(cue.tokens)
                let folded = Folding.fold(name)
                if own.hasPrefix(folded) || !seen.insert(folded).inserted { continue }
                found.append(Credit(name: name, span: span))
            }
        }
        return found.isEmpty ? nil : found
    }

    private static let before = Word.set("citing cites cited quoting quoted according via by told from after with")
    private static let after = Word.set(
        """
        reported reports report said says saying wrote writes quoted quotes cited cites learned learnt reporting
        citing correspondent published carried quoting claims claimed told
        """)
    private static let articles = Word.set(
        "the agency agencies news newspaper daily to of russia russian chinese state")

    /// In brackets, after a word of passing on ("citing the agency Interfax"), or before one of reporting ("TASS said").
    private func isCredited(_ name: Range<Int>, in sentence: Range<Int>) -> Bool {
        let opensBracket =
            name.lowerBound > sentence.lowerBound && isBracket(name.lowerBound - 1, "(")
            && name.upperBound < sentence.upperBound
        if opensBracket { return true }
        var i = name.lowerBound - 1
        var steps = 0
        while i >= sentence.lowerBound, steps < 6 {
            let key = text.tokens[i].key
            if Self.before.contains(key) { return true }
            guard
                Self.articles.contains(key) || text.tokens[i].has([.capital, .possessive]) || key == Word.and
                    || key == Word.comma
            else { break }
            i -= 1
            steps += 1
        }
        var next = name.upperBound
        while next < sentence.upperBound, Self.fillers.contains(text.tokens[next].key) { next += 1 }
        return next < sentence.upperBound && Self.after.contains(text.tokens[next].key)
    }

    private static let fillers = Word.set("has have news agency then also later had was were")

    private func isBracket(_ token: Int, _ bracket: String) -> Bool { text.string(token..<(token + 1)) == bracket }
}
