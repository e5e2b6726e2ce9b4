import FoundationEssentials
import Reading

/// Lines of columns between tabs, one by one or those of one label together.
struct ColumnReader {
    /// A line is refused beyond so many bytes.
    static let longestLine = 1 << 30

    private let columns: Int
    private let descriptor: Int32
    private var reader: LineReader
    private var batch: LineBatch?
    private var place = 0
    private var held: [Data]?
    /// The number of the line that was read last, from 1.
    private(set) var number = 0

    /// - Parameters:
    ///   - file: a path, or `-` for standard input.
    ///   - columns: how many every line has; the last one holds the rest of the line, 1 at least.
    init(_ file: String, columns: Int) throws {
        let descriptor = try Files.openToRead(file, expected: "lines of columns")
        self.columns = max(1, columns)
        self.descriptor = descriptor
        reader = LineReader(
            LineReader.Source(read: { try readOnce(descriptor, $0) }), longestLine: Self.longestLine)
    }

    func close() { Files.close(descriptor) }

    /// The columns of the next line; `nil` at the end.
    mutating func next() throws -> [Data]? {
        if let line = held {
            held = nil
            return line
        }
        while batch.map({ place >= $0.lines.count }) ?? true {
            batch = try reader.next()
            place = 0
            if batch == nil { return nil }
        }
        guard let batch else { return nil }
        let line = batch.lines[place]
        place += 1
        number = line.number
        guard case .bytes(let range) = line.line else { throw failure("a line of more than \(Self.longestLine) bytes") }
        let found = batch.bytes[range].split(
            separator: 0x09, maxSplits: columns - 1, omittingEmptySubsequences: false)
        guard found.count == columns else { throw failure("\(found.count)") }
        return found
    }

    /// The columns of the next lines that have one first column; `nil` at the end.
    mutating func nextBlock() throws -> [[Data]]? {
        guard let first = try next() else { return nil }
        var block = [first]
        while let line = try next() {
            if line[0] != first[0] {
                held = line
                break
            }
            block.append(line)
        }
        return block
    }

    /// What is wrong with the line that was read last.
    func failure(_ found: String, expected: String? = nil) -> Failure {
        Failure(
            "line \(number): expected \(expected ?? "\(columns) columns between tabs"), found \(found); "
                + "Documentation/Scale.md says what this stage reads", .notADocument)
    }
}

extension Data {
    /// The text of a column; what is no UTF-8 is replaced.
    var text: String { String(decoding: self, as: UTF8.self) }
}
