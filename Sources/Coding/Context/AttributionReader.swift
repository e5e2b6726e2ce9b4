import Diplomacy
import Language
import Lexicon

/// Reads who says that an encounter happened, or will: "according to the ministry", "..., Xinhua reported".
struct AttributionReader {
    let context: ContextReader

    func fill(_ record: inout Record) {
        for i in record.encounters.indices {
            guard let voice = voice(of: context.claims[i]) else { continue }
            record.encounters[i].attributedTo = Attribution(
                name: voice.name, party: voice.party.map { context.code($0) }, grade: voice.grade,
                span: context.span(voice.tokens))
        }
    }

    /// The first sentence of the encounter's that says who says so; then the sentence after its first.
    private func voice(of claim: Claim) -> Voice? {
        var seen: Set<Int> = []
        let sentences = claim.sightings.filter { !$0.inSpeech && seen.insert($0.sentence).inserted }
        for sighting in sentences.filter({ !$0.isTitle }).prefix(60) {
            let triggers = claim.sightings.filter { $0.sentence == sighting.sentence }.map(\.trigger)
            if let passage = context.passage(sighting.sentence), let voice = stated(passage, triggers, claim) {
                return voice
            }
        }
        for passage in context.narrative where isAbout(passage, claim) {
            guard !passage.view.isTitle, !seen.contains(passage.index) else { continue }
            let nouns = passage.view.cues.filter { $0.classes.contains(where: \.isEncounterNoun) }.map(\.tokens)
            if !nouns.isEmpty, let voice = stated(passage, nouns, claim), voice.grade != .named { return voice }
        }
        if let first = sentences.first(where: { !$0.isTitle }) {
            if let after = context.passage(first.sentence + 1), let voice = pointingBack(after) { return voice }
            for i in (first.sentence + 1)...(first.sentence + 3) {
                if let after = context.passage(i), let voice = reporting(after, claim) { return voice }
            }
        }
        for sighting in sentences.filter(\.isTitle).prefix(1) {
            let triggers = claim.sightings.filter { $0.sentence == sighting.sentence }.map(\.trigger)
            if let passage = context.passage(sighting.sentence), let voice = stated(passage, triggers, claim) {
                return voice
            }
        }
        return nil
    }

    private func isAbout(_ passage: Passage, _ claim: Claim) -> Bool {
        guard let owner = passage.owner else { return false }
        let other = context.claims[owner]
        return other.firstSentence == claim.firstSentence && other.parties == claim.parties
    }

    // MARK: - In the encounter's own sentence

    private func stated(_ passage: Passage, _ triggers: [Range<Int>], _ claim: Claim) -> Voice? {
        let view = passage.view
        var cast = context.cast
        let reader = SourceReader(passage: passage, subject: subject(before: passage))
        guard let first = triggers.map(\.lowerBound).min(), let last = triggers.map(\.upperBound).max() else {
            return nil
        }
        let verbs = view.cues.filter {
            $0.classes.contains(.say) && $0.form != .base && !Self.opinion.contains(view.key($0.tokens.lowerBound))
        }
        // "..., citing a source": whoever is cited stands behind whoever reports
        for cue in view.cues where cue.classes.contains(.say) && reader.isPrepositional(cue) {
            guard !isQuoted(cue.tokens.lowerBound, passage), near(cue.tokens.lowerBound, triggers, passage) else {
                continue
            }
            if let voice = reader.voice(of: cue.tokens, &cast), !isPublisher(voice) { return voice }
        }
        for cue in verbs where !reader.isPrepositional(cue) && !isQuoted(cue.tokens.lowerBound, passage) {
            let verb = cue.tokens
            if verb.lowerBound >= last {
                guard isParenthetical(verb, passage) else { continue }
            } else if verb.upperBound <= first {
                guard introduces(verb, first, passage), !isAside(first, passage) else { continue }
            } else {
                continue
            }
            guard let voice = reader.voice(of: verb, &cast), !speaksToOther(verb, voice, passage, claim),
                !isPublisher(voice)
            else { continue }
            guard
                voice.tokens.upperBound <= first || voice.tokens.lowerBound >= last
                    || !triggers.contains(where: { $0.overlaps(voice.tokens) })
            else { continue }
            return voice
        }
        return nil
    }

    static let hardBreaks = Word.set("; . ? !")
    /// Verbs that bring an opinion on what was said rather than that it took place.
    static let opinion = Word.set(
        """
        stress stresses stressed emphasise emphasises emphasised emphasize emphasizes emphasized note notes
        noted underline underlines underlined underscore underscores underscored warn warns warned insist
        insists insisted observe observes observed remark remarked argue argues argued reply replied replies
        explain explained add adds added adding continue continued asked acknowledge acknowledged
        """)

    /// The paper that the report stands in is not its own source; on an official site it is the speaker throughout.
    private func isPublisher(_ voice: Voice) -> Bool {
        let source = context.coding.document.source
        if let name = source?.name.map({ Folding.fold($0) }), !name.isEmpty {
            let words = Folding.fold(voice.name)
            if words == name || words.hasPrefix(name + " ") || name.hasPrefix(words + " ") { return true }
        }
        guard source?.kind == .official, let country = source?.country, let party = voice.party else { return false }
        return voice.figure != nil && context.code(party) == country
    }

    private func near(_ token: Int, _ triggers: [Range<Int>], _ passage: Passage) -> Bool {
        triggers.contains { trigger in
            let between = min(token, trigger.upperBound)..<max(token, trigger.upperBound)
            return !passage.contains(Self.hardBreaks, in: between)
        }
    }

