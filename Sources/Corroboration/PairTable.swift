/// Two claims of a clustering, by their places, as one number: the smaller in the upper half.
struct ClaimPair: Hashable, Comparable, Sendable {
    let number: UInt64

    init(_ i: Int, _ j: Int) {
        number = UInt64(UInt32(truncatingIfNeeded: min(i, j))) << 32 | UInt64(UInt32(truncatingIfNeeded: max(i, j)))
    }

    var a: Int { Int(number >> 32) }
    var b: Int { Int(number & 0xFFFF_FFFF) }

    static func < (x: ClaimPair, y: ClaimPair) -> Bool { x.number < y.number }
}

/// The points of pairs, as they are asked for: an open table with linear probing. The library's dictionary, which hashes so that no
/// stranger can foresee it, took a tenth of the time of an `add` to a large register.
struct PairTable {
    /// Pairs by their places in the table; the largest number stands for an empty one.
    private var pairs: [UInt64]
    private var values: [Matching.Points?]
    private var count = 0

    private static let empty = UInt64.max

    init() {
        pairs = Array(repeating: Self.empty, count: 64)
        values = Array(repeating: nil, count: 64)
    }

    /// The value of a pair, made where it is not there.
    mutating func value(_ pair: ClaimPair, _ make: () -> Matching.Points?) -> Matching.Points? {
        let place = Self.place(pair.number, in: pairs)
        if pairs[place] == pair.number { return values[place] }
        let value = make()
        pairs[place] = pair.number
        values[place] = value
        count += 1
        if count * 2 > pairs.count { grow() }
        return value
    }

    /// Where a pair stands, or would.
    private static func place(_ number: UInt64, in pairs: [UInt64]) -> Int {
        let mask = pairs.count - 1
        // Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, 6.4)
        var place = Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while pairs[place] != number, pairs[place] != empty { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        var pairs = Array(repeating: Self.empty, count: self.pairs.count * 4)
        var values = [Matching.Points?](repeating: nil, count: pairs.count)
        for (i, number) in self.pairs.enumerated() where number != Self.empty {
            let place = Self.place(number, in: pairs)
            pairs[place] = number
            values[place] = self.values[i]
        }
        self.pairs = pairs
        self.values = values
    }
}
