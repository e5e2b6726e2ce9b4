import Testing

@testable import Columnar

@Suite("Values in files of Parquet")
struct ValueTests {
    private static let cells: [(ParquetType, [ParquetValue])] = [
        (.utf8, ["", "a", "\u{0}", "e\u{301}", "é", "中文", "😀\u{10FFFF}", "\"\\\n"].map { .text($0) }),
        (.json, ["null", "{\"a\":[1,\"é\"]}", "\"\""].map { .text($0) }),
        (.int32, [0, -1, Int(Int32.min), Int(Int32.max)].map { .int($0) }),
        (.int64, [0, -1, .min, .max].map { .int($0) }),
        (.date, [0, -719_162, 2_932_896, Int(Int32.min), Int(Int32.max)].map { .int($0) }),
        (.timestamp, [0, -1, 1_774_000_000_123_456, .min, .max].map { .int($0) }),
        (
            .double,
            [0, -0.0, .nan, -.nan, .infinity, -.infinity, .leastNonzeroMagnitude, -.greatestFiniteMagnitude]
                .map { .double($0) }
        ),
        (.boolean, [true, false, false, true, true, true, false, false, true].map { .bool($0) }),
        (.utf8List, [[], [""], ["a", "a", "b"], ["\u{0}", "😀"]].map { .texts($0) }),
    ]

    @Test("every value of every type comes back to the bit, required, optional and amid nulls", arguments: cells)
    func roundTrip(_ type: ParquetType, _ values: [ParquetValue]) throws {
        for codec in ParquetCodec.allCases {
            let required = try Table.column(type, values, isRequired: true, codec: codec)
            #expect(required.rows.isSame(values.map { [$0] }))
            let optional = try Table.column(type, values, codec: codec)
            #expect(optional.rows.isSame(values.map { [$0] }))
            let mixed = [.null] + values.flatMap { [$0, .null, $0] }
            let table = try Table.column(type, mixed, codec: codec)
            #expect(table.rows.isSame(mixed.map { [$0] }))
        }
        #expect(Self.cells.map(\.0).count == ParquetType.allCases.count)
    }

    @Test("a column of nulls alone needs no dictionary and has no bounds", arguments: ParquetType.allCases)
    func nulls(_ type: ParquetType) throws {
        let table = try Table.column(type, Array(repeating: .null, count: 100))
        #expect(table.rows == Array(repeating: [.null], count: 100))
        let chunk = table.chunks[0][0]
        #expect(chunk[2]?.list?.compactMap(\.integer) == [0, 3])
        #expect(chunk[11] == nil)
        #expect(chunk[12]?[3]?.integer == 100)
        #expect(chunk[12]?[5] == nil)
        #expect(chunk[12]?[6] == nil)
    }

    @Test("an empty list is not null")
    func emptyLists() throws {
        let cells: [ParquetValue] = [.null, .texts([]), .texts(["a"]), .texts([]), .null, .texts(["", "b"])]
        let table = try Table.column(.utf8List, cells)
        #expect(table.rows == cells.map { [$0] })
        let chunk = table.chunks[0][0]
        // three values, and four entries that are none
        #expect(chunk[5]?.integer == 7)
        #expect(chunk[12]?.fields == [3])
        #expect(chunk[12]?[3]?.integer == 4)
    }

    @Test("the statistics of a chunk are its bounds, its nulls and its NaNs")
    func statistics() throws {
        let dates = try Table.column(.date, [.int(3), .null, .int(-1)]).chunks[0][0][12]
        #expect(dates?[3]?.integer == 1)
        #expect(dates?[5]?.binary == [3, 0, 0, 0])
        #expect(dates?[6]?.binary == [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(dates?.fields == [3, 5, 6, 7, 8])
        let numbers = try Table.column(.double, [.double(.nan), .double(2)]).chunks[0][0][12]
        #expect(numbers?[9]?.integer == 1)
        #expect(numbers?[5]?.binary == [0, 0, 0, 0, 0, 0, 0, 0x40])
        let truths = try Table.column(.boolean, [.bool(false), .bool(true)]).chunks[0][0][12]
        #expect(truths?[5]?.binary == [1])
        #expect(truths?[6]?.binary == [0])
        let texts = try Table.column(.utf8, ["b", "", "é"].map { .text($0) }).chunks[0][0][12]
        #expect(texts?[5]?.binary == Array("é".utf8))
        #expect(texts?[6]?.binary == [])
        let long = try Table.column(.utf8, [.text(String(repeating: "x", count: 100))]).chunks[0][0][12]
        #expect(long?[5]?.binary == Array((String(repeating: "x", count: 63) + "y").utf8))
        #expect(long?[7]?.bool == false)
        let json = try Table.column(.json, [.text("\"\(String(repeating: "x", count: 100))\"")]).chunks[0][0][12]
        #expect(json?.fields == [3])
    }

    @Test("each column's bounds are in the order of its type")
    func orders() throws {
        let columns = ParquetType.allCases.map { ParquetColumn($0.rawValue, $0) }
        let table = try TableReader(Table.file(columns, []))
        let order = Thrift.structure([1: .structure([:])])
        #expect(table.footer[7]?.list == Array(repeating: order, count: columns.count))
    }
}
