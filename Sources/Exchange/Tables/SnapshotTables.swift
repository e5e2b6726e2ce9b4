package import Register

// The tables and views of a snapshot.

extension Snapshot {
    static let earlier = "earlier_reports"

    package static let tables: [SnapshotTable] = [
        table(EncounterRow.table.shape, indexes: [["date_start"], ["status"], ["kind"], ["country"]]),
        table(ParticipantRow.table.shape, indexes: [["party"], ["person"]]),
        table(IssueRow.table.shape, indexes: [["issue"]]),
        table(DisputeRow.table.shape, indexes: [["field"]]),
        // one text of each report, so that others can refer to it
        table(ReportRow.table.shape, key: ["document"], indexes: [["publisher"]]),
        table(
            ReportRow.table.shape, name: earlier, references: [.init(["document"], to: "reports", ["document"])]),
        table(ClaimRow.table.shape, indexes: [["encounter"]]),
        table(
            EventRow.table.shape, indexes: [["document"], ["encounter"], ["source_party", "target_party"], ["type"]]),
        table(SourceRow.table.shape, indexes: [["publisher"]]),
        SnapshotTable(
            "dictionary", meaning: "What every table, column and view of this file means.",
            [
                .init("table", .text, isRequired: true, meaning: "A table or view of this file."),
                .init("column", .text, isRequired: true, meaning: "A column of it; empty for a view."),
                .init("meaning", .text, isRequired: true, meaning: "What a value, or a row of the view, is."),
            ], key: ["table", "column"]),
        SnapshotTable(
            "note", meaning: "What is stated of this file: licence, query, version, how to cite it.",
            [
                .init("name", .text, isRequired: true, meaning: "What is stated of this file."),
                .init("value", .text, isRequired: true, meaning: "The statement."),
            ], key: ["name"]),
    ]

    private static func table(
        _ shape: TableShape, name: String? = nil, key: [String]? = nil,
        references: [SnapshotTable.Reference]? = nil, indexes: [[String]] = []
    ) -> SnapshotTable {
        SnapshotTable(
            name ?? shape.name,
            meaning: name == earlier ? "Texts that reports had before their present one." : shape.description,
            shape.fields.map {
                SnapshotTable.Column(
                    $0.name, $0.type.snapshot, isRequired: $0.isRequired, meaning: $0.description + $0.listed)
            }, key: key ?? shape.key,
            references: references ?? shape.links.map { .init($0.columns, to: $0.table, $0.targets) },
            indexes: indexes)
    }

    package static let views: [SnapshotView] = [
        SnapshotView(
            "sides", meaning: "Each party of each encounter once, without mediators and hosts of a venue.",
            """
            SELECT DISTINCT encounter, party FROM participants
            WHERE party IS NOT NULL AND coalesce(role, '') NOT IN ('mediator', 'venue-host')
            """),
        SnapshotView(
            "contacts_by_month",
            meaning: "How often two parties met, by month: encounters that took place, of which the month is told.",
            """
            SELECT one.party AS party_a, other.party AS party_b, substr(date_start, 1, 7) AS month,
                count(*) AS encounters, sum(coalesce(level, '') = 'leader') AS of_leaders, sum(disputed IS NOT NULL) AS disputed
            FROM encounters JOIN sides AS one ON one.encounter = id
            JOIN sides AS other ON other.encounter = id AND other.party > one.party
            WHERE status IN ('held', 'under-way') AND substr(date_start, 1, 7) = substr(date_end, 1, 7)
            GROUP BY 1, 2, 3
            """),
        SnapshotView(
            "issues_by_year", meaning: "Of how many encounters that took place an issue was part, by year.",
            """
            SELECT issue, substr(date_start, 1, 4) AS year, count(*) AS encounters
            FROM issues JOIN encounters ON id = encounter
            WHERE status IN ('held', 'under-way') AND date_start IS NOT NULL GROUP BY 1, 2
            """),
        SnapshotView(
            "travels",
            meaning: "Which persons took part in encounters that took place in another country than their own.",
            """
            SELECT person, party, country, place, date_start, date_end, encounter
            FROM participants JOIN encounters ON id = encounter
            WHERE person IS NOT NULL AND status IN ('held', 'under-way') AND medium = 'in-person'
                AND country IS NOT NULL AND party <> country
            """),
        SnapshotView(
            "open_disputes", meaning: "Values on which reports differ and that nothing settles, the heaviest first.",
            """
            SELECT encounter, date_start, field, nature, value, weight, documents, reason
            FROM disputes JOIN encounters ON id = encounter WHERE settled = 0 ORDER BY encounter, dispute, rank
            """),
        SnapshotView(
            "reports_of_encounters", meaning: "Which reports tell of an encounter, with their publishers.",
            """
            SELECT DISTINCT claims.encounter, claims.document, reports.published, reports.publisher, reports.title,
                reports.url
            FROM claims JOIN reports USING (document) WHERE claims.encounter IS NOT NULL
            """),
    ]
}

extension TableField {
    /// The values of a vocabulary, for a comment.
    fileprivate var listed: String { words.map { " One of \($0.joined(separator: ", "))." } ?? "" }
}

extension TableField.Kind {
    fileprivate var snapshot: SnapshotTable.Column.Kind {
        switch self {
        case .integer, .boolean: .integer
        case .number: .real
        default: .text
        }
    }
}
