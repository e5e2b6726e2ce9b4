import Analysis
import Charts
import Contract
import Corroboration
import Diplomacy
import Dossier
import Exchange
import Register
import Wording

extension Markup {
    /// A table whose columns after the first are numbers, or what stands for them.
    mutating func grid(_ label: String, _ heads: [String], _ rows: (inout Markup) -> Void) {
        scroll(label) { out in
            out.element("table", ["class": "index"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        for (i, head) in heads.enumerated() {
                            out.element("th", ["scope": "col", "class": i > 0 ? "number" : nil], head)
                        }
                    }
                }
                out.element("tbody", [:], rows)
            }
        }
    }

    /// A line of words for a label, in a list of facts.
    mutating func fact(_ label: String, _ words: String) {
        element("div") { out in
            out.element("dt", label)
            out.element("dd", words)
        }
    }

    /// Why there is nothing to show: "undefined: no common votes".
    mutating func undefined(_ reason: String) { nothing(reason.prefix(1).uppercased() + reason.dropFirst() + ".") }

    mutating func facts(_ fill: (inout Markup) -> Void) { element("dl", ["class": "facts"], fill) }
}

extension Site {
    /// A table of a dossier as a file, or its figure.
    func written(_ form: Form, _ table: Rows, _ figure: @autoclosure () -> some Figure) -> [UInt8]? {
        switch form {
        case .csv: return Array(CSV.table(table.head, table.rows).utf8)
        case .svg: return Array(figure().standalone(width: 900).utf8)
        default: return nil
        }
    }
}

/// What led up to an encounter and what followed it.
struct ContextPage: Page {
    let site: Site
    let encounter: RegisteredEncounter
    let contexts: [ContextDossier]

    private var headline: String { Headline(encounter: Encounter(encounter), partyName: site.names.party).brief }
    var title: String { "Before and after: \(headline)" }
    var address: String? { site.links.context(encounter.id) }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.paragraph("What led up to it and what followed", class: "label")
            out.heading(1, headline)
            out.element("p") { $0.link(site.links.encounter(encounter.id), "The encounter") }
            out.paragraph("What followed what; not what came of what.", class: "quiet")
        }
        if contexts.isEmpty { out.nothing("Undefined: no two parties or no day are told.") }
        for dossier in contexts {
            out.part(dossier.dyad.code, site.dyadName(dossier.dyad.first, dossier.dyad.second)) { part(&$0, dossier) }
        }
    }

    private func part(_ out: inout Markup, _ dossier: ContextDossier) {
        let context = dossier.context
        out.facts { out in
            for comparison in context.comparisons {
                let name = comparison.subject.rawValue
                out.fact(name.prefix(1).uppercased() + name.dropFirst(), comparison.words)
            }
        }
        out.grid("In the days around it", ["Day", "", ""]) { out in
            let contacts = dossier.contacts.map { ($0.day, $0.encounter, Phrases.words($0.kind.rawValue), "contact") }
            let deeds = dossier.deeds.map { deed in
                (
                    deed.day, "",
                    "\(deed.type.rawValue.lowercased()): \(site.names.party(deed.source)) to \(site.names.party(deed.target))",
                    Phrases.count(deed.reports, "report")
                )
            }
            for (day, id, words, remark) in (contacts + deeds).sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
                out.element("tr", ["data-item": ""]) { out in
                    out.element("th", ["scope": "row"]) { out in
                        let distance = day - context.day
                        out.text("\(Phrases.day(day)) (\(distance > 0 ? "+" : "")\(distance))")
                    }
                    out.element("td") { out in
                        if id.isEmpty { out.text(words) } else { out.link(site.links.encounter(id), words) }
                    }
                    out.element("td", id == encounter.id ? "this one" : remark)
                }
            }
        }
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put(
                "dyads",
                contexts.map { dossier in
                    JSONObject { out in
                        out.put("context", dossier.context)
                        out.put("dyad", dossier.dyad.code)
                    }
                })
            out.put("encounter", encounter.id)
            out.put("schema", "rapporteur.contexts/1")
        }
    }
}

/// Who talks to whom in a period.
struct NetworkPage: Page {
    let site: Site
    let dossier: NetworkDossier

