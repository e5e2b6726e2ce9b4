public import Diplomacy

/// A choice among the roll calls of one session: an issue's, a month's. A bit a roll call, in the order of the session.
public struct RollCallMask: Hashable, Sendable {
    let words: [UInt64]

    /// The roll calls of a session that a test accepts.
    public init(_ session: VoteSession, where accepts: (RollCall) -> Bool) {
        var words = [UInt64](repeating: 0, count: (session.rollCalls.count + 63) / 64)
        for (i, call) in session.rollCalls.enumerated() where accepts(call) { words[i / 64] |= 1 << UInt64(i % 64) }
        self.words = words
    }

    /// The roll calls that the source files under an issue, in the source's words.
    public init(_ session: VoteSession, issue: String) {
        self.init(session) { $0.issues.contains(issue) }
    }

    /// How many roll calls it holds.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
