import Diplomacy
import Testing

/// Phrases to persons: by party, office and day, by what the document has said before, or as the text has them.
@Suite struct WhoTests {
    /// An office without a name is its holder's on the day.
    static let holders: [Reading] = [
        Reading(
            "The Turkish Foreign Minister met the Omani Foreign Minister on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? TUR:Hakan Fidan OMN:Badr Albusaidi"
            ]),
        Reading(
            "Sergei Lavrov met his Turkish counterpart on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
    ]

    @Test(arguments: holders)
    func holdersSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let onTheDay: [Reading] = [
        Reading(
            "Angela Merkel met Nicolas Sarkozy on Monday.",
            published: "2010-06-01",
            expect: [
                "*meeting in-person held 2010-05-31 ? DEU:Angela Merkel FRA:Nicolas Sarkozy"
            ]),
        Reading(
            "President Bush met President Putin in Moscow on Thursday.",
            published: "2002-05-24",
            expect: [
                "*meeting in-person held 2002-05-23 Moscow/RUS USA:George W. Bush RUS:Vladimir Putin"
            ]),
        Reading(
            "President Bush met Boris Yeltsin at Camp David on Saturday.",
            published: "1992-02-01",
            expect: [
                "*meeting in-person held 1992-02-01 Camp David, Thurmont/USA USA:George H.W. Bush RUS:Boris Yeltsin"
            ]),
        Reading(
            "Angela Merkel met Emmanuel Macron on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? DEU:Angela Merkel!former FRA:Emmanuel Macron"
            ]),
    ]

    @Test(arguments: onTheDay)
    func onTheDaySentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let standings: [Reading] = [
        Reading(
            "Former US President Barack Obama met Emmanuel Macron on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? USA:Barack Obama!former FRA:Emmanuel Macron"
            ]),
        Reading(
            "Ex-US President Barack Obama met Emmanuel Macron on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? USA:Barack Obama!former FRA:Emmanuel Macron"
            ]),
        Reading(
            "Acting President of Bolivia Ramon Quispeta met Luiz Inacio Lula da Silva on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? BOL:Ramon Quispeta!acting BRA:Luiz Inacio Lula da Silva"
            ]),
        Reading(
            "President-elect of Chile Rodrigo Almarzo met Javier Milei on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 ? CHL:Rodrigo Almarzo!elect ARG:Javier Milei"
            ]),
    ]

    @Test(arguments: standings)
    func standingsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// A surname means whom the document has named in full.
    static let surnames: [Reading] = [
        Reading(
            """
            Russian Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in Antalya on \
            Monday. Lavrov then met Abbas Araghchi in Doha.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan",
                "+meeting in-person held ? Doha/QAT RUS:Sergei Lavrov IRN:Abbas Araghchi",
            ]),
        Reading(
            """
            Estonian Foreign Minister Kaarel Metsavaht met Andrii Sybiha on Monday. Metsavaht later met \
            Radoslaw Sikorski.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 ? EST:Kaarel Metsavaht UKR:Andrii Sybiha",
                "+meeting in-person held ? ? POL:Radoslaw Sikorski EST:Kaarel Metsavaht",
            ]),
    ]

    @Test(arguments: surnames)
    func surnamesSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let pronouns: [Reading] = [
        Reading(
            """
            Turkish Foreign Minister Hakan Fidan met Sergei Lavrov in Antalya on Monday. He later met Abbas \
            Araghchi.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 Antalya/TUR TUR:Hakan Fidan RUS:Sergei Lavrov",
                "+meeting in-person held ? ? TUR:Hakan Fidan IRN:Abbas Araghchi",
            ]),
        Reading(
            """
            Italian Prime Minister Giorgia Meloni met Friedrich Merz in Rome on Monday. She also received \
            Donald Tusk.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 Rome/ITA ITA:Giorgia Meloni DEU:Friedrich Merz",
                "+meeting in-person held ? Rome/ITA(host) ITA:Giorgia Meloni POL:Donald Tusk",
            ]),
    ]

    @Test(arguments: pronouns)
    func pronounsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// "The two ministers" are those of the main news.
    static let pairs: [Reading] = [
        Reading(
            """
            Sergei Lavrov met Hakan Fidan in Antalya on Wednesday. A meeting between Lavrov and Marco Rubio \
            did not take place. The two ministers last met in Moscow in May 2025.
            """,
            expect: [
                "*meeting in-person held 2026-03-11 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan",
                "-meeting in-person denied ? ? RUS:Sergei Lavrov USA:Marco Rubio",
                "-meeting in-person held 2025-05 Moscow/RUS RUS:Sergei Lavrov TUR:Hakan Fidan",
            ])
    ]

    @Test(arguments: pairs)
    func pairsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let regions: [Reading] = [
        Reading(
            "Head of Tatarstan Rustam Minnikhanov met Ilham Aliyev in Baku on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Baku/AZE RUS:Rustam Minnikhanov AZE:Ilham Aliyev"
            ])
    ]

    @Test(arguments: regions)
    func regionsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let privatePersons: [Reading] = [
        Reading(
            "Russian businessmen met Emmanuel Macron on Monday.",
            expect: [
                "-meeting in-person held 2026-03-09 ? RUS FRA:Emmanuel Macron"
            ])
    ]

    @Test(arguments: privatePersons)
    func privatePersonsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [holders, onTheDay, standings, surnames, pronouns, pairs, regions, privatePersons]
}
