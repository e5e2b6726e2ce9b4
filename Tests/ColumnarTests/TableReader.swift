import CArchives

@testable import Columnar

/// A file of Parquet as a reader finds it, written from the specification alone: only what our files may hold.
struct TableReader {
    struct Broken: Error {
        let what: String
        init(_ what: String) { self.what = what }
    }

    /// One page of a column chunk.
    struct Page: Equatable {
        var kind: Int
        var encoding: Int
        var entries: Int
        /// Bytes of the page without its header, and not compressed.
        var size: Int
    }

    let footer: Thrift
    private(set) var rows: [[ParquetValue]] = []
    /// The pages by row groups and columns.
    private(set) var pages: [[[Page]]] = []

    init(_ file: [UInt8]) throws {
        guard file.count >= 12, file.prefix(4) == Footer.magic[...], file.suffix(4) == Footer.magic[...] else {
            throw Broken("no magic")
        }
        let length = (0..<4).reduce(0) { $0 | Int(file[file.count - 8 + $1]) << (8 * $1) }
        guard length <= file.count - 12 else { throw Broken("length of the footer") }
        var reader = ThriftReader(file[(file.count - 8 - length)..<(file.count - 8)])
        footer = try reader.structure()
        guard reader.at == file.count - 8 else { throw Broken("bytes after the footer") }
        try readGroups(file, end: file.count - 8 - length)
    }

    var groups: [Thrift] { footer[4]?.list ?? [] }
    var schema: [Thrift] { footer[2]?.list ?? [] }
    /// The metadata of column chunks by row groups.
    var chunks: [[Thrift]] { groups.map { $0[1]?.list?.compactMap { $0[3] } ?? [] } }

    /// The leaves with whether they are optional and lists.
    private var leaves: [(element: Thrift, isOptional: Bool, isList: Bool)] {
        var found: [(Thrift, Bool, Bool)] = []
        var i = 1
        while i < schema.count {
            let isList = schema[i][5] != nil
            let place = isList ? i + 2 : i
            found.append((schema[place], schema[i][3]?.integer == 1, isList))
            i = place + 1
        }
        return found
    }

    private mutating func readGroups(_ file: [UInt8], end: Int) throws {
        var at = 4
        let leaves = leaves
        for group in groups {
            let chunks = group[1]?.list ?? []
            guard chunks.count == leaves.count, let rowCount = group[3]?.integer else { throw Broken("columns") }
            var columns: [[ParquetValue]] = []
            var groupPages: [[Page]] = []
            let start = at
            var sizes = 0
            for (chunk, leaf) in zip(chunks, leaves) {
                guard let facts = chunk[3], let size = facts[7]?.integer else { throw Broken("no metadata") }
                guard facts[11]?.integer ?? facts[9]?.integer == at else { throw Broken("offset of a chunk") }
                var reader = ChunkReader(file[at..<at + size], facts, leaf.element, leaf.isOptional, leaf.isList)
                columns.append(try reader.cells())
                groupPages.append(reader.pages)
                at += size
                sizes += facts[6]?.integer ?? 0
            }
            guard group[2]?.integer == sizes, group[6]?.integer == at - start, group[5]?.integer == start else {
                throw Broken("sizes of a group")
            }
            guard columns.allSatisfy({ $0.count == rowCount }) else { throw Broken("rows of a group") }
            rows += (0..<rowCount).map { row in columns.map { $0[row] } }
            pages.append(groupPages)
        }
        guard at == end, footer[3]?.integer == rows.count else { throw Broken("rows or bytes of the file") }
    }
}

/// Takes compression off.
enum Unpacking {
    static func bytes(_ page: ArraySlice<UInt8>, codec: Int, size: Int) throws -> [UInt8] {
        // one byte more, so that a page that is longer than it says is seen
        var output = [UInt8](repeating: 0, count: size + 1)
        let input = Array(page)
        var count: Int
        switch codec {
        case 0: return input
        case 2:
            var stream = z_stream()
            guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                throw TableReader.Broken("zlib")
            }
            defer { inflateEnd(&stream) }
            var source = input
            let result = source.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress
                    stream.avail_in = UInt32(source.count)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return inflate(&stream, Z_FINISH)
                }
            }
            guard result == Z_STREAM_END, stream.avail_in == 0 else { throw TableReader.Broken("gzip") }
            count = output.count - Int(stream.avail_out)
        case 6:
            count = ZSTD_decompress(&output, output.count, input, input.count)
            guard ZSTD_isError(count) == 0 else { throw TableReader.Broken("zstd") }
        default: throw TableReader.Broken("codec")
        }
        guard count == size else { throw TableReader.Broken("size of a page") }
        return Array(output.prefix(count))
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let bytes = Array(bytes)
        return UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    }
}
