import Diplomacy
import Testing

@testable import Register

@Suite("Sources that are watched")
struct WatchedSourceTests {
    private let samples: WatchSamples
    private var register: Register { samples.register }

    init() throws { samples = try WatchSamples() }

    @Test("a register watches nothing at first")
    func none() throws {
        #expect(try register.watchedSources() == [])
        #expect(try register.watchedStandings(today: try #require(Day(iso: "2026-03-10"))) == [])
        #expect(try register.nextDue() == nil)
        let due = try register.due(at: .infinity, limit: 10)
        #expect(due.sources == [])
        #expect(due.pages == [])
    }

    @Test("what is added is there, by its address")
    func added() throws {
        let publisher = Source(name: "Courier", kind: .newspaper, country: "NOR")
        var source = WatchedSource(
            address: "https://b.example", publisher: publisher, added: WatchSamples.added, next: 5.5)
        source.title = "Feed of B"
        source.reason = "asked for"
        let other = WatchedSource(address: "https://a.example", added: WatchSamples.added, next: 7)
        #expect(try register.watch([source, other]).map(\.address) == ["https://b.example", "https://a.example"])
        let stored = try register.watchedSources()
        #expect(stored.map(\.address) == ["https://a.example", "https://b.example"])
        #expect(Set(stored.map(\.id)).count == 2)
        #expect(stored.allSatisfy { $0.id > 0 })
        var expected = source
        expected.id = stored[1].id
        #expect(stored[1] == expected)
        #expect(stored[0].publisher == nil)
    }

    @Test("a source that is there already is left as it is, and not given")
    func again() throws {
        let first = try samples.add("a", next: 3)
        var again = WatchedSource(address: first.address, added: "2026-04-01T00:00:00Z", next: 9)
        again.title = "Another"
        let new = WatchedSource(address: "https://new.example", added: "2026-04-01T00:00:00Z", next: 9)
        #expect(try register.watch([again, new, new]).map(\.address) == ["https://new.example"])
        #expect(try samples.source("a") == first)
        #expect(try register.watchedSources().count == 2)
    }

    @Test("each kind of publisher is kept", arguments: SourceKind.allCases)
    func kinds(kind: SourceKind) throws {
        try samples.add("a", publisher: Source(kind: kind))
        #expect(try samples.source("a").publisher == Source(kind: kind))
    }

    @Test("everything but address and beginning may be changed")
    func changed() throws {
        let before = try samples.add("a")
        try samples.add("b")
        let isThere = try register.change(source: before.address) { source in
            source.title = "T"
            source.publisher = Source(name: "N", kind: .agency, country: "CHL")
            source.state = .paused
            source.reason = "R"
            source.etag = "\"e\""
            source.lastModified = "Mon"
            source.digest = "d"
            source.next = 12.25
            source.interval = 900
            source.failures = 3
            source.failure = "F"
            source.lastAttempt = "2026-03-02T00:00:00Z"
            source.lastSuccess = "2026-03-01T00:00:00Z"
            source.lastNew = "2026-02-01T00:00:00Z"
        }
        #expect(isThere)
        var expected = before
        expected.title = "T"
        expected.publisher = Source(name: "N", kind: .agency, country: "CHL")
        expected.state = .paused
        expected.reason = "R"
        expected.etag = "\"e\""
        expected.lastModified = "Mon"
        expected.digest = "d"
        expected.next = 12.25
        expected.interval = 900
        expected.failures = 3
        expected.failure = "F"
        expected.lastAttempt = "2026-03-02T00:00:00Z"
        expected.lastSuccess = "2026-03-01T00:00:00Z"
        expected.lastNew = "2026-02-01T00:00:00Z"
        #expect(try samples.source("a") == expected)
        #expect(try samples.source("b").title == nil)
        // and back
        _ = try register.change(source: before.address) { $0 = before }
        #expect(try samples.source("a") == before)
    }

    @Test("each state is kept", arguments: WatchedSource.State.allCases)
    func states(state: WatchedSource.State) throws {
        let source = try samples.add("a")
        _ = try register.change(source: source.address) { $0.state = state }
        #expect(try samples.source("a").state == state)
    }

    @Test("what is not watched cannot be changed or taken away")
    func absent() throws {
        try samples.add("a")
        var isCalled = false
        #expect(try !register.change(source: "https://no.example") { _ in isCalled = true })
        #expect(!isCalled)
        #expect(try !register.unwatch("https://no.example"))
        #expect(try !register.unwatch(""))
        #expect(try register.watchedSources().count == 1)
    }

    @Test("a source is taken away with its pages, not with those of others")
    func unwatched() throws {
        let (a, b) = (try samples.add("a"), try samples.add("b"))
        try samples.find([
            WatchSamples.page("1", of: a), WatchSamples.page("2", of: a), WatchSamples.page("3", of: b),
        ])
        var result = WatchResult()
        result.filings = [filing("r")]
        _ = try register.store(result, at: "2026-03-02T08:00:00Z")
        #expect(try register.unwatch(a.address))
        #expect(try register.watchedSources().map(\.address) == [b.address])
        #expect(try samples.pages().map(\.identity) == ["3"])
        // its reports stay
        #expect(try register.holds([filing("r").document]) == [true])
        #expect(try !register.unwatch(a.address))
        // what it named may be named anew
        #expect(try samples.find([WatchSamples.page("1", of: b)]) == 1)
        // one that comes back begins anew
        let again = try samples.add("a")
        #expect(
            try register.watchedStandings(today: try #require(Day(iso: "2026-03-10"))).first { $0.source == again }?
                .waiting == 0)
    }

    @Test("addresses are told apart by every sign, and hold any text")
    func addresses() throws {
        let addresses = [
            "https://a.example", "https://a.example/", "HTTPS://a.example", "'; DROP TABLE watched; --",
            "\u{4E2D}\u{0301}", "",
        ]
        let sources = addresses.map { WatchedSource(address: $0, added: WatchSamples.added, next: 0) }
        #expect(try register.watch(sources).count == addresses.count)
        #expect(try Set(register.watchedSources().map(\.address)) == Set(addresses))
        for address in addresses { #expect(try register.unwatch(address)) }
        #expect(try register.watchedSources() == [])
    }

    @Test("what watch gives is what is stored")
    func given() throws {
        let given = try register.watch([WatchedSource(address: "https://a.example", added: WatchSamples.added, next: 0)]
        )
        let stored = try register.watchedSources()
        #expect(given == stored)
    }

    @Test("a source whose time is no number is not lost without a word")
    func noNumber() throws {
        let source = WatchedSource(address: "https://a.example", added: WatchSamples.added, next: .nan)
        #expect(throws: (any Error).self) { _ = try register.watch([source]) }
    }
}
