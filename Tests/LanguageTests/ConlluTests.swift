import Language
import Testing

@Suite struct ConlluTests {
    let file = """
        # sent_id = a-1
        # text = They didn't.
        1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
        2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tNE=O|Note=x
        3.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_
        4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

        1\tYes\r

        """

    @Test func sentencesKeepRangesEmptyNodesAndComments() {
        var reader = ConlluReader()
        let sentences = reader.sentences(file)
        #expect(reader.problems.isEmpty)
        #expect(sentences.count == 2)
        #expect(sentences[0].words.map(\.form) == ["They", "did", "n't", "."])
        #expect(sentences[0].lines.map(\.id) == ["1", "2-3", "2", "3", "3.1", "4"])
        #expect(sentences[0].comment("sent_id") == "a-1")
        #expect(sentences[0].comment("newdoc") == nil)
        #expect(sentences[0].words[2].misc("Note") == "x")
        #expect(sentences[0].words[0].misc("Note") == nil)
        #expect(sentences[1].words.map(\.form) == ["Yes"])
        #expect(sentences[1].words[0].columns.count == 10)
    }

    @Test func whatIsNoConlluIsSaidAndLeftOut() {
        var reader = ConlluReader()
        let sentences = reader.sentences("1\tA\nnonsense\n3\tC\n2\tB\n\n\n\t\n")
        #expect(sentences.map { $0.words.map(\.form) } == [["A", "B"]])
        #expect(reader.problems.map(\.line) == [2, 3, 7])
        #expect(reader.problems[1].message == "expected word 2, found \"3\"")
    }

    @Test func aFileWithoutABlankLineAtItsEndHasItsLastSentence() {
        var reader = ConlluReader()
        #expect(reader.sentences("1\tA").count == 1)
        #expect(reader.sentences("").isEmpty)
        #expect(reader.sentences("# only a comment\n").isEmpty)
    }
}
