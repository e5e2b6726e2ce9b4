import Codebook
import Diplomacy
import Language

/// Finds the events that one tree tells: patterns, what governs what, who acts on whom.
struct DraftReader {
    let tree: SentenceTree
    let patterns: EventPatterns
    private var matcher: PatternMatcher
    private let statuses: StatusOfActs
    /// The best match at each word, and what position it takes.
    private var matches: [Int: PatternMatch] = [:]
    private var positions: [Int: PatternMatch] = [:]
    /// The operator that governs an act.
    private var governors: [Int: Int] = [:]

    init(tree: SentenceTree, patterns: EventPatterns) {
        self.tree = tree
        self.patterns = patterns
        matcher = PatternMatcher(tree: tree)
        statuses = StatusOfActs(tree: tree)
    }

    /// The events in the order of the text, an act of speech before what it is about.
    mutating func drafts() -> [EventDraft] {
        find()
        govern()
        var drafts: [EventDraft] = []
        for node in matches.keys.sorted() {
            guard let match = matches[node] else { continue }
            let frame = match.pattern.frame
            let status = status(of: node, depth: 0)
            guard let type = type(of: match, frame) else { continue }
            var draft = EventDraft(match, match.pattern.pattern, frame, type: type)
            draft.status = status
            if let position = positions[node] {
                draft.topic = position.topic
                draft.stance = position.pattern.frame.stance
            }
            complete(&draft, match)
            if let speech = announcement(of: draft) { drafts.append(speech) }
            drafts.append(draft)
        }
        return drafts
    }

    /// Words of idioms, which tell no event.
    var idioms: [Int] { matches.filter { $0.value.pattern.frame.isIdiom }.keys.sorted() }

    // MARK: - Patterns

    /// Tries the patterns of every word, those for which the sentence has the words; hands each, with what it lacked, to
    /// `explain`, and then tries all.
    mutating func find(explain: ((EventPattern, Int, PatternMatcher.Missing?) -> Void)? = nil) {
        var words = WordFilter()
        for node in 0..<tree.count {
            words.insert(tree.key(node))
            if tree.tagClass(node).rawValue <= TagClass.adverb.rawValue { words.insert(tree.lemma(node)) }
        }
        var all: [PatternMatch] = []
        for node in 0..<tree.count {
            for candidate in candidates(at: node) {
                guard explain != nil || candidate.mayMatch(words) else { continue }
                var missing: PatternMatcher.Missing?
                let match = matcher.match(candidate, at: node, missing: &missing)
                explain?(candidate, node, missing)
                guard let match else { continue }
                if candidate.frame.stance != nil {
                    keep(match, in: &positions)
                } else {
                    all.append(match)
                }
            }
        }
        settle(all)
        for (node, position) in positions where matches[node] == nil { matches[node] = position }
        dropWords()
    }

    private func candidates(at node: Int) -> [EventPattern] {
        switch tree.tagClass(node) {
        case .verb:
            let verbs = patterns.patterns(verb: tree.lemma(node))
            // "fighting between" is a noun
            return tree.isGerundNoun(node) ? verbs + patterns.patterns(noun: tree.key(node)) : verbs
        case .noun, .name:
            let nouns = patterns.patterns(noun: tree.lemma(node))
            // "could torch farms" has a verb, whatever the tagger says
            return tree.child(of: node, .auxiliary) == nil ? nouns : nouns + patterns.patterns(verb: tree.lemma(node))
        case .adjective: return patterns.patterns(verb: tree.lemma(node))
        default: return []
        }
    }

    /// Of what matched at a word, keeps the best, but not what governs an act where the act is none: "quit the bloc" beside
    /// "quit talking", "exclude Guinea" beside "exclude talks".
    private mutating func settle(_ all: [PatternMatch]) {
        let heads = Set(all.filter { $0.pattern.frame.type != nil }.map(\.node))
        var thin: [PatternMatch] = []
        for match in all {
            switch grip(of: match, heads) {
            case .none: continue
            case .thin: thin.append(match)
            case .firm: keep(match, in: &matches)
            }
        }
        for match in thin where matches[match.node] == nil { keep(match, in: &matches) }
    }

