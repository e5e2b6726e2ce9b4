package import Diplomacy

/// Reads the rows of a desk's own table by its map: every row gives a document or a problem.
///
/// Memory: one row, and the ids of all rows, by which a row that comes twice is told. What a row says is a function of the row
/// and the map alone.
package struct TableRowReader: Sendable {
    package enum Result: Sendable {
        case document(Document)
        case problem(VisitRowProblem)
    }

    package let map: TableMap
    package let header: [String]
    private let columns: TableColumns
    private var seen: Set<String> = []

    /// - Throws: ``ReadingError`` (`no-document`) where the head lacks a column that the map names.
    package init(_ map: TableMap, header: [String]) throws(ReadingError) {
        self.map = map
        self.header = header.map { TableLine.plain($0) }
        var columns: [TableMap.Field: Int] = [:]
        for (field, rule) in map.rules {
            switch rule.column {
            case .numbered(let number):
                guard (1...max(1, header.count)).contains(number), !header.isEmpty else {
                    throw Self.missing("a column \(number)", field, header)
                }
                columns[field] = number - 1
            case .named(let name):
                let wanted = TableLine.plain(name)
                let key = TableWords.folded(wanted)
                guard
                    let found = self.header.firstIndex(of: wanted)
                        ?? self.header.firstIndex(where: { TableWords.folded($0) == key })
                else { throw Self.missing("a column \"\(wanted)\"", field, header) }
                columns[field] = found
            case nil: break
            }
        }
        self.columns = TableColumns(map, places: columns)
    }

    private static func missing(_ column: String, _ field: TableMap.Field, _ header: [String]) -> ReadingError {
        let shown = header.joined(separator: ", ").prefix(200)
        return ReadingError(
            .noDocument,
            "expected \(column) for \(field.rawValue) as the map of the table says, found the columns \(shown); "
                + "mend the map or the head of the table")
    }

    /// What a row is; `nil` for a row without any word.
    package mutating func read(_ line: TableLine) -> Result? {
        guard line.isCut || line.cells.indices.contains(where: { line.words($0) != nil }) else { return nil }
        do throws(VisitRowProblem) {
            let row = try TableRow(line, columns: columns, header: header)
            let id = row.id
            guard seen.insert(id).inserted else {
                throw VisitRowProblem(
                    .duplicateRow, line: line.line, expected: "a row of its own", found: "\(id.prefix(100)) once more")
            }
            return .document(row.document)
        } catch {
            return .problem(error)
        }
    }
}
