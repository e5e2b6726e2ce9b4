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
    /// - Parameter columns: where each field stands, from 0.
    /// - Throws: ``VisitRowProblem`` where the row is cut, has cells beyond its head, or no date that can be read.
    init(
        _ line: TableLine, map: TableMap, columns: [TableMap.Field: Int], header: [String]
    ) throws(VisitRowProblem) {
        self.map = map
        guard !line.isCut else {
            throw VisitRowProblem(
                .rowTooLong, line: line.line, expected: "a row within the limit", found: "a longer one")
        }
        if let extra = line.cells.indices.first(where: { $0 >= header.count && line.words($0) != nil }) {
            throw VisitRowProblem(
                .wrongCellCount, line: line.line, expected: "at most \(header.count) cells", found: "\(extra + 1)")
        }
        date = try Self.date(line, map, columns)
        for field in TableMap.Field.allCases where ![.start, .end, .date].contains(field) {
            guard let rule = map.rules[field] else { continue }
            if field.isList {
                let items = Self.items(line, rule, columns[field])
                if !items.isEmpty { lists[field] = items }
            } else if let text = columns[field].flatMap({ line.words($0) }) ?? rule.constant {
                values[field] = Self.translated(text, rule)
            }
        }
        published = Self.day(.published, line, map, columns)
        let used = Set(columns.values)
        for (i, head) in header.enumerated() where !used.contains(i) {
            guard let text = line.words(i) else { continue }
            beside[head.isEmpty || beside[head] != nil ? "\(head)#\(i + 1)" : head] = text
        }
    }

    // MARK: - Values

    /// The desk's own word as its map has it, else as it stands.
    private static func translated(_ text: String, _ rule: TableMap.Rule) -> String {
        if rule.words.isEmpty { return text }
        if let exact = rule.words[text] { return exact }
        let key = TableWords.folded(text)
        return rule.words.sorted { $0.key < $1.key }.first { TableWords.folded(TableLine.plain($0.key)) == key }?.value
            ?? text
    }

    private static func items(_ line: TableLine, _ rule: TableMap.Rule, _ column: Int?) -> [String] {
        guard let column, line.words(column) != nil else { return rule.constant.map { split($0, rule) } ?? [] }
        return split(line.cells[column].text, rule)
    }

    private static func split(_ text: String, _ rule: TableMap.Rule) -> [String] {
        let parts: [Substring]
        if let mark = rule.separator, !mark.isEmpty {
            parts = split(text, by: mark)
        } else {
            parts = text.split { $0 == ";" || $0 == "；" || $0.isNewline }
        }
        return parts.map { TableLine.plain($0) }.filter { !$0.isEmpty }.map { translated($0, rule) }
    }

    private static func split(_ text: String, by mark: String) -> [Substring] {
        let (bytes, wanted) = (Array(text.utf8), Array(mark.utf8))
        var parts: [Substring] = []
        var (start, i) = (0, 0)
        func part(_ range: Range<Int>) -> Substring { Substring(decoding: bytes[range], as: UTF8.self) }
        while i + wanted.count <= bytes.count {
            if bytes[i..<(i + wanted.count)].elementsEqual(wanted) {
                parts.append(part(start..<i))
                i += wanted.count
                start = i
            } else {
                i += 1
            }
        }
        return parts + [part(start..<bytes.count)]
    }

    // MARK: - Dates

    private static func date(
        _ line: TableLine, _ map: TableMap, _ columns: [TableMap.Field: Int]
    ) throws(VisitRowProblem) -> TableDate {
        let first = map.rules[.start] != nil ? TableMap.Field.start : .date
        var found = try read(first, line, map, columns)
        if found == nil, first == .start { found = try read(.date, line, map, columns) }
        guard var date = found else {
            throw VisitRowProblem(
                .badDate, line: line.line, expected: "a date under \(name(first, map))", found: "an empty cell")
        }
        if let end = try read(.end, line, map, columns) {
            guard date.start <= end.end else {
                throw VisitRowProblem(
                    .endBeforeStart, line: line.line, expected: "\(name(.end, map)) on or after \(name(first, map))",
                    found: "\(date.start.iso) to \(end.end.iso)")
            }
            date.end = end.end
            if end.precision != .day, date.precision == .day { date.precision = end.precision }
        }
        if let told = columns[.precision].flatMap({ line.words($0) }) ?? map.rules[.precision]?.constant,
            let rule = map.rules[.precision],
            let precision = DatePrecision(rawValue: translated(told, rule).lowercased())
        {
            date.precision = precision
        }
        return date
    }

    /// The date of a field; `nil` where its cell is empty.
    private static func read(
        _ field: TableMap.Field, _ line: TableLine, _ map: TableMap, _ columns: [TableMap.Field: Int]
    ) throws(VisitRowProblem) -> TableDate? {
        guard let rule = map.rules[field] else { return nil }
        let column = columns[field]
        guard let text = column.flatMap({ line.words($0) }) ?? rule.constant else { return nil }
        let isDate = column.map { line.words($0) != nil && line.cells[$0].isDate } ?? false
        do throws(TableDate.Fault) {
            return try TableDate(translated(text, rule), format: rule.format, isDate: isDate)
        } catch {
            let found = "\"\(text.prefix(40))\""
            switch error {
            case .needsFormat:
                throw VisitRowProblem(
                    .needsDateFormat, line: line.line,
                    expected: "a format for \(name(field, map)) in the map, \"d.m.y\" or \"m/d/y\"", found: found)
            case .unreadable:
                let format = rule.format.map { " as \($0.rawValue)" } ?? ""
                throw VisitRowProblem(
                    .badDate, line: line.line, expected: "a date\(format) under \(name(field, map))", found: found)
            }
        }
    }

    private static func day(
        _ field: TableMap.Field, _ line: TableLine, _ map: TableMap, _ columns: [TableMap.Field: Int]
    ) -> Day? {
        do throws(VisitRowProblem) {
            guard let date = try read(field, line, map, columns), date.start == date.end else { return nil }
            return date.start
        } catch {
            return nil
        }
    }

    private static func name(_ field: TableMap.Field, _ map: TableMap) -> String {
        switch map.rules[field]?.column {
        case .named(let name): name
        case .numbered(let number): "column \(number)"
        case nil: field.rawValue
        }
    }
}
