import Diplomacy
import Hypertext

/// Who and where a page says that it is from: authors, agency, publisher, place, language, address.
struct PageFacts {
    private let tree: HTMLTree
    private let head: PageHead
    private let data: PageData

    /// Where the page was found; what it calls its own address may be another's.
    private let found: String?

    init(_ tree: HTMLTree, head: PageHead, data: PageData, found: String?) {
        self.found = found
        self.tree = tree
        self.head = head
        self.data = data
    }

    /// The language's primary code, "en".
    var language: String? {
        let told = head.language ?? head.metas["content-language"] ?? head.metas["og:locale"] ?? data.language
        guard let code = told?.lowercased().split(whereSeparator: { "-_ ,".contains($0) }).first else { return nil }
        return (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            ? String(code) : nil
    }

    /// The address that the page calls its own, where it is whole.
    var address: String? {
        [head.links["canonical"], head.metas["og:url"]].compactMap { $0 }
            .first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    }

    /// The publisher's name.
    var site: String? {
        [head.metas["og:site_name"], data.publisher, head.metas["application-name"], head.metas["dc.publisher"]]
            .compactMap { $0.map { HTMLText.line(Array($0.utf8)[...]) } }.first { !$0.isEmpty && $0.count < 80 }
    }

    /// The publisher, with its kind where the address tells that it is an authority.
    var source: Source? {
        let kind = PublisherKind.kind(ofAddress: found ?? address ?? "")
        guard site != nil || kind != nil else { return nil }
        return Source(name: site, kind: kind)
    }

    /// The page's own place, where it marks one: microformats, schema.org, or a dateline by its name.
    var place: String? {
        for node in tree.nodes.indices where tree.nodes[node].attributeCount > 0 {
            guard isPlace(node) else { continue }
            let text = tree.shortText(of: node)
            // a dateline may hold its date as well, or nothing else
            if !text.isEmpty, text.count < 80, !text.contains(where: { $0.isNumber || $0 == "\n" }) { return text }
        }
        return nil
    }

    private func isPlace(_ node: Int) -> Bool {
        for word in ["contentLocation", "locationCreated"] as [StaticString]
        where tree.has(word: word, in: .itemprop, of: node) {
            return true
        }
        return tree.has(word: "p-location", in: .class, of: node) || tree.has(word: "dateline", in: .class, of: node)
    }

    // MARK: - Authors

    /// Persons and desks by whom the article is.
    var authors: [String] {
        var found = data.authors
        if found.isEmpty {
            found = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"]
                .compactMap { head.metas[$0] }.filter { !$0.contains("://") }.prefix(1).map { $0 }
        }
        if found.isEmpty { found = marked() }
        var names: [String] = []
        found = Array(found.prefix(PageFacts.mostAuthors))
        for text in found {
            for name in PageFacts.parted(HTMLText.text(ofFragment: text)) where !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    /// Authors that elements are marked to hold.
    private func marked() -> [String] {
        var found: [String] = []
        for node in tree.nodes.indices where tree.nodes[node].attributeCount > 0 {
            let isAuthor =
                tree.has(word: "author", in: .itemprop, of: node) || tree.has(word: "author", in: .rel, of: node)
                || PageFacts.authorNames.contains { tree.has(word: $0, in: .class, of: node) }
            guard isAuthor else { continue }
            let text = tree.shortText(of: node).split(separator: "\n").first.map(String.init) ?? ""
            if !text.isEmpty, text.count < 120 { found.append(text) }
            if found.count == 8 { break }
        }
        return found
    }

    private static let mostAuthors = 32
    private static let authorNames: [StaticString] = ["author", "byline", "p-author", "author-name", "byline__name"]

    /// "By Ann Lee and Bo Ek, Reuters" to its names.
    private static func parted(_ text: String) -> [String] {
        var text = text.split { $0.isWhitespace }.joined(separator: " ")
        for lead in ["By ", "by ", "BY ", "Von ", "von ", "Por ", "Par "] where text.hasPrefix(lead) {
            text = String(text.dropFirst(lead.count))
        }
        for joint in [" and ", " und ", " et ", " y ", ";", "|", " & "] {
            text = text.split(separator: joint).joined(separator: ",")
        }
        return text.split(separator: ",").map { $0.split { $0.isWhitespace }.joined(separator: " ") }
            .filter { name in name.count > 1 && name.count < 70 && !name.contains("@") && !name.contains { $0.isNumber }
            }
    }

    /// The agency whose report the page passes on, by its authors or by the article's first words
    /// ("MOSCOW, Dec 2 (Reuters) - …").
    func agency(authors: [String], text: String) -> String? {
        if let author = authors.first(where: { NewsAgencies.name(of: $0) != nil }) {
            return NewsAgencies.name(of: author)
        }
        let head = text.prefix(120)
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else { return nil }
        return NewsAgencies.name(of: String(head[head.index(after: open)..<close]))
    }
}
