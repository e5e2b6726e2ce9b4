import Diplomacy
import Language
import Lexicon

/// Finds third parties that an encounter was about: "on Ukraine", "the war in Sudan", "the Iranian nuclear programme".
struct TopicReader {
    let context: ContextReader

    func fill(_ record: inout Record) {
        for passage in context.narrative where !passage.isPast {
            guard let owner = passage.owner else { continue }
            let own = Set(context.claims[owner].parties)
            for match in passage.view.names where !context.coding.dateline.contains(match.tokens.lowerBound) {
                guard let party = topic(match, passage), !own.contains(party) else { continue }
                let code = context.code(party)
                guard !record.encounters[owner].participants.contains(where: { $0.party == code }),
                    record.encounters[owner].place?.country != code || !isVenue(match, passage),
                    !record.encounters[owner].about.contains(where: { $0.party == code })
                else { continue }
                record.encounters[owner].about.append(About(party: code, span: context.span(match.tokens)))
            }
        }
    }

    private func isVenue(_ match: NameMatch, _ passage: Passage) -> Bool {
        PlaceReader.prepositions.contains(passage.view.key(match.tokens.lowerBound - 1))
    }

    /// The party that a name stands for, where it stands as a topic.
    private func topic(_ match: NameMatch, _ passage: Passage) -> Int? {
        let view = passage.view
        guard match.has(.party), !match.has(.person), let mention = ActorParser(view: view).partyMention(match) else {
            return nil
        }
        guard mention.use != .capital, mention.use != .metonym, mention.use != .demonym, mention.use != .demonyms else {
            return nil
        }
        let kind = context.lexicon.partyKind(mention.party)
        guard kind != .format, !isPartOfName(match, passage) else { return nil }
        let next = match.tokens.upperBound
        if mention.use == .adjective, !mention.isAlsoName {
            return noun(at: next, passage) ?? noun(at: next + 1, passage) != nil ? mention.party : nil
        }
        if mention.isPossessive {
            return noun(at: next + 1, passage) ?? noun(at: next + 2, passage) != nil ? mention.party : nil
        }
        guard let preposition = preposition(before: match.tokens.lowerBound, passage) else {
            return noun(at: next, passage) != nil && speaks(passage) ? mention.party : nil
        }
        if let cue = passage.cues.first(where: { $0.has(.topicPreposition) && $0.tokens.upperBound == preposition + 1 })
        {
            let against = view.key(cue.tokens.lowerBound) == Self.against
            return against || speaks(passage) || isTopical(before: cue.tokens.lowerBound, passage) ? mention.party : nil
        }
        guard Self.inside.contains(view.key(preposition)) else { return nil }
        return isTopical(before: preposition, passage) ? mention.party : nil
    }

    static let against = Folding.key("against")
    static let inside = Word.set("in around with of for across inside near")
    static let between = Word.set(
        """
        the a an both eastern western northern southern neighbouring neighboring war-torn and or , occupied
        """)

    /// The preposition that a name depends on, past articles, adjectives and other names of a list.
    private func preposition(before token: Int, _ passage: Passage) -> Int? {
        let view = passage.view
        var i = token - 1
        var steps = 0
        while i >= view.range.lowerBound, steps < 7 {
            if Self.inside.contains(view.key(i))
                || passage.cues.contains(where: { $0.has(.topicPreposition) && $0.tokens.upperBound == i + 1 })
            {
                return i
            }
            let isName = view.names.contains { $0.tokens.contains(i) && $0.has(.party) }
            guard Self.between.contains(view.key(i)) || isName else { return nil }
            i -= 1
            steps += 1
        }
        return nil
    }

    /// "the war in", "the situation around": a noun that makes what follows a topic, within three words before.
    private func isTopical(before token: Int, _ passage: Passage) -> Bool {
        passage.cues.contains {
            $0.has(.topicNoun) && $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 2
                && $0.tokens.upperBound > token - 3
        }
    }

    private func noun(at token: Int, _ passage: Passage) -> ContextCue? {
        passage.cues.first { $0.has(.topicNoun) && $0.tokens.lowerBound == token }
    }

    /// Whether the sentence tells what was talked about.
    private func speaks(_ passage: Passage) -> Bool {
        passage.has(.agenda) || passage.has(.raise)
            || passage.view.cues.contains { cue in
                cue.classes.contains { $0 == .say || $0.isEncounterNoun || $0.isEncounterVerb }
            }
    }

    /// "the UN Security Council", "Ukraine Contact Group": one name among others of a longer one.
    private func isPartOfName(_ match: NameMatch, _ passage: Passage) -> Bool {
        let view = passage.view
        let next = match.tokens.upperBound
        if view.isTitle { return view.name(at: next)?.has(.office) == true }
        if view.isCapital(next), noun(at: next, passage) == nil { return true }
        if view.name(at: next)?.has(.office) == true { return true }
        return false
    }
}
