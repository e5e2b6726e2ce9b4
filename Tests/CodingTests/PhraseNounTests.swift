import Coding
import Diplomacy
import Testing

/// Phrases that name no person: institutions, offices, people of a kind, parties, places.
@Suite struct PhraseNounTests {
    static let institutions: [Phrase] = [
        Phrase("FSB", "RUS SPY Federal Security Service"),
        Phrase("US Central Intelligence Agency", "USA SPY Central Intelligence Agency"),
        Phrase("the Bundestag", "DEU LEG Bundestag"),
        Phrase("Bundeswehr soldiers", "DEU MIL Bundeswehr"),
        Phrase("Kenya's Central Bank", "KEN GOV Central Bank of Kenya"),
        Phrase("Supreme Court of India", "IND JUD Indian Supreme Court"),
        Phrase("Chinese Communist Party", "CHN PTY+GOV Communist Party of China"),
        Phrase("UN peacekeepers", "UNO IGO+MIL UN peacekeepers"),
        Phrase("former CIA officer", "USA ELI Central Intelligence Agency"),
        Phrase("an Arleigh Burke-class destroyer", "USA MIL Arleigh Burke-class destroyer"),
    ]

    @Test(arguments: institutions)
    func anInstitutionHasItsPartyAndSectors(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    @Test(arguments: ["fsb", "who", "pan", "mossad"])
    func aNameIsReadAsItIsWritten(words: String) { #expect(Phrase(words, nil).found == []) }

    static let owners: [Phrase] = [
        Phrase("the Security Council", "UNO IGO UN Security Council"),
        Phrase("Iran's Security Council", "IRN GOV"),
        Phrase("Pakistan's Security Council", "PAK GOV"),
        Phrase("Ukrainian Security Council", "UKR GOV"),
        Phrase("Kenya's National Assembly", "KEN LEG"),
        Phrase("National Assembly", context: "France", "FRA LEG"),
        Phrase("National Assembly", context: "Venezuela", "VEN LEG"),
        Phrase("Supreme Court", "- JUD"),
    ]

    @Test(arguments: owners)
    func anInstitutionBelongsToTheStateBeforeIt(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let nouns: [Phrase] = [
        Phrase("soldiers", "- MIL"),
        Phrase("a Ukrainian soldier", "UKR MIL"),
        Phrase("Ukrainian soldiers", "UKR MIL"),
        Phrase("Ukrainian farmers", "UKR AGR"),
        Phrase("farmers", context: "Chad", "TCD AGR"),
        Phrase("two Danish fishermen", "DNK AGR"),
        Phrase("a Norwegian fisherman", "NOR AGR"),
        Phrase("French trade unions", "FRA LAB"),
        Phrase("Polish students", "POL EDU"),
        Phrase("Kenyan refugees", "KEN REF"),
        Phrase("an Australian frigate", "AUS MIL"),
        Phrase("former Kenyan soldiers", "KEN ELI"),
        Phrase("the Government of Chile", "CHL GOV"),
        Phrase("NATO troops", "NATO MIL"),
    ]

    @Test(arguments: nouns)
    func peopleOfAKindHaveASector(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let heads: [Phrase] = [
        Phrase("soldiers of the Bundeswehr", "DEU MIL"),
        Phrase("soldiers in Ukraine", "UKR MIL"),
        Phrase("police officers in Kenya", "KEN COP"),
        Phrase("Buddhist monks in Thailand", "THA REL"),
        Phrase("refugees from Syria", "SYR REF"),
        Phrase("journalists of Peru", "PER JRN"),
        Phrase("people in Lyon", "FRA CVL"),
        Phrase("US embassy in Kabul", "USA GOV"),
        Phrase("members of parliament", "- LEG, Member of Parliament"),
        Phrase("members of Parliament from Kenya", "KEN LEG, Member of Parliament"),
        Phrase("members of the Knesset", "ISR LEG, Member of Parliament"),
    ]

    @Test(arguments: heads)
    func whatStandsBeforeOfAndInIsMeant(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let offices: [Phrase] = [
        Phrase(
            "German Foreign Minister", on: "2016-01-05", "DEU GOV Frank-Walter Steinmeier, Minister for Foreign Affairs"
        ),
        Phrase(
            "the Defence Minister", on: "2016-01-05", context: "Germany",
            "DEU GOV+MIL Ursula von der Leyen, Minister of Defence"),
        Phrase("the King of Norway", on: "2005-01-05", "NOR GOV Harald V, King"),
        Phrase("President of Taiwan", on: "2019-01-07", "TWN GOV Tsai Ing-wen, President"),
        Phrase(
            "the president of the European Council", on: "2016-01-05",
            "EUR IGO Donald Tusk, President of the European Council"),
        Phrase("UN Secretary-General", on: "2003-01-06", "UNO IGO Kofi Annan, Secretary-General"),
        Phrase("the UN Secretary-General", on: "2003-01-06", "UNO IGO Kofi Annan, Secretary-General"),
        Phrase("UN Secretary General", on: "2003-01-06", "UNO IGO Kofi Annan, Secretary-General"),
        Phrase("Director of the Mossad", on: "2022-01-05", "ISR SPY David Barnea, Director of the Mossad"),
        Phrase("US Secretary of State", on: "2010-01-05", "USA GOV Hillary Clinton, Secretary of State"),
        Phrase(
            "the Secretary of State", on: "2010-01-05", context: "United States",
            "USA GOV Hillary Clinton, Secretary of State"),
        Phrase("foreign ministers", "- GOV, Foreign Minister"),
        Phrase("EU foreign ministers", "EUR IGO, Foreign Minister"),
    ]

    @Test(arguments: offices)
    func anOfficeIsItsHoldersOnTheDay(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    /// A title of a dozen states is nobody's where none of them is named.
    @Test func anOfficeOfManyStatesIsNoStatesAlone() throws {
        #expect(try #require(Phrase("a Secretary of State", nil).candidates.first).party == nil)
    }

    static let parties: [Phrase] = [
        Phrase("Chile", "CHL -"),
        Phrase("Chilean", "CHL -"),
        Phrase("Chileans", "CHL -"),
        Phrase("Republic of Chile", "CHL -"),
        Phrase("Santiago", "CHL GOV"),
        Phrase("Nairobi", "KEN GOV"),
        Phrase("Washington", "USA GOV"),
        Phrase("WHO", "WHO IGO"),
        Phrase("United Nations", "UNO IGO"),
        Phrase("African Union", "AU IGO"),
        Phrase("the World Bank", "WORLD-BANK IGO"),
        Phrase("Red Cross", "ICRC NGO"),
    ]

    @Test(arguments: parties)
    func aPartyIsReadByAllItsNames(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let ambiguous: [Phrase] = [
        Phrase("Congo", context: "Brazzaville", "COG -", also: ["COD -"]),
        Phrase("Congo", context: "Kinshasa", "COD -", also: ["COG -"]),
    ]

    @Test(arguments: ambiguous)
    func theContextTellsWhichOfTwoParties(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let groups: [Phrase] = [
        Phrase("Hamas", "PSE/HAMAS REB"),
        Phrase("the Houthis", "YEM/HOUTHI REB"),
        Phrase("Taliban", on: "2010-01-05", "AFG/TALIBAN REB"),
        Phrase("Boko Haram", "NGA/BOKO-HARAM REB"),
        Phrase("ISIS", "ISIS REB"),
        Phrase("Hamas fighters", "PSE/HAMAS UAF"),
        Phrase(
            "Hamas leader Ismail Haniyeh", on: "2019-01-07",
            "PSE/HAMAS REB Ismail Haniyeh, Head of the Political Bureau"),
        Phrase("Abkhazia", "GEO/ABH PRE"),
        Phrase("South Ossetia", "GEO/OST PRE"),
        Phrase("Abkhaz soldiers", "GEO/ABH MIL"),
        Phrase("Hong Kong", "CHN/HKG -"),
        Phrase("Hong Kong police", "CHN/HKG COP"),
        Phrase("Greenland", "DNK/GRL -"),
        Phrase("Taiwan", "TWN -"),
        Phrase("Kosovo", "XKX -"),
        Phrase("Palestinian", "PSE -"),
    ]

    @Test(arguments: groups)
    func groupsAndTerritoriesAreCountedWithAState(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let places: [Phrase] = [
        Phrase("Lyon", "FRA CVL Lyon"),
        Phrase("Cordoba", "ARG CVL Cordoba", also: ["ESP CVL Cordoba"]),
        Phrase("Cordoba", context: "Spain", "ESP CVL Cordoba", also: ["ARG CVL Cordoba"]),
        Phrase("Birmingham", "GBR CVL Birmingham"),
        Phrase("Birmingham", context: "United States", "USA CVL Birmingham"),
        Phrase("Hyderabad", context: "Pakistan", "PAK CVL Hyderabad"),
    ]

    @Test(arguments: places)
    func aPlaceIsTheLargestOrTheContexts(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let misspelt: [Phrase] = [
        Phrase("Russains", "RUS -"), Phrase("Isareli", "ISR -"), Phrase("Ukrianian", "UKR -"),
    ]

    @Test(arguments: misspelt)
    func twoLettersTurnedRoundAreForgiven(phrase: Phrase) {
        #expect(phrase.found == phrase.expected)
        #expect(phrase.candidates.allSatisfy { $0.score < 0.5 })
    }

    @Test(arguments: ["russains", "Rusasins", "Lavoir", "Rusia Nova Xyz"])
    func otherMistakesAreNot(words: String) {
        #expect(Phrase(words, nil).candidates.allSatisfy { $0.reading != "misspelt name" })
    }

    @Test(arguments: [
        "He", "She", "They", "it", "the", "some", "yesterday", "Tuesday", "on Monday", "two men", "a man",
        "peace talks",
        "the agreement", "a bridge", "hello",
    ])
    func whatIsNobodyGivesNobody(words: String) { #expect(Phrase(words, nil).found == []) }

    static let all = [
        institutions, owners, nouns, heads, offices, parties, ambiguous, groups, places, misspelt,
    ]
}
