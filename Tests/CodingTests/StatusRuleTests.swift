import Testing

/// Where an encounter stands, by the words around its trigger and not by those of a neighbour.
@Suite struct StatusRuleTests {
    static let announced: [String] = [
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
        "[USA:Donald Trump] could visit<verb.visit.active announced> Beijing in April.",
        "[RUS:Sergei Lavrov] and [TUR:Hakan Fidan] may meet<verb.meet.reciprocal announced> in Antalya.",
        "A meeting<noun.meeting.complement announced> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] will take place on Friday.",
        "A summit<noun.summit.complement announced> of [USA:Donald Trump] and [CHN:Xi Jinping] is planned for April.",
        "Talks<noun.talks.complement announced> between [IRN:Iran] and [USA:the United States] in Geneva are expected to begin on Monday.",
        "Talks<noun.talks.complement announced> between [IRN:Iran] and [USA:the United States] will resume on Monday.",
        "[TUR:Hakan Fidan] is due in Doha on Monday for talks<noun.talks.complement announced> with [IRN:Abbas Araghchi].",
        "[TUR:Hakan Fidan] arrived in<verb.arrive.active> Doha for talks<noun.talks.complement announced> with [IRN:Abbas Araghchi].",
        "[RUS:Sergei Lavrov] will hold talks<noun.talks.complement announced> with [TUR:Hakan Fidan] on Friday.",
    ]

    @Test(arguments: announced)
    func announcedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let proposed: [String] = [
        "Emmanuel Macron proposed a meeting<noun.meeting.complement proposed> between [RUS:Vladimir Putin] and [UKR:Volodymyr Zelenskyy].",
        "[FRA:Emmanuel Macron] offered to meet<verb.meet.active proposed> [RUS:Vladimir Putin].",
        "[RUS:Vladimir Putin] accepted an invitation to visit<verb.visit.active proposed mention> Ankara.",
        "Emmanuel Macron invited [CHN:Xi Jinping] to visit<verb.visit.active proposed mention> Paris.",
    ]

    @Test(arguments: proposed)
    func proposedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let postponedOrSuspended: [String] = [
        "The meeting<noun.meeting.complement postponed> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] was postponed.",
        "The talks<noun.talks.complement suspended> between [IRN:Iran] and [USA:the United States] have been suspended.",
        "[FRA:Emmanuel Macron] postponed his visit<noun.visit.subject postponed> to Algeria.",
        "The visit<noun.visit.subject postponed> of [FRA:Emmanuel Macron] to Algeria has been put off.",
        "Talks<noun.talks.complement suspended> between [IRN:Iran] and [USA:the United States] broke off on Monday.",
    ]

    @Test(arguments: postponedOrSuspended)
    func postponedOrSuspendedSentences(sentence: String) {
        #expect(Annotation.mark(Annotation.bare(sentence)) == sentence)
    }

    static let cancelled: [String] = [
        "The summit<noun.summit.complement cancelled> between [USA:Donald Trump] and [RUS:Vladimir Putin] was called off.",
        "[USA:Donald Trump] cancelled a meeting<noun.meeting.complement cancelled> with [RUS:Vladimir Putin].",
        "[USA:Donald Trump] called off a meeting<noun.meeting.complement cancelled> with [RUS:Vladimir Putin].",
        "The meeting<noun.meeting.complement cancelled> between [RUS:Sergei Lavrov] and [TUR:Hakan Fidan] will not take place.",
        "The summit<noun.summit.complement cancelled> between [USA:Donald Trump] and [CHN:Xi Jinping] will not go ahead.",
        "[TUR:Hakan Fidan]'s visit<noun.visit.subject cancelled> to Baku has been cancelled.",
        "[FRA:Emmanuel Macron] called off his trip<noun.visit.subject cancelled> to Algeria.",
    ]

    @Test(arguments: cancelled)
    func cancelledSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let declined: [String] = [
        "[UKR:Volodymyr Zelenskyy] declined to meet<verb.meet.active declined> [RUS:Vladimir Putin].",
        "[UKR:Volodymyr Zelenskyy] refused to meet<verb.meet.active declined> with [RUS:Vladimir Putin].",
        "[UKR:Volodymyr Zelenskyy] turned down a meeting<noun.meeting.complement declined> with [RUS:Vladimir Putin].",
        "[FRA:Emmanuel Macron] rejected an invitation to visit<verb.visit.active declined> Moscow.",
        "[UKR:Volodymyr Zelenskyy] ruled out a meeting<noun.meeting.complement declined> with [RUS:Vladimir Putin].",
    ]

