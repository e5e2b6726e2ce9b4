import Hypertext

/// What the names that a page gives to an element (class, id, role, itemprop) say about its content.
enum PageSign: UInt8 {
    case none
    /// It is the article's text.
    case article
    /// Often no part of an article.
    case doubtful
    /// Hardly ever a part of one.
    case aside
    /// Readers' comments.
    case comments
    /// Not shown.
    case hidden
}

/// Reads such names, word by word, in one pass over their bytes.
struct PageSigns {
    static let standard = PageSigns()

    private let words = SignWords()

    /// The sign of an element's names.
    func sign(of node: Int, in tree: HTMLTree) -> PageSign {
        if tree.has(.hidden, node) || tree.has(word: "true", in: .ariaHidden, of: node) { return .hidden }
        return tree.bytes.withUnsafeBufferPointer { bytes in
            if let style = tree.rawValue(.style, of: node), isHiding(bytes[style]) { return .hidden }
            if tree.has(word: "articleBody", in: .itemprop, of: node) { return .article }
            if let value = tree.rawValue(.role, of: node), let found = role(bytes[value]) { return found }
            let tag = tree.nodes[node].tag
            guard tag != .body, tag != .html else { return .none }
            var sign = PageSign.none
            for name in [HTMLAttribute.class, .id] {
                guard let value = tree.rawValue(name, of: node), !value.isEmpty else { continue }
                let found = self.sign(ofNames: bytes[value])
                if found == .article || found.rawValue > sign.rawValue && sign != .article { sign = found }
            }
            return sign
        }
    }

    /// Whether a style says "display: none" or "visibility: hidden".
    private func isHiding(_ style: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bare = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return [Array("display:none".utf8), Array("visibility:hidden".utf8)].contains { pattern in
            bare.count >= pattern.count
                && (0...(bare.count - pattern.count)).contains { bare[$0...].starts(with: pattern) }
        }
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
        /// The hash of the word, and of the words of the name run together.
        var (word, whole) = (SignWords.seed, SignWords.seed)
        var (wordLength, wholeLength) = (0, 0)
        var isLower = false
        /// Whether the name is one of a kind of style ("print:hidden"), which says nothing of the content.
        var isVariant = false
        func note(_ sign: PageSign) { if sign.rawValue > found.rawValue { found = sign } }
        func endWord() {
            if wordLength > 1, !isVariant, let sign = words.sign(ofWord: word) {
                // "has-sidebar" tells of the layout around an article
                if sign == .none, wordLength == wholeLength { isVariant = true }
                note(sign)
            }
            (word, wordLength) = (SignWords.seed, 0)
        }
        /// Whether the name says by itself that it is the article's text.
        func endName() -> Bool {
            defer { (whole, wholeLength, isVariant) = (SignWords.seed, 0, false) }
            guard wholeLength > 3, !isVariant, let sign = words.sign(ofName: whole) else { return false }
            note(sign)
            return sign == .article
        }
        for byte in names {
            let isUpper = (0x41...0x5A).contains(byte)
            let small = isUpper ? byte | 0x20 : byte
            if (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) {
                if isUpper, isLower { endWord() }
                word = SignWords.hash(word, small)
                whole = SignWords.hash(whole, small)
                (wordLength, wholeLength) = (wordLength + 1, wholeLength + 1)
                isLower = !isUpper
                if wordLength > 4, !isVariant, let sign = words.sign(ofBeginning: word) {
                    if sign != .comments || wordLength == wholeLength { note(sign) }
                }
            } else {
                if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[") { isVariant = true }
                endWord()
                isLower = false
                if byte <= 0x20, endName() { return .article }
            }
        }
        endWord()
        return endName() ? .article : found
    }
}

/// The words of names and what they mean, by hash.
private struct SignWords {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a, a byte further.
    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private static let bits = 11
    private var keys = [UInt64](repeating: 0, count: 1 << SignWords.bits)
    private var signs = [PageSign](repeating: .none, count: 1 << SignWords.bits)

