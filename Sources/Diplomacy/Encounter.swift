/// A contact between at least two different parties, as one report tells it.
public struct Encounter: Sendable, Codable {
    /// Unique within the record: `e1`, `e2` and so on, in the order of the text.
    public var id: String
    /// The first of the encounters that are news; at most one in a record.
    public var principal: Bool
    /// Whether the encounter is news of this report, not remembered or announced in passing.
    public var reported: Bool
    public var kind: EncounterKind
    public var medium: Medium
    public var format: Format
    /// Parties that mediate where `format` is not direct.
    public var via: [String]?
    public var status: Status
    /// The lower of the two leads' levels.
    public var level: Level?
    public var date: PartialDate?
    public var place: Place?
    public var series: Series?
    public var within: Gathering?
    public var participants: [Participant]
    /// Third parties that were talked about.
    public var about: [About]
    public var issues: [IssueMention]
    /// Treaties and arrangements that are spoken of; `nil` for none.
    public var instruments: [InstrumentMention]?
    /// Regions that are spoken of; `nil` for none.
    public var regions: [RegionMention]?
    public var outcome: Outcome
    public var outcomes: [Outcome]
    public var attributedTo: Attribution?
    public var relations: [Relation]
    /// 0 to 1.
    public var confidence: Double
    public var evidence: [Evidence]

    public init(
        id: String, principal: Bool = false, reported: Bool = false, kind: EncounterKind, medium: Medium,
        format: Format = .direct, via: [String]? = nil, status: Status, level: Level? = nil, date: PartialDate? = nil,
        place: Place? = nil, series: Series? = nil, within: Gathering? = nil, participants: [Participant],
        about: [About] = [], issues: [IssueMention] = [], outcome: Outcome = Outcome(kind: .notStated),
        outcomes: [Outcome] = [], attributedTo: Attribution? = nil, relations: [Relation] = [], confidence: Double,
        evidence: [Evidence]
    ) {
        self.id = id
        self.principal = principal
        self.reported = reported
        self.kind = kind
        self.medium = medium
        self.format = format
        self.via = via
        self.status = status
        self.level = level
        self.date = date
        self.place = place
        self.series = series
        self.within = within
        self.participants = participants
        self.about = about
        self.issues = issues
        self.outcome = outcome
        self.outcomes = outcomes
        self.attributedTo = attributedTo
        self.relations = relations
        self.confidence = confidence
        self.evidence = evidence
    }

    enum CodingKeys: String, CodingKey {
        case id, principal, reported, kind, medium, format, via, status, level, date, place, series, within
        case participants, about, issues, instruments, regions, outcome, outcomes, relations, confidence, evidence
        case attributedTo = "attributed_to"
    }
}

/// One person, or one party without a named person, in an encounter.
public struct Participant: Sendable, Codable {
    public var person: String?
    /// The person's full name as the text writes it, where that is not `person`, the lexicon's.
    public var written: String?
    /// The office in which the person takes part.
    public var office: String?
    public var offices: [OfficeClaim]
    /// ISO 3166-1 alpha-3, or an organisation's code.
    public var party: String?
    /// A de facto government that acts for `party`.
    public var authority: String?
    /// PLOVER's list: GOV, MIL, IGO and so on.
    public var sector: String?
    public var level: Level?
    public var standing: Standing?
    public var role: Role?
    public var lead: Bool
    public var span: Span?
    /// `lexicon` where the text names the office and the lexicon its holder on that day.
    public var basis: String?

    public init(
        person: String? = nil, office: String? = nil, offices: [OfficeClaim] = [], party: String? = nil,
        authority: String? = nil, sector: String? = nil, level: Level? = nil, standing: Standing? = nil,
        role: Role? = nil, lead: Bool = false, span: Span? = nil, basis: String? = nil
    ) {
        self.person = person
        self.office = office
        self.offices = offices
        self.party = party
        self.authority = authority
        self.sector = sector
        self.level = level
        self.standing = standing
        self.role = role
        self.lead = lead
        self.span = span
        self.basis = basis
    }
}

