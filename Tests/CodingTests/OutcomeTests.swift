import Diplomacy
import Testing

@Suite struct OutcomeTests {
    static let lead =
        "Russian Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in Antalya on Wednesday. "

    func outcome(_ sentence: String) throws -> Outcome { try principal(Self.lead + sentence).outcome }

    @Test(arguments: [
        ("The ministers signed an agreement on visa-free travel.", OutcomeKind.agreementSigned),
        ("After the talks a protocol on fisheries was signed.", .agreementSigned),
        ("The talks ended with the signing of a treaty on extradition.", .agreementSigned),
        ("The two sides agreed on a ceasefire along the coast.", .ceasefireAgreed),
        ("The ministers agreed to a prisoner swap.", .exchangeAgreed),
        ("They signed a memorandum of understanding on ports.", .memorandumSigned),
        ("The sides adopted a joint statement on shipping.", .jointStatement),
        ("The two ministers agreed to continue the dialogue.", .agreedToContinue),
        ("The talks will resume in April.", .agreedToContinue),
        ("The sides agreed that the straits must stay open.", .understanding),
        ("The two sides reached a common understanding on grain.", .understanding),
        ("Fidan pledged to open two more crossings.", .commitment),
        ("The talks collapsed after an hour.", .brokeDown),
        ("The talks ended without a breakthrough.", .noAgreement),
        ("The ministers failed to reach an agreement.", .noAgreement),
        ("No joint statement was issued.", .noneReported),
        ("No documents were signed.", .noneReported),
        ("While no formal agreements were announced, the mood was good.", .noneReported),
        ("They spoke for two hours.", .notStated),
    ])
    func kinds(sentence: String, kind: OutcomeKind) throws {
        #expect(try outcome(sentence).kind == kind)
    }

    @Test(arguments: [
        "The ministers will sign an agreement next week.",
        "The two sides hope to adopt a joint statement.",
        "Lavrov recalled that a treaty was signed 25 years ago.",
        "They discussed the convention that was signed in 2001.",
        "Lavrov called on the sides to agree to a truce.",
        "The meeting came ahead of the signing of a contract.",
        "The treaty signed in 1998 is still in force.",
        "They may agree on a ceasefire.",
    ])
    func whatWasNotDone(sentence: String) throws {
        #expect(try outcome(sentence).kind == .notStated)
    }

    @Test func theWeightiestComesFirst() throws {
        let encounter = try principal(
            Self.lead + "The sides agreed to meet again in May. They also signed a treaty on transit.")
        #expect(encounter.outcome.kind == .agreementSigned)
        #expect(encounter.outcomes.map(\.kind) == [.agreementSigned, .agreedToContinue])
    }

    @Test func wordsAndSpanAreTheClauses() throws {
        let text = Self.lead + "They spoke of grain; no joint statement was issued."
        let outcome = try principal(text).outcome
        #expect(outcome.text == "no joint statement was issued")
        #expect(words(outcome.span, of: text) == outcome.text)
    }

    @Test func theNextRoundHasDateAndPlace() throws {
        let next = try outcome("The two ministers agreed to meet again in Moscow on 20 April.").next
        #expect(next?.place == "Moscow")
        #expect(next?.date?.start == Day(iso: "2026-04-20"))
    }

    @Test func aPledgeNamesItsSide() throws {
        #expect(try outcome("Fidan pledged to open two more crossings.").by == ["TUR"])
        // what both undertake is an understanding
        #expect(try outcome("The two sides pledged to open two more crossings.").kind == .understanding)
    }

    @Test func whatDidNotTakePlaceHasNone() throws {
        let encounter = try principal(
            "The meeting of Russian Foreign Minister Sergei Lavrov and Turkish Foreign Minister Hakan Fidan was called off."
        )
        #expect(encounter.outcome.kind == .notApplicable)
    }

    @Test func aTitleAddsNothingToWhatTheTextTells() throws {
        let encounter = try principal(
            Self.lead + "They adopted a joint statement.", title: "Lavrov and Fidan sign agreement in Antalya")
        #expect(encounter.outcome.kind == .jointStatement)
    }
}
