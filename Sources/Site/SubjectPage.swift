import Analysis
import Contract
import Corroboration
import Diplomacy
import Exchange
import Register
import Wording

/// A dyad, party, person, issue, place, series or source: its course over the years, its rhythm, its agenda, and its encounters.
struct SubjectPage: Page {
    let site: Site
    let subject: Subject
    /// The days to which a reader has narrowed it.
    let stretch: Stretch
    let profile: Profile
    let ahead: [EncounterBrief]
    let page: BriefPage
    /// Of a dyad: what each side said on an issue.
    var positions: [Position]
    /// Of a source.
    var record: SourceRecord?
    var copies: CopyCount?
    /// Of a standing dialogue.
    var dialogue: StandingDialogue?
    /// Points of the timeline, the oldest first.
    var points: [EncounterBrief]

    /// Days that a page is narrowed to, both included.
    struct Stretch: Equatable {
        var first: Day?
        var last: Day?
        var isWhole: Bool { first == nil && last == nil }
    }

    var title: String { subject.title(site.names) }
    var section: String? { subject.section }
    var address: String? { address(stretch) }
    var otherForms: [Form] { [.csv, .atom, .ics] }
    var fileName: String? { "encounters" }

    func address(_ stretch: Stretch) -> String {
        Links.address(subject.address(site.links), [("from", stretch.first?.iso), ("to", stretch.last?.iso)])
    }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { lede(&$0) }
        guard profile.count > 0 else {
            return out.nothing("No encounter in the register\(stretch.isWhole ? "" : " in these days").")
        }
        out.element("div", ["class": "columns"]) { out in
            out.element("div", ["class": "wide"]) { out in
                course(&out)
                if !ahead.isEmpty {
                    out.part("ahead", "Expected") { $0.encounters(ahead, site, empty: "") }
                }
                out.part("latest", "Encounters") { out in
                    out.hits(page.hits, site, empty: "None.")
                    if page.next != nil || profile.count > page.hits.count {
                        out.element("p", ["class": "more"]) {
                            $0.link(
                                site.links.search(narrowed),
                                "All \(profile.isMore ? "of them" : "\(profile.count)") in the search")
                        }
                    }
                }
                if !positions.isEmpty { out.part("positions", "Positions") { positionTable(&$0) } }
                if profile.issuesByYear.count > 1 { out.part("agenda", "Agenda by year") { agenda(&$0) } }
            }
            out.element("aside", ["class": "narrow"]) { side(&$0) }
        }
    }

    // MARK: - The head

    private func lede(_ out: inout Markup) {
        out.paragraph(subject.label, class: "label")
        out.heading(1, title)
        out.paragraph(summary, class: "summary")
        if case .dyad(let dyad) = subject {
            out.element("p") { out in
                out.link(site.links.party(dyad.first), site.names.party(dyad.first))
                out.text(" · ")
                out.link(site.links.party(dyad.second), site.names.party(dyad.second))
                out.text(" · ")
                out.link(site.links.measures(dyad), "Rhythm, phases, alignment, outlook")
            }
        }
        if case .person(let name) = subject { offices(&out, site.names.terms(name)) }
        if let record { standing(&out, record) }
        if let dialogue { out.paragraph(dialogue.words) }
    }

    private var summary: String {
        guard profile.count > 0 else { return "" }
        let held = profile.statuses.first { $0.value == Status.held.rawValue }?.count ?? 0
        var words =
            profile.isMore
            ? "The newest \(profile.count) encounters"
            : profile.count == 1 ? "One encounter" : "\(profile.count) encounters"
        switch held {
        case profile.count: words += profile.count == 1 ? ", which took place" : ", all of which took place"
        case 0: words += profile.count == 1 ? ", which has not taken place" : ", none of which took place"
        default: words += ", of which \(held) took place"
        }
        if let last = profile.lastHeld { words += ", the last on \(Phrases.day(last))" }
        if profile.disputed > 0 {
            words +=
                "; reports disagree on \(profile.disputed == profile.count ? "" : "\(profile.disputed) of ")\(profile.count == 1 ? "it" : "them")"
        }
        return words + "."
    }

    private func offices(_ out: inout Markup, _ terms: [Names.Term]) {
        guard !terms.isEmpty else { return }
        out.element("table", ["class": "offices"]) { out in
            out.element("caption", "Offices, by the lexicon")
            out.element("thead") { out in
                out.element("tr") { out in
                    for head in ["Office", "Party", "From", "To"] { out.element("th", ["scope": "col"], head) }
                }
            }
            out.element("tbody") { out in
                for term in terms {
                    out.element("tr") { out in
                        out.element("th", ["scope": "row"], term.office)
                        out.element("td") { out in
                            guard let party = term.party else { return }
                            out.link(site.links.party(party), site.names.party(party))
                        }
                        out.element("td", term.from ?? "not known")
                        out.element("td", term.to ?? (term.from == nil ? "not known" : "in office, or not known"))
                    }
                }
            }
        }
    }

    /// How a source's word has fared.
    private func standing(_ out: inout Markup, _ record: SourceRecord) {
        let source = record.source
        let what = [source.kind.map { Phrases.words($0.rawValue) }, source.country.map(site.names.party)].compactMap {
            $0
        }
        if !what.isEmpty { out.paragraph(what.joined(separator: ", ")) }
        out.element("dl", ["class": "figures"]) { out in
            func figure(_ name: String, _ value: String, _ note: String) {
                out.element("div") { out in
                    out.element("dt", name)
                    out.element("dd") { out in
                        out.element("strong", value)
                        out.text(" \(note)")
                    }
                }
            }
            figure("Reports", String(record.reports), "of \(Phrases.count(record.encounters, "encounter"))")
            let judged = record.agreed + record.disagreed
            if judged > 0 {
                figure(
                    "Borne out", "\(record.agreed * 100 / judged) %",
                    "of \(judged) first words on a day, a country or a course that two other origins tell too")
            }
            figure("Weight", String(record.weight), "of 100, where reports contradict one another")
            let disputed = record.upheld + record.overruled + record.open
            if disputed > 0 {
                figure(
                    "In dispute", String(disputed),
                    "values: \(record.upheld) kept, \(record.overruled) not, \(record.open) not settled")
            }
            if let copies, copies.reports > 0 {
                figure(
                    "Copies", "\(copies.copies * 100 / copies.reports) %",
                    "of its newest \(copies.reports) reports go back to an earlier report or one statement")
            }
        }
    }

    // MARK: - The course

    private func course(_ out: inout Markup) {
        zoom(&out)
        CourseChart(profile.months).write(&out, title: "Encounters") { bar in
            address(Stretch(first: bar.first, last: bar.last))
        }
        if points.count > 1 {
            Timeline(points: points).write(&out, site)
        }
    }

    /// Links to the years, by which the page is narrowed without a script.
    private func zoom(_ out: inout Markup) {
        let years = stretch.isWhole ? Set(profile.months.filter { $0.all > 0 }.map(\.year)).sorted(by: >) : []
        guard years.count > 1 || !stretch.isWhole else { return }
        out.element("nav", ["class": "zoom", "aria-label": "Days shown"]) { out in
            if stretch.isWhole {
                out.text("Narrow to ")
                for year in years.prefix(30) {
                    let whole = Stretch(
                        first: Day(year: year, month: 1, day: 1), last: Day(year: year, month: 12, day: 31))
                    out.link(address(whole), String(year))
                    out.text(" ")
                }
            } else {
                let from = stretch.first.map(Phrases.day) ?? "the beginning"
                out.text("\(from) to \(stretch.last.map(Phrases.day) ?? "today"). ")
                out.link(address(Stretch()), "All years")
            }
        }
    }

    // MARK: - The side

    private func side(_ out: inout Markup) {
        if profile.gaps.count > 1 { out.part("rhythm", "Rhythm") { rhythm(&$0) } }
        let partners = profile.parties.filter { !subject.parties.contains($0.value) }
        list(&out, partners, "partners", partnerTitle) { tally in
            let name = site.names.party(tally.value)
            if case .party(let own) = subject { return (name, site.links.dyad(own, tally.value)) }
            return (name, site.links.party(tally.value))
        }
        let persons = profile.persons.filter { !isSelf($0) }
        list(&out, persons, "carriers", subject.isPerson ? "Met with" : "Who carries it") { tally in
            let (name, party) = Self.pair(tally.value)
            return (party.map { "\(name) (\(site.names.party($0)))" } ?? name, site.links.person(name))
        }
        list(&out, profile.series, "series", "Standing dialogues") { ($0.value, site.links.series($0.value)) }
        if case .issue = subject {
        } else {
            list(&out, profile.issues, "issues", "Issues") { (Issue.words($0.value), site.links.issue($0.value)) }
        }
        list(&out, profile.levels, "levels", "Levels") {
            (Phrases.words($0.value), site.links.search("\(subject.words) level:\($0.value)"))
        }
        list(&out, profile.places, "places", "Places") { tally in
            let (name, country) = Self.pair(tally.value)
            return (country.map { "\(name), \(site.names.party($0))" } ?? name, site.links.place(name))
        }
        if let map = PlaceMap(profile) {
            out.part("map", "On the map") { map.write(&$0, site) }
        }
    }

    private var partnerTitle: String {
        if case .dyad = subject { return "Others at the table" }
        return "Parties"
    }

    private func isSelf(_ tally: Profile.Tally) -> Bool {
        if case .person(let name) = subject { return Self.pair(tally.value).0 == name }
        return false
    }

    /// The two halves of a tally's value; the second is `nil` where it is empty.
    static func pair(_ value: String) -> (String, String?) {
        let parts = value.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
    }

    private func list(
        _ out: inout Markup, _ tallies: [Profile.Tally], _ id: String, _ title: String,
        _ item: (Profile.Tally) -> (name: String, address: String?)
    ) {
        guard !tallies.isEmpty else { return }
        out.part(id, title) { $0.tallies(tallies, item) }
    }

    private func rhythm(_ out: inout Markup) {
        let gaps = profile.gaps.sorted()
        let middle = gaps[gaps.count / 2]
        let longest = gaps.last ?? 0
        out.paragraph(
            "Of the last \(gaps.count + 1) days with an encounter that took place: \(Phrases.count(middle, "day")) from one to the "
                + "next in the middle, \(Phrases.count(longest, "day")) at most.")
        let months = profile.months.suffix(12)
        let held = months.reduce(0) { $0 + $1.held }
        out.paragraph(
            "\(Phrases.count(held, "encounter")) took place in the last \(Phrases.count(months.count, "month")) of the record."
        )
    }

    /// ``Subject/words`` with the days.
    private var narrowed: String {
        guard !stretch.isWhole else { return subject.words }
        return "\(subject.words) date:\(stretch.first?.iso ?? "..")/\(stretch.last?.iso ?? "..")"
    }
}

extension Subject {
    var isPerson: Bool { if case .person = self { true } else { false } }
}
