/// What the models see of a word: its number in the vocabulary, words like it, its ends, and how it is written.
package struct WordForm {
    /// Number in the vocabulary, from 2; ``unknown`` for a word that is not in it.
    package var word: Int32
    /// Number of the cluster of words that are used alike, and of the group of clusters, from 2; ``unknown`` where it has none.
    package var cluster: Int32
    package var group: Int32
    /// Hash buckets of the last three and the last two letters and of the first three.
    package var suffix3: Int32
    package var suffix2: Int32
    package var prefix3: Int32
    package var shape: Int32

    package static let boundary: Int32 = 0
    package static let unknown: Int32 = 1
    package static let suffix3Buckets = 4096
    package static let suffix2Buckets = 512
    package static let prefix3Buckets = 2048
    package static let shapes = 32
    /// One more than the highest numbers of clusters and groups.
    package static let clusters = 1024
    package static let groups = 128

    /// What stands before and after every sentence.
    package static let edge = WordForm(
        word: boundary, cluster: boundary, group: boundary, suffix3: 0, suffix2: 0, prefix3: 0, shape: 0)
}

/// How a word is written; the first 16 numbers, and 16 more where the sentence is written in capitals throughout.
enum WordShape {
    static let lower: Int32 = 1
    static let title: Int32 = 2
    static let capitals: Int32 = 3
    static let letter: Int32 = 4
    static let mixed: Int32 = 5
    static let digits: Int32 = 6
    static let number: Int32 = 7
    static let alphanumeric: Int32 = 8
    static let mark: Int32 = 9
    static let symbol: Int32 = 10
    static let address: Int32 = 11
    static let dotted: Int32 = 12
    static let titleFirst: Int32 = 13
    /// Added where most words of a sentence begin with a capital, so that capitals tell nothing of names.
    static let shouted: Int32 = 16

    /// The shape of a word by its bytes.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        var capitals = 0
        var lowers = 0
        var digits = 0
        var others = 0
        var dots = 0
        var at = false
        for byte in bytes {
            switch byte {
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A: lowers += 1
            case 0x30...0x39: digits += 1
            case 0x2E:
                dots += 1
                others += 1
            case 0x40:
                at = true
                others += 1
            case 0x80...0xBF: break
            case 0xC3...0xDF: lowers += 1  // a letter of another alphabet, or with a mark
            case 0xC0...: others += 1
            default: others += 1
            }
        }
        guard let first = bytes.first else { return 0 }
        if capitals + lowers == 0 {
            if digits > 0 { return others == 0 ? Self.digits : number }
            return first < 0x80 ? mark : symbol
        }
        if at || bytes.count > 8 && (dots > 1 || others > 2) && !bytes.contains(0x20) && hasAddressMark(bytes) {
            return address
        }
        if digits > 0 { return alphanumeric }
        if dots > 0 { return dotted }
        let capitalFirst = (0x41...0x5A).contains(first) || isMarkedCapital(bytes)
        if lowers == 0 { return capitals == 1 ? letter : Self.capitals }
        if capitals == 0 { return capitalFirst ? title : lower }
        return capitalFirst && capitals == 1 ? title : mixed
    }

    private static func hasAddressMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains(0x2F) || bytes.starts(with: "www.".utf8) || bytes.contains(0x5F)
    }

    /// Whether a word of two bytes or more begins with a capital of Latin-1, Latin Extended or Cyrillic.
    private static func isMarkedCapital(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2, bytes[0] >= 0xC3 else { return false }
        return Tokenizer.isUpper(UTF8Scalar.decode(bytes[...], 0).0)
    }
}

