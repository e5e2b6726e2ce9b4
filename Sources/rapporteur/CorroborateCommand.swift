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
            Claims of one encounter must be in one run. The order of the records changes nothing. A line that is no record is \
            told on standard error and does not end the batch.

            Where the records are too many for one run, --stage does one step of the work on a share of them, with columns \
            between tabs instead of records alone; the encounters are the same. Documentation/Scale.md says what goes in and \
            out of each stage, and Integrations/spark runs them on Apache Spark.
            """)

    @Argument(help: "A file of records, or - for standard input.")
    var file = "-"

    @Option(help: ArgumentHelp("One step of the work on a share of the claims.", valueName: "stage"))
    var stage: CorroborationStage?

    @Option(
        help: ArgumentHelp(
            "For the stage encounters: what all reports together tell, a line for each publisher.", valueName: "file"))
    var perspective: String?

    @Option(help: ArgumentHelp("For the stage relations: the visits of the whole.", valueName: "file"))
    var visits: String?

    func validate() throws {
        if perspective != nil, stage != .encounters {
            throw ValidationError("--perspective: expected with --stage encounters alone.")
        }
        if (visits != nil) != (stage == .relations) {
            throw ValidationError("--visits: expected with --stage relations, and only there.")
        }
    }

    func run() throws {
        try reporting {
            guard let stage else { return try corroborate() }
            var run = try StageRun(stage, file: file, perspective: perspective, visits: visits)
            try run.run()
        }
    }

    private func corroborate() throws {
        let decoder = JSONDecoder()
        var reports: [Report] = []
        var errors = 0
        let descriptor = try Files.openToRead(file, expected: "records")
        defer { Files.close(descriptor) }
        var reader = LineReader(
            LineReader.Source(read: { try readOnce(descriptor, $0) }), longestLine: ColumnReader.longestLine)
        while let batch = try reader.next() {
            for (number, line) in batch.lines {
                if case .bytes(let range) = line,
                    let record = try? decoder.decode(Record.self, from: batch.bytes[range])
                {
                    reports.append(Report(record))
                } else {
                    errors += 1
                    Output.error.note(
                        "rapporteur: line \(number): expected a record of `rapporteur code`, found something else\n")
                }
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
