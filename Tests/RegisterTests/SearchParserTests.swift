import Corroboration
import Diplomacy
import Testing

@testable import Register

@Suite("The search language")
struct SearchParserTests {
    private func parse(_ text: String) throws -> SearchQuery {
        try SearchParser.query(text, partyCode: { ["Russia": "RUS", "China": "CHN"][$0] })
    }

    private func word(_ text: String) -> SearchQuery { .words(text, isPrefix: false) }

    private func day(_ iso: String) -> Day? { Day(iso: iso) }

    @Test("what stands side by side must all hold; OR binds less; NOT and - bind most")
    func tree() throws {
        #expect(try parse("a b") == .all([word("a"), word("b")]))
        #expect(try parse("a AND b") == .all([word("a"), word("b")]))
        #expect(try parse("a b OR c") == .any([.all([word("a"), word("b")]), word("c")]))
        #expect(try parse("a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
        #expect(try parse("NOT a b") == .all([.not(word("a")), word("b")]))
        #expect(try parse("-a -\"b c\"") == .all([.not(word("a")), .not(word("b c"))]))
        #expect(try parse("-(a b)") == .not(.all([word("a"), word("b")])))
        #expect(try parse("co-operation or") == .all([word("co-operation"), word("or")]))
        #expect(try parse("ORgan (NOT x)") == .all([word("ORgan"), .not(word("x"))]))
    }

    @Test("phrases and beginnings")
    func words() throws {
        #expect(try parse("\"one China principle\"") == word("one China principle"))
        #expect(try parse("nuclear*") == .words("nuclear", isPrefix: true))
        #expect(try parse("\"one chi\"*") == .words("one chi", isPrefix: true))
        #expect(try parse("12:30") == word("12:30"))
    }

    @Test("facets")
    func facets() throws {
        #expect(try parse("dyad:RUS-CHN") == .dyad(Dyad("CHN", "RUS")))
        #expect(try parse("dyad:Russia-China") == .dyad(Dyad("CHN", "RUS")))
        #expect(try parse("party:Russia") == .facet(.party, "RUS", isPrefix: false))
        #expect(try parse("Person:\"Wang Yi\"") == .facet(.person, "Wang Yi", isPrefix: false))
        #expect(try parse("person:wan*") == .facet(.person, "wan", isPrefix: true))
        #expect(try parse("issue:nuclear*") == .facet(.issue, "nuclear", isPrefix: true))
        #expect(try parse("-disputed:place") == .not(.facet(.disputed, "place", isPrefix: false)))
        let place = SearchQuery.any([.facet(.place, "Russia", isPrefix: false), .facet(.place, "RUS", isPrefix: false)])
        #expect(try parse("place:Russia") == place)
    }

    @Test("days: periods, intervals, open ends")
    func days() throws {
        let winter = SearchQuery.days(.date, first: day("2025-12-01"), last: day("2026-02-28"))
        #expect(try parse("date:2025-12/2026-02") == winter)
        #expect(try parse("date:2024-02") == .days(.date, first: day("2024-02-01"), last: day("2024-02-29")))
        #expect(try parse("published:2026") == .days(.published, first: day("2026-01-01"), last: day("2026-12-31")))
        #expect(try parse("added:2026-03-01/") == .days(.added, first: day("2026-03-01"), last: nil))
        #expect(try parse("date:../2026-03-01") == .days(.date, first: nil, last: day("2026-03-01")))
    }

    @Test(
        "numbers of origins",
        arguments: [
            (">1", 2...1_000_000_000), (">=2", 2...1_000_000_000), ("<3", 0...2), ("<=3", 0...3), ("=2", 2...2),
            ("2", 2...2), ("2..5", 2...5),
        ])
    func origins(_ text: String, _ range: ClosedRange<Int>) throws {
        #expect(try parse("origins:\(text)") == .origins(range))
    }

    @Test(
        "a wrong query is refused with the place",
        arguments: [
            ("", 1), ("   ", 4), ("a OR", 5), ("OR a", 1), ("a AND", 6), ("NOT", 4), ("(a", 1), ("a)", 2), ("()", 2),
            ("\"a", 1), ("a \"b", 3), ("*", 1), ("a*b", 2), ("a*", 1), ("person:w*", 8), ("&&", 1), ("foo:bar", 1),
            ("x person:", 10),
            ("dyad:RUS", 6),
            ("dyad:A-B-C", 6), ("kind:dance", 6), ("level:zz*", 7), ("date:2026-13", 6), ("date:2026-02-30", 6),
            ("date:26", 6), ("date:2026/2025", 6), ("date:/", 6), ("date:2026/2027/2028", 6), ("origins:x", 9),
            ("origins:<0", 9), ("origins:5..2", 9), ("origins:99999999999", 9), ("disputed:maybe", 10),
        ])
    func refusals(_ text: String, _ place: Int) {
        let error = #expect(throws: RegisterError.self) { try parse(text) }
        #expect(error?.code == .badQuery)
        #expect(error?.message.contains("at character \(place) of") == true, "\(error?.message ?? "")")
    }

    @Test("too long and too deep queries are refused")
    func limits() throws {
        let depth = SearchParser.deepest
        let nested = String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        #expect(try parse(nested) == word("a"))
        #expect(throws: RegisterError.self) { try parse("(" + nested + ")") }
        #expect(throws: RegisterError.self) { try parse(String(repeating: "-", count: depth + 1) + "a") }
        #expect(throws: RegisterError.self) { try parse(String(repeating: "a", count: SearchParser.longest + 1)) }
    }
}

/// Queries put together by chance, of pieces that matter to the language.
struct ChanceQueries {
    private var state: UInt64
    private static let pieces = [
        "a", "Żółć", "\"", "(", ")", " ", " OR ", " AND ", "NOT ", "-", "*", ":", "date:", "2026", "-02", "/", "..",
        "party:RUS", "dyad:", "RUS-CHN", "origins:", ">", "=", "kind:call", "person:", "disputed:yes", "\u{0}", "\n",
        "'", "{", "}", "+", "^", "NEAR", "\u{1F600}", "\u{301}", "中文", "%", ";", ",", "text", "\\",
    ]

    init(seed: UInt64) { state = seed }

    mutating func next() -> String {
        var text = ""
        for _ in 0..<(1 + draw(12)) { text += Self.pieces[draw(Self.pieces.count)] }
        return text
    }

    private mutating func draw(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
