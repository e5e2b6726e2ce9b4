import Hypertext

/// What the elements of a page's head say of it.
struct PageHead {
    /// The first value of each `<meta>`, by its property, name or itemprop in lower case.
    private(set) var metas: [String: String] = [:]
    /// Texts of `<title>`.
    private(set) var titles: [String] = []
    /// Addresses of `<link>`, by their rel in lower case.
    private(set) var links: [String: String] = [:]
    /// The language of the page, as it says.
    private(set) var language: String?
    /// The objects of its JSON-LD, as bytes.
    private(set) var data: [ArraySlice<UInt8>] = []

    init(_ tree: HTMLTree) {
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case .meta: addMeta(tree, node)
            case .title where titles.isEmpty && !isWithinSVG(tree, node):
                titles.append(HTMLText.line(tree.rawText(of: node)))
            case .link: addLink(tree, node)
            case .html: language = tree.value(.lang, of: node) ?? language
            case .script:
                if let type = tree.value(.type, of: node)?.lowercased(), type.hasPrefix("application/ld+json") {
                    data.append(tree.rawText(of: node))
                }
            default: break
            }
        }
    }

    private func isWithinSVG(_ tree: HTMLTree, _ node: Int) -> Bool { tree.nodes[tree.parent(of: node)].tag == .svg }

    private mutating func addMeta(_ tree: HTMLTree, _ node: Int) {
        guard let content = tree.value(.content, of: node) else { return }
        for key in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            // in a body an itemprop tells of the item around it
            if key == .itemprop, tree.nodes[tree.parent(of: node)].tag != .head { continue }
            guard let name = tree.value(key, of: node)?.lowercased(), !name.isEmpty, metas[name] == nil else {
                continue
            }
            metas[name] = content
        }
    }

    private mutating func addLink(_ tree: HTMLTree, _ node: Int) {
        guard let address = tree.value(.href, of: node), let rels = tree.value(.rel, of: node)?.lowercased() else {
            return
        }
        for rel in rels.split(separator: " ") where links[String(rel)] == nil { links[String(rel)] = address }
    }
}
