import Language

/// What a verb of a tree has for its subject, its objects and its obliques, whatever the order of words.
extension SentenceTree {
    static let passiveHelpers = Word.set("be is are was were been being get got gets getting gotten")
    static let relativePronouns = Word.set("who which that whom whose")
    static let pronouns = Word.set("he she it they we i you him her them us me")
    static let possessives = Word.set("his her its their our my your")

    // MARK: - Voice

    /// "was expelled", "diplomats expelled by": what acts is named after "by", what is acted upon is the subject.
    func isPassive(_ verb: Int) -> Bool {
        if child(of: verb, .passiveAuxiliary) != nil { return true }
        guard forms(verb).contains(.participle) else { return false }
        if child(of: verb, .passiveSubject) != nil {
            // without a helper it is a past tense that is taken for a participle: "the minister called for talks"
            return children(of: verb).contains { Self.passiveHelpers.contains(key($0)) || relation($0) == .agent }
        }
        switch relation(verb) {
        case .clauseOfNoun: return true
        case .adverbialClause, .conjunct, .openComplement, .clausalComplement, .relative:
            if children(of: verb).contains(where: { relation($0) == .auxiliary }) { return false }
            if relation(verb) == .conjunct, let first = head(of: verb), isVerb(first) {
                // a participle beside another shares its helper: "was arrested and charged", "has arrested and charged"
                if child(of: verb, .subject) == nil, child(of: verb, .object) == nil { return isPassive(first) }
                return false
            }
            return child(of: verb, .object) == nil && child(of: verb, .subject) == nil
        default: return false
        }
    }

    /// A past participle that modifies a noun: "the detained journalists".
    func isParticipleModifier(_ node: Int) -> Bool {
        relation(node) == .adjective && !forms(node).isDisjoint(with: [.participle, .past])
    }

    // MARK: - Arguments

    /// Who does what a verb tells; `nil` where the sentence does not say.
    func subject(of verb: Int) -> Int? {
        if isPassive(verb) { return agent(of: verb) }
        return activeSubject(of: verb, depth: 0)
    }

    /// What follows "by" in a passive.
    func agent(of verb: Int) -> Int? {
        let own = children(of: verb).first {
            (relation($0) == .agent || relation($0) == .oblique) && hasPreposition($0, [Word.by])
        }
        if let own { return own }
        // "was given to Paraguay by Taiwan": the agent may be read as a part of what stands before it
        for child in children(of: verb)
        where child > verb && (relation(child) == .oblique || relation(child) == .object) {
            if let by = children(of: child).first(where: { relation($0) == .nominal && preposition(of: $0) == Word.by })
            {
                return by
            }
        }
        // "was found guilty by the court", "was called a liar by Ankara"
        for child in children(of: verb) where relation(child) == .openComplement && !isVerb(child) {
            if let by = oblique(of: child, [Word.by]) { return by }
        }
        return child(of: verb, .agent)
    }

    /// The grammatical subject, or whoever it is understood to be.
    private func activeSubject(of verb: Int, depth: Int) -> Int? {
        guard depth < 8 else { return nil }
        if let own = children(of: verb).first(where: { relation($0) == .subject || relation($0) == .passiveSubject }) {
            return resolved(own, of: verb)
        }
        // "an official familiar with the matter said": the adjective may be read as the one that has the subject
        if let aside = children(of: verb).first(where: {
            relation($0) == .adverbialClause && $0 < verb && tagClass($0) == .adjective
        }), let subject = child(of: aside, .subject) {
            return subject
        }
        guard let head = head(of: verb) else { return nil }
        switch relation(verb) {
        case .conjunct:
            guard isPredicate(head) else { return nil }
            return isPassive(head)
                ? passiveSubject(of: head, depth: depth + 1) : activeSubject(of: head, depth: depth + 1)
        case .openComplement, .clausalComplement:
            // "ordered troops to attack": the object acts; "promised to attack": the subject does
            if relation(verb) == .openComplement,
                let object = children(of: head).first(where: { relation($0) == .object && $0 < verb }),
                !Self.subjectControl.contains(lemma(head))
            {
                return object
            }
            if isPassive(head) { return passiveSubject(of: head, depth: depth + 1) }
            return isPredicate(head) ? activeSubject(of: head, depth: depth + 1) : nil
        case .adverbialClause:
            // "accused Serbia of shelling", "kept him from leaving": the object acts
            if forms(verb).contains(.gerund), Self.controlling.contains(preposition(of: verb)),
                let object = objects(of: head).first(where: { $0 < verb })
            {
                return object
            }
            if isPassive(head) { return passiveSubject(of: head, depth: depth + 1) }
            return isPredicate(head) ? activeSubject(of: head, depth: depth + 1) : nil
        case .relative:
            return head
        case .clauseOfNoun:
            // "forces attacking Kyiv" act; of "a plan to attack" its owner does
            if forms(verb).contains(.gerund) { return head }
            return owner(of: head) ?? subjectAbove(head, depth: depth + 1)
        case .parataxis:
            return nil
        default:
            return nil
        }
    }

