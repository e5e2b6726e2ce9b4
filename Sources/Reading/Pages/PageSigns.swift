import Hypertext

/// What the names that a page gives to an element (class, id, role, itemprop) say about its content.
enum PageSign: UInt8 {
    case none
    /// It is the article's text.
    case article
    /// Readers' comments.
    case comments
    /// Hardly ever a part of an article.
    case aside
    /// Often no part of one.
    case doubtful
    /// Not shown.
    case hidden
}

/// Reads such names, word by word.
struct PageSigns {
    private let strong: Set<[UInt8]>
    private let weak: Set<[UInt8]>
    private let prefixes: [[UInt8]]
    private let bodies: Set<[UInt8]>

    static let standard = PageSigns()

    private init() {
        func words(_ text: String) -> Set<[UInt8]> { Set(text.split(separator: " ").map { Array($0.utf8) }) }
        strong = words(
            "nav navbar navigation menu footer sidebar share sharing shares sharebar "
                + "social socials related recommended recommendation recommendations outbrain taboola newsletter newsletters "
                + "subscribe subscription signup ad ads advert adslot advertisement advertising anzeige werbung publicidad "
                + "pub banner cookie cookies consent gdpr cmp breadcrumb breadcrumbs pagination pager paging caption captions "
                + "figcaption credit credits copyright byline bylines toolbar popup modal lightbox overlay "
                + "poll quiz trending popular mostread mostpopular readmore morestories teaser teasers promo promos "
                + "promotion sponsor sponsored partner dropdown skip skiplink topbar masthead sitemap login register "
                + "bookmark likes reactions rating ratings votes tags taglist tagcloud hashtags keywords carousel "
                + "slider slideshow player jwplayer playlist linklist crosslink crosslinks relacionadas relacionados "
                + "kommentar kommentare empfehlungen autor autorenbox authorbox authorbio bio bios aboutauthor "
                + "disclaimer correction-form feedback survey crossword weather stockticker ticker infobox factbox "
                + "metadata meta alsoread lireaussi moretopics morenews inarticle readnext upnext")
        weak = words(
            "aside author authors date dates time timestamp published publishdate updated toc contents widget widgets "
                + "links link gallery "
                + "embed tweet twitter instagram facebook youtube more tools options action actions button buttons bottom top "
                + "extra extras complementary supplementary notice alert info topics topic category categories section-label "
                + "kicker label labels hint service services other others see also recirc")
        prefixes = [
            "recommend", "newsletter", "related", "advert", "outbrain", "taboola", "cookie", "breadcrumb",
            "paginat", "sidebar", "footer", "sharing", "promo", "sponsor", "subscri", "trinity", "piano", "teaser",
        ].map { Array($0.utf8) }
        bodies = words(
            "articlebody storybody entrycontent postcontent articlecontent articletext storytext bodytext postbody "
                + "contentbody entrytext maintext newstext readerarticlecontent storycontent richtext articlebodytext "
                + "bodycontent articlecontainer")
    }

    /// The sign of an element's names.
    func sign(of node: Int, in tree: HTMLTree) -> PageSign {
        let element = tree.nodes[node]
        if tree.has(.hidden, node) { return .hidden }
        var sign = PageSign.none
        tree.bytes.withUnsafeBufferPointer { bytes in
            if let style = tree.rawValue(.style, of: node), isHiding(bytes[style]) {
                sign = .hidden
                return
            }
            if let value = tree.rawValue(.ariaHidden, of: node), bytes[value].elementsEqual("true".utf8) {
                sign = .hidden
                return
            }
            if let value = tree.rawValue(.itemprop, of: node), bytes[value].elementsEqual("articleBody".utf8) {
                sign = .article
                return
            }
            if let value = tree.rawValue(.role, of: node), let found = role(bytes[value]) {
                sign = found
                return
            }
            guard element.tag != .body, element.tag != .html else { return }
            for name in [HTMLAttribute.class, .id] {
                guard let value = tree.rawValue(name, of: node), !value.isEmpty else { continue }
                let found = self.sign(ofNames: bytes[value])
                if found == .article { sign = .article }
                if found == .hidden || found == .aside || found == .comments {
                    if sign != .article { sign = found }
                } else if found == .doubtful, sign == .none {
                    sign = .doubtful
                }
            }
        }
        return sign
    }

    private func isHiding(_ style: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bare = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return bare.count >= 12
            && (contains(bare, Array("display:none".utf8)) || contains(bare, Array("visibility:hidden".utf8)))
    }

    private func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard bytes.count >= pattern.count else { return false }
        return (0...(bytes.count - pattern.count)).contains { bytes[$0...].starts(with: pattern) }
    }

    private func role(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> PageSign? {
        switch String(decoding: value, as: UTF8.self) {
        case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar",
            "tooltip", "tablist", "button":
            .aside
        case "complementary": .doubtful
        default: nil
        }
    }

    /// The sign of the value of a class or an id: words are parted at what is no letter or digit and where small letters
    /// are followed by capitals.
    private func sign(ofNames names: Slice<UnsafeBufferPointer<UInt8>>) -> PageSign {
        var found = PageSign.none
        var word: [UInt8] = []
        /// The words of one name, run together.
        var whole: [UInt8] = []
        var isLower = false
        /// Whether the name is one of a kind of style ("print:hidden"), which says nothing of the content.
        var isVariant = false
        func take() {
            defer { word.removeAll(keepingCapacity: true) }
            guard word.count > 1, !isVariant else { return }
            if whole.count == word.count, PageSigns.commentWords.contains(where: { word.starts(with: $0) }) {
                found = .comments
            } else if found == .comments {
                return
            } else if word.elementsEqual("tooltip".utf8) {
                found = .hidden
            } else if found == .hidden {
                return
            } else if strong.contains(word) || prefixes.contains(where: { word.starts(with: $0) }) {
                found = .aside
            } else if found == .none, weak.contains(word) {
                found = .doubtful
            }
        }
        func takeWhole() {
            defer { whole.removeAll(keepingCapacity: true) }
            defer { isVariant = false }
            guard whole.count > 3, !isVariant, found != .article, found != .comments else { return }
            if bodies.contains(whole) { found = .article }
            if strong.contains(whole) { found = .aside }
            if PageSigns.hiddenNames.contains(whole) { found = .hidden }
        }
        for byte in names {
            let isUpper = (0x41...0x5A).contains(byte)
            let small = isUpper ? byte | 0x20 : byte
            if (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) {
                if isUpper, isLower { take() }
                word.append(small)
                whole.append(small)
                isLower = !isUpper
            } else {
                if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[") { isVariant = true }
                take()
                isLower = false
                if byte <= 0x20 { takeWhole() }
            }
        }
        take()
        takeWhole()
        return found
    }

    private static let commentWords = ["comment", "kommentar", "comentario", "disqus", "livefyre", "respond"].map {
        Array($0.utf8)
    }

    private static let hiddenNames = Set(
        [
            "hidden", "visuallyhidden", "sronly", "screenreadertext", "hide", "dnone", "invisible", "offscreen", "ahidden",
            "printonly", "showforsr", "uhidden", "ishidden", "screenreaderonly", "accessibility",
        ].map { Array($0.utf8) })
}
