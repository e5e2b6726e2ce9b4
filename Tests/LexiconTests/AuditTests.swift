import Diplomacy
import Testing

@testable import Lexicon

/// What may be right and somebody should know is found; clean tables give nothing.
@Suite struct AuditTests {
    /// The small tables, without the state that shares its name with another.
    static var clean: SmallTables {
        var tables = SmallTables()
        tables.partyNames = tables.partyNames.split(separator: "\n").filter { $0 != "USA|Georgia|name|capital|own" }
            .joined(separator: "\n")
        return tables
    }

    /// Findings as people see them, on the first day of 2010.
    func findings(_ tables: SmallTables) throws -> [String] {
        let (builder, bytes) = tables.builder()
        #expect(builder.errors.map(\.description) == [])
        #expect(bytes != nil)
        let today = try #require(Day(year: 2010, month: 1, day: 1))
        return builder.findings(today: today).map {
            "\($0.kind.rawValue) \($0.origin.table):\($0.origin.line) \($0.message)"
        }
    }

    /// Findings of the clean tables with rows added to those of persons, the first of them in line 8.
    func findings(persons rows: [String]) throws -> [String] {
        var tables = Self.clean
        tables.persons += rows.map { "\n" + $0 }.joined()
        return try findings(tables)
    }

    /// Expects one finding, that begins so and says these words.
    func expectOne(_ findings: [String], _ start: String, _ parts: String...) {
        #expect(findings.count == 1, "\(findings)")
        let found = findings.first ?? ""
        #expect(found.hasPrefix(start), "\(found)")
        for part in parts { #expect(found.contains(part), "\(found)") }
    }

    @Test func cleanTablesGiveNone() throws {
        #expect(try findings(Self.clean) == [])
    }

    @Test func theNamesOfTheKinds() {
        #expect(
            LexiconFinding.Kind.allCases.map(\.rawValue).sorted() == [
                "ambiguous-name", "duplicate-term", "gap", "impossible-date", "orphan", "person-key",
            ])
    }

