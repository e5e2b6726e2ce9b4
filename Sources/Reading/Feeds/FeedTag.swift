import Hypertext

/// What an element of a feed means, whatever its format calls it.
enum FeedTag: Hashable, Sendable {
    // documents
    case rss, rdf, feed, urlset, sitemapindex, opml
    // containers
    case channel, item, source, group, publication, person(rank: Int), contributor
    // fields; the lower the rank, the better the source
    case title(rank: Int), link, originalLink, location, id(rank: Int)
    case published(rank: Int), updated(rank: Int)
    case summary(rank: Int), content(rank: Int), inlineBody, description(rank: Int)
    case category, keywords, language, rights, enclosure, mediaContent, publicationName
    case other

    /// The vocabulary that a namespace stands for.
    private enum Vocabulary {
        case core, dublinCore, dublinTerms, content, itunes, media, feedburner, xhtml, news, rdf, other
    }

    /// The meaning of a name. `root` is the namespace of the document's element, which counts as the format's own.
    init(_ name: XMLName, root: String?) {
        let local = name.local.lowercased()
        switch FeedTag.vocabulary(name, root: root) {
        case .core: self = FeedTag.core[local] ?? .other
        case .dublinCore, .dublinTerms: self = FeedTag.dublin[local] ?? .other
        case .itunes: self = FeedTag.itunes[local] ?? .other
        case .media: self = FeedTag.media[local] ?? .other
        case .news: self = FeedTag.news[local] ?? .other
        case .content: self = local == "encoded" ? .content(rank: 0) : .other
        case .feedburner: self = local == "origlink" ? .originalLink : .other
        case .xhtml: self = local == "body" || local == "div" ? .inlineBody : .other
        case .rdf: self = local == "rdf" ? .rdf : .other
        case .other: self = .other
        }
    }

    private static func vocabulary(_ name: XMLName, root: String?) -> Vocabulary {
        if name.namespace.isEmpty { return prefixes[name.prefix.lowercased()] ?? .other }
        if name.namespace == root, name.namespace != rdfSyntax { return .core }
        var key = name.namespace.lowercased().split(separator: " ").joined()
        if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
        if key.hasSuffix("/") || key.hasSuffix("#") { key.removeLast() }
        if let known = namespaces[key] { return known }
        // a document's element in a namespace that nobody knows is judged by its name
        return root == nil && name.prefix.isEmpty ? .core : .other
    }

    private static let rdfSyntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// Prefixes that nobody declared.
    private static let prefixes: [String: Vocabulary] = [
        "": .core, "rss": .core, "atom": .core, "atom10": .core, "a10": .core, "dc": .dublinCore,
        "dcterms": .dublinTerms,
        "content": .content, "itunes": .itunes, "media": .media, "feedburner": .feedburner, "xhtml": .xhtml,
        "news": .news,
        "rdf": .rdf,
    ]

    /// Namespaces without the stroke or number sign at their end, in lower case.
    private static let namespaces: [String: Vocabulary] = [
        "http://www.w3.org/2005/atom": .core, "http://purl.org/atom/ns": .core, "http://purl.org/rss/1.0": .core,
        "http://my.netscape.com/rdf/simple/0.9": .core, "http://channel.netscape.com/rdf/simple/0.9": .core,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .core, "http://backend.userland.com/rss": .core,
        "http://backend.userland.com/rss2": .core, "http://backend.userland.com/rss091": .core,
        "http://blogs.law.harvard.edu/tech/rss": .core, "http://cyber.law.harvard.edu/rss": .core,
        "http://cyber.law.harvard.edu/rss/rss.html": .core, "http://purl.org/net/rss1.1": .core,
        "http://example.com/newformat": .core, "http://example.com/necho": .core, "http://purl.org/echo": .core,
        "uri/of/echo/namespace": .core, "http://purl.org/pie": .core, "http://purl.org/atom-blog/ns": .core,
        "http://purl.org/dc/elements/1.1": .dublinCore, "http://purl.org/dc/elements/1.0": .dublinCore,
        "http://purl.org/dc/terms": .dublinTerms, "http://purl.org/rss/1.0/modules/content": .content,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "http://example.com/dtds/podcast-1.0.dtd": .itunes,
        "http://search.yahoo.com/mrss": .media, "http://video.search.yahoo.com/mrss": .media,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedburner, "http://www.w3.org/1999/xhtml": .xhtml,
        "http://www.sitemaps.org/schemas/sitemap/0.9": .core, "http://www.google.com/schemas/sitemap/0.84": .core,
        "http://www.google.com/schemas/sitemap/0.9": .core, "http://www.google.com/schemas/sitemap-news/0.9": .news,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    ]

    private static let core: [String: FeedTag] = [
        "rss": .rss, "rdf": .rdf, "feed": .feed, "urlset": .urlset, "sitemapindex": .sitemapindex, "opml": .opml,
        "channel": .channel, "item": .item, "entry": .item, "url": .item, "sitemap": .item, "source": .source,
        "title": .title(rank: 0), "link": .link, "loc": .location, "id": .id(rank: 0),
        "guid": .id(rank: 0), "published": .published(rank: 0), "issued": .published(rank: 0),
        "pubdate": .published(rank: 0),
        "created": .published(rank: 4), "updated": .updated(rank: 0), "modified": .updated(rank: 0),
        "lastbuilddate": .updated(rank: 0), "lastmod": .updated(rank: 0), "description": .description(rank: 0),
        "subtitle": .description(rank: 0), "tagline": .description(rank: 0), "abstract": .description(rank: 1),
        "info": .description(rank: 4), "summary": .summary(rank: 0), "content": .content(rank: 0),
        "fullitem": .content(rank: 2),
        "body": .content(rank: 3), "encoded": .content(rank: 1), "author": .person(rank: 0),
        "managingeditor": .person(rank: 1), "webmaster": .person(rank: 5), "contributor": .contributor,
        "category": .category, "keywords": .keywords, "language": .language, "copyright": .rights, "rights": .rights,
        "enclosure": .enclosure,
    ]

    private static let dublin: [String: FeedTag] = [
        "title": .title(rank: 1), "creator": .person(rank: 2), "author": .person(rank: 2),
        "publisher": .person(rank: 6),
        "date": .published(rank: 2), "issued": .published(rank: 1), "created": .published(rank: 4),
        "modified": .updated(rank: 1), "description": .description(rank: 2), "abstract": .description(rank: 3),
        "language": .language, "rights": .rights, "subject": .category, "identifier": .id(rank: 2),
    ]

    private static let itunes: [String: FeedTag] = [
        "title": .title(rank: 3), "author": .person(rank: 3), "owner": .person(rank: 4),
        "summary": .description(rank: 5),
        "subtitle": .description(rank: 6), "keywords": .keywords, "category": .category,
    ]

    private static let media: [String: FeedTag] = [
        "title": .title(rank: 2), "description": .description(rank: 4), "group": .group, "content": .mediaContent,
        "category": .category, "keywords": .keywords, "credit": .person(rank: 7),
    ]

    private static let news: [String: FeedTag] = [
        "news": .group, "publication": .publication, "name": .publicationName, "language": .language,
        "title": .title(rank: 0), "publication_date": .published(rank: 0), "keywords": .keywords, "genres": .other,
    ]
}
