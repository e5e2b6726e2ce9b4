import Desk
import Diplomacy
import Loopback
import Register
import Testing

/// What becomes of the pages that a source names.
@Suite("Pages of watched sources")
struct WatchPageTests {
    /// A register that has watched sources for a while.
    private func watched(
        _ sources: [(host: String, target: String)] = [("a", "/feed")], for seconds: Double, publisher: Source? = nil,
        _ answer: @escaping @Sendable (World.Visit) -> [LoopbackServer.Step]?
    ) async throws -> (world: World, file: RegisterFile, contents: RegisterContents) {
        let world = try await World(VirtualClock(), answer)
        let file = try RegisterFile()
        try world.watch(sources, in: file.path)
        if let publisher {
            let register = try Register(path: file.path, access: .write)
            for source in try register.watchedSources() {
                #expect(try register.change(source: source.address) { $0.publisher = publisher })
            }
            try register.close()
        }
        world.clock.stop(at: seconds)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        return (world, file, try RegisterContents(file.path))
    }

    /// The feed of a host that names one page.
    private static func feed(_ visit: World.Visit, link: String = "/0", text: String? = nil) -> [LoopbackServer.Step] {
        let link = link.hasPrefix("http") ? link : visit.base + link
        return .answer(text: Newsroom.feed(visit.host, [Newsroom.Entry(path: "a/0", link: link, text: text)]))
    }

    @Test("A page that two sources name is read once, under whatever parameters")
    func twice() async throws {
        let (world, _, contents) = try await watched([("a", "/feed"), ("b", "/feed")], for: 60) { visit in
            guard visit.target == "/feed" else {
                return visit.path.hasPrefix("a/0") ? .answer(text: Newsroom.page("a/0")) : nil
            }
            let base = visit.base.replacing("//b.", with: "//a.")
            return Self.feed(visit, link: base + (visit.host == "a" ? "/0" : "/0?utm_source=b#top"))
        }
        #expect(world.visits.filter { $0.path.hasPrefix("a/0") }.count == 1)
        #expect(contents.reports.count == 1 && contents.texts("a/0").map(\.count) == [1])
    }

    @Test("A page that is gone gives way to what the feed said, and else is a problem", arguments: [404, 410, 451])
    func gone(_ status: Int) async throws {
        let told = try await watched(for: 60) { visit in
            visit.target == "/feed" ? Self.feed(visit, text: Newsroom.text("a/0")) : .answer("\(status) No")
        }
        #expect(told.contents.texts("a/0") == [[Newsroom.text("a/0")]] && told.contents.problems == 0)
        #expect(told.world.times("a/0").count == 1)
        let silent = try await watched(for: 60) { visit in
            visit.target == "/feed" ? Self.feed(visit) : .answer("\(status) No")
        }
        #expect(silent.contents.reports.isEmpty && silent.contents.problems == 1)
        let register = try Register(path: silent.file.path, access: .read)
        let problem = try #require(try register.problems().first)
        #expect(problem.input == silent.world.address("a", "/0") && problem.message.contains("\(status)"))
        try register.close()
    }

    @Test("A page whose host fails is asked again, later each time, and not before it says")
    func failing() async throws {
        let (world, _, contents) = try await watched(for: 6 * 3600) { visit in
            guard visit.target == "/0" else { return visit.target == "/feed" ? Self.feed(visit) : nil }
            if visit.since < 600 { return .answer("500 Internal Server Error") }
            if visit.since < 1200 { return .answer("503 Service Unavailable", ["Retry-After: 5000"]) }
            return .answer(text: Newsroom.page("a/0"))
        }
        // a quarter of an hour after the first failure; the second wait would be twice that, but the host asks for more
        let times = world.times("a/0")
        #expect(times.count == 4)
        #expect(zip(times, [2, 902, 5902, 9502]).allSatisfy { abs($0 - $1) < 5 }, "\(times)")
        #expect(contents.texts("a/0").map(\.count) == [1] && contents.problems == 0)
    }

