import Diplomacy
import Language
import Lexicon

/// Reads where an encounter stands from the words around its trigger: tense, mood, negation, and the verbs that put off,
/// call off, decline and deny.
struct StatusReader {
    let view: SentenceView
    let groups: [ActorGroup]

    /// Sets status, background and their certainty. `previous` and `next` are the ends of the neighbouring triggers.
    func read(_ sighting: inout Sighting, _ trigger: ClauseReader.Trigger, previous: Int, next: Int) {
        let cue = trigger.cue
        if let status = fate(of: cue, previous: previous, next: next, isNoun: trigger.isNoun) {
            sighting.status = status
            sighting.statusIsStated = true
            return
        }
        let window = verbWindow(sighting, trigger)
        let words = view.cues.filter { window.contains($0.tokens.lowerBound) }
        let negated = words.contains { $0.classes.contains(.negation) }
        let future =
            words.contains { $0.classes.contains(.future) } || isInfinitive(sighting, trigger)
            || trigger.isNoun && isFuturePredicate(after: sighting.clause.upperBound)
            || trigger.isNoun && sighting.actors.count > 1 && isForetold(after: sighting.clause, before: next)
            || Self.modals.contains(view.key(cue.tokens.lowerBound - 1)) && !view.isCapital(cue.tokens.lowerBound - 1)
        // "flew to Moscow yesterday to begin talks": they lie ahead until a sentence tells of them
        let purpose = future && isPurposeOfArrival(cue)
        let planned =
            trigger.isNoun
            && modifiers(of: cue).contains { $0.classes.contains(.planned) || $0.classes.contains(.future) }
        let proposed = words.contains { $0.classes.contains(.proposed) } || isInvited(sighting, cue)
        let background =
            words.contains { $0.classes.contains(.background) }
            || modifiers(of: cue).contains { $0.classes.contains(.background) } || isPastPerfect(window, trigger)
        if negated,
            !(trigger.isNoun && future)
                || words.contains(where: {
                    $0.classes.contains(.negation) && $0.tokens.lowerBound > cue.tokens.lowerBound - 6
                })
        {
            sighting.status = .denied
            sighting.statusIsStated = true
        } else if proposed, future || trigger.isNoun || view.key(cue.tokens.lowerBound - 1) == Word.to {
            sighting.status = .proposed
            sighting.statusIsStated = true
        } else if future || planned {
            sighting.status = .announced
            sighting.statusIsStated = !purpose
        } else if view.cues.contains(where: {
            $0.classes.contains(.underWay) && $0.tokens.lowerBound >= cue.tokens.upperBound
                && $0.tokens.lowerBound < next
        }) {
            sighting.status = .underWay
            sighting.statusIsStated = true
        }
        // "is meeting"
        if !trigger.isNoun, trigger.kind == .meet, cue.form == .gerund, sighting.status == .held,
            Self.present.contains(view.key(cue.tokens.lowerBound - 1))
        {
            sighting.status = .underWay
            sighting.statusIsStated = true
        }
        let finite: Set<CueForm> = [.past, .pastOrParticiple, .third]
        let governor = trigger.isNoun ? words.last { $0.classes.contains(.hold) } : cue
        if sighting.status == .held, let form = governor?.form, finite.contains(form) { sighting.statusIsStated = true }
        // "discussed the coming meeting": the noun names another encounter
        if trigger.isNoun,
            words.last(where: { $0.classes.contains(.discuss) || $0.classes.contains(.hold) })?.classes.contains(
                .discuss) == true
        {
            sighting.isBackground = sighting.status == .held
        }
        // "flew to Beijing for talks": they lie ahead until a sentence tells of them
        if sighting.status == .held, !sighting.statusIsStated || governor?.classes.contains(.arrive) == true,
            trigger.isNoun, isPurpose(cue)
        {
            sighting.status = .announced
            sighting.statusIsStated = false
        }
        if background, sighting.status == .held { sighting.isBackground = true }
    }

