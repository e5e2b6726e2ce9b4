import ArgumentParser
import CLexicon
import CWeights
import Codebook
import Coding
import FoundationEssentials
import Glibc
import Language
import Lexicon

/// `train events`: makes the classifier of events from labelled sentences.
struct TrainEvents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Trains the classifier of events, and writes its weights.",
        discussion: """
            Learns from our own sentences, from the codebook's examples, from plv_train and from cameo_class_train; --leave-out drops a set. Cross-validates \
            over plv_train (five folds) to choose how sharp probabilities are, and measures on plv_dev, which is never \
            learned from. The same input and seed give the same bytes.
            """)

    @Option(help: "The folder of the data.") var data = "../shared/data"
    @Option(help: "The folder of our own sentences.") var own = "Training/events"
    @Option(help: "A set to leave out: own, codebook, plv or cameo; may be repeated.") var leaveOut: [String] = []
    @Option(help: "Where the weights are written.") var out = "Sources/CWeights/events.bin"
    @Option(help: "Where the log is written beside standard output.") var log: String?
    @Option(help: "Passes over everything.") var passes = 30
    @Option(help: "Width of the hidden layer, a multiple of 64.") var width = 64
    @Option(help: "The step size at the start.") var rate: Float = 0.05
    @Option(help: "Share of features kept in training.") var share: Float = 0.6
    @Option(help: "Share of the hidden layer that is left out in training.") var dropout: Float = 0.3
    @Option(help: "Examples in which a feature must occur.") var least = 2
    @Option(help: "Weight of our own sentences.") var ownWeight: Float = 1
    @Option(help: "Weight of sentences without actors.") var classWeight: Float = 0.3
    @Option(help: "The seed of all chance.") var seed: UInt64 = 1
    @Flag(help: "Skip the cross-validation.") var fast = false

    func run() throws {
        var lines: [String] = []
        let began = ContinuousClock.now
        func say(_ line: String) {
            print("\((ContinuousClock.now - began).components.seconds) s", line)
            fflush(nil)
            lines.append(line)
        }
        let corpus = EventCorpus(coder: try Self.coder())
        var examples: [EventExample] = []
        if !leaveOut.contains("own") {
            for name in try FileManager.default.contentsOfDirectory(atPath: own).sorted() where name.hasSuffix(".tsv") {
                examples += try corpus.own(own + "/" + name)
            }
        }
        if !leaveOut.contains("codebook") { examples += corpus.examples(of: try Self.frames()) }
        let sentences = data + "/sentences/"
        let gold = try corpus.plv(sentences + "plv_train.tsv")
        if !leaveOut.contains("plv") { examples += gold }
        if !leaveOut.contains("cameo") { examples += try corpus.classes(sentences + "cameo_class_train.tsv") }
        for set in ["own", "codebook", "plv", "cameo"] { say("\(set): \(examples.count { $0.set == set }) sentences") }

        var sharpness: Float = 1
        if !fast {
            var folded = EventMeasures()
            for fold in 0..<5 {
                let held = gold.indices.filter { $0 % 5 == fold }.map { gold[$0] }
                let kept = leaveOut.contains("plv") ? [] : gold.indices.filter { $0 % 5 != fold }.map { gold[$0] }
                let trainer = trained(kept + examples.filter { $0.set != "plv" })
                if let classifier = trainer.classifier() { folded.add(classifier, held) }
            }
            sharpness = folded.sharpness()
            say("plv_train, \(leaveOut.contains("plv") ? "unseen" : "in five folds"): \(folded.summary)")
            say("sharpness \(sharpness)")
        }
        let trainer = trained(examples)
        say("features \(trainer.rowCount)")
        var writer = WeightsWriter()
        trainer.write(sharpness: sharpness, to: &writer)
        let bytes = writer.bytes()
        try Data(bytes).write(to: URL(filePath: out))
        guard let classifier = Weights(bytes).flatMap({ EventClassifier($0) }) else {
            throw ValidationError("the weights that were written do not open")
        }
        say("bytes \(bytes.count)")
        var measures = EventMeasures()
        measures.add(classifier, try corpus.plv(sentences + "plv_dev.tsv"))
        say("plv_dev, actors given: \(measures.summary)")
        say("reliability on plv_dev, by the probability of the likeliest type:")
        for line in measures.reliability { say("  " + line) }
        if let log { try (lines.joined(separator: "\n") + "\n").write(toFile: log, atomically: true, encoding: .utf8) }
    }

    private func trained(_ examples: [EventExample]) -> EventTrainer {
        var settings = EventTrainer.Settings()
        settings.passes = passes
        settings.width = width
        settings.rate = rate
        settings.share = share
        settings.dropout = dropout
        settings.least = least
        settings.seed = seed
        let trainer = EventTrainer(examples, settings)
        trainer.train(
            examples.map { ($0, $0.set == "cameo" ? classWeight : $0.set == "plv" ? 1 : ownWeight) })
        return trainer
    }

    /// The frames of the codebook.
    private static func frames() throws -> [FrameFile] {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_frames_bytes(), count: Int(rapporteur_frames_size))
        return try (TableArchive.unpack(bytes) ?? []).filter { $0.file.hasSuffix(".yaml") }.map {
            try FrameFile($0.text, file: $0.file)
        }
    }

    /// A coder of what is compiled in, without a classifier.
    private static func coder() throws -> Coder {
        guard
            let lexicon = Lexicon(
                staticBytes: UnsafeRawBufferPointer(
                    start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size))),
            let codebook = Codebook(
                lines: UnsafeRawBufferPointer(
                    start: rapporteur_codebook_bytes(), count: Int(rapporteur_codebook_size))),
            let weights = Weights(
                staticBytes: UnsafeRawBufferPointer(
                    start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))),
            let language = LanguageModel(weights)
        else { throw ValidationError("what is compiled in does not open; build anew") }
        return Coder(lexicon: lexicon, language: language, codebook: codebook, classifier: nil)
    }
}

/// `train`: makes the weights that the program carries.
@main
struct Trainer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Makes the weights that the program carries.",
        subcommands: [Train.self, TrainEvents.self], defaultSubcommand: Train.self)
}
