import Diplomacy
import Language
import Lexicon

// Who does what: subjects, objects and complements of triggers, read from the order of words.
extension ClauseReader {
    /// The subject of a verb: the nearest group before it in its clause that is no object and no setting.
    func subject(before token: Int) -> ActorGroup? {
        let start = clauseStart(before: token)
        let candidates = groups.filter { $0.tokens.upperBound <= token && $0.tokens.lowerBound >= start }
        let free = candidates.filter { group in
            let before = group.tokens.lowerBound - 1
            return before < view.range.lowerBound || !Self.oblique.contains(view.key(before)) && !isObject(before)
        }
        // "A invited B to visit": B is the one who would
        if view.key(token - 1) == Word.to, let guest = candidates.last, guest.tokens.upperBound == token - 1,
            view.cue(.proposed, at: guest.tokens.lowerBound - 1) != nil
        {
            return guest
        }
        guard let last = free.last else {
            return candidates.first { !Self.never.contains(view.key($0.tokens.lowerBound - 1)) }
        }
        // an earlier subject, where the nearest group is the object of another verb
        if free.count > 1, let first = free.first {
            let before = last.tokens.lowerBound - 1
            let object =
                view.shape(before).contains(.word) && !Word.determiners.contains(view.key(before))
                && !ActorParser.and.contains(view.key(before)) && !Word.linking.contains(view.key(before))
                && !Self.asides.contains(view.key(before))
            if object { return first }
        }
        return last
    }

    /// "Attended the APEC summit and met": what stands right after a verb is its object.
    private func isObject(_ before: Int) -> Bool {
        view.cues.contains {
            $0.tokens.upperBound == before + 1 && $0.form != .none && $0.classes.contains { $0.isVerb }
                && !$0.classes.contains(where: \.isEncounterNoun)
        }
    }

    static let oblique = Word.set(
        "of from in with by to for on at about over against between into near via as among alongside after before during following than like despite under without"
    )
    static let never = Word.set("on about over against in at")
    static let asides = Word.set(
        "today yesterday earlier later meanwhile separately also when where as while since until once because")

    /// The start of a token's clause: after a semicolon, a colon or a subordinating word with words of its own.
    func clauseStart(before token: Int) -> Int {
        var i = token - 1
        while i > view.range.lowerBound {
            let key = view.key(i)
            if Self.breaks.contains(key) { return i + 1 }
            if Self.subordinators.contains(key),
                groups.contains(where: { $0.tokens.lowerBound > i && $0.tokens.upperBound <= token })
            {
                return i + 1
            }
            i -= 1
        }
        return view.range.lowerBound
    }

    static let breaks = Word.set("; : “ \"")
    static let subordinators = Word.set(
        "that while after before because although though if once when as whereas since until")

    /// "Meeting the envoy in Muscat on Sunday, the minister said": the subject follows the comma.
    func participleSubject(after object: ActorGroup, _ cue: Cue) -> ActorGroup? {
        let opens =
            cue.tokens.lowerBound == view.range.lowerBound
            || [Word.comma, Word.colon].contains(view.key(cue.tokens.lowerBound - 1))
            || Word.dashes.contains(view.key(cue.tokens.lowerBound - 1))
        guard opens else { return nil }
        return groups.first { group in
            group.tokens.lowerBound >= object.tokens.upperBound && view.key(group.tokens.lowerBound - 1) == Word.comma
                && group.actors.contains { $0.kind == .person || $0.kind == .office || $0.kind == .party }
        }
    }

    /// The object of a verb, or the group after "with", "to" or "by".
    func object(of trigger: Trigger, passive: Bool = false) -> ActorGroup? {
        let start = trigger.cue.tokens.upperBound
        let reach: Int
        switch trigger.kind {
        case .receive: reach = passive ? 16 : 8
        case .call, .summon: reach = 4
        default: reach = 14
        }
        var i = start
        while i < min(start + reach, view.range.upperBound) {
            if let group = groups.first(where: { $0.tokens.lowerBound == i }) {
                let before = view.key(i - 1)
                // "will meet in Doha on Monday, the minister said"
                if before == Word.comma, view.cue(at: group.tokens.upperBound)?.classes.contains(.say) == true {
                    return nil
                }
                if i == start || Self.objectMarks.contains(before)
                    || (trigger.kind != .speak && !Self.oblique.contains(before))
                {
                    if group.actors.contains(where: { $0.kind != .party || !$0.isMetonym || before == Word.with }) {
                        return group
                    }
                }
                i = group.tokens.upperBound
                continue
            }
            if i > start, let cue = view.cue(at: i), cue.classes.contains(where: { $0.isVerb || $0 == .say }),
                cue.form != .none
            {
                // "met a delegation led by"
                guard cue.classes.contains(.hold), view.key(cue.tokens.upperBound) == Word.by else { return nil }
            }
            if Self.stops.contains(view.key(i)) { return nil }
            // "telephoned with the president", not "called for talks"
            if trigger.kind == .call, i > start || !Self.objectMarks.contains(view.key(i)) { return nil }
            i += 1
        }
        return nil
    }

