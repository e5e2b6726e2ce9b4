import Diplomacy
import Testing

@testable import Register

@Suite("What polling came to")
struct WatchStoreTests {
    private let samples: WatchSamples
    private var register: Register { samples.register }
    private let time = "2026-03-03T08:00:00Z"

    init() throws { samples = try WatchSamples() }

    @Test("nothing is stored of nothing")
    func nothing() throws {
        let (tally, found) = try register.store(WatchResult(), at: time)
        #expect(tally == FilingTally())
        #expect(found == 0)
    }

    @Test("pages that are found are there as they were named, once")
    func found() throws {
        let source = try samples.add("a")
        let page = WatchSamples.page("1", of: source, next: 4, item: "{\"id\":\"1\"}")
        #expect(try samples.find([page, page]) == 1)
        #expect(try samples.find([page, WatchSamples.page("2", of: source)]) == 1)
        var expected = page
        expected.id = try samples.page("1").id
        #expect(expected.id > 0)
        #expect(try samples.page("1") == expected)
        // named again, it stays as it was
        var other = page
        other.item = "{}"
        other.next = 99
        #expect(try samples.find([other]) == 0)
        #expect(try samples.page("1") == expected)
    }

    @Test("a page that two sources name is read once")
    func namedTwice() throws {
        let (a, b) = (try samples.add("a"), try samples.add("b"))
        #expect(try samples.find([WatchSamples.page("1", of: a), WatchSamples.page("1", of: b)]) == 1)
        #expect(try samples.find([WatchSamples.page("1", of: b), WatchSamples.page("2", of: b)]) == 1)
        let pages = try samples.pages()
        #expect(pages.map(\.identity) == ["1", "2"])
        #expect(pages.map(\.source) == [a.id, b.id])
    }

    @Test("a source's last new page is that of the step in which one was new")
    func lastNew() throws {
        let (a, b) = (try samples.add("a"), try samples.add("b"))
        #expect(a.lastNew == nil)
        func step(_ identities: [String], of source: WatchedSource, at time: String) throws -> [String?] {
            var result = WatchResult()
            result.sources = [try #require(try register.watchedSources().first { $0.id == source.id })]
            result.found = identities.map { WatchSamples.page($0, of: source) }
            _ = try register.store(result, at: time)
            return [try samples.source("a").lastNew, try samples.source("b").lastNew]
        }
        #expect(try step([], of: a, at: "2026-03-03T08:00:00Z") == [nil, nil])
        #expect(try step(["1"], of: a, at: "2026-03-04T08:00:00Z") == ["2026-03-04T08:00:00Z", nil])
        #expect(try step(["1"], of: a, at: "2026-03-05T08:00:00Z") == ["2026-03-04T08:00:00Z", nil])
        // what another has named is not new
        #expect(try step(["1"], of: b, at: "2026-03-06T08:00:00Z") == ["2026-03-04T08:00:00Z", nil])
        #expect(
            try step(["1", "2"], of: b, at: "2026-03-07T08:00:00Z") == ["2026-03-04T08:00:00Z", "2026-03-07T08:00:00Z"])
    }

    @Test("filings, problems, sources and pages are stored together")
    func together() throws {
        let source = try samples.add("a")
        try samples.find([WatchSamples.page("1", of: source)])
        var result = WatchResult()
        var page = try samples.page("1")
        page.state = .read
        page.etag = "\"e\""
        page.lastModified = "Mon"
        page.digest = "d"
        page.next = 77
        page.checks = 2
        page.failures = 1
        page.failure = "F"
        page.read = time
        page.item = nil
        var polled = source
        polled.lastSuccess = time
        polled.lastAttempt = time
        polled.next = 88
        polled.interval = 900
        result.pages = [page]
        result.sources = [polled]
        result.found = [WatchSamples.page("2", of: source)]
        result.filings = [filing("r"), filing("s")]
        result.problems = [Problem(input: "https://pages.example/3", line: 1, code: "c", message: "m")]
        let (tally, found) = try register.store(result, at: time)
        #expect(tally.new == 2)
        #expect(tally.failed == 1)
        #expect(found == 1)
        #expect(try samples.page("1") == page)
        polled.lastNew = time
        #expect(try samples.source("a") == polled)
        #expect(try register.holds([filing("r").document, filing("s").document]) == [true, true])
        // and the same again is nothing new
        let again = try register.store(result, at: "2026-03-04T08:00:00Z")
        #expect(again.tally.new == 0)
        #expect(again.tally.unchanged == 2)
        #expect(again.found == 0)
    }

