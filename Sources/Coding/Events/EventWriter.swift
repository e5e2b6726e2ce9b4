import Codebook
import Diplomacy
import Language
import Lexicon

/// Turns what patterns found in a sentence into events of the record.
struct EventWriter {
    let coding: DocumentCoding
    let view: SentenceView
    let tree: SentenceTree
    let encounters: [Encounter]
    private let codebook: Codebook
    private let actors: EventActors
    private let setting: EventSetting
    let judge: EventJudge

    init(
        coding: DocumentCoding, view: SentenceView, encounters: [Encounter], codebook: Codebook, judge: EventJudge
    ) {
        self.judge = judge
        self.coding = coding
        self.codebook = codebook
        self.view = view
        tree = judge.tree
        self.encounters = encounters
        actors = EventActors(
            tree: tree, view: view, classes: coding.classes, day: coding.day ?? Day(number: 20_000))
        setting = EventSetting(coding: coding, view: view, actors: actors)
    }

    // MARK: - Events of a draft

    /// The events of a draft: one for each source and target; of a mutual act both ways.
    func events(of draft: EventDraft) -> [Event] {
        let sources = draft.source.map { named($0) } ?? []
        var targets = draft.target.map { named($0) } ?? []
        // "A and B agreed to hold talks": what several do together they do to each other
        let isJoint = sources.count > 1 && draft.type.quad == .verbalCooperation && !targets.contains(where: isActor)
        if draft.isMutual || isJoint { return mutual(draft, sources, draft.isMutual ? targets : []) }
        if targets.isEmpty, draft.topic == nil, let found = fallback(draft, beside: sources) { targets = [found] }
        guard isPolitical(draft.type, sources + targets) else { return [] }
        var events: [Event] = []
        for source in sources.isEmpty ? [nil] : sources.map(Optional.some) {
            for target in targets.isEmpty ? [nil] : targets.map(Optional.some) {
                if let source, let target, source.span == target.span { continue }
                events.append(judged(draft, source, target))
            }
        }
        return events
    }

    /// The event of a draft as the classifier judges it. What is not told as done has the type that the rule gives it: the
    /// classifier knows what the sentence says between two, which then is the act of speech.
    private func judged(_ draft: EventDraft, _ source: EventActor?, _ target: EventActor?) -> Event {
        guard draft.status == ActStatus(), !draft.isAnnouncement, source != nil, target != nil,
            let verdict = judge.verdict(
                draft.source.map { judge.words(actors.bytes(at: $0)) } ?? 0..<0,
                draft.target.map { judge.words(actors.bytes(at: $0)) } ?? 0..<0, best: draft, fit: 64,
                trust: EventJudge.trust(in: draft))
        else { return event(draft, source, target) }
        return event(draft, source, target, verdict)
    }

    /// An event as the classifier's verdict on it has it.
    private func event(
        _ draft: EventDraft, _ source: EventActor?, _ target: EventActor?, _ verdict: EventJudge.Verdict
    ) -> Event {
        var draft = draft
        if verdict.type != draft.type { change(&draft, to: verdict.type) }
        var event = event(draft, source, target)
        event.confidence = EventJudge.rounded(verdict.probability)
        event.alternative = verdict.alternative
        return event
    }

    /// Of a sentence in which no pattern fits, what the classifier makes of its main verb: who does it to whom, where it is
    /// rather sure.
    func unruled() -> Event? {
        guard let node = mainVerb(), !judge.idioms.contains(node), let subject = tree.subject(of: node),
            let object = tree.objects(of: node).first
                ?? tree.children(of: node).first(where: { tree.relation($0) == .oblique && $0 > node }),
            let source = named(subject).first, let target = named(object).first, source.span != target.span,
            isPolitical(.consult, [source]), isActor(target),
            let verdict = judge.verdict(
                judge.words(actors.bytes(at: subject)), judge.words(actors.bytes(at: object)), best: nil, fit: 0,
                trust: 1),
            verdict.probability >= Self.sureness
        else { return nil }
        return event(unfound(verdict.type, at: node), source, target, verdict)
    }

    /// How sure the classifier must be where it stands alone.
    private static let sureness = 0.5

    /// The verb that a sentence is about: its root, or what the root reports.
    private func mainVerb() -> Int? {
        guard var node = (0..<tree.count).first(where: { tree.head(of: $0) == nil }) else { return nil }
        if EventSetting.saying.contains(tree.lemma(node)), let told = tree.child(of: node, .clausalComplement) {
            node = told
        }
        return tree.isVerb(node) ? node : nil
    }

