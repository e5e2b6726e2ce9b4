import Diplomacy
import Language
import Lexicon

/// The outcomes that one sentence tells.
struct OutcomeClauses {
    let passage: Passage
    let context: ContextReader
    let claim: Claim
    var view: SentenceView { passage.view }

    func outcomes() -> [Outcome] {
        var found: [Outcome] = []
        for cue in passage.cues {
            for kind in cue.classes {
                guard let reading = read(cue, kind), !isQuoted(cue.tokens.lowerBound) else { continue }
                let tokens = clause(around: reading.tokens)
                if found.contains(where: { $0.kind == reading.kind }) { continue }
                found.append(
                    Outcome(
                        kind: reading.kind, by: reading.by, text: context.text.string(tokens),
                        span: context.span(tokens),
                        next: reading.kind == .agreedToContinue ? next(after: reading.tokens, tokens) : nil))
            }
        }
        // what was agreed in particular says more than that something was agreed
        if found.contains(where: { $0.kind.weight < OutcomeKind.understanding.weight && $0.kind != .commitment }) {
            found.removeAll { $0.kind == .understanding }
        }
        return found
    }

    struct Reading {
        var kind: OutcomeKind
        var tokens: Range<Int>
        var by: [String]?
    }

    private func read(_ cue: ContextCue, _ kind: ContextClass) -> Reading? {
        switch kind {
        case .sign: return signing(cue)
        case .initial:
            return done(cue) && object(.document, of: cue) != nil ? Reading(kind: .initialled, tokens: cue.tokens) : nil
        case .adopt: return adopted(cue)
        case .agree: return agreed(cue)
        case .reach: return reached(cue)
        case .pledge: return pledged(cue)
        case .ease: return eased(cue)
        case .collapse: return collapsed(cue)
        case .witness: return witnessed(cue)
        case .goOn: return resumed(cue)
        case .noneAgreed: return speaksOfTalks(cue) ? Reading(kind: .noAgreement, tokens: cue.tokens) : nil
        case .noneTold: return noneTold(cue)
        case .noneFlat: return speaksOfTalks(cue) ? Reading(kind: .noneReported, tokens: cue.tokens) : nil
        case .statement: return stated(cue)
        default: return nil
        }
    }

    // MARK: - Kinds

    /// "signed a treaty", "the documents were signed".
    private func signing(_ cue: ContextCue) -> Reading? {
        let gerund =
            cue.form == .gerund && passage.contains(Self.and, in: (cue.tokens.lowerBound - 1)..<cue.tokens.lowerBound)
            && passage.cues.contains { $0.has(.reach) || $0.has(.agree) }
        guard done(cue) || gerund else { return nil }
        guard let what = object(.memorandum, of: cue) ?? object(.document, of: cue) ?? object(.statement, of: cue)
        else { return nil }
        let kind: OutcomeKind =
            what.has(.memorandum) ? .memorandumSigned : what.has(.statement) ? .jointStatement : .agreementSigned
        if isNegated(cue) || isNone(what) { return Reading(kind: .noneReported, tokens: cue.tokens) }
        // one state that signs a convention signs nothing with the other
        if let lone = subject(of: cue), lone.count == 1, claim.parties.count > 1, !isJoint(cue, what) { return nil }
        return Reading(kind: kind, tokens: join(cue.tokens, what.tokens))
    }

    static let together = Word.set("with between both bilateral together joint mutual intergovernmental")

    /// Whether a signing names the other side: "with", "between", "the two".
    private func isJoint(_ cue: ContextCue, _ what: ContextCue) -> Bool {
        let around =
            max(
                view.range.lowerBound, cue.tokens.lowerBound - 10)..<min(
                what.tokens.upperBound + 14, view.range.upperBound)
        return passage.contains(Self.together, in: around)
            || view.cues.contains {
                around.contains($0.tokens.lowerBound) && ($0.classes.contains(.pair) || $0.classes.contains(.they))
            }
    }

    private func adopted(_ cue: ContextCue) -> Reading? {
        guard let what = object(.statement, of: cue), done(cue) else { return nil }
        if isNegated(cue) || isNone(what) { return Reading(kind: .noneReported, tokens: join(cue.tokens, what.tokens)) }
        return Reading(kind: .jointStatement, tokens: join(cue.tokens, what.tokens))
    }

