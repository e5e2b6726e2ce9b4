import Codebook
public import Diplomacy
import Language

/// Why a sentence was coded as it was: its tree, the patterns that were tried, the events.
public struct Explanation: Sendable {
    /// A word of the tree.
    public struct Node: Sendable {
        public var form: String
        public var tag: String
        public var label: String
        /// The place of its head, from 0; `nil` for the root.
        public var head: Int?
    }

    /// A pattern that was tried on a word.
    public struct Attempt: Sendable {
        public var frame: String
        public var pattern: String
        /// The word that it was tried on.
        public var word: String
        /// What the sentence lacks for it, in words; `nil` where it matched.
        public var lacks: String?
    }

    public var nodes: [Node]
    public var attempts: [Attempt]
    public var events: [Event]
    /// Why there is no event, where there is none.
    public var reason: String?
}

extension Coder {
    /// Explains how the events of a sentence were coded.
    public func explain(_ document: Document) -> Explanation {
        let record = record(for: document)
        let text = Text(title: document.title, text: document.text)
        var nodes: [Explanation.Node] = []
        var attempts: [Explanation.Attempt] = []
        let scan = Scan(text, lexicon: lexicon, trees: treeReader())
        for sentence in text.sentences {
            guard let tree = scan.trees?.tree(of: sentence.tokens, in: text) else { continue }
            let first = nodes.count
            nodes += (0..<tree.count).map { node in
                Explanation.Node(
                    form: text.string(bytes: tree.words[node].bytes), tag: tree.universalTag(node),
                    label: tree.label(node), head: tree.head(of: node).map { $0 + first })
            }
            var reader = DraftReader(tree: tree, patterns: patterns)
            reader.find { candidate, node, missing in
                attempts.append(
                    Explanation.Attempt(
                        frame: candidate.frame.name, pattern: candidate.pattern.text,
                        word: text.string(bytes: tree.words[node].bytes),
                        lacks: missing.map { Self.words($0, of: candidate.pattern) }))
            }
        }
        return Explanation(
            nodes: nodes, attempts: attempts, events: record.events,
            reason: record.events.isEmpty ? Self.reason(attempts) : nil)
    }

    private static func words(_ missing: PatternMatcher.Missing, of pattern: Pattern) -> String {
        let words = pattern.text.split(separator: " ")
        switch missing {
        case .particle: return "the verb's particle"
        case .owner: return "whose it is (\(words[0]))"
        case .subject: return "a subject (\(words[0]))"
        case .element(let place):
            // the words of the elements before, and those of this one
            var at = pattern.subject == nil ? 1 : 2
            for element in pattern.elements.prefix(place) { at += Self.count(element) }
            let own = words.dropFirst(at).prefix(Self.count(pattern.elements[place]))
            return "\"\(own.joined(separator: " "))\""
        }
    }

    private static func count(_ element: Pattern.Element) -> Int {
        element.prepositions.isEmpty && element.mark == .none ? 1 : 2
    }

    private static func reason(_ attempts: [Explanation.Attempt]) -> String {
        if attempts.isEmpty { return "No verb or noun of the sentence heads a pattern of the codebook." }
        if attempts.allSatisfy({ $0.lacks != nil }) { return "Patterns were tried, and each lacked something." }
        return
            "A pattern matched, but nobody in it is an actor whom the lexicon knows, or its frame is no event by itself."
    }
}
