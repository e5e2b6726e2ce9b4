import Datasets
import Diplomacy
import Register
import Wording

/// An encounter of the register for a person to read: what is disputed first, then the facts, each report with the sentence
/// that tells of it, why the facts stand so, and how the record grew.
struct ViewPrinter {
    let view: EncounterView
    let width: Int
    let color: Bool
    let partyName: (String) -> String
    /// What the desk has written on it.
    let annotations: Annotations?
    private let printer: RecordPrinter

    init(
        _ view: EncounterView, annotations: Annotations? = nil, width: Int, color: Bool,
        partyName: @escaping (String) -> String
    ) {
        self.annotations = annotations
        self.view = view
        self.width = width
        self.color = color
        self.partyName = partyName
        let nothing = Document(id: "", text: "")
        var record = Record(id: "", document: DocumentSummary(nothing, characters: 0))
        record.encounters = view.related.map { Encounter($0) }
        printer = RecordPrinter(record, of: nothing, width: width, color: color, partyName: partyName)
    }

    func text() -> String { lines().map { $0.rendered(color: color) + "\n" }.joined() }

    func lines() -> [Line] {
        let encounter = Encounter(view.encounter)
        let facts = EncounterPrinter(encounter: encounter, printer: printer)
        let sections = [
            facts.lines(remarks: disputes(), saysWho: false) + course(facts), parts(), reports(), eventData(),
            reasons(),
            history(), annotations.map { AnnotationPrinter(width: width).section($0) } ?? [],
        ]
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [[]]))
    }

    private func heading(_ words: String, _ remark: String = "") -> [Line] {
        let pieces = [Piece(words, .strong)] + (remark.isEmpty ? [] : [Piece(" · \(remark)", .quiet)])
        return printer.block(pieces, first: [], indent: 0)
    }

    // MARK: - Disputes

    private func disputes() -> [Line] {
        view.encounter.disputes.flatMap { dispute -> [Line] in
            let end = dispute.resolved.map { "kept: \($0)" } ?? "not settled"
            let nature = dispute.nature == .contradiction ? "" : " (\(dispute.nature.rawValue))"
            let head = [
                Piece("Disputed: \(dispute.field.rawValue)\(nature)", dispute.resolved == nil ? .bad : .pending),
                Piece(" — \(end)"),
            ]
            let values = dispute.values.flatMap { value -> [Line] in
                let percent = "\(Int((value.weight * 100).rounded())) %"
                let names = value.documents.map(publisher).joined(separator: ", ")
                return printer.block(
                    [Piece(value.value, .strong), Piece(" — \(percent) of the weight: \(names)")],
                    first: [Piece("    · ", .quiet)], indent: 6)
            }
            return printer.block(head, first: [Piece("  ! ", .pending)], indent: 4) + values
                + printer.block([Piece(dispute.reason, .quiet)], first: [], indent: 6)
        }
    }

    private func publisher(_ document: String) -> String {
        view.reports[document]?.source?.name.map { "\($0) (\(document))" } ?? document
    }

    // MARK: - Course

    private func course(_ facts: EncounterPrinter) -> [Line] {
        let steps = view.encounter.progress.map { step in
            let day = step.date.map { " \(Phrases.day($0))" } ?? ""
            let names = step.documents.prefix(3).map { view.reports[$0]?.source?.name ?? $0 }
            let more = step.documents.count > 3 ? " and \(step.documents.count - 3) more" : ""
            return "\(Phrases.status(step.status))\(day) (\(names.joined(separator: ", "))\(more))"
        }
        let text = steps.isEmpty ? Phrases.status(view.encounter.status) : steps.joined(separator: "; ")
        return printer.block([Piece(text)], first: [facts.label("Course")], indent: EncounterPrinter.indent)
            + printer.block(
                [Piece(view.encounter.id, .quiet)], first: [facts.label("Id")], indent: EncounterPrinter.indent)
    }

    // MARK: - What took place in its course

    private func parts() -> [Line] {
        guard view.encounter.kind == .visit, !view.related.isEmpty else { return [] }
        return heading("In its course")
            + view.related.flatMap { part in
                printer.block(
                    Headline(encounter: Encounter(part), partyName: partyName).pieces(brief: true)
                        + [Piece(" · \(part.id)", .quiet)], first: [Piece("  · ", .quiet)], indent: 4)
            }
    }

    // MARK: - Reports

    private func reports() -> [Line] {
        let reports = view.encounter.reports
        let count = "\(reports.count) report\(reports.count == 1 ? "" : "s")"
        let origins = view.encounter.origins == 1 ? "one origin" : "\(view.encounter.origins) independent origins"
        return heading("Reports", "\(count), \(origins)") + reports.flatMap(lines)
    }

    private func lines(_ report: EncounterReport) -> [Line] {
        let head = view.reports[report.document]
        let kind = head?.source?.kind.map { " (\($0.rawValue))" } ?? ""
        let name = head?.source?.name ?? "publisher not told"
        let day = head?.published.flatMap { Day(iso: $0) }.map(Phrases.day) ?? head?.published
        let part = report.claim.principal ? "its main news" : report.claim.reported ? "its news" : "mentioned"
        let about = [day, "origin \(report.origin)", part, report.document].compactMap { $0 }
        var lines = printer.block(
            [Piece(name, .strong), Piece("\(kind) · \(about.joined(separator: " · "))", .quiet)],
            first: [Piece("  · ", .quiet)], indent: 4)
        if let title = head?.title { lines += printer.block([Piece(title)], first: [], indent: 4) }
        if let says = report.claim.attributedTo {
            lines += printer.block(
                [Piece("on the word of \(says.name) (\(Phrases.grade(says.grade)))", .quiet)], first: [], indent: 4)
        }
        if let sentence = report.claim.evidence.first(where: { $0.text != head?.title })?.text {
            let bar = Piece("    │ ", .quiet)
            lines += Wrapper.lines([Piece(sentence, .quiet)], width: width - 6).map { [bar] + $0 }
        }
        if let added = head?.added, added.count > 1 {
            lines += printer.block(
                [
                    Piece(
                        "its text changed on \(added.dropFirst().map(Phrases.moment).joined(separator: ", "))", .pending
                    ),
                    Piece(" (`rapporteur versions \(report.document)`)", .quiet),
                ], first: [], indent: 4)
        }
        return lines
    }

    // MARK: - Event data

    private func eventData() -> [Line] {
        guard !view.eventData.isEmpty else { return [] }
        return heading("Event data", "rows of machines that allege it; no origin of their own")
            + view.eventData.flatMap { beside in
                let articles = beside.articles > 0 ? ", \(Phrases.count(beside.articles, "article"))" : ""
                return printer.block(
                    [
                        Piece(beside.format.rawValue, .strong),
                        Piece(": \(Phrases.count(beside.rows, "row"))\(articles)"),
                    ],
                    first: [Piece("  · ", .quiet)], indent: 4)
                    + beside.urls.flatMap { printer.block([Piece($0, .quiet)], first: [], indent: 4) }
            }
    }

    // MARK: - Reasons and history

    private func reasons() -> [Line] {
        guard !view.encounter.reasons.isEmpty else { return [] }
        return heading("Why")
            + view.encounter.reasons.flatMap { reason in
                printer.block(
                    [Piece("\(reason.field): ", .quiet), Piece(reason.reason)], first: [Piece("  · ", .quiet)],
                    indent: 4)
            }
    }

    private func history() -> [Line] {
        heading("How the record grew")
            + view.history.flatMap { change in
                let id = change.encounter == view.encounter.id ? "" : " (as \(change.encounter))"
                return printer.block(
                    [Piece(Phrases.moment(change.time), .quiet), Piece("  \(change.change)\(id)")],
                    first: [Piece("  · ", .quiet)], indent: 4)
            }
    }
}
