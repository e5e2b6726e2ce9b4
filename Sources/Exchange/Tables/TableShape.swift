/// What is to be known of a column: one description, from which the data package, the data dictionary and the snapshot are made.
package struct TableField: Sendable, Hashable {
    /// What the values of a column are.
    package enum Kind: Sendable, Hashable {
        case text
        /// Several values with "; " between.
        case list
        case integer
        case number
        /// `true` or `false`.
        case boolean
        /// `YYYY-MM-DD`.
        case day
        /// RFC 3339 in UTC.
        case timestamp
        /// One of these words.
        case vocabulary([String])
    }

    package var name: String
    package var type: Kind
    package var description: String
    /// Whether every row has a value.
    package var isRequired: Bool

    package init(name: String, type: Kind, description: String, isRequired: Bool = false) {
        self.name = name
        self.type = type
        self.description = description
        self.isRequired = isRequired
    }
}

extension TableField.Kind {
    /// The raw values of a vocabulary.
    static func one<Value: RawRepresentable<String> & CaseIterable>(of _: Value.Type) -> Self {
        .vocabulary(Value.allCases.map(\.rawValue))
    }
}

/// A table without its rows: what its columns mean and how its rows stand to those of other tables.
package struct TableShape: Sendable, Hashable {
    /// Columns whose values another table has.
    package struct Link: Sendable, Hashable {
        package var columns: [String]
        package var table: String
        package var targets: [String]

        package init(_ column: String, to table: String, _ target: String) {
            columns = [column]
            self.table = table
            targets = [target]
        }
    }

    /// Lower-case ASCII letters and "_".
    package var name: String
    /// One sentence: what a row is.
    package var description: String
    package var fields: [TableField]
    /// The columns that no two rows have the same values in; empty for a table that has no such.
    package var key: [String]
    package var links: [Link]

    package init(name: String, description: String, fields: [TableField], key: [String] = [], links: [Link] = []) {
        self.name = name
        self.description = description
        self.fields = fields
        self.key = key
        self.links = links
    }
}

/// A table of an export: its shape, and what a row has in each column.
package struct ExportTable<Row>: Sendable {
    package let shape: TableShape
    package let columns: [CSV.Column<Row>]

    package init(
        _ name: String, _ description: String, _ columns: [CSV.Column<Row>], key: [String] = [],
        links: [TableShape.Link] = []
    ) {
        self.columns = columns
        shape = TableShape(
            name: name, description: description, fields: columns.map(\.field), key: key, links: links)
    }
}

/// The tables of an export.
package enum ExportTables {
    /// The tables of a data package, those first to which others refer.
    package static let package: [TableShape] = [
        EncounterRow.table.shape, ParticipantRow.table.shape, IssueRow.table.shape, DisputeRow.table.shape,
        ReportRow.table.shape, ClaimRow.table.shape, EventRow.table.shape, SourceRow.table.shape,
    ]
}