    /// Of "reached a deal to withdraw" whoever reached it.
    private func subjectAbove(_ noun: Int, depth: Int) -> Int? {
        guard let verb = head(of: noun), isVerb(verb), relation(noun) == .object || relation(noun) == .oblique else {
            return nil
        }
        return isPassive(verb) ? agent(of: verb) : activeSubject(of: verb, depth: depth)
    }

    private static let controlling = Word.set("of from for")
    private static let subjectControl = Word.set("promise threaten vow pledge swear offer refuse")

    /// What is acted upon in a passive: its subject, or the noun that it modifies.
    func passiveSubject(of verb: Int, depth: Int = 0) -> Int? {
        guard depth < 8 else { return nil }
        if let own = children(of: verb).first(where: { relation($0) == .passiveSubject || relation($0) == .subject }) {
            return resolved(own, of: verb)
        }
        guard let head = head(of: verb) else { return nil }
        switch relation(verb) {
        case .clauseOfNoun, .relative, .adjective: return head
        case .conjunct, .openComplement, .adverbialClause, .clausalComplement:
            guard isPredicate(head) else { return nil }
            return isPassive(head)
                ? passiveSubject(of: head, depth: depth + 1) : activeSubject(of: head, depth: depth + 1)
        default: return nil
        }
    }

    /// A form in -ing that stands where a noun does: "fighting between the two resumed".
    func isGerundNoun(_ node: Int) -> Bool {
        guard !forms(node).isDisjoint(with: [.gerund, .base]) else { return false }
        switch relation(node) {
        case .subject, .passiveSubject, .object, .oblique, .nominal: return true
        default: return children(of: node).contains { relation($0) == .determiner || relation($0) == .possessive }
        }
    }

    func isPredicate(_ node: Int) -> Bool {
        isVerb(node) || child(of: node, .subject) != nil || child(of: node, .copula) != nil
    }

    /// Whom a subject stands for: of "who" the noun before, of "it had" within a report whoever speaks.
    private func resolved(_ node: Int, of verb: Int) -> Int? {
        if Self.relativePronouns.contains(key(node)) {
            var clause = verb
            for _ in 0..<6 {
                if relation(clause) == .relative || relation(clause) == .clauseOfNoun { return head(of: clause) }
                guard let up = head(of: clause) else { break }
                clause = up
            }
            return node
        }
        guard Self.pronouns.contains(key(node)) else { return node }
        var clause = verb
        for _ in 0..<6 {
            guard let up = head(of: clause) else { return node }
            let isInside =
                relation(clause) == .clausalComplement || relation(clause) == .adverbialClause
                || relation(clause) == .openComplement || relation(clause) == .conjunct
                || relation(clause) == .parataxis
            if isInside, isVerb(up),
                let subject = children(of: up).first(where: {
                    relation($0) == .subject || relation($0) == .passiveSubject
                }), subject != node, !Self.pronouns.contains(key(subject)),
                !Self.relativePronouns.contains(key(subject))
            {
                return subject
            }
            clause = up
        }
        return node
    }

    /// Objects of a verb in the order of the text; of a passive its subject.
    func objects(of verb: Int) -> [Int] {
        var found = children(of: verb).filter { relation($0) == .object }
        if isPassive(verb) || isParticipleModifier(verb), let subject = passiveSubject(of: verb) {
            found.insert(subject, at: 0)
        }
        if let recipient = recipient(of: verb) { found.insert(recipient, at: 0) }
        if found.isEmpty, relation(verb) == .relative || relation(verb) == .clauseOfNoun, let head = head(of: verb),
            subject(of: verb).map({ $0 != head }) ?? false, !forms(verb).contains(.gerund), !hasTo(verb)
        {
            // "the plan that Ankara rejected"
            found.append(head)
        }
        if found.isEmpty, relation(verb) == .conjunct || hasConjunct(verb) {
            // "arrested and deported two reporters": the last of several verbs has the object of all
            found = sharedObjects(of: verb)
        }
        return found
    }

