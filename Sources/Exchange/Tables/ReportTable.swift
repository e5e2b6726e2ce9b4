import Diplomacy
package import Register

/// One text of a report.
package struct ReportRow: Sendable {
    package var report: ExportedReport
    package var version: ReportVersion

    package init(report: ExportedReport, version: ReportVersion) {
        self.report = report
        self.version = version
    }

    package static let table = ExportTable(
        "reports", "One row for each text that a report has had; the one with the highest version is the present one.",
        columns, key: ["document", "version"])

    package static let columns: [CSV.Column<ReportRow>] = [
        CSV.Column("document", .text, "The id of the report, as its collector gave it.", isRequired: true) {
            .text($0.report.document)
        },
        CSV.Column(
            "version", .integer, "The number of this text among those that the report has had, from 1.",
            isRequired: true
        ) {
            .number($0.version.number)
        },
        CSV.Column("added", .timestamp, "When this text came into the register.", isRequired: true) {
            .plain($0.version.added)
        },
        CSV.Column(
            "state", .vocabulary(["read", "not-read"]),
            "Whether the report was read for encounters: `not-read` stands for a language that is not read.",
            isRequired: true
        ) { .plain($0.report.state) },
        CSV.Column("published", .text, "The day or time of publication as the report gives it.") {
            .text($0.version.published)
        },
        CSV.Column("language", .text, "ISO 639 code of the report's language, where known.") {
            .text($0.report.language)
        },
        CSV.Column("publisher", .text, "The name of the publisher.") { .text($0.report.source?.name) },
        CSV.Column("publisher_kind", .one(of: SourceKind.self), "What kind of publisher it is.") {
            .plain($0.report.source?.kind?.rawValue)
        },
        CSV.Column("publisher_country", .text, "The publisher's country: ISO 3166-1 alpha-3.") {
            .text($0.report.source?.country)
        },
        CSV.Column("url", .text, "The address of the report.") { .text($0.report.url) },
        CSV.Column("encounters", .list, "The ids of the encounters that the report is part of.") {
            .list($0.report.encounters)
        },
        CSV.Column("title", .text, "The title of this text.") { .text($0.version.title) },
        CSV.Column("text", .text, "The text itself, under its publisher's rights.") { .text($0.version.text) },
    ]
}
