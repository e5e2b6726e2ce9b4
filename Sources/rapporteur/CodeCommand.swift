import ArgumentParser
import Coding
import Desk
import FoundationEssentials
import Reading
import Synchronization

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

    @OptionGroup var codebook: CodebookOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
        if maxLine < 1 { throw ValidationError("--max-line: expected a number of bytes above 0, found \(maxLine).") }
    }

    func run() throws { try reporting(code) }

    private func code() throws {
        let started = monotonicSeconds()
        let coder = try Coder.program(codebook: codebook.open(), forMuchText: LargePages.pay(for: 0))
        let source = LineReader.Source(read: { try readOnce(0, $0) }, isReady: { isReadable(0) })
        let meter = ProgressMeter(started: started)
        let longestLine = maxLine
        var reader = LineReader(source, longestLine: longestLine)
        let pipeline = Pipeline(
            next: { try reader.next() }, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            worker: { LineCoder(coder: coder, longestLine: longestLine).code },
            write: { try Output.standard.write($0) }, progress: { meter.show($0) })
        let tally = try pipeline.run()
        meter.finish(tally)
    }
}

/// Tells on standard error how far a batch has come: all along on a terminal, once at the end elsewhere.
final class ProgressMeter: Sendable {
    private let started: Double
    private let isShown: Bool
    private let lastShown: Mutex<Double>

    init(started: Double) {
        self.started = started
        isShown = Output.error.isTerminal
        lastShown = Mutex(started)
    }

    /// Shows the tally, at most five times a second.
    func show(_ tally: Tally) {
        guard isShown else { return }
        let now = monotonicSeconds()
        let isDue = lastShown.withLock { last in
            guard now - last >= 0.2 else { return false }
            last = now
            return true
        }
        if isDue { Output.error.note("\r\u{1B}[K" + Self.line(tally, seconds: now - started)) }
    }

    func finish(_ tally: Tally) {
        Output.error.note(
            (isShown ? "\r\u{1B}[K" : "") + Self.line(tally, seconds: monotonicSeconds() - started) + "\n")
    }

    /// "rapporteur: 7063 documents, 0 errors, 2.1 s"
    static func line(_ tally: Tally, seconds: Double) -> String {
        let documents = "\(tally.documents) document\(tally.documents == 1 ? "" : "s")"
        let errors = "\(tally.errors) error\(tally.errors == 1 ? "" : "s")"
        let tenths = Int((seconds * 10).rounded())
        return "rapporteur: \(documents), \(errors), \(tenths / 10).\(tenths % 10) s"
    }
}
