import Hypertext

/// Reads feeds and sitemaps of XML in one pass, without recursion.
struct XMLFeedParser {
    /// Where an element's children belong.
    enum Place: Hashable, Sendable {
        /// Outside any known document element.
        case outside
        /// Within `rss`, `RDF`, `urlset` or `sitemapindex`.
        case document
        case channel, item, source, publication
        /// Within something that says nothing here.
        case ignored
    }

    /// The base and language that elements inherit from their depth on.
    struct Inherited: Sendable {
        var depth: Int
        var base: String?
        var language: String?
    }

    var xml: XMLReader
    let reader: FeedReader
    var feed: Feed?
    var channel = FeedDraft()
    var item = FeedDraft()
    var source = FeedDraft()
    private var places: [Place] = []
    private var inherited: [Inherited]
    private var tags: [FeedTag] = []
    private var rootNamespace: String?
    private var leftOut = 0
    private var faults: [FeedFault] = []

    init(_ utf8: [UInt8], reader: FeedReader, address: String?) {
        xml = XMLReader(utf8)
        self.reader = reader
        inherited = [Inherited(depth: 0, base: address, language: nil)]
    }

    /// The longest base, in bytes, that is followed: each relative address would be as long.
    private static let longestBase = 1024
    /// Faults of the feed itself that are noted.
    private static let mostFaults = 64

    mutating func note(_ code: String, _ detail: String) {
        if faults.count < Self.mostFaults { faults.append(FeedFault(code: code, detail: detail)) }
    }

    var base: String? { inherited.last?.base }
    var language: String? { inherited.last?.language }

    /// The feed; `nil` where the document is none.
    mutating func read() -> Feed? {
        var cutOff: XMLError?
        do throws(XMLError) { try readElements() } catch { cutOff = error }
        guard var feed else { return nil }
        if places.contains(.item) { endItem() }
        feed.items = self.feed?.items ?? []
        let reader = reader
        channel.fill(&feed) { content in reader.line(content.value, isMarkup: content.type != "text/plain") }
        feed.faults = xml.faults.map { FeedFault(code: $0.kind.rawValue, detail: "at byte \($0.offset)") } + faults
        if leftOut > 0 { feed.faults.append(FeedFault(code: "too-many-items", detail: "\(leftOut) left out")) }
        if let cutOff { feed.faults.append(FeedFault(code: "cut-off", detail: cutOff.message)) }
        return feed
    }

    private mutating func readElements() throws(XMLError) {
        while let event = try xml.next() {
            switch event {
            case .start(let number): try start(number)
            case .end:
                if places.popLast() == .item, places.last != .item { endItem() }
                leave()
            default: continue
            }
        }
    }

    private mutating func endItem() {
        let done = item.item
        item = FeedDraft()
        guard done != FeedItem() || feed?.format != .sitemap else { return }
        if let count = feed?.items.count, count < reader.mostItems { feed?.items.append(done) } else { leftOut += 1 }
    }

    // MARK: - Elements

    private mutating func start(_ number: Int) throws(XMLError) {
        let tag = tag(number)
        let depth = xml.depth
        enter(depth)
        let place = places.last ?? .outside
        if let inner = try container(tag, in: place, number) {
            places.append(inner)
            return
        }
        if place == .channel || place == .item || place == .source || place == .publication {
            let isRead = try field(tag, in: place)
            if isRead {
                leave(from: depth)
                return
            }
        }
        places.append(.ignored)
    }

    private mutating func tag(_ number: Int) -> FeedTag {
        while tags.count <= number { tags.append(FeedTag(xml.name(tags.count), root: rootNamespace)) }
        return tags[number]
    }

    private mutating func enter(_ depth: Int) {
        guard xml.hasAttributes else { return }
        let told = (base: xml.attribute("xml:base"), language: xml.attribute("xml:lang"))
        guard told.base != nil || told.language != nil else { return }
        var new = Inherited(depth: depth, base: base, language: language)
        if let address = told.base, let resolved = reader.resolved(address, base: base) {
            if resolved.utf8.count <= Self.longestBase {
                new.base = resolved
            } else {
                note("base-not-followed", String(resolved.prefix(80)))
            }
        }
        if let language = told.language { new.language = FeedText.languageTag(language) }
        inherited.append(new)
    }

