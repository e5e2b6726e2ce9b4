/// The values of a column that stand in no page yet, and their levels.
struct OpenPage {
    /// Of each entry its definition level; empty in a column where all are 0.
    var definitions: [UInt8] = []
    /// Of each entry its repetition level; empty in a column where all are 0.
    var repetitions: [UInt8] = []
    /// The values by their places in the dictionary, while there is one.
    var indices: [UInt32] = []
    /// The values, PLAIN, where there is no dictionary; booleans a byte each.
    var values: [UInt8] = []
    var rows = 0
    /// Values, nulls, and lists that are null or empty.
    var entries = 0
    /// How many entries are values.
    var valueCount = 0
    /// How long the values are or would be as PLAIN, in bytes.
    var plainBytes = 0

    mutating func removeAll() {
        definitions.removeAll(keepingCapacity: true)
        repetitions.removeAll(keepingCapacity: true)
        indices.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        (rows, entries, valueCount, plainBytes) = (0, 0, 0, 0)
    }
}
