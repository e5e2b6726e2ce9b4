package import Diplomacy

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

    package static let table = ExportTable(
        "claims", "One row for each encounter that a report tells of: what it says, before reports are held together.",
        columns, key: ["document", "claim"],
        links: [.init("encounter", to: "encounters", "id"), .init("document", to: "reports", "document")])

    package static let columns: [CSV.Column<ClaimRow>] =
        [
            CSV.Column("document", .text, "The report that says so: a document of `reports`.", isRequired: true) {
                .text($0.document)
            },
            CSV.Column("claim", .text, "The number of the claim in its report: `e1`, `e2` and so on.", isRequired: true)
            {
                .plain($0.claim.id)
            },
            CSV.Column(
                "encounter", .text, "The encounter of the register that the claim became part of; empty for none."
            ) { .plain($0.encounter) },
            CSV.Column("published", .text, "The day or time of the report's publication as it gives it.") {
                .text($0.summary.published)
            },
            CSV.Column("publisher", .text, "The name of the report's publisher.") { .text($0.summary.source?.name) },
            CSV.Column(
                "principal", .boolean, "Whether this is the main news of the report.", isRequired: true
            ) { .plain("\($0.claim.principal)") },
            CSV.Column(
                "reported", .boolean,
                "Whether it is news of the report at all, not remembered or announced in passing.",
                isRequired: true
            ) { .plain("\($0.claim.reported)") },
        ]
        + CSV.course {
            ($0.claim.status, $0.claim.kind, $0.claim.medium, $0.claim.format, $0.claim.level)
        } + CSV.dates("the encounter, by this report,") { $0.claim.date }
        + CSV.places("the encounter, by this report,") { $0.claim.place }
        + CSV.substance { ($0.claim.participants, $0.claim.issues.map(\.code), $0.claim.outcome.kind) }
        + [
            CSV.Column("attributed_to", .text, "On whose word the report says so, in its own words.") {
                .text($0.claim.attributedTo?.name)
            },
            CSV.Column("attributed_party", .text, "The party of that person or office.") {
                .text($0.claim.attributedTo?.party)
            },
            CSV.Column("grade", .one(of: Grade.self), "How that source is named.") {
                .plain($0.claim.attributedTo?.grade.rawValue)
            },
            CSV.Column(
                "confidence", .number, "How sure the reader is that the report says so, 0 to 1.", isRequired: true
            ) { .number($0.claim.confidence) },
            CSV.Column("rule", .text, "The rule that found the first sentence of evidence.") {
                .plain($0.claim.evidence.first?.rule)
            },
            CSV.Column("evidence", .text, "The first sentence that the claim rests on.") {
                .text($0.claim.evidence.first?.text)
            },
        ]
}
