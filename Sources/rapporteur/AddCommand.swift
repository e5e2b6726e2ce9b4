import ArgumentParser
import Codebook
import Coding
import Desk
import FoundationEssentials
import Reading
import Register

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
            An input is a file, a folder of files, an address or - for standard input: documents of the contract (JSON, JSON \
            Lines), plain text, pages of HTML, feeds, mails, and archives of all of these (`rapporteur extract --help`). A \
            report that is there already is left as it is; a changed text is a new version of it. Stopped or killed, the \
            command keeps what it has stored, and goes on where it is run again.
            """)

    @OptionGroup var file: RegisterOption

    @Option(help: "Threads that read at once (default: all processors).")
    var jobs: Int?

    @Flag(
        help: ArgumentHelp(
            "Each line is a record of `rapporteur code`, a tab and its document. A record of another text or version is not taken."
        ))
    var records = false

    @OptionGroup var intake: IntakeOptions

    @Argument(help: "Files, folders and addresses of reports, or -.")
    var paths: [String]

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
    }

    func run() throws { try reporting(add) }

    private func add() throws {
        let register = try Register(path: file.register, access: .write)
        let paths = try IntakeOptions.files(paths)
        let input = ReportInput(paths, open: intake.open)
        try register.file(jobs: jobs, total: Files.size(of: paths), hasRecords: records) { try input.next() }
        try register.close()
    }
}

extension Register {
    /// Files reports, shows how far it is, and tells what became of them.
    ///
    /// - Parameters:
    ///   - jobs: threads that read at once; `nil` for all processors.
    ///   - total: bytes of all input; `nil` where that is not known.
    ///   - hasRecords: whether lines hold a record, a tab and its document.
    ///   - next: the next batch.
    func file(
        jobs: Int?, total: Int? = nil, hasRecords: Bool = false, next: sending @escaping () throws -> ReportBatch?
    ) throws {
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        let meter = ProgressMeter()
        let desk = FilingDesk(
            register: self, coder: coder, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            hasRecords: hasRecords)
        let tally = try desk.add(
            next: next, progress: { tally, bytes in meter.show { tally.progress(bytes, of: total, seconds: $0) } })
        meter.finish(tally.words)
        if tally.failed > 0 { Output.error.note("rapporteur: `rapporteur problems` lists what failed\n") }
    }
}

extension FilingTally {
    /// "104 reports, 350 a second, 40 %, 12 s left"
    ///
    /// - Parameters:
    ///   - bytes: of the input that was filed.
    ///   - total: bytes of all input; `nil` where that is not known.
    func progress(_ bytes: Int, of total: Int?, seconds: Double) -> String {
        var line = "\(reports) reports, \(Int(Double(reports) / max(0.001, seconds))) a second"
        if let total, total > 0, bytes > 0 {
            let share = min(1, Double(bytes) / Double(total))
            let left = Int((seconds / share * (1 - share)).rounded(.up))
            line += ", \(Int(share * 100)) %, " + (left < 120 ? "\(left) s left" : "\((left + 59) / 60) min left")
        }
        return line
    }

    /// "104 reports: 104 new, 0 changed, 0 unchanged, 0 failed, 3 not read yet"
    var words: String {
        "\(reports) reports: \(new) new, \(changed) changed, \(unchanged) unchanged, \(failed) failed, "
            + "\(notRead) not read yet"
    }
}

extension Failure {
    init(_ error: RegisterError) {
        let status: Status =
            switch error.code {
            case .badQuery, .badForecast: .usage
            case .notFound, .notHere: .noInput
            case .notARegister, .newerSchema, .broken, .wrongDecision, .badNote: .notADocument
            case .locked, .tooSlow: .busy
            case .readOnly, .full: .writing
            }
        self.init(error.message, status)
    }
}
