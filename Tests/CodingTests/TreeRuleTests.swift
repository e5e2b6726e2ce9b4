import Diplomacy
import Testing

/// What the sentence's tree decides: what is told and what is only brought up, who takes part, where and when.
@Suite struct TreeRuleTests {
    static let kremlin = Source.official("President of Russia", "RUS")
    static let whiteHouse = Source.official("White House", "USA")

    static let marks: [String] = [
        // brought up beside what is told
        "[RUS:Sergei Lavrov] and [TUR:Hakan Fidan] discussed<verb.discuss.active> preparations for the summit<noun.summit.subject announced mention>.",
        "Sergei Lavrov praised the results of the recent talks<noun.talks.complement mention> with [TUR:Hakan Fidan].",
        "[TUR:Hakan Fidan] told Sergei Lavrov about his meeting<noun.meeting.complement mention> with [USA:Marco Rubio].",
        // told, though it hangs deep
        "[RUS:Sergei Lavrov] held a first round of talks<noun.talks.complement> with [TUR:Hakan Fidan].",
        // a noun that looks like a verb, and the other way round
        "[RUS:Sergei Lavrov] said that his talk<noun.conversation.complement> with [TUR:Hakan Fidan] was useful.",
        // who takes part in what happens about a noun
        "During the conversation<noun.conversation.setting> [RUS:Sergei Lavrov] thanked [TUR:Hakan Fidan].",
        // what is received is a guest
        "Sergei Lavrov welcomed Hakan Fidan's readiness for a ceasefire.",
        "[RUS:Sergei Lavrov] welcomed<verb.receive.active host=RUS> [TUR:Hakan Fidan] at the ministry.",
        // asked for and refused
        "A request that [RUS:Sergei Lavrov] meet<verb.meet.active declined> [TUR:Hakan Fidan] has been refused.",
    ]

    @Test(arguments: marks)
    func markedSentences(sentence: String) { #expect(Annotation.mark(Annotation.bare(sentence)) == sentence) }

    static let readings: [Reading] = [
        // dates and places of something else in the sentence
        Reading(
            "Marco Rubio spoke with Hakan Fidan on Tuesday about the council, which met in Oslo on March 3.",
            expect: ["*call phone held 2026-03-10 ? USA:Marco Rubio TUR:Hakan Fidan"]),
        Reading(
            "Sergei Lavrov met Hakan Fidan on Monday on the sidelines of the conference in Munich.",
            expect: ["*meeting in-person held 2026-03-09 Munich/DEU RUS:Sergei Lavrov TUR:Hakan Fidan"]),
        // an invitation is another encounter
        Reading(
            "Vladimir Putin and Xi Jinping discussed trade. Vladimir Putin invited Xi Jinping to visit Kazan.",
            source: kremlin,
            expect: ["*talks in-person held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        // of what was discussed much is said that is not said of the talk
        Reading(
            "Donald Trump and Friedrich Merz discussed the council that sits in Geneva.",
            source: whiteHouse,
            expect: ["*meeting unknown held 2026-03-12 ? USA:Donald Trump DEU:Friedrich Merz"]),
        Reading(
            "Vladimir Putin and Xi Jinping discussed a dialogue of experts. The dialogue is in its tenth year.",
            source: kremlin,
            expect: ["*meeting unknown held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        // what a meeting is the setting of shows that it was held, whatever is said there of the future
        Reading(
            "Opening the meeting, Vladimir Putin said that he and Xi Jinping would discuss trade.",
            source: kremlin,
            expect: ["*talks in-person held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            "At the beginning of the talks Vladimir Putin noted that he and Xi Jinping would discuss trade.",
            source: kremlin,
            expect: ["*talks in-person held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            """
            During the telephone conversation Vladimir Putin congratulated Xi Jinping. They said that their foreign \
            ministers would meet soon.
            """,
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        Reading(
            """
            The conversation with Xi Jinping was part of a series of regular consultations. Vladimir Putin thanked him.
            """,
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
        // what is still to come is not what has been told
        Reading(
            """
            Vladimir Putin and Xi Jinping had a conversation. At the planned summit the two leaders will sign a \
            treaty.
            """,
            source: kremlin,
            expect: ["*call phone held 2026-03-12 ? RUS:Vladimir Putin CHN:Xi Jinping"]),
    ]

    @Test(arguments: readings)
    func readSentences(reading: Reading) { #expect(Array(reading.found.prefix(1)) == reading.expected) }

    @Test func aHostsWelcomeIsThePlace() throws {
        let text = """
            Vladimir Putin met with President of Serbia Aleksandar Vucic.

            * * *

            President of Russia Vladimir Putin: Mr President, I am glad to welcome you to Sochi.
            We remember our meeting in Belgrade in 2019.
            """
        let found = try principal(text, source: Self.kremlin)
        #expect(found.venue == "Sochi/RUS")
        #expect(words(found.place?.span, of: text) == "Sochi")
    }

    @Test func anExcellencyIsNoPronoun() throws {
        let found = try principal("Marco Rubio spoke today with H.E. Hakan Fidan.", source: Self.whiteHouse)
        #expect(found.cast == "USA:Marco Rubio TUR:Hakan Fidan")
    }

    @Test func aMajestyIsNoDeterminer() throws {
        let found = try principal("Donald Trump met His Majesty King Abdullah II of Jordan.", source: Self.whiteHouse)
        #expect(found.cast.contains("JOR:Abdullah II"))
    }

    @Test func bothCountriesAreNoTalkers() {
        let text = "Vladimir Putin sent greetings to Xi Jinping. Both countries face one task at the summit."
        #expect(read(text, source: Self.kremlin).principal == nil)
    }
}
