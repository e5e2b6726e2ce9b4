import ArgumentParser
import Coding
import Diplomacy
import FoundationEssentials
import Lexicon

/// `rapporteur who`: whom a phrase means on a day, and which table rows say so.
struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who", abstract: "Says whom a phrase means: party, sector, person and office on a day.",
        discussion: """
            The likeliest candidate first. "party" is the state or organisation that the actor is counted with; \
            "group" an armed group, a de facto authority or a territory within it, described and not judged. \
            Sectors are PLOVER's. Every candidate names the table rows it rests on. Prints nothing but a note where \
            there is nobody to know.

              rapporteur who "Foreign Minister Park Jin" --on 2022-06-01
              rapporteur who "the Defence Minister" --context "Germany"
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "A name, an office, an institution, a kind of people, a party.")
    var phrase: String

    @Option(help: ArgumentHelp("The day (default: today).", valueName: "YYYY-MM-DD"))
    var on: String?

    @Option(help: "Words that tell whom the text speaks of, such as a country.")
    var context = ""

    @Option(help: "What is printed: text for people, json for programs.")
    var format = OutputFormat.text

    @OptionGroup var lexicon: LexiconOptions
    @OptionGroup var print: PrintOptions

    func validate() throws {
        try Day.check(on, "--on")
    }

    func run() throws {
        ignoreBrokenPipes()
        do {
            let tables = try lexicon.open()
            let day = on.flatMap { Day(iso: $0) } ?? .today
            let found = WhoReader(lexicon: tables).candidates(
                for: phrase, on: day, isDated: on != nil, context: context)
            switch format {
            case .json:
                try Output.standard.write(try CandidateList(found, lexicon: tables).line())
            case .text:
                let printer = WhoPrinter(lexicon: tables, day: day, width: print.columns, color: print.isColored)
                try Output.standard.write(printer.text(found, phrase: phrase))
            }
        } catch is Output.Closed {
            return
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}

extension Day {
    /// The day by the system's clock, UTC.
    static var today: Day { Day(number: Int(Date().timeIntervalSince1970 / 86_400)) }
}

/// Candidates as JSON: what `score_actors.py` reads, and the rows behind each.
struct CandidateList: Encodable {
    struct Row: Encodable {
        var fact: String
        var table: String
        var line: Int
        var source: String?
        var about: String?
    }

    struct Seat: Encodable {
        var title: String
        var code: String
        var party: String
        var from: String?
        var to: String?
        var standing: String
    }

    struct One: Encodable {
        var party, group, sector, person, key, office, standing, body, place: String?
        var sectors: [String]
        var offices: [Seat]
        var reading: String
        var score: Double
        var rows: [Row]
    }

    var candidates: [One]

    init(_ found: [Candidate], lexicon: Lexicon) {
        candidates = found.map { candidate in
            One(
                party: candidate.party, group: candidate.group, sector: candidate.sectors.first,
                person: candidate.person, key: candidate.key, office: candidate.office,
                standing: candidate.standing?.rawValue, body: candidate.body, place: candidate.place,
                sectors: candidate.sectors,
                offices: candidate.seats.map {
                    Seat(
                        title: $0.title, code: $0.code, party: $0.party, from: $0.span.began?.iso,
                        to: $0.span.ended?.iso,
                        standing: $0.standing.rawValue)
                },
                reading: candidate.reading, score: (candidate.score * 100).rounded() / 100,
                rows: candidate.seats.map { seat in
                    let about = lexicon.source(seat.source, in: seat.origin.table)
                    return Row(
                        fact: "office", table: seat.origin.table, line: seat.origin.line, source: seat.source,
                        about: about.isEmpty ? nil : about)
                }
                    + candidate.basis.map { basis in
                        let source = LexiconStore.source(of: basis.origin, in: lexicon)
                        return Row(
                            fact: basis.fact, table: basis.origin.table, line: basis.origin.line, source: source?.key,
                            about: source?.about)
                    })
        }
    }

    func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            throw Failure(
                "expected candidates that can be written as JSON, found some that cannot; report this", .software)
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
