import Contract
import Diplomacy
import Exchange
import Register
import Wording

/// The publishers of the register, and how their word fared.
struct SourcesPage: Page {
    let site: Site
    let records: [SourceRecord]

    var title: String { "Sources" }
    var section: String? { "Sources" }
    var address: String? { site.links.list("sources") }
    var otherForms: [Form] { [.csv] }
    var fileName: String? { "sources" }

    private static let most = 300

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            out.paragraph(
                "Borne out: of a source's first words on a day, a country or a course, the share that most of at least two other "
                    + "origins tell as well. Where reports contradict one another its word weighs accordingly.",
                class: "summary")
        }
        guard !records.isEmpty else { return out.nothing("No source is named in the register.") }
        let heads = ["Kind", "Country", "Reports", "Encounters", "Borne out", "Weight", "Kept", "Not kept", "Open"]
        out.scroll("Sources") { out in
            out.element("table", ["class": "index"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        out.element("th", ["scope": "col"], "Source")
                        for (i, head) in heads.enumerated() {
                            out.element("th", ["scope": "col", "class": i > 1 ? "number" : nil], head)
                        }
                    }
                }
                out.element("tbody") { out in
                    for record in records.prefix(Self.most) {
                        out.element("tr", ["data-item": ""]) { row(&$0, record) }
                    }
                }
            }
        }
        if records.count > Self.most { out.paragraph("\(records.count - Self.most) more in the CSV.", class: "quiet") }
    }

    private func row(_ out: inout Markup, _ record: SourceRecord) {
        out.element("th", ["scope": "row"]) { out in
            guard let name = record.source.name else { return out.text("(no name)") }
            out.link(site.links.source(name), name)
        }
        out.element("td", record.source.kind.map { Phrases.words($0.rawValue) } ?? "")
        out.element("td", record.source.country.map(site.names.party) ?? "")
        let judged = record.agreed + record.disagreed
        let values = [
            String(record.reports), String(record.encounters),
            judged == 0 ? "" : "\(record.agreed * 100 / judged) % of \(judged)", String(record.weight),
            String(record.upheld), String(record.overruled), String(record.open),
        ]
        for value in values { out.element("td", ["class": "number"], value) }
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("schema", "rapporteur.sources/1")
            out.put("sources", records)
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        let columns: [CSV.Column<SourceRecord>] = [
            CSV.Column("publisher") { .text($0.source.name) }, CSV.Column("kind") { .plain($0.source.kind?.rawValue) },
            CSV.Column("country") { .text($0.source.country) }, CSV.Column("reports") { .number($0.reports) },
            CSV.Column("encounters") { .number($0.encounters) }, CSV.Column("agreed") { .number($0.agreed) },
            CSV.Column("differed") { .number($0.disagreed) }, CSV.Column("weight") { .number($0.weight) },
            CSV.Column("upheld") { .number($0.upheld) }, CSV.Column("overruled") { .number($0.overruled) },
            CSV.Column("open") { .number($0.open) },
        ]
        return Array((CSV.head(columns) + records.map { CSV.line($0, columns) }.joined()).utf8)
    }
}

/// What could not be kept, and why.
struct ProblemsPage: Page {
    let site: Site
    let problems: [Problem]

    var title: String { "Problems" }
    var address: String? { site.links.list("problems") }
    var otherForms: [Form] { [.csv] }
    var fileName: String? { "problems" }

    private static let most = 500

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            out.paragraph(
                "Input that could not be kept, and why. Nothing of it was lost: it stands where it came from.",
                class: "summary")
        }
        guard !problems.isEmpty else { return out.nothing("Everything that came in was kept.") }
        out.scroll("Problems") { out in
            out.element("table", ["class": "index"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        for head in ["Input", "Line", "Code", "Why"] { out.element("th", ["scope": "col"], head) }
                    }
                }
                out.element("tbody") { out in
                    for problem in problems.suffix(Self.most).reversed() {
                        out.element("tr") { out in
                            out.element("th", ["scope": "row"], problem.input)
                            out.element("td", ["class": "number"], String(problem.line))
                            out.element("td") { $0.element("code", problem.code) }
                            out.element("td", problem.message)
                        }
                    }
                }
            }
        }
        if problems.count > Self.most { out.paragraph("The last \(Self.most) of \(problems.count).", class: "quiet") }
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put(
                "problems",
                problems.suffix(Self.most).map { problem in
                    JSONObject { out in
                        out.put("code", problem.code)
                        out.put("input", problem.input)
                        out.put("line", problem.line)
                        out.put("message", problem.message)
                    }
                })
            out.put("schema", "rapporteur.problems/1")
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        let columns: [CSV.Column<Problem>] = [
            CSV.Column("input") { .text($0.input) }, CSV.Column("line") { .number($0.line) },
            CSV.Column("code") { .text($0.code) }, CSV.Column("message") { .text($0.message) },
        ]
        return Array((CSV.head(columns) + problems.map { CSV.line($0, columns) }.joined()).utf8)
    }
}

/// Why there is no page.
struct ErrorPage: Page {
    let error: SiteError

    var title: String {
        switch error.status {
        case 400: "That was not understood"
        case 404: "Nothing here"
        case 503: "Not now"
        default: "That went wrong"
        }
    }
    var address: String? { nil }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.paragraph("\(error.status) · \(error.code)", class: "label")
            out.heading(1, title)
            out.paragraph(error.message, class: "summary")
            out.element("p") { out in
                out.link(site.links.today(), "Today")
                out.text(" · ")
                out.link(site.links.list("search"), "Search")
            }
        }
    }

    /// RFC 9457, with the site's code beside it.
    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("code", error.code)
            out.put("detail", error.message)
            out.put("status", error.status)
            out.put("title", title)
            out.put("type", "about:blank")
        }
    }
}
