import ArgumentParser
import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Register
import Wording

/// `rapporteur source list`: how each source is doing.
struct SourceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tells how each source is doing.",
        discussion: """
            Silence is told where a source has had nothing new for longer than ever before. Times are of UTC.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    @OptionGroup var file: RegisterOption

    @Option(help: "What is printed: text for people, jsonl for programs.")
    var format = OutputFormat.text

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            guard let today = Day(iso: FilingDesk.now()) else { return }
            let standings = try register.watchedStandings(today: today)
            switch format {
            case .jsonl:
                for standing in standings {
                    try Output.standard.write(line: standing)
                }
            case .text:
                if standings.isEmpty {
                    try Output.standard.write("No sources; add one by `rapporteur source add`.\n")
                }
                for standing in standings { try Output.standard.write(Self.text(standing)) }
            }
        }
    }

    /// Some lines a source: its address, how it is doing, what is wrong.
    static func text(_ standing: WatchedStanding) -> String {
        let source = standing.source
        var lines = [Columns.safe(source.address)]
        if let title = source.title { lines.append("  " + Columns.safe(title)) }
        let last = source.lastSuccess.map { "last answer \(minute($0))" } ?? "no answer yet"
        let new = source.lastNew.map { "last new report \(minute($0))" } ?? "no new report yet"
        lines.append("  \(source.state.rawValue) · \(last) · \(new)")
        lines.append("  \(standing.read) read, \(standing.waiting) waiting, \(standing.lost) could not be had")
        if let failure = source.failure {
            lines.append("  failed \(source.failures) times in a row: \(Columns.safe(failure))")
        }
        if let reason = source.reason { lines.append("  \(Columns.safe(reason))") }
        if standing.isUnusuallySilent, let silence = standing.silence, let longest = standing.longestSilence {
            lines.append("  silent for \(silence) days; never before longer than \(longest)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// "2026-03-12 14:05"
    private static func minute(_ time: String) -> String { String(time.prefix(16)).replacing("T", with: " ") }
}

extension WatchedStanding: JSONWritable {
    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("added", source.added)
            $0.put("address", source.address)
            $0.put("failure", source.failure)
            $0.put("failures", source.failures)
            $0.put("interval", source.interval)
            $0.put("last_attempt", source.lastAttempt)
            $0.put("last_new", source.lastNew)
            $0.put("last_success", source.lastSuccess)
            $0.put("lost", lost)
            $0.put("publisher", source.publisher)
            $0.put("read", read)
            $0.put("reason", source.reason)
            $0.put("silence", silence)
            $0.put("state", source.state)
            $0.put("title", source.title)
            $0.put("unusually_silent", isUnusuallySilent)
            $0.put("waiting", waiting)
        }
    }
}
