import ArgumentParser
import Codebook
import Coding
import Diplomacy
import Reading
import Wording

/// `rapporteur explain`: why a sentence was coded as it was.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows how the events of a sentence are coded, and why.",
        discussion: """
            Prints the dependency tree, each pattern of the codebook that matched or lacked only one thing, and the events \
            with actors, polarity, modality, rule and confidence.
            """)

    @Argument(help: "The sentence.")
    var sentence: String
    @Option(help: "The day of publication (2026-03-12).")
    var published: String?
    @Flag(help: "Show every pattern that was tried.")
    var all = false
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var print: PrintOptions

    func validate() throws {
        if let published, Document.day(ofPublication: published) == nil {
            throw ValidationError("--published: expected a date such as 2026-03-12, found \"\(published)\".")
        }
    }

    func run() throws {
        try reporting {
            let day = published.flatMap { Document.day(ofPublication: $0) }
            let coder = try Coder.program(codebook: codebook.open())
            let explanation = coder.explain(Document(id: "", text: sentence, published: day, language: "en"))
            var lines = tree(explanation)
            lines.append([])
            lines += patterns(explanation)
            lines.append([])
            lines += events(explanation)
            try Output.standard.write(lines.map { $0.rendered(color: print.isColored) + "\n" }.joined())
        }
    }

    private func tree(_ explanation: Explanation) -> [Line] {
        TreeDrawing(
            rows: explanation.nodes.map {
                TreeDrawing.Row(form: $0.form, tag: $0.tag, label: $0.label, head: $0.head, name: nil)
            }
        ).lines()
    }

    private func patterns(_ explanation: Explanation) -> [Line] {
        var lines: [Line] = []
        for attempt in explanation.attempts where all || attempt.lacks == nil {
            let mark = attempt.lacks == nil ? "✓" : "·"
            var line: Line = [
                Piece("\(mark) ", .plain), Piece(attempt.word, .strong),
                Piece("  \(attempt.frame): \(attempt.pattern)", .plain),
            ]
            if let lacks = attempt.lacks { line.append(Piece("  lacks \(lacks)", .quiet)) }
            lines.append(line)
        }
        let hidden = explanation.attempts.count { $0.lacks != nil }
        if !all, hidden > 0 {
            lines.append([
                Piece("\(hidden) other pattern\(hidden == 1 ? "" : "s") tried; --all shows what each lacked", .quiet)
            ])
        }
        return lines
    }

    private func events(_ explanation: Explanation) -> [Line] {
        guard explanation.reason == nil else {
            return [[Piece("No event. ", .strong), Piece(explanation.reason ?? "", .plain)]]
        }
        return explanation.events.flatMap { event -> [Line] in
            let status = event.statusWords
            return [
                [
                    Piece(event.type.rawValue, .strong), Piece(status.isEmpty ? "" : " (\(status))", .plain),
                    Piece("  \(event.codeWords)", .quiet),
                ],
                [Piece("  \(name(event.source)) → \(name(event.target))", .plain)],
                [Piece("  rule \(event.rule), confidence \(event.confidence)", .quiet)],
            ]
        }
    }

    private func name(_ actor: EventActor?) -> String {
        guard let actor else { return "(nobody named)" }
        let codes = [actor.authority, actor.party, actor.sector].compactMap { $0 }.joined(separator: " ")
        return "\(actor.text)" + (codes.isEmpty ? "" : " [\(codes)]")
    }
}
