import ArgumentParser
import Desk
import FoundationEssentials
import Register
import Wording

/// The decisions of a register: listed, written, taken in.
struct DecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "Lists, writes or takes in curators' decisions.",
        subcommands: [List.self, Export.self, Import.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints every decision, the earliest first.")
        @OptionGroup var file: RegisterOption
        @OptionGroup var print: PrintOptions

        func run() throws {
            try reporting {
                let decisions = try Register(path: file.register, access: .read).decisions()
                let numbers = Dictionary(
                    decisions.map { ($0.decision.name, $0.number) }, uniquingKeysWith: { first, _ in first })
                for stored in decisions {
                    for line in Self.lines(stored, numbers, width: print.columns) {
                        try Output.standard.write(line.rendered(color: print.isColored) + "\n")
                    }
                }
                Output.error.note(
                    "rapporteur: \(decisions.count) decisions, \(decisions.count(where: \.isActive)) in force\n")
            }
        }

        /// One decision: its number, what it does, and below it who, when and why.
        private static func lines(_ stored: StoredDecision, _ numbers: [String: Int64], width: Int) -> [Line] {
            let decision = stored.decision
            var summary = decision.summary
            if case .undo(let name) = decision.act, let number = numbers[name] { summary = "undo \(number)" }
            let number = "\(stored.number) ".leftPadded(5)
            var head = [Piece(summary, stored.isActive ? .strong : .quiet)]
            if !stored.isActive { head.append(Piece(" (undone)", .bad)) }
            let when = decision.time.prefix(16).replacing("T", with: " ")
            let foot = [Piece("\(decision.author), \(when): \(decision.reason)", .quiet)]
            let indent = Piece(String(repeating: " ", count: number.count))
            let lines =
                Wrapper.lines(head, width: width - number.count) + Wrapper.lines(foot, width: width - number.count)
            return lines.enumerated().map { i, line in [i == 0 ? Piece(number, .quiet) : indent] + line }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes every decision as a line of JSON, to be taken into another register.")
        @OptionGroup var file: RegisterOption

        func run() throws {
            try reporting {
                for stored in try Register(path: file.register, access: .read).decisions() {
                    try Output.standard.write(stored.decision.json + [0x0A])
                }
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes decisions in that `export` wrote, and applies them.",
            discussion: """
                Those that are here already are left out. A decision about reports that are not here yet waits for \
                them. A line that is none ends the import and changes nothing.
                """)
        @OptionGroup var file: RegisterOption
        @Argument(help: "A file of decisions, or - for standard input.")
        var path = "-"

        func run() throws {
            try reporting {
                let lines = try Files.contents(path, expected: "decisions").split(separator: 0x0A).map { Data($0) }
                let register = try Register(path: file.register, access: .write, makes: false)
                let (new, known) = try register.importDecisions(lines, at: FilingDesk.now())
                try register.close()
                Output.error.note("rapporteur: \(new) decisions taken in, \(known) were here\n")
            }
        }
    }
}
