/// Moves that the tags alone decide: those of the two words on top of the stack and of the two in front of the buffer.
///
/// Where four tags were nearly always followed by one move and one label in training, as a determiner before a noun is, no
/// network is asked: about a fifth of all moves, at a cost of half a word in a thousand.
package struct CertainMoves: Sendable {
    private let table: KeyTable<UInt16>

    /// Opens the sections `sure.*`; `nil` where they do not fit together.
    package init?(_ weights: Weights, labels: Int) {
        guard
            let table = KeyTable<UInt16>(
                weights, "sure", allows: { Int($0 & 0xFF) <= labels && $0 >> 8 < ParserState.Move.allCases.count })
        else { return nil }
        self.table = table
    }

    /// The key of four tags; never 0.
    @inline(__always)
    package static func key(_ second: UInt8, _ top: UInt8, _ front: UInt8, _ next: UInt8) -> UInt64 {
        UInt64(second) | UInt64(top) << 8 | UInt64(front) << 16 | UInt64(next) << 24
    }

    /// The move and the label of its arc; `nil` where the tags decide nothing.
    @inline(__always)
    package subscript(key: UInt64) -> (move: ParserState.Move, label: UInt8)? {
        guard let value = table[key] else { return nil }
        return ParserState.Move(rawValue: Int(value >> 8)).map { ($0, UInt8(truncatingIfNeeded: value)) }
    }

    /// Writes the table of moves by their keys; a move's number stands above its label's.
    package static func write(_ moves: [UInt64: UInt16], to writer: inout WeightsWriter) {
        KeyTable.write(moves, free: 0, "sure", to: &writer)
    }
}