    @Test("A page that moved keeps the name under which it was found")
    func moved() async throws {
        let (world, _, contents) = try await watched(for: 60) { visit in
            switch visit.target {
            case "/feed": Self.feed(visit)
            case "/0": .redirect("301 Moved Permanently", to: "/new/0")
            case "/new/0": .answer(text: Newsroom.page("a/0"))
            default: nil
            }
        }
        #expect(contents.reports.keys.allSatisfy { $0.hasSuffix("a.example:\(world.server.port)/0") })
        #expect(contents.texts("a/0").map(\.count) == [1])
    }

    @Test("A source that is a page is a report, and its edits are versions")
    func page() async throws {
        let (world, file, contents) = try await watched([("a", "/")], for: 7200) { visit in
            visit.target == "/" ? .answer(text: Newsroom.page("a/0", edition: visit.since < 2000 ? 1 : 2)) : nil
        }
        #expect(contents.texts("a/0").map(\.count) == [2])
        // new at first, then as it was, then edited: 1200, 1500, 1000, 1250, ...
        let times = world.times("a/")
        #expect(zip(times, [0, 1200, 2700, 3700, 4950]).allSatisfy { abs($0 - $1) < 5 }, "\(times)")
        #expect(try file.source(world.address("a", "/")).lastNew == "2026-03-12T10:45:00Z")
    }

    @Test("Reports are given the publisher of their source, but for the name that a page tells itself")
    func publisher() async throws {
        let (_, file, _) = try await watched(
            for: 60, publisher: Source(name: "Ministry", kind: .official, country: "NOR")
        ) { visit in
            visit.target == "/feed"
                ? Self.feed(visit) : visit.target == "/0" ? .answer(text: Newsroom.page("a/0")) : nil
        }
        let register = try Register(path: file.path, access: .read)
        let sources = try register.sources().map(\.source)
        #expect(sources.map(\.name) == ["Example Wire"] && sources.map(\.kind) == [.official])
        #expect(sources.map(\.country) == ["NOR"])
        try register.close()
    }

    @Test("A host whose robots.txt fails is not asked for anything else until it says")
    func silentRobots() async throws {
        let (world, file, contents) = try await watched(for: 3 * 3600) { visit in
            switch visit.target {
            case "/robots.txt": visit.since < 1800 ? .answer("503 Service Unavailable") : nil
            case "/feed": Self.feed(visit, text: Newsroom.text("a/0"))
            case "/0": .answer(text: Newsroom.page("a/0"))
            default: nil
            }
        }
        // it is asked again after an hour at the earliest
        let robots = world.times("a/robots.txt")
        #expect(robots.count == 2 && robots.allSatisfy { $0 == 0 || $0 >= 3600 })
        #expect(world.times("a/feed").allSatisfy { $0 >= 3600 } && !world.times("a/feed").isEmpty)
        #expect(contents.texts("a/0").map(\.count) == [1])
        #expect(try file.source(world.address("a", "/feed")).failures == 0)
    }

    @Test("A sitemap names pages; a list of feeds says what to do with it")
    func otherSources() async throws {
        let (world, file, contents) = try await watched([("a", "/map.xml"), ("b", "/list.opml")], for: 60) { visit in
            switch visit.path {
            case "a/map.xml":
                .answer(
                    text: """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>\(visit.base)/0</loc></url></urlset>
                        """)
            case "a/0": .answer(text: Newsroom.page("a/0"))
            case "b/list.opml": .answer(text: "<opml version=\"2.0\"><body><outline xmlUrl=\"x\"/></body></opml>")
            default: nil
            }
        }
        #expect(contents.reports.count == 1 && contents.texts("a/0").map(\.count) == [1])
        let register = try Register(path: file.path, access: .read)
        #expect(try register.problems().map(\.input) == [world.address("b", "/list.opml")])
        try register.close()
    }
}
