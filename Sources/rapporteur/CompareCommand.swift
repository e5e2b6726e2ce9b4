import ArgumentParser
import Diplomacy
import Lexicon
import Register
import Wording

/// `rapporteur compare`: what each side tells of an encounter.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Puts the two sides' own readouts and other reports of an encounter side by side.",
        discussion: """
            A readout is a report of a party's own officials: its source has the kind "official" and the party as its country. \
            Of each side is told what it alone says, and which standing formulas (six words and more that its readouts \
            repeat) are kept, new or gone since its last readout of an encounter of the same two parties.
            """)

    @Argument(help: "The encounter's id, an old one or the beginning of one.")
    var id: String

    @OptionGroup var file: RegisterOption
    @OptionGroup var print: PrintOptions

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            guard let id = try ShowCommand.present(id, register), let view = try register.encounter(id) else { return }
            let lexicon = try Lexicon.program()
            let printer = ComparisonPrinter(
                try Comparison(view.encounter, in: register), width: print.columns, color: print.isColored,
                partyName: lexicon.partyName)
            try Output.standard.write(printer.text())
        }
    }
}
