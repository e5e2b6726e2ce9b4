package import Contract
import Corroboration
import Diplomacy

/// Alignment beside dialogue as JSON (`rapporteur.beyond/1`): two numbers a dyad, never one.
extension BeyondDossier: JSONWritable {
    package static let schema = "rapporteur.beyond/1"

    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("as_of", asOf.iso)
            $0.put("contact_days", contactDays.map { WindowJSON($0) })
            $0.put("contact_rule", ContactBook.rule)
            $0.put("formula", "\(measure.formula); dialogue: counted contacts a year of covered days")
            $0.put("least", least)
            $0.put("measure", measure)
            $0.put("n", points.count)
            $0.put("points", points.map(PointJSON.init))
            $0.put("schema", Self.schema)
            $0.put("source", dataSet.map(DataSetJSON.init))
            $0.put("unaligned", unaligned.map(\.code))
            $0.put("uncovered", uncovered.map(\.code))
            $0.put("undefined", undefined)
            $0.put("vote_years", voteYears.map { YearsJSON(years: $0) })
            $0.put("without_contacts", silent.map(\.code))
            $0.put("years", years.map { YearsJSON(years: $0) })
        }
    }

    private struct YearsJSON: JSONWritable {
        let years: ClosedRange<Int>

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("from", years.lowerBound)
                $0.put("to", years.upperBound)
            }
        }
    }

    private struct StationJSON: JSONWritable {
        let station: Station

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("alignment", finite(station.alignment))
                $0.put("contacts", station.contacts)
                $0.put("covered_years", finite(station.exposure))
                $0.put("dialogue", finite(station.dialogue))
                $0.put("n", station.n)
                $0.put("years", YearsJSON(years: station.years))
            }
        }
    }

    private struct PointJSON: JSONWritable {
        let point: Point

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("dyad", point.dyad.code)
                $0.put("encounters", point.encounters)
                $0.put("path", point.path.map(StationJSON.init))
                $0.put("station", StationJSON(station: point.station))
            }
        }
    }
}
