import ArgumentParser
import Codebook
import Coding
import Diplomacy
import FoundationEssentials
import Reading
import Register
import Synchronization

/// Where the register is.
struct RegisterOption: ParsableArguments {
    @Option(help: "The register, an SQLite file.")
    var register: String
}

/// Reads reports and files them.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Reads reports, codes them and keeps them in a register.",
        discussion: """
            A path is a file of documents (JSON Lines, one object a line, or .txt for one report of plain text), a folder of \
            such files, or - for standard input. A report that is there already is left as it is; a changed text is a new \
            version of it. Stopped or killed, the command keeps what it has stored, and goes on where it is run again.
            """)

    @OptionGroup var file: RegisterOption

    @Option(help: "Threads that read at once (default: all processors).")
    var jobs: Int?

    @Argument(help: "Files and folders of reports, or -.")
    var paths: [String]

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
    }

    func run() throws { try reporting(add) }

    private func add() throws {
        let started = monotonicSeconds()
        let register = try Register(path: file.register, access: .write)
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        let desk = Desk(register: register, started: started)
        for path in try paths.flatMap(files) {
            if path.hasSuffix(".txt") {
                var intake = PlainText.intake(try Files.contents(path, expected: "a report"))
                // the file is the report's address: another text in it is a new version
                intake.document.id = path
                let record = CodingSession(coder).record(for: intake)
                try desk.file(FiledLines(filings: [Filing(document: intake.document, record: record)]))
                continue
            }
            try addLines(path, coder: coder, desk)
        }
        try register.reconcile(at: Desk.now())
        desk.finish()
    }

    /// The files of a path: itself, or those of a folder whose names end in .jsonl, .json or .txt.
    private func files(_ path: String) throws -> [String] {
        guard path != "-", Files.isFolder(path) else { return [path] }
        return try [".jsonl", ".json", ".txt"].flatMap { try Files.below(path, ending: $0) }.sorted()
    }

    private func addLines(_ path: String, coder: Coder, _ desk: Desk) throws {
        let descriptor = try Files.openToRead(path, expected: "documents")
        defer { Files.close(descriptor) }
        let source = LineReader.Source(
            read: { try readOnce(descriptor, $0) }, isReady: { isReadable(descriptor) })
        let longestLine = 64 << 20
        var reader = LineReader(source, longestLine: longestLine)
        let pipeline = Pipeline(
            next: { try reader.next() }, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            worker: { LineFiler(coder: coder, input: path, longestLine: longestLine).file },
            write: { try desk.file($0) })
        _ = try pipeline.run()
    }
}

/// What was read of one batch of lines.
struct FiledLines: Sendable {
    var filings: [Filing] = []
    var problems: [Problem] = []
}

/// Turns lines of documents into filings. One for each worker.
struct LineFiler {
    private let session: CodingSession
    private let input: String
    private let longestLine: Int
    private let decoder = DocumentDecoder()

    init(coder: Coder, input: String, longestLine: Int) {
        session = CodingSession(coder)
        self.input = input
        self.longestLine = longestLine
    }

    func file(_ batch: LineBatch) -> FinishedBatch<FiledLines> {
        var done = FinishedBatch(index: batch.index, output: FiledLines(), tally: Tally())
        for (number, line) in batch.lines {
            do throws(ReadingError) {
                done.output.filings.append(try filing(of: line, in: batch))
                done.tally.documents += 1
            } catch {
                done.output.problems.append(
                    Problem(input: input, line: number, code: error.code.rawValue, message: error.message))
                done.tally.errors += 1
            }
        }
        return done
    }

    private func filing(of line: LineBatch.Line, in batch: LineBatch) throws(ReadingError) -> Filing {
        switch line {
        case .tooLong(let length):
            throw ReadingError(
                .lineTooLong, "expected a line of at most \(longestLine) bytes, found \(length); split it")
        case .bytes(let range):
            let intake = try decoder.intake(batch.bytes[range])
            return Filing(document: intake.document, record: session.record(for: intake))
        }
    }
}

/// Stores what was read, batch by batch, and tells how far it has come.
final class Desk: Sendable {
    private let register: Register
    private let started: Double
    private let tally = Mutex((FilingTally(), 0.0))

    init(register: Register, started: Double) {
        self.register = register
        self.started = started
    }

    func file(_ lines: FiledLines) throws {
        let done = try register.file(lines.filings, problems: lines.problems, at: Self.now())
        let isTerminal = Output.error.isTerminal
        tally.withLock { state in
            state.0 += done
            let now = monotonicSeconds()
            guard isTerminal, now - state.1 > 0.2 else { return }
            state.1 = now
            let rate = Int(Double(state.0.reports) / max(0.001, now - started))
            Output.error.note("\r\u{1B}[K\(state.0.reports) reports, \(rate) a second")
        }
    }

    /// The summary: "rapporteur: 104 reports: 104 new, 0 changed, 0 unchanged, 0 failed, 3 not read yet, 0.4 s".
    func finish() {
        let tally = tally.withLock { $0.0 }
        let tenths = Int(((monotonicSeconds() - started) * 10).rounded())
        Output.error.note(
            (Output.error.isTerminal ? "\r\u{1B}[K" : "")
                + "rapporteur: \(tally.reports) reports: \(tally.new) new, \(tally.changed) changed, "
                + "\(tally.unchanged) unchanged, \(tally.failed) failed, \(tally.notRead) not read yet, "
                + "\(tenths / 10).\(tenths % 10) s\n")
        if tally.failed > 0 { Output.error.note("rapporteur: `rapporteur problems` lists what failed\n") }
    }

    /// The time in RFC 3339, to the second, in UTC.
    static func now() -> String {
        Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)).ISO8601Format()
    }
}

extension Failure {
    init(_ error: RegisterError) {
        let status: Status =
            switch error.code {
            case .badQuery: .usage
            case .notFound: .noInput
            case .notARegister, .newerSchema, .broken: .notADocument
            case .locked: .busy
            case .readOnly, .full: .writing
            }
        self.init(error.message, status)
    }
}
