import Analysis
import ArgumentParser
import Charts
import Corroboration
import Desk
import Diplomacy
import Dossier
import Lexicon
import Register
import Wording

/// `rapporteur outlook`: what is expected, what was expected and what came.
struct OutlookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook",
        abstract: "Tells how likely the next contact of two parties is, and how good that was in the past.",
        discussion: """
            The probability of a contact within 30, 90 and 180 days, from announced encounters, the pace of standing dialogues, \
            the dyad's waiting times and what all dyads have in common. Without parties those of all dyads.

              rapporteur outlook --register r.sqlite China Russia
              rapporteur outlook --register r.sqlite --record        # writes forecasts to the ledger, once a day of the account
              rapporteur outlook --register r.sqlite --ledger        # what was expected beside what came
              rapporteur outlook --register r.sqlite --evaluate 2019-01..2023-12
            """)

    @OptionGroup var options: MeasureOptions

    @Flag(help: "Writes the forecasts to the ledger, which is only ever added to.")
    var record = false

    @Flag(help: "Shows the ledger: what was expected beside what came.")
    var ledger = false

    @Option(
        help: ArgumentHelp(
            "Forecasts month by month of a time that is past, from what was known before each, and scores them.",
            valueName: "YYYY-MM..YYYY-MM"))
    var evaluate: String?

    @Option(help: "Of --evaluate: only dyads with so many contacts before.")
    var least = 10

    @Option(help: "Dyads that are printed as text.")
    var limit = 30

    @Argument(help: "Two parties, by code or name; none for all dyads.")
    var parties: [String] = []

    func validate() throws {
        if parties.count != 0, parties.count != 2 {
            throw ValidationError("expected two parties or none, found \(parties.count).")
        }
        if [record, ledger, evaluate != nil].count(where: { $0 }) > 1 {
            throw ValidationError("expected one of --record, --ledger and --evaluate, found several.")
        }
        if let evaluate, MonthSpan(evaluate) == nil {
            throw ValidationError("--evaluate: expected months such as 2019-01..2023-12, found \"\(evaluate)\".")
        }
        if limit < 1 || least < 0 { throw ValidationError("--limit, --least: expected a number above 0.") }
    }

    func run() throws { try reporting(tell) }

    private func tell() throws {
        let register = try Register(path: options.file.register, access: record ? .write : .read, makes: false)
        let lexicon = try Lexicon.program()
        let name = lexicon.partyName
        let dyad = try pair(lexicon)
        if ledger {
            let book = try register.ledger(of: dyad, through: options.day)
            return try options.give(json: book, table: book.csv(), figure: book.reliabilityFigure) {
                $0.write(book, limit: limit, name: name)
            }
        }
        let table = try register.dyads(asOf: options.day)
        if let span = evaluate.flatMap({ MonthSpan($0) }) {
            guard let found = try register.evaluation(table, from: span.first, through: span.last, least: least) else {
                throw Failure("expected dyads with \(least) contacts before \(span.first.iso), found none", .nothing)
            }
            return try options.give(
                json: found, table: found.csv(), figure: found.evaluation.figure(of: .combined, within: 90)
            ) {
                $0.write(found)
            }
        }
        let model = try register.outlookModel(table)
        if let dyad {
            let whole = try register.dossier(of: dyad, asOf: table.asOf, model: model)
            let dossier = whole.outlook
            if record { try write([dossier], register) }
            return try options.give(json: dossier, table: dossier.csv(), figure: whole.outlookFigure(name: name)) {
                $0.heading(
                    "\(name(dyad.first)) and \(name(dyad.second))", "outlook as of \(Phrases.day(table.asOf))")
                $0.write(outlook: dossier, isWhole: true)
            }
        }
        let list = OutlookList(table, model: model, spans: try register.coveredSpans())
        if record {
            let active = list.rows.filter { $0.chances[2] >= 0.05 }.map(\.dyad)
            try write(
                try active.map { dyad in
                    try register.outlook(
                        of: dyad, book: try register.contacts(of: dyad),
                        coverage: try register.coverage(of: dyad, asOf: table.asOf), asOf: table.asOf, model: model)
                }, register)
        }
        try options.give(json: list, table: list.csv(), figure: nil) { $0.write(list, limit: limit, name: name) }
    }

    private func pair(_ lexicon: Lexicon) throws -> Dyad? {
        guard let first = parties.first, let second = parties.last else { return nil }
        return Dyad(try lexicon.party(of: first), try lexicon.party(of: second))
    }

    private func write(_ dossiers: [OutlookDossier], _ register: Register) throws {
        let entries = dossiers.flatMap { $0.entries() }
        let new = try register.write(entries.map { WrittenForecast($0, written: FilingDesk.now()) })
        Output.error.note(
            "rapporteur: \(Phrases.count(new, "new forecast")) in the ledger, \(entries.count - new) there already\n")
    }
}

/// Whole months, both included.
private struct MonthSpan {
    let first: Day
    let last: Day

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard parts.count == 2, text.contains(".."), let first = Day(iso: parts[0] + "-01"),
            let month = Day(iso: parts[1] + "-01"), first <= month
        else { return nil }
        self.first = first
        let (year, number, _) = month.civil
        last = month + (Day.length(year: year, month: number) - 1)
    }
}

