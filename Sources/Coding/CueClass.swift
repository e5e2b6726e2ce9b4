import Lexicon

/// The classes of `Data/cues.tsv`: what a rule takes a word or phrase for.
enum CueClass: UInt8, CaseIterable {
    case meet
    case verbTalks
    case receive
    case speak
    case call
    case visit
    case arrive
    case discuss
    case summon
    case write
    case sign
    case hold
    case occur
    case meeting
    case talks
    case callNoun
    case conversation
    case video
    case consultation
    case summit
    case multilateral
    case visitNoun
    case contact
    case letter
    case press
    case signing
    case round
    case phone
    case byVideo
    case inPerson
    case future
    case planned
    case proposed
    case postponed
    case cancelled
    case declined
    case denied
    case suspended
    case underWay
    case negation
    case background
    case say
    case pair
    case he
    case she
    case they
    case counterpart
    case former
    case acting
    case elect
    case designate
    case deputy
    case honorific
    case side
    case nonofficial
    case margins
    case forum
    case via
    case greeting
    /// Wordings that hide a trigger: "press call", "meeting room".
    case noise
    case unknown

    /// The classes' names in the table, in the order of the cases.
    private static let names: [String] =
        """
            verb.meet verb.talks verb.receive verb.speak verb.call verb.visit verb.arrive verb.discuss
            verb.summon verb.write verb.sign verb.hold verb.occur noun.meeting noun.talks noun.call
            noun.conversation noun.video noun.consultation noun.summit noun.multilateral noun.visit noun.contact noun.letter
            noun.press noun.signing noun.round medium.phone medium.video medium.person status.future status.planned
            status.proposed status.postponed status.cancelled status.declined status.denied status.suspended status.underway negation
            background say pair pronoun.he pronoun.she pronoun.they counterpart standing.former
            standing.acting standing.elect standing.designate deputy honorific side nonofficial margins
            within.forum via greeting noise unknown
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// The class of a name in the table.
    init?(name: String) {
        guard let found = Self.byName[name] else { return nil }
        self = found
    }

    /// The name in the table, which begins the rules' names too.
    var name: String { Self.names[Int(rawValue)] }

    /// Verbs that make an encounter by themselves.
    var isEncounterVerb: Bool {
        switch self {
        case .meet, .verbTalks, .receive, .speak, .call, .visit, .arrive, .discuss, .summon, .write: true
        default: false
        }
    }

    /// Nouns that name an encounter.
    var isEncounterNoun: Bool { (Self.meeting.rawValue...Self.signing.rawValue).contains(rawValue) }

    /// Points to an encounter told elsewhere: "the two leaders", "it was called off", "congratulated".
    var pointsToEncounter: Bool {
        switch self {
        case .pair, .greeting, .cancelled, .postponed, .suspended, .declined, .denied: true
        default: false
        }
    }

    var isVerb: Bool { rawValue <= Self.occur.rawValue }
}

/// The classes by the lexicon's index of cues.
struct CueClasses: Sendable {
    private let classes: [CueClass]
    private let triggers: [Bool]
    private let pointers: [Bool]

    init(_ lexicon: Lexicon) {
        classes = (0..<lexicon.cueCount).map { CueClass(name: lexicon.cue($0)) ?? .unknown }
        triggers = classes.map { $0.isEncounterVerb || $0.isEncounterNoun || $0 == .phone }
        pointers = zip(classes, triggers).map { $1 || $0.pointsToEncounter }
    }

    /// Whether a class names an encounter.
    func isTrigger(_ index: Int) -> Bool { triggers[index] }

    /// Whether a class names an encounter or points to one.
    func tells(_ index: Int) -> Bool { pointers[index] }

    subscript(index: Int) -> CueClass { classes[index] }
}

/// A set of classes, one bit each.
struct CueSet: Sequence, Equatable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    init(arrayLiteral classes: CueClass...) { for one in classes { insert(one) } }

    init(_ classes: some Sequence<CueClass>) { for one in classes { insert(one) } }

    mutating func insert(_ one: CueClass) { bits |= 1 << UInt64(one.rawValue) }

    func contains(_ one: CueClass) -> Bool { bits >> UInt64(one.rawValue) & 1 == 1 }

    func makeIterator() -> AnyIterator<CueClass> {
        var rest = bits
        return AnyIterator {
            guard rest != 0 else { return nil }
            let lowest = rest.trailingZeroBitCount
            rest &= rest - 1
            return CueClass(rawValue: UInt8(lowest))
        }
    }

    /// Whether a class of the set fulfils a condition.
    func contains(where condition: (CueClass) throws -> Bool) rethrows -> Bool {
        var rest = bits
        while rest != 0 {
            if let one = CueClass(rawValue: UInt8(rest.trailingZeroBitCount)), try condition(one) { return true }
            rest &= rest - 1
        }
        return false
    }
}
