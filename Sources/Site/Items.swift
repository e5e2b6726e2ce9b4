package import Contract
import Diplomacy
package import Register
import Wording

// What several pages show: a list of encounters, the mark of a status, a day, a name with its page.

extension Status {
    /// A sign beside the word, so that colour is never all that tells.
    var sign: String {
        switch self {
        case .held: "●"
        case .underWay: "◐"
        case .announced: "○"
        case .proposed: "◌"
        case .postponed, .suspended: "⏸"
        case .cancelled, .declined, .denied: "✕"
        case .lapsed: "?"
        }
    }

    /// The class of its colour.
    var tone: String {
        switch Phrases.style(self) {
        case .good: "good"
        case .pending: "pending"
        default: "bad"
        }
    }
}

extension Encounter {
    /// What a headline needs of an encounter.
    init(_ brief: EncounterBrief) {
        self.init(
            id: brief.id, kind: brief.kind, medium: brief.medium, format: brief.format,
            via: brief.via.isEmpty ? nil : brief.via, status: brief.status, level: brief.level, date: brief.date,
            participants: brief.people.map {
                Participant(person: $0.name, office: $0.office, party: $0.party, role: $0.role, lead: $0.lead)
            }, confidence: 1, evidence: [])
    }
}

extension Site {
    /// Who did what with whom, without offices.
    func headline(_ brief: EncounterBrief) -> String {
        Headline(encounter: Encounter(brief), partyName: names.party).brief
    }

    func dyadName(_ a: String, _ b: String) -> String { "\(names.party(a)) – \(names.party(b))" }
}

extension Markup {
    mutating func status(_ status: Status) {
        element("span", ["class": "status \(status.tone)"]) { out in
            out.element("span", ["aria-hidden": "true"], status.sign + " ")
            out.text(Phrases.status(status))
        }
    }

    /// "1 February 2026", as a date that programs read.
    mutating func day(_ date: PartialDate?) {
        guard let date else { return element("span", ["class": "day"], "no day told") }
        element("time", ["datetime": date.iso, "class": "day"], Phrases.shortDate(date))
    }

    /// A time of the register: "2026-03-12 09:30 UTC".
    mutating func moment(_ time: String) {
        element("time", ["datetime": time], Phrases.moment(time) + " UTC")
    }

    /// What a list says where there is nothing in it.
    mutating func nothing(_ words: String) { paragraph(words, class: "empty") }

    /// Encounters, one a row; the keys `j`, `k` and `o` go through them.
    mutating func encounters(_ briefs: [EncounterBrief], _ site: Site, empty: String) {
        hits(briefs.map { BriefPage.Hit(brief: $0, passage: nil) }, site, empty: empty)
    }

    mutating func hits(_ hits: [BriefPage.Hit], _ site: Site, empty: String) {
        guard !hits.isEmpty else { return nothing(empty) }
        element("ol", ["class": "rows"]) { out in
            for hit in hits { out.element("li", ["class": "row", "data-item": ""]) { $0.row(hit, site) } }
        }
    }

    private mutating func row(_ hit: BriefPage.Hit, _ site: Site) {
        let brief = hit.brief
        day(brief.date)
        element("div", ["class": "what"]) { out in
            out.link(site.links.encounter(brief.id), site.headline(brief), class: "headline")
            out.element("p", ["class": "about"]) { $0.remarks(brief, site) }
            if let passage = hit.passage { out.element("p", ["class": "passage"]) { $0.marked(passage) } }
        }
    }

    private mutating func remarks(_ brief: EncounterBrief, _ site: Site) {
        status(brief.status)
        let how = [Phrases.words(brief.kind.rawValue), Phrases.medium(brief.medium)].compactMap { $0 }
        text(" · \(how.joined(separator: " "))")
        let place = [brief.place, brief.country.map(site.names.party)].compactMap { $0 }
        if !place.isEmpty { text(" · \(place.joined(separator: ", "))") }
        if let series = brief.series, let round = brief.round {
            text(" · \(Phrases.ordinal(round)) round of the \(series)")
        }
        let issues = brief.issues.prefix(3).map(Issue.words)
        if !issues.isEmpty { text(" · \(issues.joined(separator: ", "))") }
        text(" · \(Phrases.count(brief.reports, "report")), \(Phrases.count(brief.origins, "origin"))")
        guard !brief.disputes.isEmpty else { return }
        text(" · ")
        let fields = brief.disputes.map(\.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        element("span", ["class": "disputed"]) { out in
            out.element("span", ["aria-hidden": "true"], "≠ ")
            out.text("\(Phrases.list(fields)) disputed")
        }
    }

    /// A passage with what matched marked.
    private mutating func marked(_ passage: String) {
        for (i, part) in passage.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
            let parts = part.split(separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
            if i > 0, parts.count == 2 {
                element("mark", String(parts[0]))
                text(String(parts[1]))
            } else {
                text(String(part))
            }
        }
    }

    /// Names with their counts as a list of links, and the rest behind a fold.
    mutating func tallies(
        _ tallies: [Profile.Tally], most: Int = 8, _ item: (Profile.Tally) -> (name: String, address: String?)
    ) {
        func write(_ out: inout Markup, _ tallies: some Sequence<Profile.Tally>) {
            out.element("ul", ["class": "tallies"]) { out in
                for tally in tallies {
                    let (name, address) = item(tally)
                    out.element("li") { out in
                        if let address { out.link(address, name) } else { out.element("span", name) }
                        out.text(" ")
                        out.element("span", ["class": "count"], String(tally.count))
                    }
                }
            }
        }
        write(&self, tallies.prefix(most))
        guard tallies.count > most else { return }
        element("details") { out in
            out.element("summary", "\(tallies.count - most) more")
            write(&out, tallies.dropFirst(most).prefix(40))
        }
    }

    /// Styled pieces: a name stands out, the rest is plain.
    mutating func pieces(_ pieces: [Piece]) {
        for piece in pieces {
            switch piece.style {
            case .plain, .quiet: text(piece.text)
            case .strong: element("strong", piece.text)
            case .evidence: element("mark", piece.text)
            case .good, .pending, .bad:
                element(
                    "span", ["class": piece.style == .good ? "good" : piece.style == .bad ? "bad" : "pending"],
                    piece.text)
            }
        }
    }
}

// MARK: - For programs

extension ReportedQuotation: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("quotation", quotation)
        }
    }
}

extension ReportedEvent: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("event", event)
        }
    }
}

extension EncounterBrief: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("country", country)
            $0.put("date", date)
            $0.put("disputed", disputes.map(\.rawValue))
            $0.put("id", id)
            $0.put("issues", issues)
            $0.put("kind", kind)
            $0.put("level", level)
            $0.put("medium", medium)
            $0.put("origins", origins)
            $0.put("outcome", outcome)
            $0.put("parties", parties)
            $0.put("persons", people.compactMap(\.name))
            $0.put("place", place)
            $0.put("reports", reports)
            $0.put("series", series)
            $0.put("status", status)
        }
    }
}

extension Profile.Tally: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("count", count)
            $0.put("value", value)
        }
    }
}
