/// Some bytes that stand in memory that others own: a field of a line, or a code of a table.
///
/// One of a line is valid only while the line is given; it is copied out (``text``) where it is to stay.
package struct Cell {
    package let start: UnsafePointer<UInt8>
    package let count: Int

    package init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    /// No bytes.
    package static var empty: Cell { Cell(start: Standing.nothing.start, count: 0) }

    package var isEmpty: Bool { count == 0 }

    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// As text, with what is no UTF-8 replaced.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// As text; `nil` for no bytes.
    package var textOrNil: String? { isEmpty ? nil : text }

    /// A part of it, as far as it goes.
    package func dropFirst(_ length: Int) -> Cell {
        let length = min(max(length, 0), count)
        return Cell(start: start + length, count: count - length)
    }

    package func prefix(_ length: Int) -> Cell { Cell(start: start, count: min(max(length, 0), count)) }

    package func equals(_ other: Cell) -> Bool {
        count == other.count && bytes.elementsEqual(other.bytes)
    }

    package func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount
            && bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Without spaces at both ends.
    var trimmed: Cell {
        var (first, last) = (0, count)
        while first < last, start[first] == 0x20 { first += 1 }
        while last > first, start[last - 1] == 0x20 || start[last - 1] == 0x0D { last -= 1 }
        return Cell(start: start + first, count: last - first)
    }

    /// Without the quotation marks around it.
    var unquoted: Cell {
        guard count >= 2, start[0] == 0x22, start[count - 1] == 0x22 else { return self }
        return Cell(start: start + 1, count: count - 2)
    }

    /// What tables write for nothing: no bytes, `NA`, `NULL`, `None`.
    var orNothing: Cell {
        guard count <= 4, !isEmpty else { return self }
        return equals("NA") || equals("NULL") || equals("None") ? .empty : self
    }
}

/// Bytes that are laid out once and stand as long as the program runs.
struct Standing: @unchecked Sendable {
    let start: UnsafePointer<UInt8>
    let count: Int

    static let nothing = Standing([])

    init(_ bytes: some Collection<UInt8>) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        memory.initialize(repeating: 0)
        for (place, byte) in bytes.enumerated() { memory[place] = byte }
        start = UnsafePointer(memory.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1))
        count = bytes.count
    }

    var cell: Cell { Cell(start: start, count: count) }
}
