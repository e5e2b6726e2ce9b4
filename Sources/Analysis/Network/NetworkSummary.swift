/// The measures of a network, side by side. What is not defined is `nil`.
public struct NetworkSummary: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public let party: String
        /// Distinct parties met.
        public let degree: Int
        /// Contacts as the projection counts them.
        public let strength: Double
        public let betweenness: Double?
        public let closeness: Double?
        public let eigenvector: Double?
        public let pageRank: Double?
        /// A group of ``Communities/labels``.
        public let community: Int?
    }

    public let projection: Projection
    /// Gatherings that make at least one tie.
    public let gatherings: Int
    public let omissions: ContactNetwork.Omissions
    public let ties: Int
    public let components: Int
    public let density: Double?
    public let communities: Int?
    public let modularity: Double?
    /// The greatest strength first, equal ones (to 1e-6) by party.
    public let rows: [Row]
}

extension ContactNetwork {
    /// All measures by party. Betweenness and closeness are by hops or by weights as `length` says, the others by weights.
    ///
    /// O(n·m) for n parties and m ties: the betweenness.
    public func summary(
        length: PathLength = .hops, damping: Double = 0.85, resolution: Double = 1, restarts: Int = 10
    ) -> NetworkSummary {
        let (degrees, strengths) = (degrees, strengths)
        let (betweenness, closeness) = (betweenness(length), closeness(length))
        let (eigenvector, pageRank) = (eigenvectorCentrality(), pageRank(damping: damping))
        let communities = communities(resolution: resolution, restarts: restarts)
        // What differs by the rounding of sums is equal.
        let ranks = strengths.map { ($0 * 1e6).rounded() }
        let order = parties.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
        return NetworkSummary(
            projection: projection, gatherings: tyingGatherings, omissions: omissions, ties: ties.count,
            components: components.count, density: density, communities: communities?.count,
            modularity: communities?.modularity,
            rows: order.map { i in
                NetworkSummary.Row(
                    party: parties[i], degree: degrees[i], strength: strengths[i], betweenness: betweenness?[i],
                    closeness: closeness[i], eigenvector: eigenvector?[i], pageRank: pageRank?[i],
                    community: communities?.labels[i])
            })
    }
}
