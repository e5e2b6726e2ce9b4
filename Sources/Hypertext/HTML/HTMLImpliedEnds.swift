// What start tags end without a word (WHATWG HTML, 13.2.6).

extension HTMLParser {
    /// Closes what a start tag ends by implication. `false` where the element is there already.
    mutating func prepare(for tag: HTMLTag) -> Bool {
        switch tag {
        case .html:
            defer { hasRoot = true }
            return open.count == 1 && !hasRoot
        case .head: return !openTags.contains(.head) && !hasBody
        case .body:
            guard !hasBody else { return false }
            hasBody = true
            closeUpTo(.head)
            return true
        default: break
        }
        let traits = traits[Int(tag.rawValue)]
        if openTags[openTags.count - 1] == .head, !traits.contains(.head) { close() }
        if traits.contains(.endsParagraph) { closeParagraph() }
        switch tag {
        case .li: closeItem([.li], within: [.ul, .ol, .menu, .dir])
        case .dd, .dt: closeItem([.dd, .dt], within: [.dl])
        case .option, .optgroup: closeItem([.option], within: [.select])
        case .tr: closeItem([.tr], within: [.table, .tbody, .thead, .tfoot])
        case .td, .th: closeItem([.td, .th], within: [.tr, .table])
        case .tbody, .thead, .tfoot: closeItem([.tbody, .thead, .tfoot], within: [.table])
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = openTags.last, (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains(last.rawValue) { close() }
        case .a: closeUpTo(.a)
        default: break
        }
        return true
    }

    private mutating func closeParagraph() {
        for k in stride(from: open.count - 1, to: 0, by: -1) {
            let tag = openTags[k]
            if tag == .p {
                while open.count > k { close() }
                return
            }
            if traits[Int(tag.rawValue)].contains(.block) { return }
        }
    }

    private mutating func closeItem(_ items: [HTMLTag], within lists: [HTMLTag]) {
        for k in stride(from: open.count - 1, to: 0, by: -1) {
            if items.contains(openTags[k]) {
                while open.count > k { close() }
                return
            }
            if lists.contains(openTags[k]) || openTags[k] == .table { return }
        }
    }
}
