import Diplomacy
import Language
import Testing

@testable import Lexicon

/// What was written is what is read.
@Suite struct LookupTests {
    let lexicon: Lexicon
    let france: Int
    let britain: Int

    init() throws {
        lexicon = try #require(SmallTables().lexicon())
        france = try #require(lexicon.party(code: "FRA")).index
        britain = try #require(lexicon.party(code: "GBR")).index
    }

    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func counts() {
        #expect(lexicon.partyCount == 5)
        #expect(lexicon.officeCount == 2)
        #expect(lexicon.personCount == 4)
        #expect(lexicon.termCount == 5)
        #expect(lexicon.placeCount == 2)
        #expect(lexicon.cueCount == 3)
    }

    @Test func partiesComeBack() {
        let party = lexicon.party(france)
        #expect(party.code == "FRA")
        #expect(party.name == "France")
        #expect(party.sector == "GOV")
        #expect(party.capital == "Paris")
        #expect(party.kind == .state)
        #expect(lexicon.party(code: "NATO")?.kind == .alliance)
        #expect(lexicon.party(code: "XXX") == nil)
    }

    @Test func placesComeBackToFourDecimals() {
        let chequers = lexicon.place(0)
        #expect(chequers.name == "Chequers")
        #expect(chequers.city == "Aylesbury")
        #expect(chequers.country == britain)
        #expect(chequers.latitude == 51.7428)
        #expect(chequers.longitude == -0.7817)
        #expect(chequers.kind == .residence)
        #expect(lexicon.place(1).population == 2_138_551)
        #expect(lexicon.find("Chequers Court").map(\.index) == [0])
        #expect(lexicon.find("Aylesbury").isEmpty)
    }

    @Test func aWordingOfTwoPartiesHasTwoEntries() {
        let codes = lexicon.find("Georgia").map { lexicon.partyCode($0.index) }
        #expect(codes.sorted() == ["GEO", "USA"])
    }

    @Test func aWordingMayBePartyAndPlace() {
        #expect(lexicon.find("Paris").map(\.kind) == [.party, .place])
        #expect(lexicon.find("Paris").first?.use == .capital)
    }

    @Test func stepsFollowTheWordsAndStop() throws {
        let words = ["united", "kingdom", "states"].map { lexicon.word(Folding.key($0)) }
        #expect(!words.contains(0))
        let united = lexicon.step(0, words[0])
        #expect(united != 0)
        #expect(lexicon.entries(united).isEmpty)
        #expect(lexicon.entries(lexicon.step(united, words[1])).count == 1)
        #expect(lexicon.step(united, words[1]) != lexicon.step(united, words[2]))
        #expect(lexicon.step(0, words[1]) == 0)
        #expect(lexicon.step(united, words[0]) == 0)
        #expect(lexicon.word(Folding.key("unheard")) == 0)
    }

    @Test func rootsAreApart() {
        #expect(lexicon.find("arms control", root: 1).map { lexicon.issue($0.index) } == ["arms-control"])
        #expect(lexicon.find("arms control").isEmpty)
        #expect(lexicon.find("met").isEmpty)
        #expect(lexicon.find("met", root: 2).map(\.form) == [.pastOrParticiple])
        #expect(lexicon.find("according to officials", root: 2).map { lexicon.cue($0.index) } == ["say.official"])
    }

    @Test func exclusionsAreMarked() {
        #expect(lexicon.find("renewed energy", root: 1).map(\.isExclusion) == [true])
        #expect(lexicon.find("energy", root: 1).map(\.isExclusion) == [false])
    }

    @Test func caseRulesAreKept() throws {
        let us = try #require(lexicon.find("us").first)
        #expect(us.isExact)
        #expect(lexicon.exactWording(us) == "US")
        #expect(lexicon.find("united kingdom").map(\.capitals) == [0b11])
        #expect(lexicon.find("foreign minister").map(\.capitals) == [0])
        #expect(lexicon.find("foreign minister").first?.isExact == false)
    }

