import Corroboration
import Diplomacy
import Testing

@testable import Register

@Suite("What became of the register since a time")
struct DigestTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filings: [Filing], at time: String) throws {
        _ = try register.file(filings, at: time)
        try register.reconcile(at: time)
    }

    private func official(_ id: String, of country: String, day: String, persons: [(String, String)]) -> Filing {
        filing(
            id, day: day, persons: persons,
            publisher: Source(name: "Ministry of \(country)", kind: .official, country: country))
    }

    @Test("tells what is new, what changed its course, and nothing from before")
    func moves() throws {
        let published = Day(iso: "2026-03-01")
        try add(
            [
                filing("a", day: "2026-03-20", published: published, status: .announced),
                filing("b", day: "2026-02-01", city: "Oslo", country: "NOR", published: published),
            ], at: "2026-03-02T00:00:00Z")
        let since = "2026-03-05"
        #expect(try register.digest(since: since, limit: 10).new.count == 0)
        try add(
            [
                filing("c", day: "2026-03-20", published: Day(iso: "2026-03-10"), status: .cancelled),
                filing(
                    "d", day: "2026-03-09", city: "Rome", country: "ITA", persons: [("A B", "ITA"), ("C D", "FRA")]),
                filing(
                    "e", day: "2026-03-15", city: "Bern", persons: [("E F", "CHE"), ("G H", "AUT")],
                    published: Day(iso: "2026-03-10"), status: .announced),
            ], at: "2026-03-11T00:00:00Z")
        let digest = try register.digest(since: since, limit: 10)
        #expect(digest.new.briefs.compactMap { $0.date?.iso } == ["2026-03-09"])
        #expect(digest.planned.briefs.compactMap { $0.date?.iso } == ["2026-03-15"])
        #expect(digest.moved.briefs.map(\.status) == [.cancelled])
        #expect(digest.ahead.compactMap { $0.date?.iso } == ["2026-03-15"])
        // those of another are left out
        let followed = try register.digest(since: since, of: .dyad(Dyad("ITA", "FRA")), limit: 10)
        #expect(followed.new.count == 1)
        #expect(followed.planned.count + followed.moved.count + followed.ahead.count == 0)
        #expect(try register.digest(since: "2026-03-12", limit: 10).new.count == 0)
    }

    @Test("a dispute is told when it opens and when it is gone")
    func disputes() throws {
        try add([filing("a")], at: "2026-03-11T00:00:00Z")
        try add([filing("b", city: "Oslo", country: "NOR")], at: "2026-03-12T00:00:00Z")
        #expect(try register.digest(since: "2026-03-12", limit: 10).disputed.count == 1)
        // the report is corrected
        try add([filing("b", text: "A corrected text.")], at: "2026-03-13T00:00:00Z")
        let digest = try register.digest(since: "2026-03-13", limit: 10)
        #expect(digest.settled.count == 1)
        #expect(digest.disputed.count == 0)
    }

    private func filler(_ id: String) -> Filing {
        filing(id, day: "2026-03-05", city: "Oslo", country: "NOR", persons: [("A B", "NOR"), ("C D", "SWE")])
    }

    @Test("a side that has readouts and gives none for a day is told, one that has none in the register is not")
    func oneSided() throws {
        let persons = [("Ann Lee", "USA"), ("Igor Petrov", "RUS")]
        let others = [("Ann Lee", "USA"), ("Li Na", "CHN")]
        try add(
            [
                official("u1", of: "USA", day: "2026-03-01", persons: persons),
                official("r1", of: "RUS", day: "2026-02-01", persons: persons),
                official("u2", of: "USA", day: "2026-03-02", persons: others),
                // the register's day is one by which three publishers were heard
                filler("n"), filler("o"), filler("p"),
            ], at: "2026-03-06T00:00:00Z")
        let oneSided = try register.digest(since: "2026-03-06", limit: 10).oneSided
        #expect(oneSided.map(\.told) == ["USA"])
        #expect(oneSided.map(\.silent) == ["RUS"])
        #expect(oneSided.first?.brief.date?.iso == "2026-03-01")
    }

    @Test("counts all and names some")
    func limit() throws {
        try add(
            (1...9).map { filing("r\($0)", day: "2026-0\($0)-10") }, at: "2026-10-01T00:00:00Z")
        let digest = try register.digest(since: "2026-10-01", limit: 4)
        #expect(digest.new.count == 9)
        #expect(digest.new.briefs.count == 4)
    }
}
