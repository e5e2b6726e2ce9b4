/// The elements that readers of pages tell apart; all others are ``other``.
package enum HTMLTag: UInt8, Sendable, CaseIterable {
    /// No element: a run of text.
    case text
    /// An element of another name.
    case other
    case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center,
        cite
    case code, col, colgroup, data, dd, del, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure
    case font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img,
        input
    case ins, label, legend, li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript, object, ol
    case optgroup, option, output, p, param, picture, pre, q, s, script, section, select, small, source, span, strike
    case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
    case track, tt, u, ul, `var`, video, wbr, xmp

    /// What a tag is to the parser and to readers.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Has no content and no end tag.
        package static let void = Traits(rawValue: 1)
        /// Its content is characters up to its end tag.
        package static let raw = Traits(rawValue: 2)
        /// Begins and ends a line.
        package static let block = Traits(rawValue: 4)
        /// Closes an open paragraph.
        package static let endsParagraph = Traits(rawValue: 8)
        /// May stand in a head.
        package static let head = Traits(rawValue: 16)
        /// Marks up words: an end tag does not reach past a block.
        package static let inline = Traits(rawValue: 32)
    }

    /// Whether it is read past, and stands within a line: what is around it goes on.
    package var isWithinLine: Bool {
        switch self {
        case .svg, .math, .button, .noscript, .template, .canvas, .select, .object, .script, .style, .map, .iframe: true
        default: false
        }
    }

    package var traits: Traits { HTMLTag.allTraits[Int(rawValue)] }

    static let allTraits: [Traits] = allCases.map { tag in
        var traits: Traits = []
        if voids.contains(tag) { traits.insert(.void) }
        if raws.contains(tag) { traits.insert(.raw) }
        if blocks.contains(tag) { traits.insert(.block) }
        if paragraphEnds.contains(tag) { traits.insert(.endsParagraph) }
        if heads.contains(tag) { traits.insert(.head) }
        if inlines.contains(tag) { traits.insert(.inline) }
        return traits
    }

    private static let voids: Set<HTMLTag> = [
        .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
    ]
    private static let raws: Set<HTMLTag> = [
        .script, .style, .textarea, .title, .xmp, .iframe, .noembed, .noframes,
    ]
    private static let paragraphEnds: Set<HTMLTag> = [
        .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
        .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu, .nav, .ol, .p, .pre,
        .section, .summary, .table, .ul, .li, .dd, .dt, .xmp,
    ]
    private static let blocks: Set<HTMLTag> = paragraphEnds.union([
        .body, .br, .caption, .button, .frameset, .html, .head, .legend, .option, .optgroup, .select, .tbody, .td,
        .tfoot,
        .th, .thead, .title, .tr, .video, .audio, .iframe, .canvas, .object, .noscript, .template, .textarea, .svg,
    ])
    private static let heads: Set<HTMLTag> = [
        .base, .link, .meta, .noscript, .script, .style, .template, .title, .head, .html,
    ]
    private static let inlines: Set<HTMLTag> = [
        .a, .abbr, .b, .cite, .code, .data, .del, .em, .font, .i, .ins, .label, .mark, .q, .s, .small, .span, .strike,
        .strong, .sub, .sup, .time, .tt, .u, .var, .other,
    ]
}

/// The attributes that are kept; all others are read past.
package enum HTMLAttribute: UInt8, Sendable, CaseIterable {
    case alt, charset, `class`, content, datetime, dir, hidden, href, hreflang, id, itemprop, itemtype, lang, media,
        name
    case property, pubdate, rel, role, src, style, title, type, value
    case ariaHidden, ariaLabel, ariaModal, httpEquiv, itemscope

    /// As pages write it.
    var spelling: String {
        switch self {
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .ariaModal: "aria-modal"
        case .httpEquiv: "http-equiv"
        default: "\(self)"
        }
    }
}

/// Short ASCII names to numbers, whatever their case: up to eight bytes are one word, which is looked up by one product.
struct HTMLNames: Sendable {
    private var words: [UInt64]
    private var lengths: [UInt8]
    private var values: [UInt8]
    private static let bits = 9

    init(_ names: [(spelling: String, value: UInt8)]) {
        words = Array(repeating: 0, count: 1 << Self.bits)
        lengths = Array(repeating: 0, count: 1 << Self.bits)
        values = Array(repeating: 0, count: 1 << Self.bits)
        for (spelling, value) in names {
            let bytes = Array(spelling.utf8)
            var word: UInt64 = 0
            for byte in bytes.prefix(8) { word = word << 8 | UInt64(byte) }
            var slot = Self.slot(word, bytes.count)
            while lengths[slot] != 0 { slot = (slot + 1) & (1 << Self.bits - 1) }
            (words[slot], lengths[slot], values[slot]) = (word, UInt8(bytes.count), value)
        }
    }

    private static func slot(_ word: UInt64, _ length: Int) -> Int {
        let product = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(product >> UInt64(64 - bits))
    }

    /// The number of a name of which `word` holds the first eight bytes in lower case, the first byte highest.
    func value(_ word: UInt64, length: Int) -> UInt8? {
        var slot = Self.slot(word, length)
        while lengths[slot] != 0 {
            if words[slot] == word, Int(lengths[slot]) == length { return values[slot] }
            slot = (slot + 1) & (1 << Self.bits - 1)
        }
        return nil
    }

    static let tags = HTMLNames(
        HTMLTag.allCases.filter { $0 != .text && $0 != .other }.map { ("\($0)", $0.rawValue) })
    static let attributes = HTMLNames(HTMLAttribute.allCases.map { ($0.spelling, $0.rawValue) })
}
