package import Analysis
package import Corroboration
import Diplomacy
package import Register

/// The recorded votes of the register as dyads are compared by: all parties', or those of some.
package struct VoteHistory: Sendable {
    private let votes: Alignment
    /// By party and session.
    private let points: [String: [Int: StoredIdealPoint]]
    private let dataSet: DataSet?

    fileprivate init(_ votes: Alignment, _ points: [StoredIdealPoint], _ dataSet: DataSet?) {
        self.votes = votes
        self.points = Dictionary(grouping: points, by: \.party).mapValues { points in
            Dictionary(points.map { ($0.session, $0) }) { _, last in last }
        }
        self.dataSet = dataSet
    }

    /// How two parties vote.
    package func alignment(of dyad: Dyad) -> AlignmentDossier {
        var sessions: [AlignmentDossier.Session] = []
        for row in votes.rows(dyad.first, dyad.second) {
            guard let issue = row.issue else {
                var session = AlignmentDossier.Session(
                    number: row.session, table: row.table, rollCalls: row.rollCalls)
                if let first = points[dyad.first]?[row.session], let second = points[dyad.second]?[row.session] {
                    session.positions = (first, second)
                }
                sessions.append(session)
                continue
            }
            if !sessions.isEmpty { sessions[sessions.count - 1].issues.append((issue, row.table)) }
        }
        let covered = dataSet?.first.flatMap { first in dataSet?.last.map { first...max(first, $0) } }
        return AlignmentDossier(dyad: dyad, sessions: sessions, covered: covered, dataSet: dataSet)
    }
}

extension Register {
    /// The recorded votes, a tenth of a second for those of all parties.
    ///
    /// - Parameter parties: whose; `nil` for all.
    package func voteHistory(of parties: [String]? = nil) throws -> VoteHistory {
        let dataSet = try dataSets().first { $0.name == AlignmentDossier.dataSetName }
        guard let dataSet else { return VoteHistory(Alignment([]), [], nil) }
        return VoteHistory(
            Alignment(try votes(of: parties, areNamed: false)), try idealPoints(of: parties), dataSet)
    }

    /// How two parties vote.
    package func alignment(of dyad: Dyad) throws -> AlignmentDossier {
        try voteHistory(of: [dyad.first, dyad.second]).alignment(of: dyad)
    }
}
