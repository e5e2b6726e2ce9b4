import Diplomacy
import Testing

/// Several encounters of one document.
@Suite struct SeveralTests {
    /// One by one, where three parties or more are met.
    static let severalCounterparts: [Reading] = [
        Reading(
            "Marco Rubio met with Sergei Lavrov, Wang Yi and Hakan Fidan in Munich on Friday.",
            expect: [
                "*meeting in-person held 2026-03-06 Munich/DEU USA:Marco Rubio RUS:Sergei Lavrov",
                "+meeting in-person held 2026-03-06 Munich/DEU USA:Marco Rubio CHN:Wang Yi",
                "+meeting in-person held 2026-03-06 Munich/DEU USA:Marco Rubio TUR:Hakan Fidan",
            ])
    ]

    @Test(arguments: severalCounterparts)
    func severalCounterpartsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let inTurn: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan on Wednesday. Lavrov later spoke by phone with Marco Rubio.",
            expect: [
                "*meeting in-person held 2026-03-11 ? RUS:Sergei Lavrov TUR:Hakan Fidan",
                "+call phone held ? ? RUS:Sergei Lavrov USA:Marco Rubio",
            ]),
        Reading(
            """
            Friedrich Merz and Donald Tusk met in Warsaw on Monday. They agreed to meet again in Berlin in \
            June.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 Warsaw/POL DEU:Friedrich Merz POL:Donald Tusk",
                "-meeting in-person announced 2026-06 Berlin/DEU DEU:Friedrich Merz POL:Donald Tusk",
            ]),
        Reading(
            """
            Emmanuel Macron arrived in New Delhi on Monday for a three-day visit. Narendra Modi received \
            Emmanuel Macron on Tuesday.
            """,
            expect: [
                "+visit in-person held 2026-03-09 New Delhi/IND FRA:Emmanuel Macron IND",
                "*meeting in-person held 2026-03-10 New Delhi/IND IND:Narendra Modi FRA:Emmanuel Macron",
            ]),
    ]

    @Test(arguments: inTurn)
    func inTurnSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// What is told again is not another.
    static let toldTwice: [Reading] = [
        Reading(
            """
            Giorgia Meloni met Friedrich Merz in Rome on Tuesday. The meeting lasted two hours. It was \
            followed by a dinner.
            """,
            expect: [
                "*meeting in-person held 2026-03-10 Rome/ITA ITA:Giorgia Meloni DEU:Friedrich Merz"
            ])
    ]

    @Test(arguments: toldTwice)
    func toldTwiceSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [severalCounterparts, inTurn, toldTwice]
}
