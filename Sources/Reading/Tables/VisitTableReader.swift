public import Diplomacy

/// Reads a table of visits while its bytes arrive: the header tells which table it is, and every row gives a document or a problem.
///
/// Memory: the longest row. Time: linear in the bytes. What a row says is a function of the row alone, so the order of rows,
/// files and imports changes no document.
public struct VisitTableReader: Sendable {
    /// What came of one row.
    public enum Result: Sendable {
        case document(Document)
        case problem(VisitRowProblem)
    }

    /// Bytes of a row, unless the reader is told otherwise.
    public static let longestRow = 1 << 18

    /// The table, once its header was read.
    public private(set) var table: VisitTable?
    private var header: [String] = []
    private var reader: TableReader

    public init(longestRow: Int = Self.longestRow) { reader = TableReader(longestRow: longestRow) }

    /// Takes the next bytes of the table and gives what came of every row that ends in them.
    ///
    /// - Throws: ``ReadingError`` where the first row is no header of a table that is known, and what `give` throws.
    public mutating func take(_ input: UnsafeRawBufferPointer, _ give: (Result) throws -> Void) throws {
        var cutter = reader
        defer { reader = cutter }
        try cutter.take(input) { try read($0, give) }
    }

    /// Gives what came of a last row without a line's end.
    ///
    /// - Throws: as ``take(_:_:)`` does, also where the table has no row at all.
    public mutating func end(_ give: (Result) throws -> Void) throws {
        var cutter = reader
        defer { reader = cutter }
        try cutter.end { try read($0, give) }
        if table == nil { table = try VisitTable(header: []) }
    }

    private mutating func read(_ row: TableReader.Row, _ give: (Result) throws -> Void) throws {
        guard let table else {
            header = (0..<row.count).map { row.text($0) ?? "" }
            table = try VisitTable(header: header)
            return
        }
        let result: Result
        do throws(VisitRowProblem) {
            result = .document(try VisitRow(row, table: table, header: header).document)
        } catch {
            result = .problem(error)
        }
        try give(result)
    }
}

extension VisitTableReader {
    /// All documents and problems of a table that is in memory.
    ///
    /// - Throws: ``ReadingError`` where it is none of the tables.
    public static func read(_ bytes: some Sequence<UInt8>) throws -> (
        documents: [Document], problems: [VisitRowProblem]
    ) {
        var documents: [Document] = []
        var problems: [VisitRowProblem] = []
        var reader = VisitTableReader()
        func keep(_ result: Result) {
            switch result {
            case .document(let document): documents.append(document)
            case .problem(let problem): problems.append(problem)
            }
        }
        try Array(bytes).withUnsafeBytes { try reader.take($0, keep) }
        try reader.end(keep)
        return (documents, problems)
    }
}
