package import Analysis
package import Contract
import Diplomacy

extension SeriesList: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("schema", "rapporteur.serieslist/1")
            $0.put("series", dialogues)
        }
    }

    package func rows() -> (head: [String], rows: [[String?]]) {
        (
            ["series", "rounds", "last", "median_gap_days", "due", "due_first", "due_last", "overdue_days"],
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
    package func write(to out: inout JSONOutput) { dialogue.write(to: &out) }

    package func rows() -> (head: [String], rows: [[String?]]) {
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

extension StandingDialogue: @retroactive JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("due", cadence?.due.iso)
            $0.put("due_first", cadence?.dueRange.lowerBound.iso)
            $0.put("due_last", cadence?.dueRange.upperBound.iso)
            $0.put("median_gap_days", cadence?.median)
            $0.put("missing", missing.reduce(0) { $0 + $1.count })
            $0.put("n", n)
            $0.put("overdue_days", cadence?.overdue)
            $0.put("rounds", rounds)
            $0.put("schema", "rapporteur.series/1")
            $0.put("series", series)
            $0.put("undefined", cadence == nil ? "undefined: fewer than \(Self.fewestRounds) rounds" : nil)
            $0.put("words", words)
        }
    }
}

extension StandingDialogue.Round: @retroactive JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("basis", basis)
            $0.put("day", day.iso)
            $0.put("encounters", encounters)
            $0.put("exact", isExact)
            $0.put("host", host)
            $0.put("number", number)
        }
    }
}
