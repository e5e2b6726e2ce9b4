/// One sentence of a CoNLL-U file (Buchholz and Marsi, CoNLL-X, 2006; https://universaldependencies.org/format.html): its
/// comments, and its lines of ten columns, ranges and empty nodes among them.
public struct ConlluSentence: Sendable {
    public var comments: [String] = []
    public var lines: [ConlluLine] = []
    public init() {}

    /// The lines that are words: neither ranges nor empty nodes.
    public var words: [ConlluLine] { lines.filter(\.isWord) }

    /// The value of a comment `# name = value`.
    public func comment(_ name: String) -> Substring? {
        let head = "# \(name) = "
        return comments.first { $0.hasPrefix(head) }?.dropFirst(head.count)
    }
}

/// One line of a CoNLL-U file.
public struct ConlluLine: Sendable {
    /// The columns: id, form, lemma, upos, xpos, feats, head, deprel, deps, misc.
    public var columns: [String]

    public init(columns: [String]) { self.columns = columns }

    public var id: String { columns[0] }
    public var form: String { columns[1] }
    public var isWord: Bool { !columns[0].utf8.contains { $0 == 0x2D || $0 == 0x2E } }

    /// A feature of the last column.
    public func misc(_ name: String) -> Substring? {
        columns[9].split(separator: "|").first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
    }
}

/// Reads CoNLL-U line by line; what is no CoNLL-U is counted and said, and the reading goes on.
public struct ConlluReader {
    /// Lines that were left out: the number of the line, from 1, and what was expected.
    public private(set) var problems: [(line: Int, message: String)] = []
    private var sentence = ConlluSentence()
    private var number = 0
    private var words = 0

    public init() {}

    /// Takes the next line, without its line feed; returns the sentence that it ends.
    public mutating func next(_ line: Substring) -> ConlluSentence? {
        number += 1
        let line = line.last == "\r" ? line.dropLast() : line
        if line.utf8.allSatisfy({ $0 == 0x20 }) { return end() }
        if line.utf8.first == 0x23 {
            sentence.comments.append(String(line))
            return nil
        }
        var columns = String(line).split(separator: "\t" as Character, omittingEmptySubsequences: false).map(
            String.init)
        guard columns.count >= 2, !columns[1].isEmpty else {
            problems.append((number, "expected ten columns divided by tabs, found \(columns.count)"))
            return nil
        }
        columns = Array(columns.prefix(10))
        while columns.count < 10 { columns.append("_") }
        let entry = ConlluLine(columns: columns)
        if entry.isWord {
            guard Int(entry.id) == words + 1 else {
                problems.append((number, "expected word \(words + 1), found \"\(entry.id.prefix(20))\""))
                return nil
            }
            words += 1
        }
        sentence.lines.append(entry)
        return nil
    }

    /// Ends the file; returns the sentence that no blank line ended.
    public mutating func end() -> ConlluSentence? {
        defer {
            sentence = ConlluSentence()
            words = 0
        }
        return words > 0 ? sentence : nil
    }

    /// The sentences of a whole file; what is none of CoNLL-U is in ``problems`` afterwards.
    public mutating func sentences(_ text: String) -> [ConlluSentence] {
        var sentences: [ConlluSentence] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if let sentence = next(Substring(line)) { sentences.append(sentence) }
        }
        if let sentence = end() { sentences.append(sentence) }
        return sentences
    }
}
