import Codebook
import Diplomacy
import Language

/// A pattern found in a tree, with the words that fill its slots.
struct PatternMatch {
    var pattern: EventPattern
    /// The verb or noun that the pattern is built around.
    var node: Int
    var source: Int?
    var target: Int?
    /// Whether source and target are several that act on each other.
    var isMutual = false
    var topic: Int?
    var place: Int?
    /// The head of the clause or noun that is the governed act.
    var act: Int?
    /// Words of the pattern's own beside its head: the support that is given, the ban that is lifted.
    var words: [Int] = []
    /// Words and filled slots: of several patterns for one word the one with more is taken.
    var weight: Int
}

/// Matches patterns on one tree, the patterns of one word after the other.
struct PatternMatcher {
    let tree: SentenceTree
    /// What all patterns of the word ask for: who does it, and what is done to.
    private var node = -1
    private var subject: Int?
    private var objects: [Int] = []
    private var isPassive = false

    init(tree: SentenceTree) { self.tree = tree }

    /// Looks up what the patterns of a word ask for.
    private mutating func turn(to node: Int) {
        guard node != self.node else { return }
        self.node = node
        isPassive = tree.isPassive(node) || tree.isParticipleModifier(node)
        subject = isPassive ? tree.agent(of: node) : tree.subject(of: node)
        objects = tree.objects(of: node)
    }

    /// The match of a pattern around a word; `nil` with the element that was missing in `missing`.
    mutating func match(_ candidate: EventPattern, at node: Int, missing: inout Missing?) -> PatternMatch? {
        let pattern = candidate.pattern
        // "Fighting resumed" is looked up as it is written
        let lemma = pattern.isNoun && tree.isVerb(node) ? tree.key(node) : tree.lemma(node)
        guard let hasMore = particle(pattern, lemma, node) else {
            missing = .particle
            return nil
        }
        turn(to: node)
        var match = PatternMatch(pattern: candidate, node: node, weight: hasMore ? 12 : 10)
        if pattern.isNoun {
            guard fillOwner(pattern, node, &match) else {
                missing = .owner
                return nil
            }
        } else if let slot = pattern.subject {
            guard fillSubject(slot, &match) else {
                missing = .subject
                return nil
            }
        }
        var cursor = Cursor(node: node)
        if let source = match.source { cursor.use(source) }
        cursor.begin()
        var i = 0
        while i < pattern.elements.count {
            if !fill(pattern, i, &cursor, &match), !pattern.elements[i].isOptional {
                missing = .element(i)
                return nil
            }
            i += 1
        }
        return match
    }

    /// What a text lacked for a pattern to match.
    enum Missing: Equatable {
        case particle, owner, subject
        /// An element, by its place.
        case element(Int)
    }

    /// Where the matching stands: the object named last, and the words that are taken.
    private struct Cursor {
        let node: Int
        var object: Int?
        private var used = SIMD8<Int32>(repeating: -1)
        private var count = 0
        /// How many words were taken before the elements.
        private var before = 0

        init(node: Int) { self.node = node }

        /// Takes a word; a pattern has fewer than eight.
        mutating func use(_ word: Int) {
            used[count & 7] = Int32(word)
            count += 1
        }

        /// From here on elements take words.
        mutating func begin() { before = count }

        func isFree(_ word: Int) -> Bool {
            !any(used .== SIMD8(repeating: Int32(word)))
        }

        /// Where the next element may hang: on the object named last, on one before it, else on the head.
        func first<Found>(_ find: (Int) -> Found?) -> Found? {
            if let object, let found = find(object) { return found }
            for i in (before..<max(min(count, 8), before)).reversed() where Int(used[i]) != object {
                if let found = find(Int(used[i])) { return found }
            }
            return find(node)
        }
    }

    /// Whether the head has a particle or a modifier beside it; `nil` where one is wanted and is not there.
    private func particle(_ pattern: Pattern, _ lemma: UInt64, _ node: Int) -> Bool? {
        var hasBare = false
        for head in pattern.heads where self.is(node, lemma, head.word) {
            if head.particle == 0 {
                hasBare = !isPhrasal(node, pattern)
                if head.word.modifier != 0 { return true }
            } else if tree.children(of: node).contains(where: { child in
                tree.key(child) == head.particle
                    && (tree.relation(child) == .particle || tree.relation(child) == .adverb
                        || tree.relation(child) == .oblique)
                    || tree.relation(child) == .oblique && tree.hasPreposition(child, [head.particle])
            }) {
                return true
            }
        }
        return hasBare ? false : nil
    }

    /// "called off", "summoned up": a verb of another meaning, unless the particle is the pattern's preposition ("call on").
    private func isPhrasal(_ verb: Int, _ pattern: Pattern) -> Bool {
        guard !pattern.isNoun, let particle = tree.child(of: verb, .particle) else { return false }
        return !pattern.elements.contains { $0.prepositions.contains(tree.key(particle)) }
    }

    // MARK: - Before the head

