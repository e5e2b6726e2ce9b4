import ArgumentParser
import Corroboration
import Datasets
import Diplomacy
import Exchange
import FoundationEssentials
import Lexicon
import Register

/// Rows of event data against what reports tell.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Holds rows of GDELT, ICEWS or POLECAT against the encounters of a register.",
        discussion: """
            Of each row that alleges a contact (CAMEO 036, 04x, 057; CONSULT of PLOVER) between two parties: whether an encounter bears it \
            out, whether it is a copy of one that an earlier row has told of, whether an encounter contradicts it, or whether the register \
            knows no such encounter although its sources cover the dyad in that month. Where they do not, it cannot say. The rows must have \
            been imported; with FILE those of this file alone.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv }

    @Argument(help: "Whose data: gdelt, icews or polecat.")
    var dataSet: String

    @Argument(help: "One of the files that were imported, by its name.")
    var path: String?

    @OptionGroup var file: RegisterOption

    @Option(help: ArgumentHelp("Two parties, such as RUS-CHN.", valueName: "dyad"))
    var dyad: String?

    @Option(help: "The first day.")
    var from: String?

    @Option(name: .customLong("through"), help: "The last day.")
    var last: String?

    @Option(help: "Days by which a row may miss an encounter, 0 to 31.")
    var tolerance = 1

    @Option(help: "text: the counts. csv: each row and what became of it.")
    var format = Format.text

    func validate() throws {
        guard EventDataSet(rawValue: dataSet) != nil else {
            throw ValidationError("expected gdelt, icews or polecat, found \"\(dataSet)\".")
        }
        try Day.check(from, "--from")
        try Day.check(last, "--through")
        if !(0...31).contains(tolerance) {
            throw ValidationError("--tolerance: expected 0 to 31 days, found \(tolerance).")
        }
    }

    func run() throws { try reporting(audit) }

    private func audit() throws {
        guard let dataSet = EventDataSet(rawValue: dataSet) else { return }
        let register = try Register(path: file.register, access: .read)
        let measure = AuditMeasure(tolerance: tolerance)
        var counts = AuditCounts()
        var rowsOut = CSV.line(Self.columns.map { .plain($0) })
        for format in dataSet.formats {
            counts += try register.audit(try scope(format, register), measure: measure) { row in
                guard self.format == .csv else { return }
                rowsOut += CSV.line(Self.cells(row))
                if rowsOut.utf8.count > 1 << 16 {
                    try Output.standard.write(rowsOut)
                    rowsOut = ""
                }
            }
        }
        guard counts.rows + counts.withoutDyad > 0 else {
            throw Failure(
                "expected rows of \(dataSet.rawValue), found none; `rapporteur import \(dataSet.rawValue)` takes them in",
                .noInput)
        }
        try Output.standard.write(format == .csv ? rowsOut : Self.words(counts))
    }

    private func scope(_ format: EventFormat, _ register: Register) throws -> AllegedScope {
        let pair = try dyad.map { text -> Dyad in
            let lexicon = try Lexicon.program()
            let parts = text.split(separator: "-").map(String.init)
            guard parts.count == 2 else {
                throw Failure("--dyad: expected two parties such as RUS-CHN, found \"\(text)\"", .usage)
            }
            return Dyad(try lexicon.party(of: parts[0]), try lexicon.party(of: parts[1]))
        }
        let number = try path.map { path -> Int64 in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let bare = ["gz", "zst", "zip"].contains(name.split(separator: ".").last.map(String.init) ?? "")
            let names = [name] + (bare ? [name.split(separator: ".").dropLast().joined(separator: ".")] : [])
            guard let known = try register.allegedFiles().first(where: { names.contains($0.name) }) else {
                throw Failure(
                    "expected a file that was imported, found \"\(name)\"; `rapporteur import \(dataSet)` takes it in",
                    .noInput)
            }
            return known.number
        }
        let days = from.flatMap { Day(iso: $0) } ?? Day(number: BlockKey.earliest)
        let end = last.flatMap { Day(iso: $0) } ?? Day(number: BlockKey.latest)
        guard days <= end else { throw Failure("expected --from before --through", .usage) }
        return AllegedScope(
            dyad: pair, days: from == nil && last == nil ? nil : days...end, format: format, file: number)
    }

    // MARK: - What is printed

    private static func words(_ counts: AuditCounts) -> String {
        let alleged = counts.rows - counts.otherClass
        func line(_ count: Int, _ words: String) -> String {
            let share = alleged > 0 ? " (\((count * 1000 / alleged + 5) / 10) %)" : ""
            return "  \(count)\(share)  \(words)\n"
        }
        let contradicted = counts.contradicted.values.reduce(0, +)
        var text = "\(counts.rows + counts.withoutDyad) rows\n"
        text += "  \(counts.withoutDyad) not between two different parties\n"
        text += "  \(counts.otherClass) between two parties, of no contact\n"
        text += "\(alleged) allege a contact\n"
        text += line(counts.borneOut, "borne out: the first row of an encounter that was held")
        text += line(counts.copies, "copies: tell again of an encounter that an earlier row has told of")
        text += line(contradicted, "contradicted by an encounter")
        for reason in AuditReason.allCases {
            guard let count = counts.contradicted[reason], count > 0 else { continue }
            text += "    \(count) \(reason.rawValue)\n"
        }
        text += line(counts.noEvent, "no event behind them: sources cover the dyad, and none tells of one")
        text += line(counts.notCovered, "not covered: no source of the register tells of the dyad in that month")
        return text
    }

    private static let columns = [
        "data", "id", "day", "source", "target", "code", "place", "country", "url", "fate", "encounter", "reason",
    ]

    private static func cells(_ row: AuditedRow) -> [CSV.Cell] {
        let event = row.event
        let (fate, encounter, reason): (String, String?, String?) =
            switch row.fate {
            case .borneOut(let id): ("borne-out", id, nil)
            case .copy(let id): ("copy", id, nil)
            case .contradicted(let id, let why): ("contradicted", id, why.rawValue)
            case .noEvent: ("no-event", nil, nil)
            case .notCovered: ("not-covered", nil, nil)
            case .otherClass: ("no-contact", nil, nil)
            }
        return [
            .plain(event.format.rawValue), .text(event.id), .plain(event.day.iso), .text(event.source.party),
            .text(event.target.party), .plain(event.cameo ?? event.type), .text(event.place), .text(event.country),
            .text(event.url), .plain(fate), .plain(encounter), .plain(reason),
        ]
    }
}
