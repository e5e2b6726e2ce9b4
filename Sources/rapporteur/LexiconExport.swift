import ArgumentParser
import Diplomacy
import Exchange
import FoundationEssentials
import Lexicon

/// `rapporteur lexicon export`: the tables as they are, or persons, offices and terms for FollowTheMoney.
struct LexiconExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case tsv, ftm }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the tables as TSV, or persons, offices and terms as FollowTheMoney JSON.",
        discussion: """
            tsv: every table into the folder --to, yours beside ours. ftm: Person, Position and Occupancy entities of \
            FollowTheMoney (https://followthemoney.tech), one JSON object a line, on standard output.
            """)

    @OptionGroup var lexicon: LexiconOptions
    @Option(help: "What is written: tsv or ftm.")
    var format = Format.tsv
    @Option(help: ArgumentHelp("The folder for the tables.", valueName: "DIR"))
    var to: String?

    func validate() throws {
        if format == .tsv, to == nil { throw ValidationError("--to: expected a folder for the tables, found none") }
    }

    func run() throws {
        try reporting {
            let own = try LexiconStore.ownTables()
            let overlay = try lexicon.lexicon.map { try LexiconStore.tables(in: $0) } ?? []
            switch format {
            case .tsv:
                for table in own + overlay {
                    let path = "\(to ?? ".")/\(table.file.hasPrefix("/") ? String(table.file.dropFirst()) : table.file)"
                    try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
                    try Files.write(Array(table.text.utf8), to: path)
                }
                Output.error.note("\(own.count + overlay.count) tables written to \(to ?? ".")\n")
            case .ftm:
                // checked as a whole first: what cannot be compiled is not passed on
                _ = try LexiconStore.compile(overlay: overlay)
                try FollowTheMoney(tables: own, overlay: overlay).write(to: .standard)
            }
        }
    }
}

/// Persons, positions and occupancies as entities of FollowTheMoney.
struct FollowTheMoney {
    struct Entity: Encodable {
        var id: String
        var schema: String
        var properties: [String: [String]]
    }

    let rows: [[String: String]]
    let partyNames: [String: String]
    let alpha2: [String: String]

    init(tables: [LexiconBuilder.Input], overlay: [LexiconBuilder.Input]) {
        let laid = LexiconBuilder.rows(of: "persons", in: overlay)
        rows =
            laid
            + LexiconBuilder.rows(of: "persons", in: tables).filter { own in
                !laid.contains { Self.isReplaced(own, by: $0) }
            }
        let parties = LexiconBuilder.rows(of: "parties", in: tables + overlay)
        partyNames = Dictionary(parties.map { ($0["code"] ?? "", $0["name"] ?? "") }) { _, last in last }
        let codes = LexiconBuilder.rows(of: "country-codes", in: tables + overlay)
        alpha2 = Dictionary(codes.map { ($0["code"] ?? "", $0["alpha2"] ?? "") }) { _, last in last }
    }

    /// Whether a row that lies over ours speaks of the same term, as ``LexiconBuilder/compile(_:overlay:)`` has it.
    private static func isReplaced(_ own: [String: String], by laid: [String: String]) -> Bool {
        guard ["person", "party", "office"].allSatisfy({ own[$0] == laid[$0] }) else { return false }
        func day(_ row: [String: String], _ column: String, _ fallback: Int) -> Int {
            guard let text = row[column], let interval = Lexicon.interval(text) else { return fallback }
            return column == "from" ? interval.first.number : interval.last.number
        }
        return day(own, "from", .min) <= day(laid, "to", .max) && day(laid, "from", .min) <= day(own, "to", .max)
    }

    func write(to output: Output) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var seen: Set<String> = []
        for entity in entities() where seen.insert(entity.id).inserted {
            guard var line = try? encoder.encode(entity) else { continue }
            line.append(0x0A)
            try output.write(line)
        }
    }

    /// Persons first, then positions, then occupancies; each person with all names of all rows.
    func entities() -> [Entity] {
        var persons: [String: Entity] = [:]
        var order: [String] = []
        var positions: [Entity] = []
        var occupancies: [Entity] = []
        for row in rows {
            guard let key = row["person"], let party = row["party"], let office = row["office"] else { continue }
            let title = row["title"].flatMap { $0.isEmpty ? nil : $0 } ?? office
            let person = "rapporteur-person-\(key)"
            let position = "rapporteur-position-\(party.lowercased())-\(ExportKey.slug(title))"
            let country = alpha2[party].map { [$0.lowercased()] } ?? []
            if persons[key] == nil {
                order.append(key)
                persons[key] = Entity(
                    id: person, schema: "Person", properties: ["name": [(row["name"] ?? "").replacing("/", with: "")]])
            }
            let aliases = (row["aliases"] ?? "").split(separator: "|").map(String.init)
            add(aliases, to: "alias", of: &persons[key])
            add(country, to: "country", of: &persons[key])
            var properties = ["name": ["\(title), \(partyNames[party] ?? party)"]]
            if !country.isEmpty { properties["country"] = country }
            positions.append(Entity(id: position, schema: "Position", properties: properties))
            var term = [
                "holder": [person], "post": [position], "status": [row["to"]?.isEmpty == false ? "ended" : "current"],
            ]
            if let from = row["from"], !from.isEmpty { term["startDate"] = [from] }
            if let to = row["to"], !to.isEmpty { term["endDate"] = [to] }
            if let source = row["source"] { term["recordId"] = [source] }
            occupancies.append(
                Entity(
                    id: "rapporteur-term-\(key)-\(party.lowercased())-\(ExportKey.slug(title))-\(row["from"] ?? "")",
                    schema: "Occupancy", properties: term))
        }
        return order.compactMap { persons[$0] } + positions + occupancies
    }

    private func add(_ values: [String], to property: String, of entity: inout Entity?) {
        for value in values where entity?.properties[property]?.contains(value) != true {
            entity?.properties[property, default: []].append(value)
        }
    }
}
