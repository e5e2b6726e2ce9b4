import Hypertext

extension Feed {
    /// What a document is, as far as its beginning tells.
    package enum Kind: String, Sendable, CaseIterable {
        case rss, atom, cdf, json, sitemap
        case sitemapIndex = "sitemap-index"
        case opml
    }

    /// The kind of a document; `nil` for what is neither a feed nor a sitemap nor a list of feeds.
    ///
    /// Looks at no more than the first 65,536 bytes.
    package static func kind(of bytes: [UInt8], transport: String? = nil) -> Kind? {
        let head = bytes.count > FeedKind.reach ? Array(bytes[..<FeedKind.reach]) : bytes
        let decoded = CharacterEncoding.decode(head, transport: transport, syntax: .xml).utf8
        if FeedKind.startsAsJSON(decoded) { return FeedKind.isJSONFeed(decoded) ? .json : nil }
        return FeedKind.kind(ofXML: decoded)
    }
}

/// Tells kinds of documents apart by how they begin.
enum FeedKind {
    /// Bytes that are looked at.
    static let reach = 1 << 16
    /// Start tags that are looked at.
    private static let mostTags = 8

    static func startsAsJSON(_ utf8: [UInt8]) -> Bool { utf8.first { $0 > 0x20 } == UInt8(ascii: "{") }

    /// Whether JSON names the version of a JSON Feed.
    static func isJSONFeed(_ utf8: [UInt8]) -> Bool {
        let text = String(decoding: utf8.prefix(reach), as: UTF8.self)
        return text.contains("jsonfeed.org\\/version") || text.contains("jsonfeed.org/version")
            || (text.contains("\"items\"") && text.contains("\"version\""))
    }

    static func kind(ofXML utf8: [UInt8]) -> Feed.Kind? {
        var xml = XMLReader(utf8)
        var tags = 0
        var isRDF = false
        while tags < mostTags {
            let event: XMLEvent?
            do throws(XMLError) { event = try xml.next() } catch { return nil }
            guard let event else { return nil }
            guard case .start(let number) = event else { continue }
            tags += 1
            let name = xml.name(number)
            if name.local.lowercased() == "html" { return nil }
            switch FeedTag(name, root: nil) {
            case .rss: return .rss
            case .feed: return .atom
            case .urlset: return .sitemap
            case .sitemapindex: return .sitemapIndex
            case .opml: return .opml
            case .rdf: isRDF = true
            case .channel where isRDF, .item where isRDF: return .rss
            case .channel where tags == 1: return name.prefix.isEmpty ? (isCDF(&xml) ? .cdf : .rss) : nil
            default: continue
            }
        }
        return nil
    }

    /// Whether a bare channel is of CDF: its address is an attribute, or its names are capitals.
    static func isCDF(_ xml: inout XMLReader) -> Bool {
        xml.attribute(local: "href") != nil || xml.attribute(local: "lastmod") != nil
            || xml.attribute(local: "base") != nil
            || xml.nameCount > 0 && xml.name(xml.nameCount - 1).local == "CHANNEL"
    }
}
