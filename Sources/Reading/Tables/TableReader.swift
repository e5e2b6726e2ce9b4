/// Rows of a table of text, comma-separated (RFC 4180) or with any other separator, cut while its bytes arrive.
///
/// Lines end with CR LF, LF or CR. Where `quoted` is set, a cell that begins with a quotation mark goes on to the next one, over
/// separators and lines' ends; two of them stand for one; what follows the closing one belongs to the cell. A byte-order mark at
/// the start and lines without a byte are passed over. Memory: the longest row; time: linear.
public struct TableReader: Sendable {
    /// One row of cells, as bytes without their quotation marks.
    public struct Row: Sendable {
        /// The cells' bytes, one after the other.
        public let bytes: [UInt8]
        /// Where each cell ends in `bytes`.
        public let ends: [Int]
        /// The line of the input on which the row begins, from 1.
        public let line: Int
        /// Whether the row was longer than the reader's limit: what is over it was passed over.
        public let cut: Bool

        /// How many cells there are, at least one.
        public var count: Int { ends.count }

        /// A cell's bytes; a cell that is not there is empty.
        public subscript(_ cell: Int) -> ArraySlice<UInt8> {
            guard ends.indices.contains(cell) else { return [] }
            return bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
        }

        /// A cell's text, mended where it is not UTF-8; `nil` where the cell is empty or not there.
        public func text(_ cell: Int) -> String? {
            let bytes = self[cell]
            return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
    }

    private enum State { case start, plain, quoted, quote }

    private let separator: UInt8
    private let quotes: Bool
    private let longestRow: Int
    private var state = State.start
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var line = 1
    private var firstLine = 1
    private var afterReturn = false
    private var begun = false
    private var cut = false
    /// Bytes of a byte-order mark that were seen at the start; 3 once it is decided.
    private var mark = 0

    /// A reader of rows of at most `longestRow` bytes.
    public init(separator: UInt8 = 0x2C, quoted: Bool = true, longestRow: Int = 1 << 20) {
        self.separator = separator
        quotes = quoted
        self.longestRow = longestRow
    }

    /// Takes the next bytes of the input and gives every row that ends in them.
    public mutating func take(_ input: UnsafeRawBufferPointer, _ give: (Row) throws -> Void) rethrows {
        var index = 0
        while mark < 3, index < input.count {
            guard input[index] == [0xEF, 0xBB, 0xBF][mark] else {
                bytes += [0xEF, 0xBB, 0xBF].prefix(mark)
                begun = begun || mark > 0
                mark = 3
                break
            }
            mark += 1
            index += 1
        }
        while index < input.count {
            let byte = input[index]
            index += 1
            if afterReturn {
                afterReturn = false
                if byte == 0x0A { continue }
            }
            switch state {
            case .quoted where byte == 0x22: state = .quote
            case .quoted: keep(byte, newLine: byte == 0x0A)
            case .quote where byte == 0x22:
                state = .quoted
                keep(byte)
            case .start where quotes && byte == 0x22:
                state = .quoted
                begun = true
            case .start, .plain, .quote:
                if byte == separator {
                    begun = true
                    endCell()
                } else if byte == 0x0A || byte == 0x0D {
                    afterReturn = byte == 0x0D
                    try endRow(give)
                } else {
                    state = .plain
                    keep(byte)
                }
            }
        }
    }

    /// Gives the row that the input ended in, if there is one.
    public mutating func end(_ give: (Row) throws -> Void) rethrows {
        if mark < 3 {
            bytes += [0xEF, 0xBB, 0xBF].prefix(mark)
            begun = begun || mark > 0
            mark = 3
        }
        try endRow(give)
    }

    private mutating func keep(_ byte: UInt8, newLine: Bool = false) {
        begun = true
        if newLine { line += 1 }
        if bytes.count < longestRow { bytes.append(byte) } else { cut = true }
    }

    private mutating func endCell() {
        ends.append(bytes.count)
        state = .start
    }

    private mutating func endRow(_ give: (Row) throws -> Void) rethrows {
        defer {
            line += 1
            firstLine = line
            begun = false
            cut = false
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
        guard begun else { return }
        endCell()
        try give(Row(bytes: bytes, ends: ends, line: firstLine, cut: cut))
    }
}

extension TableReader {
    /// All rows of a table that is in memory.
    public static func rows(_ bytes: some Sequence<UInt8>, separator: UInt8 = 0x2C, quoted: Bool = true) -> [Row] {
        var reader = TableReader(separator: separator, quoted: quoted)
        var rows: [Row] = []
        Array(bytes).withUnsafeBytes { reader.take($0) { rows.append($0) } }
        reader.end { rows.append($0) }
        return rows
    }
}
