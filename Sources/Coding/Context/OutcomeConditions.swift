import Diplomacy
import Language
import Lexicon

// Whether what a clause tells was done, by whom, and in which words.
extension OutcomeClauses {
    // MARK: - Conditions

    /// Whether a verb tells of something that was done: past tense, or any finite form in a title; no plan, no wish.
    func done(_ cue: ContextCue) -> Bool {
        let start = cue.tokens.lowerBound
        if view.shape(start - 1).contains(.hyphen) || Self.already.contains(view.key(start - 1)) { return false }
        switch cue.form {
        case .past, .pastOrParticiple: break
        case .participle:
            guard Self.perfect.contains(view.key(start - 1)) || Self.perfect.contains(view.key(start - 2)) else {
                return false
            }
        case .base, .third: guard view.isTitle, !Self.infinitive.contains(view.key(start - 1)) else { return false }
        default: return false
        }
        // "the treaty signed in 2001", "which was signed"
        if Self.relatives.contains(view.key(start - 1)) || Self.relatives.contains(view.key(start - 2)) { return false }
        let isPassive = (1...3).contains { Self.passives.contains(view.key(start - $0)) }
        if cue.has(.sign) || cue.has(.reach) || cue.has(.adopt), !isPassive,
            passage.cues.contains(where: {
                $0.tokens.upperBound == start && ($0.has(.document) || $0.has(.memorandum) || $0.has(.statement))
            })
        {
            return false
        }
        let window = max(view.range.lowerBound, start - 7)..<start
        let isModal = view.cues.contains { cue in
            window.contains(cue.tokens.lowerBound)
                && cue.classes.contains { $0 == .future || $0 == .planned || $0 == .proposed }
                && !Self.notModal.contains(view.key(cue.tokens.lowerBound))
        }
        if isModal || passage.contains(Self.modals, in: window) { return false }
        if view.cues.contains(where: { $0.classes.contains(.background) && abs($0.tokens.lowerBound - start) < 9 }) {
            return false
        }
        return !isLongAgo(cue)
    }

    static let already = Word.set("already once recently earlier previously newly")
    static let perfect = Word.set("has have had having was were been be")
    static let passives = Word.set("has have had was were been being is are be")
    static let infinitive = Word.set("to will would may might could can should not")
    static let relatives = Word.set("which that")
    static let modals = Word.set(
        """
        would will could should may might must can if unless whether hope hopes hoped expected ready willing
        wants want urged called calling until before ahead possible potential possibly shall needs recalled
        """)
    static let notModal = Word.set("next future expected")

    /// A date of another time in the same clause: "25 years ago", "in 2001".
    func isLongAgo(_ cue: ContextCue) -> Bool {
        let clause = clause(around: cue.tokens)
        if passage.contains(Self.ago, in: clause) { return true }
        guard let day = context.coding.day else { return false }
        return context.coding.expressions(view, prefer: .nearest).contains { date in
            clause.contains(date.tokens.lowerBound) && abs(date.tokens.lowerBound - cue.tokens.upperBound) < 12
                && !context.coding.dateline.contains(date.tokens.lowerBound) && date.value.end < day - 20
                && !(claim.date.map { $0.overlaps(date.value) } ?? false)
        }
    }

    static let ago = Word.set("ago decades")

    func isNegated(_ cue: ContextCue) -> Bool {
        let window = max(view.range.lowerBound, cue.tokens.lowerBound - 4)..<cue.tokens.lowerBound
        return view.cues.contains { $0.classes.contains(.negation) && window.contains($0.tokens.lowerBound) }
    }

    /// "no agreement", "neither document".
    func isNone(_ what: ContextCue) -> Bool {
        passage.contains(Self.no, in: max(view.range.lowerBound, what.tokens.lowerBound - 3)..<what.tokens.lowerBound)
    }

    static let no = Word.set("no neither nor none any")