    @Test func findingsComeByKindAndPlace() throws {
        var tables = SmallTables()
        tables.offices += "\nenvoy|Envoy|envoy|GOV|many|contract\nconsul|Consul|working|GOV|many|contract"
        tables.persons += "\nstraw-john|Jack Straw||GBR|head-of-state||2008|2009||own"
        #expect(
            try findings(tables).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "ambiguous-name Data/party-names.tsv:8", "orphan Data/offices.tsv:5", "orphan Data/offices.tsv:6",
                "person-key Data/persons/some.tsv:8",
            ])
    }

    // MARK: - Terms

    @Test(arguments: ["2004-05|2005|", "2004-03-31|2005-06-02|", "2005-01-01||", "2004-05-01|2005-01-01|joint"])
    func aTermGivenTwice(dates: String) throws {
        let row = "barnier-michel|Michel Barnier||FRA|foreign-minister|Minister of Foreign Affairs|\(dates)|own"
        expectOne(
            try findings(persons: [row]), "duplicate-term Data/persons/some.tsv:8 ", "Michel Barnier", "FRA",
            "Data/persons/some.tsv:3")
    }

    @Test(arguments: [
        "FRA|foreign-minister|Minister of Foreign Affairs|2005-06-02|2005-07-01",
        "FRA|foreign-minister|Minister of Foreign Affairs|2005|2005",
        "GEO|foreign-minister|Minister of Foreign Affairs|2004-05-01|2005-01-01",
        "GEO|head-of-state||2004-05-01|2005-01-01",
    ])
    func aTermOfItsOwn(fields: String) throws {
        #expect(try findings(persons: ["barnier-michel|Michel Barnier||\(fields)||own"]) == [])
    }

    @Test(arguments: ["Jack Straw", "Straw/ Jack", "Straw Jack", "JACK STRAW", "Jáck Straw"])
    func onePersonUnderTwoKeys(name: String) throws {
        let found = try findings(persons: ["straw-john|\(name)||GBR|head-of-state||2008|2009||own"])
        #expect(found.filter { $0.hasPrefix("person-key Data/persons/some.tsv:8 ") }.count == 1)
        #expect(found.filter { $0.hasPrefix("person-key ") }.count == 1)
        #expect(found.contains { $0.contains("straw-john") && $0.contains("straw-jack") })
    }

    @Test(arguments: [
        "straw-john|Jack Straw||GEO|head-of-state|", "straw-john|John Straw||GBR|head-of-state|",
        "straw-jack|Jack Straw||GBR|head-of-state|", "straw-jack|John Straw||GBR|head-of-state|",
    ])
    func keysThatAreRight(fields: String) throws {
        #expect(try findings(persons: ["\(fields)|2008|2009||own"]).filter { $0.hasPrefix("person-key") } == [])
    }

    @Test func twoPersonsUnderOneKey() throws {
        let found = try findings(persons: ["straw-jack|Ann Doe||GBR|head-of-state||2008|2009||own"])
        expectOne(found, "person-key Data/persons/some.tsv:8 ", "straw-jack")
    }

    @Test(arguments: [
        ("2011-01-03|", true), ("2012|", true), ("2010-12-31|", false), ("2009|2050", false),
        ("1947-12-01|", true), ("1940|", true), ("1946|2009-06", true), ("1949|", false), ("1946|2007", false),
        ("|2009", false), ("|", false),
    ])
    func datesThatCannotBe(dates: String, isFound: Bool) throws {
        let found = try findings(persons: ["doe-ann|Ann Doe||GEO|head-of-state||\(dates)||own"])
        if isFound {
            expectOne(found, "impossible-date Data/persons/some.tsv:8 ", "Ann Doe", "GEO")
        } else {
            #expect(found == [])
        }
    }

    @Test(arguments: [
        ("foreign-minister||2006-01-01|2007", true), ("foreign-minister||2006|2007", true),
        ("foreign-minister||2001|2001-11", true), ("foreign-minister||2005-07|2007", false),
        ("foreign-minister||2005-06-02|2007", false), ("foreign-minister||2002|2002-03", false),
        ("envoy||2009|", false), ("head-of-state||2007-06-01|2009", false), ("head-of-state||2008|2009", true),
        ("foreign-minister||2005|2007", false),
    ])
    func gapsBetweenTerms(term: String, isFound: Bool) throws {
        var tables = Self.clean
        tables.offices += "\nenvoy|Envoy|envoy|GOV|many|contract"
        tables.persons += "\nsmith-bo|Bo Smith||FRA|envoy||1999|2000||own"
        tables.persons += "\ndoe-ann|Ann Doe||FRA|\(term)||own"
        let found = try findings(tables)
        if isFound {
            // the finding stands at the term that comes after the gap
            let line = term.contains("2001") ? 5 : 9
            expectOne(found, "gap Data/persons/some.tsv:\(line) ", "FRA")
        } else {
            #expect(found == [])
        }
    }

    // MARK: - Orphans

    @Test func aPartyWithoutAWording() throws {
        var tables = Self.clean
        tables.parties += "\nESP|Spain|state|GOV|||||own"
        expectOne(try findings(tables), "orphan Data/parties.tsv:8 ", "ESP", "Spain", "party-names.tsv")
        tables.partyNames += "\nESP|Spain|name|capital|own"
        #expect(try findings(tables) == [])
    }

    @Test func anOfficeWithoutAHolder() throws {
        var tables = Self.clean
        tables.offices += "\nenvoy|Envoy|envoy|GOV|many|contract"
        expectOne(try findings(tables), "orphan Data/offices.tsv:5 ", "envoy")
        tables.persons += "\ndoe-ann|Ann Doe||GEO|envoy||2004|2008||own"
        #expect(try findings(tables) == [])
    }

    @Test func anInstrumentWithoutAnEvent() throws {
        var tables = Self.clean
        tables.add(
            "instruments", "LAKE|Lake Treaty|treaty|FRA;GBR|||own", "HILL|Hill Treaty|treaty|FRA;GEO|||own")
        tables.add("instrument-events", "LAKE|2001|signed|||own")
        expectOne(try findings(tables), "orphan Data/instruments.tsv:4 ", "HILL", "instrument-events.tsv")
        tables.add("instrument-events", "LAKE|2001|signed|||own", "HILL|2002|signed|||own")
        #expect(try findings(tables) == [])
    }

    @Test func aSeriesWithoutARound() throws {
        var tables = Self.clean
        tables.add("series", "LAKE|Lake Talks|FRA;GBR|talks|||||own")
        expectOne(try findings(tables), "orphan Data/series.tsv:3 ", "LAKE", "series-rounds.tsv")
        tables.add("series-rounds", "LAKE|1|2001||Paris|FRA|||own")
        #expect(try findings(tables) == [])
    }

    @Test func aSourceThatNoRowNames() throws {
        var tables = Self.clean
        tables.cues = "# source: spare = an almanac, public domain\n" + tables.cues
        expectOne(try findings(tables), "orphan Data/cues.tsv:1 ", "spare")
        tables.cues += "\nverb.meet|sees|third|spare"
        #expect(try findings(tables) == [])
    }

    // MARK: - Names

    @Test func aWordingOfTwoParties() throws {
        expectOne(
            try findings(SmallTables()), "ambiguous-name Data/party-names.tsv:8 ", "one wording of GEO, USA")
    }

    @Test func aFullNameOfTwoPersons() throws {
        let found = try findings(persons: [
            "doe-ann|Ann Doe||GEO|head-of-state||2004|2008||own", "doe-anna|Ann Doe||USA|head-of-state||2004|2008||own",
        ])
        expectOne(found, "ambiguous-name Data/persons/some.tsv:8 ", "doe-ann, doe-anna")
    }

    @Test(arguments: [
        "doe-bo|Bo Doe||USA|head-of-state||2004|2008||own", "doe-bo|Bo Doe|Doe|USA|head-of-state||2004|2008||own",
        "georgia-bo|Bo Georgia||USA|head-of-state||2004|2008||own",
    ])
    func aFamilyNameOfTwoIsNone(row: String) throws {
        #expect(try findings(persons: ["doe-ann|Ann Doe||GEO|head-of-state||2004|2008||own", row]) == [])
    }
}
