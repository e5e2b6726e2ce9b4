package import Contract
package import Diplomacy

/// An encounter of the register with the register's own times.
package struct EncounterRow: Sendable {
    /// Without its reports.
    package var encounter: RegisteredEncounter
    package var reportCount: Int
    package var stamp: EncounterStamp
    /// A desk's own words on it; they go out where a desk asks for them.
    package var tags: [String] = []
    package var notes: [String] = []

    package init(encounter: RegisteredEncounter, reportCount: Int, stamp: EncounterStamp) {
        self.encounter = encounter
        self.reportCount = reportCount
        self.stamp = stamp
    }

    package static let table = ExportTable(
        "encounters", "One row for each real encounter, however many reports tell of it.", columns, key: ["id"])

    /// The table with what the desk has written beside it.
    package static let annotated = ExportTable(
        "encounters", "One row for each real encounter, with a desk's private tags and notes.", annotatedColumns,
        key: ["id"])

    package static let annotatedColumns =
        columns + [
            CSV.Column("tags", .list, "The desk's private tags.") { .list($0.tags) },
            CSV.Column("notes", .list, "The desk's private notes, the earliest first: time, author, words.") {
                .list($0.notes)
            },
        ]

    package static let columns: [CSV.Column<EncounterRow>] =
        [
            CSV.Column(
                "id", .text, "The encounter's id: `enc_` and 16 hexadecimal digits, a function of its reports.",
                isRequired: true
            ) { .plain($0.encounter.id) }
        ]
        + CSV.course {
            let encounter = $0.encounter
            return (encounter.status, encounter.kind, encounter.medium, encounter.format, encounter.level)
        } + CSV.dates("the encounter") { $0.encounter.date } + CSV.places("the encounter") { $0.encounter.place }
        + CSV.substance {
            ($0.encounter.participants, $0.encounter.issues.map(\.code), $0.encounter.outcome.kind)
        } + [
            CSV.Column("series", .text, "The standing dialogue that the encounter is a round of.") {
                .text($0.encounter.series?.name)
            },
            CSV.Column("round", .integer, "The number of the round, from 1, where it is told.") {
                .number($0.encounter.series?.round)
            },
            CSV.Column("reports", .integer, "How many reports tell of the encounter.", isRequired: true) {
                .number($0.reportCount)
            },
            CSV.Column(
                "origins", .integer,
                "How many independent origins these reports go back to: copies of one text count once.",
                isRequired: true
            ) { .number($0.encounter.origins) },
            CSV.Column("disputed", .list, "The fields on which the reports contradict one another.") {
                .list($0.encounter.disputes.map(\.field.rawValue))
            },
            CSV.Column(
                "confidence", .number, "How sure the register is that the encounter is as told, 0 to 1.",
                isRequired: true
            ) { .number($0.encounter.confidence) },
            CSV.Column("first_seen", .timestamp, "When the encounter came into the register.", isRequired: true) {
                .plain($0.stamp.firstSeen)
            },
            CSV.Column("changed", .timestamp, "When it was last another one than before.", isRequired: true) {
                .plain($0.stamp.changed)
            },
            CSV.Column("version", .integer, "How often it has changed, from 1.", isRequired: true) {
                .number($0.stamp.version)
            },
        ]
}
