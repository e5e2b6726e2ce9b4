public import Diplomacy
import Hypertext

/// Reads a page as it was published.
public enum Page {
    public static func document(_ bytes: [UInt8], id: String) -> Document {
        let tree = HTMLParser.tree(of: bytes)
        let (blocks, article) = parts(tree)
        let text = article.paragraphs.map { blocks.text($0) }.joined(separator: "\n")
        return Document(id: id, text: text)
    }

    static func parts(_ tree: HTMLTree) -> (PageBlocks, PageArticle) {
        let head = PageHead(tree)
        let words = PageWords(
            descriptions: ["description", "og:description", "twitter:description"].compactMap { head.metas[$0] },
            titles: [])
        let blocks = PageBlocks(tree) { PageArticle.isLeftOut(tree, $0) }
        return (blocks, PageArticle(tree, blocks: blocks, page: words))
    }
}
