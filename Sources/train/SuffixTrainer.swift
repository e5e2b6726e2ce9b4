import Language

/// Learns a ``SuffixTable``: for each class, which value an end of a word has most often, written down where it is another
/// than that of the shorter end.
struct SuffixTrainer {
    private var seen: [UInt8: [[UInt8]: [String: Int]]] = [:]

    /// Takes one word of a class and its value.
    mutating func add(_ word: [UInt8], class category: UInt8, value: String, weight: Int = 1) {
        seen[category, default: [:]][word, default: [:]][value, default: 0] += weight
    }

    /// Writes the sections `NAME.keys`, `NAME.values` and `NAME.strings`.
    func write(_ name: String, to writer: inout WeightsWriter) {
        var entries: [UInt64: String] = [:]
        for (category, words) in seen {
            var ends: [UInt64: [String: Int]] = [:]
            for (word, values) in words {
                for key in SuffixTable.keys(word, class: category).dropLast() {
                    // a word counts once: a rule is how many words have it, not how often one is used
                    if let best = Self.best(values) { ends[key, default: [:]][best, default: 0] += 1 }
                }
            }
            for (word, values) in words {
                let keys = SuffixTable.keys(word, class: category)
                var current: String?
                for key in keys.dropLast() {
                    guard let counts = ends[key], let best = Self.best(counts) else { continue }
                    // an end of three words at least, the empty one of any
                    guard current == nil || counts.values.reduce(0, +) >= 3 else { break }
                    if best != current {
                        entries[key] = best
                        current = best
                    }
                }
                if let own = Self.best(values), own != current, let key = keys.last { entries[key] = own }
            }
        }
        let strings = Set(entries.values).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: strings.enumerated().map { ($1, UInt16($0)) })
        KeyTable.write(entries.mapValues { numbers[$0] ?? 0 }, free: 0, name, to: &writer)
        writer.add(name + ".strings", strings: strings)
    }

    private static func best(_ values: [String: Int]) -> String? {
        values.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension SuffixTrainer {
    /// Lemmas of a treebank's words.
    static func lemmas(_ corpus: Corpus, _ inventory: Inventory) -> SuffixTrainer {
        var trainer = SuffixTrainer()
        let tags = inventory.tagNumbers
        for word in corpus.sentences.joined() where word.lemma != "_" || word.form == "_" {
            guard let tag = tags[word.tag] else { continue }
            trainer.add(
                Array(word.form.lowercased().utf8), class: tag,
                value: LemmaRule(form: word.form, lemma: word.lemma).text)
        }
        return trainer
    }

    /// Features of a treebank's words, without the number and person of past forms, which only their subject tells.
    static func features(_ corpus: Corpus, _ inventory: Inventory) -> SuffixTrainer {
        var trainer = SuffixTrainer()
        let tags = inventory.tagNumbers
        for word in corpus.sentences.joined() {
            guard let tag = tags[word.tag] else { continue }
            var value = word.features
            if word.tag.hasPrefix("VERB") || word.tag.hasPrefix("AUX"), !word.tag.hasSuffix("VBZ") {
                value = value.split(separator: "|").filter { !$0.hasPrefix("Number=") && !$0.hasPrefix("Person=") }
                    .joined(separator: "|")
            }
            trainer.add(Array(word.form.lowercased().utf8), class: tag, value: value.isEmpty ? "_" : value)
        }
        return trainer
    }
}
