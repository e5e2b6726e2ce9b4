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

    func write(_ out: inout Markup, _ site: Site) {
        let notes = Note.notes(on: view.record, names: site.names)
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
            return out.part("encounters", "Tells of") { $0.nothing("No encounter was read from this report.") }
        }
        out.part("encounters", "Tells of") { out in
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
        out.part("read", "What was read") { out in
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

    // MARK: - Versions

    private func versions(_ out: inout Markup) {
        guard view.versions.count > 1 else { return }
        out.part("versions", "Versions") { out in
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
