import Diplomacy
import Testing

@testable import Lexicon

/// Standing dialogues, regions, memberships, institutions and nouns for actors.
@Suite struct SubjectTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    // MARK: - Series and rounds

    @Test func aSeriesComesBackWithItsRoundsInOrder() throws {
        var tables = SmallTables()
        tables.add(
            "series", "HILL|Hill Forum|FRA;GEO|conference||Hill Institute||2010|own",
            "LAKE|Lake Talks|GBR;FRA|talks|lake dialogue;LKD|Lake Society|1999-05||own")
        tables.add(
            "series-rounds", "LAKE|2|2001-03-04|2001-03-06|Paris|FRA|minister|cut short|own",
            "HILL||2000||Tbilisi|GEO|||own", "LAKE|1|2000-05||Chequers|GBR|leader||own",
            "LAKE|||2001-01-01|at sea||||own")
        #expect(tables.errors() == [])
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.seriesCount == 2)
        let lake = try #require(lexicon.find("lake dialogue", in: .subjects).first).index
        let series = lexicon.series(lake)
        #expect(series.code == "LAKE")
        #expect(series.name == "Lake Talks")
        #expect(series.kind == .talks)
        #expect(series.organiser == "Lake Society")
        #expect(lexicon.codes(series.parties) == ["GBR", "FRA"])
        #expect(series.span.began?.iso == "1999-05")
        #expect(series.span.ended == nil)
        let rounds = lexicon.rounds(of: lake)
        #expect(rounds.map(\.number) == [nil, 1, 2])
        #expect(rounds.map(\.start?.iso) == [nil, "2000-05", "2001-03-04"])
        #expect(rounds.map(\.end?.iso) == ["2001-01-01", nil, "2001-03-06"])
        #expect(rounds.map(\.place) == ["at sea", "Chequers", "Paris"])
        #expect(rounds.map { $0.country.map { lexicon.partyCode($0) } } == [nil, "GBR", "FRA"])
        #expect(rounds.map(\.level) == ["", "leader", "minister"])
        #expect(rounds.map(\.note) == ["", "", "cut short"])
        let hill = try #require(lexicon.find("Hill Forum", in: .subjects).first).index
        #expect(lexicon.series(hill).span.ended?.iso == "2010")
        #expect(lexicon.rounds(of: hill).map(\.place) == ["Tbilisi"])
    }

    @Test(arguments: [
        ("SEA|Sea Talks|FRA|chat|||||own", ":4:19:", "expected one of consultation, summit, ", "found \"chat\""),
        ("SEA|Sea Talks|ENG|talks|||||own", ":4:15:", "expected a party code", "found \"ENG\""),
        ("SEA|Sea Talks|FRA|talks|||2001|2000|own", ":4:32:", "expected an end on or after the start 2001", "2000"),
        ("LAKE|Sea Talks|FRA|talks|||||own", ":4:1:", "expected each code once", "merge the rows"),
    ])
    func mistakesInSeries(row: String, place: String, expected: String, found: String) {
        var tables = SmallTables()
        tables.add("series", "LAKE|Lake Talks|GBR;FRA|talks|||||own", row)
        expectOne(tables.errors(), "Data/series.tsv" + place, expected, found)
    }

    @Test(arguments: [
        ("POND|1|2001||Paris|FRA|||own", ":3:1:", "expected a series of series.tsv", "found \"POND\""),
        ("LAKE|first|2001||Paris|FRA|||own", ":3:6:", "expected a round's number or nothing", "found \"first\""),
        ("LAKE|-1|2001||Paris|FRA|||own", ":3:6:", "expected a round's number or nothing", "found \"-1\""),
        ("LAKE|1|spring|2001|Paris|FRA|||own", ":3:8:", "expected YYYY", "found \"spring\""),
        ("LAKE|1|2001|2000|Paris|FRA|||own", ":3:13:", "expected an end on or after the start 2001", "found \"2000\""),
        ("LAKE|1|2001||London|ENG|||own", ":3:21:", "expected a party code", "found \"ENG\""),
    ])
    func mistakesInRounds(row: String, place: String, expected: String, found: String) {
        var tables = SmallTables()
        tables.add("series", "LAKE|Lake Talks|GBR;FRA|talks|||||own")
        tables.add("series-rounds", row)
        expectOne(tables.errors(), "Data/series-rounds.tsv" + place, expected, found)
    }

    // MARK: - Regions

    @Test func aRegionComesBack() throws {
        var tables = SmallTables()
        tables.add("regions", "lakes|Lake Region|GEO;FRA|land of lakes|own")
        let lexicon = try #require(tables.lexicon())
        for wording in ["Lake Region", "land of lakes"] {
            let entry = try #require(lexicon.find(wording, in: .subjects).first)
            #expect(entry.kind == .region)
            let region = lexicon.region(entry.index)
            #expect(region.code == "lakes")
            #expect(region.name == "Lake Region")
            #expect(lexicon.codes(region.members) == ["GEO", "FRA"])
        }
        #expect(lexicon.find("Lake Region").isEmpty)
    }

    @Test func aRegionOfAnUnknownMember() {
        var tables = SmallTables()
        tables.add("regions", "lakes|Lake Region|GEO;ENG||own")
        expectOne(tables.errors(), "Data/regions.tsv:3:19:", "expected a party code", "found \"ENG\"")
    }

    @Test func aRegionTwice() {
        var tables = SmallTables()
        tables.add("regions", "lakes|Lake Region|GEO||own", "lakes|Land of Lakes|FRA||own")
        expectOne(tables.errors(), "Data/regions.tsv:4:1:", "expected each code once", "lakes")
    }

    // MARK: - Members

    @Test(arguments: [
        ("1948-12-31", ["USA"]), ("1949-01-01", ["FRA", "USA"]), ("1966-03-31", ["FRA", "USA"]),
        ("1966-04-01", ["USA"]),
        ("2003-12-31", ["USA"]), ("2004-01-01", ["FRA", "USA"]), ("2020-01-01", ["FRA", "USA"]),
    ])
    func membersByDate(iso: String, expected: [String]) throws {
        var tables = SmallTables()
        tables.add(
            "members", "NATO|FRA|member|1949|1966-03|own", "NATO|FRA|member|2004||own", "NATO|USA|member|||own",
            "NATO|GEO|partner|1994||own", "NATO|GBR|suspended|2001-02-03|2001-02-04|own")
        let lexicon = try #require(tables.lexicon())
        let alliance = try #require(lexicon.party(code: "NATO")).index
        #expect(lexicon.codes(lexicon.members(of: alliance, on: try day(iso))).sorted() == expected)
        #expect(lexicon.memberships.count == 5)
    }

    @Test func membersByStatus() throws {
        var tables = SmallTables()
        tables.add(
            "members", "NATO|GEO|partner|1994||own", "NATO|GBR|suspended|2001-02-03|2001-02-04|own",
            "NATO|FRA|observer|2001||own", "NATO|USA|associate|2001||own")
        let lexicon = try #require(tables.lexicon())
        let alliance = try #require(lexicon.party(code: "NATO")).index
        let date = try day("2001-02-03")
        for (status, code) in [
            (MemberStatus.partner, "GEO"), (.suspended, "GBR"), (.observer, "FRA"), (.associate, "USA"),
        ] {
            #expect(lexicon.codes(lexicon.members(of: alliance, on: date, status: status)) == [code])
        }
        #expect(lexicon.members(of: alliance, on: date).isEmpty)
        #expect(lexicon.members(of: alliance, on: try day("2001-02-05"), status: .suspended).isEmpty)
        let france = try #require(lexicon.party(code: "FRA")).index
        #expect(lexicon.members(of: france, on: date, status: .partner).isEmpty)
    }

    @Test(arguments: [
        ("UNO|FRA|member|||own", ":3:1:", "expected a party code", "found \"UNO\""),
        ("NATO|ENG|member|||own", ":3:6:", "expected a party code", "found \"ENG\""),
        ("NATO|FRA|friend|||own", ":3:10:", "expected one of member, observer, ", "found \"friend\""),
        ("NATO|FRA|member|2001|2000|own", ":3:22:", "expected an end on or after", "found \"2000\""),
    ])
    func mistakesInMembers(row: String, place: String, expected: String, found: String) {
        var tables = SmallTables()
        tables.add("members", row)
        expectOne(tables.errors(), "Data/members.tsv" + place, expected, found)
    }

    // MARK: - Bodies and agents

    @Test func aBodyComesBackWithItsSectors() throws {
        var tables = SmallTables()
        tables.add(
            "bodies", "Lake Guard|guard of the lakes;LKG|GEO|MIL;GOV|1999|2008-08|own",
            "Free Rivers||||||own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.bodyCount == 2)
        for wording in ["Lake Guard", "guard of the lakes", "LKG"] {
            let entry = try #require(lexicon.find(wording, in: .actors).first)
            #expect(entry.kind == .body)
            let body = lexicon.body(entry.index)
            #expect(body.name == "Lake Guard")
            #expect(body.party.map { lexicon.partyCode($0) } == "GEO")
            #expect(body.sectors == ["MIL", "GOV"])
            #expect(body.span.began?.iso == "1999")
            #expect(body.span.ended?.iso == "2008-08")
        }
        let free = lexicon.body(try #require(lexicon.find("Free Rivers", in: .actors).first).index)
        #expect(free.party == nil)
        #expect(free.sectors == [])
        #expect(free.span == .init())
        #expect(lexicon.find("Lake Guard").isEmpty)
        #expect(lexicon.find("Lake Guard", in: .subjects).isEmpty)
    }

    @Test func aBodyOfAnUnknownParty() {
        var tables = SmallTables()
        tables.add("bodies", "Lake Guard||ENG|MIL|||own")
        expectOne(tables.errors(), "Data/bodies.tsv:3:13:", "expected a party code", "found \"ENG\"")
    }

    @Test func anAgentIsFoundInBothNumbers() throws {
        var tables = SmallTables()
        tables.add("agents", "deputy minister of war|GOV;MIL|own", "man||own", "ferry company|BUS|own", "NGO|NGO|own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.agentCount == 4)
        for (one, several, sectors) in [
            ("deputy minister of war", "deputy ministers of war", ["GOV", "MIL"]), ("man", "men", []),
            ("ferry company", "ferry companies", ["BUS"]),
        ] {
            let single = try #require(lexicon.find(one, in: .actors).first)
            let plural = try #require(lexicon.find(several, in: .actors).first)
            #expect(single.kind == .agent)
            #expect(!single.isPlural)
            #expect(plural.isPlural)
            #expect(single.index == plural.index)
            #expect(lexicon.agent(single.index).wording == one)
            #expect(lexicon.agent(single.index).sectors == sectors)
        }
        // an abbreviation stands as written, and its plural is not made
        #expect(lexicon.find("NGO", in: .actors).map(\.isExact) == [true])
        #expect(lexicon.find("NGOs", in: .actors).isEmpty)
    }

    // MARK: - Case

    /// Wordings of up to six letters, all of them capitals, stand as written; others by their capitals.
    @Test(arguments: [
        ("LKT", true), ("SALT II", true), ("U.L.A.", true), ("LAKEPA", true), ("LAKEPAC", false),
        ("Lake Treaty", false),
        ("LKT Treaty", false), ("lake treaty", false), ("L", false), ("L7", false), ("ÖKT", true),
    ])
    func abbreviationsAreExact(wording: String, isExact: Bool) throws {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Pact of Lakes|treaty|FRA;GBR|\(wording)||own")
        tables.add("bodies", "Guard of Lakes|\(wording)|GEO|MIL|||own")
        let lexicon = try #require(tables.lexicon())
        for root in [LexiconRoot.subjects, .actors] {
            let entry = try #require(lexicon.find(wording, in: root).first)
            #expect(entry.isExact == isExact)
            #expect(lexicon.exactWording(entry) == (isExact ? wording : ""))
            if isExact { #expect(entry.capitals == 0) }
        }
    }

    @Test func capitalsOfAWordingAreAskedOfTheText() throws {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Pact of the Lakes|treaty|FRA;GBR|||own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.find("pact of the lakes", in: .subjects).map(\.capitals) == [0b1001])
    }

    @Test func rootsOfActorsAndSubjectsAreApart() throws {
        var tables = SmallTables()
        tables.add("instruments", "LAKE|Lake Charter|treaty|FRA;GBR|||own")
        tables.add("agents", "lake charter|BUS|own")
        tables.add("cities", "Lake Charter|USA|city|30.2|-93.2|900||own")
        let lexicon = try #require(tables.lexicon())
        #expect(lexicon.find("Lake Charter", in: .subjects).map(\.kind) == [.instrument])
        #expect(lexicon.find("Lake Charter", in: .actors).map(\.kind) == [.agent])
        #expect(lexicon.find("Lake Charter", in: .gazetteer).map(\.kind) == [.place])
        #expect(lexicon.find("Lake Charter").isEmpty)
    }
}
