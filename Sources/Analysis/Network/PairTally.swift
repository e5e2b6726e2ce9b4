/// Sums over pairs of parties, by their numbers: an open table with linear probing. Adding is constant on average.
struct PairTally {
    /// A pair's sum and how many values are in it.
    private struct Cell {
        var pair = PairTally.empty
        var sum = 0.0
        var count = 0
    }

    /// No pair: the two numbers of a pair differ.
    private static let empty = UInt64.max

    private var cells = [Cell](repeating: Cell(), count: 1024)
    private var count = 0

    /// Adds a value to the pair of two different numbers, the smaller first.
    mutating func add(_ value: Double, _ a: UInt32, _ b: UInt32) {
        let pair = UInt64(a) << 32 | UInt64(b)
        let place = place(of: pair)
        if cells[place].pair == Self.empty {
            cells[place].pair = pair
            count += 1
        }
        cells[place].sum += value
        cells[place].count += 1
        if count * 2 > cells.count { grow() }
    }

    /// The sums in the order of the pairs.
    func ties() -> [ContactNetwork.Tie] {
        cells.filter { $0.pair != Self.empty }.sorted { $0.pair < $1.pair }.map {
            ContactNetwork.Tie(
                first: Int($0.pair >> 32), second: Int($0.pair & 0xFFFF_FFFF), weight: $0.sum, gatherings: $0.count)
        }
    }

    /// Where a pair stands, or would.
    private func place(of pair: UInt64) -> Int {
        let mask = cells.count - 1
        // Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, 6.4)
        var place = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while cells[place].pair != pair, cells[place].pair != Self.empty { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = cells
        cells = Array(repeating: Cell(), count: old.count * 4)
        for cell in old where cell.pair != Self.empty { cells[place(of: cell.pair)] = cell }
    }
}
