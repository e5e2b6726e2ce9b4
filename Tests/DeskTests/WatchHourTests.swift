import Desk
import Hypertext
import Loopback
import Reading
import Register
import Synchronization
import Testing

/// An hour of ten sources, watched until each page has been looked at again: the times come from the rules that
/// `SourceSchedule` and `Politeness` state (the first interval is half an hour; it shrinks by a third with what is new and
/// grows by a quarter without; a first failure costs a quarter of an hour, each further one twice as much).
@Suite("An hour of ten sources under a virtual clock")
struct WatchHourTests {
    /// Seconds by which other requests to a host may delay one.
    private static let slack = 25.0

    private func watched() async throws -> (world: World, file: RegisterFile) {
        let world = try await World(VirtualClock(), TenHosts.answer)
        let file = try RegisterFile()
        try world.watch(TenHosts.sources, in: file.path)
        world.clock.stop(at: TenHosts.watched)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        return (world, file)
    }

    @Test("Each report is there once, an edit is a version, and no request was needless")
    func hour() async throws {
        let (world, file) = try await watched()
        try checkReports(file, world)
        checkPolls(world)
        checkPages(world)
        checkPaces(world)
        checkRefusals(world)
        try checkSources(file, world)
    }

    private func checkReports(_ file: RegisterFile, _ world: World) throws {
        let contents = try RegisterContents(file.path)
        #expect(contents.reports.count == TenHosts.reports.count && TenHosts.reports.count == 27)
        for path in TenHosts.reports {
            let texts = contents.texts(path)
            #expect(texts.count == 1, "\(path)")
            #expect(texts.first?.count == (path == TenHosts.edited.path ? 2 : 1), "\(path)")
        }
        let edited = contents.texts(TenHosts.edited.path).first ?? []
        #expect(edited.first?.contains("first edition") == true && edited.last?.contains("second edition") == true)
        // a page is called by its address, so that whoever adds it by hand adds nothing new
        let address = try WebAddress.parse(world.address("a", "/3"))
        #expect(contents.reports[address.pageID]?.count == 1)
        #expect(contents.problems == 0)
        #expect(!contents.encounters.isEmpty && contents.encounters.allSatisfy { !$0.isEmpty })
        let register = try Register(path: file.path, access: .read)
        #expect(try register.check(isDeep: true).faults == [])
        try register.close()
    }

    private func checkPolls(_ world: World) {
        let expected: [String: [Double]] = [
            // new, then never again: 1200, and a quarter more each time
            "b": [0, 1200, 2700, 4575, 6918.75], "c": [0, 1200, 2700, 4575, 6918.75],
            // as the host asks, twice; then as b
            "d": [0, 1200, 2400, 3600, 5100, 6975],
            "e": [0, 900, 2700, 6300], "g": [0, 900, 2700, 6300], "h": [0, 900, 2700, 6300],
            // after the second it is known to be gone
            "f": [0, 1200],
        ]
        for (host, times) in expected {
            let asked = world.times("\(host)/feed")
            #expect(asked.count == times.count, "\(host): \(asked)")
            #expect(zip(asked, times).allSatisfy { $0 >= $1 && $0 - $1 < Self.slack }, "\(host): \(asked)")
        }
        // one that always has something new is asked more and more often, and never more than every five minutes
        let grown = world.times("a/feed")
        let gaps = zip(grown.dropFirst(), grown).map { $0 - $1 }
        #expect(gaps.allSatisfy { $0 >= 300 } && gaps.contains { $0 < 310 })
        #expect((gaps.first ?? 0) >= 1200 && (gaps.last ?? 0) > 400)
        // all but the first request for what was marked ask by its mark
        let marks = world.visits.filter { $0.path == "b/feed" || $0.path == "i/0" }.map { $0.fields["if-none-match"] }
        #expect(marks.count { $0 == nil } == 2 && marks.count == 5 + 2)
    }

    private func checkPages(_ world: World) {
        for (host, published) in TenHosts.pages {
            for (number, time) in published.enumerated() {
                let asked = world.times("\(host)/\(number)")
                guard let first = asked.first else {
                    Issue.record("\(host)/\(number) was never asked for")
                    continue
                }
                #expect(first >= time)
                // read once, and looked at after an hour where that has come
                let isLooked = first + 3600 + Self.slack < TenHosts.watched
                #expect(isLooked ? asked.count == 2 : asked.count <= 2, "\(host)/\(number): \(asked)")
                if asked.count == 2 { #expect((3600..<3600 + Self.slack).contains(asked[1] - asked[0])) }
            }
        }
        // new ones are read as soon as the feed has named them
        let polls = world.times("a/feed")
        for number in 0..<12 {
            let first = world.times("a/\(number)").first ?? .infinity
            let named = polls.first { $0 >= 300 * Double(number) } ?? .infinity
            #expect(first - named < Self.slack, "a/\(number)")
        }
        for host in TenHosts.letters { #expect(world.times("\(host)/robots.txt").count == 1) }
    }

    /// Times of fetches of each host: without robots.txt, which comes right before the first, and redirects, which are parts
    /// of fetches.
    private func checkPaces(_ world: World) {
        for host in TenHosts.letters {
            let times = world.visits.filter { $0.host == host && !["/robots.txt", "/again"].contains($0.target) }
                .map(\.since).sorted()
            // the loop check of g asks for nothing twice
            let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
            #expect(gaps.allSatisfy { $0 >= 2 - 1e-6 }, "\(host): \(gaps)")
            guard host == "i" else { continue }
            #expect(gaps.dropFirst().allSatisfy { $0 >= 7 - 1e-6 }, "\(gaps)")
            #expect((gaps.first ?? 0) >= 7 - 1e-6)
        }
        // asked to wait twenty minutes, nothing is asked of the host
        let limited = world.visits.filter { $0.host == "d" && $0.since < 2400 }
        #expect(limited.map(\.path) == ["d/robots.txt", "d/feed", "d/feed"])
    }

    private func checkRefusals(_ world: World) {
        #expect(!world.visits.contains { $0.host == "private" })
        #expect(!world.visits.contains { $0.target.hasPrefix("/closed") })
        let dialled = world.log.dialled.withLock { $0 }
        #expect(!dialled.isEmpty && dialled.allSatisfy { $0.hasPrefix("93.184.215.") })
    }

    private func checkSources(_ file: RegisterFile, _ world: World) throws {
        func source(_ host: String) throws -> WatchedSource { try file.source(world.address(host, "/feed")) }
        for host in ["a", "b", "c", "d", "e", "i", "j"] {
            let source = try source(host)
            #expect(source.state == .active && source.failures == 0 && source.failure == nil, "\(host)")
            #expect(source.title == "Wire \(host)" && source.lastSuccess != nil && source.lastNew != nil)
        }
        let gone = try source("f")
        #expect(gone.state == .gone && gone.reason?.contains("410") == true)
        for host in ["g", "h"] {
            let source = try source(host)
            #expect(source.state == .active && source.failures == 4 && source.lastSuccess == nil, "\(host)")
        }
        #expect(try source("g").failure?.hasPrefix("redirect-loop") == true)
        #expect(try source("h").failure?.hasPrefix("address-refused") == true)
    }
}
