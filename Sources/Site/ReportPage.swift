import Contract
import Diplomacy
import Exchange
import Register
import Wording

/// A report: its text with everything that was read from it marked, what that is, and every text that it has had.
struct ReportPage: Page {
    let site: Site
    let view: ReportView

    var head: ReportHead { view.head }
    var title: String { head.title ?? head.document }
    var address: String? { site.links.report(head.document) }
    var otherForms: [Form] { [.bib, .ris, .csl] }
    var fileName: String? { "report" }

    /// Words of the report, what they were read as, and by which rule.
    struct Note {
        var span: Span
        var what: String
        var value: String
        var rule: String?
        /// The class of its colour.
        var tone: String
    }

    func write(_ out: inout Markup, _ site: Site) {
        let notes = notes()
        out.element("article", ["class": "report"]) { out in
            out.element("div", ["class": "lede"]) { lede(&$0, notes) }
            out.element("div", ["class": "columns"]) { out in
                out.element("div", ["class": "wide"]) { out in
                    out.element("div", ["class": "text", "lang": view.language ?? "en", "dir": "auto"]) { out in
                        body(&out, notes)
                    }
                    versions(&out)
                }
                out.element("aside", ["class": "narrow"]) { out in
                    encounters(&out)
                    read(&out, notes)
                }
            }
        }
    }

    private func lede(_ out: inout Markup, _ notes: [Note]) {
        out.element("p", ["class": "label"]) { out in
            if let name = head.source?.name {
                out.link(site.links.source(name), name)
            } else {
                out.text("Publisher not told")
            }
            let kind = head.source?.kind.map { Phrases.words($0.rawValue) }
            let about = [kind, head.source?.country.map(site.names.party), published].compactMap { $0 }
            if !about.isEmpty { out.text(" · \(about.joined(separator: " · "))") }
        }
        out.element("h1", ["dir": "auto", "lang": view.language]) { out in
            guard let title = head.title else { return out.text(head.document) }
            let marked = MarkedText(spanned, notes: notes)
            marked.write(&out, 0..<title.unicodeScalars.count)
        }
        out.element("p", ["class": "summary"]) { out in
            if let url = head.url {
                out.outside(url, "The report where it was published")
                out.text(" · ")
            }
            out.text("document \(head.document)")
            if view.state == "not-read" { out.text(" · kept, and not read: it is in a language without a reader") }
        }
    }

    private var published: String? {
        head.published.flatMap { Day(iso: $0) }.map(Phrases.day) ?? head.published
    }

    private var present: ReportVersion? { view.versions.last }
    private var spanned: String { (present?.title.map { $0 + "\n" } ?? "") + (present?.text ?? "") }

    private func body(_ out: inout Markup, _ notes: [Note]) {
        let marked = MarkedText(spanned, notes: notes)
        let start = present?.title.map { $0.unicodeScalars.count + 1 } ?? 0
        for paragraph in marked.paragraphs(from: start) { out.element("p") { marked.write(&$0, paragraph) } }
    }

    // MARK: - What was read

    private func encounters(_ out: inout Markup) {
        let told = zip(view.record.encounters, view.encounters).compactMap { claim, brief in brief.map { (claim, $0) } }
        guard !told.isEmpty else {
            return part(&out, "encounters", "Tells of") { $0.nothing("No encounter was read from this report.") }
        }
        part(&out, "encounters", "Tells of") { out in
            out.element("ul", ["class": "notes"]) { out in
                for (claim, brief) in told {
                    out.element("li", ["data-item": ""]) { out in
                        out.day(brief.date)
                        out.text(" ")
                        out.link(site.links.encounter(brief.id), site.headline(brief))
                        out.element(
                            "span", ["class": "quiet"],
                            claim.principal ? " its main news" : claim.reported ? " its news" : " mentioned")
                    }
                }
            }
        }
    }

    private func read(_ out: inout Markup, _ notes: [Note]) {
        part(&out, "read", "What was read") { out in
            guard !notes.isEmpty else { return out.nothing("Nothing.") }
            out.element("ol", ["class": "readings"]) { out in
                for note in notes.prefix(120) {
                    out.element("li") { out in
                        out.element("a", ["href": "#s\(note.span.start)-\(note.span.end)"]) { out in
                            out.element("span", ["class": "swatch \(note.tone)", "aria-hidden": "true"]) { _ in }
                            out.text(" \(note.what): \(note.value)")
                        }
                        if let rule = note.rule { out.element("code", rule) }
                    }
                }
            }
        }
    }

    func part(_ out: inout Markup, _ id: String, _ title: String, _ fill: (inout Markup) -> Void) {
        out.element("section", ["aria-labelledby": id]) { out in
            out.heading(2, title, id: id)
            fill(&out)
        }
    }

