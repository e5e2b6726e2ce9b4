import Diplomacy
import Language
import Lexicon

/// Names the actors of one sentence's tree: the words of a phrase, and whom they mean on the day.
final class EventActors {
    let tree: SentenceTree
    private let scan: Scan
    private let classes: CueClasses
    private let day: Day
    private var known: [Int: EventActor?] = [:]
    /// Phrases of things whose party is only that of the place where they are.
    private var placed: [Span] = []
    private let names: [NameMatch]

    init(tree: SentenceTree, view: SentenceView, classes: CueClasses, day: Day) {
        self.tree = tree
        scan = view.scan
        names = view.names
        self.classes = classes
        self.day = day
    }

    /// The actor that a word heads; `nil` where the phrase is a pronoun or nobody is named.
    func actor(at node: Int) -> EventActor? {
        if let found = known[node] { return found }
        let found = read(node)
        known[node] = .some(found)
        return found
    }

    private func read(_ node: Int) -> EventActor? {
        guard !SentenceTree.pronouns.contains(tree.key(node)), !SentenceTree.relativePronouns.contains(tree.key(node)),
            !SentenceTree.possessives.contains(tree.key(node)), !StatusOfActs.negations.contains(tree.key(node))
        else { return nil }
        let tokens = phrase(of: node)
        guard !tokens.isEmpty else { return nil }
        var (actor, isOnlyPlace) = identified(tokens)
        if actor.party == nil, let its = tree.child(of: node, .possessive),
            SentenceTree.possessives.contains(tree.key(its)), let owner = tree.antecedent(of: node)
        {
            actor.party = self.actor(at: owner)?.party
        }
        if isOnlyPlace, isThing(tokens, headedBy: node) {
            actor.sector = nil
            placed.append(actor.span)
        }
        return actor
    }

    /// Whether an actor is no more than a thing somewhere: "a beach in Malta".
    func isPlaced(_ actor: EventActor) -> Bool { placed.contains(actor.span) }

    /// "a beach in Malta": nothing else in the phrase names a party.
    private func isThing(_ tokens: Range<Int>, headedBy node: Int) -> Bool {
        guard tree.tagClass(node) == .noun,
            let place = tree.children(of: node).first(where: {
                tree.relation($0) == .nominal && tree.hasPreposition($0, [Self.in])
            })
        else { return false }
        let inside = phrase(of: place)
        return names.allSatisfy { match in
            !match.has(.party) && !match.has(.place) || inside.overlaps(match.tokens)
                || !tokens.overlaps(match.tokens)
        }
    }

    private static let `in` = Folding.key("in")
    private static let comma = Folding.key(",")

    /// The actor that a run of tokens names, known or not.
    func actor(of tokens: Range<Int>) -> EventActor? {
        tokens.isEmpty ? nil : identified(tokens).actor
    }

    /// The actor of some tokens, and whether it is known by nothing but a party or a place that they name.
    private func identified(_ tokens: Range<Int>) -> (actor: EventActor, isOnlyPlace: Bool) {
        var actor = EventActor(text: scan.text.phrase(tokens), span: scan.text.span(tokens))
        let reading = PhraseReading(tokens, scan: scan, classes: classes, day: day, isDated: true, context: [])
        if let best = reading.candidates().max(by: { $0.score < $1.score }) {
            actor.party = best.party
            actor.authority = best.group
            actor.sector = best.sectors.first
            actor.person = best.person
            actor.office = best.office
            return (actor, best.reading == "party" || best.reading == "place")
        }
        return (actor, false)
    }

    /// The bytes of the phrase that a word heads.
    func bytes(at node: Int) -> Range<Int>? { scan.text.byteRange(phrase(of: node)) }

    /// The words of a phrase: what belongs to its head, relative clauses, participles and joined phrases apart.
    func phrase(of node: Int) -> Range<Int> {
        var first = node
        var last = node
        extend(node, isTop: true, &first, &last)
        while first < last, Self.edges.contains(tree.key(first)) { first += 1 }
        let start = tree.token(of: first)
        let tokens = start..<max(tree.token(of: last), start) + 1
        // a name of several words is one, whatever the tree makes of it: "Boko Haram"
        let token = tree.token(of: node)
        guard let whole = names.first(where: { $0.tokens.contains(token) })?.tokens, whole.count > 1 else {
            return tokens
        }
        return min(tokens.lowerBound, whole.lowerBound)..<max(tokens.upperBound, whole.upperBound)
    }

    private static let edges = Word.set("the a an , \" ' “ ” ( ) -")

    private func extend(_ node: Int, isTop: Bool, _ first: inout Int, _ last: inout Int) {
        for child in tree.children(of: node) {
            switch tree.relation(child) {
            case .compound, .adjective, .determiner, .possessive, .number:
                break
            case .nominal:
                // "forces in the north", "the president of Chile": what stands behind other prepositions is not the actor
                guard Self.belonging.contains(tree.preposition(of: child)) || tree.preposition(of: child) == 0 else {
                    continue
                }
                // "the secretary of the council, Shoigu, in Beijing": where it happened
                if let mark = tree.child(of: child, .caseMark), mark > node + 1, tree.key(mark) == Self.in,
                    tree.key(mark - 1) == Self.comma
                {
                    continue
                }
            case .apposition:
                // "Sergei Lavrov, the foreign minister": one phrase where it follows at once
                guard child - last <= 3 else { continue }
            case .caseMark where !isTop, .other where child < node || !isTop:
                break
            case .caseMark where child > node: break
            default: continue
            }
            first = min(first, child)
            last = max(last, child)
            extend(child, isTop: false, &first, &last)
        }
        // the preposition of the phrase itself is no part of it
        if isTop {
            while first < node,
                tree.children(of: node).contains(where: {
                    $0 == first && (tree.relation($0) == .caseMark || tree.relation($0) == .mark)
                })
            {
                first += 1
            }
        }
    }

    private static let belonging = Word.set("of in for from to")
}
