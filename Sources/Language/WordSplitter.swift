/// A syntactic word: a range of UTF-8 bytes of its text.
public struct Word: Sendable, Equatable {
    /// First byte.
    public var start: Int32
    /// One past the last byte.
    public var end: Int32
    /// It is written together with the word before it as one token: the `n't` of "didn't", the `'s` of "China's".
    public var isJoined: Bool

    public init(start: Int32, end: Int32, isJoined: Bool = false) {
        self.start = start
        self.end = end
        self.isJoined = isJoined
    }

    public var bytes: Range<Int> { Int(start)..<Int(end) }
}

/// Makes syntactic words of tokens, by the conventions of the English treebanks of Universal Dependencies
/// (https://universaldependencies.org/en/tokenization-and-words.html): clitics are words of their own, a hyphen divides
/// words but not a prefix from its word, addresses, dates, telephone numbers and runs of marks are one word.
struct WordSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    private var words: [Word] = []

    /// Appends the words of a range of a text's tokens.
    static func words(of text: Text, in range: Range<Int>) -> [Word] {
        var splitter = WordSplitter(bytes: text.bytes, tokens: text.tokens)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, !tokensApart(text.tokens, end) { end += 1 }
            splitter.chunk(start..<end)
            start = end
        }
        return splitter.words
    }

    private init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    private static func tokensApart(_ tokens: [Token], _ i: Int) -> Bool {
        tokens[i].has(.spaceBefore) || tokens[i].start > tokens[i - 1].end
    }

    private mutating func append(_ start: Int32, _ end: Int32, joined: Bool = false) {
        words.append(Word(start: start, end: end, isJoined: joined))
    }

    /// Splits what stands between two white spaces.
    private mutating func chunk(_ range: Range<Int>) {
        if range.count == 1 {
            word(range.lowerBound)
            return
        }
        var range = range
        if let end = address(range) ?? afterOpening(range).flatMap({ address($0) }) {
            while range.lowerBound < end - 1, Self.opening.contains(byte(range.lowerBound)) {
                append(tokens[range.lowerBound].start, tokens[range.lowerBound].end)
                range = range.lowerBound + 1..<range.upperBound
            }
            append(tokens[range.lowerBound].start, tokens[end - 1].end)
            range = end..<range.upperBound
        }
        var i = range.lowerBound
        while i < range.upperBound {
            if let end = numberRun(i, range) ?? prefixed(i, range) ?? company(i, range) ?? marks(i, range)
                ?? elided(i, range)
            {
                append(tokens[i].start, tokens[end - 1].end)
                i = end
            } else if tokens[i].has(.possessive), i > range.lowerBound, tokens[i - 1].has([.word, .number]) {
                append(tokens[i].start, tokens[i].end, joined: true)
                i += 1
            } else {
                word(i)
                i += 1
            }
        }
    }

    private func byte(_ i: Int) -> UInt8 { bytes[Int(tokens[i].start)] }
    private func length(_ i: Int) -> Int { tokens[i].bytes.count }
    private func isMark(_ i: Int, _ mark: UInt8) -> Bool { length(i) == 1 && byte(i) == mark }

    /// The end of an address of the web or of mail, or of a file's name, that a chunk begins with; closing marks are left.
    private func address(_ range: Range<Int>) -> Int? {
        let first = Int(tokens[range.lowerBound].start)
        let last = Int(tokens[range.upperBound - 1].end)
        let chunk = bytes[first..<last]
        guard chunk.count >= 5, !Self.opening.contains(byte(range.lowerBound)), Self.isAddress(chunk) else {
            return nil
        }
        var end = range.upperBound
        while end > range.lowerBound + 1, Self.closing.contains(byte(end - 1)), length(end - 1) == 1 { end -= 1 }
        return end
    }

    /// What follows the opening marks of a chunk; `nil` where it begins with none.
    private func afterOpening(_ range: Range<Int>) -> Range<Int>? {
        guard Self.opening.contains(byte(range.lowerBound)) else { return nil }
        let start = range.first { !Self.opening.contains(byte($0)) } ?? range.upperBound
        return start < range.upperBound ? start..<range.upperBound : nil
    }

    private static let opening = Set("<([{\"'".utf8)
    private static let closing = Set(".,;:!?)>\"']}".utf8)

    private static func isAddress(_ chunk: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: chunk, as: UTF8.self).lowercased()
        if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") { return true }
        guard let dot = text.dropLast(2).lastIndex(of: "."), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return false
        }
        let ending = text[text.index(after: dot)...].prefix { $0.isLetter }
        if let at = text.firstIndex(of: "@"), at > text.startIndex, at < dot { return !ending.isEmpty }
        let begins = text.first?.isLetter == true || text.first?.isNumber == true
        return begins && endings.contains(String(ending))
            && (ending.endIndex == text.endIndex || !text[ending.endIndex].isLetter)
            && text[..<dot].allSatisfy { $0.isLetter || $0.isNumber || "-_./:".contains($0) }
    }

    private static let endings: Set<String> = [
        "com", "org", "net", "edu", "gov", "html", "htm", "doc", "xls", "pdf", "info",
    ]

    /// The end of a run of numbers that is one word: a date with slashes, a telephone number.
    private func numberRun(_ i: Int, _ range: Range<Int>) -> Int? {
        guard tokens[i].has(.number), i + 2 < range.upperBound else { return nil }
        var end = i + 1
        var hyphens = 0
        var slashes = 0
        while end + 1 < range.upperBound, tokens[end + 1].has(.number),
            isMark(end, 0x2F) || tokens[end].has(.hyphen)
        {
            if isMark(end, 0x2F) { slashes += 1 } else { hyphens += 1 }
            end += 2
        }
        let telephone = hyphens >= 2 || hyphens == 1 && length(i) >= 3 && length(end - 1) == 4 && length(i) < 4
        return slashes > 0 && hyphens == 0 || telephone ? end : nil
    }

    private static let prefixes = Set(
        """
        e co non pre pro ex multi mid post re anti un inter semi sub bi tri de mini neo pan trans counter intra ultra pseudo
        """.split(whereSeparator: \.isWhitespace).map { Folding.key($0) })

    /// The end of a word with a prefix and a hyphen.
    private func prefixed(_ i: Int, _ range: Range<Int>) -> Int? {
        guard i + 2 < range.upperBound, tokens[i + 1].has(.hyphen), tokens[i + 2].has(.word),
            Self.prefixes.contains(tokens[i].key), i + 3 == range.upperBound || !tokens[i + 3].has(.hyphen)
        else { return nil }
        return i + 3
    }

    /// The end of "AT&T" and "P&L": capitals about an ampersand; of "w/" and "l/c".
    private func company(_ i: Int, _ range: Range<Int>) -> Int? {
        guard i + 1 < range.upperBound, tokens[i].has(.word), length(i) <= 3 else { return nil }
        if isMark(i + 1, 0x26), i + 2 < range.upperBound, tokens[i + 2].has(.word), length(i + 2) <= 3 { return i + 3 }
        guard length(i) == 1, isMark(i + 1, 0x2F) else { return nil }
        if i + 2 < range.upperBound, tokens[i + 2].has(.word) { return length(i + 2) == 1 ? i + 3 : nil }
        return i + 2 == range.upperBound && byte(i) | 0x20 == 0x77 ? i + 2 : nil
    }

    /// The end of a run of one mark, of exclamation and question marks, or of a face made of marks.
    private func marks(_ i: Int, _ range: Range<Int>) -> Int? {
        guard tokens[i].has(.punctuation), i + 1 < range.upperBound else { return nil }
        let first = byte(i)
        if [0x3A, 0x3B, 0x3D].contains(first), length(i) == 1 {
            var j = i + 1
            if tokens[j].has(.hyphen), j + 1 < range.upperBound { j += 1 }
            if [0x28, 0x29, 0x5D].contains(byte(j)), i == range.lowerBound || j + 1 == range.upperBound {
                return j + 1
            }
            if length(j) == 1, [0x44, 0x50, 0x70].contains(byte(j)), j + 1 == range.upperBound, i == range.lowerBound {
                return j + 1
            }
        }
        var end = i + 1
        let ends: Set<UInt8> = [0x21, 0x3F]
        while end < range.upperBound, tokens[end].has(.punctuation),
            ends.contains(first) ? ends.contains(byte(end)) : Self.repeated.contains(first) && byte(end) == first
        {
            end += 1
        }
        return end > i + 1 ? end : nil
    }

    private static let repeated = Set("-.*=_~+<>#'|".utf8)

    /// The end of "'72" and "'em".
    private func elided(_ i: Int, _ range: Range<Int>) -> Int? {
        guard i + 1 < range.upperBound, tokens[i].has(.openQuote), length(i) <= 3,
            byte(i) == 0x27 || bytes[Int(tokens[i].end) - 1] == 0x99 || bytes[Int(tokens[i].end) - 1] == 0x98,
            i + 2 == range.upperBound || !tokens[i + 2].has([.closeQuote])
        else { return nil }
        let isYear = tokens[i + 1].has(.number) && (2...3).contains(length(i + 1))
        return isYear || Self.elisions.contains(tokens[i + 1].key) ? i + 2 : nil
    }

    private static let elisions = Set(["em", "n", "til", "cause", "tis", "twas"].map { Folding.key($0) })

    /// Appends a token, as two words where it is a contraction or a number with its unit.
    private mutating func word(_ i: Int) {
        let token = tokens[i]
        if token.has(.word), let cut = contraction(token) {
            append(token.start, token.start + Int32(cut))
            append(token.start + Int32(cut), token.end, joined: true)
        } else if token.has(.number), !token.has(.punctuation), let cut = unit(token) {
            append(token.start, token.start + Int32(cut))
            append(token.start + Int32(cut), token.end)
        } else {
            append(token.start, token.end)
        }
    }

    /// Where a contraction is cut, in bytes from its start.
    private func contraction(_ token: Token) -> Int? {
        let count = token.bytes.count
        guard count >= 2, count <= 16 else { return nil }
        if let cut = Self.contractions[token.key], !bytes[token.bytes].contains(0x2E) {
            if token.has(.allCapitals), Self.notInCapitals.contains(token.key) { return nil }
            return min(cut, count)
        }
        // an apostrophe of one byte or of three, and what follows it
        guard let quote = bytes[token.bytes].dropFirst().lastIndex(where: { $0 == 0x27 || $0 == 0xE2 }) else {
            return nil
        }
        let width = bytes[quote] == 0x27 ? 1 : 3
        let rest = bytes[(quote + width)..<Int(token.end)].map { $0 | 0x20 }
        let at = quote - Int(token.start)
        if rest == Array("t".utf8), at >= 2, bytes[quote - 1] | 0x20 == 0x6E { return at - 1 }
        return Self.clitics.contains(rest) ? at : nil
    }

    private static let clitics: Set<[UInt8]> = Set(["re", "ve", "ll", "d", "m"].map { Array($0.utf8) })

    private static let contractions: [UInt64: Int] = {
        var cuts: [UInt64: Int] = [:]
        for (words, cut) in [
            (
                "dont cannot wont cant didnt doesnt isnt wasnt havent hasnt hadnt wouldnt couldnt shouldnt arent werent",
                -1
            ),
            ("gonna gotta wanna gimme lemme im ive theyre youre thats whats hes shes theyll youll itll", 0),
        ] {
            for word in words.split(separator: " ") {
                let at: Int
                switch word {
                case "cannot": at = 3
                case "gonna", "gotta", "wanna", "gimme", "lemme": at = 3
                case "im", "ive": at = 1
                default:
                    at =
                        cut == -1
                        ? word.utf8.count - 2
                        : word.utf8.count - (["hes", "shes", "thats", "whats"].contains(word) ? 1 : 2)
                }
                cuts[Folding.key(word)] = at
            }
        }
        return cuts
    }()

    /// Names of organisations and words of their own when written in capitals.
    private static let notInCapitals = Set(["im", "ive", "hes"].map { Folding.key($0) })

    /// Where a number ends that has its unit written to it.
    private func unit(_ token: Token) -> Int? {
        let digits = bytes[token.bytes].prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x3A || $0 == 0x2C }
            .count
        guard digits > 0, digits < token.bytes.count else { return nil }
        let rest = bytes[(Int(token.start) + digits)..<Int(token.end)]
        guard rest.count <= 4 else { return nil }
        return Self.units.contains(String(decoding: rest, as: UTF8.self).lowercased()) ? digits : nil
    }

    private static let units = Set(
        "am pm k m km mm cm ft lb lbs mg kg hrs hr min mins yr yrs yo mph gb mb kb mw kw bn mn hz mhz ghz"
            .split(separator: " ").map(String.init))
}

extension Text {
    /// The syntactic words of a sentence.
    public func words(in sentence: Sentence) -> [Word] { words(in: sentence.tokens) }

    /// The syntactic words of a range of tokens that is read as one sentence.
    public func words(in tokens: Range<Int>) -> [Word] { WordSplitter.words(of: self, in: tokens) }
}
