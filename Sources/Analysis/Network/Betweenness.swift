extension ContactNetwork {
    /// The most steps along ties that a measure takes. For paths these are parties × (parties + ties): at 4 × 10⁹ a processor is
    /// busy for a quarter of a minute by hops, for a minute by weights.
    public static let mostWork = 4_000_000_000

    /// Of all pairs of other parties, the share whose shortest paths run through a party; of several shortest paths of a pair
    /// each has its part. In the order of ``parties``, 0...1.
    ///
    /// C(v) = Σ σ(s,t|v) / σ(s,t) over the unordered pairs s, t ≠ v, divided by (n − 1)(n − 2)/2 for n parties, those without
    /// ties among them. Pairs that are not connected add nothing. (U. Brandes, "A faster algorithm for betweenness
    /// centrality", Journal of Mathematical Sociology 25:2, 2001.)
    ///
    /// O(n·m) by hops, O(n·m·log m) by weights, for m ties. `nil` with fewer than three parties or no tie, above
    /// ``mostWork``, and where there are more shortest paths than a double counts.
    public func betweenness(_ length: PathLength = .hops) -> [Double]? {
        guard parties.count > 2, !ties.isEmpty, isPathWorkBounded else { return nil }
        var search = ShortestPaths(adjacency, length)
        var centrality = [Double](repeating: 0, count: parties.count)
        var dependency = [Double](repeating: 0, count: parties.count)
        for source in parties.indices where !adjacency.places(of: source).isEmpty {
            search.search(from: source)
            for party in search.order.reversed() {
                guard search.paths[party].isFinite else { return nil }
                let part = (1 + dependency[party]) / search.paths[party]
                let start = adjacency.starts[party]
                for place in start..<(start + search.beforeCounts[party]) {
                    dependency[search.before[place]] += search.paths[search.before[place]] * part
                }
                if party != source { centrality[party] += dependency[party] }
            }
            for party in search.order { dependency[party] = 0 }
        }
        // Each pair was counted from both ends.
        let pairs = Double(parties.count - 1) * Double(parties.count - 2)
        return centrality.map { $0 / pairs }
    }

    /// How near a party is to those that it reaches, and how many they are, in the order of ``parties``, above 0, at most 1
    /// by hops; `nil` for a party without ties.
    ///
    /// C(v) = (r / (n − 1)) · (r / Σ d(v,t)) over the r parties that v reaches, for n parties (S. Wasserman and K. Faust,
    /// Social Network Analysis, 1994, section 5.2): in a connected network the plain closeness (n − 1) / Σ d.
    ///
    /// O(n·m) by hops, O(n·m·log m) by weights, for m ties. All `nil` above ``mostWork``.
    public func closeness(_ length: PathLength = .hops) -> [Double?] {
        guard isPathWorkBounded else { return Array(repeating: nil, count: parties.count) }
        var search = ShortestPaths(adjacency, length)
        return parties.indices.map { party in
            guard !adjacency.places(of: party).isEmpty else { return nil }
            search.search(from: party)
            let reached = Double(search.order.count - 1)
            let sum = search.order.reduce(0) { $0 + search.distances[$1] }
            return reached / Double(parties.count - 1) * (reached / sum)
        }
    }

    private var isPathWorkBounded: Bool {
        let (work, isTooMuch) = parties.count.multipliedReportingOverflow(by: parties.count + ties.count)
        return !isTooMuch && work <= Self.mostWork
    }
}
