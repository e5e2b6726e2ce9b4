import Diplomacy
import Language
import Lexicon

/// A wording of the lexicon found in a text: a run of tokens and what it can stand for.
struct NameMatch {
    var tokens: Range<Int>
    var entries: [Lexicon.Entry]

    func first(_ kind: EntryKind) -> Lexicon.Entry? { entries.first { $0.kind == kind } }
    func has(_ kind: EntryKind) -> Bool { entries.contains { $0.kind == kind } }
}

/// A word or phrase that a rule looks for.
struct Cue {
    var tokens: Range<Int>
    var classes: CueSet
    var form: CueForm
}

/// A wording for an issue.
struct IssueMatch {
    var tokens: Range<Int>
    var codes: [String]
}

/// The lexicon's names, cues and issues in a text, found in one pass over its tokens.
///
/// Names and issues are leftmost-longest and do not overlap; cues are found apart from them, since "peace talks" is an
/// issue and its second word a cue.
struct Scan {
    let text: Text
    let lexicon: Lexicon
    /// Parses the text's sentences; `nil` where only names are looked for.
    let trees: TreeReader?
    private let words: [UInt32]

    /// The index of the lexicon's words for every token; 0 where no wording has it.
    init(_ text: Text, lexicon: Lexicon, trees: TreeReader? = nil) {
        self.text = text
        self.lexicon = lexicon
        self.trees = trees
        words = text.tokens.map { lexicon.word($0.key) }
    }

    /// The node after the word at `token`, hyphens between words passed over; `nil` at the end.
    @inline(__always)
    private func advance(_ node: UInt32, _ token: inout Int, _ end: Int) -> UInt32 {
        while token < end, text.tokens[token].has(.hyphen) { token += 1 }
        guard token < end, words[token] != 0 else { return 0 }
        let next = lexicon.step(node, words[token])
        token += 1
        return next
    }

    /// The longest wording that starts at a token and passes its conditions on case.
    func longest(at start: Int, in range: Range<Int>, root: LexiconRoot, allowAnyCase: Bool = false) -> NameMatch? {
        guard Lexicon.begins(words[start], root: root.rawValue) else { return nil }
        var node = root.rawValue
        var token = start
        var best: NameMatch?
        while token < range.upperBound {
            node = advance(node, &token, range.upperBound)
            if node == 0 { break }
            let found = lexicon.entries(node)
            if found.isEmpty { continue }
            let tokens = start..<token
            let entries = found.map { lexicon.entry($0) }.filter { allowAnyCase || fits($0, tokens) }
            if !entries.isEmpty { best = NameMatch(tokens: tokens, entries: entries) }
        }
        return best
    }

    /// Whether the case of the text is what an entry demands.
    private func fits(_ entry: Lexicon.Entry, _ tokens: Range<Int>) -> Bool {
        if entry.isExact {
            let written = text.string(tokens).filter { $0 != "." }
            return written == lexicon.exactWording(entry).filter { $0 != "." }
        }
        guard entry.capitals != 0 else { return true }
        var bit = 0
        for token in tokens where !text.tokens[token].has(.hyphen) {
            if bit < 16, entry.capitals >> UInt16(bit) & 1 == 1, !text.tokens[token].has(.capital) { return false }
            bit += 1
        }
        return true
    }

    /// Wordings of one root in a sentence, left to right, the longest at each place, not overlapping.
    func matches(in range: Range<Int>, root: LexiconRoot) -> [NameMatch] {
        var found: [NameMatch] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if let match = longest(at: i, in: range, root: root) {
                found.append(match)
                i = match.tokens.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    /// Names in a sentence, left to right.
    func names(in range: Range<Int>) -> [NameMatch] { matches(in: range, root: .names) }

    /// Cues in a sentence, left to right, longest first at each token, not overlapping.
    func cues(in range: Range<Int>, classes: CueClasses) -> [Cue] {
        var found: [Cue] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if let match = longest(at: i, in: range, root: .cues, allowAnyCase: true) {
                let forms = match.entries.map(\.form).filter { $0 != .none }
                found.append(
                    Cue(
                        tokens: match.tokens, classes: CueSet(match.entries.map { classes[$0.index] }),
                        form: forms.first ?? .none))
                i = match.tokens.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    /// Whether a sentence has a cue of a class; nothing is kept, for most sentences are passed over.
    func hasCue(in range: Range<Int>, _ wanted: (Int) -> Bool) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            guard Lexicon.begins(words[i], root: LexiconRoot.cues.rawValue) else {
                i += 1
                continue
            }
            var node = LexiconRoot.cues.rawValue
            var token = i
            var last = i + 1
            var entries = 0..<0
            while token < range.upperBound {
                node = advance(node, &token, range.upperBound)
                if node == 0 { break }
                let found = lexicon.entries(node)
                if !found.isEmpty {
                    entries = found
                    last = token
                }
            }
            for entry in entries where wanted(lexicon.entryIndex(entry)) { return true }
            i = last
        }
        return false
    }

    /// Issues in a sentence; a wording marked as an exclusion hides what it covers.
    func issues(in range: Range<Int>) -> [IssueMatch] {
        var found: [IssueMatch] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if let match = longest(at: i, in: range, root: .issues, allowAnyCase: true) {
                let codes = match.entries.filter { !$0.isExclusion }.map { lexicon.issue($0.index) }
                if !codes.isEmpty { found.append(IssueMatch(tokens: match.tokens, codes: codes)) }
                i = match.tokens.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    /// Whether names are of two different parties, another that is known counted with them.
    func nameTwoParties(_ names: some Sequence<NameMatch>, beside known: Int? = nil) -> Bool {
        var first = known
        for match in names {
            for entry in match.entries {
                guard let party = party(of: entry) else { continue }
                if first == nil { first = party } else if first != party { return true }
            }
        }
        return false
    }

    /// The party that a name speaks of; an office may be held for any party, a place may stand for its state's government.
    private func party(of entry: Lexicon.Entry) -> Int? {
        switch entry.kind {
        case .party: entry.index
        case .person: lexicon.terms(of: entry.index).first.map { lexicon.term($0).party }
        case .place: lexicon.place(entry.index).country
        case .office: lexicon.scope(entry).first
        default: nil
        }
    }
}

extension Text {
    /// The span of a run of tokens; an empty one at the start where there are none.
    func span(_ tokens: Range<Int>) -> Span { byteRange(tokens).map { span(bytes: $0) } ?? Span(0, 0) }

    /// The span of a run of bytes.
    func span(bytes: Range<Int>) -> Span { Span(scalars(before: bytes.lowerBound), scalars(before: bytes.upperBound)) }
}
