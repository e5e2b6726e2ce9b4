import Glibc
import Testing

@testable import Spreadsheet

/// Python with openpyxl, another reader and writer of workbooks: `RAPPORTEUR_OPENPYXL=/path/to/python3`.
private enum Python {
    static let path = getenv("RAPPORTEUR_OPENPYXL").map { String(cString: $0) }

    /// What a script prints, run on a file; `nil` where it fails.
    static func run(_ script: String, _ file: String) -> [UInt8]? {
        guard let path else { return nil }
        setenv("SCRIPT", script, 1)
        setenv("WORKBOOK", file, 1)
        guard let pipe = popen("'\(path)' -c \"$SCRIPT\" \"$WORKBOOK\"", "r") else { return nil }
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, pipe)
            if count == 0 { break }
            out += block[..<count]
        }
        return pclose(pipe) == 0 ? out : nil
    }

    /// A file of this test in the folder for such.
    static func file(_ name: String) -> String { "/tmp/rapporteur-openpyxl-\(getpid())-\(name).xlsx" }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }

    static func bytes(of path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { return out }
            out += block[..<count]
        }
    }
}

@Suite("Workbooks as openpyxl has them", .serialized, .enabled(if: Python.path != nil, "needs RAPPORTEUR_OPENPYXL"))
struct OpenpyxlTests {
    /// Every cell of every sheet, as hexadecimal digits so that no byte is lost on the way.
    private static let reading = """
        import openpyxl, sys, datetime
        book = openpyxl.load_workbook(sys.argv[1])
        def hexed(text): return text.encode("utf-8", "surrogatepass").hex() or "-"
        for sheet in book.worksheets:
            print("sheet", hexed(sheet.title), sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.b)
            for row in sheet.iter_rows(min_row=2):
                for cell in row:
                    value = cell.value
                    if value is None: continue
                    if isinstance(value, bool): kind, text = "boolean", str(value).lower()
                    elif isinstance(value, datetime.datetime):
                        kind, text = "date", value.isoformat() if cell.number_format.count("h") else value.date().isoformat()
                    elif isinstance(value, (int, float)): kind, text = "number", repr(float(value))
                    else: kind, text = "text", value
                    if cell.data_type == "f": kind = "formula"
                    link = cell.hyperlink.target if cell.hyperlink else ""
                    print("cell", cell.coordinate, kind, hexed(text), hexed(link))
        """

    private func hexed(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        let out = text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return out.isEmpty ? "-" : String(out)
    }

    /// Escapes of characters aside, which openpyxl leaves as they are written.
    @Test func itReadsWhatWeWrite() throws {
        var random = Seeded(21)
        let words = [
            "a", "=1+1", "+", "-x", "@", " ", "\n", "&", "<", "\"", "é", "中", "😀", "]]>", "O'Neill",
        ]
        var expected: [String] = []
        let (bytes, _) = try written { writer in
            for name in ["First sheet", "Zweites & 'drittes' Blatt", "会见"] {
                try writer.begin(
                    sheet: name,
                    columns: [SheetColumn("a"), SheetColumn("b"), SheetColumn("c"), SheetColumn("d", isLink: true)])
                let rows = Int.random(in: 520...560, using: &random)
                expected.append("sheet \(hexed(name)) A2 A1:D\(rows + 1) True")
                for row in 2..<(rows + 2) {
                    var cells: [SheetValue] = []
                    func expect(_ column: String, _ kind: String, _ text: String, _ link: String = "") {
                        expected.append("cell \(column)\(row) \(kind) \(hexed(text)) \(hexed(link))")
                    }
                    let text = (0..<Int.random(in: 1...9, using: &random))
                        .map { _ in words.randomElement(using: &random) ?? "" }.joined()
                    cells.append(.text(text))
                    expect("A", "text", text)
                    if Bool.random(using: &random) {
                        let number = Double(Int.random(in: -99_999...99_999, using: &random)) / 100
                        cells.append(.number(number))
                        expect("B", "number", number.description)
                    } else {
                        cells.append(.boolean(true))
                        expect("B", "boolean", "true")
                    }
                    let serial = SerialDate(Double(Int.random(in: 61...60_000, using: &random)), system: .from1900)
                    let day = try #require(serial?.isoDay(.from1900))
                    let moment = row.isMultiple(of: 3) ? "\(day)T0\(row % 10):30:0\(row % 7)" : day
                    cells.append(.date(moment))
                    expect("C", "date", moment)
                    let address = "https://example.org/\(row)?a=1&b=é"
                    cells.append(.text(address))
                    expect("D", "text", address, "https://example.org/\(row)?a=1&b=%C3%A9")
                    try writer.append(cells)
                }
            }
        }
        let path = Python.file("ours")
        defer { unlink(path) }
        try Python.write(bytes, to: path)
        let printed = try #require(Python.run(Self.reading, path))
        let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.count == expected.count)
        let first = zip(lines, expected).first { $0 != $1 }
        #expect(first?.0 == first?.1)
    }

    @Test func weReadWhatItWrites() throws {
        let script = """
            import openpyxl, sys, datetime
            from openpyxl.cell.rich_text import CellRichText, TextBlock
            from openpyxl.cell.text import InlineFont
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.title = "Meetings"
            sheet.append(["Date", "Count", "Text", "Flag", "When", "Time"])
            for i in range(300):
                sheet.append([datetime.date(1999, 12, 31) + datetime.timedelta(days=i * 37), i / 8, f"text {i % 7} <&> \\n é", i % 2 == 0,
                              datetime.datetime(2026, 2, 1, i % 24, 30, i % 60), datetime.time(i % 24, 15)])
            sheet["H1"] = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
            sheet["I1"] = "=SUM(B2:B9)"
            sheet.merge_cells("K1:L2")
            sheet["K1"] = "merged"
            sheet["C500"] = "far"
            book.create_sheet("Hidden").sheet_state = "hidden"
            book.save(sys.argv[1])
            """
        let path = Python.file("theirs")
        defer { unlink(path) }
        _ = try #require(Python.run(script, path))
        let reader = try XLSXReader(Python.bytes(of: path))
        #expect(reader.sheets.map(\.name) == ["Meetings", "Hidden"])
        #expect(reader.sheets.map(\.isHidden) == [false, true])
        let sheet = try reader.sheet(named: "Meetings")
        let first = try #require(SerialDate.serial(iso: "1999-12-31")?.value)
        var wrong: [Int] = []
        for i in 0..<300 {
            let row = i + 2
            let day = SerialDate(first + Double(i * 37), system: .from1900)?.isoDay(.from1900)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let expected = [
                day, CellValue.shortest(Double(i) / 8), "text \(i % 7) <&> \n é", "\(i.isMultiple(of: 2))",
                "2026-02-01T\(two(i % 24)):30:\(two(i % 60))", "\(two(i % 24)):15:00",
            ]
            if ["A", "B", "C", "D", "E", "F"].map({ sheet.text("\($0)\(row)") }) != expected { wrong.append(row) }
        }
        #expect(wrong.isEmpty)
        #expect(sheet.text("H1") == "plain bold" && sheet.text("K1") == "merged" && sheet.text("C500") == "far")
        #expect(sheet.merged == [CellRange("K1:L2")].compactMap { $0 })
        #expect(sheet.cell("I1") == nil && sheet.notes.map(\.code) == [.missingValue])
    }
}
