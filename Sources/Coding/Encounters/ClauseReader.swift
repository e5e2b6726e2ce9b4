import Diplomacy
import Language
import Lexicon

/// Finds encounters in one sentence: verbs ("met", "was received by", "spoke with"), nouns ("talks between", "the call
/// with", "a Russian-Chinese summit") and what stands around them.
struct ClauseReader {
    let view: SentenceView
    let groups: [ActorGroup]
    let lexicon: Lexicon

    init(view: SentenceView) {
        self.view = view
        lexicon = view.scan.lexicon
        groups = view.groups
    }

    /// A cue that is a trigger here, with the class in which it is one.
    struct Trigger {
        var cue: Cue
        var kind: CueClass
        var isNoun: Bool
    }

    func sightings() -> [Sighting] {
        let triggers = triggers()
        var found: [Sighting] = []
        for (i, trigger) in triggers.enumerated() {
            guard var sighting = trigger.isNoun ? noun(trigger) : verb(trigger) else { continue }
            // "their upcoming travel to Delhi": no verb
            if !trigger.isNoun, trigger.cue.form == .base, view.runningTree?.isVerb(trigger.cue.tokens) == false {
                continue
            }
            let before = i > 0 ? triggers[i - 1].cue.tokens.upperBound : view.range.lowerBound
            let after = i + 1 < triggers.count ? triggers[i + 1].cue.tokens.lowerBound : view.range.upperBound
            StatusReader(view: view, groups: groups).read(&sighting, trigger, previous: before, next: after)
            setMedium(&sighting)
            setMention(&sighting, trigger)
            sighting.isTitle = view.isTitle
            sighting.isWeak = trigger.kind == .discuss
            found.append(sighting)
        }
        return found
    }

    /// What the tree shows to be brought up and not told is another encounter: one that was, or one that will be.
    private func setMention(_ sighting: inout Sighting, _ trigger: Trigger) {
        guard let tree = view.runningTree else { return }
        let tokens = trigger.cue.tokens
        sighting.isMention =
            trigger.isNoun
            ? tree.isMentioned(noun: tokens, isAnaphoric: sighting.isAnaphoric) : tree.isMentioned(verb: tokens)
        if sighting.isMention, !trigger.isNoun, tree.isRefused(verb: tokens) {
            sighting.isMention = false
            sighting.status = .declined
            sighting.statusIsStated = true
        }
        if sighting.isMention, sighting.status == .held { sighting.isBackground = true }
        if trigger.isNoun, sighting.status == .held, !sighting.statusIsStated, tree.isSettingOfDeed(tokens) {
            sighting.statusIsStated = true
        }
    }

    // MARK: - Triggers

    func triggers() -> [Trigger] {
        view.cues.compactMap { cue in
            if cue.classes.contains(.noise) { return nil }
            let nouns = cue.classes.filter(\.isEncounterNoun)
            let verbs = cue.classes.filter(\.isEncounterVerb)
            if let noun = nouns.first, verbs.isEmpty || isNounHere(cue) {
                return Trigger(cue: cue, kind: noun, isNoun: true)
            }
            if verbs.first == .speak, cue.form == .base, cue.tokens.count == 2, !view.names.isEmpty,
                view.runningTree?.isVerb(cue.tokens) == false
            {
                // "her talk with the president"
                let word = Cue(
                    tokens: cue.tokens.prefix(1), classes: CueSet([.conversation]), form: .none)
                return Trigger(cue: word, kind: .conversation, isNoun: true)
            }
            if let verb = verbs.first { return Trigger(cue: cue, kind: verb, isNoun: false) }
            return isCallByMeans(cue) ? Trigger(cue: cue, kind: .call, isNoun: false) : nil
        }
    }

    static let verbBefore = Word.set(
        "to will would shall should may might can could must not did does do didn't doesn't n't he she they who")

