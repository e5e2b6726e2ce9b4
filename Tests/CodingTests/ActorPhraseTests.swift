import Testing

/// The orders in which English gives a person's party, office and name; the phrase is one actor.
@Suite struct ActorPhraseTests {
    @Test(arguments: [
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
        "[EGY:Minister of Industry and Trade of Egypt Samir Halawany] met<verb.meet.active> [CHN:Wang Yi].",
    ])
    func officeBeforeName(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[OMN:Badr Albusaidi, the Foreign Minister of Oman], met<verb.meet.active> [IRN:Abbas Araghchi].",
        "[IRN:Abbas Araghchi, Iran's foreign minister], met<verb.meet.active> [IAEA:Rafael Grossi].",
        "[CAN:Prime Minister Trudeau of Canada] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[JOR:King Abdullah II of Jordan] met<verb.meet.active> [USA:Donald Trump].",
    ])
    func officeAfterName(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[OMN:The Foreign Minister of Oman, Badr Albusaidi], met<verb.meet.active> [IRN:Abbas Araghchi].",
        "[FRA:The former president of France, Francois Hollande], met<verb.meet.active> [RUS:Sergei Lavrov].",
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:his Turkish counterpart, Hakan Fidan].",
    ])
    func nameBetweenCommas(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[TUR:The Turkish Foreign Minister] met<verb.meet.active> [OMN:the Omani Foreign Minister].",
        "[JOR:The King of Jordan] met<verb.meet.active> [QAT:the Emir of Qatar].",
        "[TKM:The leader of Turkmenistan] met<verb.meet.active> [RUS:Vladimir Putin].",
        "[FRA:The ambassador of France] met<verb.meet.active> [RUS:Sergei Lavrov].",
    ])
    func officeWithoutName(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// A plural office is shared out among the parties that follow or precede it.
    @Test(arguments: [
        "[IRN+TUR:The presidents of Iran and Turkey] met<verb.meet.reciprocal> in Tehran.",
        "[IRN+TUR+RUS:The foreign ministers of Iran, Turkey and Russia] met<verb.meet.reciprocal> in Tehran.",
        "[IRN+TUR:The Iranian and Turkish foreign ministers] met<verb.meet.reciprocal> in Tehran.",
        "[KAZ+UZB:The heads of state of Kazakhstan and Uzbekistan] met<verb.meet.reciprocal> in Astana.",
    ])
    func collectives(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// Names follow in the order of the parties.
    @Test(arguments: [
        "[RUS+TUR:The foreign ministers of Russia and Turkey], [RUS:Sergei Lavrov] and [TUR:Hakan Fidan], met<verb.meet.reciprocal> in Antalya.",
        "[RUS+TUR:Foreign ministers Sergei Lavrov] and Hakan Fidan met<verb.meet.reciprocal> in Antalya.",
        "[RUS+CHN:Presidents Vladimir Putin] and Xi Jinping met<verb.meet.reciprocal> in Beijing.",
        "[RUS+CHN:Presidents Putin] of Russia and Xi of China met<verb.meet.reciprocal> in Beijing.",
        "[USA+CHN:Defence ministers Pete Hegseth] of the United States and Dong Jun of China met<verb.meet.reciprocal> in Singapore.",
    ])
    func zippedNames(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[RUS:Deputy Foreign Minister of Russia Mikhail Galuzin] met<verb.meet.active> [CHN:Wang Yi].",
        "[POL:Polish Deputy Prime Minister Radoslaw Sikorski] met<verb.meet.active> [UKR:Andrii Sybiha].",
        "[SRB:First Deputy Prime Minister of Serbia Dusan Petrovnik] met<verb.meet.active> [HUN:Viktor Orban].",
        "[IRN:Iranian Deputy Foreign Minister for Legal Affairs Kazem Daryanush] met<verb.meet.active> [EUR:Enrique Mora].",
    ])
    func deputies(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[BOL:Acting President of Bolivia Ramon Quispeta] met<verb.meet.active> [BRA:Luiz Inacio Lula da Silva].",
        "[CHL:President-elect of Chile Rodrigo Almarzo] met<verb.meet.active> [ARG:Javier Milei].",
        "[CHL:Chilean President-elect Rodrigo Almarzo] met<verb.meet.active> [ARG:Javier Milei].",
        "[DEU:Former German Chancellor Angela Merkel] met<verb.meet.active> [FRA:Emmanuel Macron].",
        "[USA:Former US President Barack Obama] met<verb.meet.active> [FRA:Emmanuel Macron].",
    ])
    func standings(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:his Turkish counterpart Hakan Fidan].",
        "[RUS:Sergei Lavrov] met<verb.meet.active> [OMN:his Omani counterpart].",
        "[RUS:Sergei Lavrov] and [TUR:his Turkish colleague Hakan Fidan] met<verb.meet.reciprocal> in Antalya.",
    ])
    func counterparts(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[RUS:Mr. Lavrov] met<verb.meet.active> [TUR:Mr. Fidan] in Antalya.",
        "[ITA:Ms. Meloni] met<verb.meet.active> [DEU:Mr. Merz].",
    ])
    func honorifics(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// An office in front makes a name of words that no table has.
    @Test(arguments: [
        "[EST:Estonian Foreign Minister Kaarel Metsavaht] met<verb.meet.active> [UKR:Andrii Sybiha].",
        "[SWE:Swedish Trade Minister Ulla Brandstroem] met<verb.meet.active> [CAN:Anita Anand].",
    ])
    func unknownNames(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[CHN:Xi] met<verb.meet.active> [RUS:Putin].",
        "[KOR:Lee] met<verb.meet.active> [JPN:Takaichi].",
        "[DEU:Chancellor Merz] met<verb.meet.active> [POL:Prime Minister Tusk] in Berlin.",
        "Germany's [DEU:Friedrich Merz] met<verb.meet.active> France's [FRA:Emmanuel Macron].",
        "Russia's [RUS:Lavrov] met<verb.meet.active> Turkey's [TUR:Fidan].",
    ])
    func familyNames(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[CHN:Chinese Foreign Minister Wang Yi] met<verb.meet.active> [RUS:S. Lavrov].",
        "[RUS:Foreign Minister S. Lavrov] met<verb.meet.active> [TUR:H. Fidan].",
    ])
    func initials(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[TUR:Recep Tayyip Erdoğan] met<verb.meet.active> [SRB:Aleksandar Vučić] in Istanbul.",
        "[BRA:Luiz Inácio Lula da Silva] met<verb.meet.active> [COL:Gustavo Petro].",
    ])
    func diacritics(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// The head of a part of a state speaks for the state.
    @Test(arguments: [
        "[RUS:Head of Tatarstan Rustam Minnikhanov] met<verb.meet.active> [AZE:Ilham Aliyev].",
        "[RUS:Head of the Chechen Republic Ramzan Kadyrov] met<verb.meet.active> [SAU:Mohammed bin Salman].",
        "[USA:Governor of Texas Greg Abbott] met<verb.meet.active> [IND:Narendra Modi].",
    ])
    func regionalHeads(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[UKR:Speaker of the Ukrainian Parliament Ruslan Stefanchuk] met<verb.meet.active> [POL:Radoslaw Sikorski].",
        "[RUS:Chairman of the State Duma Vyacheslav Volodin] met<verb.meet.active> [CHN:Xi Jinping].",
    ])
    func institutions(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[NATO:NATO Secretary General Mark Rutte] met<verb.meet.active> [UKR:Volodymyr Zelenskyy].",
        "[IAEA:IAEA Director General Rafael Grossi] met<verb.meet.active> [IRN:Abbas Araghchi] in Tehran.",
        "[UNO:UN Secretary-General Antonio Guterres] met<verb.meet.active> [CHN:Xi Jinping].",
        "[EUR:European Commission President Ursula von der Leyen] met<verb.meet.active> [IND:Narendra Modi].",
        "[EUR:The High Representative of the European Union Kaja Kallas] met<verb.meet.active> [AZE:Jeyhun Bayramov].",
        "[EUR:EU foreign policy chief Kaja Kallas] met<verb.meet.active> [SRB:Serbian President Aleksandar Vucic].",
        "[ASEAN:ASEAN Secretary-General Kao Kim Hourn] met<verb.meet.active> [AUS:Anthony Albanese].",
        "[PSE:Palestinian President Mahmoud Abbas] met<verb.meet.active> [JOR:King Abdullah II].",
        "[HEZBOLLAH:Hezbollah officials] met<verb.meet.active> [IRN:Abbas Araghchi] in Beirut.",
    ])
    func organisations(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[CHN:The Chinese delegation] met<verb.meet.active> [JPN:the Japanese delegation].",
        "[RUS:The Russian side] held talks<noun.talks.complement> with [UKR:the Ukrainian side].",
    ])
    func sides(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// Pronouns and pairs are marked, and found out by the document.
    @Test(arguments: [
        "[he:He] met<verb.meet.active> [RUS:Sergei Lavrov] in Antalya.",
        "[she:She] received<verb.receive.active host=she> [DEU:Friedrich Merz] in Rome.",
        "[pair:Both leaders] held talks<noun.talks.subject> in Ankara.",
    ])
    func points(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }
}
