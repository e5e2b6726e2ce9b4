import Analysis
package import Charts

extension NetworkDossier {
    /// Parties that are drawn.
    package static let mostDrawn = 80
    /// Groups that have a colour of their own; the smaller ones share one.
    static let mostGroups = 5

    /// Who talked to whom: the parties with the most contacts, those that meet more among themselves than others in one colour.
    package func figure(name: (String) -> String) -> NetworkFigure {
        let tied = summary.rows.filter { $0.degree > 0 }
        let rows = Array(tied.prefix(Self.mostDrawn))
        let places = Dictionary(rows.enumerated().map { ($1.party, $0) }, uniquingKeysWith: { first, _ in first })
        let ties = network.ties.compactMap { tie -> NetworkFigure.Edge? in
            guard let from = places[network.parties[tie.first]], let to = places[network.parties[tie.second]] else {
                return nil
            }
            return NetworkFigure.Edge(from: from, to: to, weight: tie.weight)
        }
        let layout = Self.layout(rows.map(\.party), ties)
        let hasGroups = summary.communities != nil
        let nodes = rows.enumerated().map { i, row in
            NetworkFigure.Node(
                label: name(row.party), x: layout[i].x, y: layout[i].y, size: row.strength,
                group: min(row.community ?? 0, Self.mostGroups))
        }
        return NetworkFigure(
            caption: Caption(
                title: "Who talked to whom",
                subtitle: "Contacts between officials, \(days.words). \(network.projection.statement)",
                notes: notes(shown: rows.count, of: tied.count),
                emptiness: tied.isEmpty ? "undefined: no contacts between two parties, \(days.words)" : nil),
            nodes: nodes, edges: ties, groups: hasGroups ? groupNames(rows, name) : [],
            size: Axis("Contacts of a party"), weight: Axis("Contacts of two parties"))
    }

    /// Places of the parties that are drawn, as if there were no others, filling the unit square.
    private static func layout(_ parties: [String], _ edges: [NetworkFigure.Edge]) -> [(x: Double, y: Double)] {
        let gatherings = edges.enumerated().map { i, edge in
            Gathering(key: String(i), parties: [parties[edge.from], parties[edge.to]])
        }
        let alone = parties.enumerated().map { Gathering(key: "alone \($0)", parties: [$1]) }
        let drawn = ContactNetwork(gatherings + alone, projection: .bilateral)
        guard let positions = drawn.layout() else { return parties.map { _ in (0.5, 0.5) } }
        func scaled(_ values: [Double]) -> [Double] {
            guard let low = values.min(), let high = values.max(), high - low > 1e-9 else { return values }
            return values.map { ($0 - low) / (high - low) }
        }
        let xs = scaled(positions.map(\.x))
        let ys = scaled(positions.map(\.y))
        return parties.map { party in drawn.place(of: party).map { (xs[$0], 1 - ys[$0]) } ?? (0.5, 0.5) }
    }

    private func groupNames(_ rows: [NetworkSummary.Row], _ name: (String) -> String) -> [String] {
        let count = summary.communities ?? 0
        let names = (0..<min(count, Self.mostGroups)).map { group -> String in
            let members = summary.rows.filter { $0.community == group }.map { name($0.party) }
            let rest = members.count - 2
            return members.prefix(2).joined(separator: ", ") + (rest > 0 ? " and \(counted(rest, "other"))" : "")
        }
        return count > Self.mostGroups ? names + ["\(counted(count - Self.mostGroups, "smaller group"))"] : names
    }

    private func notes(shown: Int, of tied: Int) -> [String] {
        var first =
            "n = \(counted(summary.gatherings, "meeting")) that \(summary.gatherings == 1 ? "ties" : "tie") two parties or more, of \(counted(encounters, "encounter")) that took place in these days; \(counted(tied, "party", "parties")), \(counted(summary.ties, "tie"))."
        if shown < tied { first += " Drawn are the \(shown) with the most contacts." }
        var notes = ["\(first) \(ContactBook.rule)"]
        if let communities = summary.communities, let modularity = summary.modularity {
            notes.append(
                "Colours: \(counted(communities, "group")) of the greatest modularity found (\(decimal(modularity, 2)); Louvain). Places: parties as far apart as there are ties on the way between them; directions and sides mean nothing."
            )
        }
        let left = summary.omissions
        if left.total > 0 {
            notes.append(
                "Without a tie: \(counted(left.lone, "meeting")) of one party, \(left.multilateral) of three or more, \(left.crowded) of more than \(Projection.mostParties)."
            )
        }
        return notes
    }
}
