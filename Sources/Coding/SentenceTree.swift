import Language

/// What a word is to its head, as far as the rules ask (https://universaldependencies.org/u/dep/); subtypes are told apart
/// only where a rule does.
enum Dependency: UInt8 {
    case subject, passiveSubject, object, oblique, agent, nominal, possessive, clauseOfNoun, relative, adverbialClause
    case clausalComplement, openComplement, conjunct, apposition, compound, caseMark, mark, other

    init(_ label: String) {
        self =
            switch label {
            case "nsubj", "csubj", "nsubj:outer", "csubj:outer": .subject
            case "nsubj:pass", "csubj:pass": .passiveSubject
            case "obj", "iobj": .object
            case "obl:agent": .agent
            case "nmod:poss": .possessive
            case "acl:relcl": .relative
            case "acl": .clauseOfNoun
            case "ccomp": .clausalComplement
            case "xcomp": .openComplement
            case "conj": .conjunct
            case "appos": .apposition
            case "case": .caseMark
            case "mark": .mark
            default:
                if label.hasPrefix("obl") {
                    .oblique
                } else if label.hasPrefix("nmod") {
                    .nominal
                } else if label.hasPrefix("advcl") {
                    .adverbialClause
                } else if label.hasPrefix("compound") || label.hasPrefix("flat") {
                    .compound
                } else {
                    .other
                }
            }
    }
}

/// Parses the sentences of one document, those that a rule asks about and no others.
final class TreeReader {
    private let parser: SentenceParser
    /// Tokens that belong to no sentence: the place and the agency before the news.
    var dateline = 0..<0
    private let relations: [Dependency]

    init(_ model: LanguageModel, relations: [Dependency]) {
        parser = SentenceParser(model)
        self.relations = relations
    }

    /// What each label of a model is, by its number.
    static func relations(of model: LanguageModel) -> [Dependency] {
        (0...UInt8.max).map { Dependency(model.label($0)) }
    }

    /// The token after an agency's name in brackets and a dash at the start of a sentence: "(Agency) -- ".
    private func afterCredit(_ tokens: Range<Int>, _ text: Text) -> Int {
        func isDash(_ i: Int) -> Bool { text.tokens[i].has(.hyphen) || Word.dashes.contains(text.tokens[i].key) }
        guard let first = tokens.first, text.tokens[first].key == Word.openBracket,
            let close = tokens.prefix(6).first(where: { text.tokens[$0].key == Word.closeBracket }),
            close + 1 < tokens.upperBound, isDash(close + 1)
        else { return tokens.lowerBound }
        var i = close + 1
        while i < tokens.upperBound, isDash(i) { i += 1 }
        return i
    }

    func tree(of tokens: Range<Int>, in text: Text) -> SentenceTree {
        let start = max(tokens.lowerBound, dateline.upperBound, afterCredit(tokens, text))
        let tokens = min(start, tokens.upperBound)..<tokens.upperBound
        let words = text.words(in: tokens)
        let parsed = parser.parse(words, of: text, names: false)
        return SentenceTree(
            words: words, heads: parsed.map { Int($0.head) - 1 },
            relations: parsed.map { relations[Int($0.label)] },
            verbs: parsed.map { parser.model.universalTag($0.tag) == "VERB" }, text: text, tokens: tokens)
    }
}

/// The dependency tree of one sentence, asked for by the text's tokens.
struct SentenceTree {
    private let words: [Language.Word]
    /// The place of each word's head; -1 for the root.
    private let heads: [Int]
    private let relations: [Dependency]
    private let verbs: [Bool]
    private let text: Text
    private let tokens: Range<Int>

    init(
        words: [Language.Word], heads: [Int], relations: [Dependency], verbs: [Bool], text: Text, tokens: Range<Int>
    ) {
        self.words = words
        self.verbs = verbs
        self.tokens = tokens
        self.heads = heads
        self.relations = relations
        self.text = text
    }

    /// The word of a phrase that the rest of it hangs on; `nil` where the phrase has no word.
    func node(of tokens: Range<Int>) -> Int? {
        guard let bytes = text.byteRange(tokens) else { return nil }
        let inside = words.indices.filter { words[$0].start < bytes.upperBound && words[$0].end > bytes.lowerBound }
        guard let first = inside.first, let last = inside.last else { return nil }
        return inside.first { !(first...last).contains(heads[$0]) }
    }

    /// Whether a phrase is headed by a verb.
    func isVerb(_ tokens: Range<Int>) -> Bool { node(of: tokens).map { verbs[$0] } ?? false }

    func relation(_ node: Int) -> Dependency { relations[node] }
    func head(of node: Int) -> Int? { heads[node] < 0 ? nil : heads[node] }

    func children(of node: Int) -> [Int] { words.indices.filter { heads[$0] == node } }
    func isVerb(_ node: Int) -> Bool { verbs[node] }

    /// The first word of a node that stands to it as `relation` says.
    func child(of node: Int, _ relation: Dependency) -> Int? {
        words.indices.first { heads[$0] == node && relations[$0] == relation }
    }

    /// The text's token that a word is, or is part of.
    func token(of node: Int) -> Int? {
        var low = tokens.lowerBound
        var high = tokens.upperBound
        while low < high {
            let middle = (low + high) / 2
            if text.tokens[middle].end <= words[node].start { low = middle + 1 } else { high = middle }
        }
        return low < tokens.upperBound ? low : nil
    }

    /// The key of a word, as the rules' sets of words have it (``Folding/key(_:)``).
    func key(_ node: Int) -> UInt64 {
        if let token = token(of: node), text.tokens[token].bytes == words[node].bytes { return text.tokens[token].key }
        return Folding.key(text.string(bytes: words[node].bytes))
    }
}
