import Diplomacy
import Testing

/// Official pages that have no word for an encounter: two who act or speak as one have talked.
@Suite struct JointActTests {
    static let kremlin = Source.official("President of Russia", "RUS")

    static let readings: [Reading] = [
        Reading(
            "Both leaders expressed confidence in the truce. Vladimir Putin thanked Xi Jinping for his support.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            "Vladimir Putin and Xi Jinping stressed the need for a truce.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        // by their offices alone
        Reading(
            "The Russian President and the Chinese President stressed the need for a truce.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            "They discussed trade. The President thanked the Finnish President for his help.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin FIN:Alexander Stubb"]),
        // two of one party, and two in the news, may each have spoken alone
        Reading(
            "Vladimir Putin and Sergei Lavrov stressed the need for a truce with China.",
            source: kremlin,
            expect: ["no-encounter"]),
        Reading("Emmanuel Macron and Friedrich Merz stressed the need for a truce.", expect: ["no-trigger"]),
    ]

    @Test(arguments: readings)
    func readSentences(reading: Reading) { #expect(reading.found == reading.expected) }
}
