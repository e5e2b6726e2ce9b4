import Testing
import Wording

@testable import rapporteur

@Suite struct ColumnsTests {
    @Test func wideCharactersCountTwo() {
        #expect(Columns.width(of: "abc") == 3)
        #expect(Columns.width(of: "王毅") == 4)
        #expect(Columns.width(of: "한국") == 4)
        #expect(Columns.width(of: "😀") == 2)
        #expect(Columns.width(of: "👩‍👩‍👧") == 2)
        #expect(Columns.width(of: "🇷🇺") == 2)
        #expect(Columns.width(of: "e\u{301}") == 1)
        #expect(Columns.width(of: "Türkiye") == 7)
    }

    @Test func controlsAreShown() {
        #expect(Columns.safe("a\u{1B}[1mb") == "a␛[1mb")
        #expect(Columns.safe("a\tb\r\nc\u{2028}d") == "a b  c d")
        #expect(Columns.safe("\u{7F}\u{85}\u{9B}") == "␡ <U+009B>")
        #expect(Columns.safe("a\u{202E}b\u{200B}c\u{FEFF}") == "a<U+202E>bc")
        #expect(
            Columns.safe("e" + String(repeating: "\u{301}", count: 1000)).unicodeScalars.count == 1 + Columns.mostMarks)
    }

    func wrapped(_ text: String, _ width: Int) -> [String] {
        Wrapper.lines([Piece(text)], width: width).map { $0.rendered(color: false) }
    }

    @Test func wordsStayWhole() {
        #expect(wrapped("one two three", 7) == ["one two", "three"])
        #expect(wrapped("one  two ", 20) == ["one two"])
        #expect(wrapped("", 10) == [])
        #expect(wrapped("unbelievable", 5) == ["unbel", "ievab", "le"])
        #expect(wrapped("王毅外长访问", 5) == ["王毅", "外长", "访问"])
    }

    @Test func everyWidthIsKept() {
        let text = "Sergei Lavrov 王毅外长 met 😀 in a_very_long_word_that_is_longer_than_a_line, twice."
        for width in 2...80 { #expect(wrapped(text, width).allSatisfy { Columns.width(of: $0) <= width }, "\(width)") }
    }

    @Test func stylesSurviveTheBreak() {
        let lines = Wrapper.lines([Piece("one "), Piece("two three", .strong)], width: 7)
        #expect(lines == [[Piece("one "), Piece("two", .strong)], [Piece("three", .strong)]])
        #expect(lines[1].rendered(color: true) == "\u{1B}[1mthree\u{1B}[0m")
    }
}
