import Diplomacy
import Language
import Lexicon

/// Reads the larger gathering on whose margins an encounter took place, and the round of a standing dialogue.
struct GatheringReader {
    let context: ContextReader

    func fill(_ record: inout Record) {
        for passage in context.narrative {
            guard let owner = passage.owner, context.claims[owner].isBackground || !passage.isPast else { continue }
            if record.encounters[owner].within == nil, let gathering = gathering(passage, owner) {
                record.encounters[owner].within = gathering
            }
            if let series = series(passage, owner) {
                let known = record.encounters[owner].series
                if known == nil || (known?.round == nil && series.round != nil) {
                    record.encounters[owner].series = series
                }
            }
        }
    }

    // MARK: - Gatherings

    private func gathering(_ passage: Passage, _ owner: Int) -> Gathering? {
        let own = context.claims[owner].sightings.contains { $0.sentence == passage.index }
        for cue in passage.cues where cue.has(.margin) {
            if let tokens = name(at: cue.tokens.upperBound, passage, mustBeProper: false) { return gathering(tokens) }
        }
        guard own, context.claims[owner].parties.count == 2 else { return nil }
        for cue in passage.cues where cue.has(.marginAt) {
            if let tokens = name(at: cue.tokens.upperBound, passage, mustBeProper: true) { return gathering(tokens) }
        }
        return nil
    }

    private func gathering(_ tokens: Range<Int>) -> Gathering {
        Gathering(name: words(tokens), span: context.span(tokens))
    }

    static let frames = Word.set("part framework")
    static let plain = Word.set("meeting talks session council week dialogue event events ceremony celebrations")

    /// The name of a gathering after its preposition: "the G20 summit", "the UN General Assembly", "the Boao Forum".
    private func name(at start: Int, _ passage: Passage, mustBeProper: Bool) -> Range<Int>? {
        let view = passage.view
        var i = start
        while Word.determiners.contains(view.key(i)) || view.cue(at: i)?.classes.contains(.planned) == true { i += 1 }
        let first = i
        let limit = min(first + 12, view.range.upperBound)
        var last: ContextCue?
        while i < limit, !Self.stops.contains(view.key(i)) {
            if let cue = passage.cues.first(where: { $0.tokens.lowerBound == i && $0.has(.gathering) }) {
                last = cue
                i = max(cue.tokens.upperBound, i + 1)
                continue
            }
            if let cue = view.cue(at: i), cue.form != .none, cue.classes.contains(where: { $0.isVerb || $0 == .say }),
                !view.isCapital(i)
            {
                break
            }
            i += 1
        }
        guard let last else {
            guard !mustBeProper, !Self.frames.contains(view.key(start - 2)), !Self.frames.contains(view.key(start - 1)),
                let match = view.name(at: first), match.has(.party), isOrganisation(match, passage)
            else { return nil }
            return match.tokens
        }
        var tokens = first..<last.tokens.upperBound
        if view.key(tokens.upperBound) == Word.of { tokens = first..<ofPhrase(tokens.upperBound, view) }
        let head = tokens.prefix(tokens.count)
        let isProper = head.contains { view.isCapital($0) || view.shape($0).contains(.number) }
        guard isProper else { return nil }
        if Self.plain.contains(view.key(last.tokens.lowerBound)), mustBeProper {
            guard head.contains(where: { i in view.name(at: i).map { isOrganisation($0, passage) } ?? false }) else {
                return nil
            }
        }
        if mustBeProper, !head.contains(where: { i in view.isCapital(i) && !isState(at: i, passage) }) { return nil }
        return tokens
    }

    static let stops = Word.set(
        ", . ; : in at on with by to from where which that who before after during and – — ( ) ” \"")

    /// "of G20 foreign ministers": the words that belong to the name.
    private func ofPhrase(_ token: Int, _ view: SentenceView) -> Int {
        var i = token + 1
        while i < min(token + 9, view.range.upperBound), !Self.stops.contains(view.key(i)),
            view.shape(i).contains(.word) || view.shape(i).contains(.number)
        {
            i += 1
        }
        return i
    }

