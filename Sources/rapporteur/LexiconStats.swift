import ArgumentParser
import Diplomacy
import Lexicon

/// `rapporteur lexicon stats`: what there is, and how much of the time it covers.
struct LexiconStatsCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Counts the lexicon, and says how much of the time since 1990 it covers.",
        discussion: "`make lexicon-page` writes Documentation/Lexicon.md from --format markdown.")

    @OptionGroup var lexicon: LexiconOptions
    @Option(help: "What is printed: text, or the page of the documentation.")
    var format = Format.text
    @Option(help: ArgumentHelp("The last day of the coverage (default: today).", valueName: "YYYY-MM-DD"))
    var on: String?

    func validate() throws {
        try Day.check(on, "--on")
    }

    func run() throws {
        try reporting {
            let tables = try lexicon.open()
            let page = LexiconPage(tables, on: on.flatMap { Day(iso: $0) } ?? .today)
            try Output.standard.write(format == .text ? page.text() : page.markdown())
        }
    }
}

/// The counts and the coverage as a page.
struct LexiconPage {
    let counts: LexiconCounts
    let coverage: LexiconCoverage
    /// The same from 2010 on: defence ministers and the heads of services are compiled from then.
    let recent: LexiconCoverage
    let day: Day

    init(_ lexicon: Lexicon, on day: Day) {
        self.day = day
        counts = LexiconCounts(lexicon)
        coverage = LexiconCoverage(lexicon, from: Day(iso: "1990-01-01") ?? day, to: day)
        recent = LexiconCoverage(lexicon, from: Day(iso: "2010-01-01") ?? day, to: day)
    }

    func text() -> String {
        var out = counts.kinds.map { "\(String($0.count).leftPadded(7)) \($0.name)\n" }.joined()
        out += "\nstates with a holder known for at least 95 (80) of 100 days, 1990-01-01 to \(day.iso):\n"
        for office in LexiconCoverage.offices {
            let (most, many) = (
                coverage.states(office: office, atLeast: 0.95), coverage.states(office: office, atLeast: 0.8)
            )
            out += "\(String(most).leftPadded(7)) \("(\(many))".leftPadded(5)) of \(coverage.rows.count)  \(office)\n"
        }
        return out
    }

    func markdown() -> String {
        """
        # What the lexicon covers

        Written by `make lexicon-page` from the tables of [Data/](../Data/README.md); do not edit. Coverage is the share \
        of days between 1990 (or a state's beginning) and \(day.iso) for which a holder of the office is known. An open end \
        counts as known, so changes that the tables missed do not show here: `rapporteur lexicon check` lists what else \
        to doubt.

        | what | how many |
        |---|---:|
        \(rows(counts.kinds.map { ($0.name, $0.count) }))

        ## Coverage in short

        | office | states ≥ 95 % | states ≥ 80 % | of |
        |---|---:|---:|---:|
        \(LexiconCoverage.offices.map { office in
            "| \(office) | \(coverage.states(office: office, atLeast: 0.95)) | "
                + "\(coverage.states(office: office, atLeast: 0.8)) | \(coverage.rows.count) |"
        }.joined(separator: "\n"))
        | defence-minister, from 2010 | \(recent.states(office: "defence-minister", atLeast: 0.95)) | \
        \(recent.states(office: "defence-minister", atLeast: 0.8)) | \(recent.rows.count) |

        A state whose head of state governs has no head of government: 0 there is no gap.

        ## Terms by office

        | office | terms |
        |---|---:|
        \(rows(counts.termsByOffice.map { ($0.office, $0.count) }))

        ## Terms by the decade in which they began

        | decade | terms |
        |---|---:|
        \(rows(counts.termsByDecade.map { ($0.decade, $0.count) }))

        ## Terms by source

        Every row names its source, and the head of its table says what the source is and under which licence; `own`, \
        `own-2026` and `hand` are our own compilation, not checked against a page. Sources of fewer than ten terms, mostly \
        single web pages, stand together.

        | source | terms |
        |---|---:|
        \(rows(sources()))

        ## Coverage by state

        Percent of days; head of state, head of government, foreign minister, defence minister; terms of all offices.

        | state | | state | government | foreign | defence | terms |
        |---|---|---:|---:|---:|---:|---:|
        \(coverage.rows.map { row in
            "| \(row.name) | \(row.party) | " + LexiconCoverage.offices.map { percent(row.shares[$0]) }.joined(separator: " | ")
                + " | \(row.terms) |"
        }.joined(separator: "\n"))

        """
    }

    private func rows(_ values: [(String, Int)]) -> String {
        values.map { "| \($0.0) | \($0.1) |" }.joined(separator: "\n")
    }

    private func sources() -> [(String, Int)] {
        let small = counts.termsBySource.filter { $0.count < 10 }
        return counts.termsBySource.filter { $0.count >= 10 }.map { ($0.source, $0.count) }
            + [("\(small.count) others", small.reduce(0) { $0 + $1.count })]
    }

    private func percent(_ share: Double?) -> String { String(Int(((share ?? 0) * 100).rounded(.down))) }
}
