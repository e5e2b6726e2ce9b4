package import Columnar
import Diplomacy

/// Writes the rows of one table in some form, in bounded memory.
package protocol TableRowWriter {
    /// - Parameter cells: one for each column, in their order.
    mutating func row(_ cells: [CSV.Cell]) throws
    mutating func finish() throws
}

/// A table as comma-separated values, the row of names first.
package struct CSVTableWriter: TableRowWriter {
    private let sink: ([UInt8]) throws -> Void

    /// - Parameter sink: is given the bytes of the file in their order.
    package init(_ shape: TableShape, sink: @escaping ([UInt8]) throws -> Void) throws {
        self.sink = sink
        try sink(Array(CSV.line(shape.fields.map { .plain($0.name) }).utf8))
    }

    package mutating func row(_ cells: [CSV.Cell]) throws { try sink(Array(CSV.line(cells).utf8)) }

    package mutating func finish() {}
}

/// A table as Apache Parquet: numbers, truths, days, times and lists as such, words as text.
package final class ParquetTableWriter: TableRowWriter {
    private let fields: [TableField]
    private var writer: ParquetWriter

    /// - Parameters:
    ///   - note: becomes the file's metadata, a key for each statement.
    ///   - sink: is given the bytes of the file in their order.
    package init(_ shape: TableShape, note: ExportNote, sink: @escaping ([UInt8]) throws -> Void) throws {
        fields = shape.fields
        writer = try ParquetWriter(
            columns: shape.fields.map { ParquetColumn($0.name, $0.type.parquet, isRequired: $0.isRequired) },
            metadata: [("table", shape.name), ("description", shape.description)]
                + note.statements.map { ($0.name, $0.value) },
            sink: { try sink(Array($0)) })
    }

    package func row(_ cells: [CSV.Cell]) throws {
        try writer.append(zip(fields, cells).map { $0.parquet($1) })
    }

    package func finish() throws { try writer.finish() }
}

extension TableField.Kind {
    var parquet: ParquetType {
        switch self {
        case .text, .vocabulary: .utf8
        case .list: .utf8List
        case .integer: .int64
        case .number: .double
        case .boolean: .boolean
        case .day: .date
        case .timestamp: .timestamp
        }
    }
}

extension TableField {
    /// A cell as a value of the column. What is no such value is none; a required column has an empty text or a zero then.
    func parquet(_ cell: CSV.Cell) -> ParquetValue {
        if case .list(let values) = cell { return .texts(values) }
        guard let raw = cell.raw, !raw.isEmpty else { return empty }
        let value: ParquetValue? =
            switch type {
            case .text, .vocabulary: .text(raw)
            case .list: .texts(raw.isEmpty ? [] : [raw])
            case .integer: Int(raw).map { .int($0) }
            case .number: Double(raw).map { .double($0) }
            case .boolean: .bool(raw == "true")
            case .day: Day(iso: raw).map { .int($0.number) }
            case .timestamp: Self.microseconds(raw).map { .int($0) }
            }
        return value ?? empty
    }

    private var empty: ParquetValue {
        guard isRequired else { return type == .list ? .texts([]) : .null }
        return switch type {
        case .text, .vocabulary: .text("")
        case .list: .texts([])
        case .number: .double(0)
        case .boolean: .bool(false)
        case .integer, .day, .timestamp: .int(0)
        }
    }

    /// Microseconds since 1970 of `YYYY-MM-DDThh:mm:ss` in UTC, with or without a fraction and `Z`; `nil` for what is none.
    private static func microseconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[10] == 0x54, let day = Day(iso: text) else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0 as Int?) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let hours = number(11..<13), let minutes = number(14..<16), let seconds = number(17..<19) else {
            return nil
        }
        var fraction = 0
        if bytes.count > 20, bytes[19] == 0x2E {
            let digits = bytes[20...].prefix { (0x30...0x39).contains($0) }.prefix(6)
            fraction = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            for _ in digits.count..<6 { fraction *= 10 }
        }
        return ((day.number * 86_400 + hours * 3_600 + minutes * 60 + seconds) * 1_000_000) + fraction
    }
}
