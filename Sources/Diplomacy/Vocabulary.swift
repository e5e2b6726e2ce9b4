// The fixed vocabularies of the record's contract. A value may be added, never renamed.

/// What sort of contact an encounter is.
public enum EncounterKind: String, Sendable, Codable, CaseIterable {
    case letter, call
    case videoConference = "video-conference"
    case consultation, summit
    case multilateralMeeting = "multilateral-meeting"
    case signing, visit, talks, contact, demarche, meeting

    /// The contract's order of precedence: the first that applies is the kind, so a smaller value wins.
    public var precedence: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// By what means the parties were in contact.
public enum Medium: String, Sendable, Codable, CaseIterable {
    case inPerson = "in-person"
    case phone, video, letter, hybrid, unknown
}

/// Whether the parties dealt with each other directly or through others.
public enum Format: String, Sendable, Codable, CaseIterable {
    case direct, indirect, mixed, shuttle, unknown
}

/// Where an encounter stands in its course.
public enum Status: String, Sendable, Codable, CaseIterable {
    case proposed, announced
    case underWay = "under-way"
    case held, postponed, suspended, cancelled, declined, denied, lapsed

    /// Whether the encounter took place or is taking place.
    public var happened: Bool { self == .held || self == .underWay }
}

/// The rank of a participant, and of an encounter (the lower of its two leads).
public enum Level: String, Sendable, Codable, CaseIterable {
    case leader
    case deputyLeader = "deputy-leader"
    case minister
    case securityAdviser = "security-adviser"
    case viceMinister = "vice-minister"
    case envoy, ambassador
    case seniorOfficial = "senior-official"
    case militaryCommand = "military-command"
    case working, parliament
    case organisationHead = "organisation-head"
    case royal
    case nonOfficial = "non-official"

    /// Position in the contract's list, 0 for the highest.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// How a person stands to the office that is named with them.
public enum Standing: String, Sendable, Codable, CaseIterable {
    case incumbent, acting, elect, designate, former, disputed
}

/// The part that a participant plays.
public enum Role: String, Sendable, Codable, CaseIterable {
    case host, guest, mediator, chair
    case coChair = "co-chair"
    case convener
    case venueHost = "venue-host"
    case participant, observer, signatory
    case delegationMember = "delegation-member"
}

/// What came of an encounter, as the text tells it.
public enum OutcomeKind: String, Sendable, Codable, CaseIterable {
    case agreementSigned = "agreement-signed"
    case ceasefireAgreed = "ceasefire-agreed"
    case exchangeAgreed = "exchange-agreed"
    case sanctionsEased = "sanctions-eased"
    case initialled
    case memorandumSigned = "memorandum-signed"
    case jointStatement = "joint-statement"
    case commitment
    case agreedToContinue = "agreed-to-continue"
    case understanding
    case brokeDown = "broke-down"
    case noAgreement = "no-agreement"
    case noneReported = "none-reported"
    case notStated = "not-stated"
    case notApplicable = "not-applicable"

    /// The contract's order of weight: of several outcomes the one with the least value is `outcome`.
    public var weight: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// Why the place is believed.
public enum PlaceBasis: String, Sendable, Codable, CaseIterable {
    case stated
    case hostCapital = "host-capital"
    case curated
}

/// How a source is named.
public enum Grade: String, Sendable, Codable, CaseIterable {
    case named, spokesperson
    case unnamedOfficial = "unnamed-official"
    case briefedSource = "briefed-source"
    case mediaOnly = "media-only"
}

/// What kind of publisher a report comes from.
public enum SourceKind: String, Sendable, Codable, CaseIterable {
    case official, agency, broadcaster, newspaper, magazine, aggregator, blog
}

/// How one encounter of a report stands to another.
public enum RelationKind: String, Sendable, Codable, CaseIterable {
    case partOf = "part-of"
    case onMarginsOf = "on-margins-of"
    case prepares, follows, replaces
    case returnVisit = "return-visit"
    case sameProcess = "same-process"
}

/// How much a diagnostic matters.
public enum Severity: String, Sendable, Codable, CaseIterable {
    case note, warning, error
}
