import Analysis
package import Charts
import Corroboration
import Diplomacy

extension DyadDossier {
    /// Issues that have a row.
    static let mostIssues = 24

    /// What the dyad talked about, issues by years: those raised most often first.
    package func agendaFigure(name: (String) -> String) -> MatrixFigure {
        let agenda = rhythm.agenda
        var totals: [String: Int] = [:]
        for issue in agenda.years.flatMap(\.issues) { totals[issue.code, default: 0] += issue.count }
        let order = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let codes = order.prefix(Self.mostIssues)
        let values = codes.map { code in
            agenda.years.map { year -> Double? in
                // a year whose reports tell no issue is not known to have had none
                year.told == 0 ? nil : Double(year.issues.first { $0.code == code }?.count ?? 0)
            }
        }
        var notes = [
            "n = \(counted(agenda.n, "contact")) of \(counted(contacts.count, "contact")) whose reports tell an issue; a contact counts once for each of its issues. A cross marks a year of whose contacts no report tells any."
        ]
        if order.count > codes.count {
            notes.append("The \(codes.count) issues raised most often of \(order.count).")
        }
        if let window { notes.append(coverage.sentence(in: window)) }
        var emptiness: String?
        if contacts.isEmpty {
            emptiness = "undefined: no contacts up to \(asOf.iso)"
        } else if codes.isEmpty {
            emptiness = "undefined: no report of a contact tells an issue"
        }
        return MatrixFigure(
            caption: Caption(
                title: "Agenda of \(name(dyad.first)) and \(name(dyad.second))",
                subtitle: "Contacts by issue and year\(agenda.window.map { ", \($0.words)" } ?? "").", notes: notes,
                emptiness: emptiness), rows: codes.map(Issue.words), columns: agenda.years.map { String($0.year) },
            values: values, counts: Axis("Contacts"))
    }
}
