import Diplomacy
import Testing

/// Where an encounter was: stated, meant by "capital" or "here", or the host's; never the dateline, never a topic.
@Suite struct PlaceTests {
    static let stated: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan in Antalya on Wednesday.",
            expect: [
                "*meeting in-person held 2026-03-11 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "Emmanuel Macron met Abdel Fattah el-Sisi in Egypt on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 /EGY FRA:Emmanuel Macron EGY:Abdel Fattah el-Sisi"
            ]),
        Reading(
            "Moscow talks between Russia and India ended on Tuesday.",
            expect: [
                "*talks in-person held 2026-03-10 Moscow/RUS RUS IND"
            ]),
        Reading(
            "Friedrich Merz received Emmanuel Macron in Meseberg on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Meseberg/DEU DEU:Friedrich Merz FRA:Emmanuel Macron"
            ]),
    ]

    @Test(arguments: stated)
    func statedSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let residences: [Reading] = [
        Reading(
            "Donald Trump met Keir Starmer at Camp David on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Camp David, Thurmont/USA USA:Donald Trump GBR:Keir Starmer"
            ]),
        Reading(
            "Donald Trump received Narendra Modi at the White House on Tuesday.",
            expect: [
                "*meeting in-person held 2026-03-10 White House, Washington/USA USA:Donald Trump IND:Narendra Modi"
            ]),
        Reading(
            "Donald Trump hosted Keir Starmer at Mar-a-Lago on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Mar-a-Lago, Palm Beach/USA USA:Donald Trump GBR:Keir Starmer"
            ]),
    ]

    @Test(arguments: residences)
    func residencesSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let withTheCity: [Reading] = [
        Reading(
            "Vladimir Putin received Masoud Pezeshkian at the Konstantinovsky Palace in St Petersburg on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 St Petersburg/RUS RUS:Vladimir Putin IRN:Masoud Pezeshkian"
            ]),
        Reading(
            "Recep Tayyip Erdogan hosted Ilham Aliyev at the presidential complex in Ankara on Tuesday.",
            expect: [
                "*meeting in-person held 2026-03-10 Ankara/TUR TUR:Recep Tayyip Erdogan AZE:Ilham Aliyev"
            ]),
    ]

    @Test(arguments: withTheCity)
    func withTheCitySentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let capitals: [Reading] = [
        Reading(
            "Sergei Lavrov held talks with Wang Yi in the Chinese capital on Tuesday.",
            expect: [
                "*talks in-person held 2026-03-10 Beijing/CHN RUS:Sergei Lavrov CHN:Wang Yi"
            ]),
        Reading(
            "Xi Jinping met Vladimir Putin in the Kazakh capital on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Astana/KAZ CHN:Xi Jinping RUS:Vladimir Putin"
            ]),
    ]

    @Test(arguments: capitals)
    func capitalsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let datelines: [Reading] = [
        Reading(
            "BRUSSELS, March 12 (Example Wire) - Emmanuel Macron met Friedrich Merz in Strasbourg on Wednesday.",
            expect: [
                "*meeting in-person held 2026-03-11 Strasbourg/FRA FRA:Emmanuel Macron DEU:Friedrich Merz"
            ]),
        Reading(
            "BRUSSELS, March 12 (Example Wire) - Emmanuel Macron met Friedrich Merz on Wednesday.",
            expect: [
                "*meeting in-person held 2026-03-11 ? FRA:Emmanuel Macron DEU:Friedrich Merz"
            ]),
        Reading(
            "MOSCOW. March 12. /TASS/. Sergei Lavrov met Hakan Fidan in Antalya on Wednesday.",
            expect: [
                "*meeting in-person held 2026-03-11 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
    ]

    @Test(arguments: datelines)
    func datelinesSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let here: [Reading] = [
        Reading(
            "GENEVA, March 12 (Example Wire) - Abbas Araghchi met Steve Witkoff here on Wednesday.",
            expect: [
                "*meeting in-person held 2026-03-11 Geneva/CHE IRN:Abbas Araghchi USA:Steve Witkoff"
            ])
    ]

    @Test(arguments: here)
    func hereSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// Who receives, receives at home, and the place says on what it rests.
    static let hosts: [Reading] = [
        Reading(
            "Emmanuel Macron received Friedrich Merz on Tuesday.",
            expect: [
                "*meeting in-person held 2026-03-10 Paris/FRA(host) FRA:Emmanuel Macron DEU:Friedrich Merz"
            ]),
        Reading(
            "Sergei Lavrov was received by Ilham Aliyev on Monday.",
            expect: [
                "*meeting in-person held 2026-03-09 Baku/AZE(host) AZE:Ilham Aliyev RUS:Sergei Lavrov"
            ]),
    ]

    @Test(arguments: hosts)
    func hostsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let ofAnotherEncounter: [Reading] = [
        Reading(
            "Sergei Lavrov met Hakan Fidan on Monday. Earlier the two ministers had met in Doha in November.",
            expect: [
                "*meeting in-person held 2026-03-09 ? RUS:Sergei Lavrov TUR:Hakan Fidan",
                "-meeting in-person held 2025-11 Doha/QAT RUS:Sergei Lavrov TUR:Hakan Fidan",
            ]),
        Reading(
            """
            Sergei Lavrov met Hakan Fidan on Monday. Fidan will meet Marco Rubio on Friday. Lavrov last met \
            Rubio in Munich in February.
            """,
            expect: [
                "*meeting in-person held 2026-03-09 ? RUS:Sergei Lavrov TUR:Hakan Fidan",
                "+meeting in-person announced 2026-03-13 ? TUR:Hakan Fidan USA:Marco Rubio",
                "-meeting in-person held 2026-02 Munich/DEU RUS:Sergei Lavrov USA:Marco Rubio",
            ]),
    ]

    @Test(arguments: ofAnotherEncounter)
    func ofAnotherEncounterSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [
        stated, residences, withTheCity, capitals, datelines, here, hosts, ofAnotherEncounter,
    ]
}
