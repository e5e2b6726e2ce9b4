import Testing

@testable import Columnar

@Suite("Pages and row groups of Parquet")
struct ShapeTests {
    private func dataPages(_ table: TableReader) -> [TableReader.Page] {
        table.pages.flatMap { $0.flatMap { $0.filter { $0.kind == 0 } } }
    }

    @Test("few values go to a dictionary: a page of it, then places of as many bits as it needs")
    func dictionary() throws {
        let cells: [ParquetValue] = (0..<1000).map { .text(["meeting", "call", "visit"][$0 % 3]) }
        let table = try Table.column(.utf8, cells, isRequired: true)
        #expect(table.rows == cells.map { [$0] })
        // a byte of the width and 1,000 places of two bits in eights, with the head of their run
        #expect(
            table.pages == [
                [
                    [
                        .init(kind: 2, encoding: 0, entries: 3, size: 3 * 4 + 16),
                        .init(kind: 0, encoding: 8, entries: 1000, size: 1 + 2 + 250),
                    ]
                ]
            ])
        let chunk = table.chunks[0][0]
        #expect(chunk[2]?.list?.compactMap(\.integer) == [0, 3, 8])
        #expect(chunk[11]?.integer == 4)
        #expect((chunk[9]?.integer ?? 0) > 4)
        let counts = chunk[13]?.list?.map { [$0[1]?.integer, $0[2]?.integer, $0[3]?.integer] }
        #expect(counts == [[2, 0, 1], [0, 8, 1]])
    }

    @Test("one value in a million rows is a few bytes")
    func constant() throws {
        var limits = ParquetLimits()
        limits.pageRows = 1 << 20
        limits.pageBytes = 64 << 20
        let box = Box()
        var writer = try ParquetWriter(
            columns: [ParquetColumn("c", .utf8)], codec: .uncompressed, rowsInGroup: 1 << 20, limits: limits
        ) { box.bytes.append(contentsOf: $0) }
        for _ in 0..<1_000_000 { try writer.append([.text("DEU")]) }
        try writer.finish()
        let table = try TableReader(box.bytes)
        // levels: a length, a run; places: a width, a run
        #expect(dataPages(table).map(\.size) == [4 + 3 + 1 + 1 + 3 + 1])
        #expect(table.rows.count == 1_000_000)
    }

    @Test("values of which each is new are PLAIN from the start")
    func plain() throws {
        let cells: [ParquetValue] = (0..<1000).map { .text("encounter-\($0)") }
        let table = try Table.column(.utf8, cells)
        #expect(table.rows == cells.map { [$0] })
        #expect(table.pages[0][0].map(\.encoding) == [0])
        #expect(table.chunks[0][0][11] == nil)
    }

    @Test("a dictionary that outgrows its limit is left, and its pages stay")
    func overflow() throws {
        var limits = ParquetLimits()
        limits.pageRows = 100
        limits.dictionaryBytes = 200
        // ten values over and over, then ever new ones
        let cells: [ParquetValue] = (0..<1000).map { .text($0 < 350 ? "v\($0 % 10)" : "new \($0)") }
        let table = try Table.column(.utf8, cells, limits: limits)
        #expect(table.rows == cells.map { [$0] })
        #expect(table.pages[0][0].map(\.kind) == [2] + Array(repeating: 0, count: 10))
        #expect(table.pages[0][0].dropFirst().map(\.encoding) == [8, 8, 8] + Array(repeating: 0, count: 7))
        let counts = table.chunks[0][0][13]?.list?.map { $0[3]?.integer }
        #expect(counts == [1, 3, 7])
        #expect(table.chunks[0][0][12]?[5]?.binary == Array("v9".utf8))
        #expect(table.chunks[0][0][12]?[6]?.binary == Array("new 350".utf8))
        limits.dictionaryBytes = 0
        let none = try Table.column(.utf8, cells, limits: limits)
        #expect(none.rows == cells.map { [$0] })
        #expect(Set(none.pages[0][0].map(\.encoding)) == [0])
    }

    @Test("a page of nulls amid pages of a dictionary is PLAIN")
    func nullPages() throws {
        var limits = ParquetLimits()
        limits.pageRows = 50
        let cells: [ParquetValue] = (0..<200).map { (50..<100).contains($0) ? .null : .int($0 % 3) }
        let table = try Table.column(.int64, cells, limits: limits)
        #expect(table.rows == cells.map { [$0] })
        #expect(dataPages(table).map(\.encoding) == [8, 0, 8, 8])
    }

    @Test("a page ends by its rows or its bytes, and never within a row")
    func pages() throws {
        var limits = ParquetLimits()
        limits.pageRows = 7
        let cells: [ParquetValue] = (0..<20).map { .texts((0..<$0).map { "\($0)" }) }
        let byRows = try Table.column(.utf8List, cells, limits: limits)
        #expect(byRows.rows == cells.map { [$0] })
        // 0 to 6 elements and one empty list, 7 to 13, 14 to 19
        #expect(dataPages(byRows).map(\.entries) == [22, 70, 99])
        limits = ParquetLimits()
        limits.pageBytes = 100
        limits.dictionaryBytes = 0
        let numbers: [ParquetValue] = (0..<40).map { .int($0) }
        let byBytes = try Table.column(.int64, numbers, isRequired: true, limits: limits)
        #expect(byBytes.rows == numbers.map { [$0] })
        #expect(dataPages(byBytes).map(\.size) == [104, 104, 104, 8])
    }

    @Test("a row group ends by its rows")
    func groupRows() throws {
        let columns = [ParquetColumn("a", .int32), ParquetColumn("b", .utf8List), ParquetColumn("c", .boolean)]
        let rows: [[ParquetValue]] = (0..<25).map { [.int($0), .texts(["\($0)"]), .bool($0 % 2 == 0)] }
        for (size, counts) in [(10, [10, 10, 5]), (25, [25]), (100, [25]), (0, Array(repeating: 1, count: 25))] {
            let table = try TableReader(Table.file(columns, rows, codec: .zstd, rowsInGroup: size))
            #expect(table.groups.map { $0[3]?.integer } == counts)
            #expect(table.rows == rows)
        }
    }

    @Test("a row group ends by its bytes, levels among them")
    func groupBytes() throws {
        var limits = ParquetLimits()
        limits.groupBytes = 100
        // nine bytes a value with its level
        let cells: [ParquetValue] = (0..<30).map { .int($0) }
        let table = try Table.column(.int64, cells, limits: limits)
        #expect(table.groups.map { $0[3]?.integer } == [12, 12, 6])
        #expect(table.rows == cells.map { [$0] })
        let nulls = try Table.column(.int64, Array(repeating: .null, count: 250), limits: limits)
        #expect(nulls.groups.map { $0[3]?.integer } == [100, 100, 50])
    }

    @Test("a row group starts a dictionary of its own, and bounds")
    func groupsAreApart() throws {
        let columns = [ParquetColumn("a", .utf8)]
        let rows: [[ParquetValue]] = (0..<200).map { [.text($0 < 100 ? "a\($0 % 2)" : "b\($0 % 3)")] }
        let table = try TableReader(Table.file(columns, rows, rowsInGroup: 100))
        #expect(table.rows == rows)
        #expect(table.pages.map { $0[0][0].entries } == [2, 3])
        #expect(table.chunks.map { $0[0][12]?[6]?.text } == ["a0", "b0"])
        #expect(table.chunks.map { $0[0][12]?[5]?.text } == ["a1", "b2"])
    }
}
