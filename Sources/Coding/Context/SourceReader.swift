import Diplomacy
import Language
import Lexicon

/// Someone or something that says what a report passes on.
struct Voice {
    var name: String
    var person: String?
    var party: Int?
    var grade: Grade
    var tokens: Range<Int>
    /// The figure, where a person is meant.
    var figure: Figure?
}

/// Reads who speaks: persons, ministries and press services, officials without a name, sources, media.
struct SourceReader {
    let passage: Passage
    /// Whom "he" and "she" mean at the start of the sentence.
    let subject: Figure?
    var view: SentenceView { passage.view }

    // MARK: - Verbs of saying

    /// Wordings after which the source stands: "according to X", "citing X".
    static let prepositional = Word.set("according citing quoting")
    static let auxiliaries = Word.set(
        """
        has have had is was were are also later earlier then thus further had's did does further separately
        reportedly
        """)

    func isPrepositional(_ cue: Cue) -> Bool { Self.prepositional.contains(view.key(cue.tokens.lowerBound)) }

    /// Who says, for a verb or phrase of saying.
    func voice(of verb: Range<Int>, _ cast: inout Cast) -> Voice? {
        if Self.prepositional.contains(view.key(verb.lowerBound)) { return voice(startingAt: verb.upperBound, &cast) }
        guard !isNoun(verb) else { return nil }
        // whoever quotes passes on another's words
        if Self.quoting.contains(view.key(verb.lowerBound)), !Word.be.contains(view.key(verb.lowerBound - 1)),
            let voice = voice(startingAt: verb.upperBound, &cast)
        {
            return voice
        }
        let before = verb.lowerBound - 1
        if before >= view.range.lowerBound, endsQuote(before), let voice = voice(startingAt: verb.upperBound, &cast) {
            return voice
        }
        if Word.be.contains(view.key(before)), let by = agent(after: verb) { return voice(startingAt: by, &cast) }
        var end = verb.lowerBound
        while end > view.range.lowerBound, isAdverb(end - 1) { end -= 1 }
        if let voice = voice(endingAt: end, &cast) { return voice }
        return nil
    }

    static let quoting = Word.set("quote quotes quoted")
    static let nouns = Word.set(
        """
        states state comment comments notes note post posts report reports claim claims remark remarks
        stress calls call demands demand promise promises pledge pledges account brands
        """)

    /// "between states", "the United States", "a report": a noun that is written as a verb of saying.
    private func isNoun(_ verb: Range<Int>) -> Bool {
        guard verb.count == 1, Self.nouns.contains(view.key(verb.lowerBound)) else { return false }
        let before = view.key(verb.lowerBound - 1)
        return Word.determiners.contains(before) || ClauseReader.oblique.contains(before)
            || Self.quantities.contains(before)
            || (view.isCapital(verb.lowerBound) && !view.isTitleCase)
            || view.shape(verb.lowerBound - 1).contains(.possessive)
    }

    static let quantities = Word.set("no any some many few several other media news joint")

    /// The token after "by", where a passive names its agent.
    private func agent(after verb: Range<Int>) -> Int? {
        let limit = min(verb.upperBound + 6, view.range.upperBound)
        return (verb.upperBound..<max(limit, verb.upperBound)).first { view.key($0) == Word.by }.map { $0 + 1 }
    }

    private func endsQuote(_ token: Int) -> Bool {
        if view.shape(token).contains(.closeQuote) { return true }
        return view.key(token) == Word.comma && view.shape(token - 1).contains(.closeQuote)
    }

    private func isAdverb(_ token: Int) -> Bool {
        if Self.auxiliaries.contains(view.key(token)) { return true }
        guard view.shape(token).contains(.word), !view.shape(token).contains(.capital) else { return false }
        let word = view.text.word(token)
        return word.hasSuffix("ly") && word.count > 4
    }

    // MARK: - Phrases

    static let boundaries = Word.set(
        ", ; : . ? ! ( ) that but while when whereas because although if since – — “ ” \" « » after before and")
    static let closers = Word.set(
        """
        of in for with by familiar briefed from at close who which to on near working involved said aware
        present as speaking
        """)

