import Diplomacy

/// Where the fields of a map stand in a table, and the desk's words as they are looked up.
struct TableColumns: Sendable {
    let map: TableMap
    /// From 0.
    let places: [TableMap.Field: Int]
    /// By field: the words, folded, and what they mean. Of words that are the same when folded, the first in order counts.
    private let meanings: [TableMap.Field: [String: String]]

    init(_ map: TableMap, places: [TableMap.Field: Int]) {
        self.map = map
        self.places = places
        meanings = map.rules.mapValues { rule in
            Dictionary(
                rule.words.sorted { $0.key < $1.key }.map { (TableWords.folded(TableLine.plain($0.key)), $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// The desk's own word as its map has it, else as it stands.
    func meaning(of text: String, _ field: TableMap.Field) -> String {
        guard let known = meanings[field], !known.isEmpty else { return text }
        return map.rules[field]?.words[text] ?? known[TableWords.folded(text)] ?? text
    }

    /// What people call the column of a field.
    func name(_ field: TableMap.Field) -> String {
        switch map.rules[field]?.column {
        case .named(let name): name
        case .numbered(let number): "column \(number)"
        case nil: field.rawValue
        }
    }
}

/// The cells of one row by their fields.
struct TableCells {
    let line: TableLine
    let columns: TableColumns

    /// The words of a field's cell, else its constant, as they stand.
    private func told(_ field: TableMap.Field) -> String? {
        columns.places[field].flatMap { line.words($0) } ?? columns.map.rules[field]?.constant
    }

    /// The value of a field that has one, in the map's words.
    func value(_ field: TableMap.Field) -> String? { told(field).map { columns.meaning(of: $0, field) } }

    // MARK: - Lists

    /// The values of a field that has several.
    func values(_ field: TableMap.Field) -> [String] {
        guard let rule = columns.map.rules[field] else { return [] }
        var text = rule.constant
        // line ends part values, so the cell is taken as it is
        if let column = columns.places[field], line.words(column) != nil { text = line.cells[column].text }
        guard let text else { return [] }
        return Self.split(text, rule.separator).map { TableLine.plain($0) }.filter { !$0.isEmpty }
            .map { columns.meaning(of: $0, field) }
    }

    private static func split(_ text: String, _ mark: String?) -> [Substring] {
        guard let mark, !mark.isEmpty else { return text.split { $0 == ";" || $0 == "；" || $0.isNewline } }
        let (bytes, wanted) = (Array(text.utf8), Array(mark.utf8))
        var parts: [Substring] = []
        var (start, i) = (0, 0)
        while i + wanted.count <= bytes.count {
            if bytes[i..<(i + wanted.count)].elementsEqual(wanted) {
                parts.append(Substring(decoding: bytes[start..<i], as: UTF8.self))
                i += wanted.count
                start = i
            } else {
                i += 1
            }
        }
        return parts + [Substring(decoding: bytes[start...], as: UTF8.self)]
    }

    // MARK: - Dates

    /// The days of the row.
    func date() throws(VisitRowProblem) -> TableDate {
        let first = columns.map.rules[.start] != nil ? TableMap.Field.start : .date
        var found = try date(first)
        if found == nil, first == .start { found = try date(.date) }
        guard var date = found else {
            throw VisitRowProblem(
                .badDate, line: line.line, expected: "a date under \(columns.name(first))", found: "an empty cell")
        }
        if let end = try self.date(.end) {
            guard date.start <= end.end else {
                throw VisitRowProblem(
                    .endBeforeStart, line: line.line,
                    expected: "\(columns.name(.end)) on or after \(columns.name(first))",
                    found: "\(date.start.iso) to \(end.end.iso)")
            }
            date.end = end.end
            if end.precision != .day, date.precision == .day { date.precision = end.precision }
        }
        if let precision = precision { date.precision = precision }
        return date
    }

    /// How much of the days is told, where the row says so in a word of ours.
    var precision: DatePrecision? { value(.precision).flatMap { DatePrecision(rawValue: $0.lowercased()) } }

    /// The day of a field; `nil` where its cell is empty or no single day.
    func day(_ field: TableMap.Field) -> Day? {
        do throws(VisitRowProblem) {
            guard let date = try date(field), date.start == date.end else { return nil }
            return date.start
        } catch {
            return nil
        }
    }

    /// The date of a field; `nil` where its cell is empty.
    private func date(_ field: TableMap.Field) throws(VisitRowProblem) -> TableDate? {
        guard let rule = columns.map.rules[field], let text = told(field) else { return nil }
        let column = columns.places[field]
        let isDate = column.map { line.words($0) != nil && line.cells[$0].isDate } ?? false
        do throws(TableDate.Fault) {
            return try TableDate(columns.meaning(of: text, field), format: rule.format, isDate: isDate)
        } catch {
            let found = "\"\(text.prefix(40))\""
            switch error {
            case .needsFormat:
                throw VisitRowProblem(
                    .needsDateFormat, line: line.line,
                    expected: "a format for \(columns.name(field)) in the map, \"d.m.y\" or \"m/d/y\"", found: found)
            case .unreadable:
                let format = rule.format.map { " as \($0.rawValue)" } ?? ""
                throw VisitRowProblem(
                    .badDate, line: line.line, expected: "a date\(format) under \(columns.name(field))", found: found)
            }
        }
    }
}
