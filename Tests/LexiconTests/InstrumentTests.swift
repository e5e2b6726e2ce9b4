import Diplomacy
import Testing

@testable import Lexicon

/// How a treaty stands on a day, and between whom.
@Suite struct InstrumentTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// The lexicon of one instrument: its parties, and rows of date, event and parties.
    func lexicon(_ parties: String, _ events: [String]) throws -> Lexicon {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Lake Treaty|treaty|\(parties)|||own")
        tables.further["instrument-events"] = SmallTables.table("instrument-events", events.map { "LAKE|\($0)||own" })
        #expect(tables.errors() == [])
        return try #require(tables.lexicon())
    }

    func status(_ parties: String, _ events: [String], on iso: String) throws -> String {
        try lexicon(parties, events).status(of: 0, on: day(iso))
    }

    func parties(_ parties: String, _ events: [String], on iso: String) throws -> [String] {
        let lexicon = try lexicon(parties, events)
        return lexicon.codes(lexicon.parties(of: 0, on: try day(iso))).sorted()
    }

    // MARK: - Status

    @Test(arguments: [
        ("2001-03-03", "not-yet"), ("2001-03-04", "signed"), ("2001-12-31", "signed"), ("2002-01-01", "in-force"),
        ("2005-06-06", "in-force"), ("2005-06-07", "suspended"), ("2006-01-01", "suspended"),
        ("2006-01-02", "in-force"), ("2008-08-08", "in-force"), ("2011-12-31", "in-force"),
        ("2012-01-01", "expired"), ("2030-01-01", "expired"),
    ])
    func aTreatyOfTwoThroughItsLife(iso: String, expected: String) throws {
        let events = [
            "2012-01-01|expired|", "2001-03-04|signed|", "2002-01-01|in-force|", "2005-06-07|suspended|FRA",
            "2006-01-02|resumed|FRA", "2007-07-07|extended|", "2008-08-08|withdrawal-announced|GBR",
            "2009-09-09|breached-declared|GBR",
        ]
        #expect(try status("FRA;GBR", events, on: iso) == expected)
    }

    @Test(arguments: [
        ("adopted", "adopted"), ("provisional", "provisional"), ("in-force", "in-force"), ("suspended", "suspended"),
        ("terminated", "terminated"), ("collapsed", "collapsed"), ("superseded", "superseded"),
        ("withdrew", "terminated"), ("extended", "signed"), ("withdrawal-announced", "signed"),
        ("breached-declared", "signed"),
    ])
    func whatAllDoToIt(event: String, expected: String) throws {
        for parties in ["FRA;GBR", "FRA;GBR;GEO", ""] {
            #expect(try status(parties, ["2001-03-04|signed|", "2004-04-04|\(event)|"], on: "2005-01-01") == expected)
        }
    }

    @Test(arguments: [("suspended", "suspended"), ("withdrew", "terminated")])
    func whatOneOfTwoDoesToIt(event: String, expected: String) throws {
        let events = ["2001-03-04|signed|", "2002-01-01|in-force|", "2004-04-04|\(event)|GBR"]
        #expect(try status("FRA;GBR", events, on: "2004-04-03") == "in-force")
        #expect(try status("FRA;GBR", events, on: "2004-04-04") == expected)
    }

    @Test(arguments: ["FRA;GBR;GEO", ""], ["suspended", "withdrew", "acceded"])
    func whatOneOfManyDoesLeavesItInForce(parties: String, event: String) throws {
        let events = ["1999-05-05|adopted|", "2000|in-force|", "2004-04-04|\(event)|GBR"]
        #expect(try status(parties, events, on: "2010-01-01") == "in-force")
    }

    @Test func oneOfManyDoesNotResumeForAll() throws {
        let events = ["2000-01-01|in-force|", "2004-04-04|suspended|", "2005-05-05|resumed|GBR"]
        #expect(try status("FRA;GBR;GEO", events, on: "2005-05-06") == "suspended")
        #expect(try status("FRA;GBR", events, on: "2005-05-06") == "in-force")
    }

    @Test func aLateSignatureLeavesItInForce() throws {
        let events = ["1999-05-05|signed|", "2000-01-01|in-force|", "2004-04-04|signed|GEO"]
        #expect(try status("FRA;GBR;GEO", events, on: "2004-04-05") == "in-force")
    }

    @Test func aLateSignatureDoesNotEndASuspension() throws {
        let events = ["2000-01-01|in-force|", "2003-03-03|suspended|", "2004-04-04|signed|GEO"]
        #expect(try status("FRA;GBR;GEO", events, on: "2004-04-05") == "suspended")
    }

    @Test func signatureAndEntryIntoForceOnOneDay() throws {
        #expect(try status("FRA;GBR", ["2001-03-04|in-force|", "2001-03-04|signed|"], on: "2001-03-04") == "in-force")
    }

    @Test(arguments: [
        ("1999-12-31", "adopted"), ("2000-01-01", "in-force"), ("2003-05-31", "in-force"), ("2003-06-01", "collapsed"),
    ])
    func anEventOfAMonthOrYearCountsFromItsFirstDay(iso: String, expected: String) throws {
        let events = ["1999-05|adopted|", "2000|in-force|", "2003-06|collapsed|"]
        #expect(try status("FRA;GBR;GEO", events, on: iso) == expected)
    }

    @Test func anEndKnownByItsYearIsNotUndoneByWhatWentBefore() throws {
        let events = ["2001-01-01|in-force|", "2019-02-02|suspended|", "2019|terminated|"]
        #expect(try status("FRA;GBR", events, on: "2020-01-01") == "terminated")
    }

    @Test func anInstrumentWithoutEventsIsNotYet() throws {
        #expect(try status("FRA;GBR", [], on: "2020-01-01") == "not-yet")
    }

    // MARK: - Parties

    /// The table gives the parties of today: Britain has left, the United States have joined.
    @Test(arguments: [
        ("1990-01-01", ["FRA", "GBR", "GEO"]), ("2003-03-02", ["FRA", "GBR", "GEO"]), ("2003-03-03", ["FRA", "GEO"]),
        ("2004-04-03", ["FRA", "GEO"]), ("2004-04-04", ["FRA", "GEO", "USA"]), ("2020-01-01", ["FRA", "GEO", "USA"]),
    ])
    func partiesByDate(iso: String, expected: [String]) throws {
        let events = ["1999-05-05|adopted|", "2004-04-04|acceded|USA", "2003-03-03|withdrew|GBR"]
        #expect(try parties("FRA;GEO;USA", events, on: iso) == expected)
    }

    @Test func aPartyOfTheTableThatLeftIsGoneAfterItsDay() throws {
        let events = ["1999-05-05|signed|", "2003-03-03|withdrew|GBR"]
        #expect(try parties("FRA;GBR;GEO", events, on: "2003-03-02") == ["FRA", "GBR", "GEO"])
        #expect(try parties("FRA;GBR;GEO", events, on: "2003-03-03") == ["FRA", "GEO"])
    }

    @Test func whoJoinedIsAPartyWhetherTheTableKnowsOrNot() throws {
        let events = ["1999-05-05|signed|", "2004-04-04|acceded|USA"]
        #expect(try parties("FRA;GEO", events, on: "2004-04-03") == ["FRA", "GEO"])
        #expect(try parties("FRA;GEO", events, on: "2004-04-04") == ["FRA", "GEO", "USA"])
    }

    @Test(
        arguments: ["FRA;GBR;GEO", "FRA;GEO"],
        [
            ("1999-06-01", true), ("2003-03-03", false), ("2006-06-05", false), ("2006-06-06", true),
            ("2020-01-01", true),
        ])
    func whoLeftAndCameBackIsAPartyAgain(table: String, on date: (iso: String, isParty: Bool)) throws {
        let events = ["1999-05-05|signed|", "2003-03-03|withdrew|GBR", "2006-06-06|acceded|GBR"]
        #expect(try parties(table, events, on: date.iso).contains("GBR") == date.isParty)
    }

    @Test(arguments: ["2000-01-01", "2004-04-03", "2004-04-04", "2020-01-01"])
    func theListOfNearlyAllStatesStaysEmpty(iso: String) throws {
        let events = ["1999-05-05|adopted|", "2004-04-04|withdrew|GBR", "2005-05-05|acceded|GEO"]
        #expect(try parties("", events, on: iso) == [])
    }

    @Test func whatSuspendsLeavesTheParties() throws {
        let events = ["1999-05-05|signed|", "2003-03-03|suspended|GBR", "2004-04-04|terminated|"]
        #expect(try parties("FRA;GBR;GEO", events, on: "2005-01-01") == ["FRA", "GBR", "GEO"])
    }

    // MARK: - Rows

    @Test func rowsComeBack() throws {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Lake Treaty|memorandum|GBR;FRA|lake pact;LKT|energy;arms-control|own")
        tables.add(
            "instrument-events", "LAKE|2003|suspended|GBR|after a quarrel over fish|own", "LAKE|2001-03|signed|||own")
        let lexicon = try #require(tables.lexicon())
        let instrument = try #require(lexicon.instrument(code: "LAKE"))
        #expect(instrument.name == "Lake Treaty")
        #expect(instrument.kind == .memorandum)
        #expect(lexicon.codes(instrument.parties) == ["GBR", "FRA"])
        #expect(instrument.issues == ["energy", "arms-control"])
        let events = lexicon.events(of: instrument.index)
        #expect(events.map(\.event) == [.signed, .suspended])
        #expect(events.map(\.date.iso) == ["2001-03", "2003"])
        #expect(events.map(\.date.end.iso) == ["2001-03-31", "2003-12-31"])
        #expect(events.map { lexicon.codes($0.parties) } == [[], ["GBR"]])
        #expect(events.map(\.note) == ["", "after a quarrel over fish"])
        #expect(events.map { lexicon.origin(of: $0).line } == [4, 3])
        #expect(lexicon.instrument(code: "lake") == nil)
    }

    /// A row of instruments that is wrong, and the field that is named with what was found.
    @Test(arguments: [
        ("SEA|Sea Pact|pact|FRA;GBR|||own", ":4:14:", "expected one of treaty, agreement, ", "found \"pact\""),
        ("SEA|Sea Pact|treaty|FRA;ENG|||own", ":4:21:", "expected a party code", "found \"ENG\""),
        ("SEA|Sea Pact|treaty|FRA||energy;fish|own", ":4:26:", "expected issues of the contract", "fish"),
        ("LAKE|Sea Pact|treaty|FRA|||own", ":4:1:", "expected each code once", "merge the rows"),
        ("SEA|-|treaty|FRA|||own", ":4:", "expected a wording of at least one word", "found \"-\""),
    ])
    func mistakesInInstruments(row: String, place: String, expected: String, found: String) {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Lake Treaty|treaty|FRA;GBR|||own", row)
        expectOne(tables.errors(), "Data/instruments.tsv" + place, expected, found)
    }

    @Test(arguments: [
        ("POND|2001-03-04|signed|||own", ":3:1:", "expected an instrument of instruments.tsv", "found \"POND\""),
        ("LAKE|2001-3|signed|||own", ":3:6:", "expected YYYY, YYYY-MM or YYYY-MM-DD", "found \"2001-3\""),
        ("LAKE||signed|||own", ":3:6:", "expected YYYY, YYYY-MM or YYYY-MM-DD", "found \"\""),
        ("LAKE|2001|ratified|||own", ":3:11:", "in-force, extended, suspended", "found \"ratified\""),
        ("LAKE|2001|signed|ENG||own", ":3:18:", "expected a party code", "found \"ENG\""),
    ])
    func mistakesInTheirEvents(row: String, place: String, expected: String, found: String) {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Lake Treaty|treaty|FRA;GBR|||own")
        tables.add("instrument-events", row)
        expectOne(tables.errors(), "Data/instrument-events.tsv" + place, expected, found)
    }
}

/// Expects one error, that begins with a place and says what was expected and found.
func expectOne(_ errors: [String], _ place: String, _ parts: String...) {
    #expect(errors.count == 1)
    let error = errors.first ?? ""
    #expect(error.hasPrefix(place), "\(error)")
    for part in parts { #expect(error.contains(part), "\(error)") }
}