    private func agreed(_ cue: ContextCue) -> Reading? {
        guard done(cue) else { return nil }
        // "as agreed", "the agreed steps", "agreed last year"
        let before = view.key(cue.tokens.lowerBound - 1)
        if Word.determiners.contains(before) || Self.as_.contains(before) { return nil }
        if passage.cue(.fail, in: (cue.tokens.lowerBound - 4)..<cue.tokens.lowerBound) != nil || isNegated(cue) {
            return Reading(kind: .noAgreement, tokens: cue.tokens)
        }
        guard hasSides(before: cue.tokens.lowerBound) || isImpersonal(cue) else { return nil }
        let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 14, view.range.upperBound)
        if passage.cue(.exchange, in: after) != nil { return Reading(kind: .exchangeAgreed, tokens: cue.tokens) }
        if passage.cues.contains(where: { after.contains($0.tokens.lowerBound) && isContact($0) }) {
            return Reading(kind: .agreedToContinue, tokens: cue.tokens)
        }
        let near = after.lowerBound..<min(after.lowerBound + 8, after.upperBound)
        if passage.cue(.ceasefire, in: near) != nil { return Reading(kind: .ceasefireAgreed, tokens: cue.tokens) }
        guard Self.complements.contains(view.key(cue.tokens.upperBound)) || view.isTitle else { return nil }
        let toVerb = view.key(cue.tokens.upperBound) == Word.to
        if toVerb, Self.reduced.contains(view.key(cue.tokens.upperBound + 1)) { return nil }
        if toVerb, !isJoined(before: cue.tokens.lowerBound), let lone = subject(of: cue), lone.count == 1,
            claim.parties.count > 1, !Word.be.contains(before)
        {
            return Reading(kind: .commitment, tokens: cue.tokens, by: lone)
        }
        return Reading(kind: .understanding, tokens: cue.tokens)
    }

    /// Words for going on that name a contact, or have one after them: "continue supporting" has none.
    private func isContact(_ cue: ContextCue) -> Bool {
        guard cue.has(.goOn) else { return false }
        let verb = view.key(cue.tokens.lowerBound) == Word.to ? cue.tokens.lowerBound + 1 : cue.tokens.lowerBound
        guard cue.tokens.upperBound - verb == 1, Self.goingOn.contains(view.key(verb)) else { return true }
        let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 7, view.range.upperBound)
        return passage.contains(Self.contacts, in: after)
    }

    static let goingOn = Word.set("continue resume maintain maintaining reconvene")
    static let contacts = Word.set(
        """
        contact contacts dialogue talks consultations negotiations discussions discussion conversation
        conversations communication touch meetings meeting exchanges consulting talking negotiating
        """)

    /// "said in a joint statement", "according to a joint communique".
    private func stated(_ cue: ContextCue) -> Reading? {
        guard view.key(cue.tokens.lowerBound) == Self.joint, !isNone(cue) else { return nil }
        let before = cue.tokens.lowerBound - 1
        guard Self.articles.contains(view.key(before)), Self.carriers.contains(view.key(before - 1)) else { return nil }
        let window = max(view.range.lowerBound, before - 8)..<before
        let says =
            Self.within.contains(view.key(before - 1))
            || view.cues.contains {
                $0.classes.contains(.say) && abs($0.tokens.lowerBound - before) < 14 && $0.form != .base
            }
        return says && !passage.contains(Self.modals, in: window) && !isLongAgo(cue)
            ? Reading(kind: .jointStatement, tokens: cue.tokens) : nil
    }

    static let joint = Folding.key("joint")
    static let articles = Word.set("a the their this")
    static let within = Word.set("in by")
    static let carriers = Word.set("in to by per")

    static let and = Word.set("and by with in")
    static let as_ = Word.set("as previously earlier already an the")
    static let reduced = Word.set("at in by during last on")
    static let complements = Word.set("that on to upon about in also among")

    private func reached(_ cue: ContextCue) -> Reading? {
        guard
            let what = object(.ceasefire, of: cue) ?? object(.exchange, of: cue) ?? object(.understanding, of: cue)
                ?? object(.document, of: cue)
        else { return nil }
        let failed = passage.cue(.fail, in: (cue.tokens.lowerBound - 4)..<cue.tokens.lowerBound) != nil
        if failed || ((isNegated(cue) || isNone(what)) && done(cue)) {
            return Reading(kind: .noAgreement, tokens: join(cue.tokens, what.tokens))
        }
        guard done(cue) else { return nil }
        let tokens = join(cue.tokens, what.tokens)
        if what.has(.ceasefire) { return Reading(kind: .ceasefireAgreed, tokens: tokens) }
        if what.has(.exchange) { return Reading(kind: .exchangeAgreed, tokens: tokens) }
        // an agreement that is reached is not yet one that is signed
        return Reading(kind: .understanding, tokens: tokens)
    }

    private func pledged(_ cue: ContextCue) -> Reading? {
        let before = view.key(cue.tokens.lowerBound - 1)
        guard done(cue), !isNegated(cue), !Self.states.contains(before), let party = subject(of: cue) else {
            return nil
        }
        if Self.offers.contains(view.key(cue.tokens.lowerBound)) {
            let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 7, view.range.upperBound)
            guard passage.contains(Self.aid, in: after) else { return nil }
        }
        // what all undertake is an understanding; a commitment is one side's
        guard party.count < claim.parties.count else { return Reading(kind: .understanding, tokens: cue.tokens) }
        return Reading(kind: .commitment, tokens: cue.tokens, by: party)
    }

    static let states = Word.set("is are was were be been remain remains remained as fully deeply firmly being")
    static let offers = Word.set("offer offers offered")
    static let aid = Word.set(
        """
        aid assistance help support loan loans credit grant grants relief funding troops training weapons
        supplies
        """)

    private func eased(_ cue: ContextCue) -> Reading? {
        guard let what = object(.sanctions, of: cue), done(cue), !isNegated(cue), !isNone(what) else { return nil }
        guard let party = subject(of: cue) else { return nil }
        return Reading(kind: .sanctionsEased, tokens: join(cue.tokens, what.tokens), by: party)
    }

    private func collapsed(_ cue: ContextCue) -> Reading? {
        guard done(cue), !isNegated(cue) else { return nil }
        let subject = max(view.range.lowerBound, cue.tokens.lowerBound - 8)..<cue.tokens.lowerBound
        let isTalks = view.cues.contains { cue in
            subject.contains(cue.tokens.lowerBound)
                && cue.classes.contains { $0.isEncounterNoun && $0 != .visitNoun && $0 != .letter }
        }
        let leaves = Self.walks.contains(view.key(cue.tokens.lowerBound)) && self.subject(of: cue) != nil
        return isTalks || leaves ? Reading(kind: .brokeDown, tokens: cue.tokens) : nil
    }

    static let walks = Word.set("walked walk walks stormed storm storms")

    /// "the talks ended with the signing of an agreement", "the presidents witnessed the signing of".
    private func witnessed(_ cue: ContextCue) -> Reading? {
        guard done(cue), !isNegated(cue) else { return nil }
        let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 8, view.range.upperBound)
        guard
            let gerund = passage.cues.first(where: {
                $0.has(.sign) && $0.form == .gerund && after.contains($0.tokens.lowerBound)
            })
        else { return nil }
        let what = object(.memorandum, of: gerund) ?? object(.document, of: gerund) ?? object(.statement, of: gerund)
        guard let what else { return nil }
        let kind: OutcomeKind =
            what.has(.memorandum) ? .memorandumSigned : what.has(.statement) ? .jointStatement : .agreementSigned
        return Reading(kind: kind, tokens: join(cue.tokens, what.tokens))
    }

    static let willResume = Word.set("will would 'll shall")
    static let dueTo = Word.set("due set scheduled expected planned slated")

    /// "the talks will resume on Saturday", "their aides will stay in contact".
    private func resumed(_ cue: ContextCue) -> Reading? {
        let start = max(view.range.lowerBound, cue.tokens.lowerBound - 3)
        guard cue.tokens.count > 1 || isContact(cue) || isOfTalks(before: cue.tokens.lowerBound),
            passage.contains(Self.willResume, in: start..<cue.tokens.lowerBound), !isNegated(cue), claim.status == .held
        else { return nil }
        guard isOfTalks(before: cue.tokens.lowerBound) || hasSides(before: cue.tokens.lowerBound) else { return nil }
        return Reading(kind: .agreedToContinue, tokens: cue.tokens)
    }

    /// Whether talks or their sides stand as subject before a verb.
    private func isOfTalks(before token: Int) -> Bool {
        let subject = max(view.range.lowerBound, token - 8)..<token
        return view.cues.contains { cue in
            subject.contains(cue.tokens.lowerBound)
                && cue.classes.contains {
                    $0 == .talks || $0 == .pair || $0 == .they || $0 == .consultation || $0 == .side || $0 == .contact
                }
        }
    }

    /// "no joint statement was issued", "no details were announced".
    private func noneTold(_ cue: ContextCue) -> Reading? {
        let after = cue.tokens.upperBound..<min(cue.tokens.upperBound + 9, view.range.upperBound)
        let tells =
            passage.cues.contains { other in
                after.contains(other.tokens.lowerBound) && other.form == .pastOrParticiple
                    && (other.has(.adopt) || other.has(.sign) || other.has(.reach) || other.has(.agree))
            } || passage.contains(Self.givens, in: after)
        let reached = passage.cues.contains { after.contains($0.tokens.lowerBound) && $0.has(.reach) }
        if reached, !passage.cues.contains(where: { after.contains($0.tokens.lowerBound) && $0.has(.adopt) }) {
            return Reading(kind: .noAgreement, tokens: cue.tokens)
        }
        return tells ? Reading(kind: .noneReported, tokens: cue.tokens) : nil
    }

    static let givens = Word.set("given made provided expected available emerged taken announced planned")
}
