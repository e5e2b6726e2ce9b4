import Testing

@testable import Spreadsheet

@Suite struct WriterTests {
    private func content(_ bytes: [UInt8], _ part: String) throws -> String {
        let parts = try WorkbookParts(bytes, limits: SpreadsheetLimits())
        return String(decoding: try #require(parts[part]), as: UTF8.self)
    }

    @Test func valuesComeBack() throws {
        let (bytes, tally) = try written { writer in
            try writer.begin(
                sheet: "Encounters",
                columns: [SheetColumn("date"), SheetColumn("n"), SheetColumn("text"), SheetColumn("is")])
            try writer.append([.date("2026-02-01"), .number(0.1), .text("a <b> & \"c\""), .boolean(true)])
            try writer.append([.date("2026-02-01T09:30:00Z"), .number(-3), .text(" x\ny\r\t "), .boolean(false)])
            try writer.append([.date("2026-02"), .empty, .text("_x0041_ \u{1}\u{FFFF}\u{FFFE}é中😀"), .empty])
            try writer.append([.date("1899-12-31"), .number(.nan), .text("")])
            try writer.append([])
        }
        let sheet = try XLSXReader(bytes).sheet(named: "Encounters")
        #expect(tally == SpreadsheetTally(rows: 5, cut: 0, plainLinks: 0))
        #expect(
            sheet.rows.map { $0.cells.map(\.text) } == [
                ["date", "n", "text", "is"],
                ["2026-02-01", "0.1", "a <b> & \"c\"", "true"],
                ["2026-02-01T09:30:00", "-3", " x\ny\r\t ", "false"],
                ["2026-02", "_x0041_ \u{1}\u{FFFF}\u{FFFE}é中😀"],
                ["1899-12-31", "nan"],
            ])
        #expect(sheet.cell("A2")?.kind == .date && sheet.cell("B2")?.kind == .number && sheet.cell("A4")?.kind == .text)
        #expect(sheet.notes.isEmpty)
    }

