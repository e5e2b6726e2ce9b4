import Diplomacy
import Testing

@Suite struct QuotationTests {
    static let lead =
        "Russian Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in Antalya on Wednesday. "

    func quotations(_ rest: String) throws -> [Quotation] {
        let text = Self.lead + rest
        let found = try record(text).quotations
        for quotation in found { #expect(words(quotation.span, of: text) == quotation.text) }
        return found
    }

    @Test(arguments: [
        ("\"The sea must stay open,\" Fidan said.", "The sea must stay open,"),
        ("“The sea must stay open,” said Fidan.", "The sea must stay open,"),
        ("Fidan said: «The sea must stay open».", "The sea must stay open"),
        ("Fidan told reporters that the mood was “calm and very open”.", "calm and very open"),
        ("„The sea must stay open“, Fidan said.", "The sea must stay open"),
    ])
    func marks(rest: String, quoted: String) throws {
        let found = try quotations(rest)
        #expect(found.map(\.text) == [quoted])
        #expect(found.first?.speaker == Speaker(person: "Hakan Fidan", party: "TUR", grade: .named))
    }

    @Test(arguments: [
        ("The sides warned of the \"dark times\" ahead.", 0),
        ("They spoke about the film \"A Long Way Home\" and dined.", 0),
        ("He called it \"good\".", 0),
    ])
    func whatIsNoQuotation(rest: String, count: Int) throws {
        #expect(try quotations(rest).count == count)
    }

    @Test func nestedMarksAreOne() throws {
        let found = try quotations("“We read the ‘old map’ and the “new map” with care,” Fidan said.")
        #expect(found.map(\.text) == ["We read the ‘old map’ and the “new map” with care,"])
    }

    @Test func theParagraphBeforeIntroduces() throws {
        let found = try quotations(
            "They dined.\n\nA senior official familiar with the talks said,\n\n“Nobody wants the straits to close again.”"
        )
        #expect(found.first?.speaker?.grade == .unnamedOfficial)
        #expect(found.first?.speaker?.name == "senior official familiar with the talks")
        #expect(found.first?.verb == "said")
    }

    @Test func aQuotationGoesOnInTheNextParagraph() throws {
        let found = try quotations("Fidan said: “The sea must stay open.\n\n“We shall see to it.”")
        #expect(found.count == 1)
        #expect(found.first?.text.hasSuffix("We shall see to it.") == true)
    }

    @Test(arguments: [
        ("\"Nothing more was on the table,\" a US official who asked not to be named said.", Grade.unnamedOfficial),
        ("\"Nothing more was on the table,\" said people briefed on the talks.", .briefedSource),
        ("\"Nothing more was on the table,\" the Turkish Foreign Ministry said.", .spokesperson),
        ("\"Nothing more was on the table,\" Interfax wrote.", .mediaOnly),
    ])
    func grades(rest: String, grade: Grade) throws {
        let speaker = try #require(try quotations(rest).first?.speaker)
        #expect(speaker.grade == grade)
        #expect(speaker.person == nil)
    }

    @Test(arguments: [
        ("“We shall see to it,” he added.", "We shall see to it,", "added", "Sergei Lavrov"),
        ("“We shall see to it,” the joint statement read.", "We shall see to it,", "read", "joint statement"),
        (
            "“We shall see to it,” according to a senior Turkish diplomat.", "We shall see to it,", "according to",
            "senior Turkish diplomat"
        ),
    ])
    func speakers(rest: String, quoted: String, verb: String, speaker: String) throws {
        let found = try #require(try quotations(rest).first)
        #expect(found.text == quoted && found.verb == verb && found.indirect == nil)
        #expect((found.speaker?.person ?? found.speaker?.name) == speaker)
    }

    @Test(arguments: [
        ("Fidan said that the sea must stay open.", "the sea must stay open", "said", "Hakan Fidan", Grade.named),
        ("Fidan told reporters on Friday that grain would flow.", "grain would flow", "told", "Hakan Fidan", .named),
        ("Fidan said the sea must stay open.", "the sea must stay open", "said", "Hakan Fidan", .named),
        (
            "The straits will be patrolled, a person briefed on the talks said.", "The straits will be patrolled",
            "said",
            "person briefed on the talks", .briefedSource
        ),
        (
            "According to the Turkish Foreign Ministry, the two discussed grain.", "the two discussed grain",
            "According to", "Turkish Foreign Ministry", .spokesperson
        ),
        (
            "A senior official familiar with the matter said that more talks would follow.", "more talks would follow",
            "said", "senior official familiar with the matter", .unnamedOfficial
        ),
    ])
    func reportedSpeech(rest: String, told: String, verb: String, speaker: String, grade: Grade) throws {
        let found = try #require(try quotations(rest).first { $0.indirect == true })
        #expect(found.text == told && found.verb == verb)
        #expect((found.speaker?.person ?? found.speaker?.name) == speaker && found.speaker?.grade == grade)
    }

    /// Words in marks are told once.
    @Test func quotedWordsAreNotReportedToo() throws {
        #expect(try quotations("Fidan said that the mood was “calm and very open”.").map(\.indirect) == [nil])
    }

    @Test func aDocumentWithoutEncountersHasQuotations() throws {
        let text =
            "Iran expelled the Swedish ambassador. \"This was overdue,\" Foreign Minister Abbas Araghchi told reporters."
        let found = try record(text).quotations
        #expect(found.map(\.text) == ["This was overdue,"] && found.first?.speaker?.person == "Abbas Araghchi")
        #expect(found.first?.encounter == nil)
    }

    @Test func thousandsOfMarksTakeNoTime() throws {
        let marks = ["“", "\" ", "«", "“a ", "\"a\" ", "‘b ", "said “c "]
        for mark in marks {
            let clock = ContinuousClock()
            let time = try clock.measure { _ = try record(Self.lead + String(repeating: mark, count: 10_000)) }
            #expect(time < .seconds(5), "\(mark)")
        }
    }
}
