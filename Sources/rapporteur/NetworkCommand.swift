import Analysis
import ArgumentParser
import Diplomacy
import Dossier
import Lexicon
import Register
import Wording

/// `rapporteur network`: who talks to whom in a period.
struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Tells who talks to whom in a period, and who stands where in that network.",
        discussion: """
            How a meeting of many becomes ties is chosen by --projection: shared gives each party one contact to share among the \
            others, all-pairs one with each, bilateral takes only meetings of two. Without days the last year of the register.
            """)

    @OptionGroup var options: MeasureOptions

    @Option(help: "How meetings of three and more become ties: \(Self.projections).")
    var projection = Analysis.Projection.shared.rawValue

    private static let projections = Analysis.Projection.allCases.map(\.rawValue).joined(separator: ", ")

    @Option(help: ArgumentHelp("The first day (default: a year before the last).", valueName: "day"))
    var from: String?

    @Option(help: "Parties that are printed as text.")
    var limit = 30

    func validate() throws {
        try Day.check(from, "--from")
        if Analysis.Projection(rawValue: projection) == nil {
            throw ValidationError("--projection: expected one of \(Self.projections), found \"\(projection)\".")
        }
        if limit < 1 { throw ValidationError("--limit: expected a number above 0, found \(limit).") }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: options.file.register, access: .read)
            let lexicon = try Lexicon.program()
            let last = try options.day ?? register.accountDay() ?? Day(number: 0)
            let first = from.flatMap { Day(iso: $0) } ?? last - 364
            guard first <= last else {
                throw Failure("expected a first day before \(last.iso), found \(first.iso)", .usage)
            }
            let dossier = try register.network(
                of: first...last, projection: Analysis.Projection(rawValue: projection) ?? .shared)
            try options.give(
                json: dossier, table: dossier.csv(), figure: dossier.figure(name: lexicon.partyName)
            ) { $0.write(dossier, limit: limit, name: lexicon.partyName) }
        }
    }
}

extension MeasurePrinter {
    mutating func write(_ dossier: NetworkDossier, limit: Int, name: (String) -> String) {
        let summary = dossier.summary
        heading(
            "Who talks to whom", "\(Phrases.day(dossier.days.lowerBound)) to \(Phrases.day(dossier.days.upperBound))")
        fact(
            "Network",
            "\(summary.rows.count) parties, \(Phrases.count(summary.ties, "tie")) from \(Phrases.count(summary.gatherings, "contact")) of \(Phrases.count(dossier.encounters, "encounter"))"
        )
        fact("Projection", summary.projection.statement)
        if let density = summary.density { fact("Density", density.fixed(3)) }
        if let count = summary.communities, let modularity = summary.modularity {
            fact("Communities", "\(count), modularity \(modularity.fixed(3))")
        }
        guard !summary.rows.isEmpty else { return note("undefined: no contacts in these days") }
        func cell(_ value: Double?) -> String { value?.fixed(3) ?? "–" }
        heading("Parties")
        table(
            ["", "partners", "contacts", "between", "eigen", "PageRank", "group"],
            summary.rows.prefix(limit).map { row in
                [
                    name(row.party), String(row.degree), row.strength.fixed(1), cell(row.betweenness),
                    cell(row.eigenvector),
                    cell(row.pageRank), row.community.map { String($0 + 1) } ?? "–",
                ]
            })
        if summary.rows.count > limit { note("\(summary.rows.count - limit) more: --limit, or --format csv for all.") }
    }
}