    /// Words, whole names and beginnings of words live in one table: a tag is mixed into their hashes.
    private static let (wordTag, nameTag, beginningTag): (UInt64, UInt64, UInt64) = (1, 2, 3)

    init() {
        add(SignWords.strong, .aside, SignWords.wordTag)
        add(SignWords.strong, .aside, SignWords.nameTag)
        add(SignWords.weak, .doubtful, SignWords.wordTag)
        add("tooltip", .hidden, SignWords.wordTag)
        add("has with without no not", .none, SignWords.wordTag)
        add(SignWords.hidden, .hidden, SignWords.nameTag)
        add(SignWords.bodies, .article, SignWords.nameTag)
        add(SignWords.beginnings, .aside, SignWords.beginningTag)
        add("comment kommentar comentario disqus livefyre respond", .comments, SignWords.beginningTag)
    }

    private mutating func add(_ words: String, _ sign: PageSign, _ tag: UInt64) {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let key = word.utf8.reduce(SignWords.seed, SignWords.hash) ^ tag
            var slot = SignWords.slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & (1 << SignWords.bits - 1) }
            (keys[slot], signs[slot]) = (key, sign)
        }
    }

    private static func slot(_ key: UInt64) -> Int {
        let product = key &* 0x9E37_79B9_7F4A_7C15
        return Int(product >> UInt64(64 - bits))
    }

    private func find(_ key: UInt64) -> PageSign? {
        var slot = SignWords.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return signs[slot] }
            slot = (slot + 1) & (1 << SignWords.bits - 1)
        }
        return nil
    }

    func sign(ofWord hash: UInt64) -> PageSign? { find(hash ^ SignWords.wordTag) }
    func sign(ofName hash: UInt64) -> PageSign? { find(hash ^ SignWords.nameTag) }
    func sign(ofBeginning hash: UInt64) -> PageSign? { find(hash ^ SignWords.beginningTag) }

    private static let strong = """
        nav navbar navigation menu footer sidebar share sharing shares sharebar social socials related recommended
        recommendation recommendations newsletter newsletters subscribe subscription signup ad ads advert adslot
        advertisement advertising anzeige werbung publicidad pub banner cookie cookies consent gdpr cmp pagination pager
        paging caption captions figcaption credit credits copyright byline bylines toolbar popup modal lightbox overlay
        poll quiz trending popular mostread mostpopular readmore morestories promos promotion partner dropdown skip skiplink
        topbar masthead sitemap login register bookmark likes reactions rating ratings votes tags taglist tagcloud hashtags
        keywords carousel slider slideshow player jwplayer playlist linklist crosslink crosslinks relacionadas relacionados
        empfehlungen autor autorenbox authorbox authorbio bio bios aboutauthor disclaimer feedback survey crossword weather
        ticker infobox factbox metadata meta alsoread lireaussi moretopics morenews readnext upnext
        """
    private static let weak = """
        aside author authors date dates time timestamp published publishdate updated toc contents widget widgets links link
        gallery embed tweet twitter instagram facebook youtube more tools options action actions button buttons bottom top
        extra extras complementary supplementary notice alert info topics topic category categories kicker label labels hint
        service services other others see also recirc
        """
    private static let hidden = """
        hidden visuallyhidden sronly screenreadertext hide dnone invisible offscreen ahidden printonly showforsr uhidden
        ishidden screenreaderonly accessibility
        """
    private static let bodies = """
        articlebody storybody entrycontent postcontent articlecontent articletext storytext bodytext postbody contentbody
        entrytext maintext newstext storycontent articlebodytext bodycontent
        """
    private static let beginnings = """
        recommend newsletter related advert outbrain taboola cookie breadcrumb paginat sidebar footer sharing promo sponsor
        subscri trinity piano teaser
        """
}
