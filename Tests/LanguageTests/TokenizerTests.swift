import Language
import Testing

@Suite struct TokenizerTests {
    func words(_ text: String) -> [String] {
        let text = Text(text)
        return text.tokens.indices.map { text.word($0) }
    }

    @Test func wordsAndMarks() {
        #expect(words("Russia's envoy didn't speak.") == ["Russia", "'s", "envoy", "didn't", "speak", "."])
        #expect(words("Russia’s envoy, O’Brien") == ["Russia", "’s", "envoy", ",", "O’Brien"])
        #expect(words("the U.S.-China talks") == ["the", "U.S.", "-", "China", "talks"])
        #expect(words("Mr. Kim met Gen. Lee.") == ["Mr.", "Kim", "met", "Gen.", "Lee", "."])
        #expect(
            words("1,000 troops at 10:30, 3.5 per cent") == [
                "1,000", "troops", "at", "10:30", ",", "3.5", "per", "cent",
            ])
        #expect(words("the Presidents' talks") == ["the", "Presidents", "'", "talks"])
    }

    @Test func aModifierApostropheEndsSomewhere() {
        #expect(words("\u{2BC}") == ["\u{2BC}"])
        #expect(words("O\u{2BC}Brien \u{2BC}a") == ["O\u{2BC}Brien", "\u{2BC}", "a"])
    }

    @Test func foldingDropsCaseMarksAndStops() {
        #expect(Folding.key("U.S.") == Folding.key("US"))
        #expect(Folding.key("Erdoğan") == Folding.key("ERDOGAN"))
        #expect(Folding.key("Nguyễn") == Folding.key("nguyen"))
        #expect(Folding.key("Élysée") == Folding.key("elysee"))
        #expect(Folding.key("met") != Folding.key("meet"))
    }
}
