import Desk
import FoundationEssentials
import Loopback
import Register
import Synchronization
import Testing

/// The same hour, with the loop stopped again and again and begun anew from the file.
@Suite("Watching that is stopped and begun again")
struct WatchStopTests {
    /// Reports as they must be, whatever happened between.
    private func check(_ file: RegisterFile, _ world: World) throws {
        let contents = try RegisterContents(file.path)
        #expect(contents.reports.count == TenHosts.reports.count)
        for path in TenHosts.reports {
            #expect(contents.texts(path).map(\.count) == [path == TenHosts.edited.path ? 2 : 1], "\(path)")
        }
        #expect(contents.problems == 0)
        let register = try Register(path: file.path, access: .read)
        #expect(try register.check(isDeep: true).faults == [])
        try register.close()
        #expect(world.log.dialled.withLock { $0 }.allSatisfy { $0.hasPrefix("93.184.215.") })
        #expect(!world.visits.contains { $0.target.hasPrefix("/closed") })
    }

    @Test("Stopped while it sleeps, at random times", arguments: [3, 8] as [UInt64])
    func asleep(_ seed: UInt64) async throws {
        var dice = Dice(state: seed)
        let world = try await World(VirtualClock(seed: seed), TenHosts.answer)
        let file = try RegisterFile()
        try world.watch(TenHosts.sources, in: file.path)
        let early = (0..<6).map { _ in Double.random(in: 0...40, using: &dice) }
        let late = (0..<8).map { _ in Double.random(in: 40..<TenHosts.watched, using: &dice) }
        for stop in (early + late + [TenHosts.watched]).sorted() {
            world.clock.stop(at: stop)
            try await watch(try world.desk(file.path))
            #expect(abs(world.clock.since - stop) < 1e-3)
        }
        await world.server.stop()
        try check(file, world)
        // no stop makes a page be read again: once, and once more after an hour
        for (host, times) in TenHosts.pages {
            for number in times.indices { #expect((1...2).contains(world.times("\(host)/\(number)").count)) }
        }
        #expect(world.times("f/feed").count == 2)
    }

    @Test("Stopped while requests are under way: what had come is stored, the rest is asked again")
    func underWay() async throws {
        let loop = Mutex<Task<Void, any Error>?>(nil)
        let stops = Mutex<(asked: Int, next: Int, done: Int)>((0, 3, 0))
        let world = try await World(VirtualClock(seed: 5)) { visit in
            let isTime = stops.withLock { stops in
                stops.asked += 1
                guard stops.asked >= stops.next, stops.done < 12 else { return false }
                stops.next = stops.asked + 4 + stops.done % 3
                stops.done += 1
                return true
            }
            if isTime { loop.withLock { $0?.cancel() } }
            return TenHosts.answer(visit)
        }
        let file = try RegisterFile()
        try world.watch(TenHosts.sources, in: file.path)
        world.clock.stop(at: TenHosts.watched)
        while world.clock.since < TenHosts.watched {
            let desk = try world.desk(file.path)
            let task = Task { try await watch(desk) }
            loop.withLock { $0 = task }
            try await task.value
        }
        await world.server.stop()
        #expect(stops.withLock { $0.done } == 12)
        try check(file, world)
        // a stop is no failure of the host that was being asked
        for host in ["a", "b", "c", "i", "j"] {
            #expect(try file.source(world.address(host, "/feed")).failures == 0, "\(host)")
        }
    }

    @Test("Killed before a round was stored: the round is done again")
    func killed() async throws {
        let world = try await World(VirtualClock(seed: 9), TenHosts.answer)
        let file = try RegisterFile()
        try world.watch(TenHosts.sources, in: file.path)
        var dice = Dice(state: 9)
        var (desk, kills) = (try world.desk(file.path), 0)
        while world.clock.since < TenHosts.watched {
            let before = try file.bytes()
            let next = try await desk.round()
            if kills < 25, Int.random(in: 0..<4, using: &dice) == 0 {
                try file.restore(before)
                desk = try world.desk(file.path)
                kills += 1
            }
            try await world.clock.clock.sleep(min(next ?? .infinity, VirtualClock.start + world.clock.since + 60))
        }
        await world.server.stop()
        #expect(kills == 25)
        try check(file, world)
    }
}
