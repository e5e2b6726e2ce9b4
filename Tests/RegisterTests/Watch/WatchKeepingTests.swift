import Diplomacy
import GRDB
import Testing

@testable import Register

@Suite("What is watched is kept")
struct WatchKeepingTests {
    private let samples: WatchSamples
    private let today: Day

    init() throws {
        samples = try WatchSamples()
        today = try #require(Day(iso: "2026-03-20"))
    }

    /// A register with two sources, pages in every state and reports.
    private func fill() throws {
        let (a, b) = (
            try samples.add("a", next: 3, publisher: Source(name: "A", kind: .official)), try samples.add("b", next: 4)
        )
        try samples.find((0..<4).map { WatchSamples.page("\($0)", of: $0 < 3 ? a : b, next: Double($0), item: "{}") })
        var result = WatchResult()
        result.pages = try [("1", WatchedPage.State.read), ("2", .lost)].map { identity, state in
            var page = try samples.page(identity)
            page.state = state
            return page
        }
        result.filings = [filing("r"), filing("s")]
        _ = try samples.register.store(result, at: "2026-03-03T08:00:00Z")
        try samples.register.reconcile(at: "2026-03-03T08:00:00Z")
    }

    private func all(_ register: Register) throws -> ([WatchedStanding], [WatchedPage], Double?) {
        (
            try register.watchedStandings(today: today), try register.due(at: .infinity, limit: 100).pages,
            try register.nextDue()
        )
    }

    @Test("reopening the file keeps all")
    func reopened() throws {
        try fill()
        let before = try all(samples.register)
        #expect(before.0.count == 2)
        #expect(before.1.count == 4)
        try samples.register.close()
        for access in [Register.Access.read, .write] {
            let register = try Register(path: samples.folder.register, access: access)
            #expect(try all(register) == before)
            try register.close()
        }
    }

    @Test("a copy holds it too")
    func copied() throws {
        try fill()
        let path = samples.folder.path + "/copy.sqlite"
        try samples.register.backup(to: path)
        #expect(try all(Register(path: path, access: .read)) == all(samples.register))
    }

    @Test("a rebuild leaves it alone, and a check finds no fault")
    func rebuilt() throws {
        try fill()
        let before = try all(samples.register)
        try samples.register.beginRebuild()
        _ = try samples.register.finishRebuild(at: "2026-03-05T00:00:00Z")
        #expect(try all(samples.register) == before)
        #expect(try samples.register.check(isDeep: true).faults == [])
    }

    @Test("what another program wrote in the columns of states is taken with care")
    func strange() throws {
        try fill()
        try samples.register.close()
        let queue = try DatabaseQueue(path: samples.folder.register)
        try queue.write { db in
            try db.execute(sql: "UPDATE watched SET state = 'asleep', kind = 'rumour' WHERE id = 1")
            try db.execute(sql: "UPDATE watched_page SET state = 'asleep'")
        }
        try queue.close()
        let register = try Register(path: samples.folder.register, access: .write)
        let source = try #require(try register.watchedSources().first)
        #expect(source.state == .paused)
        #expect(source.publisher == Source(name: "A"))
        #expect(try register.due(at: .infinity, limit: 10).pages.allSatisfy { $0.state == .lost })
        #expect(try register.due(at: .infinity, limit: 10).sources.map(\.address) == [WatchSamples.address("b")])
    }

    @Test("an older register is brought up to date by a writer, and a reader says what to do")
    func migrated() throws {
        let path = samples.folder.path + "/old.sqlite"
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "6 brief")
        #expect(try queue.read { try $0.tableExists("watched") } == false)
        #expect(try queue.read { try $0.tableExists("report") })
        try queue.close()
        let error = #expect(throws: RegisterError.self) { _ = try Register(path: path, access: .read) }
        #expect(error?.code == .notARegister)
        #expect(error?.message.contains("older") == true)
        let register = try Register(path: path, access: .write)
        #expect(try register.watchedSources() == [])
        #expect(
            try register.watch([WatchedSource(address: "https://a.example", added: WatchSamples.added, next: 1)]).count
                == 1)
        #expect(try register.nextDue() == 1)
        try register.close()
        #expect(try Register(path: path, access: .read).watchedSources().map(\.address) == ["https://a.example"])
    }

    @Test("the reports of an older register stay")
    func reportsStay() throws {
        try fill()
        let before = try export(samples.register)
        #expect(!before.isEmpty)
        try samples.register.close()
        // back to the state before anything was watched, measured or imported
        let later = [
            "watched_page", "watched", "deed", "statement", "teller", "covered", "abundance", "dataset", "roll_call",
            "vote_row",
            "ideal_point", "forecast", "alleged_file", "alleged", "alleged_dyad", "alleged_party", "alleged_word",
            "alleged_month", "alleged_fault", "alleged_problem",
        ]
        let queue = try DatabaseQueue(path: samples.folder.register)
        try queue.write { db in
            for name in ["facet_counts", "facet_counts_not"] { try db.execute(sql: "DROP TRIGGER \(name)") }
            for name in later { try db.execute(sql: "DROP TABLE \(name)") }
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier >= '7'")
        }
        try queue.close()
        let register = try Register(path: samples.folder.register, access: .write)
        #expect(try export(register) == before)
        #expect(try register.watchedSources() == [])
        #expect(try register.check(isDeep: true).faults == [])
        #expect(try register.holds([filing("r").document]) == [true])
    }
}
