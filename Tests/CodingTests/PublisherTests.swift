import Diplomacy
import Testing

/// Official pages, whose publisher is one side; transcripts; messages that tell of no encounter.
@Suite struct PublisherTests {
    static let theHouseMeets: [Reading] = [
        Reading(
            title: "Telephone conversation with President of Turkiye Recep Tayyip Erdogan",
            "The leaders discussed the situation in Syria.",
            source: .official("President of Russia", "RUS"),
            expect: [
                "*call phone held 2026-03-12 ? RUS:Vladimir Putin TUR:Recep Tayyip Erdogan"
            ]),
        Reading(
            title: "Ilham Aliyev received Foreign Minister of Turkiye",
            """
            President Ilham Aliyev received Hakan Fidan, Minister of Foreign Affairs of the Republic of \
            Turkiye.
            """,
            source: .official("President of Azerbaijan", "AZE"),
            expect: [
                "*meeting in-person held 2026-03-12 Baku/AZE(host) AZE:Ilham Aliyev TUR:Hakan Fidan"
            ]),
        Reading(
            title: "Readout of President Trump's Call with President Zelenskyy of Ukraine",
            """
            President Donald Trump spoke today with President Volodymyr Zelenskyy of Ukraine. The two \
            presidents discussed a ceasefire.
            """,
            source: .official("The White House", "USA"),
            expect: [
                "*call phone held 2026-03-12 ? USA:Donald Trump UKR:Volodymyr Zelenskyy"
            ]),
    ]

    @Test(arguments: theHouseMeets)
    func theHouseMeetsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// A speaker's own words open no news.
    static let transcripts: [Reading] = [
        Reading(
            title: "Meeting with President of Belarus Alexander Lukashenko",
            """
            Vladimir Putin met with President of Belarus Alexander Lukashenko at the Kremlin.
            President of Russia Vladimir Putin: Mr President, the trade of our countries has grown.
            President of Belarus Alexander Lukashenko: It has grown, and it may grow further.
            """,
            source: .official("President of Russia", "RUS"),
            expect: [
                "*meeting in-person held 2026-03-12 Kremlin, Moscow/RUS RUS:Vladimir Putin BLR:Alexander Lukashenko"
            ])
    ]

    @Test(arguments: transcripts)
    func transcriptsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let greetings: [Reading] = [
        Reading(
            title: "Condolences to President of Indonesia Prabowo Subianto",
            """
            Vladimir Putin sent a message of condolences to President of Indonesia Prabowo Subianto over \
            the flood.
            """,
            source: .official("President of Russia", "RUS"),
            expect: [
                "no-trigger"
            ]),
        Reading(
            title: "Greetings on the anniversary of relations with Mongolia",
            "Vladimir Putin sent greetings to President of Mongolia Ukhnaagiin Khurelsukh.",
            source: .official("President of Russia", "RUS"),
            expect: [
                "no-trigger"
            ]),
    ]

    @Test(arguments: greetings)
    func greetingsSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let domestic: [Reading] = [
        Reading(
            title: "Meeting with Governor of Tula Region Dmitry Milyaev",
            """
            Vladimir Putin held a working meeting with Governor of Tula Region Dmitry Milyaev. They \
            discussed roads.
            """,
            source: .official("President of Russia", "RUS"),
            expect: [
                "domestic-only"
            ]),
        Reading(
            title: "Meeting with Security Council members",
            "The President held a meeting with permanent members of the Security Council.",
            source: .official("President of Russia", "RUS"),
            expect: [
                "no-encounter"
            ]),
        Reading(
            title: "Readout of President Trump's Meeting with Cabinet Secretaries",
            "President Donald Trump met with members of his Cabinet at the White House.",
            source: .official("The White House", "USA"),
            expect: [
                "no-encounter"
            ]),
        Reading(
            "Sergei Lavrov met Vladimir Putin in Moscow on Monday.",
            expect: [
                "no-parties"
            ]),
        Reading(
            "Emmanuel Macron met Jean-Noel Barrot in Paris.",
            expect: [
                "no-parties"
            ]),
        Reading(
            "The city council met on Monday to discuss the budget.",
            expect: [
                "no-parties"
            ]),
    ]

    @Test(arguments: domestic)
    func domesticSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let nothingTold: [Reading] = [
        Reading(
            "Prices rose in France and in Germany.",
            expect: [
                "no-trigger"
            ]),
        Reading(
            "The press call is on Monday.",
            expect: [
                "no-trigger"
            ]),
        Reading(
            "Wheat prices rose.",
            expect: [
                "no-trigger"
            ]),
    ]

    @Test(arguments: nothingTold)
    func nothingToldSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [theHouseMeets, transcripts, greetings, domestic, nothingTold]
}
