import Testing

/// The orders in which English gives a person's party, office and name; the phrase is one actor.
@Suite struct ActorPhraseTests {
    static let officeBeforeName: [String] = [
        "[BLR:Belarusian President Alexander Lukashenko] met<verb.meet.active> [CHN:Xi Jinping].",
        "[BLR:President of Belarus Alexander Lukashenko] met<verb.meet.active> [CHN:Xi Jinping].",
        "[USA:US Secretary of State Marco Rubio] met<verb.meet.active> [AUS:Penny Wong].",
        "[GBR:UK Foreign Secretary Yvette Cooper] met<verb.meet.active> [FRA:Jean-Noel Barrot].",
        "[RUS:Russian Security Council Secretary Sergei Shoigu] met<verb.meet.active> [CHN:Wang Yi].",
        "[CHN:China's top diplomat Wang Yi] met<verb.meet.active> [RUS:Sergei Lavrov].",
        "[GEO:Georgian Prime Minister Irakli Kobakhidze] met<verb.meet.active> [ARM:Nikol Pashinyan].",
        "[VNM:Vietnamese General Secretary To Lam] met<verb.meet.active> [CHN:Xi Jinping].",
        "[AUT:Chancellor of Austria Christian Stocker] met<verb.meet.active> [DEU:Chancellor of Germany Friedrich Merz].",
        "[USA:U.S. President Donald J. Trump] met<verb.meet.active> [FRA:French President Emmanuel Macron].",
        "[SAU:Crown Prince and Prime Minister Mohammed bin Salman] met<verb.meet.active> [USA:Donald Trump].",
        "[CHN:Wang Yi] met<verb.meet.active> [AUS:Deputy Prime Minister and Defence Minister Richard Marles of Australia].",
        "[USA:President Donald J. Trump, Jr.] and [CHN:President Xi Jinping] met<verb.meet.reciprocal> on Monday.",
        "[EGY:Minister of Industry and Trade of Egypt Samir Halawany] met<verb.meet.active> [CHN:Wang Yi].",
    ]

    @Test(arguments: officeBeforeName)
    func officeBeforeNameSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let officeAfterName: [String] = [
        "[OMN:Badr Albusaidi, the Foreign Minister of Oman], met<verb.meet.active> [IRN:Abbas Araghchi].",
        "[IRN:Abbas Araghchi, Iran's foreign minister], met<verb.meet.active> [IAEA:Rafael Grossi].",
        "[CAN:Prime Minister Trudeau of Canada] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[JOR:King Abdullah II of Jordan] met<verb.meet.active> [USA:Donald Trump].",
    ]

