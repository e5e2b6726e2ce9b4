import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

@Suite("Searching the register")
struct SearchTests {
    private let folder: Folder
    private let register: Register

    /// Three encounters: Geneva in March (two reports that differ on the place), Paris in May, Oslo in 2024.
    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
        try add([
            filing("a", text: "They spoke of sanctions and of strategic stability."),
            filing("b", city: "Oslo", country: "NOR", text: "They spoke of fish."),
            filing(
                "c", day: "2026-05-01", city: "Paris", country: "FRA", text: "Stability, strategic or not.",
                persons: [("Zoë Ångström", "SWE"), ("Igor Petrov", "RUS")]),
            filing(
                "d", day: "2024-01-10", city: "Oslo", country: "NOR", persons: [("Li Na", "CHN"), ("Ann Lee", "USA")]),
        ])
    }

    private func add(_ filings: [Filing], at time: String = "2026-06-01T00:00:00Z") throws {
        _ = try register.file(filings, at: time)
        try register.reconcile(at: time)
    }

    /// The days of what a query finds, in order.
    private func found(_ text: String, order: SearchOrder = .date, in other: Register? = nil) throws -> [String] {
        let result = try (other ?? register).search(try SearchParser.query(text), order: order)
        #expect(result.count == result.hits.count)
        return result.hits.compactMap { $0.encounter.date?.iso }
    }

    private let march = "2026-03-10"
    private let may = "2026-05-01"
    private let old = "2024-01-10"

    @Test("words, phrases, beginnings, accents")
    func words() throws {
        #expect(try found("stability") == [may, march])
        #expect(try found("\"strategic stability\"") == [march])
        #expect(try found("sanc*") == [march])
        #expect(try found("STABILITY fish") == [march])
        #expect(try found("angstrom") == [may])
        #expect(try found("zzz OR fish") == [march])
        #expect(try found("stability -fish") == [may])
    }

    @Test("facets, alone and inside OR and NOT")
    func facets() throws {
        #expect(try found("dyad:RUS-USA") == [march])
        #expect(try found("dyad:USA-RUS") == [march])
        #expect(try found("party:usa") == [march, old])
        #expect(try found("person:\"ann lee\"") == [march, old])
        #expect(try found("person:lee") == [march, old])
        #expect(try found("person:\"lee igor\"") == [])
        #expect(try found("person:zoe*") == [may])
        #expect(try found("kind:talks NOT party:USA") == [may])
        #expect(try found("place:Paris OR place:nor") == [may, old])
        #expect(try found("disputed:yes") == [march])
        #expect(try found("disputed:place") == [march])
        #expect(try found("-disputed:yes") == [may, old])
        #expect(try found("source:\"paper c\"") == [may])
        #expect(try found("status:held medium:in-person") == [may, march, old])
        #expect(try found("origins:>1") == [march])
        #expect(try found("NOT origins:2") == [may, old])
    }

    @Test("days, alone and inside OR and NOT")
    func days() throws {
        #expect(try found("date:2026") == [may, march])
        #expect(try found("date:../2025") == [old])
        #expect(try found("date:2026-03-10/2026-03-10 stability") == [march])
        #expect(try found("date:2024 OR fish") == [march, old])
        #expect(try found("stability NOT date:2026-05") == [march])
        #expect(try found("NOT (date:2026-05 OR sanctions)") == [old])
        #expect(try found("published:2024-01") == [old])
        #expect(try found("added:2026-06-01") == [may, march, old])
        #expect(try found("added:../2026-05-31") == [])
    }

    @Test("orders")
    func orders() throws {
        try add([filing("e", day: "2025-01-01", persons: [("A", "FRA"), ("B", "DEU")])], at: "2026-07-01T00:00:00Z")
        #expect(try found("kind:talks", order: .added).first == "2025-01-01")
        #expect(try found("kind:talks", order: .origins).first == march)
        let few = try register.search(try SearchParser.query("kind:talks"), limit: 1)
        #expect(few.count == 4)
        #expect(few.hits.count == 1)
    }

    @Test("what much matches comes in the same order", arguments: [SearchOrder.added, .origins])
    func walked(_ order: SearchOrder) throws {
        try add([filing("e", day: "2025-01-01", persons: [("A", "FRA"), ("B", "DEU")])], at: "2026-07-01T00:00:00Z")
        for text in ["kind:talks", "date:2020/", "stability OR date:2025", "stability", "st* OR kind:talks"] {
            let query = try SearchParser.query(text)
            let all = try register.search(query, order, 2, mostCounted: 1000)
            let walked = try register.search(query, order, 2, mostCounted: 0)
            #expect(walked.hits.map(\.encounter.id) == all.hits.map(\.encounter.id))
            #expect(walked.hits.map(\.passage) == all.hits.map(\.passage))
            #expect(walked.isMore && !all.isMore)
        }
    }

    @Test("the passage shows what matched; without words there is none")
    func passages() throws {
        let hit = try #require(try register.search(try SearchParser.query("sanctions")).hits.first)
        #expect(hit.passage?.contains("of \u{1}sanctions\u{2} and") == true)
        #expect(try register.search(try SearchParser.query("party:SWE")).hits.first?.passage == nil)
    }

    @Test("the index follows changed, moved and withdrawn encounters")
    func follows() throws {
        try add([filing("c", day: "2026-05-02", text: "All new.", persons: [("Zoë Ångström", "SWE"), ("X", "RUS")])])
        #expect(try found("stability") == [march])
        #expect(try found("\"all new\" date:2026-05-02") == ["2026-05-02"])
        try add([filing("c", text: "Nothing.", persons: [("X", "RUS")])])
        #expect(try found("party:SWE") == [])
        let rows = try register.read { db in
            try ["facet", "search", "encounter"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
        }
        #expect(rows == [2, 2, 2])
    }

    private func index(_ register: Register) throws -> [String] {
        try register.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT facet.*, facets, person, office, place, series, source, says, text FROM facet
                    LEFT JOIN search ON search.rowid = facet.id ORDER BY encounter
                    """
            ).map { "\($0)" }
        }
    }

    @Test("the index is what it would be if it were made anew, whatever came in between")
    func consistent() throws {
        let days = ["2026-03-08", "2026-03-09", "2026-03-11", "2026-03-14", "2026-03-16"]
        let cities = [("Geneva", "CHE"), ("Oslo", "NOR"), ("Paris", "FRA")]
        var state: UInt64 = 5
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for step in 0..<60 {
            let (city, country) = cities[draw(3)]
            let id = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(draw(12))))
            let isAny = draw(6) > 0
            let report = filing(
                id, day: draw(8) == 0 ? nil : days[draw(days.count)], city: city, country: country,
                text: "Text \(step).",
                persons: isAny ? [("Ann Lee", "USA"), ("Igor Petrov", "RUS")] : [("Ann Lee", "USA")])
            try add([report], at: "2026-07-01T00:00:\(step + 10 > 59 ? 59 : step + 10)Z")
            let kept = try index(register)
            try register.write { try SearchIndex.fill($0) }
            #expect(try index(register) == kept)
        }
        let encounters = try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM encounter") }
        #expect(try index(register).count == encounters)
    }

    @Test("an index of another version is made anew")
    func anew() throws {
        let before = try found("stability OR date:2024")
        try register.write { db in
            try db.execute(sql: "DELETE FROM search; DELETE FROM facet; DELETE FROM derived")
        }
        #expect(try found("kind:talks") == [])
        try register.close()
        let again = try Register(path: folder.register, access: .write)
        #expect(try again.search(try SearchParser.query("kind:talks")).count == 3)
        #expect(try found("stability OR date:2024", in: again) == before)
    }

    @Test("a register that was made before there was a search is brought up to date by the next writer")
    func migrated() throws {
        let before = try ["stability", "disputed:yes", "date:2024"].map { try found($0) }
        try register.write { db in
            try db.execute(
                sql: """
                    DROP TABLE search; DROP TABLE facet; DROP TABLE derived; DROP TRIGGER encounter_gone;
                    DELETE FROM grdb_migrations WHERE identifier IN ('2 search', '6 brief');
                    """)
        }
        let error = #expect(throws: RegisterError.self) { try Register(path: folder.register, access: .read) }
        #expect(error?.message.contains("rapporteur add") == true)
        try register.close()
        let again = try Register(path: folder.register, access: .write)
        #expect(try ["stability", "disputed:yes", "date:2024"].map { try found($0, in: again) } == before)
    }

    @Test("whatever is asked, the answer is a result or a refusal in words")
    func anything() throws {
        var queries = ChanceQueries(seed: 7)
        var answered = 0
        for _ in 0..<3000 {
            let text = queries.next()
            let query: SearchQuery
            do {
                query = try SearchParser.query(text)
            } catch {
                #expect(error.code == .badQuery)
                continue
            }
            let result = try register.search(query)
            #expect(result.hits.count <= 3, "\(text)")
            answered += 1
        }
        #expect(answered > 200)
    }

    @Test(
        "a query and its denial share nothing and leave nothing out",
        arguments: [
            "stability", "date:2026", "party:USA OR date:2024", "fish date:2026-03", "origins:1", "-disputed:yes",
            "zzz",
        ])
    func complement(_ text: String) throws {
        let query = try SearchParser.query(text)
        let some = try register.ids(matching: query)
        let others = try register.ids(matching: .not(query))
        #expect(Set(some).isDisjoint(with: others))
        #expect(some.count + others.count == 3)
    }
}

@Suite("Looking an encounter up")
struct LookupTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
        try add(filing("b"))
        try add(filing("a"))
        try add(filing("a", text: "Another text."))
    }

    private func add(_ filing: Filing) throws {
        _ = try register.file([filing], at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
    }

    private func id() throws -> String {
        try #require(try register.ids(matching: try SearchParser.query("kind:talks")).first)
    }

    @Test("by its id, its beginning and an old id")
    func ids() throws {
        let id = try id()
        #expect(try register.presentIDs(beginning: String(id.prefix(8))) == [id])
        let old = try #require(try register.encounter(id)?.history.first?.encounter)
        #expect(old != id)
        #expect(try register.presentIDs(beginning: old) == [id])
        #expect(try register.presentIDs(beginning: "enc_zz") == [])
        #expect(try register.changes(of: old).last?.change == "became \(id)")
    }

    @Test("with its reports, their versions and the history")
    func view() throws {
        let view = try #require(try register.encounter(try id()))
        #expect(view.encounter.reports.map(\.document) == ["a", "b"])
        #expect(view.reports["a"]?.added.count == 2)
        #expect(view.reports["b"]?.source?.name == "Paper b")
        #expect(view.history.map(\.change).prefix(1) == ["new"])
        var line: Data?
        try register.exportEncounters { line = $0 }
        #expect(view.line == line)
        #expect(try register.encounter("enc_0")?.line == nil)
    }
}
