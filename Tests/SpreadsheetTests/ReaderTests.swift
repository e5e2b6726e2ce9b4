import Spreadsheet
import Testing

/// Cells as workbooks hold them (ECMA-376, part 1, 18.3 and 18.4).
@Suite struct ReaderTests {
    @Test func typesOfCells() throws {
        let sheet = try Workbook(
            sheet: """
                <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c>
                <c r="C1"><v>42</v></c><c r="D1" t="n"><v>1.5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c>
                <c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>formula</v></c><c r="I1"><f>1+1</f><v>2</v></c>
                <c r="J1" s="3"/><c r="K1" t="d"><v>2026-02-01T00:00:00</v></c><c r="L1" t="d"><v>2026-02-01T09:30:00</v></c></row>
                """, strings: "<si><t>zero</t></si><si><t>one</t></si>"
        ).read()
        let cells = sheet.rows[0].cells
        #expect(
            cells.map(\.text) == [
                "one", "in", "42", "1.5", "true", "false", "#N/A", "formula", "2", "2026-02-01", "2026-02-01T09:30:00",
            ])
        #expect(
            cells.map(\.kind) == [
                .text, .text, .number, .number, .boolean, .boolean, .error, .text, .number, .date, .date,
            ])
        #expect(sheet.cell("J1") == nil)
        #expect(sheet.notes.isEmpty)
    }

    @Test func runsAreJoinedAndReadingsLeftOut() throws {
        let sheet = try Workbook(
            sheet:
                "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t xml:space=\"preserve\"> b</t></r></is></c></row>",
            strings:
                "<si><r><rPr><b/></rPr><t>課</t></r><r><t xml:space=\"preserve\">長 </t></r><rPh sb=\"0\" eb=\"2\"><t>カチョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
        ).read()
        #expect(sheet.text("A1") == "課長 ")
        #expect(sheet.text("B1") == "a b")
    }

    @Test func escapesOfCharacters() throws {
        let sheet = try Workbook(
            sheet:
                "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041__x0041_</t></is></c><c t=\"inlineStr\"><is><t>_xD83D__xDE00_ _xD83D_ _x00_ &lt;&amp;</t></is></c></row>"
        ).read()
        #expect(sheet.text("A1") == "a\rb_x0041_A")
        #expect(sheet.text("B1") == "\u{1F600} \u{FFFD} _x00_ <&")
    }

    @Test func numbersInTheShortestForm() throws {
        let given = [
            "0.1", "0.30000000000000004", "1E+21", "100000", "1E3", "-0", "12345678901234567", "1.0", " 7 ",
            "4.9406564584124654E-324",
        ]
        let rows = given.map { "<c><v>\($0)</v></c>" }.joined()
        let cells = try Workbook(sheet: "<row>\(rows)</row>").read().rows[0].cells
        #expect(
            cells.map(\.text) == [
                "0.1", "0.30000000000000004", "1e+21", "100000", "1000", "0", "1.2345678901234568e+16", "1", "7",
                "5e-324",
            ])
        for (cell, text) in zip(cells, given) { #expect(Double(cell.text) == Double(text.filter { $0 != " " })) }
    }

    @Test func whatIsNoNumberStaysText() throws {
        let sheet = try Workbook(sheet: "<row><c><v>1,5</v></c><c><v>nan</v></c><c><v>1e999</v></c></row>").read()
        #expect(sheet.rows[0].cells.map(\.text) == ["1,5", "nan", "1e999"])
        #expect(sheet.rows[0].cells.allSatisfy { $0.kind == .text })
        #expect(sheet.notes.map(\.code) == [.badNumber, .badNumber, .badNumber])
        #expect(sheet.notes.map(\.cell) == ["A1", "B1", "C1"])
    }

    private static let styles = """
        <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
        <numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/>
        <xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        """

    @Test func datesByTheFormatOfTheStyle() throws {
        let rows = """
            <row><c s="0"><v>46054</v></c><c s="1"><v>46054</v></c><c s="2"><v>46054.395833333336</v></c><c s="3"><v>0.395833333333333</v></c>
            <c s="4"><v>46054</v></c><c s="5"><v>1.5</v></c><c s="6"><v>46054</v></c><c s="1"><v>46054.75</v></c><c s="99"><v>46054</v></c>
            <c s="1"><v>-1</v></c><c s="1"><v>60</v></c><c s="1"><v>2958466</v></c><c s="2"><v>46054</v></c></row>
            """
        let cells = try Workbook(sheet: rows, styles: Self.styles).read().rows[0].cells
        #expect(
            cells.map(\.text) == [
                "46054", "2026-02-01", "2026-02-01T09:30:00", "09:30:00", "2026-02-01", "1.5", "46054",
                "2026-02-01T18:00:00", "46054", "-1", "1900-02-29", "2958466", "2026-02-01T00:00:00",
            ])
        #expect(
            cells.map(\.kind) == [
                .number, .date, .date, .date, .date, .number, .number, .date, .number, .number, .date, .number, .date,
            ])
    }

    @Test func theSystemOf1904() throws {
        let workbook = Workbook(
            sheet: "<row><c s=\"1\"><v>44592</v></c><c s=\"1\"><v>0</v></c></row>", styles: Self.styles,
            properties: "<workbookPr date1904=\"1\"/>")
        let sheet = try workbook.read()
        #expect(sheet.rows[0].cells.map(\.text) == ["2026-02-01", "1904-01-01"])
        #expect(try XLSXReader(workbook.bytes()).dates == .from1904)
    }

    @Test func gapsInRowsAndColumns() throws {
        let sheet = try Workbook(
            sheet:
                "<row r=\"2\"><c r=\"C2\"><v>1</v></c><c><v>2</v></c><c r=\"$Z$2\"><v>3</v></c></row><row/><row r=\"9\"><c><v>4</v></c></row><row><c r=\"XFD10\"><v>5</v></c></row>"
        ).read()
        #expect(sheet.rows.map(\.number) == [2, 9, 10])
        #expect(sheet.rows[0].cells.map(\.column) == [2, 3, 25])
        #expect(sheet.rows[0][3]?.text == "2" && sheet.rows[0][4] == nil)
        #expect(sheet.text("A9") == "4" && sheet.text("XFD10") == "5")
    }

    @Test func oddReferencesAreTold() throws {
        let sheet = try Workbook(
            sheet:
                "<row r=\"x\"><c r=\"1A\"><v>1</v></c><c r=\"ZZZZ1\"><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c r=\"A5\"><v>4</v></c><c r=\"C5\"><v>5</v></c></row><row r=\"3\"><c><v>6</v></c></row>"
        ).read()
        #expect(sheet.rows.map(\.number) == [1, 5, 3])
        #expect(sheet.rows[0].cells.map(\.text) == ["1", "2"])
        #expect(sheet.rows[1].cells.map(\.text) == ["4", "3"])
        #expect(
            sheet.notes.map(\.code) == [
                .badReference, .badReference, .badReference, .outOfOrder, .outOfOrder, .outOfOrder,
            ])
    }

    @Test func formulasWithoutValueAndMissingStringsAreTold() throws {
        let sheet = try Workbook(
            sheet: "<row><c><f>1+1</f></c><c t=\"s\"><v>7</v></c><c t=\"s\"><v>-1</v></c><c><v>1</v></c></row>",
            strings: "<si><t>a</t></si>"
        ).read()
        #expect(sheet.rows[0].cells.map(\.text) == ["1"] && sheet.rows[0].cells[0].column == 3)
        #expect(sheet.notes.map(\.code) == [.missingValue, .missingString, .missingString])
    }

    @Test func mergedCellsStandAsTheyAre() throws {
        let sheet = try Workbook(
            sheet: "<row><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"/></row>",
            after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"nonsense\"/></mergeCells>"
        ).read()
        #expect(sheet.merged == [CellRange("A1:B1")].compactMap { $0 })
        #expect(sheet.rows[0].cells.count == 1)
        #expect(sheet.notes.map(\.code) == [.badReference])
    }

    @Test func sheetsByNameAndHiddenOnes() throws {
        let workbook = Workbook(sheets: [
            ("First &amp; last", "", "<sheetData><row><c><v>1</v></c></row></sheetData>"),
            ("Kept back", "state=\"hidden\"", "<sheetData><row><c><v>2</v></c></row></sheetData>"),
            ("Deep", "state=\"veryHidden\"", "<sheetData/>"),
        ])
        let reader = try XLSXReader(workbook.bytes())
        #expect(reader.sheets.map(\.name) == ["First & last", "Kept back", "Deep"])
        #expect(reader.sheets.map(\.isHidden) == [false, true, true])
        #expect(try reader.sheet(named: "Kept back").text("A1") == "2")
        #expect(try reader.sheet(named: "Deep").rows.isEmpty)
        let error = try #require(throws: SpreadsheetError.self) { try reader.sheet(named: "Other") }
        #expect(
            error.code == .noSheet && error.message.contains("\"Kept back\"") && error.message.contains("\"Other\""))
        #expect(throws: SpreadsheetError.self) { try reader.sheet(at: 3) }
    }

    /// The strict form has other namespaces, and any form may put a prefix before the names.
    @Test func prefixesAndTheStrictForm() throws {
        var workbook = Workbook(sheet: "")
        workbook.remove("xl/worksheets/sheet1.xml")
        workbook.remove("xl/workbook.xml")
        let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        workbook.add(
            "xl/worksheets/sheet1.xml",
            "<x:worksheet xmlns:x=\"\(main)\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
        )
        workbook.add(
            "xl/workbook.xml",
            "<x:workbook xmlns:x=\"\(main)\" xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"S\" sheetId=\"9\" q:id=\"rId1\"/></x:sheets></x:workbook>"
        )
        #expect(try workbook.read().text("A1") == "a")
    }

    @Test func partsInUTF16() throws {
        var workbook = Workbook(sheet: "")
        workbook.remove("xl/worksheets/sheet1.xml")
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>é</t></is></c></row></sheetData></worksheet>"
        workbook.parts.append(
            ("xl/worksheets/sheet1.xml", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(try workbook.read().text("A1") == "é")
    }
}
