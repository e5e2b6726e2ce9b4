import Diplomacy

/// Reads a table of events from chunks of bytes, wherever they are cut. The first line tells which data set and version it is.
///
/// Linear in the bytes; no memory is taken for a row, and none beyond a line and a chunk for a table. Rows that cannot be read are
/// given as ``RowProblem`` and do not end it.
package struct EventTableReader: ~Copyable {
    /// The most bytes of a line.
    package static let longestLine = LineCutter.longest

    /// What stands in the table; `nil` before the first line.
    package private(set) var format: EventFormat?
    /// The first line, by which one that goes on knows the columns; at most ``LineCutter/longest`` bytes.
    package private(set) var firstLine: [UInt8] = []

    private let dataSet: EventDataSet?
    private var cutter: LineCutter
    private var columns = Columns()
    private var gdelt: GDELTRows?
    private var headed: HeadedRows?
    private var areCommas = false

    /// - Parameter dataSet: what is expected; `nil` for whatever it is.
    package init(_ dataSet: EventDataSet? = nil) {
        self.dataSet = dataSet
        cutter = LineCutter()
    }

    /// A reader that goes on where another one was.
    ///
    /// - Parameters:
    ///   - firstLine: the table's.
    ///   - offset: bytes that were read, whole lines.
    ///   - lines: lines that were read.
    package init(_ dataSet: EventDataSet?, firstLine: [UInt8], offset: Int, lines: Int) throws {
        self.dataSet = dataSet
        cutter = LineCutter(offset: offset, lines: lines)
        _ = try firstLine.withUnsafeBufferPointer { buffer in
            try recognise(buffer.baseAddress.map { Cell(start: $0, count: buffer.count) } ?? .empty)
        }
    }

    deinit { columns.end() }

    /// The bytes of lines that were read whole.
    package var offset: Int { cutter.offset }
    /// The lines that were read.
    package var lines: Int { cutter.lines }

    /// Reads on. Rows are given with the numbers of their lines.
    ///
    /// - Throws: ``DatasetError`` where the first line is of no format that is expected; what the closures throw.
    package mutating func feed(
        _ chunk: UnsafeRawBufferPointer, row: (EventRow, Int) throws -> Void,
        mention: (MentionRow, Int) throws -> Void = { _, _ in }, problem: (RowProblem) throws -> Void
    ) throws {
        var cutter = cutter
        defer { self.cutter = cutter }
        try cutter.feed(chunk) { try take($0, row, mention, problem) }
    }

    /// Reads the last line where no line feed ends it.
    ///
    /// - Throws: ``DatasetError`` where there was nothing at all.
    package mutating func finish(
        row: (EventRow, Int) throws -> Void, mention: (MentionRow, Int) throws -> Void = { _, _ in },
        problem: (RowProblem) throws -> Void
    ) throws {
        var cutter = cutter
        defer { self.cutter = cutter }
        try cutter.finish { try take($0, row, mention, problem) }
        guard format != nil else {
            throw DatasetError(
                code: .empty, message: "expected \(expectation), found an empty file; name another file")
        }
    }

    private mutating func take(
        _ line: LineCutter.Line, _ row: (EventRow, Int) throws -> Void, _ mention: (MentionRow, Int) throws -> Void,
        _ problem: (RowProblem) throws -> Void
    ) throws {
        var line = line
        if line.number == 1, line.bytes.hasMark { line.bytes = line.bytes.dropFirst(3) }
        if line.bytes.isEmpty, !line.isTooLong { return }
        if format == nil, try recognise(line.bytes) { return }
        guard let format else { return }
        if line.isTooLong {
            let detail = "expected at most \(LineCutter.longest) bytes, found more"
            return try problem(RowProblem(.lineTooLong, line: line.number, detail: detail, row: line.bytes))
        }
        if areCommas { columns.cutAtCommas(line.bytes) } else { columns.cutAtTabs(line.bytes) }
        guard format.columns.contains(columns.count) else {
            let fault = columns.count < format.columns.lowerBound ? RowFault.tooFewColumns : .tooManyColumns
            let detail = "expected \(format.expected), found \(columns.count) columns"
            return try problem(RowProblem(fault, line: line.number, detail: detail, row: line.bytes))
        }
        do {
            if let gdelt {
                try row(try gdelt.row(columns), line.number)
            } else if let headed {
                try row(try headed.row(columns), line.number)
            } else {
                try mention(try MentionRow(columns), line.number)
            }
        } catch let error as RowError {
            try problem(RowProblem(error.fault, line: line.number, detail: error.detail, row: line.bytes))
        }
    }

    /// Tells the format by the first line.
    ///
    /// - Returns: whether the line is a header.
    private mutating func recognise(_ line: Cell) throws -> Bool {
        firstLine = Array(line.bytes)
        columns.cutAtTabs(line)
        if let headed = HeadedRows(header: columns) {
            columns.areQuoted = line.start[0] == 0x22
            try admit(headed.format)
            self.headed = headed
            return true
        }
        let tabs = columns.count
        if tabs == 1 {
            columns.cutAtCommas(line)
            if columns.count == 16, line.count > 13, columns[0].unquoted.text.lowercased() == "globaleventid" {
                columns.areQuoted = true
                areCommas = true
                try admit(.mentions)
                return true
            }
        }
        let isRow = columns[0].digits != nil
        let found = [EventFormat.gdelt1, .gdelt2, .mentions].first { isRow && $0.columns.contains(tabs) }
        guard let found else { throw wrong("\(tabs) column\(tabs == 1 ? "" : "s"): \"\(line.prefix(60).text)\"") }
        try admit(found)
        if found != .mentions { gdelt = GDELTRows(found) }
        return false
    }

    private mutating func admit(_ found: EventFormat) throws {
        if let dataSet, !dataSet.formats.contains(found) { throw wrong(found.expected) }
        format = found
    }

    private func wrong(_ found: String) -> DatasetError {
        DatasetError(
            code: .wrongFormat,
            message: "expected \(expectation), found \(found); name a file of that data set")
    }

    private var expectation: String {
        (dataSet?.formats ?? EventFormat.allCases).map(\.expected).joined(separator: ", or ")
    }
}

extension Cell {
    /// Whether it begins with a byte-order mark of UTF-8.
    fileprivate var hasMark: Bool { count >= 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF }
}
