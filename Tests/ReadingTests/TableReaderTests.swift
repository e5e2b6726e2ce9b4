import Testing

@testable import Reading

@Suite struct TableReaderTests {
    private func cells(_ text: String, separator: UInt8 = 0x2C, quoted: Bool = true) -> [[String]] {
        TableReader.rows(text.utf8, separator: separator, quoted: quoted).map { row in
            (0..<row.count).map { row.text($0) ?? "" }
        }
    }

    @Test func plainRows() {
        #expect(cells("a,b\r\nc,\r\n") == [["a", "b"], ["c", ""]])
        #expect(cells("a,b\nc,d") == [["a", "b"], ["c", "d"]])
        #expect(cells("a\rb\r\n\r\n\nc") == [["a"], ["b"], ["c"]])
        #expect(cells(",") == [["", ""]])
        #expect(cells("") == [])
        #expect(cells("\u{FEFF}a,b") == [["a", "b"]])
        #expect(cells("\u{FEFF}") == [])
    }

    @Test func quotedCells() {
        #expect(cells("\"a,b\",\"c\"\"d\"\n\"e\nf\",g\n") == [["a,b", "c\"d"], ["e\nf", "g"]])
        #expect(cells("\"\"\n") == [[""]])
        // what follows the closing mark belongs to the cell; a mark within a cell is a mark
        #expect(cells("\"a\"b,c\"d\n") == [["ab", "c\"d"]])
        // a cell that is never closed goes to the end and loses nothing
        #expect(cells("\"a,b\nc") == [["a,b\nc"]])
        #expect(cells("\"a\"\tb\n", separator: 0x09, quoted: false) == [["\"a\"", "b"]])
    }

    @Test func linesAreThoseOfTheInput() {
        #expect(TableReader.rows("a\n\n\"b\nc\"\r\nd\n".utf8).map(\.line) == [1, 3, 5])
    }

    @Test func rowsOverTheLimitAreCutAndTold() {
        var reader = TableReader(longestRow: 4)
        var rows: [TableReader.Row] = []
        Array("abc,def,g\nh\n".utf8).withUnsafeBytes { reader.take($0) { rows.append($0) } }
        #expect(rows.map(\.cut) == [true, false])
        #expect(rows.map(\.count) == [3, 1])
        #expect(rows.first?.text(1) == "d" && rows.first?.text(2) == nil && rows.last?.text(0) == "h")
        #expect(rows.first?.text(9) == nil)
    }

    @Test(arguments: 1...7) func anyCutOfTheInputGivesTheSame(size: Int) {
        let text = "\u{FEFF}a,\"b\r\n\"\"c\"\"\",d\r\né,\"\",\r\rx\n\n\"y\"\n"
        let whole = cells(text)
        var reader = TableReader()
        var rows: [[String]] = []
        let give: (TableReader.Row) -> Void = { row in rows.append((0..<row.count).map { row.text($0) ?? "" }) }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            Array(bytes[start..<min(bytes.count, start + size)]).withUnsafeBytes { reader.take($0, give) }
        }
        reader.end(give)
        #expect(rows == whole)
        #expect(whole == [["a", "b\r\n\"c\"", "d"], ["é", "", ""], ["x"], ["y"]])
    }
}