    @Test(arguments: officeAfterName)
    func officeAfterNameSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let nameBetweenCommas: [String] = [
        "[OMN:The Foreign Minister of Oman, Badr Albusaidi], met<verb.meet.active> [IRN:Abbas Araghchi].",
        "[FRA:The former president of France, Francois Hollande], met<verb.meet.active> [RUS:Sergei Lavrov].",
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:his Turkish counterpart, Hakan Fidan].",
        "[EST:The Foreign Minister of Estonia, Kaarel Metsavaht], met<verb.meet.active> [UKR:Andrii Sybiha].",
        "[RUS:Sergei Lavrov] met<verb.meet.active> with [OMN:his counterpart from Oman, Badr Albusaidi].",
    ]

    @Test(arguments: nameBetweenCommas)
    func nameBetweenCommasSentences(sentence: String) {
        #expect(Annotation.mark(Annotation.bare(sentence)) == sentence)
    }

    static let officeWithoutName: [String] = [
        "[TUR:The Turkish Foreign Minister] met<verb.meet.active> [OMN:the Omani Foreign Minister].",
        "[JOR:The King of Jordan] met<verb.meet.active> [QAT:the Emir of Qatar].",
        "[TKM:The leader of Turkmenistan] met<verb.meet.active> [RUS:Vladimir Putin].",
        "[FRA:The ambassador of France] met<verb.meet.active> [RUS:Sergei Lavrov].",
    ]

    @Test(arguments: officeWithoutName)
    func officeWithoutNameSentences(sentence: String) {
        #expect(Annotation.mark(Annotation.bare(sentence)) == sentence)
    }

    /// A plural office is shared out among the parties that follow or precede it.
    static let collectives: [String] = [
        "[IRN+TUR:The presidents of Iran and Turkey] met<verb.meet.reciprocal> in Tehran.",
        "[IRN+TUR+RUS:The foreign ministers of Iran, Turkey and Russia] met<verb.meet.reciprocal> in Tehran.",
        "[IRN+TUR:The Iranian and Turkish foreign ministers] met<verb.meet.reciprocal> in Tehran.",
        "[KAZ+UZB:The heads of state of Kazakhstan and Uzbekistan] met<verb.meet.reciprocal> in Astana.",
    ]

    @Test(arguments: collectives)
    func collectivesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// Names follow in the order of the parties.
    static let zippedNames: [String] = [
        "[RUS+TUR:The foreign ministers of Russia and Turkey, Sergei Lavrov and Hakan Fidan], met<verb.meet.reciprocal> in Antalya.",
        "[RUS+TUR:Foreign ministers Sergei Lavrov] and Hakan Fidan met<verb.meet.reciprocal> in Antalya.",
        "[RUS+CHN:Presidents Vladimir Putin] and Xi Jinping met<verb.meet.reciprocal> in Beijing.",
        "[RUS+CHN:Presidents Putin] of Russia and Xi of China met<verb.meet.reciprocal> in Beijing.",
        "[USA+CHN:Defence ministers Pete Hegseth] of the United States and Dong Jun of China met<verb.meet.reciprocal> in Singapore.",
    ]

    @Test(arguments: zippedNames)
    func zippedNamesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let deputies: [String] = [
        "[RUS:Deputy Foreign Minister of Russia Mikhail Galuzin] met<verb.meet.active> [CHN:Wang Yi].",
        "[POL:Polish Deputy Prime Minister Radoslaw Sikorski] met<verb.meet.active> [UKR:Andrii Sybiha].",
        "[SRB:First Deputy Prime Minister of Serbia Dusan Petrovnik] met<verb.meet.active> [HUN:Viktor Orban].",
        "[IRN:Iranian Deputy Foreign Minister for Legal Affairs Kazem Daryanush] met<verb.meet.active> [EUR:Enrique Mora].",
    ]

    @Test(arguments: deputies)
    func deputiesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let standings: [String] = [
        "[BOL:Acting President of Bolivia Ramon Quispeta] met<verb.meet.active> [BRA:Luiz Inacio Lula da Silva].",
        "[CHL:President-elect of Chile Rodrigo Almarzo] met<verb.meet.active> [ARG:Javier Milei].",
        "[CHL:Chilean President-elect Rodrigo Almarzo] met<verb.meet.active> [ARG:Javier Milei].",
        "[DEU:Former German Chancellor Angela Merkel] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[USA:Former US President Barack Obama] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[USA:Ex-US President Barack Obama] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[FIN:The ex-president of Finland, Sauli Niinisto], met<verb.meet.active> [RUS:Vladimir Putin].",
        "[MDA:Acting Foreign Minister of Moldova Vasile Cotruta] met<verb.meet.active> [UKR:Andrii Sybiha].",
    ]

    @Test(arguments: standings)
    func standingsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let counterparts: [String] = [
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:his Turkish counterpart Hakan Fidan].",
        "[RUS:Sergei Lavrov] met<verb.meet.active> [OMN:his Omani counterpart].",
        "[RUS:Sergei Lavrov] and [TUR:his Turkish colleague Hakan Fidan] met<verb.meet.reciprocal> in Antalya.",
    ]

    @Test(arguments: counterparts)
    func counterpartsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let honorifics: [String] = [
        "[RUS:Mr. Lavrov] met<verb.meet.active> [TUR:Mr. Fidan] in Antalya.",
        "[ITA:Ms. Meloni] met<verb.meet.active> [DEU:Mr. Merz].",
        "[IND:Dr. S. Jaishankar] met<verb.meet.active> [CHN:Wang Yi].",
        "[GBR:Sir Keir Starmer] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[VAT:Pope Leo XIV] met<verb.meet.active> [UKR:Volodymyr Zelenskyy].",
    ]

    @Test(arguments: honorifics)
    func honorificsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// An office in front makes a name of words that no table has.
    static let unknownNames: [String] = [
        "[EST:Estonian Foreign Minister Kaarel Metsavaht] met<verb.meet.active> [UKR:Andrii Sybiha].",
        "[SWE:Swedish Trade Minister Ulla Brandstroem] met<verb.meet.active> [CAN:Anita Anand].",
        "[FRA:French Ambassador to Russia Pierre Lavalette] met<verb.meet.active> [RUS:Sergei Ryabkov].",
    ]

    @Test(arguments: unknownNames)
    func unknownNamesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let familyNames: [String] = [
        "[CHN:Xi] met<verb.meet.active> [RUS:Putin].",
        "[KOR:Lee] met<verb.meet.active> [JPN:Takaichi].",
        "[DEU:Chancellor Merz] met<verb.meet.active> [POL:Prime Minister Tusk] in Berlin.",
        "Germany's [DEU:Friedrich Merz] met<verb.meet.active> France's [FRA:Emmanuel Macron].",
        "Russia's [RUS:Lavrov] met<verb.meet.active> Turkey's [TUR:Fidan].",
        "[KOR:Lee Jae-myung] met<verb.meet.active> [CHN:Xi].",
        "[USA:President George W. Bush] met<verb.meet.active> [RUS:Vladimir Putin].",
    ]

    @Test(arguments: familyNames)
    func familyNamesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let initials: [String] = [
        "[CHN:Chinese Foreign Minister Wang Yi] met<verb.meet.active> [RUS:S. Lavrov].",
        "[RUS:Foreign Minister S. Lavrov] met<verb.meet.active> [TUR:H. Fidan].",
    ]

    @Test(arguments: initials)
    func initialsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let diacritics: [String] = [
        "[TUR:Recep Tayyip Erdoğan] met<verb.meet.active> [SRB:Aleksandar Vučić] in Istanbul.",
        "[BRA:Luiz Inácio Lula da Silva] met<verb.meet.active> [COL:Gustavo Petro].",
    ]

    @Test(arguments: diacritics)
    func diacriticsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// The head of a part of a state speaks for the state.
    static let regionalHeads: [String] = [
        "[RUS:Head of Tatarstan Rustam Minnikhanov] met<verb.meet.active> [AZE:Ilham Aliyev].",
        "[RUS:Head of the Chechen Republic Ramzan Kadyrov] met<verb.meet.active> [SAU:Mohammed bin Salman].",
        "[USA:Governor of Texas Greg Abbott] met<verb.meet.active> [IND:Narendra Modi].",
        "[DEU:The Prime Minister of Bavaria, Ludwig Hartlmoser], met<verb.meet.active> [RUS:Sergei Lavrov].",
    ]

    @Test(arguments: regionalHeads)
    func regionalHeadsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let institutions: [String] = [
        "[UKR:Speaker of the Ukrainian Parliament Ruslan Stefanchuk] met<verb.meet.active> [POL:Radoslaw Sikorski].",
        "[RUS:Chairman of the State Duma Vyacheslav Volodin] met<verb.meet.active> [CHN:Xi Jinping].",
    ]

    @Test(arguments: institutions)
    func institutionsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let organisations: [String] = [
        "[NATO:NATO Secretary General Mark Rutte] met<verb.meet.active> [UKR:Volodymyr Zelenskyy].",
        "[IAEA:IAEA Director General Rafael Grossi] met<verb.meet.active> [IRN:Abbas Araghchi] in Tehran.",
        "[UNO:UN Secretary-General Antonio Guterres] met<verb.meet.active> [CHN:Xi Jinping].",
        "[EUR:European Commission President Ursula von der Leyen] met<verb.meet.active> [IND:Narendra Modi].",
        "[EUR:The High Representative of the European Union Kaja Kallas] met<verb.meet.active> [AZE:Jeyhun Bayramov].",
        "[EUR:EU foreign policy chief Kaja Kallas] met<verb.meet.active> [SRB:Serbian President Aleksandar Vucic].",
        "[ASEAN:ASEAN Secretary-General Kao Kim Hourn] met<verb.meet.active> [AUS:Anthony Albanese].",
        "[PSE:Palestinian President Mahmoud Abbas] met<verb.meet.active> [JOR:King Abdullah II].",
        "[HEZBOLLAH:Hezbollah officials] met<verb.meet.active> [IRN:Abbas Araghchi] in Beirut.",
    ]

    @Test(arguments: organisations)
    func organisationsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let sides: [String] = [
        "[CHN:The Chinese delegation] met<verb.meet.active> [JPN:the Japanese delegation].",
        "[RUS:The Russian side] held talks<noun.talks.complement> with [UKR:the Ukrainian side].",
        "[RUS+UKR:Officials from Russia and Ukraine] met<verb.meet.reciprocal> in Istanbul.",
        "[ARM+AZE:Delegations of Armenia and Azerbaijan] met<verb.meet.reciprocal> in Abu Dhabi.",
        "[USA:Negotiators from the United States] met<verb.meet.active> [RUS:the Russian delegation].",
        "[CHN:Wang Yi] met<verb.meet.active> with [IRN:senior officials of Iran].",
    ]

    @Test(arguments: sides)
    func sidesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// Pronouns and pairs are marked, and found out by the document.
    static let points: [String] = [
        "[he:He] met<verb.meet.active> [RUS:Sergei Lavrov] in Antalya.",
        "[she:She] received<verb.receive.active host=she> [DEU:Friedrich Merz] in Rome.",
        "[pair:Both leaders] held talks<noun.talks.subject> in Ankara.",
    ]

    @Test(arguments: points)
    func pointsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let all: [[String]] = [
        officeBeforeName, officeAfterName, nameBetweenCommas, officeWithoutName, collectives, zippedNames, deputies,
        standings, counterparts, honorifics, unknownNames, familyNames, initials, diacritics, regionalHeads,
        institutions, organisations, sides, points,
    ]
}
