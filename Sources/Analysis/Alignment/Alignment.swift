public import Diplomacy

/// How parties vote with each other, session by session, by issue, and over periods.
///
/// Only recorded votes are in it: what an assembly adopts without a vote, which is most of what it adopts, leaves no trace here. So
/// agreement is that on what was contested.
public struct Alignment: Sendable {
    /// One line of a dyad's table.
    public struct Row: Hashable, Sendable {
        public var session: Int
        /// In the source's words; `nil` for all roll calls of the session.
        public var issue: String?
        /// The roll calls that were held, whether or not both parties voted.
        public var rollCalls: Int
        public var table: VoteTable
    }

    /// What one session's recorded votes are.
    public struct Coverage: Hashable, Sendable {
        public var session: Int
        public var recordedVotes: Int
        public var first: Day?
        public var last: Day?

        /// For printing beside whatever rests on the session's votes.
        public var sentence: String {
            let votes = recordedVotes == 1 ? "1 recorded vote" : "\(recordedVotes) recorded votes"
            return "Session \(session): \(votes); resolutions adopted without a vote are not counted, so agreement is "
                + "that on what was put to a recorded vote."
        }
    }

    private struct Session: Sendable {
        var votes: SessionVotes
        /// By issue, sorted.
        var issues: [(name: String, mask: RollCallMask)]
        var coverage: Coverage
    }

    /// In the order of their numbers.
    private let sessions: [Session]

    /// Two sessions of one number are both kept, in the order in which they come. Time and memory: linear in the votes.
    public init(_ sessions: [VoteSession]) {
        self.sessions = sessions.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
            .map { _, session in
                let days = session.rollCalls.compactMap(\.day)
                let issues = Set(session.rollCalls.flatMap(\.issues)).sorted()
                return Session(
                    votes: SessionVotes(session), issues: issues.map { ($0, RollCallMask(session, issue: $0)) },
                    coverage: Coverage(
                        session: session.number, recordedVotes: session.rollCalls.count, first: days.min(),
                        last: days.max()))
            }
    }

    /// What the measures rest on, a session each.
    public var coverage: [Coverage] { sessions.map(\.coverage) }

    /// A dyad's rows: each session in which both cast a vote, and under it each issue that it voted on together. Sessions in which one of
    /// them was no member have no row.
    public func rows(_ first: String, _ second: String) -> [Row] {
        sessions.flatMap { session -> [Row] in
            let all = session.votes.table(first, second)
            guard all.n > 0 else { return [] }
            let whole = Row(
                session: session.votes.number, issue: nil, rollCalls: session.votes.rollCalls, table: all)
            return [whole]
                + session.issues.compactMap { issue, mask in
                    let table = session.votes.table(first, second, among: mask)
                    guard table.n > 0 else { return nil }
                    return Row(
                        session: session.votes.number, issue: issue, rollCalls: mask.count, table: table)
                }
        }
    }

    /// The common votes of a dyad in a period, in one table: each vote weighs the same, so long sessions weigh more.
    ///
    /// - Parameter issue: in the source's words; all roll calls where it is `nil`.
    public func pooled(
        _ first: String, _ second: String, sessions period: ClosedRange<Int>, issue: String? = nil
    ) -> VoteTable {
        sessions.lazy.filter { period.contains($0.votes.number) }.reduce(VoteTable()) { sum, session in
            guard let issue else { return sum + session.votes.table(first, second) }
            guard let mask = session.issues.first(where: { $0.name == issue })?.mask else { return sum }
            return sum + session.votes.table(first, second, among: mask)
        }
    }

    /// All dyads of one session; none where there is no such session.
    public func dyads(session number: Int) -> [SessionVotes.Dyad] {
        sessions.filter { $0.votes.number == number }.flatMap { $0.votes.dyads() }
    }
}