    /// ", the ministry said." at the end, with no words of its own to pass on.
    private func isParenthetical(_ verb: Range<Int>, _ passage: Passage) -> Bool {
        let view = passage.view
        if Self.that.contains(view.key(verb.upperBound)) { return false }
        let tail = verb.upperBound..<view.range.upperBound
        if tail.contains(where: { view.shape($0).contains(.openQuote) }) { return false }
        let start = max(view.range.lowerBound, verb.lowerBound - 14)
        guard (start..<verb.lowerBound).contains(where: { view.key($0) == Word.comma }) else { return false }
        let rest = tail.prefix { view.key($0) != Word.comma && !Self.hardBreaks.contains(view.key($0)) }
        if rest.isEmpty { return true }
        if tail.lowerBound + rest.count < view.range.upperBound, rest.count <= 8 { return true }
        return rest.count <= 9
            && (Self.tails.contains(view.key(verb.upperBound)) || context.text.tokens[verb.upperBound].has(.capital)
                || rest.count <= 3)
    }

    static let that = Word.set("that : “ \"")
    static let tails = Word.set(
        """
        in on at to late early earlier later today yesterday without reporters journalists by through via
        following after
        """)

    /// "X said that A met B": what is said holds the trigger.
    private func introduces(_ verb: Range<Int>, _ trigger: Int, _ passage: Passage) -> Bool {
        let between = verb.upperBound..<trigger
        if passage.contains(Self.hardBreaks, in: between) || between.count > 40 { return false }
        return !between.contains { passage.view.shape($0).contains(.openQuote) }
    }

    static let asides = Word.set("at during in after following when as before ahead while on since until with")

    /// "said at a meeting with": the encounter is only the occasion.
    private func isAside(_ trigger: Int, _ passage: Passage) -> Bool {
        passage.contains(Self.asides, in: max(passage.range.lowerBound, trigger - 4)..<trigger)
    }

    /// "Putin told Xi that": a participant speaks to another one.
    private func speaksToOther(_ verb: Range<Int>, _ voice: Voice, _ passage: Passage, _ claim: Claim) -> Bool {
        guard let figure = voice.figure, claim.figures.contains(where: { $0.isSame(as: figure) }),
            let object = passage.group(at: verb.upperBound)
        else { return false }
        return object.actors.contains { actor in
            actor.party.map { claim.parties.contains($0) } ?? false
                || actor.candidates.contains { person in
                    claim.figures.contains { $0.person == person }
                }
        }
    }

    private func isQuoted(_ token: Int, _ passage: Passage) -> Bool {
        var depth = 0
        for i in passage.range.lowerBound..<token {
            if passage.view.shape(i).contains(.openQuote) {
                depth += 1
            } else if passage.view.shape(i).contains(.closeQuote), depth > 0 {
                depth -= 1
            }
        }
        return depth > 0
    }

    // MARK: - In the sentence after

    static let pointers = Word.set("this that it so the")
    static let announcing = Word.set("announced reported confirmed according said says put")

    /// "This was announced by the press service.": a short sentence that points back.
    private func pointingBack(_ passage: Passage) -> Voice? {
        let view = passage.view
        guard Self.pointers.contains(view.key(view.range.lowerBound)), view.range.count <= 34,
            let verb = view.cues.first(where: {
                $0.classes.contains(.say) && Self.announcing.contains(view.key($0.tokens.lowerBound))
            }),
            !view.range.contains(where: { view.shape($0).contains(.openQuote) })
        else { return nil }
        var cast = context.cast
        let reader = SourceReader(passage: passage, subject: nil)
        let passive = Word.be.contains(view.key(verb.tokens.lowerBound - 1))
        let isNear = verb.tokens.lowerBound - view.range.lowerBound <= (passive ? 6 : 3)
        guard passive || (isNear && view.key(view.range.lowerBound) != Word.the) else { return nil }
        return reader.voice(of: verb.tokens, &cast)
    }

    static let telling = Word.set(
        """
        said says told tells announced announces reported reports confirmed confirms stated wrote disclosed
        according
        """)

    /// Who tells of the encounter in the sentences after: someone who had no part in it, but speaks for a side.
    private func reporting(_ passage: Passage, _ claim: Claim) -> Voice? {
        guard isAbout(passage, claim), !passage.isPast else { return nil }
        let view = passage.view
        var cast = context.cast
        let reader = SourceReader(passage: passage, subject: nil)
        for cue in view.cues where cue.classes.contains(.say) && Self.telling.contains(view.key(cue.tokens.lowerBound))
        {
            guard !isQuoted(cue.tokens.lowerBound, passage), let voice = reader.voice(of: cue.tokens, &cast),
                !isPublisher(voice)
            else { continue }
            if let figure = voice.figure {
                guard !claim.figures.contains(where: { $0.isSame(as: figure) }),
                    figure.party.map({ claim.parties.contains($0) }) ?? false
                else { continue }
                // a leader tells his own views
                guard !figure.offices.contains(where: { context.lexicon.office($0.office).level == .leader }) else {
                    continue
                }
            } else if let party = voice.party, !claim.parties.contains(party) {
                continue
            }
            return voice
        }
        return nil
    }

    /// The first person of the sentence before.
    private func subject(before passage: Passage) -> Figure? {
        var cast = context.cast
        let group = context.passage(passage.index - 1)?.groups.first {
            $0.actors.contains { $0.kind == .person || $0.kind == .office }
        }
        return group?.actors.first.flatMap { cast.resolve($0) }
    }
}
