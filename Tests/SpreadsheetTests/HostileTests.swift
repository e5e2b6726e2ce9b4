import Spreadsheet
import Testing

/// Files that are no workbooks, bombs, and workbooks with parts that are missing or broken.
@Suite struct HostileTests {
    private func code(_ bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits()) -> SpreadsheetError.Code? {
        do throws(SpreadsheetError) {
            let reader = try XLSXReader(bytes, limits: limits)
            for i in reader.sheets.indices { _ = try reader.sheet(at: i) }
            return nil
        } catch {
            return error.code
        }
    }

    @Test func otherFiles() throws {
        #expect(code([]) == .notWorkbook)
        #expect(code(Array("a,b\n1,2\n".utf8)) == .notWorkbook)
        #expect(
            code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)) == .otherForm)
        #expect(code(Array("PK".utf8)) == .notWorkbook)
        var other = Workbook(sheet: "")
        other.parts = [("content.xml", Array("<office:document-content/>".utf8))]
        #expect(try code(other.bytes()) == .otherForm)
        other.parts = [("xl/workbook.bin", [1, 2, 3])]
        #expect(try code(other.bytes()) == .otherForm)
        other.parts = [("word/document.xml", Array("<w/>".utf8))]
        #expect(try code(other.bytes()) == .notWorkbook)
    }

    @Test func missingParts() throws {
        for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml"] {
            var workbook = Workbook(sheet: "<row><c><v>1</v></c></row>")
            workbook.remove(part)
            #expect(try code(workbook.bytes()) != nil)
        }
        var bare = Workbook(sheet: "<row><c><v>1</v></c></row>")
        bare.remove("_rels/.rels")
        #expect(try bare.read().text("A1") == "1")
        bare.remove("xl/_rels/workbook.xml.rels")
        #expect(try XLSXReader(bare.bytes()).sheets.isEmpty)
    }

    @Test func aSheetThatBreaksOff() throws {
        var workbook = Workbook(sheet: "")
        workbook.remove("xl/worksheets/sheet1.xml")
        workbook.add("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c><c><v>2")
        #expect(try workbook.read().rows.first?.cells.map(\.text) == ["1", "2"])
    }

    @Test func aBombIsRefused() throws {
        let row = "<row>" + String(repeating: "<c/>", count: 1_000) + "</row>"
        let bytes = try Workbook(sheet: String(repeating: row, count: 500)).bytes()
        var limits = SpreadsheetLimits()
        limits.inflatedFloor = 1 << 20
        #expect(code(bytes, limits) == .tooLarge)
        limits = SpreadsheetLimits()
        limits.inflated = 1 << 20
        #expect(code(bytes, limits) == .tooLarge)
        limits = SpreadsheetLimits()
        limits.expansionRatio = 2_000
        limits.cells = 300_000
        #expect(code(bytes, limits) == .tooLarge)
    }

    @Test func limitsAreNamed() throws {
        func limited(_ change: (inout SpreadsheetLimits) -> Void) -> SpreadsheetLimits {
            var limits = SpreadsheetLimits()
            change(&limits)
            return limits
        }
        let workbook = try Workbook(
            sheets: [("a", "", "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"), ("b", "", "")],
            strings: "<si/><si/>"
        ).bytes()
        #expect(code(workbook) == nil)
        #expect(code(workbook, limited { $0.cells = 1 }) == .tooLarge)
        #expect(code(workbook, limited { $0.sheets = 1 }) == .tooLarge)
        #expect(code(workbook, limited { $0.sharedStrings = 1 }) == .tooLarge)
        #expect(code(workbook, limited { $0.parts = 3 }) == .tooLarge)
        let wide = try Workbook(sheet: "<row><c r=\"XFD1\"><v>1</v></c><c><v>2</v></c></row>").bytes()
        #expect(code(wide) == .tooLarge)
    }

    @Test func entitiesWithoutEndAreRefusedAndExternalOnesStay() throws {
        var laughs = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\">"
        for (one, other) in zip("bcdefgh", "abcdefg") {
            laughs += "<!ENTITY \(one) \"" + String(repeating: "&\(other);", count: 10) + "\">"
        }
        var workbook = Workbook(sheet: "")
        workbook.remove("xl/worksheets/sheet1.xml")
        workbook.add(
            "xl/worksheets/sheet1.xml",
            laughs + "]><worksheet><sheetData><row><c t=\"str\"><v>&h;</v></c></row></sheetData></worksheet>")
        #expect(try code(workbook.bytes()) == .damaged)
        workbook.remove("xl/worksheets/sheet1.xml")
        workbook.add(
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"
        )
        #expect(try workbook.read().text("A1") == "&x;")
    }

    @Test func pathsLeadNowhere() throws {
        var workbook = Workbook(sheet: "<row><c><v>1</v></c></row>")
        workbook.remove("xl/_rels/workbook.xml.rels")
        workbook.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../../xl/./worksheets/SHEET1.XML\"/></Relationships>"
        )
        #expect(try workbook.read().text("A1") == "1")
    }

    private static func sample() throws -> [UInt8] {
        try written { writer in
            try writer.begin(
                sheet: "One", columns: [SheetColumn("date"), SheetColumn("text"), SheetColumn("url", isLink: true)])
            for i in 0..<40 {
                try writer.append([
                    .date("2026-02-\(10 + i % 18)"), .text("row \(i) <&> _x0041_"), .text("https://example.org/\(i)"),
                ])
            }
            try writer.begin(sheet: "Two", columns: [SheetColumn("n")])
            try writer.append([.number(0.5)])
        }.bytes
    }

    /// Changed, cut and doubled bytes give a sheet or an error, never a trap.
    @Test func mutationsOfTheFile() throws {
        let bytes = try Self.sample()
        var random = Seeded(11)
        for _ in 0..<300 {
            var mutant = bytes
            Self.mutate(&mutant, &random)
            _ = code(mutant)
        }
    }

    /// The same within the parts, packed again with right sums.
    @Test func mutationsOfTheParts() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46054.5</v></c><c r="C1" t="b"><v>1</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><r><t>a_x000D_</t></r><rPh><t>x</t></rPh></is></c><c r="D2"><f>1</f><v>1E5</v></c></row>
            """
        let workbook = Workbook(
            sheet: rows, strings: "<si><t>s</t></si>",
            styles:
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm\\ &quot;x&quot;;yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>",
            properties: "<workbookPr date1904=\"0\"/>", after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
        var random = Seeded(12)
        var read = 0
        for _ in 0..<300 {
            var mutant = workbook
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let part = Int.random(in: 0..<mutant.parts.count, using: &random)
                Self.mutate(&mutant.parts[part].bytes, &random)
            }
            if try code(mutant.bytes()) == nil { read += 1 }
        }
        // most mutants are read as far as they go
        #expect(read > 60)
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...5, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &random)))
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
            case 4:
                bytes.insert(contentsOf: [0x3C, 0x26, 0x22, 0x39, 0x39, 0x39, 0x39].shuffled(using: &random), at: at)
            default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1...40, using: &random)))
            }
            if bytes.isEmpty { return }
        }
    }
}
