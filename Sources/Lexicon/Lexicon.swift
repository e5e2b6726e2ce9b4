import Diplomacy

/// Who and what words mean, on a day: the compiled tables, read in place.
///
/// Opening costs nothing but a check of the head; every look-up is a probe of a hash table or a walk along a short run.
public struct Lexicon: @unchecked Sendable {
    // Unchecked: the bytes are never written and outlive the program's use of them (they are part of the executable, or
    // owned by `storage`).
    @usableFromInline let base: UnsafeRawPointer
    private let storage: Storage?
    private let sections: [Section]
    // the sections that every token looks into, apart from the others
    @usableFromInline let wordsAt: Int
    @usableFromInline let edgesAt: Int
    @usableFromInline let startsAt: Int
    @usableFromInline let entriesAt: Int
    @usableFromInline let wordMask: Int
    @usableFromInline let edgeMask: Int

    struct Section {
        var offset: Int
        var size: Int
    }

    private final class Storage: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer
        init(_ bytes: [UInt8]) {
            self.bytes = .allocate(byteCount: bytes.count, alignment: 16)
            self.bytes.copyBytes(from: bytes)
        }
        deinit { bytes.deallocate() }
    }

    enum Part: Int, CaseIterable {
        case words, edges, nodeStarts, entries, scopes
        case parties, offices, persons, terms, holders, places, issues, cues
        case members, bodies, agents, instruments, instrumentEvents, series, rounds, regions, files, sources
        case lists, pool

        /// Bytes of one record, as `LexiconWriterRecords.swift` lays them out; 1 for what are no records.
        var stride: Int {
            switch self {
            case .words, .edges, .nodeStarts, .scopes, .lists, .pool: 1
            case .holders, .issues, .cues, .files: 4
            case .agents, .sources: 12
            case .regions: 20
            case .entries, .offices, .persons: 24
            case .instruments: 28
            case .places, .members, .bodies, .instrumentEvents: 32
            case .terms, .series, .rounds: 44
            case .parties: 48
            }
        }
    }

    /// Records of a section.
    func count(_ part: Part) -> Int { size(part) / part.stride }

    /// Opens a compiled lexicon that lives as long as the program; `nil` where the bytes are none.
    public init?(staticBytes bytes: UnsafeRawBufferPointer) { self.init(bytes, storage: nil) }

    /// Opens a compiled lexicon of its own; `nil` where the bytes are none.
    public init?(_ bytes: [UInt8]) {
        let storage = Storage(bytes)
        self.init(UnsafeRawBufferPointer(storage.bytes), storage: storage)
    }

    private init?(_ bytes: UnsafeRawBufferPointer, storage: Storage?) {
        guard let base = bytes.baseAddress, bytes.count >= 16, bytes.prefix(8).elementsEqual(LexiconWriter.magic) else {
            return nil
        }
        let count = Int(base.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        guard count == Part.allCases.count, bytes.count >= 16 + count * 8 else { return nil }
        var sections: [Section] = []
        for i in 0..<count {
            let offset = Int(base.loadUnaligned(fromByteOffset: 16 + i * 8, as: UInt32.self))
            let size = Int(base.loadUnaligned(fromByteOffset: 20 + i * 8, as: UInt32.self))
            guard offset + size <= bytes.count else { return nil }
            sections.append(Section(offset: offset, size: size))
        }
        self.base = base
        self.storage = storage
        self.sections = sections
        wordsAt = sections[Part.words.rawValue].offset
        edgesAt = sections[Part.edges.rawValue].offset
        startsAt = sections[Part.nodeStarts.rawValue].offset
        entriesAt = sections[Part.entries.rawValue].offset
        wordMask = sections[Part.words.rawValue].size / 16 - 1
        edgeMask = sections[Part.edges.rawValue].size / 12 - 1
    }

    @inline(__always)
    func load(_ part: Part, _ byte: Int) -> UInt32 {
        base.loadUnaligned(fromByteOffset: sections[part.rawValue].offset + byte, as: UInt32.self)
    }

    @usableFromInline
    @inline(__always)
    func word(at byte: Int) -> UInt32 { base.loadUnaligned(fromByteOffset: byte, as: UInt32.self) }

    func size(_ part: Part) -> Int { sections[part.rawValue].size }

    func string(_ index: UInt32) -> String {
        if index == 0 { return "" }
        let start = sections[Part.pool.rawValue].offset + Int(index)
        let count = Int(base.loadUnaligned(fromByteOffset: start, as: UInt16.self))
        return String(decoding: UnsafeRawBufferPointer(start: base + start + 2, count: count), as: UTF8.self)
    }

    // MARK: - Words and names

    /// A word of the lexicon: its id in the low 25 bits, and from bit 25 the roots at which a wording begins with it. 0 where no
    /// wording has it.
    @inlinable
    public func word(_ key: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & wordMask
        let offset = wordsAt
        while true {
            let word = base.loadUnaligned(fromByteOffset: offset + slot * 16 + 8, as: UInt32.self)
            if word == 0 { return 0 }
            if base.loadUnaligned(fromByteOffset: offset + slot * 16, as: UInt64.self) == key {
                return word | (base.loadUnaligned(fromByteOffset: offset + slot * 16 + 12, as: UInt32.self) & 0x7F)
                    << 25
            }
            slot = (slot + 1) & wordMask
        }
    }

    @inlinable
    static func edgeSlot(node: UInt32, word: UInt32, mask: Int) -> Int {
        let mixed = (UInt64(node) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    /// Whether a wording under a root begins with a word.
    @inlinable
    public static func begins(_ word: UInt32, root: UInt32) -> Bool { word >> (25 + root) & 1 == 1 }

    /// The node reached from `node` by `word`, 0 where there is none.
    @inlinable
    public func step(_ node: UInt32, _ flagged: UInt32) -> UInt32 {
        let word = flagged & 0x01FF_FFFF
        var slot = Self.edgeSlot(node: node, word: word, mask: edgeMask)
        let offset = edgesAt
        while true {
            let at = offset + slot * 12
            let child = base.loadUnaligned(fromByteOffset: at + 8, as: UInt32.self)
            if child == 0 { return 0 }
            if base.loadUnaligned(fromByteOffset: at, as: UInt32.self) == node,
                base.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self) == word
            {
                return child
            }
            slot = (slot + 1) & edgeMask
        }
    }

    /// Indices of the entries that end at a node.
    @inlinable
    public func entries(_ node: UInt32) -> Range<Int> {
        let at = startsAt + Int(node) * 4
        return Int(word(at: at))..<Int(word(at: at + 4))
    }

    /// One thing that a wording can stand for.
    public struct Entry: Sendable {
        public var kind: EntryKind
        public var isPlural: Bool
        /// A family name alone.
        public var isFamilyName: Bool
        public var isExclusion: Bool
        public var aux: UInt16
        public var index: Int
        /// Words that must be capitalised, from the lowest bit.
        public var capitals: UInt16
        /// Whether the wording must stand as written.
        public var isExact: Bool
        var exact: UInt32
        var scope: UInt32
        var origin: UInt32

        public var use: NameUse { NameUse(rawValue: aux) ?? .name }
        public var form: CueForm { CueForm(rawValue: aux) ?? .none }
    }

    public func entry(_ index: Int) -> Entry {
        let at = entriesAt + index * 24
        let head = word(at: at)
        let exact = word(at: at + 12)
        return Entry(
            kind: EntryKind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .cue, isPlural: head >> 8 & 1 != 0,
            isFamilyName: head >> 8 & 2 != 0, isExclusion: head >> 8 & 4 != 0,
            aux: UInt16(truncatingIfNeeded: head >> 16),
            index: Int(word(at: at + 4)), capitals: UInt16(truncatingIfNeeded: word(at: at + 8)),
            isExact: exact != 0, exact: exact, scope: word(at: at + 16), origin: word(at: at + 20))
    }

    /// The index of what an entry stands for, without the rest of it.
    @inlinable public func entryIndex(_ index: Int) -> Int { Int(word(at: entriesAt + index * 24 + 4)) }

    /// The wording that an exact entry demands.
    public func exactWording(_ entry: Entry) -> String { string(entry.exact) }

    /// The parties to which an office's wording is limited; empty for none.
    public func scope(_ entry: Entry) -> [Int] {
        guard entry.scope != 0 else { return [] }
        let count = Int(load(.scopes, 0))
        let first = Int(load(.scopes, 4 + Int(entry.scope) * 4))
        let last = Int(load(.scopes, 8 + Int(entry.scope) * 4))
        let items = 4 + (count + 1) * 4
        return (first..<last).map { Int(load(.scopes, items + $0 * 4)) }
    }
}
