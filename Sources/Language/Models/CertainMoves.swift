/// Moves that the tags alone decide: those of the two words on top of the stack and of the two in front of the buffer.
///
/// Where four tags were nearly always followed by one move and one label in training, as a determiner before a noun is, no
/// network is asked: about a third of all moves, and no less often right.
package struct CertainMoves: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    private let keys: UnsafePointer<UInt32>
    private let values: UnsafePointer<UInt16>
    private let mask: Int

    /// Opens the sections `parse.sure` and `parse.sure.move`; `nil` where they do not fit together.
    package init?(_ weights: Weights, labels: Int) {
        let keys = weights.section("parse.sure", of: UInt32.self)
        let values = weights.section("parse.sure.move", of: UInt16.self)
        guard keys.count > 0, keys.count & (keys.count - 1) == 0, keys.count == values.count, keys.contains(0),
            values.allSatisfy({ Int($0 & 0xFF) <= labels && $0 >> 8 < 3 }),
            let keyBase = keys.baseAddress, let valueBase = values.baseAddress
        else { return nil }
        self.keys = keyBase
        self.values = valueBase
        mask = keys.count - 1
    }

    /// The key of four tags; never 0.
    @inline(__always)
    package static func key(_ second: UInt8, _ top: UInt8, _ front: UInt8, _ next: UInt8) -> UInt32 {
        UInt32(second) | UInt32(top) << 8 | UInt32(front) << 16 | UInt32(next) << 24
    }

    @inline(__always)
    private static func place(_ key: UInt32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 12) & mask
    }

    /// The move and the label of its arc; `nil` where the tags decide nothing.
    @inline(__always)
    package subscript(key: UInt32) -> (move: ParserState.Move, label: UInt8)? {
        var place = Self.place(key, mask)
        while keys[place] != 0 {
            if keys[place] == key {
                let value = values[place]
                return ParserState.Move(rawValue: Int(value >> 8)).map { ($0, UInt8(truncatingIfNeeded: value)) }
            }
            place = (place &+ 1) & mask
        }
        return nil
    }

    /// The two sections of a table; a move's number stands above its label's.
    package static func sections(_ table: [UInt32: UInt16]) -> (keys: [UInt32], values: [UInt16]) {
        var size = 1024
        while size < table.count * 2 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var values = [UInt16](repeating: 0, count: size)
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            var at = place(key, size - 1)
            while keys[at] != 0 { at = (at + 1) & (size - 1) }
            keys[at] = key
            values[at] = value
        }
        return (keys, values)
    }
}
