import Testing

@testable import Lexicon

/// Every fact leads back to the row that says it, and to what the head of the table says of its source.
@Suite struct OriginTests {
    let lexicon: Lexicon

    init() throws {
        var tables = SmallTables()
        tables.add("bodies", "Hill Guard||GEO|MIL|||own", "Lake Guard||GEO|MIL|||own")
        tables.add("agents", "miller|CVL|own", "ferryman|CVL|own")
        tables.add("instruments", "HILL|Hill Treaty|treaty|FRA|||own", "LAKE|Lake Treaty|treaty|FRA;GBR|||own")
        tables.add("instrument-events", "LAKE|2003|in-force|||own", "LAKE|2002|signed|||own")
        tables.add("series", "TALKS|Lake Talks|FRA;GBR|talks|||||own")
        tables.add("regions", "hills|Hill Region|GEO||own", "lakes|Lake Region|FRA;GBR||own")
        tables.further["persons/more"] = """
            # More terms of office.
            # source: almanac = An Almanac of Holders, second edition, public domain
            # source: own = what we read on the wall
            person|name|aliases|party|office|title|from|to|standing|source

            doe-ann|Ann Doe||GEO|head-of-state||2004|2008||almanac
            """
        lexicon = try #require(tables.lexicon())
    }

    @Test(arguments: [
        ("NATO", "Data/party-names.tsv", 9), ("head of state", "", 0),
        ("foreign secretary", "Data/office-names.tsv", 4),
        ("foreign secretaries", "Data/office-names.tsv", 4), ("Chirac", "Data/persons/some.tsv", 4),
        ("Galouzeau de Villepin", "Data/persons/some.tsv", 5), ("Villepin", "Data/persons/some.tsv", 5),
        ("Chequers Court", "Data/places.tsv", 3), ("Ann Doe", "Data/persons/more.tsv", 6),
    ])
    func rowsOfWordings(wording: String, table: String, line: Int) {
        let expected = table.isEmpty ? [] : [Lexicon.Origin(table: table, line: line)]
        #expect(lexicon.find(wording).map { lexicon.origin(of: $0) } == expected)
    }

    @Test func rowsOfFacts() throws {
        #expect(
            lexicon.origin(of: try #require(lexicon.party(code: "NATO"))) == .init(table: "Data/parties.tsv", line: 6))
        #expect(lexicon.origin(of: lexicon.place(1)) == .init(table: "Data/places.tsv", line: 4))
        #expect(lexicon.origin(of: lexicon.body(1)) == .init(table: "Data/bodies.tsv", line: 4))
        #expect(lexicon.origin(of: lexicon.agent(0)) == .init(table: "Data/agents.tsv", line: 3))
        let lake = try #require(lexicon.instrument(code: "LAKE"))
        #expect(lexicon.origin(of: lake) == .init(table: "Data/instruments.tsv", line: 4))
        let events = lexicon.events(of: lake.index).map { lexicon.origin(of: $0) }
        #expect(
            events == [
                .init(table: "Data/instrument-events.tsv", line: 4),
                .init(table: "Data/instrument-events.tsv", line: 3),
            ])
        #expect(lexicon.origin(of: lexicon.series(0)) == .init(table: "Data/series.tsv", line: 3))
        #expect(lexicon.origin(of: lexicon.region(1)) == .init(table: "Data/regions.tsv", line: 4))
        let villepin = try #require(lexicon.find("Villepin").first).index
        #expect(lexicon.terms(of: villepin).map { lexicon.origin(of: lexicon.term($0)).line } == [5, 6])
    }

    @Test func whatAHeadSaysOfASource() throws {
        let term = lexicon.term(lexicon.terms(of: try #require(lexicon.find("Ann Doe").first).index).lowerBound)
        #expect(term.source == "almanac")
        let table = lexicon.origin(of: term).table
        #expect(lexicon.source(term.source, in: table) == "An Almanac of Holders, second edition, public domain")
        #expect(lexicon.source("own", in: table) == "what we read on the wall")
        #expect(lexicon.source("own", in: "Data/persons/some.tsv") == "our own compilation")
        #expect(lexicon.source("contract", in: "Data/offices.tsv") == "levels of the contract")
    }

    @Test(arguments: [
        ("almanac", "Data/persons/some.tsv"), ("own", "Data/offices.tsv"), ("own", "persons/some.tsv"),
        ("", "Data/offices.tsv"), ("own", ""), ("Own", "Data/parties.tsv"),
    ])
    func sourcesThatNoHeadDeclares(key: String, table: String) {
        #expect(lexicon.source(key, in: table) == "")
    }

    @Test func tablesAreNamedInTheOrderOfReading() {
        let tables = lexicon.tables
        #expect(tables.count == 16)
        #expect(tables.first == "Data/parties.tsv")
        #expect(Set(tables).count == tables.count)
        let order = ["party-names", "offices", "persons/more", "persons/some", "instruments", "instrument-events"]
        let places = order.compactMap { name in tables.firstIndex(of: "Data/\(name).tsv") }
        #expect(places.count == order.count)
        #expect(places == places.sorted())
    }
}
