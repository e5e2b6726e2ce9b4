import Diplomacy
import FoundationEssentials

/// Reads JSON Feed 1.0 and 1.1.
struct JSONFeed {
    let reader: FeedReader
    let address: String?
    /// Faults that are noted.
    private static let mostFaults = 64

    func feed(_ utf8: [UInt8]) throws(FeedError) -> Feed {
        let value: JSONValue
        do throws(ReadingError) { value = try JSONValue(json: Data(utf8)) } catch {
            throw FeedError(code: .malformedJSON, message: error.message)
        }
        guard case .object(let members) = value, case .array(let items)? = members["items"] else {
            throw FeedError.notAFeed
        }
        let version = text(members["version"]) ?? ""
        var feed = Feed(format: version.hasSuffix("/1") || version.hasSuffix("1.0") ? .json10 : .json11)
        feed.title = line(members["title"])
        feed.description = line(members["description"])
        feed.link = link(members["home_page_url"])
        feed.id = link(members["feed_url"])
        feed.language = text(members["language"]).flatMap(FeedText.languageTag)
        feed.authors = people(members)
        for (relation, key) in [("self", "feed_url"), ("next", "next_url")] {
            if let address = link(members[key]) { feed.links.append(FeedLink(relation: relation, address: address)) }
        }
        if case .array(let hubs)? = members["hubs"] {
            for case .object(let hub) in hubs {
                if let address = link(hub["url"]) { feed.links.append(FeedLink(relation: "hub", address: address)) }
            }
        }
        for case .object(let members) in items.prefix(reader.mostItems) {
            feed.items.append(item(members, feed: &feed))
        }
        if items.count > reader.mostItems {
            let count = items.count - reader.mostItems
            feed.faults.append(FeedFault(code: "too-many-items", detail: "\(count) left out"))
        }
        return feed
    }

    private func item(_ members: [String: JSONValue], feed: inout Feed) -> FeedItem {
        var item = FeedItem()
        item.id = text(members["id"])
        item.title = line(members["title"])
        item.link = link(members["url"]) ?? link(members["external_url"])
        item.publishedText = text(members["date_published"])
        item.published = time(members["date_published"], &feed)
        item.updated = time(members["date_modified"], &feed)
        item.authors = people(members)
        item.language = text(members["language"]).flatMap(FeedText.languageTag) ?? feed.language
        item.summary = text(members["summary"]).map { content($0, "text/plain", item) }
        item.content =
            text(members["content_html"]).map { content($0, "text/html", item) }
            ?? text(members["content_text"]).map { content($0, "text/plain", item) }
        if case .array(let tags)? = members["tags"] {
            item.categories = tags.compactMap { text($0).map { FeedCategory(term: $0) } }
        }
        if case .array(let files)? = members["attachments"] {
            for case .object(let file) in files {
                guard let address = link(file["url"]) else { continue }
                item.enclosures.append(
                    FeedEnclosure(
                        address: address, type: text(file["mime_type"]),
                        length: text(file["size_in_bytes"]).flatMap { Int($0) }))
            }
        }
        if let address = link(members["external_url"]) {
            item.links.append(FeedLink(relation: "related", address: address))
        }
        return item
    }

    private func content(_ value: String, _ type: String, _ item: FeedItem) -> FeedContent {
        FeedContent(value: value, type: type, base: address, language: item.language)
    }

    /// A string, or a number as it is written; `nil` where there is nothing but space.
    private func text(_ value: JSONValue?) -> String? {
        let text: String
        switch value {
        case .string(let string)?: text = FeedText.trimmed(string)
        case .integer(let number)?: text = String(number)
        case .number(let number)?: text = String(number)
        default: return nil
        }
        return text.isEmpty ? nil : text
    }

    private func line(_ value: JSONValue?) -> String? { text(value).flatMap { reader.line($0, isMarkup: false) } }

    private func link(_ value: JSONValue?) -> String? { text(value).flatMap { reader.resolved($0, base: address) } }

    private func time(_ value: JSONValue?, _ feed: inout Feed) -> PublicationTime? {
        guard let text = text(value) else { return nil }
        let time = PublicationTime(text, order: reader.order)
        if time == nil, feed.faults.count < Self.mostFaults {
            feed.faults.append(FeedFault(code: "date-not-read", detail: String(text.prefix(80))))
        }
        return time
    }

    private func people(_ members: [String: JSONValue]) -> [FeedPerson] {
        var people: [JSONValue] = []
        if case .array(let many)? = members["authors"] {
            people = many
        } else if let one = members["author"] {
            people = [one]
        }
        return people.compactMap { value in
            guard case .object(let person) = value else { return text(value).map { FeedPerson($0) } }
            let found = FeedPerson(name: line(person["name"]), address: link(person["url"]))
            return found == FeedPerson() ? nil : found
        }
    }
}
