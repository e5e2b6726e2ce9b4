import Diplomacy

/// Writes a model in the compiled form that ``Lexicon`` reads in place: little-endian records in sections, two open hash
/// tables (words, trie edges) and a pool of strings.
struct LexiconWriter {
    let model: LexiconModel
    private var pool: [UInt8] = [0, 0]
    private var poolIndex: [String: UInt32] = [:]

    init(model: LexiconModel) { self.model = model }

    static let magic: [UInt8] = Array("RLEX0001".utf8)

    func bytes() -> [UInt8] {
        var copy = self
        return copy.write()
    }

    private mutating func write() -> [UInt8] {
        var sections: [[UInt8]] = []
        sections.append(wordTable())
        sections.append(edgeTable())
        let (starts, entries) = nodeTables()
        sections.append(starts)
        sections.append(entries)
        sections.append(scopes())
        sections.append(
            records(model.parties) { party, writer, out in
                out.put(writer.string(party.code))
                out.put(writer.string(party.name))
                out.put(writer.string(party.sector))
                out.put(writer.string(party.capital))
                out.put(UInt32(party.kind.rawValue))
            })
        sections.append(
            records(model.offices) { office, writer, out in
                out.put(writer.string(office.code))
                out.put(writer.string(office.title))
                out.put(writer.string(office.sector))
                out.put(UInt32(office.level.rank))
            })
        // Terms are written by person, so that a person's terms are a run.
        var order: [Int] = []
        sections.append(
            records(model.persons) { person, writer, out in
                out.put(writer.string(person.key))
                out.put(writer.string(person.name))
                out.put(writer.string(person.family))
                out.put(person.givenStart)
                out.put(UInt32(order.count))
                let terms = person.terms.sorted {
                    (writer.model.terms[$0].from, writer.model.terms[$0].office, $0) < (
                        writer.model.terms[$1].from, writer.model.terms[$1].office, $1
                    )
                }
                order.append(contentsOf: terms)
                out.put(UInt32(order.count))
            })
        sections.append(
            records(order) { index, writer, out in
                let term = writer.model.terms[index]
                out.put(UInt32(term.person))
                out.put(UInt32(term.party))
                out.put(UInt32(term.office))
                out.put(writer.string(term.title))
                out.put(UInt32(bitPattern: term.from))
                out.put(UInt32(bitPattern: term.to))
                out.put(UInt32(Self.standings.firstIndex(of: term.standing.rawValue) ?? 0))
                out.put(writer.string(term.source))
            })
        let holders = order.indices.sorted {
            let (a, b) = (model.terms[order[$0]], model.terms[order[$1]])
            return (a.party, a.office, a.from, $0) < (b.party, b.office, b.from, $1)
        }
        sections.append(records(holders) { position, writer, out in out.put(UInt32(position)) })
        sections.append(
            records(model.places) { place, writer, out in
                out.put(writer.string(place.name))
                out.put(writer.string(place.city))
                out.put(UInt32(place.country))
                out.put(UInt32(place.kind.rawValue))
                out.put(place.latitude.bitPattern)
                out.put(place.longitude.bitPattern)
                out.put(place.population)
            })
        sections.append(records(model.issues) { code, writer, out in out.put(writer.string(code)) })
        sections.append(records(model.cues) { name, writer, out in out.put(writer.string(name)) })
        sections.append(pool)
        return assemble(sections)
    }

    static let standings = ["incumbent", "acting", "elect", "designate", "former", "disputed"]

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

    private mutating func string(_ text: String) -> UInt32 {
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

    private mutating func records<T>(
        _ items: [T], _ write: (T, inout LexiconWriter, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var out: [UInt8] = []
        for item in items { write(item, &self, &out) }
        return out
    }

    /// Slots of 16 bytes: key (8), word id (4), the roots at which a wording begins with the word (4); at most half are
    /// filled.
    private func wordTable() -> [UInt8] {
        let size = Self.tableSize(model.words.count)
        var slots = [(UInt64, UInt32)](repeating: (0, 0), count: size)
        for (key, word) in model.words.sorted(by: { $0.value < $1.value }) {
            var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & (size - 1)
            while slots[slot].1 != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (key, word)
        }
        var roots: [UInt32: UInt32] = [:]
        for edge in model.edges.keys where edge.node < 4 { roots[edge.word, default: 0] |= 1 << edge.node }
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
    fileprivate mutating func put(_ value: UInt32) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value >> 16))
        append(UInt8(truncatingIfNeeded: value >> 24))
    }
}
