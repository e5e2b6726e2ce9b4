import Diplomacy
import Language
import Lexicon

/// Finds what a report says that somebody said, in the report's own words: "said that talks would go on", "the straits will be
/// patrolled, a person briefed on the talks said", "according to the ministry, grain was discussed".
struct IndirectSpeechReader {
    let context: ContextReader
    /// The spans of quoted words: a sentence that has some is told by those.
    let quoted: [Span]
    private var text: Text { context.text }

    func quotations(_ principal: String?) -> [Quotation] {
        context.narrative.compactMap { passage in
            guard !passage.view.isTitle, let (verb, voice, words) = told(passage) else { return nil }
            return Quotation(
                text: text.string(words), span: context.span(words), verb: text.string(verb),
                speaker: context.speaker(voice), encounter: context.encounter(passage.index) ?? principal,
                indirect: true)
        }
    }

    private typealias Told = (verb: Range<Int>, voice: Voice, words: Range<Int>)

    /// The first verb of saying in a sentence that has a speaker and a clause.
    private func told(_ passage: Passage) -> Told? {
        let verbs = passage.view.cues.filter { $0.classes.contains(.say) && $0.form != .base && $0.form != .gerund }
        guard !verbs.isEmpty, !isQuoted(passage) else { return nil }
        let reader = SourceReader(passage: passage, subject: context.subject(before: passage.index))
        var cast = context.cast
        for verb in verbs.map(\.tokens) {
            guard let voice = reader.voice(of: verb, &cast) else { continue }
            let isPrepositional = passage.view.key(verb.lowerBound) == Word.according
            guard let words = isPrepositional ? clause(beside: verb, voice, passage) : clause(of: verb, voice, passage),
                words.reduce(0, { $0 + (text.tokens[$1].has(.word) ? 1 : 0) }) >= 3, !words.overlaps(voice.tokens)
            else { continue }
            return (verb, voice, words)
        }
        return nil
    }

    private func isQuoted(_ passage: Passage) -> Bool {
        let span = context.span(passage.range)
        return quoted.contains { $0.start < span.end && span.start < $0.end }
    }

    /// To whom something is said: "told reporters on Monday that".
    private static let mostBetween = 8
    /// Words with which a clause begins that no "that" introduces: "said the talks were useful".
    private static let openers = Word.set(
        "the a an it he she they there this these both no his her its their two all some we i")
    private static let bare = Word.set("said says added adds")

    /// "said that ...", "said the ...", "..., X said".
    private func clause(of verb: Range<Int>, _ voice: Voice, _ passage: Passage) -> Range<Int>? {
        let view = passage.view
        let end = end(of: passage)
        let near = verb.upperBound..<max(min(verb.upperBound + Self.mostBetween, end), verb.upperBound)
        let stop =
            near.first { view.key($0) == Word.comma || SourceReader.hardBreaks.contains(view.key($0)) }
            ?? near.upperBound
        if let that = (verb.upperBound..<stop).first(where: { view.key($0) == Word.that }) {
            return words(that + 1, end)
        }
        if voice.tokens.upperBound <= verb.lowerBound, Self.bare.contains(view.key(verb.lowerBound)),
            verb.upperBound < end,
            Self.openers.contains(view.key(verb.upperBound)) || view.isCapital(verb.upperBound)
        {
            return words(verb.upperBound, end)
        }
        // the words stand before: whoever says so closes the sentence
        let first = min(verb.lowerBound, voice.tokens.lowerBound)
        guard let comma = (view.range.lowerBound..<first).last(where: { view.key($0) == Word.comma }),
            first - comma <= 4, end - max(verb.upperBound, voice.tokens.upperBound) <= Self.mostBetween
        else { return nil }
        return words(start(of: passage), comma)
    }

    /// "According to X, ...", "..., according to X".
    private func clause(beside verb: Range<Int>, _ voice: Voice, _ passage: Passage) -> Range<Int>? {
        let view = passage.view
        let end = end(of: passage)
        if verb.lowerBound > start(of: passage) {
            let last = view.key(verb.lowerBound - 1) == Word.comma ? verb.lowerBound - 1 : verb.lowerBound
            return words(start(of: passage), last)
        }
        guard
            let comma = (voice.tokens.upperBound..<max(end, voice.tokens.upperBound)).first(where: {
                view.key($0) == Word.comma
            })
        else { return nil }
        return words(comma + 1, end)
    }

    private func words(_ start: Int, _ end: Int) -> Range<Int>? { start < end ? start..<end : nil }

    /// Where a sentence's own words begin, behind a dateline.
    private func start(of passage: Passage) -> Int {
        max(passage.range.lowerBound, min(context.coding.dateline.upperBound, passage.range.upperBound))
    }

    /// The end of a sentence without its mark.
    private func end(of passage: Passage) -> Int {
        let view = passage.view
        let last = view.range.upperBound - 1
        return last > view.range.lowerBound && SourceReader.hardBreaks.contains(view.key(last))
            ? last : view.range.upperBound
    }
}
