import Language

/// The paragraphs of a text, by the white space before its sentences: blank lines where it has any, else line ends.
struct Paragraphs {
    /// The number of each sentence's paragraph, from 0.
    let numbers: [Int]

    init(_ text: Text) {
        let hasBlankLines = text.sentences.contains { text.tokens[$0.tokens.lowerBound].has(.paragraphBefore) }
        let mark: TokenShape = hasBlankLines ? .paragraphBefore : .lineBefore
        var number = 0
        var wasTitle = false
        numbers = text.sentences.enumerated().map { i, sentence in
            if i > 0, text.tokens[sentence.tokens.lowerBound].has(mark) || sentence.isTitle != wasTitle { number += 1 }
            wasTitle = sentence.isTitle
            return number
        }
    }

    /// Whether a sentence is the first of its paragraph.
    func starts(_ sentence: Int) -> Bool { sentence == 0 || numbers[sentence] != numbers[sentence - 1] }
}
