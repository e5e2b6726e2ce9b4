import Testing

/// Nouns that name an encounter, and where their two sides stand.
@Suite struct NounRuleTests {
    /// Both sides, or the other side, follow the noun.
    static let complement: [String] = [
        "A meeting<noun.meeting.complement> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] took place in Antalya.",
        "A meeting<noun.meeting.complement> of [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] took place in Antalya.",
        "[RUS:Sergei Lavrov] held a meeting<noun.meeting.complement> with [TUR:Hakan Fidan] in Antalya.",
        "Talks<noun.talks.complement> between [RUS:Russia] and [USA:the United States] began in Riyadh.",
        "Talks<noun.talks.complement> were held between [IND:India] and [PAK:Pakistan] in Doha.",
        "[FRA:Emmanuel Macron] had lunch<noun.meeting.complement> with [USA:Donald Trump] in Washington.",
        "[FRA:Emmanuel Macron] took part in a summit<noun.summit.complement> with [CHN:Xi Jinping].",
        "[TUR:Hakan Fidan] and [RUS:Sergei Lavrov] attended a meeting<noun.meeting.complement> with [CHN:Wang Yi].",
        "[RUS:The Russian side] held talks<noun.talks.complement> with [UKR:the Ukrainian side].",
        "Oman mediated indirect talks<noun.talks.complement> between [IRN:Iran] and [USA:the United States].",
        "The meeting<noun.meeting.complement> of [RUS:Sergei Lavrov] with [TUR:Hakan Fidan] lasted an hour.",
        "A meeting<noun.meeting.complement> between [USA+IRN:US and Iranian officials] took place in Muscat.",
    ]

    @Test(arguments: complement)
    func complementSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// Both sides stand before the noun, joined by a hyphen.
    static let compound: [String] = [
        "[RUS:Russian]-[CHN:Chinese] talks<noun.talks.subject> were held in Beijing.",
        "The [RUS:Putin]-[CHN:Xi] summit<noun.summit.subject> ended in Beijing.",
        "The [USA:Trump]-[RUS:Putin] meeting<noun.meeting.subject> lasted three hours.",
    ]

    @Test(arguments: compound)
    func compoundSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let possessive: [String] = [
        "[RUS:Lavrov]'s meeting<noun.meeting.complement> with [TUR:Fidan] lasted an hour.",
        "[SYR:Ahmed al-Sharaa]'s visit<noun.visit.subject> to Moscow ended on Monday.",
        "[TUR:Hakan Fidan]'s trip<noun.visit.subject> to Tehran ended on Monday.",
        "[RUS:Russia]'s talks<noun.talks.complement> with [IRN:Iran] ended on Monday.",
    ]

    @Test(arguments: possessive)
    func possessiveSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// A verb of holding stands between the subject and the noun.
    static let governed: [String] = [
        "[FRA:Emmanuel Macron] paid a visit<noun.visit.subject> to Beijing in January.",
        "[CHN:China] and [JPN:Japan] held consultations<noun.consultation.subject> in Tokyo on Monday.",
        "[RUS:Sergei Shoigu] and [CHN:Wang Yi] held the 21st round of consultations<noun.consultation.subject> in Moscow.",
        "[RUS:Moscow] and [USA:Washington] held consultations<noun.consultation.subject> on Monday.",
        "[RUS:The Kremlin] and [USA:the White House] held talks<noun.talks.subject>.",
        "[pair:Both leaders] held talks<noun.talks.subject> in Ankara.",
        "The [CHN:China]-[PAK:Pakistan] strategic dialogue<noun.consultation.subject> was held in Islamabad.",
    ]

    @Test(arguments: governed)
    func governedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let calls: [String] = [
        "The phone call<noun.call.complement> between [USA:Donald Trump] and [CHN:Xi Jinping] lasted an hour.",
        "[CHN:Xi Jinping] had a telephone conversation<noun.call.complement> with [USA:Donald Trump].",
        "[GBR:Keir Starmer] held a phone call<noun.call.complement> with [FRA:Emmanuel Macron].",
        "[RUS:Sergei Lavrov] held telephone talks<noun.call.complement> with [TUR:Hakan Fidan].",
        "[RUS:Vladimir Putin] held a telephone conversation<noun.call.complement> with [ISR:Benjamin Netanyahu].",
    ]

    @Test(arguments: calls)
    func callsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let video: [String] = [
        "[FRA:Emmanuel Macron] and [GBR:Keir Starmer] held a video conference<noun.video.subject>.",
        "[RUS:Sergei Lavrov] held bilateral talks<noun.talks.complement> with [TUR:Hakan Fidan] via video link.",
        "[CHN:Xi Jinping] and [RUS:Vladimir Putin] held talks<noun.talks.subject> by video link.",
    ]

    @Test(arguments: video)
    func videoSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let contacts: [String] = [
        "A handshake<noun.contact.complement> between [AZE:Ilham Aliyev] and [ARM:Nikol Pashinyan] opened the day.",
        "[FRA:Emmanuel Macron] and [USA:Donald Trump] had a brief chat<noun.contact.subject> in Rome.",
        "[RUS:Sergei Lavrov] had a brief conversation<noun.contact.complement> with [USA:Marco Rubio] in Kuala Lumpur.",
    ]

    @Test(arguments: contacts)
    func contactsSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let letters: [String] = [
        "[FRA:Emmanuel Macron] sent a letter<noun.letter.complement> to [IRN:Masoud Pezeshkian].",
        "[FRA:Emmanuel Macron] exchanged letters<noun.letter.complement> with [IRN:Masoud Pezeshkian].",
        "[IRN:Masoud Pezeshkian] received a letter<noun.letter.complement> from [FRA:Emmanuel Macron].",
    ]

    @Test(arguments: letters)
    func lettersSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let otherSenses: [String] = [
        "The press call on Ukraine is on Monday.",
        "The meeting room in Paris was full.",
        "The visitor from Japan left.",
    ]

    @Test(arguments: otherSenses)
    func otherSensesSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let all: [[String]] = [
        complement, compound, possessive, governed, calls, video, contacts, letters, otherSenses,
    ]
}
