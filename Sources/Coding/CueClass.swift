import Lexicon

/// The classes of `Data/cues.tsv`: what a rule takes a word or phrase for.
enum CueClass: String, CaseIterable {
    case meet = "verb.meet"
    case verbTalks = "verb.talks"
    case receive = "verb.receive"
    case speak = "verb.speak"
    case call = "verb.call"
    case visit = "verb.visit"
    case arrive = "verb.arrive"
    case discuss = "verb.discuss"
    case summon = "verb.summon"
    case write = "verb.write"
    case sign = "verb.sign"
    case hold = "verb.hold"
    case occur = "verb.occur"
    case meeting = "noun.meeting"
    case talks = "noun.talks"
    case callNoun = "noun.call"
    case conversation = "noun.conversation"
    case video = "noun.video"
    case consultation = "noun.consultation"
    case summit = "noun.summit"
    case multilateral = "noun.multilateral"
    case visitNoun = "noun.visit"
    case contact = "noun.contact"
    case letter = "noun.letter"
    case press = "noun.press"
    case signing = "noun.signing"
    case round = "noun.round"
    case phone = "medium.phone"
    case byVideo = "medium.video"
    case inPerson = "medium.person"
    case future = "status.future"
    case planned = "status.planned"
    case proposed = "status.proposed"
    case postponed = "status.postponed"
    case cancelled = "status.cancelled"
    case declined = "status.declined"
    case denied = "status.denied"
    case suspended = "status.suspended"
    case underWay = "status.underway"
    case negation
    case background
    case say
    case pair
    case he = "pronoun.he"
    case she = "pronoun.she"
    case they = "pronoun.they"
    case counterpart
    case former = "standing.former"
    case acting = "standing.acting"
    case elect = "standing.elect"
    case designate = "standing.designate"
    case deputy
    case honorific
    case side
    case nonofficial
    case margins
    case forum = "within.forum"
    case via
    case greeting
    /// Wordings that hide a trigger: "press call", "meeting room".
    case noise
    case unknown

    /// Verbs that make an encounter by themselves.
    var isEncounterVerb: Bool {
        switch self {
        case .meet, .verbTalks, .receive, .speak, .call, .visit, .arrive, .discuss, .summon, .write: true
        default: false
        }
    }

    /// Nouns that name an encounter.
    var isEncounterNoun: Bool { rawValue.hasPrefix("noun.") && self != .round }

    /// Points to an encounter told elsewhere: "the two leaders", "it was called off", "congratulated".
    var pointsToEncounter: Bool {
        switch self {
        case .pair, .greeting, .cancelled, .postponed, .suspended, .declined, .denied: true
        default: false
        }
    }

    var isVerb: Bool { rawValue.hasPrefix("verb.") }
}

/// The classes by the lexicon's index of cues.
struct CueClasses: Sendable {
    private let classes: [CueClass]
    private let triggers: [Bool]
    private let pointers: [Bool]

    init(_ lexicon: Lexicon) {
        classes = (0..<lexicon.cueCount).map { CueClass(rawValue: lexicon.cue($0)) ?? .unknown }
        triggers = classes.map { $0.isEncounterVerb || $0.isEncounterNoun }
        pointers = classes.map { $0.isEncounterVerb || $0.isEncounterNoun || $0.pointsToEncounter }
    }

    /// Whether a class names an encounter.
    func isTrigger(_ index: Int) -> Bool { triggers[index] }

    /// Whether a class names an encounter or points to one.
    func tells(_ index: Int) -> Bool { pointers[index] }

    subscript(index: Int) -> CueClass { classes[index] }
}
