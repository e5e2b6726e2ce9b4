package import Diplomacy

/// An issue on the agenda of an encounter.
package struct IssueRow: Sendable {
    package var encounter: String
    package var issue: RegisteredIssue

    package static func rows(of encounter: RegisteredEncounter) -> [IssueRow] {
        encounter.issues.map { IssueRow(encounter: encounter.id, issue: $0) }
    }

    package static let table = ExportTable(
        "issues", "One row for each issue of an encounter.", columns, key: ["encounter", "issue"],
        links: [.init("encounter", to: "encounters", "id")])

    package static let columns: [CSV.Column<IssueRow>] = [
        CSV.Column("encounter", .text, "The encounter: an id of `encounters`.", isRequired: true) {
            .plain($0.encounter)
        },
        CSV.Column("issue", .vocabulary(Issue.codes), "The code of the issue.", isRequired: true) {
            .plain($0.issue.code)
        },
        CSV.Column("raised_by", .list, "The codes of the parties that raised it, where told.") {
            .list($0.issue.raisedBy)
        },
        CSV.Column("documents", .list, "The reports that name it: documents of `reports`.") {
            .list($0.issue.documents)
        },
    ]
}
