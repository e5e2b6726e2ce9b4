/// A row of a desk's table, whatever file it comes from.
package struct TableLine: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package var text: String
        /// Whether the file itself says that it is a date; `text` is ISO 8601 then.
        package var isDate: Bool

        package init(_ text: String, isDate: Bool = false) {
            self.text = text
            self.isDate = isDate
        }
    }

    /// The line of the file, or the number of the row in its sheet, from 1.
    package var line: Int
    package var cells: [Cell]
    /// Whether the row was longer than its reader's limit.
    package var isCut: Bool

    package init(line: Int, cells: [Cell], isCut: Bool = false) {
        self.line = line
        self.cells = cells
        self.isCut = isCut
    }

    /// A row of text. An apostrophe before `=`, `+`, `-`, `@` and the like, which keeps spreadsheets from taking a text for a
    /// formula, is taken away.
    package init(_ row: TableReader.Row) {
        line = row.line
        isCut = row.cut
        cells = (0..<row.count).map { Cell(Self.unguarded(row.text($0) ?? "")) }
    }

    private static func unguarded(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.count > 1, bytes.first == UInt8(ascii: "'"), let next = bytes.dropFirst().first,
            [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(next)
        else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// A cell's words: runs of white space and control characters are one space; `nil` where there are none.
    package func words(_ column: Int) -> String? {
        guard cells.indices.contains(column) else { return nil }
        let words = Self.plain(cells[column].text)
        return words.isEmpty ? nil : words
    }

    static func plain(_ text: some StringProtocol) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }
            .joined(separator: " ")
    }
}
