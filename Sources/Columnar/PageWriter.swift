/// Makes the pages of all columns (apache/parquet-format, README.md, Data Pages; version 1 of data pages).
final class PageWriter {
    private let compressor: Compressor
    /// What a page holds, before it is compressed.
    private var body: [UInt8] = []

    init(_ codec: ParquetCodec) throws(ParquetError) { compressor = try Compressor(codec) }

    /// Appends the page of a dictionary. Linear in the dictionary.
    ///
    /// - Returns: how long the page is with its header, not compressed, in bytes.
    func append(_ dictionary: ValueDictionary, to output: inout [UInt8]) throws(ParquetError) -> Int {
        try append(dictionary.bytes, .dictionary, .plain, count: dictionary.count, to: &output)
    }

    /// Appends a data page. Linear in the page.
    ///
    /// - Parameter dictionary: what the page's places lie in; `nil` where its values are PLAIN.
    /// - Returns: how long the page is with its header, not compressed, in bytes.
    func append(
        _ page: OpenPage, of shape: LeafShape, dictionary: ValueDictionary?, to output: inout [UInt8]
    ) throws(ParquetError) -> Int {
        body.removeAll(keepingCapacity: true)
        if shape.repetition > 0 { appendLevels(page.repetitions, upTo: shape.repetition) }
        if shape.definition > 0 { appendLevels(page.definitions, upTo: shape.definition) }
        if let dictionary {
            let width = HybridEncoding.width(upTo: dictionary.count - 1)
            body.append(UInt8(truncatingIfNeeded: width))
            HybridEncoding.append(page.indices, width: width, to: &body)
        } else if shape.physical == .boolean {
            body.appendBooleans(page.values)
        } else {
            body.append(contentsOf: page.values)
        }
        return try append(
            body, .data, dictionary == nil ? .plain : .dictionary, count: page.entries, to: &output)
    }

    /// Levels in the hybrid, with their length in four bytes in front.
    private func appendLevels(_ levels: [UInt8], upTo greatest: UInt8) {
        let start = body.count
        body.appendLittle(UInt32(0))
        HybridEncoding.append(levels, width: HybridEncoding.width(upTo: Int(greatest)), to: &body)
        var length = body.count - start - 4
        for i in start..<start + 4 {
            body[i] = UInt8(truncatingIfNeeded: length)
            length >>= 8
        }
    }

    private func append(
        _ body: [UInt8], _ kind: PageKind, _ encoding: Encoding, count: Int, to output: inout [UInt8]
    ) throws(ParquetError) -> Int {
        guard let length = Int32(exactly: body.count), let count = Int32(exactly: count) else {
            throw ParquetError(
                .valueTooLong, "expected a page of less than 2 GiB, found \(body.count) bytes; lower pageBytes")
        }
        var headSize = 0
        try compressor.compress(body, to: &output) { size, bytes in
            let head = Self.head(
                kind, encoding, count: count, length: length, size: Int32(truncatingIfNeeded: size),
                checksum: Compressor.checksum(bytes))
            headSize = head.count
            return head
        }
        return headSize + body.count
    }

    /// A `PageHeader`.
    private static func head(
        _ kind: PageKind, _ encoding: Encoding, count: Int32, length: Int32, size: Int32, checksum: UInt32
    ) -> [UInt8] {
        var thrift = ThriftWriter()
        thrift.structure {
            $0.integer32(1, kind.rawValue)
            $0.integer32(2, length)
            $0.integer32(3, size)
            $0.integer32(4, Int32(bitPattern: checksum))
            switch kind {
            case .data:
                $0.structure(5) {
                    $0.integer32(1, count)
                    $0.integer32(2, encoding.rawValue)
                    $0.integer32(3, Encoding.hybrid.rawValue)
                    $0.integer32(4, Encoding.hybrid.rawValue)
                }
            case .dictionary:
                $0.structure(7) {
                    $0.integer32(1, count)
                    $0.integer32(2, encoding.rawValue)
                }
            }
        }
        return thrift.bytes
    }
}
