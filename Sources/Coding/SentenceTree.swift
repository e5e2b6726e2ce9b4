import Language

/// What a word is to its head, as far as the rules ask (https://universaldependencies.org/u/dep/); subtypes are told apart
/// only where a rule does.
enum Dependency: UInt8 {
    case subject, passiveSubject, object, oblique, agent, nominal, possessive, clauseOfNoun, relative, adverbialClause
    case clausalComplement, openComplement, conjunct, apposition, compound, caseMark, mark
    case auxiliary, passiveAuxiliary, copula, adverb, adjective, determiner, particle, coordinator, number, parataxis,
        punctuation, root, other

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
            case "aux": .auxiliary
            case "aux:pass": .passiveAuxiliary
            case "cop": .copula
            case "amod": .adjective
            case "compound:prt": .particle
            case "cc": .coordinator
            case "nummod": .number
            case "parataxis": .parataxis
            case "punct": .punctuation
            case "root": .root
            default:
                if label.hasPrefix("obl") {
                    .oblique
                } else if label.hasPrefix("nmod") {
                    .nominal
                } else if label.hasPrefix("advcl") {
                    .adverbialClause
                } else if label.hasPrefix("compound") || label.hasPrefix("flat") {
                    .compound
                } else if label.hasPrefix("advmod") {
                    .adverb
                } else if label.hasPrefix("det") {
                    .determiner
                } else {
                    .other
                }
            }
    }
}

/// Kinds of words, as far as the rules ask.
enum TagClass: UInt8 {
    case verb, noun, name, adjective, adverb, pronoun, number, mark, function

    init(_ universal: String) {
        self =
            switch universal {
            case "VERB": .verb
            case "NOUN": .noun
            case "PROPN": .name
            case "ADJ": .adjective
            case "ADV": .adverb
            case "PRON": .pronoun
            case "NUM": .number
            case "PUNCT", "SYM", "X": .mark
            default: .function
            }
    }
}

/// Forms of words, as far as the rules ask.
struct WordForms: OptionSet {
    let rawValue: UInt8
    /// Past participle; form in -ing; past or present tense; plural; a lemma as it stands.
    static let participle = WordForms(rawValue: 1)
    static let gerund = WordForms(rawValue: 2)
    static let finite = WordForms(rawValue: 4)
    static let plural = WordForms(rawValue: 8)
    static let base = WordForms(rawValue: 16)
    static let past = WordForms(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The forms of a tag of the Penn Treebank.
    init(_ penn: String) {
        self =
            switch penn {
            case "VBN": .participle
            case "VBG": .gerund
            case "VBD": [.finite, .past]
            case "VBZ": .finite
            case "VBP": [.finite, .base]
            case "NNS", "NNPS": .plural
            case "VB", "NN", "JJ": .base
            default: []
            }
    }
}

/// What a model's numbers of labels and tags mean to the rules, and the lemmas that they look for. Shared by all threads.
final class TreeTables: Sendable {
    let model: LanguageModel
    fileprivate let relations: [Dependency]
    fileprivate let tagClasses: [TagClass]
    fileprivate let forms: [WordForms]
    /// A word that is plainly a form of one of these needs no model.
    private let wanted: WordSet

    init(_ model: LanguageModel, lemmas wanted: WordSet = WordSet([])) {
        self.model = model
        self.wanted = wanted
        relations = (0...UInt8.max).map { Dependency(model.label($0)) }
        tagClasses = (0...UInt8.max).map { TagClass(model.universalTag($0)) }
        forms = (0...UInt8.max).map { WordForms(model.pennTag($0)) }
    }

