/// Rules for the forms of wordings: plurals and family names.
enum Wording {
    /// The regular plural of an office's wording: of the word before "of", "for", "to" or "at" where there is one, else of
    /// the last word.
    static func plural(_ wording: String) -> String {
        var words = wording.split(separator: " ").map(String.init)
        let stop = words.firstIndex { ["of", "for", "to", "at", "in", "on"].contains($0) } ?? words.count
        guard stop > 0 else { return wording }
        let word = words[stop - 1]
        if word == "general", stop >= 2, ["secretary", "director"].contains(where: { words[stop - 2].hasSuffix($0) }) {
            words[stop - 2] = regularPlural(words[stop - 2])
        } else if word.hasSuffix("-general") {
            words[stop - 1] = regularPlural(String(word.dropLast("-general".count))) + "-general"
        } else {
            words[stop - 1] = regularPlural(word)
        }
        return words.joined(separator: " ")
    }

    /// The plural of one word: "secretaries", "chairmen", "envoys".
    private static func regularPlural(_ word: String) -> String {
        if word.hasSuffix("man") { return String(word.dropLast(2)) + "en" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return String(word.dropLast()) + "ies"
        }
        if ["s", "x", "ch", "sh"].contains(where: { word.hasSuffix($0) }) { return word + "es" }
        return word + "s"
    }

    static let particles: Set<String> = [
        "al", "el", "bin", "ibn", "ben", "von", "van", "der", "den", "de", "da", "di", "del", "dos", "la", "le", "du",
        "ul", "ould", "abu",
        "af", "ter", "san",
    ]

    /// A display name and its family name: the word marked with `/`, else the last word with its particles.
    static func family(_ marked: Substring) -> (name: String, family: String) {
        var words = marked.split(separator: " ").map(String.init)
        if let i = words.firstIndex(where: { $0.hasSuffix("/") }) {
            words[i].removeLast()
            return (words.joined(separator: " "), words[i])
        }
        var start = max(words.count - 1, 0)
        if words.count > 1, let last = words.last, isNumeral(last) { start = 0 }
        while start > 1, particles.contains(words[start - 1].lowercased()) { start -= 1 }
        return (words.joined(separator: " "), words[start...].joined(separator: " "))
    }

    /// Whether a name is one word, particles before it left out.
    static func isSingle(_ name: String) -> Bool {
        name.split { $0 == " " || $0 == "-" }.filter { !particles.contains($0.lowercased()) }.count <= 1
            && !name.contains(where: \.isNumber)
    }

    /// Endings of family names that are written in several ways when they come from Cyrillic.
    private static let endings: [(String, [String])] = [
        ("ayev", ["aev"]), ("eyev", ["eev"]), ("oyev", ["oev"]), ("iyev", ["iev"]), ("ayeva", ["aeva"]),
        ("sky", ["skiy", "skyy", "skyi", "skii"]), ("skyy", ["sky", "skiy", "skyi"]), ("tsky", ["tskiy"]),
    ]

    /// A name, and how else its last word is spelt.
    static func spellings(_ name: String) -> [String] {
        for (ending, others) in endings where name.hasSuffix(ending) && name.count >= ending.count + 2 {
            return [name] + others.map { name.dropLast(ending.count) + $0 }
        }
        return [name]
    }

    /// The first letter after particles, in upper case.
    static func initial(_ family: String) -> Character? {
        let word = family.split { $0 == " " || $0 == "-" }.first { !particles.contains($0.lowercased()) }
        return word?.first.map { Character($0.uppercased()) }
    }

    /// Roman numerals and "Jr" are no family names.
    static func isNumeral(_ word: String) -> Bool {
        !word.isEmpty && (word.allSatisfy { "IVX".contains($0) } || ["Jr", "Jr.", "Sr", "Sr."].contains(word))
    }

    /// The forms in which a family name stands alone: with its particles and without.
    static func familyForms(name: String, family: String) -> [String] {
        guard family != name else { return [] }
        var words = family.split(separator: " ").map(String.init)
        var forms = [family]
        while words.count > 1, let first = words.first, particles.contains(first.lowercased()) {
            words.removeFirst()
            forms.append(words.joined(separator: " "))
        }
        if let last = words.last, words.count == 1 {
            for prefix in ["al-", "el-", "Al-", "El-"] where last.hasPrefix(prefix) {
                forms.append(String(last.dropFirst(3)))
            }
        }
        return forms.filter { $0.count > 1 }
    }
}
