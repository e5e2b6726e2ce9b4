import Diplomacy
import Hypertext

@testable import Reading

/// What a feed of ours answers to a path of feedparser's.
struct FeedparserAnswers {
    enum Answer: Equatable {
        /// Texts one of which must be the expected one, white space aside, markup aside.
        case texts([String?])
        case exact([String?])
        case time(PublicationTime?)
        case count(Int)
        /// Not claimed.
        case none
    }

    let feed: Feed
    let isASCII: Bool

    func answer(_ path: [String]) -> Answer {
        switch path[0] {
        case "version": return .exact([version])
        case "encoding": return .exact([feed.encoding])
        case "feed": return feedAnswer(Array(path.dropFirst()))
        default:
            guard path.count > 2, let number = Int(path[1]), path[2] != "get" else { return .none }
            guard number < feed.items.count else { return .texts([nil]) }
            return itemAnswer(feed.items[number], Array(path.dropFirst(2)))
        }
    }

    private var version: String {
        switch feed.format {
        case .rss090: "rss090"
        case .rss091: "rss091"
        case .rss092: "rss092"
        case .rss093: "rss093"
        case .rss094: "rss094"
        case .rss10: "rss10"
        case .rss20: "rss20"
        case .rss: "rss"
        case .atom03: "atom03"
        case .atom10: "atom10"
        case .atom: "atom"
        case .cdf: "cdf"
        case .json10: "json1"
        case .json11: "json11"
        case .sitemap, .sitemapIndex: ""
        }
    }

    private func feedAnswer(_ path: [String]) -> Answer {
        switch (path[0], path.last ?? "") {
        case ("title", _), ("title_detail", "value"): return .texts([feed.title])
        case ("link", _): return .exact([feed.link])
        case ("id", _), ("guid", _): return .exact([feed.id])
        case ("updated", _), ("updated_parsed", _), ("modified", _), ("modified_parsed", _), ("date", _),
            ("date_parsed", _):
            return .time(feed.updated ?? feed.published)
        case ("published", _), ("published_parsed", _), ("created", _), ("created_parsed", _):
            return .time(feed.published)
        case ("description", _), ("subtitle", _), ("tagline", _), ("info", _): return description(path)
        case ("subtitle_detail", "value"), ("tagline_detail", "value"), ("info_detail", "value"):
            return description(path)
        case ("rights", _), ("copyright", _), ("rights_detail", "value"), ("copyright_detail", "value"):
            return .texts([feed.rights])
        case ("language", _): return .exact([feed.language])
        case ("author", _), ("author_detail", _), ("authors", _): return people(feed.authors, path)
        case ("tags", _), ("category", _): return categories(feed.categories, path)
        case ("links", _): return links(feed.links, path)
        default: return .none
        }
    }

    private func description(_ path: [String]) -> Answer { .texts([feed.description]) }

    private func itemAnswer(_ item: FeedItem, _ path: [String]) -> Answer {
        let (first, last) = (path[0], path.last ?? "")
        switch (first, last) {
        case ("title", _), ("title_detail", "value"): return .texts([item.title])
        case ("link", _): return .exact([item.link])
        case ("id", _), ("guid", _): return .exact([item.id])
        case ("updated", _), ("updated_parsed", _), ("modified", _), ("modified_parsed", _), ("date", _),
            ("date_parsed", _):
            return .time(item.updated ?? item.published)
        case ("published", _), ("published_parsed", _), ("issued", _), ("issued_parsed", _), ("created", _),
            ("created_parsed", _):
            return .time(item.published)
        case ("description", _), ("summary", _), ("summary_detail", "value"):
            return .texts([(item.summary ?? item.content)?.value, item.content?.value])
        case ("content", "value"): return .texts([(item.content ?? item.summary)?.value])
        case ("content", "type"): return .exact([(item.content ?? item.summary)?.type])
        case ("content", "base"): return .exact([(item.content ?? item.summary)?.base])
        case ("content", "language"): return .exact([(item.content ?? item.summary)?.language])
        case ("summary_detail", "type"): return .exact([(item.summary ?? item.content)?.type])
        case ("summary_detail", "base"): return .exact([(item.summary ?? item.content)?.base])
        case ("summary_detail", "language"): return .exact([(item.summary ?? item.content)?.language])
        case ("language", _): return .exact([item.language])
        case ("rights", _), ("copyright", _), ("rights_detail", "value"): return .texts([item.rights])
        case ("author", _), ("author_detail", _), ("authors", _): return people(item.authors, path)
        case ("tags", _), ("category", _): return categories(item.categories, path)
        case ("links", _): return links(item.links, path)
        case ("enclosures", _):
            guard path.count == 3, let number = Int(path[1]), number < item.enclosures.count else {
                return .exact([nil])
            }
            let file = item.enclosures[number]
            return .exact([last == "type" ? file.type : last == "length" ? file.length.map(String.init) : file.address])
        case ("source", "title"): return .texts([item.source?.title])
        case ("source", "link"), ("source", "href"): return .exact([item.source?.link])
        case ("source", "id"): return .exact([item.source?.id])
        default: return .none
        }
    }

