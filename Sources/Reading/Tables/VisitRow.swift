import Diplomacy

/// The facts of one row of a table of visits, as the table writes them.
struct VisitRow {
    let table: VisitTable
    /// The row's number in its table; `nil` where the table has none.
    private(set) var number: String?
    let start: Day
    let end: Day
    /// Who travelled, with the office before the name where the table has them in one cell.
    let visitor: String
    /// The office, where the table has it apart from the name.
    private(set) var office: String?
    /// Where the visitor comes from, and where the visit was.
    let from: String
    let to: String
    /// Cities and places within `to`.
    private(set) var locale: String?
    private(set) var remarks: String?
    /// The table's own word for the kind of visit.
    private(set) var kind: String?
    /// Where the table says its row comes from.
    private(set) var origin: String?
    /// The cells that are kept beside, by column: what the fields above do not hold.
    private(set) var beside: [String: String] = [:]

    /// Reads a row's cells by the names of its columns.
    ///
    /// - Throws: ``VisitRowProblem`` where the row has no visitor, no country or no two dates in order.
    init(_ row: TableReader.Row, table: VisitTable, header: [String]) throws(VisitRowProblem) {
        let cells = try RowCells(row, header: header)
        self.table = table
        var read: Set<String> = []
        func cell(_ column: String) -> String? {
            read.insert(column)
            return cells[column]
        }
        func need(_ column: String) throws(VisitRowProblem) -> String {
            read.insert(column)
            return try cells.need(column)
        }
        let days: (start: String, end: String)
        switch table {
        case .usTravels:
            number = try need("id")
            days = ("start_date", "end_date")
            visitor = try need("name")
            office = Self.office(ofRole: try need("role"))
            from = "United States"
            to = try need("country")
            locale = cell("locale")
            remarks = cell("remarks")
        case .toUS:
            number = try need("id")
            days = ("start_date", "end_date")
            visitor = try need("visitor")
            from = try need("from")
            to = "United States"
            remarks = cell("description")
        case .inboundUS:
            number = try need("visit_id")
            days = ("start", "end")
            visitor = try need("visitor")
            from = try need("from_country")
            to = "United States"
            remarks = cell("description")
            origin = cell("source")
        case .inboundChina:
            days = ("first", "last")
            visitor = try need("name")
            office = cell("leader_title")
            from = try need("country")
            to = "China"
            kind = cell("visit_type")
            origin = cell("source")
        case .outbound:
            days = ("start_date", "end_date")
            visitor = try need("leader")
            from = try need("country_leader")
            to = try need("destination_country")
            locale = cell("locale")
            remarks = cell("details")
            origin = cell("source")
        }
        start = try cells.day(days.start)
        end = try cells.day(days.end)
        guard start <= end else {
            throw VisitRowProblem(
                .endBeforeStart, line: row.line, expected: "\(days.end) on or after \(days.start)",
                found: "\(start.iso) to \(end.iso)")
        }
        beside = cells.all.filter { !read.contains($0.key) && $0.key != days.start && $0.key != days.end }
    }

    /// The office that a role of the travels stands for, as a phrase that names the party too.
    private static func office(ofRole role: String) -> String {
        switch role {
        case "president": "President of the United States"
        case "secretary": "Secretary of State of the United States"
        default: role
        }
    }

    /// Stable from import to import: the table's number, else a digest of what the row says, in whatever order the columns stand.
    var id: String {
        if let number { return "visits:\(table.rawValue):\(number)" }
        let facts = [start.iso, end.iso, visitor, office, from, to, locale, remarks, kind, origin]
        let told = facts.map { $0 ?? "" }.joined(separator: "\u{1F}")
        return "visits:\(table.rawValue):\(Document.sha256(of: told).prefix(20))"
    }
}

/// A row's cells by the names of their columns; cells of white space are empty.
private struct RowCells {
    let all: [String: String]
    private let line: Int

    init(_ row: TableReader.Row, header: [String]) throws(VisitRowProblem) {
        line = row.line
        guard !row.cut else {
            throw VisitRowProblem(
                .rowTooLong, line: row.line, expected: "a row within the limit", found: "a longer one")
        }
        guard row.count == header.count else {
            throw VisitRowProblem(
                .wrongCellCount, line: row.line, expected: "\(header.count) cells", found: "\(row.count)")
        }
        var all: [String: String] = [:]
        for (i, column) in header.enumerated() {
            guard let text = row.text(i).map(Self.plain), !text.isEmpty else { continue }
            all[column] = text
        }
        self.all = all
    }

    subscript(column: String) -> String? { all[column] }

    func need(_ column: String) throws(VisitRowProblem) -> String {
        guard let text = all[column] else {
            throw VisitRowProblem(.missingCell, line: line, expected: "a text under \(column)", found: "an empty cell")
        }
        return text
    }

    /// A whole cell that is a date, `YYYY-MM-DD`.
    func day(_ column: String) throws(VisitRowProblem) -> Day {
        guard let text = all[column], text.utf8.count == 10, let day = Day(iso: text) else {
            throw VisitRowProblem(
                .badDate, line: line, expected: "a date such as 2021-06-09 under \(column)",
                found: all[column].map { "\"\($0.prefix(40))\"" } ?? "an empty cell")
        }
        return day
    }

    /// A cell on one line: runs of white space and control characters become one space.
    private static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }
            .joined(separator: " ")
    }
}
