import ArgumentParser
import FoundationEssentials
import Glibc
import Language

/// `train language`: makes every weight of tagger, parser and finder of names.
///
/// From the treebanks (EWT and GUM), from what a teacher has labelled, and from the names of EWT's development part; the same
/// input and seed give the same bytes. Nothing of EWT's test part is read; its development part is measured on, and lends its
/// names alone.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Trains the tagger, the parser and the finder of names, and writes their weights.")

    @Option(help: "The folder of the data.") var data = "../shared/data"
    @Option(help: "CoNLL-U that a teacher has labelled: tags, trees and names (NE=...); may be repeated.")
    var silver: [String] = []
    @Option(help: "The treebanks' sentences with names that a teacher has labelled.") var names: [String] = []
    @Option(help: "Clusters of words: a word, its cluster and its group a line.") var clusters: String?
    @Option(help: "Where the weights are written.") var out = "Sources/CWeights/weights.bin"
    @Option(help: "Where the log is written beside standard output.") var log: String?
    @Option(help: "Passes over everything.") var passes = 3
    @Option(help: "Width of the parser's hidden layer, a multiple of 64.") var width = 128
    @Option(help: "Words of the vocabulary.") var vocabulary = 18000
    @Option(help: "Words that have rows at the parser's three main places.") var words = 8000
    @Option(help: "Words that have rows at the parser's other places.") var fewWords = 2000
    @Option(help: "The step size at the start.") var rate: Float = 0.05
    @Option(help: "Share of the parser's hidden layer that is left out at random in training.") var dropout: Float = 0.1
    @Option(help: "How often a treebank's sentence comes for each labelled by the teacher.") var gold = 3
    @Option(help: "The seed of all chance.") var seed: UInt64 = 1
    @Flag(help: "Hold a fifth of the names back, and measure on it.") var holdNames = false

    func run() throws {
        var run = TrainingRun(options: self)
        try run.train()
        if let log { try run.log.write(toFile: log, atomically: true, encoding: .utf8) }
    }
}

/// One run of the trainer.
struct TrainingRun {
    let options: Train
    private(set) var log = ""
    private let began = ContinuousClock.now

    init(options: Train) { self.options = options }

    private mutating func say(_ text: String) {
        let line = "\(text)\n"
        print("\((ContinuousClock.now - began).components.seconds) s", text)
        fflush(nil)
        log += line
    }

    mutating func train() throws {
        let banks = options.data + "/treebank/"
        var gold = try Corpus(banks + "en_ewt-train.conllu", longest: 120)
        gold.sentences += try Corpus(banks + "en_gum-train-free.conllu", longest: 120).sentences
        var silver = Corpus(sentences: [])
        for file in options.silver { silver.sentences += try Corpus(file, longest: 120).sentences }
        let inventory = Inventory(
            gold: gold, silver: silver, words: options.vocabulary,
            clusters: try options.clusters.map { try Clusters($0) } ?? Clusters())
        say("words of the treebanks \(gold.words), labelled by the teacher \(silver.words)")
        say("vocabulary \(inventory.words.count), tags \(inventory.tags.count), labels \(inventory.labels.count)")
        let measures = Measures(try Corpus(banks + "en_ewt/en_ewt-ud-dev.conllu"), inventory)
        let goldExamples = Example.examples(gold, inventory, gold: true)
        var examples: [Example] = []
        for _ in 0..<max(1, options.gold) { examples += goldExamples }
        examples += Example.examples(gold.dressed(20, from: 3), inventory, gold: true)
        examples += Example.examples(silver, inventory, gold: false)
        examples += Example.examples(silver.dressed(40, from: 3), inventory, gold: false)

        let tagTrainer = trainTagger(inventory, examples, passes: options.passes, seed: options.seed, measures)
        guard let tagger = tagTrainer.tagger() else { throw ValidationError("the tagger's weights do not open") }
        let nameTrainer = try trainNames(inventory, silver, tagger)
        let tags = crossTagged(examples, inventory, measures)
        let parserTrainer = trainParser(inventory, examples, tags, tagger, measures)

        var writer = WeightsWriter()
        inventory.write(to: &writer)
        tagTrainer.write(to: &writer)
        parserTrainer.write(to: &writer)
        nameTrainer.write(to: &writer)
        SuffixTrainer.lemmas(gold, inventory).write("lemma", to: &writer)
        SuffixTrainer.features(gold, inventory).write("feats", to: &writer)
        let bytes = writer.bytes()
        try Data(bytes).write(to: URL(filePath: options.out))
        guard let weights = Weights(bytes), let model = LanguageModel(weights) else {
            throw ValidationError("the weights that were written do not open")
        }
        say("bytes \(bytes.count)")
        for (name, size) in weights.contents { say("  \(name) \(size)") }
        say("lemmas \(measures.lemmas(model))")
    }

