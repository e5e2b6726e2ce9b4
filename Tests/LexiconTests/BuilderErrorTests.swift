import Diplomacy
import Testing

@testable import Lexicon

/// Every mistake in a table is found, and its message says where it stands and what was expected.
@Suite struct BuilderErrorTests {
    @Test func theSmallTablesHaveNoMistake() {
        #expect(SmallTables().errors() == [])
        #expect(SmallTables().builder().bytes != nil)
    }

    @Test func aBadDateNamesFileLineAndColumn() {
        var tables = SmallTables()
        tables.persons += "\ncook-robin|Robin Cook||GBR|foreign-minister||1997-13|2001||own"
        #expect(
            tables.errors() == [
                "Data/persons/some.tsv:8:46: error: expected YYYY, YYYY-MM or YYYY-MM-DD, found \"1997-13\""
            ])
    }

    @Test(arguments: ["97", "1997-1", "1997-02-29", "1997-02-3", "May 1997", "1997-05-02-01", "1997-", "٢٠٠١"])
    func datesThatAreNone(date: String) {
        #expect(Table.interval(date[...]) == nil)
    }

    @Test(arguments: ["+200", "2001-+5", "2001-05-+2", "-200", " 2001", "2001 ", "2001-00", "2001-05-00", "0000", ""])
    func datesThatLookLikeOne(date: String) {
        #expect(Table.interval(date[...]) == nil)
    }

    @Test(arguments: [
        ("2001", "2001-01-01", "2001-12-31"), ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"), ("2001-12", "2001-12-01", "2001-12-31"),
        ("2001-05-02", "2001-05-02", "2001-05-02"), ("0999", "0999-01-01", "0999-12-31"),
    ])
    func datesOfYearMonthAndDay(date: String, first: String, last: String) {
        #expect(Lexicon.interval(date)?.first.iso == first)
        #expect(Lexicon.interval(date)?.last.iso == last)
    }

    @Test func anEndBeforeItsStart() {
        var tables = SmallTables()
        tables.persons += "\ncook-robin|Robin Cook||GBR|foreign-minister||2001-06|2001-05||own"
        let errors = tables.errors()
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("Data/persons/some.tsv:8:54: error: expected an end on or after") == true)
    }

    @Test func startAndEndWithinOneYearAgree() {
        var tables = SmallTables()
        tables.persons += "\ncook-robin|Robin Cook||GBR|foreign-minister||2001-06-08|2001||own"
        #expect(tables.errors() == [])
    }

    @Test func anUnknownParty() {
        var tables = SmallTables()
        tables.partyNames += "\nFRX|Frenchland|name|capital|own"
        #expect(
            tables.errors() == [
                "Data/party-names.tsv:13:1: error: expected a party code of parties.tsv, found \"FRX\"; "
                    + "add the party or mend the code"
            ])
    }

    @Test func anUnknownOffice() {
        var tables = SmallTables()
        tables.officeNames += "\nhead-of-stat|president of the republic||own"
        #expect(tables.errors().first?.hasPrefix("Data/office-names.tsv:7:1: error: expected an office code") == true)
    }

    @Test func anUnknownPartyInAScope() {
        var tables = SmallTables()
        tables.officeNames += "\nhead-of-state|king|GBR;ENG|own"
        #expect(tables.errors().first?.hasPrefix("Data/office-names.tsv:7:20: error: expected party codes") == true)
    }

    @Test func aMissingTab() {
        var tables = SmallTables()
        tables.issues += "\narms-control|arms reduction own"
        #expect(
            tables.errors() == [
                "Data/issues.tsv:6:0: error: expected 3 fields separated by tabs, found 2; a tab is missing or too many"
            ])
    }

    @Test func aSourceThatNobodyDeclared() {
        var tables = SmallTables()
        tables.cues += "\nverb.meet|meet|base|wikipedia"
        #expect(
            tables.errors() == [
                "Data/cues.tsv:6:21: error: expected a source that a line \"# source: KEY = ...\" declares, "
                    + "found \"wikipedia\""
            ])
    }

    @Test func aWrongHeader() {
        var tables = SmallTables()
        tables.issues = "# source: own = x\ncode|words|source\nenergy|oil|own"
        #expect(tables.errors().first?.hasPrefix("Data/issues.tsv:2:1: error: expected the header") == true)
    }

    @Test func aTableWithoutAHeader() {
        var tables = SmallTables()
        tables.issues = "# source: own = x"
        #expect(tables.errors().contains { $0.contains("expected a header row, found none") })
    }

    @Test func aTableThatIsNotThere() {
        let (builder, bytes) = SmallTables().builder(without: "cues")
        #expect(bytes == nil)
        #expect(builder.errors.map(\.file) == ["cues.tsv"])
    }

    @Test func aCodeTwice() {
        var tables = SmallTables()
        tables.parties += "\nFRA|French Republic|state|GOV|||||own"
        #expect(tables.errors().first?.hasPrefix("Data/parties.tsv:8:1: error: expected each code once") == true)
    }

    @Test(arguments: [("91", "2.3"), ("north", "2.3"), ("48.9", "181"), ("", "2.3"), ("nan", "2.3")])
    func coordinatesOffTheGlobe(latitude: String, longitude: String) {
        var tables = SmallTables()
        tables.places += "\nLyon|FRA|city|\(latitude)|\(longitude)|500000||own"
        #expect(tables.errors().count == 1)
    }

    @Test func wordsThatNoVocabularyHas() {
        var tables = SmallTables()
        tables.parties += "\nESP|Spain|kingdom|GOV|||||own"
        tables.partyNames += "\nFRA|Gaul|nickname|capital|own\nFRA|Gallia|name|upper|own"
        tables.offices += "\nking|King|top|GOV|one|contract"
        tables.persons += "\ncook-robin|Robin Cook||GBR|foreign-minister||1997|2001|former-ish|own"
        tables.places += "\nLyon|FRA|town|45.7|4.8|500000||own"
        tables.issues += "\noil|oil|own"
        tables.cues += "\nverb.meet|meeting|noun|own"
        let files = tables.errors().map { $0.prefix { $0 != ":" } }
        #expect(
            files == [
                "Data/parties.tsv", "Data/party-names.tsv", "Data/party-names.tsv", "Data/offices.tsv",
                "Data/persons/some.tsv", "Data/places.tsv", "Data/issues.tsv", "Data/cues.tsv",
            ])
    }

    @Test func aWordingWithoutAWord() {
        var tables = SmallTables()
        tables.issues += "\nenergy|-|own"
        #expect(tables.errors().first?.contains("expected a wording of at least one word") == true)
    }

    @Test func allMistakesAreKept() {
        var tables = SmallTables()
        tables.partyNames += "\nAAA|A|name|any|own\nBBB|B|name|any|own"
        tables.issues += "\noil|oil|own"
        #expect(tables.errors().count == 3)
    }
}
