/// A feed of what is new in a register, as Atom (RFC 4287).
///
/// Ids and links are IRIs and times RFC 3339 ("2026-02-01T09:00:00Z"): they are escaped, but not checked. All words are
/// plain text: a reader shows markup in them as it stands.
package struct AtomFeed: Sendable {
    package struct Entry: Sendable {
        /// The same for all versions of an entry, and no other entry's.
        package var id: String
        package var title: String
        package var link: String
        package var updated: String
        package var published: String?
        package var summary: String
        package var author: String?

        package init(
            id: String, title: String, link: String, updated: String, published: String? = nil, summary: String,
            author: String? = nil
        ) {
            self.id = id
            self.title = title
            self.link = link
            self.updated = updated
            self.published = published
            self.summary = summary
            self.author = author
        }
    }

    package var id: String
    package var title: String
    /// Where the feed itself is.
    package var selfLink: String
    /// The page that the feed tells of.
    package var alternate: String
    package var updated: String
    /// Who made the entries that name no author: RFC 4287 (section 4.1.1) wants one.
    package var author: String
    package var entries: [Entry]

    package init(
        id: String, title: String, selfLink: String, alternate: String, updated: String,
        author: String = "Rapporteur", entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.selfLink = selfLink
        self.alternate = alternate
        self.updated = updated
        self.author = author
        self.entries = entries
    }

    /// The feed as an XML document in UTF-8, entries in the order given.
    package func xml() -> String {
        var out = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
        out += #"<feed xmlns="http://www.w3.org/2005/Atom">"# + "\n"
        out += Self.element("id", id)
        out += Self.element("title", title)
        out += Self.element("updated", updated)
        out += Self.author(author)
        out += Self.link("self", selfLink, type: "application/atom+xml")
        out += Self.link("alternate", alternate, type: "text/html")
        for entry in entries {
            out += "<entry>\n"
            out += Self.element("id", entry.id)
            out += Self.element("title", entry.title)
            out += Self.element("updated", entry.updated)
            if let published = entry.published { out += Self.element("published", published) }
            if let author = entry.author { out += Self.author(author) }
            out += Self.link("alternate", entry.link, type: "text/html")
            out += Self.element("summary", entry.summary)
            out += "</entry>\n"
        }
        return out + "</feed>\n"
    }

    private static func element(_ name: StaticString, _ text: String) -> String {
        "<\(name)>\(escaped(text))</\(name)>\n"
    }

    private static func author(_ name: String) -> String { "<author>\n\(element("name", name))</author>\n" }

    private static func link(_ relation: StaticString, _ address: String, type: StaticString) -> String {
        "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(escaped(address))\"/>\n"
    }

    /// Text for an element or an attribute.
    ///
    /// Tabs and line breaks are written as references, since a parser makes spaces of them in an attribute (XML 1.0,
    /// section 3.3.3). What XML 1.0 has no place for, even as a reference (section 2.2), becomes U+FFFD.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r": out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
