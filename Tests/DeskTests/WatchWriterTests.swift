import Desk
import Loopback
import Register
import Synchronization
import Testing

/// A register that others write, and rounds that are broken off.
@Suite("Watching beside other writers, and its end")
struct WatchWriterTests {
    private static func answer(_ visit: World.Visit) -> [LoopbackServer.Step]? {
        switch visit.path {
        case "a/feed", "b/feed":
            let links = (0..<2).map { Newsroom.Entry(path: "\(visit.host)/\($0)", link: "\(visit.base)/\($0)") }
            return .answer(text: Newsroom.feed(visit.host, links))
        case "a/0", "a/1", "b/0", "b/1": return .answer(text: Newsroom.page(visit.path))
        default: return nil
        }
    }

    @Test("What was found waits while another program writes, and is stored after")
    func otherWriter() async throws {
        let world = try await World(VirtualClock(), Self.answer)
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        let events = Mutex<[WatchEvent]>([])
        let desk = try world.desk(file.path) { event in events.withLock { $0.append(event) } }
        let other = try Register(path: file.path, access: .write)
        world.clock.beforeSleep { if world.clock.since >= 15 { try other.close() } }
        let next = try await desk.round()
        world.clock.beforeSleep(nil)
        await world.server.stop()
        // it asks for its turn every five seconds: at 0, 5, 10 and 15 in vain
        #expect(world.clock.since == 20)
        let kinds = events.withLock { $0.map(\.kind) }
        #expect(kinds.filter { $0 == .waiting }.count == 4 && kinds.last == .stored)
        #expect(world.times("a/feed") == [0])
        #expect(next == VirtualClock.start + 20)
        let source = try file.source(world.address("a", "/feed"))
        #expect(source.next == VirtualClock.start + 1200 && source.lastSuccess == "2026-03-12T10:00:00Z")
    }

    @Test("A page that was read while another writes is not asked for again")
    func pagesWait() async throws {
        let world = try await World(VirtualClock(), Self.answer)
        let file = try RegisterFile()
        try world.watch([("a", "/feed"), ("b", "/feed")], in: file.path)
        let desk = try world.desk(file.path)
        _ = try await desk.round()
        try await world.clock.clock.sleep(VirtualClock.start + 2)
        let other = try Register(path: file.path, access: .write)
        world.clock.beforeSleep { if world.clock.since >= 60 { try other.close() } }
        world.clock.stop(at: 300)
        try await watch(desk)
        await world.server.stop()
        for path in ["a/0", "a/1", "b/0", "b/1"] { #expect(world.times(path).count == 1, "\(path)") }
        let contents = try RegisterContents(file.path)
        #expect(contents.reports.count == 4 && contents.reports.values.allSatisfy { $0.count == 1 })
    }

    @Test("A round that is broken off leaves no failure, and keeps what had come")
    func brokenOff() async throws {
        let loop = Mutex<Task<Void, any Error>?>(nil)
        let world = try await World { visit in
            if visit.path == "b/feed" {
                // a has been answered by then
                loop.withLock { $0?.cancel() }
                return [.wait(60_000)]
            }
            return Self.answer(visit)
        }
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        let desk = try world.desk(file.path)
        _ = try await desk.round()
        try world.watch([("b", "/feed")], in: file.path)
        let second = try world.desk(file.path)
        let task = Task { try await watch(second) }
        loop.withLock { $0 = task }
        try await task.value
        await world.server.stop()
        let source = try file.source(world.address("b", "/feed"))
        #expect(source.failures == 0 && source.failure == nil && source.lastAttempt == nil && source.state == .active)
        #expect(source.next == VirtualClock.start)
        #expect(world.times("b/feed").count == 1)
    }

    @Test("The end of watching while another program writes is no error")
    func endWhileWaiting() async throws {
        let world = try await World(VirtualClock(), Self.answer)
        let file = try RegisterFile()
        try world.watch([("a", "/feed")], in: file.path)
        let desk = try world.desk(file.path)
        let other = try Register(path: file.path, access: .write)
        defer { try? other.close() }
        world.clock.beforeSleep { withUnsafeCurrentTask { $0?.cancel() } }
        let outcome = await Task { () -> Result<Void, any Error> in
            do { return .success(try await desk.run()) } catch { return .failure(error) }
        }.value
        await world.server.stop()
        #expect(throws: Never.self) { try outcome.get() }
    }
}
