/// Who meets whom: parties, and undirected ties with weights, each traced to the gatherings that it rests on.
///
/// A party that took part and has no tie under the projection is in the network nevertheless, alone. The network depends on the
/// gatherings alone, not on their order. Built in O(p log p + k) for p parties of all gatherings and k pairs within them, of
/// which a gathering has at most 19,900 (``Projection/mostParties``); keeps O(p) and the ties.
///
/// Measures are `nil` where they are not defined, never 0 or NaN.
public struct ContactNetwork: Sendable {
    /// Two parties that share gatherings.
    public struct Tie: Sendable, Hashable {
        /// Places in ``ContactNetwork/parties``, the smaller first.
        public let first: Int
        public let second: Int
        /// The sum over its gatherings of weight × share (see ``Projection``), above 0.
        public let weight: Double
        /// How many gatherings it rests on.
        public let gatherings: Int
    }

    /// Gatherings that make no tie, by the reason why.
    public struct Omissions: Sendable, Hashable {
        /// Fewer than two parties.
        public var lone = 0
        /// Three or more, in the bilateral projection.
        public var multilateral = 0
        /// More than ``Projection/mostParties``.
        public var crowded = 0
        /// A weight outside ``Gathering/weights``; its parties are left out too.
        public var unweighable = 0
        /// The same key, parties and weight as one before.
        public var repeated = 0

        public var total: Int { lone + multilateral + crowded + unweighable + repeated }
    }

    public let projection: Projection
    /// The codes of the parties that took part in anything, sorted, distinct. Measures by party are in this order.
    public let parties: [String]
    /// Sorted by the first party, then the second; at most one for a pair, none of a party with itself.
    public let ties: [Tie]
    public let omissions: Omissions
    /// How many gatherings make at least one tie.
    public let tyingGatherings: Int
    let adjacency: Adjacency
    private let attendance: Attendance
    /// The gatherings of party i, as places in the attendance, are `attended[attendedStarts[i]..<attendedStarts[i + 1]]`.
    private let attended: [UInt32]
    private let attendedStarts: [Int]

    public init(_ gatherings: [Gathering], projection: Projection) {
        let attendance = Attendance(gatherings)
        var omissions = Omissions()
        omissions.unweighable = attendance.unweighable
        omissions.repeated = attendance.repeated
        var shares: [(share: Double, gathering: Int)] = []
        shares.reserveCapacity(attendance.count)
        for i in 0..<attendance.count {
            let size = attendance.size(i)
            if let share = projection.share(of: size) {
                shares.append((share * attendance.weights[i], i))
            } else if size < 2 {
                omissions.lone += 1
            } else if size > Projection.mostParties {
                omissions.crowded += 1
            } else {
                omissions.multilateral += 1
            }
        }
        // A sum of doubles depends on their order: in that of their sizes, it does not depend on the order of the gatherings.
        shares.sort { $0.share < $1.share }
        var tally = PairTally()
        for (share, gathering) in shares {
            let (start, end) = (attendance.starts[gathering], attendance.starts[gathering + 1])
            for i in start..<end {
                for j in (i + 1)..<end { tally.add(share, attendance.members[i], attendance.members[j]) }
            }
        }
        self.projection = projection
        self.attendance = attendance
        self.omissions = omissions
        tyingGatherings = shares.count
        parties = attendance.codes
        ties = tally.ties()
        adjacency = Adjacency(parties: parties.count, ties: ties)
        (attendedStarts, attended) = Self.attended(attendance)
    }

    private static func attended(_ attendance: Attendance) -> (starts: [Int], gatherings: [UInt32]) {
        var starts = [Int](repeating: 0, count: attendance.codes.count + 1)
        for party in attendance.members { starts[Int(party) + 1] += 1 }
        for i in attendance.codes.indices { starts[i + 1] += starts[i] }
        var next = starts
        var gatherings = [UInt32](repeating: 0, count: attendance.members.count)
        for i in 0..<attendance.count {
            for place in attendance.starts[i]..<attendance.starts[i + 1] {
                let party = Int(attendance.members[place])
                gatherings[next[party]] = UInt32(truncatingIfNeeded: i)
                next[party] += 1
            }
        }
        return (starts, gatherings)
    }

    // MARK: - What it rests on

    /// The keys of the gatherings that a tie rests on, sorted, distinct; none where there is no such tie.
    ///
    /// Linear in the gatherings of the two parties.
    public func keys(of tie: Tie) -> [String] { keys(between: tie.first, and: tie.second) }

    /// The keys of the gatherings that tie two parties, by their codes; none where one is unknown or they have no tie.
    public func keys(between one: String, and other: String) -> [String] {
        guard let first = place(of: one), let second = place(of: other) else { return [] }
        return keys(between: first, and: second)
    }

    /// The keys of all gatherings that a party took part in, those that make no tie among them, sorted, distinct.
    public func keys(of party: String) -> [String] {
        guard let place = place(of: party) else { return [] }
        return Set(attended[attendedStarts[place]..<attendedStarts[place + 1]].map { attendance.keys[Int($0)] })
            .sorted()
    }

    /// Where a party stands in ``parties``; logarithmic.
    public func place(of party: String) -> Int? {
        var (low, high) = (0, parties.count)
        while low < high {
            let middle = (low + high) / 2
            if parties[middle] < party { low = middle + 1 } else { high = middle }
        }
        return low < parties.count && parties[low] == party ? low : nil
    }

    private func keys(between first: Int, and second: Int) -> [String] {
        guard first != second, parties.indices.contains(first), parties.indices.contains(second) else { return [] }
        var (i, j) = (attendedStarts[first], attendedStarts[second])
        var keys: Set<String> = []
        while i < attendedStarts[first + 1], j < attendedStarts[second + 1] {
            if attended[i] == attended[j] {
                let gathering = Int(attended[i])
                if projection.share(of: attendance.size(gathering)) != nil { keys.insert(attendance.keys[gathering]) }
                i += 1
                j += 1
            } else if attended[i] < attended[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return keys.sorted()
    }
}
