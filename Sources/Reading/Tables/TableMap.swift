/// Which column of a desk's own table is what: how its rows are to be read.
///
/// A value with a JSON form (``init(json:)``, ``json``) that a desk may write by hand and that is kept beside what was imported.
package struct TableMap: Hashable, Sendable {
    package static let schema = "rapporteur.table-map/1"

    /// What a cell may tell of an encounter.
    package enum Field: String, Sendable, CaseIterable {
        /// The table's own name for the row.
        case id
        /// The first day.
        case start
        /// The last day; without it the first one.
        case end
        /// A date as the desk writes it: a day, a range of days, a month or a year.
        case date
        /// How much of `start` and `end` is told: `day`, `month`, `year` and the like.
        case precision
        case partyA = "party_a"
        case partyB = "party_b"
        /// All parties in one cell.
        case parties
        case personA = "person_a"
        case personB = "person_b"
        /// Persons of whatever party in one cell.
        case persons
        case officeA = "office_a"
        case officeB = "office_b"
        /// The party that received the others.
        case host
        case kind, medium, level, status
        case place, country
        /// Issues in one cell.
        case issues
        case outcome
        case series, round
        /// Free text.
        case note
        /// Who published or wrote down the row.
        case source
        case url
        /// The day on which the row, or what it rests on, was published.
        case published

        /// Whether a cell holds several values.
        package var isList: Bool { [.parties, .persons, .issues].contains(self) }
        package var isDate: Bool { [.start, .end, .date, .published].contains(self) }
    }

    /// A column by its head or by its number.
    package enum Column: Hashable, Sendable {
        case named(String)
        /// From 1.
        case numbered(Int)
    }

    /// Where a field comes from.
    package struct Rule: Hashable, Sendable {
        /// `nil` for a field that is the same in all rows.
        package var column: Column?
        /// What the field is in all rows, or where the cell is empty.
        package var constant: String?
        /// How dates are written; `nil` where only dates that can be read in one way are taken.
        package var format: TableDate.Format?
        /// What stands between the values of a list; `nil` for a semicolon or the end of a line.
        package var separator: String?
        /// The desk's own words and what they mean; case and white space at the ends do not matter.
        package var words: [String: String]

        package init(
            _ column: Column? = nil, constant: String? = nil, format: TableDate.Format? = nil, separator: String? = nil,
            words: [String: String] = [:]
        ) {
            self.column = column
            self.constant = constant
            self.format = format
            self.separator = separator
            self.words = words
        }
    }

    /// Names the table among others: it begins the ids of its documents. Letters, digits, `-` and `_`, at most 60.
    package var name: String
    package var title: String?
    /// Whose table it is: the source of its documents where a row names none.
    package var publisher: String?
    /// ISO 3166-1 alpha-3.
    package var country: String?
    package var licence: String?
    /// The sheet of a workbook; `nil` for the first one that is seen.
    package var sheet: String?
    /// What stands between the cells of a text file, one character of ASCII.
    package var separator: String?
    package var rules: [Field: Rule]

    package init(name: String, rules: [Field: Rule] = [:]) {
        self.name = name
        self.rules = rules
    }

    /// A text as a name of tables: what is no letter, digit, `-` or `_` becomes a hyphen.
    package static func name(from text: some StringProtocol) -> String {
        let kept = text.lowercased().utf8.prefix(60).map { byte in
            isPlain(byte) ? byte : UInt8(ascii: "-")
        }
        let name = String(decoding: kept, as: UTF8.self)
        return name.isEmpty ? "table" : name
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            || byte == 0x5F
    }

    /// The byte between cells.
    package var separatorByte: UInt8? { separator.flatMap { $0.utf8.count == 1 ? $0.utf8.first : nil } }
}
