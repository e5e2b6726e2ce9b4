import Testing

@testable import Columnar

@Suite("Bounds of column chunks")
struct BoundsTests {
    private func bounds(_ texts: [String], canCut: Bool = true) -> Bounds? {
        var bounds = TextBounds()
        for text in texts { Array(text.utf8).withUnsafeBytes { bounds.add($0) } }
        return bounds.bounds(canCut: canCut)
    }

    private func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }

    @Test("texts are ordered by their bytes, without sign and without language")
    func order() {
        let found = bounds(["b", "é", "Z", "ab", "😀", "a"])
        #expect(found == Bounds(lower: Array("Z".utf8), upper: Array("😀".utf8)))
        #expect(bounds(["", "\u{0}"]) == Bounds(lower: [], upper: [0]))
        #expect(bounds([]) == nil)
    }

    @Test("a text of 64 bytes bounds whole, a longer one by what comes before or after it")
    func cut() {
        let whole = String(repeating: "a", count: 64)
        #expect(bounds([whole]) == Bounds(lower: Array(whole.utf8), upper: Array(whole.utf8)))
        let found = bounds([whole + "a", whole + "z"])
        #expect(found?.lower == Array(whole.utf8))
        #expect(found?.upper == Array((String(repeating: "a", count: 63) + "b").utf8))
        #expect(found?.isLowerExact == false)
        #expect(found?.isUpperExact == false)
        let mixed = bounds([whole + "a", whole])
        #expect(mixed?.isLowerExact == true)
        #expect(mixed?.isUpperExact == false)
    }

    @Test("a cut bound ends with a whole character")
    func characters() {
        let found = bounds([String(repeating: "é", count: 31) + "a" + "😀"])
        // 63 bytes and the first of four
        #expect(found?.lower == Array((String(repeating: "é", count: 31) + "a").utf8))
        #expect(found?.upper == Array((String(repeating: "é", count: 31) + "b").utf8))
    }

    @Test("JSON that would be cut has no bounds")
    func json() {
        #expect(bounds(["1", String(repeating: "2", count: 65)], canCut: false) == nil)
        #expect(bounds(["1", "2"], canCut: false) == Bounds(lower: [0x31], upper: [0x32]))
    }

    @Test("the text above another skips surrogates, and goes back over the last character there is")
    func above() {
        func above(_ text: String) -> String? {
            TextBounds.above(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(above("a") == "b")
        #expect(above("\u{7F}") == "\u{80}")
        #expect(above("\u{D7FF}") == "\u{E000}")
        #expect(above("\u{FFFF}") == "\u{10000}")
        #expect(above("a\u{10FFFF}\u{10FFFF}") == "b")
        #expect(above("\u{10FFFF}") == nil)
        #expect(above("") == nil)
    }

    @Test("whatever the texts, they lie within bounds that are text themselves")
    func within() {
        var generator = Numbers(7)
        let characters = ["a", "z", "\u{7F}", "é", "\u{7FF}", "中", "\u{D7FF}", "\u{FFFF}", "😀", "\u{10FFFF}"]
        for _ in 0..<500 {
            let stem = String(repeating: characters.randomElement(using: &generator) ?? "", count: 15)
            let texts = (0..<4).map { _ in
                (0..<Int.random(in: 0...40, using: &generator)).reduce(stem) { text, _ in
                    text + (characters.randomElement(using: &generator) ?? "")
                }
            }
            guard let found = bounds(texts) else {
                #expect(texts.contains { $0.hasPrefix(String(repeating: "\u{10FFFF}", count: 16)) })
                continue
            }
            #expect(String(validating: found.lower, as: UTF8.self) != nil)
            #expect(String(validating: found.upper, as: UTF8.self) != nil)
            for text in texts.map({ Array($0.utf8) }) {
                #expect(!isBefore(text, found.lower))
                #expect(!isBefore(found.upper, text))
            }
            #expect(found.isLowerExact == texts.contains { Array($0.utf8) == found.lower })
        }
    }

    @Test("whole numbers have signs, and as many bytes as their column")
    func integers() {
        var bounds = IntegerBounds()
        #expect(bounds.bounds(width: 4) == nil)
        for number in [3, -2, 500, 0] { bounds.add(number) }
        #expect(bounds.bounds(width: 4) == Bounds(lower: [0xFE, 0xFF, 0xFF, 0xFF], upper: [0xF4, 1, 0, 0]))
        bounds.add(.min)
        bounds.add(.max)
        #expect(
            bounds.bounds(width: 8)
                == Bounds(
                    lower: [0, 0, 0, 0, 0, 0, 0, 0x80], upper: Array(repeating: 0xFF, count: 7) + [0x7F]))
    }

    @Test("NaN is counted and bounds nothing; infinities bound")
    func doubles() {
        var bounds = DoubleBounds()
        bounds.add(.nan)
        bounds.add(.nan)
        #expect(bounds.bounds() == nil)
        bounds.add(1)
        bounds.add(-.infinity)
        bounds.add(.nan)
        #expect(bounds.notNumbers == 3)
        #expect(
            bounds.bounds() == Bounds(lower: [0, 0, 0, 0, 0, 0, 0xF0, 0xFF], upper: [0, 0, 0, 0, 0, 0, 0xF0, 0x3F]))
    }

    @Test("a lower bound of zero is negative, an upper one positive", arguments: [0.0, -0.0])
    func zeros(_ zero: Double) {
        var bounds = DoubleBounds()
        bounds.add(zero)
        let found = bounds.bounds()
        #expect(found?.lower == [0, 0, 0, 0, 0, 0, 0, 0x80])
        #expect(found?.upper == [0, 0, 0, 0, 0, 0, 0, 0])
    }
}
