import Coding
import Diplomacy
import Lexicon
import Testing

/// Phrases that name a person.
@Suite struct PhrasePersonTests {
    static let names: [Phrase] = [
        Phrase("Angela Merkel", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Merkel", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("ANGELA MERKEL", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Sergey Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("Muammar Qaddafi", on: "2005-01-01", "LBY GOV Muammar Gaddafi, Leader"),
        Phrase("Moammar Gadhafi", on: "2005-01-01", "LBY GOV Muammar Gaddafi, Leader"),
        Phrase("Recep Tayyip Erdoğan", on: "2016-01-05", "TUR GOV Recep Tayyip Erdogan, President"),
        Phrase("RECEP TAYYIP ERDOĞAN", on: "2016-01-05", "TUR GOV Recep Tayyip Erdogan, President"),
        Phrase("B. Obama", on: "2010-01-05", "USA GOV Barack Obama, President"),
        Phrase("Barack Hussein Obama", on: "2010-01-05", "USA GOV Barack Obama, President"),
        Phrase("Ban Ki-moon", on: "2010-01-05", "UNO IGO Ban Ki-moon, Secretary-General"),
    ]

    @Test(arguments: names)
    func aNameIsReadHoweverItIsWritten(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let dressed: [Phrase] = [
        Phrase("German Chancellor Angela Merkel", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Mrs Merkel", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Mr. Sergei Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("H.E. Sergei Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("His Excellency Sergei Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("Sergei Viktorovich Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("President Vladimir Vladimirovich Putin", "RUS GOV Vladimir Putin, President"),
        Phrase("Boris Nikolayevich Yeltsin", on: "1995-01-05", "RUS GOV Boris Yeltsin, President"),
        Phrase("Dr Manmohan Singh", on: "2010-01-05", "IND GOV Manmohan Singh, Prime Minister"),
        Phrase("Rt. Hon. Stephen Harper", on: "2010-01-05", "CAN GOV Stephen Harper, Prime Minister"),
        Phrase("the Honourable Stephen Harper", on: "2010-01-05", "CAN GOV Stephen Harper, Prime Minister"),
        Phrase("Pope Francis", on: "2015-01-05", "VAT REL Pope Francis, Pope"),
        Phrase("Russia's Lavrov", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
        Phrase("Lavrov of Russia", "RUS GOV Sergei Lavrov, Minister of Foreign Affairs"),
    ]

    @Test(arguments: dressed)
    func titlesHonorificsAndPatronymicsHideNoName(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let ranks: [Phrase] = [
        Phrase("General Colin Powell", on: "2002-06-03", "USA GOV Colin Powell, Secretary of State"),
        Phrase("General Wesley Clark", on: "1999-01-05", "USA MIL Wesley Clark, Commander of US European Command"),
        Phrase("Gen. David Petraeus", on: "2010-01-05", "USA MIL David Petraeus, Commander of US Central Command"),
    ]

    @Test(arguments: ranks)
    func theOfficeOutweighsTheRank(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    /// A rank is not laid down with an office.
    @Test(arguments: [("General Colin Powell", "2008-06-02"), ("Admiral Michael Mullen", "2015-01-05")])
    func aRankOutlivesTheOffice(words: String, day: String) throws {
        #expect(try #require(Phrase(words, on: day, nil).candidates.first).sectors == ["MIL"])
    }

    static let days: [Phrase] = [
        Phrase("Angela Merkel", on: "2010-06-01", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Angela Merkel", on: "2021-12-08", "DEU GOV Angela Merkel, Federal Chancellor"),
        Phrase("Angela Merkel", on: "2022-06-01", "DEU ELI Angela Merkel, Federal Chancellor!former"),
        Phrase("Vladimir Putin", on: "2001-02-01", "RUS GOV Vladimir Putin, President"),
        Phrase("Vladimir Putin", on: "2009-02-02", "RUS GOV Vladimir Putin, Prime Minister"),
        Phrase("Vladimir Putin", on: "2014-02-03", "RUS GOV Vladimir Putin, President"),
        Phrase("Mikhail Gorbachev", on: "1995-01-05", "SUN ELI Mikhail Gorbachev, President!former"),
        Phrase("Volodymyr Zelensky", on: "2018-01-05", "UKR - Volodymyr Zelenskyy, President!designate"),
        Phrase("Volodymyr Zelensky", on: "2020-01-05", "UKR GOV Volodymyr Zelenskyy, President"),
        Phrase("Tony Blair", on: "2012-01-05", "MIDEAST-QUARTET IGO Tony Blair, Representative of the Quartet"),
        Phrase("Erdogan", on: "2005-01-05", "TUR GOV Recep Tayyip Erdogan, Prime Minister"),
    ]

    @Test(arguments: days)
    func aPersonHasTheOfficeOfTheDay(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    @Test func twoOfficesOfOneDayAreBothTold() throws {
        let wang = try #require(Phrase("Wang Yi", on: "2024-03-01", nil).candidates.first)
        #expect(wang.seats.map(\.code) == ["foreign-minister", "senior-diplomat"])
        #expect(wang.seats.map(\.party) == ["CHN", "CHN"])
        #expect(wang.office == "Minister of Foreign Affairs")
        let putin = try #require(Phrase("Vladimir Putin", on: "2000-02-01", nil).candidates.first)
        #expect(Set(putin.seats.map(\.code)) == ["head-of-government", "head-of-state"])
        #expect(putin.seats.first { $0.code == "head-of-state" }?.standing == .acting)
    }

    static let namedOffices: [Phrase] = [
        Phrase("President Hu Jintao", on: "2005-06-01", "CHN GOV Hu Jintao, President"),
        Phrase(
            "General Secretary Hu Jintao", on: "2005-06-01",
            "CHN PTY Hu Jintao, General Secretary of the Communist Party"),
        Phrase("Crown Prince Mohammed bin Salman", on: "2018-01-08", "SAU GOV Mohammed bin Salman, Crown Prince"),
        Phrase(
            "Defence Minister Mohammed bin Salman", on: "2018-01-08",
            "SAU GOV+MIL Mohammed bin Salman, Minister of Defence"),
    ]

    @Test(arguments: namedOffices)
    func theOfficeThatIsNamedComesFirst(phrase: Phrase) {
        #expect(phrase.found == phrase.expected)
        #expect(phrase.candidates.first?.seats.count == 2)
    }

    /// The seat names the row, its source and the days that the row has.
    @Test func aSeatIsTheTablesRow() throws {
        let seat = try #require(Phrase("Angela Merkel", on: "2010-06-01", nil).candidates.first?.seats.first)
        #expect(seat.title == "Federal Chancellor")
        #expect(seat.span.began?.iso == "2005-11-22")
        #expect(seat.span.ended?.iso == "2021-12-08")
        #expect(seat.origin.table.contains("persons/"))
        #expect(!Embedded.lexicon.source(seat.source, in: seat.origin.table).isEmpty)
    }

    static let formers: [Phrase] = [
        Phrase("former Chancellor Angela Merkel", on: "2022-06-01", "DEU ELI Angela Merkel, Federal Chancellor!former"),
        Phrase("ex-Chancellor Angela Merkel", on: "2022-06-01", "DEU ELI Angela Merkel, Federal Chancellor!former"),
        Phrase("Ex-President George W. Bush", on: "2012-01-05", "USA ELI George W. Bush, President!former"),
        Phrase("the late President Boris Yeltsin", on: "2010-01-05", "RUS ELI Boris Yeltsin, President!former"),
        Phrase("former President Bush", on: "2002-01-05", "USA ELI George H.W. Bush, President!former"),
        Phrase("former German Chancellor", on: "2016-01-05", "DEU ELI, Chancellor!former"),
        Phrase(
            "former Norwegian Foreign Minister Ervin Brakstad", "NOR ELI Ervin Brakstad, Foreign Minister!former"),
        Phrase("retired General Colin Powell", on: "2010-01-05", "USA ELI Colin Powell, Secretary of State!former"),
    ]

    @Test(arguments: formers)
    func whoIsNoLongerInOfficeIsOfTheElites(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let undated: [Phrase] = [
        Phrase("Prime Minister Tony Blair", readOn: "2020-01-06", "GBR GOV Tony Blair, Prime Minister"),
        Phrase("President Barack Obama", readOn: "2020-01-06", "USA GOV Barack Obama, President"),
        Phrase("former President Barack Obama", readOn: "2020-01-06", "USA ELI Barack Obama, President!former"),
        Phrase("Tony Blair", readOn: "2020-01-06", "GBR ELI Tony Blair, Prime Minister!former"),
        Phrase("Tony Blair", readOn: "2012-01-05", "GBR ELI Tony Blair, Prime Minister!former"),
    ]

    @Test(arguments: undated)
    func anUndatedPhraseIsBelievedItsOffice(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let contexts: [Phrase] = [
        Phrase(
            "Suleiman", on: "2010-01-05", context: "Lebanon", "LBN GOV Michel Sleiman, President",
            also: ["EGY SPY Omar Suleiman, Director of General Intelligence"]),
        Phrase(
            "Suleiman", on: "2010-01-05", context: "talks in Cairo, Egypt",
            "EGY SPY Omar Suleiman, Director of General Intelligence", also: ["LBN GOV Michel Sleiman, President"]),
        Phrase("King Abdullah", on: "2005-12-01", context: "Jordan", "JOR GOV Abdullah II, King"),
        Phrase("King Abdullah", on: "2005-12-01", context: "Saudi Arabia", "SAU GOV Abdullah bin Abdulaziz, King"),
        Phrase("King Abdullah of Jordan", on: "2005-12-01", context: "Saudi Arabia", "JOR GOV Abdullah II, King"),
        Phrase("Singh", on: "2010-01-05", context: "India", "IND GOV Manmohan Singh, Prime Minister"),
    ]

    @Test(arguments: contexts)
    func theContextOrdersThoseOfOneName(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let namesakes: [Phrase] = [
        Phrase("George Bush", on: "1990-01-05", "USA GOV George H.W. Bush, President"),
        Phrase(
            "George Bush", on: "2002-01-05", "USA GOV George W. Bush, President",
            also: ["USA ELI George H.W. Bush, President!former"]),
        Phrase("Bush", on: "2002-01-05", "USA GOV George W. Bush, President"),
        Phrase("Clinton", on: "1996-01-05", "USA GOV Bill Clinton, President"),
        Phrase("Clinton", on: "2010-01-05", "USA GOV Hillary Clinton, Secretary of State"),
        Phrase("Park", on: "2014-01-05", context: "South Korea", "KOR GOV Park Geun-hye, President"),
    ]

    @Test(arguments: namesakes)
    func theDayOrdersNamesakes(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    static let unknown: [Phrase] = [
        Phrase("Norwegian Foreign Minister Ervin Brakstad", "NOR GOV Ervin Brakstad, Foreign Minister"),
        Phrase("Foreign Minister Ervin Brakstad", context: "Norway", "NOR GOV Ervin Brakstad, Foreign Minister"),
        Phrase("Foreign Minister Ervin Brakstad", "- GOV Ervin Brakstad, Foreign Minister"),
        Phrase("Danish Defence Minister Ervin Brakstad", "DNK GOV+MIL Ervin Brakstad, Defence Minister"),
        Phrase("Hamas spokesman Yusef Tarqani", "PSE/HAMAS REB Yusef Tarqani, spokesman"),
    ]

    @Test(arguments: unknown)
    func somebodyUnknownInOfficeKeepsPartyAndSector(phrase: Phrase) {
        #expect(phrase.found == phrase.expected)
        #expect(phrase.candidates.allSatisfy { $0.key == nil && $0.score < 0.7 })
    }

    @Test(arguments: ["Ervin Brakstad", "Mr. Ervin Brakstad", "Zorblax Quenf", "Obama Brakstad", "ban ki-moon"])
    func aNameThatNobodyKnowsIsNobody(words: String) { #expect(Phrase(words, on: "2010-01-05", nil).found == []) }

    /// "Juan Carlos" is a king, and the beginning of many names.
    static let longer: [Phrase] = [
        Phrase("King Juan Carlos", on: "2000-01-05", "ESP GOV Juan Carlos I, King"),
        Phrase("Juan Carlos Varela", on: "2016-01-05", "PAN GOV Juan Carlos Varela, President"),
        Phrase(
            "Chilean Energy Minister Juan Carlos Brakstad", on: "2000-01-05",
            "CHL GOV Juan Carlos Brakstad, Energy Minister"),
        Phrase("Juan Carlos Brakstad", on: "2000-01-05", nil),
    ]

    @Test(arguments: longer)
    func aLongerNameIsAnotherPerson(phrase: Phrase) { #expect(phrase.found == phrase.expected) }

    /// A family name beside another state's is not the one whom we know; a full name is, and the score tells the doubt.
    @Test func anotherStatesPersonIsDoubted() throws {
        let family = Phrase("Turkey's Lavrov", nil).candidates
        #expect(family.allSatisfy { $0.person == nil })
        let sure = try #require(Phrase("Russian Foreign Minister Sergei Lavrov", nil).candidates.first)
        let doubted = try #require(Phrase("Turkish Foreign Minister Sergei Lavrov", nil).candidates.first)
        #expect(sure.key == doubted.key)
        #expect(sure.score > doubted.score + 0.4)
    }

    /// Whoever says more is surer.
    @Test func everyAgreementMakesItSurer() throws {
        let phrases = [
            "Merkel", "Chancellor Merkel of Germany", "Angela Merkel", "German Chancellor Angela Merkel",
        ]
        let scores = try phrases.map { try #require(Phrase($0, on: "2010-06-01", nil).candidates.first).score }
        #expect(scores == scores.sorted())
        #expect(scores.first != scores.last)
    }

    static let all = [
        names, dressed, ranks, days, namedOffices, formers, undated, contexts, namesakes, unknown, longer,
    ]
}