    private func isOrganisation(_ match: NameMatch, _ passage: Passage) -> Bool {
        guard let mention = ActorParser(view: passage.view).partyMention(match) else { return false }
        let kind = context.lexicon.partyKind(mention.party)
        return kind == .organisation || kind == .alliance || kind == .format
    }

    private func isState(at token: Int, _ passage: Passage) -> Bool {
        guard let match = passage.view.name(at: token) else { return false }
        return match.has(.place) || (match.has(.party) && !isOrganisation(match, passage))
    }

    // MARK: - Rounds

    static let rounds = Word.set("round rounds session edition meeting")
    static let round = Folding.key("round")

    private func series(_ passage: Passage, _ owner: Int) -> Series? {
        let view = passage.view
        var i = view.range.lowerBound
        while i < view.range.upperBound {
            guard let ordinal = Ordinals.ordinal(at: i, in: context.text, limit: view.range.upperBound) else {
                i += 1
                continue
            }
            i = ordinal.end
            if let name = seriesName(at: ordinal.end, passage) {
                return Series(name: words(name), round: ordinal.value)
            }
            // "this is the twentieth round"
            if view.key(ordinal.end) == Self.round, context.claims[owner].kind == .consultation,
                let name = consultation(owner)
            {
                return Series(name: name, round: ordinal.value)
            }
        }
        return nil
    }

    /// The dialogue's name after its ordinal: directly, or after "round of" and "meeting of".
    private func seriesName(at start: Int, _ passage: Passage) -> Range<Int>? {
        let view = passage.view
        var first = start
        if Self.rounds.contains(view.key(first)), view.key(first + 1) == Word.of {
            first += 2
            while Word.determiners.contains(view.key(first)) { first += 1 }
        }
        if view.name(at: first)?.has(.office) == true || view.cue(.deputy, at: first) != nil { return nil }
        let limit = min(first + 12, view.range.upperBound)
        var last: ContextCue?
        var i = first
        while i < limit, !Self.seriesStops.contains(view.key(i)) {
            if let cue = passage.cues.first(where: { $0.tokens.lowerBound == i && $0.has(.series) }) {
                last = cue
                i = max(cue.tokens.upperBound, i + 1)
                continue
            }
            i += 1
        }
        guard let last else { return nil }
        let tokens = first..<max(last.tokens.upperBound, first)
        // a single common noun is no name: "the second conference"
        guard tokens.count >= 2 else { return nil }
        return extended(tokens, view)
    }

    static let seriesStops = Word.set(
        """
        , . ; : in at on with by to from where which that who before after during took was is were between
        since – — ( )
        """)

    /// "of Heads of Government", "for Trade and Economic Cooperation" after the noun.
    private func extended(_ tokens: Range<Int>, _ view: SentenceView) -> Range<Int> {
        var end = tokens.upperBound
        guard view.key(end) == Word.of || view.key(end) == Self.for_ || view.key(end) == Self.on,
            view.isCapital(end + 1),
            !Word.months.contains(view.key(end + 1))
        else { return tokens }
        end += 1
        while end < view.range.upperBound,
            view.isCapital(end) || (view.key(end) == Word.and && view.isCapital(end + 1)),
            !Word.months.contains(view.key(end))
        {
            end += 1
        }
        return tokens.lowerBound..<end
    }

    static let for_ = Folding.key("for")
    static let on = Folding.key("on")

    /// The name of the consultations as the encounter's own sentences have it.
    private func consultation(_ owner: Int) -> String? {
        for sighting in context.claims[owner].sightings where sighting.kind == .consultation {
            let words = words(sighting.trigger)
            if !words.isEmpty { return words }
        }
        return nil
    }

    private func words(_ tokens: Range<Int>) -> String {
        context.text.string(tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