    /// "call", "visit", "meeting": a noun after an article, an adjective or a possessive, or before "with" and "between".
    private func isNounHere(_ cue: Cue) -> Bool {
        if cue.form == .past || cue.form == .pastOrParticiple { return false }
        if cue.form == .base, !view.names.isEmpty, let tree = view.runningTree {
            return !tree.isVerb(cue.tokens)
        }
        let before = cue.tokens.lowerBound - 1
        let next = view.key(cue.tokens.upperBound)
        // "Meeting the envoy in Muscat, the minister said"
        if cue.form == .gerund,
            let object = groups.first(where: { $0.tokens.lowerBound == cue.tokens.upperBound }),
            participleSubject(after: object, cue) != nil
        {
            return false
        }
        if Self.verbBefore.contains(view.key(before)) { return false }
        if next == Word.between || next == Word.of || next == Word.with { return true }
        if Word.determiners.contains(view.key(before)) || view.shape(before).contains(.possessive) { return true }
        if cue.form == .gerund { return !Word.be.contains(view.key(before)) }
        // "visits China", "calls Xi": a name follows a verb
        return !groups.contains { $0.tokens.lowerBound == cue.tokens.upperBound } && cue.form == .base
    }

    // MARK: - Verbs

    private func verb(_ trigger: Trigger) -> Sighting? {
        let cue = trigger.cue
        if cue.form == .gerund, trigger.kind == .arrive || trigger.kind == .visit || trigger.kind == .discuss {
            return nil
        }
        let passive = isPassive(cue)
        var left = subject(before: cue.tokens.lowerBound)?.actors ?? []
        let object = object(of: trigger, passive: passive)
        var right = object?.actors ?? []
        if cue.form == .gerund, left.isEmpty, let object { left = participleSubject(after: object, cue)?.actors ?? [] }
        var host: Int?
        var guest: Int?
        switch trigger.kind {
        case .receive:
            guard !right.isEmpty, !left.isEmpty || view.isTitle || passive else { return nil }
            // "welcomed the president's stand", "hosting their forces": what was received was no guest
            if !passive, let object, view.runningTree?.isObject(object.tokens, of: cue.tokens) == false {
                return nil
            }
            if trigger.cue.form == .gerund, left.isEmpty { return nil }
            if passive { (left, right) = (right, left) }
            guard right.contains(where: { $0.kind != .party || passive }) || left.contains(where: { $0.kind != .party })
            else { return nil }
            host = left.isEmpty ? nil : 0
            guest = left.count
        case .summon:
            guard !right.isEmpty || !left.isEmpty else { return nil }
        case .visit, .arrive: return visit(trigger, left, right)
        case .call:
            if let (caller, called) = heldOnTheLine(cue) { (left, right) = (caller.actors, called.actors) }
            guard !left.isEmpty, right.contains(where: { $0.kind == .person || $0.kind == .office }) else { return nil }
        case .speak, .write:
            guard !right.isEmpty else { return reciprocal(trigger, left) }
        case .discuss:
            guard left.count >= 2 || left.contains(where: { $0.kind == .pair }) || discussedWith(cue) != nil else {
                return nil
            }
            right = discussedWith(cue)?.actors ?? []
        default:
            guard !right.isEmpty else { return reciprocal(trigger, left) }
        }
        guard !(left.isEmpty && right.isEmpty) else { return nil }
        let (kind, medium) = Self.meaning(trigger.kind)
        let clauseEnd = object?.tokens.upperBound ?? cue.tokens.upperBound
        return Sighting(
            sentence: view.index, trigger: cue.tokens,
            rule: "\(trigger.kind.name).\(passive ? "passive" : "active")",
            kind: kind, medium: medium, actors: left + right, host: host, guest: guest,
            clause: cue.tokens.lowerBound..<max(clauseEnd, cue.tokens.upperBound))
    }

    /// "Putin and Xi met", "the two leaders spoke".
    private func reciprocal(_ trigger: Trigger, _ left: [Actor]) -> Sighting? {
        guard left.count >= 2 || left.contains(where: { $0.kind == .pair }) else { return nil }
        let parties = Set(left.compactMap(\.party))
        let end = trigger.cue.tokens.upperBound
        // "spoke in favour of", "spoke highly of"
        if trigger.kind == .speak,
            (end..<min(end + 2, view.range.upperBound)).contains(where: {
                Self.stands.contains(view.key($0))
            })
        {
            return nil
        }
        if trigger.kind == .speak, parties.count < 2, left.count < 2 || left.allSatisfy({ $0.kind == .pair }),
            !speaksTogether(trigger.cue)
        {
            return nil
        }
        if trigger.kind == .call || trigger.kind == .write { return nil }
        // "solutions that meet the interests of both", "met the terms"
        if trigger.kind == .meet, view.runningTree?.hasObject(trigger.cue.tokens) == true { return nil }
        let (kind, medium) = Self.meaning(trigger.kind)
        return Sighting(
            sentence: view.index, trigger: trigger.cue.tokens, rule: "\(trigger.kind.name).reciprocal", kind: kind,
            medium: medium, actors: left, isAnaphoric: left.allSatisfy { $0.kind == .pair }, clause: trigger.cue.tokens)
    }