    private func mutual(_ draft: EventDraft, _ all: [EventActor], _ others: [EventActor]) -> [Event] {
        let sides = others.isEmpty ? all : all + others
        guard isPolitical(draft.type, sides) else { return [] }
        guard sides.count > 1 else { return [event(draft, sides.first, nil)] }
        var events: [Event] = []
        for source in sides {
            for target in sides where source.span != target.span { events.append(judged(draft, source, target)) }
        }
        return events
    }

    /// The actors that a word heads, several where they are joined; whoever owns a thing stands for it.
    private func named(_ node: Int) -> [EventActor] {
        tree.joined(to: node).prefix(6).flatMap { one -> [EventActor] in
            guard let actor = actors.actor(at: one) else { return [] }
            if !isActor(actor), let owner = tree.owner(of: one), let owning = actors.actor(at: owner), isActor(owning) {
                return [owning]
            }
            return peoples(of: one, actor) ?? sides(of: one, actor) ?? [actor]
        }
    }

    /// "Indian and Chinese soldiers": one noun, the actors of several parties.
    private func peoples(of node: Int, _ actor: EventActor) -> [EventActor]? {
        guard let first = tree.children(of: node).first(where: { tree.relation($0) == .adjective }),
            tree.joined(to: first).count > 1
        else { return nil }
        return parties(joinedTo: first, actor)
    }

    /// "the ministers of Japan and Mongolia": one noun, an actor of each party.
    private func sides(of node: Int, _ actor: EventActor) -> [EventActor]? {
        guard tree.forms(node).contains(.plural), tree.tagClass(node) == .noun,
            let first = tree.children(of: node).first(where: {
                tree.relation($0) == .nominal && tree.hasPreposition($0, [Word.of, Word.from])
            })
        else { return nil }
        return parties(joinedTo: first, actor)
    }

    /// An actor of each party that joined words name, with the sector of the noun that they belong to; `nil` for a single party.
    private func parties(joinedTo first: Int, _ actor: EventActor) -> [EventActor]? {
        let several = tree.joined(to: first).compactMap { actors.actor(at: $0) }.filter { $0.party != nil }
        guard Set(several.map(\.party)).count > 1 else { return nil }
        return several.map { one in
            var one = one
            one.sector = actor.sector
            return one
        }
    }

    private func isActor(_ actor: EventActor) -> Bool {
        (actor.party != nil || actor.sector != nil || actor.person != nil) && !actors.isPlaced(actor)
    }

    /// Sectors of those who act for a state, against it, or for a party: of others acts are everyday.
    private static let political: Set<String> = [
        "GOV", "MIL", "REB", "OPP", "PTY", "COP", "SPY", "LEG", "JUD", "IGO", "UAF", "ELI", "PRE", "NGO", "INS", "SEP",
        "RAD",
    ]

    /// Whether an act among some actors is one of public life: a party or an authority takes part; violence, protest and
    /// coercion are so among all.
    private func isPolitical(_ type: EventType, _ all: [EventActor]) -> Bool {
        switch type {
        case .protest, .coerce, .assault, .sanction, .mobilize, .threaten: all.contains(where: isActor)
        default:
            all.contains {
                isActor($0) && ($0.party != nil || $0.sector.map { Self.political.contains($0) } ?? false)
            }
        }
    }

    /// Of an act without a named target, another actor of its clause: the place where it is done, whom it is done for.
    private func fallback(_ draft: EventDraft, beside sources: [EventActor]) -> EventActor? {
        guard draft.weight > 0, !sources.isEmpty else { return nil }
        for child in tree.children(of: draft.node)
        where tree.relation(child) == .oblique || tree.relation(child) == .nominal {
            guard child != draft.source, let actor = actors.actor(at: child), let party = actor.party,
                !sources.contains(where: { $0.party == party })
            else { continue }
            return actor
        }
        return nil
    }

    // MARK: - One event

    private func event(_ draft: EventDraft, _ source: EventActor?, _ target: EventActor?) -> Event {
        var event = Event(
            type: draft.type, mode: draft.mode, contexts: draft.contexts, cameo: draft.cameo ?? draft.type.cameo,
            goldstein: draft.goldstein, source: source, target: target, polarity: draft.status.polarity,
            modality: draft.status.modality, sentence: view.index, span: setting.sentence, rule: draft.rule,
            confidence: confidence(draft, source, target))
        if event.goldstein == nil, let code = event.cameo { event.goldstein = codebook.goldstein(code) }
        setting.fill(&event, draft)
        event.encounter = encounter(of: event)
        return event
    }