    /// How well a match stands by what it governs.
    private enum Grip {
        case none, thin, firm
    }

    private func grip(of match: PatternMatch, _ heads: Set<Int>) -> Grip {
        let frame = match.pattern.frame
        if frame.isIdiom { return .firm }
        guard frame.act != nil, let act = match.act else { return frame.type == nil ? .none : .firm }
        if heads.contains(act) { return .firm }
        if frame.type == nil { return .none }
        return tree.isPredicate(act) ? .firm : .thin
    }

    /// "lifted its ban", "pledged its support": what is done to the thing that a noun names tells more than the noun.
    private mutating func dropWords() {
        for node in matches.keys.sorted() {
            guard let match = matches[node], !match.pattern.pattern.isNoun, match.pattern.frame.act == nil else {
                continue
            }
            for word in match.words {
                guard let noun = matches[word], noun.pattern.pattern.isNoun, noun.act == nil else { continue }
                // "Taiwan's offer was welcomed by": another's act is one of its own
                let isAnothers = noun.source.map {
                    $0 != match.source && !SentenceTree.possessives.contains(tree.key($0))
                }
                if isAnothers != true { matches[word] = nil }
            }
        }
    }

    /// Keeps the better match at a word: the heavier, of equals an idiom, then the one whose pattern comes first.
    private func keep(_ match: PatternMatch, in found: inout [Int: PatternMatch]) {
        if let known = found[match.node],
            known.weight > match.weight || known.weight == match.weight && !match.pattern.frame.isIdiom
        {
            return
        }
        found[match.node] = match
    }

    // MARK: - What governs what

    private mutating func govern() {
        // in the order of the text, so that of two that govern one act the later always wins
        for node in matches.keys.sorted() {
            guard let match = matches[node], let act = match.act else { continue }
            for head in [act] + acts(joinedTo: act) where head != node && matches[head] != nil {
                governors[head] = node
            }
            // "threatened to hold talks on ..." is said of the noun within a light verb too; "agreed on a visit"
            if matches[act] == nil, !tree.isVerb(act) {
                for child in tree.children(of: act) where matches[child] != nil && tree.relation(child) == .compound {
                    governors[child] = node
                }
            }
        }
    }

    private func acts(joinedTo act: Int) -> [Int] {
        tree.children(of: act).filter { tree.relation($0) == .conjunct }
    }

    /// The status of an act, as its own clause and everything that governs it have it.
    private func status(of node: Int, depth: Int) -> ActStatus {
        var status = statuses.status(of: node)
        guard depth < 6, let governor = governors[node], let match = matches[governor],
            let act = match.pattern.frame.act
        else { return status }
        // the infinitive belongs to the operator
        if status.modality == .planned || status.isAnnounced { status.modality = .actual }
        status.apply(
            act, of: self.status(of: governor, depth: depth + 1), isSpokenOf: match.pattern.frame.type == .accuse)
        return status
    }

    /// The type of a match; of an operator by what it governs; `nil` where the frame is no event.
    private func type(of match: PatternMatch, _ frame: Frame) -> EventType? {
        guard let type = frame.type, let hostile = frame.hostile, let act = match.act else { return frame.type }
        let governed = ([act] + acts(joinedTo: act)).lazy.compactMap { self.deed($0, depth: 0) }.first
        guard let governed else { return type }
        return governed.quad.isConflict && governed != .request ? hostile : type
    }

    /// The type of what is done at a word, through what only begins or tries it ("threatened to begin bombing").
    private func deed(_ node: Int, depth: Int) -> EventType? {
        guard depth < 4, let match = matches[node] else { return nil }
        return match.pattern.frame.type ?? match.act.flatMap { deed($0, depth: depth + 1) }
    }

    // MARK: - Who

