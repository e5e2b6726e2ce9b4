/// What one party did to another, as one sentence tells it: an event of PLOVER's ontology with its CAMEO code.
public struct Event: Sendable, Codable {
    public var type: EventType
    /// PLOVER's mode: how it was done ("visit", "arrest"); `nil` where the wording tells none.
    public var mode: String?
    /// PLOVER's contexts: what it was about ("military", "economic").
    public var contexts: [String]
    /// CAMEO code of two to four digits.
    public var cameo: String?
    public var quad: Quad
    /// Goldstein's score of the CAMEO code, -10 (conflict) to 10 (cooperation); `nil` where the code has none.
    public var goldstein: Double?
    public var source: EventActor?
    public var target: EventActor?
    /// When the event took place or is to take place.
    public var date: PartialDate?
    public var place: Place?
    /// The record's encounter that this is an event of.
    public var encounter: String?
    public var polarity: Polarity
    public var modality: Modality
    public var attributedTo: Attribution?
    /// The issue that a position is about.
    public var issue: String?
    public var stance: Stance?
    /// What is supported or opposed.
    public var proposition: Span?
    /// The sentence's number in the text, from 0; the title is a sentence.
    public var sentence: Int
    /// The sentence.
    public var span: Span
    /// The rule that found it: a frame of the codebook, or `classifier`.
    public var rule: String
    /// How likely it is that the type is right, 0 to 1.
    public var confidence: Double
    /// What the other reader took it for, where rule and classifier differ.
    public var alternative: Alternative?

    /// The type that the rule or the classifier would have given.
    public struct Alternative: Hashable, Sendable, Codable {
        public var type: EventType
        /// `rule` or `classifier`.
        public var by: String
        /// What the classifier gives the type, 0 to 1.
        public var probability: Double?

        public init(type: EventType, by: String, probability: Double? = nil) {
            self.type = type
            self.by = by
            self.probability = probability
        }
    }

    public init(
        type: EventType, mode: String? = nil, contexts: [String] = [], cameo: String? = nil, goldstein: Double? = nil,
        source: EventActor? = nil, target: EventActor? = nil, polarity: Polarity = .affirmed,
        modality: Modality = .actual, sentence: Int, span: Span, rule: String, confidence: Double
    ) {
        self.type = type
        self.mode = mode
        self.contexts = contexts
        self.cameo = cameo
        quad = type.quad
        self.goldstein = goldstein
        self.source = source
        self.target = target
        self.polarity = polarity
        self.modality = modality
        self.sentence = sentence
        self.span = span
        self.rule = rule
        self.confidence = confidence
    }

    /// Only what is affirmed and actual counts as having happened.
    public var happened: Bool { polarity == .affirmed && modality == .actual }

    enum CodingKeys: String, CodingKey {
        case type, mode, contexts, cameo, quad, goldstein, source, target, date, place, encounter, polarity, modality
        case issue, stance, proposition, sentence, span, rule, confidence, alternative
        case attributedTo = "attributed_to"
    }
}

/// Who acts, or who is acted upon.
public struct EventActor: Hashable, Sendable, Codable {
    public var party: String?
    /// The group or territory that acts, where `party` is the state that it is counted with.
    public var authority: String?
    /// PLOVER's sector: GOV, MIL, REB, CVL and so on.
    public var sector: String?
    public var person: String?
    public var office: String?
    /// The words that name the actor.
    public var text: String
    public var span: Span

    public init(
        party: String? = nil, authority: String? = nil, sector: String? = nil, person: String? = nil,
        office: String? = nil, text: String, span: Span
    ) {
        self.party = party
        self.authority = authority
        self.sector = sector
        self.person = person
        self.office = office
        self.text = text
        self.span = span
    }
}

/// PLOVER's types of events.
public enum EventType: String, Sendable, Codable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case concede = "CONCEDE"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"

    /// The quarter of the plane of speech and deed, cooperation and conflict.
    public var quad: Quad {
        switch self {
        case .agree, .consult, .support: .verbalCooperation
        case .cooperate, .aid, .concede, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }

    /// The CAMEO code of the whole type, where the wording allows no finer one.
    public var cameo: String {
        switch self {
        case .agree: "030"
        case .consult: "040"
        case .support: "050"
        case .cooperate: "060"
        case .aid: "070"
        case .concede: "080"
        case .retreat: "087"
        case .request: "020"
        case .accuse: "110"
        case .reject: "120"
        case .threaten: "130"
        case .protest: "140"
        case .mobilize: "150"
        case .sanction: "160"
        case .coerce: "170"
        case .assault: "190"
        }
    }
}

/// Quad classes.
public enum Quad: Int, Sendable, Codable, CaseIterable {
    case verbalCooperation = 1
    case materialCooperation, verbalConflict, materialConflict

    public var isConflict: Bool { rawValue >= 3 }
}

/// Whether the text says that it is so or that it is not.
public enum Polarity: String, Sendable, Codable, CaseIterable {
    case affirmed, negated
}

/// How what is told stands to what is the case.
public enum Modality: String, Sendable, Codable, CaseIterable {
    case actual, planned, possible, conditional, requested, denied
}

/// How a party stands to an issue.
public enum Stance: String, Sendable, Codable, CaseIterable {
    case supports, opposes
    case callsFor = "calls-for"
    case rejects, condemns, conditional
}
