package import Analysis
package import Contract
import Diplomacy

/// What came before and after an encounter as JSON (`rapporteur.context/1`).
extension EncounterContext: JSONWritable {
    package static let schema = "rapporteur.context/1"

    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("after", after.map { WindowJSON($0) })
            $0.put("before", WindowJSON(before))
            $0.put("comparisons", comparisons.map(ComparisonJSON.init))
            $0.put("cut", isCut)
            $0.put("day", day.iso)
            $0.put("encounter", encounter)
            $0.put(
                "formula",
                "before against after by covered days: binomial, two-sided mid-p; each side against the dyad's own rate in the months before the window. It tells what followed what, never what came of what."
            )
            $0.put("n", n)
            $0.put("schema", Self.schema)
            $0.put("window", WindowJSON(window))
        }
    }
}

private struct ComparisonJSON: JSONWritable {
    let comparison: ContextComparison

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("after", comparison.after.map(SideJSON.init))
            $0.put("before", SideJSON(side: comparison.before))
            $0.put("p", finite(comparison.p))
            $0.put("same_day", comparison.sameDay)
            $0.put("subject", comparison.subject)
            $0.put("undefined", comparison.undefined)
            $0.put("words", comparison.words)
        }
    }

    private struct SideJSON: JSONWritable {
        let side: ContextSide

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("by_source", side.bySource.isEmpty ? nil : CountsJSON(counts: side.bySource))
                $0.put("days_covered", side.exposure)
                $0.put("keys", side.keys)
                $0.put("n", side.n)
                $0.put("reports", side.reports)
                $0.put(
                    "undefined",
                    side.usual == nil ? "undefined: too few covered months before, or no source covers these days" : nil
                )
                $0.put("usual", side.usual.map(UsualJSON.init))
                $0.put("window", WindowJSON(side.days))
            }
        }
    }

    private struct UsualJSON: JSONWritable {
        let usual: BaselineReading

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("expected", finite(usual.expected))
                $0.put("interval", [usual.interval.lowerBound, usual.interval.upperBound])
                $0.put("mid_p", finite(usual.midP))
                $0.put("months", usual.model.n)
                $0.put("words", usual.words)
            }
        }
    }

    private struct CountsJSON: JSONWritable {
        let counts: [String: Int]

        func write(to out: inout JSONOutput) {
            out.object { out in
                for (party, count) in counts.sorted(by: { $0.key < $1.key }) { out.keyed(party, count) }
            }
        }
    }
}
