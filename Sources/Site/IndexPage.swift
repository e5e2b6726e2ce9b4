import Contract
import Diplomacy
import Exchange
import Register
import Wording

/// The dialogues, parties, persons, issues, places or series of the newest encounters, those with most first.
struct IndexPage: Page {
    /// What it lists.
    enum Kind: String {
        case dyads, parties, persons, issues, places, series
    }

    let site: Site
    let kind: Kind
    let profile: Profile

    var title: String {
        switch kind {
        case .dyads: "Dialogues"
        case .parties: "Parties"
        case .persons: "Persons"
        case .issues: "Issues"
        case .places: "Places"
        case .series: "Standing dialogues"
        }
    }
    var section: String? { [.parties, .series].contains(kind) ? "Dialogues" : title }
    var address: String? { site.links.list(kind.rawValue) }
    var otherForms: [Form] { [.csv] }
    var fileName: String? { kind.rawValue }

    private var tallies: [Profile.Tally] {
        switch kind {
        case .dyads: profile.dyads
        case .parties: profile.parties
        case .persons: profile.persons
        case .issues: profile.issues
        case .places: profile.places
        case .series: profile.series
        }
    }

    /// The most rows.
    private static let most = 200

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            let scope =
                profile.isMore ? "the newest \(profile.count) encounters" : Phrases.count(profile.count, "encounter")
            out.paragraph("Of \(scope), those with most first.", class: "summary")
            if kind == .dyads {
                out.element("p") { out in
                    out.link(site.links.list("parties"), "By party")
                    out.text(" · ")
                    out.link(site.links.list("series"), "Standing dialogues")
                }
            }
        }
        if kind == .places, let map = PlaceMap(profile) { map.write(&out, site) }
        guard !tallies.isEmpty else { return out.nothing("None in the register.") }
        out.element("table", ["class": "index"]) { out in
            out.element("thead") { out in
                out.element("tr") { out in
                    out.element("th", ["scope": "col"], title)
                    out.element("th", ["scope": "col", "class": "number"], "Encounters")
                }
            }
            out.element("tbody") { out in
                for tally in tallies.prefix(Self.most) {
                    let (name, address) = item(tally)
                    out.element("tr", ["data-item": ""]) { out in
                        out.element("th", ["scope": "row"]) { $0.link(address, name) }
                        out.element("td", ["class": "number"], String(tally.count))
                    }
                }
            }
        }
        if tallies.count > Self.most {
            out.paragraph("\(tallies.count - Self.most) more in the search.", class: "quiet")
        }
    }

    private func item(_ tally: Profile.Tally) -> (name: String, address: String) {
        let (name, other) = SubjectPage.pair(tally.value)
        let party = other.map(site.names.party)
        switch kind {
        case .dyads:
            let parties = tally.value.split(separator: "-", maxSplits: 1).map(String.init)
            guard parties.count == 2 else { return (tally.value, site.links.search("dyad:\(tally.value)")) }
            return (site.dyadName(parties[0], parties[1]), site.links.dyad(parties[0], parties[1]))
        case .parties: return (site.names.party(name), site.links.party(name))
        case .persons: return (party.map { "\(name) (\($0))" } ?? name, site.links.person(name))
        case .issues: return (Issue.words(name), site.links.issue(name))
        case .places: return (party.map { "\(name), \($0)" } ?? name, site.links.place(name))
        case .series: return (name, site.links.series(name))
        }
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("encounters", profile.count)
            out.put("is_more", profile.isMore)
            out.put(
                "items",
                tallies.prefix(Self.most).map { tally in
                    JSONObject { out in
                        out.put("count", tally.count)
                        out.put("name", item(tally).name)
                        out.put("value", SubjectPage.pair(tally.value).0)
                    }
                })
            out.put("kind", kind.rawValue)
            out.put("schema", "rapporteur.index/1")
        }
    }

    func other(_ form: Form, _ site: Site) -> [UInt8]? {
        let columns: [CSV.Column<Profile.Tally>] = [
            CSV.Column("value") { .text(SubjectPage.pair($0.value).0) }, CSV.Column("encounters") { .number($0.count) },
        ]
        return Array((CSV.head(columns) + tallies.map { CSV.line($0, columns) }.joined()).utf8)
    }
}
