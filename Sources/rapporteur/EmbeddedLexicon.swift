import CLexicon
import Coding
import Lexicon

extension Lexicon {
    /// The lexicon that was compiled into this program; `nil` only where the build embedded a broken one.
    static var embedded: Lexicon? {
        Lexicon(
            staticBytes: UnsafeRawBufferPointer(start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size)))
    }

    /// The embedded lexicon, or the failure that says what to do.
    static func program() throws -> Lexicon {
        guard let lexicon = embedded else {
            throw Failure(
                "expected a compiled lexicon in the program, found none; build it anew after `swift package clean`",
                .software)
        }
        return lexicon
    }
}

extension Coder {
    /// A coder over the lexicon that was compiled into this program.
    static func embedded() throws -> Coder { Coder(lexicon: try Lexicon.program()) }
}
