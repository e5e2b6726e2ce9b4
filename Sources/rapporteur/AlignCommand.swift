import Analysis
import ArgumentParser
import Charts
import Corroboration
import Diplomacy
import Dossier
import Lexicon
import Register
import Wording

/// `rapporteur align`: how two parties vote, and where all stand beyond that.
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align", abstract: "Tells how two parties vote in the General Assembly, by session and by issue.",
        discussion: """
            Agreement, S, Scott's pi, Cohen's kappa, Kendall's tau-b and ideal points, from recorded votes (`rapporteur import \
            votes`); what is adopted by consensus is not in them. With --positions what the two have said, issue by issue. Without \
            parties alignment and dialogue of all dyads, on two axes; they are never one index.
            """)

    @OptionGroup var options: MeasureOptions

    @Flag(help: "By issue as well.")
    var issues = false

    @Flag(help: "What the two have said, issue by issue.")
    var positions = false

    @Argument(help: "Two parties, by code or name; none for all dyads.")
    var parties: [String] = []

    func validate() throws {
        if parties.count != 0, parties.count != 2 {
            throw ValidationError("expected two parties or none, found \(parties.count).")
        }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: options.file.register, access: .read)
            let lexicon = try Lexicon.program()
            guard let first = parties.first, let second = parties.last else {
                let beyond = try register.beyond()
                return try options.give(
                    json: beyond, table: beyond.csv(), figure: beyond.figure(name: lexicon.partyName)
                ) { $0.write(beyond, name: lexicon.partyName) }
            }
            let dyad = Dyad(try lexicon.party(of: first), try lexicon.party(of: second))
            if positions {
                let told = PositionsDossier(dyad: dyad, issues: try register.positions(of: dyad))
                return try options.give(json: told, table: told.csv(), figure: nil) {
                    $0.write(positions: told.issues, name: lexicon.partyName)
                    if told.issues.isEmpty {
                        $0.note("undefined: neither has spoken on an issue in the reports of the register")
                    }
                }
            }
            let dossier = try register.alignment(of: dyad)
            try options.give(
                json: dossier, table: dossier.csv(), figure: dossier.figure(name: lexicon.partyName)
            ) { $0.write(dossier, byIssue: issues, name: lexicon.partyName) }
        }
    }
}

extension MeasurePrinter {
    /// The last session in a few lines.
    mutating func write(alignment dossier: AlignmentDossier) {
        guard let last = dossier.last else { return }
        heading("Alignment", "UN General Assembly; last votes \(dossier.covered?.upperBound.iso ?? "not known")")
        fact("Session \(last.number)", Self.words(last))
        if let distance = last.distance {
            fact("Ideal points", "\(distance.fixed(2)) apart, in standard deviations of all members")
        }
        chart { width, unicode in
            TerminalChart.sparkline(
                dossier.sessions.map { $0.table.agreement }, width: min(width, 74), unicode: unicode)
        }
        note("agreement by session, \(dossier.sessions.first?.year ?? 0) to \(last.year); \(dossier.coverage)")
    }

    private static func words(_ session: AlignmentDossier.Session) -> String {
        let table = session.table
        func told(_ name: String, _ value: Double?) -> String { "\(name) \(value?.fixed(2) ?? "undefined")" }
        return "n = \(table.n) of \(session.rollCalls) roll calls; \(told("agreement", table.agreement)), "
            + "\(told("kappa (squared)", table.kappa(.squared))), \(told("pi (linear)", table.pi(.linear)))"
    }

    mutating func write(_ dossier: AlignmentDossier, byIssue: Bool, name: (String) -> String) {
        heading("\(name(dossier.dyad.first)) and \(name(dossier.dyad.second))", "votes in the UN General Assembly")
        if let reason = dossier.undefined { return note(reason) }
        chart { width, unicode in
            TerminalChart.plot(
                dossier.sessions.map { (x: Double($0.year), y: $0.table.agreement) },
                first: String(dossier.sessions.first?.year ?? 0), last: String(dossier.last?.year ?? 0), width: width,
                height: 7, unicode: unicode)
        }
        note("agreement by session")
        func cell(_ value: Double?) -> String { value?.fixed(3) ?? "–" }
        heading("Sessions", "the newest first")
        table(
            ["", "n", "agree", "S sq", "pi lin", "kappa sq", "tau-b", "apart"],
            dossier.sessions.reversed().flatMap { session -> [[String]] in
                func row(_ label: String, _ table: VoteTable, _ distance: Double?) -> [String] {
                    [
                        label, String(table.n), cell(table.agreement), cell(table.squaredSimilarity),
                        cell(table.pi(.linear)),
                        cell(table.kappa(.squared)), cell(table.tauB), distance.map { $0.fixed(2) } ?? "",
                    ]
                }
                let whole = row("\(session.number) (\(session.year))", session.table, session.distance ?? nil)
                return [whole] + (byIssue ? session.issues.map { row("  \($0.name.prefix(34))", $0.table, nil) } : [])
            })
        note(
            "\(dossier.coverage). Agreement and S with absolute distances are one finding; kappa and pi tell what is left beyond chance; apart is the distance of ideal points."
        )
        if let set = dossier.dataSet { note("Source: \(set.publisher), \(set.licence).") }
    }

    mutating func write(_ beyond: BeyondDossier, name: (String) -> String) {
        heading("Beyond alignment", "dialogue and alignment on two axes, never one index")
        if let reason = beyond.undefined { return note(reason) }
        table(
            ["", beyond.measure.rawValue, "contacts a year"],
            beyond.points.prefix(40).map { point in
                [
                    "\(name(point.dyad.first)) – \(name(point.dyad.second))", point.station.alignment.fixed(2),
                    point.station.dialogue.fixed(1),
                ]
            })
        if beyond.points.count > 40 { note("\(beyond.points.count - 40) more: --format csv.") }
        if let votes = beyond.voteYears, let days = beyond.contactDays {
            note("Votes to \(votes.upperBound), contacts from \(days.lowerBound.iso) to \(days.upperBound.iso).")
        }
    }
}
