@testable import Columnar

/// Where a table goes in tests.
final class Box {
    var bytes: [UInt8] = []
}

/// Writes whole tables for tests.
enum Table {
    static func file(
        _ columns: [ParquetColumn], _ rows: [[ParquetValue]], metadata: [(key: String, value: String)] = [],
        codec: ParquetCodec = .uncompressed, rowsInGroup: Int = 131_072, limits: ParquetLimits = ParquetLimits()
    ) throws -> [UInt8] {
        let box = Box()
        var writer = try ParquetWriter(
            columns: columns, metadata: metadata, codec: codec, rowsInGroup: rowsInGroup, limits: limits
        ) { box.bytes.append(contentsOf: $0) }
        for row in rows { try writer.append(row) }
        try writer.finish()
        return box.bytes
    }

    /// A table of one column.
    static func column(
        _ type: ParquetType, _ values: [ParquetValue], isRequired: Bool = false, codec: ParquetCodec = .uncompressed,
        limits: ParquetLimits = ParquetLimits()
    ) throws -> TableReader {
        let columns = [ParquetColumn("c", type, isRequired: isRequired)]
        return try TableReader(file(columns, values.map { [$0] }, codec: codec, limits: limits))
    }
}

extension ParquetValue {
    /// Whether two cells are one to the bit, so that NaN is NaN and zeros differ.
    func isSame(_ other: ParquetValue) -> Bool {
        if case (.double(let a), .double(let b)) = (self, other) { return a.bitPattern == b.bitPattern }
        if case (.text(let a), .text(let b)) = (self, other) { return a.utf8.elementsEqual(b.utf8) }
        if case (.texts(let a), .texts(let b)) = (self, other) {
            return a.count == b.count && zip(a, b).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        }
        return self == other
    }
}

extension [[ParquetValue]] {
    func isSame(_ other: [[ParquetValue]]) -> Bool {
        count == other.count
            && zip(self, other).allSatisfy { a, b in
                a.count == b.count && zip(a, b).allSatisfy { $0.isSame($1) }
            }
    }
}
