import Codebook
import Diplomacy
import Testing

@Suite struct FrameFileTests {
    @Test func everythingThatAFrameHas() throws {
        let file = try FrameFile(
            """
            type: CONSULT
            mode: visit
            contexts: [diplomatic]
            cameo: "042"
            gloss: Somebody travels to somebody.
            verb:
              - SOURCE visit TARGET
              - {pattern: SOURCE fly to TARGET, mode: third-party, contexts: [military], cameo: "044"}
            noun:
              - SOURCE's visit to TARGET
            examples:
              - say: Peru's president visited Chile.
                expect: CONSULT PER > CHL
              - say: He did not.
                expect: none
            counterexamples:
              - The doctor visits a patient.
            """, file: "frames/visit.yaml")
        #expect(file.frame.name == "visit" && file.frame.gloss == "Somebody travels to somebody.")
        #expect(
            file.wordings.map(\.text) == ["SOURCE visit TARGET", "SOURCE fly to TARGET", "SOURCE's visit to TARGET"])
        #expect(file.wordings.map(\.mode) == ["visit", "third-party", "visit"])
        #expect(file.wordings.map(\.cameo) == ["042", "044", "042"])
        #expect(file.wordings.map(\.contexts) == [["diplomatic"], ["military"], ["diplomatic"]])
        #expect(file.wordings.map(\.isNoun) == [false, false, true])
        #expect(file.examples.map(\.expected.count) == [1, 0] && file.examples[0].line > 10)
        #expect(file.counterexamples.map(\.sentence) == ["The doctor visits a patient."])
    }

    /// The message names file and line.
    @Test(arguments: [
        ("type: VISIT\n", "frames/a.yaml:1: error: expected a type of PLOVER, found \"VISIT\""),
        ("gloss: x\n", "frames/a.yaml: error: expected \"type\" or \"act\", found neither"),
        ("type: ACCUSE\nact: sometimes\n", "frames/a.yaml:2: error: expected negated, a modality or both for \"act\""),
        (
            "type: REJECT\nstance: against\n",
            "frames/a.yaml:2: error: expected one of supports, opposes, calls-for, rejects, condemns, conditional for \"stance\""
        ),
        ("type: ACCUSE\nverbs: []\n", "frames/a.yaml:2: error: expected a key of frames, found \"verbs\""),
        ("type: ACCUSE\nverb: x\n", "frames/a.yaml:2: error: expected a list"),
        (
            "type: ACCUSE\nexamples:\n  - {say: x, expect: ACCUSE}\n",
            "frames/a.yaml:3: error: expected events as TYPE SOURCE > TARGET, found \"ACCUSE\""
        ),
    ])
    func mistakes(text: String, message: String) {
        do throws(CodebookError) {
            _ = try FrameFile(text, file: "frames/a.yaml")
            Issue.record("expected a mistake in \(text)")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test func idiomsAndPositions() throws {
        let idiom = try FrameFile("type: none\nverb: [SOURCE beat deadline]\n", file: "a.yaml").frame
        #expect(idiom.isIdiom && idiom.type == nil)
        let position = try FrameFile("type: REJECT\nstance: opposes\nverb: [SOURCE oppose TOPIC]\n", file: "a.yaml")
            .frame
        #expect(position.stance == .opposes && !position.isIdiom)
    }

    @Test func yamlThatIsNone() {
        #expect(throws: CodebookError.self) { try FrameFile("type: [", file: "a.yaml") }
        #expect(throws: CodebookError.self) { try FrameFile("- a\n- b\n", file: "a.yaml") }
    }

    @Test func aCodeThatIsNone() throws {
        let file = try FrameFile("type: ACCUSE\ncameo: \"999\"\nverb: [SOURCE blame TARGET]\n", file: "a.yaml")
        let codes = try CameoTable("111\t-2\n", file: "c")
        #expect(throws: CodebookErrors.self) { try Codebook([file], codes: codes) }
        #expect(throws: CodebookError.self) { try CameoTable("111\tten\n", file: "c") }
    }
}

@Suite struct ExpectedEventTests {
    static func event(
        _ type: EventType, _ source: String?, _ target: String?, _ polarity: Polarity = .affirmed,
        _ modality: Modality = .actual
    ) -> Event {
        func actor(_ party: String?) -> EventActor? { party.map { EventActor(party: $0, text: $0, span: Span(0, 1)) } }
        return Event(
            type: type, source: actor(source), target: actor(target), polarity: polarity, modality: modality,
            sentence: 0,
            span: Span(0, 1), rule: "visit", confidence: 1)
    }

    @Test func severalWithTheirStatus() throws {
        let list = try #require(ExpectedEvent.list("REJECT RUS > CHN; CONSULT RUS > \"the envoys\" negated planned"))
        #expect(list.map(\.description) == ["REJECT RUS > CHN", "CONSULT RUS > \"the envoys\" negated planned"])
        #expect(ExpectedEvent.list("none") == [])
        #expect(ExpectedEvent.list("REJECT RUS CHN") == nil)
        #expect(ExpectedEvent.list("REJECT RUS > CHN soon") == nil)
    }

    @Test func judgements() throws {
        let expected = try #require(ExpectedEvent.list("CONSULT RUS > CHN planned"))
        let right = Self.event(.consult, "RUS", "CHN", .affirmed, .planned)
        #expect(ExampleJudge.problem([right], expected: expected) == nil)
        #expect(ExampleJudge.problem([right, Self.event(.agree, "RUS", "JPN")], expected: expected) == nil)
        let beside = ExampleJudge.problem([right, Self.event(.agree, "RUS", "CHN")], expected: expected)
        #expect(beside == "expected CONSULT RUS > CHN planned alone, found AGREE RUS > CHN beside it")
        #expect(
            ExampleJudge.problem([Self.event(.consult, "RUS", "CHN")], expected: expected)
                == "expected CONSULT RUS > CHN planned, found CONSULT RUS > CHN")
        #expect(ExampleJudge.problem([], expected: expected) == "expected CONSULT RUS > CHN planned, found none")
        #expect(ExampleJudge.problem([right], expected: []) != nil)
        #expect(ExampleJudge.problem([right], forbidding: "visit") != nil)
        #expect(ExampleJudge.problem([right], forbidding: "meet") == nil)
    }
}
