/// How names are split for the lexicon: as text is, without hyphens.
public enum Wordings {
    /// The tokens of a wording, each with the start of its word (``Folding/start(of:)``).
    public static func split(_ wording: String) -> [(token: Token, start: UInt32)] {
        var wording = wording
        return wording.withUTF8 { bytes in
            Tokenizer.tokens(bytes).filter { !$0.has(.hyphen) }.map { token in
                (token, Folding.start(of: String(decoding: bytes[token.bytes], as: UTF8.self)))
            }
        }
    }
}