    /// The key of a word's lemma.
    fileprivate func lemma(of word: Language.Word, tag: UInt8, key: UInt64, in text: Text) -> UInt64 {
        if forms[Int(tag)].contains(.base), wanted.contains(key) { return key }
        if let irregular = WordEnding.irregular[key], wanted.contains(irregular) { return irregular }
        let bytes = text.bytes[word.bytes]
        if !forms[Int(tag)].contains(.base), let stem = WordEnding.stem(of: bytes, among: wanted) { return stem }
        return Folding.key(model.lemma(of: String(decoding: bytes, as: UTF8.self), tag: tag))
    }
}

/// Parses sentences, those that a rule asks about and no others, in memory that it uses again and again. Not to be shared
/// between threads.
final class TreeReader {
    private let parser: SentenceParser
    fileprivate let tables: TreeTables
    /// Tokens that belong to no sentence: the place and the agency before the news.
    var dateline = 0..<0
    /// Lemmas that were asked for, by word and tag.
    private var lemmas: [UInt64: UInt64] = [:]

    init(_ tables: TreeTables) {
        parser = SentenceParser(tables.model)
        self.tables = tables
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
        return SentenceTree(
            words: words, parsed: parser.parse(words, of: text, names: false), text: text, tokens: tokens, reader: self)
    }

    fileprivate func lemma(of word: Language.Word, tag: UInt8, key: UInt64, in text: Text) -> UInt64 {
        let known = key ^ UInt64(tag) &* 0x9E37_79B9_7F4A_7C15
        if let lemma = lemmas[known] { return lemma }
        let lemma = tables.lemma(of: word, tag: tag, key: key, in: text)
        if lemmas.count >= 50_000 { lemmas.removeAll(keepingCapacity: true) }
        lemmas[known] = lemma
        return lemma
    }
}

/// The dependency tree of one sentence, asked for by the text's tokens.
final class SentenceTree {
    let words: [Language.Word]
    let text: Text
    let tokens: Range<Int>
    private let parsed: [ParsedWord]
    private let reader: TreeReader
    private let tables: TreeTables
    private let nodes: UnsafeMutablePointer<Node>

    fileprivate struct Node {
        var key: UInt64
        /// 0 before it is asked for.
        var lemma: UInt64
        /// -1 for the root.
        var head: Int32
        /// The first child and the next of the head's, in the order of the text; -1 for none.
        var firstChild: Int32
        var nextSibling: Int32
        var token: Int32
        var relation: Dependency
        var tagClass: TagClass
        var forms: WordForms
    }

    init(words: [Language.Word], parsed: [ParsedWord], text: Text, tokens: Range<Int>, reader: TreeReader) {
        self.words = words
        self.parsed = parsed
        self.text = text
        self.tokens = tokens
        self.reader = reader
        tables = reader.tables
        nodes = .allocate(capacity: max(words.count, 1))
        var token = tokens.lowerBound
        for (i, word) in words.enumerated() {
            while token + 1 < tokens.upperBound, text.tokens[token].end <= word.start { token += 1 }
            let key =
                text.tokens[token].bytes == word.bytes
                ? text.tokens[token].key
                : text.bytes.withUnsafeBufferPointer { Folding.key($0[word.bytes]) }
            let one = parsed[i]
            (nodes + i).initialize(
                to: Node(
                    key: key, lemma: 0, head: one.head - 1, firstChild: -1, nextSibling: -1, token: Int32(token),
                    relation: tables.relations[Int(one.label)], tagClass: tables.tagClasses[Int(one.tag)],
                    forms: tables.forms[Int(one.tag)]))
        }
        mendSubjects()
        for i in (0..<words.count).reversed() where nodes[i].head >= 0 {
            nodes[i].nextSibling = nodes[Int(nodes[i].head)].firstChild
            nodes[Int(nodes[i].head)].firstChild = Int32(i)
        }
    }

