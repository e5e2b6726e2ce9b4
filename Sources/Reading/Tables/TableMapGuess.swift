/// A map that a table's head and cells suggest, and what of it needs a look.
package struct TableMapGuess: Hashable, Sendable {
    package struct Note: Hashable, Sendable {
        package enum Code: String, Sendable, CaseIterable {
            /// Day and month may stand either way: the format has to be given.
            case ambiguousDateOrder = "ambiguous-date-order"
            /// Some dates have the day first and some the month.
            case mixedDateOrder = "mixed-date-order"
            /// A column of dates whose cells are none.
            case unreadableDates = "unreadable-dates"
            /// A column that no field was found for; its cells are kept beside.
            case unmapped
            /// Two columns seem to be the same field; the first was taken.
            case twoColumns = "two-columns"
            /// No column looks like a date.
            case noDate = "no-date"
            /// No columns look like two parties: one may be the same in all rows, given as a constant.
            case noParties = "no-parties"
            /// Years of two digits were read as 1970 to 2069.
            case shortYears = "short-years"
        }

        package var code: Code
        /// The head of the column; empty for the table.
        package var column: String
        /// What was found and what to do, in words.
        package var message: String
    }

    package var map: TableMap
    package var notes: [Note]

    /// Whether the map can be used as it is.
    package var isComplete: Bool {
        !notes.contains { [.ambiguousDateOrder, .mixedDateOrder, .noDate, .noParties].contains($0.code) }
    }
}

extension TableMap {
    /// Rows that a guess looks at.
    package static let guessRows = 1_000

    /// Proposes a map from the head of a table and what its cells look like. Linear in the first ``guessRows`` rows.
    package static func guess(name: String = "table", header: [String], rows: [TableLine]) -> TableMapGuess {
        var guesser = TableGuesser(header: header, rows: Array(rows.prefix(guessRows)))
        return guesser.guess(name: TableMap.name(from: name))
    }
}

/// One guess of a map.
private struct TableGuesser {
    let header: [String]
    let rows: [TableLine]
    private var map = TableMap(name: "table")
    private var notes: [TableMapGuess.Note] = []
    private var taken: [TableMap.Field: Int] = [:]

    init(header: [String], rows: [TableLine]) {
        self.header = header
        self.rows = rows
    }

    mutating func guess(name: String) -> TableMapGuess {
        map.name = name
        let keys = header.map(TableWords.key)
        // what a head says in so many words goes before what a word of it says
        var rest: [Int] = []
        for (i, key) in keys.enumerated() {
            if let field = TableWords.field(key) {
                take(i, as: field, isSure: true)
            } else if !key.isEmpty {
                rest.append(i)
            }
        }
        for i in rest {
            if let field = TableWords.field(inside: keys[i]), taken[field] == nil {
                take(i, as: field, isSure: false)
            } else {
                note(.unmapped, i, "no field was found for it; its cells are kept beside")
            }
        }
        settle()
        return TableMapGuess(map: map, notes: notes)
    }

    private mutating func take(_ column: Int, as field: TableMap.Field, isSure: Bool) {
        if let other = taken[field] {
            note(
                .twoColumns, column,
                "it seems to be \(field.rawValue) as \"\(header[other])\" is; its cells are kept beside")
            return
        }
        taken[field] = column
        var rule = TableMap.Rule(reference(column))
        if field.isDate { rule.format = format(column) }
        if field.isList { rule.separator = separator(column) }
        map.rules[field] = rule
    }

    /// By its head, or by its number where another column has the same one.
    private func reference(_ column: Int) -> TableMap.Column {
        let isOnly = header.filter { $0 == header[column] }.count == 1
        return isOnly ? .named(header[column]) : .numbered(column + 1)
    }

    private mutating func note(_ code: TableMapGuess.Note.Code, _ column: Int?, _ message: String) {
        let head = column.map { header[$0] } ?? ""
        notes.append(TableMapGuess.Note(code: code, column: head, message: message))
    }

