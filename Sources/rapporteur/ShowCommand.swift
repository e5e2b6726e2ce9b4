import ArgumentParser
import Contract
import Diplomacy
import FoundationEssentials
import Lexicon
import Register
import Exchange

/// `rapporteur show`: one encounter of a register with its disputes, reports and history.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows an encounter of a register: disputes, facts, reports, history.",
        discussion: """
            An id may be an old one, or the beginning of one. Anything else is a query of `rapporteur search`: where one \
            encounter matches it is shown, where several do they are listed.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("An id (enc_3fa1...), or a query.", valueName: "id|query"))
    var query: [String]

    @OptionGroup var file: RegisterOption

    @Option(help: "What is printed: text for people, json for programs.")
    var format = OutputFormat.text

    @Flag(help: "With --format json: private notes and tags too, as {\"private\": ..., \"view\": ...}.")
    var notes = false

    @OptionGroup var print: PrintOptions

    func validate() throws { try SearchCommand.refuseOptions(in: query) }

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let lexicon = try Lexicon.program()
            let asked = query.joined(separator: " ")
            let found = try asked.hasPrefix("enc_") ? Self.present(asked, register) : byQuery(asked, register, lexicon)
            guard let id = found, let view = try register.encounter(id) else { return }
            switch format {
            case .json:
                guard notes else { return try Output.standard.write(line: view) }
                let annotations = try register.annotations(of: id)
                try Output.standard.write(line: AnnotatedView(view: view, annotations: annotations))
            case .text:
                let printer = ViewPrinter(
                    view, annotations: try register.annotations(of: id), width: print.columns, color: print.isColored,
                    partyName: lexicon.partyName)
                try Output.standard.write(printer.text())
            }
        }
    }

    /// The present id that an id, an old one or the beginning of one means; several are listed.
    static func present(_ id: String, _ register: Register) throws -> String? {
        let found = try register.presentIDs(beginning: id)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let last = try register.changes(of: id).last.map { " (\($0.encounter) was \($0.change) at \($0.time))" }
            throw Failure(
                "expected the id of an encounter, found \"\(id)\", which is none\(last ?? ""); `rapporteur search` finds"
                    + " encounters by words, facets and days", .nothing)
        }
        try Output.standard.write(found.map { $0 + "\n" }.joined())
        Output.error.note("rapporteur: \(found.count) ids begin so; give more of one\n")
        return nil
    }

    /// The only encounter that matches; several are listed.
    private func byQuery(_ text: String, _ register: Register, _ lexicon: Lexicon) throws -> String? {
        let query = try SearchParser.query(text, partyCode: lexicon.partyCode, hasTags: true)
        let result = try register.search(query)
        if result.hits.isEmpty { throw Failure(HitPrinter.nothing, .nothing) }
        if result.hits.count == 1 { return result.hits[0].encounter.id }
        switch format {
        case .json:
            try register.exportEncounters(result.hits.map(\.encounter.id)) { try Output.standard.write($0 + [0x0A]) }
        case .text:
            let printer = HitPrinter(width: print.columns, color: print.isColored, partyName: lexicon.partyName)
            try Output.standard.write(printer.text(result))
        }
        return nil
    }
}