    /// Everything that was read and rests on words of the report, in the order of the text.
    private func notes() -> [Note] {
        var notes: [Note] = []
        for claim in view.record.encounters {
            let headline = Headline(encounter: claim, partyName: site.names.party)
            for evidence in claim.evidence {
                let told = headline.pieces(brief: true).map(\.text).joined()
                notes.append(
                    Note(span: evidence.span, what: "Encounter", value: told, rule: evidence.rule, tone: "k-encounter"))
            }
            for person in claim.participants {
                guard let span = person.span else { continue }
                let told = headline.person(person, style: .plain).map(\.text).joined()
                notes.append(Note(span: span, what: "Participant", value: told, rule: nil, tone: "k-person"))
            }
            if let place = claim.place, let span = place.span,
                let told = Phrases.place(place, partyName: site.names.party)
            {
                notes.append(Note(span: span, what: "Place", value: told, rule: nil, tone: "k-place"))
            }
            for issue in claim.issues {
                notes.append(
                    Note(span: issue.span, what: "Issue", value: Issue.words(issue.code), rule: nil, tone: "k-issue"))
            }
            for outcome in [claim.outcome] + claim.outcomes.dropFirst() {
                guard let span = outcome.span else { continue }
                notes.append(
                    Note(
                        span: span, what: "Outcome", value: Phrases.outcome(outcome.kind), rule: nil, tone: "k-outcome")
                )
            }
        }
        for event in view.record.events {
            let actors = [event.source, event.target].map { $0?.text ?? "nobody named" }.joined(separator: " → ")
            let status = event.statusWords.isEmpty ? "" : " (\(event.statusWords))"
            notes.append(
                Note(
                    span: event.span, what: "Event", value: "\(event.type.rawValue)\(status) \(actors)",
                    rule: event.rule,
                    tone: "k-event"))
        }
        for quotation in view.record.quotations {
            let who = quotation.speaker?.person ?? quotation.speaker?.name ?? "speaker not told"
            notes.append(Note(span: quotation.span, what: "Words of", value: who, rule: nil, tone: "k-quotation"))
        }
        return notes.filter { $0.span.start < $0.span.end }
            .sorted {
                ($0.span.start, $1.span.end, $0.what, $0.value) < ($1.span.start, $0.span.end, $1.what, $1.value)
            }
    }

    // MARK: - Versions

    private func versions(_ out: inout Markup) {
        guard view.versions.count > 1 else { return }
        part(&out, "versions", "Versions") { out in
            for (old, new) in zip(view.versions, view.versions.dropFirst()).reversed() {
                out.element("section", ["class": "version"]) { out in
                    out.element("h3") { out in
                        out.text("Version \(new.number), in the register since ")
                        out.moment(new.added)
                    }
                    let changes = new.changes(since: old)
                    if changes.isEmpty { out.nothing("The same sentences.") }
                    for change in changes.prefix(60) {
                        out.element("p", ["class": "change"]) { out in
                            out.element("span", ["aria-hidden": "true"], change.isAdded ? "+ " : "− ")
                            out.element(change.isAdded ? "ins" : "del", change.text)
                        }
                    }
                }
            }
            if let first = view.versions.first {
                out.element("p", ["class": "quiet"]) { out in
                    out.text("Version 1, in the register since ")
                    out.moment(first.added)
                }
            }
        }
    }

    // MARK: - Other forms

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("encounters", view.encounters.compactMap { $0 })
            out.put("record", view.record)
            out.put("report", head)
            out.put("schema", "rapporteur.report-page/1")
            out.put("state", view.state)
            out.put("versions", view.versions)
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        let citation = Citation(
            kind: .report, key: head.document, title: title, container: head.source?.name, authors: [],
            issued: head.published.flatMap { Day(iso: $0) }, accessed: nil, url: head.url, language: view.language,
            abstract: nil)
        switch form {
        case .bib: return Array(citation.bibtex().utf8)
        case .ris: return Array(citation.ris().utf8)
        default: return citation.cslJSON()
        }
    }
}

/// A text with notes on some of its words.
struct MarkedText {
    private let scalars: [Unicode.Scalar]
    private let notes: [ReportPage.Note]
    /// Where a note begins or ends, sorted.
    private let bounds: [Int]

    /// - Parameter notes: sorted by their starts; spans in Unicode scalars of the text.
    init(_ text: String, notes: [ReportPage.Note]) {
        scalars = Array(text.unicodeScalars)
        self.notes = notes
        bounds = Set(notes.flatMap { [$0.span.start, $0.span.end] }).sorted()
    }

    /// The lines from a place on that are not empty.
    func paragraphs(from start: Int) -> [Range<Int>] {
        guard start < scalars.count else { return [] }
        var found: [Range<Int>] = []
        var first = start
        for i in start...scalars.count where i == scalars.count || scalars[i] == "\n" {
            if scalars[first..<i].contains(where: { !$0.properties.isWhitespace }) { found.append(first..<i) }
            first = i + 1
        }
        return found
    }

    /// Writes a stretch of the text. Where a note begins stands its anchor; words under notes are marked, and tell what they were
    /// read as.
    func write(_ out: inout Markup, _ range: Range<Int>) {
        let range = range.clamped(to: 0..<scalars.count)
        var anchored: Set<String> = []
        let cuts =
            [range.lowerBound] + bounds.filter { $0 > range.lowerBound && $0 < range.upperBound } + [range.upperBound]
        for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
            let here = notes.filter { $0.span.start < to && $0.span.end > from }
            for note in here where note.span.start == from || (from == range.lowerBound && note.span.start < from) {
                let anchor = "s\(note.span.start)-\(note.span.end)"
                // an anchor stands once on a page: at its note's beginning
                guard note.span.start == from, anchored.insert(anchor).inserted else { continue }
                out.element("span", ["id": anchor, "class": "anchor"]) { _ in }
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[from..<to])
            guard let last = here.last else {
                out.text(String(view))
                continue
            }
            let told = here.map { "\($0.what): \($0.value)" + ($0.rule.map { " [\($0)]" } ?? "") }
            out.element("mark", ["class": last.tone, "title": told.joined(separator: "\n")], String(view))
        }
    }
}
