import ArgumentParser
import Coding
import Diplomacy
import FoundationEssentials
import Lexicon
import Register
import Wording

/// `rapporteur search`: the encounters of a register that match a query.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds encounters of a register by words, facets and days.",
        discussion: """
            Put the query in single quotes, so that the shell leaves its signs alone. What stands side by side must all hold.

              words     sanctions "strategic stability" nuclear*
                        talks OR call, NOT summit, -summit, (a OR b) c
              who       dyad:RUS-CHN party:IRN person:"Wang Yi"
                        office:"foreign minister" level:minister
              what      kind:call medium:phone status:held
                        issue:arms-control outcome:no-agreement
              where     place:Geneva place:CHE series:"Astana process"
              who says  source:Reuters (the publisher)
                        says:RUS says:Peskov says:spokesperson
              how sure  disputed:yes disputed:place origins:>1 origins:2..5
              own tags  tag:follow-up (`rapporteur tag`)
              when      date:2025-12/2026-02 date:2026
                        published:../2026-01-31 added:2026-03-01/

            Parties may be named (party:Russia) and facets may stand inside OR and NOT. A star ends a beginning of a word. Words \
            are looked for in names and in the text of the reports of an encounter, whatever their case and accents.

              rapporteur search 'dyad:RUS-CHN (talks OR issue:energy) -kind:call'
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl, ids }
    enum Sort: String, ExpressibleByArgument, CaseIterable {
        case date, added, origins

        var order: SearchOrder {
            switch self {
            case .date: .date
            case .added: .added
            case .origins: .origins
            }
        }
    }

    @Argument(parsing: .allUnrecognized, help: "The query.")
    var query: [String]

    @OptionGroup var file: RegisterOption

    @Option(help: "Encounters that are shown at most.")
    var limit = 20

    @Option(help: "What comes first: the newest encounter, the newest in the register, the most independent origins.")
    var sort = Sort.date

    @Option(help: "What is printed: text for people, jsonl for programs (as export does), ids alone.")
    var format = OutputFormat.text

    @OptionGroup var print: PrintOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit: expected a number above 0, found \(limit).") }
        try Self.refuseOptions(in: query)
    }

    /// A query may begin with a dash (-summit); what begins with two is a misspelt option.
    static func refuseOptions(in query: [String]) throws {
        if let option = query.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("expected an option of this command or a query, found \"\(option)\"; see --help.")
        }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let lexicon = try Lexicon.program()
            let query = try SearchParser.query(
                self.query.joined(separator: " "), partyCode: lexicon.partyCode, hasTags: true)
            let result = try register.search(query, order: sort.order, limit: limit)
            switch format {
            case .text:
                let printer = HitPrinter(width: print.columns, color: print.isColored, partyName: lexicon.partyName)
                try Output.standard.write(printer.text(result))
            case .jsonl:
                try register.exportEncounters(result.hits.map(\.encounter.id)) {
                    try Output.standard.write($0 + [0x0A])
                }
            case .ids:
                try Output.standard.write(result.hits.map { $0.encounter.id + "\n" }.joined())
            }
            if result.hits.isEmpty { throw Failure(HitPrinter.nothing, .nothing) }
        }
    }
}

extension Lexicon {
    /// The name of a party by its code; the code where it is not known.
    func partyName(_ code: String) -> String { party(code: code)?.name ?? code }

    /// The code of a party by its code or its name; a capital that stands for its government is no name of a party.
    func partyCode(_ name: String) -> String? {
        let code = name.uppercased()
        if party(code: code) != nil { return code }
        let candidates = WhoReader(lexicon: self).candidates(for: name, on: .today, isDated: false, context: "")
        return candidates.first { $0.reading == "party" && !$0.sectors.contains("GOV") }?.party
    }
}

/// What a search found, for a person to read: one line a hit where it fits, and the best passage of its reports.
struct HitPrinter {
    static let nothing =
        "expected an encounter that matches, found none; fewer or shorter words (nuclear*) find more: `rapporteur search --help`"

    let width: Int
    let color: Bool
    let partyName: (String) -> String

    func text(_ result: SearchResult) -> String {
        guard !result.hits.isEmpty else { return "" }
        let lines = result.hits.flatMap(lines) + [[Piece(Self.count(result), .quiet)]]
        return lines.map { $0.rendered(color: color) + "\n" }.joined()
    }

    /// "3 encounters", "20 of more than 10000 encounters".
    static func count(_ result: SearchResult) -> String {
        let all = "\(result.isMore ? "more than " : "")\(result.count) encounter\(result.count == 1 ? "" : "s")"
        return result.hits.count == result.count && !result.isMore ? all : "\(result.hits.count) of \(all)"
    }

    private func lines(_ hit: SearchHit) -> [Line] {
        let encounter = hit.encounter
        let day = encounter.date?.iso ?? "no date"
        let margin = Piece(day + String(repeating: " ", count: 12 - day.count), .strong)
        let how = [Phrases.words(encounter.kind.rawValue), Phrases.medium(encounter.medium)].compactMap { $0 }
        let place = encounter.place.flatMap { [$0.name, $0.country].compactMap { $0 }.first }
        let origins = encounter.origins == 1 ? "one origin" : "\(encounter.origins) origins"
        var pieces = [Piece(Self.people(encounter)), Piece(" · \(how.joined(separator: " "))", .quiet)]
        if let place { pieces.append(Piece(" · \(place)", .quiet)) }
        pieces.append(Piece(" · "))
        pieces.append(Piece(Phrases.status(encounter.status), Phrases.style(encounter.status)))
        pieces.append(Piece(" · \(origins)", .quiet))
        if !encounter.disputes.isEmpty {
            let fields = Set(encounter.disputes.map(\.field.rawValue)).sorted().joined(separator: ", ")
            pieces.append(Piece(" · "))
            pieces.append(Piece("disputed: \(fields)", .pending))
        }
        pieces.append(Piece(" · \(encounter.id)", .quiet))
        var lines = Wrapper.block(pieces, first: [margin], indent: 12, width: width)
        if let passage = hit.passage { lines += Wrapper.block(marked(passage), indent: 14, width: width) }
        return lines
    }

    /// "Wang Yi (CHN), Sergei Shoigu (RUS)": the leads of each side, three at most of one.
    static func people(_ encounter: RegisteredEncounter) -> String {
        let leads = encounter.participants.filter(\.lead)
        let shown = leads.isEmpty ? encounter.participants : leads
        let names = shown.map { person in
            person.person.map { "\($0)\(person.party.map { " (\($0))" } ?? "")" } ?? person.party ?? "somebody"
        }
        return names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " and \(names.count - 6) more" : "")
    }

    /// A passage with what matched in the style of evidence.
    private func marked(_ passage: String) -> [Piece] {
        let (opening, closing) = color ? ("", "") : ("«", "»")
        return passage.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated().flatMap { i, part in
            let parts = part.split(separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
            guard i > 0, parts.count == 2 else { return [Piece(part, .quiet)] }
            return [Piece(opening + parts[0] + closing, .evidence), Piece(parts[1], .quiet)]
        }
    }
}
