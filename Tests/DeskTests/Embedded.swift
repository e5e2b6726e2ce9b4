import CLexicon
import CWeights
import Codebook
import Coding
import Language
import Lexicon

/// The coder over the tables and the weights that the program carries.
enum Embedded {
    static let coder: Coder = {
        let words = UnsafeRawBufferPointer(start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size))
        let weights = UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))
        let rules = UnsafeRawBufferPointer(start: rapporteur_codebook_bytes(), count: Int(rapporteur_codebook_size))
        let events = UnsafeRawBufferPointer(start: rapporteur_events_bytes(), count: Int(rapporteur_events_size))
        guard let lexicon = Lexicon(staticBytes: words), let codebook = Codebook(lines: rules),
            let language = Weights(staticBytes: weights).flatMap({ LanguageModel($0) }),
            let classifier = Weights(staticBytes: events).flatMap({ EventClassifier($0) })
        else {
            preconditionFailure("expected tables and weights in the test bundle, found none: run `swift package clean`")
        }
        return Coder(lexicon: lexicon, language: language, codebook: codebook, classifier: classifier)
    }()
}
