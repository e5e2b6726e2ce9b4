import Desk
import Diplomacy
import Reading
import Register
import Spreadsheet
import Testing

/// A desk's own table as it lies in a file, its import and its trial.
@Suite struct TableFileTests {
    private static let map: TableMap = {
        var map = TableMap(
            name: "desk",
            rules: [
                .date: TableMap.Rule(.named("Date"), format: .dayFirst), .partyA: TableMap.Rule(constant: "Germany"),
                .partyB: TableMap.Rule(.named("Country")), .note: TableMap.Rule(.named("Note")),
            ])
        map.title = "Meetings of the desk"
        map.publisher = "A ministry"
        map.licence = "internal"
        return map
    }()

    private final class Box { var bytes: [UInt8] = [] }

    private func workbook(_ body: (inout XLSXWriter) throws -> Void) throws -> [UInt8] {
        let box = Box()
        var writer = try XLSXWriter { box.bytes += $0 }
        try body(&writer)
        _ = try writer.finish()
        return box.bytes
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func separatorsAreSeen(mark: String) throws {
        let rows =
            ["Date", "Country", "Note"].joined(separator: mark) + "\r\n"
            + ["1.2.2026", "\"Fra\(mark)nce\"", "a"].joined(separator: mark)
        let file = try TableFile(Array(rows.utf8))
        #expect(file.header == ["Date", "Country", "Note"])
        #expect(file.rows.map { $0.cells.map(\.text) } == [["1.2.2026", "Fra\(mark)nce", "a"]])
        #expect(file.rows[0].line == 2 && file.sheets.isEmpty)
    }

    @Test func encodingsAreTold() throws {
        let text = "Datum;Land\n1.2.2026;Österreich\n"
        let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, latin] {
            let file = try TableFile(bytes)
            #expect(file.header == ["Datum", "Land"] && file.rows.first?.words(1) == "Österreich")
        }
    }

    @Test func titlesOverTheHead() throws {
        let file = try TableFile(Array("Our meetings\n\nDate,Country\n1.2.2026,France\n".utf8))
        #expect(file.header == ["Date", "Country"] && file.rows.map(\.line) == [4])
        #expect(file.notes.count == 1 && file.notes[0].contains("Our meetings"))
        for empty in ["", "\n\n", " , ,\n"] {
            #expect(throws: ReadingError.self) { try TableFile(Array(empty.utf8)) }
        }
    }

    @Test func workbooksBySheet() throws {
        let bytes = try workbook { writer in
            try writer.begin(
                sheet: "First", columns: [SheetColumn("Date"), SheetColumn("Country"), SheetColumn("Note")])
            try writer.append([.date("2026-02-01"), .text("France"), .empty])
            try writer.append([.empty, .empty, .text("only a note")])
            try writer.begin(sheet: "Second", columns: [SheetColumn("Datum"), SheetColumn("Land")])
            try writer.append([.text("1.2.2026"), .text("Polen")])
        }
        let first = try TableFile(bytes)
        #expect(first.sheets == ["First", "Second"] && first.header == ["Date", "Country", "Note"])
        #expect(first.rows[0].cells == [TableLine.Cell("2026-02-01", isDate: true), TableLine.Cell("France")])
        #expect(first.rows[1].words(2) == "only a note" && first.rows[1].words(0) == nil)
        #expect(first.notes == ["other sheets were left aside: \"Second\""])
        #expect(try TableFile(bytes, sheet: "Second").rows[0].words(1) == "Polen")
        let error = try #require(throws: ReadingError.self) { try TableFile(bytes, sheet: "Third") }
        #expect(error.code == .noDocument && error.message.contains("\"First\"") && error.message.contains("\"Third\""))
        #expect(throws: ReadingError.self) { try TableFile(Array(bytes.prefix(200))) }
    }

    /// Gaps count: a cell far to the right makes a row as wide as that.
    @Test func tablesBeyondTheLimitAreRefused() throws {
        let bytes = try workbook { writer in
            try writer.begin(sheet: "S", columns: (0..<200).map { SheetColumn("c\($0)") })
            for _ in 0..<5 { try writer.append([SheetValue](repeating: .empty, count: 199) + [.text("far")]) }
        }
        #expect(try TableFile(bytes, mostCells: 1_200).rows.count == 5)
        let csv = Array("a,b\n1,2\n3,4\n".utf8)
        #expect(try TableFile(csv, mostCells: 6).rows.count == 2)
        for (table, most) in [(bytes, 1_199), (csv, 5)] {
            let error = try #require(throws: ReadingError.self) { try TableFile(table, mostCells: most) }
            #expect(error.code == .noDocument && error.message.contains("\(most) cells"))
        }
    }

