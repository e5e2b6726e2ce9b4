/// A table format of event data, told by its columns.
public enum EventFormat: String, Sendable, CaseIterable {
    /// GDELT 1.0 events: 57 columns, or 58 with the address; no header.
    case gdelt1 = "gdelt-1.0"
    /// GDELT 2.0 events: 61 columns, no header.
    case gdelt2 = "gdelt-2.0"
    /// GDELT 2.0 mentions: 16 columns.
    case mentions = "gdelt-2.0-mentions"
    /// ICEWS: 20 columns under a header.
    case icews
    /// POLECAT: 40 columns under a header.
    case polecat

    /// The least and the most columns of a row.
    var columns: ClosedRange<Int> {
        switch self {
        case .gdelt1: 57...58
        case .gdelt2: 61...61
        case .mentions: 16...16
        case .icews: 20...Columns.most
        case .polecat: 40...Columns.most
        }
    }

    /// What a file of it looks like, in words.
    var expected: String {
        switch self {
        case .gdelt1: "57 or 58 columns parted by tabs, without a header (GDELT 1.0 events)"
        case .gdelt2: "61 columns parted by tabs, without a header (GDELT 2.0 events)"
        case .mentions: "16 columns parted by tabs, or by commas under a header (GDELT 2.0 mentions)"
        case .icews: "20 columns parted by tabs under a header that begins with \"Event ID\" (ICEWS)"
        case .polecat: "40 columns parted by tabs under a header that begins with \"Event ID\" (POLECAT)"
        }
    }
}

/// Whose data a command asks for.
public enum EventDataSet: String, Sendable, CaseIterable {
    case gdelt, icews, polecat

    /// The formats in which it comes.
    public var formats: [EventFormat] {
        switch self {
        case .gdelt: [.gdelt2, .gdelt1, .mentions]
        case .icews: [.icews]
        case .polecat: [.polecat]
        }
    }
}

/// What went wrong with a whole table: a code for callers, and a message that says what was expected, what was found and what to do.
public struct DatasetError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        case wrongFormat = "wrong-format"
        case empty = "empty-table"
    }

    public var code: Code
    public var message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
