import Diplomacy
import Testing

/// Which encounter is the news.
@Suite struct PrincipalTests {
    static let titleFirst: [Reading] = [
        Reading(
            title: "Macron receives Merz in Paris",
            """
            Hakan Fidan met Sergei Lavrov in Antalya on Monday. Emmanuel Macron received Friedrich Merz in \
            Paris on Tuesday.
            """,
            expect: [
                "*meeting in-person held 2026-03-10 Paris/FRA FRA:Emmanuel Macron DEU:Friedrich Merz",
                "+meeting in-person held 2026-03-09 Antalya/TUR TUR:Hakan Fidan RUS:Sergei Lavrov",
            ])
    ]

    @Test(arguments: titleFirst)
    func titleFirstSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let neverBackground: [Reading] = [
        Reading(
            """
            Sergei Lavrov had met Hakan Fidan in Doha in May. On Wednesday Sergei Lavrov met Abbas Araghchi \
            in Moscow.
            """,
            expect: [
                "-meeting in-person held 2025-05 Doha/QAT RUS:Sergei Lavrov TUR:Hakan Fidan",
                "*meeting in-person held 2026-03-11 Moscow/RUS RUS:Sergei Lavrov IRN:Abbas Araghchi",
            ])
    ]

    @Test(arguments: neverBackground)
    func neverBackgroundSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let neverSpeech: [Reading] = [
        Reading(
            """
            "Donald Trump met Xi Jinping in Busan," Marco Rubio said. On Tuesday Marco Rubio met Penny Wong \
            in Washington.
            """,
            expect: [
                "-meeting in-person held ? Busan/KOR USA:Donald Trump CHN:Xi Jinping",
                "*meeting in-person held 2026-03-10 Washington/USA USA:Marco Rubio AUS:Penny Wong",
            ]),
        Reading(
            "Penny Wong spoke to reporters. \"I met Wang Yi in Beijing and we spoke at length,\" she said.",
            expect: [
                "-meeting in-person held ? Beijing/CHN CHN:Wang Yi AUS:Penny Wong"
            ]),
    ]

    @Test(arguments: neverSpeech)
    func neverSpeechSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let invitationsLast: [Reading] = [
        Reading(
            """
            Hakan Fidan invited Badr Albusaidi to visit Ankara. On Monday Hakan Fidan met Sergei Lavrov in \
            Antalya.
            """,
            expect: [
                "-visit in-person proposed ? Ankara/TUR OMN:Badr Albusaidi TUR",
                "*meeting in-person held 2026-03-09 Antalya/TUR TUR:Hakan Fidan RUS:Sergei Lavrov",
            ])
    ]

    @Test(arguments: invitationsLast)
    func invitationsLastSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [titleFirst, neverBackground, neverSpeech, invitationsLast]
}
