import Language
import Lexicon

/// The classes of `Data/context.tsv`: what the readers of outcomes, sources, agendas and gatherings look for.
enum ContextClass: String, CaseIterable {
    case sign = "do.sign"
    case initial = "do.initial"
    case adopt = "do.adopt"
    case agree = "do.agree"
    case reach = "do.reach"
    case pledge = "do.pledge"
    case ease = "do.ease"
    case free = "do.free"
    case collapse = "do.collapse"
    case witness = "do.witness"
    case fail = "do.fail"
    case document = "what.document"
    case memorandum = "what.memorandum"
    case statement = "what.statement"
    case ceasefire = "what.ceasefire"
    case exchange = "what.exchange"
    case sanctions = "what.sanctions"
    case prisoners = "what.prisoners"
    case understanding = "what.understanding"
    case goOn = "what.continue"
    case noneAgreed = "none.agreed"
    case noneTold = "none.told"
    case noneFlat = "none.flat"
    case sourceSource = "source.source"
    case sourceOfficial = "source.official"
    case sourceSpokes = "source.spokes"
    case sourceOffice = "source.office"
    case sourceText = "source.text"
    case sourceMedia = "source.media"
    case media
    case agenda
    case raise
    case topicPreposition = "topic.about"
    case topicNoun = "topic.noun"
    case gathering
    case series
    case margin
    case marginAt = "margin.at"
    case utter
    case unknown
}

/// A word or phrase of `Data/context.tsv` found in a text.
struct ContextCue {
    var tokens: Range<Int>
    var classes: [ContextClass]
    var form: CueForm

    func has(_ kind: ContextClass) -> Bool { classes.contains(kind) }
}

/// The context's classes by the lexicon's index of cues.
struct ContextClasses: Sendable {
    private let classes: [ContextClass]

    init(_ lexicon: Lexicon) {
        classes = (0..<lexicon.cueCount).map { ContextClass(rawValue: lexicon.cue($0)) ?? .unknown }
    }

    subscript(index: Int) -> ContextClass { classes[index] }
}

/// Finds the context's cues: every token may begin one, so that "joint statement" does not hide "statement".
struct ContextScan {
    let scan: Scan
    private let classes: ContextClasses

    init(_ scan: Scan, classes: ContextClasses) {
        self.scan = scan
        self.classes = classes
    }

    /// The longest cue at each token of a range, left to right; cues may overlap.
    func cues(in range: Range<Int>) -> [ContextCue] {
        var found: [ContextCue] = []
        for i in range {
            guard let match = scan.longest(at: i, in: range, root: .context, allowAnyCase: true) else { continue }
            let forms = match.entries.map(\.form).filter { $0 != .none }
            found.append(
                ContextCue(
                    tokens: match.tokens, classes: match.entries.map { classes[$0.index] },
                    form: forms.contains(.pastOrParticiple) ? .pastOrParticiple : forms.first ?? .none))
        }
        return found
    }
}

/// One sentence as the context's readers see it.
struct Passage {
    let view: SentenceView
    let groups: [ActorGroup]
    let cues: [ContextCue]
    /// Index of the claim that the sentence is about.
    var owner: Int?
    /// Somebody's speech in a transcript.
    var isSpoken: Bool
    /// The sentence looks back: a date long before the report.
    var isPast = false

    var range: Range<Int> { view.range }
    var index: Int { view.index }

    func cue(_ kind: ContextClass, in range: Range<Int>) -> ContextCue? {
        cues.first { $0.has(kind) && range.contains($0.tokens.lowerBound) }
    }

    func cues(_ kind: ContextClass) -> [ContextCue] { cues.filter { $0.has(kind) } }

    func has(_ kind: ContextClass) -> Bool { cues.contains { $0.has(kind) } }

    /// The group that ends at a token (exclusive end).
    func group(endingAt token: Int) -> ActorGroup? { groups.last { $0.tokens.upperBound == token } }

    func group(at token: Int) -> ActorGroup? { groups.first { $0.tokens.lowerBound == token } }

    /// Whether any token of a range has one of the keys.
    func contains(_ keys: WordSet, in range: Range<Int>) -> Bool {
        range.clamped(to: self.range).contains { keys.contains(view.key($0)) }
    }
}