    /// Whether a word that puts off, calls off, declines or denies is about this trigger.
    private func fate(of cue: Cue, previous: Int, next: Int, isNoun: Bool) -> Status? {
        for other in view.cues {
            guard let status = Self.fates.first(where: { other.classes.contains($0.0) })?.1 else { continue }
            let token = other.tokens.lowerBound
            // "is not going to put off his trip": a fate denied leaves the plan
            if view.cues.contains(where: {
                $0.classes == [.negation] && $0.tokens.upperBound <= token && token - $0.tokens.upperBound < 4
            }) {
                if token < cue.tokens.lowerBound, cue.tokens.lowerBound - token < 8 { return .announced }
                continue
            }
            if token >= cue.tokens.upperBound {
                // a predicate after its noun: "the summit has been called off"
                guard isNoun, token < next || view.isTitle && token < next, isPredicate(other) else { continue }
                return status
            }
            guard token >= previous, cue.tokens.lowerBound - other.tokens.upperBound <= 12 else { continue }
            if isPredicate(other), previous > view.range.lowerBound { continue }
            if between(other.tokens.upperBound, cue.tokens.lowerBound, contains: Self.separators) { continue }
            if status == .declined, !isNoun, !infinitive(cue) { continue }
            return status
        }
        return nil
    }

    static let fates: [(CueClass, Status)] = [
        (.cancelled, .cancelled), (.postponed, .postponed), (.suspended, .suspended), (.declined, .declined),
        (.denied, .denied),
    ]

    /// Whether a word puts off, calls off, declines or denies.
    static func isFate(_ cue: Cue) -> Bool { fates.contains { cue.classes.contains($0.0) } }

    static let separators = Word.set("after following because ; : but")
    static let predicates = Word.set(
        """
        is are was were be been being put has have gets got off stays stay remains did does never will would not broke breaks
        fell falls there
        """)

    private func isPredicate(_ cue: Cue) -> Bool {
        let before = view.key(cue.tokens.lowerBound - 1)
        return Self.predicates.contains(before) || Self.predicates.contains(view.key(cue.tokens.lowerBound))
            || Self.predicates.contains(view.key(cue.tokens.lowerBound - 2)) || view.isTitle
            || Folding.key("on") == view.key(cue.tokens.lowerBound)
    }

    private func between(_ a: Int, _ b: Int, contains keys: WordSet) -> Bool {
        a < b && (a..<b).contains { keys.contains(view.key($0)) }
    }

    private func infinitive(_ cue: Cue) -> Bool {
        view.key(cue.tokens.lowerBound - 1) == Word.to || cue.form == .gerund
    }

    /// The words between the subject, or the start of the clause, and the trigger's end.
    private func verbWindow(_ sighting: Sighting, _ trigger: ClauseReader.Trigger) -> Range<Int> {
        let lead = sighting.actors.first { $0.tokens.upperBound <= trigger.cue.tokens.lowerBound }
        let near = max(view.range.lowerBound, trigger.cue.tokens.lowerBound - (trigger.isNoun ? 10 : 7))
        let start = lead.map { min(max($0.tokens.upperBound, near), trigger.cue.tokens.lowerBound) } ?? near
        let afterBreak =
            ((start..<trigger.cue.tokens.lowerBound).last { ClauseReader.breaks.contains(view.key($0)) } ?? start - 1)
            + 1
        return max(start, afterBreak)..<trigger.cue.tokens.upperBound
    }

    /// "Wang Yi to visit Russia", "is going to Russia to hold consultations": an infinitive that is not the purpose of
    /// something done already.
    private func isInfinitive(_ sighting: Sighting, _ trigger: ClauseReader.Trigger) -> Bool {
        let cue = trigger.cue
        var token = cue.tokens.lowerBound
        if trigger.isNoun {
            guard
                let verb = view.cues.last(where: {
                    $0.tokens.upperBound <= token && $0.classes.contains(.hold) && token - $0.tokens.upperBound < 6
                })
            else { return false }
            token = verb.tokens.lowerBound
        }
        guard view.key(token - 1) == Word.to else { return false }
        if view.isTitle { return true }
        return view.cues.contains { other in
            other.tokens.upperBound <= token && token - other.tokens.upperBound < 14
                && (other.classes.contains(.arrive) || other.classes.contains(.future)
                    || other.classes.contains(.planned)
                    || Self.plans.contains(view.key(other.tokens.lowerBound)))
        } || (max(view.range.lowerBound, token - 4)..<token).contains { Self.plans.contains(view.key($0)) }
    }

