import Testing

/// Where an encounter stands, by the words around its trigger and not by those of a neighbour.
@Suite struct StatusRuleTests {
    @Test(arguments: [
        "[RUS:Sergei Lavrov] will meet<verb.meet.active announced> [TUR:Hakan Fidan] on Friday.",
        "[RUS:Sergei Lavrov] is to meet<verb.meet.active announced> [TUR:Hakan Fidan] on Friday.",
        "[RUS:Sergei Lavrov] is expected to meet<verb.meet.active announced> [TUR:Hakan Fidan] on Friday.",
        "[RUS:Sergei Lavrov] is scheduled to meet<verb.meet.active announced> [TUR:Hakan Fidan] on Friday.",
        "[RUS:Sergei Lavrov] is going to meet<verb.meet.active announced> [TUR:Hakan Fidan].",
        "[RUS:Sergei Lavrov] plans to visit<verb.visit.active announced> Baku on Friday.",
        "[RUS:Vladimir Putin] was to visit<verb.visit.active announced> Ankara in February.",
        "[RUS:Sergei Lavrov] has agreed to meet<verb.meet.active announced> [TUR:Hakan Fidan] next week.",
        "[USA:Donald Trump] wants to meet<verb.meet.active announced> [PRK:Kim Jong Un].",
        "[RUS:Vladimir Putin] is ready to meet<verb.meet.active announced> [UKR:Volodymyr Zelenskyy].",
        "A planned meeting<noun.meeting.complement announced> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan].",
    ])
    func announced(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "Emmanuel Macron proposed a meeting<noun.meeting.complement proposed> between [RUS:Vladimir Putin] and [UKR:Volodymyr Zelenskyy].",
        "[FRA:Emmanuel Macron] offered to meet<verb.meet.active proposed> [RUS:Vladimir Putin].",
        "[RUS:Vladimir Putin] accepted an invitation to visit<verb.visit.active proposed> Ankara.",
    ])
    func proposed(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "The meeting<noun.meeting.complement postponed> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] was postponed.",
        "The talks<noun.talks.complement suspended> between [IRN:Iran] and [USA:the United States] have been suspended.",
    ])
    func postponedOrSuspended(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "The summit<noun.summit.complement cancelled> between [USA:Donald Trump] and [RUS:Vladimir Putin] was called off.",
        "[USA:Donald Trump] cancelled a meeting<noun.meeting.complement cancelled> with [RUS:Vladimir Putin].",
        "[USA:Donald Trump] called off a meeting<noun.meeting.complement cancelled> with [RUS:Vladimir Putin].",
    ])
    func cancelled(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "[UKR:Volodymyr Zelenskyy] declined to meet<verb.meet.active declined> [RUS:Vladimir Putin].",
        "[UKR:Volodymyr Zelenskyy] refused to meet<verb.meet.active declined> with [RUS:Vladimir Putin].",
        "[UKR:Volodymyr Zelenskyy] turned down a meeting<noun.meeting.complement declined> with [RUS:Vladimir Putin].",
    ])
    func declined(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "Iran denied a meeting<noun.meeting.complement denied> between [IRN:Abbas Araghchi] and [USA:Steve Witkoff].",
        "[RUS:Sergei Lavrov] did not meet<verb.meet.active denied> [USA:Marco Rubio] in Washington.",
        "There was no meeting<noun.meeting.complement denied> between [RUS:Sergei Lavrov] and [USA:Marco Rubio].",
        "[RUS:Sergei Lavrov] failed to meet<verb.meet.active denied> [USA:Marco Rubio].",
        "No meeting<noun.meeting.complement denied> between [RUS:Sergei Lavrov] and [USA:Marco Rubio] is planned.",
    ])
    func denied(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    @Test(arguments: [
        "Talks<noun.talks.complement under-way> between [IRN:Iran] and [USA:the United States] are under way in Geneva.",
        "Talks<noun.talks.complement under-way> between [IRN:Iran] and [USA:the United States] have begun in Geneva.",
    ])
    func underWay(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// One clause's mood is not another's.
    @Test(arguments: [
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:Hakan Fidan] and will visit<verb.visit.active announced> Baku on Friday.",
        "[RUS:Sergei Lavrov] will visit<verb.visit.active announced> Baku on Friday after [he:he] met<verb.meet.active> [TUR:Hakan Fidan] in Antalya.",
        "[FRA:Emmanuel Macron] met<verb.meet.active> [DEU:Friedrich Merz] but cancelled a visit<noun.visit.subject cancelled> to Algeria.",
        "[FRA:Emmanuel Macron], who cancelled a visit<noun.visit.subject cancelled> to Algeria, met<verb.meet.active> [DEU:Friedrich Merz].",
    ])
    func neighbours(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }

    /// Remembered, not news.
    @Test(arguments: [
        "[RUS:Sergei Lavrov] and [TUR:Hakan Fidan] last met<verb.meet.reciprocal background> in Moscow in May 2025.",
        "[RUS:Sergei Lavrov] had met<verb.meet.active background> [TUR:Hakan Fidan] in May.",
        "[TUR:Hakan Fidan] had spoken<verb.speak.active background> to [RUS:Sergei Lavrov] on Monday.",
        "The previous meeting<noun.meeting.complement background> between [RUS:Vladimir Putin] and [CHN:Xi Jinping] took place in Tianjin.",
        "Previously [RUS:Sergei Lavrov] met<verb.meet.active background> [TUR:Hakan Fidan] in Doha.",
        "Sergei Lavrov recalled a meeting<noun.meeting.complement background> between [RUS:Vladimir Putin] and [CHN:Xi Jinping].",
        "[RUS:Sergei Lavrov] told reporters he had met<verb.meet.active background> [TUR:Hakan Fidan].",
    ])
    func background(sentence: String) { #expect(Codebook.mark(Codebook.bare(sentence)) == sentence) }
}
