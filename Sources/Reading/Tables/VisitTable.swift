/// The tables of visits that are known, each by the columns of its header.
public enum VisitTable: String, Sendable, CaseIterable {
    /// Travels abroad of the President and the Secretary of State of the United States (Office of the Historian).
    case usTravels = "us-travels"
    /// Visits to the United States by foreign leaders (Office of the Historian), with the office's own numbers.
    case toUS = "to-us"
    /// The same visits from 2013 on, in another compilation with numbers of its own.
    case inboundUS = "inbound-us"
    /// Visits to China by foreign leaders from 2013 on; names, titles and kinds in Chinese.
    case inboundChina = "inbound-cn"
    /// Trips abroad of four leaders from 2013 on.
    case outbound = "outbound"

    /// The columns that make the table, in the order in which its publisher has them. Their order in a file is free, and other
    /// columns may stand beside them.
    public var columns: [String] {
        switch self {
        case .usTravels:
            ["id", "role", "who", "name", "start_date", "end_date", "country_id", "country", "locale", "remarks"]
        case .toUS: ["id", "start_date", "end_date", "visitor", "from_id", "from", "description"]
        case .inboundUS:
            ["start", "end", "visitor", "from_country", "description", "source", "year", "is_hogs", "visit_id"]
        case .inboundChina:
            ["country", "leader_title", "name", "first", "last", "visit_type", "n_articles", "source"]
        case .outbound:
            [
                "leader", "start_date", "end_date", "destination_country", "locale", "details", "source",
                "country_leader", "year", "flags", "aspi_comparable",
            ]
        }
    }

    /// The table whose columns a header has.
    ///
    /// - Throws: ``ReadingError`` (`no-document`) where it is none of the tables; the message lists the headers that are known.
    public init(header: [String]) throws(ReadingError) {
        let found = Set(header)
        let table = Self.allCases.filter { found.isSuperset(of: $0.columns) }.max {
            $0.columns.count < $1.columns.count
        }
        guard let table else {
            let known = Self.allCases.map { "\($0.rawValue): \($0.columns.joined(separator: ","))" }
            let shown = header.joined(separator: ",").prefix(200)
            throw ReadingError(
                .noDocument,
                "expected the header of a table of visits (\(known.joined(separator: "; "))), found \"\(shown)\"; "
                    + "give one of these tables with its header as the first row")
        }
        self = table
    }
}

/// A row of a table, of visits or a desk's own, of which no document was made.
public struct VisitRowProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names of what can be wrong with a row.
    public enum Code: String, Sendable, CaseIterable {
        /// A cell that must hold a date holds none.
        case badDate = "bad-date"
        /// It ends before it starts.
        case endBeforeStart = "end-before-start"
        /// A cell that must be filled is empty.
        case missingCell = "missing-cell"
        /// Fewer or more cells than the header has.
        case wrongCellCount = "wrong-cell-count"
        /// The row is longer than the reader's limit.
        case rowTooLong = "row-too-long"
        /// A date whose day and month may stand either way, in a column without a format.
        case needsDateFormat = "needs-date-format"
        /// A row with the number of another, or that says what another says.
        case duplicateRow = "duplicate-row"
    }

    public var code: Code
    /// The line on which the row begins, from 1.
    public var line: Int
    public var expected: String
    public var found: String

    public init(_ code: Code, line: Int, expected: String, found: String) {
        self.code = code
        self.line = line
        self.expected = expected
        self.found = found
    }

    /// What was expected and found, and on which line.
    public var description: String { "line \(line): \(code.rawValue): expected \(expected), found \(found)" }
}
