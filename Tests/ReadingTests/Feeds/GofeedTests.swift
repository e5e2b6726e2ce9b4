import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

/// The documents of gofeed's own tests and the JSON that says what is in them, as far as it is about fields that we claim.
@Suite("Feeds of gofeed", .enabled(if: FeedSamples.areThere, "needs ../shared/data/feeds"))
struct GofeedTests {
    /// What a comparison found.
    private struct Tally {
        var right = 0
        var wrong: [String] = []

        mutating func check(_ name: String, _ key: String, _ expected: JSONValue?, _ found: String?...) {
            let wanted: String
            switch expected {
            case .string(let text)?: wanted = text
            case .integer(let number)?: wanted = String(number)
            default: return
            }
            func same(_ found: String?) -> Bool {
                let found = found ?? ""
                return FeedText.collapsed(found) == FeedText.collapsed(wanted)
                    || FeedText.collapsed(FeedSamples.text(found)) == FeedText.collapsed(FeedSamples.text(wanted))
                    || FeedText.collapsed(found) == FeedText.collapsed(FeedSamples.text(wanted))
            }
            if found.contains(where: same) { right += 1 } else { wrong.append("\(name) \(key): \(wanted) → \(found)") }
        }

        mutating func check(_ name: String, _ key: String, _ expected: JSONValue?, _ found: PublicationTime?) {
            guard case .string(let text)? = expected, let time = PublicationTime(text) else { return }
            if found?.unixSeconds == time.unixSeconds { right += 1 } else { wrong.append("\(name) \(key): \(text)") }
        }
    }

    private func json(_ name: String) -> [String: JSONValue] {
        guard case .object(let members)? = try? JSONValue(json: Data(FeedSamples.bytes(name))) else { return [:] }
        return members
    }

    private func objects(_ value: JSONValue?) -> [[String: JSONValue]] {
        switch value {
        case .object(let one)?: return [one]
        case .array(let many)?: return many.compactMap { if case .object(let one) = $0 { one } else { nil } }
        default: return []
        }
    }

    private func member(_ value: JSONValue?, _ key: String) -> JSONValue? {
        if case .object(let members)? = value { return members[key] }
        return value
    }

    private func check(_ people: [FeedPerson], _ expected: JSONValue?, _ name: String, _ tally: inout Tally) {
        for (i, person) in objects(expected).enumerated() {
            let found = i < people.count ? people[i] : nil
            tally.check(name, "author name", person["name"], found?.name)
            tally.check(name, "author email", person["email"], found?.email)
            tally.check(name, "author page", person["uri"] ?? person["url"], found?.address)
        }
    }

    private func check(_ categories: [FeedCategory], _ expected: JSONValue?, _ name: String, _ tally: inout Tally) {
        guard case .array(let terms)? = expected else { return }
        for (i, term) in terms.enumerated() {
            let found = i < categories.count ? categories[i] : nil
            tally.check(name, "category", member(member(term, "value"), "term"), found?.term, found?.label)
            if case .object(let members) = term {
                tally.check(name, "scheme", members["domain"] ?? members["scheme"], found?.scheme)
            }
        }
    }

    private func compare(_ feed: Feed, _ json: [String: JSONValue], _ name: String, _ tally: inout Tally) {
        tally.check(name, "title", json["title"], feed.title)
        tally.check(name, "link", json["link"], feed.link)
        tally.check(name, "id", json["id"], feed.id)
        tally.check(name, "description", json["description"] ?? json["subtitle"], feed.description)
        tally.check(name, "language", json["language"], feed.language)
        tally.check(name, "copyright", json["copyright"] ?? json["rights"], feed.rights)
        tally.check(name, "published", json["pubDate"] ?? json["publishedParsed"], feed.published)
        if json["updatedParsed"] != nil || json["lastBuildDate"] != nil {
            tally.check(name, "updated", json["lastBuildDate"] ?? json["updatedParsed"], feed.updated ?? feed.published)
        }
        check(feed.authors, json["authors"], name, &tally)
        check(feed.categories, json["categories"], name, &tally)
        for (i, expected) in objects(json["items"] ?? json["entries"]).enumerated() {
            compare(i < feed.items.count ? feed.items[i] : FeedItem(), expected, "\(name) [\(i)]", &tally)
        }
    }

    private func compare(_ item: FeedItem, _ json: [String: JSONValue], _ name: String, _ tally: inout Tally) {
        tally.check(name, "title", json["title"], item.title)
        tally.check(name, "link", json["link"], item.link)
        tally.check(name, "id", member(json["guid"], "value") ?? json["id"], item.id)
        tally.check(
            name, "description", json["description"] ?? json["summary"], item.summary?.value, item.content?.value)
        tally.check(name, "content", member(json["content"], "value"), item.content?.value, item.summary?.value)
        if let type = member(json["content"], "type"), case .object? = json["content"] {
            let names = ["html": "text/html", "xhtml": "application/xhtml+xml", "text": "text/plain"]
            if case .string(let told) = type {
                tally.check(name, "type", .string(names[told] ?? told), item.content?.type)
            }
        }
        tally.check(name, "published", json["pubDateParsed"] ?? json["publishedParsed"], item.published)
        tally.check(name, "updated", json["updatedParsed"], item.updated ?? item.published)
        check(item.authors, json["authors"], name, &tally)
        check(item.categories, json["categories"], name, &tally)
        for (i, file) in objects(json["enclosures"]).enumerated() {
            let found = i < item.enclosures.count ? item.enclosures[i] : nil
            tally.check(name, "enclosure", file["url"], found?.address)
            tally.check(name, "enclosure type", file["type"], found?.type)
            tally.check(name, "enclosure length", file["length"], found?.length.map(String.init))
        }
        if case .object(let source)? = json["source"] {
            tally.check(name, "source", source["title"], item.source?.title)
            tally.check(name, "source link", source["url"], item.source?.link)
        }
    }

    @Test func twinsAgree() throws {
        var tally = Tally()
        var documents = 0
        let files = FeedSamples.files("gofeed") + FeedSamples.files("gofeed/translator/json", suffix: ".json")
        for name in files where !name.contains("universal") && !name.contains("_expected") {
            let isJSON = name.hasSuffix(".json")
            let expected = json(isJSON ? name.dropLast(5) + "_expected.json" : name.dropLast(4) + ".json")
            guard !expected.isEmpty else { continue }
            documents += 1
            let feed = try? FeedSamples.reader.feed(FeedSamples.bytes(name))
            compare(feed ?? Feed(format: .rss), expected, name, &tally)
        }
        let total = tally.right + tally.wrong.count
        let report =
            "\(tally.right) of \(total) in \(documents) documents; wrong:\n" + tally.wrong.joined(separator: "\n")
        #expect(documents >= 530, "\(report)")
        #expect(total >= 526, "\(report)")
        // a floor: raise it with every gain
        #expect(tally.right >= 511, "\(report)")
    }

    @Test func kinds() {
        let kinds: [(String, Feed.Kind?)] = [
            ("atom03_feed.xml", .atom), ("atom10_feed.xml", .atom), ("rss_feed.xml", .rss), ("rss_feed_bom.xml", .rss),
            ("rss_feed_leading_spaces.xml", .rss), ("rdf_feed.xml", .rss), ("json10_feed.json", .json),
            ("json11_feed.json", .json), ("unknown_feed.xml", nil), ("empty_feed.xml", nil),
        ]
        for (name, kind) in kinds {
            #expect(Feed.kind(of: FeedSamples.bytes("gofeed/parser/universal/" + name)) == kind, "\(name)")
        }
    }
}