    var title: String { "Network" }
    var section: String? { "Network" }
    var address: String? { site.links.list("network") }
    var otherForms: [Form] { [.csv, .svg] }
    var fileName: String? { "network" }

    func write(_ out: inout Markup, _ site: Site) {
        let summary = dossier.summary
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            out.paragraph(
                "Who talked to whom from \(Phrases.day(dossier.days.lowerBound)) to \(Phrases.day(dossier.days.upperBound)): "
                    + "\(summary.rows.count) parties, \(Phrases.count(summary.gatherings, "contact")).",
                class: "summary")
            out.element("p") { out in
                out.text("Meetings of three and more: ")
                for (i, projection) in Projection.allCases.enumerated() {
                    if i > 0 { out.text(" · ") }
                    if projection == summary.projection {
                        out.element("strong", projection.rawValue)
                    } else {
                        let days = (dossier.days.lowerBound.iso, dossier.days.upperBound.iso)
                        out.link(
                            Links.address(
                                site.links.list("network"),
                                [("from", days.0), ("to", days.1), ("projection", projection.rawValue)]),
                            projection.rawValue)
                    }
                }
                out.text(". \(summary.projection.statement)")
            }
        }
        guard !summary.rows.isEmpty else { return out.nothing("Undefined: no contacts in these days.") }
        out.figure(dossier.figure(name: site.names.party), width: 1000)
        let heads = ["Party", "Partners", "Contacts", "Betweenness", "Eigenvector", "PageRank", "Group"]
        out.grid("Parties", heads) { out in
            for row in summary.rows.prefix(100) {
                out.element("tr", ["data-item": ""]) { out in
                    out.element("th", ["scope": "row"]) {
                        $0.link(site.links.party(row.party), site.names.party(row.party))
                    }
                    let values = [row.betweenness, row.eigenvector, row.pageRank].map {
                        $0.map { Phrases.number($0, 3) } ?? "undefined"
                    }
                    for cell in ["\(row.degree)", Phrases.number(row.strength, 1)] + values + [
                        row.community.map { "\($0 + 1)" } ?? ""
                    ] {
                        out.element("td", ["class": "number"], cell)
                    }
                }
            }
        }
    }

    func json(_ site: Site) -> any JSONWritable { dossier }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        site.written(form, dossier.csv(), dossier.figure(name: site.names.party))
    }
}

/// Alignment on one axis, dialogue on the other.
struct BeyondPage: Page {
    let site: Site
    let dossier: BeyondDossier

    var title: String { "Beyond alignment" }
    var section: String? { "Beyond alignment" }
    var address: String? { site.links.list("beyond") }
    var otherForms: [Form] { [.csv, .svg] }
    var fileName: String? { "beyond-alignment" }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            out.paragraph(
                "Who agrees and who talks are two questions. Each dialogue is a point: how its parties vote together across, how often "
                    + "they are in contact upwards. The two are never made into one number.", class: "summary")
            out.element("p") { out in
                out.text("Across: ")
                for (i, measure) in BeyondDossier.Measure.allCases.enumerated() {
                    if i > 0 { out.text(" · ") }
                    if measure == dossier.measure {
                        out.element("strong", measure.rawValue)
                    } else {
                        out.link(
                            Links.address(site.links.list("beyond"), [("measure", measure.rawValue)]), measure.rawValue)
                    }
                }
            }
        }
        if let reason = dossier.undefined { return out.undefined(reason) }
        out.figure(dossier.figure(name: site.names.party), width: 1000)
        out.grid("Dialogues", ["Dialogue", dossier.measure.rawValue, "Contacts a year", "Common votes"]) { out in
            for point in dossier.points.prefix(100) {
                out.element("tr", ["data-item": ""]) { out in
                    out.element("th", ["scope": "row"]) {
                        $0.link(site.links.measures(point.dyad), site.dyadName(point.dyad.first, point.dyad.second))
                    }
                    for cell in [
                        Phrases.number(point.station.alignment, 2), Phrases.number(point.station.dialogue, 1),
                        "\(point.station.n)",
                    ] {
                        out.element("td", ["class": "number"], cell)
                    }
                }
            }
        }
    }

    func json(_ site: Site) -> any JSONWritable { dossier }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        site.written(form, dossier.csv(), dossier.figure(name: site.names.party))
    }
}
