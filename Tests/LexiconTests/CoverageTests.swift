import Diplomacy
import Testing

@testable import Lexicon

/// Shares of days, counted by hand: 2001-01-01 to 2001-04-10 are 31 + 28 + 31 + 10 = 100 days.
@Suite struct CoverageTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// A lexicon whose terms are these rows of party, office, title, from, to and standing.
    func lexicon(_ terms: [String]) throws -> Lexicon {
        var tables = SmallTables()
        let rows = terms.enumerated().map { i, term in "holder-\(i)|Holder \(["A", "B", "C", "D"][i % 4])o||\(term)|own"
        }
        tables.persons = SmallTables.table("persons", rows)
        #expect(tables.errors() == [])
        return try #require(tables.lexicon())
    }

    func coverage(_ terms: String...) throws -> LexiconCoverage {
        LexiconCoverage(try lexicon(terms), from: try day("2001-01-01"), to: try day("2001-04-10"))
    }

    /// Terms of France's foreign ministers, by from and to, and the days of the hundred that they cover.
    @Test(arguments: [
        (["2001-01-11|2001-01-20"], 10), (["2001-01-11|2001-01-11"], 1), (["|"], 100), (["2001-04-01|"], 10),
        (["|2001-01-31"], 31), (["1999|2001-01-05"], 5), (["2001-02|2001-02"], 28), (["2001-03|"], 41),
        (["2001|2001"], 100),
        (["2001-01-11|2001-01-20", "2001-01-16|2001-01-25"], 15),
        (["2001-01-11|2001-01-20", "2001-01-20|2001-01-25"], 15),
        (["2001-01-11|2001-01-20", "2001-01-21|2001-01-25"], 15),
        (["2001-01-11|2001-01-20", "2001-01-31|2001-02-01"], 12),
        (["2001-01-11|2001-01-30", "2001-01-12|2001-01-13", "2001-01-25|2001-02-02"], 23),
        (["2001-04-10|", "|2001-01-01"], 2),
        (["2000-01-01|2000-12-31", "2001-04-11|", "2001-01-02|2001-01-03"], 2),
    ])
    func daysOfAnOffice(terms: [String], days: Int) throws {
        let rows = terms.map { "FRA|foreign-minister||\($0)|acting" }
        let coverage = LexiconCoverage(try lexicon(rows), from: try day("2001-01-01"), to: try day("2001-04-10"))
        #expect(coverage.rows.map(\.party) == ["FRA"])
        let share = try #require(coverage.rows.first?.shares["foreign-minister"])
        #expect(abs(share - Double(days) / 100) < 1e-9)
        #expect(coverage.rows.first?.terms == terms.count)
    }

    @Test func aStateThatBeginsLaterIsMeasuredFromItsBeginning() throws {
        var tables = SmallTables()
        tables.parties = tables.parties.split(separator: "\n")
            .map { $0.hasPrefix("GEO|") ? "GEO|Georgia|state|GOV|2001-03-02||||own" : $0 }.joined(separator: "\n")
        // 30 days of March and 10 of April, of which 10 of March are covered
        tables.persons = SmallTables.table("persons", ["doe-ann|Ann Doe||GEO|foreign-minister||1999|2001-03-11||own"])
        let lexicon = try #require(tables.lexicon())
        let coverage = LexiconCoverage(lexicon, from: try day("2001-01-01"), to: try day("2001-04-10"))
        #expect(coverage.rows.map(\.name) == ["Georgia"])
        #expect(coverage.rows.first?.shares == ["foreign-minister": 0.25])
        let before = LexiconCoverage(lexicon, from: try day("2001-01-01"), to: try day("2001-03-01"))
        #expect(before.rows.isEmpty)
    }

    @Test func officesAndStatesAreApart() throws {
        let coverage = try coverage(
            "GBR|foreign-minister||2001-01-01|2001-02-19|", "GBR|head-of-state|||2001-03-01|",
            "FRA|head-of-state||1990|1995|", "NATO|head-of-state||||")
        #expect(coverage.rows.map(\.party) == ["FRA", "GBR"])
        #expect(coverage.rows.map(\.terms) == [1, 2])
        #expect(coverage.rows.first?.shares == [:])
        let britain = try #require(coverage.rows.last).shares
        // 31 + 19 days; 31 + 28 + 1 days
        #expect(britain == ["foreign-minister": 0.5, "head-of-state": 0.6])
    }

    @Test func rowsAreSortedByName() throws {
        let coverage = try coverage(
            "USA|head-of-state||||", "GBR|head-of-state||||", "GEO|head-of-state||||", "FRA|head-of-state||||")
        #expect(coverage.rows.map(\.name) == ["France", "Georgia", "United Kingdom", "United States"])
    }

    @Test func statesWithAShare() throws {
        let coverage = try coverage(
            "GBR|foreign-minister||2001-01-01|2001-02-19|", "FRA|foreign-minister||2001-04-01||",
            "GEO|foreign-minister||||", "USA|head-of-state||||")
        for (share, states) in [(0.0, 4), (0.05, 3), (0.1, 3), (0.11, 2), (0.5, 2), (0.51, 1), (1.0, 1), (1.01, 0)] {
            #expect(coverage.states(office: "foreign-minister", atLeast: share) == states, "\(share)")
        }
        #expect(coverage.states(office: "head-of-state", atLeast: 0.5) == 1)
        #expect(coverage.states(office: "chairman", atLeast: 0.01) == 0)
    }

    @Test func otherOfficesCountAsTermsAlone() throws {
        var tables = SmallTables()
        tables.offices += "\nenvoy|Envoy|envoy|GOV|many|contract"
        tables.persons = SmallTables.table("persons", ["doe-ann|Ann Doe||GEO|envoy|||||own"])
        let lexicon = try #require(tables.lexicon())
        let coverage = LexiconCoverage(lexicon, from: try day("2001-01-01"), to: try day("2001-04-10"))
        #expect(coverage.rows.map(\.terms) == [1])
        #expect(coverage.rows.map(\.shares) == [[:]])
    }

    @Test(arguments: [
        ([], 0), ([0..<10], 10), ([-5..<5], 5), ([-5..<0], 0), ([3..<5, 0..<2], 4), ([0..<5, 5..<7], 7),
        ([0..<9, 1..<2, 3..<4], 9), ([0..<4, 2..<6, 5..<8], 8), ([0..<4, 0..<4], 4),
    ])
    func daysOfAUnion(ranges: [Range<Int>], days: Int) {
        #expect(LexiconCoverage.covered(ranges, from: 0) == days)
    }

    // MARK: - Counts

    @Test func countsByOfficeDecadeAndSource() throws {
        var tables = SmallTables()
        tables.persons += "\ndoe-ann|Ann Doe||GEO|head-of-state||1989-12-31|1990||almanac"
        tables.persons += "\nroe-cy|Cy Roe||USA|head-of-state|||||almanac"
        tables.persons = "# source: almanac = a book\n" + tables.persons
        #expect(tables.errors() == [])
        let counts = LexiconCounts(try #require(tables.lexicon()))
        #expect(counts.termsByOffice.map(\.office) == ["head-of-state", "foreign-minister"])
        #expect(counts.termsByOffice.map(\.count) == [4, 3])
        #expect(counts.termsByDecade.map(\.decade) == ["1980s", "1990s", "2000s", "unknown"])
        #expect(counts.termsByDecade.map(\.count) == [1, 1, 4, 1])
        #expect(counts.termsBySource.map(\.source) == ["own", "almanac"])
        #expect(counts.termsBySource.map(\.count) == [5, 2])
    }

    @Test func equalCountsAreSortedByName() throws {
        let lexicon = try lexicon(["GEO|head-of-state||2001||", "GEO|foreign-minister||2001||"])
        #expect(LexiconCounts(lexicon).termsByOffice.map(\.office) == ["foreign-minister", "head-of-state"])
    }

    @Test func kindsAreCounted() throws {
        var tables = SmallTables()
        tables.add("members", "NATO|FRA|member|||own", "NATO|GBR|member|||own")
        tables.add("bodies", "Lake Guard||GEO|MIL|||own")
        tables.add("agents", "ferryman|CVL|own", "miller|CVL|own", "smith|CVL|own")
        tables.add("cities", "Lyon|FRA|city|45.7|4.8|500000||own")
        tables.add("instruments", "LAKE|Lake Treaty|treaty|FRA;GBR|||own")
        tables.add("instrument-events", "LAKE|2001|signed|||own", "LAKE|2002|in-force|||own")
        tables.add("series", "TALKS|Lake Talks|FRA;GBR|talks|||||own")
        tables.further["series-rounds"] = SmallTables.table(
            "series-rounds", (1...4).map { "TALKS|\($0)|2001||Paris|FRA|||own" })
        tables.add("regions", "lakes|Lake Region|FRA;GBR||own")
        #expect(tables.errors() == [])
        let kinds = LexiconCounts(try #require(tables.lexicon())).kinds
        let counts = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0.count) })
        let expected = [
            "parties: state": 4, "parties: alliance": 1, "parties: armed-group": 0, "persons": 4, "terms of office": 5,
            "kinds of office": 2, "memberships": 2, "institutions": 1, "nouns for actors": 3, "places": 3,
            "instruments": 1, "events of instruments": 2, "standing dialogues": 1, "rounds of dialogues": 4,
            "regions": 1,
        ]
        for (name, count) in expected { #expect(counts[name] == count, "\(name)") }
        #expect(kinds.count { $0.name.hasPrefix("parties: ") } == 8)
    }
}
