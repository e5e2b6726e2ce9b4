import ArgumentParser
import FoundationEssentials
import Register

/// What the register holds, as lines of JSON.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes what a register holds.",
        discussion: "One line of JSON for each real encounter, sorted by id.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case encounters
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    @Argument(help: "What to write.")
    var kind: Kind

    @OptionGroup var file: RegisterOption

    @Option(help: "How to write it.")
    var format = Format.jsonl

    func run() throws {
        try reporting {
            try Register(path: file.register, access: .read).exportEncounters { line in
                try Output.standard.write(line + [0x0A])
            }
        }
    }
}

/// What could not be filed.
struct ProblemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "Lists the input that could not be kept in a register, and why.")

    @OptionGroup var file: RegisterOption

    func run() throws {
        try reporting {
            for problem in try Register(path: file.register, access: .read).problems() {
                try Output.standard.write("\(problem.input):\(problem.line): \(problem.code): \(problem.message)\n")
            }
        }
    }
}
