import Contract
import Corroboration
import Datasets
import Diplomacy
import Exchange
import Register
import Wording

// The side of an encounter's page, and its other forms.

extension EncounterPage {
    func side(_ out: inout Markup) {
        course(&out)
        around(&out)
        out.part("links", "Leads to") { out in
            out.element("ul", ["class": "tallies"]) { out in
                for dyad in encounter.dyads.prefix(6) {
                    out.element("li") {
                        $0.link(site.links.dyad(dyad.first, dyad.second), site.dyadName(dyad.first, dyad.second))
                    }
                }
                for name in distinct(encounter.participants.compactMap(\.person)).prefix(8) {
                    out.element("li") { $0.link(site.links.person(name), name) }
                }
                for issue in encounter.issues.prefix(6) {
                    out.element("li") { $0.link(site.links.issue(issue.code), Issue.words(issue.code)) }
                }
                if let place = encounter.place?.name {
                    out.element("li") { $0.link(site.links.place(place), place) }
                }
                if let series = encounter.series {
                    out.element("li") { $0.link(site.links.series(series.name), series.name) }
                }
            }
        }
        if !view.eventData.isEmpty {
            out.part("event-data", "Event data") { out in
                out.paragraph("Rows of machines that allege it: no origin of their own.", class: "quiet")
                out.facts { out in
                    for beside in view.eventData {
                        let articles = beside.articles > 0 ? ", \(Phrases.count(beside.articles, "article"))" : ""
                        out.fact(beside.format.rawValue, "\(Phrases.count(beside.rows, "row"))\(articles)")
                    }
                }
            }
        }
        out.part("history", "How the record grew") { history(&$0) }
        out.part("cite", "Cite") { cite(&$0) }
    }

    private func distinct(_ values: [String]) -> [String] {
        values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func course(_ out: inout Markup) {
        guard encounter.progress.count > 1 else { return }
        out.part("course", "Its course") { out in
            out.element("ol", ["class": "steps"]) { out in
                for step in encounter.progress {
                    out.element("li") { out in
                        out.status(step.status)
                        out.text(" ")
                        if let day = step.date { out.element("time", ["datetime": day.iso], Phrases.day(day)) }
                        out.element("span", ["class": "quiet"], " \(Phrases.list(step.documents.prefix(3).map(name)))")
                    }
                }
            }
        }
    }

    private func around(_ out: inout Markup) {
        let visits = view.related.map { EncounterLink(id: $0.id, day: $0.date, headline: headline(Encounter($0))) }
        let groups: [(String, String, [EncounterLink])] = [
            ("parts", encounter.kind == .visit ? "In its course" : "Part of", visits),
            ("before", "What led up to it", before.map(link)), ("after", "What followed", after.map(link)),
            ("rounds", "Other rounds", rounds.map(link)),
        ]
        for (id, title, links) in groups where !links.isEmpty {
            out.part(id, title) { out in
                out.element("ul", ["class": "notes"]) { out in
                    for link in links {
                        out.element("li") { out in
                            out.day(link.day)
                            out.text(" ")
                            out.link(site.links.encounter(link.id), link.headline)
                        }
                    }
                }
            }
        }
    }

    private struct EncounterLink {
        var id: String
        var day: PartialDate?
        var headline: String
    }

    private func link(_ brief: EncounterBrief) -> EncounterLink {
        EncounterLink(id: brief.id, day: brief.date, headline: site.headline(brief))
    }

    private func headline(_ encounter: Encounter) -> String {
        Headline(encounter: encounter, partyName: site.names.party).brief
    }

    private func history(_ out: inout Markup) {
        out.element("ol", ["class": "steps"]) { out in
            for change in view.history {
                out.element("li") { out in
                    out.moment(change.time)
                    out.text(" \(change.change)")
                    if change.encounter != encounter.id { out.text(" (as \(change.encounter))") }
                }
            }
        }
    }

    private func cite(_ out: inout Markup) {
        out.paragraph(
            "“\(title)”, record \(encounter.id), version \(view.history.count). \(Frame.name). "
                + site.origin + site.links.encounter(encounter.id))
        out.element("p", ["class": "quiet"], "This address stays, whatever the record becomes part of.")
    }

    // MARK: - Other forms

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("after", after)
            out.put("before", before)
            out.put("encounter", WrittenJSON(view.line))
            if !view.eventData.isEmpty { out.put("event_data", view.eventData) }
            out.put("events", events)
            out.put("history", view.history)
            out.put("quotations", quotations)
            out.put("reports", encounter.reports.compactMap { view.reports[$0.document] })
            out.put("schema", "rapporteur.encounter-page/1")
        }
    }

    func other(_ form: Form, _ site: Site) throws -> [UInt8]? {
        switch form {
        case .ics: return try register(site).map { site.calendar([$0], name: title) }
        case .bib: return Array(citation.bibtex().utf8)
        case .ris: return Array(citation.ris().utf8)
        case .csl: return citation.cslJSON()
        case .card: return try register(site).map { Card(brief: $0, site: site).html() }
        default: return nil
        }
    }

    private func register(_ site: Site) throws -> EncounterBrief? { try site.register.brief(encounter.id) }

    private var citation: Citation {
        Citation(
            kind: .encounter, key: encounter.id, title: title, container: Frame.name, authors: [],
            issued: encounter.date?.start, accessed: nil, url: site.origin + site.links.encounter(encounter.id),
            language: "en",
            abstract: "\(Phrases.status(encounter.status)); \(Phrases.count(encounter.origins, "independent origin"))")
    }
}

/// A small page to be shown in a frame of another site.
struct Card {
    let brief: EncounterBrief
    let site: Site

    func html() -> [UInt8] {
        var out = Markup()
        out.doctype()
        out.element("html", ["lang": "en"]) { out in
            out.element("head") { out in
                out.void("meta", ["charset": "utf-8"])
                out.element("title", site.headline(brief))
                out.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                out.void("link", ["rel": "stylesheet", "href": site.links.asset(Asset.style.versioned)])
            }
            out.element("body", ["class": "card"]) { out in
                out.element("main") { out in
                    out.element("h1", ["class": "away"], site.headline(brief))
                    out.encounters([brief], site, empty: "")
                    out.element("p", ["class": "quiet"]) { out in
                        out.text("From ")
                        out.link(site.origin + site.links.encounter(brief.id), Frame.name)
                    }
                }
            }
        }
        return out.bytes
    }
}
