import Hypertext
import Loopback
import Testing

@testable import Fetching

/// The rules of RFC 9309, each by the section that sets it.
@Suite("robots.txt")
struct RobotsRulesTests {
    private func rules(_ text: String, for product: String = "Rapporteur") -> RobotsRules {
        RobotsRules(Array(text.utf8), for: product)
    }

    /// Section 5.1: a file of several groups.
    private static let groups = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """

    @Test(
        "The groups of section 5.1",
        arguments: [
            ("foobot", "/example/page.html", true), ("foobot", "/example/allowed.gif", true), ("foobot", "/", false),
            ("foobot", "/publications/", false), ("barbot", "/example/page.html", false),
            ("barbot", "/example/x", true),
            ("BazBot", "/example/page.html", false), ("bazbot", "/a.gif", true), ("quxbot", "/example/", true),
            ("else", "/a.gif", false), ("else", "/a.gif?b", true), ("else", "/example/", false),
            ("else", "/example", true),
            ("else", "/publications/", true),
        ])
    func severalGroups(_ product: String, _ path: String, _ isAllowed: Bool) {
        #expect(rules(Self.groups, for: product).allows(path) == isAllowed)
    }

    @Test("The longest match of section 5.2")
    func longest() {
        let rules = rules(
            "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n", for: "foobot")
        #expect(!rules.allows("/example/page/disallowed.gif"))
        #expect(rules.allows("/example/page/"))
    }

    @Test("Section 2.2.2: of two rules as long the one that allows, whatever their order")
    func ties() {
        #expect(rules("User-agent: *\nDisallow: /page\nAllow: /page").allows("/page"))
        #expect(rules("User-agent: *\nAllow: /page\nDisallow: /page").allows("/page"))
        #expect(!rules("User-agent: *\nAllow: /p\nDisallow: /page").allows("/page"))
        #expect(rules("User-agent: *\nDisallow: /\nAllow: /$").allows("/"))
    }

    /// The table of section 2.2.2 (path in the file, path of the address, whether they match).
    @Test(
        "Encoded paths",
        arguments: [
            ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
            ("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar", true),
            ("/foo/bar/ツ", "/foo/bar/%E3%83%84", true), ("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84", true),
            ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/foo/bar/baz", "/foo/bar/%62%61%7a", true),
            ("/a%2fb", "/a/b", false), ("/a%2fb", "/a%2Fb", true),
        ])
    func encoded(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path) == !matches)
    }

    @Test(
        "Section 2.2.3: the signs of patterns, and themselves where they are encoded",
        arguments: [
            ("/*.php", "/index.php", true), ("/*.php", "/folder/any.php.file?x", true),
            ("/*.php", "/windows.PHP", false),
            ("/*.php$", "/a.php", true), ("/*.php$", "/a.php?x", false), ("/*.php$", "/a.php.php", true),
            ("/fish*", "/fishheads", true),
            ("/fish*.php", "/fishheads/catfish.php?id=1", true), ("/fish*.php", "/Fish.PHP", false),
            ("/***a", "/bca", true),
            ("*", "/", true), ("/a$b", "/a$b", true), ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true),
            ("/path/foo-%24", "/path/foo-$", true), ("/a%2A", "/ab", false), ("/x$", "/x", true), ("/x$", "/xy", false),
            ("$", "/", false), ("/*/c", "/a/b/c", true), ("/a*b*c$", "/a-b-c-b-c", true),
            ("/a*b*c$", "/a-b-c-b", false),
        ])
    func signs(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path) == !matches)
    }

    @Test("Section 2.2.1: groups of one crawler are one, and a version after its name does not matter")
    func merged() {
        let rules = rules(
            "user-agent: RAPPORTEUR/2.0\ndisallow: /a\n\nuser-agent: x\ndisallow: /b\nUSER-AGENT : rapporteur\nDisallow : /c"
        )
        #expect(!rules.allows("/a") && rules.allows("/b") && !rules.allows("/c"))
        #expect(self.rules("User-agent: Rapporteur-Images\nDisallow: /").allows("/"))
        #expect(self.rules("User-agent: Rapport\nDisallow: /").allows("/"))
    }

    @Test("Section 2.2.2: without a rule, or a group, everything; the file itself always")
    func nothing() {
        for text in [
            "", "\n\n", "Disallow: /", "User-agent: *\nDisallow:", "User-agent: other\nDisallow: /", "no lines",
        ] {
            #expect(rules(text).allows("/any"), "\(text)")
        }
        let none = rules("User-agent: *\nDisallow: /")
        #expect(!none.allows("/any") && none.allows("/robots.txt"))
    }

    @Test("Section 2.2.4: other lines end no group; comments, blanks, marks and all line ends are taken")
    func lines() {
        let text =
            "\u{FEFF}User-agent: *   # all\r\rSitemap: https://x.example/\rUser-agent: rapporteur\r\n\r\n  Disallow:\t/a # why\r\nAllow /b\nBlah: 1\nDisallow: /c"
        let rules = rules(text)
        #expect(!rules.allows("/a") && !rules.allows("/c") && rules.allows("/b"))
        #expect(!self.rules(text, for: "other").allows("/a"))
    }

    @Test("Section 2.5: 500 kibibytes are read, and no half line after them")
    func size() {
        let line = "Disallow: /secret\n"
        let head = "User-agent: *\n" + line + "#"
        let padded =
            head + String(repeating: "x", count: RobotsRules.mostBytes - head.utf8.count - 12)
            + "\nDisallow: /only-half"
        let rules = rules(padded)
        #expect(padded.utf8.count > RobotsRules.mostBytes)
        #expect(!rules.allows("/secret") && rules.allows("/anything"))
        #expect(
            self.rules(head + String(repeating: "\n", count: RobotsRules.mostBytes) + "Disallow: /late").allows("/late")
        )
    }

    @Test("A pattern made to take long takes no longer than the steps, and forbids")
    func steps() {
        let pattern = "Disallow: /" + String(repeating: "*a", count: 900) + "b$\n"
        let rules = rules("User-agent: *\n" + String(repeating: pattern, count: 250))
        #expect(!rules.allows("/" + String(repeating: "a", count: 30_000)))
        #expect(self.rules("User-agent: *\n" + pattern).allows("/aaaa"))
    }

    @Test("Overlong patterns: cut where they forbid, left out where they allow")
    func overlong() {
        let long = "/" + String(repeating: "a", count: 3000)
        #expect(!rules("User-agent: *\nDisallow: \(long)b").allows(long + "c"))
        #expect(!rules("User-agent: *\nDisallow: /\nAllow: \(long)").allows(long))
    }

    @Test(
        "The delay that a host asks for",
        arguments: [
            ("Crawl-delay: 10", 10), ("crawl-delay:2.5", 2.5), ("Crawl-delay: -1", nil), ("Crawl-delay: nan", nil),
            ("Crawl-delay: x", nil), ("Crawl-delay: 3\nCrawl-delay: 7\nCrawl-delay: 5", 7), ("", nil),
        ] as [(String, Double?)])
    func crawlDelay(_ lines: String, _ delay: Double?) {
        #expect(rules("User-agent: *\n\(lines)\nDisallow: /x").crawlDelay == delay)
    }

    @Test("Bytes of any kind are rules or nothing", arguments: 0...255)
    func anyByte(_ byte: Int) {
        let byte = UInt8(truncatingIfNeeded: byte)
        let bytes = "User-agent:~*\nDisallow:~/~%~a~".utf8.map { $0 == UInt8(ascii: "~") ? byte : $0 }
        #expect(RobotsRules(bytes).allows("/robots.txt"))
        #expect(RobotsRules(Array(repeating: byte, count: 1000)).allows("/"))
    }
}

@Suite("What is known of a host's robots.txt", .serialized)
struct RobotsRecordTests {
    private let now = 1_700_000_000.0

    private func record(_ answer: [LoopbackServer.Step], previous: RobotsRecord? = nil, at now: Double) async throws
        -> RobotsRecord
    {
        let web = try await Web { _ in answer }
        let record = await (try web.fetcher()).robots(of: try web.address("/a/b?c#d"), previous: previous, at: now)
        #expect(web.server.asked.allSatisfy { $0.target == "/robots.txt" })
        await web.server.stop()
        return record
    }

    private func allows(_ record: RobotsRecord, _ path: String = "/secret/1") throws -> Bool {
        record.allows(try WebAddress.parse("http://public.example\(path)"))
    }

    private let secret = "User-agent: rapporteur\nDisallow: /secret\nCrawl-delay: 9"

    @Test("Rules, for a day")
    func rules() async throws {
        let record = try await record(.answer(text: secret), at: now)
        #expect(try !allows(record) && allows(record, "/open"))
        #expect(record.crawlDelay == 9)
        #expect(record.isFresh(at: now + 86_399) && !record.isFresh(at: now + 86_400))
    }

    @Test("Statuses of the client's fault allow everything", arguments: [400, 401, 403, 404, 410, 429])
    func unavailable(_ status: Int) async throws {
        let record = try await record(.answer("\(status) No"), at: now)
        #expect(try allows(record) && record.isFresh(at: now + 86_000))
    }

    @Test("Statuses of the server's fault allow nothing for now", arguments: [500, 502, 503])
    func unreachable(_ status: Int) async throws {
        let record = try await record(.answer("\(status) No"), at: now)
        #expect(try !allows(record) && !allows(record, "/open"))
        #expect(record.isFresh(at: now + 3599) && !record.isFresh(at: now + 3600))
        #expect(record.crawlDelay == nil)
        guard case .unreachable(let why) = record.state else {
            Issue.record("another outcome")
            return
        }
        #expect(why.contains("\(status)"))
    }

    @Test("A connection that ends allows nothing for now")
    func ended() async throws {
        #expect(try await !allows(record([.close], at: now)))
    }

    @Test("What was known goes on for a month while a host is silent")
    func memory() async throws {
        let known = try await record(.answer(text: secret), at: now)
        let day = 86_400.0
        let later = try await record(.answer("503 No"), previous: known, at: now + 2 * day)
        #expect(try allows(later, "/open") && !allows(later))
        #expect(!later.isFresh(at: now + 2 * day + 3600))
        let last = try await record([.close], previous: later, at: now + 29 * day)
        #expect(try allows(last, "/open"))
        let gone = try await record([.close], previous: last, at: now + 31 * day)
        #expect(try !allows(gone, "/open"))
    }

    @Test("Redirects are followed five times; a sixth counts as no file")
    func redirects() async throws {
        for (hops, isAllowed) in [(5, false), (6, true)] {
            let web = try await Web { asked in
                asked.place < hops
                    ? .redirect(to: "/robots.txt?\(asked.place)") : .answer(text: "User-agent: *\nDisallow: /")
            }
            let record = await (try web.fetcher()).robots(of: try web.address(), at: now)
            #expect(try allows(record) == isAllowed)
            #expect(web.server.asked.count == 6)
            await web.server.stop()
        }
    }

    @Test("A file without end is read as far as its limit")
    func endless() async throws {
        let web = try await Web { _ in
            [
                .text("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /secret\n"),
                .forever(Array(repeating: 0x0A, count: 9000), every: 0),
            ]
        }
        let record = await (try web.fetcher()).robots(of: try web.address(), at: now)
        #expect(try !allows(record) && allows(record, "/open"))
        await web.server.stop()
    }

    @Test("A host that may not be asked allows nothing")
    func refused() async throws {
        let web = try await Web { _ in [] }
        let record = await (try web.fetcher()).robots(of: try web.address(host: "private.example"), at: now)
        #expect(try !allows(record))
        #expect(web.server.connections == 0)
        await web.server.stop()
    }
}
