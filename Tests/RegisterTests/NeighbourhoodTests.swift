import Corroboration
import Diplomacy
import GRDB
import Testing

@testable import Register

@Suite("What is grouped again")
struct NeighbourhoodTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private let folder: Folder

    init() throws { folder = try Folder() }

    private func register(_ name: String) throws -> Register {
        try Register(path: "\(folder.register)-\(name)", access: .write)
    }

    /// Reports of few people by few publishers, close in time, many without a day or without a date of their own.
    private func filings(_ dice: inout Dice) -> [Filing] {
        let people = [("Ann Lee", "USA"), ("Igor Petrov", "RUS"), ("Li Wen", "CHN")]
        let cities = [("Geneva", "CHE"), ("Oslo", "NOR")]
        return (0..<60).map { i in
            let day = Day(number: 20_500 + Int.random(in: 0..<40, using: &dice))
            let pair = people.shuffled(using: &dice).prefix(2)
            let city = cities[Int.random(in: 0..<2, using: &dice)]
            let isDated = Int.random(in: 0..<10, using: &dice) < 6
            let isPublished = Int.random(in: 0..<10, using: &dice) < 7
            let status: Status = [.held, .held, .held, .announced, .announced, .postponed][
                Int.random(in: 0..<6, using: &dice)]
            return filing(
                "r\(i)", day: isDated ? day.iso : nil, city: city.0, country: city.1, persons: Array(pair),
                published: isPublished ? day + (status == .announced ? -5 : 0) : nil,
                isReported: Int.random(in: 0..<10, using: &dice) < 7,
                source: "Paper \(Int.random(in: 0..<5, using: &dice))",
                kind: Int.random(in: 0..<6, using: &dice) == 0 ? .visit : .talks, status: status,
                days: Int.random(in: 1...2, using: &dice))
        }
    }

    @Test("batch by batch gives what all at once gives", arguments: 1...12)
    func batches(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let all = filings(&dice)
        let whole = try register("whole")
        _ = try whole.file(all, at: "2026-03-12T00:00:00Z")
        try whole.reconcile(at: "2026-03-12T00:00:00Z")
        let parts = try register("parts")
        var rest = all.shuffled(using: &dice)[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...9, using: &dice)
            _ = try parts.file(Array(rest.prefix(count)), at: "2026-03-12T00:00:00Z")
            // mostly as in the middle of an add; at the end as after it
            let learns = Int.random(in: 0..<4, using: &dice) == 0
            try parts.reconcile(at: "2026-03-12T00:00:00Z", learns: learns)
            rest = rest.dropFirst(count)
        }
        try parts.reconcile(at: "2026-03-12T00:00:00Z")
        let expected = try export(whole)
        #expect(expected.count > 5)
        #expect(try export(parts) == expected)
        #expect(try parts.differences(from: all.map { $0.coded().report }) == [])
        #expect(try parts.check(isDeep: true).faults == [])
        let pure = Corroborator().encounters(of: all.map { $0.coded().report })
        let stored = try parts.read { db in try String.fetchAll(db, sql: "SELECT id FROM encounter ORDER BY id") }
        #expect(stored == pure.map(\.id))
        for encounter in pure { #expect(try parts.encounter(encounter.id)?.encounter.relations == encounter.relations) }
    }

    @Test("the facts of a claim read back as they were written", arguments: 1...5)
    func packing(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 77)
        for facts in filings(&dice).flatMap({ $0.coded().report.facts }).compactMap({ $0 }) {
            let read = try #require(ClaimFacts(packed: facts.packed, key: facts.key))
            #expect(read.packed == facts.packed)
            #expect(read.role == facts.role)
            #expect(read.block == facts.block)
        }
        #expect(ClaimFacts(packed: "", key: ClaimKey(document: "d", ordinal: 0)) == nil)
        #expect(ClaimFacts(packed: "a\u{1F}b", key: ClaimKey(document: "d", ordinal: 0)) == nil)
    }

    @Test("a claim without a day does not tie its dyad together")
    func undated() throws {
        let register = try register("undated")
        let old = (0..<30).map { i in
            filing("old\(i)", day: Day(number: 10_000 + 30 * i).iso, published: Day(number: 10_000 + 30 * i))
        }
        _ = try register.file(
            old + [filing("undated", day: nil, published: Day(number: 12_000), isReported: false)],
            at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
        _ = try register.file([filing("new", day: Day(number: 12_010).iso)], at: "2026-03-13T00:00:00Z")
        try register.read { db in
            var near = try Neighbourhood(db)
            let pending = try Int64.fetchAll(
                db, sql: "SELECT claim.id FROM pending JOIN claim ON claim.report = pending.report")
            try near.gather(from: pending)
            #expect(near.moving.count == 2)
            #expect(near.standing.isEmpty)
        }
    }
}
