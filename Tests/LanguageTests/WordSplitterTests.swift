import Language
import Testing

@Suite struct WordSplitterTests {
    /// The words of a text, divided by spaces; a word that belongs to the token before it has a `+`.
    func split(_ string: String) -> String {
        let text = Text(string)
        return text.sentences.flatMap { text.words(in: $0) }
            .map { ($0.isJoined ? "+" : "") + text.string(bytes: $0.bytes) }.joined(separator: " ")
    }

    @Test(arguments: [
        ("They didn't meet.", "They did +n't meet ."),
        ("We can't, won't and cannot.", "We ca +n't , wo +n't and can +not ."),
        ("I'm sure they've gone; she'll say he'd go.", "I +'m sure they +'ve gone ; she +'ll say he +'d go ."),
        ("China's and the ministers' talks", "China +'s and the ministers +' talks"),
        ("it’s Russia’s, isn’t it", "it +’s Russia +’s , is +n’t it"),
        ("IT'S NOT CHINA'S", "IT +'S NOT CHINA +'S"),
        ("gonna dont im", "gon +na do +nt i +m"),
        ("IM and HES", "IM and HES"),
    ]) func clitics(_ text: String, _ words: String) { #expect(split(text) == words) }

    @Test(arguments: [
        ("the Russian-Chinese round", "the Russian - Chinese round"),
        ("an anti-missile and non-nuclear pre-meeting", "an anti-missile and non-nuclear pre-meeting"),
        ("call 713-853-3989 now", "call 713-853-3989 now"),
        ("on 9/11 and 11/28/2000", "on 9/11 and 11/28/2000"),
        ("and/or", "and / or"),
        ("AT&T and P&L", "AT&T and P&L"),
        (
            "mail les.spahnn@example.com, or see http://example.com/a_b?c=d.",
            "mail les.spahnn@example.com , or see http://example.com/a_b?c=d ."
        ),
        ("<a@example.com>", "< a@example.com >"),
        ("so... what?! -- no!!", "so ... what ?! -- no !!"),
        ("fine :) yes ;-)", "fine :) yes ;-)"),
        ("in '72 they let 'em", "in '72 they let 'em"),
        ("at 10am, 5km, the 20th of the 1990s", "at 10 am , 5 km , the 20th of the 1990s"),
        ("$1,000.50 (10%)", "$ 1,000.50 ( 10 % )"),
    ]) func tokens(_ text: String, _ words: String) { #expect(split(text) == words) }

    @Test func wordsTileTheTokens() {
        for string in PropertyTests.all {
            let text = Text(string)
            for sentence in text.sentences {
                let words = text.words(in: sentence)
                var covered: [Int] = []
                for word in words {
                    #expect(word.start < word.end)
                    covered += Array(word.bytes)
                }
                // every byte of every token, once and in order
                #expect(
                    covered == text.tokens[sentence.tokens].flatMap { Array($0.bytes) }, "\(string.debugDescription)")
                for (i, word) in words.enumerated() where word.isJoined {
                    #expect(i > 0 && words[i - 1].end == word.start)
                }
            }
        }
    }
}
