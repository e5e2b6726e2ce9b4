/// One real encounter, as the register keeps it: what happened once, made of what the reports say.
///
/// Written as `rapporteur.encounter/1`.
public struct RegisteredEncounter: Sendable {
    public static let schema = "rapporteur.encounter/1"

    /// `enc_` and 16 hexadecimal digits: a function of the reports.
    public var id: String
    public var kind: EncounterKind
    public var medium: Medium
    public var format: Format
    public var via: [String]
    public var status: Status
    public var level: Level?
    public var date: PartialDate?
    public var place: Place?
    public var series: Series?
    public var within: Gathering?
    public var participants: [Participant]
    public var about: [String]
    public var issues: [RegisteredIssue]
    public var outcome: Outcome
    public var outcomes: [Outcome]
    /// Every report of the encounter, in the order of publication.
    public var reports: [EncounterReport]
    /// The number of independent origins.
    public var origins: Int
    public var progress: [ProgressStep]
    public var disputes: [Dispute]
    public var relations: [Relation]
    /// Why each field has its value, in words.
    public var reasons: [FieldReason]
    /// 0 to 1.
    public var confidence: Double

    public init(id: String, kind: EncounterKind, medium: Medium, status: Status, outcome: Outcome) {
        self.id = id
        self.kind = kind
        self.medium = medium
        self.status = status
        self.outcome = outcome
        format = .direct
        via = []
        participants = []
        about = []
        issues = []
        outcomes = []
        reports = []
        origins = 0
        progress = []
        disputes = []
        relations = []
        reasons = []
        confidence = 0
    }
}

/// An issue of an encounter, and which reports name it.
public struct RegisteredIssue: Hashable, Sendable {
    public var code: String
    public var raisedBy: [String]
    public var documents: [String]

    public init(code: String, raisedBy: [String], documents: [String]) {
        self.code = code
        self.raisedBy = raisedBy
        self.documents = documents
    }
}

/// What one report says of an encounter.
public struct EncounterReport: Sendable {
    /// The id of the document.
    public var document: String
    /// The number of the origin that the report goes back to, from 1.
    public var origin: Int
    /// What the report claims, with its evidence.
    public var claim: Encounter

    public init(document: String, origin: Int, claim: Encounter) {
        self.document = document
        self.origin = origin
        self.claim = claim
    }
}

/// A step in the course of an encounter: announced, held, postponed.
public struct ProgressStep: Hashable, Sendable {
    public var status: Status
    /// The day of the first report of it, where known.
    public var date: Day?
    public var documents: [String]

    public init(status: Status, date: Day?, documents: [String]) {
        self.status = status
        self.date = date
        self.documents = documents
    }
}

/// Two or more values of one field that cannot all be true.
public struct Dispute: Hashable, Sendable {
    public var field: DisputeField
    public var nature: DisputeNature
    /// The heaviest first.
    public var values: [DisputeValue]
    /// The value that is kept; `nil` where the reports cannot settle it.
    public var resolved: String?
    /// Why, in words.
    public var reason: String

    public init(field: DisputeField, nature: DisputeNature, values: [DisputeValue], resolved: String?, reason: String) {
        self.field = field
        self.nature = nature
        self.values = values
        self.resolved = resolved
        self.reason = reason
    }
}

/// One of the values in dispute, with its reports and the share of the weight behind it, 0 to 1.
public struct DisputeValue: Hashable, Sendable {
    public var value: String
    public var documents: [String]
    public var weight: Double

    public init(value: String, documents: [String], weight: Double) {
        self.value = value
        self.documents = documents
        self.weight = weight
    }
}

/// What a dispute is about.
public enum DisputeField: String, Sendable, Codable, CaseIterable {
    case date, place, status, kind, participants, outcome, issues, other
}

/// In what way the values of a dispute differ.
public enum DisputeNature: String, Sendable, Codable, CaseIterable {
    /// Two statements that exclude each other.
    case contradiction
    /// One side denies what the other says.
    case denial
    /// What one report tells, another that should know of it does not.
    case omission
}

/// Why a field of an encounter has its value.
public struct FieldReason: Hashable, Sendable {
    public var field: String
    public var reason: String

    public init(field: String, reason: String) {
        self.field = field
        self.reason = reason
    }
}

/// A publisher that a report passes on: "citing Xinhua", "(AFP)", "according to Interfax".
public struct Credit: Hashable, Sendable, Codable {
    public var name: String
    public var span: Span

    public init(name: String, span: Span) {
        self.name = name
        self.span = span
    }
}
