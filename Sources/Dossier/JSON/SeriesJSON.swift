import Analysis
import Contract
import Diplomacy

/// A standing dialogue: its rounds, what is missing between them, and when the next is due.
struct StandingDialogueJSON: JSONWritable {
    private let series: StandingDialogue
    private let folded: FoldedEncounters

    /// - Parameter folded: none where the rounds' contacts were not put together with others.
    init(_ series: StandingDialogue, folded: FoldedEncounters = FoldedEncounters([])) {
        self.series = series
        self.folded = folded
    }

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("cadence", series.cadence.map(CadenceJSON.init))
            $0.put("missing", series.missing.map(MissingJSON.init))
            $0.put("n", series.n)
            $0.put("rounds", series.rounds.map { RoundJSON(round: $0, folded: folded) })
            $0.put("series", series.series)
            $0.put("undefined", series.cadence == nil ? "undefined: \(series.words)" : nil)
            $0.put("window", series.window.map { WindowJSON($0) })
        }
    }

    private struct CadenceJSON: JSONWritable {
        let cadence: Cadence

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("coverage", finite(cadence.coverage))
                $0.put("due", cadence.due.iso)
                $0.put("due_range", WindowJSON(cadence.dueRange))
                $0.put("formula", "one median gap after the last round, gaps over missing rounds divided")
                $0.put("median", finite(cadence.median))
                $0.put("n", cadence.n)
                $0.put("overdue_days", cadence.overdue)
                $0.put("quartiles", IntervalJSON(cadence.quartiles))
                $0.put("unit", "months")
            }
        }
    }

    private struct MissingJSON: JSONWritable {
        let missing: StandingDialogue.Missing

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("after", missing.after?.iso)
                $0.put("before", missing.before.iso)
                $0.put("count", missing.count)
                $0.put("numbers", missing.numbers.map { [$0.lowerBound, $0.upperBound] })
            }
        }
    }

    private struct RoundJSON: JSONWritable {
        let round: StandingDialogue.Round
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("basis", round.basis)
                $0.put("day", round.day.iso)
                $0.put("encounters", folded.all(round.encounters))
                $0.put("exact", round.isExact)
                $0.put("host", round.host)
                $0.put("number", round.number)
            }
        }
    }
}
