import Hypertext

/// The text of a page's article: finds the part of the tree that holds it, and leaves out what stands in between.
struct PageArticle {
    private let tree: HTMLTree
    private let blocks: PageBlocks
    /// For each node, whether a reader would pass over it with all that is in it.
    private(set) var isPassed: [Bool]
    /// Pictures before each node.
    private var pictures: [Int32] = []
    /// Score of each block.
    private(set) var scores: [Float] = []

    /// The paragraphs, in order.
    private(set) var paragraphs: [PageBlock] = []

    init(_ tree: HTMLTree, blocks: PageBlocks, page: PageWords) {
        self.tree = tree
        self.blocks = blocks
        isPassed = Array(repeating: false, count: tree.nodes.count)
        pictures = PageArticle.pictures(tree)
        judgeElements()
        scores = blocks.blocks.map(score)
        let best = bestElement()
        paragraphs = chosen(within: best, page)
    }

    /// Whether a node never holds text of an article.
    static func isLeftOut(_ tree: HTMLTree, _ node: Int) -> Bool {
        switch tree.nodes[node].tag {
        case .script, .style, .template, .noscript, .iframe, .head, .textarea, .svg, .select, .button, .input, .object,
            .embed, .canvas, .video, .audio, .map, .nav, .menu, .option, .math:
            true
        case .span, .i, .em, .small, .other:
            tree.nodes[node].attributeCount > 0 && PageSigns.standard.sign(of: node, in: tree) == .hidden
        default: false
        }
    }

    private static func pictures(_ tree: HTMLTree) -> [Int32] {
        var count: Int32 = 0
        return [0]
            + tree.nodes.map { node in
                switch node.tag {
                case .img, .picture, .figure, .video: count += 1
                default: break
                }
                return count
            }
    }

    // MARK: - Elements

    /// Marks the elements that are passed over: by their tag, or by their names unless most of the page's prose is in them.
    private mutating func judgeElements() {
        var prose: [Float] = Array(repeating: 0, count: tree.nodes.count + 1)
        for block in blocks.blocks where isProse(block) { prose[block.nodes.lowerBound + 1] += block.weight }
        for node in 1..<prose.count { prose[node] += prose[node - 1] }
        let all = prose[prose.count - 1]
        var node = 1
        while node < tree.nodes.count {
            let item = tree.nodes[node]
            defer { node += 1 }
            guard item.tag != .text else { continue }
            let within = prose[Int(item.end)] - prose[node]
            let share = all > 0 ? within / all : 0
            if isPassed(node, item, share) {
                for inner in tree.subtree(of: node) { isPassed[inner] = true }
                node = Int(item.end) - 1
            }
        }
    }

    private func isPassed(_ node: Int, _ item: HTMLTree.Node, _ share: Float) -> Bool {
        switch item.tag {
        case .figcaption, .caption: return true
        case .figure: return share < 0.3 && !tree.subtree(of: node).contains { tree.nodes[$0].tag == .blockquote }
        case .footer, .aside, .dialog: if share < 0.3 { return true }
        case .header, .form, .fieldset: if share < 0.1 { return true }
        default: break
        }
        guard item.attributeCount > 0 else { return false }
        switch PageSigns.standard.sign(of: node, in: tree) {
        case .comments: return share < 0.8
        case .aside: return share < 0.3
        case .hidden: return share < 0.5
        case .doubtful: return share < 0.02 && !(item.tag == .p || item.tag == .span || item.tag == .a)
        case .article, .none: return false
        }
    }

    // MARK: - Blocks

    /// Whether a block reads as sentences do.
    private func isProse(_ block: PageBlock) -> Bool {
        block.weight >= 50 && block.linkShare < 0.5 && (block.stops > 0 || block.commas > 1)
    }

