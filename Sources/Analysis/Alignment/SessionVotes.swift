public import Diplomacy

/// The votes of one session as bits, so that a dyad's table is a few words' intersections.
///
/// Memory: three bits a party and roll call.
public struct SessionVotes: Sendable {
    /// The table of two parties of a session.
    public struct Dyad: Hashable, Sendable {
        /// Code of the party that sorts first.
        public var first: String
        public var second: String
        public var table: VoteTable
    }

    public let number: Int
    /// Codes of the parties that voted, sorted.
    public let parties: [String]
    /// How many roll calls the session holds.
    public let rollCalls: Int
    /// The words of one party's yeas, abstentions and nays, one after the other; party after party.
    private let words: [UInt64]
    private let width: Int

    public init(_ session: VoteSession) {
        number = session.number
        parties = session.parties
        rollCalls = session.rollCalls.count
        let width = (rollCalls + 63) / 64
        var words = [UInt64](repeating: 0, count: parties.count * 3 * width)
        for party in parties.indices {
            for (call, vote) in session.row(party).enumerated() where (1...3).contains(vote) {
                words[(party * 3 + Int(vote) - 1) * width + call / 64] |= 1 << UInt64(call % 64)
            }
        }
        self.words = words
        self.width = width
    }

    /// Where a party stands in `parties`. Logarithmic.
    public func place(_ party: String) -> Int? {
        var (low, high) = (0, parties.count)
        while low < high {
            let middle = (low + high) / 2
            if parties[middle] < party { low = middle + 1 } else { high = middle }
        }
        return low < parties.count && parties[low] == party ? low : nil
    }

    /// The table of two parties; empty where one of them cast no vote in the session. Linear in the roll calls over 64.
    ///
    /// - Parameter mask: the roll calls to count, of this session; all where it is `nil`.
    public func table(_ first: String, _ second: String, among mask: RollCallMask? = nil) -> VoteTable {
        guard let one = place(first), let other = place(second) else { return VoteTable() }
        return words.withUnsafeBufferPointer { table($0, one, other, mask) }
    }

    /// The tables of all dyads, in the order of their codes: n (n − 1) / 2 of them. Quadratic in the parties.
    public func dyads(among mask: RollCallMask? = nil) -> [Dyad] {
        var result: [Dyad] = []
        result.reserveCapacity(parties.count * max(0, parties.count - 1) / 2)
        words.withUnsafeBufferPointer { words in
            for one in parties.indices {
                for other in parties.indices.dropFirst(one + 1) {
                    result.append(
                        Dyad(first: parties[one], second: parties[other], table: table(words, one, other, mask)))
                }
            }
        }
        return result
    }

    private func table(
        _ words: UnsafeBufferPointer<UInt64>, _ one: Int, _ other: Int, _ mask: RollCallMask?
    ) -> VoteTable {
        var cells: SIMD16<UInt32> = .zero
        for word in 0..<width {
            // a mask of another session has fewer words or more
            let chosen = mask.map { $0.words.indices.contains(word) ? $0.words[word] : 0 } ?? .max
            for x in 0..<3 {
                let mine = words[(one * 3 + x) * width + word] & chosen
                if mine == 0 { continue }
                for y in 0..<3 {
                    cells[x * 3 + y] += UInt32((mine & words[(other * 3 + y) * width + word]).nonzeroBitCount)
                }
            }
        }
        return VoteTable(cells: cells)
    }
}