    /// The source whose phrase ends before a verb.
    func voice(endingAt end: Int, _ cast: inout Cast) -> Voice? {
        let last = view.key(end - 1) == Word.comma ? end - 1 : end
        // "Bloomberg reported": the paper, and nobody of that name
        if let cue = passage.cues.first(where: { $0.tokens.upperBound == end && $0.classes == [.media] }),
            view.isCapital(cue.tokens.lowerBound), !view.isCapital(cue.tokens.lowerBound - 1),
            let outlet = outlet(at: cue.tokens.lowerBound)
        {
            return outlet
        }
        if let group = passage.group(endingAt: last) ?? passage.group(endingAt: end),
            let voice = person(group, &cast, preferLast: true)
        {
            return voice
        }
        if last == end {
            if let voice = phrase(segment(before: end), &cast) { return voice }
            if let group = passage.group(endingAt: end), let voice = party(group) { return voice }
            return person(before: end, &cast)
        }
        // ", the ministry's spokeswoman," between the name and the verb, or a relative clause
        let inner = segment(before: last)
        let outer = segment(before: inner.lowerBound - 1)
        if let group = passage.group(endingAt: inner.lowerBound - 1), let voice = person(group, &cast, preferLast: true)
        {
            return voice
        }
        return phrase(outer, &cast) ?? phrase(inner, &cast) ?? person(before: end, &cast)
    }

    /// The source whose phrase begins at a token.
    func voice(startingAt start: Int, _ cast: inout Cast) -> Voice? {
        if let outlet = outlet(at: start) { return outlet }
        if let group = passage.group(at: start) ?? passage.group(at: start + 1),
            let voice = person(group, &cast, preferLast: false)
        {
            return voice
        }
        var end = start
        while end < min(start + 14, view.range.upperBound), !Self.boundaries.contains(view.key(end)) { end += 1 }
        if let voice = phrase(start..<end, &cast) { return voice }
        return passage.group(at: start).flatMap { party($0) }
    }

    /// A paper or agency by name: "Mexico News Daily" is nobody's surname.
    private func outlet(at start: Int) -> Voice? {
        let first = view.key(start) == Word.the ? start + 1 : start
        guard view.isCapital(first),
            let cue = passage.cues.first(where: { $0.tokens.lowerBound == first && $0.classes == [.media] })
        else { return nil }
        let next = cue.tokens.upperBound
        guard next >= view.range.upperBound || !view.shape(next).contains(.possessive), !view.isCapital(next) else {
            return nil
        }
        return Voice(name: words(cue.tokens), grade: .mediaOnly, tokens: cue.tokens)
    }

    /// The words between the boundary before a token and the token.
    private func segment(before end: Int) -> Range<Int> {
        var start = end
        while start > view.range.lowerBound, end - start < 16, !Self.boundaries.contains(view.key(start - 1)) {
            start -= 1
        }
        return min(start, end)..<max(start, end)
    }

    /// A named person or the holder of an office.
    private func person(_ group: ActorGroup, _ cast: inout Cast, preferLast: Bool) -> Voice? {
        guard let actor = preferLast ? group.actors.last : group.actors.first else { return nil }
        if actor.kind == .pronoun {
            guard let subject, actor.isFemale == nil || subject.isFemale == nil || actor.isFemale == subject.isFemale
            else { return nil }
            return named(subject, actor.tokens)
        }
        guard actor.kind == .person || actor.kind == .office else { return nil }
        // "officials", "a diplomat": nobody whom the report has named
        if actor.kind == .office, actor.isPlural || Self.indefinite.contains(view.key(actor.tokens.lowerBound)) {
            return nil
        }
        guard let figure = cast.resolve(actor) else {
            // "the minister": the one of whom the sentences before have told
            guard actor.kind == .office, actor.party == nil, !actor.isPlural,
                Word.the == view.key(actor.tokens.lowerBound)
            else { return nil }
            return subject.flatMap { named($0, actor.tokens) }
        }
        if figure.name != nil { return named(figure, actor.tokens) }
        guard let office = actor.offices.first else { return nil }
        let isSpokes = view.scan.lexicon.officeCode(office.office) == "spokesperson"
        var tokens = actor.tokens
        while Self.ranks.contains(view.key(tokens.lowerBound - 1)) {
            tokens = (tokens.lowerBound - 1)..<tokens.upperBound
        }
        return Voice(
            name: words(tokens), party: figure.party, grade: isSpokes ? .spokesperson : .unnamedOfficial,
            tokens: trimmed(tokens))
    }

    static let indefinite = Word.set("a an one another some two three several")
    static let ranks = Word.set("senior top high ranking unnamed anonymous")

    /// The subject of a longer clause: "Umerov, the minister who led for Kyiv, confirmed".
    private func person(before end: Int, _ cast: inout Cast) -> Voice? {
        let near = passage.groups.filter { $0.tokens.upperBound <= end && end - $0.tokens.upperBound <= 14 }
        guard
            let group = near.last(where: { group in
                group.actors.contains { $0.kind == .person || $0.kind == .pronoun }
                    && !ClauseReader.oblique.contains(view.key(group.tokens.lowerBound - 1))
                    && !passage.contains(Self.hardBreaks, in: group.tokens.upperBound..<end)
            })
        else { return nil }
        return person(group, &cast, preferLast: false)
    }

