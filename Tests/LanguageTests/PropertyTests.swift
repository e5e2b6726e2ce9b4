import Language
import Testing

/// What holds of every text, tried on awkward ones and on many made by a fixed generator.
@Suite struct PropertyTests {
    static let awkward: [String] = [
        "", " ", "\n\n\n", ".", "...", "A", "a\u{301}", "\u{0}\u{1}", "\u{FEFF}Text", "“", "’s", "-", "--- -- -",
        "\r\n\r\n",
        "Mr.", "U.S.", "U.S.-China", "1,000.5.", "10:30:15", "J.R.R. Tolkien", "don't 'quote' it's the boys' own.",
        "Москва — Пекин. Переговоры «прошли».", "王毅会见绍伊古。双方同意。", "محادثات في موسكو، أمس.", "אנגלית עברית.",
        "กรุงเทพ", "हिन्दी वाक्य।", "👩‍👩‍👧‍👦 met 🇫🇷.", "naïve café Erdoğan Nguyễn Łódź", "e\u{301}\u{302}\u{303}\u{304}", "ﬁne",
        "tab\tand\u{A0}space\u{2003}wide\u{200B}zero", "\u{202E}reversed", "a\u{2028}b\u{2029}c", "x\u{AD}y",
        "\u{10FFFF}\u{FFFD}",
        "Republic.The next. the next.", "He said (“No.”) and left. “Yes.” ‘Maybe?’ Then…", "end",
    ]

    /// Splitmix64 (Steele, Lea and Flood 2014), so that every run tries the same texts.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let made: [String] = {
        var generator = Generator(state: 20_260_201)
        let pieces =
            [
                "the", "Wang", "Yi", "U.S.", "Mr.", "O’Brien", "3.5", "1,000", "20th", "met", "Élysée", "Москва", "北京",
                "محمد", "👍",
                "e\u{301}", "'s", "’", "“", "”", "\"", "(", ")", "-", "–", ".", ". ", "!", "?", ",", ";", ":", "…",
                "\n", "\n\n", " ", "  ",
                "\t", "\u{A0}", "\u{200B}", "\r", "a.b", "No.", "'", "x", "Z",
            ]
        return (0..<600).map { _ in
            let count = Int.random(in: 0...90, using: &generator)
            return (0..<count).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                    + (Bool.random(using: &generator) ? " " : "")
            }.joined()
        }
    }()

    static let all = awkward + made

    /// White space and marks without width, which no token holds at its ends.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200D, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    @Test func tokensAreOrderedAndDoNotOverlap() {
        for source in Self.all {
            let text = Text(source)
            var end = 0
            for token in text.tokens {
                #expect(Int(token.start) >= end, "\(source.debugDescription)")
                #expect(token.start < token.end, "\(source.debugDescription)")
                end = Int(token.end)
            }
            #expect(end <= text.bytes.count)
        }
    }

    @Test func tokensCoverEverythingButSpace() {
        for source in Self.all {
            let text = Text(source)
            var covered = [Bool](repeating: false, count: text.bytes.count)
            for token in text.tokens { for i in token.bytes { covered[i] = true } }
            var offset = 0
            for scalar in source.unicodeScalars {
                let width = String(scalar).utf8.count
                if !Self.isSpace(scalar) {
                    #expect(
                        covered[offset..<offset + width].allSatisfy { $0 }, "\(scalar) of \(source.debugDescription)")
                }
                offset += width
            }
        }
    }

    @Test func tokensBeginAndEndBetweenScalars() {
        for source in Self.all {
            let text = Text(source)
            for token in text.tokens {
                #expect(text.bytes[Int(token.start)] & 0xC0 != 0x80, "\(source.debugDescription)")
                #expect(
                    Int(token.end) == text.bytes.count || text.bytes[Int(token.end)] & 0xC0 != 0x80,
                    "\(source.debugDescription)")
            }
        }
    }

    @Test func sentencesTileTheTokens() {
        for source in Self.all {
            for titleBytes in [0, source.utf8.count / 2] {
                let text = Text(source, titleBytes: titleBytes)
                var next = 0
                for sentence in text.sentences {
                    #expect(sentence.tokens.lowerBound == next, "\(source.debugDescription)")
                    #expect(!sentence.tokens.isEmpty, "\(source.debugDescription)")
                    #expect(sentence.tokens.count <= 400, "\(source.debugDescription)")
                    next = sentence.tokens.upperBound
                }
                #expect(next == text.tokens.count, "\(source.debugDescription)")
                for (i, sentence) in text.sentences.enumerated() {
                    for token in sentence.tokens { #expect(text.sentence(of: token) == i) }
                }
            }
        }
    }

    @Test func scalarCountsAgreeWithTheStandardLibrary() {
        for source in Self.all + [Self.made.joined(), String(repeating: "é北a👍", count: 400)] {
            let text = Text(source)
            #expect(text.scalarCount == source.unicodeScalars.count)
            var offset = 0
            for (count, scalar) in source.unicodeScalars.enumerated() {
                guard text.scalars(before: offset) == count else {
                    Issue.record(
                        "expected \(count) scalars before byte \(offset), found \(text.scalars(before: offset))")
                    break
                }
                offset += String(scalar).utf8.count
            }
            #expect(text.scalars(before: offset) == text.scalarCount)
        }
    }
}
