import Diplomacy
import Language

/// Lets the classifier judge what a pattern found, or name the type where none did.
struct EventJudge {
    let tree: SentenceTree
    let classifier: EventClassifier?
    let drafts: [EventDraft]
    /// Verbs and nouns of idioms, of which the classifier is not asked either.
    let idioms: [Int]

    /// What the classifier makes of an event.
    struct Verdict {
        var type: EventType
        /// How likely the type is.
        var probability: Double
        /// The type that rule or classifier would have given instead.
        var alternative: Event.Alternative?
    }

    /// The words of the tree that a run of bytes covers; empty for none.
    func words(_ bytes: Range<Int>?) -> Range<Int> {
        guard let bytes else { return 0..<0 }
        guard let first = (0..<tree.count).first(where: { tree.words[$0].end > bytes.lowerBound }),
            let last = (0..<tree.count).last(where: { tree.words[$0].start < bytes.upperBound }), first <= last
        else { return 0..<0 }
        return first..<last + 1
    }

    /// The keys of the features of a pair.
    func keys(_ source: Range<Int>, _ target: Range<Int>, best: EventDraft?, fit: Int) -> [UInt64] {
        var features = PairFeatures(tree: tree, source: source, target: target)
        return features.all(found: drafts, best: best, fit: fit)
    }

    /// What type of event stands between two actors; `nil` without a classifier.
    ///
    /// - Parameter trust: how much more likely than the rule's type another must be to take its place.
    func verdict(
        _ source: Range<Int>, _ target: Range<Int>, best: EventDraft?, fit: Int, trust: Double
    ) -> Verdict? {
        guard let classifier else { return nil }
        let all = classifier.probabilities(keys(source, target, best: best, fit: fit))
        guard let top = all.indices.max(by: { all[$0] < all[$1] }) else { return nil }
        let likely = EventClassifier.types[top]
        guard let best else { return Verdict(type: likely, probability: Double(all[top])) }
        let own = EventClassifier.types.firstIndex(of: best.type) ?? 0
        if likely == best.type { return Verdict(type: likely, probability: Double(all[top])) }
        if Double(all[top]) > trust * Double(all[own]) {
            return Verdict(
                type: likely, probability: Double(all[top]),
                alternative: .init(type: best.type, by: "rule", probability: Self.rounded(all[own])))
        }
        return Verdict(
            type: best.type, probability: Double(all[own]),
            alternative: .init(type: likely, by: "classifier", probability: Self.rounded(all[top])))
    }

    /// How much likelier than a pattern's type another must be: the more, the more words the pattern has of its own.
    static func trust(in draft: EventDraft) -> Double { draft.weight >= 14 ? 5 : 2 }

    static func rounded(_ value: some BinaryFloatingPoint) -> Double { (Double(value) * 100).rounded() / 100 }
}
