import Hypertext

extension XMLFeedParser {
    /// Reads a field to its end; false where the element is none, and nothing was read.
    mutating func field(_ tag: FeedTag, in place: Place) throws(XMLError) -> Bool {
        switch tag {
        case .title(let rank):
            let title = line(try construct())
            update(place) { $0.title.offer(title, rank: rank) }
        case .link: try readLink(in: place)
        case .location:
            let address = reader.resolved(try plain(), base: base)
            update(place) {
                $0.link.offer(address, rank: 0)
                $0.id.offer(address, rank: 1)
            }
        case .originalLink:
            let address = reader.resolved(try plain(), base: base)
            update(place) { $0.link.offer(address, rank: -1) }
        case .id(let rank): try readID(in: place, rank: rank)
        case .published(let rank):
            let date = given(try plain())
            update(place) { $0.published.offer(date, rank: rank) }
        case .updated(let rank):
            let date = given(try plain())
            update(place) { $0.updated.offer(date, rank: rank) }
        case .summary(let rank):
            let summary = try construct().ifAny
            update(place) { $0.summary.offer(summary, rank: rank) }
        case .description(let rank):
            let summary = try construct(isHTML: true).ifAny
            update(place) { $0.summary.offer(summary, rank: rank) }
        case .content(let rank):
            let content = try construct(isHTML: rank > 0 || place == .channel).ifAny
            update(place) { $0.content.offer(content, rank: rank) }
        case .inlineBody:
            let content = try inlineBody().ifAny
            update(place) { $0.content.offer(content, rank: 1) }
        case .person(let rank):
            let person = try person()
            update(place) { $0.offer(person, rank: rank) }
        default: return try lesserField(tag, in: place)
        }
        return true
    }

    private mutating func lesserField(_ tag: FeedTag, in place: Place) throws(XMLError) -> Bool {
        switch tag {
        case .category: try readCategory(in: place)
        case .keywords:
            for term in try plain().split(separator: ",") {
                add(FeedCategory(term: FeedText.collapsed(String(term))), in: place)
            }
        case .language:
            let language = FeedText.languageTag(try plain())
            update(place) { $0.language = language ?? $0.language }
        case .rights:
            let rights = line(try construct(isHTML: true))
            update(place) { $0.rights = rights ?? $0.rights }
        case .enclosure: try readEnclosure(in: place)
        case .source where place == .item: try readSource(in: place)
        case .publicationName:
            let name = reader.line(try plain(), isMarkup: true)
            update(place) { $0.source = FeedSource(title: name) }
        default: return false
        }
        return true
    }

    /// Changes the draft that a place fills. The step takes what was read: reading within it would be too late.
    private mutating func update(_ place: Place, _ step: (inout FeedDraft) -> Void) {
        switch place {
        case .channel: step(&channel)
        case .source:
            step(&source)
            item.source = FeedSource(id: source.id.value, title: source.title.value, link: source.link.value)
        default: step(&item)
        }
    }

    // MARK: - Dates

    /// A date as given; what cannot be read is noted.
    mutating func given(_ text: String) -> GivenDate? {
        let text = FeedText.trimmed(text)
        guard !text.isEmpty else { return nil }
        let time = PublicationTime(text, order: reader.order)
        if time == nil { note("date-not-read", String(text.prefix(80))) }
        return GivenDate(text: text, time: time)
    }

    // MARK: - Links

    private mutating func readLink(in place: Place) throws(XMLError) {
        guard let address = xml.attribute(local: "href") else {
            let address = reader.resolved(try plain(), base: base)
            update(place) { $0.link.offer(address, rank: 0) }
            return
        }
        let link = link(address)
        let length = xml.attribute("length").flatMap { Int($0) }
        _ = try plain()
        guard let link else { return }
        update(place) { draft in
            draft.links.append(link)
            switch link.relation {
            case "alternate":
                let isPage = link.type == nil || link.type == "text/html" || link.type == "application/xhtml+xml"
                draft.link.offer(link.address, rank: isPage ? 0 : 2)
            case "enclosure":
                draft.enclosures.append(FeedEnclosure(address: link.address, type: link.type, length: length))
            default: break
            }
        }
    }

