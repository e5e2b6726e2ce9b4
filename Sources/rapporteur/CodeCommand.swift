import ArgumentParser
import Coding
import Desk
import FoundationEssentials
import Reading

/// The filter: documents in, records out.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Reads documents (JSON Lines) from standard input and writes their records.",
        discussion: """
            Each line of the input is one JSON object of which only "text" is required; each line of the output is \
            its record, in the same order. A line that is no document gives a record with an "error" and does not end \
            the batch. The number of documents and errors is told on standard error at the end.
            """)

    @Option(help: "Threads that work at once (default: all processors).")
    var jobs: Int?

    @Option(help: "The longest line in bytes; a longer one gives an error record.")
    var maxLine = 64 << 20

    @Flag(
        help:
            "Writes lines of columns instead, \"record\" before each record and its claims before that, for corroboration in stages."
    )
    var claims = false

    @OptionGroup var codebook: CodebookOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
        if maxLine < 1 { throw ValidationError("--max-line: expected a number of bytes above 0, found \(maxLine).") }
    }

    func run() throws { try reporting(code) }

    private func code() throws {
        let meter = ProgressMeter()
        let coder = try Coder.program(codebook: codebook.open(), forMuchText: claims || LargePages.pay(for: 0))
        let source = LineReader.Source(read: { try readOnce(0, $0) }, isReady: { isReadable(0) })
        let (longestLine, withClaims) = (maxLine, claims)
        var reader = LineReader(source, longestLine: longestLine)
        let pipeline = Pipeline(
            next: { try reader.next() }, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            worker: { LineCoder(coder: coder, longestLine: longestLine, withClaims: withClaims).code },
            write: { try Output.standard.write($0) },
            progress: { tally in meter.show { ProgressMeter.line(tally.words, seconds: $0) } })
        let tally = try pipeline.run()
        meter.finish(tally.words)
    }
}
