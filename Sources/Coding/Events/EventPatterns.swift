import Codebook
import Diplomacy
import Language

/// A pattern of the codebook with its frame, as the matcher reads it. A class, so that nothing is copied at a match.
final class EventPattern: Sendable {
    let pattern: Pattern
    let frame: Frame
    let index: Int32
    /// Sets of words of each of which a sentence must have one.
    private let needed: [[UInt64]]

    init(_ pattern: Pattern, _ frame: Frame, index: Int32) {
        self.pattern = pattern
        self.frame = frame
        self.index = index
        needed = pattern.elements.filter { !$0.isOptional }.flatMap { element in
            [element.prepositions, element.words.flatMap { [$0.lemma, $0.whole] }].filter { !$0.isEmpty }
        }
    }

    /// Whether a sentence may have all words that the pattern needs.
    func mayMatch(_ words: WordFilter) -> Bool {
        needed.allSatisfy { $0.contains { words.mayContain($0) } }
    }
}

/// The words of a sentence as 512 bits: quick to ask, and wrong only in saying that a word may be there (Bloom, "Space/Time
/// Trade-offs in Hash Coding with Allowable Errors", CACM 1970, with one hash).
struct WordFilter {
    private var low = SIMD8<UInt64>(repeating: 0)

    mutating func insert(_ key: UInt64) { low[Int(key >> 6 & 7)] |= 1 << (key & 63) }
    func mayContain(_ key: UInt64) -> Bool { low[Int(key >> 6 & 7)] >> (key & 63) & 1 == 1 }
}

/// The codebook's patterns by the lemma that heads them.
///
/// A value that threads share.
struct EventPatterns: Sendable {
    let codebook: Codebook
    private let all: [EventPattern]
    /// For each lemma its patterns, verbs' and nouns' apart.
    private let verbs: [UInt64: [EventPattern]]
    private let nouns: [UInt64: [EventPattern]]
    /// Every lemma that a pattern looks for.
    let lemmas: Set<UInt64>
    /// Forms of the words that head patterns of conflict, and of what ends it: worth a look where one party alone is named.
    let alarms: WordSet

    init(_ codebook: Codebook) {
        self.codebook = codebook
        all = codebook.patterns.enumerated().map {
            EventPattern($1, codebook.frames[$1.frame], index: Int32($0))
        }
        var verbs: [UInt64: [EventPattern]] = [:]
        var nouns: [UInt64: [EventPattern]] = [:]
        var lemmas: Set<UInt64> = []
        for one in all {
            for element in one.pattern.elements {
                for word in element.words {
                    lemmas.insert(word.lemma)
                    lemmas.insert(word.whole)
                }
            }
            for lemma in Set(one.pattern.heads.flatMap { [$0.word.lemma, $0.word.whole] }) {
                lemmas.insert(lemma)
                if one.pattern.isNoun {
                    nouns[lemma, default: []].append(one)
                } else {
                    verbs[lemma, default: []].append(one)
                }
            }
        }
        self.verbs = verbs
        self.nouns = nouns
        self.lemmas = lemmas
        let alarming = all.filter { $0.frame.type.map { Self.alarming.contains($0) } ?? false }
        alarms = WordSet(alarming.flatMap { Self.heads(of: $0.pattern) }.flatMap { WordEnding.forms(of: $0) })
    }

    private static let alarming: Set<EventType> = [
        .protest, .sanction, .mobilize, .coerce, .assault, .retreat, .concede,
    ]

    /// The words that head a pattern, as it writes them.
    private static func heads(of pattern: Pattern) -> [Substring] {
        let words = pattern.text.split(separator: " ")
        guard let first = words.dropFirst(pattern.subject == nil ? 0 : 1).first else { return [] }
        return first.split(separator: "|").map { $0.prefix { $0 != "+" } }
    }

    func patterns(verb lemma: UInt64) -> [EventPattern] { verbs[lemma] ?? [] }
    func patterns(noun lemma: UInt64) -> [EventPattern] { nouns[lemma] ?? [] }
}
