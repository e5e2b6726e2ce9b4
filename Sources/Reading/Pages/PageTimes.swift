import Diplomacy
import Hypertext

/// When a page was published and changed, as it says in its head, in its marked-up times or in words under its title.
struct PageTimes {
    private(set) var published: PublicationTime?
    private(set) var modified: PublicationTime?
    private let order: PublicationTime.Order?

    /// Names of `<meta>` for the first publication, the most exact first.
    private static let publishedNames = [
        "article:published_time", "article:published:time", "og:article:published_time", "datepublished",
        "date.publication", "publication_date", "publish-date", "publishdate", "pubdate", "dc.date.issued",
        "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "sailthru.date",
        "parsely-pub-date", "cxenseparse:recs:publishtime", "iso-8601-publish-date", "article.published",
        "citation_publication_date", "originalpublicationdate", "releasedate", "date", "created",
        "article_date_original", "og:pubdate", "bt:pubdate", "rnews:datepublished", "citation_date",
        "og:published_time",
    ]
    private static let modifiedNames = [
        "article:modified_time", "article:modified:time", "og:article:modified_time", "datemodified", "og:updated_time",
        "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated", "revised",
        "updated_time",
    ]

    /// - Parameters:
    ///   - lines: short lines of the page around its title, in their order.
    ///   - address: the page's own, which may hold a date.
    ///   - language: the page's; all but English write the day before the month.
    init(
        _ tree: HTMLTree, head: PageHead, data: PageData, lines: [String], address: String?, language: String?
    ) {
        order = language == nil || language == "en" ? nil : .dayMonth
        published = first([data.published] + PageTimes.publishedNames.map { head.metas[$0] })
        modified = first([data.modified] + PageTimes.modifiedNames.map { head.metas[$0] })
        if published == nil { readElements(tree) }
        if published == nil { published = first(lines.map { dated($0) }) }
        published = published ?? address.flatMap(PageTimes.time(inAddress:)) ?? modified
        guard let published, let modified, modified.unixSeconds < published.unixSeconds else { return }
        if modified.day < published.day { self.modified = nil }
    }

    private func first(_ texts: [String?]) -> PublicationTime? {
        for case let text? in texts {
            if let time = PublicationTime(text, order: order), PageTimes.isSound(time) { return time }
        }
        return nil
    }

    /// The web is younger than 1990; what is written is seldom from the future.
    private static func isSound(_ time: PublicationTime) -> Bool {
        time.precision == .day && time.day.iso >= "1990" && time.day.iso < "2100"
    }

    /// Reads `<time>` and elements with an itemprop; those of pictures, films and comments are passed over.
    private mutating func readElements(_ tree: HTMLTree) {
        var plain: PublicationTime?
        for node in tree.nodes.indices where tree.nodes[node].tag != .text {
            let isTime = tree.nodes[node].tag == .time
            guard isTime || tree.nodes[node].attributeCount > 0 else { continue }
            let isPublished = tree.has(word: "datePublished", in: .itemprop, of: node)
            let isModified = tree.has(word: "dateModified", in: .itemprop, of: node)
            guard isTime || isPublished || isModified, !isOfAnotherThing(tree, node) else { continue }
            let written = tree.value(.datetime, of: node) ?? tree.value(.content, of: node) ?? tree.shortText(of: node)
            guard let time = PublicationTime(written, order: order), PageTimes.isSound(time) else { continue }
            if isModified {
                modified = modified ?? time
            } else if isPublished || tree.has(.pubdate, node) {
                published = time
                return
            } else {
                plain = plain ?? time
            }
        }
        published = plain
    }

    /// Whether the item around a node is a picture, a film or a comment.
    private func isOfAnotherThing(_ tree: HTMLTree, _ node: Int) -> Bool {
        var item = tree.parent(of: node)
        while item > 0, !tree.has(.itemscope, item) { item = tree.parent(of: item) }
        guard let type = tree.value(.itemtype, of: item) else { return false }
        return type.hasSuffix("Object") || type.hasSuffix("Comment")
    }

    /// The date in a line such as "Published: 8 December 2012, 14:30 | By N. N.", "Date 28.04.2023",
    /// "06.01.2026, 5 minutes".
    private func dated(_ line: String) -> String? {
        for part in [line[...]] + line.split(whereSeparator: { "|•·–—".contains($0) }) where part.count < 90 {
            let label = part.firstIndex(of: ":").map { part[part.index(after: $0)...] }
            let word = part.firstIndex(of: " ").map { part[part.index(after: $0)...] }
            let comma = part.firstIndex(of: ",").map { part[..<$0] }
            for case let text? in [part, label, word, comma] {
                if PublicationTime(String(text), order: order) != nil { return String(text) }
            }
        }
        return nil
    }

    /// The date in an address: "/2024/05/02/", "/2024-05-02-".
    private static func time(inAddress address: String) -> PublicationTime? {
        var numbers: [Substring] = []
        for part in address.prefix(512).split(whereSeparator: { !$0.isNumber || !$0.isASCII }) {
            numbers.append(part)
            if numbers.count >= 3 {
                let last = numbers.suffix(3).map { $0 }
                if last[0].count == 4, last[1].count == 2, last[2].count == 2,
                    address.contains("\(last[0])/\(last[1])/\(last[2])")
                        || address.contains("\(last[0])-\(last[1])-\(last[2])"),
                    let time = PublicationTime(last.joined(separator: "-")), isSound(time)
                {
                    return time
                }
            }
        }
        return nil
    }
}
