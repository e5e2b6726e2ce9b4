import Language
import Testing

@testable import train

/// Training on a few sentences of our own.
@Suite struct TrainerTests {
    /// A small treebank: words, tags, heads and labels.
    static let bank: Corpus = {
        func sentence(_ words: String) -> [TreeWord] {
            words.split(separator: " ").map { word in
                let parts = word.split(separator: "/").map(String.init)
                return TreeWord(
                    form: parts[0], lemma: parts[0].lowercased(), tag: parts[1] + "|" + parts[1], features: "_",
                    head: Int(parts[2]) ?? 0, label: parts[3], name: parts.count > 4 ? parts[4] : "O")
            }
        }
        let few = [
            "Envoys/NOUN/2/nsubj met/VERB/0/root ministers/NOUN/2/obj ./PUNCT/2/punct",
            "Ministers/NOUN/2/nsubj met/VERB/0/root in/ADP/4/case Oslo/PROPN/2/obl/B-LOC",
            "The/DET/2/det envoy/NOUN/3/nsubj left/VERB/0/root Geneva/PROPN/3/obj/B-LOC",
            "Lavrov/PROPN/2/nsubj/B-PER saw/VERB/0/root the/DET/4/det envoy/NOUN/2/obj",
        ]
        return Corpus(sentences: (0..<12).flatMap { _ in few.map(sentence) })
    }()

    func trained(seed: UInt64) throws -> (bytes: [UInt8], trees: (heads: Double, labelled: Double), tags: Double) {
        let inventory = Inventory(
            gold: Self.bank, silver: Corpus(sentences: []), words: 100, clusters: Clusters())
        let examples = Example.examples(Self.bank, inventory, gold: true)
        let measures = Measures(Self.bank, inventory)
        let tags = TaggerTrainer(inventory, examples: examples, width: 64, seed: seed)
        for pass in 0..<4 { tags.pass(examples, rate: 0.05, from: 1, to: 0.5, seed: UInt64(pass)) }
        let tagger = try #require(tags.tagger())
        let trainer = ParserTrainer(
            inventory, examples: examples, tags: examples.map(\.tags), width: 64, words: 50, fewWords: 20, seed: seed,
            dropout: 0)
        for pass in 0..<6 {
            _ = trainer.pass(
                examples, tags: examples.map(\.tags), rate: 0.05, from: 1, to: 0.5, explore: pass > 0,
                seed: UInt64(pass))
        }
        var writer = WeightsWriter()
        inventory.write(to: &writer)
        tags.write(to: &writer)
        trainer.write(to: &writer)
        return (writer.bytes(), measures.trees(tagger, try #require(trainer.parser())), measures.tags(tagger).pair)
    }

    @Test func aTreebankSeenOftenIsLearned() throws {
        let result = try trained(seed: 3)
        #expect(result.tags == 1)
        #expect(result.trees.heads == 1)
        #expect(result.trees.labelled == 1)
    }

    @Test func theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws {
        let first = try trained(seed: 3)
        #expect(try trained(seed: 3).bytes == first.bytes)
        #expect(try trained(seed: 4).bytes != first.bytes)
    }

    @Test func aSuffixTableKnowsRulesAndExceptions() throws {
        var trainer = SuffixTrainer()
        for word in ["talks", "visits", "calls", "rounds", "envoys"] {
            trainer.add(Array(word.utf8), class: 1, value: LemmaRule(form: word, lemma: String(word.dropLast())).text)
        }
        trainer.add(Array("men".utf8), class: 1, value: LemmaRule(form: "men", lemma: "man").text)
        trainer.add(Array("talks".utf8), class: 2, value: "K 0 ")
        var writer = WeightsWriter()
        trainer.write("lemma", to: &writer)
        let table = try #require(Weights(writer.bytes()).flatMap { SuffixTable($0, "lemma") })
        func lemma(_ word: String, _ category: UInt8) -> String? {
            table.value(Array(word.utf8), class: category).flatMap { LemmaRule(table.strings[$0]) }?.lemma(of: word)
        }
        #expect(lemma("summits", 1) == "summit")
        #expect(lemma("men", 1) == "man")
        #expect(lemma("talks", 2) == "talks")
        #expect(lemma("talks", 3) == nil)
    }

    @Test(arguments: [
        ("Talks", "talk"), ("men", "man"), ("Spanish", "Spanish"), ("was", "be"), ("US", "US"), ("Élysée", "Élysée"),
        ("I", "I"),
    ]) func aLemmaRuleMakesTheLemmaItWasMadeFrom(_ form: String, _ lemma: String) throws {
        let rule = LemmaRule(form: form, lemma: lemma)
        #expect(rule.lemma(of: form) == lemma)
        #expect(try #require(LemmaRule(rule.text)) == rule)
    }
}
