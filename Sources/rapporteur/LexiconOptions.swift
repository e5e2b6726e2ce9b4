import ArgumentParser
import Lexicon

/// Which lexicon a command uses.
struct LexiconOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A folder of tables that lie over the program's own, or a file that `lexicon compile` wrote.",
            valueName: "DIR"))
    var lexicon: String?

    /// The program's own lexicon, or the one that the tables of `--lexicon` make of it.
    func open() throws -> Lexicon {
        guard let lexicon else { return try Lexicon.program() }
        return try LexiconStore.open(lexicon)
    }
}
