/// What the footer says of a column chunk. Sizes and offsets are in bytes.
struct ChunkRecord {
    /// Values, nulls, and lists that are null or empty.
    var entries = 0
    var nulls = 0
    /// All pages with their headers, as they would be without compression.
    var uncompressedSize = 0
    /// All pages with their headers, as they are.
    var compressedSize = 0
    /// Where the chunk starts in the file.
    var offset = 0
    /// The page of the dictionary, which comes first, with its header; 0 where there is none.
    var dictionarySize = 0
    /// Data pages that hold places in the dictionary.
    var dictionaryPages = 0
    /// Data pages that hold values.
    var plainPages = 0
    var integers = IntegerBounds()
    var doubles = DoubleBounds()
    var texts = TextBounds()

    /// Writes a `ColumnChunk`.
    func write(_ shape: LeafShape, _ codec: ParquetCodec, to thrift: inout ThriftWriter) {
        let hasDictionary = dictionaryPages > 0
        thrift.structure {
            // deprecated; 0 where the metadata stands in the footer alone
            $0.integer64(2, 0)
            $0.structure(3) {
                $0.integer32(1, shape.physical.rawValue)
                let encodings: [Encoding] = [.plain, .hybrid] + (hasDictionary ? [.dictionary] : [])
                $0.list(2, of: .integer32, count: encodings.count)
                for encoding in encodings { $0.integer32(encoding.rawValue) }
                $0.list(3, of: .binary, count: shape.path.count)
                for name in shape.path { $0.text(name) }
                $0.integer32(4, codec.number)
                $0.integer64(5, entries)
                $0.integer64(6, uncompressedSize)
                $0.integer64(7, compressedSize)
                $0.integer64(9, offset + dictionarySize)
                if hasDictionary { $0.integer64(11, offset) }
                $0.structure(12) { writeStatistics(shape, to: &$0) }
                writePageCounts(to: &$0)
            }
        }
    }

    /// The fields of `Statistics`. The elements of a list have no bounds: the format gives lists no order.
    private func writeStatistics(_ shape: LeafShape, to thrift: inout ThriftWriter) {
        thrift.integer64(3, nulls)
        if let bounds = bounds(of: shape) {
            thrift.binary(5, bounds.upper)
            thrift.binary(6, bounds.lower)
            thrift.boolean(7, bounds.isUpperExact)
            thrift.boolean(8, bounds.isLowerExact)
        }
        if shape.physical == .double { thrift.integer64(9, doubles.notNumbers) }
    }

    private func bounds(of shape: LeafShape) -> Bounds? {
        switch shape.column.type {
        case .utf8: texts.bounds(canCut: true)
        case .json: texts.bounds(canCut: false)
        case .utf8List: nil
        case .double: doubles.bounds()
        case .int32, .int64, .date, .timestamp, .boolean: integers.bounds(width: shape.physical.width ?? 8)
        }
    }

    /// `encoding_stats`, from which readers see whether all values are in the dictionary.
    private func writePageCounts(to thrift: inout ThriftWriter) {
        var counts: [(PageKind, Encoding, Int)] = []
        if dictionaryPages > 0 {
            counts += [(.dictionary, .plain, 1), (.data, .dictionary, dictionaryPages)]
        }
        if plainPages > 0 { counts.append((.data, .plain, plainPages)) }
        thrift.list(13, of: .structure, count: counts.count)
        for (kind, encoding, count) in counts {
            thrift.structure {
                $0.integer32(1, kind.rawValue)
                $0.integer32(2, encoding.rawValue)
                $0.integer32(3, Int32(clamping: count))
            }
        }
    }
}
