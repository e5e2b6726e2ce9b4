package import Diplomacy

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

    package static let table = ExportTable(
        "events", "One row for each event that a sentence of a report tells: who did what to whom (PLOVER, CAMEO).",
        columns, links: [.init("encounter", to: "encounters", "id"), .init("document", to: "reports", "document")])

    package static let columns: [CSV.Column<EventRow>] =
        [
            CSV.Column("document", .text, "The report that tells it: a document of `reports`.", isRequired: true) {
                .text($0.document)
            },
            CSV.Column(
                "sentence", .integer, "The number of the sentence in the report, from 0; a title is a sentence.",
                isRequired: true
            ) { .number($0.event.sentence) },
            CSV.Column("encounter", .text, "The encounter of the register that it is an event of; empty for none.") {
                .plain($0.encounter)
            },
            CSV.Column("published", .text, "The day or time of the report's publication as it gives it.") {
                .text($0.summary.published)
            },
            CSV.Column("publisher", .text, "The name of the report's publisher.") { .text($0.summary.source?.name) },
            CSV.Column("type", .one(of: EventType.self), "PLOVER's type of the event.", isRequired: true) {
                .plain($0.event.type.rawValue)
            },
            CSV.Column("mode", .text, "PLOVER's mode, how it was done; empty where the wording tells none.") {
                .plain($0.event.mode)
            },
            CSV.Column("contexts", .list, "PLOVER's contexts, what it was about.") { .list($0.event.contexts) },
            CSV.Column("cameo", .text, "The CAMEO code, two to four digits; it may begin with 0.") {
                .plain($0.event.cameo)
            },
            CSV.Column(
                "quad", .integer,
                "The quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
                isRequired: true
            ) { .number($0.event.quad.rawValue) },
            CSV.Column(
                "goldstein", .number,
                "Goldstein's score of the CAMEO code, -10 (conflict) to 10 (cooperation); empty where it has none."
            ) { .number($0.event.goldstein) },
        ] + CSV.actor("source", "that acts") { $0.event.source }
        + CSV.actor("target", "that is acted upon") { $0.event.target }
        + CSV.dates("the event") { $0.event.date } + CSV.places("the event") { $0.event.place } + [
            CSV.Column("polarity", .one(of: Polarity.self), "Whether the text says so or denies it.", isRequired: true)
            {
                .plain($0.event.polarity.rawValue)
            },
            CSV.Column(
                "modality", .one(of: Modality.self),
                "How what is told stands to what is the case; only what is affirmed and actual has happened.",
                isRequired: true
            ) { .plain($0.event.modality.rawValue) },
            CSV.Column("attributed_to", .text, "On whose word the report says so, in its own words.") {
                .text($0.event.attributedTo?.name)
            },
            CSV.Column("issue", .text, "The code of the issue that a position is about.") { .plain($0.event.issue) },
            CSV.Column("stance", .one(of: Stance.self), "How the acting party stands to the issue.") {
                .plain($0.event.stance?.rawValue)
            },
            CSV.Column("rule", .text, "The rule that found the event, or `classifier`.", isRequired: true) {
                .plain($0.event.rule)
            },
            CSV.Column("confidence", .number, "How likely it is that the type is right, 0 to 1.", isRequired: true) {
                .number($0.event.confidence)
            },
        ]
}