    /// Fills what the pattern left open from the act that is governed, and from the clause.
    private func complete(_ draft: inout EventDraft, _ match: PatternMatch) {
        if draft.source == nil, !match.pattern.pattern.isNoun, !tree.isPassive(match.node) {
            draft.source = tree.subject(of: match.node)
        }
        if let source = draft.source, SentenceTree.possessives.contains(tree.key(source)) {
            // "postponed its talks"
            draft.source = verb(above: match.node).flatMap { tree.subject(of: $0) }
        }
        if let governor = governors[match.node], let speech = matches[governor] { address(&draft, speech) }
        if draft.source == draft.target { draft.target = nil }
        guard draft.target == nil, !draft.isMutual else { return }
        if let act = match.act {
            draft.target = target(ofAct: act, speaker: draft.source, depth: 0)
        }
    }

    /// "called on Eritrea to release": who is asked or allowed to, does it; "warned Georgia that it might suspend aid": whom
    /// somebody speaks to, his own act concerns.
    private func address(_ draft: inout EventDraft, _ speech: PatternMatch) {
        guard let addressed = speech.target, addressed != draft.source, let act = speech.pattern.frame.act else {
            return
        }
        let hasSubject = tree.children(of: draft.node).contains {
            tree.relation($0) == .subject || tree.relation($0) == .passiveSubject
        }
        if tree.isVerb(draft.node), !hasSubject, act.modality == .requested || act.modality == .possible {
            draft.source = addressed
        } else if draft.target == nil, !draft.isMutual, draft.source == speech.source {
            draft.target = addressed
        }
    }

    private func verb(above node: Int) -> Int? {
        var at = tree.head(of: node)
        for _ in 0..<6 {
            guard let up = at, !tree.isVerb(up) else { return at }
            at = tree.head(of: up)
        }
        return nil
    }

    /// Whom an act concerns that somebody speaks of: who does it, unless the speaker does; else whom it is done to.
    private func target(ofAct act: Int, speaker: Int?, depth: Int) -> Int? {
        guard depth < 4 else { return nil }
        if let governed = matches[act] {
            let doer = governed.source ?? (tree.isVerb(act) && !tree.isPassive(act) ? tree.subject(of: act) : nil)
            if let doer, doer != speaker, !isPronoun(doer) { return doer }
            if let target = governed.target, target != speaker { return target }
            if let next = governed.act { return target(ofAct: next, speaker: speaker, depth: depth + 1) }
        }
        if tree.isVerb(act) {
            if !tree.isPassive(act), let doer = tree.subject(of: act), doer != speaker, !isPronoun(doer) { return doer }
            let recipient = tree.children(of: act).first {
                tree.relation($0) == .oblique && tree.tagClass($0) == .name && $0 != speaker
            }
            return recipient ?? tree.objects(of: act).first { $0 != speaker }
        }
        return tree.owner(of: act)
    }

    /// "it", "its army": the speaker.
    private func isPronoun(_ node: Int) -> Bool {
        SentenceTree.pronouns.contains(tree.key(node))
            || tree.child(of: node, .possessive).map { SentenceTree.possessives.contains(tree.key($0)) } ?? false
    }

    // MARK: - Announcements

    /// What is said by announcing an act: of cooperation AGREE, of conflict THREATEN, that it will not be done REJECT.
    private func announcement(of draft: EventDraft) -> EventDraft? {
        guard draft.status.isAnnounced, draft.status.modality == .planned, draft.source != nil || draft.isMutual else {
            return nil
        }
        switch draft.type {
        case .agree, .threaten, .reject: return nil
        default: break
        }
        let isHostile = draft.type.quad.isConflict && draft.type != .request
        if isHostile, draft.status.isNegated { return nil }
        let type: EventType = isHostile ? .threaten : draft.status.isNegated ? .reject : .agree
        var speech = EventDraft(type: type, node: draft.node, rule: draft.rule)
        speech.cameo = type.cameo
        speech.source = draft.source
        speech.target = draft.target
        speech.isMutual = draft.isMutual
        speech.contexts = draft.contexts
        speech.weight = draft.weight
        speech.isAnnouncement = true
        return speech
    }
}
