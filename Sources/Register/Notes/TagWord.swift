/// The word of a tag: 1 to ``longest`` bytes of lower-case ASCII letters, digits and "-", the first no "-".
public enum TagWord {
    /// Bytes of the longest tag.
    public static let longest = 64

    /// A word as a tag is stored, capitals made small; `nil` for one that is none.
    public static func normal(_ word: String) -> String? {
        let bytes = word.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard (1...longest).contains(bytes.count), bytes[0] != 0x2D,
            bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// ``normal(_:)``, or an error that says what a tag is.
    static func demand(_ word: String) throws -> String {
        guard let tag = normal(word) else {
            throw RegisterError(
                .badNote,
                "expected a tag of at most \(longest) letters a to z, digits and \"-\", found \"\(word.prefix(80))\"; "
                    + "give another word")
        }
        return tag
    }
}