    /// What fields together tell.
    private mutating func settle() {
        // a single column of dates may hold ranges; beside an end it is the start
        if map.rules[.date] != nil, map.rules[.end] != nil, map.rules[.start] == nil { move(.date, to: .start) }
        if map.rules[.start] == nil, map.rules[.date] == nil {
            if let column = header.indices.first(where: { !taken.values.contains($0) && looksLikeDates($0) }) {
                take(column, as: .date, isSure: false)
                notes.removeAll { $0.code == .unmapped && $0.column == header[column] }
            } else {
                note(.noDate, nil, "no column looks like a date; name one as start or date")
            }
        }
        // one country in a list of meetings is the other side, unless there are two already
        let hasSides = map.rules[.partyB] != nil || map.rules[.partyA] != nil || map.rules[.parties] != nil
        if !hasSides, map.rules[.country] != nil, map.rules[.place] == nil { move(.country, to: .partyB) }
        let isComplete = map.rules[.parties] != nil || map.rules[.partyA] != nil && map.rules[.partyB] != nil
        if !isComplete {
            note(.noParties, nil, "two sides are needed; give party_a and party_b (one may be a constant) or parties")
        }
    }

    private mutating func move(_ field: TableMap.Field, to other: TableMap.Field) {
        map.rules[other] = map.rules.removeValue(forKey: field)
        taken[other] = taken.removeValue(forKey: field)
    }

    private func cells(_ column: Int) -> [TableLine.Cell] {
        rows.compactMap { $0.words(column) == nil ? nil : $0.cells[column] }
    }

    private func looksLikeDates(_ column: Int) -> Bool {
        let cells = cells(column)
        let read = cells.filter { cell in
            cell.isDate || [nil, .dayFirst, .monthFirst].contains { (try? TableDate(cell.text, format: $0)) != nil }
        }
        return !cells.isEmpty && read.count * 10 >= cells.count * 9
            && !cells.allSatisfy { $0.text.utf8.count <= 4 }
    }

    /// The format in which all cells of a column can be read; `nil` where none is needed, or more than one would do.
    private mutating func format(_ column: Int) -> TableDate.Format? {
        let open = cells(column).filter { cell in
            do throws(TableDate.Fault) {
                _ = try TableDate(TableLine.plain(cell.text), format: nil, isDate: cell.isDate)
                return false
            } catch {
                return true
            }
        }.map { TableLine.plain($0.text) }
        guard !open.isEmpty else { return nil }
        if open.allSatisfy({ (try? TableDate($0, format: .excel)) != nil }) { return .excel }
        func fits(_ format: TableDate.Format) -> [Bool] { open.map { (try? TableDate($0, format: format)) != nil } }
        let (days, months) = (fits(.dayFirst), fits(.monthFirst))
        let onlyDay = zip(days, months).contains { $0 && !$1 }
        let onlyMonth = zip(days, months).contains { !$0 && $1 }
        let none = zip(days, months).filter { !$0 && !$1 }.count
        if none > 0 {
            note(
                .unreadableDates, column, "\(none) of its cells are no dates that are known; their rows become problems"
            )
        }
        if onlyDay, onlyMonth {
            note(
                .mixedDateOrder, column,
                "some of its dates have the day first and some the month; mend them or give a format")
            return nil
        }
        if onlyDay || onlyMonth {
            if open.contains(where: Self.hasShortYear) {
                note(.shortYears, column, "its years have two digits; they are read as 1970 to 2069")
            }
            return onlyDay ? .dayFirst : .monthFirst
        }
        guard none < open.count else { return nil }
        note(
            .ambiguousDateOrder, column,
            "\"\(open.first ?? "")\" may have the day or the month first, and no cell tells; give \"d.m.y\" or \"m/d/y\" as its format"
        )
        return nil
    }

    private static func hasShortYear(_ text: String) -> Bool {
        let last = text.split { !$0.isNumber }.last
        return last.map { $0.utf8.count <= 2 } ?? false
    }

    /// What stands between the values of a list.
    private func separator(_ column: Int) -> String? {
        let texts = cells(column).map(\.text)
        for mark in [";", "|", "\n", " / ", ","] where texts.contains(where: { $0.contains(mark) }) {
            return mark == ";" ? nil : mark
        }
        return nil
    }
}
