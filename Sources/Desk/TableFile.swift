import Hypertext
package import Reading
import Spreadsheet

/// A desk's own table as it lies in a file, CSV or XLSX: its head and its rows.
///
/// Memory: the table. A text file may be in any encoding that is told by its bytes; what parts its cells is told by its head.
package struct TableFile: Sendable {
    package let header: [String]
    package let rows: [TableLine]
    /// What was left aside and what was odd, in words.
    package private(set) var notes: [String] = []
    /// The sheets of a workbook, hidden ones as well; empty for a text file.
    package private(set) var sheets: [String] = []

    /// Bytes of a row that are read.
    package static let longestRow = 1 << 18
    /// Cells of a table that are read, the empty ones between others with them.
    package static let mostCells = 5_000_000

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - sheet: of a workbook; `nil` for the first one that is seen.
    ///   - separator: between the cells of a text file; `nil` for the one that the head has most of.
    ///   - mostCells: that are read; a table with more is refused.
    /// - Throws: ``ReadingError`` (`no-document`) for what is no table; the message says why.
    package init(
        _ bytes: [UInt8], sheet: String? = nil, separator: UInt8? = nil, mostCells: Int = Self.mostCells
    ) throws(ReadingError) {
        let isWorkbook = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        let lines: [TableLine]
        if isWorkbook {
            let read: (lines: Lines, notes: [String], sheets: [String])
            do throws(SpreadsheetError) {
                read = try Self.read(XLSXReader(bytes), sheet, most: mostCells)
            } catch {
                throw ReadingError(.noDocument, error.message)
            }
            lines = try read.lines.all()
            notes = read.notes
            sheets = read.sheets
        } else {
            let text = CharacterEncoding.decode(bytes, syntax: .text).utf8
            var reader = TableReader(separator: separator ?? Self.separator(text), longestRow: Self.longestRow)
            var read = Lines(most: mostCells)
            text.withUnsafeBytes { reader.take($0) { read.add(TableLine($0)) } }
            reader.end { read.add(TableLine($0)) }
            lines = try read.all()
        }
        // a title may stand over the head, in one cell
        func count(_ line: TableLine) -> Int { line.cells.indices.filter { line.words($0) != nil }.count }
        guard let head = lines.firstIndex(where: { count($0) >= 2 }) ?? lines.firstIndex(where: { count($0) == 1 })
        else {
            throw ReadingError(.noDocument, "expected a table with a head, found no row with a word in it")
        }
        header = lines[head].cells.indices.map { lines[head].words($0) ?? "" }
        rows = Array(lines[(head + 1)...])
        for line in lines[..<head] {
            guard let words = line.cells.indices.lazy.compactMap({ line.words($0) }).first else { continue }
            notes.append("row \(line.line) over the head was left aside: \"\(words.prefix(80))\"")
        }
    }

    /// Rows as far as the limit goes.
    private struct Lines {
        private let most: Int
        private var lines: [TableLine] = []
        private var cells = 0

        init(most: Int) { self.most = most }

        mutating func add(_ line: TableLine) {
            cells += line.cells.count
            if cells <= most { lines.append(line) } else { lines = [] }
        }

        func all() throws(ReadingError) -> [TableLine] {
            guard cells <= most else {
                throw ReadingError(
                    .noDocument, "expected a table of at most \(most) cells, found more; import it in parts")
            }
            return lines
        }
    }

    // MARK: - Text

    /// The comma, semicolon, tabulator or stroke that the first line has most of, outside quotation marks.
    private static func separator(_ text: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text.prefix(longestRow) {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D, !counts.isEmpty { break }
            if marks.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return marks.max { (counts[$0] ?? 0, -Int($0)) < (counts[$1] ?? 0, -Int($1)) } ?? 0x2C
    }

    private static let marks: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    // MARK: - Workbooks

    private static func read(
        _ reader: XLSXReader, _ name: String?, most: Int
    ) throws(SpreadsheetError) -> (lines: Lines, notes: [String], sheets: [String]) {
        var notes: [String] = []
        let index: Int
        if let name {
            guard let found = reader.sheets.firstIndex(where: { $0.name == name }) else {
                _ = try reader.sheet(named: name)
                return (Lines(most: most), [], [])
            }
            index = found
        } else {
            index = reader.sheets.firstIndex { !$0.isHidden } ?? 0
            let others = reader.sheets.indices.filter { $0 != index }.map { reader.sheets[$0] }
            if !others.isEmpty {
                let names = others.prefix(10).map { "\"\($0.name)\"\($0.isHidden ? " (hidden)" : "")" }
                notes.append("other sheets were left aside: \(names.joined(separator: ", "))")
            }
        }
        var lines = Lines(most: most)
        let sheet = try reader.eachRow(ofSheet: index) { lines.add(line($0)) }
        if let first = sheet.notes.first {
            notes.append("\(sheet.noteCount) odd cells, the first \(first.cell): \(first.code.rawValue)")
        }
        if let range = sheet.merged.first {
            notes.append(
                "\(sheet.merged.count) merged ranges, the first at \(range.first.text): only their first cells have words"
            )
        }
        return (lines, notes, reader.sheets.map(\.name))
    }

    /// A row with its gaps as empty cells.
    private static func line(_ row: SheetRow) -> TableLine {
        var line = TableLine(line: row.number, cells: [])
        guard row.cells.reduce(0, { $0 + $1.text.utf8.count }) <= longestRow else {
            line.isCut = true
            return line
        }
        line.cells = Array(repeating: TableLine.Cell(""), count: (row.cells.last?.column ?? -1) + 1)
        for cell in row.cells { line.cells[cell.column] = TableLine.Cell(cell.text, isDate: cell.kind == .date) }
        return line
    }
}
