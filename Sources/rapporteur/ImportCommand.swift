import Analysis
import ArgumentParser
import Codebook
import Coding
import Desk
import Diplomacy
import Dossier
import FoundationEssentials
import Lexicon
import Reading
import Register

/// `rapporteur import`: other people's data into the register.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes tables of visits and recorded votes into a register.",
        subcommands: [Visits.self, Votes.self])

    struct Visits: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes tables of visits: each row becomes a report and its claims.",
            discussion: """
                Known are the travels of US Presidents and Secretaries of State and the visits of foreign leaders (Office of the \
                Historian), visits to China, and trips of leaders; a table is told by its header (Documentation/Visits.md). Rows \
                corroborate with reports like any other claim. Taken again, a row that is as it was changes nothing.
                """)

        @OptionGroup var file: RegisterOption

        @Option(help: "Threads that read at once (default: all processors).")
        var jobs: Int?

        @Argument(help: "The tables, CSV.")
        var paths: [String]

        func run() throws {
            try reporting {
                var tables = TableImport()
                for path in paths {
                    tables.take(try Files.contents(path, expected: "a table of visits"), named: path, at: FilingDesk.now())
                }
                let dataSets = tables.dataSets
                let register = try Register(path: file.register, access: .write)
                let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
                let desk = FilingDesk(
                    register: register, coder: coder, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
                let meter = ProgressMeter()
                let next = tables.next()
                let tally = try desk.add(
                    next: next, progress: { tally, bytes in meter.show { tally.progress(bytes, of: nil, seconds: $0) } })
                for dataSet in dataSets { try register.put(dataSet) }
                try register.close()
                meter.finish(tally.words)
                if tally.failed > 0 { Output.error.note("rapporteur: `rapporteur problems` lists what failed\n") }
            }
        }
    }
}
