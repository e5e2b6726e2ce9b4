import Language
import Testing

@testable import Lexicon

/// The names of a raw text, by the finder's own small tables.
@Suite struct NameFinderTests {
    let lexicon: Lexicon

    init() throws { lexicon = try #require(SmallTables().lexicon()) }

    func found(_ text: String, roots: [LexiconRoot] = [.names]) -> [String] {
        var names: [String] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            let tokens = Tokenizer.tokens(buffer)
            NameFinder(lexicon, roots: roots).matches(in: tokens, of: buffer) { match in
                let range =
                    Int(tokens[match.tokens.lowerBound].start)..<Int(tokens[match.tokens.upperBound - 1].end)
                names.append(String(decoding: bytes[range], as: UTF8.self))
            }
        }
        return names
    }

    @Test func theLongestNameAtAPlaceIsTaken() {
        #expect(found("Dominique de Villepin left Paris.") == ["Dominique de Villepin", "Paris"])
        #expect(found("The foreign secretary of the United Kingdom") == ["foreign secretary", "United Kingdom"])
    }

    @Test func caseIsWhatTheTableDemands() {
        #expect(found("They told us of paris and the united kingdom.").isEmpty)
        #expect(found("US officials in PARIS") == ["US", "PARIS"])
        #expect(found("U.S. officials") == ["U.S."])
        #expect(found("The Foreign Minister and the foreign ministers") == ["Foreign Minister", "foreign ministers"])
    }

    @Test func hyphensBetweenWordsArePassedOver() {
        #expect(found("a United-Kingdom deal") == ["United-Kingdom"])
        #expect(found("French-Georgia talks") == ["French", "Georgia"])
    }

    @Test func onlyTheRootsAskedForAreLookedAt() {
        #expect(found("arms control in France", roots: [.issues]) == ["arms control"])
        #expect(found("arms control in France", roots: [.names, .issues]) == ["arms control", "France"])
        #expect(found("arms control in France", roots: []).isEmpty)
    }

    @Test(arguments: ["", " ", ".", "United", "The United", "🇫🇷", "Fra\u{301}nce"])
    func oddTexts(text: String) {
        #expect(found(text).count <= 1)
    }

    /// What the finder finds at each place is what steps along the lexicon's own trie find.
    @Test func theFinderAgreesWithTheTrie() {
        let words = [
            "United", "united", "Kingdom", "States", "US", "us", "de", "Villepin", "foreign", "Minister", "-", "Paris",
            ".",
        ]
        var state: UInt64 = 7
        for _ in 0..<300 {
            let text = (0..<8).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return words[Int(state >> 33) % words.count]
            }.joined(separator: " ")
            #expect(found(text) == walked(text), "\(text)")
        }
    }

    /// Leftmost-longest by the trie itself.
    func walked(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let tokens = bytes.withUnsafeBufferPointer { Tokenizer.tokens($0) }
        var names: [String] = []
        var i = 0
        while i < tokens.count {
            var node: UInt32 = 0
            var best: Int?
            var j = i
            while j < tokens.count {
                if tokens[j].has(.hyphen), j > i {
                    j += 1
                    continue
                }
                let word = lexicon.word(tokens[j].key)
                guard word != 0 else { break }
                node = lexicon.step(node, word)
                j += 1
                guard node != 0 else { break }
                if lexicon.entries(node).contains(where: { fits(lexicon.entry($0), tokens[i..<j], bytes) }) { best = j }
            }
            if let best {
                names.append(String(decoding: bytes[Int(tokens[i].start)..<Int(tokens[best - 1].end)], as: UTF8.self))
                i = best
            } else {
                i += 1
            }
        }
        return names
    }

    func fits(_ entry: Lexicon.Entry, _ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
        let words = tokens.filter { !$0.has(.hyphen) }
        if entry.isExact {
            let written = String(
                decoding: bytes[Int(words[0].start)..<Int(words[words.count - 1].end)], as: UTF8.self)
            return written.filter { $0 != "." } == lexicon.exactWording(entry).filter { $0 != "." }
        }
        return words.enumerated().allSatisfy { i, word in
            i >= 16 || entry.capitals >> UInt16(i) & 1 == 0 || word.has(.capital)
        }
    }
}
