extension ContactNetwork {
    /// Where one would be found who goes from party to party for ever: with chance `damping` along a tie, chosen by weight,
    /// else to any party. Sums to 1, all above 0, in the order of ``parties``.
    ///
    /// S. Brin and L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer Networks 30, 1998; on
    /// undirected ties. From a party without ties one goes anywhere. Iterates until a step changes all together by less
    /// than 1e-12; O(m) a step for m ties, 170 steps at .85. `nil` without ties, and where damping is not in 0..<1 or so
    /// near 1 that ``mostSteps`` steps do not settle it.
    public func pageRank(damping: Double = 0.85) -> [Double]? {
        guard !ties.isEmpty, damping >= 0, damping < 1 else { return nil }
        let count = Double(parties.count)
        let strengths = strengths
        var ranks = [Double](repeating: 1 / count, count: parties.count)
        var next = ranks
        for _ in 0..<affordableSteps {
            var dangling = 0.0
            for party in parties.indices where strengths[party] == 0 { dangling += ranks[party] }
            let base = (1 - damping + damping * dangling) / count
            var change = 0.0
            for party in parties.indices {
                var sum = 0.0
                for place in adjacency.places(of: party) {
                    let neighbour = adjacency.neighbours[place]
                    sum += ranks[neighbour] * (adjacency.weights[place] / strengths[neighbour])
                }
                next[party] = base + damping * sum
                change += abs(next[party] - ranks[party])
            }
            swap(&ranks, &next)
            if change < 1e-12 {
                let total = ranks.reduce(0, +)
                return ranks.map { $0 / total }
            }
        }
        return nil
    }
}
