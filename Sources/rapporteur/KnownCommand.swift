import ArgumentParser
import Codebook
import Coding
package import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Lexicon
import Reading
import Register
import Wording

/// `rapporteur known`: whether a report is news to a register.
struct KnownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "known",
        abstract: "Says what a register knows of a report: which encounter, what is new, whose text.",
        discussion: """
            The report is read as `rapporteur add` would read it, and nothing is stored: lines of documents (JSON), or one \
            report of plain text. Each encounter that it tells of is known or new; of a known one is told what the report \
            adds, what it contradicts, and which reports it goes back to one origin with.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The report's file, or - for standard input.")
    var file: String

    @OptionGroup var register: RegisterOption

    @Option(help: "The day of publication of a plain text (2026-03-12), or a time of RFC 3339.")
    var published: String?

    @Option(help: "What is printed: text for people, json (one line a report) for programs.")
    var format = OutputFormat.text

    @OptionGroup var print: PrintOptions

    func validate() throws {
        if let published, Document.day(ofPublication: published) == nil {
            throw ValidationError(
                "--published: expected a date such as 2026-03-12 or a time of RFC 3339, found \"\(published)\".")
        }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: self.register.register, access: .read)
            let intakes = try intakes(Files.contents(file, expected: "a report"))
            let lexicon = try Lexicon.program()
            let session = CodingSession(try Coder.program(lexicon, codebook: Codebook.program()))
            for (i, intake) in intakes.enumerated() {
                let known = try register.known(
                    Filing(document: intake.document, record: session.record(for: intake)))
                switch format {
                case .json:
                    try Output.standard.write(line: known)
                case .text:
                    let printer = KnownPrinter(
                        width: print.columns, color: print.isColored, partyName: lexicon.partyName)
                    let text = printer.text(known, title: intake.document.title)
                    try Output.standard.write((i > 0 ? "\n" : "") + text)
                }
            }
        }
    }

    /// One report of plain text, or lines of documents where the first byte opens a JSON object.
    private func intakes(_ bytes: Data) throws -> [Intake] {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        guard first == UInt8(ascii: "{") else {
            var intake = PlainText.intake(bytes)
            if file != "-" { intake.document.id = file }
            if let published {
                intake.document.publishedText = published
                intake.document.published = Document.day(ofPublication: published)
            }
            return [intake]
        }
        let decoder = DocumentDecoder()
        return try bytes.split(separator: 0x0A).enumerated().map { number, line in
            do {
                return try decoder.intake(Data(line))
            } catch let error as ReadingError {
                throw Failure("\(file):\(number + 1): \(error.message)", .notADocument)
            }
        }
    }
}

/// What a register knows of a report, for a person to read.
struct KnownPrinter {
    let width: Int
    let color: Bool
    let partyName: (String) -> String

    func text(_ known: KnownReport, title: String?) -> String {
        lines(known, title).map { $0.rendered(color: color) + "\n" }.joined()
    }

    private func lines(_ known: KnownReport, _ title: String?) -> [Line] {
        let standing: String =
            switch known.standing {
            case .new: "not in the register"
            case .same: "in the register with this very text"
            case .changed: "in the register with another text: this one would be a new version"
            }
        var lines = Wrapper.block([Piece(title ?? known.document, .strong)], indent: 0, width: width)
        lines += Wrapper.block([Piece("\(known.document) · \(standing)", .quiet)], indent: 0, width: width)
        if known.encounters.isEmpty {
            lines += Wrapper.block(
                [Piece("It tells of no encounter between two parties.", .pending)], indent: 0, width: width)
        }
        for encounter in known.encounters { lines += [[]] + self.lines(encounter) }
        return lines
    }

    private func lines(_ known: KnownEncounter) -> [Line] {
        let mark = Piece(known.claim.reported ? "● " : "○ ", Phrases.style(known.claim.status))
        let headline = Headline(encounter: known.claim, partyName: partyName).pieces(brief: true)
        var lines = Wrapper.block(headline, first: [mark], indent: 2, width: width)
        guard let stored = known.stored else {
            return lines + fact("Known", [Piece("no: the register has no such encounter", .good)])
        }
        let place = stored.place.flatMap { $0.name ?? $0.country }
        let about = [
            stored.date?.iso, Phrases.words(stored.kind.rawValue), place, Phrases.status(stored.status),
            "\(stored.reports.count) report\(stored.reports.count == 1 ? "" : "s")", stored.id,
        ]
        lines += fact("Known", [Piece("yes: \(about.compactMap { $0 }.joined(separator: " · "))")])
        let fields = known.adds.reduce(into: [String]()) { if $0.last != $1.field { $0.append($1.field) } }
        let adds = fields.map { field in
            "\(field): " + known.adds.filter { $0.field == field }.map(\.value).joined(separator: ", ")
        }.joined(separator: "; ")
        lines += fact(
            "Adds", adds.isEmpty ? [Piece("nothing that the register does not have", .quiet)] : [Piece(adds, .good)])
        for contradiction in known.contradicts {
            let others = contradiction.others.map { "\($0.value) (\($0.documents.joined(separator: ", ")))" }
            lines += fact(
                "Against",
                [
                    Piece("\(contradiction.field) \(contradiction.value)", .pending),
                    Piece("; others: \(others.joined(separator: ", "))"),
                ])
        }
        for sibling in known.sameOrigin {
            let runs = sibling.similarity.map { "; about \(Int(($0 * 100).rounded())) % of their wording is shared" }
            let name = sibling.publisher.map { "\($0) (\(sibling.document))" } ?? sibling.document
            lines += fact("Origin", [Piece("the same as \(name)\(runs ?? "")", .pending)])
        }
        return lines
    }

    private func fact(_ name: String, _ pieces: [Piece]) -> [Line] {
        let label = Piece("  " + name + String(repeating: " ", count: 9 - name.count), .quiet)
        return Wrapper.block(pieces, first: [label], indent: 11, width: width)
    }
}

extension KnownReport: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("encounters", encounters)
            $0.put("standing", standing)
        }
    }
}

extension KnownEncounter: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("adds", adds)
            $0.put("claim", claim)
            $0.put("contradicts", contradicts)
            $0.put("encounter", stored.map { JSONValue.string($0.id) } ?? .null)
            $0.put("same_origin", sameOrigin)
        }
    }
}

extension FieldValue: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("field", field)
            $0.put("value", value)
        }
    }
}

extension Contradiction: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("field", field)
            $0.put("others", others)
            $0.put("value", value)
        }
    }
}

extension OriginSibling: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("publisher", publisher)
            $0.put("similarity", similarity)
        }
    }
}