/// An office of a participant, and whether the text or the lexicon says so.
public struct OfficeClaim: Hashable, Sendable, Codable {
    public var title: String
    /// `text` or `lexicon`.
    public var basis: String

    public init(title: String, basis: String) {
        self.title = title
        self.basis = basis
    }
}

/// Where an encounter took place.
public struct Place: Hashable, Sendable, Codable {
    public var name: String?
    public var country: String?
    /// The house or room, where told.
    public var venue: String?
    public var basis: PlaceBasis
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    public var span: Span?

    public init(
        name: String?, country: String?, venue: String? = nil, basis: PlaceBasis = .stated, latitude: Double? = nil,
        longitude: Double? = nil, span: Span? = nil
    ) {
        self.name = name
        self.country = country
        self.venue = venue
        self.basis = basis
        self.latitude = latitude
        self.longitude = longitude
        self.span = span
    }
}

/// A standing dialogue and the number of its round.
public struct Series: Hashable, Sendable, Codable {
    public var name: String
    /// The lexicon's code, where it knows the dialogue.
    public var code: String?
    public var round: Int?

    public init(name: String, code: String? = nil, round: Int? = nil) {
        self.name = name
        self.code = code
        self.round = round
    }
}

/// A larger gathering that has no record of its own.
public struct Gathering: Hashable, Sendable, Codable {
    public var name: String
    public var span: Span?

    public init(name: String, span: Span? = nil) {
        self.name = name
        self.span = span
    }
}

/// A third party that was talked about.
public struct About: Hashable, Sendable, Codable {
    public var party: String
    public var span: Span

    public init(party: String, span: Span) {
        self.party = party
        self.span = span
    }
}

/// An issue on the agenda of an encounter.
public struct IssueMention: Hashable, Sendable, Codable {
    public var code: String
    /// The parties that raised it, where told.
    public var raisedBy: [String]?
    public var span: Span

    public init(code: String, raisedBy: [String]? = nil, span: Span) {
        self.code = code
        self.raisedBy = raisedBy
        self.span = span
    }

    enum CodingKeys: String, CodingKey {
        case code, span
        case raisedBy = "raised_by"
    }
}

/// What came of an encounter.
public struct Outcome: Sendable, Codable {
    public var kind: OutcomeKind
    /// The parties that it binds, where told.
    public var by: [String]?
    /// The words of the report.
    public var text: String?
    public var span: Span?
    /// The date of the next round, where the outcome names one.
    public var next: NextRound?

    public init(kind: OutcomeKind, by: [String]? = nil, text: String? = nil, span: Span? = nil, next: NextRound? = nil)
    {
        self.kind = kind
        self.by = by
        self.text = text
        self.span = span
        self.next = next
    }
}

/// When and where the parties agreed to meet again.
public struct NextRound: Hashable, Sendable, Codable {
    public var date: PartialDate?
    public var place: String?

    public init(date: PartialDate? = nil, place: String? = nil) {
        self.date = date
        self.place = place
    }
}

/// Who says so.
public struct Attribution: Hashable, Sendable, Codable {
    public var name: String
    public var party: String?
    public var grade: Grade
    public var span: Span?

    public init(name: String, party: String? = nil, grade: Grade, span: Span? = nil) {
        self.name = name
        self.party = party
        self.grade = grade
        self.span = span
    }
}

/// How an encounter stands to another of the same record.
public struct Relation: Hashable, Sendable, Codable {
    public var kind: RelationKind
    public var encounter: String

    public init(kind: RelationKind, encounter: String) {
        self.kind = kind
        self.encounter = encounter
    }
}

/// The sentence that a fact rests on, and the rule that read it.
public struct Evidence: Hashable, Sendable, Codable {
    /// Index of the sentence in the document, from 0.
    public var sentence: Int
    public var span: Span
    public var text: String
    /// A stable name: `family.rule`.
    public var rule: String

    public init(sentence: Int, span: Span, text: String, rule: String) {
        self.sentence = sentence
        self.span = span
        self.text = text
        self.rule = rule
    }
}
