/// Splits UTF-8 text into words, numbers and marks in one pass.
///
/// Hyphens stand alone, so that "Russian-Chinese" is two words and a mark; the clitic `'s` stands alone; "U.S.", "Mr.",
/// "O'Brien", "1,000" and "20th" are single tokens. Linear in the text's length.
public struct Tokenizer {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Tokens so far, in memory of the tokenizer's own: an array would check on every token whether it is shared.
    private var tokens: UnsafeMutablePointer<Token>
    private var count = 0
    private var capacity: Int

    public static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokenizer = Tokenizer(bytes: bytes)
        defer { tokenizer.tokens.deallocate() }
        tokenizer.run()
        return Array(UnsafeBufferPointer(start: tokenizer.tokens, count: tokenizer.count))
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        capacity = bytes.count / 5 + 16
        tokens = .allocate(capacity: capacity)
    }

    private mutating func run() {
        var i = bytes.startIndex
        var shape: TokenShape = []
        var lines = 0
        while i < bytes.endIndex {
            let byte = bytes[i]
            if byte | 0x20 &- 0x61 < 26, let end = plainWord(at: i, shape) {
                lines = 0
                shape = []
                i = end
                continue
            }
            if byte == 0x0A {
                lines += 1
                shape.insert(lines > 1 ? [.spaceBefore, .lineBefore, .paragraphBefore] : [.spaceBefore, .lineBefore])
                i += 1
                continue
            }
            if byte <= 0x20 || byte == 0x7F {
                shape.insert(.spaceBefore)
                i += 1
                continue
            }
            var scalar = UInt32(byte)
            var width = 1
            if byte >= 0x80 {
                (scalar, width) = UTF8Scalar.decode(bytes[...], i)
                if Self.isSpace(scalar) {
                    shape.insert(.spaceBefore)
                    i += width
                    continue
                }
            }
            lines = 0
            // The modifier apostrophe joins a word's letters but begins none.
            let end = Self.isWord(scalar) && scalar != 0x2BC ? word(at: i, shape) : mark(at: i, scalar, width, shape)
            shape = []
            i = end
        }
    }

    /// Reads a word of ASCII letters alone, hashed on the way; `nil` where what follows could belong to it (a digit, a full
    /// stop, an apostrophe, another script), which ``word(at:_:)`` decides.
    ///
    /// Eight bytes at a time: which of them are letters, how many are capitals, and the word's key come from arithmetic on
    /// the whole eight.
    @inline(__always)
    private mutating func plainWord(at start: Int, _ before: TokenShape) -> Int? {
        var i = start
        var hash = KeyHash()
        var capitals = 0
        while true {
            let (eight, letters) = eightBytes(at: i)
            let length = letters >> 3
            let kept: UInt64 = letters == 64 ? ~0 : 1 << UInt64(letters) &- 1
            capitals &+= (~eight & 0x2020_2020_2020_2020 & kept).nonzeroBitCount
            hash.add((eight | 0x2020_2020_2020_2020) & kept, count: UInt64(length))
            i &+= length
            if length < 8 { break }
        }
        if i < bytes.count {
            let next = bytes[i]
            // a full stop ends a word that is too long for an abbreviation
            if next >= 0x80 || next == 0x27 || next &- 0x30 < 10 || next == 0x2E && i &- start <= 6 { return nil }
        }
        var shape = before
        shape.insert(.word)
        if bytes[start] < 0x61 { shape.insert(.capital) }
        if capitals == i &- start {
            if capitals >= 2 { shape.insert(.allCapitals) }
            if capitals == 1 { shape.insert(.initials) }
        }
        append(
            Token(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: i), key: hash.value,
                shape: shape))
        return i
    }

    /// Eight bytes from `i`, zeros beyond the end, and eight times the number of ASCII letters that they begin with.
    @inline(__always)
    private func eightBytes(at i: Int) -> (bytes: UInt64, letters: Int) {
        var eight: UInt64 = 0
        if i &+ 8 <= bytes.count, let base = bytes.baseAddress {
            eight = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self).littleEndian
        } else {
            for j in i..<bytes.count { eight |= UInt64(bytes[j]) << UInt64(8 * (j - i)) }
        }
        let lower = eight | 0x2020_2020_2020_2020
        let low = lower & 0x7F7F_7F7F_7F7F_7F7F
        // the high bit of each byte: from "a" on, and beyond "z"
        let from = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let beyond = low &+ 0x0505_0505_0505_0505
        let others = ~(from & ~beyond & ~lower) & 0x8080_8080_8080_8080
        return (eight, others.trailingZeroBitCount & ~7)
    }

    /// Reads a word or number that begins at `start`; returns the byte after it.
    private mutating func word(at start: Int, _ before: TokenShape) -> Int {
        var i = start
        var shape = before
        let first = bytes[start]
        let digit = (0x30...0x39).contains(first)
        shape.insert(digit ? .number : .word)
        var letters = 0
        var capitals = 0
        var dots = 0
        while i < bytes.endIndex {
            let byte = bytes[i]
            if byte < 0x80 {
                switch byte {
                case 0x41...0x5A:
                    if i == start { shape.insert(.capital) }
                    letters += 1
                    capitals += 1
                case 0x61...0x7A: letters += 1
                case 0x30...0x39: break
                case 0x27:
                    guard apostropheJoins(at: i, width: 1, start: start) else {
                        return finish(start, i, shape, letters, capitals, dots)
                    }
                case 0x2E:
                    guard dotJoins(at: i, start: start, digit: digit, letters: letters, dots: dots) else {
                        return finish(start, i, shape, letters, capitals, dots)
                    }
                    dots += 1
                case 0x2C, 0x3A:
                    let colonTime = byte == 0x3A && i - start <= 2
                    guard digit, isDigit(i + 1), i > start, isDigit(i - 1), byte == 0x2C || colonTime else {
                        return finish(start, i, shape, letters, capitals, dots)
                    }
                default: return finish(start, i, shape, letters, capitals, dots)
                }
                i += 1
                continue
            }
            let (scalar, width) = UTF8Scalar.decode(bytes[...], i)
            if scalar == 0x2019 || scalar == 0x2018 || scalar == 0x2BC {
                guard apostropheJoins(at: i, width: width, start: start) else {
                    return finish(start, i, shape, letters, capitals, dots)
                }
            } else {
                guard Self.isWord(scalar) else { return finish(start, i, shape, letters, capitals, dots) }
                letters += 1
                if Self.isUpper(scalar) {
                    capitals += 1
                    if i == start { shape.insert(.capital) }
                }
            }
            i += width
        }
        return finish(start, i, shape, letters, capitals, dots)
    }

    private mutating func finish(
        _ start: Int, _ end: Int, _ shape: TokenShape, _ letters: Int, _ capitals: Int, _ dots: Int
    ) -> Int {
        var shape = shape
        if letters >= 2, letters == capitals { shape.insert(.allCapitals) }
        if letters == capitals, letters >= 1, shape.contains(.word), letters == 1 || dots > 0 {
            shape.insert(.initials)
        }
        if end > start, bytes[end - 1] == 0x2E { shape.insert(.abbreviation) }
        append(start, end, shape)
        return end
    }

    /// An apostrophe joins two letters ("O'Brien", "didn't"), but not a possessive's `s`.
    private func apostropheJoins(at i: Int, width: Int, start: Int) -> Bool {
        let next = i + width
        guard i > start, next < bytes.endIndex, isLetter(next) else { return false }
        let isS = bytes[next] == 0x73 || bytes[next] == 0x53
        if isS, next + 1 >= bytes.endIndex || !isLetter(next + 1) { return false }
        return true
    }

    /// A full stop belongs to acronyms, initials, known abbreviations and decimals.
    private func dotJoins(at i: Int, start: Int, digit: Bool, letters: Int, dots: Int) -> Bool {
        if digit { return isDigit(i + 1) && letters == 0 }
        if letters == dots + 1 {  // "U." or "U.S" so far
            if dots > 0 { return true }
            if letters == 1, i == start + 1 || bytes[start] >= 0x80 {
                if isLetter(i + 1) { return i + 2 < bytes.endIndex ? bytes[i + 2] == 0x2E || !isLetter(i + 2) : true }
                return (0x41...0x5A).contains(bytes[start]) || bytes[start] >= 0x80
            }
        }
        return dots == 0 && Abbreviations.contains(bytes[start..<i])
    }

    /// Reads a punctuation mark or symbol; returns the byte after it.
    private mutating func mark(at i: Int, _ scalar: UInt32, _ width: Int, _ before: TokenShape) -> Int {
        var shape = before
        var end = i + width
        switch scalar {
        case 0x27, 0x2019, 0x2018, 0x2BC, 0x60:
            let next = end < bytes.endIndex ? bytes[end] : 0
            if !before.contains(.spaceBefore), scalar != 0x2018, i > bytes.startIndex {
                if next == 0x73 || next == 0x53, end + 1 >= bytes.endIndex || !isLetter(end + 1) {
                    append(i, end + 1, [.possessive])
                    return end + 1
                }
                let afterS =
                    bytes[i - 1] == 0x73 || bytes[i - 1] == 0x53 || bytes[i - 1] == 0x7A || bytes[i - 1] == 0x78
                shape.insert(afterS && next <= 0x20 ? [.possessive] : .closeQuote)
            } else {
                shape.insert(.openQuote)
            }
            shape.insert(.punctuation)
        case 0x22:
            let opens = before.contains(.spaceBefore) || i == bytes.startIndex || bytes[i - 1] == 0x28
            shape.insert([.punctuation, opens ? .openQuote : .closeQuote])
        case 0x201C, 0x201E, 0xAB: shape.insert([.punctuation, .openQuote])
        case 0x201D, 0xBB: shape.insert([.punctuation, .closeQuote])
        case 0x2D, 0x2010, 0x2011: shape.insert([.punctuation, .hyphen])
        case 0x2E:  // an ellipsis is one mark
            while end < bytes.endIndex, bytes[end] == 0x2E { end += 1 }
            shape.insert(.punctuation)
        default: shape.insert(.punctuation)
        }
        append(i, end, shape)
        return end
    }

    private mutating func append(_ start: Int, _ end: Int, _ shape: TokenShape) {
        append(Token(start: Int32(start), end: Int32(end), key: Folding.key(bytes[start..<end]), shape: shape))
    }

    @inline(__always)
    private mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (tokens + count).initialize(to: token)
        count &+= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = larger
        capacity *= 2
    }

    private func isDigit(_ i: Int) -> Bool { i < bytes.endIndex && (0x30...0x39).contains(bytes[i]) }

    private func isLetter(_ i: Int) -> Bool {
        guard i < bytes.endIndex else { return false }
        let byte = bytes[i]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
        return Self.isWord(UTF8Scalar.decode(bytes[...], i).0)
    }

    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202A...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
            0xAD:
            true
        default: false
        }
    }

    @inline(__always)
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x30...0x39).contains(scalar)
        }
        switch scalar {
        case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: return false
        case 0x2010...0x2BFF, 0x3001...0x3004, 0x3007...0x3020, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFFC...0xFFFF:
            return false
        case 0x1F000...0x1FAFF: return false
        default: return !isSpace(scalar)
        }
    }

    /// Upper-case letters of the Latin, Greek and Cyrillic blocks.
    static func isUpper(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xDE: true
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
        case 0x18F, 0x218, 0x21A: true
        case 0x391...0x3A9, 0x400...0x42F: true
        default: false
        }
    }
}

/// Words that keep their full stop.
enum Abbreviations {
    static let keys: Set<UInt64> = Set(
        """
        mr mrs ms dr prof gen lt col maj capt cmdr adm sgt sen rep gov pres hon rev st ste mt jr sr vs etc dept univ
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun no nos vol pp ed eds
        inc ltd co corp bros min sec fm pm asst approx amb messrs mme mlle brig h.e amb
        """.split(whereSeparator: \.isWhitespace).map { Folding.key($0) })

    /// Whether a word of at most seven bytes is one of them; the words that are also plain words need a capital.
    static func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard bytes.count <= 6, let first = bytes.first else { return false }
        guard (0x41...0x5A).contains(first) || bytes.count == 2 || bytes.count == 3 else { return false }
        guard keys.contains(Folding.key(bytes)) else { return false }
        if (0x41...0x5A).contains(first) { return true }
        return ["vs", "etc", "pp"].contains { Folding.key($0) == Folding.key(bytes) }
    }
}
