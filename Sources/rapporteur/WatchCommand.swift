import ArgumentParser
import Codebook
import Coding
import Desk
import Fetching
import FoundationEssentials
import Register
import UnixSignals

/// `rapporteur watch`: reads what the sources of a register publish, day and night.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Reads what the sources of a register publish, as it is published.",
        discussion: """
            Each source is asked as often as it is worth, each host one request at a time, some seconds apart and as its \
            robots.txt asks; the pages that a feed names are read, and looked at again for changes. Sources are added by \
            `rapporteur source add`, also while this runs. It goes on until it is stopped (Ctrl-C, SIGTERM): what is under way \
            is stored first. Documentation/Watching.md has a unit for systemd.
            """)

    @OptionGroup var file: RegisterOption
    @OptionGroup var intake: IntakeOptions

    @Option(help: "Seconds between two requests to one host, at least.")
    var pace = Politeness().hostPace

    @Flag(help: "Ask what is due, read what it names, and end.")
    var once = false

    @Flag(help: "Say nothing of sources and pages that are as they were.")
    var quiet = false

    func validate() throws {
        if !(pace > 0 && pace <= 3600) {
            throw ValidationError("--pace: expected seconds above 0 and up to 3600, found \(pace).")
        }
    }

    func run() async throws {
        do {
            try await watch()
        } catch {
            throw reported(error)
        }
    }

    private func watch() async throws {
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        var politeness = Politeness()
        politeness.hostPace = pace
        let quiet = quiet
        let desk = try WatchDesk(
            register: file.register, coder: coder, fetcher: try intake.fetcher(), politeness: politeness
        ) { event in
            if quiet, event.kind == .polled || event.kind == .unchanged { return }
            Output.error.note(WatchCommand.line(event))
        }
        let once = once
        let watching = Task { once ? try await desk.runOnce() : try await desk.run() }
        let signals = Task {
            for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { watching.cancel() }
        }
        defer { signals.cancel() }
        try await watching.value
    }

    /// "2026-03-12T14:05:09Z read https://example.org/a new"
    static func line(_ event: WatchEvent) -> String {
        let parts = [FilingDesk.now(), event.kind.rawValue, event.address ?? "", event.detail]
        return parts.filter { !$0.isEmpty }.joined(separator: " ").replacing("\n", with: " ") + "\n"
    }
}