    static let objectMarks = Word.set("with to by and")
    static let stops = Word.set(
        "; : . ? ! that which who whom whose because while although though whether if where when but and – —")

    /// The group after "with", "between", "of", "to" or "from" that belongs to a noun.
    func complement(of cue: Cue) -> (group: ActorGroup, preposition: UInt64)? {
        let isCall = cue.classes.contains { $0 == .callNoun || $0 == .conversation || $0 == .letter || $0 == .talks }
        var i = cue.tokens.upperBound
        let limit = min(i + 24, view.range.upperBound)
        // "the summit that should have made peace in Luanda between A and B"
        var isPastClause = false
        while i < limit {
            let key = view.key(i)
            let isNear = i < cue.tokens.upperBound + 16 && !isPastClause
            let opens =
                key == Word.with && isNear || key == Word.between || Self.among.contains(key)
                || (key == Word.of && i <= cue.tokens.upperBound)
                || (isCall && (key == Word.to || key == Word.from) && i <= cue.tokens.upperBound + 2)
            if opens, let group = groups.first(where: { $0.tokens.lowerBound == i + 1 }) ?? inner(at: i + 1) {
                // "the meeting of A with B"
                if key == Word.of, group.actors.count == 1, view.key(group.tokens.upperBound) == Word.with,
                    let other = groups.first(where: { $0.tokens.lowerBound == group.tokens.upperBound + 1 })
                {
                    let tokens = group.tokens.lowerBound..<other.tokens.upperBound
                    return (ActorGroup(tokens: tokens, actors: group.actors + other.actors), Word.between)
                }
                // ", with Japan and Ukraine in focus": parties that are looked at, not met
                let aside =
                    key == Word.with && view.key(i - 1) == Word.comma && group.actors.allSatisfy { $0.kind == .party }
                if aside { return nil }
                return (group, key)
            }
            if Self.relatives.contains(key), let inner = relative(at: i) { return inner }
            if Self.relatives.contains(key), i == cue.tokens.upperBound {
                isPastClause = true
                i += 1
                continue
            }
            if Self.stops.contains(key), !ActorParser.and.contains(key) || i > cue.tokens.upperBound + 6 { return nil }
            if !isPastClause, let cue = view.cue(at: i), cue.form != .none, cue.form != .gerund, !isAuxiliary(cue),
                cue.classes.contains(where: { $0 == .say || $0.isEncounterVerb || $0 == .hold || $0 == .occur })
            {
                // "talks were held with": the predicate stands between
                guard cue.classes.contains(.hold) || cue.classes.contains(.occur) || isAside(cue),
                    isPassivePredicate(cue) || isAside(cue)
                else { return nil }
            }
            i += 1
        }
        return nil
    }

    static let relatives = Word.set("which that")

    /// "negotiations which the president had in Minsk with the envoy": both sides stand in the relative clause.
    private func relative(at token: Int) -> (group: ActorGroup, preposition: UInt64)? {
        guard let subject = groups.first(where: { $0.tokens.lowerBound == token + 1 }),
            let verb = view.cues.first(where: {
                $0.tokens.lowerBound >= subject.tokens.upperBound
                    && ($0.classes.contains(.hold) || $0.classes.contains(.receive))
            }),
            verb.tokens.lowerBound - subject.tokens.upperBound < 4
        else { return nil }
        for i in verb.tokens.upperBound..<min(verb.tokens.upperBound + 12, view.range.upperBound)
        where view.key(i) == Word.with || view.key(i) == Self.for_ {
            if let object = groups.first(where: { $0.tokens.lowerBound == i + 1 }) {
                let all = ActorGroup(
                    tokens: subject.tokens.lowerBound..<object.tokens.upperBound, actors: subject.actors + object.actors
                )
                return (all, Word.between)
            }
        }
        return nil
    }

    static let for_ = Folding.key("for")
    static let among = Word.set("among involving amongst")

    /// "have led to a ceasefire": no verb of its own.
    private func isAuxiliary(_ cue: Cue) -> Bool {
        guard let tree = view.runningTree, let node = tree.node(of: cue.tokens) else { return false }
        return tree.relation(node) == .auxiliary
    }

    /// ", initiated by the Azerbaijani side,"
    private func isAside(_ cue: Cue) -> Bool {
        view.key(cue.tokens.lowerBound - 1) == Word.comma && (cue.form == .pastOrParticiple || cue.form == .participle)
    }

    private func isPassivePredicate(_ cue: Cue) -> Bool {
        cue.classes.contains(.occur) || Word.be.contains(view.key(cue.tokens.lowerBound - 1))
    }

    /// A group that the left-to-right reading took into a longer phrase.
    private func inner(at token: Int) -> ActorGroup? { ActorParser(view: view).group(at: token) }

