package import Contract
import Analysis

/// Who talked to whom as JSON (`rapporteur.network/1`).
extension NetworkDossier: JSONWritable {
    package static let schema = "rapporteur.network/1"

    package func write(to out: inout JSONOutput) {
        let folded = FoldedEncounters(folded)
        out.object {
            $0.put("communities", summary.communities)
            $0.put("components", summary.components)
            $0.put("contact_rule", ContactBook.rule)
            $0.put("density", finite(summary.density))
            $0.put("encounters", encounters)
            $0.put("formulas", Self.formulas)
            $0.put("meetings", summary.gatherings)
            $0.put("modularity", finite(summary.modularity))
            $0.put("n", summary.rows.count)
            $0.put("omissions", OmissionsJSON(omissions: summary.omissions))
            $0.put("parties", summary.rows.map { PartyJSON(row: $0, network: network, folded: folded) })
            $0.put("projection", network.projection)
            $0.put("projection_rule", network.projection.statement)
            $0.put("schema", Self.schema)
            $0.put("ties", network.ties.map { TieJSON(tie: $0, network: network, folded: folded) })
            $0.put("undefined", network.ties.isEmpty ? "undefined: no contacts between two parties" : nil)
            $0.put("window", WindowJSON(days))
        }
    }

    private static let formulas = [
        "betweenness, closeness: by hops, normalised", "community: greatest modularity found (Louvain)",
        "degree: distinct parties met", "eigenvector, page_rank: by weights, damping 0.85",
        "strength: the sum of the weights of the ties",
    ]

    private struct OmissionsJSON: JSONWritable {
        let omissions: ContactNetwork.Omissions

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("crowded", omissions.crowded)
                $0.put("lone", omissions.lone)
                $0.put("multilateral", omissions.multilateral)
                $0.put("repeated", omissions.repeated)
                $0.put("unweighable", omissions.unweighable)
            }
        }
    }

    private struct PartyJSON: JSONWritable {
        let row: NetworkSummary.Row
        let network: ContactNetwork
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            let measures = [
                ("betweenness", row.betweenness), ("closeness", row.closeness), ("eigenvector", row.eigenvector),
                ("page_rank", row.pageRank),
            ]
            let missing = measures.filter { finite($0.1) == nil }.map { "\($0.0): not defined in this network" }
            out.object {
                $0.put("betweenness", finite(row.betweenness))
                $0.put("closeness", finite(row.closeness))
                $0.put("community", row.community)
                $0.put("degree", row.degree)
                $0.put("eigenvector", finite(row.eigenvector))
                $0.put("encounters", folded.all(network.keys(of: row.party)))
                $0.put("page_rank", finite(row.pageRank))
                $0.put("party", row.party)
                $0.put("strength", finite(row.strength))
                $0.put("undefined", missing.isEmpty ? nil : missing)
            }
        }
    }

    private struct TieJSON: JSONWritable {
        let tie: ContactNetwork.Tie
        let network: ContactNetwork
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("encounters", folded.all(network.keys(of: tie)))
                $0.put("meetings", tie.gatherings)
                $0.put("parties", [network.parties[tie.first], network.parties[tie.second]])
                $0.put("weight", finite(tie.weight))
            }
        }
    }
}