    private static let stands = Word.set("favour favor highly against warmly support")
    static let notTogether = Word.set("at of in to that out against for on")

    private func speaksTogether(_ cue: Cue) -> Bool {
        let next = cue.tokens.upperBound
        if view.cue(.phone, at: next) != nil || view.cue(.byVideo, at: next) != nil { return true }
        return !Self.notTogether.contains(view.key(next))
    }

    /// The group after "discussed ... with".
    private func discussedWith(_ cue: Cue) -> ActorGroup? {
        let limit = min(cue.tokens.upperBound + 18, view.range.upperBound)
        for i in cue.tokens.upperBound..<limit {
            if view.key(i) == Word.with, let group = groups.first(where: { $0.tokens.lowerBound == i + 1 }),
                group.actors.contains(where: { $0.kind != .party })
            {
                return group
            }
            if view.cue(at: i)?.classes.contains(where: { $0.isVerb || $0 == .say }) == true { return nil }
        }
        return nil
    }

    private func isPassive(_ cue: Cue) -> Bool {
        guard cue.form == .pastOrParticiple || cue.form == .participle else { return false }
        let before = view.key(cue.tokens.lowerBound - 1)
        let earlier = view.key(cue.tokens.lowerBound - 2)
        let by = (cue.tokens.upperBound..<min(cue.tokens.upperBound + 8, view.range.upperBound)).contains {
            view.key($0) == Word.by
        }
        return (Word.be.contains(before) || Word.be.contains(earlier)) && by
    }

    // MARK: - Nouns

    private func noun(_ trigger: Trigger) -> Sighting? {
        let cue = trigger.cue
        // "to exchange prisoners": no noun
        if trigger.kind == .conversation, cue.tokens.count == 1, view.runningTree?.isVerb(cue.tokens) == true {
            return nil
        }
        let right = complement(of: cue)
        var left = compound(before: cue.tokens.lowerBound)
        let verb = governingVerb(before: cue.tokens.lowerBound)
        let definite = isDefinite(cue)
        var start =
            left.isEmpty ? cue.tokens.lowerBound : min(cue.tokens.lowerBound, left.map(\.tokens.lowerBound).min() ?? 0)
        let betweenOrOf = right.map { $0.preposition == Word.between || $0.preposition == Word.of } ?? false
        let rightCount = right?.group.actors.count ?? 0
        if left.isEmpty, !betweenOrOf || rightCount < 2 {
            if let verb, let subject = subject(before: verb.tokens.lowerBound) {
                left = subject.actors
                start = verb.tokens.lowerBound
            } else if right != nil || trigger.kind == .visitNoun, !definite || view.isTitle,
                let subject = subject(before: cue.tokens.lowerBound)
            {
                left = subject.actors
            }
        }
        if right != nil, !betweenOrOf, left.allSatisfy({ $0.kind == .party }) {
            let owner = owner(of: cue)
            if !owner.isEmpty { left = owner }
        }
        if trigger.kind == .visitNoun {
            // "the visit of A to B", "put off his visit to B"
            if left.isEmpty, let right, right.preposition == Word.of { left = right.group.actors }
            if left.isEmpty, Word.possessivePronouns.contains(view.key(cue.tokens.lowerBound - 1)) {
                left = subject(before: cue.tokens.lowerBound)?.actors ?? []
            }
            return visitNoun(trigger, left, start)
        }
        if trigger.kind == .letter, right == nil { return nil }
        // "Russian-Korean dialogue" in general is no round of one
        if trigger.kind == .consultation, cue.tokens.count == 1, right == nil, verb?.classes.contains(.hold) != true,
            verb.map({ StatusReader.isFate($0) }) != true, !definite
        {
            return nil
        }
        var isSetting = false
        if left.isEmpty, trigger.kind != .consultation, right == nil || !betweenOrOf {
            left = participants(about: cue, alone: right == nil)
            isSetting = right == nil && !left.isEmpty
        }
        let actors = left + (right?.group.actors ?? [])
        let pointing = !left.isEmpty && left.allSatisfy { $0.kind == .pair || $0.kind == .pronoun }
        let anaphoric = right == nil && (pointing || (definite && left.count < 2))
        guard !actors.isEmpty || definite || verb != nil else { return nil }
        guard right != nil || anaphoric || left.count >= 2 || verb != nil else { return nil }
        var (kind, medium) = Self.meaning(trigger.kind)
        if trigger.kind == .multilateral, actors.count < 3, !anaphoric { kind = .meeting }
        if trigger.kind == .contact { medium = .inPerson }
        return Sighting(
            sentence: view.index, trigger: cue.tokens,
            rule: "\(trigger.kind.name).\(isSetting ? "setting" : right == nil ? "subject" : "complement")",
            kind: kind, medium: medium, actors: actors, isAnaphoric: anaphoric,
            lacksSubject: left.isEmpty && !betweenOrOf,
            clause: start..<(right?.group.tokens.upperBound ?? cue.tokens.upperBound))
    }

