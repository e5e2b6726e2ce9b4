package import Contract
package import Diplomacy
package import Register

// The columns of `rapporteur export --format csv`. They are described in Documentation/Register.md; new ones come last.

/// An encounter of the register with the register's own times.
package struct EncounterRow: Sendable {
    /// Without its reports.
    package var encounter: RegisteredEncounter
    package var reportCount: Int
    package var stamp: EncounterStamp

    package init(encounter: RegisteredEncounter, reportCount: Int, stamp: EncounterStamp) {
        self.encounter = encounter
        self.reportCount = reportCount
        self.stamp = stamp
    }

    package static let columns: [CSV.Column<EncounterRow>] =
        [
            CSV.Column("id") { .plain($0.encounter.id) },
            CSV.Column("status") { .plain($0.encounter.status.rawValue) },
            CSV.Column("kind") { .plain($0.encounter.kind.rawValue) },
            CSV.Column("medium") { .plain($0.encounter.medium.rawValue) },
            CSV.Column("format") { .plain($0.encounter.format.rawValue) },
            CSV.Column("level") { .plain($0.encounter.level?.rawValue) },
        ] + CSV.dates { $0.encounter.date } + CSV.places { $0.encounter.place } + [
            CSV.Column("parties") { .list(CSV.parties($0.encounter.participants)) },
            CSV.Column("persons") { .list($0.encounter.participants.compactMap(\.person)) },
            CSV.Column("issues") { .list($0.encounter.issues.map(\.code)) },
            CSV.Column("outcome") { .plain($0.encounter.outcome.kind.rawValue) },
            CSV.Column("series") { .text($0.encounter.series?.name) },
            CSV.Column("round") { .number($0.encounter.series?.round) },
            CSV.Column("reports") { .number($0.reportCount) },
            CSV.Column("origins") { .number($0.encounter.origins) },
            CSV.Column("disputed") { .list($0.encounter.disputes.map(\.field.rawValue)) },
            CSV.Column("confidence") { .number($0.encounter.confidence) },
            CSV.Column("first_seen") { .plain($0.stamp.firstSeen) },
            CSV.Column("changed") { .plain($0.stamp.changed) },
            CSV.Column("version") { .number($0.stamp.version) },
        ]
}

/// One text of a report.
package struct ReportRow: Sendable {
    package var report: ExportedReport
    package var version: ReportVersion

    package init(report: ExportedReport, version: ReportVersion) {
        self.report = report
        self.version = version
    }

    package static let columns: [CSV.Column<ReportRow>] = [
        CSV.Column("document") { .text($0.report.document) },
        CSV.Column("version") { .number($0.version.number) },
        CSV.Column("added") { .plain($0.version.added) },
        CSV.Column("state") { .plain($0.report.state) },
        CSV.Column("published") { .text($0.version.published) },
        CSV.Column("language") { .text($0.report.language) },
        CSV.Column("publisher") { .text($0.report.source?.name) },
        CSV.Column("publisher_kind") { .plain($0.report.source?.kind?.rawValue) },
        CSV.Column("publisher_country") { .text($0.report.source?.country) },
        CSV.Column("url") { .text($0.report.url) },
        CSV.Column("encounters") { .list($0.report.encounters) },
        CSV.Column("title") { .text($0.version.title) },
        CSV.Column("text") { .text($0.version.text) },
    ]
}

