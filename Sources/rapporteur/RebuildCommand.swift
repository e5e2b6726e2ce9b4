import ArgumentParser
import Codebook
import Coding
import Desk
import FoundationEssentials
import Register

/// Makes all that is derived anew.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract:
            "Makes records, claims and encounters anew from the reports, this program's reader and the decisions.",
        discussion: """
            Every version of every report is coded again; what comes out otherwise takes its place in one \
            transaction, so that readers see the one state or the other. An encounter that comes out as it was keeps \
            its version; each keeps the day on which it was first seen. --check only says what would change, and ends \
            with 65 where anything would.
            """)

    @OptionGroup var file: RegisterOption
    @Flag(help: "Change nothing; say which encounters would.")
    var check = false
    @Option(help: "Threads that read at once (default: all processors).")
    var jobs: Int?

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
    }

    func run() throws { try reporting(rebuild) }

    private func rebuild() throws {
        let register = try Register(path: file.register, access: check ? .read : .write, makes: false)
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        let desk = FilingDesk(
            register: register, coder: coder, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        let total = try register.versionCount()
        let meter = ProgressMeter()
        let show: @Sendable (Int) -> Void = { count in meter.show { _ in "\(count) of \(total) versions" } }
        if check {
            let (records, faults) = try desk.differences(progress: show)
            meter.finish("\(total) versions: \(records) records and \(faults.count) encounters would change")
            for fault in faults { try Output.standard.write(fault + "\n") }
            if records > 0 || !faults.isEmpty { throw ExitCode(Failure.Status.notADocument.rawValue) }
        } else {
            let (records, changes) = try desk.rebuild(progress: show)
            try register.close()
            meter.finish("\(total) versions: \(records) records and \(changes.count) encounters changed")
            for change in changes { try Output.standard.write("\(change.encounter) \(change.change)\n") }
        }
    }
}