    static func meaning(_ kind: CueClass) -> (EncounterKind, Medium) {
        switch kind {
        case .verbTalks, .talks, .press: (.talks, .unknown)
        case .speak: (.call, .unknown)
        case .call, .callNoun: (.call, .phone)
        case .video: (.videoConference, .video)
        case .consultation: (.consultation, .unknown)
        case .summit: (.summit, .unknown)
        case .multilateral: (.multilateralMeeting, .unknown)
        case .visit, .arrive, .visitNoun: (.visit, .inPerson)
        case .contact: (.contact, .inPerson)
        case .letter, .write: (.letter, .letter)
        case .signing: (.signing, .inPerson)
        case .summon: (.demarche, .inPerson)
        default: (.meeting, .unknown)
        }
    }

    private static let sidelines = Word.set("sidelines sideline margins")

    /// "Spoke with the chancellor at the G20", "at the climate conference": where both were.
    private func isAtGathering(_ sighting: Sighting) -> Bool {
        let end = sighting.clause.upperBound
        guard sighting.medium == .unknown, view.key(end) == Self.at, view.key(end + 1) == Word.the else { return false }
        if let match = view.name(at: end + 2), let mention = ActorParser(view: view).partyMention(match) {
            return !lexicon.partyKind(mention.party).isState
        }
        return (end + 2..<end + 8).contains { view.cue(.forum, at: $0) != nil || view.cue(.summit, at: $0) != nil }
    }

    private static let at = Folding.key("at")

    /// A medium named beside the trigger wins over the trigger's own.
    private func setMedium(_ sighting: inout Sighting) {
        let near =
            max(
                view.range.lowerBound, sighting.clause.lowerBound - 4)..<min(
                view.range.upperBound, sighting.clause.upperBound + 8)
        let cues = view.cues.filter { near.overlaps($0.tokens) }
        if cues.contains(where: { $0.classes.contains(.via) }) { sighting.format = .indirect }
        let meets =
            sighting.kind == .meeting || sighting.kind == .talks || sighting.kind == .summit
            || sighting.kind == .consultation
        if cues.contains(where: { $0.classes.contains(.byVideo) || $0.classes.contains(.video) }) {
            sighting.medium = .video
            if sighting.kind != .summit { sighting.kind = .videoConference }
        } else if cues.contains(where: { $0.classes.contains(.phone) }), meets || sighting.kind == .call {
            sighting.medium = .phone
            sighting.kind = .call
        } else if cues.contains(where: { $0.classes.contains(.inPerson) })
            || sighting.kind == .call
                && (near.contains { Self.sidelines.contains(view.key($0)) } || isAtGathering(sighting))
        {
            sighting.medium = .inPerson
            if sighting.kind == .call { sighting.kind = .meeting }
        }
    }
}