    private func isHeading(_ block: PageBlock) -> Bool {
        (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains(tree.nodes[block.owner].tag.rawValue)
    }

    private func score(_ block: PageBlock) -> Float {
        if isPassed[block.nodes.lowerBound] { return block.linkShare > 0.5 ? -2 : 0 }
        if isHeading(block) { return 0 }
        if block.linkShare > 0.5 { return -min(block.weight, 80) * 0.6 }
        guard isProse(block) else {
            if isShortSentence(block) { return block.weight * 0.6 }
            return block.weight < 30 ? -8 : 4
        }
        let factor: Float =
            switch tree.nodes[block.owner].tag {
            case .p: 1
            case .blockquote, .pre: 0.8
            case .li, .td, .dd: 0.6
            default: 0.7
            }
        return factor * block.weight * (1 - 1.5 * block.linkShare)
    }

    /// The element whose blocks score highest together; of equals the innermost.
    private func bestElement() -> Int {
        var sums: [Float] = Array(repeating: 0, count: tree.nodes.count + 1)
        for (block, score) in zip(blocks.blocks, scores) { sums[block.nodes.lowerBound + 1] += score }
        for node in 1..<sums.count { sums[node] += sums[node - 1] }
        var best = 0
        var highest = -Float.infinity
        for node in tree.nodes.indices where tree.nodes[node].tag != .text {
            let sum = sums[Int(tree.nodes[node].end)] - sums[node]
            if sum >= highest { (best, highest) = (node, sum) }
        }
        return best
    }

    private func chosen(within best: Int, _ page: PageWords) -> [PageBlock] {
        // an article that is said to be one may hold a last short line that scores too little by itself
        let said = article(around: best)
        let range = tree.subtree(of: said > 0 ? said : best)
        let within = blocks.blocks.indices.filter { i in
            let block = blocks.blocks[i]
            return range.contains(block.nodes.lowerBound) && (!isPassed[block.nodes.lowerBound] || isHiddenParagraph(i))
        }
        let core = core(of: within)
        let article = article(around: core)
        var kept = within.filter { belongs($0, to: core, article) && isText($0, core) }
        let isBody = { (i: Int) in isProse(blocks.blocks[i]) || isShortSentence(blocks.blocks[i]) }
        if let first = kept.firstIndex(where: isBody), let last = kept.lastIndex(where: isBody) {
            kept = Array(kept[first...last])
        }
        if let first = kept.first, let standfirst = standfirst(before: first, page) { kept.insert(standfirst, at: 0) }
        return kept.map { blocks.blocks[$0] }
    }

    /// Whether a block is a paragraph that waits behind a wall: hidden itself, among others that are not.
    private func isHiddenParagraph(_ i: Int) -> Bool {
        let block = blocks.blocks[i]
        return tree.nodes[block.owner].tag == .p && isProse(block) && !isPassed[tree.parent(of: block.owner)]
            && PageSigns.standard.sign(of: block.owner, in: tree) == .hidden
    }

    /// Whether a paragraph is a sentence, though too short to tell by itself.
    private func isShortSentence(_ block: PageBlock) -> Bool {
        tree.nodes[block.owner].tag == .p && block.isEnded && block.words > 3 && block.linkShare < 0.5
    }

    /// Whether a block that stands where the article does is a part of its text.
    private func isText(_ i: Int, _ core: Int) -> Bool {
        let block = blocks.blocks[i]
        if isHeading(block) {
            return tree.nodes[block.owner].tag != .h1 && block.linkShare < 0.8
                && !PagePhrases.begin(blocks.utf8[block.text])
        }
        let isSentence = isShortSentence(block) && block.words > 5 && block.linkShare < 0.2
        if block.weight < PagePhrases.longest, PagePhrases.begin(blocks.utf8[block.text], isSentence: isSentence) {
            return false
        }
        if block.linkShare > 0.6, block.weight < 200 {
            return tree.nodes[block.owner].tag == .p && block.isEnded && block.words > 5
                && tree.subtree(of: core).contains(block.owner)
        }
        return !isCaption(i) && !isTeaser(i, core)
    }

    /// Whether a block stands alone beside a picture.
    private func isCaption(_ i: Int) -> Bool {
        let block = blocks.blocks[i]
        guard block.weight < 400, !(tree.nodes[block.owner].tag == .p && isProse(block) && block.weight > 150) else {
            return false
        }
        let container = container(of: i)
        var node = block.owner
        while node > 0, node != container {
            let tag = tree.nodes[node].tag
            if tag == .li || tag == .blockquote || tag == .td || tag == .p && node != block.owner { return false }
            if tag == .p, block.isEnded {
                node = tree.parent(of: node)
                continue
            }
            if pictures[Int(tree.nodes[node].end)] > pictures[node] { return true }
            node = tree.parent(of: node)
        }
        return false
    }

    /// Whether a block is the lines under a heading that leads to another page.
    private func isTeaser(_ i: Int, _ core: Int) -> Bool {
        for back in 1...3 where i >= back {
            let heading = blocks.blocks[i - back]
            guard isHeading(heading), heading.linkShare > 0.8 else { continue }
            var node = heading.owner
            while node > 0, !tree.subtree(of: node).contains(blocks.blocks[i].nodes.lowerBound) {
                node = tree.parent(of: node)
            }
            return node != core && tree.subtree(of: core).contains(node) || !tree.subtree(of: node).contains(core)
        }
        return false
    }

    /// The lines under the title that sum the article up, where they stand apart from its text: what the page gives as its
    /// description, or what its names call so.
    private func standfirst(before first: Int, _ page: PageWords) -> Int? {
        guard first > 0 else { return nil }
        for i in stride(from: first - 1, through: max(0, first - 40), by: -1) {
            let block = blocks.blocks[i]
            if tree.nodes[block.owner].tag == .h1 { break }
            guard block.weight > 40, block.linkShare < 0.5, !PagePhrases.begin(blocks.utf8[block.text]) else {
                continue
            }
            let text = PageWords.bare(blocks.utf8[block.text])
            if page.isDescription(text) || isNamedStandfirst(block.owner) { return page.isTitle(text) ? nil : i }
        }
        return nil
    }

    private func isNamedStandfirst(_ owner: Int) -> Bool {
        var node = owner
        for _ in 0..<3 where node > 0 {
            if let names = tree.value(.class, of: node)?.lowercased(),
                PageArticle.standfirstNames.contains(where: { names.contains($0) })
            {
                return true
            }
            node = tree.parent(of: node)
        }
        return false
    }

    private static let standfirstNames = [
        "standfirst", "subtitle", "sub-title", "subhead", "strapline", "article__lead", "article-lead", "header__lead",
        "header-lead", "entry-summary", "vorspann", "chapo", "entradilla", "bajada", "sottotitolo", "subline", "deck",
        "article-summary", "article__summary", "article-intro", "article__intro", "article__desc", "article-desc",
        "sapo",
        "underrubrik", "manchet", "lede", "article__chapo", "article-dek", "__dek", "-dek",
    ]

    // MARK: - Containers

    /// The element whose paragraphs a block is one of: the innermost that holds other blocks too, above lists and
    /// quotations.
    private func container(of i: Int) -> Int {
        let all = blocks.blocks
        let before = i > 0 ? all[i - 1].nodes.upperBound : 0
        let after = i + 1 < all.count ? all[i + 1].nodes.lowerBound : tree.nodes.count
        var node = all[i].owner
        while node > 0 {
            switch tree.nodes[node].tag {
            case .p, .li, .ul, .ol, .dl, .dt, .dd, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .article: break
            default: if node < before || Int(tree.nodes[node].end) > after { return node }
            }
            if tree.nodes[node].tag == .article, node < before || Int(tree.nodes[node].end) > after { return node }
            node = tree.parent(of: node)
        }
        return node
    }

    /// The container with the highest sum of scores.
    private func core(of kept: [Int]) -> Int {
        var sums: [Int: Float] = [:]
        var best = 0
        var highest: Float = 0
        for i in kept where scores[i] > 0 {
            let container = container(of: i)
            let sum = (sums[container] ?? 0) + scores[i]
            sums[container] = sum
            if sum > highest { (best, highest) = (container, sum) }
        }
        return best
    }

    /// Whether a block stands where the article's paragraphs do.
    private func belongs(_ i: Int, to core: Int, _ article: Int) -> Bool {
        let container = container(of: i)
        if tree.subtree(of: core).contains(container) { return true }
        if tree.subtree(of: container).contains(core), tree.parent(of: blocks.blocks[i].owner) == container {
            return true
        }
        if tree.parent(of: container) == tree.parent(of: core) { return true }
        if isAlike(container, core) { return true }
        let start = blocks.blocks[i].nodes.lowerBound
        if article > 0, tree.subtree(of: article).contains(start) { return true }
        return start < core && isProse(blocks.blocks[i])
    }

    /// The innermost element around the core that says of itself that it is the article; 0 where none does.
    private func article(around core: Int) -> Int {
        var node = core
        while node > 0 {
            if tree.nodes[node].tag == .article || PageSigns.standard.sign(of: node, in: tree) == .article {
                return node
            }
            node = tree.parent(of: node)
        }
        return 0
    }

    /// Whether two elements have the same tag and names, and their parents too.
    private func isAlike(_ a: Int, _ b: Int) -> Bool {
        var (a, b) = (a, b)
        for _ in 0..<2 {
            guard tree.nodes[a].tag == tree.nodes[b].tag, tree.value(.class, of: a) == tree.value(.class, of: b) else {
                return false
            }
            (a, b) = (tree.parent(of: a), tree.parent(of: b))
        }
        return true
    }
}
