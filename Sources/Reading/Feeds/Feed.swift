/// What a publisher's feed, sitemap or index of sitemaps tells.
package struct Feed: Sendable, Hashable {
    /// What a document is written in.
    package enum Format: String, Sendable, CaseIterable {
        case rss090 = "rss-0.90"
        case rss091 = "rss-0.91"
        case rss092 = "rss-0.92"
        case rss093 = "rss-0.93"
        case rss094 = "rss-0.94"
        case rss10 = "rss-1.0"
        case rss20 = "rss-2.0"
        /// RSS that names no version or none that is known.
        case rss
        case atom03 = "atom-0.3"
        case atom10 = "atom-1.0"
        /// Atom that names no version or none that is known.
        case atom
        case cdf
        case json10 = "json-1.0"
        case json11 = "json-1.1"
        case sitemap
        case sitemapIndex = "sitemap-index"
    }

    package var format: Format
    package var id: String?
    /// Text, without markup.
    package var title: String?
    /// The site that the feed is of.
    package var link: String?
    /// Text, without markup.
    package var description: String?
    package var language: String?
    package var published: PublicationTime?
    package var updated: PublicationTime?
    package var authors: [FeedPerson] = []
    /// Text, without markup.
    package var rights: String?
    package var categories: [FeedCategory] = []
    /// All links with a relation, in order.
    package var links: [FeedLink] = []
    /// In the order of the document. Of a sitemap its pages, of an index its sitemaps.
    package var items: [FeedItem] = []
    /// The encoding that the document was in.
    package var encoding = "utf-8"
    /// What was not in order and was read on all the same.
    package var faults: [FeedFault] = []

    package init(format: Format) { self.format = format }

    private func address(_ relation: String) -> String? { links.first { $0.relation == relation }?.address }

    /// The feed's next page (RFC 5005; `next_url` of JSON Feed).
    package var nextPage: String? { address("next") ?? address("prev-archive") }
    /// Where to subscribe to what is new (WebSub).
    package var hub: String? { address("hub") }
    /// Where the feed says that it is.
    package var address: String? { address("self") }
}

/// One report that a feed announces.
package struct FeedItem: Sendable, Hashable {
    /// `guid`, `id`, `rdf:about` or the address of a sitemap's page.
    package var id: String?
    /// Text, without markup.
    package var title: String?
    /// The report's page, resolved against `xml:base` and the feed's address.
    package var link: String?
    package var published: PublicationTime?
    /// The date of publication as it was given, readable or not.
    package var publishedText: String?
    package var updated: PublicationTime?
    package var authors: [FeedPerson] = []
    package var summary: FeedContent?
    package var content: FeedContent?
    package var language: String?
    /// Text, without markup.
    package var rights: String?
    package var categories: [FeedCategory] = []
    package var enclosures: [FeedEnclosure] = []
    /// All links with a relation, in order.
    package var links: [FeedLink] = []
    /// The feed that the item was taken from, or the newspaper that a news sitemap names.
    package var source: FeedSource?

    package init() {}
}

/// Markup or text as a feed gives it.
package struct FeedContent: Sendable, Hashable {
    package var value: String
    /// "text/html", "text/plain", "application/xhtml+xml", or what the feed says.
    package var type: String
    /// What relative addresses inside are relative to.
    package var base: String?
    package var language: String?

    package init(value: String, type: String = "text/html", base: String? = nil, language: String? = nil) {
        self.value = value
        self.type = type
        self.base = base
        self.language = language
    }
}

/// Who wrote something.
package struct FeedPerson: Sendable, Hashable {
    package var name: String?
    package var email: String?
    /// The person's page.
    package var address: String?

    package init(name: String? = nil, email: String? = nil, address: String? = nil) {
        self.name = name
        self.email = email
        self.address = address
    }
}

package struct FeedCategory: Sendable, Hashable {
    package var term: String
    package var scheme: String?
    package var label: String?
}

/// A file that goes with an item.
package struct FeedEnclosure: Sendable, Hashable {
    package var address: String
    package var type: String?
    /// Bytes.
    package var length: Int?
}

package struct FeedLink: Sendable, Hashable {
    /// "alternate", "self", "next", "hub" and so on, in lower case.
    package var relation: String
    package var address: String
    package var type: String?
    package var title: String?
    package var language: String?
}

/// Where an item comes from.
package struct FeedSource: Sendable, Hashable {
    package var id: String?
    package var title: String?
    package var link: String?

    package init(id: String? = nil, title: String? = nil, link: String? = nil) {
        self.id = id
        self.title = title
        self.link = link
    }
}

/// What was not in order in a feed.
package struct FeedFault: Sendable, Hashable {
    /// Stable: the code of a fault of XML, or `date-not-read`, `base-not-followed`, `too-many-items`,
    /// `encoding-repaired`, `cut-off`.
    package var code: String
    /// What was found, or where.
    package var detail: String
}

/// Why a document gives no feed.
package struct FeedError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// No feed, sitemap or list of feeds of a kind that is known.
        case notAFeed = "not-a-feed"
        /// JSON that cannot be read.
        case malformedJSON = "malformed-json"
    }

    package var code: Code
    /// What was expected, what was found, and what to do.
    package var message: String

    package var description: String { "\(code.rawValue): \(message)" }
}
