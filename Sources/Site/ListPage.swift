package import Contract
import Diplomacy
import Exchange
package import Register
import Wording

/// The encounters that match a query, page by page, with what they come to beside them.
struct SearchPage: Page {
    let site: Site
    /// As the reader wrote it.
    let query: String
    let page: BriefPage
    let profile: Profile?
    /// The cursor of this page; `nil` for the first.
    let after: String?

    var title: String { query.isEmpty ? "Search" : "“\(query)”" }
    var section: String? { "Search" }
    var address: String? { site.links.search(query, after: after) }
    var otherForms: [Form] { [.csv, .atom] }
    var fileName: String? { "encounters" }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, query.isEmpty ? "All encounters" : "Search")
            out.element("form", ["action": site.links.list("search"), "class": "query", "role": "search"]) { out in
                out.element("label", ["for": "query"], "Query")
                out.void(
                    "input",
                    [
                        "id": "query", "name": "q", "type": "search", "value": query, "autocomplete": "off",
                        "spellcheck": "false", "aria-describedby": "query-help",
                    ])
                out.element("button", ["type": "submit"], "Search")
                out.element("button", ["type": "button", "class": "keep", "hidden": ""], "Keep this query")
            }
            help(&out)
            out.element("ul", ["class": "kept", "aria-label": "Kept queries", "hidden": ""]) { _ in }
            out.paragraph(count, class: "summary")
        }
        out.element("div", ["class": "columns"]) { out in
            out.element("div", ["class": "wide"]) { out in
                profile.map { profile in
                    CourseChart(profile.months).write(&out, title: "Encounters") { bar in
                        site.links.search(narrowed(by: "date:\(bar.first.iso)/\(bar.last.iso)"))
                    }
                }
                out.hits(page.hits, site, empty: "No encounter matches. Fewer or shorter words (nuclear*) find more.")
                pager(&out)
            }
            if let profile { out.element("aside", ["class": "narrow"]) { facets(&$0, profile) } }
        }
    }

    private func help(_ out: inout Markup) {
        out.paragraph("Words and facets; what stands side by side must all hold.", class: "quiet", id: "query-help")
        out.element("details", ["class": "help"]) { out in
            out.element("summary", "How to ask")
            out.element("dl") { out in
                for (example, words) in Self.examples {
                    out.element("dt") { out in
                        out.element("a", ["href": site.links.search(example)]) { $0.element("code", example) }
                    }
                    out.element("dd", words)
                }
            }
        }
    }

    static let examples = [
        ("sanctions \"strategic stability\" nuclear*", "words, a phrase, a beginning: all must be there"),
        ("talks OR call -summit", "one of two, and not a third"),
        ("dyad:RUS-CHN", "two parties that dealt with each other"),
        ("party:Japan person:\"Wang Yi\" office:minister", "who took part"),
        ("kind:call status:held issue:arms-control", "what it was"),
        ("place:Geneva date:2025-12/2026-02", "where and when"),
        ("source:Reuters says:RUS", "who reports it, on whose word"),
        ("disputed:place origins:>2", "how sure it is"),
    ]

    private func pager(_ out: inout Markup) {
        guard page.next != nil || after != nil else { return }
        out.element("nav", ["class": "pager", "aria-label": "Pages"]) { out in
            if after != nil { out.link(site.links.search(query), "First page") }
            if let next = page.next {
                out.element(
                    "a", ["href": site.links.search(query, after: Cursor.text(next)), "rel": "next"], "Older encounters"
                )
            }
        }
    }

    private func facets(_ out: inout Markup, _ profile: Profile) {
        let groups: [(String, String, [Profile.Tally], (String) -> String)] = [
            ("Course", "status", profile.statuses, { Phrases.status(Status(rawValue: $0) ?? .held) }),
            ("Kind", "kind", profile.kinds, Phrases.words), ("Parties", "party", profile.parties, site.names.party),
            ("Issues", "issue", profile.issues, Issue.words), ("Level", "level", profile.levels, Phrases.words),
        ]
        for (title, facet, tallies, words) in groups {
            // what is asked for already narrows nothing
            let tallies = tallies.filter { $0.count < profile.count }
            guard !tallies.isEmpty else { continue }
            out.element("section", ["class": "facet", "aria-labelledby": "by-\(facet)"]) { out in
                out.heading(2, title, id: "by-\(facet)")
                out.tallies(tallies, most: 6) {
                    (words($0.value), site.links.search(narrowed(by: "\(facet):\($0.value)")))
                }
            }
        }
    }

    /// The query with one more part; a choice between words is put in brackets.
    private func narrowed(by part: String) -> String {
        if query.isEmpty { return part }
        return query.contains(" OR ") ? "(\(query)) \(part)" : "\(query) \(part)"
    }

    private var count: String {
        let all = Phrases.count(page.count, "encounter")
        return (page.isMore ? "More than \(all)" : all) + ", the newest first."
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("count", page.count)
            out.put("encounters", page.hits)
            out.put("is_more", page.isMore)
            out.put("next", page.next.map { Cursor.text($0) })
            out.put("profile", profile)
            out.put("query", query)
            out.put("schema", "rapporteur.search/1")
        }
    }

    func other(_ form: Form, _ site: Site) throws -> [UInt8]? {
        form == .atom
            ? site.feed(page.hits.map(\.brief), title: "Encounters: \(query)", address: site.links.search(query))
            : site.table(page.hits.map(\.brief))
    }
}

extension BriefPage.Hit: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("encounter", brief)
            $0.put("passage", passage.map { $0.filter { $0 != "\u{1}" && $0 != "\u{2}" } })
        }
    }
}

/// Where a list goes on. It means nothing to a reader but the address of the next page.
enum Cursor {
    static func text(_ row: Int64) -> String { "c" + String(UInt64(bitPattern: row) ^ 0x5A5A_5A5A, radix: 36) }

    /// - Throws: ``SiteError`` for what is none of ours.
    static func row(_ text: String?) throws -> Int64? {
        guard let text else { return nil }
        guard text.hasPrefix("c"), let number = UInt64(text.dropFirst(), radix: 36) else {
            throw SiteError(400, "bad-cursor", "expected a cursor that a list gave as `next`, found \"\(text)\"")
        }
        return Int64(bitPattern: number ^ 0x5A5A_5A5A)
    }
}
