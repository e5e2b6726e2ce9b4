import Diplomacy
import Testing

@testable import Register

@Suite("How sources are doing")
struct WatchStandingTests {
    private let samples: WatchSamples

    init() throws { samples = try WatchSamples() }

    private func standing(_ name: String, today: String = "2026-03-20") throws -> WatchedStanding {
        let day = try #require(Day(iso: today))
        return try #require(
            try samples.register.watchedStandings(today: day).first { $0.source.address == WatchSamples.address(name) })
    }

    private func find(_ days: [String], of name: String) throws {
        let source = try samples.source(name)
        try samples.find(
            days.enumerated().map { number, day in
                WatchSamples.page("\(name)-\(number)", of: source, found: "\(day)T08:00:00Z")
            })
    }

    @Test("pages are counted by state, for each source its own")
    func counts() throws {
        let (a, b) = (try samples.add("a"), try samples.add("b"))
        try samples.find((0..<6).map { WatchSamples.page("a\($0)", of: a) } + [WatchSamples.page("b0", of: b)])
        var result = WatchResult()
        result.pages = try (0..<3).map { number in
            var page = try samples.page("a\(number)")
            page.state = number == 0 ? .lost : .read
            return page
        }
        _ = try samples.register.store(result, at: "2026-03-03T08:00:00Z")
        let first = try standing("a")
        #expect((first.waiting, first.read, first.lost) == (3, 2, 1))
        let second = try standing("b")
        #expect((second.waiting, second.read, second.lost) == (1, 0, 0))
        #expect(try first.source == samples.source("a"))
        #expect(first.source.id == a.id)
    }

    /// Days on which something was found, the day of asking, silence, longest silence, whether that is unusual.
    @Test(
        "silence",
        arguments: [
            ([], "2026-03-20", nil, nil, false), (["2026-03-10"], "2026-03-20", 10, nil, false),
            (["2026-03-10", "2026-03-11"], "2026-03-20", 9, nil, false),
            (["2026-03-10", "2026-03-11", "2026-03-12"], "2026-03-12", 0, 1, false),
            (["2026-03-10", "2026-03-11", "2026-03-12"], "2026-03-13", 1, 1, false),
            (["2026-03-10", "2026-03-11", "2026-03-12"], "2026-03-14", 2, 1, true),
            (["2026-03-01", "2026-03-08", "2026-03-10"], "2026-03-17", 7, 7, false),
            (["2026-03-01", "2026-03-08", "2026-03-10"], "2026-03-18", 8, 7, true),
            (["2026-03-10", "2026-03-01", "2026-03-08"], "2026-03-18", 8, 7, true),
            (["2026-03-10", "2026-03-10", "2026-03-10"], "2026-03-20", 10, nil, false),
            (["2025-12-31", "2026-01-01", "2026-03-01"], "2026-03-02", 1, 59, false),
            (["2026-02-28", "2026-03-01", "2026-03-02"], "2026-03-01", -1, 1, false),
        ] as [([String], String, Int?, Int?, Bool)])
    func silence(days: [String], today: String, silence: Int?, longest: Int?, isUnusual: Bool) throws {
        try samples.add("a")
        try samples.add("b")
        try find(days, of: "a")
        let standing = try standing("a", today: today)
        #expect(standing.silence == silence)
        #expect(standing.longestSilence == longest)
        #expect(standing.isUnusuallySilent == isUnusual)
        #expect(try self.standing("b", today: today).silence == nil)
    }

    @Test("what was found at a time that is none counts as a page, not as a day")
    func noTime() throws {
        let source = try samples.add("a")
        try samples.find([WatchSamples.page("1", of: source, found: "some day")])
        let standing = try standing("a")
        #expect(standing.waiting == 1)
        #expect(standing.silence == nil)
    }
}
