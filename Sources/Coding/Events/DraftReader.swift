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
                draft.stance = stance(position)
            }
            complete(&draft, match)
            if let speech = announcement(of: draft) { drafts.append(speech) }
            drafts.append(draft)
        }
        return drafts
    }

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
                if candidate.frame.isPosition {
                    keep(match, in: &positions)
                } else {
                    all.append(match)
                }
            }
        }
        settle(all)
        for (node, position) in positions where matches[node] == nil { matches[node] = position }
    }

    private func candidates(at node: Int) -> [EventPattern] {
        switch tree.tagClass(node) {
        case .verb:
            let verbs = patterns.patterns(verb: tree.lemma(node))
            // "fighting between" is a noun
            return tree.isGerundNoun(node) ? verbs + patterns.patterns(noun: tree.key(node)) : verbs
        case .noun, .name: return patterns.patterns(noun: tree.lemma(node))
        case .adjective: return patterns.patterns(verb: tree.lemma(node))
        default: return []
        }
    }

    /// Of what matched at a word, drops what only changes an act where the act is none: "quit the bloc" beside "quit talking".
    private mutating func settle(_ all: [PatternMatch]) {
        let heads = Set(all.filter { $0.pattern.frame.type != nil }.map(\.node))
        for match in all {
            let isIdle = match.pattern.frame.type == nil && !(match.act.map { heads.contains($0) } ?? false)
            if !isIdle { keep(match, in: &matches) }
        }
    }

    /// Keeps the better match at a word: the heavier, then the one whose pattern comes first.
    private func keep(_ match: PatternMatch, in found: inout [Int: PatternMatch]) {
        if let known = found[match.node], known.weight >= match.weight { return }
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
        status.apply(act, of: self.status(of: governor, depth: depth + 1))
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

    private func stance(_ match: PatternMatch) -> Stance? {
        switch match.pattern.frame.name {
        case "position-support": .supports
        case "position-oppose": .opposes
        case "position-reject": .rejects
        case "position-call-for": .callsFor
        case "position-condemn": .condemns
        default: nil
        }
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
        if draft.source == draft.target { draft.target = nil }
        guard draft.target == nil, !draft.isMutual else { return }
        if let act = match.act {
            draft.target = target(ofAct: act, speaker: draft.source, depth: 0)
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
            if let doer, doer != speaker, !SentenceTree.pronouns.contains(tree.key(doer)) { return doer }
            if let target = governed.target, target != speaker { return target }
            if let next = governed.act { return target(ofAct: next, speaker: speaker, depth: depth + 1) }
        }
        if tree.isVerb(act) {
            if !tree.isPassive(act), let doer = tree.subject(of: act), doer != speaker,
                !SentenceTree.pronouns.contains(tree.key(doer))
            {
                return doer
            }
            let recipient = tree.children(of: act).first {
                tree.relation($0) == .oblique && tree.tagClass($0) == .name && $0 != speaker
            }
            return recipient ?? tree.objects(of: act).first { $0 != speaker }
        }
        return tree.owner(of: act)
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
        return speech
    }
}
