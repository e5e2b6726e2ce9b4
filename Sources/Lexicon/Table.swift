import Diplomacy

/// A mistake in a table: where it stands, what was expected, what was found, and what to do.
public struct TableError: Error, Sendable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in characters of the line; 0 where the whole line is meant.
    public var column: Int
    public var message: String

    public var description: String { "\(file):\(line):\(column): error: \(message)" }
}

/// One tab-separated table, checked for form as it is read.
struct Table {
    struct Row {
        /// From 1.
        var line: Int
        var fields: [Substring]

        /// The column of a field's first character, from 1; 0 where there is no such field.
        func column(_ field: Int) -> Int {
            guard fields.indices.contains(field) else { return 0 }
            return fields[..<field].reduce(1) { $0 + $1.count + 1 }
        }
    }

    let file: String
    private(set) var rows: [Row] = []
    /// Source keys that the head of the table declares, with what it says of them.
    private(set) var sources: [String: String] = [:]

    /// Reads a table whose header must name exactly `columns`.
    init(file: String, text: String, columns: [String], errors: inout [TableError]) {
        self.file = file
        var header: [Substring]?
        var number = 0
        for rawLine in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = rawLine.last == UInt8(ascii: "\r") ? rawLine.dropLast() : rawLine
            if line.isEmpty { continue }
            if line.first == UInt8(ascii: "#") {
                noteSource(Substring(line))
                continue
            }
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                Substring($0)
            }
            guard header != nil else {
                header = fields
                if fields.map(String.init) != columns {
                    errors.append(
                        TableError(
                            file: file, line: number, column: 1,
                            message: "expected the header \"\(columns.joined(separator: " "))\", found "
                                + "\"\(fields.joined(separator: " "))\"; name the columns as Data/README.md has them"))
                    return
                }
                continue
            }
            guard fields.count == columns.count else {
                errors.append(
                    TableError(
                        file: file, line: number, column: 0,
                        message: "expected \(columns.count) fields separated by tabs, found \(fields.count); "
                            + "a tab is missing or too many"))
                continue
            }
            rows.append(Row(line: number, fields: fields))
        }
        if header == nil {
            errors.append(TableError(file: file, line: number, column: 0, message: "expected a header row, found none"))
        }
    }

    private mutating func noteSource(_ line: Substring) {
        let body = line.drop { $0 == "#" || $0 == " " }
        guard body.hasPrefix("source:") else { return }
        let rest = body.dropFirst("source:".count).drop { $0 == " " }
        let key = rest.prefix { $0 != " " && $0 != "=" }
        let said = rest.dropFirst(key.count).drop { $0 == " " || $0 == "=" }
        if !key.isEmpty { sources[String(key)] = String(said) }
    }

    func error(_ row: Row, _ field: Int, _ message: String) -> TableError {
        TableError(
            file: file, line: row.line, column: row.column(field), message: message)
    }

    /// The values of a field that `|` separates, without empty ones.
    static func list(_ field: Substring) -> [String] {
        field.split(separator: "|").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    /// A date of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: its first and last day.
    static func interval(_ field: Substring) -> (first: Day, last: Day)? {
        // Int reads "+200", too
        guard field.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) else { return nil }
        let parts = field.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]) else { return nil }
        if parts.count == 1 {
            guard let a = Day(year: year, month: 1, day: 1), let b = Day(year: year, month: 12, day: 31) else {
                return nil
            }
            return (a, b)
        }
        guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        if parts.count == 2 {
            guard let a = Day(year: year, month: month, day: 1) else { return nil }
            return (a, a + (Day.length(year: year, month: month) - 1))
        }
        guard parts[2].count == 2, let day = Int(parts[2]), let date = Day(year: year, month: month, day: day) else {
            return nil
        }
        return (date, date)
    }
}