    @Test func rowsThatAreTooLongAreTold() throws {
        let long = String(repeating: "x", count: TableFile.longestRow)
        let csv = "Date;Country;Note\n1.2.2026;France;\(long)\n2.2.2026;Poland;\n"
        var reader = try TableRowReader(Self.map, header: ["Date", "Country", "Note"])
        let results = try TableFile(Array(csv.utf8)).rows.compactMap { reader.read($0) }
        guard results.count == 2, case .problem(let problem) = results[0], case .document = results[1] else {
            Issue.record("expected a problem and a document, found \(results.count)")
            return
        }
        #expect(problem.code == .rowTooLong && problem.line == 2)
    }

    /// Bytes of any kind give a table or an error, rows a document or a problem; a guess and its map never fail.
    @Test func bytesOfAnyKind() {
        var state: UInt64 = 99
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "Date", "Country A", "Parties", ",", ";", "\n", "\r", "\"", "1.2.2026", "2026-02", "DEU", "'=", "\u{0}",
            "é", "\t", "–", "30.2.",
        ]
        var read = 0
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<next(40) {
                if next(12) == 0 {
                    bytes.append(UInt8(next(256)))
                } else {
                    bytes += Array(pieces[next(pieces.count)].utf8)
                }
            }
            guard let file = try? TableFile(bytes) else { continue }
            let guess = TableMap.guess(header: file.header, rows: file.rows)
            guard var reader = try? TableRowReader(guess.map, header: file.header) else { continue }
            for line in file.rows where reader.read(line) != nil { read += 1 }
        }
        #expect(read > 100)
    }

    // MARK: - Import

    @Test func rowsAndProblems() throws {
        let csv =
            "Date;Country;Note\n1.2.2026;France;Discussed gas\nsoon;France;\n12.-13.2.2026;Poland;\n;;\n1.2.2026;France;Discussed gas\n"
        var tables = TableImport()
        tables.take(Array(csv.utf8), named: "desk.csv", map: Self.map, at: "2026-03-01T00:00:00Z")
        let data = try #require(tables.dataSets.first)
        #expect(tables.dataSets.count == 1 && data.name == "tables/desk" && data.title == "Meetings of the desk")
        #expect(data.publisher == "A ministry" && data.licence == "internal" && data.rows == 2)
        #expect(data.first?.iso == "2026-02-01" && data.last?.iso == "2026-02-13")
        #expect(data.digest == Array(csv.utf8).withUnsafeBytes { Document.sha256(of: $0) })
        let next = tables.next()
        let batch = try #require(next())
        guard case .documents(let documents, let problems) = batch.content else {
            Issue.record("expected documents")
            return
        }
        #expect(documents.count == 2 && next() == nil)
        #expect(problems.map(\.line) == [3, 6] && problems.map(\.code) == ["bad-date", "duplicate-row"])
        #expect(problems.allSatisfy { $0.input == "desk.csv" && $0.message.hasPrefix("expected ") })
    }

    @Test func aTableThatCannotBeReadIsAProblem() throws {
        for bytes in [
            Array("a,b\n1,2\n".utf8), [], [0x50, 0x4B, 0x03, 0x04, 1, 2, 3],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ] {
            var tables = TableImport()
            tables.take(bytes, named: "x", map: Self.map, at: "2026-03-01T00:00:00Z")
            #expect(tables.dataSets.isEmpty)
            let batch = try #require(tables.next()())
            guard case .documents(let documents, let problems) = batch.content else { continue }
            #expect(documents.isEmpty && problems.map(\.code) == ["no-document"] && problems.map(\.line) == [1])
        }
    }

    // MARK: - Trial

    @Test func whatRowsWouldBecome() throws {
        let csv =
            "Date;Country;Note\n1.3.2023;France;Discussed energy supply\nsoon;France;\n2.3.2023;Germany;\n3.3.2023;Qzxvbn;\n"
        var rows: [TableTrial.Row] = []
        try TableTrial.run(try TableFile(Array(csv.utf8)), map: Self.map, coder: Embedded.coder) { rows.append($0) }
        #expect(rows.map(\.line) == [2, 3, 4, 5])
        #expect(rows[0].encounter?.participants.map(\.party) == ["DEU", "FRA"])
        #expect(rows[0].encounter?.issues.map(\.code) == ["energy"])
        #expect(rows[1].problem?.code == .badDate && rows[1].document == nil && rows[1].encounters.isEmpty)
        #expect(rows[2].encounter == nil && rows[2].diagnostics.map(\.code) == ["domestic-only"])
        #expect(rows[3].encounter == nil && rows[3].diagnostics.map(\.code) == ["no-party", "domestic-only"])
        #expect(throws: ReadingError.self) {
            try TableTrial.run(try TableFile(Array("a;b\n1;2\n".utf8)), map: Self.map, coder: Embedded.coder) { _ in }
        }
    }
}
