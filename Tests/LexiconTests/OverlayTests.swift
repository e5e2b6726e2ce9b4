import Diplomacy
import Testing

@testable import Lexicon

/// Tables of one's own lie over ours: their rows add, and take the place of rows that speak of the same.
@Suite struct OverlayTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    // MARK: - One line

    @Test func aNewPersonIsFoundByOneLine() throws {
        var tables = SmallTables()
        tables.overlay["persons/mine"] = SmallTables.table(
            "persons", ["doe-ann|Ann Doe||GEO|foreign-minister||2004-02-01|||own"])
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.personCount == 5)
        let entry = try #require(lexicon.find("Ann Doe").first)
        #expect(lexicon.find("Doe").map(\.index) == [entry.index])
        let georgia = try #require(lexicon.party(code: "GEO")).index
        let minister = try #require(lexicon.office(code: "foreign-minister")).index
        let found = lexicon.holders(party: georgia, office: minister, on: try day("2020-01-01"))
        #expect(found.map { lexicon.person($0.person).key } == ["doe-ann"])
        #expect(found.map { lexicon.origin(of: $0) } == [.init(table: "Mine/persons/mine.tsv", line: 3)])
        #expect(lexicon.holders(party: georgia, office: minister, on: try day("2004-01-31")).isEmpty)
    }

    /// The commonest line of all: somebody has taken office. Our open term ends on that day.
    @Test func aSuccessorEndsOurOpenTerm() throws {
        var tables = SmallTables()
        tables.persons += "\nroe-max|Max Roe||GEO|foreign-minister||2001-02-01|||own"
        tables.lay("persons", "doe-ann|Ann Doe||GEO|foreign-minister||2004-02-01|||own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        let georgia = try #require(lexicon.party(code: "GEO")).index
        let minister = try #require(lexicon.office(code: "foreign-minister")).index
        func holders(_ iso: String) throws -> [String] {
            lexicon.holders(party: georgia, office: minister, on: try day(iso)).map { lexicon.person($0.person).key }
        }
        #expect(try holders("2004-01-31") == ["roe-max"])
        #expect(try holders("2004-02-02") == ["doe-ann"])
    }

    /// Our term with an end of its own stays as it is, and clashes.
    @Test func aTermWithAnEndIsNotCutShort() {
        var tables = SmallTables()
        tables.persons += "\nroe-max|Max Roe||GEO|foreign-minister||2001-02-01|2006-03-01||own"
        tables.lay("persons", "doe-ann|Ann Doe||GEO|foreign-minister||2004-02-01|||own")
        #expect(tables.errors().count == 1)
    }

    @Test func aNewWordingOfAPartyIsFoundByOneLine() throws {
        var tables = SmallTables()
        tables.lay("party-names", "GBR|Whitehall|metonym|capital|own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.find("Whitehall").map { lexicon.partyCode($0.index) } == ["GBR"])
        #expect(lexicon.find("Downing Street").map { lexicon.partyCode($0.index) } == ["GBR"])
    }

    @Test func aNewInstrumentIsFoundByOneLine() throws {
        var tables = SmallTables()
        tables.lay("instruments", "LAKE-2001|Lake Treaty|treaty|FRA;GBR|treaty of the lakes|energy|own")
        let lexicon = try #require(tables.lexicon())
        for wording in ["Lake Treaty", "treaty of the lakes"] {
            let entry = try #require(lexicon.find(wording, in: .subjects).first)
            #expect(lexicon.instrument(entry.index).code == "LAKE-2001")
        }
    }

    @Test func aFurtherNameOfOurPersonIsFoundByOneLine() throws {
        var tables = SmallTables()
        tables.lay("person-names", "chirac-jacques|Jakob Chirak|own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.find("Jakob Chirak").map { lexicon.person($0.index).key } == ["chirac-jacques"])
    }

    // MARK: - The same code

    @Test func aPartyOfTheSameCodeReplacesOurs() throws {
        var tables = SmallTables()
        tables.lay("parties", "NATO|Atlantic Alliance|organisation|IGO|1949|||ours says less|own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.partyCount == 5)
        let party = try #require(lexicon.party(code: "NATO"))
        #expect(party.name == "Atlantic Alliance")
        #expect(party.kind == .organisation)
        #expect(party.note == "ours says less")
        #expect(lexicon.origin(of: party).table == "Mine/parties.tsv")
        #expect(lexicon.find("NATO").map(\.index) == [party.index])
    }

    @Test func anOfficeOfTheSameCodeReplacesOurs() throws {
        var tables = SmallTables()
        tables.lay("offices", "foreign-minister|External Affairs Minister|senior-official|GOV|many|own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.officeCount == 2)
        let office = try #require(lexicon.office(code: "foreign-minister"))
        #expect(office.title == "External Affairs Minister")
        #expect(office.level == .seniorOfficial)
        #expect(office.holders == .many)
        #expect(lexicon.find("foreign minister").map(\.index) == [office.index])
    }

    @Test func anInstrumentOfTheSameCodeReplacesOurs() throws {
        var tables = SmallTables()
        tables.add("instruments", "LAKE-2001|Lake Treaty|treaty|FRA;GBR|treaty of the lakes|energy|own")
        tables.add("instrument-events", "LAKE-2001|2001-03-04|signed|||own")
        tables.lay("instruments", "LAKE-2001|Lake Accord|agreement|FRA;GEO|accord of the lakes||own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.instrumentCount == 1)
        let instrument = try #require(lexicon.instrument(code: "LAKE-2001"))
        #expect(instrument.name == "Lake Accord")
        #expect(instrument.kind == .agreement)
        #expect(lexicon.codes(instrument.parties) == ["FRA", "GEO"])
        #expect(lexicon.find("treaty of the lakes", in: .subjects).isEmpty)
        #expect(lexicon.find("accord of the lakes", in: .subjects).count == 1)
        #expect(lexicon.events(of: instrument.index).map(\.date.iso) == ["2001-03-04"])
    }

    @Test func aSeriesOfTheSameCodeReplacesOurs() throws {
        var tables = SmallTables()
        tables.add("series", "LAKE-TALKS|Lake Talks|FRA;GBR|talks|lake dialogue||||own")
        tables.add("series-rounds", "LAKE-TALKS|1|2001-03-04||Paris|FRA|minister||own")
        tables.lay("series", "LAKE-TALKS|Lake Summits|FRA;GEO|summit|lake summit||||own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.seriesCount == 1)
        #expect(lexicon.series(0).name == "Lake Summits")
        #expect(lexicon.series(0).kind == .summit)
        #expect(lexicon.find("lake dialogue", in: .subjects).isEmpty)
        #expect(lexicon.rounds(of: 0).map(\.number) == [1])
    }

    @Test func aRegionOfTheSameCodeReplacesOurs() throws {
        var tables = SmallTables()
        tables.add("regions", "lakes|Lake Region|FRA;GBR|lake lands|own", "hills|Hill Region|GEO||own")
        tables.lay("regions", "lakes|Lake Region|FRA;GEO|lake country|own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        let regions = (0..<lexicon.regionCount).map { lexicon.region($0) }
        #expect(regions.map(\.code).sorted() == ["hills", "lakes"])
        #expect(regions.filter { $0.code == "lakes" }.map { lexicon.codes($0.members) } == [["FRA", "GEO"]])
        #expect(lexicon.find("lake lands", in: .subjects).isEmpty)
        #expect(lexicon.find("Lake Region", in: .subjects).count == 1)
    }

    @Test func eventsOfOnesOwnSpeakForTheWholeInstrument() throws {
        var tables = SmallTables()
        tables.add(
            "instruments", "LAKE-2001|Lake Treaty|treaty|FRA;GBR|||own", "HILL-2002|Hill Treaty|treaty|FRA;GEO|||own")
        tables.add(
            "instrument-events", "HILL-2002|2002-05-06|signed|||own", "LAKE-2001|2001-03-04|signed|||own",
            "LAKE-2001|2003-01-01|in-force|||own")
        tables.lay("instrument-events", "LAKE-2001|2001-04-05|signed|||own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        let lake = try #require(lexicon.instrument(code: "LAKE-2001")).index
        let hill = try #require(lexicon.instrument(code: "HILL-2002")).index
        #expect(lexicon.events(of: lake).map(\.date.iso) == ["2001-04-05"])
        #expect(lexicon.status(of: lake, on: try day("2010-01-01")) == "signed")
        #expect(lexicon.events(of: hill).map(\.date.iso) == ["2002-05-06"])
    }

    // MARK: - Terms

    /// Straw is Britain's foreign minister from 2001 to 2006-05 in our tables.
    @Test(arguments: [
        ("the same time, better known", "2001-06-08|2006-05-05", ["2001-06-08 2006-05-05"]),
        ("a part of the time", "2003-01-01|2004-01-01", ["2003-01-01 2004-01-01"]),
        ("a coarse time that may overlap", "2006-05|2008-02-02", ["2006-05-01 2008-02-02"]),
        ("all time", "|", ["- -"]),
        ("a time before", "1990-01-01|2000-12-31", ["1990-01-01 2000-12-31", "2001-01-01 2006-05-31"]),
        ("a time after", "2006-06-01|", ["2001-01-01 2006-05-31", "2006-06-01 -"]),
    ])
    func termsOfTheSamePersonAndOffice(what: String, dates: String, terms: [String]) throws {
        var tables = SmallTables()
        tables.lay("persons", "straw-jack|Straw/ Jack||GBR|foreign-minister||\(dates)||own")
        #expect(tables.errors() == [], "\(what)")
        let lexicon = try #require(tables.lexicon())
        let straw = try #require(lexicon.find("Straw").first).index
        let found = lexicon.terms(of: straw).map { lexicon.term($0) }
        #expect(found.map { "\($0.from?.iso ?? "-") \($0.to?.iso ?? "-")" } == terms, "\(what)")
    }

    @Test func termsOfAnotherPartyOrOfficeStay() throws {
        var tables = SmallTables()
        tables.lay(
            "persons", "straw-jack|Straw/ Jack||GBR|head-of-state||2001|2006||own",
            "straw-jack|Straw/ Jack||USA|foreign-minister||2001|2006||own")
        let lexicon = try #require(tables.lexicon())
        let straw = try #require(lexicon.find("Straw").first).index
        #expect(lexicon.terms(of: straw).count == 3)
    }

    @Test func twoRowsOfOnesOwnDoNotReplaceEachOther() throws {
        var tables = SmallTables()
        tables.lay(
            "persons", "straw-jack|Straw/ Jack||GBR|foreign-minister||2001|2003||own",
            "straw-jack|Straw/ Jack||GBR|foreign-minister||2003|2006||own")
        let lexicon = try #require(tables.lexicon())
        let straw = try #require(lexicon.find("Straw").first).index
        #expect(lexicon.terms(of: straw).map { lexicon.term($0).to?.iso } == ["2003-12-31", "2006-12-31"])
    }

    @Test func anOfficeWordingOfOnesOwnAddsItsScope() throws {
        var tables = SmallTables()
        tables.lay("office-names", "foreign-minister|foreign secretary|GEO|own")
        let lexicon = try #require(tables.lexicon())
        let scopes = lexicon.find("foreign secretary").flatMap { lexicon.codes(lexicon.scope($0)) }
        #expect(scopes.sorted() == ["GBR", "GEO"])
    }

    // MARK: - Mistakes

    @Test func aTableOfUnknownName() {
        var tables = SmallTables()
        tables.overlay["people"] = "# source: own = x\nperson|name|source"
        let errors = tables.errors()
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("Mine/people.tsv:0:0: error: expected one of the tables parties, ") == true)
        #expect(errors.first?.contains("found \"people\"; rename the file") == true)
        #expect(tables.builder().bytes == nil)
    }

    @Test func mistakesOfOnesOwnTablesNameThem() {
        var tables = SmallTables()
        tables.lay("party-names", "XYZ|Nowhere|name|capital|own")
        tables.lay("parties", "ESP|Spain|state|GOV|||||own", "ESP|Spain|state|GOV|||||own")
        #expect(
            tables.errors().map { $0.prefix { $0 != " " } } == ["Mine/parties.tsv:4:1:", "Mine/party-names.tsv:3:1:"])
    }

    @Test func aNewHolderBesideOursIsAMistake() {
        var tables = SmallTables()
        tables.lay("persons", "doe-ann|Ann Doe||GBR|foreign-minister||2003|2010||own")
        let errors = tables.errors()
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("Mine/persons.tsv:3:40: error: expected one holder") == true)
        #expect(errors.first?.contains("Data/persons/some.tsv:7") == true)
    }

    @Test func tablesOfOnesOwnDoNotStandInForOurs() throws {
        let inputs = SmallTables().inputs.filter { !$0.file.hasSuffix("/cues.tsv") }
        var builder = LexiconBuilder()
        let cues = SmallTables.input("Mine/cues.tsv", SmallTables().cues)
        #expect(throws: TableError.self) { try builder.compile(inputs, overlay: [cues]) }
        #expect(builder.errors.map(\.file) == ["cues.tsv"])
    }
}
