import Diplomacy

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
    }

    /// Splits a wording as the text's tokenizer does, hyphens left out.
    let split: (String) -> [WordingToken]
    var model = LexiconModel()
    public private(set) var errors: [TableError] = []
    var partyIndex: [String: Int] = [:]
    var officeIndex: [String: Int] = [:]
    var personIndex: [String: Int] = [:]

    public init(split: @escaping (String) -> [WordingToken]) { self.split = split }

    /// Compiles the tables; on any error throws the first and keeps all in `errors`.
    public mutating func compile(_ inputs: [Input]) throws -> [UInt8] {
        let inputs = inputs.sorted { $0.file < $1.file }
        func named(_ name: String) -> [Input] { inputs.filter { $0.file == name || $0.file.hasSuffix("/" + name) } }
        for name in [
            "parties.tsv", "party-names.tsv", "offices.tsv", "office-names.tsv", "places.tsv", "issues.tsv", "cues.tsv",
            "context.tsv",
        ]
        where named(name).isEmpty {
            errors.append(
                TableError(file: name, line: 0, column: 0, message: "expected this table, found none; restore it"))
        }
        named("parties.tsv").forEach { parties($0) }
        named("party-names.tsv").forEach { partyNames($0) }
        named("offices.tsv").forEach { offices($0) }
        named("office-names.tsv").forEach { officeNames($0) }
        inputs.filter { $0.file.contains("persons/") }.forEach { persons($0) }
        named("places.tsv").forEach { places($0) }
        named("issues.tsv").forEach { issues($0) }
        named("cues.tsv").forEach { cues($0, root: 2) }
        named("context.tsv").forEach { cues($0, root: 3) }
        if let first = errors.first { throw first }
        return LexiconWriter(model: model).bytes()
    }

    // MARK: - Parties

    private mutating func parties(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text,
            columns: ["code", "name", "kind", "sector", "from", "to", "members", "source"], errors: &errors)
        for row in table.rows {
            let code = String(row.fields[0])
            if partyIndex[code] != nil {
                errors.append(table.error(row, 0, "expected each code once, found \"\(code)\" again; merge the rows"))
                continue
            }
            guard let kind = PartyKind(row.fields[2]) else {
                errors.append(table.error(row, 2, "expected a kind of Data/README.md, found \"\(row.fields[2])\""))
                continue
            }
            checkSource(table, row, 7)
            checkDates(table, row, 4, 5)
            partyIndex[code] = model.parties.count
            model.parties.append(
                .init(code: code, name: String(row.fields[1]), kind: kind, sector: String(row.fields[3]), capital: ""))
        }
    }

    private mutating func partyNames(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text, columns: ["code", "wording", "use", "case", "source"], errors: &errors)
        for row in table.rows {
            guard let party = party(table, row, 0) else { continue }
            guard let use = NameUse(row.fields[2]) else {
                errors.append(table.error(row, 2, "expected a use of Data/README.md, found \"\(row.fields[2])\""))
                continue
            }
            checkSource(table, row, 4)
            let wording = String(row.fields[1])
            var entry = LexiconModel.Entry(kind: .party, aux: use.rawValue, index: UInt32(party))
            switch row.fields[3] {
            case "exact": entry.exact = wording
            case "capital": entry.capitals = capitals(wording)
            case "any": break
            default:
                errors.append(table.error(row, 3, "expected exact, capital or any, found \"\(row.fields[3])\""))
                continue
            }
            if use == .capital, model.parties[party].capital.isEmpty { model.parties[party].capital = wording }
            insert(table, row, 1, wording, root: 0, entry)
        }
    }

    // MARK: - Offices

    private mutating func offices(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text, columns: ["code", "title", "level", "sector", "source"], errors: &errors
        )
        for row in table.rows {
            guard let level = Level(rawValue: String(row.fields[2])) else {
                errors.append(table.error(row, 2, "expected a level of the contract, found \"\(row.fields[2])\""))
                continue
            }
            checkSource(table, row, 4)
            officeIndex[String(row.fields[0])] = model.offices.count
            model.offices.append(
                .init(
                    code: String(row.fields[0]), title: String(row.fields[1]), level: level,
                    sector: String(row.fields[3])))
        }
    }

    private mutating func officeNames(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text, columns: ["code", "wording", "parties", "source"], errors: &errors)
        for row in table.rows {
            guard let office = office(table, row, 0) else { continue }
            checkSource(table, row, 3)
            var scope: [Int] = []
            for code in Table.list(row.fields[2]) {
                guard let party = partyIndex[code] else {
                    errors.append(table.error(row, 2, "expected party codes of parties.tsv, found \"\(code)\""))
                    continue
                }
                scope.append(party)
            }
            var entry = LexiconModel.Entry(kind: .office, index: UInt32(office))
            if !scope.isEmpty {
                model.scopes.append(scope)
                entry.scope = UInt32(model.scopes.count - 1)
            }
            let wording = String(row.fields[1])
            insert(table, row, 1, wording, root: 0, entry)
            entry.flags = 1
            insert(table, row, 1, Wording.plural(wording), root: 0, entry)
        }
    }

    // MARK: - Persons

    private mutating func persons(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text,
            columns: ["person", "name", "aliases", "party", "office", "title", "from", "to", "standing", "source"],
            errors: &errors)
        for row in table.rows {
            guard let party = party(table, row, 3), let office = office(table, row, 4) else { continue }
            checkSource(table, row, 9)
            guard let (from, to) = checkDates(table, row, 6, 7) else { continue }
            let standing: Standing
            if row.fields[8].isEmpty {
                standing = .incumbent
            } else if let given = Standing(rawValue: String(row.fields[8])) {
                standing = given
            } else {
                errors.append(
                    table.error(row, 8, "expected incumbent, acting, disputed or nothing, found \"\(row.fields[8])\""))
                continue
            }
            let key = String(row.fields[0])
            let (name, family) = Wording.family(row.fields[1])
            let person: Int
            if let known = personIndex[key] {
                person = known
            } else {
                person = model.persons.count
                personIndex[key] = person
                model.persons.append(.init(key: key, name: name, family: family, givenStart: givenStart(name, family)))
            }
            nameEntries(table, row, name: name, family: family, person: person)
            for alias in Table.list(row.fields[2]) {
                let (aliasName, aliasFamily) = Wording.family(alias[...])
                // "Orban Viktor": the last word of an alias is a family name only where it begins like the known one
                let ordered = Wording.initial(aliasFamily) == Wording.initial(family)
                nameEntries(table, row, name: aliasName, family: ordered ? aliasFamily : "", person: person)
            }
            let title = row.fields[5].isEmpty ? model.offices[office].title : String(row.fields[5])
            let term = LexiconModel.Term(
                person: person, party: party, office: office, title: title, from: from, to: to, standing: standing,
                source: String(row.fields[9]))
            model.persons[person].terms.append(model.terms.count)
            model.terms.append(term)
        }
    }

    private func givenStart(_ name: String, _ family: String) -> UInt32 {
        let familyKeys = Set(split(family).map(\.key))
        return split(name).first { !familyKeys.contains($0.key) }?.start ?? 0
    }

    /// Full name, and the family name with and without its particle.
    private mutating func nameEntries(_ table: Table, _ row: Table.Row, name: String, family: String, person: Int) {
        var entry = LexiconModel.Entry(kind: .person, index: UInt32(person))
        entry.capitals = capitals(name)
        let single = split(name).count == 1
        if single { entry.flags = 2 }
        insert(table, row, 1, name, root: 0, entry)
        guard !single, !family.isEmpty else { return }
        entry.flags = 2
        for form in Wording.familyForms(name: name, family: family) {
            entry.capitals = capitals(form)
            insert(table, row, 1, form, root: 0, entry)
        }
    }

    // MARK: - Places, issues, cues

    private mutating func places(_ input: Input) {
        let table = Table(
            file: input.file, text: input.text,
            columns: ["name", "country", "kind", "latitude", "longitude", "population", "aliases", "source"],
            errors: &errors)
        for row in table.rows {
            guard let country = party(table, row, 1) else { continue }
            checkSource(table, row, 7)
            guard let kind = PlaceKind(row.fields[2]) else {
                errors.append(table.error(row, 2, "expected a kind of Data/README.md, found \"\(row.fields[2])\""))
                continue
            }
            guard let latitude = Float(row.fields[3]), (-90...90).contains(latitude) else {
                errors.append(table.error(row, 3, "expected degrees north from -90 to 90, found \"\(row.fields[3])\""))
                continue
            }
            guard let longitude = Float(row.fields[4]), (-180...180).contains(longitude) else {
                errors.append(table.error(row, 4, "expected degrees east from -180 to 180, found \"\(row.fields[4])\""))
                continue
            }
            guard let population = UInt32(row.fields[5].isEmpty ? "0" : row.fields[5]) else {
                errors.append(table.error(row, 5, "expected a whole number, found \"\(row.fields[5])\""))
                continue
            }
            let aliases = Table.list(row.fields[6])
            let city = aliases.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) } ?? ""
            let index = UInt32(model.places.count)
            let name = String(row.fields[0])
            model.places.append(
                .init(
                    name: name, country: country, kind: kind, latitude: latitude, longitude: longitude,
                    population: population, city: city))
            for wording in [name] + aliases.filter({ !$0.hasPrefix("@") }) {
                insert(
                    table, row, 0, wording, root: 0,
                    .init(kind: .place, aux: UInt16(kind.rawValue), index: index, capitals: capitals(wording)))
            }
        }
    }

    private mutating func issues(_ input: Input) {
        let table = Table(file: input.file, text: input.text, columns: ["code", "wording", "source"], errors: &errors)
        var known: [String: UInt32] = [:]
        for row in table.rows {
            let code = String(row.fields[0])
            guard Issue.codes.contains(code) else {
                errors.append(table.error(row, 0, "expected an issue of the contract, found \"\(code)\""))
                continue
            }
            checkSource(table, row, 2)
            let index = known[code] ?? UInt32(model.issues.count)
            if known[code] == nil {
                known[code] = index
                model.issues.append(code)
            }
            var wording = String(row.fields[1])
            var entry = LexiconModel.Entry(kind: .issue, index: index)
            if wording.first == "!" {
                wording.removeFirst()
                entry.flags = 4
            }
            insert(table, row, 1, wording, root: 1, entry)
        }
    }

    private mutating func cues(_ input: Input, root: UInt32) {
        let table = Table(
            file: input.file, text: input.text, columns: ["class", "wording", "form", "source"], errors: &errors)
        var known: [String: UInt32] = [:]
        for row in table.rows {
            let name = String(row.fields[0])
            guard let form = CueForm(row.fields[2]) else {
                errors.append(table.error(row, 2, "expected a verb form or nothing, found \"\(row.fields[2])\""))
                continue
            }
            checkSource(table, row, 3)
            let index = known[name] ?? UInt32(model.cues.count)
            if known[name] == nil {
                known[name] = index
                model.cues.append(name)
            }
            insert(
                table, row, 1, String(row.fields[1]), root: root, .init(kind: .cue, aux: form.rawValue, index: index))
        }
    }

    // MARK: - Checks

    private mutating func insert(
        _ table: Table, _ row: Table.Row, _ field: Int, _ wording: String, root: UInt32, _ entry: LexiconModel.Entry
    ) {
        let keys = split(wording).map(\.key)
        guard !keys.isEmpty else {
            errors.append(table.error(row, field, "expected a wording of at least one word, found \"\(wording)\""))
            return
        }
        model.insert(keys, root: root, entry)
    }

    private func capitals(_ wording: String) -> UInt16 {
        var mask: UInt16 = 0
        for (i, token) in split(wording).enumerated() where token.isCapital && i < 16 { mask |= 1 << UInt16(i) }
        return mask
    }

    private mutating func party(_ table: Table, _ row: Table.Row, _ field: Int) -> Int? {
        if let index = partyIndex[String(row.fields[field])] { return index }
        errors.append(
            table.error(
                row, field,
                "expected a party code of parties.tsv, found \"\(row.fields[field])\"; add the party or mend the code"))
        return nil
    }

    private mutating func office(_ table: Table, _ row: Table.Row, _ field: Int) -> Int? {
        if let index = officeIndex[String(row.fields[field])] { return index }
        errors.append(
            table.error(
                row, field,
                "expected an office code of offices.tsv, found \"\(row.fields[field])\"; add the office or mend the code"
            ))
        return nil
    }

    private mutating func checkSource(_ table: Table, _ row: Table.Row, _ field: Int) {
        let source = String(row.fields[field])
        if !table.sources.contains(source) {
            errors.append(
                table.error(
                    row, field, "expected a source that a line \"# source: KEY = ...\" declares, found \"\(source)\""))
        }
    }

    /// First and last day of a term; an open end is the last day of all.
    @discardableResult
    private mutating func checkDates(_ table: Table, _ row: Table.Row, _ from: Int, _ to: Int) -> (Int32, Int32)? {
        var first = Int32.min
        var last = Int32.max
        for (field, isEnd) in [(from, false), (to, true)] where !row.fields[field].isEmpty {
            guard let interval = Table.interval(row.fields[field]) else {
                errors.append(
                    table.error(row, field, "expected YYYY, YYYY-MM or YYYY-MM-DD, found \"\(row.fields[field])\""))
                return nil
            }
            if isEnd { last = Int32(interval.last.number) } else { first = Int32(interval.first.number) }
        }
        guard first <= last else {
            errors.append(
                table.error(
                    row, to, "expected an end on or after the start \(row.fields[from]), found \"\(row.fields[to])\""))
            return nil
        }
        return (first, last)
    }
}