    /// Parties and persons set before a noun: "Russian-Chinese talks", "Trump-Putin summit", "Putin's meeting".
    func compound(before token: Int) -> [Actor] {
        var i = token - 1
        var fillers = 0
        while i >= view.range.lowerBound, fillers < 4, name(endingAt: i) == nil, isCompoundFiller(i) {
            i -= 1
            fillers += 1
        }
        if view.shape(i).contains(.possessive) {
            guard let group = groups.last(where: { $0.tokens.upperBound == i }) ?? groupEnding(at: i) else {
                // "Russia's talks": a party that is no actor before other nouns
                let owner = name(endingAt: i - 1).flatMap { compoundActor($0) }
                return owner.map { [$0] } ?? pronounBefore(i + 1)
            }
            return group.actors
        }
        var actors: [Actor] = []
        while i >= view.range.lowerBound {
            if let match = name(endingAt: i), let actor = compoundActor(match) {
                actors.insert(actor, at: 0)
                i = match.tokens.lowerBound - 1
                continue
            }
            guard !actors.isEmpty,
                view.shape(i).contains(.hyphen) || Word.dashes.contains(view.key(i))
                    || ActorParser.and.contains(view.key(i))
                    || view.key(i) == Word.comma, name(endingAt: i - 1) != nil
            else { break }
            i -= 1
        }
        if actors.count >= 2 { return actors }
        return actors.isEmpty ? pronounBefore(i + 1) : []
    }

    /// "His meeting with the president never happened": who the sentence before is about.
    private func pronounBefore(_ token: Int) -> [Actor] {
        guard Self.hisHer.contains(view.key(token - 1)), groups.allSatisfy({ $0.tokens.lowerBound >= token }) else {
            return []
        }
        return [Actor(kind: .pronoun, tokens: token - 1..<token)]
    }

    private static let hisHer = Word.set("his her")

    private func groupEnding(at token: Int) -> ActorGroup? {
        guard let match = name(endingAt: token - 1) else { return nil }
        return ActorParser(view: view).group(at: match.tokens.lowerBound)
    }

    private func name(endingAt token: Int) -> NameMatch? { view.names.first { $0.tokens.upperBound == token + 1 } }

    private func isCompoundFiller(_ token: Int) -> Bool {
        let shape = view.shape(token)
        if shape.contains(.possessive) { return false }
        if shape.contains(.hyphen) { return view.shape(token - 1).contains(.word) && name(endingAt: token - 1) == nil }
        return shape.contains(.word) && !Word.determiners.contains(view.key(token))
            && !Self.oblique.contains(view.key(token))
            && view.cue(at: token)?.classes.contains { $0.isVerb || $0 == .say } != true && !view.isCapital(token)
            || shape.contains(.number)
    }

    private func compoundActor(_ match: NameMatch) -> Actor? {
        let persons = match.entries.filter { $0.kind == .person }
        if let mention = ActorParser(view: view).partyMention(match), persons.isEmpty || mention.use != .capital {
            var actor = Actor(kind: .party, tokens: match.tokens)
            actor.party = mention.party
            actor.partyUse = mention.use
            return actor
        }
        guard !persons.isEmpty else { return nil }
        var actor = Actor(kind: .person, tokens: match.tokens)
        actor.nameTokens = match.tokens
        actor.name = view.text.phrase(match.tokens)
        actor.candidates = persons.map(\.index)
        actor.familyOnly = persons.allSatisfy(\.isFamilyName)
        return actor
    }

    /// The verb that a noun is the object of: "held", "had", "took part in", within a few words before it.
    func governingVerb(before token: Int) -> Cue? {
        var i = token - 1
        let limit = max(view.range.lowerBound, token - 12)
        while i >= limit {
            if let cue = view.cues.last(where: { $0.tokens.upperBound == i + 1 }),
                cue.classes.contains(where: { $0 == .hold || $0 == .discuss }) && cue.form != .none
                    || cue.classes.contains(where: { $0 == .postponed || $0 == .cancelled || $0 == .suspended })
            {
                return cue
            }
            if Self.breaks.contains(view.key(i)) || Self.linkingVerbs.contains(view.key(i)) { return nil }
            i -= 1
        }
        return nil
    }

    static let linkingVerbs = Word.set("that which who said told")

    /// "the talks", "this meeting", "during the conversation": a noun that points to what is known.
    func isDefinite(_ cue: Cue) -> Bool {
        var i = cue.tokens.lowerBound - 1
        var steps = 0
        while i >= view.range.lowerBound, steps < 3 {
            if Self.definite.contains(view.key(i)) { return true }
            if Self.indefinite.contains(view.key(i)) { return false }
            guard view.shape(i).contains(.word), !view.isCapital(i) else { break }
            i -= 1
            steps += 1
        }
        return cue.tokens.lowerBound == view.range.lowerBound && cue.classes.contains { $0 == .talks } && !view.isTitle
    }

    static let definite = Word.set("the this that these those their its his her our")
    static let indefinite = Word.set("a an another any some no")
}
