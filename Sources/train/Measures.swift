import Language

/// Figures on sentences that nothing was learned from.
struct Measures {
    let inventory: Inventory
    let corpus: Corpus
    let examples: [Example]

    init(_ corpus: Corpus, _ inventory: Inventory) {
        self.corpus = corpus
        self.inventory = inventory
        examples = Example.examples(corpus, inventory, gold: true)
    }

    /// Shares of words with the right universal tag, and with the right pair of tags.
    func tags(_ tagger: Tagger) -> (universal: Double, pair: Double) {
        let buffer = SentenceBuffer(width: 64)
        var pairs = 0
        var universal = 0
        for (sentence, example) in zip(corpus.sentences, examples) {
            example.fill(buffer, tags: nil)
            tagger.tag(buffer)
            for (i, word) in sentence.enumerated() {
                let tag = inventory.tags[Int(buffer.tags[i + 1]) - 1]
                pairs += tag == word.tag ? 1 : 0
                universal += tag.prefix { $0 != "|" } == word.tag.prefix { $0 != "|" } ? 1 : 0
            }
        }
        return (share(universal), share(pairs))
    }

    /// Shares of words with the right head, and with the right head and universal label, on tags of our own.
    func trees(_ tagger: Tagger, _ parser: Parser) -> (heads: Double, labelled: Double) {
        let buffer = SentenceBuffer(width: 256)
        var heads = 0
        var labelled = 0
        for (sentence, example) in zip(corpus.sentences, examples) {
            example.fill(buffer, tags: nil)
            tagger.tag(buffer)
            parser.parse(buffer)
            for (i, word) in sentence.enumerated() where Int(buffer.heads[i + 1]) == word.head {
                heads += 1
                let label = inventory.labels[Int(buffer.labels[i + 1]) - 1]
                labelled += label.prefix { $0 != ":" } == word.label.prefix { $0 != ":" } ? 1 : 0
            }
        }
        return (share(heads), share(labelled))
    }

    /// F1 of names with the right span and kind.
    func names(_ tagger: Tagger, _ names: NameTagger) -> Double {
        let buffer = SentenceBuffer(width: 64)
        var both = 0
        var all = 0
        for example in examples {
            example.fill(buffer, tags: nil)
            tagger.tag(buffer)
            names.label(buffer)
            let right = Self.spans(example.names)
            let found = Self.spans((1...example.forms.count).map { buffer.names[$0] })
            both += right.intersection(found).count
            all += right.count + found.count
        }
        return (Double(2 * both) / Double(max(1, all)) * 10000).rounded() / 10000
    }

    /// Spans of names: first word, word behind the last, kind.
    private static func spans(_ labels: [UInt8]) -> Set<[Int]> {
        var spans: Set<[Int]> = []
        var i = 0
        while i < labels.count {
            guard labels[i] >= 2, labels[i] & 1 == 0 else {
                i += 1
                continue
            }
            var end = i + 1
            while end < labels.count, labels[end] == labels[i] + 1 { end += 1 }
            spans.insert([i, end, Int(labels[i])])
            i = end
        }
        return spans
    }

    /// Share of words with the right lemma, on right tags.
    func lemmas(_ model: LanguageModel) -> Double {
        var right = 0
        for (sentence, example) in zip(corpus.sentences, examples) {
            for (word, tag) in zip(sentence, example.tags) where model.lemma(of: word.form, tag: tag) == word.lemma {
                right += 1
            }
        }
        return share(right)
    }

    private func share(_ right: Int) -> Double {
        (Double(right) / Double(max(1, corpus.words)) * 10000).rounded() / 10000
    }
}
