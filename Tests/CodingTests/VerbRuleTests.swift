import Testing

/// Verbs that tell of an encounter by themselves: who is subject, who object, and what the verb makes of them.
@Suite struct VerbRuleTests {
    static let active: [String] = [
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:Hakan Fidan] in Antalya.",
        "[RUS:Russian Foreign Minister Sergei Lavrov] met<verb.meet.active> with [TUR:Turkish Foreign Minister Hakan Fidan] on Wednesday.",
        "[IRN:Abbas Araghchi] sat down with<verb.meet.active> [IAEA:Rafael Grossi] in Vienna.",
        "[RUS:Sergei Shoigu] consulted with<verb.talks.active> [CHN:Wang Yi] in Moscow.",
        "[SRB:Aleksandar Vucic] conferred with<verb.meet.active> [HUN:Viktor Orban].",
        "[ARM:Nikol Pashinyan] shook hands<verb.meet.active> with [AZE:Ilham Aliyev] in Abu Dhabi.",
        "[CHN:Foreign Minister Wang Yi of China] met<verb.meet.active> [RUS:Foreign Minister Sergei Lavrov of Russia].",
        "Sergei Lavrov told reporters that [TUR:Hakan Fidan] met<verb.meet.active> [IRN:Abbas Araghchi] in Doha.",
        "[TUR:Hakan Fidan], who met<verb.meet.active> [RUS:Sergei Lavrov] on Monday, flew to<verb.arrive.active> Baku.",
        "[AZE:Ilham Aliyev] met<verb.meet.active> with a delegation led by [TUR:Hakan Fidan].",
    ]

    @Test(arguments: active)
    func activeSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// Both sides stand before the verb.
    static let reciprocal: [String] = [
        "[RUS:Vladimir Putin] and [CHN:Xi Jinping] met<verb.meet.reciprocal> in Beijing.",
        "[RUS+CHN:The Russian and Chinese presidents] met<verb.meet.reciprocal> in Beijing on Wednesday.",
        "[USA:Donald Trump] and [RUS:Vladimir Putin] spoke<verb.speak.reciprocal> by phone.",
        "[RUS+USA:The Russian and US presidents] spoke<verb.speak.reciprocal> by phone on Monday.",
        "[USA+RUS:US and Russian negotiators] met<verb.meet.reciprocal> in Istanbul.",
        "[FRA:Emmanuel Macron], [DEU:Friedrich Merz] and [GBR:Keir Starmer] met<verb.meet.reciprocal> in London.",
        "[pair:The two ministers] met<verb.meet.reciprocal> in Antalya.",
        "[pair:They] met<verb.meet.reciprocal> in Antalya on Monday.",
        "[ARM+AZE:The leaders of Armenia and Azerbaijan] shook hands<verb.meet.reciprocal> in Munich.",
        "[AZE:Ilham Aliyev] and [ARM:Nikol Pashinyan] shook hands<verb.meet.reciprocal> in Munich.",
        "Ilham Aliyev and Nikol Pashinyan praised solutions that meet the interests of all.",
    ]

    @Test(arguments: reciprocal)
    func reciprocalSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// The host is the one who receives, in either voice.
    static let receiving: [String] = [
        "[FRA:Emmanuel Macron] received<verb.receive.active host=FRA> [DEU:Friedrich Merz] at the Elysee Palace.",
        "[DEU:Friedrich Merz] was received<verb.receive.passive host=FRA> by [FRA:Emmanuel Macron] in Paris.",
        "[IND:Narendra Modi] hosted<verb.receive.active host=IND> [FRA:Emmanuel Macron] in New Delhi.",
        "[ITA:Giorgia Meloni] welcomed<verb.receive.active host=ITA> [POL:Donald Tusk] in Rome.",
        "[POL:Donald Tusk] was welcomed<verb.receive.passive host=ITA> by [ITA:Giorgia Meloni].",
        "[TUR:Turkish Foreign Minister Hakan Fidan] was received<verb.receive.passive host=AZE> by [AZE:President Ilham Aliyev] in Baku.",
        "[she:She] received<verb.receive.active host=she> [DEU:Friedrich Merz] in Rome.",
        "[FRA:Emmanuel Macron] will be received<verb.receive.passive announced host=DEU> by [DEU:Friedrich Merz] in Berlin.",
        "[AZE:Ilham Aliyev] received<verb.receive.active host=AZE> a delegation headed by [TUR:Turkish Foreign Minister Hakan Fidan].",
    ]

    @Test(arguments: receiving)
    func receivingSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let speaking: [String] = [
        "[USA:Marco Rubio] spoke<verb.speak.active> with [GBR:David Lammy] by telephone.",
        "[USA:Marco Rubio] spoke<verb.speak.active> to [AUS:Penny Wong].",
        "[USA:Donald Trump] called<verb.call.active> [UKR:Volodymyr Zelenskyy] on Tuesday.",
        "[UKR:Volodymyr Zelenskyy] phoned<verb.call.active> [GBR:Keir Starmer].",
    ]

    @Test(arguments: speaking)
    func speakingSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// A journey names its traveller; the destination stands for the other side.
    static let travelling: [String] = [
        "[TUR:Hakan Fidan] visited<verb.visit.active> Baku on Monday.",
        "[TUR:Hakan Fidan] arrived in<verb.arrive.active> Tehran on Monday.",
        "[IRN:Abbas Araghchi] travelled to<verb.arrive.active> Muscat on Sunday.",
        "[TUR:Hakan Fidan] flew to<verb.arrive.active> Doha on Sunday.",
    ]

    @Test(arguments: travelling)
    func travellingSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let summoning: [String] = [
        "[GBR:Britain] summoned<verb.summon.active> [RUS:the Russian ambassador] on Monday.",
        "[POL:The Foreign Ministry of Poland] summoned<verb.summon.active> [RUS:the Russian ambassador].",
        "[SWE:Sweden's ambassador] was summoned<verb.summon.passive> by [TUR:Turkey].",
        "[TUR:The foreign ministry of Turkey] summoned<verb.summon.active> [SWE:the ambassador of Sweden].",
    ]

    @Test(arguments: summoning)
    func summoningSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let writingAndDiscussing: [String] = [
        "[USA:Donald Trump] wrote to<verb.write.active> [PRK:Kim Jong Un].",
        "[FRA:Emmanuel Macron] discussed<verb.discuss.active> trade with [DEU:Friedrich Merz].",
        "[RUS:Sergei Lavrov] and [CHN:Wang Yi] discussed<verb.discuss.active> the situation in Iran.",
    ]

    @Test(arguments: writingAndDiscussing)
    func writingAndDiscussingSentences(sentence: String) {
        #expect(Annotation.mark(Annotation.bare(sentence)) == sentence)
    }

    static let headlines: [String] = [
        "[RUS:Lavrov], [TUR:Fidan] meet<verb.meet.reciprocal> in Antalya",
        "[RUS:Putin], [CHN:Xi] hold talks<noun.talks.subject> in Beijing",
        "[FRA:Macron] Meets<verb.meet.active> [DEU:Merz] in Paris",
        "[CHN:Xi Jinping] Meets<verb.meet.active> With [RUS:Vladimir Putin] in Beijing",
        "[RUS:Lavrov] arrives in<verb.arrive.active> Baku",
        "[RUS:SERGEI LAVROV] MET<verb.meet.active> [TUR:HAKAN FIDAN] IN ANTALYA.",
        "[RUS:MOSCOW] AND [TUR:ANKARA] HELD TALKS<noun.talks.subject>.",
    ]

    @Test(arguments: headlines)
    func headlinesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// The verb's other senses, and subjects or objects that act in no diplomacy, are left alone.
    static let otherSenses: [String] = [
        "Donald Trump called for talks.",
        "Donald Trump called the decision a mistake.",
        "Emmanuel Macron called on Russia to stop.",
        "The decision led to protests in Russia.",
        "Russia met the demand of Iran.",
        "Ukraine hosted the tournament with Poland.",
        "Moscow's economy will see growth.",
        "Ilham Aliyev has received the credentials of the ambassador of Hungary.",
        "A visiting professor from Japan met students.",
        "sergei lavrov met hakan fidan in antalya.",
    ]

    @Test(arguments: otherSenses)
    func otherSensesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let all: [[String]] = [
        active, reciprocal, receiving, speaking, travelling, summoning, writingAndDiscussing, headlines, otherSenses,
    ]
}
