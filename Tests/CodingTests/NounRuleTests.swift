import Testing

/// Nouns that name an encounter, and where their two sides stand.
@Suite struct NounRuleTests {
    /// Both sides, or the other side, follow the noun.
    @Test(arguments: [
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
    ])
    func complement(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// Both sides stand before the noun, joined by a hyphen.
    @Test(arguments: [
        "[RUS:Russian]-[CHN:Chinese] talks<noun.talks.subject> were held in Beijing.",
        "The [RUS:Putin]-[CHN:Xi] summit<noun.summit.subject> ended in Beijing.",
        "The [USA:Trump]-[RUS:Putin] meeting<noun.meeting.subject> lasted three hours.",
    ])
    func compound(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[RUS:Lavrov]'s meeting<noun.meeting.complement> with [TUR:Fidan] lasted an hour.",
        "[SYR:Ahmed al-Sharaa]'s visit<noun.visit.subject> to Moscow ended on Monday.",
        "[TUR:Hakan Fidan]'s trip<noun.visit.subject> to Tehran ended on Monday.",
    ])
    func possessive(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// A verb of holding stands between the subject and the noun.
    @Test(arguments: [
        "[FRA:Emmanuel Macron] paid a visit<noun.visit.subject> to Beijing in January.",
        "[CHN:China] and [JPN:Japan] held consultations<noun.consultation.subject> in Tokyo on Monday.",
        "[RUS:Sergei Shoigu] and [CHN:Wang Yi] held the 21st round of consultations<noun.consultation.subject> in Moscow.",
        "[RUS:Moscow] and [USA:Washington] held consultations<noun.consultation.subject> on Monday.",
        "[RUS:The Kremlin] and [USA:the White House] held talks<noun.talks.subject>.",
        "[pair:Both leaders] held talks<noun.talks.subject> in Ankara.",
    ])
    func governed(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "The phone call<noun.call.complement> between [USA:Donald Trump] and [CHN:Xi Jinping] lasted an hour.",
        "[CHN:Xi Jinping] had a telephone conversation<noun.call.complement> with [USA:Donald Trump].",
        "[GBR:Keir Starmer] held a phone call<noun.call.complement> with [FRA:Emmanuel Macron].",
        "[RUS:Sergei Lavrov] held telephone talks<noun.call.complement> with [TUR:Hakan Fidan].",
    ])
    func calls(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[FRA:Emmanuel Macron] and [GBR:Keir Starmer] held a video conference<noun.video.subject>.",
        "[RUS:Sergei Lavrov] held bilateral talks<noun.talks.complement> with [TUR:Hakan Fidan] via video link.",
        "[CHN:Xi Jinping] and [RUS:Vladimir Putin] held talks<noun.talks.subject> by video link.",
    ])
    func video(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "A handshake<noun.contact.complement> between [AZE:Ilham Aliyev] and [ARM:Nikol Pashinyan] opened the day.",
        "[FRA:Emmanuel Macron] and [USA:Donald Trump] had a brief chat<noun.contact.subject> in Rome.",
        "[RUS:Sergei Lavrov] had a brief conversation<noun.contact.complement> with [USA:Marco Rubio] in Kuala Lumpur.",
    ])
    func contacts(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[FRA:Emmanuel Macron] sent a letter<noun.letter.complement> to [IRN:Masoud Pezeshkian]."
    ])
    func letters(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "The press call on Ukraine is on Monday.",
        "The meeting room in Paris was full.",
        "The visitor from Japan left.",
    ])
    func otherSenses(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }
}
