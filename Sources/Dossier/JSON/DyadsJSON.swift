package import Contract
import Analysis
import Corroboration
import Diplomacy

/// The table of all dyads as JSON (`rapporteur.dyads/1`), those with the most contacts of the last year first.
extension DyadTable: JSONWritable {
    package static let schema = "rapporteur.dyads/1"

    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("contact_rule", ContactBook.rule)
            $0.put(
                "dyads",
                rows.map { RowJSON(row: $0, asOf: asOf, encounters: contacts[$0.dyad]?.flatMap(\.encounters) ?? []) })
            $0.put("n", rows.count)
            $0.put("schema", Self.schema)
            $0.put("undefined", rows.isEmpty ? "undefined: no contacts up to \(asOf.iso)" : nil)
        }
    }

    private struct RowJSON: JSONWritable {
        let row: Row
        let asOf: Day
        let encounters: [String]

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("before", row.before)
                $0.put("contacts", row.contacts)
                $0.put("dyad", row.dyad.code)
                $0.put("encounters", encounters)
                $0.put("first", row.first.iso)
                $0.put("highest_level", row.highest)
                $0.put("last", row.last.iso)
                $0.put("last_encounter", row.lastEncounter)
                $0.put("median_gap_days", finite(row.medianGap))
                $0.put("recent", row.recent)
                $0.put("silence_days", row.silence(asOf: asOf))
                $0.put("silence_unusual", row.isSilent)
                $0.put("undefined", undefined.isEmpty ? nil : undefined)
            }
        }

        /// What is not defined, by key.
        private var undefined: [String] {
            var reasons: [String] = []
            if row.medianGap == nil { reasons.append("median_gap_days: no contacts on two different days") }
            if row.isSilent == nil { reasons.append("silence_unusual: too few gaps to tell") }
            if row.highest == nil { reasons.append("highest_level: no report tells a level") }
            return reasons
        }
    }
}
