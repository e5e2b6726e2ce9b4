import Analysis
import Contract
import Corroboration
import Diplomacy
import Dossier
import Exchange
import Register
import Wording

/// What is announced and proposed from the register's day on, and who says so.
struct CalendarPage: Page {
    let site: Site
    let clock: Day?
    let ahead: [EncounterBrief]
    /// The standing dialogues of the register, and the outlook of every dyad.
    let due: SeriesList
    let outlook: OutlookList

    var title: String { "Calendar" }
    var section: String? { "Calendar" }
    var address: String? { site.links.calendar() }
    var otherForms: [Form] { [.ics, .csv, .atom] }
    var fileName: String? { "expected" }

    /// Who confirms an encounter.
    enum Word: String {
        case both = "confirmed by both sides"
        case one = "confirmed by one side"
        case press = "by the press alone"

        init(_ brief: EncounterBrief) {
            let own = Set(brief.sides).intersection(brief.parties)
            self = own.count > 1 ? .both : own.count == 1 ? .one : .press
        }

        var sign: String {
            switch self {
            case .both: "●●"
            case .one: "●○"
            case .press: "○○"
            }
        }
    }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            let from = clock.map { " from \(Phrases.day($0)) on, the last day of the reports" } ?? ""
            out.paragraph("Encounters that are announced or proposed\(from).", class: "summary")
        }
        announced(&out)
        rounds(&out)
        likely(&out)
    }

    private func announced(_ out: inout Markup) {
        guard !ahead.isEmpty else { return out.nothing("Nothing is announced.") }
        var month = ""
        for brief in ahead {
            let own = brief.date.map(Self.month) ?? "Without a day"
            if own != month {
                month = own
                out.element("section", ["aria-label": month]) { out in
                    out.heading(2, month)
                    out.element("ol", ["class": "rows"]) { out in
                        for brief in ahead where (brief.date.map(Self.month) ?? "Without a day") == month {
                            out.element("li", ["class": "row", "data-item": ""]) { row(&$0, brief) }
                        }
                    }
                }
            }
        }
    }

    private static func month(_ date: PartialDate) -> String { Phrases.month(date.start) }

    private static let (mostRounds, mostLikely) = (12, 12)
    /// Days from the day of the account.
    private static let (longestOverdue, farthestDue) = (365, 183)

    /// Rounds of standing dialogues that are due within half a year, or were within the last year.
    private func rounds(_ out: inout Markup) {
        let near = due.dialogues.compactMap { dialogue in dialogue.cadence.map { (dialogue, $0) } }
            .filter { (-Self.longestOverdue...Self.farthestDue).contains($0.1.due - due.asOf) }
            .sorted { ($0.1.due, $0.0.series) < ($1.1.due, $1.0.series) }
        guard !near.isEmpty else { return }
        out.part("rounds", "Rounds that are due") { out in
            out.paragraph("By the pace of earlier rounds; nobody need have announced them.", class: "quiet")
            out.grid("Rounds that are due", ["Dialogue", "Due", "Between", "Rounds"]) { out in
                for (dialogue, cadence) in near.prefix(Self.mostRounds) {
                    out.element("tr", ["data-item": ""]) { out in
                        out.element("th", ["scope": "row"]) {
                            $0.link(site.links.series(dialogue.series), dialogue.series)
                        }
                        let late = cadence.overdue > 0 ? ", overdue by \(Phrases.count(cadence.overdue, "day"))" : ""
                        out.element("td", ["class": "number"], Phrases.month(cadence.due) + late)
                        out.element(
                            "td", ["class": "number"],
                            "\(cadence.dueRange.lowerBound.iso) and \(cadence.dueRange.upperBound.iso)")
                        out.element("td", ["class": "number"], "\(dialogue.n)")
                    }
                }
            }
        }
    }

    private func likely(_ out: inout Markup) {
        guard !outlook.rows.isEmpty else { return }
        out.part("outlook", "Likely contacts") { out in
            out.paragraph("The probability of at least one contact. \(outlook.method)", class: "quiet")
            out.grid("Likely contacts", ["Dialogue", "30 days", "90 days", "180 days", "Last contact"]) { out in
                for row in outlook.rows.prefix(Self.mostLikely) {
                    out.element("tr", ["data-item": ""]) { out in
                        out.element("th", ["scope": "row"]) {
                            $0.link(
                                site.links.measures(row.dyad), site.dyadName(row.dyad.first, row.dyad.second))
                        }
                        for chance in row.chances { out.element("td", ["class": "number"], Phrases.percent(chance)) }
                        out.element("td", ["class": "number"], row.last.map(Phrases.day) ?? "")
                    }
                }
            }
        }
    }

    private func row(_ out: inout Markup, _ brief: EncounterBrief) {
        out.day(brief.date)
        out.element("div", ["class": "what"]) { out in
            out.link(site.links.encounter(brief.id), site.headline(brief), class: "headline")
            out.element("p", ["class": "about"]) { out in
                out.status(brief.status)
                let place = [brief.place, brief.country.map(site.names.party)].compactMap { $0 }
                if !place.isEmpty { out.text(" · \(place.joined(separator: ", "))") }
                let word = Word(brief)
                out.text(" · ")
                out.element("span", ["aria-hidden": "true"], word.sign + " ")
                out.text(word == .one ? "\(word.rawValue), \(Phrases.list(own(brief)))" : word.rawValue)
            }
        }
    }

    private func own(_ brief: EncounterBrief) -> [String] {
        brief.parties.filter(brief.sides.contains).map(site.names.party)
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("clock", clock?.iso)
            out.put(
                "expected",
                ahead.map { brief in
                    JSONObject { out in
                        out.put("confirmed_by", brief.parties.filter(brief.sides.contains))
                        out.put("encounter", brief)
                    }
                })
            out.put("outlook", outlook)
            out.put("schema", "rapporteur.calendar/1")
            out.put("series", due)
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        switch form {
        case .ics: site.calendar(ahead, name: "Expected encounters")
        case .atom: site.feed(ahead, title: "Expected encounters", address: site.links.calendar())
        default: site.table(ahead)
        }
    }
}
