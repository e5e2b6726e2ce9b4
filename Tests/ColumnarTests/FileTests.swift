import Testing

@testable import Columnar

@Suite("Files of Parquet")
struct FileTests {
    @Test("a table of one number is these bytes, by the specification")
    func bytes() throws {
        let file = try Table.file([ParquetColumn("n", .int32, isRequired: true)], [[.int(1)]])
        // PageHeader: type, sizes, CRC-32 0x99F8B879 as a signed number, DataPageHeader
        let head: [UInt8] = [
            0x15, 0x00, 0x15, 0x08, 0x15, 0x08, 0x15, 0x8D, 0x9E, 0xBA, 0xE0, 0x0C,
            0x1C, 0x15, 0x02, 0x15, 0x00, 0x15, 0x06, 0x15, 0x06, 0x00, 0x00,
        ]
        let page: [UInt8] = [1, 0, 0, 0]
        let chunk = UInt8((head.count + page.count) * 2)
        let footer: [UInt8] =
            [0x15, 0x02]  // version 1
            + [0x19, 0x2C]  // schema: the root and the column
            + [0x48, 0x06] + Array("schema".utf8) + [0x15, 0x02, 0x00]
            + [0x15, 0x02, 0x25, 0x00, 0x18, 0x01, 0x6E, 0x00]
            + [0x16, 0x02]  // a row
            + [0x19, 0x1C, 0x19, 0x1C]  // a row group of one chunk
            + [0x26, 0x00, 0x1C, 0x15, 0x02, 0x19, 0x25, 0x00, 0x06, 0x19, 0x18, 0x01, 0x6E, 0x15, 0x00, 0x16, 0x02]
            + [0x16, chunk, 0x16, chunk, 0x26, 0x08]  // sizes, and the offset 4
            + [0x3C, 0x36, 0x00, 0x28, 0x04, 1, 0, 0, 0, 0x18, 0x04, 1, 0, 0, 0, 0x11, 0x11, 0x00]  // statistics
            + [0x19, 0x1C, 0x15, 0x00, 0x15, 0x00, 0x15, 0x02, 0x00]  // one page, PLAIN
            + [0x00, 0x00]
            + [0x16, chunk, 0x16, 0x02, 0x26, 0x08, 0x16, chunk, 0x00]
            + [0x28, 0x0A] + Array("rapporteur".utf8)
            + [0x19, 0x1C, 0x1C, 0x00, 0x00, 0x00]  // the order of its type
        let magic = Array("PAR1".utf8)
        #expect(file == magic + head + page + footer + [UInt8(footer.count), 0, 0, 0] + magic)
    }

    @Test("a table without rows has a schema and no row group")
    func empty() throws {
        for codec in ParquetCodec.allCases {
            let table = try TableReader(
                Table.file([ParquetColumn("a", .utf8), ParquetColumn("b", .utf8List)], [], codec: codec))
            #expect(table.rows.isEmpty)
            #expect(table.groups.isEmpty)
            #expect(table.footer[3]?.integer == 0)
            #expect(table.schema.compactMap { $0[4]?.text } == ["schema", "a", "b", "list", "element"])
        }
    }

    @Test("each type has its physical type, its logical one, and the converted one for older readers")
    func types() throws {
        func logical(_ field: Int, _ inner: Thrift = .structure([:])) -> Thrift { .structure([field: inner]) }
        let micros = Thrift.structure([1: .bool(true), 2: .structure([2: .structure([:])])])
        for (type, physical, converted, annotation): (ParquetType, Int, Int?, Thrift?) in [
            (.utf8, 6, 0, logical(1)), (.int32, 1, nil, nil), (.int64, 2, nil, nil), (.double, 5, nil, nil),
            (.boolean, 0, nil, nil), (.date, 1, 6, logical(6)), (.timestamp, 2, 10, logical(8, micros)),
            (.json, 6, 19, logical(12)),
        ] {
            for isRequired in [true, false] {
                let schema = try Table.column(type, [], isRequired: isRequired).schema
                #expect(schema.count == 2)
                #expect(schema[1][1]?.integer == physical)
                #expect(schema[1][3]?.integer == (isRequired ? 0 : 1))
                #expect(schema[1][6]?.integer == converted)
                #expect(schema[1][10] == annotation)
            }
        }
    }

    @Test("a list is a group of three levels, its elements not null")
    func listSchema() throws {
        let schema = try Table.column(.utf8List, []).schema
        #expect(schema.map { $0[3]?.integer } == [nil, 1, 2, 0])
        #expect(schema.map { $0[5]?.integer } == [1, 1, 1, nil])
        #expect(schema[1][6]?.integer == 3)
        #expect(schema[1][10] == .structure([3: .structure([:])]))
        #expect(schema[2].fields == [3, 4, 5])
        #expect(schema[3][1]?.integer == 6)
        #expect(schema[3][10] == .structure([1: .structure([:])]))
        let chunk = try Table.column(.utf8List, [.texts(["a"])]).chunks[0][0]
        #expect(chunk[3]?.list?.compactMap(\.text) == ["c", "list", "element"])
    }

    @Test("metadata stands in its order, whatever its characters, and the file says who wrote it")
    func metadata() throws {
        let columns = [ParquetColumn("a", .utf8)]
        let metadata = [("licence", "CC0-1.0"), ("query", "parties = \"TÜR\"\n"), ("", ""), ("z\u{0}", "😀")]
        let table = try TableReader(Table.file(columns, [], metadata: metadata))
        #expect(table.footer[5]?.list?.compactMap { $0[1]?.text } == metadata.map(\.0))
        #expect(table.footer[5]?.list?.compactMap { $0[2]?.text } == metadata.map(\.1))
        #expect(table.footer[6]?.text == "rapporteur")
        #expect(try TableReader(Table.file(columns, [])).footer[5] == nil)
    }

    @Test("the same rows give the same bytes", arguments: ParquetCodec.allCases)
    func same(_ codec: ParquetCodec) throws {
        let columns = [ParquetColumn("a", .utf8), ParquetColumn("b", .double)]
        let rows: [[ParquetValue]] = (0..<300).map { [.text("\($0 % 70)"), .double(Double($0))] }
        #expect(try Table.file(columns, rows, codec: codec) == Table.file(columns, rows, codec: codec))
    }

    @Test("compressed pages are shorter, and the footer names the codec")
    func codecs() throws {
        let rows: [ParquetValue] = (0..<5000).map { .text("https://example.org/encounters/\($0)") }
        let sizes = try ParquetCodec.allCases.map { codec in
            let table = try Table.column(.utf8, rows, codec: codec)
            #expect(table.rows == rows.map { [$0] })
            let chunk = table.chunks[0][0]
            #expect(chunk[4]?.integer == [.uncompressed: 0, .gzip: 2, .zstd: 6][codec])
            return (whole: chunk[6]?.integer ?? 0, packed: chunk[7]?.integer ?? 0)
        }
        #expect(sizes[0].whole == sizes[0].packed)
        #expect(sizes[1].packed * 4 < sizes[1].whole)
        #expect(sizes[2].packed * 4 < sizes[2].whole)
    }

    @Test("the checksum is CRC-32 as gzip has it")
    func checksum() {
        #expect(Array("123456789".utf8).withUnsafeBytes { Compressor.checksum($0) } == 0xCBF4_3926)
        #expect([UInt8]().withUnsafeBytes { Compressor.checksum($0) } == 0)
    }
}
