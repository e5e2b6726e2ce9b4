import Analysis
import Charts
import Contract
import Corroboration
import Diplomacy
import Dossier
import Register
import Wording

/// What a dialogue is doing: its timeline with coverage and phases, rhythm, agenda, alignment, positions, outlook.
struct DyadMeasuresPage: Page {
    let site: Site
    let dossier: DyadDossier

    var title: String { "\(site.dyadName(dossier.dyad.first, dossier.dyad.second)): what it is doing" }
    var section: String? { "Dialogues" }
    var address: String? { site.links.measures(dossier.dyad) }
    var otherForms: [Form] { [.csv, .svg] }
    var fileName: String? { dossier.dyad.code.lowercased() }

    func write(_ out: inout Markup, _ site: Site) {
        let (dyad, name) = (dossier.dyad, site.names.party)
        out.element("div", ["class": "lede"]) { out in
            out.paragraph("What a dialogue is doing", class: "label")
            out.heading(1, "\(name(dyad.first)) and \(name(dyad.second))")
            out.paragraph(
                "\(Phrases.count(dossier.rhythm.n, "contact")) between officials in office, as of \(Phrases.day(dossier.asOf)); "
                    + dossier.rhythm.silence.words + ".", class: "summary")
            out.element("p") { $0.link(site.links.dyad(dyad.first, dyad.second), "Its encounters") }
        }
        guard !dossier.contacts.isEmpty else { return out.nothing("Undefined: no contacts.") }
        out.figure(dossier.timelineFigure(name: name), width: 1000)
        out.element("div", ["class": "columns"]) { out in
            out.element("div", ["class": "wide"]) { out in
                if let phases = dossier.phases?.phases, phases.count > 1 {
                    out.part("phases", "Phases") { self.phases(&$0, phases) }
                }
                if dossier.rhythm.agenda.n > 0 {
                    out.part("agenda", "Agenda") { $0.figure(dossier.agendaFigure(name: name)) }
                }
                out.part("alignment", "Alignment") { alignment(&$0) }
                if !dossier.positions.isEmpty { out.part("positions", "Positions") { positions(&$0) } }
                out.part("outlook", "Outlook") { outlook(&$0) }
            }
            out.element("aside", ["class": "narrow"]) { out in
                out.part("rhythm", "Rhythm") { rhythm(&$0) }
                if !dossier.series.isEmpty { out.part("series", "Standing dialogues") { series(&$0) } }
                if !dossier.deeds.isEmpty { out.part("deeds", "Beside the talks") { deeds(&$0) } }
                out.part("counted", "What is counted") { counted(&$0) }
            }
        }
    }

    private func rhythm(_ out: inout Markup) {
        let rhythm = dossier.rhythm
        out.facts { out in
            if let median = rhythm.gaps.median {
                let quartiles = [rhythm.gaps.lowerQuartile, rhythm.gaps.upperQuartile].compactMap { $0 }.map {
                    Phrases.number($0, 0)
                }
                out.fact(
                    "From one contact to the next",
                    "\(Phrases.number(median, 0)) days in the middle (quartiles \(quartiles.joined(separator: ", ")); n = \(rhythm.gaps.n))"
                )
                out.fact("Course", rhythm.gaps.course.rawValue)
            }
            if rhythm.silence.isUnusual == true {
                out.fact("Silence", "unusual: fewer than one gap in twenty was as long")
            }
            out.fact("Levels", rhythm.levels.words)
            if let baseline = dossier.baseline { out.fact("Last whole month", baseline.words) }
        }
        for carriers in rhythm.carriers {
            out.heading(3, site.names.party(carriers.party))
            out.element("ul", ["class": "plain"]) { out in
                for person in carriers.people.prefix(4) {
                    out.element("li") { out in
                        out.link(site.links.person(person.name), person.name)
                        out.text(" \(person.count)")
                    }
                }
            }
        }
    }

    private func phases(_ out: inout Markup, _ phases: [Phases.Phase]) {
        out.grid("Phases", ["Days", "Contacts a year", "95 % interval", "Contacts"]) { out in
            for phase in phases {
                out.element("tr") { out in
                    out.element("th", ["scope": "row"]) { out in
                        let days = "\(phase.days.lowerBound.iso)/\(phase.days.upperBound.iso)"
                        let words = "\(Phrases.month(phase.days.lowerBound)) to \(Phrases.month(phase.days.upperBound))"
                        out.link(site.links.search("dyad:\(dossier.dyad.code) date:\(days)"), words)
                    }
                    let interval =
                        "\(Phrases.number(phase.interval.lowerBound, 1)) to \(Phrases.number(phase.interval.upperBound, 1))"
                    for cell in [Phrases.number(phase.rate, 1), interval, "\(phase.n)"] {
                        out.element("td", ["class": "number"], cell)
                    }
                }
            }
        }
    }

