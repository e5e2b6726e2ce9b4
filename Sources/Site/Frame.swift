/// What stands around every page: its head, the menu, the foot.
struct Frame {
    let site: Site
    let page: any Page

    static let name = "Rapporteur"
    /// The menu: names, keys after `g`, and addresses.
    static let sections: [(name: String, key: String, path: String)] = [
        ("Today", "t", ""), ("Search", "s", "search"), ("Dialogues", "d", "dyads"), ("Network", "n", "network"),
        ("Beyond alignment", "b", "beyond"), ("Calendar", "c", "calendar"),
        ("Issues", "i", "issues"), ("Persons", "p", "persons"), ("Places", "m", "places"), ("Sources", "o", "sources"),
        ("About", "a", "about"),
    ]

    func html() -> [UInt8] {
        var out = Markup()
        out.doctype()
        out.element("html", ["lang": "en", "data-base": site.links.prefix]) { out in
            out.element("head") { head(&$0) }
            out.element("body") { out in
                out.element("a", ["class": "skip", "href": "#content"], "Skip to the content")
                out.element("header", ["class": "masthead"]) { masthead(&$0) }
                out.element("main", ["id": "content", "tabindex": "-1"]) { page.write(&$0, site) }
                out.element("footer", ["class": "foot"]) { foot(&$0) }
            }
        }
        return out.bytes
    }

    private func head(_ out: inout Markup) {
        out.void("meta", ["charset": "utf-8"])
        out.element("title", "\(page.title) · \(Self.name)")
        out.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        out.void("meta", ["name": "color-scheme", "content": "light dark"])
        out.void("link", ["rel": "stylesheet", "href": site.links.asset(Asset.style.versioned)])
        out.void("link", ["rel": "icon", "type": "image/svg+xml", "href": site.links.asset(Asset.icon.versioned)])
        out.void(
            "link",
            [
                "rel": "search", "type": "application/opensearchdescription+xml", "title": Self.name,
                "href": site.links.list("opensearch.xml"),
            ])
        if let address = page.address {
            out.void("link", ["rel": "alternate", "type": "application/json", "href": Self.address(address, .json)])
            if page.otherForms.contains(.atom) {
                out.void(
                    "link",
                    [
                        "rel": "alternate", "type": "application/atom+xml", "title": page.title,
                        "href": Self.address(address, .atom),
                    ])
            }
        }
        out.element("script", ["src": site.links.asset(Asset.script.versioned), "defer": ""]) { _ in }
    }

    private func masthead(_ out: inout Markup) {
        out.element("a", ["class": "name", "href": site.links.today()], Self.name)
        out.element("nav", ["aria-label": "Site"]) { out in
            out.element("ul") { out in
                for section in Self.sections {
                    out.element("li") { out in
                        out.element(
                            "a",
                            [
                                "href": section.path.isEmpty ? site.links.today() : site.links.list(section.path),
                                "aria-current": page.section == section.name ? "page" : nil,
                                "data-go": section.key,
                            ], section.name)
                    }
                }
            }
        }
        out.element("form", ["class": "find", "action": site.links.list("search"), "role": "search"]) { out in
            out.element("label", ["for": "find", "class": "away"], "Search the register")
            out.void(
                "input",
                [
                    "id": "find", "name": "q", "type": "search", "placeholder": "dyad:RUS-CHN, Geneva, …",
                    "autocomplete": "off", "spellcheck": "false", "aria-keyshortcuts": "/",
                ])
            out.element("button", ["type": "submit"], "Search")
        }
    }

    private func foot(_ out: inout Markup) {
        if let address = page.address {
            out.element("p") { out in
                out.text("This page as ")
                for (i, form) in ([.json] + page.otherForms).enumerated() {
                    if i > 0 { out.text(" · ") }
                    out.link(Self.address(address, form), form.words)
                }
            }
        }
        out.element("p") { out in
            out.text("All days are as the reports give them; times of the register are UTC. ")
            out.link(site.links.list("problems"), "Problems")
            out.text(" · ")
            out.link(site.links.list("about"), "About the data")
            out.text(" · ")
            out.link(site.links.list("openapi.json"), "Interface for programs")
            out.text(" · ")
            out.element("span", ["class": "keys-hint"], "Press ? for the keys")
        }
    }

    /// An address of a page in another form: the ending stands before the query.
    static func address(_ address: String, _ form: Form) -> String {
        guard let mark = address.firstIndex(of: "?") else {
            return (address.hasSuffix("/") ? address + "index" : address) + ".\(form.rawValue)"
        }
        return "\(address[..<mark]).\(form.rawValue)\(address[mark...])"
    }
}

extension Form {
    /// What it is called in a link.
    var words: String {
        switch self {
        case .html: "HTML"
        case .json: "JSON"
        case .csv: "CSV"
        case .svg: "figure (SVG)"
        case .atom: "feed (Atom)"
        case .ics: "calendar (iCalendar)"
        case .bib: "BibTeX"
        case .ris: "RIS"
        case .csl: "CSL-JSON"
        case .card: "card to embed"
        }
    }
}
