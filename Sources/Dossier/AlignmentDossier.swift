package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// How two parties vote in the General Assembly of the United Nations, session by session, and where each stands.
package struct AlignmentDossier: Sendable {
    /// A session in which both cast a vote.
    package struct Session: Sendable {
        package var number: Int
        /// The year in which the session opened.
        package var year: Int { AlignmentDossier.year(ofSession: number) }
        package var table: VoteTable
        package var rollCalls: Int
        /// By issue, in the source's words.
        package var issues: [(name: String, table: VoteTable)] = []
        package var positions: (first: StoredIdealPoint, second: StoredIdealPoint)?

        /// How far apart the two stand; `nil` where one of them is not placed.
        package var distance: Double? { positions.map { abs($0.first.position - $0.second.position) } }
    }

    package let dyad: Dyad
    /// In order; none where nothing was imported or the two never voted together.
    package let sessions: [Session]
    /// The first and the last day of a vote that the register has of anybody; `nil` without votes.
    package let covered: ClosedRange<Day>?
    /// What was imported.
    package let dataSet: DataSet?

    package static let dataSetName = "votes/unga"

    /// The year in which a session opened: 1946 for the first, and never outside 1945 to 9998.
    package static func year(ofSession number: Int) -> Int { 1945 + min(max(0, number), 8053) }

    package var last: Session? { sessions.last }

    /// Why there is nothing to show; `nil` where there is.
    package var undefined: String? {
        if dataSet == nil { return "undefined: no votes in the register; `rapporteur import votes` brings them" }
        return sessions.isEmpty ? "undefined: no common votes" : nil
    }

    /// How far the figures go, in words: they say nothing of later years.
    package var coverage: String {
        guard let covered else { return "no votes in the register" }
        return
            "recorded votes from \(covered.lowerBound.iso) to \(covered.upperBound.iso); resolutions adopted by consensus are not in them"
    }
}

extension Register {
    /// What two parties have said, issue by issue.
    package func positions(of dyad: Dyad) throws -> [IssuePositions] {
        let told = try told(by: [dyad.first, dyad.second]).map {
            Statement(
                party: $0.party, issue: $0.issue, stance: $0.stance, day: $0.day, publisher: $0.publisher,
                document: $0.document)
        }
        return IssuePositions.all(of: dyad.first, and: dyad.second, in: told)
    }
}
