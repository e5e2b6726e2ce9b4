internal import CArchives

/// Writes a zip file to a sink while its entries grow (PKWARE APPNOTE 6.3).
///
/// Entries are deflated as they come; their sizes and sums stand behind them (data descriptors) and in the directory, so
/// nothing written is ever changed and the sink need not be a file. Memory: the compressor's, one block, and some 60 bytes an
/// entry. An entry beyond 4 GiB is refused: there is no zip64. All entries bear the date 1 January 1980, so that the same
/// content is the same file.
package struct ZipWriter: ~Copyable {
    private struct Entry {
        var name: [UInt8]
        var offset: Int
        var crc: UInt32 = 0
        var packed = 0
        var size = 0
    }

    private let sink: ([UInt8]) throws -> Void
    private let deflater: Deflater
    private var entries: [Entry] = []
    private var open: Entry?
    private var written = 0

    /// - Parameter sink: takes the bytes of the file, front to back.
    package init(_ sink: @escaping ([UInt8]) throws -> Void) throws(SpreadsheetError) {
        self.sink = sink
        deflater = try Deflater()
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { return }
        written += bytes.count
        try sink(bytes)
    }

    /// Begins an entry; the one before must have ended.
    package mutating func begin(_ name: String) throws {
        guard open == nil, entries.count < 0xFFFF else {
            throw SpreadsheetError(
                .notWritable, "expected one entry at a time and at most 65,535, found \(name) beside them")
        }
        let name = Array(name.utf8)
        open = Entry(name: name, offset: written)
        try put(
            Self.little(0x0403_4B50, 4) + Self.start + [UInt8](repeating: 0, count: 12) + Self.little(name.count, 2)
                + [0, 0] + name)
    }

    /// Adds to the entry that is open.
    package mutating func append(_ bytes: [UInt8]) throws {
        guard open != nil else { throw SpreadsheetError(.notWritable, "expected an open entry, found none") }
        let packed = try deflater.add(bytes, ends: false)
        open?.crc = deflater.crc
        open?.size += bytes.count
        open?.packed += packed.count
        try put(packed)
    }

    /// Ends the entry that is open.
    package mutating func end() throws {
        guard open != nil else { return }
        let packed = try deflater.add([], ends: true)
        open?.packed += packed.count
        try put(packed)
        guard let entry = open, entry.size <= 0xFFFF_FFFE, entry.packed <= 0xFFFF_FFFE, written <= 0xFFFF_FFFE else {
            throw SpreadsheetError(
                .tooLarge, "expected a file and parts of at most 4 GiB, found larger ones; write it in several parts")
        }
        open = nil
        entries.append(entry)
        try put(Self.little(0x0807_4B50, 4) + Self.sums(entry))
        deflater.restart()
    }

    /// Writes the directory, which ends the file.
    package mutating func finish() throws {
        try end()
        let start = written
        for entry in entries {
            try put(
                Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.start + Self.sums(entry)
                    + Self.little(entry.name.count, 2) + [UInt8](repeating: 0, count: 12) + Self.little(entry.offset, 4)
                    + entry.name)
        }
        let count = Self.little(entries.count, 2)
        try put(
            Self.little(0x0605_4B50, 4) + [0, 0, 0, 0] + count + count + Self.little(written - start, 4)
                + Self.little(start, 4) + [0, 0])
    }

    /// The version needed (2.0), sizes behind and names in UTF-8, deflate, 1 January 1980.
    private static let start = little(20, 2) + little(0x0808, 2) + little(8, 2) + little(0, 2) + little(0x21, 2)

    private static func sums(_ entry: Entry) -> [UInt8] {
        little(Int(entry.crc), 4) + little(entry.packed, 4) + little(entry.size, 4)
    }

    private static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// zlib's compressor, bare (RFC 1951), and the sum of what it was given.
private final class Deflater {
    // zlib remembers where its state stands, so it must not move
    private let state: UnsafeMutablePointer<z_stream>
    private var block = [UInt8](repeating: 0, count: 64 << 10)
    private(set) var crc: UInt32 = 0

    init() throws(SpreadsheetError) {
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        let result = deflateInit2_(
            state, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        // what failed to begin has nothing to end, and deinit may be called all the same: deflateEnd looks
        guard result == Z_OK else {
            throw SpreadsheetError(
                .compressor, "expected a compressor, found error \(result) of zlib; free some memory")
        }
    }

    deinit {
        deflateEnd(state)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    func restart() {
        deflateReset(state)
        crc = 0
    }

    /// What comes out for some bytes; all of it at the end.
    func add(_ bytes: [UInt8], ends: Bool) throws(SpreadsheetError) -> [UInt8] {
        var out: [UInt8] = []
        var failure: Int32 = Z_OK
        bytes.withUnsafeBufferPointer { input in
            // in parts that zlib's counters hold
            var at = 0
            repeat {
                let length = min(input.count - at, 1 << 30)
                let part = UnsafeBufferPointer(rebasing: input[at..<at + length])
                at += length
                if length > 0 {
                    crc = UInt32(truncatingIfNeeded: crc32(UInt(crc), part.baseAddress, UInt32(length)))
                }
                // zlib does not write through `next_in`
                state.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress)
                state.pointee.avail_in = UInt32(length)
                failure = drain(ends && at == input.count, &out)
            } while at < input.count && failure == Z_OK
        }
        guard failure == Z_OK else {
            throw SpreadsheetError(.compressor, "expected compressed bytes, found error \(failure) of zlib")
        }
        return out
    }

    private func drain(_ ends: Bool, _ out: inout [UInt8]) -> Int32 {
        while true {
            var result: Int32 = Z_OK
            var produced = 0
            block.withUnsafeMutableBufferPointer { block in
                state.pointee.next_out = block.baseAddress
                state.pointee.avail_out = UInt32(block.count)
                result = deflate(state, ends ? Z_FINISH : Z_NO_FLUSH)
                produced = block.count - Int(state.pointee.avail_out)
            }
            out.append(contentsOf: block[..<produced])
            if result == Z_STREAM_END { return Z_OK }
            guard result == Z_OK || result == Z_BUF_ERROR else { return result }
            if produced < block.count, !ends { return Z_OK }
            if produced == 0, ends { return Z_BUF_ERROR }
        }
    }
}
