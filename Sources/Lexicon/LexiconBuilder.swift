import Diplomacy
import Language

/// Reads the tables of `Data/`, checks them, and builds the compiled form.
public struct LexiconBuilder {
    /// A table: its path for messages and its text.
    public struct Input: Sendable {
        public var file: String
        public var text: String
        public init(file: String, text: String) {
            self.file = file
            self.text = text
        }

        /// What the table holds: its file's name, or the folder's for those of `persons/` and `bodies/`.
        var kind: String {
            let parts = file.split(separator: "/")
            if let folder = parts.dropLast().last, ["persons", "bodies"].contains(folder) { return String(folder) }
            let name = parts.last ?? ""
            return String(name.hasSuffix(".tsv") ? name.dropLast(4) : name)
        }
    }

    var model = LexiconModel()
    public internal(set) var errors: [TableError] = []
    var partyIndex: [String: Int] = [:]
    var officeIndex: [String: Int] = [:]
    var personIndex: [String: Int] = [:]
    var instrumentIndex: [String: Int] = [:]
    var seriesIndex: [String: Int] = [:]
    var cueIndex: [String: UInt32] = [:]
    var issueIndex: [String: UInt32] = [:]
    /// Rows of a table that lies over another: what they replace, by kind of table.
    var replaced: [String: Set<String>] = [:]
    /// Whether the tables now read lie over others.
    var isOverlay = false
    /// Terms of tables that lie over ours.
    var overlayTerms: Set<Int> = []
    /// The row of each term.
    var termRows: [RowReader] = []
    /// Source keys of each table that no row has named.
    var unusedSources: [Int: Set<String>] = [:]
    /// Parties whose home was named before it was read.
    var homes: [(at: RowReader, party: Int)] = []

    public init() {}

    /// A wording's words, split as the text's tokenizer does, hyphens left out.
    func split(_ wording: String) -> [WordingToken] {
        Wordings.split(wording).map { token, start in
            WordingToken(key: token.key, isCapital: token.has(.capital), start: start)
        }
    }

    /// The kinds of table, in the order in which they are read: a table names only what those before it define.
    static let kinds: [(name: String, columns: [String], isRequired: Bool)] = [
        ("parties", ["code", "name", "kind", "sector", "from", "to", "home", "note", "source"], true),
        ("party-names", ["code", "wording", "use", "case", "source"], true),
        ("country-codes", ["code", "alpha2", "source"], false),
        ("members", ["organisation", "member", "status", "from", "to", "source"], false),
        ("offices", ["code", "title", "level", "sector", "holders", "source"], true),
        ("office-names", ["code", "wording", "parties", "source"], true),
        (
            "persons",
            ["person", "name", "aliases", "party", "office", "title", "from", "to", "standing", "source"], true
        ),
        ("person-names", ["person", "name", "source"], false),
        ("bodies", ["name", "aliases", "party", "sector", "from", "to", "source"], false),
        ("agents", ["wording", "sector", "source"], false),
        ("places", ["name", "country", "kind", "latitude", "longitude", "population", "aliases", "source"], true),
        ("cities", ["name", "country", "kind", "latitude", "longitude", "population", "aliases", "source"], false),
        ("issues", ["code", "wording", "source"], true),
        ("cues", ["class", "wording", "form", "source"], true),
        ("context", ["class", "wording", "form", "source"], true),
        ("instruments", ["code", "name", "kind", "parties", "wordings", "issues", "source"], false),
        ("instrument-events", ["code", "date", "event", "parties", "note", "source"], false),
        ("series", ["code", "name", "parties", "kind", "wordings", "organiser", "from", "to", "source"], false),
        (
            "series-rounds",
            ["series", "round", "start", "end", "place", "country", "level", "note", "source"], false
        ),
        ("regions", ["code", "name", "members", "wordings", "source"], false),
    ]

