public import Diplomacy

// An encounter of the register read back from its JSON (`rapporteur.encounter/1`). What a report leaves out is read as silence;
// written again, an encounter has the bytes that it was read from.

extension RegisteredEncounter: Decodable {
    enum CodingKeys: String, CodingKey {
        case about, confidence, date, disputes, format, id, issues, kind, level, medium, origins, outcome, outcomes
        case participants, place, progress, reasons, relations, reports, series, status, via, within
    }

    private struct AboutParty: Decodable {
        var party: String
    }

    /// - Throws: `DecodingError` where a key is missing or a value is none of its vocabulary.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(headOf: values)
        reports = try values.decode([EncounterReport].self, forKey: .reports)
    }

    /// All but the reports.
    fileprivate init(headOf values: KeyedDecodingContainer<CodingKeys>) throws {
        self.init(
            id: try values.decode(String.self, forKey: .id),
            kind: try values.decode(EncounterKind.self, forKey: .kind),
            medium: try values.decode(Medium.self, forKey: .medium),
            status: try values.decode(Status.self, forKey: .status),
            outcome: try values.decode(Outcome.self, forKey: .outcome))
        format = try values.decode(Format.self, forKey: .format)
        via = try values.decodeIfPresent([String].self, forKey: .via) ?? []
        level = try values.decodeIfPresent(Level.self, forKey: .level)
        date = try values.decodeIfPresent(PartialDate.self, forKey: .date)
        place = try values.decodeIfPresent(Place.self, forKey: .place)
        series = try values.decodeIfPresent(Series.self, forKey: .series)
        within = try values.decodeIfPresent(Gathering.self, forKey: .within)
        participants = try values.decode([Participant].self, forKey: .participants)
        about = try values.decode([AboutParty].self, forKey: .about).map(\.party)
        issues = try values.decode([RegisteredIssue].self, forKey: .issues)
        outcomes = try values.decode([Outcome].self, forKey: .outcomes)
        origins = try values.decode(Int.self, forKey: .origins)
        progress = try values.decode([ProgressStep].self, forKey: .progress)
        disputes = try values.decode([Dispute].self, forKey: .disputes)
        relations = try values.decodeIfPresent([Relation].self, forKey: .relations) ?? []
        reasons = try values.decode([FieldReason].self, forKey: .reasons)
        confidence = try values.decode(Double.self, forKey: .confidence)
    }
}

/// An encounter without its reports: many times faster to read.
package struct EncounterHead: Decodable {
    package let encounter: RegisteredEncounter
    /// The number of its reports.
    package let reportCount: Int

    private struct Passed: Decodable {
        init(from decoder: any Decoder) {}
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: RegisteredEncounter.CodingKeys.self)
        encounter = try RegisteredEncounter(headOf: values)
        reportCount = try values.decode([Passed].self, forKey: .reports).count
    }
}

extension RegisteredIssue: Decodable {
    enum CodingKeys: String, CodingKey {
        case code, documents
        case raisedBy = "raised_by"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try values.decode(String.self, forKey: .code),
            raisedBy: try values.decodeIfPresent([String].self, forKey: .raisedBy) ?? [],
            documents: try values.decode([String].self, forKey: .documents))
    }
}

extension EncounterReport: Decodable {
    enum CodingKeys: String, CodingKey { case claims, document, evidence, origin, principal, reported }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        var claim = try values.decode(ReadClaim.self, forKey: .claims).claim
        claim.principal = try values.decode(Bool.self, forKey: .principal)
        claim.reported = try values.decode(Bool.self, forKey: .reported)
        claim.evidence = try values.decode([Evidence].self, forKey: .evidence)
        self.init(
            document: try values.decode(String.self, forKey: .document),
            origin: try values.decode(Int.self, forKey: .origin), claim: claim)
    }
}

/// What a report claims, as ``EncounterReport`` writes it.
private struct ReadClaim: Decodable {
    enum CodingKeys: String, CodingKey {
        case about, confidence, date, format, id, issues, kind, level, medium, outcome, participants, place, series,
            status
        case via, within
        case attributedTo = "attributed_to"
    }

    let claim: Encounter

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        var claim = Encounter(
            id: try values.decode(String.self, forKey: .id),
            kind: try values.decode(EncounterKind.self, forKey: .kind),
            medium: try values.decodeIfPresent(Medium.self, forKey: .medium) ?? .unknown,
            format: try values.decode(Format.self, forKey: .format),
            via: try values.decodeIfPresent([String].self, forKey: .via),
            status: try values.decode(Status.self, forKey: .status),
            participants: try values.decode([Participant].self, forKey: .participants),
            confidence: try values.decode(Double.self, forKey: .confidence), evidence: [])
        claim.about = try values.decodeIfPresent([About].self, forKey: .about) ?? []
        claim.attributedTo = try values.decodeIfPresent(Attribution.self, forKey: .attributedTo)
        claim.date = try values.decodeIfPresent(PartialDate.self, forKey: .date)
        claim.issues = try values.decodeIfPresent([IssueMention].self, forKey: .issues) ?? []
        claim.level = try values.decodeIfPresent(Level.self, forKey: .level)
        claim.outcome = try values.decodeIfPresent(Outcome.self, forKey: .outcome) ?? claim.outcome
        claim.place = try values.decodeIfPresent(Place.self, forKey: .place)
        claim.series = try values.decodeIfPresent(Series.self, forKey: .series)
        claim.within = try values.decodeIfPresent(Gathering.self, forKey: .within)
        self.claim = claim
    }
}

extension ProgressStep: Decodable {
    enum CodingKeys: String, CodingKey { case date, documents, status }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            status: try values.decode(Status.self, forKey: .status),
            date: try values.decodeIfPresent(String.self, forKey: .date).flatMap { Day(iso: $0) },
            documents: try values.decode([String].self, forKey: .documents))
    }
}

extension Dispute: Decodable {
    enum CodingKeys: String, CodingKey { case field, nature, reason, resolved, values }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            field: try values.decode(DisputeField.self, forKey: .field),
            nature: try values.decode(DisputeNature.self, forKey: .nature),
            values: try values.decode([DisputeValue].self, forKey: .values),
            resolved: try values.decodeIfPresent(String.self, forKey: .resolved),
            reason: try values.decode(String.self, forKey: .reason))
    }
}

extension DisputeValue: Decodable {
    enum CodingKeys: String, CodingKey { case documents, value, weight }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            value: try values.decode(String.self, forKey: .value),
            documents: try values.decode([String].self, forKey: .documents),
            weight: try values.decode(Double.self, forKey: .weight))
    }
}

extension FieldReason: Decodable {
    enum CodingKeys: String, CodingKey { case field, reason }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            field: try values.decode(String.self, forKey: .field),
            reason: try values.decode(String.self, forKey: .reason))
    }
}
