extension ContactNetwork {
    /// Steps after which an iteration that has not settled is given up; fewer where ``mostWork`` does not hold so many.
    public static let mostSteps = 100_000

    var affordableSteps: Int { min(Self.mostSteps, Self.mostWork / (parties.count + 2 * ties.count + 1)) }

    /// How much a party meets those who themselves meet much: the leading eigenvector of the matrix of weights of the largest
    /// component, of unit Euclidean norm, all above 0 there. Parties of other components have 0, for there the measure
    /// says nothing of how they compare. (P. Bonacich, "Factoring and weighting approaches to status scores and clique
    /// identification", Journal of Mathematical Sociology 2:1, 1972.)
    ///
    /// Of components with equally many parties the one of the greater weight counts, then the one whose first party comes
    /// first. Power iteration from equal values with (A + sI), s half the mean strength: without s it swings for ever
    /// on a network of two sides, such as a star. O(m) a step for m ties; stops where the estimate of what is left
    /// is under 1e-11. `nil` without ties, and where it has not settled after ``mostSteps`` steps: two groups that are
    /// joined all but not at all have no leading one.
    public func eigenvectorCentrality() -> [Double]? {
        guard !ties.isEmpty else { return nil }
        let members = largestComponent
        let strengths = strengths
        let mean = members.reduce(0) { $0 + strengths[$1] } / Double(members.count)
        // Weights by the mean, so that s is 1/2 whatever their unit.
        var values = [Double](repeating: 0, count: parties.count)
        for party in members { values[party] = 1 / Double(members.count).squareRoot() }
        var next = values
        var lastChange = Double.infinity
        for _ in 0..<affordableSteps {
            var square = 0.0
            for party in members {
                var sum = values[party] / 2
                for place in adjacency.places(of: party) {
                    sum += adjacency.weights[place] / mean * values[adjacency.neighbours[place]]
                }
                next[party] = sum
                square += sum * sum
            }
            let norm = square.squareRoot()
            var change = 0.0
            for party in members {
                next[party] /= norm
                let step = next[party] - values[party]
                change += step * step
            }
            change = change.squareRoot()
            swap(&values, &next)
            // Changes shrink by a constant ratio in the end: what is left is the rest of a geometric series.
            let ratio = change / lastChange
            if change < 1e-15 || ratio < 1 && change * ratio / (1 - ratio) < 1e-11 && change < 1e-6 { return values }
            lastChange = change
        }
        return nil
    }

    private var largestComponent: [Int] {
        let strengths = strengths
        let groups = components
        let largest = groups.prefix { $0.count == groups[0].count }
        let weights = largest.map { $0.reduce(0) { $0 + strengths[$1] } }
        var best = 0
        // Beyond what the order of adding makes of equal weights.
        for i in weights.indices where weights[i] > weights[best] * (1 + 1e-12) { best = i }
        return largest[best]
    }
}
