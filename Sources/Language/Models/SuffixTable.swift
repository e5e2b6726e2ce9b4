/// What the end of a word tells, for each class of words: the longest end that the table has decides, and a whole word is the
/// longest of all. So rules and exceptions are one table.
package struct SuffixTable: Sendable {
    /// Owns the memory that the table points into.
    private let weights: Weights
    private let table: KeyTable<UInt16>
    package let strings: [String]

    /// Letters of the longest end that is no whole word.
    package static let longest = 6

    /// Opens the sections `NAME.keys`, `NAME.values` and `NAME.strings`; `nil` where they do not fit together.
    package init?(_ weights: Weights, _ name: String) {
        let strings = weights.strings(name + ".strings")
        guard let table = KeyTable<UInt16>(weights, name, allows: { $0 < max(strings.count, 1) }) else { return nil }
        self.weights = weights
        self.table = table
        self.strings = strings
    }

    /// The place in ``strings`` of the value of a word of a class; `nil` where the table has no end of it.
    package func value(_ word: [UInt8], class category: UInt8) -> Int? {
        let found = Self.keys(word, class: category).reversed().lazy.compactMap { table[$0] }.first
        return found.map { Int($0) }
    }

    /// The keys of a word's ends, from the empty one to the whole word.
    package static func keys(_ word: [UInt8], class category: UInt8) -> [UInt64] {
        var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(category) &* 0x9E37_79B9_7F4A_7C15
        var keys = [hash | 1]
        for byte in word.reversed().prefix(longest) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            hash ^= hash >> 29
            keys.append(hash | 1)
        }
        for byte in word.reversed().dropFirst(longest) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ 0x5E) &* 0x9E37_79B9_7F4A_7C15
        keys.append((hash ^ hash >> 31) | 1)
        return keys
    }
}

/// How a lemma is made of a word: in lower case or as it stands, so many bytes taken from the end, others put there.
package struct LemmaRule: Hashable, Sendable {
    package var keepsCase: Bool
    package var cut: Int
    package var ending: String

    /// The rule that makes `lemma` of `form`.
    package init(form: String, lemma: String) {
        let lowered = form.lowercased()
        keepsCase = lemma != lemma.lowercased() || lemma == form && form != lowered
        let source = Array((keepsCase ? form : lowered).utf8)
        let target = Array(lemma.utf8)
        var common = 0
        while common < min(source.count, target.count), source[common] == target[common] { common += 1 }
        cut = source.count - common
        ending = String(decoding: target[common...], as: UTF8.self)
    }

    /// A rule as ``text`` writes it.
    package init?(_ text: String) {
        let parts = text.split(separator: " " as Character, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "K" || parts[0] == "L", let cut = Int(parts[1]) else { return nil }
        keepsCase = parts[0] == "K"
        self.cut = cut
        ending = String(parts[2])
    }

    package var text: String { "\(keepsCase ? "K" : "L") \(cut) \(ending)" }

    /// The lemma of a word; the word itself where the rule would take more than it has.
    package func lemma(of form: String) -> String {
        let source = Array((keepsCase ? form : form.lowercased()).utf8)
        guard cut < source.count || cut == source.count && !ending.isEmpty else { return form }
        return String(decoding: source.dropLast(cut), as: UTF8.self) + ending
    }
}