/// What one report says of an encounter.
package struct ClaimRow: Sendable {
    package var document: String
    package var summary: DocumentSummary
    package var claim: Encounter
    /// The encounter of the register.
    package var encounter: String?

    package init(document: String, summary: DocumentSummary, claim: Encounter, encounter: String?) {
        self.document = document
        self.summary = summary
        self.claim = claim
        self.encounter = encounter
    }

    package static let columns: [CSV.Column<ClaimRow>] =
        [
            CSV.Column("document") { .text($0.document) },
            CSV.Column("claim") { .plain($0.claim.id) },
            CSV.Column("encounter") { .plain($0.encounter) },
            CSV.Column("published") { .text($0.summary.published) },
            CSV.Column("publisher") { .text($0.summary.source?.name) },
            CSV.Column("principal") { .plain("\($0.claim.principal)") },
            CSV.Column("reported") { .plain("\($0.claim.reported)") },
            CSV.Column("status") { .plain($0.claim.status.rawValue) },
            CSV.Column("kind") { .plain($0.claim.kind.rawValue) },
            CSV.Column("medium") { .plain($0.claim.medium.rawValue) },
            CSV.Column("format") { .plain($0.claim.format.rawValue) },
            CSV.Column("level") { .plain($0.claim.level?.rawValue) },
        ] + CSV.dates { $0.claim.date } + CSV.places { $0.claim.place } + [
            CSV.Column("parties") { .list(CSV.parties($0.claim.participants)) },
            CSV.Column("persons") { .list($0.claim.participants.compactMap(\.person)) },
            CSV.Column("issues") { .list($0.claim.issues.map(\.code)) },
            CSV.Column("outcome") { .plain($0.claim.outcome.kind.rawValue) },
            CSV.Column("attributed_to") { .text($0.claim.attributedTo?.name) },
            CSV.Column("attributed_party") { .text($0.claim.attributedTo?.party) },
            CSV.Column("grade") { .plain($0.claim.attributedTo?.grade.rawValue) },
            CSV.Column("confidence") { .number($0.claim.confidence) },
            CSV.Column("rule") { .plain($0.claim.evidence.first?.rule) },
            CSV.Column("evidence") { .text($0.claim.evidence.first?.text) },
        ]
}

/// An event that a report's sentence tells.
package struct EventRow: Sendable {
    package var document: String
    package var summary: DocumentSummary
    package var event: Event
    /// The encounter of the register that the event belongs to.
    package var encounter: String?

    package init(document: String, summary: DocumentSummary, event: Event, encounter: String?) {
        self.document = document
        self.summary = summary
        self.event = event
        self.encounter = encounter
    }

    package static let columns: [CSV.Column<EventRow>] =
        [
            CSV.Column("document") { .text($0.document) },
            CSV.Column("sentence") { .number($0.event.sentence) },
            CSV.Column("encounter") { .plain($0.encounter) },
            CSV.Column("published") { .text($0.summary.published) },
            CSV.Column("publisher") { .text($0.summary.source?.name) },
            CSV.Column("type") { .plain($0.event.type.rawValue) },
            CSV.Column("mode") { .plain($0.event.mode) },
            CSV.Column("contexts") { .list($0.event.contexts) },
            CSV.Column("cameo") { .plain($0.event.cameo) },
            CSV.Column("quad") { .number($0.event.quad.rawValue) },
            CSV.Column("goldstein") { .number($0.event.goldstein) },
        ] + CSV.actor("source") { $0.event.source } + CSV.actor("target") { $0.event.target }
        + CSV.dates { $0.event.date } + CSV.places { $0.event.place } + [
            CSV.Column("polarity") { .plain($0.event.polarity.rawValue) },
            CSV.Column("modality") { .plain($0.event.modality.rawValue) },
            CSV.Column("attributed_to") { .text($0.event.attributedTo?.name) },
            CSV.Column("issue") { .plain($0.event.issue) },
            CSV.Column("stance") { .plain($0.event.stance?.rawValue) },
            CSV.Column("rule") { .plain($0.event.rule) },
            CSV.Column("confidence") { .number($0.event.confidence) },
        ]
}

// MARK: - Columns that several tables have

extension CSV {
    static func dates<Row>(_ date: @escaping @Sendable (Row) -> PartialDate?) -> [Column<Row>] {
        [
            Column("date_start") { .plain(date($0)?.start.iso) },
            Column("date_end") { .plain(date($0)?.end.iso) },
            Column("date_precision") { .plain(date($0)?.precision.rawValue) },
        ]
    }

    static func places<Row>(_ place: @escaping @Sendable (Row) -> Place?) -> [Column<Row>] {
        [
            Column("place") { .text(place($0)?.name) },
            Column("country") { .text(place($0)?.country) },
            Column("latitude") { .number(place($0)?.latitude) },
            Column("longitude") { .number(place($0)?.longitude) },
        ]
    }

    static func actor<Row>(_ name: String, _ actor: @escaping @Sendable (Row) -> EventActor?) -> [Column<Row>] {
        [
            Column("\(name)_party") { .text(actor($0)?.party) },
            Column("\(name)_sector") { .text(actor($0)?.sector) },
            Column("\(name)_person") { .text(actor($0)?.person) },
            Column("\(name)_text") { .text(actor($0)?.text) },
        ]
    }

    /// Each party once, in the order of the participants.
    static func parties(_ participants: [Participant]) -> [String] {
        participants.compactMap(\.party).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
