package import Contract
import Analysis
import Corroboration
import Diplomacy
import Register

/// How two parties vote as JSON (`rapporteur.alignment/1`), session by session and issue by issue.
extension AlignmentDossier: JSONWritable {
    package static let schema = "rapporteur.alignment/1"

    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("coverage", coverage)
            $0.put("dyad", dyad.code)
            $0.put("formulas", Self.formulas)
            $0.put("parties", [dyad.first, dyad.second])
            $0.put("schema", Self.schema)
            $0.put("sessions", sessions.map(SessionJSON.init))
            $0.put("source", dataSet.map(DataSetJSON.init))
            $0.put("undefined", undefined)
            $0.put("window", covered.map { WindowJSON($0) })
        }
    }

    private static let formulas = [
        "agreement: the mean of 1 - |x - y| / 2 over common votes, yes 1, abstain 2, no 3",
        "kappa, pi: Cohen's and Scott's correction for chance with linear and squared weights (Häge 2011)",
        "tau_b: Kendall's; s_squared: S with squared distances (Signorino and Ritter 1999)",
        "distance: of the two ideal points; bounds are those of the middle 90 %",
    ]
}

/// The table that something rests on.
struct DataSetJSON: JSONWritable {
    let dataSet: DataSet

    init(_ dataSet: DataSet) { self.dataSet = dataSet }

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("digest", dataSet.digest)
            $0.put("first", dataSet.first?.iso)
            $0.put("last", dataSet.last?.iso)
            $0.put("licence", dataSet.licence)
            $0.put("name", dataSet.name)
            $0.put("publisher", dataSet.publisher)
            $0.put("rows", dataSet.rows)
            $0.put("title", dataSet.title)
        }
    }
}

private struct SessionJSON: JSONWritable {
    let session: AlignmentDossier.Session

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("distance", finite(session.distance))
            $0.put("ideal_points", session.positions.map { [PointJSON(point: $0.first), PointJSON(point: $0.second)] })
            $0.put("issues", session.issues.map { IssueJSON(name: $0.name, table: $0.table) })
            $0.put("measures", TableJSON(table: session.table, hasInterval: true))
            $0.put("n", session.table.n)
            $0.put("roll_calls", session.rollCalls)
            $0.put("session", session.number)
            $0.put("undefined", session.distance == nil ? ["distance: one of the two is not placed"] : nil)
            $0.put("year", session.year)
        }
    }

    private struct PointJSON: JSONWritable {
        let point: StoredIdealPoint

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("interval", point.lower <= point.upper ? IntervalJSON(point.lower...point.upper) : nil)
                $0.put("party", point.party)
                $0.put("value", finite(point.position))
            }
        }
    }

    private struct IssueJSON: JSONWritable {
        let name: String
        let table: VoteTable

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("issue", name)
                $0.put("measures", TableJSON(table: table, hasInterval: false))
                $0.put("n", table.n)
            }
        }
    }
}

/// The measures of a table of common votes; those that are not defined are absent, with the reason beside them.
struct TableJSON: JSONWritable {
    let table: VoteTable
    /// Whether the agreement comes with its interval, which takes some tenths of a millisecond.
    let hasInterval: Bool

    /// Names and values, sorted by name.
    var values: [(name: String, value: Double?)] {
        [
            ("agreement", table.agreement), ("kappa_linear", table.kappa(.linear)),
            ("kappa_squared", table.kappa(.squared)), ("pi_linear", table.pi(.linear)),
            ("pi_squared", table.pi(.squared)), ("s_squared", table.squaredSimilarity), ("tau_b", table.tauB),
        ]
    }

    func write(to out: inout JSONOutput) {
        let values = values
        out.object { out in
            for (name, value) in values.prefix(1) { if let value = finite(value) { out.keyed(name, value) } }
            out.put("agreement_interval", hasInterval ? table.agreementInterval.flatMap { IntervalJSON($0) } : nil)
            for (name, value) in values.dropFirst() { if let value = finite(value) { out.keyed(name, value) } }
            let missing = values.filter { finite($0.value) == nil }.map(\.name)
            out.put("undefined", missing.isEmpty ? nil : missing.map { "\($0): \(reason)" })
        }
    }

    private var reason: String { table.n == 0 ? "no common votes" : "one or both always voted the same" }
}