    private func people(_ people: [FeedPerson], _ path: [String]) -> Answer {
        guard path.count > 1 else {
            guard let person = people.last else { return .exact([nil]) }
            guard let name = person.name, let email = person.email else { return .exact([person.name ?? person.email]) }
            return .exact(["\(name) (\(email))", "\(email) (\(name))", name, "\(name) <\(email)>"])
        }
        let number = path.count == 3 ? Int(path[1]) : people.count - 1
        guard let number, people.indices.contains(number) else { return .exact([nil]) }
        switch path.last {
        case "name": return .exact([people[number].name])
        case "email": return .exact([people[number].email])
        case "url", "href": return .exact([people[number].address])
        default: return .none
        }
    }

    private func categories(_ categories: [FeedCategory], _ path: [String]) -> Answer {
        if path.count == 1 {
            return path[0] == "category" ? .exact([categories.first?.term]) : .count(categories.count)
        }
        guard path.count == 3, let number = Int(path[1]) else { return .none }
        guard number < categories.count else { return .exact([nil]) }
        switch path[2] {
        case "term": return .exact([categories[number].term])
        case "scheme": return .exact([categories[number].scheme])
        case "label": return .exact([categories[number].label])
        default: return .none
        }
    }

    private func links(_ links: [FeedLink], _ path: [String]) -> Answer {
        guard path.count == 3, let number = Int(path[1]) else { return .none }
        guard number < links.count else { return .exact([nil]) }
        switch path[2] {
        case "href": return .exact([links[number].address])
        case "rel": return .exact([links[number].relation])
        case "type": return .exact([links[number].type])
        case "title": return .exact([links[number].title])
        default: return .none
        }
    }

    /// Whether an answer is the expected one; `nil` where the path is not claimed.
    func isRight(_ clause: FeedparserCase.Clause) -> Bool? {
        switch (answer(clause.path), clause.value) {
        case (.none, _): return nil
        case (.texts(let texts), .text(let expected)):
            let wanted = FeedText.collapsed(FeedSamples.text(expected))
            return texts.contains { text in FeedText.collapsed(FeedSamples.text(text ?? "")) == wanted }
                || texts.contains { text in FeedText.collapsed(text ?? "") == wanted }
                || texts.contains { text in FeedText.collapsed(text ?? "") == FeedText.collapsed(expected) }
        case (.exact(let texts), .text(let expected)):
            let wanted = known(clause.path, expected)
            return texts.contains(wanted) || (texts == [nil] && wanted.isEmpty) || isSameEncoding(clause.path, wanted)
        case (.time(let time), .text(let expected)):
            return time != nil && time?.unixSeconds == PublicationTime(expected)?.unixSeconds
        case (.time(let time), .time(let parts)):
            guard let time, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else { return false }
            return time.unixSeconds == day.number * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
        case (.count(let count), .number(let expected)): return count == expected
        default: return nil
        }
    }

    /// The expected value by the names that we use.
    private func known(_ path: [String], _ expected: String) -> String {
        if path[0] == "version" { return expected.hasPrefix("rss091") ? "rss091" : expected }
        guard path[0] == "encoding" else { return expected }
        let names = [
            "us-ascii": "windows-1252", "iso-8859-1": "windows-1252", "gb2312": "gb18030", "tis-620": "windows-874",
        ]
        return names[expected.lowercased()] ?? expected.lowercased()
    }

    private func isSameEncoding(_ path: [String], _ wanted: String) -> Bool {
        guard path[0] == "encoding" else { return false }
        if isASCII, wanted == "windows-1252" || wanted == "utf-8" {
            return ["windows-1252", "utf-8"].contains(feed.encoding)
        }
        return wanted == "gb18030" && feed.encoding == "gbk"
    }
}
