import ArgumentParser
import FoundationEssentials
import Language
import Lexicon
import Wording

/// `rapporteur lexicon find`: which of the lexicon's names a text has, and how often.
struct LexiconFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Counts the lexicon's names in a text: parties, offices, persons, places.",
        discussion: """
            Reads raw text of any length and prints the names that occur most, with their counts. Nothing is \
            interpreted: a name is counted wherever its words stand.
            """)

    @OptionGroup var lexicon: LexiconOptions
    @Argument(help: "The text's file, or - for standard input.")
    var file: String
    @Option(help: "Lines that are printed.")
    var top = 40
    @Flag(help: "Print the counts of each kind, and the time, alone.")
    var quiet = false

    func run() throws {
        try reporting {
            let tables = try lexicon.open()
            let finder = NameFinder(tables, roots: [.names, .subjects, .gazetteer])
            let isQuiet = quiet
            let start = monotonicSeconds()
            var counts: [String: Int] = [:]
            var total = 0
            var bytes = 0
            try Files.chunks(file, expected: "a text") { chunk in
                bytes += chunk.count
                let tokens = Tokenizer.tokens(chunk)
                finder.matches(in: tokens, of: chunk) { match in
                    total += 1
                    if isQuiet { return }
                    let from = Int(tokens[match.tokens.lowerBound].start)
                    let to = Int(tokens[match.tokens.upperBound - 1].end)
                    counts[
                        String(
                            decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[from..<to]),
                            as: UTF8.self), default: 0] += 1
                }
            }
            let seconds = monotonicSeconds() - start
            for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(top) {
                try Output.standard.write("\(String(count).leftPadded(8)) \(Columns.safe(name))\n")
            }
            let rate = Int(Double(bytes) / 1e6 / max(seconds, 1e-9))
            Output.error.note("\(total) names in \(bytes) bytes, \(rate) MB/s\n")
        }
    }
}