extension MeasurePrinter {
    mutating func write(outlook dossier: OutlookDossier, isWhole: Bool = false) {
        guard let best = dossier.best else {
            heading("Outlook")
            return note(dossier.undefined ?? "")
        }
        func chances(_ outlook: Outlook) -> String {
            Outlook.horizons.map { "\(outlook.chance(within: $0).percent) within \($0) days" }.joined(separator: ", ")
        }
        heading("Outlook", "probability of the next contact; \(best.forecaster.rawValue), n = \(best.contacts)")
        fact("Any contact", chances(best))
        if let middle = best.wait.quantile(0.5) {
            fact("In the middle", "within \(Phrases.count(middle, "day")), by \(Phrases.day(best.origin + middle))")
        }
        for told in dossier.announced.prefix(5) {
            fact(
                "Announced",
                "\(told.brief.date.map(Phrases.date) ?? ""): \(Phrases.words(told.brief.kind.rawValue))\(told.brief.place.map { " in \($0)" } ?? "") (\(told.brief.id))"
            )
        }
        for (level, outlook) in dossier.levels { fact(Phrases.level(level), chances(outlook)) }
        guard isWhole else { return }
        for (kind, outlook) in dossier.kinds { fact(Phrases.words(kind.rawValue), chances(outlook)) }
        heading("By forecaster")
        table(
            [""] + Outlook.horizons.map { "\($0) days" } + ["expected in 180"],
            dossier.forecasts.map { outlook in
                [outlook.forecaster.rawValue] + Outlook.horizons.map { outlook.chance(within: $0).percent }
                    + [outlook.count(within: 180)?.mean.fixed(1) ?? "–"]
            })
        for outlook in dossier.forecasts { note("\(outlook.forecaster.rawValue): \(outlook.forecaster.statement)") }
    }

    mutating func write(_ list: OutlookList, limit: Int, name: (String) -> String) {
        heading("Outlook", "probability of a contact, as of \(Phrases.day(list.asOf)); \(list.method)")
        table(
            ["", "30 days", "90 days", "180 days", "contacts", "last"],
            list.rows.prefix(limit).map { row in
                ["\(name(row.dyad.first)) – \(name(row.dyad.second))"] + row.chances.map(\.percent)
                    + [String(row.contacts), row.last?.iso ?? "–"]
            })
        if list.rows.count > limit { note("\(list.rows.count - limit) more: --limit, or --format csv for all.") }
    }

    mutating func write(_ book: LedgerDossier, limit: Int, name: (String) -> String) {
        heading(
            "Ledger",
            "\(Phrases.count(book.lines.count, "forecast")), \(book.scored.count) of them past their day by \(Phrases.day(book.through))"
        )
        if let brier = book.brier, let reference = book.climatology {
            fact(
                "Brier score",
                "\(brier.fixed(3)) over \(book.scored.count); \(reference.fixed(3)) for always saying the share that came"
            )
        }
        table(
            ["", "made", "due", "expected", "came", "Brier"],
            book.lines.suffix(limit).reversed().map { line in
                let entry = line.entry
                let parts = entry.dyad.split(separator: "-").map { name(String($0)) }.joined(separator: " – ")
                let of = [
                    entry.selection.level.map(Phrases.level), entry.selection.kind.map { Phrases.words($0.rawValue) },
                ].compactMap { $0 }
                return [
                    of.isEmpty ? parts : "\(parts) (\(of.joined(separator: ", ")))", entry.made.iso, entry.due.iso,
                    entry.probability.percent,
                    line.score.map { $0.count > 0 ? ($0.first?.iso ?? "yes") : "no" } ?? "open",
                    line.score?.brier.fixed(3) ?? "",
                ]
            })
        if book.lines.isEmpty { note("No forecast has been written yet: `rapporteur outlook --record`.") }
    }

    mutating func write(_ found: EvaluationDossier) {
        let evaluation = found.evaluation
        heading(
            "Forecasts of what is past",
            "\(Phrases.month(found.first)) to \(Phrases.month(found.last)), \(found.dyads) dyads with at least \(found.least) contacts before, month by month"
        )
        let measures: [(OutlookEvaluation.Measure, String, Int)] = [
            (.brier30, "Brier 30", 4), (.brier90, "Brier 90", 4), (.brier180, "Brier 180", 4),
            (.count30, "CRPS count 30", 4),
            (.count180, "CRPS count 180", 4), (.wait, "CRPS wait, days", 1),
        ]
        table(
            ["Brier and CRPS", "30 days", "90", "180", "count 30", "180", "wait"],
            evaluation.results.map { result in
                [result.forecaster.rawValue] + measures.map { result.means[$0.0]?.fixed($0.2) ?? "–" }
            })
        heading("Skill", "against the best baseline, with 90 % intervals (blocks of months over all dyads)")
        for result in evaluation.results where !Forecaster.baselines.contains(result.forecaster) {
            let told = measures.compactMap { measure, name, _ in
                result.skills[measure].map { skill in
                    let interval =
                        skill.interval.map {
                            " (\(($0.lowerBound * 100).fixed(1)) to \(($0.upperBound * 100).fixed(1)))"
                        } ?? ""
                    return "\(name) \((skill.value * 100).fixed(1)) %\(interval)"
                }
            }
            fact(result.forecaster.rawValue, told.joined(separator: "; "))
        }
        for measure in measures {
            if let baseline = evaluation.bestBaselines[measure.0] {
                note("best baseline, \(measure.1): \(baseline.rawValue)")
            }
        }
    }
}