    /// "gave the athletes refuge", "found Uganda liable": who is given something or found so may be read as the subject of what
    /// stands behind; of "called the minister a liar" both as complements.
    private func recipient(of verb: Int) -> Int? {
        var complements: [Int] = []
        for child in children(of: verb) where child > verb && !isVerb(child) {
            guard relation(child) == .object || relation(child) == .openComplement else { continue }
            if let inner = children(of: child).first(where: { relation($0) == .subject && $0 > verb && $0 < child }) {
                return inner
            }
            if relation(child) == .openComplement { complements.append(child) }
        }
        return complements.count > 1 && child(of: verb, .object) == nil ? complements.first : nil
    }

    /// Whether a clause is an infinitive with "to".
    func hasTo(_ clause: Int) -> Bool {
        children(of: clause).contains { relation($0) == .mark && key($0) == Word.to }
    }

    private func hasConjunct(_ verb: Int) -> Bool {
        children(of: verb).contains { relation($0) == .conjunct && isVerb($0) }
    }

    private func sharedObjects(of verb: Int) -> [Int] {
        guard let next = children(of: verb).first(where: { relation($0) == .conjunct && isVerb($0) && $0 > verb }),
            child(of: next, .subject) == nil, !children(of: verb).contains(where: { relation($0) == .oblique })
        else { return [] }
        return children(of: next).filter { relation($0) == .object }
    }

    /// The preposition before a noun or a clause; 0 for none. Of "according to", "because of" the first word.
    func preposition(of node: Int) -> UInt64 {
        for child in children(of: node) where relation(child) == .caseMark || relation(child) == .mark {
            return key(child)
        }
        // "with Burkina Faso": it may hang on the first word of a name
        for child in children(of: node) where relation(child) == .compound && child < node {
            return self.child(of: child, .caseMark).map { key($0) } ?? 0
        }
        return 0
    }

    func hasPreposition(_ node: Int, _ wanted: [UInt64]) -> Bool {
        children(of: node).contains {
            (relation($0) == .caseMark || relation($0) == .mark) && wanted.contains(key($0))
                || relation($0) == .compound && $0 < node
                    && child(of: $0, .caseMark).map { wanted.contains(key($0)) } ?? false
        }
    }

    /// What hangs on a word with one of some prepositions.
    func oblique(of node: Int, _ prepositions: [UInt64]) -> Int? {
        children(of: node).first {
            (relation($0) == .oblique || relation($0) == .nominal || relation($0) == .agent)
                && hasPreposition($0, prepositions)
        }
    }

    /// Whose a thing is: "Ankara's claim", "the claim of Ankara", and by `adjective` "the Turkish claim".
    func owner(of noun: Int) -> Int? {
        if let own = child(of: noun, .possessive) { return own }
        let other = children(of: noun).first {
            relation($0) == .nominal && [Word.of, Word.by].contains(preposition(of: $0))
        }
        if let other { return other }
        // "a deadline set by the bloc"
        return children(of: noun).first { relation($0) == .clauseOfNoun && forms($0).contains(.participle) }
            .flatMap { agent(of: $0) }
    }

    /// Whom "its" and "their" before a noun mean: the subject of its clause, else of one above.
    func antecedent(of noun: Int) -> Int? {
        var clause = clause(of: noun)
        for _ in 0..<6 {
            let subject = children(of: clause).first { relation($0) == .subject || relation($0) == .passiveSubject }
            if let subject, !isBelow(noun, subject), !Self.pronouns.contains(key(subject)),
                !Self.relativePronouns.contains(key(subject))
            {
                return subject
            }
            guard let up = head(of: clause) else { return nil }
            clause = up
        }
        return nil
    }

    /// The words joined to one by "and", itself first.
    func joined(to node: Int) -> [Int] {
        var found = [node]
        for child in children(of: node) where relation(child) == .conjunct && !isVerb(child) { found.append(child) }
        return found
    }

    /// The verb of a word's clause; the highest word looked at where none is near.
    func clause(of node: Int) -> Int {
        var at = node
        for _ in 0..<6 {
            guard !isVerb(at), let up = head(of: at) else { break }
            at = up
        }
        return at
    }

    /// Whether a word stands below another, or is it.
    func isBelow(_ node: Int, _ top: Int) -> Bool {
        var at = node
        for _ in 0..<count {
            if at == top { return true }
            guard let up = head(of: at) else { return false }
            at = up
        }
        return false
    }
}
