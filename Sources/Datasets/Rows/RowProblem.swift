/// Why a row was not taken.
public enum RowFault: String, Sendable, CaseIterable {
    case tooFewColumns = "too-few-columns"
    case tooManyColumns = "too-many-columns"
    case noID = "no-id"
    case noDate = "no-date"
    case badNumber = "bad-number"
    case lineTooLong = "line-too-long"
    /// The register has no room for another code of a party.
    case tooManyParties = "too-many-parties"
}

/// A row that was not taken, and where it stands.
public struct RowProblem: Sendable, Hashable {
    /// The bytes of a row that are kept.
    public static let mostBytes = 200

    public var fault: RowFault
    /// From 1.
    public var line: Int
    /// What was expected and found, for people ("expected a number in column 31, found \"x\"").
    public var detail: String
    /// The first bytes of the row.
    public var bytes: [UInt8]

    package init(_ fault: RowFault, line: Int, detail: String, bytes: [UInt8]) {
        self.fault = fault
        self.line = line
        self.detail = detail
        self.bytes = Array(bytes.prefix(Self.mostBytes))
    }

    package init(_ fault: RowFault, line: Int, detail: String, row: Cell) {
        self.init(fault, line: line, detail: detail, bytes: Array(row.prefix(Self.mostBytes).bytes))
    }
}

/// What is wrong with the fields of a row.
struct RowError: Error {
    var fault: RowFault
    var detail: String

    init(_ fault: RowFault, expected: String, column: String, found: Cell) {
        self.fault = fault
        detail = "expected \(expected) in \(column), found \"\(found.prefix(40).text)\""
    }
}
