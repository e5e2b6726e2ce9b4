// Numbers of the Parquet format (apache/parquet-format, src/main/thrift/parquet.thrift), as far as they are written.

/// How a column is stored (`Type`).
enum PhysicalType: Int32 {
    case boolean = 0
    case int32 = 1
    case int64 = 2
    case double = 5
    case byteArray = 6

    /// Bytes of a value as a dictionary and a page hold it; `nil` where values differ in length. A boolean is held in a
    /// byte and packed when its page is written.
    var width: Int? {
        switch self {
        case .boolean: 1
        case .int32: 4
        case .int64, .double: 8
        case .byteArray: nil
        }
    }
}

/// How the values of a page are written (`Encoding`).
enum Encoding: Int32 {
    case plain = 0
    case hybrid = 3
    case dictionary = 8
}

/// `PageType`.
enum PageKind: Int32 {
    case data = 0
    case dictionary = 2
}

/// Whether a field can be missing or repeated (`FieldRepetitionType`).
enum Repetition: Int32 {
    case required = 0
    case optional = 1
    case repeated = 2
}

/// `ConvertedType`: what readers go by that do not know `LogicalType`.
enum ConvertedType: Int32 {
    case utf8 = 0
    case list = 3
    case date = 6
    case timestampMicros = 10
    case json = 19
}

extension ParquetType {
    /// How values are stored; of a list, its elements.
    var physical: PhysicalType {
        switch self {
        case .utf8, .json, .utf8List: .byteArray
        case .int32, .date: .int32
        case .int64, .timestamp: .int64
        case .double: .double
        case .boolean: .boolean
        }
    }
}
