import FoundationEssentials

/// What hosts publish: small feeds and pages in English about encounters.
enum Newsroom {
    private static let meetings = [
        ("Norwegian Foreign Minister Espen Barth Eide", "Swedish Foreign Minister Maria Malmer Stenergard", "Oslo"),
        ("Russian Foreign Minister Sergei Lavrov", "Turkish Foreign Minister Hakan Fidan", "Antalya"),
        ("Chinese Foreign Minister Wang Yi", "Pakistani Foreign Minister Ishaq Dar", "Beijing"),
        ("Indian Foreign Minister S. Jaishankar", "Japanese Foreign Minister Takeshi Iwaya", "New Delhi"),
    ]

    /// The words that tell a report from all others: "Report a/0."
    static func mark(_ path: String) -> String { "Report \(path) ends." }

    /// The text of a report; another for each number and edition.
    static func text(_ path: String, edition: Int = 1) -> String {
        let number = Int(path.utf8.reduce(0) { ($0 * 31 + UInt64($1)) % 1009 })
        let (one, other, city) = meetings[number % meetings.count]
        return
            "\(one) met \(other) in \(city) on Tuesday. The two ministers discussed trade and the safety of shipping, and "
            + "agreed to meet again, the ministry said in its \(edition == 1 ? "first" : "second") edition. \(mark(path))"
    }

    static func page(_ path: String, edition: Int = 1) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>Ministers meet: \(path)</title>
        <meta property="og:site_name" content="Example Wire"></head><body><article>
        <h1>Ministers meet: \(path)</h1><p>\(text(path, edition: edition))</p></article></body></html>
        """
    }

    /// One entry of a feed.
    struct Entry {
        var path: String
        /// `nil` for one that the feed says whole.
        var link: String?
        /// Seconds since the beginning.
        var published = 0.0
        var text: String?
    }

    /// A feed of RSS 2.0.
    static func feed(_ host: String, _ entries: [Entry]) -> String {
        let items = entries.map { entry in
            let link = entry.link.map { "<link>\($0)</link>" } ?? ""
            let text = entry.text.map { "<description>\($0)</description>" } ?? ""
            return """
                <item><title>Ministers meet: \(entry.path)</title>\(link)<guid isPermaLink="false">\(entry.path)</guid>
                <pubDate>\(date(entry.published))</pubDate>\(text)</item>
                """
        }
        return
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire \(host)</title><link>http://\(host).example/</link>"
            + "<description>News</description>" + items.joined(separator: "\n") + "</channel></rss>"
    }

    /// "Thu, 12 Mar 2026 10:05:00 GMT"
    private static func date(_ since: Double) -> String {
        let iso = Date(timeIntervalSince1970: VirtualClock.start + since).ISO8601Format()
        return "Thu, 12 Mar 2026 \(iso.dropFirst(11).prefix(8)) GMT"
    }
}