    private func confidence(_ draft: EventDraft, _ source: EventActor?, _ target: EventActor?) -> Double {
        var value = draft.weight >= 14 ? 0.8 : 0.7
        if source == nil || target == nil { value -= 0.15 }
        return value
    }

    /// The encounter that rests on the same sentence and has both parties.
    private func encounter(of event: Event) -> String? {
        guard event.type == .consult || event.type == .support || event.type == .agree, let a = event.source?.party,
            let b = event.target?.party, a != b
        else { return nil }
        return encounters.first { encounter in
            encounter.evidence.contains { $0.sentence == event.sentence }
                && encounter.participants.contains { $0.party == a }
                && encounter.participants.contains { $0.party == b }
        }?.id
    }

    // MARK: - Given actors

    /// The draft that fits two given actors best, and how well; none where no draft has to do with them.
    func best(from source: Range<Int>?, to target: Range<Int>?) -> (draft: EventDraft?, fit: Int) {
        let from = source.flatMap { tree.node(bytes: $0) }
        let to = target.flatMap { tree.node(bytes: $0) }
        var best: (draft: EventDraft?, fit: Int) = (nil, 0)
        for draft in judge.drafts {
            let score = fit(draft, from, to)
            if score > best.fit { best = (draft, score) }
        }
        return best
    }

    /// The event between two given actors, as the draft that fits them best and the classifier have it.
    func event(from source: Range<Int>?, to target: Range<Int>?) -> Event? {
        let (found, fit) = best(from: source, to: target)
        let from = source.map { given($0) }
        let to = target.map { given($0) }
        guard
            let verdict = judge.verdict(judge.words(source), judge.words(target), best: found, fit: fit, trust: 1)
        else { return found.map { event($0, from, to) } }
        let draft =
            found ?? unfound(verdict.type, at: verb(above: (source ?? target).flatMap { tree.node(bytes: $0) } ?? 0))
        return event(draft, from, to, verdict)
    }

    /// The first verb from a word upwards, the root where there is none.
    private func verb(above word: Int) -> Int {
        var node = word
        for _ in 0..<tree.count where !tree.isVerb(node) {
            guard let up = tree.head(of: node) else { break }
            node = up
        }
        return node
    }

    /// A draft for what no pattern found.
    private func unfound(_ type: EventType, at node: Int) -> EventDraft {
        var draft = EventDraft(type: type, node: node, rule: "classifier")
        draft.status = StatusOfActs(tree: tree).status(of: node)
        return draft
    }

    /// Gives a draft the classifier's type, of which only the whole type's code is known.
    private func change(_ draft: inout EventDraft, to type: EventType) {
        draft.type = type
        draft.cameo = type.cameo
        draft.mode = nil
        draft.goldstein = nil
        draft.rule = "classifier"
    }

    private func given(_ bytes: Range<Int>) -> EventActor {
        let tokens = coding.text.tokens
        let first = view.range.first { tokens[$0].end > bytes.lowerBound } ?? view.range.lowerBound
        let last = view.range.last { tokens[$0].start < bytes.upperBound } ?? first
        var actor =
            actors.actor(of: first..<max(last, first) + 1)
            ?? EventActor(text: coding.text.string(bytes: bytes), span: Span(0, 0))
        actor.text = coding.text.string(bytes: bytes)
        actor.span = coding.text.span(bytes: bytes)
        return actor
    }

    /// How well a draft fits a given source and target.
    private func fit(_ draft: EventDraft, _ from: Int?, _ to: Int?) -> Int {
        func near(_ a: Int?, _ b: Int?) -> Int {
            guard let a, let b else { return 0 }
            if a == b || tree.joined(to: a).contains(b) { return 4 }
            return tree.isBelow(a, b) || tree.isBelow(b, a) ? 2 : 0
        }
        var score = near(draft.source, from) * 2 + near(draft.target, to) * 2
        if draft.isMutual {
            score = max(score, near(draft.source, from) + near(draft.source, to) + near(draft.target, to) * 2)
        }
        if score == 0 { score = max(near(draft.source, to), near(draft.target, from)) }
        return score * 4 + (draft.status.modality == .actual ? 1 : 0)
    }
}