    /// Of two subjects of one verb hangs the second where it belongs: "a protest by miners entered" has no subject "miners", and
    /// of "the attempt to arrest the captain failed" the captain is arrested.
    private func mendSubjects() {
        for i in 0..<count where isSubject(i) {
            let verb = nodes[i].head
            guard verb > i, let first = (0..<i).last(where: { nodes[$0].head == verb && isSubject($0) }) else {
                continue
            }
            var before = i - 1
            while before > first, nodes[before].head == i, !Self.belonging.contains(nodes[before].key) { before -= 1 }
            guard before > first else { continue }
            if Self.belonging.contains(nodes[before].key) {
                nodes[i].head = Int32(first)
                nodes[i].relation = .nominal
                nodes[before].head = Int32(i)
                nodes[before].relation = .caseMark
            } else if nodes[before].relation == .clauseOfNoun, nodes[before].head == first, isVerb(before) {
                nodes[i].head = Int32(before)
                nodes[i].relation = .object
            }
        }
    }

    private func isSubject(_ node: Int) -> Bool {
        nodes[node].relation == .subject || nodes[node].relation == .passiveSubject
    }

    private static let belonging = Word.set("by of against between")

    deinit { nodes.deallocate() }

    var count: Int { words.count }

    /// The word of a phrase that the rest of it hangs on; `nil` where the phrase has no word.
    func node(of tokens: Range<Int>) -> Int? {
        guard let bytes = text.byteRange(tokens) else { return nil }
        return node(bytes: bytes)
    }

    /// The word that the rest of a run of bytes hangs on; `nil` where no word is in it.
    func node(bytes: Range<Int>) -> Int? {
        let inside = words.indices.filter { words[$0].start < bytes.upperBound && words[$0].end > bytes.lowerBound }
        guard let first = inside.first, let last = inside.last else { return nil }
        return inside.first { !(first...last).contains(Int(nodes[$0].head)) }
    }

    func relation(_ node: Int) -> Dependency { nodes[node].relation }
    func head(of node: Int) -> Int? { nodes[node].head < 0 ? nil : Int(nodes[node].head) }

    func children(of node: Int) -> Children { Children(first: Int(nodes[node].firstChild), nodes: nodes) }

    /// The words that hang on one, in the order of the text.
    struct Children: Sequence, IteratorProtocol {
        fileprivate var first: Int
        fileprivate let nodes: UnsafeMutablePointer<Node>

        @inline(__always)
        mutating func next() -> Int? {
            guard first >= 0 else { return nil }
            defer { first = Int(nodes[first].nextSibling) }
            return first
        }
    }

    /// Whether a phrase is headed by a verb.
    func isVerb(_ tokens: Range<Int>) -> Bool { node(of: tokens).map { isVerb($0) } ?? false }
    func isVerb(_ node: Int) -> Bool { nodes[node].tagClass == .verb }

    /// The first word of a node that stands to it as `relation` says.
    func child(of node: Int, _ relation: Dependency) -> Int? {
        children(of: node).first { nodes[$0].relation == relation }
    }

    func tagClass(_ node: Int) -> TagClass { nodes[node].tagClass }
    func forms(_ node: Int) -> WordForms { nodes[node].forms }
    func universalTag(_ node: Int) -> String { tables.model.universalTag(parsed[node].tag) }
    func label(_ node: Int) -> String { tables.model.label(parsed[node].label) }
    func labelNumber(_ node: Int) -> UInt8 { parsed[node].label }
    /// The cluster of words that are used alike.
    func cluster(_ node: Int) -> UInt64 { UInt64(parsed[node].cluster) }

    /// The text's token that a word is, or is part of.
    func token(of node: Int) -> Int { Int(nodes[node].token) }

    /// The key of a word, as the rules' sets of words have it (``Folding/key(_:)``).
    func key(_ node: Int) -> UInt64 { nodes[node].key }

    /// The key of a word's lemma.
    func lemma(_ node: Int) -> UInt64 {
        if nodes[node].lemma == 0 {
            nodes[node].lemma = reader.lemma(
                of: words[node], tag: parsed[node].tag, key: nodes[node].key, in: text)
        }
        return nodes[node].lemma
    }
}
