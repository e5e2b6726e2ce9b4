package import Contract
import Diplomacy
import Exchange
package import Register
import Wording

/// The first page: what is new, moved, disputed and expected, and who fell silent.
struct TodayPage: Page {
    let view: TodayView
    let state: RegisterState
    let site: Site

    var title: String { "Today" }
    var section: String? { "Today" }
    var address: String? { site.links.today() }
    var otherForms: [Form] { [.atom, .csv] }
    var fileName: String? { "latest" }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, "Today")
            out.paragraph(summary, class: "summary")
        }
        guard state.encounters > 0 else { return empty(&out) }
        out.element("div", ["class": "columns"]) { out in
            out.element("div", ["class": "wide"]) { out in
                if !view.disputed.isEmpty {
                    section(&out, "disputed", "Where reports disagree", more: "disputed:yes") {
                        $0.encounters(Array(view.disputed.prefix(5)), site, empty: "")
                    }
                }
                section(&out, "latest", "Latest encounters", more: "-status:announced -status:proposed") {
                    $0.encounters(view.latest, site, empty: "No encounter up to this day.")
                }
            }
            out.element("aside", ["class": "narrow"]) { side(&$0) }
        }
    }

    private func side(_ out: inout Markup) {
        section(&out, "ahead", "Expected") { out in
            out.encounters(Array(view.ahead.prefix(8)), site, empty: "Nothing is announced.")
            out.element("p", ["class": "more"]) { $0.link(site.links.calendar(), "The calendar") }
        }
        section(&out, "moved", "Changed in the register") { out in
            guard !view.moved.isEmpty else { return out.nothing("Nothing has changed since it was first recorded.") }
            out.element("ul", ["class": "notes"]) { out in
                for moved in view.moved.prefix(8) { out.element("li") { self.moved(&$0, moved) } }
            }
        }
        section(&out, "silent", "Fell silent") { out in
            guard !view.silent.isEmpty else { return out.nothing("Every source is heard as often as usual.") }
            out.element("ul", ["class": "notes"]) { out in
                for source in view.silent.prefix(8) {
                    out.element("li") { out in
                        out.link(site.links.source(source.publisher), source.publisher)
                        out.text(
                            ": nothing for \(Phrases.count(source.days, "day")), never more than "
                                + "\(Phrases.count(source.usual, "day")) before")
                    }
                }
            }
        }
    }

    private func moved(_ out: inout Markup, _ moved: TodayView.Moved) {
        if let brief = moved.brief {
            out.link(site.links.encounter(brief.id), site.headline(brief))
            let what = moved.change.heir == nil ? moved.change.change : "two records became one"
            out.text(" — \(what) ")
        } else {
            out.text("\(moved.change.encounter) was withdrawn ")
        }
        out.element("span", ["class": "quiet"]) { $0.moment(moved.change.time) }
    }

    private func section(
        _ out: inout Markup, _ id: String, _ title: String, more query: String? = nil, _ fill: (inout Markup) -> Void
    ) {
        out.part(id, title) { out in
            fill(&out)
            if let query { out.element("p", ["class": "more"]) { $0.link(site.links.search(query), "All of them") } }
        }
    }

    private func empty(_ out: inout Markup) {
        out.element("div", ["class": "blank"]) { out in
            out.paragraph("This register is empty. Fill it from a terminal:")
            out.element("pre") { $0.element("code", "rapporteur add --register register.sqlite reports.jsonl") }
            out.paragraph("Reload this page afterwards; the site need not be started again.")
        }
    }

    private var summary: String {
        let size =
            "\(Phrases.count(state.encounters, "encounter")) from \(Phrases.count(state.reports, "report"))"
        return state.clock.map { "\(size), up to \(Phrases.day($0))." } ?? "\(size)."
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("ahead", view.ahead)
            out.put("clock", state.clock?.iso)
            out.put("disputed", view.disputed)
            out.put("encounters", state.encounters)
            out.put("latest", view.latest)
            out.put("moved", view.moved)
            out.put("reports", state.reports)
            out.put("schema", "rapporteur.today/1")
            out.put("silent", view.silent)
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        form == .atom
            ? site.feed(view.latest, title: "Latest encounters", address: site.links.today())
            : site.table(view.latest)
    }
}

extension TodayView.Moved: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("change", change.change)
            $0.put("encounter", change.encounter)
            $0.put("now", brief)
            $0.put("time", change.time)
        }
    }
}

extension SilentSource: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("days", days)
            $0.put("last", last.iso)
            $0.put("publisher", publisher)
            $0.put("usual", usual)
        }
    }
}
