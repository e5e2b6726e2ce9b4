public import Diplomacy
import FoundationEssentials
import GRDB

/// Where a party stood in a session, on the first dimension of its votes.
public struct StoredIdealPoint: Hashable, Sendable {
    public var party: String
    public var session: Int
    public var position: Double
    /// The bounds of the middle 90 %.
    public var lower: Double
    public var upper: Double

    public init(party: String, session: Int, position: Double, lower: Double, upper: Double) {
        self.party = party
        self.session = session
        self.position = position
        self.lower = lower
        self.upper = upper
    }
}

/// The votes of some parties in a session, and the roll calls in which they were cast.
extension Register {
    /// Puts recorded votes and the positions estimated from them in place of those that are there, in one transaction.
    public func put(_ sessions: [VoteSession], idealPoints: [StoredIdealPoint], from dataSet: DataSet) throws {
        try write { db in
            try db.execute(sql: "DELETE FROM roll_call; DELETE FROM vote_row; DELETE FROM ideal_point")
            for session in sessions {
                for (place, rollCall) in session.rollCalls.enumerated() {
                    try db.cachedStatement(
                        sql: """
                            INSERT INTO roll_call (session, place, id, day, resolution, title, issues)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """
                    ).execute(arguments: [
                        session.number, place, rollCall.id, rollCall.day?.number, rollCall.resolution, rollCall.title,
                        rollCall.issues.joined(separator: "\t"),
                    ])
                }
                for (place, party) in session.parties.enumerated() {
                    try db.cachedStatement(sql: "INSERT INTO vote_row (party, session, votes) VALUES (?, ?, ?)")
                        .execute(arguments: [party, session.number, Data(session.row(place))])
                }
            }
            for point in idealPoints {
                try db.cachedStatement(
                    sql: "INSERT INTO ideal_point (party, session, position, lower, upper) VALUES (?, ?, ?, ?, ?)"
                ).execute(arguments: [point.party, point.session, point.position, point.lower, point.upper])
            }
            try Self.put(dataSet, db)
        }
    }

    /// The recorded votes, session by session.
    ///
    /// - Parameters:
    ///   - parties: whose; `nil` for all. A session in which none of them voted is left out.
    ///   - session: which; `nil` for all.
    ///   - areNamed: whether roll calls come with their resolutions and titles.
    public func votes(
        of parties: [String]? = nil, session: Int? = nil, areNamed: Bool = true
    ) throws -> [VoteSession] {
        try read { db in
            var rows: [Int: [(party: String, votes: [UInt8])]] = [:]
            let found =
                try parties.map { parties in
                    try parties.flatMap { party in
                        try Row.fetchAll(
                            db.cachedStatement(
                                sql:
                                    "SELECT session, party, votes FROM vote_row WHERE party = ? AND (?2 IS NULL OR session = ?2)"
                            ),
                            arguments: [party, session])
                    }
                }
                ?? Row.fetchAll(
                    db.cachedStatement(
                        sql: "SELECT session, party, votes FROM vote_row WHERE ?1 IS NULL OR session = ?1"),
                    arguments: [session])
            for row in found { rows[row[0], default: []].append((row[1], Array(row[2] as Data))) }
            return try rows.sorted { $0.key < $1.key }.compactMap { number, members in
                let members = members.sorted { $0.party < $1.party }
                let rollCalls = try rollCalls(of: number, areNamed: areNamed, db)
                guard members.allSatisfy({ $0.votes.count == rollCalls.count }) else {
                    throw RegisterError(
                        .broken,
                        "expected \(rollCalls.count) votes a party in session \(number), found another number; import the votes again"
                    )
                }
                return VoteSession(
                    number: number, rollCalls: rollCalls, parties: members.map(\.party), votes: members.flatMap(\.votes)
                )
            }
        }
    }

    private func rollCalls(of session: Int, areNamed: Bool, _ db: Database) throws -> [RollCall] {
        let names = areNamed ? "resolution, title" : "NULL, NULL"
        return try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id, day, \(names), issues FROM roll_call WHERE session = ? ORDER BY place"),
            arguments: [session]
        ).map { row in
            RollCall(
                id: row[0], day: (row[1] as Int?).map { Day(number: $0) }, resolution: row[2], title: row[3],
                issues: (row[4] as String).split(separator: "\t").map(String.init))
        }
    }

    /// Estimated positions, by party and session.
    ///
    /// - Parameter parties: whose; `nil` for all.
    public func idealPoints(of parties: [String]? = nil) throws -> [StoredIdealPoint] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT party, session, position, lower, upper FROM ideal_point ORDER BY party, session")
            ).compactMap { row in
                let party: String = row[0]
                guard parties?.contains(party) ?? true else { return nil }
                return StoredIdealPoint(
                    party: party, session: row[1], position: row[2], lower: row[3], upper: row[4])
            }
        }
    }
}
