import ArgumentParser
import Contract
import Diplomacy
import FoundationEssentials
import Lexicon
import Register
import Exchange

/// What the register holds, as lines of JSON or as a table.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes what a register holds: encounters, reports, claims or events.",
        discussion: """
            encounters  one line for each real encounter, sorted by id
            reports     each report with every text it has had, sorted by document
            claims      what each report says of each encounter
            events      who did what to whom, sentence by sentence

            With --query (the language of `rapporteur search`) only encounters that match, or what the reports of such encounters \
            hold. CSV is RFC 4180 with a row of names; a text that begins like a formula gets an apostrophe before it.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case encounters, reports, claims, events
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, csv
    }

    @Argument(help: "What to write.")
    var kind: Kind

    @OptionGroup var file: RegisterOption

    @Option(help: "How to write it.")
    var format = Format.jsonl

    @Option(help: "Keep to encounters that match, and to their reports.")
    var query: String?

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let ids = try query.map { text in
                try register.ids(matching: try SearchParser.query(text, partyCode: try Lexicon.program().partyCode))
            }
            switch kind {
            case .encounters: try encounters(register, ids)
            case .reports: try reports(register, ids)
            case .claims: try claims(register, ids)
            case .events: try events(register, ids)
            }
        }
    }

    private func encounters(_ register: Register, _ ids: [String]?) throws {
        let writer = try TableWriter(format, EncounterRow.columns)
        let decoder = JSONDecoder()
        let take = { (line: Data) in
            switch format {
            case .jsonl: try Output.standard.write(line + [0x0A])
            case .csv:
                let head = try decoder.decode(EncounterHead.self, from: line)
                try writer.csv(
                    EncounterRow(
                        encounter: head.encounter, reportCount: head.reportCount,
                        stamp: try decoder.decode(EncounterStamp.self, from: line)))
            }
        }
        if let ids { try register.exportEncounters(ids, take) } else { try register.exportEncounters(take) }
    }

    private func reports(_ register: Register, _ ids: [String]?) throws {
        let writer = try TableWriter(format, ReportRow.columns)
        try register.exportReports(of: ids) { report in
            switch format {
            case .jsonl: try writer.json(report)
            case .csv: for version in report.versions { try writer.csv(ReportRow(report: report, version: version)) }
            }
        }
    }

    private func claims(_ register: Register, _ ids: [String]?) throws {
        let writer = try TableWriter(format, ClaimRow.columns)
        let wanted = ids.map { Set($0) }
        try register.exportRecords(of: ids) { exported in
            for (claim, encounter) in zip(exported.record.encounters, exported.encounters) {
                if let wanted, encounter.map(wanted.contains) != true { continue }
                try writer.write(
                    ClaimRow(
                        document: exported.record.id, summary: exported.record.document, claim: claim,
                        encounter: encounter))
            }
        }
    }

    private func events(_ register: Register, _ ids: [String]?) throws {
        let writer = try TableWriter(format, EventRow.columns)
        try register.exportRecords(of: ids) { exported in
            let record = exported.record
            for event in record.events {
                let place = record.encounters.firstIndex { $0.id == event.encounter }
                let encounter = place.flatMap { $0 < exported.encounters.count ? exported.encounters[$0] : nil }
                try writer.write(
                    EventRow(document: record.id, summary: record.document, event: event, encounter: encounter))
            }
        }
    }
}

/// Writes rows as lines of JSON or as CSV, the row of names first.
struct TableWriter<Row> {
    private let format: ExportCommand.Format
    private let columns: [CSV.Column<Row>]

    init(_ format: ExportCommand.Format, _ columns: [CSV.Column<Row>]) throws {
        self.format = format
        self.columns = columns
        if format == .csv { try Output.standard.write(CSV.head(columns)) }
    }

    func csv(_ row: Row) throws { try Output.standard.write(CSV.line(row, columns)) }

    func json(_ value: some JSONWritable) throws { try Output.standard.write(line: value) }
}

extension TableWriter where Row: JSONWritable {
    /// Writes a row in the writer's format.
    func write(_ row: Row) throws {
        switch format {
        case .jsonl: try json(row)
        case .csv: try csv(row)
        }
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
