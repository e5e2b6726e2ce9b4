/// A value of a snapshot's row. A text with U+0000 is stored with U+FFFD in its place, a number that is none as NULL.
package enum SnapshotValue: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)
}

/// A table of a snapshot: what SQLite is told of it.
package struct SnapshotTable: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package enum Kind: String, Sendable {
            case text = "TEXT"
            case integer = "INTEGER"
            case real = "REAL"
        }

        package var name: String
        package var kind: Kind
        package var isRequired: Bool
        /// What a value means: kept in the file's schema as a comment.
        package var meaning: String

        package init(_ name: String, _ kind: Kind, isRequired: Bool = false, meaning: String = "") {
            self.name = name
            self.kind = kind
            self.isRequired = isRequired
            self.meaning = meaning
        }
    }

    /// Columns whose values must stand in another table's, which is then its key or unique.
    package struct Reference: Sendable, Hashable {
        package var columns: [String]
        package var table: String
        package var targets: [String]

        package init(_ columns: [String], to table: String, _ targets: [String]) {
            self.columns = columns
            self.table = table
            self.targets = targets
        }
    }

    package var name: String
    /// What a row is.
    package var meaning: String
    package var columns: [Column]
    /// The columns of the primary key; empty for none.
    package var key: [String]
    package var references: [Reference]
    /// Lists of columns by which rows are looked for.
    package var indexes: [[String]]

    package init(
        _ name: String, meaning: String = "", _ columns: [Column], key: [String] = [], references: [Reference] = [],
        indexes: [[String]] = []
    ) {
        self.name = name
        self.meaning = meaning
        self.columns = columns
        self.key = key
        self.references = references
        self.indexes = indexes
    }

    /// The statement that makes the table, a column a line, each with its meaning behind it.
    var creation: String {
        func list(_ names: [String]) -> String { names.map(Self.quoted).joined(separator: ", ") }
        var lines = columns.map { column in
            (
                "\(Self.quoted(column.name)) \(column.kind.rawValue)\(column.isRequired ? " NOT NULL" : "")",
                Self.comment(column.meaning)
            )
        }
        if !key.isEmpty { lines.append(("PRIMARY KEY (\(list(key)))", "")) }
        for reference in references {
            lines.append(
                (
                    "FOREIGN KEY (\(list(reference.columns))) REFERENCES \(Self.quoted(reference.table)) "
                        + "(\(list(reference.targets)))", ""
                ))
        }
        let written = lines.enumerated().map { i, line in
            "    \(line.0)\(i + 1 < lines.count ? "," : "")\(line.1.isEmpty ? "" : " -- \(line.1)")\n"
        }
        return "CREATE TABLE \(Self.quoted(name)) (\n\(written.joined()))"
    }

    /// The statement that stores a row.
    var insertion: String {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(Self.quoted(name)) VALUES (\(places))"
    }

    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    /// Words on one line, so that none ends the comment.
    private static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
    }
}

/// A question that a snapshot answers: a name and a SELECT.
package struct SnapshotView: Sendable, Hashable {
    package var name: String
    package var sql: String
    /// What a row is.
    package var meaning: String

    package init(_ name: String, meaning: String, _ sql: String) {
        self.name = name
        self.sql = sql
        self.meaning = meaning
    }
}
