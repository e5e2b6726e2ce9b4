package import Contract
import Analysis
import Corroboration
import Diplomacy

/// The dossier of a dyad as JSON (`rapporteur.dyad/1`): every measure with what it rests on, keys sorted.
extension DyadDossier: JSONWritable {
    package static let schema = "rapporteur.dyad/1"

    package func write(to out: inout JSONOutput) {
        let folded = FoldedEncounters(contacts)
        out.object {
            $0.put("agenda", rhythm.agenda.years.map { AgendaYearJSON(year: $0, folded: folded) })
            $0.put("alignment", alignment)
            $0.put("apart", book.apart)
            $0.put("as_of", asOf.iso)
            $0.put("bursts", BurstsJSON(bursts: bursts, folded: folded))
            $0.put("carriers", rhythm.carriers.map { CarriersJSON(carriers: $0, folded: folded) })
            $0.put("contact_rule", ContactBook.rule)
            $0.put("contacts", contacts)
            $0.put("coverage", CoverageJSON(coverage: coverage, window: window))
            $0.put("deeds", deeds)
            $0.put("dyad", dyad.code)
            $0.put("encounters", book.encounters)
            $0.put("left_out", LeftOutJSON(leftOut: rhythm.leftOut))
            $0.put("measures", DyadMeasuresJSON(dossier: self, folded: folded))
            $0.put("outlook", outlook)
            $0.put("parties", [dyad.first, dyad.second])
            $0.put("phases", PhasesJSON(phases: phases, folded: folded))
            $0.put("positions", positions.map(IssuePositionsJSON.init))
            $0.put("schema", Self.schema)
            $0.put("series", series.map { StandingDialogueJSON($0, folded: folded) })
            $0.put("window", window.map { WindowJSON($0) })
        }
    }
}

/// The measures of the dyad's rhythm, each an object of ``MeasureJSON``.
private struct DyadMeasuresJSON: JSONWritable {
    let dossier: DyadDossier
    let folded: FoldedEncounters

    private var gaps: Gaps { dossier.rhythm.gaps }
    private var noContacts: String { "undefined: no contacts up to \(dossier.asOf.iso)" }

    func write(to out: inout JSONOutput) {
        let rhythm = dossier.rhythm
        out.object {
            $0.put("baseline", baseline)
            $0.put(
                "burstiness", gap(gaps.burstinessForFew, "Kim and Jo 2016, eq. 22: -1 clock, 0 chance, 1 bursts", nil))
            $0.put(
                "contacts",
                MeasureJSON(
                    .count(rhythm.n), undefined: "", n: rhythm.n, window: dossier.window,
                    formula: "number of counted contacts", unit: "contacts", basis: .list("contacts")))
            $0.put(
                "course",
                MeasureJSON(
                    gaps.n == 0 ? nil : .text(gaps.course.rawValue), undefined: gaps.undefined ?? "", n: gaps.n,
                    window: gaps.window, formula: Gaps.rule, basis: .list("contacts")))
            $0.put("highest_level", level(rhythm.levels.highest, "highest level of all contacts", rhythm.levels.told))
            $0.put(
                "highest_level_recent",
                level(
                    rhythm.levels.recent, "highest level of the last \(LevelMix.recentDays) days",
                    rhythm.levels.recentTold))
            $0.put(
                "last_contact",
                MeasureJSON(
                    rhythm.last.map { .text($0.day.iso) }, undefined: noContacts, n: rhythm.n, window: rhythm.window,
                    formula: "day of the newest contact", basis: .encounters(folded.all(rhythm.last?.encounters ?? [])))
            )
            $0.put(
                "longest_gap",
                MeasureJSON(
                    gaps.longest.map { .count($0.days) }, undefined: gaps.undefined ?? "", n: gaps.n,
                    window: gaps.longest.map { $0.from...$0.to },
                    formula: "longest time between two days with contacts",
                    unit: "days", basis: .encounters(gaps.longest.map(ends) ?? [])))
            $0.put("mean_gap", gap(gaps.mean, "mean time between days with contacts", "days"))
            $0.put("median_gap", gap(gaps.median, "median time between days with contacts", "days"))
            $0.put(
                "memory", gap(gaps.memory, "correlation of each gap with the next (Goh and Barabási 2008, eq. 2)", nil))
            $0.put("silence", silence)
            $0.put(
                "silence_share",
                MeasureJSON(
                    rhythm.silence.share.map { .number($0) }, undefined: rhythm.silence.words, n: rhythm.silence.n,
                    window: rhythm.silence.window,
                    formula: "share of earlier gaps that were as long or longer (Clopper and Pearson, 95 %)",
                    interval: rhythm.silence.interval, basis: .list("contacts")))
        }
    }

    private func gap(_ value: Double?, _ formula: String, _ unit: String?) -> MeasureJSON {
        MeasureJSON(
            value.map { .number($0) }, undefined: gaps.undefined ?? "undefined: too few gaps, or all alike", n: gaps.n,
            window: gaps.window, formula: formula, unit: unit, basis: .list("contacts"))
    }

    private func level(_ highest: LevelMix.Highest?, _ formula: String, _ n: Int) -> MeasureJSON {
        MeasureJSON(
            highest.map { .text($0.level.rawValue) },
            undefined: dossier.contacts.isEmpty ? noContacts : "undefined: no report tells a level", n: n,
            window: dossier.rhythm.levels.window, formula: formula,
            basis: .encounters(folded.all(highest?.encounters ?? [])))
    }

    private var silence: MeasureJSON {
        let silence = dossier.rhythm.silence
        return MeasureJSON(
            silence.days.map { .count($0) }, undefined: noContacts, n: dossier.rhythm.n,
            window: dossier.rhythm.last.map { min($0.day, dossier.asOf)...dossier.asOf },
            formula: "days since the last contact", unit: "days", basis: .encounters(folded.all(silence.encounters)))
    }

    private var baseline: MeasureJSON {
        let reading = dossier.baseline
        return MeasureJSON(
            reading.map { .count($0.count) },
            undefined:
                "undefined: the last whole month is not covered, or fewer than \(Baseline.fewestMonths) covered months before it",
            n: reading?.model.n ?? 0, window: reading?.days,
            formula: reading.map {
                "contacts of the last whole month, \($0.words); interval: 5 % to 95 % of what the \(counted($0.model.n, "covered month")) before let expect"
            } ?? "contacts of the last whole month", unit: "contacts",
            interval: reading.map { Double($0.interval.lowerBound)...Double($0.interval.upperBound) },
            basis: .encounters(folded.all(reading?.keys ?? [])))
    }

    /// The encounters of the days between which a gap lies.
    private func ends(_ gap: Gaps.Gap) -> [String] {
        dossier.contacts.filter { $0.day == gap.from || $0.day == gap.to }.flatMap(\.encounters)
    }
}

private struct LeftOutJSON: JSONWritable {
    let leftOut: Rhythm.LeftOut

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("later", leftOut.later)
            $0.put("repeated", leftOut.repeated)
            $0.put("undated", leftOut.undated)
        }
    }
}
