import ArgumentParser
import Desk
import Diplomacy
import FoundationEssentials
import Language
import Reading
import Synchronization

/// `rapporteur parse`: text to words, tags, trees and names.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Tags and parses English text and finds the names in it.",
        discussion: """
            Reads plain text, from standard input or a file, and writes CoNLL-U (universaldependencies.org): lemma, \
            universal and Penn Treebank tag, features, head and label of each word, and in the last column the names \
            of persons, organisations and places (NE=B-PER, NE=I-PER, ...). With --format text it draws each tree.

            With --input conllu the words are taken as given, sentence by sentence; comments and ranges are kept, every \
            other column is written anew. A line that is no CoNLL-U is left out, told on standard error and counted.
            """)

    enum Input: String, ExpressibleByArgument, CaseIterable { case text, conllu }
    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, text }

    @Argument(help: "The text's file, or - for standard input.")
    var file = "-"
    @Option(help: "What is read: text or conllu.")
    var input = Input.text
    @Option(help: "What is written: conllu, or text for a drawing of the tree.")
    var format = Format.conllu
    @Option(help: "Threads that work at once (default: all processors).")
    var jobs: Int?
    @Flag(
        help: "Write nothing; tell on standard error how many sentences and words were tagged and parsed, and the time."
    )
    var time = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs: expected 1 to 1024, found \(jobs).") }
    }

    func run() throws {
        try reporting {
            let bytes = try Files.contents(file, expected: input == .text ? "a text" : "CoNLL-U")
            let model = try LanguageModel.program(forMuchText: bytes.count > LargePages.muchText)
            let started = monotonicSeconds()
            let counts =
                switch input {
                case .text: try parseText(bytes, model)
                case .conllu: try parseConllu(bytes, model)
                }
            if time {
                let milliseconds = Int((monotonicSeconds() - started) * 1000)
                Output.error.note("\(counts.sentences) sentences, \(counts.words) words in \(milliseconds) ms\n")
            }
        }
    }

    private func parseText(_ bytes: Data, _ model: LanguageModel) throws -> (sentences: Int, words: Int) {
        let intake = PlainText.intake(bytes, title: .none)
        for diagnostic in intake.diagnostics { Output.error.note("rapporteur: \(diagnostic.message)\n") }
        let text = Text(intake.document.text)
        if let language = LanguageGuess.code(of: text), language != "en" {
            Output.error.note(
                "rapporteur: expected English, found what looks like \"\(language)\"; its tags and trees mean little\n")
        }
        let printer = ParsePrinter(model: model, format: format, isQuiet: time)
        return try run(model, over: text.sentences.count) { range, parser, out in
            range.reduce(0) { $0 + printer.print(text, $1, parser, to: &out) }
        }
    }

    private func parseConllu(_ bytes: Data, _ model: LanguageModel) throws -> (sentences: Int, words: Int) {
        var reader = ConlluReader()
        let sentences = reader.sentences(String(decoding: bytes, as: UTF8.self))
        for problem in reader.problems.prefix(20) {
            Output.error.note("rapporteur: line \(problem.line) left out: \(problem.message)\n")
        }
        if !reader.problems.isEmpty { Output.error.note("rapporteur: \(reader.problems.count) lines were left out\n") }
        let printer = ParsePrinter(model: model, format: format, isQuiet: time)
        return try run(model, over: sentences.count) { range, parser, out in
            range.reduce(0) { $0 + printer.print(sentences[$1], parser, to: &out) }
        }
    }

    /// Sentences that a worker takes at a time.
    private static let batch = 256

    /// Has ranges of sentences printed by several workers; `print` returns the number of words.
    private func run(
        _ model: LanguageModel, over count: Int,
        _ print: @escaping @Sendable (Range<Int>, SentenceParser, inout String) -> Int
    ) throws -> (sentences: Int, words: Int) {
        let words = Mutex(0)
        var next = 0
        let pipeline = Pipeline<Range<Int>, Data>(
            next: {
                guard next < count else { return nil }
                defer { next += Self.batch }
                return next..<min(next + Self.batch, count)
            }, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            worker: {
                let parser = SentenceParser(model)
                return { range in
                    var out = ""
                    let count = print(range, parser, &out)
                    words.withLock { $0 += count }
                    return FinishedBatch(
                        index: range.lowerBound / Self.batch, output: Data(out.utf8),
                        tally: Tally(documents: range.count, errors: 0))
                }
            }, write: { try Output.standard.write($0) })
        let tally = try pipeline.run()
        return (tally.documents, words.withLock { $0 })
    }
}

/// Prints parsed sentences as CoNLL-U or as drawings.
private struct ParsePrinter: Sendable {
    let model: LanguageModel
    let format: ParseCommand.Format
    let isQuiet: Bool

    /// Prints a sentence of a text; returns its number of words.
    func print(_ text: Text, _ sentence: Int, _ parser: SentenceParser, to out: inout String) -> Int {
        let words = text.words(in: text.sentences[sentence])
        let parsed = parser.parse(words, of: text, names: !isQuiet)
        if isQuiet { return parsed.count }
        switch format {
        case .conllu: ConlluWriter(model).write(parsed, words: words, of: text, number: sentence + 1, to: &out)
        case .text: draw(parsed, words.map { text.string(bytes: $0.bytes) }, to: &out)
        }
        return parsed.count
    }

    func print(_ sentence: ConlluSentence, _ parser: SentenceParser, to out: inout String) -> Int {
        let forms = sentence.words.map(\.form)
        let parsed = parser.parse(forms)
        if isQuiet { return parsed.count }
        switch format {
        case .conllu: ConlluWriter(model).write(parsed, given: sentence, to: &out)
        case .text: draw(parsed, forms, to: &out)
        }
        return parsed.count
    }

    private func draw(_ parsed: [ParsedWord], _ forms: [String], to out: inout String) {
        let rows = zip(parsed, forms).map { word, form in
            TreeDrawing.Row(
                form: form, tag: model.universalTag(word.tag), label: model.label(word.label),
                head: word.head > 0 ? Int(word.head) - 1 : nil, name: word.nameLabel)
        }
        let isColoured = Output.standard.isTerminal
        for line in TreeDrawing(rows: rows).lines() { out += line.rendered(color: isColoured) + "\n" }
        out += "\n"
    }
}
