/// Why a table cannot be written, for programs (``code``) and for people (``message``).
package struct ParquetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names of what can go wrong.
    package enum Code: String, Sendable, CaseIterable {
        /// A table without columns, or with more than ``ParquetLimits/columns``.
        case columnCount = "parquet-column-count"
        /// A column whose name is empty or that of another.
        case columnName = "parquet-column-name"
        /// A row with more or fewer values than there are columns.
        case rowLength = "parquet-row-length"
        /// A value of another type than its column's.
        case wrongType = "parquet-wrong-type"
        /// A null in a column that is required.
        case nullInRequired = "parquet-null"
        /// A whole number that its column cannot hold.
        case outOfRange = "parquet-out-of-range"
        /// A value longer than ``ParquetLimits/longestValue``.
        case valueTooLong = "parquet-value-too-long"
        /// More metadata than ``ParquetLimits/metadataBytes``, or a footer over ``ParquetLimits/footerBytes``.
        case footerTooLarge = "parquet-footer-too-large"
        /// The library that compresses failed.
        case compressor = "parquet-compressor"
        /// The file is finished, or could not be written at some point before.
        case closed = "parquet-closed"
    }

    package var code: Code
    /// What was expected, what was found, and what to do.
    package var message: String
    /// The name of the column that it is about, if it is about one.
    package var column: String?
    /// The row that it is about, counted from 0 over the whole table, if it is about one.
    package var row: Int?

    init(_ code: Code, _ message: String, column: String? = nil, row: Int? = nil) {
        self.code = code
        self.message = message
        self.column = column
        self.row = row
    }

    package var description: String {
        var place: [String] = []
        if let column { place.append("column \"\(column)\"") }
        if let row { place.append("row \(row)") }
        return ([code.rawValue] + (place.isEmpty ? [] : [place.joined(separator: ", ")]) + [message])
            .joined(separator: ": ")
    }
}
