/// How names are split for the lexicon: as text is, without hyphens.
public enum Wordings {
    public static func split(_ wording: String) -> [Token] {
        var wording = wording
        return wording.withUTF8 { Tokenizer.tokens($0) }.filter { !$0.has(.hyphen) }
    }
}
