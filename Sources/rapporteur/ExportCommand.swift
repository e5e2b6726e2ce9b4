import ArgumentParser
import Contract
import Desk
import Diplomacy
import Exchange
import FoundationEssentials
import Lexicon
import Register

/// What the register holds, in the forms of other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes what a register holds, in the formats of other programs.",
        discussion: """
            Lines of JSON and tables (--format jsonl, csv, parquet, xlsx):
              encounters    one line for each real encounter, sorted by id
              participants, issues, disputes   of encounters, a row each (no jsonl)
              reports       each report with every text it has had, sorted by document
              claims        what each report says of each encounter
              events        who did what to whom, sentence by sentence
              sources       publishers (no jsonl)
              documents     each text as it came in (jsonl): `add` makes the same register of them

            Of encounters or reports: ftm (FollowTheMoney), graphml, graphml-dyads, jsonld, ics, bibtex, ris, csl. Of events that \
            happened: gdelt (2.0, 61 columns), icews, polecat, petrarch. Everything at once: package (a folder of CSV and Parquet with \
            a datapackage.json and a dictionary; --to) and snapshot (an SQLite file for readers; --to).

            With --query (the language of `rapporteur search`) only encounters that match, or what the reports of such encounters \
            hold. CSV is RFC 4180 with a row of names; a text that begins like a formula gets an apostrophe before it. \
            Documentation/Export.md describes each.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case encounters, participants, issues, disputes, reports, claims, events, sources, documents
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, csv, parquet, xlsx
        case ftm, graphml
        case dyads = "graphml-dyads"
        case jsonld, ics, bibtex, ris, csl
        case gdelt, icews, polecat, petrarch
        case package, snapshot

        var isOfRows: Bool { [.jsonl, .csv, .parquet, .xlsx].contains(self) }
    }

    @Argument(help: "What to write, of lines and tables (default: encounters).")
    var kind: Kind?

    @OptionGroup var file: RegisterOption

    @Option(help: "How to write it.")
    var format = Format.jsonl

    @Option(help: "Keep to encounters that match, and to their reports.")
    var query: String?

    @Option(help: ArgumentHelp("The file, or of a package the folder (default: standard output).", valueName: "path"))
    var to: String?

    @Option(help: "The title that the export states.")
    var title: String?

    @Option(help: "The licence that the export states, such as CC-BY-4.0 (default: rights are reserved).")
    var licence: String?

    @Option(help: "Whose register it is, for the citation.")
    var owner: String?

    @Option(help: ArgumentHelp("The address of the register's site, for links to encounters.", valueName: "address"))
    var site: String?

    @Flag(help: "Of encounters as lines or a table: the desk's private notes and tags too.")
    var withNotes = false

    @Flag(help: "Leaves the texts of reports out of a snapshot.")
    var withoutTexts = false

    func validate() throws {
        if kind != nil, !format.isOfRows {
            throw ValidationError(
                "--format \(format.rawValue) has its own contents: leave \"\(kind?.rawValue ?? "")\" out.")
        }
        if format == .package || format == .snapshot, to == nil || to == "-" {
            let what = format == .package ? "folder" : "file"
            throw ValidationError("--format \(format.rawValue): expected --to with a \(what), found none.")
        }
        if withNotes, !format.isOfRows || (kind ?? .encounters) != .encounters {
            throw ValidationError("--with-notes: expected with encounters as jsonl, csv, parquet or xlsx alone.")
        }
        let table = ExportedTable(rawValue: (kind ?? .encounters).rawValue)
        if format.isOfRows, format != .jsonl, table == nil {
            throw ValidationError("documents go out as jsonl, found --format \(format.rawValue).")
        }
        if format == .jsonl, let kind, [.participants, .issues, .disputes, .sources].contains(kind) {
            throw ValidationError("\(kind.rawValue) go out as csv, parquet or xlsx, found --format jsonl.")
        }
    }

    func run() throws { try reporting(export) }

    private func export() throws {
        let register = try Register(path: file.register, access: .read)
        let ids = try query.map { text in
            try register.ids(
                matching: try SearchParser.query(text, partyCode: try Lexicon.program().partyCode, hasTags: true))
        }
        let annotations =
            withNotes
            ? Dictionary(uniqueKeysWithValues: try register.annotations().map { ($0.encounter, $0) }) : nil
        let part = ExportedPart(register: register, ids: ids, annotations: annotations)
        let note = try note(register)
        switch format {
        case .package: return try ExportFolder(path: to ?? "", part: part, note: note).write()
        case .snapshot: return try snapshot(part, note)
        default: break
        }
        let sink = try ExportSink(to)
        switch format {
        case .jsonl: try lines(part, sink)
        case .csv, .parquet, .xlsx:
            guard let table = ExportedTable(rawValue: (kind ?? .encounters).rawValue) else { break }
            let shape = withNotes ? EncounterRow.annotated.shape : table.shape
            var writer: any TableRowWriter =
                switch format {
                case .csv: try CSVTableWriter(shape, sink: sink.write)
                case .parquet: try ParquetTableWriter(shape, note: note, sink: sink.write)
                default: try WorkbookTableWriter(shape, note: note, sink: sink.write)
                }
            try table.rows(of: part) { try writer.row($0) }
            try writer.finish()
        default:
            if let events = EventExportFormat(rawValue: format.rawValue) {
                try self.events(part, events, note, sink)
            } else if let format = ExportFormat(rawValue: format.rawValue) {
                try whole(part, format, note, sink)
            }
        }
        try sink.finish()
    }

    private func note(_ register: Register) throws -> ExportNote {
        var note = ExportNote(
            query: query, changed: try register.lastChange(), encounters: try register.state().encounters,
            program: "rapporteur \(Rapporteur.configuration.version)", made: FilingDesk.now(), owner: owner, url: site)
        if let title { note.title = title }
        if let licence {
            note.licence = ExportNote.Licence(
                name: licence, id: licence, text: "\(licence). Texts of reports stay under their publishers' rights.")
        }
        return note
    }

    private func lines(_ part: ExportedPart, _ sink: ExportSink) throws {
        func line(_ value: some JSONWritable) throws {
            var out = JSONOutput()
            value.write(to: &out)
            try sink.write(out.bytes + [0x0A])
        }
        switch kind ?? .encounters {
        case .encounters:
            try part.lines { line in
                let written = try annotations(of: line, in: part)
                let more = written.map { [(key: "private", value: JSONOutput.text($0))] } ?? []
                try sink.write(JSONMembers.adding(more, to: Array(line)) + [0x0A])
            }
        case .reports: try part.reports(line)
        case .claims: try part.claims(line)
        case .events: try part.events(line)
        case .documents: try part.documents { try line(DocumentLine($0)) }
        case .participants, .issues, .disputes, .sources: break
        }
    }

    /// What the desk has written on the encounter of a line, where that is to go out.
    private func annotations(of line: Data, in part: ExportedPart) throws -> Annotations? {
        guard let all = part.annotations else { return nil }
        struct Identified: Decodable { var id: String }
        return all[try JSONDecoder().decode(Identified.self, from: line).id]
    }

    private func whole(_ part: ExportedPart, _ format: ExportFormat, _ note: ExportNote, _ sink: ExportSink) throws {
        var writer = format.writer(note, try ExportNames.program(), site: site)
        try sink.write(writer.head())
        if format.takesEncounters { try part.encounters { try sink.write(writer.encounter($0)) } }
        if format.takesReports { try part.reports { try sink.write(writer.report($0)) } }
        try sink.write(writer.tail())
    }

    private func events(
        _ part: ExportedPart, _ format: EventExportFormat, _ note: ExportNote, _ sink: ExportSink
    ) throws {
        var gathered = EventExport()
        try part.records { gathered.add($0) }
        try sink.write(format.header(version: note.version))
        var without = 0
        for event in gathered.events() {
            guard let row = format.row(event, version: note.version) else {
                without += 1
                continue
            }
            try sink.write(row)
        }
        Output.error.note(
            "rapporteur: \(gathered.leftOut) sentences tell of what did not happen or of no day: left out\n"
                + (without > 0 ? "rapporteur: \(without) events without two actors and a code: left out\n" : "")
                + note.text.split(separator: "\n").map { "rapporteur: \($0)\n" }.joined())
    }

    private func snapshot(_ part: ExportedPart, _ note: ExportNote) throws {
        var snapshot = try Snapshot(path: to ?? "", withoutTexts: withoutTexts)
        try part.encounters { try snapshot.add($0) }
        try part.reports { try snapshot.add($0) }
        try part.records { try snapshot.add($0) }
        for source in try part.register.sources() { try snapshot.add(source) }
        try snapshot.finish(note: note)
    }
}

/// What could not be filed.
struct ProblemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "Lists the input that could not be kept in a register, and why.")

    @OptionGroup var file: RegisterOption

    func run() throws {
        try reporting {
            for problem in try Register(path: file.register, access: .read).problems() {
                try Output.standard.write("\(problem.input):\(problem.line): \(problem.code): \(problem.message)\n")
            }
        }
    }
}
