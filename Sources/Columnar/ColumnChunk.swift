/// A column in the row group that is being filled: its pages so far, and the values of the next one.
///
/// Values go to a dictionary until it is full, or until the first page would not be shorter by it; from then on they are
/// PLAIN.
struct ColumnChunk {
    let shape: LeafShape
    private let limits: ParquetLimits
    private var page = OpenPage()
    /// The data pages that are done, with their headers.
    private var pages: [UInt8] = []
    private var dictionary: ValueDictionary
    /// Whether values go to the dictionary.
    private var isInDictionary: Bool
    private var record = ChunkRecord()

    /// - Parameter limits: limits that are in range.
    init(_ shape: LeafShape, limits: ParquetLimits) {
        self.shape = shape
        self.limits = limits
        dictionary = ValueDictionary(of: shape.physical, limit: limits.dictionaryBytes)
        isInDictionary = shape.physical != .boolean
    }

    // MARK: - Values

    /// Takes the cell of a row, which must be one that the column takes. Linear in the cell; a page that it completes
    /// is written.
    mutating func append(_ value: ParquetValue, _ writer: PageWriter) throws(ParquetError) {
        switch value {
        case .null: level(0)
        case .text(let text):
            level(shape.definition)
            add(text)
        case .int(let number):
            level(shape.definition)
            if shape.physical == .int32 {
                withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) { add($0) }
            } else {
                withUnsafeBytes(of: Int64(number).littleEndian) { add($0) }
            }
            record.integers.add(number)
        case .double(let number):
            level(shape.definition)
            withUnsafeBytes(of: number.bitPattern.littleEndian) { add($0) }
            record.doubles.add(number)
        case .bool(let truth):
            level(shape.definition)
            withUnsafeBytes(of: UInt8(truth ? 1 : 0)) { add($0) }
            record.integers.add(truth ? 1 : 0)
        case .texts(let texts):
            if texts.isEmpty { level(shape.emptyDefinition) }
            for (i, text) in texts.enumerated() {
                level(shape.definition, repetition: i == 0 ? 0 : 1)
                add(text)
            }
        }
        page.rows += 1
        if page.rows >= limits.pageRows || page.plainBytes >= limits.pageBytes { try closePage(writer) }
    }

    private mutating func level(_ definition: UInt8, repetition: UInt8 = 0) {
        page.entries += 1
        if shape.definition > 0 { page.definitions.append(definition) }
        if shape.repetition > 0 { page.repetitions.append(repetition) }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Takes the bytes of one value, without a length.
    private mutating func add(_ value: UnsafeRawBufferPointer) {
        let isText = shape.physical == .byteArray
        page.valueCount += 1
        page.plainBytes += value.count + (isText ? 4 : 0)
        if isInDictionary {
            let known = dictionary.count
            if let index = dictionary.index(of: value) {
                page.indices.append(index)
                if isText, dictionary.count > known { record.texts.add(value) }
                return
            }
            leaveDictionary()
        }
        if isText {
            page.values.appendLittle(UInt32(truncatingIfNeeded: value.count))
            record.texts.add(value)
        }
        page.values.append(contentsOf: value)
    }

    /// Goes on without a dictionary, the values of the open page too.
    private mutating func leaveDictionary() {
        isInDictionary = false
        for index in page.indices { page.values.append(contentsOf: dictionary[plain: index]) }
        page.indices.removeAll(keepingCapacity: true)
        if record.dictionaryPages == 0 { dictionary.removeAll() }
    }

    // MARK: - Pages

    private mutating func closePage(_ writer: PageWriter) throws(ParquetError) {
        if isInDictionary, record.dictionaryPages == 0, page.valueCount > 0 {
            let width = HybridEncoding.width(upTo: dictionary.count - 1)
            let size = dictionary.bytes.count + (page.indices.count * width + 7) / 8
            if size >= page.plainBytes { leaveDictionary() }
        }
        // a page without values is PLAIN, so that no chunk of nulls needs a dictionary
        let usesDictionary = isInDictionary && page.valueCount > 0
        record.uncompressedSize += try writer.append(
            page, of: shape, dictionary: usesDictionary ? dictionary : nil, to: &pages)
        record.entries += page.entries
        record.nulls += page.entries - page.valueCount
        if usesDictionary { record.dictionaryPages += 1 } else { record.plainPages += 1 }
        page.removeAll()
    }

    /// Ends the chunk, hands its bytes to `emit`, and is empty for the next row group.
    ///
    /// - Parameter offset: where the chunk starts in the file.
    /// - Throws: what `emit` throws; ``ParquetError/Code/compressor``.
    mutating func close(
        at offset: Int, _ writer: PageWriter, _ emit: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> ChunkRecord {
        if page.rows > 0 { try closePage(writer) }
        var first: [UInt8] = []
        record.offset = offset
        if record.dictionaryPages > 0 {
            record.uncompressedSize += try writer.append(dictionary, to: &first)
            try first.withUnsafeBytes(emit)
        }
        try pages.withUnsafeBytes(emit)
        record.dictionarySize = first.count
        record.compressedSize = first.count + pages.count
        defer {
            pages.removeAll(keepingCapacity: true)
            dictionary.removeAll()
            isInDictionary = shape.physical != .boolean
            record = ChunkRecord()
        }
        return record
    }
}
