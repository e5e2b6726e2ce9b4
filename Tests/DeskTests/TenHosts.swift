import Loopback

/// Ten sources, each with a habit of its own, and what they publish within an hour.
enum TenHosts {
    /// Seconds for which they publish.
    static let hour = 3600.0
    /// Seconds for which they are watched: until every page has been looked at again once.
    static let watched = 7200.0

    static let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
    static var sources: [(host: String, target: String)] { letters.map { ($0, "/feed") } }

    /// Pages by host, with the second at which each is published.
    static let pages: [String: [Double]] = [
        "a": (0..<12).map { 300 * Double($0) }, "b": [0, 0], "c": [0, 0], "d": [600], "e": [1000, 1500], "f": [0],
        "i": [0, 0, 0],
    ]
    /// Reports that the feed of `j` says whole: without a page, and with pages that its robots.txt forbids.
    static let whole = ["j/w0", "j/w1", "j/closed/0", "j/closed/1"]

    /// Every report that is published, by its path.
    static var reports: [String] {
        pages.flatMap { host, times in times.indices.map { "\(host)/\($0)" } } + whole
    }

    /// The page that is edited half an hour after it was published, and when.
    static let edited = (path: "i/1", at: 1800.0)

    /// What a host answers at a time.
    static func answer(_ visit: World.Visit) -> [LoopbackServer.Step]? {
        switch visit.target {
        case "/feed": feed(visit)
        case "/again": .redirect(to: "/feed")
        case "/robots.txt": robots(visit.host)
        default: page(visit)
        }
    }

    private static func robots(_ host: String) -> [LoopbackServer.Step]? {
        switch host {
        case "i": .answer(text: "User-agent: *\nCrawl-delay: 7\n")
        case "j": .answer(text: "User-agent: *\nDisallow: /closed/\n")
        default: nil
        }
    }

    private static func feed(_ visit: World.Visit) -> [LoopbackServer.Step]? {
        let type = "Content-Type: application/rss+xml"
        let isKnown = visit.fields["if-none-match"] == "\"b1\""
        switch visit.host {
        case "b" where isKnown: return .answer("304 Not Modified", ["ETag: \"b1\""])
        case "b": return .answer("200 OK", [type, "ETag: \"b1\""], text: entries(visit))
        case "d" where visit.since < 1500: return .answer("429 Too Many Requests", ["Retry-After: 1200"])
        case "e" where visit.since < 600: return .answer("500 Internal Server Error")
        case "e" where visit.since < 2000: return [.close]
        case "e" where visit.since < 3000:
            return [.text("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<?xml version=\"1.0\"?><rss>"), .close]
        case "f" where visit.since >= 1000: return .answer("410 Gone")
        case "g": return .redirect(to: "/again")
        case "h": return .redirect(to: "http://private.example:\(visit.base.split(separator: ":").last ?? "")/feed")
        case "j":
            let entries = whole.map { path in
                Newsroom.Entry(
                    path: path, link: path.contains("closed") ? visit.base + path.dropFirst() : nil,
                    text: Newsroom.text(path))
            }
            return .answer("200 OK", [type], text: Newsroom.feed("j", entries))
        default: return .answer("200 OK", [type], text: entries(visit))
        }
    }

    private static func entries(_ visit: World.Visit) -> String {
        let times = pages[visit.host] ?? []
        let entries = times.indices.filter { times[$0] <= visit.since }.map { i in
            Newsroom.Entry(path: "\(visit.host)/\(i)", link: "\(visit.base)/\(i)", published: times[i])
        }
        return Newsroom.feed(visit.host, entries)
    }

    private static func page(_ visit: World.Visit) -> [LoopbackServer.Step]? {
        let times = pages[visit.host] ?? []
        guard let number = Int(visit.target.dropFirst()), times.indices.contains(number), times[number] <= visit.since
        else { return nil }
        let edition = visit.path == edited.path && visit.since >= edited.at ? 2 : 1
        let tag = "\"\(edition)\""
        // one of the pages says itself that it is as it was
        if visit.path == "i/0" {
            if visit.fields["if-none-match"] == tag { return .answer("304 Not Modified", ["ETag: \(tag)"]) }
            return .answer("200 OK", ["ETag: \(tag)"], text: Newsroom.page(visit.path))
        }
        return .answer(text: Newsroom.page(visit.path, edition: edition))
    }
}
