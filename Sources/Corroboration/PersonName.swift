/// A person's name as words that can be compared.
struct PersonName: Hashable, Sendable {
    enum Likeness {
        case same
        /// The same family name with another given name: a slip, or a relative.
        case similar
        case different
    }

    let words: [String]

    init(_ name: String) {
        let lower = name.lowercased()
        // by bytes, where there are no letters but ASCII ones
        let parts =
            lower.utf8.allSatisfy { $0 < 0x80 }
            ? lower.utf8.split { !Self.isPart($0) }.map { String(Substring($0)) }
            : lower.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }.map(String.init)
        let kept = parts.filter { $0.count > 1 && !Self.titles.contains($0) }
        words = kept.isEmpty ? parts : kept
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
    }

    /// Words that were taken from a name before.
    init(words: [String]) { self.words = words }

    private static let titles: Set<String> = [
        "fm", "pm", "mr", "mrs", "ms", "dr", "gen", "lt", "maj", "president", "minister", "foreign", "prime",
        "secretary",
        "sir", "mawlawi", "mullah", "king", "prince", "sheikh", "crown",
    ]

    /// Whether two names can be of one person: one has all words of the other; or only the family name in common.
    func likeness(to other: PersonName) -> Likeness {
        if words == other.words { return .same }
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        if !short.isEmpty, short.allSatisfy({ word in long.contains { Self.isOneWord(word, $0) } }) { return .same }
        guard let a = words.last, let b = other.words.last else { return .different }
        return a.count >= 4 && Self.isOneWord(a, b) ? .similar : .different
    }

    /// Whether two written names of one person differ by more than a way of writing: another given name with the same family
    /// name, or another family name with the same given name.
    func isSlip(for other: PersonName) -> Bool {
        guard words.count > 1, other.words.count > 1, likeness(to: other) != .same, let a = words.first,
            let b = other.words.first, let last = words.last, let otherLast = other.words.last
        else { return false }
        if Self.isOneWord(last, otherLast) {
            return a.first != b.first && !a.hasSuffix(b) && !b.hasSuffix(a)
        }
        return a == b
    }

    /// Equal, or of five letters and more with a letter added, left out or put for another: ways of writing one name.
    private static func isOneWord(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (x, y) = (a.utf8, b.utf8)
        guard min(x.count, y.count) >= 5, abs(x.count - y.count) <= 1 else { return false }
        return shared(x, y) + shared(x.reversed(), y.reversed()) >= max(x.count, y.count) - 1
    }

    /// How many bytes two words have in common from their start.
    private static func shared(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Int {
        var count = 0
        for (one, other) in zip(a, b) {
            if one != other { break }
            count += 1
        }
        return count
    }
}
