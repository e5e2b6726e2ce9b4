import Codebook
import Diplomacy
import Language

/// Whether an act is told as done: its polarity and modality, as the words around it have them.
struct ActStatus: Equatable {
    var isNegated = false
    var modality = Modality.actual
    /// "will", "is to": somebody says so, and that is an event of its own.
    var isAnnounced = false

    var polarity: Polarity { isNegated ? .negated : .affirmed }

    /// What an operator makes of the act that it governs; that it was not said tells nothing of another's act that is
    /// only spoken of ("did not accuse them of").
    mutating func apply(_ act: Frame.Act, of speech: ActStatus, isSpokenOf: Bool) {
        if act.isNegated { isNegated.toggle() }
        if let modality = act.modality, modality != .actual { self.modality = modality }
        isAnnounced = false
        // "did not plan to", "may agree to": the speech's own doubt reaches the act
        if speech.modality != .actual, self.modality == .actual { modality = speech.modality }
        if speech.isNegated, act.modality != .denied, act.modality != .requested, !isSpokenOf { isNegated.toggle() }
        if speech.isNegated, act.modality == .denied { modality = .actual }
    }
}

/// Reads the status of verbs and nouns of one tree.
struct StatusOfActs {
    let tree: SentenceTree

    static let negations = Word.set("not n't never no neither nor nobody none nothing without hardly")
    static let planning = Word.set("will 'll shall wo")
    static let possible = Word.set("may might could can ca cannot")
    static let requested = Word.set("must should ought")
    static let conditional = Word.set("if unless should whether provided")
    static let past = Word.set(
        "said told announced declared stated confirmed reported added promised vowed pledged warned")
    static let doubts = Word.set("possibly perhaps maybe potentially")
    static let potential = Word.set(
        "possible potential planned proposed future threatened upcoming forthcoming prospective")
    static let plannedAdjectives = Word.set("planned upcoming forthcoming future scheduled proposed")
    static let go = Folding.key("go")
    static let have = Folding.key("have")
    static let would = Folding.key("would")
    static let whether = Folding.key("whether")

    /// The status of an act as it stands in its own clause and below what governs it, operators of the codebook apart.
    func status(of node: Int) -> ActStatus {
        tree.isVerb(node) || tree.child(of: node, .auxiliary) != nil ? verb(node) : noun(node)
    }

    private func verb(_ node: Int) -> ActStatus {
        var status = ActStatus()
        var clause = node
        // helpers of a verb that is joined to another stand before the first
        var isFirst = true
        for _ in 0..<6 {
            helpers(of: clause, isFirst: isFirst, &status)
            isFirst = false
            guard tree.relation(clause) == .conjunct, let first = tree.head(of: clause), tree.isPredicate(first),
                tree.child(of: clause, .subject) == nil,
                tree.child(of: clause, .auxiliary) == nil
            else { break }
            clause = first
        }
        frame(of: clause, &status)
        return status
    }

    private func helpers(of node: Int, isFirst: Bool, _ status: inout ActStatus) {
        for child in tree.children(of: node) {
            let key = tree.key(child)
            switch tree.relation(child) {
            case .auxiliary:
                if Self.planning.contains(key) {
                    status.modality = .planned
                    status.isAnnounced = true
                } else if Self.possible.contains(key) {
                    status.modality = .possible
                } else if Self.requested.contains(key) {
                    status.modality = .requested
                } else if key == Self.would {
                    status.modality = isReported(node) ? .planned : .conditional
                    status.isAnnounced = status.modality == .planned
                }
            case .adverb, .determiner:
                if Self.negations.contains(key) || isNoLonger(child) { status.isNegated = true }
                if Self.doubts.contains(key) { status.modality = .possible }
            case .mark:
                if key == Self.without, isFirst { status.isNegated = true }
            case .subject, .passiveSubject:
                if isFirst, isNone(child) { status.isNegated = true }
            case .adverbialClause:
                if let mark = mark(of: child), Self.conditional.contains(mark), mark != Self.whether,
                    status.modality != .actual
                {
                    status.modality = .conditional
                    status.isAnnounced = false
                }
            default: break
            }
        }
    }

    private func isNoLonger(_ adverb: Int) -> Bool {
        tree.key(adverb) == Self.longer && tree.children(of: adverb).contains { Self.negations.contains(tree.key($0)) }
    }

    private static let longer = Folding.key("longer")
    private static let without = Folding.key("without")

    /// "no party", "none of the states", "neither side"
    private func isNone(_ subject: Int) -> Bool {
        Self.negations.contains(tree.key(subject))
            || tree.children(of: subject).contains {
                tree.relation($0) == .determiner && Self.negations.contains(tree.key($0))
            }
    }

    private func mark(of clause: Int) -> UInt64? { tree.child(of: clause, .mark).map { tree.key($0) } }

    /// "said that it would": what was announced then.
    private func isReported(_ node: Int) -> Bool {
        guard let up = tree.head(of: node) else { return false }
        switch tree.relation(node) {
        case .clausalComplement, .parataxis:
            return tree.isVerb(up) && !tree.forms(up).isDisjoint(with: [.finite, .participle, .gerund])
        case .conjunct: return isReported(up)
        default:
            return tree.children(of: node).contains {
                tree.relation($0) == .parataxis && Self.past.contains(tree.key($0))
            }
        }
    }

    /// Conditions, purposes and "going to" above a clause.
    private func frame(of node: Int, _ status: inout ActStatus) {
        var clause = node
        for _ in 0..<8 {
            guard let up = tree.head(of: clause) else { break }
            switch tree.relation(clause) {
            case .adverbialClause:
                let mark = mark(of: clause)
                if let mark, Self.conditional.contains(mark) {
                    status.modality = mark == Self.whether ? .possible : .conditional
                    status.isAnnounced = false
                    return
                }
                if tree.hasTo(clause), status.modality == .actual { status.modality = .planned }
                return
            case .clausalComplement:
                if let mark = mark(of: clause), mark == Self.whether || mark == Self.ifWord {
                    status.modality = .possible
                    status.isAnnounced = false
                }
                return
            case .openComplement:
                guard tree.hasTo(clause) else { return }
                if tree.lemma(up) == Self.go, tree.forms(up).contains(.gerund) || tree.lemma(up) == Self.have {
                    status.modality = tree.lemma(up) == Self.go ? .planned : .requested
                    status.isAnnounced = tree.lemma(up) == Self.go
                    helpers(of: up, isFirst: false, &status)
                    return
                }
                if status.modality == .actual { status.modality = .planned }
                return
            case .clauseOfNoun:
                if tree.hasTo(clause), status.modality == .actual { status.modality = .planned }
                return
            case .root, .relative, .parataxis: return
            default: clause = up
            }
        }
    }

    private static let ifWord = Folding.key("if")

    private func noun(_ node: Int) -> ActStatus {
        var status = ActStatus()
        for child in tree.children(of: node) {
            let key = tree.key(child)
            switch tree.relation(child) {
            case .determiner, .adverb:
                if Self.negations.contains(key) { status.isNegated = true }
            case .adjective:
                if Self.plannedAdjectives.contains(key) {
                    status.modality = .planned
                } else if Self.potential.contains(key) {
                    status.modality = .possible
                }
            case .caseMark:
                if key == Self.without { status.isNegated = true }
            default: break
            }
        }
        return status
    }
}
