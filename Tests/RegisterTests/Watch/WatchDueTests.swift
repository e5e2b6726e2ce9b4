import Diplomacy
import Testing

@testable import Register

@Suite("What is due of that which is watched")
struct WatchDueTests {
    private let samples: WatchSamples
    private var register: Register { samples.register }

    init() throws { samples = try WatchSamples() }

    private func names(at now: Double, limit: Int = 100) throws -> [String] {
        try register.due(at: now, limit: limit).sources.map(\.address)
    }

    @Test("sources that have waited longest come first, of equals the older")
    func order() throws {
        for (name, next) in [("a", 30.0), ("b", 10), ("c", 20), ("d", 10), ("e", 40)] {
            try samples.add(name, next: next)
        }
        let all = ["b", "d", "c", "a", "e"].map(WatchSamples.address)
        #expect(try names(at: 40) == all)
        #expect(try names(at: 39.9) == Array(all.prefix(4)))
        #expect(try names(at: 10) == Array(all.prefix(2)))
        #expect(try names(at: 9.99) == [])
        #expect(try names(at: 100, limit: 3) == Array(all.prefix(3)))
        #expect(try names(at: 100, limit: 0) == [])
    }

    @Test("pages likewise, and the limit is for each kind")
    func pages() throws {
        let source = try samples.add("a", next: 0)
        try samples.add("b", next: 0)
        try samples.find(
            [("1", 30.0), ("2", 10), ("3", 20), ("4", 10)].map { WatchSamples.page($0, of: source, next: $1) })
        #expect(try register.due(at: 30, limit: 10).pages.map(\.identity) == ["2", "4", "3", "1"])
        #expect(try register.due(at: 29, limit: 10).pages.map(\.identity) == ["2", "4", "3"])
        let limited = try register.due(at: 30, limit: 1)
        #expect(limited.pages.map(\.identity) == ["2"])
        #expect(limited.sources.map(\.address) == [WatchSamples.address("a")])
    }

    @Test("a page that is asked no more is never due")
    func ended() throws {
        let source = try samples.add("a", next: 100)
        try samples.find([WatchSamples.page("1", of: source, next: nil)])
        #expect(try register.due(at: .infinity, limit: 10).pages == [])
        #expect(try register.nextDue() == 100)
    }

    @Test("of a paused source nothing is due; of one that is gone, its pages are")
    func states() throws {
        let source = try samples.add("a", next: 5)
        try samples.find([WatchSamples.page("1", of: source, next: 7)])
        func state(_ state: WatchedSource.State) throws -> ([String], [String], Double?) {
            _ = try register.change(source: source.address) { $0.state = state }
            let due = try register.due(at: 10, limit: 10)
            return (due.sources.map(\.address), due.pages.map(\.identity), try register.nextDue())
        }
        #expect(try state(.active) == ([source.address], ["1"], 5))
        #expect(try state(.paused) == ([], [], nil))
        #expect(try state(.gone) == ([], ["1"], 7))
        #expect(try state(.active) == ([source.address], ["1"], 5))
    }

    @Test("the next time is the least of all")
    func next() throws {
        let a = try samples.add("a", next: 50)
        #expect(try register.nextDue() == 50)
        try samples.add("b", next: 40)
        #expect(try register.nextDue() == 40)
        try samples.find([WatchSamples.page("1", of: a, next: 30.5), WatchSamples.page("2", of: a, next: nil)])
        #expect(try register.nextDue() == 30.5)
        var page = try samples.page("1")
        page.next = 45
        var result = WatchResult()
        result.pages = [page]
        _ = try register.store(result, at: WatchSamples.added)
        #expect(try register.nextDue() == 40)
        _ = try register.unwatch(WatchSamples.address("b"))
        #expect(try register.nextDue() == 45)
        _ = try register.unwatch(WatchSamples.address("a"))
        #expect(try register.nextDue() == nil)
    }

    @Test("times before 1970 and without end are times")
    func extremes() throws {
        try samples.add("a", next: -1e9)
        try samples.add("b", next: .infinity)
        try samples.add("c", next: 1e300)
        #expect(try names(at: 0) == [WatchSamples.address("a")])
        #expect(try names(at: .infinity).count == 3)
        #expect(try names(at: -.infinity) == [])
        #expect(try register.nextDue() == -1e9)
    }
}
