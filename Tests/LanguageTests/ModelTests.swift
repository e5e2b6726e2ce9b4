import CWeights
import Language
import Testing

/// The weights that the program carries, on sentences of our own and on every awkward text.
@Suite struct ModelTests {
    static let model: LanguageModel? = Weights(
        staticBytes: UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))
    ).flatMap { LanguageModel($0) }

    /// A sentence's words with what the model gives each.
    func read(_ string: String) throws -> [(form: String, word: ParsedWord)] {
        let parser = SentenceParser(try #require(Self.model))
        let text = Text(string)
        return text.sentences.flatMap { sentence in
            let words = text.words(in: sentence)
            return zip(words, parser.parse(words, of: text)).map { (text.string(bytes: $0.bytes), $1) }
        }
    }

    @Test func weightsAreSmallEnough() { #expect(rapporteur_weights_size <= 25_000_000) }

    @Test func aSentenceHasItsSubjectObjectAndPlace() throws {
        let model = try #require(Self.model)
        let words = try read("The foreign minister did not meet the Chinese envoy in Geneva.")
        func label(_ form: String) -> String? { words.first { $0.form == form }.map { model.label($0.word.label) } }
        func head(_ form: String) -> String? {
            words.first { $0.form == form }.flatMap { $0.word.head > 0 ? words[Int($0.word.head) - 1].form : "root" }
        }
        #expect(head("meet") == "root")
        #expect(label("minister") == "nsubj" && head("minister") == "meet")
        #expect(label("envoy") == "obj" && head("envoy") == "meet")
        #expect(label("Geneva") == "obl" && head("Geneva") == "meet")
        #expect(label("not") == "advmod" && head("not") == "meet")
        #expect(words.first { $0.form == "Geneva" }?.word.nameKind == .place)
        #expect(model.lemma(of: "did", tag: words[3].word.tag) == "do")
        #expect(model.universalTag(words[5].word.tag) == "VERB")
    }

    @Test func aPassiveHasItsSubject() throws {
        let model = try #require(Self.model)
        let words = try read("The talks were postponed by the mediator.")
        #expect(model.label(words[1].word.label) == "nsubj:pass")
        #expect(model.label(words[6].word.label).hasPrefix("obl"))
    }

    @Test func namesHaveTheirKinds() throws {
        let words = try read("President Halonen of Finland met Kofi Annan at the United Nations.")
        func kind(_ form: String) -> NameKind? { words.first { $0.form == form }?.word.nameKind }
        #expect(kind("Halonen") == .person)
        #expect(kind("Finland") == .place)
        #expect(kind("Kofi") == .person && kind("Annan") == .person)
        #expect(kind("Nations") == .organisation)
        #expect(kind("met") == nil)
    }

    @Test(arguments: [
        "LAVROV MEETS WANG YI IN BEIJING", "lavrov met wang yi in beijing on monday.",
        "Lavrov Meets Wang Yi In Beijing",
        "- Lavrov met Wang Yi;\n- they agreed nothing.",
        "Lavrov met Wang Yi in\nBeijing on Monday, and they\nagreed to meet again.",
        "Sözcü Müftüoğlu met Špidla in Łódź.",
    ]) func otherDressIsReadWithOneVerbAtTheRoot(_ string: String) throws {
        let model = try #require(Self.model)
        let roots = try read(string).filter { $0.word.head == 0 }
        #expect(roots.contains { model.universalTag($0.word.tag) == "VERB" }, "\(roots.map(\.form))")
    }

    @Test func everySentenceIsATree() throws {
        let parser = SentenceParser(try #require(Self.model))
        for string in PropertyTests.all {
            let text = Text(string)
            for sentence in text.sentences {
                let words = text.words(in: sentence)
                try Self.checkTree(parser.parse(words, of: text).map(\.head))
            }
        }
    }

    /// One root, and every word leads to it.
    static func checkTree(_ heads: [Int32]) throws {
        #expect(heads.filter { $0 == 0 }.count == (heads.isEmpty ? 0 : 1))
        var depth = [Int](repeating: 0, count: heads.count + 1)
        for word in heads.indices {
            var at = word + 1
            var steps = 0
            while at != 0, depth[at] == 0, steps <= heads.count {
                steps += 1
                try #require((0...heads.count).contains(Int(heads[at - 1])))
                at = Int(heads[at - 1])
            }
            #expect(steps <= heads.count, "a circle from word \(word + 1)")
            depth[word + 1] = 1
        }
    }

    @Test func aParserGivesTheSameForTheSameWhateverItReadBefore() throws {
        let model = try #require(Self.model)
        let used = SentenceParser(model)
        for string in PropertyTests.all.prefix(200) {
            let text = Text(string)
            for sentence in text.sentences {
                let words = text.words(in: sentence)
                #expect(used.parse(words, of: text) == SentenceParser(model).parse(words, of: text))
            }
        }
        #expect(used.parse([]).isEmpty)
    }

    @Test func aVeryLongSentenceIsReadInTimeThatGrowsWithIt() throws {
        let parser = SentenceParser(try #require(Self.model))
        let words = (0..<20_000).map { ["ministers", "met", "and", "the", "envoy", ",", "of", "Oslo"][$0 % 8] }
        let parsed = parser.parse(words)
        #expect(parsed.count == 20_000)
        #expect(parsed.filter { $0.head == 0 }.count == 1)
    }

    @Test func brokenWeightsDoNotOpen() throws {
        let whole = [UInt8](
            UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size)))
        #expect(Weights([]) == nil)
        #expect(Weights(Array(whole.prefix(100))) == nil)
        #expect(Weights(Array(whole.dropLast(5_000_000))) == nil)
        var wrong = whole
        wrong[8] = 1
        #expect(Weights(wrong).flatMap { LanguageModel($0) } == nil)
    }
}