    private func series(_ out: inout Markup) {
        for dialogue in dossier.series {
            out.element("p") { out in
                out.link(site.links.series(dialogue.series), dialogue.series)
                out.text(": \(dialogue.words)")
            }
        }
    }

    private func deeds(_ out: inout Markup) {
        out.paragraph("Events between the two in the last year, once a day and kind.", class: "quiet")
        out.facts { out in
            for kind in DyadEvent.Class.allCases {
                let count = dossier.deeds.count { $0.eventClass == kind }
                out.fact(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst(), "\(count)")
            }
        }
    }

    private func alignment(_ out: inout Markup) {
        let alignment = dossier.alignment
        if let reason = alignment.undefined { return out.undefined(reason) }
        out.figure(alignment.figure(asOf: dossier.asOf, name: site.names.party))
        if alignment.sessions.contains(where: { $0.positions != nil }) {
            out.figure(alignment.positionsFigure(asOf: dossier.asOf, name: site.names.party))
        }
        out.element("p") { $0.link(site.links.list("beyond"), "Beside the dialogue of all dyads") }
    }

    private func positions(_ out: inout Markup) {
        out.paragraph(
            "What each was reported to support and to oppose, of its newest statements; issues are compared, not texts.",
            class: "quiet")
        let (first, second) = (site.names.party(dossier.dyad.first), site.names.party(dossier.dyad.second))
        out.grid("Positions", ["Issue", "They", first, second, "Publishers"]) { out in
            for issue in dossier.positions.prefix(12) {
                out.element("tr", ["data-item": ""]) { out in
                    out.element("th", ["scope": "row"]) {
                        $0.link(
                            site.links.search("dyad:\(dossier.dyad.code) issue:\(issue.issue)"),
                            Issue.words(issue.issue))
                    }
                    out.element("td", issue.relation.rawValue)
                    for side in issue.sides {
                        out.element("td") { out in
                            let told = Stance.allCases.filter { side.count($0) > 0 }
                            out.text(
                                told.map { "\(Phrases.words($0.rawValue)) \(side.count($0))" }.joined(separator: ", "))
                            if let newest = side.statements.first {
                                out.text(" ")
                                out.link(site.links.report(newest.document), "last \(Phrases.day(newest.day))")
                            }
                        }
                    }
                    out.element(
                        "td", ["class": "number"], issue.sides.map { "\($0.publishers)" }.joined(separator: ", "))
                }
            }
        }
    }

    private func outlook(_ out: inout Markup) {
        guard let best = dossier.outlook.best else { return out.undefined(dossier.outlook.undefined ?? "") }
        out.paragraph(
            Outlook.horizons.map { "\(Phrases.percent(best.chance(within: $0))) within \($0) days" }.joined(
                separator: ", ")
                + ": the probability of a contact after \(Phrases.day(best.origin)). \(best.forecaster.statement)")
        out.figure(dossier.outlookFigure(name: site.names.party))
        if !dossier.outlook.levels.isEmpty {
            out.grid("By level", ["Level"] + Outlook.horizons.map { "\($0) days" }) { out in
                for (level, outlook) in dossier.outlook.levels {
                    out.element("tr") { out in
                        out.element("th", ["scope": "row"], Phrases.level(level))
                        for horizon in Outlook.horizons {
                            out.element("td", ["class": "number"], Phrases.percent(outlook.chance(within: horizon)))
                        }
                    }
                }
            }
        }
        out.encounters(dossier.outlook.announced.map(\.brief), site, empty: "Nothing is announced.")
    }

    private func counted(_ out: inout Markup) {
        out.paragraph(
            "Encounters that were held between officials in office on both sides; a visit and what took place in its course are one "
                + "contact, and so is all of one day. \(Phrases.count(dossier.book.apart.count, "encounter")) of others "
                + "(not in office, parliaments, business) are not counted.", class: "quiet")
    }

    func json(_ site: Site) -> any JSONWritable { dossier }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        site.written(form, dossier.csv(), dossier.timelineFigure(name: site.names.party))
    }
}
