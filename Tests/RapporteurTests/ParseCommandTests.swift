import Language
import Testing

@testable import rapporteur

@Suite struct ParseCommandTests {
    @Test func conlluHasRangesAndNames() throws {
        let model = try LanguageModel.program()
        let text = Text("They didn't meet in Oslo.")
        let words = text.words(in: text.sentences[0])
        var out = ""
        ConlluWriter(model).write(
            SentenceParser(model).parse(words, of: text), words: words, of: text, number: 1, to: &out)
        let lines = out.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "# sent_id = 1")
        #expect(lines[1] == "# text = They didn't meet in Oslo.")
        #expect(lines[3] == "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_")
        #expect(lines[8].hasPrefix("6\tOslo\tOslo\tPROPN\tNNP\t"))
        #expect(lines[8].hasSuffix("\tNE=B-LOC|SpaceAfter=No"))
        #expect(lines.suffix(2) == ["", ""])
        var reader = ConlluReader()
        #expect(reader.sentences(out).first?.words.map(\.form) == ["They", "did", "n't", "meet", "in", "Oslo", "."])
        #expect(reader.problems.isEmpty)
    }

    @Test func givenWordsKeepTheirCommentsAndRanges() throws {
        let model = try LanguageModel.program()
        var reader = ConlluReader()
        let given = try #require(reader.sentences("# a = b\n1-2\tdidn't\n1\tdid\tX\n2\tn't\n2.1\tx\n3\tgo\n").first)
        var out = ""
        ConlluWriter(model).write(SentenceParser(model).parse(given.words.map(\.form)), given: given, to: &out)
        let lines = out.split(separator: "\n")
        #expect(lines.map { $0.split(separator: "\t")[0] } == ["# a = b", "1-2", "1", "2", "3"])
        #expect(lines.dropFirst().allSatisfy { $0.split(separator: "\t").count == 10 })
        #expect(lines[2].contains("\tdo\tAUX\t"))
    }

    @Test func aTreeIsDrawnWithOneLineAWord() {
        let rows = [
            TreeDrawing.Row(form: "They", tag: "PRON", label: "nsubj", head: 1),
            TreeDrawing.Row(form: "met", tag: "VERB", label: "root", head: nil),
            TreeDrawing.Row(form: "in", tag: "ADP", label: "case", head: 3),
            TreeDrawing.Row(form: "Oslo", tag: "PROPN", label: "obl", head: 1, name: "B-LOC"),
        ]
        #expect(
            TreeDrawing(rows: rows).lines().map { $0.rendered(color: false) } == [
                "  ╭─▸ They  PRON   nsubj",
                "╭─┴─● met   VERB   root",
                "│ ╭─▸ in    ADP    case",
                "╰─┴─▸ Oslo  PROPN  obl  B-LOC",
            ])
        #expect(TreeDrawing(rows: []).lines().isEmpty)
    }

    @Test func theDeepestTreeStaysNarrow() {
        let rows = (0..<300).map { TreeDrawing.Row(form: "w", tag: "X", label: "dep", head: $0 == 0 ? nil : 0) }
        let widths = TreeDrawing(rows: rows).lines().map(\.columns)
        #expect((widths.max() ?? 0) < 80)
    }
}