    @Test func officesHavePluralsAndScopes() throws {
        let plural = try #require(lexicon.find("foreign ministers").first)
        #expect(plural.isPlural)
        #expect(lexicon.officeCode(plural.index) == "foreign-minister")
        #expect(lexicon.scope(plural).isEmpty)
        let secretary = try #require(lexicon.find("secretaries of state").first)
        #expect(lexicon.scope(secretary).map { lexicon.partyCode($0) } == ["USA"])
        #expect(lexicon.find("foreign secretary").first.map { lexicon.scope($0) } == [britain])
    }

    @Test func personsAreFoundByEveryForm() throws {
        let full = try #require(lexicon.find("Dominique de Villepin").first)
        #expect(!full.isFamilyName)
        for form in ["de Villepin", "Villepin", "DE VILLEPIN"] {
            let entry = try #require(lexicon.find(form).first { $0.isFamilyName })
            #expect(entry.index == full.index)
        }
        #expect(lexicon.find("Dominique").isEmpty)
        #expect(lexicon.find("Galouzeau de Villepin").first?.index == full.index)
    }

    @Test func aMarkedFamilyNameStandsFirst() throws {
        let person = lexicon.person(try #require(lexicon.find("Straw").first).index)
        #expect(person.key == "straw-jack")
        #expect(person.name == "Straw Jack")
        #expect(person.family == "Straw")
        #expect(lexicon.find("Jack").isEmpty)
    }

    @Test func holdersOnADay() throws {
        let minister = try #require(lexicon.office(code: "foreign-minister")).index
        func names(_ iso: String) throws -> [String] {
            lexicon.holders(party: france, office: minister, on: try day(iso)).map { lexicon.person($0.person).name }
        }
        #expect(try names("2002-05-06") == [])
        #expect(try names("2002-05-07") == ["Dominique de Villepin"])
        #expect(try names("2004-03-30") == ["Dominique de Villepin"])
        #expect(try names("2004-03-31") == ["Michel Barnier", "Dominique de Villepin"])
        #expect(try names("2005-06-02") == ["Michel Barnier"])
        #expect(try names("2005-06-03") == [])
        #expect(lexicon.holders(party: britain, office: minister, on: try day("2006-05-31")).count == 1)
        #expect(lexicon.holders(party: britain, office: minister, on: try day("2006-06-01")).isEmpty)
    }

    @Test func officesOfAPersonOnADay() throws {
        let villepin = try #require(lexicon.find("Villepin").first).index
        let both = lexicon.offices(of: villepin, on: try day("2004-03-05"))
        #expect(both.map(\.title) == ["Acting President", "Foreign Minister"])
        #expect(both.map(\.standing) == [.acting, .incumbent])
        #expect(lexicon.offices(of: villepin, on: try day("2004-03-11")).map(\.title) == ["Foreign Minister"])
        #expect(lexicon.offices(of: villepin, on: try day("2010-01-01")).isEmpty)
    }

    @Test func termsKeepTheirSourceAndDays() throws {
        let straw = try #require(lexicon.find("Straw").first).index
        let term = lexicon.term(lexicon.terms(of: straw).lowerBound)
        #expect(term.from?.iso == "2001-01-01")
        #expect(term.to?.iso == "2006-05-31")
        #expect(term.source == "own")
    }

    @Test func theSameTablesGiveTheSameBytes() {
        #expect(SmallTables().builder().bytes == SmallTables().builder().bytes)
    }

    @Test func bytesThatAreNoLexiconAreRefused() throws {
        let bytes = try #require(SmallTables().builder().bytes)
        #expect(Lexicon([]) == nil)
        #expect(Lexicon(Array(bytes.dropFirst())) == nil)
        #expect(Lexicon(Array(bytes.prefix(40))) == nil)
        #expect(Lexicon(Array(bytes.prefix(bytes.count / 2))) == nil)
        var other = bytes
        other[7] = UInt8(ascii: "9")
        #expect(Lexicon(other) == nil)
    }
}