    /// Compiles the tables; on any error throws the first and keeps all in `errors`.
    ///
    /// Rows of `overlay` add to those of `inputs` and take the place of rows that speak of the same: a party, office,
    /// instrument, series or region of the same code; a term of the same person, party and office at the same time. A new
    /// holder of an office of one holder ends the open term of ours.
    public mutating func compile(_ inputs: [Input], overlay: [Input] = []) throws -> [UInt8] {
        for input in inputs + overlay where !Self.kinds.contains(where: { $0.name == input.kind }) {
            errors.append(
                TableError(
                    file: input.file, line: 0, column: 0,
                    message: "expected one of the tables \(Self.kinds.map(\.name).joined(separator: ", ")), found "
                        + "\"\(input.kind)\"; rename the file as Data/README.md has it"))
        }
        for kind in Self.kinds {
            let base = inputs.filter { $0.kind == kind.name }.sorted { $0.file < $1.file }
            if kind.isRequired, base.isEmpty {
                errors.append(
                    TableError(
                        file: "\(kind.name).tsv", line: 0, column: 0,
                        message: "expected this table, found none; restore it"))
            }
            isOverlay = true
            for input in overlay.filter({ $0.kind == kind.name }).sorted(by: { $0.file < $1.file }) {
                read(input, columns: kind.columns)
            }
            isOverlay = false
            for input in base { read(input, columns: kind.columns) }
            settleHomes()
        }
        closeSucceeded()
        checkHolders()
        if let first = errors.first { throw first }
        return LexiconWriter(model: model).bytes()
    }

    private mutating func read(_ input: Input, columns: [String]) {
        let table = Table(file: input.file, text: input.text, columns: columns, errors: &errors)
        let file = model.files.count
        if file > 255 {
            errors.append(
                TableError(
                    file: input.file, line: 0, column: 0,
                    message: "expected at most 256 tables, found more; join some of them"))
            return
        }
        model.files.append(input.file)
        for (key, text) in table.sources.sorted(by: { $0.key < $1.key }) {
            model.sources.append(.init(file: file, key: key, text: text))
        }
        unusedSources[file] = Set(table.sources.keys)
        for row in table.rows {
            unusedSources[file]?.remove(String(row.fields[columns.count - 1]))
            let at = RowReader(table: table, row: row, origin: LexiconModel.origin(file: file, line: row.line))
            checkSource(at, columns.count - 1)
            switch input.kind {
            case "parties": party(at)
            case "party-names": partyName(at)
            case "country-codes": countryCode(at)
            case "members": member(at)
            case "offices": office(at)
            case "office-names": officeName(at)
            case "persons": person(at)
            case "person-names": personName(at)
            case "bodies": body(at)
            case "agents": agent(at)
            case "places": place(at, root: .names)
            case "cities": place(at, root: .gazetteer)
            case "issues": issue(at)
            case "cues": cue(at, root: .cues)
            case "context": cue(at, root: .context)
            case "instruments": instrument(at)
            case "instrument-events": instrumentEvent(at)
            case "series": series(at)
            case "series-rounds": round(at)
            default: region(at)
            }
        }
    }

    // MARK: - Checks

    /// One row and where it stands.
    struct RowReader {
        let table: Table
        let row: Table.Row
        let origin: UInt32

        subscript(field: Int) -> Substring { row.fields[field] }
        func string(_ field: Int) -> String { String(row.fields[field]) }
        func list(_ field: Int) -> [String] { Table.list(row.fields[field]) }
    }

    mutating func fail(_ at: RowReader, _ field: Int, expected: String, _ todo: String = "") {
        errors.append(
            at.table.error(
                at.row, field, "expected \(expected), found \"\(at[field])\"\(todo.isEmpty ? "" : "; " + todo)"))
    }

    mutating func insert(
        _ at: RowReader, _ field: Int, _ wording: String, root: LexiconRoot, _ entry: LexiconModel.Entry
    ) {
        let keys = split(wording).map(\.key)
        guard !keys.isEmpty else {
            errors.append(
                at.table.error(at.row, field, "expected a wording of at least one word, found \"\(wording)\""))
            return
        }
        var entry = entry
        entry.origin = at.origin
        model.insert(keys, root: root, entry)
    }