    @Test("each state of a page is kept", arguments: WatchedPage.State.allCases)
    func states(state: WatchedPage.State) throws {
        let source = try samples.add("a")
        try samples.find([WatchSamples.page("1", of: source)])
        var page = try samples.page("1")
        page.state = state
        var result = WatchResult()
        result.pages = [page]
        _ = try register.store(result, at: time)
        #expect(try samples.page("1").state == state)
    }

    @Test("all or nothing: where a part cannot be stored, no part is")
    func atomic() throws {
        let source = try samples.add("a", next: 1)
        try samples.find([WatchSamples.page("1", of: source, next: 1)])
        let before = (try samples.source("a"), try samples.page("1"))
        var result = WatchResult()
        var (polled, page) = before
        polled.next = .nan
        page.next = 50
        page.state = .read
        result.filings = [filing("r")]
        result.problems = [Problem(input: "i", line: 1, code: "c", message: "m")]
        result.sources = [polled]
        result.pages = [page]
        result.found = [WatchSamples.page("2", of: source)]
        #expect(throws: RegisterError.self) { try register.store(result, at: time) }
        #expect(try samples.source("a") == before.0)
        #expect(try samples.pages() == [before.1])
        #expect(try register.holds([filing("r").document]) == [false])
        #expect(try register.state().reports == 0)
        // and what is sound is stored
        result.sources = []
        #expect(try register.store(result, at: time).tally.new == 1)
        #expect(try samples.page("1").state == .read)
    }

    @Test("a reader cannot store")
    func reader() throws {
        try samples.add("a")
        let reader = try Register(path: samples.folder.register, access: .read)
        #expect(try reader.watchedSources().count == 1)
        var result = WatchResult()
        result.filings = [filing("r")]
        #expect(throws: RegisterError.self) { try reader.store(result, at: time) }
        #expect(throws: RegisterError.self) { try reader.unwatch(WatchSamples.address("a")) }
        let source = WatchedSource(address: "https://b.example", added: time, next: 0)
        #expect(throws: RegisterError.self) { try reader.watch([source]) }
        #expect(throws: RegisterError.self) { try reader.change(source: WatchSamples.address("a")) { $0.next = 9 } }
        #expect(try samples.source("a").next == 0)
    }

    @Test("a source that was taken away while it was polled takes nobody's reports with it")
    func takenAwayMeanwhile() throws {
        let (a, b) = (try samples.add("a"), try samples.add("b"))
        _ = try register.unwatch(a.address)
        var result = WatchResult()
        result.sources = [a, b]
        result.found = [WatchSamples.page("1", of: a), WatchSamples.page("2", of: b)]
        result.filings = [filing("r")]
        let tally = try register.store(result, at: time).tally
        #expect(tally.new == 1)
    }

    @Test("a source that was paused while it was polled stays paused")
    func pausedMeanwhile() throws {
        var polled = try samples.add("a")
        _ = try register.change(source: polled.address) { source in
            source.state = .paused
            source.reason = "by hand"
        }
        polled.lastSuccess = time
        var result = WatchResult()
        result.sources = [polled]
        _ = try register.store(result, at: time)
        let state = try samples.source("a").state
        #expect(state == .paused)
    }

    @Test("many pages of many sources")
    func many() throws {
        let sources = try (0..<20).map { try samples.add("s\($0)", next: Double($0)) }
        let pages = sources.flatMap { source in
            (0..<100).map { WatchSamples.page("\(source.id)-\($0)", of: source, next: Double($0)) }
        }
        #expect(try samples.find(pages) == 2_000)
        #expect(try samples.find(pages) == 0)
        let due = try register.due(at: 49, limit: 300)
        #expect(due.pages.count == 300)
        #expect(due.pages.map { $0.next ?? -1 } == due.pages.map { $0.next ?? -1 }.sorted())
        #expect(due.pages.last?.next == 14)
        // of each source sixteen at most, so that none keeps the others waiting
        #expect(try register.due(at: 49, limit: 1000).pages.count == 320)
        #expect(due.sources.count == 20)
    }
}
