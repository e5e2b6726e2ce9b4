package import Contract
import Diplomacy

/// The descriptor of a folder of tables, `datapackage.json` (specs.frictionlessdata.io, Data Package 1 with Table Schema 1).
package struct DataPackage: Sendable {
    /// A file of the folder.
    package struct File: Sendable {
        package enum Format: String, Sendable {
            case csv, parquet
        }

        package var table: TableShape
        package var format: Format
        /// The name of the file in the folder.
        package var path: String
        package var bytes: Int
        /// SHA-256 in lower-case hexadecimal.
        package var sha256: String
        package var rows: Int

        package init(table: TableShape, format: Format, path: String, bytes: Int, sha256: String, rows: Int) {
            self.table = table
            self.format = format
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
            self.rows = rows
        }

        /// Unique in a package: a table's name, for Parquet with "-parquet".
        var name: String { Self.name(table.name, format) }

        static func name(_ table: String, _ format: Format) -> String {
            let name = String(table.map { $0 == "_" ? "-" : $0 })
            return format == .csv ? name : "\(name)-\(format.rawValue)"
        }
    }

    /// The most publishers that are named as sources; of more it is said how many they are.
    package static let mostSources = 500

    package var note: ExportNote
    package var files: [File]
    /// Names of the publishers whose reports the register has, the most important first.
    package var publishers: [String]
    /// Who made it: names of persons or bodies.
    package var contributors: [String]

    package init(note: ExportNote, files: [File], publishers: [String], contributors: [String] = []) {
        self.note = note
        self.files = files
        self.publishers = publishers
        self.contributors = contributors
    }

    /// The descriptor as JSON in UTF-8. Links to tables that are not among the files are left out.
    package func json() -> [UInt8] {
        var out = JSONOutput()
        write(to: &out)
        return out.bytes + [0x0A]
    }
}

extension DataPackage: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("$schema", "https://datapackage.org/profiles/1.0/datapackage.json")
            if !makers.isEmpty { $0.put("contributors", makers) }
            $0.put("created", note.made)
            $0.put("description", note.text)
            $0.put("homepage", note.url.map(\.bareLink))
            $0.put("keywords", ["diplomacy", "encounters", "events"])
            $0.put("licenses", [Licence(licence: note.licence)])
            $0.put("name", "rapporteur-encounters")
            $0.put("profile", "tabular-data-package")
            $0.put("rapporteur", Statements(values: note.statements))
            $0.put("resources", files.map { Resource(file: $0, all: files) })
            if !sources.isEmpty { $0.put("sources", sources) }
            $0.put("title", note.title.oneLine)
            $0.put("version", note.version)
        }
    }

    private var makers: [Titled] {
        let names = [note.owner].compactMap { $0 } + contributors
        return names.map { Titled(title: $0.oneLine, role: "author") } + [Titled(title: note.program, role: "wrangler")]
    }

    private var sources: [Titled] {
        let names = publishers.map(\.oneLine).filter { !$0.isEmpty }
        let rest = names.count - Self.mostSources
        return names.prefix(Self.mostSources).map { Titled(title: $0, role: nil) }
            + (rest > 0 ? [Titled(title: "and \(rest) other publishers", role: nil)] : [])
    }

    private struct Titled: JSONWritable {
        var title: String
        var role: String?

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("role", role)
                $0.put("title", title)
            }
        }
    }

    private struct Licence: JSONWritable {
        var licence: ExportNote.Licence

        /// The specification wants a name of Open Definition or a path. Where there is neither, the name stands for the terms' own.
        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("name", licence.id ?? "other-closed")
                $0.put("path", licence.url.map(\.bareLink))
                $0.put("title", "\(licence.name.oneLine): \(licence.text.oneLine)")
            }
        }
    }

    private struct Statements: JSONWritable {
        var values: [(name: String, value: String)]

        func write(to out: inout JSONOutput) {
            out.object { for (name, value) in values { $0.keyed(name, value) } }
        }
    }

    private struct Resource: JSONWritable {
        var file: File
        var all: [File]

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("bytes", file.bytes)
                $0.put("description", file.table.description)
                if file.format == .csv {
                    $0.put("dialect", Dialect())
                    $0.put("encoding", "utf-8")
                }
                $0.put("format", file.format.rawValue)
                $0.put("hash", "sha256:\(file.sha256)")
                $0.put("mediatype", file.format == .csv ? "text/csv" : "application/vnd.apache.parquet")
                $0.put("name", file.name)
                $0.put("path", file.path)
                $0.put("profile", "tabular-data-resource")
                $0.put("rows", file.rows)
                $0.put("schema", Schema(file: file, all: all))
            }
        }
    }

    private struct Dialect: JSONWritable {
        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("delimiter", ",")
                $0.put("doubleQuote", true)
                $0.put("header", true)
                $0.put("lineTerminator", "\r\n")
                $0.put("quoteChar", "\"")
            }
        }
    }

    private struct Schema: JSONWritable {
        var file: File
        var all: [File]

        func write(to out: inout JSONOutput) {
            let there = Set(all.filter { $0.format == file.format }.map(\.table.name))
            let links = file.table.links.filter { there.contains($0.table) }
            out.object {
                $0.put("fields", file.table.fields.map { Field(field: $0, format: file.format) })
                if !links.isEmpty { $0.put("foreignKeys", links.map { Link(link: $0, format: file.format) }) }
                $0.put("missingValues", [""])
                if !file.table.key.isEmpty { $0.put("primaryKey", file.table.key) }
            }
        }
    }

    private struct Link: JSONWritable {
        var link: TableShape.Link
        var format: File.Format

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("fields", link.columns)
                $0.put("reference", Target(link: link, format: format))
            }
        }
    }

    private struct Target: JSONWritable {
        var link: TableShape.Link
        var format: File.Format

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("fields", link.targets)
                $0.put("resource", File.name(link.table, format))
            }
        }
    }

    private struct Field: JSONWritable {
        var field: TableField
        var format: File.Format

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("constraints", field.isRequired || field.words != nil ? Constraints(field: field) : nil)
                $0.put("description", field.description)
                $0.put("format", "default")
                $0.put("name", field.name)
                $0.put("type", field.type.tableSchema(in: format))
            }
        }
    }

    private struct Constraints: JSONWritable {
        var field: TableField

        func write(to out: inout JSONOutput) {
            out.object {
                if let words = field.words { $0.put("enum", words) }
                if field.isRequired { $0.put("required", true) }
            }
        }
    }
}

extension TableField {
    /// The values of a vocabulary; `nil` for a column of another kind.
    var words: [String]? {
        if case .vocabulary(let words) = type { words } else { nil }
    }
}

extension TableField.Kind {
    /// The type of Table Schema: a list is one in Parquet, and text in a cell of CSV.
    fileprivate func tableSchema(in format: DataPackage.File.Format) -> String {
        switch self {
        case .list where format == .parquet: "array"
        case .text, .list, .vocabulary: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .day: "date"
        case .timestamp: "datetime"
        }
    }
}
