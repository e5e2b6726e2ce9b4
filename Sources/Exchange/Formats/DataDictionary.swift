/// What every column of every table means, as Markdown, from the same descriptions as the data package's.
package enum DataDictionary {
    /// - Parameter tables: in the order in which they are told of.
    package static func markdown(_ tables: [TableShape], note: ExportNote) -> String {
        var out = "# \(plain(note.title)): data dictionary\n\n"
        out += note.statements.map { "- **\($0.name)**: \(plain($0.value))\n" }.joined()
        out += """

            Dates are ISO 8601, times RFC 3339 in UTC. Several values of a cell stand with "; " between. An empty cell is a value \
            that is not told. In CSV a text that begins like a formula (`=`, `+`, `-`, `@`, tab, carriage return) has an \
            apostrophe before it.

            """
        for table in tables {
            out += "\n## \(table.name)\n\n\(plain(table.description))\n"
            if !table.key.isEmpty { out += "\nKey: \(table.key.map { "`\($0)`" }.joined(separator: ", ")).\n" }
            for link in table.links {
                let columns = link.columns.map { "`\($0)`" }.joined(separator: ", ")
                let targets = link.targets.map { "`\(link.table).\($0)`" }.joined(separator: ", ")
                out += "\n\(columns) refers to \(targets).\n"
            }
            out += "\n| column | type | always | meaning |\n|---|---|---|---|\n"
            for field in table.fields {
                out +=
                    "| `\(field.name)` | \(field.type.name) | \(field.isRequired ? "yes" : "") | "
                    + "\(plain(field.description))\(words(field)) |\n"
            }
        }
        return out
    }

    private static func words(_ field: TableField) -> String {
        guard let words = field.words else { return "" }
        return " One of " + words.map { "`\($0)`" }.joined(separator: ", ") + "."
    }

    /// Text on one line of a table: what would end a cell or begin markup of its own is escaped. Code stays code.
    private static func plain(_ text: String) -> String {
        var out = ""
        for scalar in text.oneLine.unicodeScalars {
            switch scalar {
            case "|", "<", "*", "[", "]", "\\", "#": out += "\\\(scalar)"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

extension TableField.Kind {
    /// The kind in a word.
    var name: String {
        switch self {
        case .text: "text"
        case .list: "list"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "true or false"
        case .day: "day"
        case .timestamp: "time"
        case .vocabulary: "word"
        }
    }
}
