import Testing

@testable import Columnar

@Suite("What a writer of Parquet refuses")
struct FaultTests {
    private struct Full: Error {}

    private func fault(_ body: () throws -> Void) -> ParquetError? {
        do {
            try body()
            return nil
        } catch {
            return error as? ParquetError
        }
    }

    private func fault(_ type: ParquetType, _ value: ParquetValue, isRequired: Bool = false) -> ParquetError? {
        fault { _ = try Table.column(type, [value], isRequired: isRequired) }
    }

    @Test("a value of another type, each of each")
    func types() {
        let values: [ParquetValue] = [.text("1"), .int(1), .double(1), .bool(true), .texts(["1"])]
        let taken: [ParquetType: Int] = [
            .utf8: 0, .json: 0, .int32: 1, .int64: 1, .date: 1, .timestamp: 1, .double: 2, .boolean: 3, .utf8List: 4,
        ]
        for type in ParquetType.allCases {
            for (i, value) in values.enumerated() {
                #expect(fault(type, value)?.code == (taken[type] == i ? nil : .wrongType))
            }
        }
    }

    @Test("a null in a required column")
    func nulls() {
        for type in ParquetType.allCases {
            #expect(fault(type, .null, isRequired: true)?.code == .nullInRequired)
            #expect(fault(type, .null) == nil)
        }
    }

    @Test("a number that 32 bits do not hold")
    func range() {
        for type in [ParquetType.int32, .date] {
            #expect(fault(type, .int(Int(Int32.max) + 1))?.code == .outOfRange)
            #expect(fault(type, .int(.min))?.code == .outOfRange)
        }
    }

    @Test("a value over the limit, text or list")
    func long() throws {
        var limits = ParquetLimits()
        limits.longestValue = 14
        func code(_ type: ParquetType, _ value: ParquetValue) -> ParquetError.Code? {
            fault { _ = try Table.column(type, [value], limits: limits) }?.code
        }
        #expect(code(.utf8, .text("1234567890")) == nil)
        #expect(code(.utf8, .text("12345678901")) == .valueTooLong)
        #expect(code(.utf8List, .texts(["123", "456"])) == nil)
        #expect(code(.utf8List, .texts(["123", "4567"])) == .valueTooLong)
        #expect(code(.utf8List, .texts(["", "", "", ""])) == .valueTooLong)
    }

    @Test("a fault names its column and its row, and says what to do with it")
    func places() throws {
        let columns = [ParquetColumn("id", .int64, isRequired: true), ParquetColumn("dåte", .date)]
        let box = Box()
        var writer = try ParquetWriter(columns: columns) { box.bytes.append(contentsOf: $0) }
        try writer.append([.int(1), .int(2)])
        func attempt(_ row: [ParquetValue]) -> ParquetError? {
            do {
                try writer.append(row)
                return nil
            } catch {
                return error as? ParquetError
            }
        }
        let wrong = attempt([.int(3), .text("2026-03-12")])
        #expect(wrong?.column == "dåte")
        #expect(wrong?.row == 1)
        #expect(
            wrong.map { "\($0)" }
                == "parquet-wrong-type: column \"dåte\", row 1: expected a whole number, found a text")
        #expect(attempt([.null, .null])?.code == .nullInRequired)
        #expect(attempt([.int(3)])?.code == .rowLength)
        #expect(attempt([.int(3), .null, .null])?.code == .rowLength)
        // none of a refused row is in the table, and rows after it are
        try writer.append([.int(4), .null])
        #expect(writer.rows == 2)
        try writer.finish()
        #expect(try TableReader(box.bytes).rows == [[.int(1), .int(2)], [.int(4), .null]])
    }

    @Test("no column, too many, a name that is empty or there twice")
    func columns() {
        func code(_ columns: [ParquetColumn], _ limits: ParquetLimits = ParquetLimits()) -> ParquetError.Code? {
            fault { _ = try Table.file(columns, [], limits: limits) }?.code
        }
        #expect(code([]) == .columnCount)
        var limits = ParquetLimits()
        limits.columns = 1
        #expect(code([ParquetColumn("a", .utf8), ParquetColumn("b", .utf8)], limits) == .columnCount)
        #expect(code([ParquetColumn("", .utf8)]) == .columnName)
        #expect(code([ParquetColumn("a", .utf8), ParquetColumn("a", .date)]) == .columnName)
        // one name to Unicode, two to readers
        #expect(code([ParquetColumn("é", .utf8), ParquetColumn("e\u{301}", .utf8)]) == nil)
    }

    @Test("metadata and footers over their limits")
    func footers() {
        var limits = ParquetLimits()
        // the column's name is one
        limits.metadataBytes = 6
        func code(_ metadata: [(key: String, value: String)]) -> ParquetError.Code? {
            fault { _ = try Table.file([ParquetColumn("a", .utf8)], [], metadata: metadata, limits: limits) }?.code
        }
        #expect(code([("ab", "cde")]) == nil)
        #expect(code([("ab", "cde"), ("", "f")]) == .footerTooLarge)
        limits = ParquetLimits()
        limits.footerBytes = 500
        let rows = Array(repeating: [ParquetValue.int(1)], count: 20)
        let found = fault {
            _ = try Table.file([ParquetColumn("a", .int32)], rows, rowsInGroup: 1, limits: limits)
        }
        #expect(found?.code == .footerTooLarge)
    }

    @Test("a file that is finished takes nothing more")
    func finished() throws {
        let box = Box()
        var writer = try ParquetWriter(columns: [ParquetColumn("a", .utf8)]) { box.bytes.append(contentsOf: $0) }
        try writer.finish()
        let bytes = box.bytes
        var codes: [ParquetError.Code?] = []
        do { try writer.append([.null]) } catch { codes.append((error as? ParquetError)?.code) }
        do { try writer.finish() } catch { codes.append((error as? ParquetError)?.code) }
        #expect(codes == [.closed, .closed])
        #expect(box.bytes == bytes)
    }

    @Test("what the sink throws comes through, and the file is closed then")
    func sink() throws {
        #expect(throws: Full.self) {
            _ = try ParquetWriter(columns: [ParquetColumn("a", .utf8)]) { _ in throw Full() }
        }
        var calls = 0
        var writer = try ParquetWriter(columns: [ParquetColumn("a", .utf8)], rowsInGroup: 2) { _ in
            calls += 1
            if calls > 1 { throw Full() }
        }
        try writer.append([.text("a")])
        var errors: [any Error] = []
        do { try writer.append([.text("b")]) } catch { errors.append(error) }
        do { try writer.append([.text("c")]) } catch { errors.append(error) }
        do { try writer.finish() } catch { errors.append(error) }
        #expect(errors.count == 3)
        #expect(errors.first is Full)
        #expect(errors.dropFirst().allSatisfy { ($0 as? ParquetError)?.code == .closed })
    }

    @Test("limits out of range count as the nearest in range")
    func limits() throws {
        var limits = ParquetLimits()
        limits.groupBytes = -1
        limits.pageRows = 0
        limits.pageBytes = .min
        limits.dictionaryBytes = .min
        let cells: [ParquetValue] = [.int(1), .null, .int(2)]
        #expect(try Table.column(.int32, cells, limits: limits).rows == cells.map { [$0] })
        limits = ParquetLimits()
        (limits.groupBytes, limits.pageRows, limits.pageBytes) = (.max, .max, .max)
        (limits.dictionaryBytes, limits.longestValue, limits.footerBytes) = (.max, .max, .max)
        #expect(try Table.column(.int32, cells, limits: limits).rows == cells.map { [$0] })
        #expect(limits.inRange.longestValue == 1 << 30)
    }
}
