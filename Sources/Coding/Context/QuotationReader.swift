import Diplomacy
import Language
import Lexicon

/// Finds quoted words and who says them.
struct QuotationReader {
    let context: ContextReader
    var text: Text { context.text }

    /// The quotations of the document, in the order of the text.
    func quotations(_ principal: String?) -> [Quotation] {
        var found: [Quotation] = []
        var cast = context.cast
        var last: (paragraph: Int, verb: String?, voice: Voice)?
        for words in QuoteMarks(text: text, paragraphs: context.paragraphs).pairs() {
            guard let first = sentence(words.lowerBound), let final = sentence(words.upperBound - 1) else { continue }
            guard words.count < Self.longest else { continue }
            let count = words.prefix(40).reduce(0) {
                $0 + (text.tokens[$1].has(.word) || text.tokens[$1].has(.number) ? 1 : 0)
            }
            guard count >= 3, !text.sentences[first].isTitle || count >= 4 else { continue }
            let utterance = spoken(words, first, final, &cast)
            var voice = utterance?.voice
            var verb = utterance?.verb
            let isWhole = isSentence(words, first)
            if voice == nil, verb == nil {
                // a sentence of its own beside a quotation of the same paragraph has the same speaker
                if isWhole, let last, last.paragraph == context.paragraphs.numbers[first] {
                    voice = last.voice
                    verb = last.verb
                } else if !(isWhole && count >= 6) {
                    continue
                }
            }
            if let voice { last = (context.paragraphs.numbers[first], verb, voice) }
            found.append(
                Quotation(
                    text: text.string(words), span: context.span(words), verb: verb,
                    speaker: voice.map { context.speaker($0) },
                    encounter: context.encounter(first) ?? principal))
        }
        return found
    }

    static let longest = 1_500

    private func sentence(_ token: Int) -> Int? {
        let i = text.sentence(of: token)
        return text.sentences.indices.contains(i) && text.sentences[i].tokens.contains(token) ? i : nil
    }

    /// The quoted words begin their sentence with a capital letter, or follow a comma or colon so.
    private func isSentence(_ words: Range<Int>, _ first: Int) -> Bool {
        guard text.tokens[words.lowerBound].has(.capital) else { return false }
        let before = words.lowerBound - 2
        guard before >= text.sentences[first].tokens.lowerBound else { return true }
        return text.tokens[before].key == Word.comma || text.tokens[before].key == Word.colon
    }

    // MARK: - Who says it

    private func spoken(_ words: Range<Int>, _ first: Int, _ final: Int, _ cast: inout Cast) -> (
        verb: String, voice: Voice?
    )? {
        let opensSentence = words.lowerBound - 1 <= text.sentences[first].tokens.lowerBound + 1
        if opensSentence {
            if let after = after(words, final, &cast) { return after }
            return announced(words, first, &cast) ?? before(words, first, &cast)
        }
        return before(words, first, &cast) ?? after(words, final, &cast)
    }

    /// "...", X said; "...," said X.
    private func after(_ words: Range<Int>, _ final: Int, _ cast: inout Cast) -> (verb: String, voice: Voice?)? {
        let close = words.upperBound
        guard let index = sentence(close), let passage = context.passage(index) else { return nil }
        let view = passage.view
        let limit = min(close + 16, view.range.upperBound)
        for i in (close + 1)..<max(limit, close + 1) {
            if view.shape(i).contains(.openQuote) || Self.hard.contains(view.key(i)) { return nil }
            guard let verb = verb(at: i, passage), verb.form != .base, verb.form != .gerund || i <= close + 2 else {
                continue
            }
            let reader = SourceReader(passage: passage, subject: context.subject(before: index))
            guard let voice = reader.voice(of: verb.tokens, &cast), voice.tokens.lowerBound > close else {
                // "a very good move", said at once but of whom is not told
                return i <= close + 2 && verb.isSaying ? (text.string(verb.tokens), nil) : nil
            }
            return (text.string(verb.tokens), voice)
        }
        return nil
    }

    /// X said: "..."; X called it "...".
    private func before(_ words: Range<Int>, _ first: Int, _ cast: inout Cast) -> (verb: String, voice: Voice?)? {
        guard let passage = context.passage(first) else { return nil }
        let view = passage.view
        var i = words.lowerBound - 2
        let limit = max(view.range.lowerBound, i - 30)
        while i >= limit {
            if Self.hard.contains(view.key(i)), view.key(i) != Word.colon { return nil }
            if let verb = verb(at: i, passage) {
                let reader = SourceReader(passage: passage, subject: context.subject(before: first))
                if let voice = reader.voice(of: verb.tokens, &cast) { return (text.string(verb.tokens), voice) }
                if words.lowerBound - verb.tokens.upperBound <= 4, verb.isSaying {
                    return (text.string(verb.tokens), nil)
                }
            }
            i -= 1
        }
        return nil
    }

    /// The sentence before ends in "X said," or "X said:".
    private func announced(_ words: Range<Int>, _ first: Int, _ cast: inout Cast) -> (verb: String, voice: Voice?)? {
        guard first > 0, words.lowerBound - 1 == text.sentences[first].tokens.lowerBound,
            let passage = context.passage(first - 1),
            let end = passage.range.last, Self.leads.contains(text.tokens[end].key)
        else { return nil }
        let reader = SourceReader(passage: passage, subject: context.subject(before: first - 1))
        var i = end - 1
        while i >= max(passage.range.lowerBound, end - 20) {
            if let verb = verb(at: i, passage), let voice = reader.voice(of: verb.tokens, &cast) {
                return (text.string(verb.tokens), voice)
            }
            i -= 1
        }
        return nil
    }

    static let hard = Word.set("; . ? ! :")
    static let leads = Word.set(", :")

    private static let reads = Word.set("read reads")

    private struct Verb {
        var tokens: Range<Int>
        var form: CueForm
        /// A verb of saying proper, not of calling, hailing or urging.
        var isSaying: Bool
    }

    private func verb(at token: Int, _ passage: Passage) -> Verb? {
        if let cue = passage.view.cue(.say, at: token) {
            return Verb(tokens: cue.tokens, form: cue.form, isSaying: true)
        }
        // "the joint statement read"
        if Self.reads.contains(passage.view.key(token)),
            passage.cues.contains(where: { $0.tokens.upperBound == token && $0.has(.sourceText) })
        {
            return Verb(tokens: token..<token + 1, form: .third, isSaying: true)
        }
        guard
            let cue = passage.cues.first(where: { $0.tokens.lowerBound == token && ($0.has(.utter) || $0.has(.raise)) }
            ), cue.form != .base
        else { return nil }
        return Verb(tokens: cue.tokens, form: cue.form, isSaying: false)
    }

}
