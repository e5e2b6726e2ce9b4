import Analysis
package import Contract
import Diplomacy

extension SeriesList: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("schema", "rapporteur.serieslist/1")
            $0.put("series", dialogues.map { StandingDialogueJSON($0) })
        }
    }

    package func csv() -> Rows {
        (
            ["series", "rounds", "last", "median_gap_months", "due", "due_first", "due_last", "overdue_days"],
            dialogues.map { dialogue in
                let cadence = dialogue.cadence
                return [
                    dialogue.series, "\(dialogue.n)", dialogue.rounds.last?.day.iso, cadence.map { "\($0.median)" },
                    cadence?.due.iso,
                    cadence?.dueRange.lowerBound.iso, cadence?.dueRange.upperBound.iso, cadence.map { "\($0.overdue)" },
                ]
            }
        )
    }
}

extension SeriesDossier: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", dialogue.asOf.iso)
            $0.put("dialogue", StandingDialogueJSON(dialogue, folded: FoldedEncounters(rhythm.contacts)))
            $0.put("schema", "rapporteur.series/1")
        }
    }

    package func csv() -> Rows {
        (
            ["day", "number", "basis", "host", "encounters"],
            dialogue.rounds.map { round in
                [
                    round.day.iso, round.number.map { "\($0)" }, round.basis?.rawValue, round.host,
                    round.encounters.joined(separator: " "),
                ]
            }
        )
    }
}
