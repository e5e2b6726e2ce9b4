import Diplomacy
import GRDB

/// A query as SQL over `search` and `facet`: one MATCH for all that are words and tokens, conditions on columns beside it.
struct SearchStatement {
    /// An FTS5 expression; `nil` where the query asks for days and numbers alone.
    private(set) var match: String?
    private var conditions: [String] = []
    private var arguments: StatementArguments = []
    /// Rows by their numbers, from which the encounter's day follows.
    private var first: Int64?
    private var last: Int64?

    /// - Parameter longest: days from the first to the last of the longest encounter of the register.
    init(_ query: SearchQuery, longest: Int) {
        let parts: [SearchQuery] = if case .all(let parts) = query { parts } else { [query] }
        var matches: [String] = []
        for part in parts {
            if case .days(.date, let from, let to) = part {
                first = [first, from.map { SearchIndex.firstID(of: $0.number - longest) }].compactMap { $0 }.max()
                last = [last, to.map { SearchIndex.firstID(of: $0.number + 1) - 1 }].compactMap { $0 }.min()
            }
            switch Part(part) {
            case .match(let expression): matches.append(expression)
            case .sql(let condition, let values):
                conditions.append(condition)
                arguments += values
            }
        }
        match = matches.isEmpty ? nil : matches.joined(separator: " AND ")
    }

    /// The column by which rows are in the order of their days.
    var row: String { match == nil ? "facet.id" : "search.rowid" }

    /// "FROM … WHERE …", with its arguments. The rows of `search` come first and in the order of their numbers.
    var source: (sql: String, arguments: StatementArguments) {
        let tables = match == nil ? "facet" : "search CROSS JOIN facet ON facet.id = search.rowid"
        let (condition, arguments) = condition
        return ("FROM \(tables) WHERE \(condition)", arguments)
    }

    /// ``source`` without the table of days and numbers, for a query that does not ask for them.
    var matchAlone: (sql: String, arguments: StatementArguments) {
        let (condition, arguments) = condition
        return ("FROM search WHERE \(condition)", arguments)
    }

    /// What stands after WHERE, with its arguments.
    var condition: (sql: String, arguments: StatementArguments) {
        var all: [String] = match == nil ? [] : ["search MATCH ?"]
        var values: StatementArguments = match.map { [$0] } ?? []
        if let first {
            all.append("\(row) >= ?")
            values += [first]
        }
        if let last {
            all.append("\(row) <= ?")
            values += [last]
        }
        all += conditions
        return (all.isEmpty ? "TRUE" : all.joined(separator: " AND "), values + arguments)
    }

    /// Whether the rows of `search` alone tell how many match.
    var isMatchAlone: Bool { match != nil && conditions.isEmpty }

    /// Whether asking for one row is cheap: no condition searches for itself.
    var isProbed: Bool { !conditions.contains { $0.contains("MATCH") } }

    /// A part of a query: an FTS5 expression where the index alone can answer it, else a condition on `facet`.
    private enum Part {
        case match(String)
        case sql(String, StatementArguments)

        init(_ query: SearchQuery) {
            switch query {
            case .words(let text, let isPrefix):
                let columns = SearchIndex.Column.named.map(\.rawValue).joined(separator: " ")
                self = .match("{\(columns)} : \(Self.phrase(text, isPrefix))")
            case .facet(let facet, let value, let isPrefix):
                if let column = facet.column {
                    self = .match("\(column.rawValue) : \(Self.phrase(value, isPrefix))")
                } else {
                    self = .match("facets : \(Self.phrase(facet.token(value), isPrefix))")
                }
            case .dyad(let dyad): self = .match("facets : \(Self.phrase(dyad.token, false))")
            case .days(let axis, let first, let last): self = Self.days(axis, first, last)
            case .origins(let range):
                // the plus keeps SQLite from going by number of origins where the newest come first
                self = .sql("+facet.origins BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
            case .tag(let tag, let isPrefix):
                // what comes after every byte of a tag ends the beginnings
                self = .sql(
                    """
                    facet.encounter IN
                        (SELECT present FROM placed_tag WHERE tag >= ? AND tag \(isPrefix ? "<" : "<=") ? AND present IS NOT NULL)
                    """, [tag, isPrefix ? tag + "{" : tag])
            case .not(let part):
                switch Part(part) {
                case .match(let expression): self = .match("(facets : \(SearchIndex.everything) NOT \(expression))")
                case .sql(let condition, let values): self = .sql("(\(condition)) IS NOT TRUE", values)
                }
            case .all(let parts): self = Self.joined(parts.map { Part($0) }, by: "AND")
            case .any(let parts): self = Self.joined(parts.map { Part($0) }, by: "OR")
            }
        }

        private static func joined(_ parts: [Part], by word: String) -> Part {
            var matches: [String] = []
            var conditions: [String] = []
            var arguments: StatementArguments = []
            for part in parts {
                switch part {
                case .match(let expression): matches.append(expression)
                case .sql(let condition, let values):
                    conditions.append(condition)
                    arguments += values
                }
            }
            let expression = "(" + matches.joined(separator: " \(word) ") + ")"
            if conditions.isEmpty { return .match(expression) }
            if !matches.isEmpty {
                conditions.append("facet.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
                arguments += [expression]
            }
            return .sql("(" + conditions.joined(separator: " \(word) ") + ")", arguments)
        }

        private static func days(_ axis: SearchQuery.Axis, _ first: Day?, _ last: Day?) -> Part {
            let (low, high) = (first?.number ?? Int(Int32.min), last?.number ?? Int(Int32.max))
            switch axis {
            case .date: return .sql("facet.first <= ? AND facet.last >= ?", [high, low])
            case .published: return .sql("facet.first_published <= ? AND facet.last_published >= ?", [high, low])
            case .added:
                // times are text: whatever is of the last day comes before the next one
                return .sql(
                    "facet.added >= ? AND facet.added < ?", [first?.iso ?? "", last.map { ($0 + 1).iso } ?? "A"])
            }
        }

        /// Words as a string of FTS5, which its tokenizer takes apart as it does the texts.
        private static func phrase(_ text: String, _ isPrefix: Bool) -> String {
            "\"" + text.replacing("\"", with: "\"\"") + "\"" + (isPrefix ? " *" : "")
        }
    }
}
