import Language

// "During the conversation, A thanked B", "opening talks with B, A said": who took part, by the tree.
extension SentenceTree {
    /// The words that take part in what happens about a noun: the subject of its verb, or of the verb that this one depends
    /// on, and where the noun is a setting ("during the talks") the objects and those to whom something is said.
    func participants(about tokens: Range<Int>) -> (subject: Int, others: [Int])? {
        guard var node = node(of: tokens) else { return nil }
        while relation(node) == .nominal, let head = head(of: node), Self.partsOfTime.contains(key(head)) {
            node = head
        }
        guard let verb = head(of: node), isVerb(verb) else { return nil }
        switch relation(node) {
        case .oblique:
            let preposition = child(of: node, .caseMark).map(key) ?? 0
            guard Self.settings.contains(preposition), let subject = child(of: verb, .subject) else { return nil }
            let others = children(of: verb).filter { other in
                switch relation(other) {
                case .object: true
                case .oblique: child(of: other, .caseMark).map { Self.recipients.contains(key($0)) } ?? false
                default: false
                }
            }
            return (subject, others)
        case .object:
            if let subject = child(of: verb, .subject) { return isBroughtUp(by: verb) ? nil : (subject, []) }
            // "opening talks with B, A said"
            guard relation(verb) == .adverbialClause, let main = head(of: verb),
                let subject = child(of: main, .subject)
            else { return nil }
            return (subject, [])
        default: return nil
        }
    }

    /// "Opening the meeting, A said", "at the beginning of the talks A noted": what is the setting of something done took
    /// place, whatever is said there of the future.
    func isSettingOfDeed(_ tokens: Range<Int>) -> Bool {
        guard var node = node(of: tokens) else { return false }
        while relation(node) == .nominal, let head = head(of: node), Self.partsOfTime.contains(key(head)) {
            node = head
        }
        guard var verb = head(of: node), isVerb(verb) else { return false }
        switch relation(node) {
        case .oblique:
            guard let preposition = child(of: node, .caseMark).map(key), Self.settings.contains(preposition),
                preposition != Self.before
            else { return false }
        case .object:
            guard Self.opens.contains(key(verb)), relation(verb) == .adverbialClause, let main = head(of: verb) else {
                return false
            }
            verb = main
        default: return false
        }
        return Self.past.contains(key(verb))
            && (child(of: verb, .subject) != nil || child(of: verb, .passiveSubject) != nil)
    }

    private static let before = Folding.key("before")
    private static let opens = Word.set("opening beginning starting closing concluding")
    /// What people do at a meeting, told as done.
    private static let past = Word.set(
        """
        said noted stressed told thanked emphasised emphasized underlined underscored pointed added expressed recalled
        reiterated reaffirmed confirmed informed briefed proposed suggested agreed discussed exchanged stated spoke praised
        welcomed congratulated offered wished condemned urged asked invited raised conveyed assured outlined described
        """)

    /// The subjects of the clauses that a word stands in, the innermost first.
    func subjects(above tokens: Range<Int>) -> [Int] {
        guard var node = node(of: tokens) else { return [] }
        var found: [Int] = []
        while let head = head(of: node) {
            if let subject = child(of: head, .subject) ?? child(of: head, .passiveSubject), subject != node {
                found.append(subject)
            }
            node = head
        }
        return found
    }

    private static let partsOfTime = Word.set("course beginning start end opening conclusion time")
    private static let settings = Word.set("during in at after following before throughout")
    private static let recipients = Word.set("to with")
}

extension ClauseReader {
    /// "his talks with B": the person who is the subject of the clause, or of the one around it.
    func owner(of cue: Cue) -> [Actor] {
        guard let tree = view.runningTree, let noun = tree.node(of: cue.tokens),
            let possessor = tree.child(of: noun, .possessive), Word.possessivePronouns.contains(tree.key(possessor))
        else { return [] }
        for node in tree.subjects(above: cue.tokens) {
            let actors = actors(at: node, of: tree, beside: cue)
            if actors.contains(where: { $0.kind == .person }) { return actors }
        }
        return []
    }

    /// Those who take part in what happens about a noun, by the tree: at least two persons and offices where the noun stands
    /// alone, else the one who is the subject.
    func participants(about cue: Cue, alone: Bool) -> [Actor] {
        guard let tree = view.runningTree, let found = tree.participants(about: cue.tokens) else { return [] }
        let others = alone ? found.others.flatMap { actors(at: $0, of: tree, beside: cue) } : []
        let all =
            actors(at: found.subject, of: tree, beside: cue)
            + others.filter { $0.kind == .person || $0.kind == .office }
        return all.count >= (alone ? 2 : 1) ? all : []
    }

    /// The actors of the group that a word of the tree heads; none where the group takes the cue in.
    private func actors(at node: Int, of tree: SentenceTree, beside cue: Cue) -> [Actor] {
        groups.first { tree.node(of: $0.tokens) == node && !$0.tokens.overlaps(cue.tokens) }?.actors ?? []
    }
}
