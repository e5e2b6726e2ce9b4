/// Who took part in which gathering, by numbers instead of names: what a projection is made from, and what a tie is traced
/// back to. Linear in the parties of all gatherings.
struct Attendance: Sendable {
    /// Party codes, sorted; a party's number is its place here.
    private(set) var codes: [String] = []
    /// Keys of the gatherings that count, in the order in which they were given.
    private(set) var keys: [String] = []
    private(set) var weights: [Double] = []
    /// The parties of gathering i, sorted, are `members[starts[i]..<starts[i + 1]]`.
    private(set) var starts = [0]
    private(set) var members: [UInt32] = []
    private(set) var unweighable = 0
    private(set) var repeated = 0

    init(_ gatherings: [Gathering]) {
        var numbers: [String: UInt32] = [:]
        var first: [String: Int] = [:]
        var again: Set<Occasion> = []
        first.reserveCapacity(gatherings.count)
        starts.reserveCapacity(gatherings.count + 1)
        for gathering in gatherings {
            guard Gathering.weights.contains(gathering.weight) else {
                unweighable += 1
                continue
            }
            let start = members.count
            for code in gathering.parties {
                if let number = numbers[code] {
                    members.append(number)
                } else {
                    let number = UInt32(truncatingIfNeeded: codes.count)
                    numbers[code] = number
                    codes.append(code)
                    members.append(number)
                }
            }
            sortAndMerge(from: start)
            if let earlier = first[gathering.key] {
                let occasion = Occasion(gathering.key, gathering.weight, members[start...])
                let known = Occasion(gathering.key, weights[earlier], members[starts[earlier]..<starts[earlier + 1]])
                guard occasion != known, again.insert(occasion).inserted else {
                    members.removeSubrange(start...)
                    repeated += 1
                    continue
                }
            } else {
                first[gathering.key] = keys.count
            }
            keys.append(gathering.key)
            weights.append(gathering.weight)
            starts.append(members.count)
        }
        numberBySortedCode()
    }

    var count: Int { keys.count }

    func size(_ gathering: Int) -> Int { starts[gathering + 1] - starts[gathering] }

    /// A gathering whose key came before.
    private struct Occasion: Hashable {
        let key: String
        let weight: Double
        let members: [UInt32]

        init(_ key: String, _ weight: Double, _ members: ArraySlice<UInt32>) {
            self.key = key
            self.weight = weight
            self.members = Array(members)
        }
    }

    /// Sorts the members from a place on and leaves one of each.
    private mutating func sortAndMerge(from start: Int) {
        sort(start..<members.count)
        var end = start
        for i in start..<members.count where i == start || members[i] != members[end - 1] {
            members[end] = members[i]
            end += 1
        }
        members.removeSubrange(end...)
    }

    /// Gives the parties the numbers of their codes' order, which no longer depend on who came first.
    private mutating func numberBySortedCode() {
        let order = codes.indices.sorted { codes[$0] < codes[$1] }
        var place = [UInt32](repeating: 0, count: codes.count)
        for (new, old) in order.enumerated() { place[old] = UInt32(truncatingIfNeeded: new) }
        codes = order.map { codes[$0] }
        for i in members.indices { members[i] = place[Int(members[i])] }
        for i in 0..<count { sort(starts[i]..<starts[i + 1]) }
    }

    /// Sorts some members where they stand: a slice of the array would be a copy of it all.
    private mutating func sort(_ places: Range<Int>) {
        if places.count == 2 {
            let (one, other) = (members[places.lowerBound], members[places.lowerBound + 1])
            if one > other { members.swapAt(places.lowerBound, places.lowerBound + 1) }
        } else if places.count > 2 {
            members.withUnsafeMutableBufferPointer { $0[places].sort() }
        }
    }
}
