import CLexicon
import CWeights
import Codebook
import Coding
import Diplomacy
import Language
import Lexicon

/// The coder over the lexicon and the weights that the program carries; every test of the rules reads with the tables that users have.
enum Embedded {
    static let lexicon: Lexicon = {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size))
        guard let lexicon = Lexicon(staticBytes: bytes) else {
            preconditionFailure("expected a compiled lexicon in the test bundle, found none: run `swift package clean`")
        }
        return lexicon
    }()
    static let language: LanguageModel = {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))
        guard let model = Weights(staticBytes: bytes).flatMap({ LanguageModel($0) }) else {
            preconditionFailure("expected trained weights in the test bundle, found none: run `make train`")
        }
        return model
    }()
    static let codebook: Codebook = {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_codebook_bytes(), count: Int(rapporteur_codebook_size))
        guard let codebook = Codebook(lines: bytes) else {
            preconditionFailure(
                "expected a compiled codebook in the test bundle, found none: run `swift package clean`")
        }
        return codebook
    }()
    static let classifier: EventClassifier = {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_events_bytes(), count: Int(rapporteur_events_size))
        guard let classifier = Weights(staticBytes: bytes).flatMap({ EventClassifier($0) }) else {
            preconditionFailure("expected a trained classifier in the test bundle, found none: run `make train-events`")
        }
        return classifier
    }()
    static let coder = Coder(lexicon: lexicon, language: language, codebook: codebook, classifier: classifier)
}
