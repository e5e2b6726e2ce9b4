/// Everything that reads English sentences: tags, trees, names, lemmas and features of words, opened from ``Weights``.
///
/// A value without state that threads share; each thread works with a ``SentenceParser`` of its own.
public struct LanguageModel: Sendable {
    package let vocabulary: Vocabulary
    package let tagger: Tagger
    package let parser: Parser
    package let nameTagger: NameTagger
    package let lemmas: SuffixTable
    package let features: SuffixTable
    private let lemmaRules: [LemmaRule?]
    /// Universal and Penn Treebank tags of each tag number, from 1; number 0 is "X" and "_".
    private let universal: [String]
    private let penn: [String]
    private let labelNames: [String]
    private let weights: Weights

    /// Opens a model; `nil` where a section is missing or the sections do not fit together.
    public init?(_ weights: Weights) {
        let tags = weights.strings("tags")
        let labels = weights.strings("labels")
        let sizes = weights.section("parse.sizes", of: Int32.self)
        guard !tags.isEmpty, tags.count < 255, !labels.isEmpty, labels.count < 255, sizes.count == 2,
            let words = weights.section("words.count", of: Int32.self).first, words >= 0,
            let tagger = Tagger(weights, words: Int(words), tags: tags.count),
            let parser = Parser(
                weights,
                sizes: .init(
                    words: Int(sizes[0]), fewWords: Int(sizes[1]), tags: tags.count, labels: labels.count),
                labels: labels),
            let names = NameTagger(weights, words: Int(words), tags: tags),
            let lemmas = SuffixTable(weights, "lemma"), let features = SuffixTable(weights, "feats"),
            let vocabulary = Vocabulary(weights)
        else { return nil }
        self.weights = weights
        self.vocabulary = vocabulary
        self.tagger = tagger
        self.parser = parser
        nameTagger = names
        self.lemmas = lemmas
        lemmaRules = lemmas.strings.map { LemmaRule($0) }
        self.features = features
        universal = ["X"] + tags.map { String($0.prefix { $0 != "|" }) }
        penn = ["_"] + tags.map { String($0.drop { $0 != "|" }.dropFirst()) }
        labelNames = ["dep"] + labels
    }

    /// The universal part of speech of a tag (https://universaldependencies.org/u/pos/).
    public func universalTag(_ tag: UInt8) -> String { Int(tag) < universal.count ? universal[Int(tag)] : "X" }

    /// The Penn Treebank tag of a tag.
    public func pennTag(_ tag: UInt8) -> String { Int(tag) < penn.count ? penn[Int(tag)] : "_" }

    /// The dependency label of a number, with its subtype ("nsubj:pass").
    public func label(_ label: UInt8) -> String { Int(label) < labelNames.count ? labelNames[Int(label)] : "dep" }

    /// The lemma of a word with its tag.
    public func lemma(of form: String, tag: UInt8) -> String {
        let rule = lemmas.value(Array(form.lowercased().utf8), class: tag)
        return rule.flatMap { lemmaRules[$0] }?.lemma(of: form) ?? form.lowercased()
    }

    /// The features of a word with its tag, as CoNLL-U writes them; "_" where it has none.
    public func features(of form: String, tag: UInt8) -> String {
        features.value(Array(form.lowercased().utf8), class: tag).map { features.strings[$0] } ?? "_"
    }
}

/// A word of a parsed sentence. The numbers are those of ``LanguageModel``.
public struct ParsedWord: Sendable, Equatable {
    public var tag: UInt8
    public var label: UInt8
    /// Part of a name: the label's number, 1 outside of names.
    public var name: UInt8
    /// The head's place in the sentence, from 1; 0 for the root.
    public var head: Int32
    /// The cluster of words that are used alike; 1 for none.
    package var cluster: Int32

    /// The kind of name that the word belongs to.
    public var nameKind: NameKind? { NameLabel.kind(name) }
    /// The label of the word in a name, `B-PER` and the like; `nil` where it is in none.
    public var nameLabel: String? { NameLabel.label(name) }
}

/// Parses one sentence after another in memory of its own. Not to be shared between threads.
public final class SentenceParser {
    public let model: LanguageModel
    private let buffer: SentenceBuffer
    private static let apostrophe: StaticString = "\u{2019}"

    public init(_ model: LanguageModel) {
        self.model = model
        let nets = [model.tagger.net, model.parser.net, model.nameTagger.net]
        buffer = SentenceBuffer(width: nets.map(\.width).max() ?? 0)
    }

    /// Tags and parses words of a text, and finds the names in them where `names` says so. Time grows with the number of words.
    public func parse(_ words: [Word], of text: Text, names: Bool = true) -> [ParsedWord] {
        text.bytes.withUnsafeBufferPointer { bytes in
            buffer.begin(words.count)
            for (i, word) in words.enumerated() {
                if word.isJoined, word.end - word.start == 1, bytes[Int(word.start)] == UInt8(ascii: "'") {
                    // the owner's apostrophe of "the teachers' demand", which alone looks like a closing quote
                    Self.apostrophe.withUTF8Buffer { buffer.put($0, at: i + 1, model.vocabulary) }
                } else {
                    buffer.put(UnsafeBufferPointer(rebasing: bytes[word.bytes]), at: i + 1, model.vocabulary)
                }
            }
            return finish(names: names)
        }
    }

    /// Tags and parses words given as strings.
    public func parse(_ words: [String]) -> [ParsedWord] {
        buffer.begin(words.count)
        for (i, word) in words.enumerated() {
            var word = word
            word.withUTF8 { buffer.put($0, at: i + 1, model.vocabulary) }
        }
        return finish(names: true)
    }

    private func finish(names: Bool) -> [ParsedWord] {
        guard buffer.count > 0 else { return [] }
        buffer.finish()
        model.tagger.tag(buffer)
        model.parser.parse(buffer)
        if names { model.nameTagger.label(buffer) }
        return (1...buffer.count).map { i in
            ParsedWord(
                tag: buffer.tags[i], label: buffer.labels[i], name: names ? buffer.names[i] : NameLabel.outside,
                head: buffer.heads[i], cluster: buffer.forms[i].cluster)
        }
    }
}