    private mutating func trainTagger(
        _ inventory: Inventory, _ examples: [Example], passes: Int, seed: UInt64, _ measures: Measures
    ) -> TaggerTrainer {
        let trainer = TaggerTrainer(inventory, examples: examples, width: 64, seed: seed)
        for pass in 0..<passes {
            let from = 1 - Float(pass) / Float(passes)
            trainer.pass(
                examples, rate: options.rate, from: from, to: from - 1 / Float(passes), seed: seed &+ UInt64(pass))
            if let tagger = trainer.tagger() { say("tagger, pass \(pass + 1): \(measures.tags(tagger))") }
        }
        return trainer
    }

    /// Tags as the parser will meet them: each half of the examples is tagged by a tagger trained on the other.
    private mutating func crossTagged(_ examples: [Example], _ inventory: Inventory, _ measures: Measures) -> [[UInt8]]
    {
        var tags = [[UInt8]](repeating: [], count: examples.count)
        // copies of one sentence go to one half
        let halves = examples.map {
            Int(truncatingIfNeeded: $0.forms.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1.suffix3) } >> 3) & 1
        }
        for half in 0..<2 {
            let others = examples.indices.filter { halves[$0] != half }.map { examples[$0] }
            let trainer = trainTagger(
                inventory, others, passes: max(1, options.passes / 2), seed: options.seed &+ 100 &* UInt64(half + 1),
                measures)
            guard let tagger = trainer.tagger() else { continue }
            let buffer = SentenceBuffer(width: 64)
            for i in examples.indices where halves[i] == half {
                examples[i].fill(buffer, tags: nil)
                tagger.tag(buffer)
                tags[i] = (1...examples[i].forms.count).map { buffer.tags[$0] }
            }
        }
        return tags
    }

    private mutating func trainParser(
        _ inventory: Inventory, _ examples: [Example], _ tags: [[UInt8]], _ tagger: Tagger, _ measures: Measures
    ) -> ParserTrainer {
        let trainer = ParserTrainer(
            inventory, examples: examples, tags: tags, width: options.width, words: options.words,
            fewWords: options.fewWords, seed: options.seed &+ 20, dropout: options.dropout)
        say("moves that four tags decide: \(trainer.certain.count)")
        for pass in 0..<options.passes {
            let from = 1 - Float(pass) / Float(options.passes)
            let right = trainer.pass(
                examples, tags: tags, rate: options.rate, from: from, to: from - 1 / Float(options.passes),
                explore: true, seed: options.seed &+ 30 &+ UInt64(pass))
            guard let parser = trainer.parser() else { continue }
            say("parser, pass \(pass + 1): heads right in training \(right), \(measures.trees(tagger, parser))")
        }
        return trainer
    }

    private mutating func trainNames(_ inventory: Inventory, _ silver: Corpus, _ tagger: Tagger) throws -> NameTrainer {
        let own = try Corpus(names: options.data + "/names/uner_en_ewt/en_ewt-ud-dev.iob2")
        let held = own.sentences.indices.filter { options.holdNames && ($0 / 40) % 5 == 0 }
        let kept = own.sentences.indices.filter { !options.holdNames || ($0 / 40) % 5 != 0 }
        var examples: [Example] = []
        let ownExamples = Example.examples(Corpus(sentences: kept.map { own.sentences[$0] }), inventory, gold: true)
        for _ in 0..<4 { examples += ownExamples }
        for file in options.names { examples += Example.examples(try Corpus(file), inventory, gold: false) }
        let named = silver.sentences.filter { $0.contains { $0.name != "O" && $0.name != "_" } }.prefix(60000)
        examples += Example.examples(Corpus(sentences: Array(named)), inventory, gold: false)
        let trainer = NameTrainer(inventory, width: 64, seed: options.seed &+ 50)
        let measures = Measures(Corpus(sentences: (held.isEmpty ? kept : held).map { own.sentences[$0] }), inventory)
        for pass in 0..<options.passes {
            let from = 1 - Float(pass) / Float(options.passes)
            trainer.pass(
                examples, tagger: tagger, rate: options.rate, from: from, to: from - 1 / Float(options.passes),
                seed: options.seed &+ 60 &+ UInt64(pass))
            guard let names = trainer.nameTagger() else { continue }
            say("names, pass \(pass + 1): F1 \(measures.names(tagger, names)) (\(held.isEmpty ? "seen" : "held back"))")
        }
        return trainer
    }
}
