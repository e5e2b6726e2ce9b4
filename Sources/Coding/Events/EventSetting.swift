import Diplomacy
import Language
import Lexicon

/// When and where an event took place, who says so, and about what. A class, since the sentence is read for it only once an
/// event is found.
final class EventSetting {
    private let coding: DocumentCoding
    private let view: SentenceView
    private let tree: SentenceTree
    private let actors: EventActors
    /// The sentence's span.
    private(set) lazy var sentence = coding.text.span(view.range)
    private lazy var dates = DateReader(reference: coding.day).expressions(in: coding.text, tokens: tree.tokens)
    private lazy var places = PlaceReader(view: view, dateline: coding.dateline).places(in: tree.tokens)
    private lazy var issues = coding.scan.issues(in: tree.tokens)

    init(coding: DocumentCoding, view: SentenceView, actors: EventActors) {
        self.coding = coding
        self.view = view
        self.actors = actors
        tree = actors.tree
    }

    func fill(_ event: inout Event, _ draft: EventDraft) {
        event.date = dates.first { belongs($0.tokens, to: draft.node) }?.value
        if let found = places.first(where: { belongs($0.tokens, to: draft.node) }) {
            event.place = coding.place(found)
        }
        event.attributedTo = attribution(draft)
        if let topic = draft.topic {
            event.stance = event.modality == .conditional ? .conditional : draft.stance
            event.proposition = proposition(topic)
        }
        event.issue = issue(draft)
        for issue in issues where tokens(issue.tokens, areBelow: tree.clause(of: draft.node)) {
            for code in issue.codes {
                guard let context = Self.contexts[code], !event.contexts.contains(context) else { continue }
                event.contexts.append(context)
            }
        }
    }

    // MARK: - Date and place

    /// Whether a phrase is said of an act: its verb, or the one that the act's noun belongs to, is the first above it.
    private func belongs(_ phrase: Range<Int>, to node: Int) -> Bool {
        guard let top = tree.node(of: phrase) else { return false }
        var at = top
        for _ in 0..<tree.count {
            guard let up = tree.head(of: at) else { return false }
            if up == node { return true }
            if tree.isVerb(up) { return up == tree.clause(of: node) }
            at = up
        }
        return false
    }

    // MARK: - Issues

    private func tokens(_ tokens: Range<Int>, areBelow node: Int) -> Bool {
        tree.node(of: tokens).map { tree.isBelow($0, node) } ?? false
    }

    private func issue(_ draft: EventDraft) -> String? {
        if let topic = draft.topic {
            let told = issues.first { tokens($0.tokens, areBelow: topic) }
            if let code = told?.codes.first { return code }
        }
        return issues.first { tokens($0.tokens, areBelow: draft.node) }?.codes.first
    }

    private func proposition(_ node: Int) -> Span? {
        let below = (0..<tree.count).filter { tree.isBelow($0, node) }
        guard let first = below.first.map({ tree.token(of: $0) }), let last = below.last.map({ tree.token(of: $0) }),
            first <= last
        else { return nil }
        return coding.text.span(first..<last + 1)
    }

    /// PLOVER's contexts of our issues.
    private static let contexts: [String: String] = [
        "arms-control": "military", "nuclear-proliferation": "cbrn", "chemical-biological-weapons": "cbrn",
        "nuclear-safety": "cbrn", "missiles-missile-defence": "military", "arms-transfers": "military",
        "military-cooperation": "military", "cyber-information-security": "cyber",
        "hybrid-threats-disinformation": "misinformation", "emerging-technology": "technology",
        "terrorism": "terrorism", "law-enforcement": "crime", "drugs-organised-crime": "illegal_drugs",
        "territorial-sovereignty": "territory", "intelligence-sharing": "intelligence",
        "sanctions-trade-restrictions": "economic", "trade-investment": "economic", "finance-debt": "economic",
        "energy": "economic", "development-reconstruction": "economic", "climate-environment": "environment",
        "food-security": "human_security", "humanitarian-aid": "human_security", "migration-refugees": "migration",
        "human-rights": "human_rights", "justice-accountability": "legal", "health": "health",
        "elections-domestic-politics": "election", "diplomatic-relations-consular": "diplomatic",
    ]

    // MARK: - Who says so

    static let saying = Word.set(
        """
        say tell report announce claim state declare confirm add note disclose reveal explain argue insist allege
        according write
        """)

    /// Whoever is told to have said that it is so, where that is another than the one who acts.
    private func attribution(_ draft: EventDraft) -> Attribution? {
        var at = draft.node
        for _ in 0..<tree.count {
            for child in tree.children(of: at) {
                if tree.relation(child) == .parataxis, Self.saying.contains(tree.lemma(child)),
                    let speaker = tree.child(of: child, .subject), speaker != draft.source
                {
                    return named(speaker)
                }
                if tree.relation(child) == .oblique || tree.relation(child) == .adverbialClause,
                    tree.children(of: child).contains(where: { tree.key($0) == Word.according })
                {
                    return named(child)
                }
            }
            guard let up = tree.head(of: at) else { return nil }
            if tree.relation(at) == .clausalComplement, Self.saying.contains(tree.lemma(up)),
                let speaker = tree.subject(of: up), speaker != draft.source
            {
                return named(speaker)
            }
            at = up
        }
        return nil
    }

    private func named(_ node: Int) -> Attribution? {
        guard let actor = actors.actor(at: node) else { return nil }
        return Attribution(
            name: actor.person ?? actor.text, party: actor.party, grade: SourceGrade.grade(of: actor), span: actor.span)
    }
}

/// How a source is named, by the words that name it.
enum SourceGrade {
    private static let spokesmen = Word.set(
        "spokesman spokeswoman spokesperson spokespeople office service ministry secretariat statement government department"
    )
    private static let officials = Word.set(
        "official officials officer officers diplomat diplomats aide aides authorities minister ministers")
    private static let sources = Word.set("source sources people person persons familiar briefed")
    private static let media = Word.set(
        "media agency newspaper daily television radio channel broadcaster report reports paper outlet outlets")

    static func grade(of actor: EventActor) -> Grade {
        if actor.person != nil { return .named }
        let words = Text(actor.text).tokens.map(\.key)
        if words.contains(where: sources.contains) {
            return words.contains(where: officials.contains) ? .unnamedOfficial : .briefedSource
        }
        if words.contains(where: spokesmen.contains) { return .spokesperson }
        if words.contains(where: officials.contains) { return .unnamedOfficial }
        if actor.sector == "MED" || words.contains(where: media.contains) { return .mediaOnly }
        if actor.party != nil || actor.sector != nil { return .spokesperson }
        return .named
    }
}