    func capitals(_ wording: String) -> UInt16 {
        var mask: UInt16 = 0
        for (i, token) in split(wording).enumerated() where token.isCapital && i < 16 { mask |= 1 << UInt16(i) }
        return mask
    }

    /// A value of a vocabulary, or an error that lists it.
    mutating func value<T: TableValue>(_ at: RowReader, _ field: Int, _: T.Type = T.self) -> T? {
        if let value = T(at[field]) { return value }
        fail(at, field, expected: "one of \(T.tableNames)")
        return nil
    }

    mutating func partyCode(_ at: RowReader, _ field: Int, _ code: Substring? = nil) -> Int? {
        let code = code ?? at[field]
        if let index = partyIndex[String(code)] { return index }
        errors.append(
            at.table.error(
                at.row, field,
                "expected a party code of parties.tsv, found \"\(code)\"; add the party or mend the code"))
        return nil
    }

    /// A list of party codes, none left out silently.
    mutating func partyCodes(_ at: RowReader, _ field: Int) -> [Int] {
        at.list(field).compactMap { partyCode(at, field, Substring($0)) }
    }

    mutating func officeCode(_ at: RowReader, _ field: Int) -> Int? {
        if let index = officeIndex[at.string(field)] { return index }
        fail(at, field, expected: "an office code of offices.tsv", "add the office or mend the code")
        return nil
    }

    private mutating func checkSource(_ at: RowReader, _ field: Int) {
        if at.table.sources[at.string(field)] == nil {
            fail(at, field, expected: "a source that a line \"# source: KEY = ...\" declares")
        }
    }

    mutating func date(_ at: RowReader, _ field: Int) -> LexiconModel.Edge? {
        guard let interval = Table.interval(at[field]) else {
            fail(at, field, expected: "YYYY, YYYY-MM or YYYY-MM-DD")
            return nil
        }
        return .init(first: Int32(interval.first.number), last: Int32(interval.last.number))
    }

    /// From and to, each empty or a date.
    mutating func span(_ at: RowReader, _ from: Int, _ to: Int) -> LexiconModel.Interval? {
        var span = LexiconModel.Interval()
        if !at[from].isEmpty {
            guard let edge = date(at, from) else { return nil }
            span.from = edge
        }
        if !at[to].isEmpty {
            guard let edge = date(at, to) else { return nil }
            span.to = edge
        }
        guard span.from.first <= span.to.last else {
            fail(at, to, expected: "an end on or after the start \(at[from])")
            return nil
        }
        return span
    }

    /// Whether a row that lies over ours speaks of the same; notes it where this is such a row.
    mutating func isReplaced(_ kind: String, _ key: String) -> Bool {
        if isOverlay {
            replaced[kind, default: []].insert(key)
            return false
        }
        return replaced[kind]?.contains(key) ?? false
    }
}

extension LexiconBuilder {
    public static var kindNames: [String] { kinds.map(\.name) }

    /// The head of a table of one's own: a source and the header; `nil` for a kind that there is not.
    public static func template(_ kind: String) -> String? {
        kinds.first { $0.name == kind }.map { found in
            "# source: mine = say here where your rows come from\n\(found.columns.joined(separator: "\t"))\n"
        }
    }
}

extension LexiconBuilder {
    /// The rows of the tables of a kind, by column; a row of another form than its table's header is left out.
    public static func rows(of kind: String, in tables: [Input]) -> [[String: String]] {
        guard let columns = kinds.first(where: { $0.name == kind })?.columns else { return [] }
        var errors: [TableError] = []
        return tables.filter { $0.kind == kind }.flatMap { input in
            Table(file: input.file, text: input.text, columns: columns, errors: &errors).rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(columns, row.fields.map(String.init)))
            }
        }
    }
}
