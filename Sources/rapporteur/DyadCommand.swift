import Analysis
import ArgumentParser
import Charts
import Corroboration
import Diplomacy
import Dossier
import Lexicon
import Register
import Wording

/// `rapporteur dyad`: what a dialogue is doing.
struct DyadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dyad",
        abstract: "Tells what the dialogue of two parties is doing: rhythm, agenda, phases, outlook.",
        discussion: """
            Counted are encounters that were held between officials in office on both sides; a visit and what took place in its \
            course are one contact, and so is all of one day. Without parties all dyads are listed, those with the most contacts \
            of the last year first.

              rapporteur dyad --register r.sqlite CHN RUS
              rapporteur dyad --register r.sqlite China Russia --svg china-russia.svg
              rapporteur dyad --register r.sqlite --format csv > dyads.csv
            """)

    @OptionGroup var options: MeasureOptions

    @Option(
        help: ArgumentHelp(
            "The first day that the figure shows (default: a few years before the first contact).", valueName: "day"))
    var from: String?

    @Option(help: "Of the list of dyads: how many are printed as text.")
    var limit = 40

    @Argument(help: "Two parties, by code or name; none for all dyads.")
    var parties: [String] = []

    func validate() throws {
        if parties.count != 0, parties.count != 2 {
            throw ValidationError("expected two parties or none, found \(parties.count).")
        }
        try Day.check(from, "--from")
        if limit < 1 { throw ValidationError("--limit: expected a number above 0, found \(limit).") }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: options.file.register, access: .read)
            let lexicon = try Lexicon.program()
            guard let first = parties.first, let second = parties.last else {
                let table = try register.dyads(asOf: options.day)
                return try options.give(json: table, table: table.csv(), figure: nil) { printer in
                    printer.write(table, limit: limit, name: lexicon.partyName)
                }
            }
            let dyad = Dyad(try lexicon.party(of: first), try lexicon.party(of: second))
            guard dyad.first != dyad.second else {
                throw Failure("expected two different parties, found \(dyad.first) twice", .usage)
            }
            let dossier = try register.dossier(of: dyad, asOf: options.day)
            try options.give(
                json: dossier, table: dossier.csv(),
                figure: dossier.timelineFigure(from: from.flatMap { Day(iso: $0) }, name: lexicon.partyName)
            ) { $0.write(dossier, name: lexicon.partyName) }
            if dossier.isEmpty, options.format == .text {
                throw Failure("expected contacts of \(dyad.code), found none in the register", .nothing)
            }
        }
    }
}

extension MeasurePrinter {
    // MARK: - All dyads

    mutating func write(_ table: DyadTable, limit: Int, name: (String) -> String) {
        heading(
            "Dialogues", "\(Phrases.count(table.rows.count, "dyad")) with contacts, as of \(Phrases.day(table.asOf))")
        self.table(
            ["", "last year", "before", "all", "last contact", "median gap", "silence"],
            table.rows.prefix(limit).map { row in
                [
                    "\(name(row.dyad.first)) – \(name(row.dyad.second))", String(row.recent), String(row.before),
                    String(row.contacts), row.last.iso, row.medianGap.map { "\($0.fixed(0)) d" } ?? "–",
                    row.isSilent == true ? "unusual" : "",
                ]
            })
        if table.rows.count > limit { note("\(table.rows.count - limit) more: --limit, or --format csv for all.") }
    }

    // MARK: - One dyad

    mutating func write(_ dossier: DyadDossier, name: (String) -> String) {
        let rhythm = dossier.rhythm
        let apart = dossier.book.apart.count
        heading(
            "\(name(dossier.dyad.first)) and \(name(dossier.dyad.second))",
            "\(Phrases.count(rhythm.n, "contact")) as of \(Phrases.day(dossier.asOf))")
        if apart > 0 {
            note(
                "\(Phrases.count(apart, "encounter")) of people not in office, parliaments or others shown apart: not counted."
            )
        }
        guard rhythm.n > 0 else { return note("undefined: no contacts") }
        write(years: rhythm.counts(by: .year), dossier.coverage, asOf: dossier.asOf)
        heading("Rhythm")
        fact("Last", rhythm.silence.words, rhythm.silence.isUnusual == true ? .pending : .plain)
        if let median = rhythm.gaps.median {
            let quartiles = [rhythm.gaps.lowerQuartile, rhythm.gaps.upperQuartile].compactMap { $0?.fixed(0) }
            fact(
                "Gaps",
                "\(median.fixed(0)) days in the middle (quartiles \(quartiles.joined(separator: " and "))), "
                    + "n = \(rhythm.gaps.n); \(rhythm.gaps.course.rawValue)")
        }
        fact("Levels", rhythm.levels.words)
        if let baseline = dossier.baseline { fact("Last month", baseline.words) }
        for carriers in rhythm.carriers {
            let people = carriers.people.prefix(3).map { "\($0.name) \($0.count)" }
            if !people.isEmpty { fact(name(carriers.party), people.joined(separator: ", ")) }
        }
        write(phases: dossier)
        write(dossier.series)
        write(agenda: rhythm.agenda)
        write(deeds: dossier)
        write(positions: dossier.positions, name: name)
        write(alignment: dossier.alignment)
        write(outlook: dossier.outlook)
        write(sources: dossier.coverage)
    }

