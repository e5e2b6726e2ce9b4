extension ContactNetwork {
    /// Ties of each party; of 0 or more, at most one less than there are parties. Linear.
    public var degrees: [Int] { parties.indices.map { adjacency.places(of: $0).count } }

    /// The sum of the weights of each party's ties: its contacts, as the projection counts them. 0 without ties. Linear.
    public var strengths: [Double] {
        parties.indices.map { party in adjacency.places(of: party).reduce(0) { $0 + adjacency.weights[$1] } }
    }

    /// The share of all pairs of parties that have a tie, 0...1; `nil` with fewer than two parties.
    public var density: Double? {
        guard parties.count > 1 else { return nil }
        return 2 * Double(ties.count) / (Double(parties.count) * Double(parties.count - 1))
    }

    /// Parties that are connected through ties, as places in ``parties``, each group sorted; the group with the most parties
    /// first, among equals the one whose first party comes first. A party without ties is a group of one. Linear.
    public var components: [[Int]] { adjacency.components() }
}
