import Diplomacy
import Testing

/// Kind and medium, by the words of the encounter.
@Suite struct MannerTests {
    static let calls: [Reading] = [
        Reading(
            "Marco Rubio spoke with Sergei Lavrov by telephone on Monday.",
            expect: [
                "*call phone held 2026-03-09 ? USA:Marco Rubio RUS:Sergei Lavrov"
            ]),
        Reading(
            "Donald Trump called Vladimir Putin on Tuesday.",
            expect: [
                "*call phone held 2026-03-10 ? USA:Donald Trump RUS:Vladimir Putin"
            ]),
        Reading(
            "Sergei Lavrov and Hakan Fidan discussed the war in Ukraine by telephone on Monday.",
            expect: [
                "*call phone held 2026-03-09 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ]),
        Reading(
            "PARIS (Reuters) - Emmanuel Macron had a phone call with Friedrich Merz on Wednesday.",
            expect: [
                "*call phone held 2026-03-11 ? FRA:Emmanuel Macron DEU:Friedrich Merz"
            ]),
    ]

    @Test(arguments: calls)
    func callsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let video: [Reading] = [
        Reading(
            "Marco Rubio and Sergei Lavrov held a video call on Monday.",
            expect: [
                "*video-conference video held 2026-03-09 ? USA:Marco Rubio RUS:Sergei Lavrov"
            ]),
        Reading(
            "Xi Jinping and Vladimir Putin held talks by video link on Monday.",
            expect: [
                "*video-conference video held 2026-03-09 ? CHN:Xi Jinping RUS:Vladimir Putin"
            ]),
    ]

    @Test(arguments: video)
    func videoSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let consultations: [Reading] = [
        Reading(
            "Sergei Shoigu and Wang Yi held the 21st round of strategic consultations in Moscow on Monday.",
            expect: [
                "*consultation in-person held 2026-03-09 Moscow/RUS RUS:Sergei Shoigu CHN:Wang Yi"
            ])
    ]

    @Test(arguments: consultations)
    func consultationsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let summits: [Reading] = [
        Reading(
            "The summit of Donald Trump and Vladimir Putin in Budapest ended on Tuesday.",
            expect: [
                "*summit in-person held 2026-03-10 Budapest/HUN USA:Donald Trump RUS:Vladimir Putin"
            ])
    ]

    @Test(arguments: summits)
    func summitsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// Three parties or more, each a member.
    static let gatherings: [Reading] = [
        Reading(
            "Donald Trump, Keir Starmer and Emmanuel Macron met in London on Tuesday.",
            expect: [
                "*multilateral-meeting in-person held 2026-03-10 London/GBR USA:Donald Trump GBR:Keir Starmer FRA:Emmanuel Macron"
            ]),
        Reading(
            """
            Jordanian Foreign Minister Ayman Safadi and Iraqi Foreign Minister Fuad Hussein met Syrian \
            Foreign Minister Asaad al-Shaibani in Amman on Monday.
            """,
            expect: [
                "*multilateral-meeting in-person held 2026-03-09 Amman/JOR JOR:Ayman Safadi IRQ:Fuad Hussein SYR:Asaad al-Shaibani"
            ]),
    ]

    @Test(arguments: gatherings)
    func gatheringsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let contacts: [Reading] = [
        Reading(
            "Emmanuel Macron and Donald Trump had a brief chat in Rome on Monday.",
            expect: [
                "*contact in-person held 2026-03-09 Rome/ITA FRA:Emmanuel Macron USA:Donald Trump"
            ])
    ]

    @Test(arguments: contacts)
    func contactsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// A state has an ambassador in every capital: none is named who is not named.
    static let demarches: [Reading] = [
        Reading(
            "Poland summoned the Russian ambassador on Tuesday.",
            expect: [
                "*demarche in-person held 2026-03-10 ? POL RUS"
            ])
    ]

    @Test(arguments: demarches)
    func demarchesSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let visits: [Reading] = [
        Reading(
            "Emmanuel Macron arrived in Cairo on Monday.",
            expect: [
                "*visit in-person held 2026-03-09 Cairo/EGY FRA:Emmanuel Macron EGY"
            ]),
        Reading(
            "Emmanuel Macron will visit Algeria in April.",
            expect: [
                "*visit in-person announced 2026-04 /DZA FRA:Emmanuel Macron DZA"
            ]),
    ]

    @Test(arguments: visits)
    func visitsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let meals: [Reading] = [
        Reading(
            "Recep Tayyip Erdogan had dinner with Ilham Aliyev in Istanbul on Tuesday.",
            expect: [
                "*meeting in-person held 2026-03-10 Istanbul/TUR TUR:Recep Tayyip Erdogan AZE:Ilham Aliyev"
            ])
    ]

    @Test(arguments: meals)
    func mealsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let talks: [Reading] = [
        Reading(
            "Iran and the United States held indirect talks in Muscat on Saturday.",
            expect: [
                "*talks in-person held 2026-03-07 Muscat/OMN IRN USA"
            ])
    ]

    @Test(arguments: talks)
    func talksSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [
        calls, video, consultations, summits, gatherings, contacts, demarches, visits, meals, talks,
    ]
}
