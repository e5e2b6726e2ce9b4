import Language

/// Ordinal numbers in digits and words: "20th", "21st", "fourth", "twenty-first", "the fiftieth".
enum Ordinals {
    private static let units: [UInt64: Int] = table(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
        sixteenth seventeenth eighteenth nineteenth
        """, from: 1, step: 1)
    private static let tens: [UInt64: Int] = table(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", from: 20, step: 10)
    private static let cardinalTens: [UInt64: Int] = table(
        "twenty thirty forty fifty sixty seventy eighty ninety", from: 20, step: 10)

    private static func table(_ words: String, from start: Int, step: Int) -> [UInt64: Int] {
        var result: [UInt64: Int] = [:]
        for (i, word) in words.split(whereSeparator: \.isWhitespace).enumerated() {
            result[Folding.key(word)] = start + i * step
        }
        return result
    }

    /// The ordinal that begins at a token, and the token after it.
    static func ordinal(at i: Int, in text: Text, limit: Int) -> (value: Int, end: Int)? {
        guard i < limit else { return nil }
        let token = text.tokens[i]
        if token.has(.number) { return digits(text.word(i)).map { ($0, i + 1) } }
        if let value = units[token.key] ?? tens[token.key] { return (value, i + 1) }
        guard let ten = cardinalTens[token.key], i + 1 < limit else { return nil }
        let next = text.tokens[i + 1].has(.hyphen) ? i + 2 : i + 1
        guard next < limit, let unit = units[text.tokens[next].key], unit < 10 else { return nil }
        return (ten + unit, next + 1)
    }

    private static func digits(_ word: String) -> Int? {
        let number = word.prefix { $0.isASCII && $0.isNumber }
        guard ["st", "nd", "rd", "th"].contains(word.dropFirst(number.count).lowercased()), let value = Int(number),
            value > 0,
            value < 1_000
        else { return nil }
        return value
    }
}
