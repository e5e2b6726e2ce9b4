import CLexicon
import CWeights
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
    static let coder = Coder(lexicon: lexicon, language: language)
}