    private func fillSubject(_ slot: Pattern.Slot, _ match: inout PatternMatch) -> Bool {
        if isPassive {
            // who acts need not be named
            guard let agent = subject else { return slot == .source || slot == .thing }
            return put(agent, in: slot, &match)
        }
        guard let subject else {
            // an infinitive may leave open who acts: "plans to lift"
            return slot == .source && match.pattern.pattern.elements.contains { $0.slot != nil }
        }
        if slot == .both {
            guard tree.joined(to: subject).count > 1 || isPlural(subject) else { return false }
        }
        return put(subject, in: slot, &match)
    }

    private func isPlural(_ node: Int) -> Bool {
        tree.forms(node).contains(.plural) || tree.key(node) == Self.they
    }

    private static let they = Folding.key("they")

    /// The owner before a noun: "Israel's raid", "the Israeli raid", "a raid by Israel", "the raid of Israel".
    private func fillOwner(_ pattern: Pattern, _ noun: Int, _ match: inout PatternMatch) -> Bool {
        guard let slot = pattern.subject else { return true }
        if let own = tree.child(of: noun, .possessive), put(own, in: slot, &match) { return true }
        if let by = tree.oblique(of: noun, [Word.by]), put(by, in: slot, &match) { return true }
        let named = tree.children(of: noun).first {
            (tree.relation($0) == .adjective || tree.relation($0) == .compound) && $0 < noun
                && [.adjective, .name, .noun].contains(tree.tagClass($0)) && isCapital($0)
        }
        return named.map { put($0, in: slot, &match) } ?? false
    }

    private func isCapital(_ node: Int) -> Bool {
        tree.text.tokens[tree.token(of: node)].has(.capital)
    }

    private func put(_ node: Int, in slot: Pattern.Slot, _ match: inout PatternMatch) -> Bool {
        switch slot {
        case .source, .target, .both, .place: if isTime(node) { return false }
        default: break
        }
        switch slot {
        case .source: match.source = node
        case .target: match.target = node
        case .both:
            match.source = node
            match.isMutual = true
        case .topic: match.topic = node
        case .place: match.place = node
        case .act: match.act = node
        case .thing: break
        }
        match.weight += slot == .thing ? 0 : slot == .both && tree.joined(to: node).count > 1 ? 2 : 1
        return true
    }

    /// "on Tuesday", "in July", "for a year"
    private func isTime(_ node: Int) -> Bool {
        Word.months.contains(tree.key(node)) || Self.times.contains(tree.lemma(node))
            || tree.tagClass(node) == .number
    }

    private static let times = Word.set(
        """
        day week month year decade century hour minute morning afternoon evening night weekend today yesterday tomorrow time
        dawn midnight noon summer winter spring autumn while moment
        """)

    // MARK: - Behind the head

    private func fill(_ pattern: Pattern, _ i: Int, _ cursor: inout Cursor, _ match: inout PatternMatch) -> Bool {
        let element = pattern.elements[i]
        if element.slot == .act { return fillAct(element, &cursor, &match) }
        if element.isOwner { return fillOwnerOfNext(pattern, i, &cursor, &match) }
        if let recipient = recipient(pattern, i) {
            cursor.use(recipient)
            match.weight += 3
            return put(recipient, in: .target, &match)
        }
        guard let node = element.prepositions.isEmpty ? object(pattern, element, cursor) : oblique(element, cursor)
        else {
            return false
        }
        cursor.use(node)
        cursor.object = node
        match.weight += element.prepositions.isEmpty ? 0 : 2
        guard let slot = element.slot else {
            match.weight += 3
            match.words.append(node)
            return true
        }
        // "drills with Japan": one alone does nothing together
        if slot == .both, tree.joined(to: node).count < 2, !isPlural(node) { return false }
        return put(node, in: slot, &match)
    }

    /// An object of the head that fits and is not taken; of a noun pattern, a noun before it.
    private func object(_ pattern: Pattern, _ element: Pattern.Element, _ cursor: Cursor) -> Int? {
        guard !pattern.isNoun else {
            return tree.children(of: cursor.node).first { child in
                tree.relation(child) == .compound && fits(child, element)
            }
        }
        if element.words.isEmpty { return objects.first(where: cursor.isFree) }
        if let last = cursor.object, let adjective = complement(of: last, element) { return adjective }
        for object in objects where cursor.isFree(object) {
            if let found = tree.joined(to: object).first(where: { fits($0, element) }) { return found }
        }
        // "is under investigation", "go on strike" are prepositions; "remain silent", "stand ready" are complements
        return tree.children(of: cursor.node).first {
            (tree.relation($0) == .openComplement || tree.relation($0) == .adverb || tree.relation($0) == .oblique)
                && fits($0, element) && cursor.isFree($0)
        }
    }

