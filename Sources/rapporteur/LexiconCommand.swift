import ArgumentParser
import Desk
import Diplomacy
import Lexicon
import Register

/// `rapporteur lexicon`: the tables of who is who, to look over, take along, mend and add to.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Checks, counts, exports and extends the tables of who is who.",
        discussion: """
            The program carries its tables. A folder of tables of the same form lies over them with --lexicon DIR: a \
            person is one line in DIR/persons.tsv. Rows that speak of the same as ours (a party's or instrument's code; \
            a person's office at that time) take their place; all others are added.

              mkdir mine
              rapporteur lexicon template persons > mine/persons.tsv
              printf 'doe-jane\\tJane Doe\\t\\tNOR\\tforeign-minister\\t\\t2026-10-01\\t\\t\\tmine\\n' >> mine/persons.tsv
              rapporteur who "Jane Doe" --lexicon mine
            """,
        subcommands: [
            LexiconCheckCommand.self, LexiconStatsCommand.self, LexiconExportCommand.self, LexiconImportCommand.self,
            LexiconCompileCommand.self, LexiconTemplateCommand.self, LexiconFindCommand.self,
        ])
}

/// Runs a command's work and turns failures into messages and exit statuses.
func reporting(_ work: () throws -> Void) throws {
    ignoreBrokenPipes()
    do {
        try work()
    } catch is Output.Closed {
        return
    } catch {
        throw reported(error)
    }
}

/// The exit status of a failure, whose message is printed; another error as it is.
func reported(_ error: any Error) -> any Error {
    switch error {
    case let error as RegisterError: Failure(error).reported()
    case let error as ThreadFailure: Failure("\(error)", .software).reported()
    case let failure as Failure: failure.reported()
    default: error
    }
}

struct LexiconCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Finds mistakes in the tables, and lists what somebody should look at.",
        discussion: """
            A mistake of form (a date, a code, a tab, two holders at once without a mark) is printed with file, line and \
            column, and the exit status is 65. Findings are no mistakes: duplicate terms, persons under two keys, dates \
            that cannot be, orphans, ambiguous names, gaps; they are counted, and listed with --list KIND or --all.
            """)

    @OptionGroup var lexicon: LexiconOptions
    @Option(name: .customLong("list"), help: "List the findings of a kind.")
    var listed: String?
    @Flag(help: "List all findings.")
    var all = false

    func validate() throws {
        if let listed, LexiconFinding.Kind(rawValue: listed) == nil {
            let kinds = LexiconFinding.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--list: expected one of \(kinds), found \"\(listed)\"")
        }
    }

    func run() throws {
        try reporting {
            var builder = LexiconBuilder()
            let overlay = try lexicon.lexicon.map { try LexiconStore.tables(in: $0) } ?? []
            let start = monotonicSeconds()
            let bytes = try? builder.compile(try LexiconStore.ownTables(), overlay: overlay)
            let seconds = monotonicSeconds() - start
            for error in builder.errors { try Output.standard.write("\(error)\n") }
            guard let bytes else {
                throw Failure(
                    "expected tables without a mistake, found \(builder.errors.count); mend the rows named above",
                    .notADocument)
            }
            let findings = builder.findings(today: .today)
            for kind in LexiconFinding.Kind.allCases {
                let found = findings.filter { $0.kind == kind }
                try Output.standard.write("\(String(found.count).leftPadded(6)) \(kind.rawValue)\n")
                guard all || listed == kind.rawValue else { continue }
                for one in found {
                    try Output.standard.write("       \(one.origin.table):\(one.origin.line): \(one.message)\n")
                }
            }
            let time = Int((seconds * 1000).rounded())
            Output.error.note("no mistakes; compiled \(bytes.count / 1024) KiB in \(time) ms\n")
        }
    }
}

struct LexiconCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Compiles the tables with yours over them into one file for --lexicon.")

    @OptionGroup var lexicon: LexiconOptions
    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    func run() throws {
        try reporting {
            let overlay = try lexicon.lexicon.map { try LexiconStore.tables(in: $0) } ?? []
            try Files.write(try LexiconStore.compile(overlay: overlay), to: output)
        }
    }
}

struct LexiconTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Prints the head of a table, to which rows are added.")

    @Argument(help: "The kind of table: persons, parties, party-names, offices, instruments and so on.")
    var kind: String

    func run() throws {
        try reporting {
            guard let head = LexiconBuilder.template(kind) else {
                throw Failure(
                    "expected one of \(LexiconBuilder.kindNames.joined(separator: ", ")), found \"\(kind)\"",
                    .notADocument)
            }
            try Output.standard.write(head)
        }
    }
}

extension String {
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
