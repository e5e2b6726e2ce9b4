/// Checks a whole row before any of it is taken, so that a row is in the table or is not.
struct RowCheck {
    let columns: [ParquetColumn]
    let longestValue: Int
    /// The number of the row in the table, from 0.
    let row: Int

    /// How long the row's values are as PLAIN, with a byte for each level, in bytes. Linear in the columns and in the
    /// elements of lists.
    func size(of values: [ParquetValue]) throws(ParquetError) -> Int {
        guard values.count == columns.count else {
            throw ParquetError(.rowLength, "expected \(columns.count) values, found \(values.count)", row: row)
        }
        var size = 0
        for i in columns.indices { size += try self.size(of: values[i], in: columns[i]) }
        return size
    }

    private func size(of value: ParquetValue, in column: ParquetColumn) throws(ParquetError) -> Int {
        switch (value, column.type) {
        case (.null, _):
            guard !column.isRequired else {
                throw fault(.nullInRequired, "\(column.type.expectation), since the column is required", "null", column)
            }
            return 1
        case (.text(let text), .utf8), (.text(let text), .json):
            return 1 + (try length(4 + text.utf8.count, column))
        case (.texts(let texts), .utf8List):
            return 2 + texts.count + (try length(texts.reduce(0) { $0 + 4 + $1.utf8.count }, column))
        case (.int(let number), .int32), (.int(let number), .date):
            guard Int32(exactly: number) != nil else {
                throw fault(.outOfRange, "a number of 32 bits", "\(number)", column)
            }
            return 5
        case (.int, .int64), (.int, .timestamp), (.double, .double): return 9
        case (.bool, .boolean): return 2
        default: throw fault(.wrongType, column.type.expectation, value.kind, column)
        }
    }

    private func length(_ length: Int, _ column: ParquetColumn) throws(ParquetError) -> Int {
        guard length <= longestValue else {
            throw fault(.valueTooLong, "at most \(longestValue) bytes", "\(length)", column)
        }
        return length
    }

    private func fault(
        _ code: ParquetError.Code, _ expected: String, _ found: String, _ column: ParquetColumn
    ) -> ParquetError {
        ParquetError(code, "expected \(expected), found \(found)", column: column.name, row: row)
    }
}