    /// The link of a start tag's attributes.
    private mutating func link(_ address: String) -> FeedLink? {
        // an empty address is the base itself
        guard let address = reader.resolved(address, base: base) ?? base else { return nil }
        var relation = FeedText.trimmed(xml.attribute(local: "rel") ?? "").lowercased()
        let registry = "http://www.iana.org/assignments/relation/"
        if relation.hasPrefix(registry) { relation.removeFirst(registry.count) }
        return FeedLink(
            relation: relation.isEmpty ? "alternate" : relation, address: address,
            type: xml.attribute(local: "type")?.lowercased(), title: xml.attribute(local: "title"),
            language: xml.attribute("hreflang"))
    }

    private mutating func readID(in place: Place, rank: Int) throws(XMLError) {
        let isPermanent = xml.attribute(local: "ispermalink")
        let isAtom = feed?.format == .atom10 || feed?.format == .atom03 || feed?.format == .atom
        let id = FeedText.trimmed(try plain())
        guard !id.isEmpty else { return }
        update(place) { $0.id.offer(id, rank: rank) }
        guard !isAtom, rank == 0, isPermanent?.lowercased() != "false" else { return }
        if isPermanent != nil || id.hasPrefix("http://") || id.hasPrefix("https://") {
            let address = reader.resolved(id, base: base)
            update(place) { $0.link.offer(address, rank: 3) }
        }
    }

    private mutating func readEnclosure(in place: Place) throws(XMLError) {
        let address = xml.attribute(local: "url") ?? xml.attribute(local: "href")
        let (type, length) = (xml.attribute(local: "type"), xml.attribute(local: "length"))
        let text = try plain()
        guard let address = reader.resolved(address ?? text, base: base) else { return }
        let file = FeedEnclosure(address: address, type: type, length: length.flatMap { Int(FeedText.trimmed($0)) })
        update(place) { $0.enclosures.append(file) }
    }

    /// A file of Media RSS.
    mutating func readMedia() {
        guard let address = xml.attribute("url").flatMap({ reader.resolved($0, base: base) }),
            !item.enclosures.suffix(16).contains(where: { $0.address == address })
        else { return }
        item.enclosures.append(
            FeedEnclosure(
                address: address, type: xml.attribute("type"), length: xml.attribute("fileSize").flatMap { Int($0) }))
    }

    /// The source of an item of RSS.
    private mutating func readSource(in place: Place) throws(XMLError) {
        let address = xml.attribute(local: "url").flatMap { reader.resolved($0, base: base) }
        let title = reader.line(try plain(), isMarkup: true)
        update(place) { $0.source = FeedSource(title: title, link: address) }
    }

    // MARK: - Categories

    /// Reads a category, and those within it, as iTunes has them.
    private mutating func readCategory(in place: Place) throws(XMLError) {
        let scheme = xml.attribute("scheme") ?? xml.attribute("domain")
        let label = xml.attribute("label").flatMap { reader.line($0, isMarkup: true) }
        var terms = [xml.attribute("term") ?? xml.attribute("text")]
        var text: [UInt8] = []
        var inner = 0
        while inner >= 0, let event = try xml.next() {
            switch event {
            case .text, .cdata: xml.appendText(to: &text)
            case .start:
                inner += 1
                if terms.count < Self.mostCategories { terms.append(xml.attribute("text")) }
            case .end: inner -= 1
            default: continue
            }
        }
        for (i, term) in terms.enumerated() where i == 0 || term != nil {
            let term = term ?? String(decoding: text, as: UTF8.self)
            add(
                FeedCategory(
                    term: FeedText.collapsed(term), scheme: scheme?.nonEmpty, label: i == 0 ? label : nil),
                in: place)
        }
    }

    /// Categories that one item may have; more are left out.
    private static let mostCategories = 256

    private mutating func add(_ category: FeedCategory, in place: Place) {
        guard !category.term.isEmpty || category.label != nil else { return }
        update(place) { draft in
            guard draft.categories.count < Self.mostCategories, !draft.categories.contains(category) else { return }
            draft.categories.append(category)
        }
    }
}

extension String {
    /// `nil` where it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension FeedContent {
    /// `nil` where it is white space.
    fileprivate var ifAny: FeedContent? { value.utf8.contains { $0 > 0x20 } ? self : nil }
}
