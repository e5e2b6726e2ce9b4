import Diplomacy

/// Writes a model in the compiled form that ``Lexicon`` reads in place: little-endian records in sections, two open hash
/// tables (words, trie edges) and a pool of strings.
struct LexiconWriter {
    let model: LexiconModel
    private var pool: [UInt8] = [0, 0]
    /// Runs of party indices.
    private var lists: [UInt8] = []
    private var poolIndex: [String: UInt32] = [:]

    init(model: LexiconModel) { self.model = model }

    static let magic: [UInt8] = Array("RLEX0002".utf8)

    func bytes() -> [UInt8] {
        var copy = self
        return copy.write()
    }

    private mutating func write() -> [UInt8] {
        let (starts, entries) = nodeTables()
        var sections = [wordTable(), edgeTable(), starts, entries, scopes()]
        sections += actorRecords()
        sections += subjectRecords()
        // last, since writing the records fills them
        sections += [lists, pool]
        return assemble(sections)
    }

    private func assemble(_ sections: [[UInt8]]) -> [UInt8] {
        var out = Self.magic
        out.put(UInt32(sections.count))
        out.put(0)
        var offset = UInt32(out.count + sections.count * 8)
        for section in sections {
            out.put(offset)
            out.put(UInt32(section.count))
            offset += UInt32((section.count + 7) & ~7)
        }
        for section in sections {
            out.append(contentsOf: section)
            while out.count % 8 != 0 { out.append(0) }
        }
        return out
    }

    mutating func string(_ text: String) -> UInt32 {
        if text.isEmpty { return 0 }
        if let known = poolIndex[text] { return known }
        let utf8 = Array(text.utf8.prefix(0xFFFF))
        let index = UInt32(pool.count)
        pool.append(UInt8(utf8.count & 0xFF))
        pool.append(UInt8(utf8.count >> 8))
        pool.append(contentsOf: utf8)
        poolIndex[text] = index
        return index
    }

    mutating func records<T>(
        _ items: [T], _ write: (T, inout LexiconWriter, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var out: [UInt8] = []
        for item in items { write(item, &self, &out) }
        return out
    }

    /// Of each word the roots at which a wording begins with it, from bit 0, and from bit 16 those at which one does that
    /// does not ask for a capital there.
    private func beginnings() -> [UInt32: UInt32] {
        let count = LexiconRoot.allCases.count
        // whether a node or one below it has an entry without a capital at the wording's first word
        var isFree = model.nodes.map { node in
            node.contains { $0.exact.map { $0.first?.isLowercase ?? false } ?? ($0.capitals & 1 == 0) }
        }
        var above = [UInt32](repeating: 0, count: model.nodes.count)
        for (edge, child) in model.edges { above[Int(child)] = edge.node }
        // a child has a higher number than the node it hangs on
        for child in stride(from: model.nodes.count - 1, through: count, by: -1) where isFree[child] {
            if above[child] >= count { isFree[Int(above[child])] = true }
        }
        var roots: [UInt32: UInt32] = [:]
        for (edge, child) in model.edges where edge.node < count {
            roots[edge.word, default: 0] |= 1 << edge.node | (isFree[Int(child)] ? 1 << (16 + edge.node) : 0)
        }
        return roots
    }

    /// Slots of 16 bytes: key (8), word id (4), at which roots a wording begins with the word (4); at most half are filled.
    private func wordTable() -> [UInt8] {
        let size = Self.tableSize(model.words.count)
        var slots = [(UInt64, UInt32)](repeating: (0, 0), count: size)
        for (key, word) in model.words.sorted(by: { $0.value < $1.value }) {
            var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & (size - 1)
            while slots[slot].1 != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (key, word)
        }
        let roots = beginnings()
        var out: [UInt8] = []
        for (key, word) in slots {
            out.put(UInt32(truncatingIfNeeded: key))
            out.put(UInt32(truncatingIfNeeded: key >> 32))
            out.put(word)
            out.put(roots[word] ?? 0)
        }
        return out
    }

    /// Slots of 12 bytes: node, word, child (0 where empty).
    private func edgeTable() -> [UInt8] {
        let size = Self.tableSize(model.edges.count)
        var slots = [(UInt32, UInt32, UInt32)](repeating: (0, 0, 0), count: size)
        for (edge, child) in model.edges.sorted(by: { $0.value < $1.value }) {
            var slot = Lexicon.edgeSlot(node: edge.node, word: edge.word, mask: size - 1)
            while slots[slot].2 != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (edge.node, edge.word, child)
        }
        var out: [UInt8] = []
        for (node, word, child) in slots {
            out.put(node)
            out.put(word)
            out.put(child)
        }
        return out
    }

    /// A run of party indices: its start in the section of lists, and its length.
    mutating func list(_ parties: [Int], _ out: inout [UInt8]) {
        out.put(UInt32(lists.count / 4))
        out.put(UInt32(parties.count))
        for party in parties { lists.put(UInt32(party)) }
    }

    private mutating func nodeTables() -> (starts: [UInt8], entries: [UInt8]) {
        var starts: [UInt8] = []
        var entries: [UInt8] = []
        var count: UInt32 = 0
        for node in model.nodes {
            starts.put(count)
            for entry in node.sorted(by: { ($0.kind.rawValue, $0.index, $0.aux) < ($1.kind.rawValue, $1.index, $1.aux) }
            ) {
                entries.put(UInt32(entry.kind.rawValue) | UInt32(entry.flags) << 8 | UInt32(entry.aux) << 16)
                entries.put(entry.index)
                entries.put(UInt32(entry.capitals))
                entries.put(entry.exact.map { string($0) } ?? 0)
                entries.put(entry.scope)
                entries.put(entry.origin)
                count += 1
            }
        }
        starts.put(count)
        return (starts, entries)
    }

    /// Each scope: a count, then party indices; entries hold the scope's number, found by a table of starts.
    private func scopes() -> [UInt8] {
        var starts: [UInt8] = []
        var items: [UInt8] = []
        starts.put(UInt32(model.scopes.count))
        var count: UInt32 = 0
        for scope in model.scopes {
            starts.put(count)
            for party in scope { items.put(UInt32(party)) }
            count += UInt32(scope.count)
        }
        starts.put(count)
        return starts + items
    }

    private static func tableSize(_ count: Int) -> Int {
        var size = 16
        while size < count * 2 { size *= 2 }
        return size
    }
}

extension [UInt8] {
    mutating func put(_ edge: LexiconModel.Edge) {
        put(UInt32(bitPattern: edge.first))
        put(UInt32(bitPattern: edge.last))
    }

    mutating func put(_ span: LexiconModel.Interval) {
        put(span.from)
        put(span.to)
    }

    /// An index, or 0 for none: one more than the index.
    mutating func put(optional index: Int?) { put(UInt32((index ?? -1) + 1)) }

    mutating func put(_ value: UInt32) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value >> 16))
        append(UInt8(truncatingIfNeeded: value >> 24))
    }
}
