package import Contract
import Corroboration
import Diplomacy
import Exchange
package import Register
import Wording

// The tables of a subject's page, and its other forms.

extension SubjectPage {
    /// The issues of each year: how many encounters had them.
    func agenda(_ out: inout Markup) {
        let issues = profile.issues.prefix(12).map(\.value)
        let years = profile.issuesByYear.prefix(15)
        out.scroll("Agenda by year") {
            out in
            out.element("table", ["class": "agenda"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        out.element("th", ["scope": "col"], "Issue")
                        for year in years.reversed() { out.element("th", ["scope": "col"], String(year.year)) }
                    }
                }
                out.element("tbody") { out in
                    for issue in issues {
                        out.element("tr") { out in
                            out.element("th", ["scope": "row"]) { $0.link(site.links.issue(issue), Issue.words(issue)) }
                            for year in years.reversed() {
                                let count = year.issues.first { $0.value == issue }?.count ?? 0
                                out.element("td", ["class": "number"], count == 0 ? "" : String(count))
                            }
                        }
                    }
                }
            }
        }
    }

    /// What each side said on each issue, side by side.
    func positionTable(_ out: inout Markup) {
        guard case .dyad(let dyad) = subject else { return }
        let sides = [dyad.first, dyad.second]
        var issues: [String] = []
        for position in positions where !issues.contains(position.issue) { issues.append(position.issue) }
        out.paragraph("As the newest reports of their encounters give it.", class: "quiet")
        out.scroll("Positions") { out in
            out.element("table", ["class": "positions"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        out.element("th", ["scope": "col"], "On")
                        for side in sides { out.element("th", ["scope": "col"], site.names.party(side)) }
                    }
                }
                out.element("tbody") { out in
                    for issue in issues.prefix(12) {
                        out.element("tr") { out in
                            out.element("th", ["scope": "row"], Issue.words(issue))
                            for side in sides {
                                out.element("td") { out in
                                    for position in positions.filter({ $0.issue == issue && $0.party == side }).prefix(
                                        3)
                                    {
                                        out.element("p") { self.position(&$0, position) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func position(_ out: inout Markup, _ position: Position) {
        out.element("strong", Phrases.words(position.stance))
        out.text(" ")
        out.link("\(site.links.report(position.document))#s\(position.span.start)-\(position.span.end)", position.words)
    }

    // MARK: - Other forms

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("ahead", ahead)
            out.put("encounters", page.hits.map(\.brief))
            out.put("kind", subject.label.lowercased())
            out.put("next", page.next.map { Cursor.text($0) })
            out.put("positions", positions)
            out.put("profile", profile)
            out.put("query", subject.words)
            out.put("schema", "rapporteur.subject/1")
            out.put("source", record)
            out.put("title", title)
        }
    }

    func other(_ form: Form, _ site: Site) throws -> [UInt8]? {
        switch form {
        case .atom: site.feed(page.hits.map(\.brief), title: title, address: address ?? "")
        case .ics: site.calendar(ahead, name: "\(title): expected encounters")
        default: site.table(page.hits.map(\.brief))
        }
    }
}

extension Profile: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("count", count)
            $0.put("disputed", disputed)
            $0.put("gaps", gaps)
            $0.put("is_more", isMore)
            $0.put("issues", issues)
            $0.put("kinds", kinds)
            $0.put("levels", levels)
            $0.put("mediums", mediums)
            $0.put("months", months.filter { $0.all > 0 })
            $0.put("parties", parties)
            $0.put("persons", persons.prefix(200).map { $0.named("party") })
            $0.put("places", places.prefix(200).map { $0.named("country") })
            $0.put("series", series)
            $0.put("statuses", statuses)
        }
    }
}

extension Profile.Tally {
    /// A tally of two halves; keys are in order whatever the second is called.
    fileprivate func named(_ second: StaticString) -> JSONObject {
        let (name, other) = SubjectPage.pair(value)
        return JSONObject { out in
            out.put("count", count)
            if "\(second)" < "name" { out.put(second, other) }
            out.put("name", name)
            if "\(second)" > "name" { out.put(second, other) }
        }
    }
}

extension Profile.Month: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("failed", failed)
            $0.put("held", held)
            $0.put("month", String(Day(year: year, month: month, day: 1)?.iso.prefix(7) ?? ""))
            $0.put("planned", planned)
        }
    }
}

extension Position: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("issue", issue)
            $0.put("party", party)
            $0.put("span", span)
            $0.put("stance", stance)
            $0.put("words", words)
        }
    }
}
