/// Writes structures in Thrift's compact protocol (apache/thrift, doc/specs/thrift-compact-protocol.md).
///
/// The fields of a structure come in ascending order of their ids, which are 1 to 16 apart at most.
struct ThriftWriter {
    /// Kinds of fields and elements by their numbers.
    enum Kind: UInt8 {
        case yes = 1
        case no = 2
        case integer32 = 5
        case integer64 = 6
        case binary = 8
        case list = 9
        case structure = 12
    }

    private(set) var bytes: [UInt8] = []
    private var lastField: UInt8 = 0

    // MARK: - Fields

    mutating func integer32(_ field: UInt8, _ value: Int32) {
        head(field, .integer32)
        bytes.appendVariable(zigzag: Int64(value))
    }

    mutating func integer64(_ field: UInt8, _ value: Int) {
        head(field, .integer64)
        bytes.appendVariable(zigzag: Int64(value))
    }

    mutating func boolean(_ field: UInt8, _ value: Bool) { head(field, value ? .yes : .no) }

    mutating func binary(_ field: UInt8, _ value: [UInt8]) {
        head(field, .binary)
        binary(value)
    }

    mutating func text(_ field: UInt8, _ value: String) { binary(field, Array(value.utf8)) }

    mutating func structure(_ field: UInt8, _ body: (inout ThriftWriter) -> Void = { _ in }) {
        head(field, .structure)
        structure(body)
    }

    /// Starts a list, whose `count` elements are written next.
    mutating func list(_ field: UInt8, of kind: Kind, count: Int) {
        head(field, .list)
        if count < 15 {
            bytes.append(UInt8(truncatingIfNeeded: count) << 4 | kind.rawValue)
        } else {
            bytes.append(0xF0 | kind.rawValue)
            bytes.appendVariable(UInt64(count))
        }
    }

    // MARK: - Elements of lists

    mutating func integer32(_ value: Int32) { bytes.appendVariable(zigzag: Int64(value)) }

    mutating func binary(_ value: [UInt8]) {
        bytes.appendVariable(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func text(_ value: String) { binary(Array(value.utf8)) }

    /// A structure that is an element of a list, or the outermost one.
    mutating func structure(_ body: (inout ThriftWriter) -> Void) {
        let outer = lastField
        lastField = 0
        body(&self)
        bytes.append(0)
        lastField = outer
    }

    /// Elements that were written elsewhere.
    mutating func written(_ elements: [UInt8]) { bytes.append(contentsOf: elements) }

    private mutating func head(_ field: UInt8, _ kind: Kind) {
        bytes.append((field - lastField) << 4 | kind.rawValue)
        lastField = field
    }
}
