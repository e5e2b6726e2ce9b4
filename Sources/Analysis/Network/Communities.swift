/// A division of the parties of a network into groups that meet more among themselves than their totals would let expect.
public struct Communities: Sendable, Hashable {
    /// The group of each party, in the order of the network's parties: 0 for the largest group, among equals the one whose
    /// first party comes first.
    public let labels: [Int]
    public let count: Int
    /// Of this division, at the resolution that it was sought with.
    public let modularity: Double
}

extension ContactNetwork {
    /// Resolutions that are accepted. Above 1 groups become smaller, below 1 larger.
    public static let resolutions = 1e-6...1e6
    /// The most orders in which ``communities(resolution:restarts:)`` tries the parties.
    public static let mostRestarts = 1000

    /// How much more of the weight lies within the groups of a division than if the same strengths were tied at random:
    /// Q = Σ over groups (within / m − γ (strength / 2m)²), m all weight; at γ = 1 from −1/2 to below 1.
    ///
    /// M. E. J. Newman, "Modularity and community structure in networks", PNAS 103:23, 2006; γ from J. Reichardt and
    /// S. Bornholdt, Physical Review E 74, 016110, 2006. Linear. `nil` without ties, where there is not one label for each
    /// party, or the resolution is not in ``resolutions``.
    ///
    /// - Parameter labels: a group for each of ``parties``, any numbers.
    public func modularity(of labels: [Int], resolution: Double = 1) -> Double? {
        guard !ties.isEmpty, labels.count == parties.count, Self.resolutions.contains(resolution) else { return nil }
        var numbers: [Int: Int] = [:]
        let groups = labels.map { label in
            let number = numbers[label] ?? numbers.count
            numbers[label] = number
            return number
        }
        var within = [Double](repeating: 0, count: numbers.count)
        var strength = within
        var total = 0.0
        for tie in ties {
            total += tie.weight
            strength[groups[tie.first]] += tie.weight
            strength[groups[tie.second]] += tie.weight
            if groups[tie.first] == groups[tie.second] { within[groups[tie.first]] += tie.weight }
        }
        return within.indices.reduce(0) { sum, group in
            let expected = strength[group] / (2 * total)
            return sum + within[group] / total - resolution * expected * expected
        }
    }

    /// The division of the highest modularity that Louvain finds from several orders of the parties: first that of
    /// ``parties``, then orders by chance with a fixed seed. The same network has the same communities in every run.
    ///
    /// V. D. Blondel et al., "Fast unfolding of communities in large networks", Journal of Statistical Mechanics P10008, 2008.
    /// Two things are added, which both raise modularity: single parties move once more in the end (``Louvain``), and a group that
    /// is not connected, which Louvain can leave, is parted into its components. A
    /// party without ties is a group of one. About O(m) for m ties, a restart. `nil` without ties, or where the
    /// resolution is not in ``resolutions``.
    ///
    /// - Parameter restarts: orders that are tried, 1...``mostRestarts``; a number beyond is taken as the nearest within.
    public func communities(resolution: Double = 1, restarts: Int = 10) -> Communities? {
        guard !ties.isEmpty, Self.resolutions.contains(resolution) else { return nil }
        var chance = SeededChance(seed: 2008)
        var order = Array(parties.indices)
        var best: (labels: [Int], modularity: Double)?
        for attempt in 0..<min(max(restarts, 1), Self.mostRestarts) {
            if attempt > 0 { order.shuffle(using: &chance) }
            let louvain = Louvain(adjacency, resolution: resolution)
            let labels = connectedGroups(of: louvain.refined(louvain.labels(trying: order), trying: order))
            guard let modularity = modularity(of: labels, resolution: resolution) else { return nil }
            if let known = best?.modularity, modularity <= known + 1e-12 { continue }
            best = (labels, modularity)
        }
        return best.map { best in
            let labels = Self.numbered(best.labels)
            return Communities(labels: labels, count: (labels.max() ?? -1) + 1, modularity: best.modularity)
        }
    }

    /// Labels under which parties are together that were, and are connected through such.
    private func connectedGroups(of labels: [Int]) -> [Int] {
        let within = ties.filter { labels[$0.first] == labels[$0.second] }
        var groups = labels
        for (number, group) in Adjacency(parties: parties.count, ties: within).components().enumerated() {
            for party in group { groups[party] = number }
        }
        return groups
    }

    /// The labels of connected groups as ``Communities/labels`` has them.
    private static func numbered(_ labels: [Int]) -> [Int] {
        let groups = Dictionary(grouping: labels.indices) { labels[$0] }.values
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        var numbered = labels
        for (number, group) in groups.enumerated() {
            for party in group { numbered[party] = number }
        }
        return numbered
    }
}
