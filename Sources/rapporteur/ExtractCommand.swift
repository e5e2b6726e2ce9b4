import ArgumentParser
import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Reading
import Register

/// `rapporteur extract`: whatever was published, as documents.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Reads pages, feeds, mails and archives and prints their documents, a line of JSON each.",
        discussion: """
            An input is a file, a folder of files, an address or - for standard input. Read are HTML in any encoding, RSS, Atom, \
            JSON Feed and sitemaps, mails and mailboxes, plain text and documents of the contract, and all of these in WARC, \
            WACZ, ARC, gzip, zstd, brotli and zip. A document's id ends in the path of its file; a part of an archive is named \
            behind it. What cannot be read is told on standard error, and the rest goes on.

              rapporteur extract page.html crawl.warc.gz | rapporteur code
            """)

    @OptionGroup var intake: IntakeOptions

    @Option(help: "Threads that read at once (default: all processors).")
    var jobs: Int?

    @Argument(help: "Files, folders, addresses, or -.")
    var inputs: [String]

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
    }

    func run() throws {
        try reporting {
            let input = ReportInput(try IntakeOptions.files(inputs), open: intake.open)
            let pipeline = Pipeline(
                next: { try input.next() }, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
                worker: { DocumentExtractor().extract },
                write: { (extract: DocumentExtractor.Extract) in
                    try Output.standard.write(Data(extract.lines))
                    for problem in extract.problems { Output.error.note("rapporteur: \(problem)\n") }
                })
            let tally = try pipeline.run()
            if tally.errors > 0 {
                Output.error.note("rapporteur: \(tally.documents) documents, \(tally.errors) could not be read\n")
            }
        }
    }
}

/// Reads batches to lines of documents. One for each worker.
private struct DocumentExtractor {
    struct Extract: Sendable {
        var lines: [UInt8] = []
        var problems: [String] = []
    }

    private let reader = BatchReader(longestLine: FilingDesk.longestLine)

    func extract(_ batch: ReportBatch) -> FinishedBatch<Extract> {
        let read = reader.read(batch.content)
        var out = JSONOutput()
        var extract = Extract()
        for intake in read.intakes {
            out.removeAll()
            DocumentLine(intake.document).write(to: &out)
            extract.lines += out.bytes + [0x0A]
        }
        extract.problems = read.problems.map { "\($0.input):\($0.line): \($0.code): \($0.message)" }
        return FinishedBatch(
            index: batch.index, output: extract,
            tally: Tally(documents: read.intakes.count, errors: read.problems.count))
    }
}
