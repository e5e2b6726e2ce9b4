package import Analysis
package import Contract
package import Corroboration
package import Diplomacy
import Register

/// The outlook of every dyad with contacts, in one line each.
package struct OutlookList: Sendable {
    package struct Row: Sendable {
        package var dyad: Dyad
        /// Within 30, 90 and 180 days (`Outlook.horizons`).
        package var chances: [Double]
        package var contacts: Int
        package var last: Day?
        package var forecaster: Forecaster
    }

    package let asOf: Day
    /// The likeliest within 90 days first.
    package let rows: [Row]
    package let hasModel: Bool

    package var method: String {
        hasModel ? Forecaster.combined.statement : "too few contacts for a model of all dyads: each by its own past"
    }

    package init(_ table: DyadTable, model: OutlookModel?, spans: [Dyad: ClosedRange<Day>]) {
        asOf = table.asOf
        hasModel = model != nil
        rows = table.histories(spans).compactMap { history -> Row? in
            let parts = history.dyad.split(separator: "-", maxSplits: 1).map(String.init)
            let found = [Forecaster.combined, .decadeRate].lazy.compactMap {
                $0.outlook(of: history, on: table.asOf, in: model?.context)
            }.first
            guard parts.count == 2, let outlook = found else { return nil }
            return Row(
                dyad: Dyad(parts[0], parts[1]), chances: Outlook.horizons.map { outlook.chance(within: $0) },
                contacts: outlook.contacts, last: outlook.last, forecaster: outlook.forecaster)
        }.sorted { a, b in
            a.chances[1] != b.chances[1] ? a.chances[1] > b.chances[1] : a.dyad < b.dyad
        }
    }

    package func csv() -> Rows {
        (
            ["dyad", "probability_30", "probability_90", "probability_180", "contacts", "last", "forecaster"],
            rows.map { row in
                [row.dyad.code] + row.chances.map { "\($0)" } + [
                    "\(row.contacts)", row.last?.iso, row.forecaster.rawValue,
                ]
            }
        )
    }
}

extension OutlookList: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("dyads", rows)
            $0.put("method", method)
            $0.put("schema", "rapporteur.outlooks/1")
        }
    }
}

extension OutlookList.Row: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("contacts", contacts)
            $0.put("dyad", dyad.code)
            $0.put("forecaster", forecaster)
            $0.put("last", last?.iso)
            for (horizon, chance) in zip(Outlook.horizons, chances).sorted(by: { "\($0.0)" < "\($1.0)" }) {
                $0.keyed("within_\(horizon)", chance)
            }
        }
    }
}