    /// Forgets what ended elements handed down.
    private mutating func leave(from depth: Int? = nil) {
        let depth = depth ?? xml.depth + 1
        while inherited.count > 1, let last = inherited.last, last.depth >= depth { inherited.removeLast() }
    }

    /// The place that an element opens; `nil` where it opens none.
    private mutating func container(_ tag: FeedTag, in place: Place, _ number: Int) throws(XMLError) -> Place? {
        switch (place, tag) {
        case (.outside, .rss), (.outside, .rdf), (.outside, .urlset), (.outside, .sitemapindex):
            begin(tag, number)
            return .document
        case (.outside, .feed), (.outside, .channel):
            begin(tag, number)
            if tag == .channel { readChannelAttributes() }
            return .channel
        case (.document, .channel):
            readChannelAttributes()
            return .channel
        case (.document, .item), (.channel, .item), (.item, .item):
            beginItem()
            return .item
        case (.item, .group), (.channel, .group): return place
        case (.item, .mediaContent):
            readMedia()
            return place
        case (.item, .publication): return .publication
        case (.item, .source):
            // RSS names the source in text, Atom in elements
            let namespace = xml.name(number).namespace.lowercased()
            guard namespace.contains("atom") || feed?.format == .atom, xml.attribute(local: "url") == nil else {
                return nil
            }
            source = FeedDraft()
            return .source
        case (.outside, _): return .outside
        default: return nil
        }
    }

    private mutating func begin(_ tag: FeedTag, _ number: Int) {
        guard feed == nil else { return }
        feed = Feed(format: format(tag, number))
        rootNamespace = xml.name(number).namespace
        tags = []
        if let language { channel.language = language }
    }

    private mutating func format(_ tag: FeedTag, _ number: Int) -> Feed.Format {
        let version = xml.attribute(local: "version").map(FeedText.trimmed) ?? ""
        switch tag {
        case .urlset: return .sitemap
        case .sitemapindex: return .sitemapIndex
        case .channel: return FeedKind.isCDF(&xml) ? .cdf : .rss
        case .feed:
            if version == "0.3" { return .atom03 }
            switch xml.name(number).namespace.lowercased() {
            case "http://www.w3.org/2005/atom": return .atom10
            case "http://purl.org/atom/ns#": return .atom03
            default: return version == "1.0" ? .atom10 : .atom
            }
        case .rdf:
            // RDF declares what its elements are in
            return xml.declares { $0.contains("/rdf/simple/0.9") } ? .rss090 : .rss10
        default:
            let formats: [String: Feed.Format] = [
                "0.90": .rss090, "0.9": .rss090, "0.91": .rss091, "0.92": .rss092, "0.93": .rss093, "0.94": .rss094,
                "1.0": .rss10, "2.0": .rss20, "2": .rss20, "2.0.0": .rss20, "2.0.1": .rss20,
            ]
            if let known = formats[version] { return known }
            return version.hasPrefix("2") ? .rss20 : .rss
        }
    }

    private mutating func beginItem() {
        if places.contains(.item) { endItem() }
        item = FeedDraft()
        item.language = language ?? channel.language
        guard xml.hasAttributes else { return }
        if let about = xml.attribute(local: "about") { item.id.offer(FeedText.trimmed(about), rank: 3) }
        if let address = xml.attribute(local: "href") {
            item.link.offer(reader.resolved(address, base: base), rank: 1)
        }
        if let date = xml.attribute(local: "lastmod") { item.updated.offer(given(date), rank: 1) }
    }

    private mutating func readChannelAttributes() {
        guard xml.hasAttributes else { return }
        if feed?.format == .cdf, let address = xml.attribute(local: "base"),
            let resolved = reader.resolved(address, base: base), resolved.utf8.count <= Self.longestBase
        {
            inherited.append(Inherited(depth: xml.depth, base: resolved, language: language))
        }
        if let address = xml.attribute(local: "href") {
            channel.link.offer(reader.resolved(address, base: base), rank: 1)
        }
        if let date = xml.attribute(local: "lastmod") { channel.updated.offer(given(date), rank: 1) }
        if let about = xml.attribute(local: "about") { channel.id.offer(FeedText.trimmed(about), rank: 3) }
    }
}
