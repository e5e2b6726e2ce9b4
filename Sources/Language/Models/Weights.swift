/// The trained weights: named sections of one file, read in place.
///
/// Layout, little-endian: `RPWEIGHT`, the number of sections (32 bits), 4 bytes of zero; for each section 16 bytes of name,
/// its offset and its size in bytes (64 bits each); then the sections, each at a multiple of 64 bytes.
public struct Weights: @unchecked Sendable {
    // Unchecked: the bytes are never written and outlive every use (part of the executable, or owned by `storage`).
    private let base: UnsafeRawPointer
    private let sections: [String: Range<Int>]
    private let storage: Storage?

    static let magic = Array("RPWEIGHT".utf8)

    private final class Storage: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer
        init(_ bytes: [UInt8]) {
            self.bytes = .allocate(byteCount: bytes.count, alignment: 64)
            self.bytes.copyBytes(from: bytes)
        }
        deinit { bytes.deallocate() }
    }

    /// Opens weights that live as long as the program; `nil` where the bytes are none.
    public init?(staticBytes bytes: UnsafeRawBufferPointer) { self.init(bytes, storage: nil) }

    /// Opens weights of its own; `nil` where the bytes are none.
    public init?(_ bytes: [UInt8]) {
        let storage = Storage(bytes)
        self.init(UnsafeRawBufferPointer(storage.bytes), storage: storage)
    }

    private init?(_ bytes: UnsafeRawBufferPointer, storage: Storage?) {
        guard let base = bytes.baseAddress, bytes.count >= 16, bytes.prefix(8).elementsEqual(Self.magic) else {
            return nil
        }
        let count = Int(base.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        guard count <= 256, bytes.count >= 16 + count * 32 else { return nil }
        var sections: [String: Range<Int>] = [:]
        for i in 0..<count {
            let head = 16 + i * 32
            let name = String(decoding: bytes[head..<head + 16].prefix { $0 != 0 }, as: UTF8.self)
            let offset = base.loadUnaligned(fromByteOffset: head + 16, as: UInt64.self)
            let size = base.loadUnaligned(fromByteOffset: head + 24, as: UInt64.self)
            guard offset <= UInt64(bytes.count), size <= UInt64(bytes.count) - offset, offset % 64 == 0 else {
                return nil
            }
            sections[name] = Int(offset)..<Int(offset + size)
        }
        self.base = base
        self.sections = sections
        self.storage = storage
    }

    /// A section as an array in place; empty where there is none of that name.
    package func section<T: BitwiseCopyable>(_ name: String, of type: T.Type) -> UnsafeBufferPointer<T> {
        guard let range = sections[name] else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: (base + range.lowerBound).assumingMemoryBound(to: T.self),
            count: range.count / MemoryLayout<T>.stride)
    }

    /// A section of strings, one a line.
    package func strings(_ name: String) -> [String] {
        String(decoding: section(name, of: UInt8.self), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Names and sizes of the sections, in order of name.
    package var contents: [(name: String, bytes: Int)] {
        sections.map { ($0.key, $0.value.count) }.sorted { $0.name < $1.name }
    }
}

/// Writes the file that ``Weights`` reads.
package struct WeightsWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    package init() {}

    /// Adds a section; a name has at most 16 bytes.
    package mutating func add<T: BitwiseCopyable>(_ name: String, _ values: [T]) {
        sections.append((name, values.withUnsafeBytes { Array($0) }))
    }

    package mutating func add(_ name: String, strings: [String]) {
        sections.append((name, Array(strings.joined(separator: "\n").utf8)))
    }

    /// Adds every section of other weights.
    package mutating func add(_ weights: Weights) {
        for (name, _) in weights.contents { add(name, Array(weights.section(name, of: UInt8.self))) }
    }

    package func bytes() -> [UInt8] {
        var out = Weights.magic
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
        }
        append(UInt32(sections.count))
        append(UInt32(0))
        let ordered = sections.sorted { $0.name < $1.name }
        var offset = (16 + ordered.count * 32 + 63) & ~63
        for section in ordered {
            var name = Array(section.name.utf8.prefix(16))
            name += [UInt8](repeating: 0, count: 16 - name.count)
            out += name
            append(UInt64(offset))
            append(UInt64(section.bytes.count))
            offset = (offset + section.bytes.count + 63) & ~63
        }
        for section in ordered {
            out += [UInt8](repeating: 0, count: (64 - out.count & 63) & 63)
            out += section.bytes
        }
        return out
    }
}
