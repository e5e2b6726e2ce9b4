import ArgumentParser
import Contract
import Corroboration
import Diplomacy
import FoundationEssentials
import Reading

/// The filter from records to encounters, for a block of reports.
struct CorroborateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corroborate",
        abstract: "Reads records (JSON Lines, as `code` writes them) and writes one line for each real encounter.",
        discussion: """
            Claims of one encounter must be in one run: group records by block (two parties and a month, with the weeks \
            around it) where they are many. The order of the records changes nothing. A line that is no record is told on \
            standard error and does not end the batch.
            """)

    @Argument(help: "A file of records, or - for standard input.")
    var file = "-"

    func run() throws { try reporting(corroborate) }

    private func corroborate() throws {
        let decoder = JSONDecoder()
        var reports: [Report] = []
        var errors = 0
        for (number, line) in try Files.contents(file, expected: "records").split(separator: 0x0A).enumerated() {
            do {
                reports.append(Report(try decoder.decode(Record.self, from: Data(line))))
            } catch {
                errors += 1
                Output.error.note(
                    "rapporteur: line \(number + 1): expected a record of `rapporteur code`, found something else\n")
            }
        }
        let encounters = Corroborator().encounters(of: reports)
        for encounter in encounters {
            try Output.standard.write(line: encounter)
        }
        Output.error.note(
            "rapporteur: \(reports.count) reports, \(encounters.count) encounters, \(errors) errors\n")
    }
}
