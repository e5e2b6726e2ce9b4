import FoundationEssentials
import Language

/// A word of a treebank, as far as the models learn from it.
struct TreeWord {
    var form: String
    var lemma: String
    var tag: String
    var features: String
    var head: Int
    var label: String
    var name: String
}

/// Sentences to learn from or to measure on.
struct Corpus {
    var sentences: [[TreeWord]] = []

    /// Reads a CoNLL-U file; sentences of more than `longest` words are left out.
    init(_ path: String, longest: Int = 400) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        var reader = ConlluReader()
        for sentence in reader.sentences(text) {
            let words = sentence.words
            guard words.count <= longest else { continue }
            sentences.append(
                words.map { line in
                    TreeWord(
                        form: line.columns[1], lemma: line.columns[2], tag: line.columns[3] + "|" + line.columns[4],
                        features: line.columns[5], head: Int(line.columns[6]) ?? 0, label: line.columns[7],
                        name: String(line.misc("NE") ?? "_"))
                })
        }
    }

    init(sentences: [[TreeWord]]) { self.sentences = sentences }

    /// Reads names in IOB2: a word in the second column and its label in the third.
    init(names path: String) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        var sentence: [TreeWord] = []
        for line in (text + "\n").split(separator: "\n" as Character, omittingEmptySubsequences: false) {
            let columns = line.split(separator: "\t" as Character)
            if columns.count >= 3, !line.hasPrefix("#") {
                sentence.append(
                    TreeWord(
                        form: String(columns[1]), lemma: "_", tag: "_", features: "_", head: 0, label: "_",
                        name: String(columns[2])))
            } else if line.isEmpty, !sentence.isEmpty {
                sentences.append(sentence)
                sentence = []
            }
        }
    }

    var words: Int { sentences.reduce(0) { $0 + $1.count } }
}

/// Clusters of words that are used alike, and groups of clusters: what a word that no treebank has shares with those it has.
struct Clusters {
    /// The cluster of each word, by its key, from 2.
    private(set) var numbers: [UInt64: Int] = [:]
    /// The group of each cluster, from 2; 0 the edge, 1 unknown.
    private(set) var groups: [UInt8]

    /// No clusters: every word's is unknown.
    init() { groups = [0] + [UInt8](repeating: 1, count: WordForm.clusters - 1) }

    /// Reads lines of a word, its cluster and its group, from 1, divided by tabs.
    init(_ path: String) throws {
        self.init()
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        for line in text.split(separator: "\n" as Character) {
            let columns = line.split(separator: "\t" as Character)
            guard columns.count == 3, let cluster = Int(columns[1]), let group = Int(columns[2]),
                cluster + 1 < WordForm.clusters, group + 1 < WordForm.groups
            else { continue }
            let key = Vocabulary.key(String(columns[0]))
            if numbers[key] == nil { numbers[key] = cluster + 1 }
            groups[cluster + 1] = UInt8(group + 1)
        }
    }
}

/// The inventories that every model shares: the words worth a number, the tags and the labels.
struct Inventory {
    var words: [UInt64]
    /// The words as the models see them, by their numbers; 0 is the edge, 1 the unknown word.
    let forms: [WordForm]
    var counts: [Int]
    var tags: [String]
    var labels: [String]
    let vocabulary: Vocabulary
    private let weights: Weights

    /// Takes the most frequent words, and the tags and labels of the treebanks.
    init(gold: Corpus, silver: Corpus, words limit: Int, clusters: Clusters) {
        var counts: [String: Int] = [:]
        var tags: [String: Int] = [:]
        var labels: [String: Int] = [:]
        for (corpus, weight) in [(gold, 4), (silver, 1)] {
            for word in corpus.sentences.joined() { counts[Vocabulary.folded(word.form), default: 0] += weight }
        }
        for word in gold.sentences.joined() {
            tags[word.tag, default: 0] += 1
            labels[word.label, default: 0] += 1
        }
        let ordered = counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.filter { $0.value >= 4 }.prefix(limit)
        self.words = ordered.map { Vocabulary.key($0.key) }
        self.counts = [0, 0] + ordered.map(\.value)
        self.tags = tags.filter { $0.value >= 5 }.keys.sorted()
        self.labels = labels.filter { $0.value >= 5 }.keys.sorted()
        var writer = WeightsWriter()
        Vocabulary.write(self.words, clusters: clusters.numbers, groups: clusters.groups, to: &writer)
        guard let weights = Weights(writer.bytes()), let vocabulary = Vocabulary(weights) else {
            preconditionFailure("expected a vocabulary that opens, found one that does not: report this")
        }
        self.weights = weights
        self.vocabulary = vocabulary
        let buffer = SentenceBuffer(width: 64)
        Example.fill(buffer, ordered.map(\.key), vocabulary)
        forms = [.edge, .edge] + ordered.indices.map { buffer.forms[$0 + 1] }
    }

