/// What a publisher's feed, sitemap or index of sitemaps tells.
public struct Feed: Sendable, Hashable {
    /// What a document is written in.
    public enum Format: String, Sendable, CaseIterable {
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

    public var format: Format
    public var id: String?
    /// Text, without markup.
    public var title: String?
    /// The site that the feed is of.
    public var link: String?
    /// Text, without markup.
    public var description: String?
    public var language: String?
    public var published: PublicationTime?
    public var updated: PublicationTime?
    public var authors: [FeedPerson] = []
    /// Text, without markup.
    public var rights: String?
    public var categories: [FeedCategory] = []
    /// All links with a relation, in order.
    public var links: [FeedLink] = []
    /// In the order of the document. Of a sitemap its pages, of an index its sitemaps.
    public var items: [FeedItem] = []
    /// The encoding that the document was in.
    public var encoding = "utf-8"
    /// What was not in order and was read on all the same.
    public var faults: [FeedFault] = []

    public init(format: Format) { self.format = format }

    private func address(_ relation: String) -> String? { links.first { $0.relation == relation }?.address }

    /// The feed's next page (RFC 5005; `next_url` of JSON Feed).
    public var nextPage: String? { address("next") ?? address("prev-archive") }
    /// Where to subscribe to what is new (WebSub).
    public var hub: String? { address("hub") }
    /// Where the feed says that it is.
    public var address: String? { address("self") }
}

/// One report that a feed announces.
public struct FeedItem: Sendable, Hashable {
    /// `guid`, `id`, `rdf:about` or the address of a sitemap's page.
    public var id: String?
    /// Text, without markup.
    public var title: String?
    /// The report's page, resolved against `xml:base` and the feed's address.
    public var link: String?
    public var published: PublicationTime?
    /// The date of publication as it was given, readable or not.
    public var publishedText: String?
    public var updated: PublicationTime?
    public var authors: [FeedPerson] = []
    public var summary: FeedContent?
    public var content: FeedContent?
    public var language: String?
    /// Text, without markup.
    public var rights: String?
    public var categories: [FeedCategory] = []
    public var enclosures: [FeedEnclosure] = []
    /// All links with a relation, in order.
    public var links: [FeedLink] = []
    /// The feed that the item was taken from, or the newspaper that a news sitemap names.
    public var source: FeedSource?

    public init() {}
}

/// Markup or text as a feed gives it.
public struct FeedContent: Sendable, Hashable {
    public var value: String
    /// "text/html", "text/plain", "application/xhtml+xml", or what the feed says.
    public var type: String
    /// What relative addresses inside are relative to.
    public var base: String?
    public var language: String?

    public init(value: String, type: String = "text/html", base: String? = nil, language: String? = nil) {
        self.value = value
        self.type = type
        self.base = base
        self.language = language
    }
}

/// Who wrote something.
public struct FeedPerson: Sendable, Hashable {
    public var name: String?
    public var email: String?
    /// The person's page.
    public var address: String?

    public init(name: String? = nil, email: String? = nil, address: String? = nil) {
        self.name = name
        self.email = email
        self.address = address
    }
}

public struct FeedCategory: Sendable, Hashable {
    public var term: String
    public var scheme: String?
    public var label: String?
}

/// A file that goes with an item.
public struct FeedEnclosure: Sendable, Hashable {
    public var address: String
    public var type: String?
    /// Bytes.
    public var length: Int?
}

public struct FeedLink: Sendable, Hashable {
    /// "alternate", "self", "next", "hub" and so on, in lower case.
    public var relation: String
    public var address: String
    public var type: String?
    public var title: String?
    public var language: String?
}

/// Where an item comes from.
public struct FeedSource: Sendable, Hashable {
    public var id: String?
    public var title: String?
    public var link: String?

    public init(id: String? = nil, title: String? = nil, link: String? = nil) {
        self.id = id
        self.title = title
        self.link = link
    }
}

/// What was not in order in a feed.
public struct FeedFault: Sendable, Hashable {
    /// Stable: the code of a fault of XML, or `date-not-read`, `base-not-followed`, `too-many-items`,
    /// `encoding-repaired`, `cut-off`.
    public var code: String
    /// What was found, or where.
    public var detail: String
}

/// Why a document gives no feed.
public struct FeedError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// No feed, sitemap or list of feeds of a kind that is known.
        case notAFeed = "not-a-feed"
        /// JSON that cannot be read.
        case malformedJSON = "malformed-json"
    }

    public var code: Code
    /// What was expected, what was found, and what to do.
    public var message: String

    public var description: String { "\(code.rawValue): \(message)" }
}
