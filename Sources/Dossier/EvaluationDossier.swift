package import Analysis
package import Contract
package import Diplomacy
package import Register

/// How good outlooks would have been: forecasts from the end of each month of a time that is past, scored by what came.
package struct EvaluationDossier: Sendable {
    package let evaluation: OutlookEvaluation
    package let first: Day
    package let last: Day
    /// Contacts that a dyad must have had before.
    package let least: Int
    package let dyads: Int

    private static let measures: [(OutlookEvaluation.Measure, String)] = [
        (.brier30, "brier_30"), (.brier90, "brier_90"), (.brier180, "brier_180"), (.log30, "log_30"),
        (.log90, "log_90"),
        (.log180, "log_180"), (.count30, "crps_count_30"), (.count180, "crps_count_180"), (.wait, "crps_wait"),
    ]

    package func csv() -> Rows {
        (
            ["forecaster", "measure", "mean", "best_baseline", "skill", "skill_low", "skill_high", "forecasts"],
            evaluation.results.flatMap { result in
                Self.measures.map { measure, name in
                    let skill = result.skills[measure]
                    return [
                        result.forecaster.rawValue, name, result.means[measure].map { "\($0)" },
                        evaluation.bestBaselines[measure]?.rawValue, skill.map { "\($0.value)" },
                        skill?.interval.map { "\($0.lowerBound)" }, skill?.interval.map { "\($0.upperBound)" },
                        evaluation.counts[measure].map { "\($0)" },
                    ]
                }
            }
        )
    }
}

extension Register {
    /// Evaluates all forecasters.
    ///
    /// - Parameters:
    ///   - table: the contacts of all dyads.
    ///   - first: forecasts are made at the end of the day before the first day of each month from here on.
    ///   - last: the last day of the last month, and the last that counts as known.
    /// - Returns: `nil` where no dyad has so many contacts before.
    package func evaluation(_ table: DyadTable, from first: Day, through last: Day, least: Int) throws
        -> EvaluationDossier?
    {
        let histories = table.histories(try coveredSpans(), coveredTo: first)
        let dyads = Set(histories.filter { $0.count(from: $0.began, through: first - 1) >= least }.map(\.dyad))
        let months = CalendarPeriod.all(.month, from: first, through: last)
        let plan = OutlookEvaluation.Plan(
            dyads: dyads, origins: months.map { $0.start - 1 }, through: min(last, table.asOf))
        return OutlookEvaluation(Panel(histories), plan).map {
            EvaluationDossier(evaluation: $0, first: first, last: last, least: least, dyads: dyads.count)
        }
    }
}

extension EvaluationDossier: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object { out in
            out.put("dyads", dyads)
            out.put("first", first.iso)
            out.put("last", last.iso)
            out.put("least_contacts", least)
            out.put("results", evaluation.results.map { Row(result: $0, dossier: self) })
            out.put("schema", "rapporteur.evaluation/1")
        }
    }

    private struct Row: JSONWritable {
        let result: OutlookEvaluation.Result
        let dossier: EvaluationDossier

        func write(to out: inout JSONOutput) {
            out.object { out in
                let measures = EvaluationDossier.measures.sorted { $0.1 < $1.1 }
                let early = measures.prefix { $0.1 < "forecaster" }
                for (measure, name) in early { out.keyed(name, Score(measure: measure, row: self)) }
                out.put("forecaster", result.forecaster)
                for (measure, name) in measures.dropFirst(early.count) {
                    out.keyed(name, Score(measure: measure, row: self))
                }
            }
        }
    }

    private struct Score: JSONWritable {
        let measure: OutlookEvaluation.Measure
        let row: Row

        func write(to out: inout JSONOutput) {
            let skill = row.result.skills[measure]
            out.object {
                $0.put("best_baseline", row.dossier.evaluation.bestBaselines[measure])
                $0.put("forecasts", row.dossier.evaluation.counts[measure])
                $0.put("mean", row.result.means[measure])
                $0.put("skill", skill?.value)
                $0.put("skill_high", skill?.interval?.upperBound)
                $0.put("skill_low", skill?.interval?.lowerBound)
            }
        }
    }
}