    /// "A invited B to visit", where B is the subject.
    private func isInvited(_ sighting: Sighting, _ cue: Cue) -> Bool {
        sighting.actors.contains {
            $0.tokens.upperBound == cue.tokens.lowerBound - 1
                && view.cue(.proposed, at: $0.tokens.lowerBound - 1) != nil
        }
    }

    static let modals = Word.set("may might could")
    static let present = Word.set("is are")

    /// "the talks between A and B in Geneva will take place", "is planned for May": a predicate that lies ahead, past
    /// places and dates.
    private func isForetold(after clause: Range<Int>, before end: Int) -> Bool {
        guard !clause.contains(where: { view.key($0) == Word.comma }) else { return false }
        var i = clause.upperBound
        while i < min(end, clause.upperBound + 8) {
            if let cue = view.cue(at: i) {
                if cue.classes.contains(.future) { return true }
                if cue.classes.contains(.planned) { return Self.predicates.contains(view.key(i - 1)) }
                if cue.classes.contains(where: { $0.isVerb || $0 == .say }), cue.form != .none { return false }
            }
            let key = view.key(i)
            if Word.linking.contains(key) || ClauseReader.stops.contains(key) || key == Word.comma { return false }
            if groups.contains(where: { $0.tokens.lowerBound == i && $0.actors.contains { $0.kind != .party } }) {
                return false
            }
            i += 1
        }
        return false
    }

    static let plans = Word.set(
        "agreed agree ready prepared willing set due plan plans planning expected scheduled hopes wants want intends aims vowed arranged"
    )

    /// "The talks will resume in April": the predicate follows its noun and what belongs to it.
    private func isFuturePredicate(after token: Int) -> Bool {
        guard !ActorParser.and.contains(view.key(token)) else { return false }
        return view.cues.contains { $0.classes.contains(.future) && (token...token + 1).contains($0.tokens.lowerBound) }
    }

    /// Whether a noun is what an arrival is for.
    private func isPurpose(_ cue: Cue) -> Bool {
        let near = max(view.range.lowerBound, cue.tokens.lowerBound - 4)..<cue.tokens.lowerBound
        guard near.contains(where: { view.key($0) == Self.purpose }) else { return false }
        return view.cues.contains {
            $0.classes.contains(.arrive) && $0.tokens.upperBound <= near.upperBound
                && cue.tokens.lowerBound - $0.tokens.upperBound < 12
        }
    }

    static let purpose = Folding.key("for")

    /// Whether somebody has arrived, in the past tense, in order to do what the trigger tells.
    private func isPurposeOfArrival(_ cue: Cue) -> Bool {
        let near = max(view.range.lowerBound, cue.tokens.lowerBound - 6)..<cue.tokens.lowerBound
        guard let to = near.last(where: { view.key($0) == Word.to }),
            !view.cues.contains(where: { $0.classes.contains(.future) && $0.tokens.upperBound <= to })
        else { return false }
        return view.cues.contains {
            $0.classes.contains(.arrive) && ($0.form == .past || $0.form == .pastOrParticiple)
                && $0.tokens.upperBound <= to && to - $0.tokens.upperBound < 8
        }
    }

    /// "had met", "had spoken".
    private func isPastPerfect(_ window: Range<Int>, _ trigger: ClauseReader.Trigger) -> Bool {
        guard !trigger.isNoun, trigger.cue.form == .participle || trigger.cue.form == .pastOrParticiple else {
            return false
        }
        return (max(window.lowerBound, trigger.cue.tokens.lowerBound - 3)..<trigger.cue.tokens.lowerBound).contains {
            view.key($0) == Self.had
        }
    }

    static let had = Folding.key("had")

    /// Cues within the adjectives before a noun.
    private func modifiers(of cue: Cue) -> [Cue] {
        view.cues.filter {
            $0.tokens.upperBound <= cue.tokens.lowerBound && cue.tokens.lowerBound - $0.tokens.upperBound <= 3
        }
    }
}
