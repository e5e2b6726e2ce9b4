import CLexicon
import Coding
import Diplomacy
import Lexicon

/// The coder over the lexicon that the program carries; every test of the rules reads with the tables that users have.
enum Embedded {
    static let lexicon: Lexicon = {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size))
        guard let lexicon = Lexicon(staticBytes: bytes) else {
            preconditionFailure("expected a compiled lexicon in the test bundle, found none: run `swift package clean`")
        }
        return lexicon
    }()
    static let coder = Coder(lexicon: lexicon)
}