    /// The noun that a verb is about: after it, or before it in the passive.
    func object(_ kind: ContextClass, of cue: ContextCue) -> ContextCue? {
        let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 9, view.range.upperBound)
        if let what = passage.cue(kind, in: after), !crosses(cue.tokens.upperBound, what.tokens.lowerBound) {
            return what
        }
        guard (1...3).contains(where: { Word.be.contains(view.key(cue.tokens.lowerBound - $0)) }) else { return nil }
        let before = max(view.range.lowerBound, cue.tokens.lowerBound - 12)..<cue.tokens.lowerBound
        return passage.cues.last {
            $0.has(kind) && before.contains($0.tokens.lowerBound)
                && !crosses($0.tokens.upperBound, cue.tokens.lowerBound)
        }
    }

    func crosses(_ a: Int, _ b: Int) -> Bool { a < b && passage.contains(Self.breaks, in: a..<b) }

    static let breaks = Word.set("; : . ? ! but while which who whereas after when – —")

    /// Whether the subject is one of the encounter's own sides.
    func hasSides(before token: Int) -> Bool {
        let start = max(view.range.lowerBound, token - 24)
        if view.cues.contains(where: { cue in
            (start..<token).contains(cue.tokens.lowerBound)
                && cue.classes.contains { $0 == .pair || $0 == .they || $0 == .side || $0.isEncounterNoun }
        }) {
            return true
        }
        return passage.groups.contains { group in
            group.tokens.lowerBound >= start && group.tokens.upperBound <= token && group.actors.contains { isOurs($0) }
        }
    }

    func isOurs(_ actor: Actor) -> Bool {
        if actor.kind == .pair || actor.kind == .pronoun { return true }
        var cast = context.cast
        guard let party = actor.party ?? cast.resolve(actor)?.party else { return false }
        return claim.parties.contains(party)
    }

    /// "it was agreed that".
    func isImpersonal(_ cue: ContextCue) -> Bool {
        (1...2).contains { Word.be.contains(view.key(cue.tokens.lowerBound - $0)) }
    }

    /// The parties that a verb's subject stands for; `nil` where it is none of the encounter's.
    func subject(of cue: ContextCue) -> [String]? {
        let start = max(view.range.lowerBound, cue.tokens.lowerBound - 16)
        let near = passage.groups.filter {
            $0.tokens.upperBound <= cue.tokens.lowerBound && $0.tokens.lowerBound >= start
        }
        guard let group = near.last(where: { isFree($0) }) else { return nil }
        guard !passage.contains(OutcomeClauses.breaks, in: group.tokens.upperBound..<cue.tokens.lowerBound) else {
            return nil
        }
        if group.actors.contains(where: { $0.kind == .pair }) { return claim.parties.map { context.code($0) }.sorted() }
        var cast = context.cast
        let parties = group.actors.compactMap { actor in
            actor.kind == .pronoun ? lead(before: group) : actor.party ?? cast.resolve(actor)?.party
        }
        let ours = parties.filter { claim.parties.contains($0) }
        return ours.isEmpty ? nil : Set(ours).map { context.code($0) }.sorted()
    }

    /// Whether the subject is the last of several: "the President and Chancellor Merz agreed".
    func isJoined(before token: Int) -> Bool {
        let near = passage.groups.last { $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 4 }
        guard let near else { return false }
        return passage.contains(ActorParser.and, in: (near.tokens.lowerBound - 2)..<near.tokens.upperBound)
    }

    /// Whether a group depends on no preposition: not "of the UN".
    func isFree(_ group: ActorGroup) -> Bool {
        var before = group.tokens.lowerBound - 1
        if Word.determiners.contains(view.key(before)) { before -= 1 }
        return before < view.range.lowerBound || !ClauseReader.oblique.contains(view.key(before))
    }

    /// Whom "he" means: the first person of the sentence before, where it is one of the encounter's.
    func lead(before group: ActorGroup) -> Int? {
        var cast = context.cast
        let first =
            passage.groups.first { $0.tokens.upperBound <= group.tokens.lowerBound }
            ?? context.passage(passage.index - 1)?.groups.first
        return first?.actors.first.flatMap { $0.party ?? cast.resolve($0)?.party }
    }

    /// "ended without agreement": the sentence speaks of talks or of its sides.
    func speaksOfTalks(_ cue: ContextCue) -> Bool {
        guard !isQuoted(cue.tokens.lowerBound) else { return false }
        let window = max(view.range.lowerBound, cue.tokens.lowerBound - 7)..<cue.tokens.lowerBound
        if passage.contains(Self.modals, in: window) || isLongAgo(cue) { return false }
        // "a conference that closed without a statement" is not the meeting of two on its margins
        let gatherings = max(view.range.lowerBound, cue.tokens.lowerBound - 12)..<cue.tokens.lowerBound
        if claim.parties.count == 2, claim.kind != .summit, passage.contains(Self.others, in: gatherings) {
            return false
        }
        return view.cues.contains { cue in
            cue.classes.contains { $0 == .pair || $0 == .they || $0.isEncounterNoun || $0.isEncounterVerb }
        }
    }

    static let others = Word.set("conference forum assembly summit g20 g7 apec")

    func isQuoted(_ token: Int) -> Bool {
        var depth = 0
        for i in view.range.lowerBound..<token {
            if view.shape(i).contains(.openQuote) {
                depth += 1
            } else if view.shape(i).contains(.closeQuote), depth > 0 {
                depth -= 1
            }
        }
        return depth > 0
    }

    // MARK: - Words, date and place

    func join(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
        min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }

    static let clauseBreaks = Word.set("; : – —")

    /// The clause around a reading: between semicolons, colons and dashes, without the closing mark.
    func clause(around tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while start > view.range.lowerBound, !Self.clauseBreaks.contains(view.key(start - 1)) { start -= 1 }
        while end < view.range.upperBound, !Self.clauseBreaks.contains(view.key(end)) { end += 1 }
        if end > tokens.upperBound, Self.stops.contains(view.key(end - 1)) { end -= 1 }
        if context.coding.dateline.contains(start) {
            start = min(context.coding.dateline.upperBound, tokens.lowerBound)
        }
        return start..<end
    }

    static let stops = Word.set(". ! ?")

    func next(after tokens: Range<Int>, _ clause: Range<Int>) -> NextRound? {
        let rest = tokens.lowerBound..<clause.upperBound
        let date = DateReader(reference: context.coding.day).expressions(
            in: context.text, tokens: rest, prefer: .future
        )
        .first { date in context.coding.day.map { date.value.end >= $0 } ?? true }?.value
        let places = PlaceReader(view: view, dateline: context.coding.dateline).places(in: rest)
        let place = places.first.flatMap { found in
            found.place.name ?? found.place.country.flatMap { code in context.lexicon.party(code: code)?.name }
        }
        return date == nil && place == nil ? nil : NextRound(date: date, place: place)
    }
}
