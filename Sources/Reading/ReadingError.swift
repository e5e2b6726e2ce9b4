/// Why something is no document, for programs (``code``) and for people (``message``).
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names of what can go wrong; they stand in records as `error.code`.
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are no JSON.
        case malformedJSON = "malformed-json"
        /// The bytes are no UTF-8.
        case notUTF8 = "not-utf8"
        /// JSON that nests deeper than the decoder follows.
        case nestedTooDeep = "nested-too-deep"
        /// JSON, but an array, a string or a number.
        case notAnObject = "not-an-object"
        /// An object without `text`.
        case missingText = "missing-text"
        /// A key of the contract with a value of another type.
        case wrongType = "wrong-type"
        /// A line longer than the reader's limit.
        case lineTooLong = "line-too-long"
        /// A file that holds no report: a picture, a list of addresses.
        case noDocument = "no-document"
    }

    public var code: Code
    /// What was expected, what was found, where, and what to do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code.rawValue): \(message)" }
}
