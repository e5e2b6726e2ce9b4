/// What the values of a column are.
package enum ParquetType: String, Sendable, Hashable, CaseIterable {
    /// Text; takes ``ParquetValue/text(_:)``.
    case utf8
    /// A whole number of 32 bits; takes ``ParquetValue/int(_:)``.
    case int32
    /// A whole number of 64 bits; takes ``ParquetValue/int(_:)``.
    case int64
    /// An IEEE 754 number of 64 bits, NaN and the infinities among them; takes ``ParquetValue/double(_:)``.
    case double
    /// Takes ``ParquetValue/bool(_:)``.
    case boolean
    /// Days since 1970-01-01, of 32 bits; takes ``ParquetValue/int(_:)``.
    case date
    /// Microseconds since 1970-01-01T00:00:00Z, without leap seconds; takes ``ParquetValue/int(_:)``.
    case timestamp
    /// One JSON value, which the caller vouches for; takes ``ParquetValue/text(_:)``.
    case json
    /// A list of texts, none of them null; takes ``ParquetValue/texts(_:)``.
    case utf8List = "list of utf8"
}

/// A column of a Parquet file.
package struct ParquetColumn: Sendable, Hashable {
    /// Not empty, and unlike those of all other columns.
    package var name: String
    package var type: ParquetType
    /// Whether each row has a value; else a row may have ``ParquetValue/null``.
    package var isRequired: Bool

    package init(_ name: String, _ type: ParquetType, isRequired: Bool = false) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
    }
}