/// The words that the models know, and how a word is looked up: case, marks and typographic quotes are folded, every digit
/// counts as a nought, full stops are kept.
package struct Vocabulary: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    private let table: KeyTable<UInt32>
    private let groups: UnsafePointer<UInt8>

    /// Opens the sections `words.keys`, `words.values` and `words.groups`, the group of each cluster; `nil` where they do not
    /// fit together. A value has the word's number in its low half, 0 for a word that has none, and its cluster in the high
    /// half.
    package init?(_ weights: Weights) {
        let groups = weights.section("words.groups", of: UInt8.self)
        guard let table = KeyTable<UInt32>(weights, "words", allows: { $0 >> 16 < WordForm.clusters }),
            groups.count == WordForm.clusters, groups.allSatisfy({ $0 < WordForm.groups }),
            let groupBase = groups.baseAddress
        else { return nil }
        self.table = table
        self.groups = groupBase
    }

    /// Writes the sections of a vocabulary: its words are numbered from 2 in the order given, the words with clusters may be
    /// others.
    package static func write(
        _ words: [UInt64], clusters: [UInt64: Int], groups: [UInt8], to writer: inout WeightsWriter
    ) {
        var values = clusters.mapValues { UInt32($0) << 16 }
        for (i, key) in words.enumerated() {
            values[key, default: UInt32(WordForm.unknown) << 16] |= UInt32(i + 2)
        }
        KeyTable.write(values, free: 0, "words", to: &writer)
        writer.add("words.groups", groups)
    }

    /// The word's number, its cluster and its group.
    @inline(__always)
    package func find(_ key: UInt64) -> (word: Int32, cluster: Int32, group: Int32) {
        guard let value = table[key] else { return (WordForm.unknown, WordForm.unknown, WordForm.unknown) }
        let cluster = Int(value >> 16)
        return (max(Int32(value & 0xFFFF), WordForm.unknown), Int32(cluster), Int32(groups[cluster]))
    }
}

/// What the models look up of one word's folded letters: the hash of them all, the first three and the last three.
struct FoldedWord {
    private var hash = KeyHash()
    private var count: UInt32 = 0
    /// The first three letters, the first in the lowest byte.
    private var first: UInt32 = 0
    /// The last four letters, the last in the lowest byte.
    private var last: UInt32 = 0

    /// Folds a word: ASCII letters to lower case, marked letters to their base, digits to `0`, quotes to `'` and `"`.
    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) { Self.letters(of: word) { add($0) } }

    @inline(__always)
    private mutating func add(_ letter: UInt8) {
        hash.add(letter)
        if count < 3 { first |= UInt32(letter) << (8 &* count) }
        last = last << 8 | UInt32(letter)
        count &+= 1
    }

    /// Gives the folded letters of a word one after another.
    @inline(__always)
    static func letters(of word: UnsafeBufferPointer<UInt8>, _ give: (UInt8) -> Void) {
        var i = 0
        while i < word.count {
            let byte = word[i]
            if byte < 0x80 {
                switch byte {
                case 0x41...0x5A: give(byte | 0x20)
                case 0x30...0x39: give(0x30)
                case 0x60: give(0x27)
                default: give(byte)
                }
                i &+= 1
                continue
            }
            let (scalar, width) = UTF8Scalar.decode(word[...], i)
            switch scalar {
            case 0x2018, 0x2019, 0x2BC, 0xB4: give(0x27)
            case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: give(0x22)
            case 0x2010...0x2015: give(0x2D)
            case 0x2026: for _ in 0..<3 { give(0x2E) }
            default:
                if let letter = Folding.base(scalar) {
                    if letter != 0 { give(letter) }
                } else {
                    for j in i..<min(i + width, word.count) { give(word[j]) }
                }
            }
            i += width
        }
    }

    /// The key by which the vocabulary knows the word; never 0.
    var key: UInt64 { hash.value | 1 }

    /// A bucket for the last `n` letters, at most three.
    func suffix(_ n: Int, buckets: Int) -> Int32 {
        let n = min(UInt32(n), count)
        return Self.bucket(n, buckets) { last >> (8 &* (n &- 1 &- $0)) }
    }

    /// A bucket for the first `n` letters, at most three.
    func prefix(_ n: Int, buckets: Int) -> Int32 {
        Self.bucket(min(UInt32(n), count), buckets) { first >> (8 &* $0) }
    }

    @inline(__always)
    private static func bucket(_ n: UInt32, _ buckets: Int, _ letter: (UInt32) -> UInt32) -> Int32 {
        var hash: UInt32 = 0x811C_9DC5 &+ n
        for i in 0..<n { hash = (hash ^ letter(i) & 0xFF) &* 0x0100_0193 }
        hash ^= hash >> 15
        return Int32(1 + Int(hash) % (buckets - 1))
    }
}

extension Vocabulary {
    /// A word as it is looked up.
    package static func folded(_ word: String) -> String {
        var letters: [UInt8] = []
        var word = word
        word.withUTF8 { FoldedWord.letters(of: $0) { letters.append($0) } }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The key of a word.
    package static func key(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { FoldedWord($0).key }
    }
}