    static let hardBreaks = Word.set("; . ? ! “ ” \" « »")

    private func named(_ figure: Figure, _ tokens: Range<Int>) -> Voice? {
        guard let name = figure.name else { return nil }
        return Voice(name: name, person: name, party: figure.party, grade: .named, tokens: tokens, figure: figure)
    }

    private func party(_ group: ActorGroup) -> Voice? {
        guard let actor = group.actors.last, group.actors.count == 1, actor.kind == .party, let party = actor.party
        else { return nil }
        guard actor.partyUse != .adjective, actor.partyUse != .demonym, actor.partyUse != .demonyms,
            !actor.isNonOfficial,
            !Self.notArticles.contains(view.key(actor.tokens.lowerBound))
        else { return nil }
        return Voice(name: words(actor.tokens), party: party, grade: .spokesperson, tokens: actor.tokens)
    }

    static let notArticles = Word.set("that this his her their our its")

    // MARK: - Sources without a name

    static let order: [(ContextClass, Grade)] = [
        (.sourceSource, .briefedSource), (.sourceSpokes, .spokesperson), (.sourceOfficial, .unnamedOfficial),
        (.media, .mediaOnly), (.sourceOffice, .spokesperson), (.sourceText, .spokesperson), (.sourceMedia, .mediaOnly),
    ]

    /// What sort of source a run of words names, by the last noun before its first preposition.
    private func phrase(_ tokens: Range<Int>, _ cast: inout Cast) -> Voice? {
        guard !tokens.isEmpty else { return nil }
        var base = tokens
        if let stop = tokens.dropFirst().first(where: { Self.closers.contains(view.key($0)) }) {
            base = tokens.lowerBound..<stop
        }
        let heads = passage.cues.filter { cue in
            base.contains(cue.tokens.lowerBound) && cue.tokens.upperBound <= tokens.upperBound
                && cue.classes.contains { kind in Self.order.contains { $0.0 == kind } }
                && (!cue.has(.media) || cue.classes.count > 1 || view.isCapital(cue.tokens.lowerBound))
        }
        // a clause of its own is no name of a source
        let acts = view.cues.contains { cue in
            base.contains(cue.tokens.lowerBound) && cue.form != .none && cue.form != .gerund && cue.form != .base
                && cue.classes.contains { $0.isVerb || $0 == .say || $0 == .negation }
        }
        if acts || base.contains(where: { view.cue(.pair, at: $0) != nil }) { return nil }
        if let last = base.last, base.count >= 2, Self.mastheads.contains(view.key(last)),
            base.suffix(2).allSatisfy({ view.isCapital($0) })
        {
            return Voice(name: words(base), grade: .mediaOnly, tokens: trimmed(base))
        }
        guard let last = heads.map(\.tokens.upperBound).max() else { return nil }
        guard
            let (kind, grade) = Self.order.first(where: { kind in
                heads.contains { $0.tokens.upperBound == last && $0.has(kind.0) }
            })
        else { return nil }
        if kind == .sourceText,
            let by = (last..<tokens.upperBound).first(where: { Self.authors.contains(view.key($0)) }),
            let author = phrase((by + 1)..<tokens.upperBound, &cast)
        {
            return author
        }
        if kind == .sourceText, let group = passage.groups.first(where: { tokens.contains($0.tokens.lowerBound) }),
            let voice = person(group, &cast, preferLast: false)
        {
            return voice
        }
        return Voice(
            name: words(tokens), party: kind == .media ? nil : owner(tokens), grade: grade, tokens: trimmed(tokens))
    }

    /// Last words of papers' and stations' names.
    static let mastheads = Word.set("news times post daily herald tribune gazette journal today television tv radio")
    static let authors = Word.set("by from of")

    /// The party named in a phrase.
    private func owner(_ tokens: Range<Int>) -> Int? {
        for i in tokens {
            if let match = view.name(at: i), let mention = ActorParser(view: view).partyMention(match) {
                return mention.party
            }
        }
        return nil
    }

    static let leading = Word.set("the a an and but also its his her their one as both some by")

    func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        while start < tokens.upperBound - 1,
            Self.leading.contains(view.key(start)) || view.shape(start).contains(.punctuation)
        { start += 1 }
        return start..<tokens.upperBound
    }

    private func words(_ tokens: Range<Int>) -> String {
        view.text.string(trimmed(tokens)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
