/// One cell of a row; which case a column takes its ``ParquetType`` says.
package enum ParquetValue: Sendable, Hashable {
    /// No value; only in a column that is not required.
    case null
    case text(String)
    case int(Int)
    case double(Double)
    case bool(Bool)
    /// A list, which may be empty: that is another value than ``null``.
    case texts([String])
}

extension ParquetValue {
    /// What a person calls the case.
    var kind: String {
        switch self {
        case .null: "null"
        case .text: "a text"
        case .int: "a whole number"
        case .double: "a double"
        case .bool: "a boolean"
        case .texts: "a list of texts"
        }
    }
}

extension ParquetType {
    /// What a person calls the values that a column of this type takes.
    var expectation: String {
        switch self {
        case .utf8, .json: "a text"
        case .int32, .int64, .date, .timestamp: "a whole number"
        case .double: "a double"
        case .boolean: "a boolean"
        case .utf8List: "a list of texts"
        }
    }
}