    /// Tags by their numbers.
    var tagNumbers: [String: UInt8] { Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt8($0 + 1)) }) }

    func write(to writer: inout WeightsWriter) {
        writer.add(weights)
        writer.add("words.count", [Int32(words.count)])
        writer.add("tags", strings: tags)
        writer.add("labels", strings: labels)
    }
}

/// A sentence in numbers: word forms, tags and labels from 1, 0 where a treebank has one that the inventory has not.
struct Example {
    var forms: [WordForm]
    var tags: [UInt8]
    var heads: [Int32]
    var labels: [UInt8]
    var names: [UInt8]
    /// How much it counts: 1 for a treebank's own.
    var isGold: Bool

    static func examples(_ corpus: Corpus, _ inventory: Inventory, gold: Bool) -> [Example] {
        let tags = inventory.tagNumbers
        let labels = Dictionary(uniqueKeysWithValues: inventory.labels.enumerated().map { ($1, UInt8($0 + 1)) })
        let buffer = SentenceBuffer(width: 64)
        return corpus.sentences.map { sentence in
            fill(buffer, sentence.map(\.form), inventory.vocabulary)
            return Example(
                forms: (1...sentence.count).map { buffer.forms[$0] }, tags: sentence.map { tags[$0.tag] ?? 0 },
                heads: sentence.map { Int32($0.head) },
                labels: sentence.map { word in
                    labels[word.label] ?? labels[String(word.label.prefix { $0 != ":" })] ?? 0
                },
                names: sentence.map { NameLabel.number($0.name) }, isGold: gold)
        }
    }

    /// Puts the words of a sentence into a buffer.
    static func fill(_ buffer: SentenceBuffer, _ words: [String], _ vocabulary: Vocabulary) {
        buffer.begin(words.count)
        for (i, word) in words.enumerated() {
            var word = word
            word.withUTF8 { buffer.put($0, at: i + 1, vocabulary) }
        }
        buffer.finish()
    }

    /// Makes some words unknown, rare ones oftener, and a third of those without a cluster: as words are that the treebanks
    /// have not.
    static func drop(_ buffer: SentenceBuffer, _ inventory: Inventory, share: (Int) -> Float, _ chance: inout Chance) {
        for i in 1...buffer.count where buffer.forms[i].word >= 2 {
            let count = Float(inventory.counts[Int(buffer.forms[i].word)])
            guard chance.unit() < 1 / (1 + count) + share(i) else { continue }
            buffer.forms[i].word = WordForm.unknown
            if chance.unit() < 0.33 {
                buffer.forms[i].cluster = WordForm.unknown
                buffer.forms[i].group = WordForm.unknown
            }
        }
    }

    /// Puts the example's words into a buffer.
    func fill(_ buffer: SentenceBuffer, tags: [UInt8]?) {
        buffer.begin(forms.count)
        for (i, form) in forms.enumerated() { buffer.forms[i + 1] = form }
        for (i, tag) in (tags ?? []).enumerated() { buffer.tags[i + 1] = tag }
    }
}

extension Corpus {
    /// A part of the sentences in other dress: all in capitals, without capitals, each word with a capital.
    func dressed(_ share: Int, from: Int) -> Corpus {
        var out: [[TreeWord]] = []
        for (i, sentence) in sentences.enumerated() where i % share == from % share {
            let kind = (i / share) % 3
            out.append(
                sentence.map { word in
                    var word = word
                    switch kind {
                    case 0: word.form = word.form.uppercased()
                    case 1: word.form = word.form.lowercased()
                    default: word.form = word.form.prefix(1).uppercased() + word.form.dropFirst()
                    }
                    return word
                })
        }
        return Corpus(sentences: out)
    }
}
