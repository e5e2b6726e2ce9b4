import Diplomacy
import Language
import Lexicon

/// Keys of the function words that the rules test for.
enum Word {
    static func set(_ words: String) -> WordSet {
        WordSet(words.split { $0 == " " || $0 == "\n" }.map { Folding.key($0) })
    }

    static let the = Folding.key("the")
    static let and = Folding.key("and")
    static let of = Folding.key("of")
    static let with = Folding.key("with")
    static let between = Folding.key("between")
    static let to = Folding.key("to")
    static let by = Folding.key("by")
    static let from = Folding.key("from")
    static let that = Folding.key("that")
    static let according = Folding.key("according")
    static let comma = Folding.key(",")
    static let fullStop = Folding.key(".")
    static let colon = Folding.key(":")
    static let openBracket = Folding.key("(")
    static let closeBracket = Folding.key(")")
    static let slash = Folding.key("/")
    static let determiners = set("the a an his her their its our this")
    static let possessivePronouns = set("his her their its")
    static let joiners = set("and & along together plus")
    static let dashes = set("- – — ‑ / &")
    static let be = set("be is are was were been being 's")
    static let by_ = set("by")
    /// Prepositions after which a place or party is a setting or a topic, not someone who takes part.
    static let settings = set(
        """
        in to from into on of about over for against near across toward towards regarding concerning around inside outside
        within at via through since during onto throughout after before across like as despite under
        """)
    static let places = set("in at near outside to into")
    static let linking = set("that which who whom where when while as because although though if but however")
    static let months = set(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
        """)
}

/// A fixed set of word keys: an open table probed by the key itself, which is a hash already.
struct WordSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int

    init(_ keys: [UInt64]) {
        var size = 8
        while size < keys.count * 3 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for key in keys {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (size - 1) }
            slots[slot] = key
        }
        self.slots = slots
        mask = size - 1
    }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = slots[slot]
            if found == key { return key != 0 }
            if found == 0 { return false }
            slot = (slot + 1) & mask
        }
    }
}

/// One sentence with the names and cues found in it. A class, since every rule holds on to it.
final class SentenceView {
    let index: Int
    let range: Range<Int>
    let isTitle: Bool
    let text: Text
    let scan: Scan
    let names: [NameMatch]
    let cues: [Cue]
    /// The sentence's tokens, with the positions in `names` and `cues` of what starts at each; -1 for none. Memory of its
    /// own, since the rules look at it more often than at anything else.
    private let slots: UnsafeMutablePointer<Slot>
    /// The actor phrases, read when first asked for.
    private(set) lazy var groups: [ActorGroup] = ActorParser(view: self).groups()
    /// The dependency tree, parsed when first asked for; `nil` where the text is read without trees.
    private(set) lazy var tree: SentenceTree? = scan.trees?.tree(of: range, in: text)
    /// The tree of running text; of a title, written by rules of its own, `nil`.
    var runningTree: SentenceTree? { isTitle ? nil : tree }
    /// Most longer words begin with a capital letter, as in headlines.
    let isTitleCase: Bool

    convenience init(_ index: Int, text: Text, scan: Scan, names: [NameMatch], cues: [Cue]) {
        let sentence = text.sentences[index]
        self.init(
            index, range: sentence.tokens, isTitle: sentence.isTitle, text: text, scan: scan, names: names, cues: cues)
    }

    /// A range of tokens read as one sentence; whether it is written as headlines are, is told by its capitals unless given.
    init(
        _ index: Int, range: Range<Int>, isTitle: Bool, isHeadline: Bool? = nil, text: Text, scan: Scan,
        names: [NameMatch], cues: [Cue]
    ) {
        self.index = index
        self.range = range
        self.isTitle = isTitle
        self.text = text
        self.scan = scan
        self.names = names
        self.cues = cues
        slots = .allocate(capacity: max(range.count, 1))
        for (i, token) in range.enumerated() {
            (slots + i).initialize(
                to: Slot(key: text.tokens[token].key, shape: text.tokens[token].shape, name: -1, cue: -1))
        }
        for (i, match) in names.enumerated() { slots[match.tokens.lowerBound - range.lowerBound].name = Int32(i) }
        for (i, cue) in cues.enumerated() { slots[cue.tokens.lowerBound - range.lowerBound].cue = Int32(i) }
        var long = 0
        var capital = 0
        for token in text.tokens[range] where token.has(.word) && token.end - token.start > 3 {
            long += 1
            if token.has(.capital) { capital += 1 }
        }
        // a phrase by itself is no headline, however it is written
        if let isHeadline {
            isTitleCase = isHeadline
            return
        }
        let isClosed = !isTitle && range.last.map { text.tokens[$0].key == Word.fullStop } ?? false
        isTitleCase = long >= 3 && capital * 10 >= long * 8 && !isClosed
    }

    deinit { slots.deallocate() }

    private struct Slot {
        var key: UInt64
        var shape: TokenShape
        var name: Int32
        var cue: Int32
    }

    func name(at token: Int) -> NameMatch? {
        guard range.contains(token) else { return nil }
        let i = slots[token - range.lowerBound].name
        return i < 0 ? nil : names[Int(i)]
    }

    func cue(at token: Int) -> Cue? {
        guard range.contains(token) else { return nil }
        let i = slots[token - range.lowerBound].cue
        return i < 0 ? nil : cues[Int(i)]
    }

    func cue(_ kind: CueClass, at token: Int) -> Cue? {
        cue(at: token).flatMap { $0.classes.contains(kind) ? $0 : nil }
    }

    /// Whether the tree has a place or a date belong to an encounter, and not to another or to something else.
    func belongs(_ tokens: Range<Int>, to trigger: Range<Int>) -> Bool {
        guard let runningTree else { return true }
        return runningTree.belongs(tokens, to: trigger) { token in
            guard !trigger.contains(token), let cue = cue(at: token), cue.tokens.count == 1 else { return false }
            return cue.classes.contains(where: \.isEncounterNoun)
        }
    }

    func has(_ kind: CueClass) -> Bool { cues.contains { $0.classes.contains(kind) } }

    func key(_ token: Int) -> UInt64 { range.contains(token) ? slots[token - range.lowerBound].key : 0 }

    func shape(_ token: Int) -> TokenShape { range.contains(token) ? slots[token - range.lowerBound].shape : [] }

    /// The token before a phrase, an article passed over.
    func preceding(_ start: Int) -> UInt64 {
        let before = key(start - 1)
        return Word.determiners.contains(before) ? key(start - 2) : before
    }

    /// A capitalised word that is not merely the first of its sentence.
    func isCapital(_ token: Int) -> Bool { shape(token).contains(.capital) && shape(token).contains(.word) }
}
