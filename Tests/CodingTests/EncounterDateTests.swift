import Diplomacy
import Testing

/// The day of an encounter, by its own clause against the day of publication, Thursday, 12 March 2026.
@Suite struct EncounterDateTests {
    static let days: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan yesterday.",
            expect: [
                "*meeting in-person held 2026-03-11 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Sergei Lavrov and Hakan Fidan met two days ago.",
            expect: [
                "*meeting in-person held 2026-03-10 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Sergei Lavrov will meet Hakan Fidan next Tuesday.",
            expect: [
                "*meeting in-person announced 2026-03-17 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Sergei Lavrov will meet Hakan Fidan in Antalya on Friday.",
            expect: [
                "*meeting in-person announced 2026-03-13 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
    ]

    @Test(arguments: days)
    func daysSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let eachItsOwn: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan on 10 March 2026 and will meet Abbas Araghchi on 16 March.",
            expect: [
                "*meeting in-person held 2026-03-10 ? RUS:Sergei Lavrov TUR:Hakan Fidan",
                "+meeting in-person announced 2026-03-16 ? RUS:Sergei Lavrov IRN:Abbas Araghchi",
            ]),
        Reading(
            "On Tuesday Emmanuel Macron met Friedrich Merz; on Wednesday he met Donald Tusk.",
            expect: [
                "*meeting in-person held 2026-03-10 ? FRA:Emmanuel Macron DEU:Friedrich Merz",
                "+meeting in-person held 2026-03-11 ? POL:Donald Tusk FRA:Emmanuel Macron",
            ]),
    ]

    @Test(arguments: eachItsOwn)
    func eachItsOwnSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// What lies weeks back is remembered.
    static let oldDays: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan in May 2025.",
            expect: [
                "-meeting in-person held 2025-05 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Marco Rubio met Sergei Lavrov on the sidelines of a conference in Munich on 14 February.",
            expect: [
                "-meeting in-person held 2026-02-14 Munich/DEU USA:Marco Rubio RUS:Sergei Lavrov"
            ]),
    ]

    @Test(arguments: oldDays)
    func oldDaysSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let withoutPublication: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan in Antalya on Wednesday.",
            published: nil,
            expect: [
                "*meeting in-person held ? Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Sergei Lavrov met Hakan Fidan in Antalya on 4 March 2026.",
            published: nil,
            expect: [
                "*meeting in-person held 2026-03-04 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "ANKARA, March 12, 2026 (Example Wire) - Sergei Lavrov met Hakan Fidan in Antalya on Wednesday.",
            published: nil,
            expect: [
                "*meeting in-person held 2026-03-11 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
    ]

    @Test(arguments: withoutPublication)
    func withoutPublicationSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// A page of a ministry or a residence tells of its own day.
    static let officialPages: [Reading] = [
        Reading(
            title: "Hakan Fidan met with Badr Albusaidi",
            """
            Minister of Foreign Affairs Hakan Fidan met with Badr Albusaidi, Foreign Minister of Oman, in \
            Muscat.
            """,
            source: .official("Ministry of Foreign Affairs of Turkiye", "TUR"),
            expect: [
                "*meeting in-person held 2026-03-12 Muscat/OMN TUR:Hakan Fidan OMN:Badr Albusaidi"
            ]),
        // the day before, in the sentence that tells of the meeting; not in one that tells of another
        Reading(
            "Vladimir Putin met with Xi Jinping in Sochi yesterday.",
            source: .official("President of Russia", "RUS"),
            expect: ["*meeting in-person held 2026-03-11 Sochi/RUS RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            """
            Vladimir Putin met with Xi Jinping in Sochi. The two presidents took part in an informal meeting of leaders \
            yesterday.
            """,
            source: .official("President of Russia", "RUS"),
            expect: ["*meeting in-person held 2026-03-12 Sochi/RUS RUS:Vladimir Putin CHN:Xi Jinping"]),
    ]

    @Test(arguments: officialPages)
    func officialPagesSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [days, eachItsOwn, oldDays, withoutPublication, officialPages]
}
