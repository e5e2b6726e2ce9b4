import Diplomacy
package import Register

/// A publisher, and what became of what it told.
package struct SourceRow: Sendable {
    package var record: SourceRecord

    package init(_ record: SourceRecord) { self.record = record }

    package static let table = ExportTable(
        "sources", "One row for each publisher of a report of the register, those with most reports first.", columns)

    package static let columns: [CSV.Column<SourceRow>] = [
        CSV.Column("publisher", .text, "The name of the publisher; empty where reports name none.") {
            .text($0.record.source.name)
        },
        CSV.Column("kind", .one(of: SourceKind.self), "What kind of publisher it is.") {
            .plain($0.record.source.kind?.rawValue)
        },
        CSV.Column("country", .text, "The publisher's country: ISO 3166-1 alpha-3.") {
            .text($0.record.source.country)
        },
        CSV.Column("reports", .integer, "How many reports of it the register has.", isRequired: true) {
            .number($0.record.reports)
        },
        CSV.Column("encounters", .integer, "Of how many encounters it has a report.", isRequired: true) {
            .number($0.record.encounters)
        },
        CSV.Column(
            "agreed", .integer, "How often its first word on a day, a country or a course was that of most others.",
            isRequired: true
        ) { .number($0.record.agreed) },
        CSV.Column("differed", .integer, "How often it was another.", isRequired: true) {
            .number($0.record.disagreed)
        },
        CSV.Column(
            "weight", .integer, "The hundredths of its weight that its word keeps by that, 50 to 105.",
            isRequired: true
        ) { .number($0.record.weight) },
        CSV.Column("upheld", .integer, "Values of its reports that were in dispute and kept.", isRequired: true) {
            .number($0.record.upheld)
        },
        CSV.Column("overruled", .integer, "Values of its reports that were in dispute and not kept.", isRequired: true)
        {
            .number($0.record.overruled)
        },
        CSV.Column("open", .integer, "Values of its reports in disputes that nothing settles.", isRequired: true) {
            .number($0.record.open)
        },
    ]
}
