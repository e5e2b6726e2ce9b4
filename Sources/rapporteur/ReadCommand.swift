import Archives
import ArgumentParser
import Coding
import Desk
import Diplomacy
import FoundationEssentials
import Glibc
import Lexicon
import Reading

/// One report in, its record out: for a person, or as JSON.
struct ReadCommand: ParsableCommand {
    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads one report and prints its record.",
        discussion: """
            The report is plain text, one JSON document of the contract, a page of HTML, a mail, or the first report of a \
            feed or an archive; an address is asked for. The first line of a plain text is its title where a blank line \
            follows it. Give --published where the report does not tell it, so that "on Wednesday" becomes a date.
            """)

    @Argument(help: "The report's file or address, or - for standard input.")
    var file: String

    @Option(help: "The report's title.")
    var title: String?

    @Option(help: "The day of publication (2026-03-12), or a time of RFC 3339.")
    var published: String?

    @Option(help: "The publisher's name.")
    var source: String?

    @Option(help: "The report's address.")
    var url: String?

    @Option(help: "The report's language, an ISO 639 code.")
    var language: String?

    @Flag(help: "The first line of a plain text is its title, whatever follows it.")
    var titleLine = false

    @Option(help: "What is printed: text for people, json for programs.")
    var format = OutputFormat.text

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @OptionGroup var intakeOptions: IntakeOptions
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var print: PrintOptions

    func validate() throws {
        if let published, Document.day(ofPublication: published) == nil {
            throw ValidationError(
                "--published: expected a date such as 2026-03-12 or a time of RFC 3339, found \"\(published)\".")
        }
        if title != nil, titleLine { throw ValidationError("--title and --title-line exclude each other; give one.") }
    }

    func run() throws {
        ignoreBrokenPipes()
        do {
            try read()
        } catch is Output.Closed {
            return
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func read() throws {
        let intake = try intake()
        let lexicon = try Lexicon.program()
        let record = CodingSession(try Coder.program(lexicon, codebook: codebook.open())).record(for: intake)
        switch format {
        case .json:
            guard var data = try? JSONEncoder.forRecords(pretty: pretty).encode(record) else {
                throw Failure(
                    "expected a record that can be written as JSON, found one that cannot; report this", .software)
            }
            data.append(0x0A)
            try Output.standard.write(data)
        case .text:
            let printer = RecordPrinter(
                record, of: intake.document, width: print.columns, color: print.isColored,
                partyName: { lexicon.party(code: $0)?.name ?? $0 },
                instrumentName: { lexicon.instrument(code: $0)?.name ?? $0 })
            try Output.standard.write(printer.text())
        }
    }

    // MARK: - Input

    private func intake() throws -> Intake {
        if IntakeOptions.isAddress(file) { return given(try published(intakeOptions.open(file))) }
        return try intake(Files.contents(file, expected: "a report"))
    }

    /// The first report of what was published.
    private func published(_ source: PublicationSource) throws -> Intake {
        while let item = source.next() {
            switch item {
            case .fault(_, let message): throw Failure("\(file): \(message)", .notADocument)
            case .lines:
                throw Failure(
                    "\(file): expected one report, found lines of documents; give them to `rapporteur code`",
                    .notADocument)
            case .publication(let publication):
                guard let first = PublicationReader().parts(of: publication).first else { continue }
                do throws(ReadingError) {
                    return try first.result.get()
                } catch {
                    throw Failure("\(file): \(error.message)", .notADocument)
                }
            }
        }
        throw Failure("expected a report in \"\(file)\", found none; name another", .notADocument)
    }

    /// A document of the contract where the bytes are a JSON object with "text", else plain text.
    func intake(_ bytes: Data) throws -> Intake {
        if let published = try published(bytes) { return given(published) }
        return given(try contractDocument(bytes) ?? plainText(bytes))
    }

    /// The report of bytes that are neither plain text nor JSON; `nil` where they are.
    private func published(_ bytes: Data) throws -> Intake? {
        let bytes = [UInt8](bytes)
        switch PublicationKind(Publication(id: file, name: file, bytes: bytes)) {
        case .text where !ArchiveReader.isContainer(bytes, name: file): return nil
        case .documents: return nil
        default:
            return try published(PublicationSource(bytes: bytes, name: file, limits: intakeOptions.archiveLimits()))
        }
    }

    /// A report with what the command line says of it.
    private func given(_ intake: Intake) -> Intake {
        var intake = intake
        if let title { intake.document.title = title }
        if let source { intake.document.source = Source(name: source) }
        if let url { intake.document.url = url }
        if let language { intake.document.language = language }
        if let published {
            intake.document.publishedText = published
            intake.document.published = Document.day(ofPublication: published)
            intake.diagnostics.removeAll { $0.code == "published-not-read" }
        }
        return intake
    }

    private func plainText(_ bytes: Data) -> Intake {
        PlainText.intake(bytes, title: title != nil ? .none : titleLine ? .firstLine : .whereItStandsAlone)
    }

    /// `nil` where the bytes do not begin as a JSON object and the file's name does not say that it is one.
    private func contractDocument(_ bytes: Data) throws -> Intake? {
        let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        let isNamedJSON = file.hasSuffix(".json") || file.hasSuffix(".jsonl")
        let first = bare.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        guard isNamedJSON || first == UInt8(ascii: "{") else { return nil }
        do {
            return try DocumentDecoder().intake(bytes)
        } catch {
            let hint = error.code == .malformedJSON ? "; many lines of documents go to `rapporteur code`" : ""
            throw Failure("\(file): \(error.message)\(hint)", .notADocument)
        }
    }
}
