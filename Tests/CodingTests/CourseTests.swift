import Diplomacy
import Testing

/// The course of encounters within a document: held, ahead, put off, called off, declined, denied.
@Suite struct CourseTests {
    static let ahead: [Reading] = [
        Reading(
            "Donald Trump called off a summit with Vladimir Putin in Budapest.",
            expect: [
                "*summit in-person cancelled ? Budapest/HUN USA:Donald Trump RUS:Vladimir Putin"
            ]),
        Reading(
            "Volodymyr Zelenskyy declined to meet Vladimir Putin in Moscow.",
            expect: [
                "*meeting in-person declined ? Moscow/RUS UKR:Volodymyr Zelenskyy RUS:Vladimir Putin"
            ]),
        Reading(
            "Talks between Iran and the United States are under way in Geneva.",
            expect: [
                "*talks in-person under-way ? Geneva/CHE IRN USA"
            ]),
        Reading(
            "Emmanuel Macron proposed a meeting between Vladimir Putin and Volodymyr Zelenskyy in Geneva.",
            expect: [
                "*meeting in-person proposed ? Geneva/CHE RUS:Vladimir Putin UKR:Volodymyr Zelenskyy"
            ]),
    ]

    @Test(arguments: ahead)
    func aheadSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let denied: [Reading] = [
        Reading(
            "Iran denied that Abbas Araghchi had met Steve Witkoff in Muscat.",
            expect: [
                "*meeting in-person denied ? Muscat/OMN IRN:Abbas Araghchi USA:Steve Witkoff"
            ]),
        Reading(
            "Sergei Lavrov did not meet Marco Rubio in Washington on Monday.",
            expect: [
                "*meeting in-person denied 2026-03-09 Washington/USA RUS:Sergei Lavrov USA:Marco Rubio"
            ]),
    ]

    @Test(arguments: denied)
    func deniedSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let ofItsOwnClause: [Reading] = [
        Reading(
            "Friedrich Merz met Emmanuel Macron in Paris on Monday. Merz called off a visit to Warsaw.",
            expect: [
                "*meeting in-person held 2026-03-09 Paris/FRA DEU:Friedrich Merz FRA:Emmanuel Macron",
                "+visit in-person cancelled ? Warsaw/POL DEU:Friedrich Merz POL",
            ])
    ]

    @Test(arguments: ofItsOwnClause)
    func ofItsOwnClauseSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    /// "It was called off": what happened to the encounter told before.
    static let byPronoun: [Reading] = [
        Reading(
            "A meeting between Sergei Lavrov and Hakan Fidan was planned for 17 March. It was called off.",
            expect: [
                "*meeting in-person cancelled 2026-03-17 ? RUS:Sergei Lavrov TUR:Hakan Fidan"
            ])
    ]

    @Test(arguments: byPronoun)
    func byPronounSentences(reading: Reading) { #expect(reading.found == reading.expected) }

    static let all: [[Reading]] = [ahead, denied, ofItsOwnClause, byPronoun]
}
