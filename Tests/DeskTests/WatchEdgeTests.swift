import Desk
import Loopback
import Register
import Synchronization
import Testing

/// What users and servers do in the middle of things.
@Suite("Watching at its edges")
struct WatchEdgeTests {
    private static func feed(_ visit: World.Visit, _ entries: [Newsroom.Entry]) -> [LoopbackServer.Step] {
        .answer(text: Newsroom.feed(visit.host, entries))
    }

    /// A register that watches one source, in whose first request something happens to it.
    private func meddled(_ meddle: @escaping @Sendable (_ path: String, _ address: String) throws -> Void) async throws
        -> (world: World, file: RegisterFile, failure: (any Error)?)
    {
        let file = try RegisterFile()
        let isDone = Mutex(false)
        let path = file.path
        let world = try await World { visit in
            switch visit.target {
            case "/feed":
                if isDone.withLock({ done in
                    defer { done = true }; return !done
                }) {
                    do { try meddle(path, visit.base + "/feed") } catch { Issue.record(error) }
                }
                return Self.feed(visit, [Newsroom.Entry(path: "a/0", link: visit.base + "/0")])
            case "/0": return .answer(text: Newsroom.page(visit.path))
            default: return nil
            }
        }
        try world.watch([("a", "/feed")], in: path)
        world.clock.stop(at: 100)
        var failure: (any Error)?
        do { try await watch(try world.desk(path)) } catch { failure = error }
        await world.server.stop()
        return (world, file, failure)
    }

    @Test("A source that is removed while it is asked stays away, and the loop goes on")
    func removed() async throws {
        let (world, file, failure) = try await meddled { path, address in
            let register = try Register(path: path, access: .write)
            #expect(try register.unwatch(address))
            try register.close()
        }
        #expect(failure == nil)
        #expect(world.clock.since == 100)
        let register = try Register(path: file.path, access: .read)
        #expect(try register.watchedSources().isEmpty)
        try register.close()
    }

    @Test("A source that is paused while it is asked stays paused")
    func paused() async throws {
        let (world, file, failure) = try await meddled { path, address in
            let register = try Register(path: path, access: .write)
            #expect(try register.change(source: address) { ($0.state, $0.reason) = (.paused, "enough") })
            try register.close()
        }
        #expect(failure == nil)
        let source = try file.source(world.address("a", "/feed"))
        #expect(source.state == .paused && source.reason == "enough")
    }

    @Test("A source that is added while others are watched is asked within a minute")
    func added() async throws {
        let world = try await World { visit in Self.feed(visit, []) }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        let isDone = Mutex(false)
        world.clock.beforeSleep {
            guard world.clock.since > 100,
                isDone.withLock({ done in
                    defer { done = true }; return !done
                })
            else { return }
            try world.watch([("b", "/feed")], in: file.path)
        }
        world.clock.stop(at: 400)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        let asked = try #require(world.times("b/feed").first)
        #expect((100...240).contains(asked))
    }

    @Test("The pages of one host do not keep those of another waiting")
    func backlog() async throws {
        let file = try RegisterFile()
        let world = try await World { visit in
            visit.target == "/feed" ? Self.feed(visit, []) : .answer(text: Newsroom.page(visit.path))
        }
        try world.watch([("a", "/feed"), ("b", "/feed")], in: file.path)
        let register = try Register(path: file.path, access: .write)
        let sources = try register.watchedSources()
        var result = WatchResult()
        for (source, count) in zip(sources, [4100, 1]) {
            let host = source.address.contains("//a.") ? "a" : "b"
            for number in 0..<count {
                let address = world.address(host, "/\(number)")
                // those of a are due a second before that of b
                result.found.append(
                    WatchedPage(
                        source: source.id, identity: address, address: address, item: nil,
                        next: VirtualClock.start - (host == "a" ? 1 : 0), found: "2026-03-12T10:00:00Z"))
            }
        }
        _ = try register.store(result, at: "2026-03-12T10:00:00Z")
        try register.close()
        world.clock.stop(at: 6)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        #expect(world.times("a/0").count == 1)
        #expect(world.times("b/0").count == 1)
    }

    @Test("A source whose address cannot be read does not keep the loop busy")
    func badAddress() async throws {
        let world = try await World { _ in nil }
        let file = try RegisterFile()
        let register = try Register(path: file.path, access: .write)
        _ = try register.watch([WatchedSource(address: "no address", added: "2026-03-12T10:00:00Z", next: 0)])
        try register.close()
        let next = try await world.desk(file.path).round()
        await world.server.stop()
        #expect(next.map { $0 > VirtualClock.start } ?? true)
    }

    @Test("What a page holds that is no text is told, and the feed's own words are taken where there are any")
    func notAPage() async throws {
        let world = try await World { visit in
            switch visit.target {
            case "/feed":
                Self.feed(
                    visit,
                    [
                        Newsroom.Entry(path: "a/0", link: visit.base + "/0.pdf", text: Newsroom.text("a/0")),
                        Newsroom.Entry(path: "a/1", link: visit.base + "/1.pdf"),
                    ])
            case "/0.pdf", "/1.pdf": .answer("200 OK", ["Content-Type: application/pdf"], text: "%PDF-1.7\n1 0 obj\n")
            default: nil
            }
        }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        world.clock.stop(at: 100)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        let contents = try RegisterContents(file.path)
        #expect(contents.texts("a/0") == [[Newsroom.text("a/0")]])
        #expect(contents.problems == 1)
        #expect(!contents.reports.values.contains { $0.contains("") })
    }

    @Test("A page at an address that is refused gives way to what the feed says of it")
    func refusedPage() async throws {
        let world = try await World { visit in
            let port = visit.base.split(separator: ":").last ?? ""
            let link = "http://private.example:\(port)/secret"
            return visit.target == "/feed"
                ? Self.feed(visit, [Newsroom.Entry(path: "a/0", link: link, text: Newsroom.text("a/0"))]) : nil
        }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        world.clock.stop(at: 3600)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        #expect(!world.visits.contains { $0.host == "private" })
        #expect(world.log.dialled.withLock { $0 }.allSatisfy { $0.hasPrefix("93.") })
        let contents = try RegisterContents(file.path)
        #expect(contents.texts("a/0").count == 1)
    }

    @Test("A feed that only dates itself anew has nothing new")
    func restlessFeed() async throws {
        let world = try await World { visit in
            guard visit.target == "/feed" else {
                return visit.target == "/0" ? .answer(text: Newsroom.page(visit.path)) : nil
            }
            let feed = Newsroom.feed("a", [Newsroom.Entry(path: "a/0", link: visit.base + "/0")])
            return .answer(text: feed + "<!-- made at \(visit.since) -->")
        }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        world.clock.stop(at: 7200)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        // as a source that never changes: 0, 1200, 2700, 4575, 6919
        #expect(world.times("a/feed").count == 5)
    }

    @Test("An item without a page that is edited in its feed is a new version")
    func editedItem() async throws {
        let world = try await World { visit in
            let text = Newsroom.text("a/0", edition: visit.since < 600 ? 1 : 2)
            return visit.target == "/feed" ? Self.feed(visit, [Newsroom.Entry(path: "a/0", text: text)]) : nil
        }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        world.clock.stop(at: 3600)
        try await watch(try world.desk(file.path))
        await world.server.stop()
        #expect(
            try RegisterContents(file.path).texts("a/0") == [[Newsroom.text("a/0"), Newsroom.text("a/0", edition: 2)]])
    }
}
