import Codebook
import Diplomacy
import Language

/// A pattern of the codebook with its frame, as the matcher reads it. A class, so that nothing is copied at a match.
final class EventPattern: Sendable {
    let pattern: Pattern
    let frame: Frame
    let index: Int32
    /// It tells of conflict or of what ends it: worth a look where one party alone is named.
    let isAlarming: Bool
    /// Sets of words of each of which a sentence must have one; 0 ends a set.
    private let needed: [UInt64]

    init(_ pattern: Pattern, _ frame: Frame, index: Int32) {
        self.pattern = pattern
        self.frame = frame
        self.index = index
        isAlarming = frame.type.map { Self.alarming.contains($0) } ?? false
        needed = pattern.elements.filter { !$0.isOptional }.flatMap { element in
            [element.prepositions, element.words.flatMap { [$0.lemma, $0.whole] }].filter { !$0.isEmpty }
        }.flatMap { $0 + [0] }
    }

    private static let alarming: Set<EventType> = [
        .protest, .sanction, .mobilize, .coerce, .assault, .retreat, .concede,
    ]

    /// Whether a sentence may have all words that the pattern needs.
    func mayMatch(_ words: WordFilter) -> Bool {
        var isThere = false
        for key in needed {
            if key == 0 {
                guard isThere else { return false }
                isThere = false
            } else if !isThere {
                isThere = words.mayContain(key)
            }
        }
        return true
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
    /// Every lemma that heads one: most words head none.
    private let heads: WordSet
    /// Every lemma that a pattern looks for.
    let lemmas: WordSet

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
            let heads = Set(one.pattern.heads.flatMap { [$0.word.lemma, $0.word.whole] })
            lemmas.formUnion(heads)
            for lemma in heads {
                if one.pattern.isNoun {
                    nouns[lemma, default: []].append(one)
                } else {
                    verbs[lemma, default: []].append(one)
                }
            }
        }
        self.verbs = verbs
        self.nouns = nouns
        self.lemmas = WordSet(Array(lemmas))
        heads = WordSet(Array(verbs.keys) + nouns.keys)
    }

    func patterns(verb lemma: UInt64) -> [EventPattern] { heads.contains(lemma) ? verbs[lemma] ?? [] : [] }
    func patterns(noun lemma: UInt64) -> [EventPattern] { heads.contains(lemma) ? nouns[lemma] ?? [] : [] }

    /// Whether a sentence has all words of some pattern, one of conflict where `onlyAlarms`. It is asked before the sentence is
    /// parsed: words are taken by their endings for forms of verbs or nouns.
    func mayTell(_ tokens: Range<Int>, of text: Text, onlyAlarms: Bool) -> Bool {
        var words = WordFilter()
        var found: [UInt64] = []
        for token in text.tokens[tokens] where token.has(.word) {
            words.insert(token.key)
            if heads.contains(token.key) { found.append(token.key) }
            let lemma =
                WordEnding.irregular[token.key] ?? WordEnding.stem(of: text.bytes[token.bytes], among: lemmas)
            guard let lemma else { continue }
            words.insert(lemma)
            if heads.contains(lemma) { found.append(lemma) }
        }
        func fits(_ pattern: EventPattern) -> Bool {
            (!onlyAlarms || pattern.isAlarming) && pattern.mayMatch(words)
        }
        return found.contains { patterns(verb: $0).contains(where: fits) || patterns(noun: $0).contains(where: fits) }
    }
}
