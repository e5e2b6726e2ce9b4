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

    @Test(arguments: [
        ("we will call him. the office opens at nine.", 2), ("will they sign? nobody knows.", 2),
        ("He paid approx. five dollars.", 1), ("The govt. of the day fell.", 1), ("He asked “why now?” and left.", 1),
        ("Yahoo! said so.", 1), ("He waited... and left.", 1), ("They met on 02/13/2001 08:02 PM All of them came.", 2),
        ("They met at 08:02 PM Moscow time.", 1), ("The teachers' demand was met.", 1), ("He said 'yes' and left.", 1),
    ])
    func sentencesWithoutACapital(_ text: String, _ count: Int) { #expect(sentences(text).count == count) }

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
