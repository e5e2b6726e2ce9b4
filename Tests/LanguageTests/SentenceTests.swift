import Language
import Testing

@Suite struct SentenceTests {
    func sentences(_ text: String, titleBytes: Int = 0) -> [String] {
        let text = Text(text, titleBytes: titleBytes)
        return text.sentences.map { text.string($0.tokens) }
    }

    @Test func titlesInitialsAndDecimalsDoNotEndASentence() {
        #expect(sentences("Mr. Putin met J. R. Biden. They spent 3.5 hours.").count == 2)
        #expect(sentences("The U.S. President met Lt. Gen. Lee in St. Petersburg on Feb. 3. He left.").count == 2)
        #expect(sentences("He left for the U.S. The talks go on.").count == 2)
    }

    @Test func quotationMarksCloseWithTheirSentence() {
        #expect(sentences("“We agreed.” They left.") == ["“We agreed.”", "They left."])
    }

    @Test func linesEndSentencesUnlessTheTextIsWrapped() {
        #expect(sentences("First heading\nSecond line here").count == 2)
        let wrapped =
            "The Vice President emphasized that she and President\nBiden believe the WHO is vital to controlling the\npandemic and building back better."
        #expect(sentences(wrapped).count == 1)
    }

    @Test func titleIsItsOwnSentence() {
        let title = "Talks in Minsk"
        let all = Text(title + "\nThe talks began.", titleBytes: title.utf8.count + 1)
        #expect(all.sentences.map(\.isTitle) == [true, false])
    }
}
