import Codebook
import Diplomacy
import Language
import Testing

@Suite struct PatternTests {
    /// A codebook of one frame with verb and noun patterns.
    func codebook(verb: [String] = [], noun: [String] = [], more: String = "") throws -> Codebook {
        func list(_ key: String, _ patterns: [String]) -> String {
            patterns.isEmpty ? "" : "\(key):\n" + patterns.map { "  - \($0)\n" }.joined()
        }
        let text = "type: ACCUSE\ncameo: \"111\"\n\(more)" + list("verb", verb) + list("noun", noun)
        return try Codebook(
            [FrameFile(text, file: "frames/blame.yaml")],
            codes: CameoTable("code\tscore\tsource\n111\t-2\tx\n", file: "c"))
    }

    @Test func aVerbWithItsSlots() throws {
        let pattern = try #require(codebook(verb: ["SOURCE blame|fault TARGET for THING"]).patterns.first)
        #expect(pattern.heads.count == 2 && pattern.subject == .source && !pattern.isNoun)
        #expect(pattern.elements.map(\.slot) == [.target, .thing])
        #expect(pattern.elements.map(\.prepositions.count) == [0, 1])
        #expect(pattern.cameo == "111" && pattern.goldstein == -2)
    }

    @Test func objectsAreWordsAndPrepositionsStandBeforeThem() throws {
        let pattern = try #require(
            codebook(verb: ["SOURCE put+forward charge of fraud against TARGET?"]).patterns.first)
        #expect(pattern.heads[0].particle != 0)
        #expect(pattern.elements.map(\.words.count) == [1, 1, 0])
        #expect(pattern.elements.map(\.prepositions.count) == [0, 1, 1])
        #expect(pattern.elements.map(\.isOptional) == [false, false, true])
    }

    @Test func actsHaveTheirMarks() throws {
        let patterns = try codebook(verb: ["SOURCE ask TARGET to ACT", "SOURCE insist that ACT", "SOURCE deny ACT"])
            .patterns
        #expect(patterns.map { $0.elements.last?.mark } == [.to, .that, Pattern.Mark.none])
        #expect(patterns.allSatisfy { $0.has(.act) })
    }

    @Test func anOwnerStandsBeforeANoun() throws {
        let pattern = try #require(codebook(noun: ["SOURCE's hunger-strike against TARGET"]).patterns.first)
        #expect(pattern.subject == .source && pattern.isNoun)
        #expect(pattern.heads[0].word.modifier != 0)
    }

    @Test func aPrepositionBeforeAnOwnerIsThatOfTheThing() throws {
        let pattern = try #require(codebook(noun: ["SOURCE's downing of TARGET's plane with THING"]).patterns.first)
        #expect(pattern.elements.map(\.prepositions) == [[], [Folding.key("of")], [Folding.key("with")]])
        #expect(pattern.elements[0].isOwner && pattern.elements[0].slot == .target)
    }

    @Test func bothIsOfVerbsAndNouns() throws {
        let codebook = try codebook(verb: ["BOTH quarrel over THING"], noun: ["quarrel between BOTH"])
        #expect(codebook.patterns.map { $0.has(.both) } == [true, true])
    }

    @Test(arguments: [
        "SOURCE", "SOURCE's blame TARGET", "blame fault", "SOURCE to TARGET's",
    ])
    func aPatternThatIsNone(pattern: String) {
        #expect(throws: CodebookErrors.self) { try codebook(verb: [pattern]) }
    }

    @Test func whatIsCompiledOpensAsTheSame() throws {
        let first = try codebook(
            verb: ["SOURCE blame TARGET"], noun: ["SOURCE's blame of TARGET"],
            more:
                "hostile: THREATEN\nact: negated planned\nstance: condemns\nmode: disapprove\ncontexts: [legal, military]\ngloss: Says whose fault it is.\n"
        )
        var lines = first.lines
        let second = try #require(lines.withUTF8 { Codebook(lines: UnsafeRawBufferPointer($0)) })
        #expect(second.lines == first.lines)
        #expect(second.frames[0].act == Frame.Act(isNegated: true, modality: .planned))
        #expect(second.frames[0].stance == .condemns)
        #expect(second.patterns.map(\.contexts) == [["legal", "military"], ["legal", "military"]])
        #expect(second.goldstein("111") == -2)
    }

    @Test func brokenLinesDoNotOpen() {
        for text in [
            "x\ty\n", "v\tSOURCE blame TARGET\t\t\t\n", "f\tblame\n", "f\ta\tACCUSE\t\t\t\t\nv\tSOURCE\t\t\t\n",
        ] {
            var text = text
            #expect(text.withUTF8 { Codebook(lines: UnsafeRawBufferPointer($0)) } == nil, "\(text)")
        }
    }

    @Test func aLaterFrameTakesTheOthersPlace() throws {
        let codes = try CameoTable("111\t-2\n", file: "c")
        let own = try FrameFile("type: ACCUSE\nverb: [SOURCE blame TARGET]\n", file: "a/blame.yaml")
        let mine = try FrameFile("type: REJECT\nverb: [SOURCE blame TARGET]\n", file: "b/blame.yaml")
        let codebook = try Codebook([own, mine], codes: codes)
        #expect(codebook.frames.map(\.type) == [.reject] && codebook.patterns.count == 1)
    }
}
