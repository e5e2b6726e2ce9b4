import ArgumentParser
import Contract
import Diplomacy
import FoundationEssentials
import Register
import Wording
import Exchange

/// `rapporteur log`: what became of the encounters of a register, and when.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Lists what changed in a register: new, changed, merged and withdrawn encounters.",
        discussion: """
            The first change first. An encounter that is no more stays in the log: withdrawn where no report tells of it any \
            longer, "became ID" where its reports are now part of another.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    @OptionGroup var file: RegisterOption

    @Option(
        help: ArgumentHelp("Only changes since then: 2026-03-12, or a time of RFC 3339 in UTC.", valueName: "time|day"))
    var since: String?

    @Option(help: "What is printed: text for people, jsonl for programs.")
    var format = OutputFormat.text

    @OptionGroup var print: PrintOptions

    func validate() throws { if let since { try Self.refuse(since: since) } }

    /// Refuses what is neither a day nor a time in UTC.
    static func refuse(since: String) throws {
        if Day(iso: since) == nil || since.utf8.count != 10 && !since.hasSuffix("Z") {
            throw ValidationError(
                "--since: expected a day such as 2026-03-12 or a time such as 2026-03-12T09:30:00Z, found \"\(since)\"."
            )
        }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let (width, isColored) = (print.columns, print.isColored)
            try register.log(since: since) { change, encounter in
                switch format {
                case .jsonl:
                    try Output.standard.write(line: change)
                case .text:
                    let lines = Self.lines(change, encounter, width: width)
                    try Output.standard.write(lines.map { $0.rendered(color: isColored) + "\n" }.joined())
                }
            }
        }
    }

    /// "2026-03-12 09:30  changed place, origins · 2026-02-01 Wang Yi (CHN), Sergei Shoigu (RUS) · enc_…"
    static func lines(_ change: Change, _ encounter: RegisteredEncounter?, width: Int) -> [Line] {
        let style: Style =
            switch change.kind {
            case "new": .good
            case "changed": .plain
            default: .bad
            }
        var pieces = [Piece(change.change, style)]
        if let encounter {
            let day = encounter.date.map { "\($0.iso) " } ?? ""
            pieces.append(Piece(" · \(day)\(HitPrinter.people(encounter))"))
        }
        pieces.append(Piece(" · \(change.encounter)", .quiet))
        return Wrapper.block(
            pieces, first: [Piece(Phrases.moment(change.time) + "  ", .quiet)], indent: 18, width: width)
    }
}
