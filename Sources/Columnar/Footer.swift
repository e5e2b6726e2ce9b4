/// The end of a file: its schema, its row groups and its metadata (`FileMetaData`).
struct Footer {
    /// What a file starts and ends with.
    static let magic = Array("PAR1".utf8)

    private let shapes: [LeafShape]
    private let codec: ParquetCodec
    private let metadata: [(key: String, value: String)]
    /// The row groups, written one by one, since they are all that grows with the table.
    private var groups = ThriftWriter()
    private var groupCount = 0
    private var rows = 0

    init(_ shapes: [LeafShape], _ codec: ParquetCodec, _ metadata: [(key: String, value: String)]) {
        self.shapes = shapes
        self.codec = codec
        self.metadata = metadata
    }

    /// How long the row groups are, in bytes.
    var size: Int { groups.bytes.count }

    /// Adds a row group with the records of its columns, in the order of the schema.
    mutating func add(rows: Int, _ records: [ChunkRecord]) {
        groups.structure {
            $0.list(1, of: .structure, count: records.count)
            for (shape, record) in zip(shapes, records) { record.write(shape, codec, to: &$0) }
            $0.integer64(2, records.reduce(0) { $0 + $1.uncompressedSize })
            $0.integer64(3, rows)
            $0.integer64(5, records.first?.offset ?? 0)
            $0.integer64(6, records.reduce(0) { $0 + $1.compressedSize })
        }
        groupCount += 1
        self.rows += rows
    }

    /// The bytes that end the file: the metadata, its length in four bytes, and ``magic``. Linear in what they say.
    func bytes() -> [UInt8] {
        var thrift = ThriftWriter()
        thrift.structure {
            $0.integer32(1, 1)
            $0.list(2, of: .structure, count: 1 + shapes.reduce(0) { $0 + $1.schemaCount })
            $0.structure {
                $0.text(4, "schema")
                $0.integer32(5, Int32(clamping: shapes.count))
            }
            for shape in shapes { shape.writeSchema(to: &$0) }
            $0.integer64(3, rows)
            $0.list(4, of: .structure, count: groupCount)
            $0.written(groups.bytes)
            if !metadata.isEmpty {
                $0.list(5, of: .structure, count: metadata.count)
                for (key, value) in metadata {
                    $0.structure {
                        $0.text(1, key)
                        $0.text(2, value)
                    }
                }
            }
            $0.text(6, "rapporteur")
            // the bounds of each column are in the order of its type
            $0.list(7, of: .structure, count: shapes.count)
            for _ in shapes { $0.structure { $0.structure(1) } }
        }
        var bytes = thrift.bytes
        bytes.appendLittle(UInt32(truncatingIfNeeded: thrift.bytes.count))
        return bytes + Footer.magic
    }
}