    /// "take the farmers hostage", "give the Red Cross access": the first of two objects may be read as a part of the second.
    private func recipient(_ pattern: Pattern, _ i: Int) -> Int? {
        let element = pattern.elements[i]
        guard element.slot == .target, element.prepositions.isEmpty, !pattern.isNoun, !isPassive,
            i + 1 < pattern.elements.count
        else { return nil }
        let next = pattern.elements[i + 1]
        guard next.slot == nil, next.prepositions.isEmpty, let thing = objects.first(where: { fits($0, next) }) else {
            return nil
        }
        return tree.children(of: thing).first {
            tree.relation($0) == .compound && $0 < thing && (isCapital($0) || isPlural($0))
        }
    }

    /// "held Tehran responsible": the complement may be read as the object's adjective.
    private func complement(of object: Int, _ element: Pattern.Element) -> Int? {
        tree.children(of: object).first { $0 > object && tree.relation($0) == .adjective && fits($0, element) }
    }

    private func fits(_ node: Int, _ element: Pattern.Element) -> Bool {
        if element.words.isEmpty { return true }
        let lemma = tree.lemma(node)
        return element.words.contains { self.is(node, lemma, $0) }
    }

    /// Whether a word is the one of a pattern: by its lemma, with the word before it where the pattern names one.
    private func `is`(_ node: Int, _ lemma: UInt64, _ word: Pattern.Lexeme) -> Bool {
        if lemma == word.whole { return true }
        guard word.modifier != 0, lemma == word.lemma else { return false }
        return tree.children(of: node).contains { tree.key($0) == word.modifier || tree.lemma($0) == word.modifier }
    }

    private func oblique(_ element: Pattern.Element, _ cursor: Cursor) -> Int? {
        let found = cursor.first { node in
            tree.children(of: node).first { child in
                let relation = tree.relation(child)
                return
                    (relation == .oblique || relation == .nominal || relation == .agent
                    || relation == .adverbialClause && !element.words.isEmpty)
                    && tree.hasPreposition(child, element.prepositions) && fits(child, element) && cursor.isFree(child)
            }
        }
        if let found { return found }
        // "was discussed by Uganda with Egypt": it may hang on the agent
        if isPassive, let agent = subject, !element.prepositions.contains(Word.of),
            let behind = tree.oblique(of: agent, element.prepositions), fits(behind, element), cursor.isFree(behind)
        {
            return behind
        }
        // "gas deliveries": what "of" would stand before may stand before the noun
        if element.prepositions == [Word.of], !element.words.isEmpty, let object = cursor.object {
            return tree.children(of: object).first {
                tree.relation($0) == .compound && fits($0, element) && cursor.isFree($0)
            }
        }
        // "call on Iran" may be read as a verb with its particle and an object
        if element.words.isEmpty,
            tree.children(of: cursor.node).contains(where: {
                (tree.relation($0) == .particle || tree.relation($0) == .adverb)
                    && element.prepositions.contains(tree.key($0))
            })
        {
            return objects.first(where: cursor.isFree)
        }
        return nil
    }

    /// "TARGET's THING", "TARGET's claim": the owner of the object.
    private func fillOwnerOfNext(
        _ pattern: Pattern, _ i: Int, _ cursor: inout Cursor, _ match: inout PatternMatch
    ) -> Bool {
        guard let slot = pattern.elements[i].slot, i + 1 < pattern.elements.count else { return false }
        let next = pattern.elements[i + 1]
        guard let object = next.prepositions.isEmpty ? object(pattern, next, cursor) : oblique(next, cursor),
            let owner = tree.owner(of: object)
                ?? tree.children(of: object).first(where: {
                    (tree.relation($0) == .adjective || tree.relation($0) == .compound) && isCapital($0)
                })
        else { return false }
        return put(owner, in: slot, &match)
    }

    // MARK: - Acts

    /// The clause or noun of the governed act.
    private func fillAct(_ element: Pattern.Element, _ cursor: inout Cursor, _ match: inout PatternMatch) -> Bool {
        let act = cursor.first { node in tree.children(of: node).first { isAct($0, element, of: node) } }
        guard let act else { return false }
        match.act = act
        match.weight += element.mark == .none && element.prepositions.isEmpty ? 1 : 3
        return true
    }

    private func isAct(_ child: Int, _ element: Pattern.Element, of node: Int) -> Bool {
        let relation = tree.relation(child)
        switch element.mark {
        case .to:
            let isClause =
                relation == .openComplement || relation == .clauseOfNoun || relation == .adverbialClause
                || relation == .clausalComplement
            return isClause
                && tree.children(of: child).contains {
                    (tree.relation($0) == .mark || tree.relation($0) == .caseMark) && tree.key($0) == Word.to
                }
        case .that:
            return relation == .clausalComplement || relation == .clauseOfNoun && child > node
        case .none where !element.prepositions.isEmpty:
            return
                (relation == .adverbialClause || relation == .oblique || relation == .nominal
                || relation == .openComplement
                || relation == .clauseOfNoun) && tree.hasPreposition(child, element.prepositions)
        case .none:
            if relation == .openComplement || relation == .clausalComplement { return child > node }
            if relation == .adverbialClause {
                return child > node && tree.forms(child).contains(.gerund) && tree.preposition(of: child) == 0
            }
            return relation == .object && child > node
        }
    }
}
