public import Diplomacy
public import FoundationEssentials
import Hypertext

/// Reads a page as it was published: HTML in any encoding, however broken, to a document.
///
/// The text is the article's paragraphs, a line each; menus, captions, related links, comments and the notices of
/// consent stand in no document. Linear in the page; see ``PageArticle`` for the method.
public enum Page {
    /// The most bytes of a page that are read.
    public static let longest = 32 << 20

    /// The document of a page.
    ///
    /// - Parameters:
    ///   - bytes: as published; what is beyond ``longest`` is not read, and a diagnostic says so.
    ///   - id: the document's.
    ///   - charset: the `Content-Type` with which the page came, or its charset alone.
    ///   - address: where the page was found; what the page calls its own address comes first.
    public static func intake(_ bytes: [UInt8], id: String, charset: String? = nil, address: String? = nil) -> Intake {
        let isCut = bytes.count > longest
        let decoded = CharacterEncoding.decode(
            isCut ? whole(bytes.prefix(longest)) : bytes, transport: charset, syntax: .html)
        let tree = HTMLParser.tree(of: decoded.utf8)
        var intake = PageReader(tree).intake(id: id, address: address)
        if isCut || tree.isCut {
            intake.diagnostics.append(
                Diagnostic(
                    code: "page-cut", severity: .warning,
                    message:
                        "The page has \(bytes.count) bytes; \(longest) bytes or \(HTMLParser.mostNodes) nodes were read."
                ))
        }
        intake.note(decoded, of: "page")
        return intake
    }
}

/// Bytes without the half of a character of UTF-8 at their end.
private func whole(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let tail = bytes.suffix(4)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }), tail[lead] >= 0xC0 else { return Array(bytes) }
    let length = tail[lead] >= 0xF0 ? 4 : tail[lead] >= 0xE0 ? 3 : 2
    return Array(bytes.endIndex - lead < length ? bytes[..<lead] : bytes)
}

/// Puts together what is read of one page.
struct PageReader {
    let tree: HTMLTree
    private let head: PageHead
    private let data: PageData

    init(_ tree: HTMLTree) {
        self.tree = tree
        head = PageHead(tree)
        data = PageData(head.data)
    }

    /// The blocks of the page and its article.
    func parts(titles: [String]) -> (blocks: PageBlocks, article: PageArticle) {
        let descriptions = ["description", "og:description", "twitter:description"].compactMap { head.metas[$0] }
        let words = PageWords(descriptions: descriptions + [data.description].compactMap { $0 }, titles: titles)
        let blocks = PageBlocks(tree) { PageArticle.isLeftOut(tree, $0) }
        return (blocks, PageArticle(tree, blocks: blocks, page: words))
    }

    func intake(id: String, address: String?) -> Intake {
        let facts = PageFacts(tree, head: head, data: data, found: address)
        let heading = tree.nodes.indices.first { tree.nodes[$0].tag == .h1 && !tree.text(of: $0).isEmpty }
        let title = PageTitle(
            [data.headline, head.metas["og:title"], heading.map { tree.text(of: $0) }, head.titles.first],
            sites: [facts.site, data.publisher])
        let (blocks, article) = parts(titles: title.titles)
        var text = article.paragraphs.map { blocks.text($0) }.joined(separator: "\n")
        var diagnostics: [Diagnostic] = []
        if let told = data.text, told.utf8.count > 2 * text.utf8.count, told.utf8.count > 200 {
            text = told
            diagnostics.append(
                Diagnostic(
                    code: "text-from-data",
                    message: "The page shows no article; its text is that of its structured data."))
        }
        if text.utf8.count < 200 {
            let carried = PageScripts.text(tree)
            if carried.utf8.count > 2 * text.utf8.count + 400 {
                text = carried
                diagnostics.append(
                    Diagnostic(
                        code: "text-from-script",
                        message: "The page shows no article; its text is what its scripts carry."))
            }
        }
        let own = facts.address ?? address
        let times = PageTimes(
            tree, head: head, data: data, lines: lines(blocks, article, heading), address: own,
            language: facts.language)
        var document = Document(
            id: id, title: title.title, text: text, published: times.published?.day,
            publishedText: times.published?.contractText, language: facts.language, source: facts.source,
            url: own,
            place: facts.place, sha256: Document.sha256(of: text))
        let authors = facts.authors
        if !authors.isEmpty { document.extra["authors"] = .array(authors.map { .string($0) }) }
        if let modified = times.modified { document.extra["modified"] = .string(modified.contractText) }
        if let agency = facts.agency(authors: authors, text: text) { document.extra["agency"] = .string(agency) }
        return Intake(document: document, diagnostics: diagnostics)
    }

    /// Short lines of the page in the order in which a date is looked for: between title and article, before the title,
    /// after the article's beginning.
    private func lines(_ blocks: PageBlocks, _ article: PageArticle, _ heading: Int?) -> [String] {
        let start = min(heading ?? Int.max, article.paragraphs.first?.nodes.lowerBound ?? Int.max)
        let end = max(start, article.paragraphs.first?.nodes.lowerBound ?? start)
        let short = blocks.blocks.filter { $0.weight < 90 }
        let between = short.filter { (start..<end).contains($0.nodes.lowerBound) }.prefix(20)
        let before = short.filter { $0.nodes.lowerBound < start }.suffix(6)
        let after = short.filter { $0.nodes.lowerBound >= end }.prefix(200)
        return (Array(between) + Array(before) + Array(after)).map { blocks.text($0) }
    }
}
