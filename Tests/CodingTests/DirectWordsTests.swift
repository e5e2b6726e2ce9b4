import Diplomacy
import Testing

/// Official pages on which one tells something to the other, and nothing else says that they talked.
@Suite struct DirectWordsTests {
    static let kremlin = Source.official("President of Russia", "RUS")

    static let readings: [Reading] = [
        Reading(
            "Vladimir Putin informed Xi Jinping about the course of the fighting.",
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            "Emmanuel Macron told Vladimir Putin about the course of the fighting.",
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? FRA:Emmanuel Macron RUS:Vladimir Putin"]),
        Reading(
            "Vladimir Putin thanked the Finnish President for his help.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin FIN:Alexander Stubb"]),
        // a plan that the page goes on to tell is not its news
        Reading(
            """
            Vladimir Putin informed Xi Jinping about the course of the fighting. Sergei Lavrov will visit Beijing \
            in May.
            """,
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        // to others, among one's own, between two others, and in the news
        Reading("Vladimir Putin told reporters about Xi Jinping.", source: kremlin, expect: ["no-encounter"]),
        Reading(
            "Vladimir Putin informed Sergei Lavrov about the fighting in Syria.",
            source: kremlin,
            expect: ["no-encounter"]),
        Reading("Friedrich Merz told Emmanuel Macron about the truce.", source: kremlin, expect: ["no-encounter"]),
        Reading("Friedrich Merz told Emmanuel Macron about the truce.", expect: ["no-trigger"]),
    ]

    @Test(arguments: readings)
    func readSentences(reading: Reading) {
        let principals = reading.found.filter { $0.hasPrefix("*") || !$0.contains(" ") }
        #expect(principals == reading.expected)
    }
}
