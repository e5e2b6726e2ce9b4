import Diplomacy

/// The facts of one row of a desk's own table, with the desk's words put into ours where its map says so.
struct TableRow {
    let map: TableMap
    private(set) var date: TableDate
    /// Single values by field; empty ones are left out.
    private(set) var values: [TableMap.Field: String] = [:]
    /// Values of fields that hold several.
    private(set) var lists: [TableMap.Field: [String]] = [:]
    /// The cells that no field takes, by the heads of their columns.
    private(set) var beside: [String: String] = [:]
    private(set) var published: Day?

    /// Reads a row by the columns of its map.
    ///
    /// - Throws: ``VisitRowProblem`` where the row is cut, has cells beyond its head, or no date that can be read.
    init(_ line: TableLine, columns: TableColumns, header: [String]) throws(VisitRowProblem) {
        map = columns.map
        guard !line.isCut else {
            throw VisitRowProblem(
                .rowTooLong, line: line.line, expected: "a row within the limit", found: "a longer one")
        }
        if let extra = line.cells.indices.first(where: { $0 >= header.count && line.words($0) != nil }) {
            throw VisitRowProblem(
                .wrongCellCount, line: line.line, expected: "at most \(header.count) cells", found: "\(extra + 1)")
        }
        let cells = TableCells(line: line, columns: columns)
        date = try cells.date()
        for field in TableMap.Field.allCases where ![.start, .end, .date].contains(field) {
            if field.isList {
                let items = cells.values(field)
                if !items.isEmpty { lists[field] = items }
            } else {
                values[field] = cells.value(field)
            }
        }
        // what is a word of ours is the date's own
        if cells.precision != nil { values[.precision] = nil }
        published = cells.day(.published)
        let used = Set(columns.places.values)
        for (i, head) in header.enumerated() where !used.contains(i) {
            guard let text = line.words(i) else { continue }
            beside[head.isEmpty || beside[head] != nil ? "\(head)#\(i + 1)" : head] = text
        }
    }
}
