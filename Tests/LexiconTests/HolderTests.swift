import Diplomacy
import Testing

@testable import Lexicon

/// Two who hold an office of one holder at one time are a mistake, unless the rows say how that can be.
@Suite struct HolderTests {
    /// The errors of the small tables with rows added to those of persons, the first of them in line 8.
    func errors(_ rows: String...) -> [String] {
        var tables = SmallTables()
        tables.persons += rows.map { "\n" + $0 }.joined()
        return tables.errors()
    }

    @Test func twoHoldersAtOnceAreNamedWithPlaceAndRemedy() {
        // "doe-ann", "Ann Doe", "", "FRA", "foreign-minister", "" with a tab after each: 8 + 8 + 1 + 4 + 17 + 1 = 39
        #expect(
            errors("doe-ann|Ann Doe||FRA|foreign-minister||2005-05-01|2007-05-15||own") == [
                "Data/persons/some.tsv:8:40: error: expected one holder of FRA foreign-minister at a time, found "
                    + "Ann Doe from 2005-05-01 beside Michel Barnier (2004-03-31 to 2005-06-02, "
                    + "Data/persons/some.tsv:3); mend a date or mark the rows acting, disputed or joint"
            ])
    }

    @Test func theErrorStandsAtTheRowThatBeginsLater() {
        // "straw-jack", "Straw/ Jack", "", "GBR", "foreign-minister", "": 11 + 12 + 1 + 4 + 17 + 1 = 46
        let errors = errors("doe-ann|Ann Doe||GBR|foreign-minister||2000|2002-05||own")
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("Data/persons/some.tsv:7:47: error: expected one holder of GBR") == true)
        #expect(errors.first?.contains("found Straw Jack from 2001 beside Ann Doe (2000 to 2002-05,") == true)
        #expect(errors.first?.contains("Data/persons/some.tsv:8") == true)
    }

    @Test(arguments: [
        ("a day within", "GEO|foreign-minister||2004-12-24|2004-12-24|"),
        ("a month within", "GEO|foreign-minister||2004-06|2004-06|"),
        ("the whole of it", "GEO|foreign-minister||2003|2006|"),
        ("an end left open", "GEO|foreign-minister||2004-05-01||"),
        ("a start left open", "GEO|foreign-minister|||2004-12-31|"),
        ("both left open", "GEO|foreign-minister||||"),
        ("coarse dates that cannot agree", "GEO|foreign-minister||2004-04|2004-06|"),
        ("a title of its own", "GEO|foreign-minister|State Secretary|2004-05-01|2005-01-01|"),
        ("standing given as incumbent", "GEO|foreign-minister||2004-05-01|2005-01-01|incumbent"),
    ])
    func clashes(with what: String, row: String) {
        let errors = errors(
            "smith-bo|Bo Smith||GEO|foreign-minister||2004-03-31|2005-06-02||own", "doe-ann|Ann Doe||\(row)|own")
        #expect(errors.count == 1, "\(what)")
        #expect(errors.first?.contains("expected one holder of GEO foreign-minister") == true, "\(what)")
    }

    @Test(arguments: [
        ("a hand-over on one day", "GEO|foreign-minister||2005-06-02|2007|"),
        ("a hand-over on the first day", "GEO|foreign-minister||2001|2004-03-31|"),
        ("a year that may end before the month", "GEO|foreign-minister||2001|2004|"),
        ("a year that may begin after the day", "GEO|foreign-minister||2005|2007|"),
        ("a month that may begin after the day", "GEO|foreign-minister||2005-06|2007|"),
        ("the first day alone", "GEO|foreign-minister||2004-03-31|2004-03-31|"),
        ("the last day alone", "GEO|foreign-minister||2005-06-02|2005-06-02|"),
        ("one coarse year", "GEO|foreign-minister||2004|2004|"),
        ("a marked acting holder", "GEO|foreign-minister||2004-05-01|2005-01-01|acting"),
        ("a marked disputed holder", "GEO|foreign-minister||2004-05-01|2005-01-01|disputed"),
        ("a marked joint holder", "GEO|foreign-minister||2004-05-01|2005-01-01|joint"),
        ("another party", "GBR|head-of-state||2004-05-01|2005-01-01|"),
        ("another office", "GEO|head-of-state||2004-05-01|2005-01-01|"),
    ])
    func noClash(with what: String, row: String) {
        let errors = errors(
            "smith-bo|Bo Smith||GEO|foreign-minister||2004-03-31|2005-06-02||own", "doe-ann|Ann Doe||\(row)|own")
        #expect(errors == [], "\(what)")
    }

    @Test func aYearMayEndBeforeAMonthOfItBegins() {
        #expect(
            errors(
                "smith-bo|Bo Smith||GEO|foreign-minister||2001|2004||own",
                "doe-ann|Ann Doe||GEO|foreign-minister||2004-03|2006||own") == [])
    }

    @Test func theSamePersonTwiceIsNoClash() {
        #expect(errors("barnier-michel|Michel Barnier||FRA|foreign-minister|Envoy|2004-05-01|2005-01-01||own") == [])
    }

    @Test func eachOfSeveralIsNamed() {
        let errors = errors(
            "smith-bo|Bo Smith||GEO|foreign-minister||2004|2008||own",
            "doe-ann|Ann Doe||GEO|foreign-minister||2005|2008||own",
            "roe-cy|Cy Roe||GEO|foreign-minister||2006|2008||own")
        #expect(errors.map { $0.prefix(24) } == ["Data/persons/some.tsv:9:", "Data/persons/some.tsv:10"])
    }

    @Test func aJointHolderIsAnIncumbent() throws {
        var tables = SmallTables()
        tables.persons += "\ndoe-ann|Ann Doe||GEO|foreign-minister||2004|2005|joint|own"
        let lexicon = try #require(tables.lexicon())
        let person = try #require(lexicon.find("Ann Doe").first).index
        #expect(lexicon.terms(of: person).map { lexicon.term($0).standing } == [.incumbent])
    }

    /// Rows of two persons in one office at one time, with the office's kind and the titles of the rows.
    @Test(arguments: [
        ("one", "Head of Civil Intelligence", "Head of Military Intelligence", 1),
        ("title", "Head of Civil Intelligence", "Head of Military Intelligence", 0),
        ("title", "Head of Civil Intelligence", "Head of Civil Intelligence", 1),
        ("title", "", "", 1),
        ("title", "", "Intelligence Chief", 1),
        ("title", "", "Head of Civil Intelligence", 0),
        ("many", "Head of Civil Intelligence", "Head of Civil Intelligence", 0),
        ("many", "", "", 0),
    ])
    func officesOfSeveralHolders(holders: String, first: String, second: String, errors: Int) {
        var tables = SmallTables()
        tables.offices += "\nintelligence-chief|Intelligence Chief|senior-official|GOV|\(holders)|contract"
        tables.persons += "\ndoe-ann|Ann Doe||GEO|intelligence-chief|\(first)|2004|2008||own"
        tables.persons += "\nsmith-bo|Bo Smith||GEO|intelligence-chief|\(second)|2005|2009||own"
        #expect(tables.errors().count == errors)
    }

    @Test func anUnknownNumberOfHolders() {
        var tables = SmallTables()
        tables.offices += "\nintelligence-chief|Intelligence Chief|senior-official|GOV|two|contract"
        // "intelligence-chief", "Intelligence Chief", "senior-official", "GOV": 19 + 19 + 16 + 4 = 58
        #expect(
            tables.errors() == [
                "Data/offices.tsv:5:59: error: expected one of one, title, many, found \"two\""
            ])
    }
}