    @Test(arguments: declined)
    func declinedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let denied: [String] = [
        "Iran denied a meeting<noun.meeting.complement denied> between [IRN:Abbas Araghchi] and [USA:Steve Witkoff].",
        "[RUS:Sergei Lavrov] did not meet<verb.meet.active denied> [USA:Marco Rubio] in Washington.",
        "There was no meeting<noun.meeting.complement denied> between [RUS:Sergei Lavrov] and [USA:Marco Rubio].",
        "[RUS:Sergei Lavrov] failed to meet<verb.meet.active denied> [USA:Marco Rubio].",
        "No meeting<noun.meeting.complement denied> between [RUS:Sergei Lavrov] and [USA:Marco Rubio] is planned.",
        "A meeting<noun.meeting.complement denied> between [RUS:Sergei Lavrov] and [USA:Marco Rubio] did not take place.",
        "The talks<noun.talks.complement denied> between [IRN:Iran] and [USA:the United States] never took place.",
        "The meeting<noun.meeting.complement denied> of [RUS:Sergei Lavrov] with [TUR:Hakan Fidan] has not taken place.",
        "[RUS:Sergei Lavrov] never met<verb.meet.active denied> [USA:Marco Rubio] in Doha.",
    ]

    @Test(arguments: denied)
    func deniedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let underWay: [String] = [
        "Talks<noun.talks.complement under-way> between [IRN:Iran] and [USA:the United States] are under way in Geneva.",
        "Talks<noun.talks.complement under-way> between [IRN:Iran] and [USA:the United States] have begun in Geneva.",
        "[RUS:Sergei Lavrov] is meeting<verb.meet.active under-way> [TUR:Hakan Fidan] in Antalya.",
        "[RUS:Sergei Lavrov] and [TUR:Hakan Fidan] are meeting<verb.meet.reciprocal under-way> in Antalya.",
    ]

    @Test(arguments: underWay)
    func underWaySentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// One clause's mood is not another's.
    static let neighbours: [String] = [
        "[RUS:Sergei Lavrov] met<verb.meet.active> [TUR:Hakan Fidan] and will visit<verb.visit.active announced> Baku on Friday.",
        "[RUS:Sergei Lavrov] will visit<verb.visit.active announced> Baku on Friday after [he:he] met<verb.meet.active> [TUR:Hakan Fidan] in Antalya.",
        "[FRA:Emmanuel Macron] met<verb.meet.active> [DEU:Friedrich Merz] but cancelled a visit<noun.visit.subject cancelled> to Algeria.",
        "[FRA:Emmanuel Macron], who cancelled a visit<noun.visit.subject cancelled> to Algeria, met<verb.meet.active> [DEU:Friedrich Merz].",
        "[RUS:Sergei Lavrov] held talks<noun.talks.complement> with [TUR:Hakan Fidan] and will visit<verb.visit.active announced> Baku.",
        "Following a meeting<noun.meeting.complement> with [TUR:Hakan Fidan] on Monday [RUS:Sergei Lavrov] will fly to<verb.arrive.active announced> Baku.",
    ]

    @Test(arguments: neighbours)
    func neighboursSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    /// Remembered, not news.
    static let background: [String] = [
        "[RUS:Sergei Lavrov] and [TUR:Hakan Fidan] last met<verb.meet.reciprocal background> in Moscow in May 2025.",
        "[RUS:Sergei Lavrov] had met<verb.meet.active background> [TUR:Hakan Fidan] in May.",
        "[TUR:Hakan Fidan] had spoken<verb.speak.active background> to [RUS:Sergei Lavrov] on Monday.",
        "The previous meeting<noun.meeting.complement background> between [RUS:Vladimir Putin] and [CHN:Xi Jinping] took place in Tianjin.",
        "Previously [RUS:Sergei Lavrov] met<verb.meet.active background> [TUR:Hakan Fidan] in Doha.",
        "Sergei Lavrov recalled a meeting<noun.meeting.complement mention> between [RUS:Vladimir Putin] and [CHN:Xi Jinping].",
        "[RUS:Sergei Lavrov] told reporters he had met<verb.meet.active background> [TUR:Hakan Fidan].",
    ]

    @Test(arguments: background)
    func backgroundSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let all: [[String]] = [
        announced, proposed, postponedOrSuspended, cancelled, declined, denied, underWay, neighbours, background,
    ]
}
