/// Writes a table as a file of Apache Parquet, row after row, in bounded memory; ``ParquetLimits`` says how much.
///
/// Bytes go to a sink in the order in which they stand in the file, so that it may be a pipe. The same rows in the same
/// columns give the same bytes. A file is whole only after ``finish()``.
package struct ParquetWriter: ~Copyable {
    /// Where the bytes of the file go; they are valid during the call alone.
    package typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    private let columns: [ParquetColumn]
    private let limits: ParquetLimits
    private let rowsInGroup: Int
    private let sink: Sink
    private let pages: PageWriter
    private var chunks: [ColumnChunk]
    private var footer: Footer
    /// How many bytes the sink was given.
    private var offset: Int
    /// Rows of the group that is being filled.
    private var groupRows = 0
    /// How long the values of that group are as PLAIN, with their levels, in bytes.
    private var groupSize = 0
    /// Rows of the table so far.
    package private(set) var rows = 0
    private var isOpen = true

    /// Starts a file.
    ///
    /// - Parameters:
    ///   - metadata: what is said of the whole file, by keys, in this order: a licence, a query, how to cite.
    ///   - rowsInGroup: the most rows of a row group, 1 at least. A group is held in memory until it is written.
    ///   - sink: where the bytes go; what it throws ends the file.
    /// - Throws: ``ParquetError/Code/columnCount``, ``ParquetError/Code/columnName``,
    ///   ``ParquetError/Code/footerTooLarge``, ``ParquetError/Code/compressor``, and what the sink throws.
    package init(
        columns: [ParquetColumn], metadata: [(key: String, value: String)] = [], codec: ParquetCodec = .zstd,
        rowsInGroup: Int = 131_072, limits: ParquetLimits = ParquetLimits(), sink: @escaping Sink
    ) throws {
        let limits = limits.inRange
        try Self.check(columns, metadata, limits)
        let pages = try PageWriter(codec)
        try Footer.magic.withUnsafeBytes(sink)
        offset = Footer.magic.count
        self.pages = pages
        self.columns = columns
        self.limits = limits
        self.rowsInGroup = max(rowsInGroup, 1)
        self.sink = sink
        let shapes = columns.map(LeafShape.init)
        chunks = shapes.map { ColumnChunk($0, limits: limits) }
        footer = Footer(shapes, codec, metadata)
    }

    /// Adds a row, with a value for each column in their order. Linear in the row; a row group that it completes is
    /// written.
    ///
    /// - Throws: A ``ParquetError`` that says what is wrong with the row, which is then left out, and more rows may
    ///   follow; ``ParquetError/Code/footerTooLarge``, ``ParquetError/Code/compressor`` and what the sink throws end
    ///   the file.
    package mutating func append(_ row: [ParquetValue]) throws {
        try checkOpen()
        let size = try RowCheck(columns: columns, longestValue: limits.longestValue, row: rows).size(of: row)
        isOpen = false
        for i in chunks.indices { try chunks[i].append(row[i], pages) }
        rows += 1
        groupRows += 1
        groupSize += size
        if groupRows >= rowsInGroup || groupSize >= limits.groupBytes { try closeGroup() }
        isOpen = true
    }

    /// Writes what is left, and the end of the file.
    ///
    /// - Throws: ``ParquetError/Code/closed`` where the file is finished or broken, ``ParquetError/Code/footerTooLarge``,
    ///   ``ParquetError/Code/compressor``, and what the sink throws.
    package mutating func finish() throws {
        try checkOpen()
        isOpen = false
        if groupRows > 0 { try closeGroup() }
        try footer.bytes().withUnsafeBytes(sink)
    }

    private mutating func closeGroup() throws {
        var records: [ChunkRecord] = []
        for i in chunks.indices {
            let record = try chunks[i].close(at: offset, pages, sink)
            offset += record.compressedSize
            records.append(record)
        }
        footer.add(rows: groupRows, records)
        (groupRows, groupSize) = (0, 0)
        guard footer.size <= limits.footerBytes else {
            throw ParquetError(
                .footerTooLarge,
                "expected a footer of at most \(limits.footerBytes) bytes, found more at row \(rows); "
                    + "raise rowsInGroup, or write several files")
        }
    }

    private func checkOpen() throws(ParquetError) {
        guard isOpen else {
            throw ParquetError(
                .closed, "expected a file that is being written, found one that is finished or failed; start another")
        }
    }

    private static func check(
        _ columns: [ParquetColumn], _ metadata: [(key: String, value: String)], _ limits: ParquetLimits
    ) throws(ParquetError) {
        guard (1...max(limits.columns, 1)).contains(columns.count) else {
            throw ParquetError(
                .columnCount, "expected 1 to \(max(limits.columns, 1)) columns, found \(columns.count)")
        }
        var names: Set<[UInt8]> = []
        for column in columns {
            if column.name.isEmpty { throw ParquetError(.columnName, "expected a name, found an empty one") }
            // two names are one where their bytes are, not where Unicode holds them equal
            if !names.insert(Array(column.name.utf8)).inserted {
                throw ParquetError(
                    .columnName, "expected a name of its own, found that of another column", column: column.name)
            }
        }
        let size =
            metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
            + columns.reduce(0) { $0 + $1.name.utf8.count }
        guard size <= limits.metadataBytes else {
            throw ParquetError(
                .footerTooLarge, "expected metadata of at most \(limits.metadataBytes) bytes, found \(size); shorten it"
            )
        }
    }
}
