import Contract
import Corroboration
import Diplomacy
import Exchange
import Register
import Wording

/// One encounter: its disputes first, then each fact with its sources, the reports, what was said, what led to it and what
/// followed, and how the record grew.
struct EncounterPage: Page {
    let site: Site
    let view: EncounterView
    let before: [EncounterBrief]
    let after: [EncounterBrief]
    let rounds: [EncounterBrief]
    let quotations: [ReportedQuotation]
    let events: [ReportedEvent]

    var encounter: RegisteredEncounter { view.encounter }

    var title: String {
        Headline(encounter: Encounter(encounter), partyName: site.names.party).brief
    }
    var address: String? { site.links.encounter(encounter.id) }
    var otherForms: [Form] { [.ics, .bib, .ris, .csl, .card] }
    var fileName: String? { encounter.id }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("article", ["class": "encounter"]) { out in
            out.element("div", ["class": "lede"]) { lede(&$0) }
            out.element("div", ["class": "columns"]) { out in
                out.element("div", ["class": "wide"]) { out in
                    if !encounter.disputes.isEmpty {
                        out.part("disputes", "Where the reports disagree") { disputes(&$0) }
                    }
                    out.part("facts", "What is known") { facts(&$0) }
                    out.part("reports", "Reports") { reports(&$0) }
                    if !quotations.isEmpty { out.part("words", "In their words") { words(&$0) } }
                    if !events.isEmpty { out.part("events", "Events told with it") { eventList(&$0) } }
                }
                out.element("aside", ["class": "narrow"]) { side(&$0) }
            }
        }
    }

    private func lede(_ out: inout Markup) {
        out.element("p", ["class": "label"]) { out in
            out.day(encounter.date)
            let place = [encounter.place?.name, encounter.place?.country.map(site.names.party)].compactMap { $0 }
            if !place.isEmpty { out.text(" · \(place.joined(separator: ", "))") }
        }
        out.element("h1") { out in
            out.pieces(Headline(encounter: Encounter(encounter), partyName: site.names.party).pieces())
        }
        out.element("p", ["class": "summary"]) { out in
            out.status(encounter.status)
            out.text(
                " · \(Phrases.count(encounter.reports.count, "report")) from "
                    + "\(Phrases.count(encounter.origins, "independent origin")) · "
                    + "\(Int((encounter.confidence * 100).rounded())) % certain")
            if encounter.date != nil, !encounter.dyads.isEmpty {
                out.text(" · ")
                out.link(site.links.context(encounter.id), "What led up to it and what followed")
            }
        }
    }

    // MARK: - Disputes

    private func disputes(_ out: inout Markup) {
        for dispute in encounter.disputes {
            out.element("div", ["class": "dispute", "data-item": ""]) { out in
                out.element("h3") { out in
                    out.element("span", ["aria-hidden": "true"], "≠ ")
                    let nature = dispute.nature == .contradiction ? "" : " (\(dispute.nature.rawValue))"
                    out.text(
                        dispute.field.rawValue.prefix(1).uppercased() + dispute.field.rawValue.dropFirst() + nature)
                    out.text(dispute.resolved == nil ? ": not settled" : ": settled")
                }
                out.element("ul") { out in
                    for value in dispute.values {
                        out.element("li", ["class": value.value == dispute.resolved ? "kept" : nil]) { out in
                            out.element("strong", value.value)
                            if value.value == dispute.resolved { out.text(" (kept)") }
                            out.text(" — \(Int((value.weight * 100).rounded())) % of the weight: ")
                            sources(&out, value.documents, for: dispute.field)
                        }
                    }
                }
                out.paragraph(dispute.reason, class: "reason")
            }
        }
    }

    /// Publishers, each a link to the sentence of its report on a field.
    private func sources(_ out: inout Markup, _ documents: [String], for field: DisputeField) {
        for (i, document) in documents.enumerated() {
            if i > 0 { out.text(", ") }
            let report = encounter.reports.first { $0.document == document }
            let span = report.flatMap { Fact(field).span($0.claim) }
            out.link(sentence(document, span), name(document))
        }
    }

    func name(_ document: String) -> String { view.reports[document]?.source?.name ?? document }

    /// The address of a sentence in its report.
    func sentence(_ document: String, _ span: Span?) -> String {
        site.links.report(document) + (span.map { "#s\($0.start)-\($0.end)" } ?? "")
    }

    // MARK: - Facts

    private func facts(_ out: inout Markup) {
        out.element("dl", ["class": "facts"]) { out in
            for fact in Fact.allCases {
                let words = fact.words(encounter, site.names)
                guard !words.isEmpty else { continue }
                out.element("div") { out in
                    out.element("dt", fact.rawValue)
                    out.element("dd") { out in
                        out.text(words)
                        marks(&out, fact)
                        if let reason = encounter.reasons.first(where: { $0.field == fact.field }) {
                            out.element("span", ["class": "why"], reason.reason)
                        }
                    }
                }
            }
        }
    }

    /// The reports that tell a fact as the record has it: small numbers, each a link to the sentence.
    private func marks(_ out: inout Markup, _ fact: Fact) {
        let telling = encounter.reports.enumerated().filter { fact.isTold(by: $0.element.claim, as: encounter) }
        guard !telling.isEmpty else { return }
        out.element("span", ["class": "marks"]) { out in
            for (i, report) in telling.prefix(12) {
                let name = name(report.document)
                out.element(
                    "a",
                    [
                        "href": sentence(report.document, fact.span(report.claim)), "title": name,
                        "aria-label": "\(fact.rawValue) as told by report \(i + 1), \(name)",
                    ], String(i + 1))
            }
            if telling.count > 12 { out.text("and \(telling.count - 12) more") }
        }
    }

    // MARK: - Reports

    private func reports(_ out: inout Markup) {
        if encounter.reports.count > 1 {
            out.element("p", ["class": "more"]) {
                $0.link(
                    site.links.encounter(encounter.id) + "/compare", "Side by side: what both say, what only one says")
            }
        }
        out.element("ol", ["class": "reports"]) { out in
            for (i, report) in encounter.reports.enumerated() {
                out.element("li", ["id": "r\(i + 1)", "data-item": ""]) { self.report(&$0, report) }
            }
        }
    }

    private func report(_ out: inout Markup, _ report: EncounterReport) {
        let head = view.reports[report.document]
        out.element("p", ["class": "source"]) { out in
            if let name = head?.source?.name {
                out.link(site.links.source(name), name)
            } else {
                out.text("Publisher not told")
            }
            let kind = head?.source?.kind.map { Phrases.words($0.rawValue) }
            let day = head?.published.flatMap { Day(iso: $0) }.map(Phrases.day) ?? head?.published
            let news = report.claim.principal ? "its main news" : report.claim.reported ? "its news" : "mentioned"
            out.text(" · " + [kind, day, "origin \(report.origin)", news].compactMap { $0 }.joined(separator: " · "))
        }
        out.link(site.links.report(report.document), head?.title ?? report.document, class: "headline")
        if let says = report.claim.attributedTo {
            out.paragraph("on the word of \(says.name) (\(Phrases.grade(says.grade)))", class: "quiet")
        }
        for evidence in report.claim.evidence.filter({ $0.text != head?.title }).prefix(2) {
            out.element("blockquote") { $0.link(sentence(report.document, evidence.span), evidence.text) }
        }
        if let added = head?.added, added.count > 1 {
            out.element("p", ["class": "changed"]) {
                $0.link(
                    site.links.report(report.document) + "#versions",
                    "its text changed \(Phrases.count(added.count - 1, "time"))")
            }
        }
    }

    // MARK: - What was said and done

    private func words(_ out: inout Markup) {
        out.element("ul", ["class": "quotations"]) { out in
            for told in quotations.prefix(12) {
                let quotation = told.quotation
                out.element("li") { out in
                    out.element("blockquote") { out in
                        out.link(
                            sentence(told.document, quotation.span),
                            quotation.indirect == true ? quotation.text : "“\(quotation.text)”")
                    }
                    let speaker = quotation.speaker
                    let who = speaker?.person ?? speaker?.name ?? "speaker not told"
                    let party = speaker?.party.map { " (\(site.names.party($0)))" } ?? ""
                    out.paragraph("\(who)\(party) · \(name(told.document))", class: "quiet")
                }
            }
        }
    }

    private func eventList(_ out: inout Markup) {
        out.element("ul", ["class": "notes"]) { out in
            for told in events.prefix(20) {
                let event = told.event
                out.element("li") { out in
                    let actors = [event.source, event.target].map { $0?.text ?? "nobody named" }.joined(
                        separator: " → ")
                    out.element("strong", event.type.rawValue)
                    if !event.statusWords.isEmpty { out.text(" (\(event.statusWords))") }
                    out.text(" ")
                    out.link(sentence(told.document, event.span), actors)
                    out.element("span", ["class": "quiet"], " \(event.codeWords) · \(name(told.document))")
                }
            }
        }
    }
}