    private static let mostYears = 27

    /// Contacts by year, the last ones.
    private mutating func write(years counts: PeriodCounts, _ coverage: Coverage, asOf: Day) {
        let earlier = counts.rows.dropLast(Self.mostYears)
        chart { width, unicode in
            TerminalChart.timeline(
                counts.rows.suffix(Self.mostYears).map { row in
                    let covered = coverage.exposure(of: row.period)
                    let days = row.isCut ? max(1, asOf - row.period.start + 1) : row.period.days
                    let knowledge: TerminalChart.Knowledge =
                        covered == 0 ? .nothing : covered < days * 9 / 10 ? .part : .whole
                    return TerminalChart.Period(
                        label: row.period.label, values: [Double(row.count)], knowledge: knowledge)
                }, series: ["contacts"], width: width, unicode: unicode)
        }
        if let first = earlier.first {
            note(
                "\(Phrases.count(earlier.reduce(0) { $0 + $1.count }, "contact")) before, from \(first.period.label) on"
            )
        }
    }

    private mutating func write(phases dossier: DyadDossier) {
        let phases = dossier.phases?.phases ?? []
        guard phases.count > 1 else { return }
        heading("Phases", "optimal partition, Poisson cost; contacts a year with 95 % interval")
        for phase in phases {
            let interval = "\(phase.interval.lowerBound.fixed(1)) to \(phase.interval.upperBound.fixed(1))"
            fact(
                "\(phase.days.lowerBound.iso.prefix(7))…\(phase.days.upperBound.iso.prefix(7))",
                "\(phase.rate.fixed(1)) a year (\(interval)), n = \(phase.n)")
        }
        let bursts = dossier.bursts?.bursts.filter { $0.level > 1 } ?? []
        for burst in bursts {
            fact("Burst", "\(burst.start.label) to \(burst.end.label), level \(burst.level)")
        }
    }

    mutating func write(_ series: [StandingDialogue]) {
        guard !series.isEmpty else { return }
        heading("Standing dialogues")
        for dialogue in series {
            fact("\(Phrases.count(dialogue.n, "round"))", "\(dialogue.series): \(dialogue.words)")
        }
    }

    mutating func write(agenda: Agenda) {
        let years = agenda.years.suffix(12)
        var totals: [String: Int] = [:]
        for issue in years.flatMap(\.issues) { totals[issue.code, default: 0] += issue.count }
        let codes = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map(\.key)
        guard !codes.isEmpty, let last = years.last else { return }
        heading("Agenda", "contacts in which an issue was told, by year")
        chart { width, unicode in
            TerminalChart.matrix(
                rows: codes.map { Issue.words($0) }, columns: years.map { String($0.year) },
                values: codes.map { code in
                    years.map { year in
                        year.told == 0 ? nil : Double(year.issues.first { $0.code == code }?.count ?? 0)
                    }
                }, width: width, unicode: unicode)
        }
        if let raised = last.newlyRaised, !raised.isEmpty {
            fact(
                "New",
                "in \(last.year), not in the five years before: \(raised.map { Issue.words($0) }.joined(separator: ", "))"
            )
        }
        if !last.dropped.isEmpty {
            fact("Dropped", "not for three years: \(last.dropped.map { Issue.words($0) }.joined(separator: ", "))")
        }
    }

    private mutating func write(deeds dossier: DyadDossier) {
        guard !dossier.deeds.isEmpty else { return }
        heading("Beside the talks", "events between the two in the last year, once a day and kind")
        for kind in DyadEvent.Class.allCases {
            let events = dossier.deeds.filter { $0.eventClass == kind }
            var types: [String: Int] = [:]
            for event in events { types[event.type.rawValue.lowercased(), default: 0] += 1 }
            let told = types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
            fact(kind.rawValue, told.isEmpty ? "none" : told.joined(separator: ", "))
        }
    }

    mutating func write(positions: [IssuePositions], name: (String) -> String) {
        let told = positions.filter { $0.relation != .tooFew }.prefix(8)
        guard !told.isEmpty else { return }
        heading("Positions", "statements for and against, of the newest of each; issues, not texts, are compared")
        for issue in told {
            let sides = issue.sides.map { side in
                let counts = Stance.allCases.map { ($0, side.count($0)) }.filter { $0.1 > 0 }
                let words = counts.map { "\(Phrases.words($0.0.rawValue)) \($0.1)" }.joined(separator: ", ")
                return "\(name(side.party)): \(words.isEmpty ? "silent" : words)"
            }
            fact(
                Phrases.words(issue.relation.rawValue), "\(Issue.words(issue.issue)) — \(sides.joined(separator: "; "))"
            )
        }
    }

    private mutating func write(sources coverage: Coverage) {
        heading("Sources", "a low count where none reports is no silence")
        for source in coverage.sources {
            let spans = coverage.stretches.filter { $0.source == source }.map {
                "\($0.days.lowerBound.iso.prefix(7))…\($0.days.upperBound.iso.prefix(7))"
            }
            fact(
                source.isEmpty ? "unnamed" : "",
                "\(source) \(spans.prefix(4).joined(separator: ", "))\(spans.count > 4 ? " and \(spans.count - 4) more" : "")"
            )
        }
    }
}