    @Test func textThatLooksLikeAFormulaStaysText() throws {
        let texts = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "2026-02-01", "007"]
        let (bytes, _) = try written { writer in
            try writer.begin(sheet: "S", columns: [SheetColumn("=cmd")])
            for text in texts { try writer.append([.text(text)]) }
        }
        let sheet = try XLSXReader(bytes).sheet(at: 0)
        #expect(sheet.rows.map { $0.cells[0].text } == ["=cmd"] + texts)
        #expect(sheet.rows.allSatisfy { $0.cells[0].kind == .text })
        #expect(!(try content(bytes, "xl/worksheets/sheet1.xml")).contains("<f>"))
    }

    @Test func headFilterAndWidths() throws {
        let (bytes, _) = try written { writer in
            try writer.begin(sheet: "S", columns: [SheetColumn("a"), SheetColumn("a longer head"), SheetColumn("c")])
            try writer.append([.text("x"), .text("y"), .text(String(repeating: "中", count: 10))])
            try writer.append([.text(String(repeating: "long ", count: 100))])
        }
        let xml = try content(bytes, "xl/worksheets/sheet1.xml")
        #expect(xml.contains("state=\"frozen\"") && xml.contains("ySplit=\"1\""))
        #expect(xml.contains("<autoFilter ref=\"A1:C3\"/>"))
        #expect(xml.contains("<col min=\"1\" max=\"1\" width=\"60\""))
        #expect(xml.contains("<col min=\"2\" max=\"2\" width=\"15\""))
        #expect(xml.contains("<col min=\"3\" max=\"3\" width=\"22\""))
        #expect(xml.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"))
        #expect(try content(bytes, "xl/workbook.xml").contains("'S'!$A$1:$C$3"))
    }

    @Test func linksOfColumnsThatSaySo() throws {
        let (bytes, tally) = try written { writer in
            try writer.begin(sheet: "S", columns: [SheetColumn("url", isLink: true), SheetColumn("other")])
            try writer.append([.text("https://example.org/a?b=1&c=<d>#e"), .text("https://example.org/")])
            try writer.append([.text("javascript:alert(1)")])
            try writer.append([.text("http://example.org/ü x")])
            try writer.append([.text("https://e.org/" + String(repeating: "x", count: 3_000))])
        }
        let relations = try content(bytes, "xl/worksheets/_rels/sheet1.xml.rels")
        #expect(relations.contains("Target=\"https://example.org/a?b=1&amp;c=%3Cd%3E#e\" TargetMode=\"External\""))
        #expect(relations.contains("http://example.org/%C3%BC%20x"))
        #expect(!relations.contains("javascript"))
        #expect(tally.plainLinks == 2)
        #expect(try content(bytes, "xl/worksheets/sheet1.xml").contains("<hyperlink ref=\"A4\" r:id=\"rId2\"/>"))
        #expect(try XLSXReader(bytes).sheet(at: 0).text("A2") == "https://example.org/a?b=1&c=<d>#e")
    }

    @Test func namesOfSheets() throws {
        let long = String(repeating: "n", count: 40)
        let wanted = ["a/b[c]:*?\\", "", "'quoted'", "History", "a b c", "A B C", long, long, "O'Neill", "😀\u{7}"]
        let (bytes, _) = try written { writer in
            for name in wanted { try writer.begin(sheet: name, columns: [SheetColumn("x")]) }
        }
        let names = try XLSXReader(bytes).sheets.map(\.name)
        #expect(names[0] == "a b c" && names[1] == "Sheet" && names[2] == "quoted" && names[3] == "History (2)")
        #expect(names[4] == "a b c (2)" && names[5] == "A B C (3)" && names[8] == "O'Neill" && names[9] == "😀")
        #expect(names[6].count == 31 && names[7] == String(repeating: "n", count: 27) + " (2)")
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(try content(bytes, "xl/workbook.xml").contains("'O''Neill'!$A$1"))
    }

    @Test func textLongerThanACellIsCutAndTold() throws {
        let exact = String(repeating: "a", count: 32_767)
        let astral = String(repeating: "😀", count: 20_000)
        let (bytes, tally) = try written { writer in
            try writer.begin(sheet: "S", columns: [SheetColumn("x")])
            try writer.append([.text(exact)])
            try writer.append([.text(exact + "a")])
            try writer.append([.text(astral)])
        }
        let sheet = try XLSXReader(bytes).sheet(at: 0)
        #expect(tally.cut == 2)
        #expect(sheet.text("A2") == exact)
        #expect(sheet.text("A3")?.utf16.count == 32_767 && sheet.text("A3")?.hasSuffix("a…") == true)
        #expect(sheet.text("A4")?.utf16.count == 32_767 && sheet.text("A4")?.hasSuffix("😀…") == true)
    }

    /// Rows go out as they come: no piece is larger than what waits for the widths.
    @Test func memoryStaysBounded() throws {
        let box = Box()
        var pieces = 0
        var writer = try XLSXWriter {
            box.bytes += $0
            box.largest = max(box.largest, $0.count)
            pieces += 1
        }
        try writer.begin(sheet: "S", columns: (0..<4).map { SheetColumn("c\($0)") })
        var random = Seeded(1)
        for _ in 0..<20_000 {
            try writer.append(
                (0..<4).map { _ in .text(String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 36)) })
        }
        let before = box.bytes.count
        #expect(before > 500_000)
        #expect(try writer.finish().rows == 20_000)
        #expect(box.largest <= XLSXWriter.sampleBytes)
        #expect(try XLSXReader(box.bytes).sheet(at: 0).rows.count == 20_001)
    }

    @Test func misuseIsRefused() throws {
        let box = Box()
        var writer = try XLSXWriter { box.bytes += $0 }
        #expect(throws: SpreadsheetError.self) { try writer.append([.empty]) }
        #expect(throws: SpreadsheetError.self) { try writer.begin(sheet: "x", columns: []) }
        #expect(throws: SpreadsheetError.self) { try writer.finish() }
        try writer.begin(sheet: "x", columns: [SheetColumn("a")])
        #expect(throws: SpreadsheetError.self) { try writer.append([.empty, .empty]) }
    }

    @Test func whatTheSinkThrowsComesOut() throws {
        struct Full: Error {}
        var writer = try XLSXWriter { _ in throw Full() }
        try writer.begin(sheet: "x", columns: [SheetColumn("a")])
        #expect(throws: Full.self) { try writer.finish() }
    }

    @Test func theSameContentIsTheSameFile() throws {
        func once() throws -> [UInt8] {
            try written { writer in
                try writer.begin(sheet: "S", columns: [SheetColumn("a")])
                try writer.append([.text("b")])
            }.bytes
        }
        #expect(try once() == once())
    }

    /// Random tables come back as they were written.
    @Test func randomTables() throws {
        var random = Seeded(7)
        let alphabet: [String] = [
            "a", "Z", " ", "\n", "\t", "&", "<", "\"", "_x0041_", "_", "é", "中", "😀", "\u{301}", "=", "'", "]]>",
            "\u{0}", "\u{1F}", "\u{7F}",
        ]
        for _ in 0..<20 {
            let width = Int.random(in: 1...6, using: &random)
            let table: [[SheetValue]] = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                (0..<Int.random(in: 0...width, using: &random)).map { _ in
                    switch Int.random(in: 0...5, using: &random) {
                    case 0: .empty
                    case 1: .number(Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random)))
                    case 2: .number(Double(Int.random(in: -1_000...1_000, using: &random)) / 8)
                    case 3:
                        .date(
                            SerialDate(Double(Int.random(in: 61...80_000, using: &random)), system: .from1900)?.isoDay(
                                .from1900) ?? "")
                    case 4: .boolean(Bool.random(using: &random))
                    default:
                        .text(
                            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                                alphabet.randomElement(using: &random) ?? ""
                            }.joined())
                    }
                }
            }
            let (bytes, _) = try written { writer in
                try writer.begin(sheet: "S", columns: (0..<width).map { SheetColumn("c\($0)") })
                for row in table { try writer.append(row) }
            }
            let sheet = try XLSXReader(bytes).sheet(at: 0)
            for (i, row) in table.enumerated() {
                for (j, value) in row.enumerated() {
                    let cell = sheet.cell(CellReference(column: j, row: i + 2).text)
                    switch value {
                    case .empty, .text(""): #expect(cell == nil)
                    case .text(let text): #expect(cell?.text == text && cell?.kind == .text)
                    case .date(let text): #expect(cell?.text == text && cell?.kind == .date)
                    case .boolean(let truth): #expect(cell?.text == "\(truth)" && cell?.kind == .boolean)
                    case .number(let number):
                        if number.isFinite {
                            #expect(cell.flatMap { Double($0.text) } == number)
                        } else {
                            #expect(cell?.kind == .text)
                        }
                    }
                }
            }
        }
    }
}
